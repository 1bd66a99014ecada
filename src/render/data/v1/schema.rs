//! `data/v1/catalog.schema.json`: what every list publishes, changed by the fields that a list declares.

use serde_json::{Map, Value, json};

use super::own::has_plain_form;
use crate::catalog::Catalog;
use crate::kinds::{KindId, Own, OwnType};
use crate::read::Choice as _;

/// A JSON Schema of the catalog of a list with the built-in fields, in draft 2020-12.
pub const SCHEMA: &str = include_str!("catalog.schema.json");

/// The schema of a list's catalog.
#[must_use]
pub fn schema(catalog: &Catalog) -> Vec<u8> {
    let registry = &catalog.registry;
    if registry.is_built_in() {
        return SCHEMA.as_bytes().to_vec();
    }
    let mut schema: Value = serde_json::from_str(SCHEMA).unwrap_or_default();
    for kind in KindId::ALL.iter().copied() {
        let Some(entry) = object(&mut schema, &format!("/$defs/{}", kind.noun())) else { continue };
        let fields = catalog.of(kind);
        entry_of(entry, |key| fields.place(key).is_some() || !kind.is_built_in(key), &fields.own);
    }
    if let Some(sections) = object(&mut schema, "/properties/vocabulary/properties") {
        sections.clear();
        for section in catalog.vocabulary.sections() {
            sections.insert(section.to_owned(), json!({"$ref": "#/$defs/words"}));
        }
    }
    let unused: Vec<&str> = KindId::ALL
        .iter()
        .filter(|kind| !catalog.of(**kind).is_used)
        .map(|kind| kind.folder())
        .collect();
    if let Some(counts) = object(&mut schema, "/properties/counts") {
        if let Some(Value::Array(needed)) = counts.get_mut("required") {
            needed.retain(|key| key.as_str().is_none_or(|key| !unused.contains(&key)));
        }
        if let Some(Value::Object(properties)) = counts.get_mut("properties") {
            properties.retain(|key, _| !unused.contains(&key.as_str()));
        }
    }
    if let Some(properties) = object(&mut schema, "/properties") {
        properties.insert("fields".to_owned(), declarations());
    }
    let mut bytes = serde_json::to_vec_pretty(&schema).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn object<'v>(schema: &'v mut Value, at: &str) -> Option<&'v mut Map<String, Value>> {
    schema.pointer_mut(at)?.as_object_mut()
}

/// An entry without the built-in fields that the list does not use, and with its own.
fn entry_of(entry: &mut Map<String, Value>, is_used: impl Fn(&str) -> bool, own: &[&'static Own]) {
    if let Some(Value::Array(needed)) =
        entry.get_mut("then").and_then(|then| then.get_mut("required"))
    {
        needed.retain(|key| key.as_str().is_some_and(&is_used));
        if needed.is_empty() {
            entry.remove("if");
            entry.remove("then");
        }
    }
    let Some(Value::Object(properties)) = entry.get_mut("properties") else { return };
    properties.retain(|key, _| is_used(key));
    for own in own {
        properties.insert(own.key.to_owned(), form(own));
        if let Some(note) = own.note {
            properties.insert(note.to_owned(), json!({"$ref": "#/$defs/note"}));
        }
    }
}

/// What the list says of its own fields.
fn declarations() -> Value {
    let types: Vec<&str> = OwnType::WORDS.iter().map(|(word, _)| *word).collect();
    json!({
        "type": "object",
        "description": "The fields that this list has declared, by the folder of their kind and by key.",
        "propertyNames": {"enum": KindId::ALL.iter().map(|kind| kind.folder()).collect::<Vec<_>>()},
        "additionalProperties": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "additionalProperties": false,
                "required": ["type", "label", "about"],
                "properties": {
                    "type": {"enum": types, "description": "What stands in it."},
                    "many": {"const": true, "description": "Whether it is a list of them."},
                    "section": {"type": "string", "description": "The section of the vocabulary that words are of."},
                    "unit": {"type": "string", "description": "The unit of numbers."},
                    "to": {"type": "string", "description": "The folder of the kind that is named."},
                    "label": {"$ref": "#/$defs/texts"},
                    "about": {"type": "string", "description": "What it means."},
                },
            },
        },
    })
}

/// What is published of a field of the list.
fn form(own: &Own) -> Value {
    let reference = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    let item = match own.of {
        OwnType::Word => reference("slug"),
        OwnType::Ref => reference("id"),
        OwnType::Line => reference("line"),
        OwnType::Text => reference("texts"),
        OwnType::Number => json!({"type": "number"}),
        OwnType::Count => reference("count"),
        OwnType::Quantity => reference("quantity"),
        OwnType::Date => reference("date"),
        OwnType::Url => reference("url"),
        OwnType::Flag => json!({"type": "boolean"}),
    };
    let form = if own.many {
        json!({"type": "array", "minItems": 1, "items": item})
    } else if own.states {
        let value = if has_plain_form(own.of) {
            json!({
                "type": "object",
                "additionalProperties": false,
                "required": ["value"],
                "properties": {"value": item},
            })
        } else {
            item
        };
        json!({"anyOf": [value, reference("state")]})
    } else {
        item
    };
    let mut form = form;
    if let Value::Object(keys) = &mut form {
        keys.insert("description".to_owned(), json!(own.about));
    }
    form
}
