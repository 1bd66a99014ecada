//! What entries say is only text in a report: it mentions nobody, closes nothing and is no heading.

use listwright::diff::{SCHEMA, json, markdown, report, text};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use super::{changes, ends, list};
use crate::door::Survey;

/// Names that would do something where they are not escaped.
const NAMES: [&str; 14] = [
    "@octocat",
    "RNA @org/team x",
    "fixes #12",
    "org/repo#7",
    "GH-3",
    "see 0a70687deadbeef",
    "# Heading",
    "```",
    "~~~ </details>",
    "<!-- hidden",
    "[x](javascript:alert(1))",
    "a | b \\",
    "www.example.org",
    "&#124; &#1",
];

fn named(name: &str, parameters: &str) -> Survey {
    let model = "entries/models/rna-fm.yaml";
    let quoted = serde_json::to_string(name).unwrap();
    list().replace(model, "name: RNA-FM", &format!("name: {quoted}")).replace(
        model,
        "parameters: 23M",
        &format!("parameters: {parameters}"),
    )
}

fn written(name: &str) -> String {
    let changes = changes(&named(name, "23M"), &named(name, "99M"));
    markdown(&report(&changes, &ends()))
}

/// The texts of a document, each piece by itself, as GitHub looks for mentions.
fn texts(document: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    for event in Parser::new_ext(document, Options::all()) {
        match event {
            Event::Text(text) => texts.last_mut().unwrap().push_str(&text),
            _ => texts.push(String::new()),
        }
    }
    texts
}

#[test]
fn no_name_is_a_mention_a_fence_or_a_heading() {
    for name in NAMES {
        let document = written(name);
        for text in texts(&document) {
            for (at, _) in text.match_indices(['@', '#']) {
                let next = text[at + 1..].chars().next();
                assert!(
                    !next.is_some_and(char::is_alphanumeric),
                    "{name}: `{text}` in\n{document}"
                );
            }
            assert!(!text.contains("GH-3") && !text.contains("0a70687"), "{name}: `{text}`");
        }
        let mut headings = 0;
        for event in Parser::new_ext(&document, Options::all()) {
            match event {
                Event::Start(Tag::Heading { .. }) => headings += 1,
                Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock) => {
                    panic!("{name}:\n{document}")
                }
                Event::Html(html) | Event::InlineHtml(html) => {
                    assert_eq!(&*html, "<!-- -->", "{name}");
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert_eq!(&*dest_url, "https://example.org/old", "{name}");
                }
                _ => {}
            }
        }
        assert_eq!(headings, 1, "{name}:\n{document}");
    }
}

#[test]
fn what_a_reader_sees_is_the_name() {
    for name in ["@octocat", "org/repo#7", "a | b", "# Heading", "50% & more", "&#124;"] {
        let seen: String = texts(&written(name)).concat();
        assert!(
            seen.contains(&format!("{name}: parameters")) || seen.contains(&format!("{name}: ")),
            "{seen}"
        );
    }
}

#[test]
fn address_of_an_issue_is_text_so_that_no_mark_is_left_there() {
    let model = "entries/models/rna-fm.yaml";
    let source = |survey: Survey| {
        survey.replace(model, "https://example.org/old", "https://github.com/org/repo/issues/5")
    };
    let changes = changes(&source(named("X", "23M")), &source(named("X", "99M")));
    let document = markdown(&report(&changes, &ends()));
    let links =
        Parser::new(&document).filter(|event| matches!(event, Event::Start(Tag::Link { .. })));
    assert_eq!(links.count(), 0, "{document}");
}

#[test]
fn no_control_character_reaches_a_terminal() {
    let before = list();
    let after = list().entry(
        "models/evil",
        "name: \"a\\e[31m\\u202Eb\"\nreleased: 2023\ncategory: language\npapers: [10.1000/evil]\n",
    );
    let changes = changes(&before, &after);
    for said in [text(&report(&changes, &ends())), json(&changes, &ends(), None)] {
        assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said}");
    }
}

#[test]
fn json_fits_its_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let after = named("@octocat", "99M")
        .replace("entries/datasets/bench.yaml", "ss: 68.5", "ss: 68.7")
        .replace("entries/vocabulary.yaml", "en: Folding", "en: Fold")
        .replace("entries/survey.yaml", "A Survey", "The Survey")
        .entry(
            "models/maybe",
            "{name: Maybe, status: candidate, reason: {code: off-topic, note: x}}",
        )
        .entry("models/broken", "name: [\n")
        .replace(
            "entries/papers/chen-2022.yaml",
            "title:",
            "status: excluded\nreason: {code: off-topic}\ntitle:",
        );
    for (before, after) in [(list(), after.clone()), (after, list()), (Survey::bare(), list())] {
        let (one, other) = (super::state(&before), super::state(&after));
        let changes = listwright::diff::compare(&one, &other);
        let dead = listwright::diff::dead(&one, &other, &changes).unwrap();
        let json: Value = serde_json::from_str(&json(&changes, &ends(), Some(&dead))).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&json)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(json["version"], 1);
    }
    let faults = validator.iter_errors(&serde_json::json!({"version": 2})).count();
    assert!(faults > 1, "another version does not fit");
}
