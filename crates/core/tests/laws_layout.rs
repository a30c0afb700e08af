//! Laws of the layout: lanes, markers, labels, and the way of the arrow keys.

#[cfg(test)]
mod any_record;

use any_record::{SAMPLE, any_record, office};
use proptest::prelude::*;
use timeline_core::{
    date::{Day, DayRange},
    layout::{
        density::{Cluster, clusters},
        labels::{LabelPlace, fit},
        lanes::{pack, row_count},
        level_of_detail::{Detail, Lane, Mark},
        neighbours::{Direction, neighbour},
        placed::{PlacedTenure, placed},
        spread::spread,
        text_width::text_width_px,
    },
    order::ordered,
    scale::time::TimeScale,
};

#[cfg(test)]
fn any_scale() -> impl Strategy<Value = TimeScale> {
    (12_000_i32..20_000, 14_i32..9_000, 200_u32..2_000).prop_map(|(from, len, width)| {
        let from = Day::from_epoch_days(from);
        TimeScale::new(DayRange::new(from, from.plus(len)), f64::from(width))
    })
}

/// The days over which a tenure keeps others out of its row.
#[cfg(test)]
fn kept(bar: &PlacedTenure) -> (Day, Day) {
    let middle = |from: Day, to: Day| from.plus((from.days_until(to) + 1) / 2);
    (middle(bar.from, bar.solid_from), middle(bar.solid_to, bar.to))
}

proptest! {
    #[test]
    fn a_bar_fades_in_is_solid_and_fades_out(dataset in any_record()) {
        for bar in placed(&dataset, office(&dataset)) {
            prop_assert!(bar.from <= bar.solid_from && bar.solid_from <= bar.solid_to && bar.solid_to <= bar.to, "{bar:?}");
            prop_assert!(bar.from < bar.to, "{bar:?}");
        }
    }

    #[test]
    fn every_tenure_is_placed_once_on_its_days(dataset in any_record()) {
        let bars = placed(&dataset, office(&dataset));
        let mut packed = pack(&bars);
        prop_assert!(packed.is_sorted_by_key(|bar| bar.from));
        prop_assert!(packed.iter().all(|bar| bar.row < row_count(&packed)));
        packed.sort_by_key(|bar| bar.tenure);
        let mut bars = bars;
        bars.sort_by_key(|bar| bar.tenure);
        for bar in &mut packed {
            bar.row = 0;
        }
        prop_assert_eq!(packed, bars);
    }

    #[test]
    fn no_row_is_opened_without_need(dataset in any_record()) {
        let packed = pack(&placed(&dataset, office(&dataset)));
        for bar in packed.iter().filter(|bar| bar.continues.is_none()) {
            let (from, _) = kept(bar);
            let earlier = packed.iter().take_while(|other| other.tenure != bar.tenure);
            let is_taken = |row: u8| earlier.clone().any(|other| other.row == row && kept(other).1 > from);
            prop_assert!((0..bar.row).all(is_taken), "{bar:?}");
        }
    }

    #[test]
    fn what_is_drawn_in_a_row_is_in_order_and_apart(dataset in any_record(), scale in any_scale()) {
        let lane = Lane::new(pack(&placed(&dataset, office(&dataset))));
        let Detail::Bars(marks) = lane.whole() else { panic!("a picture of the whole") };
        prop_assert_eq!(marks.len(), dataset.tenures.len());
        prop_assert!(marks.is_sorted_by_key(Mark::from));
        if let Detail::Bars(near) = lane.within(&dataset, scale.domain(), &scale) {
            let tenures = |mark: &Mark| match mark { Mark::Bar(..) => 1, Mark::Summary { count, .. } => *count };
            prop_assert!(near.is_sorted_by_key(Mark::from));
            prop_assert!(near.iter().map(tenures).sum::<usize>() <= marks.len());
            for mark in &near {
                if let Mark::Bar(bar, next) = mark {
                    prop_assert!(next.is_none_or(|next| bar.from <= next));
                }
            }
        }
    }

    #[test]
    fn a_crowded_lane_draws_a_number_that_adds_up(scale in any_scale(), at in 0_usize..30) {
        let office = SAMPLE.office_ixs().nth(at).unwrap();
        let packed = pack(&placed(&SAMPLE, office));
        let window = scale.domain();
        let shown = packed.iter().filter(|bar| bar.to >= window.from && bar.from <= window.to).count();
        let drawn = match Lane::new(packed).within(&SAMPLE, window, &scale) {
            Detail::Bars(marks) => marks.iter().map(|mark| match mark { Mark::Bar(..) => 1, Mark::Summary { count, .. } => *count }).sum(),
            Detail::Picture(picture) => picture.count,
        };
        prop_assert_eq!(drawn, shown);
    }

    #[test]
    fn clusters_count_every_marker_and_begin_apart(mut xs in prop::collection::vec(0.0..1_000.0_f64, 0..80), apart in 0.0..90.0_f64) {
        xs.sort_by(f64::total_cmp);
        let found = clusters(&xs, apart);
        prop_assert_eq!(found.iter().map(|cluster| cluster.count()).sum::<usize>(), xs.len());
        for pair in found.windows(2) {
            prop_assert!(xs[pair[1].first] - xs[pair[0].first] >= apart);
        }
        prop_assert!(found.iter().all(|cluster: &Cluster| xs[cluster.last] - xs[cluster.first] < apart || cluster.count() == 1));
    }

    #[test]
    fn more_room_between_markers_makes_no_more_clusters(mut xs in prop::collection::vec(0.0..1_000.0_f64, 0..80), apart in 1.0..60.0_f64, more in 1.0..4.0_f64) {
        xs.sort_by(f64::total_cmp);
        prop_assert!(clusters(&xs, apart * more).len() <= clusters(&xs, apart).len());
    }

    #[test]
    fn a_label_that_is_shown_has_its_room(names in prop::collection::vec("[A-Za-z .]{0,24}", 0..4), bar in 0.0..300.0_f64, free in 0.0..300.0_f64, bold in any::<bool>()) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let label = fit(&names, bar, free, 12.0, bold);
        let width = |at: u8| names.get(usize::from(at)).map_or(f64::INFINITY, |name| text_width_px(name, 12.0));
        match label.place {
            LabelPlace::Inside => prop_assert!(width(label.candidate) < bar),
            LabelPlace::Beside => prop_assert!(width(label.candidate) < free && usize::from(label.candidate) + 1 < names.len()),
            LabelPlace::Hidden => prop_assert_eq!(label.candidate, 0),
        }
        let wider = fit(&names, bar * 2.0, free, 12.0, bold);
        if label.place == LabelPlace::Inside {
            prop_assert!(wider.place == LabelPlace::Inside && wider.candidate <= label.candidate);
        }
    }

    #[test]
    fn the_width_of_a_text_is_that_of_its_parts(one in "\\PC{0,20}", other in "\\PC{0,20}", font in 1.0..40.0_f64) {
        let whole = text_width_px(&[one.as_str(), &other].concat(), font);
        prop_assert!((whole - text_width_px(&one, font) - text_width_px(&other, font)).abs() < 1e-6);
    }

    #[test]
    fn labels_are_moved_apart_whatever_their_order(wanted in prop::collection::vec(0_i32..400, 1..12), apart in 1_i32..30, turn in 0_usize..12) {
        let mut distinct = wanted;
        distinct.sort_unstable();
        distinct.dedup();
        let mut turned = distinct.clone();
        let at = turn % turned.len();
        turned.rotate_left(at);
        let mut places = spread(&distinct, apart, 0, 400);
        places.rotate_left(at);
        prop_assert_eq!(spread(&turned, apart, 0, 400), places);
    }

    #[test]
    fn the_arrows_lead_back_along_a_lane_and_always_to_something(lens in prop::collection::vec(0_usize..6, 1..5), pick in any::<prop::sample::Index>()) {
        let mut next = 0_i32;
        let lanes: Vec<Vec<(i32, Day)>> = lens.iter().map(|&len| (0..len).map(|_| { next += 1; (next, Day::from_epoch_days(next * 37 % 900)) }).collect()).collect();
        prop_assume!(next > 0);
        let at = 1 + i32::try_from(pick.index(usize::try_from(next).unwrap())).unwrap();
        let go = |from: i32, way: Direction| neighbour(&lanes, from, way);
        if let Some(after) = go(at, Direction::Next) {
            prop_assert_eq!(go(after, Direction::Previous), Some(at));
        }
        let row = |item: i32| lanes.iter().position(|lane| lane.iter().any(|(other, _)| *other == item));
        let below = go(at, Direction::Down);
        prop_assert_eq!(below.is_some(), lanes.iter().skip(row(at).unwrap() + 1).any(|lane| !lane.is_empty()));
        prop_assert!(below.is_none_or(|other| row(other) > row(at)));
        prop_assert_eq!(go(at, Direction::First).and_then(|first| go(first, Direction::Previous)), None);
        prop_assert_eq!(go(at, Direction::Last).and_then(|last| go(last, Direction::Next)), None);
    }

    #[test]
    fn an_order_is_of_every_position_and_as_the_library_sorts(values in prop::collection::vec(0_u8..9, 0..40), descending in any::<bool>()) {
        let found = ordered(values.len(), descending, &|one, other| values[one].cmp(&values[other]));
        let mut wanted: Vec<usize> = (0..values.len()).collect();
        wanted.sort_by(|&one, &other| if descending { values[other].cmp(&values[one]) } else { values[one].cmp(&values[other]) });
        prop_assert_eq!(found, wanted);
    }
}
