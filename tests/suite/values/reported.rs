//! Reported values: four states, written in one way each.

use listwright::diag::Code::{BadCount, UnknownChoice, UnknownLicence};
use listwright::value::{Count, Licence, Reported, STATES};

use super::{kept, mended, refusal, refused};

#[test]
fn value_and_state_exclude_each_other() {
    kept::<Reported<Count>>(&[
        "650M",
        "not reported",
        "not released",
        "none stated",
        "not applicable",
    ]);
    let count: Reported<Count> = "650M".parse().unwrap();
    assert_eq!((count.value().map(Count::value), count.state()), (Some(650_000_000), None));
    for state in STATES {
        let read: Reported<Count> = state.parse().unwrap();
        assert_eq!((read.value(), read.state()), (None, Some(state)));
    }
}

#[test]
fn state_in_another_form_is_mended() {
    mended::<Reported<Count>>(
        BadCount,
        &[
            ("Not Reported", "not reported"),
            ("not-reported", "not reported"),
            ("not_released", "not released"),
            ("unreleased", "not released"),
            ("None stated.", "none stated"),
            ("not aplicable", "not applicable"),
            (" not reported", "not reported"),
            ("650m", "650M"),
        ],
    );
    mended::<Reported<Licence>>(UnknownLicence, &[("NONE STATED", "none stated"), ("mit", "MIT")]);
}

#[test]
fn vague_word_is_answered_with_the_four_states() {
    refused::<Reported<Count>>(
        BadCount,
        &["-", "–", "", "?", "N/A", "unknown", "none", "Null", "tbd", "not"],
    );
    refused::<Reported<Licence>>(UnknownLicence, &["none", "unknown", "NOASSERTION"]);
    assert_eq!(
        refusal::<Reported<Count>>("N/A").help.as_deref(),
        Some(
            "write `not reported`, `not released`, `none stated`, `not applicable`, or leave the key out where it is \
             not recorded yet"
        )
    );
}

#[test]
fn state_is_told_from_a_value_before_it_is_read() {
    assert_eq!(Reported::<Count>::state_of("not released"), Some(Ok(Reported::NotReleased)));
    assert_eq!(Reported::<Count>::state_of("650m"), None);
    let malformed = Reported::<Count>::state_of("Not released").unwrap().unwrap_err();
    assert_eq!(
        (malformed.code, malformed.instead.as_deref()),
        (UnknownChoice, Some("not released"))
    );
    assert_eq!(malformed.what, "`Not released` does not say why there is no value");
}

#[test]
fn state_with_more_to_say_is_not_cut_down() {
    assert_eq!(refusal::<Reported<Count>>("not reported in the paper").instead, None);
}

#[test]
fn word_of_the_list_is_read_through_the_given_reader() {
    let read = |text: &str| {
        Reported::parse_with(text, |text| Licence::parse(text, &|word| word == "openrail"))
    };
    assert_eq!(read("openrail").unwrap().value().map(Licence::is_named), Some(true));
    assert_eq!(read("not released").unwrap().state(), Some("not released"));
}
