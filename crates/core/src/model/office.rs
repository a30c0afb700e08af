use serde::{Deserialize, Serialize};

use super::{OfficeIx, SourceIx, words::words};
use crate::date::{Day, PartialDate};

words! {
    /// What kind of post an office is.
    OfficeKind {
        /// The head of the agency.
        Head = "head",
        /// The deputy of a head.
        Deputy = "deputy",
        /// Staff of a head, such as a chief of staff.
        Staff = "staff",
        /// The head of a component of the agency or of a sister agency.
        ComponentHead = "component-head",
        /// The director of a field office.
        FieldOffice = "field-office",
        /// An adviser without a line command.
        Adviser = "adviser",
        /// The secretary of a department.
        Secretary = "secretary",
    }
}

/// A public office: a post that people hold one after the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Office {
    /// Permanent slug.
    pub id: Box<str>,
    /// The full title of the post.
    pub title: Box<str>,
    /// The title as a lane's label.
    pub short_title: Box<str>,
    /// The organisation that the post belongs to.
    pub body: Box<str>,
    /// The office that it reports to.
    pub parent: Option<OfficeIx>,
    /// What kind of post it is.
    pub kind: OfficeKind,
    /// Position of its group in [`super::Site::groups`].
    pub group: u8,
    /// How many people can hold it at one time.
    pub seats: u8,
    /// Whether the regular holder needs the Senate's confirmation.
    pub needs_confirmation: bool,
    /// Since when the post exists; `None` where no source says so.
    pub exists_from: Option<PartialDate>,
    /// Until when the post existed; `None` where it exists or no source says so.
    pub exists_to: Option<PartialDate>,
    /// The titles that the post had before, the earliest first.
    pub former_titles: Vec<FormerTitle>,
    /// The area of responsibility of a field office, in words.
    pub area: Option<Box<str>>,
    /// The same office elsewhere: a scheme and its identifier.
    pub same_as: Vec<(Box<str>, Box<str>)>,
    /// What the record of the office rests on.
    pub sources: Vec<SourceIx>,
}

/// A title that an office had before another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormerTitle {
    /// The full title.
    pub title: Box<str>,
    /// The day from which it had the next.
    pub until: PartialDate,
    /// What says so.
    pub sources: Vec<SourceIx>,
}

impl Office {
    /// The title that the post had on a day; of two that a day may be of, the later one.
    #[must_use]
    pub fn title_on(&self, day: Day) -> &str {
        let former = self.former_titles.iter().find(|former| day < former.until.earliest());
        former.map_or(&self.title, |former| &former.title)
    }

    /// What the post and its former titles rest on, each once.
    #[must_use]
    pub fn all_sources(&self) -> Vec<SourceIx> {
        let mut all = self.sources.clone();
        for &source in self.former_titles.iter().flat_map(|former| &former.sources) {
            if !all.contains(&source) {
                all.push(source);
            }
        }
        all
    }
}
