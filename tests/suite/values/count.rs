//! Counts: exact arithmetic, bounds, loose forms, and words that do not belong.

use listwright::diag::Code::{BadCount, UnitMismatch};
use listwright::value::{Bound, Count};
use proptest::prelude::*;

use super::{kept, mended, refusal, refused};

fn count(text: &str) -> Count {
    text.parse().unwrap()
}

#[test]
fn count_is_printed_as_written_and_compared_as_a_number() {
    kept::<Count>(&["515K", "99.52M", "1.6B", "186000000", "~30B", ">880K", "0.5B", "1.50M", "3T"]);
    let values =
        ["515K", "99.52M", "1.6B", "186000000", "~30B", ">880K"].map(|text| count(text).value());
    assert_eq!(values, [515_000, 99_520_000, 1_600_000_000, 186_000_000, 30_000_000_000, 880_000]);
    assert_eq!(
        ["7", "~7", ">7"].map(|text| count(text).bound()),
        [Bound::Exact, Bound::About, Bound::MoreThan]
    );
    assert!(count("1000K") < count("1M") && count("999K") < count("1000K"));
}

#[test]
fn no_digit_is_lost_to_floating_point() {
    assert_eq!(count("650.88M").value(), 650_880_000);
    assert_eq!(count("18446744.073709551615T").value(), u64::MAX);
}

#[test]
fn loose_form_with_one_meaning_is_mended() {
    mended::<Count>(
        BadCount,
        &[
            ("515k", "515K"),
            ("650.88m", "650.88M"),
            ("23 M", "23M"),
            ("186,000,000", "186000000"),
            ("186_000_000", "186000000"),
            ("186 000 000", "186000000"),
            ("1e6", "1000000"),
            ("1.5E+9", "1500000000"),
            ("650M parameters", "650M"),
            ("650 million params", "650M"),
            ("1.6 billion", "1.6B"),
            ("1.6bn", "1.6B"),
            ("≈30B", "~30B"),
            ("about 30b", "~30B"),
            ("> 880K", ">880K"),
            ("over 880K", ">880K"),
            ("007M", "7M"),
            (".5B", "0.5B"),
            ("5.M", "5M"),
            ("99.52M ", "99.52M"),
        ],
    );
}

#[test]
fn quantity_of_something_is_no_count() {
    let malformed = refusal::<Count>("23M sequences");
    assert_eq!(malformed.code, UnitMismatch);
    assert_eq!(
        malformed.what,
        "`23M sequences` is a quantity of sequences, and a count stands alone here"
    );
    assert_eq!(malformed.label.as_deref(), Some("`sequences` is a unit"));
    assert_eq!(malformed.instead, None);
    refused::<Count>(
        UnitMismatch,
        &["1,022 tokens", "23 M sequences", "1 million nucleotide sequences"],
    );
}

#[test]
fn what_counts_nothing_exactly_is_refused() {
    refused::<Count>(
        BadCount,
        &[
            "0",
            "0.0M",
            "~0",
            "-5M",
            "1.5",
            "1.2345K",
            "1e-3",
            "1,024M",
            "35M-650M",
            "<30B",
            "≥30B",
            "30B+",
            "30BM",
            "",
            "many",
            "512nt",
            "18446744073709551616",
            "18446745T",
            "999999999999999999999999999999T",
        ],
    );
    assert_eq!(
        refusal::<Count>("0").help.as_deref(),
        Some("write `not reported` where the field allows it, or leave the key out")
    );
    assert_eq!(refusal::<Count>("35M-650M").label.as_deref(), Some("a range"));
}

proptest! {
    #[test]
    fn every_number_round_trips_with_its_value(value in 1u64.., prefix in "[~>]?") {
        let count = count(&format!("{prefix}{value}"));
        prop_assert_eq!(count.value(), value);
        prop_assert_eq!(count.to_string().parse::<Count>(), Ok(count));
    }

    #[test]
    fn unit_scales_exactly(whole in 0u64..1_000_000, thousandths in 1u64..1000) {
        let value = whole * 1_000_000 + thousandths * 1000;
        prop_assert_eq!(count(&format!("{whole}.{thousandths:03}M")).value(), value);
    }
}
