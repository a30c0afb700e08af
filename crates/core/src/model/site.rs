use serde::{Deserialize, Serialize};

use super::{EventIx, OfficeIx};
use crate::date::DayRange;

/// A group of lanes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Permanent slug.
    pub id: Box<str>,
    /// Its heading.
    pub title: Box<str>,
    /// Whether it is a summary strip at first.
    pub collapsed: bool,
}

/// A named range of days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preset {
    /// Permanent slug.
    pub id: Box<str>,
    /// What its button says.
    pub label: Box<str>,
    /// The days.
    pub range: DayRange,
}

/// A number of offices of a group that one event reports something of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyFigure {
    /// What the number counts.
    pub label: Box<str>,
    /// The number.
    pub value: u16,
    /// Position of the group in [`Site::groups`], whose size the number is compared with.
    pub group: u8,
    /// The event that reports it.
    pub event: EventIx,
    /// Who says so.
    pub note: Box<str>,
}

/// What the dataset is about: everything that would differ for another agency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// The title of the site.
    pub title: Box<str>,
    /// The full name of the agency.
    pub agency: Box<str>,
    /// Its short name.
    pub agency_short: Box<str>,
    /// The office that leads it.
    pub head_office: OfficeIx,
    /// Groups of lanes, in display order.
    pub groups: Vec<Group>,
    /// Named ranges; the first is the default view.
    pub presets: Vec<Preset>,
    /// A number for the first screen.
    pub key_figure: Option<KeyFigure>,
}
