//! What can be known in the first run is said in the first run, whatever else is wrong.

use listwright::diag::{Style, mends, report, short};
use listwright::source::Sources;

use crate::door::Survey;

const WORDS: &str = "schema: 1\ncategory:\n  language: {en: Language model}\n  structure: {en: Structure}\n  vision: {en: \
                     Vision}\n  music: {en: Music}\n  generative: {en: Generative}\ntokenization:\n  nucleotide: {en: Base}\n";

const LINES: &str = "released: 2022\npapers: [10.1000/x]\n";

fn list(broken: &str) -> Survey {
    Survey::default()
        .file("entries/vocabulary.yaml", WORDS)
        .entry(
            "models/whole",
            &format!("name: Whole\ncategory: language\ntokenization: nucleotide\n{LINES}"),
        )
        .entry("models/broken", broken)
}

fn said(list: &Survey) -> String {
    short(&list.examined().findings, &list.sources())
}

#[test]
fn words_that_nobody_uses_are_said_beside_broken_entries_and_those_of_such_entries_are_not() {
    let entries = [
        // Read well, beside something that is not.
        format!("name: Broken\nnix: 1\ncategory: vision\n{LINES}"),
        // Behind a misspelt key, by a slip of the pen, by its label, and in a file that is no YAML.
        format!("name: Broken\ncategori: vision\n{LINES}"),
        format!("name: Broken\ncategory: vison\n{LINES}"),
        format!("name: Broken\ncategory: [vision\n{LINES}"),
        format!("name: Broken\ncategory: 'vision\n{LINES}"),
    ];
    for entry in entries {
        let said = said(&list(&entry));
        assert!(said.contains("error["), "{said}");
        for word in ["structure", "music", "generative"] {
            assert!(
                said.contains(&format!("no entry uses the word `{word}` of `category`")),
                "{word}: {said}"
            );
        }
        assert!(!said.contains("uses the word `vision`"), "{entry}: {said}");
    }
}

#[test]
fn label_in_the_place_of_its_word_uses_the_word() {
    let list = list(&format!("name: Broken\ncategory: Klang\n{LINES}")).replace(
        "entries/vocabulary.yaml",
        "music: {en: Music}",
        "music: {en: Klang}",
    );
    let said = said(&list);
    assert!(said.contains("`Klang` is not a word"), "{said}");
    assert!(!said.contains("uses the word `music`"), "{said}");
    assert!(said.contains("uses the word `vision`"), "{said}");
}

#[test]
fn nothing_is_said_of_words_where_a_file_gives_no_text() {
    let list = list(&format!("name: Broken\ncategory: vision\n{LINES}"))
        .content("entries/models/broken.yaml", listwright::source::Content::TooLarge(1 << 30));
    assert!(!said(&list).contains("unused-word"), "{}", said(&list));
}

#[test]
fn dead_reference_and_unknown_word_of_a_broken_entry_are_said_with_its_other_errors() {
    let said = said(&list(
        "name: Broken\nnix: 1\ncategory: tango\nreleased: 2022-13\npapers: [nobody-2022]\ntraining: {datasets: [none]}\n",
    ));
    for code in ["unknown-key", "unknown-word", "impossible-date"] {
        assert!(said.contains(code), "{code}: {said}");
    }
    assert_eq!(said.matches("error[unknown-reference]").count(), 2, "{said}");
}

#[test]
fn words_to_type_stand_in_backticks_and_a_single_one_is_no_choice() {
    let said = said(&list(&format!(
        "name: Broken\ncategory: language\ntokenization: Codon triplets\n{LINES}"
    )));
    assert!(said.contains("use `nucleotide`, or add `Codon triplets` to"), "{said}");
}

#[test]
fn language_that_is_called_by_its_name_is_answered_with_its_code() {
    let list =
        list(&format!("name: Broken\ncategory: language\nsummary: {{english: A model.}}\n{LINES}"));
    let said = said(&list);
    assert!(said.contains("did you mean `en`?"), "{said}");
}

#[test]
fn key_is_no_mend_where_its_value_needs_a_person() {
    let list = list(&format!("name: Broken\ncategory: language\nlicense: MIT\n{LINES}"));
    let findings = list.examined().findings;
    let finding = findings.iter().find(|finding| finding.code.as_str() == "unknown-key").unwrap();
    let report = report(finding, &Sources::new(list.files()), Style::Plain);
    assert!(report.contains("did you mean `licence`? Then say what `MIT` is"), "{report}");
    assert_eq!(finding.instead, None);
    assert!(!mends(std::slice::from_ref(finding)).unwrap().contains("listwright fix"), "{report}");
}

#[test]
fn title_that_begins_with_brackets_is_put_in_quotes() {
    let list = Survey::default().entry(
        "papers/x",
        "title: [Re]producing RNA models\ndates: {published: 2022}\ndoi: 10.1000/x\n",
    );
    let said = said(&list);
    assert!(said.contains("a text begins with `[`, which begins a list in YAML"), "{said}");
    let finding = &list.examined().findings[0];
    assert_eq!(finding.instead.as_ref().unwrap().to_string(), "\"[Re]producing RNA models\"");
}

#[test]
fn space_behind_a_sign_of_tex_outside_of_formulas_is_kept() {
    let cases = [
        (r"RNA of \lambda phage", "RNA of λ phage"),
        (r"RNA of $\lambda$ phage", "RNA of λ phage"),
        (r"RNA of {\lambda} phage", "RNA of λ phage"),
        (r"The $\lambda \beta$ protein", "The λβ protein"),
        (r"\beta-lactamase", "β-lactamase"),
    ];
    for (typed, plain) in cases {
        let list = Survey::default().entry(
            "papers/x",
            &format!("title: '{typed}'\ndates: {{published: 2022}}\ndoi: 10.1000/x\n"),
        );
        let findings = list.examined().findings;
        let finding = findings.iter().find(|finding| finding.span.start > 0).unwrap();
        assert!(finding.instead.as_ref().unwrap().to_string().contains(plain), "{finding:?}");
    }
}
