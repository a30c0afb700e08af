//! Every change of the view, and what it does.

use super::figure_id::FigureId;
use super::state::{
    Column, Selection, Sort, SortKey, View, ViewState, bounded_day, default_range, limits, preset_range,
};
use crate::{
    date::{Day, DayRange},
    model::Dataset,
    query::filter::{Choice, Dimension, Filter},
    scale::time::{bounded, pan, pan_days, zoom_at},
};

/// Something that a reader, or the address, asks of the view.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Go to a tab.
    Show(View),
    /// Zoom by a factor (above 1: fewer days) around a day.
    ZoomAt(Day, f64),
    /// Zoom by a factor around the middle.
    Zoom(f64),
    /// Move by a share of the range (negative: earlier).
    Pan(f64),
    /// Show a range moved by days from another (dragging).
    PanDays(DayRange, i32),
    /// Show these days.
    SetRange(DayRange),
    /// Show these days with some room around them.
    ZoomTo(DayRange),
    /// Show the days of a preset, by its position.
    Preset(usize),
    /// Show the default range.
    Fit,
    /// Show the days of the open record.
    FitSelection,
    /// Move to the last day of the record.
    Latest,
    /// Open or close a group of lanes.
    ToggleGroup(u8),
    /// Show one group only; `None` for all.
    FilterGroup(Option<u8>),
    /// Add or remove a value of the filter.
    ToggleChoice(Choice),
    /// Choose one value of a dimension, or none of it.
    Choose(Dimension, Option<Choice>),
    /// Search for a text.
    Search(String),
    /// Show everything again.
    ClearFilters,
    /// Open a detail; `None` closes it.
    Select(Option<Selection>),
    /// Sort the table; again by the same key turns the order.
    SortBy(SortKey),
    /// Show who held each post on a day.
    SetDay(Day),
    /// Compare with another day; `None` ends that.
    Compare(Option<Day>),
    /// Show or hide a column of the tables.
    ToggleColumn(Column),
    /// Go to a figure.
    ShowFigure(FigureId),
    /// Let figures and map follow the range of the timeline, or not.
    Link(bool),
    /// Take reports into account up to one, by its position; all without one.
    ShowReport(Option<u8>),
    /// Go to a step of the guided reading, by its position.
    GoToStep(u8),
    /// Take the state of an address.
    Replace(Box<ViewState>),
}

impl ViewState {
    /// The state after an action. Never fails: what can't be done changes nothing.
    #[must_use]
    pub fn apply(&self, action: Action, dataset: &Dataset) -> Self {
        let mut next = self.clone();
        let limits = limits(dataset);
        match action {
            Action::Show(view) => {
                next.view = view;
                next.figure = FigureId::of_view(dataset, view, None);
                if view != View::Story {
                    next.step = 0;
                }
            }
            Action::ZoomAt(day, factor) => next.range = zoom_at(self.range, day, factor, limits),
            Action::Zoom(factor) => {
                let middle = self.range.from.plus(self.range.len_days() / 2);
                next.range = zoom_at(self.range, middle, factor, limits);
            }
            Action::Pan(by) => next.range = pan(self.range, by, limits),
            Action::PanDays(range, days) => next.range = pan_days(range, days, limits),
            Action::SetRange(range) => next.range = bounded(range.from, range.to, limits),
            Action::ZoomTo(range) => {
                let room = range.len_days() / 6 + 3;
                next.range = bounded(range.from.plus(-room), range.to.plus(room), limits);
            }
            Action::Preset(position) => {
                next.range = preset_range(dataset, position).unwrap_or(self.range);
            }
            Action::FitSelection => {
                if let Some(range) = self.selection.map(|selection| selection.range(dataset)) {
                    return next.apply(Action::ZoomTo(range), dataset);
                }
            }
            Action::Latest => {
                let room = (self.range.len_days() / 60).max(3);
                let by = self.range.to.days_until(dataset.as_of.plus(room));
                next.range = pan_days(self.range, by, limits);
            }
            Action::Fit => next.range = default_range(dataset),
            Action::ToggleGroup(group) => toggle(&mut next.toggled, group),
            Action::FilterGroup(group) => next.filter.groups = group.into_iter().collect(),
            Action::ToggleChoice(choice) => toggle(&mut next.filter.choices, choice),
            Action::Choose(dimension, choice) => {
                next.filter.choices.retain(|other| other.dimension() != dimension);
                if let Some(choice) = choice {
                    toggle(&mut next.filter.choices, choice);
                }
            }
            Action::Search(text) => next.filter.text = clean(&text),
            Action::ClearFilters => next.filter = Filter::default(),
            Action::Select(selection) => next.selection = selection,
            Action::SortBy(key) => {
                next.sort = Sort {
                    key,
                    descending: self.sort.key == key && !self.sort.descending,
                };
            }
            Action::SetDay(day) => next.day = bounded_day(day, dataset),
            Action::Compare(day) => next.compared = day.map(|day| bounded_day(day, dataset)),
            Action::ToggleColumn(column) => toggle(&mut next.hidden, column),
            Action::ShowFigure(figure) => {
                next.view = View::Figures;
                next.figure = Some(figure);
            }
            Action::Link(linked) => next.linked = linked,
            Action::ShowReport(report) => {
                next.report = report.filter(|&at| usize::from(at) + 1 < dataset.reports.len());
            }
            Action::GoToStep(step) => {
                if usize::from(step) < dataset.story.len() {
                    next.step = step;
                }
            }
            Action::Replace(state) => next = *state,
        }
        next
    }
}

/// The longest search text, in characters.
pub const MAX_SEARCH_CHARS: usize = 64;

/// A search text without control and direction characters, at most [`MAX_SEARCH_CHARS`] long.
#[must_use]
pub fn clean(text: &str) -> String {
    plain(text, MAX_SEARCH_CHARS)
}

/// A text without control and direction characters, at most so many characters long.
#[must_use]
pub fn plain(text: &str, max_chars: usize) -> String {
    text.chars()
        .filter(|letter| !letter.is_control())
        .filter(|letter| !matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .take(max_chars)
        .collect()
}

fn toggle<T: Ord>(list: &mut Vec<T>, value: T) {
    if let Some(position) = list.iter().position(|other| *other == value) {
        list.remove(position);
    } else {
        let at = list.partition_point(|other| *other < value);
        list.insert(at, value);
    }
}
