//! The view as the query of an address, and back.
//!
//! Reading never fails: unknown keys are ignored, a bad value gives the default
//! and a notice, of two equal keys the first counts.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{
    action::clean,
    figure_id::FigureId,
    migrate::current_key,
    state::{Column, Selection, Sort, SortKey, View, ViewState, bounded_day, limits},
};
use crate::{
    date::Day,
    model::Dataset,
    query::filter::{Choice, Dimension},
    scale::time::bounded,
};

/// The longest query that is read, in bytes.
pub const MAX_QUERY_BYTES: usize = 2048;

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A value of an address that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The key; empty when the query as a whole was too long.
    pub key: String,
    /// The value, shortened to a readable length.
    pub value: String,
}

/// The query of a state, without `?`; empty for the initial one.
#[must_use]
pub fn to_query(state: &ViewState, dataset: &Dataset) -> String {
    to_query_on(&ViewState::initial(dataset), state, dataset)
}

/// The same on a page that begins with a state: what stays as it is there is left out.
#[must_use]
pub fn to_query_on(initial: &ViewState, state: &ViewState, dataset: &Dataset) -> String {
    let mut query = String::new();
    let mut put = |key: &str, value: &str| {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(key);
        query.push('=');
        query.push_str(value);
    };
    let group_ids = |groups: &[u8]| {
        let ids: Vec<&str> = groups
            .iter()
            .filter_map(|&group| dataset.site.groups.get(usize::from(group)))
            .map(|group| &*group.id)
            .collect();
        ids.join(",")
    };
    if state.view != initial.view {
        put("view", state.view.word());
    }
    if state.range != initial.range {
        put("from", &state.range.from.to_string());
        put("to", &state.range.to.to_string());
    }
    if !state.filter.groups.is_empty() {
        put("group", &group_ids(&state.filter.groups));
    }
    for &dimension in Dimension::ALL {
        let chosen = state
            .filter
            .choices
            .iter()
            .filter(|choice| choice.dimension() == dimension);
        let words: Vec<&str> = chosen.map(|choice| choice.word(dataset)).collect();
        if !words.is_empty() {
            put(dimension.word(), &words.join(","));
        }
    }
    if !state.filter.text.is_empty() {
        put("q", &utf8_percent_encode(&state.filter.text, KEPT).to_string());
    }
    if !state.toggled.is_empty() {
        put("toggle", &group_ids(&state.toggled));
    }
    if state.sort != initial.sort {
        let sign = if state.sort.descending { "-" } else { "" };
        put("sort", &format!("{sign}{}", state.sort.key.word()));
    }
    if !state.hidden.is_empty() {
        let words: Vec<&str> = state.hidden.iter().map(|column| column.word()).collect();
        put("hide", &words.join(","));
    }
    if state.day != initial.day {
        put("day", &state.day.to_string());
    }
    if let Some(day) = state.compared {
        put("compare", &day.to_string());
    }
    let is_other_view = state.view != initial.view;
    if let Some(figure) = state.figure.filter(|_| is_other_view || state.figure != initial.figure) {
        put("figure", figure.id(dataset));
    }
    if !state.linked {
        put("linked", "no");
    }
    if let Some(report) = state.report.and_then(|at| dataset.reports.get(usize::from(at))) {
        put("report", &report.id);
    }
    if let Some(step) = dataset
        .story
        .get(usize::from(state.step))
        .filter(|_| state.step != initial.step)
    {
        put("step", &step.id);
    }
    if let Some(selection) = state.selection {
        put("select", selection.id(dataset));
    }
    query
}

/// The query of a figure as a state shows it, without the rest of the state; of the map for one that is no figure.
#[must_use]
pub fn figure_query(state: &ViewState, figure: Option<FigureId>, dataset: &Dataset) -> String {
    let shown = ViewState {
        view: if figure.is_some() { View::Figures } else { View::Map },
        figure,
        range: state.range,
        linked: state.linked,
        report: state.report,
        ..ViewState::initial(dataset)
    };
    to_query(&shown, dataset)
}

/// The state of a query, with or without `?`, and what of it could not be used.
#[must_use]
pub fn from_query(query: &str, dataset: &Dataset) -> (ViewState, Vec<Notice>) {
    from_query_on(ViewState::initial(dataset), query, dataset)
}

/// The same on a page that begins with a state: what the query does not say stays as it is there.
#[must_use]
pub fn from_query_on(mut state: ViewState, query: &str, dataset: &Dataset) -> (ViewState, Vec<Notice>) {
    let query = query.strip_prefix('?').unwrap_or(query);
    if query.len() > MAX_QUERY_BYTES {
        let notice = Notice {
            key: String::new(),
            value: String::new(),
        };
        return (state, vec![notice]);
    }
    let mut notices = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let mut range: (Option<Day>, Option<Day>) = (None, None);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decode(key), decode(value));
        let key = current_key(&key).to_owned();
        if seen.contains(&key) {
            continue;
        }
        if read(&key, &value, dataset, &mut state, &mut range).is_err() {
            notices.push(Notice {
                key: key.clone(),
                value: clean(&value),
            });
        }
        seen.push(key);
    }
    let is_seen = |key: &str| seen.iter().any(|other| other == key);
    if state.view != View::Chart {
        if !is_seen("view") && state.figure.is_some() {
            state.view = View::Figures;
        } else if is_seen("view") && !is_seen("figure") {
            // A figure that the page begins with belongs to its own view.
            state.figure = None;
        }
    }
    state.figure = FigureId::of_view(dataset, state.view, state.figure);
    let limits = limits(dataset);
    match range {
        (None, None) => {}
        (from, to) => {
            let (from, to) = (from.unwrap_or(state.range.from), to.unwrap_or(state.range.to));
            if from < to {
                state.range = bounded(from, to, limits);
            } else {
                notices.push(Notice {
                    key: "to".to_owned(),
                    value: to.to_string(),
                });
            }
        }
    }
    (state, notices)
}

struct BadValue;

fn read(
    key: &str,
    value: &str,
    dataset: &Dataset,
    state: &mut ViewState,
    range: &mut (Option<Day>, Option<Day>),
) -> Result<(), BadValue> {
    match key {
        "view" => {
            let view = View::from_word(value).filter(|view| view.has_something(dataset));
            state.view = view.ok_or(BadValue)?;
        }
        "from" => range.0 = Some(Day::parse(value).ok_or(BadValue)?),
        "to" => range.1 = Some(Day::parse(value).ok_or(BadValue)?),
        "group" => state.filter.groups = groups(value, dataset)?,
        "toggle" => state.toggled = groups(value, dataset)?,
        "hide" => state.hidden = set(value, Column::from_word)?,
        "day" => state.day = day_of_record(value, dataset)?,
        "compare" => state.compared = Some(day_of_record(value, dataset)?),
        "q" => {
            if clean(value) != value {
                return Err(BadValue);
            }
            value.clone_into(&mut state.filter.text);
        }
        "sort" => {
            let (word, descending) = value.strip_prefix('-').map_or((value, false), |word| (word, true));
            let key = SortKey::from_word(word).ok_or(BadValue)?;
            state.sort = Sort { key, descending };
        }
        "figure" => state.figure = Some(FigureId::find(dataset, value).ok_or(BadValue)?),
        "linked" => {
            state.linked = match value {
                "yes" => true,
                "no" => false,
                _ => return Err(BadValue),
            };
        }
        "report" => {
            let position = dataset.reports.iter().position(|report| &*report.id == value);
            let position = position.ok_or(BadValue)?;
            // The last report is all of them.
            state.report = u8::try_from(position)
                .ok()
                .filter(|_| position + 1 < dataset.reports.len());
        }
        "step" => {
            let position = dataset.story.iter().position(|step| &*step.id == value);
            state.step = position.and_then(|at| u8::try_from(at).ok()).ok_or(BadValue)?;
        }
        "select" => state.selection = Some(Selection::find(dataset, value).ok_or(BadValue)?),
        _ => {
            if let Some(dimension) = Dimension::from_word(key) {
                for choice in set(value, |word| Choice::find(dataset, dimension, word))? {
                    let at = state.filter.choices.partition_point(|other| *other < choice);
                    state.filter.choices.insert(at, choice);
                }
            }
        }
    }
    Ok(())
}

/// A day that the record covers.
fn day_of_record(value: &str, dataset: &Dataset) -> Result<Day, BadValue> {
    let day = Day::parse(value).ok_or(BadValue)?;
    (bounded_day(day, dataset) == day).then_some(day).ok_or(BadValue)
}

fn groups(value: &str, dataset: &Dataset) -> Result<Vec<u8>, BadValue> {
    set(value, |id| {
        let position = dataset.site.groups.iter().position(|group| &*group.id == id)?;
        u8::try_from(position).ok()
    })
}

/// A comma-separated set: sorted, without repetitions; every word must be known.
fn set<T: Ord>(value: &str, known: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, BadValue> {
    let mut values: Vec<T> = Vec::new();
    for word in value.split(',') {
        let one = known(word).ok_or(BadValue)?;
        let at = values.partition_point(|other| *other < one);
        if values.get(at) != Some(&one) {
            values.insert(at, one);
        }
    }
    Ok(values)
}

pub(super) fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " "))
        .decode_utf8_lossy()
        .into_owned()
}
