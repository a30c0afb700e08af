//! Calendar ticks: years, months or days, as many as a width can label.

use crate::{
    date::{Day, DayRange},
    scale::time::TimeScale,
};

/// The least distance of two labelled ticks.
const MIN_TICK_PX: f64 = 46.0;

/// What a tick marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickUnit {
    /// The first day of a year.
    Year,
    /// The first day of a month.
    Month,
    /// A day.
    Day,
}

/// A mark of the ruler at the begin of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where it is.
    pub day: Day,
    /// The largest unit that begins there: a January of a month ruler is a year.
    pub unit: TickUnit,
}

/// Steps from fine to coarse with the days between two ticks, at least.
const STEPS: [(Step, f64); 12] = [
    (Step::Days(1), 1.0),
    (Step::Days(2), 2.0),
    (Step::Days(7), 6.9),
    (Step::Days(14), 13.9),
    (Step::Months(1), 28.0),
    (Step::Months(3), 89.0),
    (Step::Months(6), 181.0),
    (Step::Months(12), 365.0),
    (Step::Months(24), 730.0),
    (Step::Months(60), 1826.0),
    (Step::Months(120), 3652.0),
    (Step::Months(600), 18_262.0),
];

#[derive(Clone, Copy)]
enum Step {
    Days(i8),
    Months(i16),
}

/// The ticks of a scale: those that its width can label, in time.
#[must_use]
pub fn ticks(scale: &TimeScale) -> Vec<Tick> {
    let step = STEPS
        .iter()
        .find(|(_, days)| days * scale.px_per_day() >= MIN_TICK_PX)
        .map_or(Step::Months(1200), |(step, _)| *step);
    match step {
        Step::Days(every) => day_ticks(scale.domain(), every),
        Step::Months(every) => month_ticks(scale.domain(), every),
    }
}

impl Tick {
    /// The tick at the begin of a day.
    #[must_use]
    pub fn at(day: Day) -> Self {
        let unit = match day.ymd() {
            (_, 1, 1) => TickUnit::Year,
            (_, _, 1) => TickUnit::Month,
            _ => TickUnit::Day,
        };
        Self { day, unit }
    }
}

fn month_ticks(domain: DayRange, every: i16) -> Vec<Tick> {
    let (year, month, _) = domain.from.ymd();
    let count = i32::from(year) * 12 + i32::from(month) - 1;
    let back = count.rem_euclid(i32::from(every));
    let mut day = domain.from.first_of_month().plus_months(-back);
    let mut ticks = Vec::new();
    while day < domain.to {
        if day >= domain.from {
            ticks.push(Tick::at(day));
        }
        let next = day.plus_months(i32::from(every));
        if next <= day {
            break;
        }
        day = next;
    }
    ticks
}

/// Days of the month 1, 1 + every, ... so that each month begins with a tick; the last ones of
/// a month are left out when they would crowd the next month's first.
fn day_ticks(domain: DayRange, every: i8) -> Vec<Tick> {
    let mut ticks = Vec::new();
    let mut day = domain.from;
    while day < domain.to {
        let (_, _, of_month) = day.ymd();
        let room = day.days_until(day.last_of_month()) + 1 >= i32::from(every);
        if (of_month - 1) % every == 0 && (room || of_month == 1) {
            ticks.push(Tick::at(day));
        }
        day = day.plus(1);
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels(from: &str, to: &str, width: f64) -> Vec<String> {
        let range = DayRange::new(Day::parse(from).unwrap(), Day::parse(to).unwrap());
        ticks(&TimeScale::new(range, width))
            .iter()
            .map(|tick| tick.day.to_string())
            .collect()
    }

    #[test]
    fn a_decade_is_ruled_in_years_and_a_month_in_days() {
        assert_eq!(labels("2017-01-01", "2026-10-01", 700.0).len(), 10);
        assert_eq!(
            labels("2017-01-01", "2026-10-01", 280.0),
            ["2018-01-01", "2020-01-01", "2022-01-01", "2024-01-01", "2026-01-01"]
        );
        assert_eq!(
            labels("2025-10-01", "2025-11-15", 400.0),
            [
                "2025-10-01",
                "2025-10-08",
                "2025-10-15",
                "2025-10-22",
                "2025-11-01",
                "2025-11-08"
            ]
        );
        assert_eq!(labels("2025-01-01", "2026-01-01", 800.0).len(), 12);
    }

    proptest! {
        #[test]
        fn ticks_are_ordered_apart_and_within_the_domain(start in 0i32..30_000, span in 14i32..20_000, width in 200u32..3000) {
            let from = Day::new(1950, 1, 1).unwrap().plus(start);
            let scale = TimeScale::new(DayRange::new(from, from.plus(span)), f64::from(width));
            let ticks = ticks(&scale);
            for pair in ticks.windows(2) {
                let apart = scale.x_from_day(pair[1].day) - scale.x_from_day(pair[0].day);
                prop_assert!(apart >= MIN_TICK_PX * 0.95, "{apart}");
            }
            prop_assert!(ticks.iter().all(|tick| scale.domain().contains(tick.day)));
        }
    }

    #[test]
    fn quarters_are_those_of_the_year_wherever_the_ruler_begins() {
        assert_eq!(
            labels("2025-02-10", "2026-02-10", 300.0),
            ["2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01"]
        );
    }

    #[test]
    fn the_last_week_of_a_month_is_marked_where_it_is_whole() {
        assert_eq!(
            labels("2025-02-01", "2025-03-05", 300.0),
            ["2025-02-01", "2025-02-08", "2025-02-15", "2025-02-22", "2025-03-01"]
        );
    }
}
