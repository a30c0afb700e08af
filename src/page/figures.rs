use leptos::prelude::*;
use timeline_core::{
    query::figures::head_figures,
    view::{action::Action, state::Selection},
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n::{days, day_text, fill, number},
};

/// The four figures under the title; each opens what it rests on.
#[component]
pub fn Figures() -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let figures = head_figures(dataset);
    let since = day_text(t, figures.since);
    let last = figures.last_confirmed.map(|ix| dataset.tenure(ix));
    let left = last.map(|tenure| dataset.person(tenure.person).name.to_string()).unwrap_or_default();
    let twice: Vec<&str> = figures.more_than_once.iter().map(|&ix| dataset.person(ix).surname()).collect();
    let people_note = if twice.is_empty() {
        t.figure_people_note_none.to_owned()
    } else {
        fill(t.figure_people_note_twice, &[("person", &twice.join(", "))])
    };
    let median = match figures.median.max_days {
        Some(max) if max != figures.median.min_days => {
            fill(t.days_range, &[("min", &number(figures.median.min_days)), ("max", &number(max))])
        }
        _ => days(t, figures.median.min_days),
    };
    let median_note = fill(t.figure_median_note, &[("n", &figures.ended_spells.to_string())]);
    let event = |ix| Some(Selection::Event(ix));
    let key = dataset.site.key_figure.as_ref();
    let key_figure = key.map(|figure| {
        let of = fill(t.figure_of, &[("n", &dataset.offices_of(figure.group).count().to_string())]);
        view! {
            <Figure label=figure.label.to_string() value=figure.value.to_string() of=of note=figure.note.to_string()
                opens=event(figure.event)/>
        }
    });
    let days_note = fill(t.figure_days_note, &[("since", &since), ("person", &left)]);
    view! {
        <dl class="figures">
            <Figure label=t.figure_days.to_owned() value=number(figures.days_since) of=String::new() note=days_note
                opens=figures.last_confirmed.map(Selection::Tenure)/>
            <Figure label=t.figure_people.to_owned() value=figures.people_since.to_string() of=String::new() note=people_note
                opens=None/>
            <Figure label=t.figure_median.to_owned() value=median of=String::new() note=median_note opens=None/>
            {key_figure}
        </dl>
    }
}

/// One figure: its label above its value, a note below.
#[component]
fn Figure(
    /// What it counts.
    label: String,
    /// The number.
    value: String,
    /// "of 25", or empty.
    of: String,
    /// What it rests on.
    note: String,
    /// The record that it opens; the list of heads otherwise.
    opens: Option<Selection>,
) -> impl IntoView {
    let view = use_view();
    let of = (!of.is_empty()).then(|| view! { <span class="figure__of">{of}</span> });
    let note = match opens {
        Some(selection) => {
            let open = move |_| view.dispatch(Action::Select(Some(selection)));
            view! { <button class="figure__note" type="button" on:click=open>{note}</button> }.into_any()
        }
        None => view! { <a class="figure__note" href="#heads-title">{note}</a> }.into_any(),
    };
    view! {
        <div class="figure">
            <dt class="figure__label">{label}</dt>
            <dd class="figure__value">{value}{of}</dd>
            <dd class="figure__more">{note}</dd>
        </div>
    }
}
