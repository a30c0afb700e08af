//! Feeds of changes of leadership and of corrections, as Atom (RFC 4287) and as JSON Feed 1.1.
//!
//! A feed names addresses in full: there is none where the site has no address.

use serde_json::{Value, json};
use timeline_core::{
    date::Day,
    model::{Correction, Event, EventFamily},
    view::snippet::in_html,
};

use super::{
    corrections::{class_of, page_of},
    event_path,
    texts::texts,
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{fill, kind, partial_date, standing},
    place::{Place, place},
};

/// How many entries a feed has at most: readers take a feed again and again.
const MOST: usize = 50;

/// Where the feeds are, from where the pages of a language begin.
const FOLDER: &str = "feeds/";

/// What a feed is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feed {
    /// Appointments, departures, nominations: done and planned, each told as what it is.
    Changes,
    /// Facts that were corrected.
    Corrections,
}

/// An entry of a feed.
struct Entry {
    /// Its address, which stays.
    address: String,
    title: String,
    text: String,
    /// The first day that it can be of.
    day: Day,
    /// What kind of thing it is: a word, and how it is called.
    kind: (&'static str, String),
}

impl Feed {
    /// Every feed.
    pub const ALL: [Self; 2] = [Self::Changes, Self::Corrections];

    /// What it is called.
    #[must_use]
    pub fn title(self) -> String {
        let text = match self {
            Self::Changes => texts().feed_changes,
            Self::Corrections => texts().feed_corrections,
        };
        fill(text, &[("site", &use_dataset().site.title)])
    }

    /// The path of its Atom form, from where the pages of a language begin.
    #[must_use]
    pub fn atom_path(self) -> String {
        [FOLDER, self.word(), ".atom"].concat()
    }

    /// The path of its JSON form.
    #[must_use]
    pub fn json_path(self) -> String {
        [FOLDER, self.word(), ".json"].concat()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Changes => "changes",
            Self::Corrections => "corrections",
        }
    }

    /// The page that it follows, from where the pages of a language begin.
    fn page(self) -> &'static str {
        match self {
            Self::Changes => "",
            Self::Corrections => "corrections/",
        }
    }

    /// The entries, the latest first.
    fn entries(self, place: &Place) -> Vec<Entry> {
        let dataset = use_dataset();
        match self {
            Self::Changes => dataset
                .events
                .iter()
                .rev()
                .filter(|event| matches!(event.kind.family(), EventFamily::Changes | EventFamily::Nominations))
                .take(MOST)
                .map(|event| of_event(event, place))
                .collect(),
            Self::Corrections => dataset
                .corrections
                .iter()
                .rev()
                .take(MOST)
                .map(|row| of_correction(row, place))
                .collect(),
        }
    }

    /// Its text as Atom, in the language of the place that the renderer stands at.
    #[must_use]
    pub fn atom(self) -> String {
        let place = place();
        let link = |rel: &str, kind: &str, way: &str| {
            format!(
                "<link rel=\"{rel}\" type=\"{kind}\" href=\"{}\"/>\n",
                in_html(&address(&place, way))
            )
        };
        let entries: String = self.entries(&place).iter().map(atom_entry).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n<id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n<author><name>{site}</name></author>\n{own}{page}{entries}</feed>\n",
            language = place.language.word(),
            id = in_html(&address(&place, &self.atom_path())),
            title = in_html(&self.title()),
            updated = instant(use_dataset().as_of),
            site = in_html(&use_dataset().site.title),
            own = link("self", "application/atom+xml", &self.atom_path()),
            page = link("alternate", "text/html", self.page()),
        )
    }

    /// Its text as JSON Feed.
    #[must_use]
    pub fn json(self) -> String {
        let (place, dataset) = (place(), use_dataset());
        let items: Vec<Value> = self.entries(&place).iter().map(json_item).collect();
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title(),
            "home_page_url": address(&place, self.page()),
            "feed_url": address(&place, &self.json_path()),
            "language": place.language.word(),
            "authors": [{ "name": dataset.site.title, "url": address(&place, "") }],
            "items": items,
        });
        format!("{feed}\n")
    }
}

fn address(place: &Place, way: &str) -> String {
    [&*place.site, &*place.language.folder(), way].concat()
}

/// The first moment of a day, as feeds write it.
fn instant(day: Day) -> String {
    format!("{day}T00:00:00Z")
}

fn of_event(event: &Event, place: &Place) -> Entry {
    let t = use_locale();
    Entry {
        address: address(place, &event_path(&event.id)),
        title: [&event.headline, " (", &partial_date(t, event.date), ")"].concat(),
        text: [standing(t, event.standing), ". ", &*event.summary].concat(),
        day: event.date.earliest(),
        kind: (event.kind.word(), kind(t, event.kind).to_owned()),
    }
}

fn of_correction(row: &Correction, place: &Place) -> Entry {
    let said = |value: &str| {
        if value.is_empty() {
            texts().corrections_nothing
        } else {
            value
        }
        .to_owned()
    };
    let name = page_of(row).map_or_else(|| row.record.to_string(), |(_, name)| name);
    let label = [&name, ", ", &*row.field.replace('_', " ")].concat();
    Entry {
        address: [&address(place, Feed::Corrections.page()), "#", &row.id].concat(),
        title: label,
        text: format!(
            "{} {}: {}. {}: {}.",
            row.reason,
            texts().corrections_old,
            said(&row.old),
            texts().corrections_new,
            said(&row.new)
        ),
        day: row.date,
        kind: (class_of(row), class_of(row).to_owned()),
    }
}

fn atom_entry(entry: &Entry) -> String {
    let (address, moment) = (in_html(&entry.address), instant(entry.day));
    format!(
        "<entry>\n<id>{address}</id>\n<title>{title}</title>\n<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n<published>{moment}</published>\n<updated>{moment}</updated>\n<category term=\"{term}\" label=\"{label}\"/>\n<summary>{text}</summary>\n</entry>\n",
        title = in_html(&entry.title),
        term = entry.kind.0,
        label = in_html(&entry.kind.1),
        text = in_html(&entry.text),
    )
}

fn json_item(entry: &Entry) -> Value {
    json!({
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.text,
        "date_published": instant(entry.day),
        "tags": [entry.kind.1],
    })
}
