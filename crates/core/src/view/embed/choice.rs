//! A view in a frame, and the choices that are made of it.

use super::{
    super::{
        action::{Action, plain},
        figure_id::FigureId,
        state::{View, ViewState, bounded_day, limits},
    },
    parameters::EmbedParameters,
};
use crate::{
    date::{Day, DayRange},
    model::{Dataset, Language},
    query::filter::{Choice, Dimension},
};

/// The height of a frame that nobody has chosen, in pixels.
pub const DEFAULT_HEIGHT_PX: u16 = 720;
/// The lowest frame, in pixels.
pub const MIN_HEIGHT_PX: u16 = 120;
/// The highest frame, in pixels.
pub const MAX_HEIGHT_PX: u16 = 5_000;
/// The longest title of a frame, in characters.
pub const MAX_TITLE_CHARS: usize = 160;

/// A view in a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    /// What it shows.
    pub state: ViewState,
    /// How it shows it.
    pub parameters: EmbedParameters,
    /// The height of its frame, in pixels; with [`Height::Auto`](super::Height::Auto) until its content has told its own.
    pub height_px: u16,
    /// What its frame is called; empty when it has not been given a title.
    pub title: String,
}

impl Embed {
    /// A view with nothing chosen of how it is shown.
    #[must_use]
    pub fn of(state: ViewState) -> Self {
        Self {
            state,
            parameters: EmbedParameters::default(),
            height_px: DEFAULT_HEIGHT_PX,
            title: String::new(),
        }
    }

    /// The path of its page below the site: each language has one.
    #[must_use]
    pub fn path(&self) -> String {
        ["embed/", &self.folder()].concat()
    }

    /// The folder of the pages in its language.
    pub(in crate::view) fn folder(&self) -> String {
        self.parameters.language.unwrap_or(Language::FIRST).folder()
    }

    /// The embed with another value of a key: one of its query, `range` for the id of a preset, `px`
    /// for the height or `title`. A set gains or loses the value. `None` when the value cannot be used.
    #[must_use]
    pub fn with(&self, key: &str, value: &str, dataset: &Dataset) -> Option<Self> {
        let mut next = self.clone();
        if let Some(is_known) = next.parameters.take(key, value) {
            return is_known.then_some(next);
        }
        let act = |action: Action| self.state.apply(action, dataset);
        match key {
            "title" => next.title = plain(value, MAX_TITLE_CHARS),
            "px" => {
                let px = value.parse().ok();
                next.height_px = px.filter(|px| (MIN_HEIGHT_PX..=MAX_HEIGHT_PX).contains(px))?;
            }
            "view" => {
                let view = View::from_word(value)?;
                next.state = match FigureId::of_view(dataset, View::Chart, self.state.figure) {
                    Some(figure) if view == View::Chart => with_chart(&self.state, figure),
                    _ => act(Action::Show(view)),
                };
            }
            "chart" => next.state = with_chart(&self.state, FigureId::find(dataset, value)?),
            "from" => next.state = act(Action::SetRange(self.range(Some(value), None, dataset)?)),
            "to" => next.state = act(Action::SetRange(self.range(None, Some(value), dataset)?)),
            "range" => {
                let position = dataset.site.presets.iter().position(|preset| &*preset.id == value)?;
                next.state = act(Action::Preset(position));
            }
            "on" => {
                let day = Day::parse(value).filter(|&day| bounded_day(day, dataset) == day)?;
                next.state = act(Action::SetDay(day));
            }
            "step" => {
                let position = dataset.story.iter().position(|step| &*step.id == value)?;
                next.state = act(Action::GoToStep(u8::try_from(position).ok()?));
            }
            "group" => {
                let position = dataset.site.groups.iter().position(|group| &*group.id == value)?;
                let position = u8::try_from(position).ok()?;
                let groups = &mut next.state.filter.groups;
                match groups.binary_search(&position) {
                    Ok(at) => drop(groups.remove(at)),
                    Err(at) => groups.insert(at, position),
                }
            }
            _ => {
                let choice = Choice::find(dataset, Dimension::from_word(key)?, value)?;
                next.state = act(Action::ToggleChoice(choice));
            }
        }
        Some(next)
    }

    /// The embed without what of its filter is not a group or a capacity.
    #[must_use]
    pub fn without_other_filters(&self) -> Self {
        let mut next = self.clone();
        let filter = &mut next.state.filter;
        filter
            .choices
            .retain(|choice| choice.dimension() == Dimension::Capacity);
        filter.text.clear();
        next
    }

    /// Whether a key changes anything of what the view shows.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        let is_list = matches!(self.state.view, View::Timeline | View::Table);
        match key {
            "chart" => self.state.view == View::Chart,
            "on" => self.state.view == View::Date,
            "step" => self.state.view == View::Story,
            "from" | "to" => !matches!(self.state.view, View::Date | View::Story),
            "sort" => self.state.view == View::Table,
            _ => is_list,
        }
    }

    /// The range with another first or last day; `None` unless both are days of the record in their order.
    fn range(&self, from: Option<&str>, to: Option<&str>, dataset: &Dataset) -> Option<DayRange> {
        let limits = limits(dataset);
        let day = |text: Option<&str>, otherwise: Day| match text {
            Some(text) => Day::parse(text).filter(|day| limits.from <= *day && *day <= limits.to),
            None => Some(otherwise),
        };
        let (from, to) = (day(from, self.state.range.from)?, day(to, self.state.range.to)?);
        (from < to).then(|| DayRange::new(from, to))
    }
}

/// The state that shows one figure.
fn with_chart(state: &ViewState, figure: FigureId) -> ViewState {
    ViewState {
        view: View::Chart,
        figure: Some(figure),
        ..state.clone()
    }
}
