//! The lane of an office.

use leptos::prelude::*;
use timeline_core::{
    date::Day,
    layout::{
        lanes::{pack, row_count},
        level_of_detail::{Detail, Lane, Mark, Picture},
        placed::{PlacedTenure, placed},
    },
    model::{EventFamily, OfficeIx},
    query::succession::{Gap, gaps},
    scale::time::TimeScale,
    view::state::limits,
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    derived::derived,
    markup::{Markup, Slot, el},
    platform::visibility::on_near,
    timeline::{
        event_lane::{event_lane, has_events},
        gap_mark::gap_mark,
        lane_picture::lane_picture,
        plane::{Plane, with_overscan},
        tenure_bar::tenure_bar,
        tenure_summary::tenure_summary,
    },
};

/// A gap that is narrower is not drawn in a large record.
const NARROWEST_GAP_PX: f64 = 6.0;

/// What a lane shows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    gaps: Vec<Gap>,
    detail: Detail,
}

/// Adds the lane of an office; for the head office a lane of nominations too, where there were any.
pub(super) fn lane(into: Markup, office: OfficeIx) -> Markup {
    let with_tenures = into.in_turn(move || tenures(office));
    let is_head = office == use_dataset().site.head_office;
    if !is_head || !has_events(EventFamily::Nominations, Some(office)) {
        return with_tenures;
    }
    with_tenures.in_turn(move || event_lane(EventFamily::Nominations, Some(office), use_locale().lane_nominations))
}

/// The lane of an office: its name and its tenures in time, in rows where they overlap.
fn tenures(office: OfficeIx) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let row = dataset.office(office);
    let is_head = office == dataset.site.head_office;
    let packed = pack(&placed(dataset, office));
    let rows = row_count(&packed);
    let plane = expect_context::<Plane>();
    let is_near = plane.is_first_near(rows);
    let rows = ["--rows:", &rows.to_string()].concat();
    let (slot, scale) = (Slot::new(), plane.lane_scale());
    let shown = shown(office, packed, scale, slot, is_near);
    let drawn = move || shown.with(Shown::keys);
    let one = move |key: &str| shown.with_untracked(|shown| shown.draw(key, is_head, scale));
    let note = row
        .needs_confirmation
        .then(|| el("span").class("lane__note").text(t.lane_confirmation));
    let name = el("h3")
        .class("lane__name")
        .attr("title", row.title.to_string())
        .text(row.short_title.to_string())
        .children(note);
    let layer = el("ol")
        .class("lane__layer")
        .live_attr("style", move || plane.layer_style.get().into())
        .each(drawn, one);
    el("section")
        .class("lane")
        .attr("data-head", if is_head { "true" } else { "false" })
        .attr("style", rows)
        .child(name)
        .child(
            el("div")
                .class("lane__plane")
                .attr("data-lane", row.id.to_string())
                .keep(slot)
                .child(layer),
        )
}

/// What of a lane is to be drawn: all of it, or in a large record what is near what is on the screen.
fn shown(
    office: OfficeIx,
    packed: Vec<PlacedTenure>,
    scale: Memo<TimeScale>,
    slot: Slot,
    is_near: bool,
) -> Memo<Shown> {
    let (dataset, view) = (use_dataset(), use_view());
    let is_windowed = expect_context::<Plane>().is_windowed;
    let gaps = derived(move |_| gaps(dataset, office, limits(dataset).from));
    let lane = derived(move |_| {
        view.visible.with(|visible| {
            let is_shown = |placed: &&PlacedTenure| visible.has_tenure(placed.tenure);
            if visible.tenures.len() == dataset.tenures.len() {
                Lane::new(packed.iter().copied())
            } else {
                Lane::new(packed.iter().filter(is_shown).copied())
            }
        })
    });
    let shows_gaps = derived(move |_| view.with(|state| state.filter.shows_gaps()));
    let is_near = RwSignal::new(is_near);
    if is_windowed {
        let plane = expect_context::<Plane>();
        on_near(slot, move |near| {
            is_near.set(near);
            plane.settle();
        });
    }
    derived(move |_| {
        if is_windowed && !is_near.get() {
            return Shown::default();
        }
        let gaps = if shows_gaps.get() { gaps.get() } else { Vec::new() };
        if !is_windowed {
            return Shown {
                gaps,
                detail: lane.with(Lane::whole),
            };
        }
        let scale = scale.get();
        let window = with_overscan(scale.domain());
        let detail = lane.with(|lane| lane.within(dataset, window, &scale));
        let first = gaps.partition_point(|gap| gap.range.to < window.from);
        let last = gaps.partition_point(|gap| gap.range.from <= window.to);
        let near = gaps.get(first..last).unwrap_or_default();
        let is_drawn = |gap: &&Gap| {
            matches!(detail, Detail::Bars(_))
                && f64::from(gap.range.len_days()) * scale.px_per_day() >= NARROWEST_GAP_PX
        };
        Shown {
            gaps: near.iter().filter(is_drawn).copied().collect(),
            detail,
        }
    })
}

impl Shown {
    /// A key for each gap and mark: what stays keeps its element.
    fn keys(&self) -> Vec<String> {
        let gaps = self.gaps.iter().map(gap_key);
        match &self.detail {
            Detail::Bars(marks) => gaps.chain(marks.iter().map(mark_key)).collect(),
            Detail::Picture(picture) => gaps.chain([picture_key(picture)]).collect(),
        }
    }

    /// The element of a key.
    fn draw(&self, key: &str, is_head: bool, scale: Memo<TimeScale>) -> Markup {
        if let Some(gap) = self.gaps.iter().find(|gap| gap_key(gap) == key) {
            return gap_mark(*gap);
        }
        let marks = match &self.detail {
            Detail::Bars(marks) => marks,
            Detail::Picture(picture) => return lane_picture(picture),
        };
        let found = marks.iter().position(|mark| mark_key(mark) == key);
        match found.and_then(|at| marks.get(at)) {
            Some(Mark::Bar(placed, next)) => tenure_bar(*placed, *next, is_head, found == Some(0), scale),
            Some(Mark::Summary {
                first, count, range, ..
            }) => tenure_summary(*count, *range, first.row),
            None => el("li"),
        }
    }
}

/// Names a picture with all that it is made from: its days, its tenures and how finely they are drawn.
fn picture_key(picture: &Picture) -> String {
    let Picture { count, range, paths } = picture;
    let drawn: usize = paths.iter().map(|(_, path)| path.len()).sum();
    let numbers = [range.from.epoch_days(), range.to.epoch_days()].map(|day| day.to_string());
    let [from, to] = numbers;
    ["p", &from, "-", &to, "-", &count.to_string(), "-", &drawn.to_string()].concat()
}

fn gap_key(gap: &Gap) -> String {
    ["g", &gap.range.from.epoch_days().to_string()].concat()
}

/// Names a mark with all that its element is made from.
fn mark_key(mark: &Mark) -> String {
    let number = |placed: &PlacedTenure| placed.tenure.position().to_string();
    match mark {
        Mark::Bar(placed, next) => {
            let next = next.map_or(0, Day::epoch_days).to_string();
            [&number(placed), ">", &next].concat()
        }
        Mark::Summary { first, last, .. } => [&number(first), "-", &number(last)].concat(),
    }
}
