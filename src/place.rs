//! Where a page stands in the site, and which of its kinds it is. Known before the first rendering:
//! on the host it is given, in the browser it is read from the page.

use std::cell::RefCell;

use timeline_core::model::Language;

/// A kind of page that the program runs in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageKind {
    /// A page of the site.
    #[default]
    Site,
    /// The page that other sites show in a frame.
    Embed,
    /// The page on which such a frame is put together.
    Builder,
}

impl PageKind {
    /// The word that the page carries.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Embed => "embed",
            Self::Builder => "builder",
        }
    }

    /// The kind of a word; any other is a page of the site.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        [Self::Embed, Self::Builder]
            .into_iter()
            .find(|kind| kind.word() == word)
            .unwrap_or_default()
    }
}

/// Where a page stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The kind of the page.
    pub kind: PageKind,
    /// The language of the page.
    pub language: Language,
    /// The way from the page to the root of the site: empty, or `../` once or more.
    pub root: String,
    /// The way to it from where the pages of its language begin: empty, or ending in `/`.
    pub path: String,
    /// The query that the page begins with, before its address adds to it.
    pub home: String,
    /// The address that the site is published at, ending in `/`; empty when the build was not told.
    pub site: String,
    /// The address at which the site's root is read now, ending in `/`; empty on the host.
    pub here: String,
}

thread_local! {
    static PLACE: RefCell<Place> = RefCell::default();
}

/// Says where the page stands that is rendered from now on.
pub fn stand(place: Place) {
    PLACE.replace(place);
}

/// Where the page stands.
#[must_use]
pub fn place() -> Place {
    PLACE.with_borrow(Clone::clone)
}

/// Whether the page is one that other sites show.
#[must_use]
pub fn is_embed() -> bool {
    PLACE.with_borrow(|place| place.kind == PageKind::Embed)
}

/// The way from the page to a page or query in its language, given from where the pages of a language begin.
#[must_use]
pub fn to_page(path: &str) -> String {
    PLACE.with_borrow(|place| [&place.root, &*place.language.folder(), path].concat())
}

/// The way to the same page in a language.
#[must_use]
pub fn in_language(language: Language) -> String {
    PLACE.with_borrow(|place| {
        let way = match place.kind {
            PageKind::Embed => ["embed/", &*language.folder()].concat(),
            PageKind::Site | PageKind::Builder => [&*language.folder(), &place.path].concat(),
        };
        [&*place.root, &way, "index.html"].concat()
    })
}

/// The way from the page to a file that all languages share, given from the site's root.
#[must_use]
pub fn from_root(path: &str) -> String {
    PLACE.with_borrow(|place| [&place.root, path].concat())
}

#[cfg(test)]
mod tests {
    use timeline_core::model::Language;

    use super::{PageKind, Place, from_root, in_language, is_embed, stand, to_page};

    #[test]
    fn a_link_leads_through_the_root() {
        stand(Place {
            kind: PageKind::Embed,
            root: "../".to_owned(),
            ..Place::default()
        });
        assert_eq!(from_root("record/index.html"), "../record/index.html");
        assert!(is_embed());
        stand(Place::default());
        assert_eq!(from_root("?view=map"), "?view=map");
        assert!(!is_embed());
    }

    #[test]
    fn a_link_stays_in_its_language_and_the_same_page_is_found_in_another() {
        let cases = [
            (
                PageKind::Site,
                "../../../",
                "view/map/",
                ["../../../es/record/", "../../../view/map/index.html"],
            ),
            (
                PageKind::Builder,
                "../../",
                "builder/",
                ["../../es/record/", "../../builder/index.html"],
            ),
            (
                PageKind::Embed,
                "../../",
                "",
                ["../../es/record/", "../../embed/index.html"],
            ),
        ];
        for (kind, root, path, ways) in cases {
            stand(Place {
                kind,
                language: Language::Spanish,
                root: root.to_owned(),
                path: path.to_owned(),
                ..Place::default()
            });
            assert_eq!([to_page("record/"), in_language(Language::English)], ways);
            assert_eq!(from_root("data/x"), [root, "data/x"].concat());
        }
        stand(Place {
            kind: PageKind::Embed,
            root: "../".to_owned(),
            ..Place::default()
        });
        assert_eq!(in_language(Language::Spanish), "../embed/es/index.html");
        stand(Place::default());
    }

    #[test]
    fn a_word_that_is_not_known_is_a_page_of_the_site() {
        assert_eq!(PageKind::from_word("embed"), PageKind::Embed);
        assert_eq!(PageKind::from_word("x"), PageKind::Site);
    }
}
