//! The data files as they are written: the serde mirror of the JSON, unknown fields denied.
//!
//! Only `load` reads these types. Closed lists of words are the model's own.

mod correction;
mod figure;
mod file;
mod record;
mod story;

pub(crate) use correction::{Correction, CorrectionClass, ReleasedFile};
pub(crate) use figure::{Report, SeriesFigure, SurvivalGroup};
pub(crate) use file::{
    ClaimsFile, CorrectionsFile, DataPackage, EventsFile, FiguresFile, MapFile, OfficesFile, PagesFile, PeopleFile,
    ReportsFile, SourcesFile, StoryFile, TenuresFile, TermsFile, TranslatedText, TranslationFile, WordsFile,
};
pub(crate) use record::{Claim, End, Event, Evidence, Office, Person, Series, Source, Start, Tenure, Term};
pub(crate) use story::StoryStep;
