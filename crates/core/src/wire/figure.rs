//! The figures that draw series, the reports on many offices, and the map.

use serde::{Deserialize, Serialize};

use super::record::record;
use crate::model::{Bound, FigureForm, ReportStanding};

/// Whether values are taken as they are, so that the divisor is not written.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_one(divisor: &u8) -> bool {
    *divisor == 1
}

fn one() -> u8 {
    1
}

record!(
    /// A series of a figure.
    Part {
        /// The id of the series.
        series: String,
        /// Its name in the figure.
        label: String,
        /// What it counts, and how it differs from its neighbours.
        meaning: String,
        /// The values are divided by this: 7 for a week's sum as an average a day.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        divisor: u8,
        /// Where the series ends, and why.
        ends: String,
    }
);

record!(
    /// A value that somebody gave, as a line or a span of a figure.
    Reference {
        /// Permanent slug.
        id: String,
        /// The value, in the figure's unit.
        value: u32,
        /// The first day that it speaks of; without one it is a line through all days.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// The last day that it speaks of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
        /// Its name in the figure.
        label: String,
        /// Who said so, and when.
        said: String,
        /// Who disagrees, or counts otherwise.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        differs: Option<String>,
        /// The id of the event that records it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        event: Option<String>,
        /// Ids of the sources that it rests on.
        sources: Vec<String>,
    }
);

record!(
    /// A figure of series over time.
    SeriesFigure {
        /// Permanent slug.
        id: String,
        /// What one sees: `{max.0}`, `{max_when.0}`, `{last.0}` and `{last_when.0}` are computed of the part with that number.
        title: String,
        /// What is drawn.
        subtitle: String,
        /// The unit of its values.
        unit: String,
        /// How it is drawn.
        form: FigureForm,
        /// Its series, the most important first.
        parts: Vec<Part>,
        /// Values that others gave.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        references: Vec<Reference>,
        /// Ids of the offices whose changes of holder are marked.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        marked_offices: Vec<String>,
        /// How to read it.
        how_to_read: String,
        /// What to keep in mind.
        caveats: Vec<String>,
    }
);

record!(
    /// Offices whose tenures are compared by how long they last.
    SurvivalGroup {
        /// Its name in the figure.
        label: String,
        /// Ids of the offices.
        offices: Vec<String>,
    }
);

record!(
    /// How many offices a report speaks of.
    Count {
        /// How the number is bounded.
        bound: Bound,
        /// The number.
        number: u8,
    }
);

record!(
    /// What a report says of one office.
    ReportedOffice {
        /// The id of the office.
        office: String,
        /// What it says, in a word.
        standing: ReportStanding,
        /// What it says, in a sentence: neutral, attributed.
        text: String,
    }
);

record!(
    /// What an outlet reported of many offices at once.
    Report {
        /// Permanent slug.
        id: String,
        /// Who reported it.
        outlet: String,
        /// The EDTF date.
        date: String,
        /// The id of the event that records it.
        event: String,
        /// How many offices, in its own terms.
        says: String,
        /// How many offices, as a number, where it gives one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<Count>,
        /// The offices that it names.
        offices: Vec<ReportedOffice>,
        /// Ids of the sources that it rests on.
        sources: Vec<String>,
    }
);
