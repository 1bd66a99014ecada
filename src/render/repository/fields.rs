//! The tables of fields in CONTRIBUTING.md, from the fields that the program reads.

use std::fmt::Write as _;

use crate::kinds::{Common, Registry};
use crate::read::{Field, Need, Record as _, Shape};

/// A table of the fields of each kind, and one of those that all have.
pub(super) fn tables(registry: &Registry) -> String {
    let mut out = String::from("\n");
    for kind in registry.kinds() {
        let own = registry.of(kind).fields.iter().copied().filter(|field| !is_common(field.key));
        let _ = writeln!(out, "### Fields of a {kind}\n");
        for set in registry.of(kind).one_of() {
            let keys: Vec<String> = set.iter().map(|key| format!("`{key}`")).collect();
            let _ = writeln!(out, "A listed {kind} has at least one of {}.\n", keys.join(", "));
        }
        table(own.collect(), &mut out);
    }
    let (opening, closing) = Common::FIELDS.split_at(Common::OPENING);
    let span = |fields: &[Field]| {
        let keys: Vec<&str> = fields.iter().map(|field| field.key).collect();
        format!("`{}`", keys.join("`, `"))
    };
    let _ = writeln!(out, "### Fields of every kind\n");
    let _ = writeln!(out, "After the name: {}. At the end: {}.\n", span(opening), span(closing));
    table(Common::FIELDS.to_vec(), &mut out);
    out
}

fn is_common(key: &str) -> bool {
    Common::FIELDS.iter().any(|field| field.key == key)
}

fn table(fields: Vec<Field>, out: &mut String) {
    out.push_str(
        "| Key | Needed | What stands there | What it means |\n| --- | --- | --- | --- |\n",
    );
    rows("", fields, out);
    out.push('\n');
}

fn rows(above: &str, fields: Vec<Field>, out: &mut String) {
    for field in fields {
        let route = format!("{above}{}", field.key);
        let needed = match field.need {
            Need::Always => "always",
            Need::Listed => "if listed",
            Need::Optional => "",
        };
        let shape = field.shape();
        let doc = field.doc.trim().replace('|', "\\|");
        let _ = writeln!(out, "| `{route}` | {needed} | {} | {doc} |", in_words(&shape));
        let (step, below) = keys_below(shape);
        rows(&format!("{route}{step}."), below, out);
    }
}

/// The fields below a shape, with the step that leads to them.
fn keys_below(shape: Shape) -> (&'static str, Vec<Field>) {
    match shape {
        Shape::Record { fields, .. } => ("", fields.to_vec()),
        Shape::Map(inner) => (".<name>", keys_below(*inner).1),
        Shape::List(inner) | Shape::Reported(inner) | Shape::Either(_, inner) => keys_below(*inner),
        _ => ("", Vec::new()),
    }
}

fn in_words(shape: &Shape) -> String {
    let fixed = match shape {
        Shape::Line => "one line of text",
        Shape::Locator => "one line of text, or a whole number",
        Shape::Release => "the name of a version",
        Shape::Boolean => "`true` or `false`",
        Shape::Integer => "a whole number from 1",
        Shape::Date => "a date",
        Shape::Day => "a day",
        Shape::Count => "a count",
        Shape::Quantity => "a quantity",
        Shape::Number => "a number",
        Shape::Score => "a score",
        Shape::Url => "an address",
        Shape::Doi => "a DOI",
        Shape::Arxiv => "an arXiv id",
        Shape::Identifier(register) => {
            return format!("an identifier of {} such as `{}`", register.name, register.example);
        }
        Shape::Id => "an id",
        Shape::Slug => "a name of small letters, digits and hyphens",
        Shape::PaperRef => "a paper",
        Shape::Licence => "a licence",
        Shape::Author => "an author",
        Shape::Route => "a route",
        Shape::AsWritten => "a value as the source has it",
        Shape::EntryPath => "an entry such as `models/rna-fm`",
        Shape::Term => "labels by language",
        Shape::Version => "`1`",
        Shape::Record { .. } => "the keys below",
        Shape::Text { longest, markdown, .. } => {
            let markdown = if *markdown { " in Markdown" } else { "" };
            return format!("a text{markdown}, at most {longest} characters");
        }
        Shape::Ref(kind) => return format!("the id of a {kind}"),
        Shape::Word(section) => return format!("a word of `{section}`"),
        Shape::Choice(words) => {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            return format!("`{}`", words.join("`, `"));
        }
        Shape::Reported(inner) => return format!("{}, or why there is none", in_words(inner)),
        Shape::List(inner) => return format!("a list, each {}", in_words(inner)),
        Shape::Map(inner) => return format!("names, each with {}", in_words(inner)),
        Shape::Either(short, long) => {
            return format!("{}, or {}", in_words(short), in_words(long));
        }
    };
    fixed.to_owned()
}
