//! The value types: what each accepts, what it refuses and with which words, and the laws that all of them keep.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use listwright::diag::Code;
use listwright::value::Malformed;
use proptest::prelude::*;

mod address;
mod arxiv;
mod author;
mod count;
mod date;
mod distance;
mod doi;
mod id;
mod identifier;
mod identity;
mod licence;
mod paper_ref;
mod quantity;
mod reported;
mod score;
mod url;
mod version;

/// The refusal of a text that must be refused.
#[track_caller]
fn refusal<T: FromStr<Err = Malformed> + Debug>(text: &str) -> Malformed {
    text.parse::<T>().expect_err(text)
}

/// Demands that each text is refused with a code and the text on its right put in its place.
#[track_caller]
fn mended<T: FromStr<Err = Malformed> + Debug>(code: Code, pairs: &[(&str, &str)]) {
    for (text, instead) in pairs {
        let malformed = refusal::<T>(text);
        assert_eq!(
            (malformed.code, malformed.instead.as_deref()),
            (code, Some(*instead)),
            "{text}: {malformed:?}"
        );
    }
}

/// Demands that each text is refused with a code and a help line, and that nothing is put in its place.
#[track_caller]
fn refused<T: FromStr<Err = Malformed> + Debug>(code: Code, texts: &[&str]) {
    for text in texts {
        let malformed = refusal::<T>(text);
        assert_eq!(
            (malformed.code, malformed.instead.as_deref()),
            (code, None),
            "{text}: {malformed:?}"
        );
        assert!(malformed.help.is_some(), "{text}: {malformed:?}");
    }
}

/// Demands that each text is read and printed back unchanged, also as data.
#[track_caller]
fn kept<T: FromStr<Err = Malformed> + Display + serde::Serialize>(texts: &[&str]) {
    for text in texts {
        let value: T = text.parse().unwrap_or_else(|malformed| panic!("{text}: {malformed:?}"));
        assert_eq!(value.to_string(), *text);
        assert_eq!(serde_json::to_value(&value).unwrap(), serde_json::Value::from(*text));
    }
}

/// The laws: what is read prints to what reads the same; what is offered instead reads; words are fit for a terminal.
fn lawful<T>(text: &str)
where
    T: FromStr<Err = Malformed> + Display + Debug + PartialEq,
{
    match text.parse::<T>() {
        Ok(value) => assert_eq!(value.to_string().parse::<T>().as_ref(), Ok(&value)),
        Err(malformed) => lawful_refusal::<T>(&malformed),
    }
}

fn lawful_refusal<T: FromStr<Err = Malformed> + Debug>(malformed: &Malformed) {
    if let Some(instead) = &malformed.instead {
        assert!(instead.parse::<T>().is_ok(), "{malformed:?}");
        assert!(malformed.help.is_some(), "{malformed:?}");
    }
    let Malformed { what, label, help, .. } = malformed;
    for words in [Some(what), label.as_ref(), help.as_ref()].into_iter().flatten() {
        assert!(
            !words.is_empty() && !words.ends_with('.') && !words.chars().any(char::is_control),
            "{words:?}"
        );
    }
}

/// Pieces of real values, and what does not belong in them.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "2022", "-02", "-14", ".", ",", "/", "Feb", " ", "~", ">", "36", "186", ",000", "K", "M", "million",
    "sequences", "params", "±", "+-", "68.5", "-", "e6", "https://", "http:", "//", "github.com",
    "arxiv.org/abs/", "arXiv:", "2204.00300", "v2", "q-bio/0703001", "doi.org/", "doi:",
    "10.1093/nar/gkad1031", "%2F", "?utm_a=b", "#:~:text=a", "@", "rna-fm", "RNA_FM", "404", "index",
    "MIT", "gpl-3.0", "+", " OR ", "Apache", " 2.0", "CC BY", "not reported", "Not-Reported", "N/A",
    "Family", "Given", "van der", "et al.", " and ", ";", "Jr.", "J.", "é", "模型", "\u{200b}", "\u{a0}",
    "\n", "(", ")", "<", "`", "\\",
];

/// Texts of all kinds: any characters, characters of addresses and numbers, and pieces of values put together.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ -~±µ年月日]{0,24}",
        "[0-9.,:/ vKMBk~>+-]{0,16}",
        prop::collection::vec(prop::sample::select(PIECES), 0..6)
            .prop_map(|pieces| pieces.concat()),
    ]
}

macro_rules! laws {
    ($($name:ident: $type:ty),* $(,)?) => {
        proptest! {
            #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]
            $(#[test] fn $name(text in texts()) { lawful::<$type>(&text); })*
        }
    };
}

laws! {
    any_text_is_a_date_or_lawfully_refused: listwright::value::Date,
    any_text_is_a_count_or_lawfully_refused: listwright::value::Count,
    any_text_is_a_quantity_or_lawfully_refused: listwright::value::Quantity,
    any_text_is_a_score_or_lawfully_refused: listwright::value::Score,
    any_text_is_an_address_or_lawfully_refused: listwright::value::Url,
    any_text_is_a_doi_or_lawfully_refused: listwright::value::Doi,
    any_text_is_an_arxiv_id_or_lawfully_refused: listwright::value::Arxiv,
    any_text_is_an_id_or_lawfully_refused: listwright::value::Id,
    any_text_is_a_licence_or_lawfully_refused: listwright::value::Licence,
    any_text_is_a_paper_or_lawfully_refused: listwright::value::PaperRef,
    any_text_is_a_reported_count_or_lawfully_refused: listwright::value::Reported<listwright::value::Count>,
    any_text_is_a_reported_address_or_lawfully_refused: listwright::value::Reported<listwright::value::Url>,
}

#[test]
fn quoted_text_is_cut_and_shows_what_hides() {
    assert_eq!(listwright::value::quoted("a`b\u{1b}[31m\u{202e}"), "`a'b\\u{1b}[31m\\u{202e}`");
    assert_eq!(listwright::value::quoted(&"x".repeat(61)), format!("`{}…`", "x".repeat(60)));
}
