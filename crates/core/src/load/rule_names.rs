//! Every rule that a data folder is held to, with what must hold; the dictionary lists them from here.

/// The rules by name.
pub const RULES: &[(&str, &str)] = &[
    ("form-json", "the file is JSON"),
    ("form-shape", "it has its list of records"),
    ("form-field", "each field is one that the record has, of its type"),
    (
        "form-path",
        "the file's name is one that the folder has, and says what it holds",
    ),
    ("form-characters", "no control and no direction characters"),
    ("form-nfc", "Unicode in normal form C"),
    ("form-canonical", "the file is in its one form"),
    ("schema-current", "`schema/` is that of the program"),
    (
        "release-kept",
        "each released version is kept in `releases/` as it was, with its digest",
    ),
    ("schema-version", "the files have the shape that this program reads"),
    ("id-form", "an id can stand in an address"),
    ("id-twice", "no id twice"),
    ("reference-unknown", "what is named exists"),
    ("reference-twice", "nothing is named twice in a list"),
    ("source-unused", "each source supports something"),
    ("sources-missing", "a record names what it rests on"),
    ("moved", "an id that moved leads to one that is there"),
    ("date-form", "a date of the calendar"),
    ("date-order", "an end is not before its beginning"),
    ("as-of", "no fact is newer than `as_of`"),
    (
        "overlap",
        "at one time no more holders than seats, but for those with `co_holder`",
    ),
    ("overlap-note", "a co-holder has a note that says why"),
    (
        "gap-untold",
        "days that nobody held a post are told of by a note or an event",
    ),
    ("capacity-confirmed", "confirmed only where the post needs it"),
    ("capacity-appointed", "appointed or elected only where it does not"),
    (
        "office-exists",
        "a tenure is within the time in which its office exists, and that ends after it begins",
    ),
    ("office-seats", "an office has a seat"),
    (
        "former-titles",
        "titles that an office had follow one another while it exists, each unlike the next and with a source",
    ),
    (
        "same-person",
        "`continues` and `while_holding` name tenures of the same person",
    ),
    ("continues-office", "`continues` stays in the office"),
    ("continues-adjoins", "and ends where this one begins"),
    ("ongoing-future", "seen in office no later than `as_of`"),
    ("ongoing-stale", "a warning: not seen for 180 days"),
    ("tenure-future", "what is to come is an event, not a tenure"),
    (
        "contested-single",
        "a disputed tenure rests on more than one report of unnamed people",
    ),
    ("headline-length", "1 to 90 characters"),
    ("attribution", "a report that rests on unnamed people says so"),
    (
        "summary-missing",
        "an official event of a planned change says who announced what",
    ),
    ("wording", "no word that judges, and nothing attributed to nobody"),
    ("private", "no private address, number or birthday"),
    ("event-future", "what is to come has the standing `planned`"),
    ("event-outside", "an event is within the tenures that it names"),
    (
        "planned-past",
        "what was planned is followed up when its day has passed",
    ),
    ("address", "a web address"),
    ("series-header", "the columns of a series"),
    ("series-row", "a date and a number in each row"),
    ("series-order", "the rows in time"),
    ("series-empty", "a series has values"),
    ("figure-title", "a title's numbers can be computed"),
    ("figure-id", "its id is none of the figures that every dataset has"),
    ("figure-parts", "a figure draws something"),
    ("figure-divisor", "nothing is divided by zero"),
    ("figure-reference", "a reference is within its days"),
    ("map-place", "an office's place is on the map"),
    ("map-point", "a point is two numbers, on the map"),
    ("report-order", "reports stand in time"),
    ("story-text", "a step of the story says something"),
    ("story-view", "its view is one of the record"),
    ("story-computed", "what its text leaves to be computed can be"),
    ("page-language", "a file of pages is named after a language"),
    (
        "page-shape",
        "each language has the same pages, sections and paragraphs",
    ),
    ("page-computed", "what a page leaves to be computed can be"),
    (
        "translation-language",
        "a file of translations is named after its language, which the site has",
    ),
    ("translation-missing", "every text of the record is translated"),
    ("translation-extra", "what is translated is a text of the record"),
    ("translation-stale", "and of the record as it is now"),
    (
        "translation-form",
        "a translation says something, without space around it",
    ),
    ("translation-placeholder", "it has the placeholders of the text"),
    ("translation-same", "a sentence is not left as it is"),
    ("interface-json", "a file of the interface’s texts is JSON"),
    ("interface-missing", "it has every key of the first language"),
    ("interface-extra", "and no other"),
    (
        "interface-text",
        "a text has the placeholders and plural forms that it needs",
    ),
    (
        "words-language",
        "a file of a record’s own words is named after a language",
    ),
    ("words-key", "what it says otherwise is a text of the site"),
    ("words-text", "with the placeholders and plural forms of that text"),
    (
        "words-missing",
        "each language that the record can be read in says it too",
    ),
    (
        "fact-changed",
        "no fact that was released changes without an entry in corrections.json",
    ),
    (
        "id-released",
        "no id that was released goes without an alias in `moved`",
    ),
    (
        "version-same",
        "facts that differ from the release have a version of their own",
    ),
    (
        "released-digest",
        "released.json is as `data release` wrote it, and datapackage.json holds its digest",
    ),
    (
        "released-missing",
        "what was released is kept: released.json is there once datapackage.json or a correction tells of a release",
    ),
    ("correction-chain", "entries are as they were written, none is gone"),
    ("correction-record", "an entry is of a record"),
    (
        "correction-old",
        "what it says was said is what was released, or what the entry before says",
    ),
    ("correction-same", "it says something else than before"),
    ("correction-reason", "it says why"),
    ("correction-sources", "it names what it rests on, unless it is C3"),
    ("correction-order", "entries stand in time"),
    ("bundle", "what was read can be written for the program"),
];

/// The table of the rules, as the dictionary of the data has it.
#[must_use]
pub fn rule_table() -> String {
    let head = "| Rule | What must hold |\n| --- | --- |\n".to_owned();
    let row = |(name, holds): &(&str, &str)| ["| `", name, "` | ", holds, " |\n"].concat();
    head + &RULES.iter().map(row).collect::<String>()
}
