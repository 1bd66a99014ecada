//! Empty lists and maps: a key that holds nothing does not stand for what must be there.

use crate::door::Survey;

const MODEL: &str = "\
name: RNA-FM
category: language
released: 2022-04
";

fn places(end: &str) -> Vec<String> {
    Survey::default().entry("models/rna-fm", &format!("{MODEL}{end}")).places()
}

#[test]
fn empty_list_of_papers_does_not_stand_for_a_paper_or_a_link() {
    assert_eq!(places("papers: []\n"), ["entries/models/rna-fm.yaml:1:1 missing-key"]);
    assert_eq!(places("papers: []\nlinks: {}\n"), ["entries/models/rna-fm.yaml:1:1 missing-key"]);
    assert_eq!(places("papers: []\nlinks: {home: https://example.org/a}\n"), [""; 0]);
}

#[test]
fn text_in_no_language_is_empty() {
    let end = "papers: [arXiv:2204.00300]\nsummary: {}\n";
    assert_eq!(places(end), ["entries/models/rna-fm.yaml:5:10 empty-value"]);
}

#[test]
fn list_that_must_be_there_may_not_be_empty() {
    let survey = Survey::default()
        .replace("entries/survey.yaml", "languages: [en, zh]", "languages: []")
        .entry("models/rna-fm", &format!("{MODEL}papers: [arXiv:2204.00300]\n"));
    let places = survey.places();
    assert!(places.contains(&"entries/survey.yaml:3:12 empty-value".to_owned()), "{places:?}");
}
