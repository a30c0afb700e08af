use leptos::{
    ev::{KeyboardEvent, WheelEvent},
    html::{Div, Section},
    prelude::*,
};
use timeline_core::{
    layout::neighbours::Direction,
    model::EventFamily,
    view::action::Action,
};

use crate::{
    context::{ViewContext, use_dataset, use_locale, use_view},
    i18n::{day_text, fill},
    platform::{focus, gesture, resize},
    timeline::{
        event_lane::EventLanes,
        key::Key,
        lane_group::LaneGroup,
        overview::Overview,
        plane::{Plane, range_style},
        ruler::{AsOf, Ruler, Terms},
        toolbar::Toolbar,
    },
};

/// How much a step of the wheel or a key zooms.
const ZOOM_STEP: f64 = 1.5;

/// The timeline with its tools.
#[component]
pub fn TimelineSection() -> impl IntoView {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let plane = Plane::new(view);
    provide_context(plane);
    let (section, track) = (NodeRef::<Section>::new(), NodeRef::<Div>::new());
    resize::on_width(track, move |width| plane.measure(width));
    Effect::new(move |_| {
        view.visible.track();
        view.with(|state| (state.toggled.len(), state.filter.groups.len()));
        plane.scale.track();
        focus::after_update(move || focus::repair_tab_stops(section));
    });
    let label = move || {
        let range = plane.range.get();
        fill(t.timeline_label, &[("from", &day_text(t, range.from)), ("to", &day_text(t, range.to.min(dataset.as_of)))])
    };
    let press = move |event: leptos::ev::PointerEvent| {
        let range = plane.range.get_untracked();
        let days_a_px = f64::from(range.len_days()) / gesture::width_px(track);
        gesture::follow_drag(&event, move |by| {
            view.dispatch(Action::PanDays(range, whole(-by * days_a_px)));
        });
    };
    let groups = (0..dataset.site.groups.len())
        .filter_map(|position| u8::try_from(position).ok())
        .map(|group| view! { <LaneGroup group/> })
        .collect_view();
    view! {
        <Toolbar/>
        <section class="timeline" node_ref=section aria-label=label
            data-from=move || plane.range.get().from.to_string()
            data-to=move || plane.range.get().to.to_string()
            style=move || range_style(plane.range.get())
            on:keydown=move |event| on_key(&event, view, section)
            on:focusin=move |_| focus::repair_tab_stops(section)>
            <p class="visually-hidden" id="timeline-help">{t.timeline_help}</p>
            <div class="timeline__ruler">
                <div class="timeline__track" node_ref=track><Terms/><Ruler/></div>
            </div>
            <div class="timeline__lanes" on:pointerdown=press on:wheel=move |event| on_wheel(&event, view, track)>
                <div class="timeline__shade" aria-hidden="true"><Terms shade=true/><AsOf/></div>
                {groups}
                <EventLanes families=EventFamily::ALL/>
            </div>
        </section>
        <Overview/>
        <Key/>
    }
}

/// A number of days from a fraction of them.
#[expect(clippy::cast_possible_truncation, reason = "a float cast saturates; pixels of a screen are few")]
fn whole(days: f64) -> i32 {
    days.round() as i32
}

fn on_wheel(event: &WheelEvent, view: ViewContext, track: NodeRef<Div>) {
    if !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    event.prevent_default();
    let share = gesture::share_at(track, event.client_x());
    let factor = if event.delta_y() < 0.0 { 1.2 } else { 1.0 / 1.2 };
    let range = view.peek(|state| state.range);
    let anchor = range.from.plus(whole(f64::from(range.len_days()) * share));
    view.dispatch(Action::ZoomAt(anchor, factor));
}

fn on_key(event: &KeyboardEvent, view: ViewContext, section: NodeRef<Section>) {
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
    let action = match event.key().as_str() {
        "+" | "=" => Some(Action::Zoom(ZOOM_STEP)),
        "-" | "_" => Some(Action::Zoom(1.0 / ZOOM_STEP)),
        "0" => Some(Action::Fit),
        "PageUp" => Some(Action::Pan(-0.5)),
        "PageDown" => Some(Action::Pan(0.5)),
        _ => None,
    };
    if let Some(direction) = direction {
        if focus::move_focus(section, direction) {
            event.prevent_default();
        }
    } else if let Some(action) = action {
        event.prevent_default();
        view.dispatch(action);
    }
}
