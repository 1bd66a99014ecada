//! Scores: decimals as written, one sign for the spread, and no numbers that are none.

use std::cmp::Ordering;

use listwright::diag::Code::BadScore;
use listwright::value::Score;
use proptest::prelude::*;

use super::{kept, mended, refusal, refused};

fn score(text: &str) -> Score {
    text.parse().unwrap()
}

#[test]
fn decimals_stay_as_written() {
    kept::<Score>(&["68.5", "68.50", "68.5 ± 0.54", "-1.2", "0", "100", "-0.3 ± 0"]);
    assert_eq!((score("68.50 ± 0.54").value(), score("68.50 ± 0.54").spread()), (68.5, Some(0.54)));
}

#[test]
fn typed_spread_is_shown_with_its_sign() {
    assert_eq!(score("68.5 +- 0.54").to_string(), "68.5 ± 0.54");
    assert_eq!(score("68.5 +- 0.54"), score("68.5 ± 0.54"));
}

#[test]
fn loose_form_with_one_meaning_is_mended() {
    mended::<Score>(
        BadScore,
        &[
            ("68.5 +/- 0.54", "68.5 ± 0.54"),
            ("68.5±0.54", "68.5 ± 0.54"),
            ("68.5+-.54", "68.5 ± 0.54"),
            ("+68.5", "68.5"),
            ("−1.2", "-1.2"),
            (".5", "0.5"),
            ("5.", "5"),
            ("068.5", "68.5"),
            (" 68.5", "68.5"),
            ("68,5", "68.5"),
            ("68,5 ± 0,54", "68.5 ± 0.54"),
            ("0,125", "0.125"),
        ],
    );
}

#[test]
fn what_is_no_plain_number_is_refused() {
    refused::<Score>(
        BadScore,
        &[
            "",
            "-",
            "NaN",
            "inf",
            "N/A",
            "6.85e1",
            "1e400",
            "1,234",
            "68.5%",
            "68.5 (0.54)",
            "68.5 ± -0.54",
            "1 ± 2 ± 3",
            "high",
        ],
    );
    assert_eq!(refusal::<Score>("6.85e1").label.as_deref(), Some("an exponent"));
    assert_eq!(
        refusal::<Score>("NaN").help.as_deref(),
        Some("leave the column out of this row where nothing was reported")
    );
}

#[test]
fn scores_compare_by_number_and_zero_has_one_sign() {
    assert_eq!(score("68.50 ± 1").cmp_value(&score("68.5")), Ordering::Equal);
    assert_eq!(score("-0.0").cmp_value(&score("0")), Ordering::Equal);
    assert_eq!(score("9.9").cmp_value(&score("10")), Ordering::Less);
}

proptest! {
    #[test]
    fn every_decimal_round_trips(whole in -10_000i32..10_000, decimals in "(\\.[0-9]{1,4})?", spread in prop::option::of(0u8..)) {
        let text = match spread {
            Some(spread) => format!("{whole}{decimals} ± {spread}{decimals}"),
            None => format!("{whole}{decimals}"),
        };
        let score = score(&text);
        prop_assert_eq!(score.to_string(), text);
        prop_assert!(score.value().is_finite());
    }
}
