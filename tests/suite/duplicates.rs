//! Duplicates: what is one thing, what only shares something, and which of two places a finding is shown at.

use crate::door::Survey;
use crate::folder::Folder;

const A: &str = "entries/models/a.yaml";
const B: &str = "entries/models/b.yaml";

fn model(name: &str, more: &str) -> String {
    format!("name: \"{name}\"\nreleased: 2023\ncategory: language\n{more}\n")
}

/// The findings of a list of two models.
fn models(one: (&str, &str), other: (&str, &str)) -> Vec<String> {
    let list = Survey::default().file(A, model(one.0, one.1)).file(B, model(other.0, other.1));
    list.places()
}

/// The findings of a list of two papers of one title.
fn papers(one: &str, other: &str) -> Vec<String> {
    let paper = |more: &str| {
        format!("title: Deep learning\ndates: {{published: 2015}}\ncategory: language\n{more}\n")
    };
    let list = Survey::default()
        .file("entries/papers/a.yaml", paper(one))
        .file("entries/papers/b.yaml", paper(other));
    list.places()
}

const NONE: [&str; 0] = [];

#[test]
fn names_that_differ_in_marks_are_two_names() {
    for (one, other) in [("C", "C#"), ("A*", "A"), ("Evo?", "Evo"), ("RhoFold", "RhoFold+")] {
        let found = models((one, "papers: [10.1000/a]"), (other, "papers: [10.1000/b]"));
        assert_eq!(found, NONE, "{one} and {other}");
    }
}

#[test]
fn one_name_is_a_warning_that_either_side_settles() {
    let pair = |one: &str, other: &str| {
        let one = format!("papers: [10.1000/a]\n{one}");
        let other = format!("papers: [10.1000/b]\n{other}");
        models(("Evo", &one), ("EVO", &other))
    };
    assert_eq!(pair("", ""), [format!("{B}:1:7 duplicate-name")]);
    assert_eq!(pair("distinct_from: [b]", ""), NONE);
    assert_eq!(pair("", "distinct_from: [a]"), NONE);
    for (one, other) in [("Café", "Cafe\u{301}"), ("ＲＮＡ－ＦＭ", "RNA-FM")] {
        let found = models((one, "papers: [10.1000/a]"), (other, "papers: [10.1000/b]"));
        assert!(found.contains(&format!("{B}:1:7 duplicate-name")), "{found:?}");
    }
}

#[test]
fn papers_of_one_title_are_two_where_their_identifiers_differ() {
    assert_eq!(papers("doi: 10.1000/a", "doi: 10.1000/b"), NONE);
    assert_eq!(papers("arxiv: arXiv:2204.00300", "arxiv: arXiv:2204.00301"), NONE);
    assert_eq!(papers("url: https://x.org/a", "url: https://x.org/b"), NONE);
    let warned = ["entries/papers/b.yaml:1:8 duplicate-name"];
    // A preprint and its article often have one title.
    assert_eq!(papers("doi: 10.1000/a", "arxiv: arXiv:2204.00301"), warned);
    assert_eq!(papers("doi: 10.1000/a", "arxiv: arXiv:2204.00301\ndistinct_from: [a]"), NONE);
    // One mistake is one finding.
    let same = papers("doi: 10.1000/a", "doi: 10.1000/A");
    assert_eq!(same, ["entries/papers/b.yaml:4:6 duplicate-doi"]);
}

#[test]
fn to_share_weights_or_code_or_a_paper_is_usual() {
    for shared in [
        "links: {weights: https://zenodo.org/records/1}",
        "links: {code: https://github.com/x/y}",
        "links: {demo: https://huggingface.co/spaces/x/y}",
        "papers: [10.1000/a]",
        "papers: [10.1000/a]\nlinks: {weights: https://zenodo.org/records/1}",
    ] {
        assert_eq!(models(("Oak", shared), ("Elm", shared)), NONE, "{shared}");
    }
}

#[test]
fn paper_and_code_of_another_model_are_a_warning_that_either_side_settles() {
    let (one, other) = (
        "papers: [\"arXiv:2204.00300\"]\nlinks: {code: https://github.com/x/y}\n",
        "papers: [https://arxiv.org/pdf/2204.00300v2]\nlinks: {code: https://github.com/X/Y.git}\n",
    );
    assert_eq!(models(("Oak", one), ("Elm", other)), [format!("{B}:5:15 likely-duplicate")]);
    let list = Survey::default().file(A, model("Oak", one)).file(B, model("Elm", other));
    let report = list.diagnostics();
    let says = "`b` and `a` share the paper `arxiv.org/abs/2204.00300` and the code https://github.com/X/Y.git";
    assert!(report.contains(says), "{report}");
    assert!(report.contains("add `distinct_from: [a]` to entries/models/b.yaml"), "{report}");
    let settled = format!("{other}distinct_from: [a]\n");
    assert_eq!(models(("Oak", one), ("Elm", &settled)), NONE);
    let settled = format!("{one}distinct_from: [b]\n");
    assert_eq!(models(("Oak", &settled), ("Elm", other)), NONE);
}

#[test]
fn entry_that_took_the_place_of_another_may_have_its_name_paper_and_code() {
    let shared = "papers: [10.1000/a]\nlinks: {code: https://github.com/x/y}\n";
    let old = format!("{shared}status: superseded\nsuperseded_by: b\n");
    assert_eq!(models(("Oak", &old), ("Oak", shared)), NONE);
}

/// The newer entry is the one that somebody adds now.
#[test]
fn duplicate_is_shown_at_the_entry_that_is_newer_on_record() {
    let added = |one: &str, other: &str| {
        let one = format!("papers: [10.1000/a]\n{one}");
        let other = format!("papers: [10.1000/b]\n{other}");
        models(("Evo", &one), ("Evo", &other))
    };
    let at = |path: &str| [format!("{path}:1:7 duplicate-name")];
    assert_eq!(added("added: 2026-01-02", "added: 2026-01-01"), at(A));
    assert_eq!(added("added: 2026-01-01", "added: 2026-01-02"), at(B));
    assert_eq!(added("", "added: 2026-01-01"), at(A));
    assert_eq!(added("added: 2026-01-01", "added: 2026-01-01"), at(B));
}

#[test]
fn duplicate_is_shown_at_the_file_that_is_named_and_annotated_at_both() {
    let folder = Folder::empty();
    folder.write("entries/survey.yaml", crate::door::SETTINGS);
    folder.write("entries/vocabulary.yaml", crate::door::WORDS);
    folder.write(A, model("Evo", "papers: [10.1000/a]"));
    folder.write(B, model("Evo", "papers: [10.1000/b]"));
    let place = |paths: &[&str]| {
        let ran = folder.run(&[&["check", "--format", "json"], paths].concat());
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        report["findings"][0]["path"].as_str().unwrap().to_owned()
    };
    assert_eq!(place(&[]), B);
    assert_eq!(place(&[A]), A);
    assert_eq!(place(&[B]), B);
    let annotations = folder.run(&["check", "--format", "github"]).out;
    for path in [A, B] {
        assert!(annotations.contains(&format!("file={path},line=1,")), "{annotations}");
    }
}

/// Lists, pages, the search and README.md show the year, or the id where the years are the same.
#[test]
fn namesakes_are_told_apart_wherever_their_names_are_shown() {
    let list = |year: &str| {
        let b = model("Evo", "papers: [10.1000/b]\ndistinct_from: [a]");
        Survey::default()
            .file(A, model("Evo", "papers: [10.1000/a]"))
            .file(B, b.replace("released: 2023", &format!("released: {year}")))
    };
    for (year, labels) in [("2024", ["Evo (2023)", "Evo (2024)"]), ("2023", ["Evo (a)", "Evo (b)"])]
    {
        let list = list(year);
        assert_eq!(list.places(), NONE);
        let outputs = list.outputs();
        let has = |path: &str, text: &str| {
            let (_, bytes) = outputs.iter().find(|(name, _)| name == path).unwrap();
            String::from_utf8_lossy(bytes).contains(text)
        };
        for (id, label) in ["a", "b"].iter().zip(labels) {
            assert!(has("models/index.html", label), "{label}");
            assert!(has(&format!("models/{id}/index.html"), &format!("<title>{label}")), "{label}");
            let search = |(path, bytes): &(String, Vec<u8>)| {
                path.contains("search") && String::from_utf8_lossy(bytes).contains(label)
            };
            assert!(outputs.iter().any(search), "{label}");
        }
        let bibtex = outputs.iter().find(|(path, _)| path == "data/v1/list.bib").unwrap();
        let text = String::from_utf8_lossy(&bibtex.1);
        let keys: Vec<&str> = text.lines().filter(|line| line.starts_with('@')).collect();
        let distinct: std::collections::BTreeSet<&str> = keys.iter().copied().collect();
        assert!(keys.len() >= 2 && distinct.len() == keys.len(), "{keys:?}");
    }
}
