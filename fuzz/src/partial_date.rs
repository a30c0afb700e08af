//! A partial date is read only from the text that it is written as, and means the days of the calendar.

use timeline_core::date::{Day, FIRST_DAY, LAST_DAY, PartialDate, Precision};

/// A partial date is read only from the text that it is written as. The first bytes are numbers of days and months, too.
///
/// # Panics
/// When a text is read as another, or a step leaves the calendar.
pub fn partial_date(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        of_text(text);
    }
    let number = |at: usize| {
        let four = bytes.get(at..at + 4).and_then(|four| <[u8; 4]>::try_from(four).ok());
        four.map_or(0, i32::from_le_bytes)
    };
    of_numbers(number(0), number(4));
}

fn of_text(text: &str) {
    let date = PartialDate::parse(text);
    assert_eq!(date.is_some(), is_date(text), "{text:?}");
    let Some(date) = date else {
        assert_eq!(Day::parse(text), None);
        return;
    };
    assert_eq!(date.to_string(), text);
    assert!(date.earliest() <= date.latest());
    let days = date.earliest().days_until(date.latest()) + 1;
    match date.precision() {
        Precision::Day => assert_eq!(days, 1),
        Precision::Month => assert!((28..=31).contains(&days)),
        Precision::Year => assert!((365..=366).contains(&days)),
    }
    assert_eq!(Day::parse(text), date.is_exact().then(|| date.earliest()));
}

/// What a text must be to be read: written anew, with no part of core.
fn is_date(text: &str) -> bool {
    let digits = text.strip_suffix(['~', '?', '%']).unwrap_or(text);
    let parts: Vec<&str> = digits.split('-').collect();
    let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !matches!(*widths, [4] | [4, 2] | [4, 2, 2]) || !parts.iter().all(is_number) {
        return false;
    }
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().unwrap_or(0)).collect();
    let year = numbers[0];
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = |month: u32| match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let month = numbers.get(1).copied().unwrap_or(1);
    let day = numbers.get(2).copied().unwrap_or(1);
    year > 0 && (1..=12).contains(&month) && (1..=days(month)).contains(&day)
}

fn of_numbers(days: i32, step: i32) {
    let day = Day::from_epoch_days(days);
    assert!(FIRST_DAY <= day && day <= LAST_DAY);
    let (year, month, of_month) = day.ymd();
    assert_eq!(Day::new(year, month, of_month), Some(day));
    assert_eq!(Day::parse(&day.to_string()), Some(day));
    let later = day.plus(step);
    let wanted = i64::from(day.epoch_days()) + i64::from(step);
    let calendar = i64::from(FIRST_DAY.epoch_days())..=i64::from(LAST_DAY.epoch_days());
    assert_eq!(calendar.contains(&wanted), i64::from(later.epoch_days()) == wanted);
    assert_eq!(day.plus(day.days_until(later)), later);
    let month = day.plus_months(step);
    assert!(month == day || month == month.first_of_month());
    assert!(day.first_of_year() <= day.first_of_month() && day.last_of_month() <= day.last_of_year());
}
