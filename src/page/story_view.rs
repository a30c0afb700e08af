//! The guided reading: steps of text, and beside them the view that belongs to the step.

use leptos::{ev, prelude::*};
use timeline_core::{
    model::StoryStep,
    view::{
        action::Action,
        state::{Selection, View, ViewState},
        url::from_query,
    },
};

use crate::{
    charts::{chart::chart, figures::figure},
    context::{ViewContext, use_dataset, use_locale},
    derived::derived,
    i18n::{fill, partial_date},
    markup::{Markup, Slot, button, el},
    page::{map_view::map_view, record_link::record_link, source_list::folded_sources, story_text::computed},
    place::to_page,
    platform::{
        focus::{is_within, show_id},
        swipe::on_swipe,
        visibility::on_middle,
    },
    react::react,
    timeline::section::{Lanes, timeline_section},
};

/// The steps with their picture. A wide page is scrolled through; a narrow one, and an embed, show a step at a time.
#[must_use]
pub fn story_view(view: ViewContext) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let at = derived(move |_| view.with(|state| state.step));
    let shown = Slot::new();
    // The step that the reader has scrolled to: the page need not be scrolled to it.
    let scrolled = StoredValue::new(0_u8);
    react(move |before: Option<u8>| {
        let step = at.get();
        if before != Some(step) && scrolled.get_value() != step {
            scrolled.set_value(step);
            show_id(&step_id(dataset.story.get(usize::from(step))));
        }
        step
    });
    let steps = (0_u8..).zip(&dataset.story).map(|(position, step)| {
        let frame = Slot::new();
        on_middle(frame, move || {
            // The page scrolls for what has the focus too: another picture would take that away.
            if at.get_untracked() != position && !is_within(shown) {
                scrolled.set_value(position);
                view.dispatch(Action::GoToStep(position));
            }
        });
        section(step)
            .keep(frame)
            .live_option("aria-current", move || (at.get() == position).then_some("step".into()))
    });
    let text = Slot::new();
    on_swipe(text, move |is_next| go(view, is_next));
    let on_key = move |event: ev::KeyboardEvent| {
        let is_next = match &*event.key() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            _ => return,
        };
        event.prevent_default();
        go(view, is_next);
    };
    let article = el("a").attr("href", to_page("story/index.html")).text(t.story_article);
    let reading = el("div")
        .class("story__reading")
        .keep(text)
        .on(ev::keydown, on_key)
        .child(el("ol").class("story__steps").children(steps))
        .child(bar(view));
    let picture = el("div")
        .class("story__picture")
        .keep(shown)
        .each(move || vec![at.get().to_string()], move |key| picture(view, key));
    el("div")
        .class("story")
        .child(el("p").class("story__article").child(article))
        .child(el("div").class("story__columns").child(reading).child(picture))
}

/// Goes to the step before or after.
fn go(view: ViewContext, is_next: bool) {
    let step = view.peek(|state| state.step);
    let to = if is_next {
        step.checked_add(1)
    } else {
        step.checked_sub(1)
    };
    if let Some(to) = to {
        view.dispatch(Action::GoToStep(to));
    }
}

/// Where one is, and the ways to the steps before and after.
fn bar(view: ViewContext) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let count = dataset.story.len();
    let step = move |name: &'static str, is_next: bool| {
        let is_end = move || {
            view.with(|state| {
                let at = usize::from(state.step);
                if is_next { at + 1 >= count } else { at == 0 }
            })
        };
        // A button at its end stays where the focus is.
        button("story__go")
            .live_option("aria-disabled", move || is_end().then_some("true".into()))
            .on(ev::click, move |_| go(view, is_next))
            .text(name)
    };
    let place = move || {
        let at = view.with(|state| state.step);
        let title = dataset
            .story
            .get(usize::from(at))
            .map_or_else(String::new, |step| computed(&step.title, t));
        let place = fill(
            t.story_step,
            &[("at", &(u16::from(at) + 1).to_string()), ("n", &count.to_string())],
        );
        [&place, ": ", &*title].concat().into()
    };
    el("nav")
        .class("story__bar")
        .attr("aria-label", t.story_steps)
        .child(step(t.story_previous, false))
        .child(el("p").class("story__place").attr("role", "status").live_text(place))
        .child(step(t.story_next, true))
}

/// The text of a step, with its events and sources.
fn section(step: &StoryStep) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let id = step_id(Some(step));
    let events = step.events.iter().map(|&ix| {
        let event = dataset.event(ix);
        el("li")
            .text([&partial_date(t, event.date), " "].concat())
            .child(record_link(Selection::Event(ix)).text(event.headline.to_string()))
    });
    let events = (!step.events.is_empty()).then(|| {
        el("details")
            .class("story__events")
            .child(el("summary").text([t.detail_events, " (", &step.events.len().to_string(), ")"].concat()))
            .child(el("ul").class("detail__list").children(events))
    });
    el("li")
        .class("story__step")
        .attr("id", id)
        .child(el("h2").class("story__title").text(computed(&step.title, t)))
        .children(step.text.iter().map(|text| el("p").text(computed(text, t))))
        .children(events)
        .child(folded_sources(None, &step.sources, &[], "story__sources"))
}

fn step_id(step: Option<&StoryStep>) -> String {
    step.map_or_else(String::new, |step| ["step-", &*step.id].concat())
}

/// The view of a step, which the reader may move: the text stays where it is.
fn picture(view: ViewContext, key: &str) -> Markup {
    let dataset = use_dataset();
    let step = key.parse::<usize>().ok().and_then(|at| dataset.story.get(at));
    let state = step.map_or_else(|| ViewState::initial(dataset), |step| from_query(&step.view, dataset).0);
    let (kind, id) = (state.view, state.figure);
    let linked = step.is_some_and(|step| step.view.contains("from="));
    let state = state.apply(Action::Link(linked || kind == View::Map), dataset);
    provide_context(view.picture(state));
    let shown = el("div").class("story__shown");
    match kind {
        View::Chart | View::Figures => shown.children(id.and_then(figure).map(chart)),
        View::Map => shown.child(map_view()),
        View::Timeline | View::Date | View::Story | View::Table => timeline_section(shown, Lanes::All),
    }
}
