use serde::{Deserialize, Serialize};

use super::{OfficeIx, SourceIx, words::words};
use crate::date::PartialDate;

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
    /// The area of responsibility of a field office, in words.
    pub area: Option<Box<str>>,
    /// The same office elsewhere: a scheme and its identifier.
    pub same_as: Vec<(Box<str>, Box<str>)>,
    /// What the record of the office rests on.
    pub sources: Vec<SourceIx>,
}
