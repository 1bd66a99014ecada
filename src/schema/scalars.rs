//! The schemas of single values. A number that YAML makes of a bare `2022` or `186000000` is taken where the checker takes it.

use super::json::{Json, Object, objects, texts};
use crate::value::{Register, STATES, reserved};

/// A count: a whole number, or one with decimals and a letter that leaves it whole.
const COUNT: &str = r"[~>]?(?:[1-9][0-9]*|(?:[1-9][0-9]*(?:\.[0-9]{1,3})?|0\.[0-9]{1,3})K|(?:[1-9][0-9]*(?:\.[0-9]{1,6})?|0\.[0-9]{1,6})M|(?:[1-9][0-9]*(?:\.[0-9]{1,9})?|0\.[0-9]{1,9})B|(?:[1-9][0-9]*(?:\.[0-9]{1,12})?|0\.[0-9]{1,12})T)";
/// A slug; ids are slugs too.
pub(super) const SLUG: &str = "[a-z0-9]+(?:-[a-z0-9]+)*";
/// A DOI; what is made of a SICI may end in `#`, which is otherwise a slip.
const DOI: &str = r#"10\.[0-9]{4,9}/[!#-\[\]_a-z~]*(?:[!$-&(-+\-0-9<->@-Z\[\]_a-z~]|;[0-9]-#)"#;
const ARXIV: &str = r"arXiv:(?:[0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?/[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3})(?:v[1-9][0-9]*)?";
const URL: &str =
    r#"https?://[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+(?::[0-9]*)?(?:[/?#][^\s<>"{}|^`\\]*)?"#;
const NUMBER: &str = r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?";

/// A text of a form, with what an editor says where it has another; and `integer` or `number` beside it.
fn form(types: &[&str], pattern: &str, message: &str, examples: &[&str]) -> Object {
    let schema = match types {
        [one] => Object::default().with("type", *one),
        several => Object::default().with("type", texts(several.iter().copied())),
    };
    schema
        .with("pattern", format!("^(?:{pattern})$"))
        .with("patternErrorMessage", message)
        // The same where the type is wrong: editors would name types, and nobody types a type.
        .with("errorMessage", message)
        .with_some("examples", texts(examples.iter().copied()))
}

/// What must not fit beside the form, with words of its own.
fn unless(schema: Object, message: &str) -> Vec<Json> {
    objects([Object::default().with("not", schema).with("errorMessage", message)])
}

const TEXT: &[&str] = &["string"];
const OR_INTEGER: &[&str] = &["string", "integer"];

pub(super) fn line(longest: u64) -> Object {
    let message = "write one line, without space at its ends";
    form(TEXT, r"\S(?:[^\n]*\S)?\n*", message, &[]).with("maxLength", longest)
}

pub(super) fn lines(longest: u64) -> Object {
    let message = "write a text without space at its ends";
    form(TEXT, r"\S(?:[\s\S]*\S)?\n*", message, &[]).with("maxLength", longest)
}

pub(super) fn locator() -> Object {
    let message = "write one short line";
    form(OR_INTEGER, r"\S(?:[^\n]*\S)?\n*", message, &[]).with("minimum", 1).with("maxLength", 60)
}

pub(super) fn version() -> Object {
    let message = "write letters, digits and single `.`, `-` or `_`, such as 2026.11";
    let part = "[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*";
    form(&["string", "number"], part, message, &["2026.11"]).with("maxLength", 40)
}

pub(super) fn integer() -> Object {
    Object::default()
        .with("type", "integer")
        .with("minimum", 1)
        .with("maximum", u64::from(u32::MAX))
}

pub(super) fn date() -> Object {
    let day = "[1-9][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?";
    let message = "write a year, a month or a day: 2022, 2022-02 or 2022-02-14";
    form(OR_INTEGER, day, message, &["2022-02"]).with("minimum", 1000).with("maximum", 9999)
}

pub(super) fn day() -> Object {
    let day = "[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
    form(TEXT, day, "write a day: 2026-11-28", &["2026-11-28"])
}

pub(super) fn count() -> Object {
    let message = "write a number such as 515K, 99.52M, 1.6B, 186000000, ~30B or >880K";
    form(OR_INTEGER, COUNT, message, &["99.52M"]).with("minimum", 1)
}

pub(super) fn quantity<'u>(units: impl Iterator<Item = &'u str>) -> Object {
    let units: Vec<&str> = units.collect();
    let message = format!(
        "write a count, a space and a unit of the vocabulary ({}), such as 36M sequences",
        units.join(", ")
    );
    let examples: Vec<String> = units.iter().map(|unit| format!("36M {unit}")).collect();
    let examples: Vec<&str> = examples.iter().map(String::as_str).collect();
    form(TEXT, &format!("{COUNT} (?:{})", units.join("|")), &message, &examples)
}

pub(super) fn number() -> Object {
    let message = "write a plain number, such as 0.3 or 12";
    form(&["string", "number"], &format!("-?{NUMBER}"), message, &["0.3"])
}

pub(super) fn score() -> Object {
    let message = "write a number, with its spread where there is one: 68.5 or 68.5 ± 0.54";
    let pattern = format!(r"-?{NUMBER}(?: (?:±|\+-) {NUMBER})?");
    form(&["string", "number"], &pattern, message, &["68.5 ± 0.54"])
}

pub(super) fn url() -> Object {
    let message = "write the whole address, such as https://github.com/ml4bio/RNA-FM";
    form(TEXT, URL, message, &[]).with("maxLength", 2048)
}

pub(super) fn doi() -> Object {
    let message = "write the bare DOI, such as 10.1093/nar/gkad1031";
    form(TEXT, DOI, message, &[]).with("maxLength", 256)
}

pub(super) fn arxiv() -> Object {
    let message = "write arXiv: and the id, such as arXiv:2204.00300";
    form(TEXT, ARXIV, message, &[])
}

pub(super) fn identifier(register: &Register) -> Object {
    let message = format!(
        "write the identifier of {} as it is spelt there, such as {}",
        register.name, register.example
    );
    form(TEXT, register.pattern, &message, &[register.example]).with("maxLength", 200)
}

pub(super) fn id() -> Object {
    let message =
        "write the id of an entry: lower-case letters, digits and single hyphens, such as rna-fm";
    let kept = Object::default().with("enum", texts(reserved().iter().copied()));
    form(OR_INTEGER, SLUG, message, &[])
        .with("maxLength", 64)
        .with("allOf", unless(kept, "the site or a system keeps this name for itself"))
}

pub(super) fn slug() -> Object {
    let message = "write lower-case letters, digits and single hyphens";
    form(OR_INTEGER, SLUG, message, &[])
}

pub(super) fn paper() -> Object {
    let message = "write the id of a paper's entry, a DOI, an arXiv id or an address";
    form(OR_INTEGER, &format!("{SLUG}|{DOI}|{ARXIV}|{URL}"), message, &[])
}

pub(super) fn entry_path() -> Object {
    form(TEXT, &format!("[a-z]+/{SLUG}"), "write a folder and an id, such as models/rna-fm", &[])
}

pub(super) fn person() -> Object {
    let more = Object::default()
        .with("pattern", r"(?:^|[ ,])[Ee][Tt] [Aa][Ll]\.?$|[;&…]|,.*,.*,|^\{.*\}$|[)）]$");
    let message = "write one person as Given Family or Family, Given";
    form(TEXT, r"\S(?:[^\n]*[^\s0-9*†‡§¶#,])?\n*", message, &[]).with("maxLength", 200).with(
        "allOf",
        unless(more, "write one author per line; authors_complete: false says that there are more"),
    )
}

/// An SPDX expression by its form; which ids there are is the checker's to know, as that list grows every few months.
pub(super) fn spdx() -> Object {
    let id = r"\(*[A-Za-z0-9][A-Za-z0-9.:-]*\+?\)*";
    let message = "write an SPDX id such as Apache-2.0, MIT or CC-BY-4.0";
    let common = ["Apache-2.0", "MIT", "BSD-3-Clause", "GPL-3.0-only", "CC-BY-4.0", "CC0-1.0"];
    let pattern = format!("{id}(?: (?:AND|OR|WITH) {id})*");
    form(TEXT, &pattern, message, &common).with("maxLength", 200)
}

pub(super) fn as_written() -> Object {
    Object::default().with("type", texts(["string", "number", "boolean"]))
}

/// The words for why there is no value.
pub(super) fn states() -> Object {
    let meanings = [
        "The sources do not say.",
        "It exists, and was not released.",
        "It was released without a statement.",
        "The question does not arise.",
    ];
    Object::default().with("enum", texts(STATES)).with("enumDescriptions", texts(meanings))
}
