//! The figure around every chart: what it shows, its unit, period, sources, caveats and table.
//! It draws nothing itself: a chart gives it a display list for a width and a range of days.

use leptos::{ev, prelude::*};
use timeline_core::{date::DayRange, model::SourceIx, query::search::Query, view::state::ViewState};

use crate::{
    charts::{
        cursor::cursor,
        display_list::{DisplayList, Key, display_svg},
        table_twin::{Cell, TableTwin, scrolled, table_head, table_row},
        take_away::take_away,
    },
    context::{ViewContext, use_dataset, use_locale, use_view},
    derived::derived,
    i18n::{day_text, fill},
    markup::{Markup, Slot, el},
    page::source_list::source_list,
    place::to_page,
    platform::{
        focus::after_update, idle::when_idle, light::light, print::before_print, resize, rest::Rest,
        visibility::on_near,
    },
    react::react,
};

/// The width that the first rendering assumes, in pixels.
const FIRST_WIDTH_PX: u32 = 720;

/// How long a range must rest until the table follows it, in milliseconds.
const REST_MS: u32 = 150;

/// What a chart is about, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// What one sees, computed from the data.
    pub title: String,
    /// What is drawn.
    pub subtitle: String,
    /// The unit of its values.
    pub unit: String,
    /// The days that it covers.
    pub period: DayRange,
    /// How to read it.
    pub how_to_read: String,
    /// What to keep in mind.
    pub caveats: Vec<String>,
}

impl Caption {
    /// The days that the figure shows by itself: its period with the last day.
    #[must_use]
    pub fn days(&self) -> DayRange {
        DayRange::new(self.period.from, self.period.to.plus(1))
    }
}

/// An entry of a chart's key.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyEntry {
    /// What tells its marks apart.
    pub key: Key,
    /// Its name.
    pub label: String,
    /// What it means, in a sentence or more; empty when the name says it.
    pub meaning: String,
}

/// What is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// The width, in pixels.
    pub width_px: u32,
    /// The days.
    pub range: DayRange,
    /// How many reports are taken into account, the first of them.
    pub reports: usize,
}

/// Draws what is to be drawn.
pub type DrawFn = Box<dyn Fn(Shown) -> DisplayList + Send + Sync>;

/// Given as a context by a page without scripts: its figures are not read by pointer and keys, and
/// offer nothing to press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Still {
    /// With its table, its sources and what to keep in mind.
    Whole,
    /// Title, drawing and key: the rest stands on a page of its own.
    Drawing,
}

/// What a figure needs: none of it can be left out.
pub struct Chart {
    /// The permanent slug of the figure.
    pub id: String,
    /// What it is about.
    pub caption: Caption,
    /// Its key; empty when its marks are named where they are.
    pub entries: Vec<KeyEntry>,
    /// What it is drawn as.
    pub draw: DrawFn,
    /// The same numbers as a table.
    pub table: Box<dyn Fn(Shown) -> TableTwin + Send + Sync>,
    /// What the numbers rest on.
    pub sources: Vec<SourceIx>,
    /// More that belongs under the drawing.
    pub more: Vec<Markup>,
}

/// What the parts of a figure share.
pub(super) struct Figure {
    /// Its slug.
    pub(super) id: String,
    /// What it is about.
    pub(super) caption: Caption,
    /// What the numbers rest on.
    pub(super) sources: Vec<SourceIx>,
    /// Draws it.
    pub(super) draw: DrawFn,
    /// What is drawn now, and for what.
    pub(super) drawn: DisplayList,
    drawn_for: Shown,
    /// Makes the table.
    make_table: Box<dyn Fn(Shown) -> TableTwin + Send + Sync>,
    /// Its numbers, for what is shown once that rests.
    pub(super) table: TableTwin,
    table_for: Shown,
}

impl Figure {
    /// A row of what is drawn now, as it is spoken. The table may be of what was shown before.
    pub(super) fn spoken(&self, row: usize) -> String {
        if self.table_for == self.drawn_for {
            self.table.spoken(row)
        } else {
            (self.make_table)(self.drawn_for).spoken(row)
        }
    }
}

/// A figure on the page. Copied freely, like a signal.
#[derive(Clone, Copy)]
pub(super) struct Held {
    /// What its parts share.
    pub(super) figure: StoredValue<Figure>,
    /// What is to be drawn, as far as it is near the screen.
    pub(super) shown: Memo<Shown>,
}

/// A figure: title, drawing, table, unit, period, sources and caveats.
#[must_use]
pub fn chart(chart: Chart) -> Markup {
    let (t, view) = (use_locale(), use_view());
    let Chart {
        id,
        caption,
        entries,
        draw,
        table,
        sources,
        more,
    } = chart;
    let (frame, near) = (Slot::new(), RwSignal::new(true));
    let width = RwSignal::new(FIRST_WIDTH_PX);
    resize::on_width(frame, move |px| width.set(whole(px).clamp(240, 1600)));
    on_near(frame, move |is_near| near.set(is_near));
    let (rests, tables) = (RwSignal::new(0_u32), RwSignal::new(0_u32));
    let shown = shown(view, width, near, rests, caption.days());
    let first = shown.get_untracked();
    let held = Held {
        figure: StoredValue::new(Figure {
            id: id.clone(),
            caption: caption.clone(),
            sources: sources.clone(),
            drawn: draw(first),
            drawn_for: first,
            draw,
            table: table(first),
            table_for: first,
            make_table: table,
        }),
        shown,
    };
    at_rest(view, move || {
        // What is far from the screen is drawn, and the table told, once the view has come to rest.
        rests.try_update(|times| *times += 1);
        if let Some(shown) = shown.try_get_untracked() {
            held.figure.try_update_value(|figure| {
                figure.table = (figure.make_table)(shown);
                figure.table_for = shown;
            });
        }
        tables.try_update(|times| *times += 1);
    });
    let title_id = ["title-", &id].concat();
    let caveats = caption.caveats.iter().map(|text| el("li").text(text.clone()));
    let about = [el("p").text(caption.how_to_read.clone()), el("ul").children(caveats)];
    let drawing = el("div").class("chart__drawing").each(
        move || vec![shown.get().name()],
        move |_| {
            let shown = shown.get_untracked();
            held.figure.try_update_value(|figure| {
                if figure.drawn_for != shown {
                    figure.drawn = (figure.draw)(shown);
                    figure.drawn_for = shown;
                }
            });
            let lit = view.lit.get_untracked();
            if !lit.is_empty() {
                after_update(move || light(&lit));
            }
            held.figure.with_value(|figure| display_svg(&figure.drawn))
        },
    );
    let still = use_context::<Still>();
    let over = if still.is_some() {
        el("div").class("chart__frame")
    } else {
        cursor(held, frame)
    };
    let count = fill(t.chart_sources, &[("n", &sources.len().to_string())]);
    let figure = el("figure")
        .class("chart")
        .attr("id", ["figure-", &id].concat())
        .attr("aria-labelledby", title_id.clone())
        .child(head(&caption, title_id, still))
        .children(key(entries))
        .child(over.child(drawing));
    if still == Some(Still::Drawing) {
        return figure;
    }
    figure
        .children(more)
        .child(folded_twin(held, tables, still))
        .child(folded(t.chart_about.to_owned(), about))
        .child(folded(count, [source_list(&sources, &[], &Query::default())]))
        .children(still.is_none().then(|| take_away(held)))
}

/// Runs something whenever the view has changed and come to rest, in an idle moment.
fn at_rest(view: ViewContext, run: impl Fn() + Copy + 'static) {
    let rest = Rest::new();
    react(move |before: Option<()>| {
        view.with(|_| ());
        if before.is_some() {
            rest.after(REST_MS, move || {
                when_idle(move || {
                    run();
                    false
                });
            });
        }
    });
}

/// What a figure shows: the range and the report that all show, or its own period and all reports.
/// What is far from the screen waits until the view has come to rest.
fn shown(
    view: ViewContext,
    width: RwSignal<u32>,
    near: RwSignal<bool>,
    rests: RwSignal<u32>,
    period: DayRange,
) -> Memo<Shown> {
    let known = StoredValue::new(0_u32);
    derived(move |before: Option<&Shown>| {
        let times = rests.get();
        let is_due = known.get_value() != times;
        known.set_value(times);
        match before {
            Some(before) if !near.get() && !is_due => *before,
            _ => Shown {
                width_px: width.get(),
                range: view.with(|state| if state.linked { state.range } else { period }),
                reports: view.with(told_reports),
            },
        }
    })
}

impl Shown {
    /// Tells it apart from all others.
    fn name(self) -> String {
        let days = [self.range.from, self.range.to].map(|day| day.epoch_days().to_string());
        let rest = [self.width_px.to_string(), self.reports.to_string()];
        [days.join(" "), rest.join(" ")].join(" ")
    }
}

/// How many reports are not later than the range that all show.
#[must_use]
pub fn reports_in_range(state: &ViewState) -> usize {
    let reports = &use_dataset().reports;
    reports.partition_point(|report| !state.linked || report.date.earliest() <= state.range.to)
}

/// How many reports are taken into account: up to the one that was asked for, and none that is
/// later than the range that all show.
#[must_use]
pub fn told_reports(state: &ViewState) -> usize {
    let all = use_dataset().reports.len();
    let asked = state.report.map_or(all, |at| usize::from(at) + 1);
    asked.min(reports_in_range(state))
}

/// On a page of its own the title is that of the page.
fn head(caption: &Caption, title_id: String, still: Option<Still>) -> Markup {
    let title = (still != Some(Still::Whole)).then(|| {
        el("h3")
            .class("chart__title")
            .attr("id", title_id)
            .attr("tabindex", "-1")
            .text(caption.title.clone())
    });
    el("figcaption")
        .class("chart__caption")
        .children(title)
        .child(el("p").class("chart__subtitle").text(subtitle(caption)))
}

/// What is drawn, its unit and its period.
pub(super) fn subtitle(caption: &Caption) -> String {
    let t = use_locale();
    let (from, to) = (day_text(t, caption.period.from), day_text(t, caption.period.to));
    let unit = fill(t.chart_unit, &[("unit", &caption.unit)]);
    let period = fill(t.chart_period, &[("from", &from), ("to", &to)]);
    [&caption.subtitle, ". ", &unit, ". ", &period, "."].concat()
}

/// The key of a chart: a sample of each mark, its name and its meaning.
fn key(entries: Vec<KeyEntry>) -> Option<Markup> {
    if entries.is_empty() {
        return None;
    }
    let rows = entries.into_iter().map(|entry| {
        let sample = entry
            .key
            .on(el("span").class("chart__sample").attr("aria-hidden", "true"));
        let meaning = (!entry.meaning.is_empty())
            .then(|| el("span").class("chart__meaning").text([" ", &entry.meaning].concat()));
        el("li")
            .child(sample)
            .child(el("b").text(entry.label))
            .children(meaning)
    });
    Some(el("ul").class("chart__key").children(rows))
}

/// Content that opens under its title.
fn folded(title: String, content: impl IntoIterator<Item = Markup>) -> Markup {
    el("details")
        .class("chart__more")
        .child(el("summary").text(title))
        .children(content)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float cast saturates; a width is not negative"
)]
fn whole(px: f64) -> u32 {
    px.floor() as u32
}

/// The table of a chart, made once it is opened or printed; without scripts it stands on the figure's own page.
fn folded_twin(held: Held, tables: RwSignal<u32>, still: Option<Still>) -> Markup {
    let t = use_locale();
    let is_made = RwSignal::new(still == Some(Still::Whole));
    let make = move || {
        is_made.try_set(true);
    };
    if still.is_none() {
        before_print(make);
    }
    let id = held.figure.with_value(|figure| figure.id.clone());
    let way = to_page(&["figure/", &*id, "/index.html"].concat());
    let elsewhere = still.is_none().then(|| {
        let link = el("a").attr("href", way).text(t.chart_table_page);
        el("p").class("chart__elsewhere").child(link)
    });
    folded(t.chart_table.to_owned(), [twin(held, tables, is_made)])
        .children(elsewhere)
        .on(ev::toggle, move |_| make())
}

/// The table of a chart, which follows the range.
fn twin(held: Held, tables: RwSignal<u32>, is_made: RwSignal<bool>) -> Markup {
    let figure = held.figure;
    let columns = figure.with_value(|figure| table_head(&figure.table.columns));
    // A row is kept as long as it says the same.
    let keys = move || {
        tables.track();
        if !is_made.get() {
            return Vec::new();
        }
        figure.with_value(|figure| {
            let rows = figure.table.rows.iter().enumerate();
            rows.map(|(position, row)| row_key(position, row)).collect()
        })
    };
    let row = move |key: &str| {
        let position = key.split('\t').next().and_then(|number| number.parse::<usize>().ok());
        figure.with_value(|figure| {
            let row = position.and_then(|position| figure.table.rows.get(position));
            row.map_or_else(|| el("tr"), |row| table_row(row))
        })
    };
    let body = el("tbody").each(keys, row);
    scrolled(el("table").class("chart__table").child(columns).child(body))
}

/// Names a row by its position and all that it says.
fn row_key(position: usize, row: &[Cell]) -> String {
    let mut key = position.to_string();
    for cell in row {
        key.extend(["\t", &*cell.shown]);
    }
    key
}
