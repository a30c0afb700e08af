//! Colours that cover, or that fade away where the days of a bar are in doubt.

use tiny_skia::{Color, GradientStop, LinearGradient, Paint, Point, Shader, SpreadMode, Transform};

/// A colour, or one that is full between two places from left to right and fades away beyond.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ink {
    Flat(Color),
    Fading(Color, Fade),
}

/// Where a colour begins, is full from and to, and ends, from left to right in pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fade {
    pub(crate) from: f32,
    pub(crate) full_from: f32,
    pub(crate) full_to: f32,
    pub(crate) to: f32,
}

impl From<Color> for Ink {
    fn from(colour: Color) -> Self {
        Self::Flat(colour)
    }
}

impl Ink {
    /// As the rasteriser takes it.
    pub(crate) fn paint(self) -> Paint<'static> {
        let shader = match self {
            Self::Flat(colour) => Shader::SolidColor(colour),
            Self::Fading(colour, fade) => fading(colour, fade).unwrap_or(Shader::SolidColor(colour)),
        };
        Paint {
            shader,
            ..Paint::default()
        }
    }
}

fn fading(colour: Color, fade: Fade) -> Option<Shader<'static>> {
    let mut none = colour;
    none.set_alpha(0.0);
    let share = |x: f32| ((x - fade.from) / (fade.to - fade.from)).clamp(0.0, 1.0);
    let (first, last) = (share(fade.full_from), share(fade.full_to));
    let begin = if first > 0.0 { none } else { colour };
    let end = if last < 1.0 { none } else { colour };
    let stops = [(0.0, begin), (first, colour), (last, colour), (1.0, end)];
    let stops = stops.map(|(at, colour)| GradientStop::new(at, colour));
    let (from, to) = (Point::from_xy(fade.from, 0.0), Point::from_xy(fade.to, 0.0));
    LinearGradient::new(from, to, stops.to_vec(), SpreadMode::Pad, Transform::identity())
}
