use leptos::prelude::*;
use timeline_core::{
    date::Day,
    layout::{
        labels::{LabelFit, LabelPlace, fit},
        placed::PlacedTenure,
    },
    query::lengths::length,
    view::{action::Action, state::Selection},
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n::{self, capacity, span},
    timeline::plane::{Plane, span_style},
};

/// A tenure as a bar: colour, pattern and text by capacity, fading where its days are in doubt.
#[component]
pub fn TenureBar(
    /// The tenure with its days.
    placed: PlacedTenure,
    /// Where the next bar of its row begins.
    next: Option<Day>,
    /// Whether it is in the head's lane, which is taller.
    is_head: bool,
    /// Whether it is the first of its lane.
    first: bool,
) -> impl IntoView {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let plane = expect_context::<Plane>();
    let tenure = dataset.tenure(placed.tenure);
    let person = dataset.person(tenure.person);
    let names = [person.name.to_string(), person.surname().to_owned(), person.initials()];
    let selection = Selection::Tenure(placed.tenure);
    let selected = Memo::new(move |_| view.with(|state| state.selection == Some(selection)));
    let hidden = move || view.visible.with(|visible| !visible.has_tenure(placed.tenure));
    let fitted = {
        let names = names.clone();
        Memo::new(move |_| fit_label(&names, &placed, next, is_head, &plane))
    };
    let text = move || {
        let LabelFit { candidate, place } = fitted.get();
        let name = names.get(usize::from(candidate)).cloned();
        name.filter(|_| place != LabelPlace::Hidden).unwrap_or_default()
    };
    let place = move || if fitted.get().place == LabelPlace::Beside { "beside" } else { "inside" };
    let label = [
        person.name.as_ref(),
        ", ",
        &tenure.title,
        ", ",
        &span(t, tenure),
        ", ",
        &i18n::length(t, length(tenure, dataset.as_of)),
        ", ",
        capacity(t, tenure.capacity),
    ]
    .concat();
    let toggle = move |_| {
        let next = (!selected.get_untracked()).then_some(selection);
        view.dispatch(Action::Select(next));
    };
    view! {
        <li class="lane__item" style=bar_style(&placed) hidden=hidden>
            <button class="tenure-bar" type="button" data-tenure=tenure.id.to_string() data-records=tenure.id.to_string()
                data-capacity=tenure.capacity.word() data-open=placed.open.to_string()
                data-day=placed.solid_from.epoch_days().to_string()
                tabindex=if first { "0" } else { "-1" }
                aria-label=label.clone() title=label
                aria-pressed=move || if selected.get() { "true" } else { "false" } on:click=toggle>
                <span class="tenure-bar__label" data-place=place aria-hidden="true">{text}</span>
            </button>
        </li>
    }
}

fn bar_style(placed: &PlacedTenure) -> String {
    let days = placed.range().len_days().max(1);
    let percent = |day: Day| placed.from.days_until(day) * 100 / days;
    format!(
        "{};--row:{};--fade-in:{}%;--fade-out:{}%",
        span_style(placed.from, placed.to),
        placed.row,
        percent(placed.solid_from),
        percent(placed.solid_to),
    )
}

/// Chooses the label for the part of the bar that is on the screen.
fn fit_label(names: &[String; 3], placed: &PlacedTenure, next: Option<Day>, is_head: bool, plane: &Plane) -> LabelFit {
    let scale = plane.scale.get();
    let clamp = |day| scale.x_from_day(day).clamp(0.0, scale.width_px());
    let (from, to) = (clamp(placed.from), clamp(placed.to));
    let free = next.map_or(scale.width_px(), clamp) - to;
    let font_px = if is_head { 14.0 } else { 12.0 };
    let [full, surname, initials] = names;
    fit(&[full, surname, initials], to - from, free, font_px, is_head)
}
