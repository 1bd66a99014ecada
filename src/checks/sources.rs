//! Sources: a number that is shown has a place where a reader can check it, and a disagreement disagrees.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use super::{Check, Subject};
use crate::diag::{Code, Diag, Place};
use crate::kinds::SourceKind;
use crate::read::Choice as _;
use crate::value::{Count, evened};
use crate::yaml::{Node, Value};

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("numbers_have_a_source", numbers_have_a_source),
    ("sources_are_told_apart", sources_are_told_apart),
    ("disputed_values_differ", disputed_values_differ),
];

fn numbers_have_a_source(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let kinds = SourceKind::NAMES.join(", ");
    for record in subject.catalog.records.iter().filter(|record| record.is_listed()) {
        let own = record.own.0.iter().filter(|given| given.own.sourced && given.is_value());
        let own = own.map(|given| given.own.key.to_owned());
        for route in record.entry.numbers().into_iter().chain(own) {
            if !record.common.is_sourced(&route) {
                let top = route.split('.').next().unwrap_or(&route);
                let field = if top == "training" { "training.size" } else { top };
                findings.push(
                    Diag::new(
                        Code::UnsourcedValue,
                        Place::value(record.file, route.clone()),
                        format!("no source names `{route}`"),
                    )
                    .help(format!(
                        "add `- {{for: [{field}], url: …, kind: …}}` under `sources`; its kind is one of {kinds}"
                    )),
                );
            }
        }
    }
}

/// Two sources at one address are two places in it, and their notes say which; otherwise they are one source.
fn sources_are_told_apart(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for record in &subject.catalog.records {
        let mut first = BTreeMap::new();
        for (index, source) in record.common.sources.iter().enumerate() {
            let Some(url) = &source.url else { continue };
            let place = |index| Place::value(record.file, format!("sources[{index}].url"));
            match first.entry((url.to_string(), source.note.as_ref().map(|note| &note.0))) {
                Slot::Vacant(free) => {
                    free.insert(index);
                }
                Slot::Occupied(there) => findings.push(
                    Diag::new(
                        Code::RepeatedItem,
                        place(index),
                        format!("`{url}` is a source of this entry already"),
                    )
                    .label("again here")
                    .also(place(*there.get()), "first here")
                    .help(
                        "name the fields of both in one `for: […]`, or say in a `note` of each which page or table it is",
                    ),
                ),
            }
        }
    }
}

/// Compared as the file has it, so that every field can be disputed without a list of fields here.
fn disputed_values_differ(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for record in &subject.catalog.records {
        for (index, (disputed, chosen)) in
            record.common.disputed.iter().zip(&record.chosen).enumerate()
        {
            let (Some(field), Some(value)) = (&disputed.field, &disputed.value) else { continue };
            if chosen.as_ref().is_some_and(|chosen| holds(chosen, &value.0)) {
                findings.push(
                    Diag::new(
                        Code::DisputedSame,
                        Place::value(record.file, format!("disputed[{index}].value")),
                        format!("`{}` is the chosen value of `{}`", value.0, field.0),
                    )
                    .also(Place::value(record.file, field.0.clone()), "chosen here")
                    .help("what agrees is not disputed: delete this, and give its address under `sources`"),
                );
            }
        }
    }
}

fn holds(chosen: &Node, value: &str) -> bool {
    match &chosen.value {
        Value::Scalar(scalar) => same(&scalar.text, value),
        Value::List(items) => items.iter().any(|item| holds(item, value)),
        Value::Map(_) | Value::Refused => false,
    }
}

/// `99.5M` and `99500000` are the same; so are texts that differ by case and spaces.
fn same(a: &str, b: &str) -> bool {
    let count = |text: &str| text.parse::<Count>().ok().map(|count| (count.value(), count.bound()));
    let folded = |text: &str| evened(text).split_whitespace().collect::<Vec<_>>().join(" ");
    folded(a) == folded(b) || count(a).is_some_and(|count_a| Some(count_a) == count(b))
}
