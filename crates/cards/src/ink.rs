//! The colours of the cards: those of the site's light theme, read from its style sheet.

use timeline_core::model::Capacity;
use tiny_skia::Color;

const TOKENS: &str = include_str!("../../../style/tokens.css");

/// The colours of a capacity: of its edges, and of its days.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tint {
    pub(crate) strong: Color,
    pub(crate) light: Color,
}

/// What is drawn with which colour.
#[derive(Clone, Debug)]
pub(crate) struct Inks {
    pub(crate) text: Color,
    pub(crate) soft: Color,
    pub(crate) paper: Color,
    pub(crate) raised: Color,
    pub(crate) rule: Color,
    pub(crate) strong_rule: Color,
    pub(crate) control: Color,
    pub(crate) accent: Color,
    pub(crate) land: Color,
    pub(crate) reported: Color,
    pub(crate) shade: Color,
    pub(crate) series: Vec<Color>,
    capacities: Vec<(Capacity, Tint)>,
}

impl Inks {
    /// The colours of the site.
    ///
    /// # Errors
    /// A colour that the style sheet does not name, or does not give in a way that is read here.
    pub(crate) fn of_the_site() -> Result<Self, String> {
        let tokens = Tokens::read(TOKENS)?;
        let of = |name: &str| tokens.colour(name);
        let tint = |capacity: Capacity| -> Result<(Capacity, Tint), String> {
            let name = ["capacity-", capacity.word()].concat();
            let (strong, light) = (of(&name)?, of(&[&name, "-tint"].concat())?);
            Ok((capacity, Tint { strong, light }))
        };
        Ok(Self {
            text: of("text")?,
            soft: of("text-soft")?,
            paper: of("surface")?,
            raised: of("surface-raised")?,
            rule: of("rule")?,
            strong_rule: of("rule-strong")?,
            control: of("control")?,
            accent: of("accent")?,
            land: of("land")?,
            reported: of("reported")?,
            shade: of("shade")?,
            series: ["series-0", "series-1", "series-2", "series-3"]
                .into_iter()
                .map(of)
                .collect::<Result<_, _>>()?,
            capacities: Capacity::ALL.iter().copied().map(tint).collect::<Result<_, _>>()?,
        })
    }

    /// The colours of a capacity.
    pub(crate) fn capacity(&self, capacity: Capacity) -> Tint {
        let plain = Tint {
            strong: self.soft,
            light: self.raised,
        };
        let found = self.capacities.iter().find(|(other, _)| *other == capacity);
        found.map_or(plain, |(_, tint)| *tint)
    }
}

/// The custom properties of the first rule of a style sheet: those of the light theme.
struct Tokens<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Tokens<'a> {
    fn read(sheet: &'a str) -> Result<Self, String> {
        let (_, rest) = sheet.split_once(":root").ok_or("tokens.css has no :root")?;
        let (_, rest) = rest.split_once('{').ok_or("tokens.css: :root has no properties")?;
        let (rule, _) = rest.split_once('}').ok_or("tokens.css: :root does not end")?;
        let pairs = rule.split(';').filter_map(|line| {
            let (_, property) = line.split_once("--")?;
            let (name, value) = property.split_once(':')?;
            Some((name.trim(), value.trim()))
        });
        Ok(Self(pairs.collect()))
    }

    fn colour(&self, name: &str) -> Result<Color, String> {
        let found = self.0.iter().find(|(other, _)| *other == name);
        let (_, value) = found.ok_or_else(|| format!("tokens.css does not name --{name}"))?;
        self.value(value)
            .ok_or_else(|| format!("tokens.css: --{name} is no colour that is read here: {value}"))
    }

    /// A colour in hexadecimal digits, by the name of another, or as a part of one that lets through.
    fn value(&self, value: &str) -> Option<Color> {
        if let Some(digits) = value.strip_prefix('#') {
            return hexadecimal(digits);
        }
        if let Some(name) = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
            return self.colour(name).ok();
        }
        let mixed = value.strip_prefix("color-mix(in srgb, ")?;
        let (part, other) = mixed.rsplit_once(", ")?;
        let (colour, percent) = part.rsplit_once(' ')?;
        let percent: f32 = percent.strip_suffix('%')?.parse().ok()?;
        let mut colour = self.value(colour).filter(|_| other == "transparent)")?;
        colour.set_alpha(percent / 100.0);
        Some(colour)
    }
}

fn hexadecimal(digits: &str) -> Option<Color> {
    let wide: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let [_, red, green, blue] = u32::from_str_radix(&wide, 16).ok()?.to_be_bytes();
    Some(Color::from_rgba8(red, green, blue, u8::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = ":root, [x] { /* a */ --a-1: #0c5; --b: var(--a-1); --c: color-mix(in srgb, var(--b) 50%, transparent); --d: red; } :root { --a-1: #000; }";

    #[test]
    fn a_colour_is_that_of_the_first_rule() {
        let tokens = Tokens::read(SHEET).unwrap();
        let green = Color::from_rgba8(0, 0xcc, 0x55, 255);
        assert_eq!(tokens.colour("a-1"), Ok(green));
        assert_eq!(tokens.colour("b"), Ok(green));
        let half = tokens.colour("c").unwrap();
        assert!((half.alpha() - 0.5).abs() < 1e-6 && half.green() > 0.7);
    }

    #[test]
    fn what_is_no_colour_is_named() {
        let tokens = Tokens::read(SHEET).unwrap();
        assert!(tokens.colour("d").unwrap_err().contains("--d"));
        assert!(tokens.colour("e").unwrap_err().contains("--e"));
    }

    #[test]
    fn the_site_names_every_colour() {
        let inks = Inks::of_the_site().unwrap();
        assert!(inks.paper.red() > 0.9 && inks.text.red() < 0.2);
        for &capacity in Capacity::ALL {
            let tint = inks.capacity(capacity);
            assert!(tint.strong.green() < tint.light.green(), "{capacity:?}");
        }
    }
}
