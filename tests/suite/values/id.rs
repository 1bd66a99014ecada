//! Ids: the slug rule, reserved names, and suggestions made of names.

use listwright::diag::Code::{BadId, ReservedId};
use listwright::kinds::{KindId, Registry};
use listwright::value::{Id, is_slug, reserved, slug};
use proptest::prelude::*;

use super::{kept, mended, refusal, refused};

#[test]
fn slug_is_an_id() {
    kept::<Id>(&["rna-fm", "chen-2022-rna-fm", "5utr-lm", "2022", "com10", &"a".repeat(64)]);
    let ids = ["rna-fm", "5utr-lm"].map(|text| text.parse::<Id>().unwrap());
    assert!(ids[1] < ids[0]);
    assert_eq!(ids[0].as_str(), AsRef::<str>::as_ref(&ids[0]));
    assert!(std::collections::BTreeSet::from(ids).contains("rna-fm"));
}

#[test]
fn name_is_turned_into_an_id() {
    mended::<Id>(
        BadId,
        &[
            ("RNA-FM", "rna-fm"),
            ("RNA_FM v2.0", "rna-fm-v2-0"),
            ("--rna--fm-", "rna-fm"),
            ("5′UTR/LM", "5-utr-lm"),
            ("Müller's é", "muellers-e"),
            (" rna-fm", "rna-fm"),
            (&format!("{}-{}", "a".repeat(60), "b".repeat(9)), &"a".repeat(60)),
            (&"a".repeat(65), &"a".repeat(64)),
        ],
    );
    assert_eq!(refusal::<Id>("RNA-FM").label.as_deref(), Some("a capital letter"));
}

#[test]
fn name_without_latin_letters_gets_no_guess() {
    refused::<Id>(BadId, &["模型", "RNA模型", "", "---", "Index", "../x模", "__"]);
}

#[test]
fn reserved_name_is_refused() {
    refused::<Id>(ReservedId, reserved());
    assert!(
        ["index", "404", "con", "com1", "lpt9", "tokenization", "size", "code", "weights", "by"]
            .iter()
            .all(|name| reserved().contains(name))
    );
    assert!(reserved().is_sorted_by(|one, next| one < next));
    let malformed = refusal::<Id>("index");
    assert_eq!(malformed.what, "`index` is reserved and cannot be an id");
    assert_eq!(
        malformed.help.as_deref(),
        Some("add a word that tells it apart, such as `index-2024`")
    );
}

/// `/models/size/` is the page of a facet, so no model can have that address.
#[test]
fn name_of_every_facet_is_reserved() {
    let mut seen = 0;
    for kind in KindId::ALL {
        for facet in &Registry::built_in().of(*kind).facets {
            assert!(facet.name.parse::<Id>().is_err(), "{}", facet.name);
            seen += 1;
        }
    }
    assert!(seen >= 20, "only {seen}");
}

proptest! {
    #[test]
    fn every_slug_is_itself(text in "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,5}") {
        prop_assert!(is_slug(&text));
        prop_assert_eq!(slug(&text), Some(text.clone()));
        prop_assert!(reserved().contains(&text.as_str()) || text.parse::<Id>().is_ok());
    }
}
