//! Quantities: a count and a unit, told apart from bare counts.

use listwright::diag::Code::BadQuantity;
use listwright::value::Quantity;
use proptest::prelude::*;

use super::{kept, mended, refusal, refused};

#[test]
fn quantity_has_a_count_and_a_unit() {
    kept::<Quantity>(&["36M sequences", "~1.1B nucleotides", "23 16s-genes"]);
    let quantity: Quantity = "36M sequences".parse().unwrap();
    assert_eq!((quantity.count().value(), quantity.unit()), (36_000_000, "sequences"));
}

#[test]
fn loose_form_with_one_meaning_is_mended() {
    mended::<Quantity>(
        BadQuantity,
        &[
            ("36 M sequences", "36M sequences"),
            ("36M Sequences", "36M sequences"),
            ("36m  sequences", "36M sequences"),
            ("23.7 million sequences", "23.7M sequences"),
            ("36,000,000 sequences", "36000000 sequences"),
            ("1 billion tokens ", "1B tokens"),
        ],
    );
}

#[test]
fn count_without_a_unit_asks_for_one() {
    refused::<Quantity>(
        BadQuantity,
        &[
            "36M",
            "36 M",
            "36 million",
            "36 m",
            "36 000",
            "36M RNA sequences",
            "36M Séquences",
            "sequences",
            "",
        ],
    );
    let malformed = refusal::<Quantity>("36M");
    assert_eq!(malformed.label.as_deref(), Some("a count without its unit"));
    assert_eq!(
        malformed.help.as_deref(),
        Some("write what is counted after it, with a unit of the vocabulary: `36M sequences`")
    );
}

proptest! {
    #[test]
    fn every_count_with_a_unit_round_trips(count in 1u32.., unit in "[a-z]{3}(-[a-z0-9]{1,5}){0,2}") {
        let text = format!("{count} {unit}");
        prop_assume!(unit != "mio");
        let quantity: Quantity = text.parse().unwrap();
        prop_assert_eq!(quantity.to_string(), text);
    }
}
