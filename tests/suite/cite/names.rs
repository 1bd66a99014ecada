//! Names and titles as people type them, with the parts that are meant; tests/cite reads the same table.

use listwright::diag::Code;
use listwright::kinds::Entry;
use listwright::value::{Author, Person};
use serde_json::Value;

use crate::door::Survey;

const TABLE: &str = include_str!("../../cite/names.json");

fn table() -> Value {
    serde_json::from_str(TABLE).unwrap()
}

/// A list with a paper for each name.
pub(crate) fn list() -> Survey {
    let settings = "schema: 1\ntitle: {en: A Survey, zh: 综述}\nlanguages: [en, zh]\n\
                    repository: https://github.com/example/survey\n";
    let table = table();
    let titles = table["titles"].as_array().unwrap();
    let survey = Survey::default()
        .file("entries/survey.yaml", settings)
        .file("entries/vocabulary.yaml", "schema: 1\n");
    table["names"].as_array().unwrap().iter().enumerate().fold(survey, |survey, (at, name)| {
        let title = format!("{} ({at})", titles[at % titles.len()].as_str().unwrap());
        let (title, name) = (Value::from(title), name["write"].as_str().unwrap());
        let paper = format!(
            "title: {title}\nauthors: [{name}]\nvenue: bioRxiv\npublication: preprint\n\
             dates: {{preprint: 2022-04}}\narxiv: arXiv:2204.{}\n",
            10_000 + at
        );
        survey.entry(&format!("papers/name-{at}"), &paper)
    })
}

/// Every name as it is typed, and the parts of each person once.
pub(super) fn authors() -> (Vec<String>, Vec<Value>) {
    let table = table();
    let names = table["names"].as_array().unwrap();
    let part = |name: &Value| {
        let mut parts = name.clone();
        parts.as_object_mut().unwrap().retain(|key, _| PARTS.contains(&key.as_str()));
        parts
    };
    let written = names.iter().map(|name| name["write"].as_str().unwrap().to_owned());
    let mut parts: Vec<Value> = Vec::new();
    for part in names.iter().map(part) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    (written.collect(), parts)
}

const PARTS: [&str; 6] = ["given", "particle", "family", "suffix", "also", "group"];

#[test]
fn names_are_read_in_the_parts_that_are_meant() {
    let survey = list();
    let examined = survey.examined();
    // One of the titles is not composed, which is said and stops nothing.
    let findings = examined.findings.iter().filter(|finding| finding.code != Code::NotNormal);
    assert_eq!(findings.map(|finding| finding.message.as_str()).collect::<Vec<_>>(), [""; 0]);
    for (at, meant) in table()["names"].as_array().unwrap().iter().enumerate() {
        let paper = examined.catalog.get(listwright::kinds::KindId::Paper, &format!("name-{at}"));
        let Entry::Paper(paper) = &paper.unwrap().entry else { panic!("name-{at} is no paper") };
        let part = |key: &str| meant[key].as_str().unwrap_or_default().to_owned();
        let wanted = match &meant["group"] {
            Value::String(group) => Author::group(group.as_str()),
            _ => Author::Person(Person {
                given: part("given"),
                particle: part("particle"),
                family: part("family"),
                suffix: part("suffix"),
                also: part("also"),
            }),
        };
        assert_eq!(paper.authors, [wanted], "{}", meant["write"]);
    }
}
