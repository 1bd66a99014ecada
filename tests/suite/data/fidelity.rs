//! Nothing that an entry says is lost on its way into the published data, and nothing moves to another place.

use listwright::kinds::{KindId, Registry};
use listwright::read::{Field, Shape};
use listwright::source::Content;
use serde_json::Value;
use serde_yaml::Value as Yaml;

use super::{catalog, entry, full};

/// The files of a kind in the full list, as YAML by id.
fn files(kind: KindId) -> Vec<(String, Yaml)> {
    let sources = full().sources();
    let folder = format!("entries/{}/", kind.folder());
    let mut files = Vec::new();
    for (_, source) in sources.iter() {
        let id = source.path.strip_prefix(&folder).and_then(|name| name.strip_suffix(".yaml"));
        if let (Some(id), Content::Text(text)) = (id, &source.content) {
            files.push((id.to_owned(), serde_yaml::from_str(text).unwrap()));
        }
    }
    files
}

#[test]
fn full_list_has_no_findings() {
    assert_eq!(full().diagnostics(), "");
}

#[test]
fn full_list_has_a_value_for_every_field_in_every_form() {
    for kind in KindId::ALL {
        let files = files(*kind);
        let entries: Vec<&Yaml> = files.iter().map(|(_, yaml)| yaml).collect();
        let mut missing = Vec::new();
        // What an entry allows is about the file, and published nowhere.
        let fields: Vec<Field> = Registry::built_in()
            .of(*kind)
            .fields
            .iter()
            .copied()
            .filter(|field| field.key != "allow")
            .collect();
        find_missing(&fields, &entries, kind.folder(), &mut missing);
        assert_eq!(missing, Vec::<String>::new());
    }
}

fn find_missing(fields: &[Field], maps: &[&Yaml], route: &str, missing: &mut Vec<String>) {
    for field in fields {
        let values: Vec<&Yaml> = maps.iter().filter_map(|map| map.get(field.key)).collect();
        find_missing_form(&field.shape(), &values, &format!("{route}.{}", field.key), missing);
    }
}

fn find_missing_form(shape: &Shape, values: &[&Yaml], route: &str, missing: &mut Vec<String>) {
    if values.is_empty() {
        missing.push(route.to_owned());
        return;
    }
    match shape {
        Shape::List(item) => {
            let items: Vec<&Yaml> =
                values.iter().filter_map(|value| value.as_sequence()).flatten().collect();
            find_missing_form(item, &items, &format!("{route}[]"), missing);
        }
        Shape::Map(value) => {
            let named: Vec<&Yaml> = values
                .iter()
                .filter_map(|value| value.as_mapping())
                .flat_map(|map| map.values())
                .collect();
            find_missing_form(value, &named, &format!("{route}.*"), missing);
        }
        Shape::Record { fields, .. } => find_missing(fields, values, route, missing),
        Shape::Either(short, long) => {
            let (records, scalars): (Vec<&Yaml>, Vec<&Yaml>) =
                values.iter().copied().partition(|value| value.is_mapping());
            find_missing_form(short, &scalars, &format!("{route} (short)"), missing);
            find_missing_form(long, &records, &format!("{route} (long)"), missing);
        }
        Shape::Reported(_) => {
            let states = ["not reported", "not released", "none stated", "not applicable"];
            let is_state =
                |value: &&Yaml| value.as_str().is_some_and(|text| states.contains(&text));
            if !values.iter().any(is_state) {
                missing.push(format!("{route} (state)"));
            }
            if values.iter().all(is_state) {
                missing.push(format!("{route} (value)"));
            }
        }
        _ => {}
    }
}

#[test]
fn everything_in_the_entries_is_published_at_the_same_route() {
    let catalog = catalog(&full());
    let mut lost = Vec::new();
    for kind in KindId::ALL {
        for (id, yaml) in files(*kind) {
            let route = format!("{}/{id}", kind.folder());
            compare(&yaml, Some(entry(&catalog, kind.noun(), &id)), &route, &mut lost);
        }
    }
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn every_route_that_is_published_leads_to_a_value_of_its_entry() {
    let catalog = catalog(&full());
    let mut count = 0;
    for entry in catalog["entries"].as_array().unwrap() {
        let list = |key: &str| entry[key].as_array().cloned().unwrap_or_default();
        let mut routes: Vec<Value> = Vec::new();
        routes.extend(list("names").iter().map(|reference| reference["route"].clone()));
        routes.extend(list("disputed").iter().map(|disputed| disputed["field"].clone()));
        for source in list("sources") {
            routes.extend(source["for"].as_array().cloned().unwrap_or_default());
        }
        for route in routes {
            let pointer = route.as_str().unwrap().replace(['.', '['], "/").replace(']', "");
            assert!(entry.pointer(&format!("/{pointer}")).is_some(), "{route} of {}", entry["id"]);
            count += 1;
        }
    }
    assert_eq!(count, 27);
}

/// Compares what was written with what is published at the same route.
fn compare(written: &Yaml, published: Option<&Value>, route: &str, lost: &mut Vec<String>) {
    let Some(published) = published else {
        lost.push(format!("{route} is not there"));
        return;
    };
    match written {
        Yaml::Mapping(pairs) => {
            for (key, value) in pairs {
                let key = key.as_str().unwrap();
                compare(value, published.get(key), &format!("{route}.{key}"), lost);
            }
        }
        Yaml::Sequence(items) => {
            let count = published.as_array().map_or(0, Vec::len);
            if count != items.len() {
                lost.push(format!("{route} has {count} items instead of {}", items.len()));
            }
            for (index, item) in items.iter().enumerate() {
                compare(item, published.get(index), &format!("{route}[{index}]"), lost);
            }
        }
        Yaml::String(_) | Yaml::Number(_) | Yaml::Bool(_) => {
            let written = match written {
                Yaml::String(text) => text.trim_end().to_owned(),
                Yaml::Number(number) => number.to_string(),
                other => other.as_bool().unwrap().to_string(),
            };
            if !said(published).contains(&written) {
                lost.push(format!("{route} is {published} instead of {written}"));
            }
        }
        Yaml::Null | Yaml::Tagged(_) => lost.push(format!("{route} cannot stand in an entry")),
    }
}

/// What a published value can have been written as.
fn said(published: &Value) -> Vec<String> {
    let text = |key: &str| published[key].as_str().map(str::to_owned);
    match published {
        Value::String(text) => vec![text.clone()],
        Value::Bool(_) | Value::Number(_) => vec![published.to_string()],
        Value::Object(pairs) => match (text("family"), text("given"), pairs.len()) {
            // A particle belongs to the family name, and is told apart beside it.
            (Some(family), Some(given), count)
                if count == 2 + usize::from(pairs.contains_key("particle")) =>
            {
                vec![format!("{given} {family}"), format!("{family}, {given}")]
            }
            (Some(family), None, 1) => vec![family],
            // A number has its text; a value, a state, a reference and a text without a language stand alone.
            (None, None, 1) => pairs
                .iter()
                .filter(|(key, _)| {
                    ["state", "value", "id", "doi", "arxiv", "url", "en"].contains(&key.as_str())
                })
                .filter_map(|(_, value)| value.as_str().map(str::to_owned))
                .collect(),
            _ => text("text").into_iter().collect(),
        },
        Value::Null | Value::Array(_) => Vec::new(),
    }
}
