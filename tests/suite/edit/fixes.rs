//! Suggestions applied to a list.

use super::*;

const MODEL: &str = "name: X\nreleased: 2022\ncategory: language\nlinks: {home: https://e.org}\n";

fn fixed(survey: &Survey) -> (Fixed, Vec<(String, String)>) {
    let sources = survey.sources();
    let fixed = fix(&sources, None, Applicability::Suggested);
    let files = fixed
        .rewrites
        .iter()
        .map(|rewrite| (sources.file(rewrite.file).path.clone(), rewrite.text.clone()));
    let files = files.collect();
    (fixed, files)
}

fn with_task() -> Survey {
    let words = format!("{WORDS}task:\n  t: {{en: T}}\n");
    Survey::default().file("entries/vocabulary.yaml", words)
}

fn one(text: &str) -> String {
    let (_, files) = fixed(&Survey::default().entry("models/x", text));
    assert_eq!(files.len(), 1, "{files:?}");
    files.into_iter().next().unwrap().1
}

#[test]
fn suggestions_are_typed_in_place_and_nothing_else_changes() {
    let text = "\
name: X   # 名
released: 2022.04 # first seen
category: \"langauge\" # one of three
links: {hoem: 'https://e.org/?utm_source=x'} # c
";
    let expected = "\
name: X   # 名
released: 2022-04 # first seen
category: language # one of three
links: {home: https://e.org/} # c
";
    assert_eq!(one(text), expected);
}

#[test]
fn what_one_fix_brings_to_light_is_fixed_too() {
    let text = MODEL.replace("category: language", "catgory: languag\u{200b}e");
    assert_eq!(one(&text), MODEL);
}

#[test]
fn more_hidden_characters_than_are_reported_are_all_deleted() {
    let text = MODEL.replace("name: X", &format!("name: X{}", "\u{200b}".repeat(50)));
    assert_eq!(one(&text), MODEL);
}

#[test]
fn a_text_under_a_bar_is_replaced_with_its_header() {
    let text = MODEL.replace("released: 2022", "released: |-  # as printed\n  2022.04");
    // The comment stands within the value, so that nothing is done about it.
    let (fixed, files) = fixed(&Survey::default().entry("models/x", &text));
    assert_eq!((files.len(), fixed.refused), (0, 1));
    let text = MODEL.replace("released: 2022", "released: |-\n  2022.04");
    assert_eq!(one(&text), MODEL.replace("2022", "2022-04"));
}

#[test]
fn a_suggestion_that_would_do_harm_is_left_out_alone() {
    // `nmae` becomes `name`; `namee` cannot, as the key would stand twice.
    let text =
        "namee: Y\nname: X\nreleased: 2022.04\ncategory: language\nlinks: {home: https://e.org}\n";
    let (fixed, files) = fixed(&Survey::default().entry("models/x", text));
    assert!(files[0].1.starts_with("namee: Y\nname: X\nreleased: 2022-04\n"), "{files:?}");
    assert_eq!(fixed.applied, 1);
    let codes: Vec<Code> = fixed.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::UnknownKey]);
    let board = "\
name: B
type: benchmark
leaderboard:
  basis: reported
  source: https://e.org
  columns:
    first: {task: t, metric: F1, better: higher}
  rows:
    - {label: L, scores: {first: 1, frist: 2}}
";
    let (fixed, files) = self::fixed(&with_task().entry("datasets/b", board));
    assert_eq!((fixed.applied, fixed.refused, files.len()), (0, 1, 0));
}

#[test]
fn a_key_whose_value_would_be_wrong_behind_it_is_left_to_its_writer() {
    for text in [format!("{MODEL}license: MIT\n"), MODEL.replace("released: 2022", "relased: soon")]
    {
        let (fixed, files) = fixed(&Survey::default().entry("models/x", &text));
        assert_eq!((fixed.applied, fixed.refused, files.len()), (0, 0, 0), "{text}");
    }
    // What a machine can mend behind the key is no reason to leave it.
    assert_eq!(
        one(&format!("{MODEL}license: {{code: mit}}\n")),
        format!("{MODEL}licence: {{code: MIT}}\n")
    );
}

#[test]
fn a_single_value_becomes_the_only_thing_it_can_mean() {
    let settings = "reason:\n  off-topic: {en: Off topic, zh: 离题}\nunit:\n  sequences: {en: sequences, zh: 条}\n";
    let survey = Survey::default().file("entries/vocabulary.yaml", format!("{WORDS}{settings}"));
    let one = |lines: &str| {
        let (_, files) = fixed(&survey.clone().entry("models/x", &format!("{MODEL}{lines}\n")));
        files.first().map(|(_, text)| text.strip_prefix(MODEL).unwrap().trim_end().to_owned())
    };
    for (typed, expected) in [
        ("training: 36M sequences", Some("training: {size: [36M sequences]}")),
        (
            "status: excluded\nreason: off-topic",
            Some("status: excluded\nreason: {code: off-topic}"),
        ),
        ("papers: 10.1000/X", Some("papers: [10.1000/X]")),
        ("papers: https://doi.org/10.1000/x", Some("papers: [https://doi.org/10.1000/x]")),
        ("aliases: X One", Some("aliases: [X One]")),
        // The code's or the weights'; two names or one.
        ("licence: MIT", None),
        ("aliases: X One, X Two", None),
    ] {
        assert_eq!(one(typed).as_deref(), expected, "{typed}");
    }
}

#[test]
fn a_paper_that_is_an_entry_is_named_by_its_id_at_once() {
    let paper = "title: P\ndates: {published: 2022}\ndoi: 10.1000/p\narxiv: arXiv:2204.00300\n";
    for typed in ["10.1000/p", "https://doi.org/10.1000/P", "arXiv:2204.00300", "p"] {
        let survey = Survey::default()
            .entry("models/x", &format!("{MODEL}papers: {typed}\n"))
            .entry("papers/p", paper);
        let findings = survey.examined().findings;
        assert_eq!(findings[0].instead.as_deref(), Some("[p]"), "{typed}");
        let (_, files) = fixed(&survey);
        assert_eq!(files, [("entries/models/x.yaml".to_owned(), format!("{MODEL}papers: [p]\n"))]);
    }
}

#[test]
fn tabs_behind_colons_become_spaces() {
    let text = MODEL.replace("name: X", "name:\tX").replace("released: 2022", "released:\t2022");
    assert_eq!(one(&text), MODEL);
}

#[test]
fn a_former_id_becomes_the_present_one() {
    let paper = "title: P\nformer_ids: [p-old]\ndates: {published: 2022}\nurl: https://p.org\n";
    let survey = Survey::default()
        .entry("models/x", &MODEL.replace("links:", "papers: [p-old] # p-old\nlinks:"))
        .entry("papers/p", paper);
    let (_, files) = fixed(&survey);
    let expected = MODEL.replace("links:", "papers: [p] # p-old\nlinks:");
    assert_eq!(files, [("entries/models/x.yaml".to_owned(), expected)]);
}

#[test]
fn a_file_keeps_its_byte_order_mark_and_line_ends() {
    let raw = "\u{feff}name: X\r\nreleased: 2022.04\ncategory: language\r\nlinks: {home: https://e.org}\r\n";
    let sources = Survey::default().sources();
    let mut files: Vec<Source> = sources.iter().map(|(_, source)| source.clone()).collect();
    files.push(Source::from_bytes("entries/models/x.yaml", raw.as_bytes().to_vec()));
    let fixed = fix(&Sources::new(files), None, Applicability::Suggested);
    // The line that was edited takes the end that most lines have; the others keep theirs.
    assert_eq!(fixed.rewrites[0].text, raw.replace("2022.04\n", "2022-04\r\n"));
}

#[test]
fn a_list_without_suggestions_is_left_as_it_is() {
    let (fixed, files) = fixed(&Survey::default().entry("models/x", MODEL));
    assert_eq!((fixed.applied, fixed.refused, files.len()), (0, 0, 0));
}

/// What can be typed without a look at it, and what a person has to look at.
#[test]
fn fix_types_what_is_sure_and_leaves_what_is_only_likely() {
    let typed = "released: 2022.04\nlicences: {code: mit}\nstatus: liste\n";
    let list =
        Survey::default().file("entries/models/x.yaml", MODEL.replace("released: 2022\n", typed));
    let sources = list.sources();
    let text = |reach| {
        let fixed = fix(&sources, None, reach);
        let text = |path| fixed.sources.file(fixed.sources.find(path).unwrap()).text().to_owned();
        (text("entries/models/x.yaml"), Mends::of(&fixed.findings))
    };
    let before = Mends::of(&list.examined().findings);
    let (safe, left) = text(Applicability::Safe);
    assert!(safe.contains("released: 2022-04\nlicence: {code: MIT}\nstatus: liste\n"), "{safe}");
    assert_eq!((before.safe, before.suggested), (2, 1), "{before:?}");
    assert_eq!((left.safe, left.suggested), (0, 1), "{left:?}");
    let (suggested, left) = text(Applicability::Suggested);
    assert!(suggested.contains("status: listed\n"), "{suggested}");
    assert_eq!((left.safe, left.suggested), (0, 0), "{left:?}");
}
