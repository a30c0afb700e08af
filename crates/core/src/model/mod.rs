//! The record: people, offices, tenures, events, sources, and how sure it is.
//!
//! The model is made by `load` from the data files, or read from the embedded
//! bundle; it is immutable after that. References are indices into the
//! dataset's tables. It holds no text of the interface.

mod claim;
mod correction;
mod dataset;
mod event;
mod figure;
mod index;
mod language;
mod map;
mod office;
mod person;
mod point_list;
mod report;
mod series;
mod site;
mod source;
mod story;
mod tenure;
mod term;
mod text_page;
pub(crate) mod words;

pub use claim::Claim;
pub use correction::{Correction, CorrectionClass};
pub use dataset::Dataset;
pub use event::{Event, EventFamily, EventKind, Standing};
pub use figure::{FigureForm, Part, Reference, SeriesFigure, SurvivalGroup};
pub use index::{EventIx, OfficeIx, PersonIx, SourceIx, TenureIx};
pub use language::Language;
pub use map::{MAP_SIZE_PX, Map, MapPoint};
pub use office::{FormerTitle, Office, OfficeKind};
pub use person::Person;
pub use report::{Bound, Report, ReportStanding, ReportedOffice};
pub use series::{Interval, Origin, Point, Processing, Series, SeriesBreak};
pub use site::{Group, KeyFigure, Preset, Site};
pub use source::{Source, SourceKind};
pub use story::StoryStep;
pub use tenure::{Capacity, Confidence, Dispute, End, EndReason, Evidence, EvidenceField, Start, Tenure};
pub use term::Term;
pub use text_page::{COMPUTED, ExplainedTerm, TextPage, TextSection};
