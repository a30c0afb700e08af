//! The timeline as a whole: its keys, wheel and drags.

use leptos::{
    ev::{self, KeyboardEvent, WheelEvent},
    prelude::*,
};
use timeline_core::{
    layout::neighbours::Direction,
    model::EventFamily,
    view::{action::Action, state::Selection},
};

use crate::{
    context::{ViewContext, use_dataset, use_locale, use_view},
    derived::derived,
    i18n::{day_text, fill},
    markup::{Markup, Slot, el},
    page::polite::polite,
    platform::{
        fingers::Fingers,
        focus::{self, Lanes as FocusLanes, Moved},
        gesture::{self, whole},
        idle::when_idle,
        links, resize,
        rest::Rest,
    },
    react::react,
    timeline::{
        event_lane::{event_lane, event_lanes},
        hover_card::{Pointed, hover_card},
        key::key,
        key_list::key_list,
        lane::lane,
        lane_group::lane_group,
        overview::overview,
        pinch::pinched,
        plane::Plane,
        ruler::{as_of, ruler, terms},
        toolbar::toolbar,
        wheel_hint::{Hints, wheel_hint},
    },
};

/// How long a movement must pause until it has come to rest, in milliseconds.
const REST_MS: u32 = 120;

/// How much a double tap zooms.
const DOUBLE_TAP_ZOOM: f64 = 2.0;

/// How much a key zooms.
const ZOOM_STEP: f64 = 1.5;

/// What of the record a timeline shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lanes {
    /// Every group of offices and every kind of event.
    All,
    /// The head of the agency, and changes of leadership: above figures and the map.
    Head,
}

/// Adds the timeline with its tools.
#[must_use]
pub fn timeline_section(into: Markup, shows: Lanes) -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let plane = Plane::new(view);
    provide_context(plane);
    let (section, track) = (plane.section, Slot::new());
    let hints = Hints::new();
    resize::on_width(track, move |width| plane.measure(width));
    keep_in_step(plane, view);
    let label = move || {
        let range = plane.range.get();
        let to = day_text(t, range.to.min(dataset.as_of));
        fill(t.timeline_label, &[("from", &day_text(t, range.from)), ("to", &to)])
    };
    let ruler = move || {
        el("div").class("timeline__ruler").child(
            el("div")
                .class("timeline__track")
                .keep(track)
                .child(layer(plane).child(terms(false)).child(ruler()).child(as_of())),
        )
    };
    let timeline = el("section")
        .class("timeline")
        .attr("tabindex", "-1")
        .keep(section)
        .live_attr("aria-label", move || label().into())
        .live_attr("data-from", move || plane.range.get().from.to_string().into())
        .live_attr("data-to", move || plane.range.get().to.to_string().into())
        .live_bool("data-searching", move || {
            view.with(|state| !state.filter.text.trim().is_empty())
        })
        .flag("data-windowed", plane.is_windowed)
        .on(ev::keydown, move |event| on_key(&event, view, plane))
        .on(ev::focusin, move |_| focus::repair_tab_stops(plane.focus_lanes()))
        .child(el("p").class("visually-hidden").text(t.timeline_help))
        .child(polite(label))
        .child(wheel_hint(hints))
        .in_turn(ruler)
        .in_turn(move || lanes(shows, plane, view, track, hints));
    into.in_turn(toolbar)
        .in_turn(key_list)
        .child(timeline)
        .in_turn(overview)
        .in_turn(key)
        .in_turn(hover_card)
}

/// Chooses what is drawn when the range has moved, and keeps the focus and the tab stops.
fn keep_in_step(plane: Plane, view: ViewContext) {
    let (lanes, rest) = (plane.focus_lanes(), Rest::new());
    let toggled = derived(move |_| view.with(|state| state.toggled.clone()));
    focus::after_update(move || focus::repair_tab_stops(lanes));
    focus::keep_focus(lanes, move || {
        view.visible.track();
        toggled.track();
        plane.scale.track();
        plane.settled.track();
    });
    react(move |_| {
        view.visible.track();
        toggled.track();
        plane.settled.track();
        plane.range.track();
        plane.scale.track();
        rest.after(REST_MS, move || {
            plane.rest();
            focus::after_update(move || focus::repair_tab_stops(lanes));
        });
        focus::after_update(move || plane.follow());
    });
    react(move |_| {
        plane.scale.track();
        when_idle(move || plane.take_turn());
    });
}

/// The lanes, group by group, and what pointers do in them.
fn lanes(shows: Lanes, plane: Plane, view: ViewContext, track: Slot, hints: Hints) -> Markup {
    let dataset = use_dataset();
    let fingers = Fingers::new();
    let shade = el("div")
        .class("timeline__shade")
        .attr("aria-hidden", "true")
        .child(layer(plane).child(terms(true)).child(as_of()));
    let plane_of_lanes = el("div")
        .class("timeline__lanes")
        .on(ev::pointerdown, move |event| {
            plane.pointed.set(None);
            fingers.press(&event);
            let range = plane.range.get_untracked();
            if let Some(begin) = fingers.pair() {
                fingers.follow(move |now| {
                    let on_screen = gesture::place(track);
                    view.dispatch(Action::SetRange(pinched(range, on_screen, begin, now)));
                });
            } else {
                let days_a_px = f64::from(range.len_days()) / gesture::width_px(track);
                gesture::follow_drag(&event, move |by| {
                    if fingers.pair().is_none() {
                        view.dispatch(Action::PanDays(range, whole(-by * days_a_px)));
                    }
                });
            }
        })
        .on(ev::dblclick, move |event| {
            if links::closest(&event, "data-day").is_none() {
                zoom_at(view, track, event.client_x(), DOUBLE_TAP_ZOOM);
            }
        })
        .on(ev::pointerover, move |event| {
            if event.pointer_type() == "mouse" && event.buttons() == 0 {
                plane.pointed.set(pointed(&event, Some(event.client_x())));
            }
        })
        .on(ev::pointerleave, move |_| plane.pointed.set(None))
        .on(ev::focusin, move |event| plane.pointed.set(pointed(&event, None)))
        .on(ev::focusout, move |_| plane.pointed.set(None))
        .on(ev::click, move |event| {
            if let Some(id) = links::closest(&event, "data-tenure") {
                toggle(view, Selection::find(dataset, &id));
            }
        })
        .on(ev::wheel, move |event| on_wheel(&event, view, track, hints))
        .child(shade);
    match shows {
        Lanes::All => (0_u8..)
            .take(dataset.site.groups.len())
            .fold(plane_of_lanes, |into, group| into.in_turn(move || lane_group(group)))
            .in_turn(event_lanes),
        Lanes::Head => lane(plane_of_lanes, dataset.site.head_office)
            .in_turn(|| event_lane(EventFamily::Changes, None, use_locale().family_changes)),
    }
}

/// A layer that spans the whole record and shows a part of it.
fn layer(plane: Plane) -> Markup {
    el("div")
        .class("lane__layer")
        .live_attr("style", move || plane.layer_style.get().into())
}

/// Opens the detail of a record, or closes it when it is open.
fn toggle(view: ViewContext, record: Option<Selection>) {
    let is_open = record.is_some() && view.selection.get_untracked() == record;
    view.dispatch(Action::Select(record.filter(|_| !is_open)));
}

/// What is pointed at, for the card.
fn pointed(event: &ev::Event, pointer_x: Option<i32>) -> Option<Pointed> {
    let (ids, left, bottom) = links::pointed(event, pointer_x)?;
    Some(Pointed { ids, left, bottom })
}

/// With Ctrl or Cmd the wheel zooms; alone it scrolls the page, as anywhere.
fn on_wheel(event: &WheelEvent, view: ViewContext, track: Slot, hints: Hints) {
    if !(event.ctrl_key() || event.meta_key()) {
        hints.show_once();
        return;
    }
    event.prevent_default();
    zoom_at(view, track, event.client_x(), gesture::wheel_factor(event));
}

/// Zooms around the day at a pixel of the window.
fn zoom_at(view: ViewContext, track: Slot, client_x: i32, factor: f64) {
    let share = gesture::share_at(track, client_x);
    let range = view.peek(|state| state.range);
    let anchor = range.from.plus(whole(f64::from(range.len_days()) * share));
    view.dispatch(Action::ZoomAt(anchor, factor));
}

fn on_key(event: &KeyboardEvent, view: ViewContext, plane: Plane) {
    let (lanes, shows_keys) = (plane.focus_lanes(), plane.shows_keys);
    if event.key() == "Escape" {
        plane.pointed.set(None);
        shows_keys.set(false);
        return;
    }
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let direction = match event.key().as_str() {
        "ArrowLeft" => Some(Direction::Previous),
        "ArrowRight" => Some(Direction::Next),
        "ArrowUp" => Some(Direction::Up),
        "ArrowDown" => Some(Direction::Down),
        "Home" => Some(Direction::First),
        "End" => Some(Direction::Last),
        _ => None,
    };
    if let Some(direction) = direction {
        move_focus(event, view, lanes, direction);
        return;
    }
    let range = view.peek(|state| state.range);
    let anchor = focus::focused_day(plane.section)
        .unwrap_or_else(|| range.from.plus(range.len_days() / 2))
        .max(range.from)
        .min(range.to);
    let action = match event.key().as_str() {
        "+" | "=" => Action::ZoomAt(anchor, ZOOM_STEP),
        "-" | "_" => Action::ZoomAt(anchor, 1.0 / ZOOM_STEP),
        "0" => Action::Fit,
        "PageUp" => Action::Pan(-0.5),
        "PageDown" => Action::Pan(0.5),
        "t" => Action::Latest,
        "f" => Action::FitSelection,
        "/" => {
            event.prevent_default();
            focus::focus_id("search");
            return;
        }
        "?" => {
            event.prevent_default();
            shows_keys.update(|shows| *shows = !*shows);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    focus::hold_focus(lanes);
    view.dispatch(action);
}

/// Moves the focus, and the range with it when it leads out of it.
fn move_focus(event: &KeyboardEvent, view: ViewContext, lanes: FocusLanes, direction: Direction) {
    match focus::move_focus(lanes, direction) {
        Moved::No => return,
        Moved::InView => {}
        Moved::OutOfView(day) => {
            let range = view.peek(|state| state.range);
            let middle = range.from.plus(range.len_days() / 2);
            view.dispatch(Action::PanDays(range, middle.days_until(day)));
        }
    }
    event.prevent_default();
}
