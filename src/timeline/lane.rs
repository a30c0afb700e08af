//! The lane of an office.

use leptos::prelude::*;
use timeline_core::{
    date::Day,
    layout::{
        lanes::{pack, row_count},
        level_of_detail::{LaneRows, Mark},
        placed::{PlacedTenure, placed},
    },
    model::{EventFamily, OfficeIx},
    query::succession::{Gap, gaps},
    view::state::limits,
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    markup::{Markup, Slot, el},
    platform::visibility::on_near,
    timeline::{
        event_lane::event_lane, gap_mark::gap_mark, plane::Plane, tenure_bar::tenure_bar,
        tenure_summary::tenure_summary,
    },
};

/// So many lanes are taken to be near the screen before that can be asked.
const FIRST_NEAR: usize = 12;

/// A gap that is narrower is not drawn in a large record.
const NARROWEST_GAP_PX: f64 = 6.0;

/// What a lane shows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    gaps: Vec<Gap>,
    marks: Vec<Mark>,
}

/// One office: its name and its tenures in time, in rows where they overlap; for the head
/// office a lane of nominations too.
pub(super) fn lane(office: OfficeIx) -> impl Iterator<Item = Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let row = dataset.office(office);
    let is_head = office == dataset.site.head_office;
    let packed = pack(&placed(dataset, office));
    let rows = ["--rows:", &row_count(&packed).to_string()].concat();
    let plane = expect_context::<Plane>();
    let slot = Slot::new();
    let shown = shown(office, packed, plane, slot);
    let drawn = move || shown.with(Shown::keys);
    let one = move |key: &str| shown.with_untracked(|shown| shown.draw(key, is_head));
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
        .live_attr("style", move || plane.layer_style().into())
        .each(drawn, one);
    let lane = el("section")
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
        );
    let nominations = is_head.then(|| event_lane(EventFamily::Nominations, Some(office), t.lane_nominations));
    [lane].into_iter().chain(nominations)
}

/// What of a lane is to be drawn: all of it, or in a large record what is near what is on the screen.
fn shown(office: OfficeIx, packed: Vec<PlacedTenure>, plane: Plane, slot: Slot) -> Memo<Shown> {
    let (dataset, view) = (use_dataset(), use_view());
    let gaps = gaps(dataset, office, limits(dataset).from);
    let rows = Memo::new(move |_| {
        view.visible.with(|visible| {
            let shown = packed.iter().filter(|placed| visible.has_tenure(placed.tenure));
            LaneRows::new(shown.copied())
        })
    });
    let shows_gaps = Memo::new(move |_| view.with(|state| state.filter.shows_gaps()));
    let is_near = RwSignal::new(office.position() < FIRST_NEAR);
    if plane.is_windowed {
        on_near(slot, move |near| is_near.set(near));
    }
    Memo::new(move |_| {
        let gaps = if shows_gaps.get() { gaps.as_slice() } else { &[] };
        if !plane.is_windowed {
            return Shown {
                gaps: gaps.to_vec(),
                marks: rows.with(LaneRows::whole),
            };
        }
        if !is_near.get() {
            return Shown::default();
        }
        let (window, scale) = (plane.window(), plane.scale.get());
        let is_wide = |gap: &&Gap| f64::from(gap.range.len_days()) * scale.px_per_day() >= NARROWEST_GAP_PX;
        let first = gaps.partition_point(|gap| gap.range.to < window.from);
        let last = gaps.partition_point(|gap| gap.range.from <= window.to);
        let near = gaps.get(first..last).unwrap_or_default();
        Shown {
            gaps: near.iter().filter(is_wide).copied().collect(),
            marks: rows.with(|rows| rows.within(window, &scale)),
        }
    })
}

impl Shown {
    /// A key for each gap and mark: what stays keeps its element.
    fn keys(&self) -> Vec<String> {
        let gaps = self.gaps.iter().map(gap_key);
        gaps.chain(self.marks.iter().map(mark_key)).collect()
    }

    /// The element of a key.
    fn draw(&self, key: &str, is_head: bool) -> Markup {
        if let Some(gap) = self.gaps.iter().find(|gap| gap_key(gap) == key) {
            return gap_mark(*gap);
        }
        let found = self.marks.iter().position(|mark| mark_key(mark) == key);
        match found.and_then(|at| self.marks.get(at)) {
            Some(Mark::Bar(placed, next)) => tenure_bar(*placed, *next, is_head, found == Some(0)),
            Some(Mark::Summary {
                first, count, range, ..
            }) => tenure_summary(*count, *range, first.row),
            None => el("li"),
        }
    }
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
