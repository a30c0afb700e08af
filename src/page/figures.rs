//! The four figures of the first screen, computed from the record.

use timeline_core::{
    model::TenureIx,
    query::figures::{HeadFigures, head_figures},
    view::state::Selection,
};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{date_after_since, day_text, days, fill, number},
    markup::{Markup, el},
    page::record_link::record_link,
};

/// The four figures under the title; each opens what it rests on.
#[must_use]
pub fn figures() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let figures = head_figures(dataset);
    let median_note = fill(t.figure_median_note, &[("n", &figures.ended_spells.to_string())]);
    let key = dataset.site.key_figure.as_ref().map(|figure| {
        let of = fill(
            t.figure_of,
            &[("n", &dataset.offices_of(figure.group).count().to_string())],
        );
        let value = el("dd")
            .class("figure__value")
            .text([&figure.value.to_string(), " "].concat())
            .child(el("span").class("figure__of").text(of));
        one(
            figure.label.to_string(),
            value,
            note(figure.note.to_string(), Some(Selection::Event(figure.event))),
        )
        .attr("data-reported", "true")
    });
    let is_since_confirmed = figures.last_confirmed.is_some();
    let people = if is_since_confirmed {
        t.figure_people
    } else {
        t.figure_people_all
    };
    let terms = el("dl")
        .class("figures")
        .children(days_figure(&figures))
        .child(one(
            people.to_owned(),
            value(figures.people_since.to_string()),
            note(twice(&figures), None),
        ))
        .child(one(
            t.figure_median.to_owned(),
            value(median(&figures)),
            note(median_note, None),
        ))
        .children(key);
    el("section").attr("aria-label", t.figures_label).child(terms)
}

/// The days without a confirmed head; those of the head in office where there is one, or nobody was ever confirmed.
fn days_figure(figures: &HeadFigures) -> Option<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let name = |ix: TenureIx| ("person", dataset.person(dataset.tenure(ix).person).name.to_string());
    if let Some(ix) = figures.last_confirmed {
        let (key, left) = name(ix);
        let text = fill(
            t.figure_days_note,
            &[("since", &day_text(t, figures.since)), (key, &left)],
        );
        return Some(one(
            t.figure_days.to_owned(),
            value(number(figures.days_since)),
            note(text, Some(Selection::Tenure(ix))),
        ));
    }
    let ix = figures.incumbent?;
    let spell = figures.spells.iter().find(|spell| spell.tenures.contains(&ix))?;
    let (key, who) = name(ix);
    let since = date_after_since(t, spell.start.date());
    let text = fill(t.figure_incumbent_note, &[("since", &since), (key, &who)]);
    Some(one(
        t.figure_incumbent.to_owned(),
        value(number(spell.length(dataset.as_of).min_days)),
        note(text, Some(Selection::Tenure(ix))),
    ))
}

fn value(text: String) -> Markup {
    el("dd").class("figure__value").text(text)
}

/// One figure: its label above its value, a note below.
fn one(label: String, value: Markup, note: Markup) -> Markup {
    el("div")
        .class("figure")
        .child(el("dt").class("figure__label").text(label))
        .child(value)
        .child(el("dd").class("figure__more").child(note))
}

/// What a figure rests on: a link to a record, or to the list of heads.
fn note(text: String, opens: Option<Selection>) -> Markup {
    match opens {
        Some(selection) => record_link(selection).text(text),
        None => el("a").class("record-link").attr("href", "#heads-title").text(text),
    }
}

fn twice(figures: &HeadFigures) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let names: Vec<&str> = figures
        .more_than_once
        .iter()
        .map(|&ix| dataset.person(ix).surname())
        .collect();
    if names.is_empty() {
        t.figure_people_note_none.to_owned()
    } else {
        fill(t.figure_people_note_twice, &[("person", &names.join(", "))])
    }
}

fn median(figures: &HeadFigures) -> String {
    let t = use_locale();
    match figures.median.max_days {
        Some(max) if max != figures.median.min_days => fill(
            t.days_range,
            &[("min", &number(figures.median.min_days)), ("max", &number(max))],
        ),
        _ => days(t, figures.median.min_days),
    }
}
