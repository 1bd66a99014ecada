//! What the list says of itself: coverage field by field, the log day by day, what is new, and its abbreviations.

use std::collections::BTreeMap;

use listwright::kinds::{KindId, Registry};
use listwright::views::{FieldCoverage, Flow, Recent, changes, coverage};

use crate::door::Survey;
use crate::sample::sample;

const A: &str = "name: A\ncategory: language\nreleased: 2022-04\nparameters: 1M\nlicence: {code: none stated}\n\
    papers: [arXiv:2204.00300]\nsources: [{for: [parameters], url: https://example.org/a, kind: paper}]\nadded: 2026-01-02\n";
const B: &str = "name: B\ncategory: language\nreleased: 2023-04\nparameters: not reported\n\
    papers: [arXiv:2204.00301]\nadded: 2026-01-03\n";

fn two() -> Survey {
    Survey::default().entry("models/a", A).entry("models/b", B)
}

fn field(list: &Survey, route: &str) -> FieldCoverage {
    let kinds = list.view(coverage);
    let found = kinds[0].fields.iter().find(|field| field.route == route);
    found.unwrap_or_else(|| panic!("{route}")).clone()
}

#[test]
fn coverage_tells_values_from_reasons_and_from_nothing() {
    let list = two();
    let parameters = field(&list, "parameters");
    assert_eq!((parameters.value, parameters.states, parameters.nothing), (1, [1, 0, 0, 0], 0));
    assert_eq!((parameters.sourced, parameters.known_percent()), (1, 100));
    let licence = field(&list, "licence.code");
    assert_eq!((licence.value, licence.states, licence.nothing), (0, [0, 0, 1, 0], 1));
    assert_eq!(licence.known_percent(), 50);
    let released = field(&list, "released");
    assert_eq!((released.value, released.sourced, released.sourced_percent()), (2, 0, 0));
}

#[test]
fn coverage_has_every_declared_field_and_adds_up() {
    let list = sample();
    for kind in list.view(coverage) {
        let id = KindId::of_folder(kind.folder).unwrap();
        for field in Registry::built_in()
            .of(id)
            .fields
            .iter()
            .filter(|field| field.need == listwright::read::Need::Listed)
        {
            let shown =
                kind.fields.iter().any(|shown| shown.route.split('.').next() == Some(field.key));
            assert!(shown, "{} of {}", field.key, kind.folder);
        }
        for field in &kind.fields {
            let sum = field.value + field.states.iter().sum::<usize>() + field.nothing;
            assert_eq!(sum, kind.entries, "{} of {}", field.route, kind.folder);
            assert!(field.sourced <= field.value, "{}", field.route);
            assert!(!field.route.ends_with("note"), "{}", field.route);
        }
        let values: usize = kind.fields.iter().map(|field| field.value).sum();
        assert_eq!(kind.sum.value, values);
    }
}

#[test]
fn every_field_of_the_page_has_a_label_in_every_language() {
    let strings: BTreeMap<String, BTreeMap<String, String>> =
        serde_yaml::from_str(include_str!("../../templates/default/strings.yaml")).unwrap();
    assert_eq!(strings.len(), 2);
    // The list's own fields have the labels that it declares.
    let own = sample().examined().catalog.registry.own();
    let is_own = |route: &str| own.iter().any(|own| own.key == route);
    for (language, words) in &strings {
        for kind in sample().view(coverage) {
            for field in kind.fields.iter().filter(|field| !is_own(&field.route)) {
                let label = words.get(&field.route);
                assert!(
                    label.is_some_and(|label| *label != field.route),
                    "{language} {}",
                    field.route
                );
            }
        }
    }
}

#[test]
fn unlisted_entries_do_not_count() {
    let list = two()
        .replace("entries/vocabulary.yaml", "category:", "reason:\n  x: {en: X, zh: 某}\ncategory:")
        .entry("models/c", "name: C\nstatus: candidate\nreason: {code: x}\n");
    assert_eq!(list.view(coverage)[0].entries, 2);
    let flow = list.view(Flow::of);
    assert_eq!((flow.identified.total, flow.listed.total), (3, 2));
    assert_eq!(flow.stages[0].reasons[0].row.counts, [1, 0, 0, 0]);
}

#[test]
fn without_a_log_what_was_added_last_is_new() {
    let recent = two().view(|viewer| Recent::of(viewer, 5)).unwrap();
    assert_eq!(recent.date, "2026-01-03");
    let names: Vec<&str> =
        recent.added[0].entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!((recent.added.len(), names), (1, vec!["B"]));
}

#[test]
fn log_is_shown_day_by_day_with_what_was_and_what_is() {
    let list = two().file(
        "entries/changes.yaml",
        "schema: 1\nchanges:\n  - date: 2026-01-04\n    added: [models/b]\n    \
         changed: [{entry: models/a, field: parameters, from: 2M, to: 1M}, {entry: models/a, field: rna, to: mrna}]\n",
    );
    assert_eq!(list.diagnostics(), "");
    let log = list.view(changes);
    assert_eq!(log[0].added[0].entries[0].name, "B");
    assert_eq!(log[0].changed[0].from.as_deref(), Some("2M"));
    // The other entry says itself on which day it was added; of this one the log has told.
    let days: Vec<(&str, &str)> = log
        .iter()
        .flat_map(|day| &day.added)
        .flat_map(|group| &group.entries)
        .zip(log.iter().map(|day| day.date.as_str()))
        .map(|(entry, day)| (day, entry.name.as_str()))
        .collect();
    assert_eq!(days, [("2026-01-04", "B"), ("2026-01-02", "A")]);
    let recent = list.view(|viewer| Recent::of(viewer, 5)).unwrap();
    // Two fields of one entry are one entry with other values.
    assert_eq!((recent.date.as_str(), recent.changed), ("2026-01-04", 1));
    let page = list.output("changes/index.html");
    assert!(page.contains("<h2 id=\"on-2026-01-04\">"), "{page}");
    assert!(
        page.contains("<code>parameters</code></td><td><del>2M</del></td><td><ins>1M</ins></td>")
    );
}

/// Words with an abbreviation that stands in no text of the list.
fn abbreviated(label: &str) -> Survey {
    let words = format!(
        "schema: 1\ncategory:\n  language: {{en: Language model, zh: 语言模型}}\n\
         abbreviation:\n  x: {{en: {label}, zh: {label}, about: {{en: Stands for it, zh: 其全称}}}}\n"
    );
    two().file("entries/vocabulary.yaml", words).replace(
        "entries/models/a.yaml",
        "licence:",
        "summary: Reads MSAs of tRNA by itself.\nlicence:",
    )
}

#[test]
fn abbreviation_that_no_text_uses_is_found() {
    for (label, used) in
        [("MSA", true), ("tRNA", true), ("RNA", false), ("MS", false), ("CDS", false)]
    {
        let places = abbreviated(label).places();
        let expected =
            if used { vec![] } else { vec!["entries/vocabulary.yaml:5:3 unused-word".to_owned()] };
        assert_eq!(places, expected, "{label}");
    }
}

#[test]
fn readme_explains_the_abbreviations_that_it_uses_and_no_other() {
    let readme = abbreviated("MSA").readme().unwrap();
    assert!(readme.contains("### Abbreviations\n\n**MSA**: Stands for it\n"), "{readme}");
    let elsewhere = abbreviated("MSA").replace(
        "entries/models/a.yaml",
        "summary: Reads MSAs of tRNA by itself.",
        "description: Reads MSAs of tRNA by itself.",
    );
    assert!(!elsewhere.readme().unwrap().contains("Abbreviations"));
    assert_eq!(elsewhere.places(), [""; 0]);
}
