//! Keys and values as people bring them from elsewhere: each is answered with what is meant here.

use listwright::diag::{Applicability, short};

use crate::door::Survey;

/// What is said of a model with more lines in it, one line for each finding.
fn said(path: &str, text: &str) -> String {
    let list = Survey::default()
        .file(
            "entries/vocabulary.yaml",
            "schema: 1\ncategory:\n  language: {en: Language model}\nunit:\n  sequences: {en: sequences}\n  \
             tokens: {en: tokens}\ntask:\n  folding: {en: Folding}\n",
        )
        .entry(path, text);
    let errors: Vec<_> = list
        .examined()
        .findings
        .into_iter()
        .filter(|finding| finding.severity == listwright::diag::Severity::Error)
        .collect();
    short(&errors, &list.sources())
}

fn of_model(lines: &str) -> String {
    let model = "name: X\nreleased: 2022\ncategory: language\npapers: [10.1000/x]\n";
    said("models/x", &format!("{model}{lines}"))
}

fn of_paper(lines: &str) -> String {
    let paper = "title: X\ndates: {published: 2022}\ndoi: 10.1000/x\n";
    said("papers/x", &format!("{paper}{lines}"))
}

#[test]
fn key_of_another_list_is_answered_with_the_field_that_is_meant() {
    let cases = [
        (
            of_model("github: https://github.com/a/b\n"),
            "write `links: {code: https://github.com/a/b}`",
        ),
        (
            of_model("links: {docs: https://e.org}\nhuggingface: https://huggingface.co/a/b\n"),
            "write it as `weights: https://huggingface.co/a/b` below `links`",
        ),
        (of_model("homepage: https://e.org\n"), "write `links: {home: https://e.org}`"),
        (of_model("links: {github: https://github.com/a/b}\n"), "did you mean `code`?"),
        (of_model("params: 5M\n"), "did you mean `parameters`?"),
        (of_model("model_size: 5M\n"), "did you mean `parameters`?"),
        (of_model("abstract: Short.\n"), "did you mean `summary`?"),
        (of_model("license: {code: MIT}\n"), "did you mean `licence`?"),
        (of_model("tokenizer: x\n"), "did you mean `tokenization`?"),
        (of_model("dataset: RNAcentral\n"), "write `training: {datasets: [{name: RNAcentral}]}`"),
        (of_paper("journal: Nature\n"), "did you mean `venue`?"),
        (of_paper("conference: ICML\n"), "did you mean `venue`?"),
        (of_paper("abstract: Short.\n"), "did you mean `summary`?"),
        (of_paper("author: [Ada Example]\n"), "did you mean `authors`?"),
        (of_paper("year: 2022\n"), "`dates` says it, and stands here already"),
        (said("papers/x", "title: X\nyear: 2022\ndoi: 10.1000/x\n"), "did you mean `dates`? Then"),
        (
            said("papers/x", "name: X\ndates: {published: 2022}\ndoi: 10.1000/x\n"),
            "did you mean `title`?",
        ),
        (
            said("models/x", "title: X\nreleased: 2022\ncategory: language\npapers: [10.1000/x]\n"),
            "did you mean `name`?",
        ),
        (
            said("models/x", "name: X\nyear: 2022\ncategory: language\npapers: [10.1000/x]\n"),
            "did you mean `released`?",
        ),
    ];
    for (said, wanted) in cases {
        assert_eq!((said.contains(wanted), said.lines().count()), (true, 1), "{wanted}: {said}");
    }
}

#[test]
fn key_that_no_field_is_like_is_not_taken_for_another() {
    for lines in ["tasks: [folding]\n", "stars: 5\n"] {
        let said = of_model(lines);
        assert!(!said.contains("did you mean"), "{said}");
        assert!(
            said.contains("no field of an entry is like it: delete it; what can be added here: "),
            "{said}"
        );
    }
}

#[test]
fn unit_that_is_not_known_is_told_with_those_that_are() {
    let said = of_model("training: {size: [500 GB]}\n");
    assert!(said.contains("`GB` is not a word of the vocabulary's `unit`"), "{said}");
    assert!(said.contains("use `sequences` or `tokens`, or add `GB`"), "{said}");
    assert!(!said.contains("500 gb"), "{said}");
}

#[test]
fn two_dates_are_a_first_and_a_last_day() {
    let base = "name: X\nurl: https://e.org\n";
    for dates in ["2026-01-15 to 2026-04-30", "2026-01-15 – 2026-04-30", "2026-01-15/2026-04-30"]
    {
        let said = said("challenges/x", &format!("{base}dates: {dates}\n"));
        assert!(said.contains("write `{start: 2026-01-15, end: 2026-04-30}`"), "{said}");
    }
    let said = said("challenges/x", &format!("{base}dates: 15.1.2026 until May\n"));
    assert!(!said.contains("{start:"), "{said}");
}

fn board(row: &str) -> String {
    format!(
        "name: X\ntype: benchmark\nlinks: {{home: https://e.org}}\nleaderboard:\n  basis: reported\n  source: \
         https://e.org/t\n  columns:\n    acc: {{task: folding, metric: accuracy, better: higher}}\n  rows:\n    - {row}\n"
    )
}

#[test]
fn name_of_no_entry_in_a_row_is_a_label() {
    let said = said("datasets/x", &board("{model: Baseline CNN, scores: {acc: 1}}"));
    assert!(
        said.contains("write `label: Baseline CNN` in place of `model: Baseline CNN`"),
        "{said}"
    );
    assert!(!said.contains("write `baseline-cnn`"), "{said}");
}

#[test]
fn decimal_comma_is_a_suggestion() {
    for (typed, meant) in [("68,5", Some("68.5")), ("0,125", Some("0.125")), ("1,234", None)] {
        let list = Survey::default()
            .file("entries/vocabulary.yaml", "schema: 1\ntask:\n  folding: {en: Folding}\n")
            .entry("datasets/x", &board(&format!("{{label: A, scores: {{acc: \"{typed}\"}}}}")));
        let findings = list.examined().findings;
        assert_eq!(findings[0].instead.as_deref(), meant, "{findings:?}");
        let wanted =
            if meant.is_some() { Applicability::Suggested } else { Applicability::ToFillIn };
        assert_eq!(findings[0].applicability(), wanted);
    }
}

#[test]
fn decimal_comma_in_braces_is_named_as_one() {
    let scores = [
        ("{acc: 68,5}", Some("68.5")),
        ("{acc: 0,125}", Some("0.125")),
        ("{acc: -3,25}", Some("-3.25")),
        ("{acc: 68,5 ± 0,8}", Some("68.5 ± 0.8")),
        ("{acc: 1,234}", None),
        ("{acc: 1,234,5}", None),
    ];
    for (typed, meant) in scores {
        let list = Survey::default()
            .file("entries/vocabulary.yaml", "schema: 1\ntask:\n  folding: {en: Folding}\n")
            .entry("datasets/x", &board(&format!("{{label: A, scores: {typed}}}")));
        let findings = list.examined().findings;
        assert_eq!(findings.len(), 1, "{typed}: {findings:?}");
        assert!(findings[0].message.contains("ends the value"), "{findings:?}");
        assert_eq!(findings[0].instead.as_deref(), meant, "{findings:?}");
    }
}

#[test]
fn decimal_comma_in_a_variant_is_no_unknown_key() {
    let model = "name: Oak\ncategory: language\nreleased: 2022\nvariants: {big: {parameters: 1,6B, context: 512}}\npapers: [10.1000/x]\n";
    let findings = Survey::default().entry("models/oak", model).examined().findings;
    let said: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
    assert!(
        said.contains(&"the comma in `1,6B` ends the value, as it stands in braces"),
        "{said:?}"
    );
    assert!(!said.iter().any(|said| said.contains("no key")), "{said:?}");
    assert_eq!(findings[0].instead.as_deref(), Some("1.6B"));
}

#[test]
fn empty_key_behind_a_comma_and_a_space_is_no_decimal() {
    let list = Survey::default()
        .file("entries/vocabulary.yaml", "schema: 1\ntask:\n  folding: {en: Folding}\n")
        .entry("datasets/x", &board("{label: A, scores: {acc: 68, 5: }}"));
    let said = list.examined().findings;
    assert!(said.iter().all(|finding| !finding.message.contains("ends the value")), "{said:?}");
    assert!(!said.is_empty());
}
