//! Dates: three precisions, every loose form with one meaning, and the calendar.

use listwright::diag::Code::{BadDate, ImpossibleDate};
use listwright::value::{Date, Day};
use proptest::prelude::*;

use super::{kept, mended, refusal, refused};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn year_month_and_day_keep_their_precision() {
    kept::<Date>(&[
        "2022",
        "2022-02",
        "2022-02-14",
        "1000",
        "9999-12-31",
        "2000-02-29",
        "2024-02-29",
    ]);
    assert_eq!((date("2022-02").month(), date("2022-02").day()), (Some(2), None));
}

#[test]
fn dotted_month_is_refused_with_the_hyphen_form() {
    let malformed = refusal::<Date>("2022.02");
    assert_eq!(malformed.what, "`2022.02` is not a date");
    assert_eq!(malformed.help.as_deref(), Some("write `2022-02`"));
    assert_eq!(malformed.instead.as_deref(), Some("2022-02"));
}

#[test]
fn loose_form_with_one_meaning_is_mended() {
    mended::<Date>(
        BadDate,
        &[
            ("2022/02", "2022-02"),
            ("2022-2", "2022-02"),
            ("2022.12", "2022-12"),
            ("202202", "2022-02"),
            ("20220214", "2022-02-14"),
            ("Feb 2022", "2022-02"),
            ("February 2022", "2022-02"),
            ("sept. 2022", "2022-09"),
            ("2022 May", "2022-05"),
            ("14 Feb 2022", "2022-02-14"),
            ("Feb 14th, 2022", "2022-02-14"),
            ("2022-2-4", "2022-02-04"),
            ("2022.02.14", "2022-02-14"),
            ("02/2022", "2022-02"),
            ("14/02/2022", "2022-02-14"),
            ("02/14/2022", "2022-02-14"),
            ("2022年2月", "2022-02"),
            ("2022年2月14日", "2022-02-14"),
            ("2022-02-14T09:30:00Z", "2022-02-14"),
            ("2022-02-14 09:30:00", "2022-02-14"),
            (" 2022-02", "2022-02"),
            ("2022-02\n", "2022-02"),
        ],
    );
}

#[test]
fn label_says_what_is_wrong_with_the_writing() {
    for (text, label) in [
        ("2025-1", "months and days have two digits"),
        ("2025-1-03", "months and days have two digits"),
        ("2025-01-3", "months and days have two digits"),
        ("Jan 2025", "the month is given by its name, not by its number"),
        ("2025-Jan", "the month is given by its name, not by its number"),
        ("3 Jan 2025", "the month is given by its name, not by its number"),
        ("01/2025", "the year does not come first"),
        ("14-02-2025", "the year does not come first"),
        ("2025.02", "not written with hyphens"),
        ("2025/1", "not written with hyphens"),
        ("20250214", "not written with hyphens"),
        ("2025年2月", "not written with hyphens"),
        ("2025-02-14 09:30", "a day without its time is enough"),
    ] {
        assert_eq!(refusal::<Date>(text).label.as_deref(), Some(label), "{text}");
    }
}

#[test]
fn text_with_two_meanings_is_refused_without_a_guess() {
    refused::<Date>(
        BadDate,
        &[
            "03/04/2022",
            "22-02",
            "2022-2023",
            "2022-",
            "-2022",
            "0999",
            "20",
            "202213",
            "soon",
            "",
            "2022-02-1x",
        ],
    );
}

#[test]
fn lost_zero_of_october_is_not_taken_for_january() {
    let malformed = refusal::<Date>("2022.1");
    assert_eq!(malformed.instead, None);
    assert_eq!(malformed.help.as_deref(), Some("write `2022-01` or `2022-10`"));
}

#[test]
fn day_that_the_calendar_lacks_is_impossible() {
    refused::<Date>(
        ImpossibleDate,
        &[
            "2022-13",
            "2022-00",
            "2023-02-29",
            "1900-02-29",
            "2022-04-31",
            "2022-01-00",
            "2022.13",
            "30 Feb 2022",
        ],
    );
    let malformed = refusal::<Date>("2023-02-29");
    assert_eq!(malformed.what, "`2023-02-29` is not in the calendar: 2023-02 has 28 days");
    assert_eq!(malformed.help.as_deref(), Some("write a day from `01` to `28`"));
}

#[test]
fn order_is_by_earliest_day_then_precision() {
    let sorted = ["2021-12-31", "2022", "2022-01", "2022-01-01", "2022-01-02", "2022-02"].map(date);
    assert!(sorted.is_sorted());
}

#[test]
fn what_has_to_be_a_day_is_no_month_and_no_year() {
    let day = "2024-02-29".parse::<Day>().unwrap();
    assert_eq!((day.date(), day.to_string().as_str()), (date("2024-02-29"), "2024-02-29"));
    for text in ["2024", "2024-02"] {
        let why = text.parse::<Day>().unwrap_err();
        assert_eq!((why.code, why.what), (BadDate, format!("`{text}` is not one day")));
        assert_eq!(why.help.as_deref(), Some("write the day too, such as `2026-11-28`"));
    }
    assert_eq!("2023-02-29".parse::<Day>().unwrap_err().code, ImpossibleDate);
}

#[test]
fn bounds_are_the_first_and_last_day() {
    assert_eq!((date("2022").earliest(), date("2022").latest()), ((2022, 1, 1), (2022, 12, 31)));
    assert_eq!(
        (date("2024-02").earliest(), date("2024-02").latest()),
        ((2024, 2, 1), (2024, 2, 29))
    );
}

#[test]
fn only_a_later_period_is_certainly_after() {
    assert!(date("2023").certainly_after(&date("2022-12-31")));
    assert!(!date("2022-12").certainly_after(&date("2022")));
    assert!(!date("2022").certainly_after(&date("2022")));
}

proptest! {
    #[test]
    fn every_calendar_day_round_trips(year in 1000u16..=9999, month in 1u8..=12, day in 1u8..=31) {
        for date in [Date::new(year, None, None), Date::new(year, Some(month), None), Date::new(year, Some(month), Some(day))] {
            if let Some(date) = date {
                prop_assert_eq!(date.to_string().parse::<Date>(), Ok(date));
                prop_assert!(date.earliest() <= date.latest());
            } else {
                prop_assert!(day > 28);
            }
        }
    }
}
