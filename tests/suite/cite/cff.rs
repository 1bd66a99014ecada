//! CITATION.cff: what it says of a list, and that no text becomes anything else.

use listwright::render::cite::cff;
use listwright::value::Licence;
use serde_json::json;
use serde_yaml::Value;
use snapbox::{IntoData as _, assert_data_eq, str};

use super::names;
use crate::docs::text_of;
use crate::door::Survey;
use crate::sample::sample;

/// The file of a list.
pub(super) fn file(survey: &Survey) -> Option<String> {
    let catalog = survey.examined().catalog;
    cff::file(&catalog.survey, &catalog.languages)
}

/// Lists by name, with what a reader of their files has to find: every form of a name, every text, every licence.
pub(super) fn lists() -> Vec<(String, Survey, serde_json::Value)> {
    let we = json!([{"group": "We, the people: all"}]);
    let authors = "authors: [{group: \"We, the people: all\"}]\n";
    let own = json!({
        "title": "RNA Foundation Model Survey",
        "abstract": Survey::folder(".").examined().catalog.survey.tagline.unwrap().0["en"],
        "authors": [{"group": "The RNA Foundation Model Survey contributors"}],
        "version": "2026.11",
        "date-released": "2026-11-28",
        "repository-code": "https://github.com/YuanLi-X/RNA-Foundation-Model-Survey",
        "license": "CC0-1.0",
        "keywords": ["RNA", "foundation models", "language models", "survey"],
    });
    let full = json!({
        "title": "Survey of Tree Models",
        "abstract": "What was planted, and where.",
        "authors": [{"given": "Jan", "particle": "van der", "family": "Boom"}, {"group": "The Foresters"}],
        "version": "2026.10",
        "date-released": "2026-11-28",
        "doi": "10.5281/zenodo.1",
        "url": "https://survey.example.org",
        "repository-code": "https://code.example.org/tree-survey",
        "license": "CC0-1.0",
        "keywords": ["trees", "forests"],
    });
    let mut lists =
        vec![("own".to_owned(), Survey::folder("."), own), ("sample".to_owned(), sample(), full)];
    let (written, meant) = names::authors();
    let settings = format!("title: Names\nauthors: [{}]\n", written.join(", "));
    lists.push(("names".to_owned(), list(&settings), json!({"title": "Names", "authors": meant})));
    for (at, text) in TEXTS.iter().enumerate() {
        let quoted = serde_json::to_string(text).unwrap();
        let settings =
            format!("title: {quoted}\ntagline: {quoted}\nkeywords: [{quoted}]\n{authors}");
        let meant = json!({"title": text, "abstract": text, "keywords": [text], "authors": we});
        lists.push((format!("text-{at}"), list(&settings), meant));
    }
    for known in cff::KNOWN {
        let settings = format!("title: A\nlicence: {{entries: {known}}}\n{authors}");
        let meant = json!({"title": "A", "license": known, "authors": we});
        lists.push((format!("licence-{known}"), list(&settings), meant));
    }
    let other = "https://spdx.org/licenses/NCBI-PD.html";
    let settings = format!("title: A\nlicence: {{entries: NCBI-PD}}\n{authors}");
    let meant = json!({"title": "A", "license-url": other, "authors": we});
    lists.push(("other-licence".to_owned(), list(&settings), meant));
    lists
}

/// Texts that YAML would like to read for itself.
const TEXTS: [&str; 21] = [
    "A: b",
    "# no comment",
    "- item",
    "yes",
    "1.10",
    "'",
    "\"a\" \\ b",
    "{a}",
    "[b]",
    "*c",
    "&d",
    "!e",
    "%f",
    "@g",
    "`h`",
    "a #b",
    "~",
    "中文：题目",
    "x:",
    "? y",
    "2026-11-28",
];

/// A list with these settings.
fn list(settings: &str) -> Survey {
    let survey = Survey::default()
        .file("entries/survey.yaml", format!("schema: 1\nlanguages: [en]\n{settings}"))
        .file("entries/vocabulary.yaml", "schema: 1\n");
    assert_eq!(survey.diagnostics(), "");
    survey
}

/// The file of a list with these settings, as YAML reads it.
fn with(settings: &str) -> Value {
    let survey = list(&format!("authors: [Ann Lee]\n{settings}"));
    serde_yaml::from_str(&file(&survey).unwrap()).unwrap()
}

#[test]
fn citation_file_says_all_that_the_settings_know() {
    assert_data_eq!(
        file(&sample()).unwrap(),
        str![[r#"
# Made by `listwright build` from entries/survey.yaml: edit that. What is typed here is lost.
cff-version: 1.2.0
message: If this list helped your work, please cite it, and the papers of the models, datasets and challenges that you found in it.
type: dataset
title: Survey of Tree Models
abstract: "What was planted, and where."
authors:
  - family-names: Boom
    given-names: Jan
    name-particle: van der
  - name: The Foresters
version: "2026.10"
date-released: "2026-11-28"
doi: 10.5281/zenodo.1
identifiers:
  - type: url
    value: https://archive.example.org/trees
    description: The files of version 2026.10
url: https://survey.example.org
repository-code: https://code.example.org/tree-survey
license: CC0-1.0
keywords:
  - trees
  - forests

"#]]
        .raw()
    );
}

#[test]
fn list_without_authors_has_no_citation_file_and_without_a_release_no_version() {
    assert_eq!(file(&Survey::default()), None);
    let plain = with("title: A\n");
    let keys: Vec<&str> = plain.as_mapping().unwrap().keys().filter_map(Value::as_str).collect();
    assert_eq!(keys, ["cff-version", "message", "type", "title", "authors"]);
}

#[test]
fn version_stays_the_text_that_was_typed() {
    for typed in ["2026.10", "1.0", "1e3", "0x10", "1", "2026-11-28", "v2"] {
        let release = format!("title: A\nrelease: {{version: {typed}, date: 2026-11-28}}\n");
        let file = with(&release);
        assert_eq!(
            (file["version"].as_str(), file["date-released"].as_str()),
            (Some(typed), Some("2026-11-28"))
        );
    }
}

#[test]
fn texts_stay_what_they_are_in_the_file() {
    for text in TEXTS {
        let quoted = serde_json::to_string(text).unwrap();
        let file = with(&format!("title: {quoted}\ntagline: {quoted}\nkeywords: [{quoted}]\n"));
        assert_eq!((file["title"].as_str(), file["abstract"].as_str()), (Some(text), Some(text)));
        assert_eq!(file["keywords"][0].as_str(), Some(text));
    }
}

#[test]
fn tag_of_the_release_is_where_its_files_are_kept_on_hosts_whose_addresses_are_known() {
    let kept = |repository: &str| {
        let settings = format!(
            "title: A\nrepository: {repository}\nrelease: {{version: v1, date: 2026-11-28}}\n"
        );
        with(&settings)["identifiers"][0]["value"].as_str().map(str::to_owned)
    };
    assert_eq!(kept("https://github.com/a/b").unwrap(), "https://github.com/a/b/tree/v1");
    assert_eq!(kept("https://gitlab.com/a/b/").unwrap(), "https://gitlab.com/a/b/-/tree/v1");
    assert_eq!(kept("https://codeberg.org/a/b").unwrap(), "https://codeberg.org/a/b/src/tag/v1");
    assert_eq!(kept("https://code.example.org/a/b"), None);
}

#[test]
fn licences_are_named_as_the_format_names_them() {
    let licence = |text: &str| {
        assert!(text.parse::<Licence>().is_ok(), "{text}");
        let file = with(&format!("title: A\nlicence: {{entries: {text}}}\n"));
        (file.get("license").cloned(), file.get("license-url").cloned())
    };
    assert_eq!(licence("CC-BY-4.0"), (Some("CC-BY-4.0".into()), None));
    let both = Value::from(vec![Value::from("CC-BY-4.0"), Value::from("MIT")]);
    assert_eq!(licence("CC-BY-4.0 OR MIT"), (Some(both), None));
    // What the format does not know is named by its address; all of several at once it cannot say.
    assert_eq!(licence("NCBI-PD"), (None, Some("https://spdx.org/licenses/NCBI-PD.html".into())));
    assert_eq!(licence("CC-BY-4.0 AND MIT"), (None, None));
}

#[test]
fn citation_file_of_the_repository_is_that_of_its_settings() {
    assert_eq!(file(&Survey::folder(".")).unwrap(), text_of(cff::PATH));
}
