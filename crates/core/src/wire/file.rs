//! The files, each an object with its `$schema` and its records.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::TextPage;

use super::{
    correction::Correction,
    figure::{Report, SeriesFigure, SurvivalGroup},
    record::{Claim, Event, Office, Person, Source, Tenure, Term},
    story::StoryStep,
};

macro_rules! file {
    ($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident: $ty:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub(crate) struct $name {
            /// The schema of the file, for editors.
            #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
            pub(crate) schema: Option<String>,
            $($(#[$fmeta])* pub(crate) $field: $ty,)+
        }
    };
}

file!(
    /// People, sorted by id.
    PeopleFile {
        /// The records.
        people: Vec<Person>,
    }
);
file!(
    /// Offices, in display order.
    OfficesFile {
        /// The records.
        offices: Vec<Office>,
    }
);
file!(
    /// Tenures of one office, chronological by start.
    TenuresFile {
        /// The id of the office; equals the file's name.
        office: String,
        /// The records.
        tenures: Vec<Tenure>,
    }
);
file!(
    /// Events of one year, chronological.
    EventsFile {
        /// The records.
        events: Vec<Event>,
    }
);
file!(
    /// Sources of one year of publication, sorted by id.
    SourcesFile {
        /// The records.
        sources: Vec<Source>,
    }
);
file!(
    /// Presidential terms, chronological.
    TermsFile {
        /// The records.
        terms: Vec<Term>,
    }
);
file!(
    /// Claims and where each comes from.
    ClaimsFile {
        /// The records.
        claims: Vec<Claim>,
    }
);
file!(
    /// The figures that draw series, and the offices whose tenures are compared.
    FiguresFile {
        /// The records.
        figures: Vec<SeriesFigure>,
        /// Offices whose tenures are compared by how long they last, group by group.
        survival: Vec<SurvivalGroup>,
    }
);
file!(
    /// Reports on many offices at once, chronological.
    ReportsFile {
        /// The records.
        reports: Vec<Report>,
    }
);
file!(
    /// The guided reading, step by step.
    StoryFile {
        /// The records.
        steps: Vec<StoryStep>,
    }
);
file!(
    /// Corrections of facts that were published, in the order in which they were made.
    CorrectionsFile {
        /// The entries: one is added at the end, none is changed or removed.
        corrections: Vec<Correction>,
    }
);
file!(
    /// The outline of the country.
    MapFile {
        /// What it shows.
        title: String,
        /// Where it is from, and what was done to it.
        source: String,
        /// Under what it may be reused.
        licence: String,
        /// Closed rings of land: points "longitude,latitude" in hundredths of a degree, separated by spaces.
        land: Vec<String>,
        /// Open lines between states, in the same way.
        borders: Vec<String>,
    }
);
file!(
    /// The dataset as a whole.
    DataPackage {
        /// A short name for programs.
        name: String,
        /// The title of the site.
        title: String,
        /// The version of the dataset.
        version: String,
        /// The version of the files' shape: 1.
        schema_version: u8,
        /// The day to which the record is complete.
        as_of: String,
        /// The SHA-256 of released.json, once a version was released; `cargo xtask data release` writes it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        released_sha256: Option<String>,
        /// Under what the data may be reused.
        licenses: Vec<Licence>,
        /// Every data file.
        resources: Vec<Resource>,
        /// What the site is about.
        site: Site,
        /// Ids that were renamed or merged: from, to.
        #[serde(default)]
        moved: BTreeMap<String, String>,
    }
);

file!(
    /// A translation: what the record says, in another language.
    TranslationFile {
        /// The language: a BCP 47 tag, and the name of the file.
        language: String,
        /// Every text, by its place: table, id of the record, field, and which of several.
        texts: BTreeMap<String, TranslatedText>,
    }
);

file!(
    /// The pages of text in one language, which the file is named after.
    PagesFile {
        /// The pages, in the order in which they are linked to.
        pages: Vec<TextPage>,
    }
);

file!(
    /// The words of the record's own in one language, which the file is named after: texts of the site, by their keys,
    /// that the record says in another way. A text may leave out a `{place}` of the site's, and has no others.
    WordsFile {
        /// Texts of the interface: keys of `locales/LANGUAGE.json`.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        interface: BTreeMap<String, String>,
        /// Texts of the pages without scripts: keys of `locales/documents/LANGUAGE.json`.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        documents: BTreeMap<String, String>,
    }
);

/// A text of the record, in another language.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct TranslatedText {
    /// The text of the record that was translated: when the record says otherwise by now, the translation is no longer of it.
    pub(crate) of: String,
    /// The same in the language of the file.
    pub(crate) says: String,
}

/// Under what the data may be reused.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Licence {
    /// SPDX identifier.
    pub(crate) name: String,
    /// Its name in words.
    pub(crate) title: String,
    /// Its address.
    pub(crate) path: String,
}

/// A data file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Resource {
    /// A short name for programs.
    pub(crate) name: String,
    /// Where it is, from the data folder.
    pub(crate) path: String,
    /// `json` or `csv`.
    pub(crate) format: String,
}

/// What the site is about: everything that would differ for another agency.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Site {
    /// The full name of the agency.
    pub(crate) agency: String,
    /// Its short name.
    pub(crate) agency_short: String,
    /// The office that leads it.
    pub(crate) head_office: String,
    /// Groups of lanes, in display order.
    pub(crate) groups: Vec<Group>,
    /// Named ranges; the first is the default view.
    pub(crate) presets: Vec<Preset>,
    /// A number for the first screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) key_figure: Option<KeyFigure>,
}

/// A group of lanes.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Group {
    /// Permanent slug.
    pub(crate) id: String,
    /// Its heading.
    pub(crate) title: String,
    /// Whether it is a summary strip at first.
    pub(crate) collapsed: bool,
}

/// A named range of days.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Preset {
    /// Permanent slug.
    pub(crate) id: String,
    /// What its button says.
    pub(crate) label: String,
    /// The first day.
    pub(crate) from: String,
    /// The last day.
    pub(crate) to: String,
}

/// A number of offices of a group that one event reports something of.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct KeyFigure {
    /// What the number counts.
    pub(crate) label: String,
    /// The number.
    pub(crate) value: u16,
    /// The group whose size the number is compared with.
    pub(crate) group: String,
    /// The event that reports it.
    pub(crate) event: String,
    /// Who says so.
    pub(crate) note: String,
}
