//! The forms for issues: they ask what the schema of a kind asks, and are made from the same fields.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use listwright::kinds::{Common, KindId};
use listwright::read::{Field, Need, Record as _, Shape};
use serde_yaml::{Mapping, Value};

use super::{at, registry, text_of};

/// What a form asks of every kind besides its own fields; the rest of the common ones is a maintainer's to say.
const OF_ALL: [&str; 2] = ["aliases", "ids"];

fn map<const N: usize>(pairs: [(&str, Value); N]) -> Value {
    let pairs = pairs.into_iter().map(|(key, value)| (Value::from(key), value));
    Value::Mapping(pairs.collect::<Mapping>())
}

/// The fields that a form asks for, in the order of a file.
fn asked(kind: KindId) -> Vec<Field> {
    let is_asked = |field: &Field| {
        OF_ALL.contains(&field.key) || !Common::FIELDS.iter().any(|common| common.key == field.key)
    };
    registry().of(kind).fields.iter().copied().filter(is_asked).collect()
}

/// The set of keys of which one must be there that a key belongs to.
fn set_of(kind: KindId, key: &str) -> Option<&'static [&'static str]> {
    registry().of(kind).one_of().into_iter().find(|set| set.contains(&key))
}

/// Whether a key has a question of its own.
fn is_needed(kind: KindId, field: &Field) -> bool {
    field.need != Need::Optional || set_of(kind, field.key).is_some()
}

fn question(kind: KindId, field: &Field) -> Value {
    let mut doc = field.doc.trim().to_owned();
    if let Some(set) = set_of(kind, field.key) {
        let _ = write!(doc, " At least one of {} is needed.", set.join(", "));
    }
    let (mut what, mut options) = ("input", Value::Null);
    match field.shape() {
        Shape::Choice(words) => {
            what = "dropdown";
            options = words.iter().map(|(word, _)| Value::from(*word)).collect();
        }
        Shape::Word(section) => {
            let _ = write!(
                doc,
                " One of the words below `{section}` in entries/vocabulary.yaml, or a new one."
            );
        }
        Shape::List(_) => {
            what = "textarea";
            doc += " One a line.";
        }
        Shape::Record { fields, .. } => {
            what = "textarea";
            let keys: Vec<&str> = fields.iter().map(|field| field.key).collect();
            let _ = write!(doc, " One a line, each with what it is: {}.", keys.join(", "));
        }
        _ => {}
    }
    let mut attributes = map([("label", field.key.into()), ("description", doc.into())]);
    if !options.is_null() {
        attributes["options"] = options;
    }
    map([
        ("type", what.into()),
        ("id", field.key.into()),
        ("attributes", attributes),
        ("validations", map([("required", (field.need != Need::Optional).into())])),
    ])
}

fn text(text: &str) -> Value {
    map([("type", "markdown".into()), ("attributes", map([("value", text.into())]))])
}

fn area(id: &str, label: &str, description: &str, required: bool) -> Value {
    let attributes = map([("label", label.into()), ("description", description.into())]);
    map([
        ("type", "textarea".into()),
        ("id", id.into()),
        ("attributes", attributes),
        ("validations", map([("required", required.into())])),
    ])
}

fn promise() -> Value {
    let option = |label: &str| map([("label", label.into()), ("required", true.into())]);
    let options =
        [option("I opened every source that I name."), option("The texts are my own words.")];
    let attributes = map([("label", "Promise".into()), ("options", options.into_iter().collect())]);
    map([("type", "checkboxes".into()), ("id", "promise".into()), ("attributes", attributes)])
}

fn head(name: &str, description: &str, title: &str, body: Vec<Value>) -> Value {
    map([
        ("name", name.into()),
        ("description", description.into()),
        ("title", title.into()),
        ("body", Value::Sequence(body)),
    ])
}

/// The form for an entry of a kind.
fn form(kind: KindId) -> Value {
    let mut body = vec![text(
        "A maintainer writes the entry from what you say here. To write it yourself is faster, and needs no more than \
         GitHub's editor: see CONTRIBUTING.md. Leave out what you do not know.",
    )];
    let (needed, others): (Vec<Field>, Vec<Field>) =
        asked(kind).into_iter().partition(|field| is_needed(kind, field));
    body.extend(needed.iter().map(|field| question(kind, field)));
    let mut more = area(
        "more",
        "What else is known",
        "Behind each key what you know; delete the lines of which you know nothing.",
        false,
    );
    let mut lines = String::new();
    for field in &others {
        let _ = writeln!(lines, "{}: # {}", field.key, field.doc.trim());
    }
    more["attributes"]["value"] = lines.into();
    more["attributes"]["render"] = "yaml".into();
    body.push(more);
    body.push(area(
        "sources",
        "Sources",
        "Where each value comes from: an address, with the page, table or section.",
        true,
    ));
    body.push(promise());
    let title = format!("{}{}: ", kind.noun()[..1].to_uppercase(), &kind.noun()[1..]);
    let description = format!("A {kind} that the list lacks; you need no YAML for it.");
    head(&format!("Add a {kind}"), &description, &title, body)
}

/// The form for a value that is wrong.
fn correction() -> Value {
    let mut kinds = area("kind", "Kind", "", true);
    kinds["type"] = "dropdown".into();
    let options = KindId::ALL.iter().map(|kind| Value::from(kind.noun())).collect();
    kinds["attributes"] = map([("label", "Kind".into()), ("options", options)]);
    let line = |id: &str, label: &str, description: &str, required: bool| {
        let mut line = area(id, label, description, required);
        line["type"] = "input".into();
        line
    };
    let body = vec![
        kinds,
        line("entry", "Entry", "Its name, or the address of its page.", true),
        line("field", "Field", "What is wrong, such as `released` or `links.code`.", true),
        line("is", "What the list says", "", false),
        area("should", "What is right", "", true),
        area(
            "sources",
            "Sources",
            "Where that stands: an address, with the page, table or section.",
            true,
        ),
    ];
    head("Correct an entry", "A value that is wrong, out of date or missing.", "Correction: ", body)
}

fn written(form: &Value) -> String {
    let made =
        "# Made from the fields that the program reads: SNAPSHOTS=overwrite cargo test docs\n";
    format!("{made}{}", serde_yaml::to_string(form).unwrap())
}

#[test]
fn forms_of_issues_ask_what_the_fields_of_each_kind_ask() {
    for kind in KindId::ALL {
        let path = format!(".github/ISSUE_TEMPLATE/{kind}.yml");
        crate::blessed::assert_equals(&path, &written(&form(*kind)));
        let form: Value = serde_yaml::from_str(&text_of(&path)).unwrap();
        let body = form["body"].as_sequence().unwrap();
        let question = |key: &str| body.iter().find(|part| part["id"] == key);
        let more = question("more").unwrap()["attributes"]["value"].as_str().unwrap();
        for field in asked(*kind) {
            let required =
                question(field.key).map(|part| part["validations"]["required"].as_bool());
            match field.need {
                Need::Optional => assert_ne!(required, Some(Some(true)), "{kind}: {}", field.key),
                _ => assert_eq!(required, Some(Some(true)), "{kind}: {}", field.key),
            }
            let is_among_more =
                more.lines().any(|line| line.starts_with(&format!("{}: ", field.key)));
            assert!(required.is_some() != is_among_more, "{kind}: {}", field.key);
        }
    }
    crate::blessed::assert_equals(".github/ISSUE_TEMPLATE/correction.yml", &written(&correction()));
}

/// What GitHub refuses: it then shows no form at all, and says so to nobody.
#[test]
fn forms_of_issues_are_forms() {
    let mut forms = 0;
    for entry in fs::read_dir(at(".github/ISSUE_TEMPLATE")).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("config.yml") {
            continue;
        }
        forms += 1;
        let form: Value = serde_yaml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for key in ["name", "description", "title"] {
            assert!(form[key].as_str().is_some_and(|text| !text.is_empty()), "{path:?}: {key}");
        }
        let (mut ids, mut labels) = (BTreeSet::new(), BTreeSet::new());
        for part in form["body"].as_sequence().unwrap() {
            let what = part["type"].as_str().unwrap();
            assert!(["markdown", "input", "textarea", "dropdown", "checkboxes"].contains(&what));
            if what == "markdown" {
                continue;
            }
            let id = part["id"].as_str().unwrap();
            assert!(id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
            assert!(ids.insert(id.to_owned()), "{path:?}: {id}");
            let label = part["attributes"]["label"].as_str().unwrap();
            assert!(!label.is_empty() && labels.insert(label.to_owned()), "{path:?}: {label}");
            if ["dropdown", "checkboxes"].contains(&what) {
                assert!(
                    part["attributes"]["options"].as_sequence().is_some_and(|all| !all.is_empty())
                );
            }
        }
    }
    assert_eq!(forms, KindId::ALL.len() + 1);
}

/// Whose a path is: the last line that fits says it.
#[test]
fn everything_but_entries_and_what_is_made_has_a_code_owner() {
    let owners = text_of(".github/CODEOWNERS");
    let rules: Vec<(&str, bool)> = owners
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split_once(' ').map_or((line, false), |(what, _)| (what, true)))
        .collect();
    let fits = |pattern: &str, path: &str| match pattern {
        "*" => true,
        "/entries/*/" => path.strip_prefix("entries/").is_some_and(|rest| rest.contains('/')),
        "/README.*.md" => path.starts_with("README.") && path.ends_with(".md") && path.len() > 9,
        folder if folder.ends_with('/') => path.starts_with(&folder[1..]),
        file => path == &file[1..],
    };
    let is_owned = |path: &str| rules.iter().rev().find(|(rule, _)| fits(rule, path)).unwrap().1;
    for path in ["entries/models/x.yaml", "entries/vocabulary.yaml", "README.md", "schema/x.json"] {
        assert!(!is_owned(path), "{path}");
    }
    for path in [
        "entries/survey.yaml",
        "entries/changes.yaml",
        ".github/workflows/ci.yml",
        ".github/scripts/lib",
        ".github/CODEOWNERS",
        "src/main.rs",
        "templates/README.md",
        "static/logo.svg",
        "Cargo.lock",
        "action.yml",
        "CONTRIBUTING.md",
    ] {
        assert!(is_owned(path), "{path}");
    }
}
