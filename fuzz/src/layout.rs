//! However tenures lie in time, they are laid out without a loss and without a clash.

use std::sync::LazyLock;

use timeline_core::{
    date::{Day, DayRange, PartialDate},
    layout::{
        density::clusters,
        lanes::{pack, row_count},
        level_of_detail::{Detail, Lane, Mark},
        placed::{PlacedTenure, placed},
        spread::spread,
    },
    model::{Capacity, Dataset, End, EndReason, OfficeIx, Start, Tenure},
    query::succession::{gaps, spells},
    sample,
    scale::{ticks::ticks, time::TimeScale},
};

/// The bytes of a tenure: two for its first day, two for its length, one for what is known of them.
const BYTES: usize = 5;

/// One office without tenures, and a tenure to fill it with.
static EMPTY: LazyLock<(Dataset, Tenure)> = LazyLock::new(|| {
    let mut dataset = sample::record(30);
    let tenure = dataset.tenures.remove(0);
    dataset.tenures.clear();
    dataset.events.clear();
    dataset.people.truncate(1);
    (dataset, tenure)
});

/// However tenures lie in time, they are laid out without a loss and without a clash. The first five bytes are what is
/// looked at, each five after them are a tenure.
///
/// # Panics
/// When one is lost, or two clash.
pub fn layout(bytes: &[u8]) {
    let Some((window, rows)) = bytes.split_first_chunk::<BYTES>() else {
        return;
    };
    let from = Day::from_epoch_days(12_000 + i32::from(u16::from_le_bytes([window[0], window[1]]) % 8_000));
    let days = 1 + i32::from(u16::from_le_bytes([window[2], window[3]]) % 9_000);
    let scale = TimeScale::new(DayRange::new(from, from.plus(days)), 1.0 + 8.0 * f64::from(window[4]));
    let dataset = record(rows.as_chunks::<BYTES>().0);
    let Some(office) = dataset.office_ixs().next() else {
        return;
    };
    let bars = placed(&dataset, office);
    check_bars(&dataset, office, &bars);
    let packed = pack(&bars);
    check_rows(&bars, &packed);
    check_detail(&dataset, packed, &scale);
    check_marks(&bars, &scale);
}

fn record(rows: &[[u8; BYTES]]) -> Dataset {
    let (empty, tenure) = &*EMPTY;
    let mut dataset = empty.clone();
    dataset.tenures = rows.iter().map(|&row| tenure_of(tenure, row, dataset.as_of)).collect();
    dataset.tenures.sort_by_key(|tenure| tenure.start.date().earliest());
    dataset
}

fn tenure_of(tenure: &Tenure, row: [u8; BYTES], as_of: Day) -> Tenure {
    let from = 12_053 + i32::from(u16::from_le_bytes([row[0], row[1]]) % 8_500);
    let to = from + i32::from(u16::from_le_bytes([row[2], row[3]]) % 4_000);
    let kind = row[4];
    let (from, to) = (partial(from, kind & 3), partial(to, (kind >> 2) & 3));
    let mut tenure = tenure.clone();
    tenure.capacity = Capacity::ALL[usize::from(kind >> 6) % Capacity::ALL.len()];
    tenure.start = if kind & 16 == 0 {
        Start::On(from)
    } else {
        Start::InPostBy(from)
    };
    tenure.end = match (kind >> 4) & 3 {
        0 => End::OngoingAsOf(as_of),
        3 => End::UnknownAfter(to),
        _ => End::On(to, EndReason::Unknown),
    };
    tenure
}

/// A day, its month or its year.
fn partial(days: i32, digits: u8) -> PartialDate {
    let day = Day::from_epoch_days(days);
    let text = day.to_string();
    let len = match digits {
        0 => 4,
        1 => 7,
        _ => 10,
    };
    PartialDate::parse(&text[..len]).unwrap_or_else(|| PartialDate::from_day(day))
}

fn check_bars(dataset: &Dataset, office: OfficeIx, bars: &[PlacedTenure]) {
    assert_eq!(bars.len(), dataset.tenures.len());
    for bar in bars {
        assert!(
            bar.from <= bar.solid_from && bar.solid_from <= bar.solid_to && bar.solid_to <= bar.to,
            "{bar:?}"
        );
        assert!(bar.from < bar.to, "{bar:?}");
    }
    let in_spells: usize = spells(dataset, office).iter().map(|spell| spell.tenures.len()).sum();
    assert_eq!(in_spells, bars.len());
    let gaps = gaps(dataset, office, dataset.first_day());
    assert!(gaps.windows(2).all(|pair| pair[0].range.to <= pair[1].range.from));
}

/// Nothing is lost, and in a row no two are solid on the same day.
fn check_rows(bars: &[PlacedTenure], packed: &[PlacedTenure]) {
    assert_eq!(packed.len(), bars.len());
    assert!(packed.is_sorted_by_key(|bar| bar.from));
    let rows = row_count(packed);
    assert!(packed.iter().all(|bar| bar.row < rows));
    // The last row that there can be takes what has no other.
    for row in 0..rows.min(u8::MAX - 1) {
        let mut of_row: Vec<&PlacedTenure> = packed.iter().filter(|bar| bar.row == row).collect();
        of_row.sort_by_key(|bar| (bar.solid_from, bar.solid_to));
        assert!(
            of_row.windows(2).all(|pair| pair[0].solid_to <= pair[1].solid_from),
            "{of_row:?}"
        );
    }
}

fn check_detail(dataset: &Dataset, packed: Vec<PlacedTenure>, scale: &TimeScale) {
    let count = |marks: &[Mark]| -> usize {
        let of = |mark: &Mark| match mark {
            Mark::Bar(..) => 1,
            Mark::Summary { count, .. } => *count,
        };
        marks.iter().map(of).sum()
    };
    let window = scale.domain();
    let near = |bar: &&PlacedTenure| bar.to >= window.from && bar.from <= window.to;
    let (all, shown) = (packed.len(), packed.iter().filter(near).count());
    let lane = Lane::new(packed);
    match lane.whole() {
        Detail::Bars(marks) => assert_eq!(count(&marks), all),
        Detail::Picture(_) => panic!("the whole is a picture"),
    }
    match lane.within(dataset, window, scale) {
        Detail::Bars(marks) => {
            assert_eq!(count(&marks), shown);
            assert!(marks.is_sorted_by_key(Mark::from));
        }
        Detail::Picture(picture) => {
            assert_eq!(picture.count, shown);
            let is_drawn = |path: &str| path.bytes().all(|byte| b"M hv.-z0123456789".contains(&byte));
            assert!(picture.paths.iter().all(|(_, path)| is_drawn(path)));
        }
    }
}

/// Ticks, markers and labels are in order and apart.
fn check_marks(bars: &[PlacedTenure], scale: &TimeScale) {
    let ticks = ticks(scale);
    assert!(ticks.windows(2).all(|pair| pair[0].day < pair[1].day));
    assert!(ticks.iter().all(|tick| scale.domain().contains(tick.day)));
    let mut xs: Vec<f64> = bars.iter().map(|bar| scale.x_from_day(bar.from)).collect();
    xs.sort_by(f64::total_cmp);
    let groups = clusters(&xs, 12.0);
    assert_eq!(groups.iter().map(|group| group.count()).sum::<usize>(), xs.len());
    assert!(
        groups
            .windows(2)
            .all(|pair| xs[pair[1].first] - xs[pair[0].first] >= 12.0)
    );
    let wanted: Vec<i32> = bars.iter().map(|bar| bar.from.epoch_days() % 600).collect();
    let mut places = spread(&wanted, 14, 0, 600);
    places.sort_unstable();
    assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= 14));
}
