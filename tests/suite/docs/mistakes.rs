//! docs/five-mistakes.md: what a contributor sees from a broken file to the row of README.md, as the program says it now.

use std::fmt::Write as _;

use listwright::kinds::KindId;
use listwright::schema;
use serde::Deserialize;

use super::text_of;
use crate::blessed::assert_equals;
use crate::door::Survey;
use crate::folder::Folder;

/// The list that the mistakes are made in, with the mistakes beside it.
const LIST: &str = "tests/mistakes";

/// The file that is to be added.
const PATH: &str = "entries/models/rna-fm.yaml";

/// The line that `new` puts first, by which an editor finds the schema.
const MODELINE: &str = "# yaml-language-server: $schema=../../schema/model.schema.json";

const HEAD: &str = "\
# Five mistakes

Five usual mistakes, from the file as it was first written to the row that it makes: what stands in the terminal, and
what the YAML language server says in an editor. This page is made by the tests, which run every step; nothing on it is
retold. `listwright explain CODE` says more about each finding, as does [findings.md](findings.md).
";

#[derive(Deserialize)]
struct Case {
    name: String,
    story: String,
    text: Vec<String>,
    /// A line, and what is typed in its place when the editor is asked what it offers.
    typing: (String, String),
    /// What remains to be typed after `fix`: pieces of the file, and what takes their place.
    by_hand: Vec<(String, String)>,
}

/// What the language server says, as tests/editor has heard it.
#[derive(Deserialize)]
struct Seen {
    findings: Vec<(usize, String)>,
    offers: Vec<String>,
}

#[test]
fn five_mistakes_are_told_as_they_are() {
    let cases: Vec<Case> = serde_json::from_str(&text_of("tests/mistakes/cases.json")).unwrap();
    let seen: Vec<Seen> = serde_json::from_str(&text_of("tests/mistakes/seen.json")).unwrap();
    assert_eq!((cases.len(), seen.len()), (5, 5), "npm test in tests/editor writes seen.json");
    let mut page = HEAD.to_owned();
    for (number, (case, seen)) in cases.iter().zip(&seen).enumerate() {
        let _ = write!(page, "\n## {}. {}\n\n{}\n", number + 1, case.name, case.story);
        tell(case, seen, &mut page);
    }
    assert_equals("docs/five-mistakes.md", &page);
}

#[test]
fn schema_that_the_editor_reads_is_that_of_the_list() {
    let list = Survey::folder(LIST);
    let catalog = list.examined().catalog;
    let text =
        schema::schema(KindId::Model, &catalog.languages, &catalog.vocabulary, &catalog.registry);
    assert_equals("tests/mistakes/schema/model.schema.json", &text);
}

/// Goes the way of one file.
fn tell(case: &Case, seen: &Seen, page: &mut String) {
    let list = Folder::copy(LIST);
    list.write(PATH, format!("{MODELINE}\n{}\n", case.text.join("\n")));
    block(page, &format!("`{PATH}`:"), "yaml", &list.read(PATH));
    let first = list.run(&["check", PATH]);
    assert_eq!(first.code, 1, "{}: no mistake", case.name);
    block(
        page,
        "In the terminal:",
        "console",
        &format!("$ listwright check {PATH}\n{}", first.err),
    );
    in_the_editor(case, seen, page);
    fix(&list, page, "`fix` types what the findings are sure of:");
    if !case.by_hand.is_empty() {
        by_hand(&list, case, page);
        let then = list.run(&["check", PATH]);
        if then.code != 0 {
            let lead =
                "An entry is compared with the others once it can be read, so one finding is new:";
            block(page, lead, "console", &format!("$ listwright check {PATH}\n{}", then.err));
            fix(&list, page, "`fix` knows what to type:");
        }
    }
    let clean = list.run(&["check", PATH]);
    assert_eq!((clean.code, clean.err.lines().count()), (0, 1), "{}: {}", case.name, clean.err);
    block(
        page,
        "Then all is well:",
        "console",
        &format!("$ listwright check {PATH}\n{}", clean.err),
    );
    list.build(&[]);
    let readme = list.read("README.md");
    let row = readme.lines().find(|line| line.starts_with("| RNA-FM ")).unwrap();
    block(page, "The row of README.md after the merge:", "markdown", &format!("{row}\n"));
}

fn fix(list: &Folder, page: &mut String, lead: &str) {
    let fixed = list.run(&["fix"]);
    let said = format!("$ listwright fix\n{}{}", fixed.out, fixed.err);
    if !fixed.out.is_empty() {
        block(page, lead, "console", &said);
    }
    if fixed.err.contains("`listwright fix --suggested`") {
        let suggested = list.run(&["fix", "--suggested"]);
        let said = format!("$ listwright fix --suggested\n{}{}", suggested.out, suggested.err);
        let lead = "`fix --suggested` types what is likely meant, and shows it to be looked at:";
        block(page, lead, "console", &said);
    }
}

fn by_hand(list: &Folder, case: &Case, page: &mut String) {
    let before = list.read(PATH);
    let after = case.by_hand.iter().fold(before.clone(), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{}: `{old}`", case.name);
        text.replacen(old, new, 1)
    });
    let diff = similar::TextDiff::from_lines(&before, &after);
    let changes = diff.iter_all_changes().filter(|c| c.tag() != similar::ChangeTag::Equal);
    let lines: Vec<String> = changes.map(|change| format!("{}{change}", change.tag())).collect();
    block(page, "The rest is typed as the help lines say:", "diff", &lines.concat());
    list.write(PATH, after);
}

fn in_the_editor(case: &Case, seen: &Seen, page: &mut String) {
    let what = if seen.findings.is_empty() {
        "In an editor no line is marked: a schema cannot tell what a page holds.".to_owned()
    } else {
        let lines = seen.findings.iter().map(|(line, message)| format!("- line {line}: {message}"));
        format!("In an editor:\n\n{}", lines.collect::<Vec<_>>().join("\n"))
    };
    let offers: Vec<String> = seen.offers.iter().map(|offer| format!("`{offer}`")).collect();
    let typed = case.typing.1.trim();
    let _ = write!(page, "\n{what}\n\nAfter `{typed}` it offers {}.\n", offers.join(", "));
}

fn block(page: &mut String, lead: &str, language: &str, text: &str) {
    let text = text.trim_end();
    let _ = write!(page, "\n{lead}\n\n```{language}\n{text}\n```\n");
}
