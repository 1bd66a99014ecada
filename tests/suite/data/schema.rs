//! The JSON Schema of the published data: it accepts what is published, and refuses what never is.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::{catalog, full, small};
use crate::door::Survey;

fn schema() -> Value {
    serde_json::from_str(&small().output("data/v1/catalog.schema.json")).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

fn faults(validator: &Validator, catalog: &Value) -> Vec<String> {
    let faults = validator.iter_errors(catalog);
    faults.map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

#[test]
fn schema_is_one_of_draft_2020_12() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
}

#[test]
fn schema_lets_no_object_have_keys_that_it_does_not_name() {
    let mut open = Vec::new();
    find_open(&schema(), "", &mut open);
    // What an entry may hold is said by kind, and each kind is closed.
    assert_eq!(open, ["/properties/entries/items"]);
}

/// The places of objects whose keys are not all named or under a rule.
fn find_open(schema: &Value, place: &str, open: &mut Vec<String>) {
    match schema {
        Value::Object(pairs) => {
            let object = schema["type"] == "object";
            if object && schema.get("additionalProperties").is_none() {
                open.push(place.to_owned());
            }
            for (key, value) in pairs {
                find_open(value, &format!("{place}/{key}"), open);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                find_open(item, &format!("{place}/{index}"), open);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn schema_accepts_what_is_published() {
    let validator = validator();
    for survey in [Survey::default(), small(), full(), Survey::folder("tests/golden/seed")] {
        assert_eq!(faults(&validator, &catalog(&survey)), Vec::<String>::new());
    }
}

#[test]
fn schema_names_no_key_that_is_never_published() {
    let (schema, catalog) = (schema(), catalog(&full()));
    for kind in ["model", "paper", "dataset", "challenge"] {
        let entries = catalog["entries"].as_array().unwrap().iter();
        let entries = entries.filter(|entry| entry["kind"] == kind);
        let mut published: BTreeSet<&str> = entries
            .flat_map(|entry| entry.as_object().unwrap().keys().map(String::as_str))
            .collect();
        if kind == "challenge" {
            // No field names a challenge yet; readers need not learn of it when one does.
            published.insert("named_by");
        }
        let named = schema["$defs"][kind]["properties"].as_object().unwrap();
        assert_eq!(published, named.keys().map(String::as_str).collect());
    }
    let published: Vec<&String> = catalog["vocabulary"].as_object().unwrap().keys().collect();
    let named = schema["properties"]["vocabulary"]["properties"].as_object().unwrap();
    assert_eq!(published, named.keys().collect::<Vec<_>>());
}

/// Puts a value at a place, or takes away what stands there.
fn broken(mut catalog: Value, place: &str, value: Option<Value>) -> Value {
    let (parent, key) = place.rsplit_once('/').unwrap();
    let parent = catalog.pointer_mut(parent).unwrap_or_else(|| panic!("no {place}"));
    match (value, parent) {
        (Some(value), parent) if parent.is_array() => {
            parent[key.parse::<usize>().unwrap()] = value;
        }
        (Some(value), parent) => parent[key] = value,
        (None, parent) => {
            parent.as_object_mut().unwrap().remove(key).unwrap_or_else(|| panic!("no {place}"));
        }
    }
    catalog
}

#[test]
fn schema_refuses_what_is_never_published() {
    let (validator, catalog) = (validator(), catalog(&full()));
    let cases = [
        ("/version", Some(json!(2))),
        ("/extra", Some(json!(true))),
        ("/title", Some(json!("A title"))),
        ("/title/EN_us", Some(json!("A title"))),
        ("/counts/models/listed", Some(json!(-1))),
        ("/counts/models/listed", None),
        ("/vocabulary/colour", Some(json!({}))),
        ("/vocabulary/rna/ncrna/label", None),
        ("/entries/0/kind", Some(json!("tool"))),
        ("/entries/0/kind", Some(json!("paper"))),
        ("/entries/0/id", Some(json!("Everything"))),
        ("/entries/0/name", None),
        ("/entries/0/title", Some(json!("not a model's"))),
        ("/entries/0/page", Some(json!("https://example.org/models/everything/"))),
        ("/entries/0/status", Some(json!("gone"))),
        ("/entries/0/reason", None),
        ("/entries/2/superseded_by", None),
        ("/entries/0/released", Some(json!("2022-04"))),
        ("/entries/0/released", None),
        ("/entries/0/released/text", Some(json!("2022-13"))),
        ("/entries/0/released/precision", Some(json!("week"))),
        ("/entries/0/parameters", Some(json!(99_520_000))),
        ("/entries/0/parameters/bound", Some(json!("less"))),
        ("/entries/0/parameters/state", Some(json!("not reported"))),
        ("/entries/0/context", Some(json!({"state": "unknown"}))),
        ("/entries/0/context", Some(json!(null))),
        ("/entries/0/variants/micro/size", Some(json!("33M"))),
        ("/entries/0/training/datasets/0/note", Some(json!({"en": "an entry has its own"}))),
        ("/entries/0/papers/0/doi", Some(json!("10.1000/everything"))),
        ("/entries/0/papers/1/doi", Some(json!("https://doi.org/10.1000/everything"))),
        ("/entries/0/links/code/value", Some(json!("javascript:alert(1)"))),
        ("/entries/0/aliases", Some(json!([]))),
        ("/entries/0/sources/0/kind", Some(json!("blog"))),
        ("/entries/0/names/0/route", None),
        ("/entries/4/authors/0/family", None),
        ("/entries/4/authors/3/family", Some(json!("both"))),
        ("/entries/4/type", None),
        ("/entries/7/leaderboard/columns/ss/better", None),
        ("/entries/7/leaderboard/rows/0/label", Some(json!("both"))),
        ("/entries/7/leaderboard/rows/0/scores/ss", Some(json!(68.5))),
        ("/entries/8/winners/0/rank", Some(json!(0))),
        ("/entries/8/dates/middle", Some(json!({"text": "2023", "precision": "year"}))),
    ];
    for (place, value) in cases {
        let broken = broken(catalog.clone(), place, value.clone());
        let fine = validator.is_valid(&broken);
        assert!(!fine, "{place} may be {}", value.map_or("absent".to_owned(), |v| v.to_string()));
    }
}
