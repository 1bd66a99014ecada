//! arXiv ids: both styles, versions, months, and the number that is not one.

use listwright::diag::Code::BadArxiv;
use listwright::value::{Arxiv, Url};
use proptest::prelude::*;

use super::{kept, mended, refusal, refused};

fn arxiv(text: &str) -> Arxiv {
    text.parse().unwrap()
}

#[test]
fn id_is_kept_with_its_version_and_keyed_without() {
    kept::<Arxiv>(&[
        "arXiv:2204.00300",
        "arXiv:2204.00300v2",
        "arXiv:0704.0001",
        "arXiv:q-bio/0703001",
        "arXiv:math.GT/0309136v1",
    ]);
    assert_eq!(
        (arxiv("arXiv:2204.00300v2").key().as_str(), arxiv("arXiv:2204.00300v2").version()),
        ("arXiv:2204.00300", Some(2))
    );
    assert_eq!(arxiv("arXiv:math.GT/0309136v1").key(), "arXiv:math/0309136");
    assert_eq!(arxiv("arXiv:2204.00300v2").url(), "https://arxiv.org/abs/2204.00300v2");
    assert_eq!(arxiv("arXiv:q-bio/0703001").url(), "https://arxiv.org/abs/q-bio/0703001");
}

#[test]
fn bare_number_is_refused_with_its_prefix() {
    let malformed = refusal::<Arxiv>("2204.00300");
    assert_eq!(malformed.what, "`2204.00300` is not an arXiv id");
    assert_eq!(malformed.help.as_deref(), Some("write `arXiv:2204.00300`"));
}

#[test]
fn other_form_of_an_id_is_mended() {
    mended::<Arxiv>(
        BadArxiv,
        &[
            ("2204.00300", "arXiv:2204.00300"),
            ("arxiv:2204.00300", "arXiv:2204.00300"),
            ("arXiv 2204.00300v3", "arXiv:2204.00300v3"),
            ("arXiv: 2204.00300", "arXiv:2204.00300"),
            ("arXiv:2204.00300 [q-bio.GN]", "arXiv:2204.00300"),
            ("https://arxiv.org/abs/2204.00300v2", "arXiv:2204.00300v2"),
            ("https://arxiv.org/pdf/2204.00300.pdf", "arXiv:2204.00300"),
            ("https://export.arxiv.org/abs/q-bio/0703001?context=x", "arXiv:q-bio/0703001"),
            ("10.48550/arXiv.2204.00300", "arXiv:2204.00300"),
            ("https://doi.org/10.48550/arXiv.2204.00300", "arXiv:2204.00300"),
            ("q-bio/0703001", "arXiv:q-bio/0703001"),
            ("arXiv:2204.00300 ", "arXiv:2204.00300"),
        ],
    );
}

#[test]
fn number_that_arxiv_never_gave_is_refused() {
    refused::<Arxiv>(
        BadArxiv,
        &[
            "arXiv:2213.00300",
            "arXiv:2200.00300",
            "2213.00300",
            "arXiv:2204.0030",
            "2204.003",
            "arXiv:1204.00300",
            "arXiv:0703.0001",
            "arXiv:2204.00300v0",
            "arXiv:",
            "arXiv:q-bio/0713001",
            "arXiv:q-bio/0803001",
            "",
            "rna-fm",
        ],
    );
    assert_eq!(
        refusal::<Arxiv>("arXiv:2213.00300").label.as_deref(),
        Some("the third and fourth digit are a month, from 01 to 12")
    );
    assert_eq!(
        refusal::<Arxiv>("2204.003").help.as_deref(),
        Some("look the id up: a zero at its end may have been lost, as in a number")
    );
}

proptest! {
    #[test]
    fn every_new_id_round_trips(year in 15u8..=90, month in 1u8..=12, number in 0u32..100_000, version in "(v[1-9])?") {
        let text = format!("arXiv:{year:02}{month:02}.{number:05}{version}");
        let id = arxiv(&text);
        prop_assert_eq!(id.to_string(), text);
        prop_assert_eq!(arxiv(&id.key()).key(), id.key());
    }
}

#[test]
fn key_of_an_id_is_that_of_its_address() {
    for (id, key) in [
        ("arXiv:2204.00300v2", "arxiv.org/abs/2204.00300"),
        ("arXiv:q-bio.BM/0703001", "arxiv.org/abs/q-bio/0703001"),
    ] {
        let arxiv: Arxiv = id.parse().unwrap();
        assert_eq!(arxiv.identity().as_str(), key);
        assert_eq!(arxiv.url().parse::<Url>().unwrap().identity().as_str(), key);
    }
}
