//! A picture as a PNG of at most 256 colours: few bytes, and the same on every machine.

use std::collections::HashMap;

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use tiny_skia::Pixmap;

/// The most colours of a palette.
const MOST: usize = 256;

type Colour = [u8; 3];

/// The bytes of the file. It holds nothing but the picture: no time, no text.
///
/// # Errors
/// The picture cannot be written.
pub(crate) fn png(picture: &Pixmap) -> Result<Vec<u8>, String> {
    let pixels: Vec<Colour> = picture
        .pixels()
        .iter()
        .map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let palette = palette(&pixels);
    let indices: Vec<u8> = indices(&pixels, &palette);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&indices));
    written.map_err(|error| format!("a picture cannot be written: {error}"))?;
    Ok(bytes)
}

/// The colours that are used most, at most as many as a palette has; the most used first.
fn palette(pixels: &[Colour]) -> Vec<Colour> {
    let mut sorted = pixels.to_vec();
    sorted.sort_unstable();
    let mut counted: Vec<(usize, Colour)> = Vec::new();
    for colour in sorted {
        match counted.last_mut() {
            Some((count, last)) if *last == colour => *count += 1,
            _ => counted.push((1, colour)),
        }
    }
    counted.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    counted.into_iter().take(MOST).map(|(_, colour)| colour).collect()
}

/// For each pixel the colour of the palette that is nearest to its own.
fn indices(pixels: &[Colour], palette: &[Colour]) -> Vec<u8> {
    let mut known: HashMap<Colour, u8> = HashMap::new();
    let nearest = |colour: Colour| {
        let all = (0_u8..=u8::MAX).zip(palette);
        let near = all.min_by_key(|(_, other)| distance(colour, **other));
        near.map_or(0, |(index, _)| index)
    };
    let index = |colour: &Colour| *known.entry(*colour).or_insert_with(|| nearest(*colour));
    pixels.iter().map(index).collect()
}

fn distance(one: Colour, other: Colour) -> u32 {
    let parts = one.into_iter().zip(other);
    parts.map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_palette_holds_what_is_used_most() {
        let grey = |value: usize| {
            [
                u8::try_from(value % 256).unwrap(),
                u8::try_from(value / 256).unwrap(),
                0,
            ]
        };
        let mut pixels: Vec<Colour> = (0..300).map(grey).collect();
        pixels.extend([grey(299), grey(299), grey(298)]);
        let palette = palette(&pixels);
        assert_eq!(palette.len(), MOST);
        assert_eq!(palette.get(..2), Some(&[grey(299), grey(298)][..]));
    }

    #[test]
    fn a_colour_that_has_no_place_takes_the_nearest() {
        let palette = [[0, 0, 0], [200, 200, 200]];
        assert_eq!(
            indices(&[[0, 0, 0], [180, 210, 190], [90, 90, 90]], &palette),
            [0, 1, 0]
        );
    }
}
