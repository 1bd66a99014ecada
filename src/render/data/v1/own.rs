//! Published values of the fields that a list has declared, under their own keys.

use indexmap::IndexMap;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Value, json};

use super::publish::{Publish, Texts};
use crate::kinds::{KindId, Own, OwnType, OwnValue, OwnValues, Registry};

/// What an entry gives in the list's own fields.
#[derive(Debug)]
pub(super) struct OwnFields<'a>(pub(super) &'a OwnValues);

impl Serialize for OwnFields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for given in &self.0.0 {
            let value = given.value.as_ref().map(|value| published(given.own, value));
            let is_empty = |value: &Value| value.as_array().is_some_and(Vec::is_empty);
            if let Some(value) = value.filter(|value| !is_empty(value)) {
                map.serialize_entry(given.own.key, &value)?;
            }
            if let (Some(key), Some(note)) = (given.own.note, &given.note) {
                map.serialize_entry(key, &note.publish())?;
            }
        }
        map.end()
    }
}

/// A field that the list has declared.
#[derive(Debug, Serialize)]
pub(super) struct OwnField<'a> {
    #[serde(rename = "type")]
    of: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    many: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'static str>,
    label: Texts<'a>,
    about: &'static str,
}

/// The list's own fields, by the folder of their kind.
pub(super) fn declared(
    registry: &Registry,
) -> IndexMap<&'static str, IndexMap<&'static str, OwnField<'static>>> {
    let field = |own: &&'static Own| {
        let own: &'static Own = own;
        let field = OwnField {
            of: own.of.as_str(),
            many: own.many,
            section: (own.of == OwnType::Word).then_some(own.section),
            unit: own.unit,
            to: (own.of == OwnType::Ref).then(|| own.to.folder()),
            label: own.label.publish(),
            about: own.about,
        };
        (own.key, field)
    };
    let of_kind = |kind: KindId| {
        let fields: IndexMap<_, _> = registry.of(kind).own.iter().map(field).collect();
        (!fields.is_empty()).then_some((kind.folder(), fields))
    };
    registry.kinds().filter_map(of_kind).collect()
}

/// A value; where the field takes states, always an object, so that a text cannot be taken for a state.
fn published(own: &Own, value: &OwnValue) -> Value {
    if let OwnValue::State(state) = value {
        return json!({ "state": state });
    }
    let all: Vec<Value> = match value {
        OwnValue::State(_) => Vec::new(),
        OwnValue::Words(words) | OwnValue::Refs(words) => {
            words.iter().map(|it| json!(it)).collect()
        }
        OwnValue::Lines(lines) => lines.iter().map(|line| json!(line.as_str())).collect(),
        OwnValue::Text(text) => vec![json!(text.publish())],
        OwnValue::Numbers(numbers) => numbers.iter().map(|number| json!(number.value())).collect(),
        OwnValue::Counts(counts) => counts.iter().map(|count| json!(count.publish())).collect(),
        OwnValue::Quantities(all) => all.iter().map(|of| json!(of.publish())).collect(),
        OwnValue::Dates(dates) => dates.iter().map(|date| json!(date.publish())).collect(),
        OwnValue::Urls(urls) => urls.iter().map(|url| json!(url.as_str())).collect(),
        OwnValue::Flag(flag) => vec![json!(flag)],
    };
    if own.many {
        return Value::Array(all);
    }
    let one = all.into_iter().next().unwrap_or_default();
    if own.states && has_plain_form(own.of) { json!({ "value": one }) } else { one }
}

/// Whether a value of the type is published as a text or a number, and not as an object.
pub(super) const fn has_plain_form(of: OwnType) -> bool {
    matches!(of, OwnType::Word | OwnType::Number | OwnType::Url)
}
