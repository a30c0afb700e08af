//! The dataset as the bytes that are embedded in the browser program.
//!
//! The bytes are made by the build from a checked dataset and read once at
//! start. They are no exchange format: the published data are the JSON files.
//! They begin with [`MAGIC`], a version and a checksum of the rest (FNV-1a), both little-endian.

use std::fmt;

use serde::Deserialize;

use crate::{
    date::Day,
    model::{
        Claim, Correction, Dataset, Event, Language, Map, Office, Person, Report, Series, SeriesFigure, Site, Source,
        StoryStep, SurvivalGroup, Tenure, Term,
    },
};

/// What the bytes begin with.
pub const MAGIC: &[u8; 8] = b"TIMELINE";

/// Raised when the model changes in a way that older programs cannot read.
pub const VERSION: u16 = 1;

const HEADER_BYTES: usize = MAGIC.len() + 2 + 4;

/// Why bytes cannot be read as a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// They do not begin as a bundle does.
    NoBundle,
    /// They are of another version than [`VERSION`].
    Version(u16),
    /// They are not as they were written.
    Damaged,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBundle => out.write_str("the record is missing"),
            Self::Version(version) => write!(out, "the record is of version {version}, the program reads {VERSION}"),
            Self::Damaged => out.write_str("the record is damaged"),
        }
    }
}

/// The dataset as bytes.
///
/// # Errors
/// Never for a dataset made by `load`; the error of the encoder otherwise.
pub fn write(dataset: &Dataset) -> Result<Vec<u8>, postcard::Error> {
    let body = postcard::to_allocvec(dataset)?;
    let header = [&MAGIC[..], &VERSION.to_le_bytes(), &checksum(&body).to_le_bytes()];
    Ok([&header.concat(), body.as_slice()].concat())
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// When the bytes are not those of a whole bundle of this version.
pub fn read(bytes: &[u8]) -> Result<Dataset, Unreadable> {
    let mut reader = Reader::new(bytes)?;
    loop {
        if let Some(dataset) = reader.step()? {
            return Ok(dataset);
        }
    }
}

/// Who led what: the first tables of a [`Dataset`], in its order.
type Tenures = (Box<str>, Day, Site, Vec<Person>, Vec<Office>, Vec<Tenure>);

/// The tables after the events.
type Rest = (
    Vec<Source>,
    Vec<Term>,
    Vec<Claim>,
    Vec<Series>,
    Vec<SeriesFigure>,
    Vec<SurvivalGroup>,
    Vec<Report>,
    Vec<StoryStep>,
    Vec<Correction>,
    Option<Map>,
    Vec<Language>,
    Vec<(Box<str>, Box<str>)>,
);

/// Reads what [`write`] wrote in steps, so that a browser can draw between them.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
    tenures: Option<Tenures>,
    events: Option<Vec<Event>>,
}

impl<'a> Reader<'a> {
    /// Begins to read.
    ///
    /// # Errors
    /// When the bytes are not those of a whole bundle of this version.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let (header, body) = bytes.split_at_checked(HEADER_BYTES).ok_or(Unreadable::NoBundle)?;
        let rest = header.strip_prefix(MAGIC).ok_or(Unreadable::NoBundle)?;
        let (version, sum) = rest.split_first_chunk::<2>().ok_or(Unreadable::NoBundle)?;
        let version = u16::from_le_bytes(*version);
        if version != VERSION {
            return Err(Unreadable::Version(version));
        }
        if sum != checksum(body).to_le_bytes() {
            return Err(Unreadable::Damaged);
        }
        Ok(Self {
            rest: body,
            tenures: None,
            events: None,
        })
    }

    /// Reads on; the dataset after the last step.
    ///
    /// # Errors
    /// When the bytes are not what a bundle consists of.
    pub fn step(&mut self) -> Result<Option<Dataset>, Unreadable> {
        if self.tenures.is_none() {
            self.tenures = Some(self.take()?);
            return Ok(None);
        }
        if self.events.is_none() {
            self.events = Some(self.take()?);
            return Ok(None);
        }
        let rest: Rest = self.take()?;
        let (sources, terms, claims, series, figures, survival, reports, story, corrections, map, languages, moved) =
            rest;
        let (tenures, events) = self.tenures.take().zip(self.events.take()).ok_or(Unreadable::Damaged)?;
        let (version, as_of, site, people, offices, tenures) = tenures;
        Ok(Some(Dataset {
            version,
            as_of,
            site,
            people,
            offices,
            tenures,
            events,
            sources,
            terms,
            claims,
            series,
            figures,
            survival,
            reports,
            story,
            corrections,
            map,
            languages,
            moved,
        }))
    }

    // Each type is a function of its own: the browser compiles it when it comes to it.
    #[inline(never)]
    fn take<T: Deserialize<'a>>(&mut self) -> Result<T, Unreadable> {
        let (taken, rest) = postcard::take_from_bytes(self.rest).map_err(|_| Unreadable::Damaged)?;
        self.rest = rest;
        Ok(taken)
    }
}

fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, &byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
