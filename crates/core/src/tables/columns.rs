//! Which tables there are, and their columns. A column is never renamed or removed; new ones come last.

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Integer,
    /// `true` or `false`; what the file leaves out is `false`.
    Flag,
    /// Texts, joined by `;`.
    List,
    /// Names and values, `name:value`, joined by `;`.
    Pairs,
    /// Anything, as JSON.
    Json,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its heading.
    pub name: &'static str,
    /// The way to its value in a row.
    pub at: &'static [&'static str],
    /// The type of the data files that the value is a field of, and the field.
    pub of: (&'static str, &'static str),
    /// What its cells hold.
    pub kind: Kind,
}

/// A table.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name, and that of its file.
    pub name: &'static str,
    /// What its rows are.
    pub about: &'static str,
    /// The columns.
    pub columns: &'static [Column],
    /// The columns that tell rows apart; empty where nothing but the order does.
    pub key: &'static [&'static str],
    /// Columns that name a record of another table by its `id`: column, table.
    pub refers: &'static [(&'static str, &'static str)],
}

/// A column that is a field of the row's own type.
const fn own(name: &'static str, at: &'static [&'static str], of: &'static str, kind: Kind) -> Column {
    Column {
        name,
        at,
        of: (of, name),
        kind,
    }
}

macro_rules! own {
    ($of:literal: $($name:ident $kind:ident),+ $(,)?) => {
        [$(own(stringify!($name), &[stringify!($name)], $of, Kind::$kind)),+]
    };
}

/// Every table.
pub const TABLES: [Table; 15] = [
    Table {
        name: "people",
        about: "People who held, or were to hold, a public office, or whom an event names.",
        columns: &own!("Person": id Text, name Text, sort_name Text, bio Text, same_as Pairs, sources List),
        key: &["id"],
        refers: &[],
    },
    Table {
        name: "offices",
        about: "Public offices.",
        columns: &[
            own("id", &["id"], "Office", Kind::Text),
            own("title", &["title"], "Office", Kind::Text),
            own("short_title", &["short_title"], "Office", Kind::Text),
            own("body", &["body"], "Office", Kind::Text),
            own("parent", &["parent"], "Office", Kind::Text),
            own("kind", &["kind"], "Office", Kind::Text),
            own("group", &["group"], "Office", Kind::Text),
            own("seats", &["seats"], "Office", Kind::Integer),
            own("needs_confirmation", &["needs_confirmation"], "Office", Kind::Flag),
            of("exists_from", &["exists", "from"], ("Exists", "from"), Kind::Text),
            of("exists_to", &["exists", "to"], ("Exists", "to"), Kind::Text),
            own("area", &["area"], "Office", Kind::Text),
            own("lat", &["lat"], "Office", Kind::Number),
            own("lon", &["lon"], "Office", Kind::Number),
            own("same_as", &["same_as"], "Office", Kind::Pairs),
            own("sources", &["sources"], "Office", Kind::List),
        ],
        key: &["id"],
        refers: &[("parent", "offices")],
    },
    Table {
        name: "former_titles",
        about: "Titles that an office had before.",
        columns: &[
            of("office", &["office"], ("TenuresFile", "office"), Kind::Text),
            own("title", &["title"], "FormerTitle", Kind::Text),
            own("until", &["until"], "FormerTitle", Kind::Text),
            own("sources", &["sources"], "FormerTitle", Kind::List),
        ],
        key: &["office", "until"],
        refers: &[("office", "offices")],
    },
    Table {
        name: "tenures",
        about: "One person in one office in one capacity.",
        columns: &[
            own("id", &["id"], "Tenure", Kind::Text),
            own("office", &["office"], "TenuresFile", Kind::Text),
            own("person", &["person"], "Tenure", Kind::Text),
            own("title", &["title"], "Tenure", Kind::Text),
            own("capacity", &["capacity"], "Tenure", Kind::Text),
            own("while_holding", &["while_holding"], "Tenure", Kind::List),
            own("continues", &["continues"], "Tenure", Kind::Text),
            own("co_holder", &["co_holder"], "Tenure", Kind::Flag),
            own("start", &["start"], "Tenure", Kind::Text),
            of(
                "in_post_by",
                &["start", "in_post_by"],
                ("InPostBy", "in_post_by"),
                Kind::Text,
            ),
            of("end_on", &["end", "on"], ("EndedOn", "on"), Kind::Text),
            of("end_reason", &["end", "reason"], ("EndedOn", "reason"), Kind::Text),
            of(
                "ongoing_as_of",
                &["end", "ongoing_as_of"],
                ("OngoingAsOf", "ongoing_as_of"),
                Kind::Text,
            ),
            of(
                "unknown_after",
                &["end", "unknown_after"],
                ("UnknownAfter", "unknown_after"),
                Kind::Text,
            ),
            own("sources", &["sources"], "Tenure", Kind::List),
            own("confidence", &["confidence"], "Tenure", Kind::Text),
            own("note", &["note"], "Tenure", Kind::Text),
        ],
        key: &["id"],
        refers: &[("office", "offices"), ("person", "people"), ("continues", "tenures")],
    },
    Table {
        name: "events",
        about: "What happened, was said, or was planned.",
        columns: &own!(
            "Event": id Text, date Text, kind Text, headline Text, summary Text, people List, offices List,
            tenures List, standing Text, sources List, confidence Text, supersedes Text, note Text,
        ),
        key: &["id"],
        refers: &[("supersedes", "events")],
    },
    Table {
        name: "evidence",
        about: "Which source supports which field of a tenure or an event.",
        columns: &[
            RECORD,
            of("field", &["field"], ("Dispute", "field"), Kind::Text),
            own("source", &["source"], "Evidence", Kind::Text),
            own("locator", &["locator"], "Evidence", Kind::Text),
        ],
        key: &[],
        refers: &[("source", "sources")],
    },
    Table {
        name: "disputes",
        about: "What other sources say of a field of a tenure, and why it was not chosen.",
        columns: &[
            RECORD,
            own("field", &["field"], "Dispute", Kind::Text),
            own("value", &["value"], "Dispute", Kind::Text),
            own("sources", &["sources"], "Dispute", Kind::List),
            own("why_not", &["why_not"], "Dispute", Kind::Text),
        ],
        key: &[],
        refers: &[],
    },
    Table {
        name: "sources",
        about: "Documents that were read.",
        columns: &own!(
            "Source": id Text, publisher Text, title Text, url Text, archived_url Text, published Text, accessed Text,
            kind Text, language Text,
        ),
        key: &["id"],
        refers: &[],
    },
    Table {
        name: "terms",
        about: "Terms of presidents.",
        columns: &own!("Term": id Text, president Text, label Text, start Text, end Text, sources List),
        key: &["id"],
        refers: &[],
    },
    Table {
        name: "claims",
        about: "Statements that circulated: where each comes from, and who agrees.",
        columns: &own!("Claim": id Text, claim Text, origin Text, agreement Text, sources List),
        key: &["id"],
        refers: &[],
    },
    Table {
        name: "reports",
        about: "What outlets reported of many offices at once.",
        columns: &[
            own("id", &["id"], "Report", Kind::Text),
            own("outlet", &["outlet"], "Report", Kind::Text),
            own("date", &["date"], "Report", Kind::Text),
            own("event", &["event"], "Report", Kind::Text),
            own("says", &["says"], "Report", Kind::Text),
            of("count_bound", &["count", "bound"], ("Count", "bound"), Kind::Text),
            of("count_number", &["count", "number"], ("Count", "number"), Kind::Integer),
            own("sources", &["sources"], "Report", Kind::List),
        ],
        key: &["id"],
        refers: &[("event", "events")],
    },
    Table {
        name: "reported_offices",
        about: "What each of those reports says of one office.",
        columns: &[
            of("report", &["report"], ("Report", "id"), Kind::Text),
            own("office", &["office"], "ReportedOffice", Kind::Text),
            own("standing", &["standing"], "ReportedOffice", Kind::Text),
            own("text", &["text"], "ReportedOffice", Kind::Text),
        ],
        key: &["report", "office"],
        refers: &[("report", "reports"), ("office", "offices")],
    },
    Table {
        name: "series",
        about: "Figures over time: what each measures. The values are in series/ID/data.csv.",
        columns: &own!(
            "Series": id Text, title Text, unit Text, short_unit Text, interval Text, description Text, processing Text,
            description_processing Text, caveats Text, checks Text, sources List,
        ),
        key: &["id"],
        refers: &[],
    },
    Table {
        name: "origins",
        about: "Who produced the figures of a series, how to cite them, and under what licence they are.",
        columns: &[
            of("series", &["series"], ("Series", "id"), Kind::Text),
            own("producer", &["producer"], "Origin", Kind::Text),
            own("title", &["title"], "Origin", Kind::Text),
            own("citation_full", &["citation_full"], "Origin", Kind::Text),
            own("url_main", &["url_main"], "Origin", Kind::Text),
            own("url_download", &["url_download"], "Origin", Kind::Text),
            own("date_published", &["date_published"], "Origin", Kind::Text),
            own("date_accessed", &["date_accessed"], "Origin", Kind::Text),
            own("licence", &["licence"], "Origin", Kind::Text),
        ],
        key: &[],
        refers: &[("series", "series")],
    },
    Table {
        name: "corrections",
        about: "Facts that were wrong, and what they say now.",
        columns: &own!(
            "Correction": id Text, date Text, class Text, record Text, field Text, old Json, new Json, reason Text,
            sources List, dataset Text, prev_sha256 Text,
        ),
        key: &["id"],
        refers: &[],
    },
];

/// The record that a row belongs to.
const RECORD: Column = of("record", &["record"], ("Correction", "record"), Kind::Text);

const fn of(name: &'static str, at: &'static [&'static str], of: (&'static str, &'static str), kind: Kind) -> Column {
    Column { name, at, of, kind }
}
