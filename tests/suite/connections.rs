//! The entries around an entry, and how many entries each year has.

use listwright::kinds::KindId;
use listwright::views::{Connections, Relation, facets, years};

use crate::door::Survey;

fn model(name: &str, released: &str, more: &str) -> String {
    format!("name: {name}\ncategory: language\nreleased: {released}\n{more}")
}

fn list() -> Survey {
    Survey::default()
        .file(
            "entries/vocabulary.yaml",
            "schema: 1\ncategory:\n  language: {en: Language model, zh: 语言模型}\ntask:\n  folding: {en: Folding, zh: 折叠}\n",
        )
        .entry("papers/a-2022-one", "title: One\ntype: research\ndates: {preprint: 2022-04}\narxiv: arXiv:2204.00300\n")
        .entry("models/one", &model("One", "2022", "training: {datasets: [corpus]}\npapers: [a-2022-one]\n"))
        .entry("models/two", &model("Two", "2024-02", "papers: [a-2022-one]\n"))
        .entry("datasets/corpus", "name: Corpus\ntype: corpus\nlinks: {home: https://example.org/c}\n")
        .entry(
            "datasets/bench",
            "name: Bench\ntype: benchmark\nlinks: {home: https://example.org/b}\nleaderboard:\n  basis: reported\n  source: https://example.org/t\n  \
             columns:\n    f1: {task: folding, metric: F1, better: higher, dataset: corpus}\n  rows:\n    - {model: one, scores: {f1: 1}}\n    - {model: one, as: Again, scores: {f1: 2}}\n",
        )
}

/// `relation: names` of one side.
fn told(relations: &[Relation]) -> Vec<String> {
    let line = |relation: &Relation| {
        let names: Vec<&str> = relation.shown.iter().map(|entry| entry.name.as_str()).collect();
        format!("{}: {}", relation.key, names.join(", "))
    };
    relations.iter().map(line).collect()
}

fn around(list: &Survey, kind: KindId, id: &str) -> Option<Connections> {
    list.view(|viewer| Connections::of(viewer, viewer.catalog.get(kind, id).unwrap()))
}

#[test]
fn model_stands_between_its_paper_and_data_and_what_it_is_measured_on() {
    let found = around(&list(), KindId::Model, "one").unwrap();
    assert_eq!(told(&found.before.relations), ["described-in: One", "trained-on: Corpus"]);
    assert_eq!(told(&found.after.relations), ["measured-on: Bench", "same-paper: Two"]);
}

#[test]
fn dataset_is_used_by_the_models_trained_on_it_and_the_benchmarks_that_hold_it() {
    let found = around(&list(), KindId::Dataset, "corpus").unwrap();
    assert_eq!(told(&found.before.relations), [""; 0]);
    assert_eq!(told(&found.after.relations), ["trains: One", "part-of: Bench"]);
    let bench = around(&list(), KindId::Dataset, "bench").unwrap();
    assert_eq!(told(&bench.before.relations), ["measured-with: Corpus"]);
    assert_eq!(told(&bench.after.relations), ["measures: One"]);
}

#[test]
fn paper_that_describes_a_dataset_is_not_named_again_as_one_that_uses_it() {
    let list = list()
        .replace(
            "entries/papers/a-2022-one.yaml",
            "type: research\n",
            "type: research\ndatasets: [corpus]\n",
        )
        .replace("entries/datasets/corpus.yaml", "links:", "papers: [a-2022-one]\nlinks:");
    let found = around(&list, KindId::Dataset, "corpus").unwrap();
    assert_eq!(told(&found.before.relations), ["described-in: One"]);
    assert_eq!(told(&found.after.relations), ["trains: One", "part-of: Bench"]);
}

#[test]
fn paper_introduces_its_models() {
    let found = around(&list(), KindId::Paper, "a-2022-one").unwrap();
    assert_eq!(told(&found.after.relations), ["introduces: One, Two"]);
}

#[test]
fn entry_that_nothing_names_and_that_names_nothing_has_no_drawing() {
    let list = list()
        .entry("models/alone", &model("Alone", "2023", "links: {home: https://example.org/a}\n"));
    assert_eq!(around(&list, KindId::Model, "alone"), None);
}

#[test]
fn lines_end_at_the_middle_of_each_entry_of_a_side_that_stands_in_the_middle() {
    let found = around(&list(), KindId::Dataset, "bench").unwrap();
    assert_eq!((found.height, &found.before.ends, &found.after.ends), (2, &vec![150], &vec![150]));
    let found = around(&list(), KindId::Paper, "a-2022-one").unwrap();
    assert_eq!((found.height, &found.after.ends), (3, &vec![150, 250]));
}

#[test]
fn crowd_is_cut_and_every_entry_of_it_kept() {
    let list = (0..12).fold(list(), |list, at| {
        let text = model(
            &format!("M{at:02}"),
            "2023",
            "training: {datasets: [corpus]}\nlinks: {home: https://example.org/m}\n",
        );
        list.entry(&format!("models/m{at:02}"), &text)
    });
    let found = around(&list, KindId::Dataset, "corpus").unwrap();
    let trains = &found.after.relations[0];
    assert_eq!((trains.shown.len(), trains.more.len()), (8, 5));
    assert_eq!(found.after.ends.len(), 9);
}

#[test]
fn model_of_a_paper_with_many_names_the_nearest_by_id_and_leads_to_all() {
    let list = (0..60).fold(list(), |list, at| {
        let text = model(&format!("M{at:02}"), "2023", "papers: [a-2022-one]\n");
        list.entry(&format!("models/m{at:02}"), &text)
    });
    let beside = |id: &str| {
        let found = around(&list, KindId::Model, id).unwrap();
        let relation = found.after.relations.into_iter().find(|of| of.key == "same-paper").unwrap();
        let names = relation.shown.iter().chain(&relation.more);
        let names: Vec<String> = names.map(|entry| entry.name.clone()).collect();
        let whole: Vec<(String, usize)> =
            relation.whole.iter().map(|of| (of.entry.page.clone(), of.count)).collect();
        (names, whole)
    };
    let names = |range: std::ops::RangeInclusive<usize>, own: usize| {
        let others = range.filter(|at| *at != own);
        others.map(|at| format!("M{at:02}")).collect::<Vec<String>>()
    };
    // Twelve on either side; at an end, 24 on the one. `one` and `two` name the paper too.
    let whole = vec![("papers/a-2022-one/".to_owned(), 62)];
    assert_eq!(beside("m30"), (names(18..=42, 30), whole.clone()));
    assert_eq!(beside("m00"), (names(0..=24, 0), whole.clone()));
    assert_eq!(beside("two").0.len(), 24);
    // The page of the paper names every one of them.
    let found = around(&list, KindId::Paper, "a-2022-one").unwrap();
    let introduces = &found.after.relations[0];
    assert_eq!((introduces.shown.len() + introduces.more.len(), introduces.whole.len()), (62, 0));
}

#[test]
fn every_year_between_the_first_and_the_last_has_a_bar_and_only_years_with_entries_a_page() {
    let bars = list().view(|viewer| years(&facets::facets(viewer, KindId::Model)));
    let told: Vec<(i32, usize, usize, Option<&str>)> =
        bars.iter().map(|bar| (bar.year, bar.count, bar.height, bar.page.as_deref())).collect();
    assert_eq!(
        told,
        [
            (2022, 1, 100, Some("models/year/2022/")),
            (2023, 0, 0, None),
            (2024, 1, 100, Some("models/year/2024/")),
        ]
    );
    assert_eq!(Survey::default().view(|viewer| years(&facets::facets(viewer, KindId::Model))), []);
}
