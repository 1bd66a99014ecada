//! `diff --record`: what is written into the log, once, without touching what stands there.

use crate::folder::{Folder, Ran};
use crate::git::Git;

const MODEL: &str = "\
name: RNA-FM
category: language
released: 2022-04
parameters: 23M
papers: [arXiv:2204.00300]
sources:
  - {for: [parameters], url: https://example.org/card, kind: model-card}
";
const PATH: &str = "entries/models/rna-fm.yaml";
const LOG: &str = "entries/changes.yaml";
const REASONS: &str = "schema: 1\ncategory:\n  language: {en: Language model, zh: 语言模型}\nreason:\n  off-topic: {en: Off topic, zh: 题外}\n";

fn list() -> (Folder, String) {
    let list = Folder::list();
    list.write(PATH, MODEL);
    list.write("entries/vocabulary.yaml", REASONS);
    list.init();
    let first = list.commit("2026-11-24");
    (list, first)
}

/// Records on a day of November 2026.
fn record(list: &Folder, day: u32, revisions: &[&str]) -> Ran {
    // 1793491200 is midnight before the first of November 2026.
    let seconds = (1_793_491_200 + u64::from(day - 1) * 86_400).to_string();
    let ran = list
        .run_with(("SOURCE_DATE_EPOCH", &seconds), &[&["diff", "--record"], revisions].concat());
    assert_eq!(list.run(&["check"]).code, 0, "{}", list.read(LOG));
    ran
}

fn change(list: &Folder, from: &str, to: &str, day: &str) -> String {
    let text = list.read(PATH);
    assert!(text.contains(from), "{text}");
    list.write(PATH, text.replace(from, to));
    list.commit(day)
}

#[test]
fn log_is_begun_and_a_second_run_adds_nothing() {
    let (list, first) = list();
    change(&list, "23M", "99.52M", "2026-11-25");
    list.write("entries/models/dated.yaml", "name: Dated\nreleased: 2023\ncategory: language\npapers: [10.1000/dated]\nadded: 2026-11-25\n");
    list.write(
        "entries/models/plain.yaml",
        "name: Plain\nreleased: 2023\ncategory: language\npapers: [10.1000/plain]\n",
    );
    let second = list.commit("2026-11-25");
    let ran = record(&list, 26, &[&first]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (0, "entries/changes.yaml: 2 changes recorded for 2026-11-26\n")
    );
    // Of the two new entries one says itself when it was added.
    let log = format!(
        "\
schema: 1
through: {second}
changes:
  - date: 2026-11-26
    added:
      - models/plain
    changed:
      - {{entry: models/rna-fm, field: parameters, from: 23M, to: 99.52M}}
"
    );
    assert_eq!(list.read(LOG), log);
    for day in [26, 27] {
        let ran = record(&list, day, &[]);
        assert_eq!((ran.code, ran.err.as_str()), (0, "entries/changes.yaml is up to date\n"));
    }
    // Not even where the beginning is named again, or the log itself was committed.
    record(&list, 27, &[&first]);
    assert_eq!(list.read(LOG), log);
    list.commit("2026-11-27");
    record(&list, 27, &[]);
    assert_eq!(list.read(LOG), log);
}

#[test]
fn run_that_failed_is_caught_up_by_the_next() {
    let (list, first) = list();
    list.write(LOG, format!("schema: 1\nthrough: {first}\n"));
    list.commit("2026-11-24");
    change(&list, "23M", "50M", "2026-11-25");
    change(&list, "50M", "99M", "2026-11-26");
    record(&list, 26, &[]);
    assert!(
        list.read(LOG)
            .contains("- {entry: models/rna-fm, field: parameters, from: 23M, to: 99M}\n")
    );
}

#[test]
fn block_of_the_same_day_grows_and_a_new_day_stands_above() {
    let (list, first) = list();
    let log = "\
schema: 1 # ours
# The newest first.
changes:
  # By hand.
  - date: 2026-11-25 # a Wednesday
    changed:
      - {entry: models/rna-fm, field: summary, to: Better}   # kept


  - date: 2026-11-20
    added: [models/rna-fm]
";
    list.write(LOG, log);
    let second = change(&list, "23M", "50M", "2026-11-25");
    record(&list, 25, &[&first]);
    let merged = log.replace("# ours\n", &format!("# ours\nthrough: {second}\n")).replace(
        "# kept\n",
        "# kept\n      - {entry: models/rna-fm, field: parameters, from: 23M, to: 50M}\n",
    );
    assert_eq!(list.read(LOG), merged);
    // The same value once more on that day is one change.
    let third = change(&list, "50M", "99M", "2026-11-25");
    record(&list, 25, &[]);
    let merged = merged.replace(&second, &third).replace("to: 50M", "to: 99M");
    assert_eq!(list.read(LOG), merged);
    let fourth = change(&list, "released: 2022-04", "released: 2022-05", "2026-11-26");
    record(&list, 26, &[]);
    let block = "  - date: 2026-11-26\n    changed:\n      - {entry: models/rna-fm, field: released, from: 2022-04, to: 2022-05}\n  # By hand.\n";
    assert_eq!(list.read(LOG), merged.replace(&third, &fourth).replace("  # By hand.\n", block));
}

#[test]
fn lists_in_brackets_other_margins_and_line_ends_are_kept() {
    let (list, first) = list();
    list.write(LOG, "\u{feff}schema: 1\r\nchanges:\r\n- {date: 2026-11-25, added: []}\r\n- date: 2026-11-20\r\n  added: [models/rna-fm]\r\n");
    list.write(
        "entries/models/plain.yaml",
        "name: Plain\nreleased: 2023\ncategory: language\npapers: [10.1000/plain]\n",
    );
    let second = change(&list, "23M", "50M", "2026-11-25");
    let ran = record(&list, 25, &[&first]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        list.read(LOG),
        format!(
            "\u{feff}schema: 1\r\nthrough: {second}\r\nchanges:\r\n- {{date: 2026-11-25, added: [models/plain], changed: \
             [{{entry: models/rna-fm, field: parameters, from: 23M, to: 50M}}]}}\r\n- date: 2026-11-20\r\n  added: [models/rna-fm]\r\n"
        )
    );
}

#[test]
fn status_is_recorded_with_its_reason_and_only_once() {
    let (list, first) = list();
    change(
        &list,
        "name: RNA-FM\n",
        "name: RNA-FM\nstatus: excluded\nreason: {code: off-topic}\n",
        "2026-11-25",
    );
    list.write(LOG, "schema: 1\nchanges: []\n");
    record(&list, 25, &[&first]);
    assert!(list.read(LOG).ends_with(
        "changes:\n  - date: 2026-11-25\n    status:\n      - {entry: models/rna-fm, from: listed, to: excluded, reason: off-topic}\n"
    ), "{}", list.read(LOG));
    let ran = record(&list, 26, &[&first]);
    assert_eq!(ran.err, "entries/changes.yaml is up to date\n");
}

#[test]
fn what_needs_no_telling_moves_the_log_on_and_says_nothing() {
    let (list, first) = list();
    let second = change(&list, "papers:", "summary: A model.\npapers:", "2026-11-25");
    let ran = record(&list, 25, &[&first]);
    let said = format!(
        "entries/changes.yaml: nothing to tell; it is written through {} now\n",
        &second[..7]
    );
    assert_eq!(ran.err, said);
    assert_eq!(list.read(LOG), format!("schema: 1\nthrough: {second}\n"));
}

#[test]
fn list_with_errors_is_not_recorded() {
    let (list, first) = list();
    list.write(PATH, MODEL.replace("23M", "many"));
    list.commit("2026-11-25");
    let ran = list.run_with(("SOURCE_DATE_EPOCH", "1793491200"), &["diff", "--record", &first]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("error: entries/models/rna-fm.yaml has errors"), "{}", ran.err);
    assert!(!list.has(LOG));
}

#[test]
fn hostile_values_are_written_as_they_are_read() {
    let (list, first) = list();
    change(&list, "name: RNA-FM", "name: 'a}, {b: [\"#1\" ''x'' \\ c'", "2026-11-25");
    record(&list, 25, &[&first]);
    let ran = record(&list, 26, &[&first]);
    assert_eq!(ran.err, "entries/changes.yaml is up to date\n", "{}", list.read(LOG));
}

#[test]
fn commit_that_is_none_is_a_finding() {
    let list = Folder::list();
    list.write(LOG, "schema: 1\nthrough: HEAD\n");
    let ran = list.run(&["check"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("error[bad-change]: `HEAD` is not the hash of a commit"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("write what `git rev-parse HEAD` prints, or delete the line"),
        "{}",
        ran.err
    );
}

#[test]
fn list_that_has_rested_for_years_is_recorded_and_has_no_errors_then() {
    let (list, _) = list();
    for old in ["2011-01-01", "2011-01-02", "2011-01-03"] {
        let text = format!(
            "name: Of {old}\nreleased: 2010\ncategory: language\npapers: [10.1000/{old}]\nadded: {old}\n"
        );
        list.write(&format!("entries/models/of-{old}.yaml"), text);
    }
    list.write(PATH, MODEL.replace("2022-04", "2010-04"));
    let rested = list.commit("2011-01-03");
    change(&list, "23M", "24M", "2026-11-25");
    let ran = record(&list, 25, &[&rested]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(list.read(LOG).contains("- date: 2026-11-25\n"));
    let ran = list.run(&["check", "--quiet"]);
    assert!(!ran.err.contains("error"), "{}", ran.err);
    let ran = list.run(&["check", "--quiet", "--date", "2026-11-25"]);
    assert!(!ran.err.contains("error"), "{}", ran.err);
    let ran = list.run(&["check", "--quiet", "--date", "2026-11-24"]);
    assert!(
        ran.err.contains("`2026-11-25` lies after 2026-11-24, the date of the list"),
        "{}",
        ran.err
    );
}
