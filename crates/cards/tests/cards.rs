//! Every page has a picture, and each picture is one: of its size, drawn all over, nothing cut, the same again.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at what is missing"
)]

use std::{io::Cursor, sync::OnceLock};

use timeline_app::{
    context::{dataset, install},
    embedded,
    i18n::{EN, Texts},
    share::{CARD_HEIGHT_PX, CARD_WIDTH_PX, oembed::oembed, subject::Subject},
};
use timeline_cards::card;

const SITE: &str = "https://embed.example";

/// A picture, read again from its file.
struct Picture {
    name: String,
    bytes: Vec<u8>,
    width: usize,
    height: usize,
    palette: Vec<[u8; 3]>,
    indices: Vec<u8>,
}

impl Picture {
    fn of(subject: Subject) -> Self {
        let name = subject.card(dataset(), &EN);
        let bytes = card(subject, &EN, Some(SITE)).unwrap();
        let mut reader = png::Decoder::new(Cursor::new(&bytes)).read_info().unwrap();
        let mut indices = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut indices).unwrap();
        let info = reader.info();
        let palette = info
            .palette
            .as_ref()
            .unwrap()
            .chunks(3)
            .map(|colour| colour.try_into().unwrap());
        Self {
            name,
            width: info.width.try_into().unwrap(),
            height: info.height.try_into().unwrap(),
            palette: palette.collect(),
            indices,
            bytes,
        }
    }

    /// The colours of a box, pixel by pixel: from and to, across and down.
    fn colours(&self, across: (usize, usize), down: (usize, usize)) -> Vec<[u8; 3]> {
        let at = |x: usize, y: usize| self.palette[usize::from(self.indices[y * self.width + x])];
        (down.0..down.1)
            .flat_map(|y| (across.0..across.1).map(move |x| at(x, y)))
            .collect()
    }

    /// How many of a thousand pixels of a box are not of the paper.
    fn ink(&self, across: (usize, usize), down: (usize, usize)) -> usize {
        let colours = self.colours(across, down);
        let paper = self.colours((0, 1), (0, 1))[0];
        colours.iter().filter(|colour| **colour != paper).count() * 1000 / colours.len()
    }
}

fn all() -> &'static [Picture] {
    static ALL: OnceLock<Vec<Picture>> = OnceLock::new();
    ALL.get_or_init(|| {
        install(embedded::dataset().unwrap());
        Subject::all(dataset()).into_iter().map(Picture::of).collect()
    })
}

#[test]
fn every_view_and_figure_has_a_picture_and_an_oembed_that_names_it() {
    let pictures = all();
    for subject in Subject::all(dataset()) {
        let path = subject.card(dataset(), &EN);
        assert!(pictures.iter().any(|picture| picture.name == path), "{path}");
        let answer = oembed(subject, &EN, SITE);
        assert!(
            answer.contains(&format!("\"thumbnail_url\":\"{SITE}/{path}\"")),
            "{path}: {answer}"
        );
    }
}

#[test]
fn each_is_of_its_size_and_of_few_bytes() {
    for picture in all() {
        let size = (u32::try_from(picture.width), u32::try_from(picture.height));
        assert_eq!(size, (Ok(CARD_WIDTH_PX), Ok(CARD_HEIGHT_PX)), "{}", picture.name);
        assert!(
            picture.bytes.len() < 100_000,
            "{}: {}",
            picture.name,
            picture.bytes.len()
        );
    }
}

#[test]
fn each_is_drawn_in_title_drawing_and_imprint() {
    for picture in all() {
        let Picture { name, palette, .. } = picture;
        assert!(palette.len() > 40, "{name}: {} colours", palette.len());
        let (title, drawing) = (picture.ink((56, 430), (100, 200)), picture.ink((500, 1144), (240, 550)));
        assert!((50..500).contains(&title), "{name}: {title} of the title's thousand");
        assert!(
            (20..800).contains(&drawing),
            "{name}: {drawing} of the drawing's thousand"
        );
        let (kicker, imprint) = (picture.ink((56, 540), (62, 82)), picture.ink((56, 500), (575, 600)));
        assert!(kicker > 50 && imprint > 50, "{name}: {kicker} and {imprint}");
    }
}

#[test]
fn nothing_is_cut_and_nothing_runs_into_the_imprint() {
    for picture in all() {
        let Picture {
            name, width, height, ..
        } = picture;
        for (across, down) in [
            ((0, *width), (0, 40)),
            ((0, *width), (height - 24, *height)),
            ((0, 48), (0, *height)),
            ((width - 46, *width), (0, *height)),
            ((0, *width), (556, 559)),
            ((0, *width), (84, 94)),
        ] {
            assert_eq!(picture.ink(across, down), 0, "{name}: {across:?} {down:?}");
        }
    }
}

#[test]
fn no_two_are_the_same_and_each_is_the_same_again() {
    let pictures = all();
    for (position, one) in pictures.iter().enumerate() {
        for other in &pictures[position + 1..] {
            assert!(one.indices != other.indices, "{} is {}", one.name, other.name);
        }
    }
    let again = Picture::of(Subject::all(dataset())[0]);
    assert!(again.bytes == pictures[0].bytes, "{}", again.name);
}

#[test]
fn a_file_holds_the_picture_and_nothing_else() {
    for picture in all() {
        let mut rest = &picture.bytes[8..];
        let mut kinds: Vec<&[u8]> = Vec::new();
        while let Some((length, after)) = rest.split_first_chunk::<4>() {
            let length = usize::try_from(u32::from_be_bytes(*length)).unwrap();
            kinds.push(&after[..4]);
            rest = &after[length + 8..];
        }
        kinds.dedup();
        assert_eq!(kinds, [&b"IHDR"[..], b"PLTE", b"IDAT", b"IEND"], "{}", picture.name);
    }
}

#[test]
fn a_letter_that_the_fonts_lack_is_told_with_the_name_of_the_card() {
    install(embedded::dataset().unwrap());
    let texts: &'static Texts = Box::leak(Box::new(Texts {
        share_as_of: "→ {as_of}",
        ..EN
    }));
    let subject = Subject::all(dataset())[0];
    let error = card(subject, texts, None).unwrap_err();
    assert!(
        error.starts_with("cards/timeline.png") && error.contains('→'),
        "{error}"
    );
}

#[test]
fn a_text_that_does_not_fit_is_told() {
    install(embedded::dataset().unwrap());
    let long: &'static str = Box::leak("A long title of a table ".repeat(20).into_boxed_str());
    let texts: &'static Texts = Box::leak(Box::new(Texts {
        share_table_title: long,
        ..EN
    }));
    let named = |one: &Subject| one.name(dataset(), &EN) == "table";
    let subject = Subject::all(dataset()).into_iter().find(named).unwrap();
    let error = card(subject, texts, None).unwrap_err();
    assert!(
        error.starts_with("cards/table.png") && error.contains("does not fit"),
        "{error}"
    );
}

#[test]
fn a_card_needs_no_address_and_a_long_one_is_shortened() {
    install(embedded::dataset().unwrap());
    let subject = Subject::all(dataset())[0];
    let long = ["https://", &"long.".repeat(30), "example"].concat();
    let without = card(subject, &EN, None).unwrap();
    assert!(
        without == card(subject, &EN, Some(&long)).unwrap(),
        "the address is too long for the imprint"
    );
    assert!(
        without != card(subject, &EN, Some(SITE)).unwrap(),
        "the address is in the imprint"
    );
}
