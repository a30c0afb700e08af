//! How long tenures last, group by group: the estimate of Kaplan and Meier.

use timeline_core::{
    date::DayRange,
    model::SurvivalGroup,
    query::survival::{
        Observation, ObservedSpell, SurvivalStep, at_risk_after, kaplan_meier, median_days, observed_spells,
    },
};

use super::{
    axis::{Axis, whole},
    chart::{Caption, Chart, KeyEntry, Shown},
    display_list::{Anchor, DisplayList, Key, Pen, ShapeClass},
    plot::{AXIS_PX, Frame, NAME_PX, Plot, plotted, widest_px},
    records::sources_of,
    table_twin::{Cell, TableTwin},
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, days, fill, number},
};

const HEIGHT_PX: i32 = 320;
const RISK_ROW_PX: i32 = 18;
const YEAR_DAYS: f64 = 365.25;

/// A group with its estimate.
struct Estimate {
    label: &'static str,
    spells: Vec<ObservedSpell>,
    seen: Vec<Observation>,
    steps: Vec<SurvivalStep>,
    left_out: usize,
}

fn estimates() -> Vec<Estimate> {
    let dataset = use_dataset();
    let estimate = |group: &'static SurvivalGroup| {
        let (spells, left_out) = observed_spells(dataset, &group.offices);
        let seen: Vec<Observation> = spells.iter().map(|spell| spell.seen).collect();
        Estimate {
            label: &group.label,
            steps: kaplan_meier(&seen),
            spells,
            seen,
            left_out,
        }
    };
    dataset.survival.iter().map(estimate).collect()
}

/// The figure, from the embedded dataset.
#[must_use]
pub(super) fn survival() -> Chart {
    let (dataset, t) = (use_dataset(), use_locale());
    let estimates = estimates();
    let left_out: Vec<String> = estimates
        .iter()
        .map(|one| [one.label, ": ", &one.left_out.to_string()].concat())
        .collect();
    let entries = (0_u8..)
        .zip(&estimates)
        .map(|(position, one)| KeyEntry {
            key: Key::Series(position),
            label: one.label.to_owned(),
            meaning: fill(
                t.chart_survival_group,
                &[
                    ("n", &one.seen.len().to_string()),
                    ("ended", &one.seen.iter().filter(|seen| seen.ended).count().to_string()),
                    ("median", &median_text(one)),
                ],
            ),
        })
        .collect();
    let tenures: Vec<_> = dataset
        .survival
        .iter()
        .flat_map(|group| &group.offices)
        .flat_map(|&office| dataset.tenures_of(office))
        .collect();
    Chart {
        id: "tenure-survival".to_owned(),
        caption: Caption {
            title: title(&estimates),
            subtitle: t.chart_survival_subtitle.to_owned(),
            unit: t.chart_survival_unit.to_owned(),
            period: DayRange::new(dataset.first_day(), dataset.as_of),
            how_to_read: t.chart_survival_how.to_owned(),
            caveats: vec![
                fill(t.chart_survival_caveat_open, &[("as_of", &day_text(t, dataset.as_of))]),
                fill(t.chart_survival_caveat_start, &[("groups", &left_out.join("; "))]),
                t.chart_survival_caveat_small.to_owned(),
            ],
        },
        entries,
        draw: Box::new(draw),
        table: Box::new(|_| table()),
        sources: sources_of(&tenures),
        more: Vec::new(),
    }
}

/// The median of a group: from the least to the most that the dates of its spells allow.
fn median_text(one: &Estimate) -> String {
    let t = use_locale();
    let median = |bound: &dyn Fn((i32, i32)) -> i32| {
        let seen = one.spells.iter().map(|spell| Observation {
            days: bound(spell.bounds_days),
            ..spell.seen
        });
        median_days(&kaplan_meier(&seen.collect::<Vec<_>>()))
    };
    match (median(&|bounds| bounds.0), median(&|bounds| bounds.1)) {
        (Some(least), Some(most)) if least == most => days(t, least),
        (Some(least), Some(most)) => fill(t.days_range, &[("min", &number(least)), ("max", &number(most))]),
        (Some(least), None) => fill(t.days_at_least, &[("n", &number(least))]),
        (None, _) => t.chart_survival_no_median.to_owned(),
    }
}

/// The takeaway: the median of each group.
fn title(estimates: &[Estimate]) -> String {
    let medians: Vec<String> = estimates
        .iter()
        .map(|one| [one.label, " ", &*median_text(one)].concat())
        .collect();
    fill(use_locale().chart_survival_title, &[("medians", &medians.join(", "))])
}

/// A share in tenths of a percent, rounded.
fn per_mille(share: f64) -> i32 {
    whole(share * 1000.0)
}

/// A share with four decimals, for programs.
fn plain_share(share: f64) -> String {
    let units = whole(share * 10_000.0);
    let rest = (units % 10_000 + 10_000).to_string();
    [&(units / 10_000).to_string(), ".", rest.get(1..).unwrap_or_default()].concat()
}

fn table() -> TableTwin {
    let t = use_locale();
    let estimates = estimates();
    let cells = |one: &Estimate, step: &SurvivalStep| -> Vec<Cell> {
        let mille = per_mille(step.share);
        let share = [&(mille / 10).to_string(), ".", &(mille % 10).to_string(), " %"].concat();
        vec![
            one.label.into(),
            Cell::of(number(step.days), step.days.to_string()),
            step.at_risk.to_string().into(),
            step.ended.to_string().into(),
            step.censored.to_string().into(),
            Cell::of(share, plain_share(step.share)),
        ]
    };
    TableTwin {
        columns: vec![
            t.chart_col_group,
            t.chart_col_days,
            t.chart_col_at_risk,
            t.chart_col_ended,
            t.chart_col_censored,
            t.chart_col_lasting,
        ],
        rows: estimates
            .iter()
            .flat_map(|one| one.steps.iter().map(move |step| cells(one, step)))
            .collect(),
    }
}

fn draw(Shown { width_px, .. }: Shown) -> DisplayList {
    let (dataset, t) = (use_dataset(), use_locale());
    let estimates = estimates();
    let width = i32::try_from(width_px).unwrap_or(0);
    let groups = i32::try_from(estimates.len()).unwrap_or(0);
    let is_narrow = width < 560;
    let labels = estimates.iter().map(|one| one.label);
    let beside = if is_narrow { 0 } else { widest_px(labels, NAME_PX) - 28 };
    let longest = estimates
        .iter()
        .filter_map(|one| one.steps.last())
        .map(|step| step.days)
        .max()
        .unwrap_or(1);
    let years = (f64::from(longest) / YEAR_DAYS).ceil().max(1.0);
    let risk_px = (groups + 1) * RISK_ROW_PX * if is_narrow { 2 } else { 1 } + 8;
    let frame = Frame {
        width,
        height: HEIGHT_PX + risk_px,
        left: widest_px(["100 %"], NAME_PX) + 8 + beside.max(0),
        right: 14,
        top: 12,
        bottom: AXIS_PX + risk_px,
    };
    let mut list = plotted(
        frame,
        Axis::Numbers(0.0, years * YEAR_DAYS),
        Axis::Numbers(0.0, 100.0),
        &|plot| {
            plot.numbers_axis(5, &|value| [&whole(value).to_string(), " %"].concat());
            years_axis(plot, years);
            let mut row = 0;
            for (position, one) in estimates.iter().enumerate() {
                draw_group(plot, position, one, row);
                row += one.steps.len();
            }
            numbers_at_risk(plot, &estimates, years, is_narrow, t.chart_at_risk);
        },
    );
    list.records = estimates
        .iter()
        .flat_map(|one| {
            one.steps.iter().map(|step| {
                let of_step = one.spells.iter().filter(|spell| spell.seen.days == step.days);
                let ids = of_step.map(|spell| &*dataset.tenure(spell.tenure).id);
                ids.collect::<Vec<&str>>().join(" ")
            })
        })
        .collect();
    list
}

fn years_axis(plot: &Plot<'_>, years: f64) {
    let t = use_locale();
    let floor = plot.floor_px();
    let count = whole(years);
    let room = plot.px((YEAR_DAYS, 0.0)).0 - plot.px((0.0, 0.0)).0;
    let every = if room >= 34 { 1 } else { 2 };
    let first = if every == 1 { 1 } else { 2 };
    for year in (0..=count).step_by(every) {
        let x = plot.px((f64::from(year) * YEAR_DAYS, 0.0)).0;
        plot.path_px(ShapeClass::Grid.into(), vec![(x, plot.frame.top), (x, floor)], false);
        let label = if year == 0 {
            "0".to_owned()
        } else if year == first {
            fill(
                if year == 1 { t.chart_year } else { t.chart_years },
                &[("n", &year.to_string())],
            )
        } else {
            year.to_string()
        };
        plot.text_px(ShapeClass::Tick, (x, floor + AXIS_PX / 2 + 2), Anchor::Middle, &label);
    }
}

/// The curve of a group, with a tick for each that was last seen.
fn draw_group(plot: &Plot<'_>, position: usize, one: &Estimate, first_row: usize) {
    let key = Key::Series(u8::try_from(position).unwrap_or(0));
    let pen = |class: ShapeClass| Pen::from(class).key(key);
    let mut line = vec![(0.0, 100.0)];
    let mut share = 100.0;
    for (at, step) in one.steps.iter().enumerate() {
        let (row, days) = (first_row + at, f64::from(step.days));
        line.push((days, share));
        share = step.share * 100.0;
        line.push((days, share));
        let (x, y) = plot.px((days, share));
        if step.censored > 0 {
            plot.path_px(pen(ShapeClass::Censored).row(row), vec![(x, y - 5), (x, y + 5)], false);
        }
        plot.spot(row, position, (x, y));
    }
    plot.line(pen(ShapeClass::Line), &line);
}

/// Under the curves: of how many each share is, year by year.
fn numbers_at_risk(plot: &Plot<'_>, estimates: &[Estimate], years: f64, is_narrow: bool, title: &str) {
    let rows = if is_narrow { 2 } else { 1 };
    let mut y = plot.floor_px() + AXIS_PX + RISK_ROW_PX / 2 + 6;
    plot.text_px(ShapeClass::Note, (2, y), Anchor::Start, title);
    y += RISK_ROW_PX;
    let room = plot.px((YEAR_DAYS, 0.0)).0 - plot.px((0.0, 0.0)).0;
    let every = if room >= 34 { 1 } else { 2 };
    for (position, one) in (0_u8..).zip(estimates) {
        let pen = Pen::from(ShapeClass::Name).key(Key::Series(position));
        plot.text_px(pen, (2, y), Anchor::Start, one.label);
        let line = y + (rows - 1) * RISK_ROW_PX;
        for year in (0..=whole(years)).step_by(every) {
            let days = f64::from(year) * YEAR_DAYS;
            let x = plot.px((days, 0.0)).0;
            let count = at_risk_after(&one.seen, whole(days)).to_string();
            plot.text_px(ShapeClass::Tick, (x, line), Anchor::Middle, &count);
        }
        y += rows * RISK_ROW_PX;
    }
}
