//! What a change brings: which findings are new, and which are known again wherever they stand now.

use std::fmt::Write as _;

use listwright::diag::{Severity, Shown, json, sarif};
use listwright::since::{Since, examine_since};
use serde_json::Value;

use crate::door::{SETTINGS, Survey, place};
use crate::folder::{Folder, MODEL};
use crate::git::Git as _;
use crate::sarif::faults;

const X: &str = "entries/models/x.yaml";
const NONE: [&str; 0] = [];

/// A model with a number that has no source, and whatever else.
fn model(name: &str, more: &str) -> String {
    format!(
        "name: {name}\ncategory: language\nreleased: 2022\nparameters: 1M\nlinks: {{home: https://{name}.example.org}}\n{more}"
    )
}

fn list(more: &str) -> Survey {
    Survey::default().file(X, model("Xylo", more))
}

fn since(now: &Survey, before: &Survey) -> Since {
    examine_since(&now.sources(), &before.sources(), None, true)
}

/// The places of what is new, and how many were there before.
fn told(now: &Survey, before: &Survey) -> (Vec<String>, usize) {
    let (sources, since) = (now.sources(), since(now, before));
    let new = since.examined.findings.iter().map(|finding| place(finding, &sources)).collect();
    (new, since.older.len())
}

#[track_caller]
fn assert_all_older(now: &Survey, before: &Survey) {
    let (new, older) = told(now, before);
    assert_eq!(new, NONE, "{}", now.diagnostics());
    assert!(older > 0);
    assert_eq!(older, now.places().len());
}

#[test]
fn what_was_there_before_is_counted_and_what_comes_is_shown() {
    let before = list("nix: 1\n").entry("models/y", &model("Yew", ""));
    assert_eq!(before.places().len(), 2);
    assert_all_older(&before, &before);
    let now = before.clone().entry("models/y", &model("Yew", "nix: 1\n"));
    assert_eq!(told(&now, &before), (vec!["entries/models/y.yaml:6:1 unknown-key".to_owned()], 1));
    let mended = before.clone().file(X, model("Xylo", ""));
    // The number without a source was there, though the error of its entry hid it.
    assert_all_older(&mended, &before);
}

#[test]
fn finding_is_known_again_on_another_line_and_at_another_place_of_its_list() {
    let before = list("sources: [{url: https://a.example.org, kind: paper, checked: 2022.01}]\n");
    let moved =
        before.clone().replace(X, "name: Xylo\n", "# Moved down.\n\naliases: [Xy]\nname: Xylo\n");
    assert_all_older(&moved, &before);
    let behind =
        before.clone().replace(X, "[{url", "[{url: https://b.example.org, kind: paper}, {url");
    assert_all_older(&behind, &before);
}

#[test]
fn value_that_is_wrong_in_another_way_is_new() {
    let before = list("added: 2022.01\n");
    let now = list("added: 2022.02\n");
    assert_eq!(told(&now, &before), (vec![format!("{X}:6:8 bad-date")], 0));
    let key = list("nix: 1\n");
    assert_eq!(told(&list("nox: 1\n"), &key).0, [format!("{X}:6:1 unknown-key")]);
    assert_all_older(&list("nix: 2\n"), &key);
}

#[test]
fn of_two_that_are_alike_one_is_new_where_one_was_there() {
    let source =
        |at: &str| format!("{{url: https://{at}.example.org, kind: paper, checked: 2022.01}}");
    let before = list(&format!("sources: [{}]\n", source("a")));
    let now = list(&format!("sources: [{}, {}]\n", source("a"), source("b")));
    let (new, older) = told(&now, &before);
    assert_eq!((new.len(), older), (1, 1), "{new:?}");
    // The one that stands where it stood is the older one.
    assert!(new[0].starts_with(&format!("{X}:6:12")), "{new:?}");
}

#[test]
fn renamed_entry_keeps_its_findings() {
    let before = list("");
    let renamed = |text: &str| Survey::default().entry("models/xylo", text);
    assert_all_older(&renamed(&model("Xylo", "")), &before);
    let text = model("Xylo", "tags: []\n").replace("category", "former_ids: [x]\ncategory");
    assert_all_older(&renamed(&text.replace("tags: []\n", "")), &before);
    // Another text under another name that says nothing of the old one is another entry.
    let other = model("Xylo", "summary: Another.\n");
    assert_eq!(
        told(&renamed(&other), &before).0,
        ["entries/models/xylo.yaml:4:13 unsourced-value"]
    );
    // One that is still there has not been renamed.
    let both = before
        .clone()
        .entry("models/xylo", &text.replace("tags: []\n", "").replace("Xylo", "Zylo"));
    assert!(
        told(&both, &before).0.iter().any(|place| place.contains("xylo.yaml:5:13 unsourced-value"))
    );
}

fn paper(title: &str, more: &str) -> String {
    format!(
        "title: {title}\ndates: {{published: 2015}}\nurl: https://x.org/one\ncategory: language\n{more}"
    )
}

#[test]
fn pair_of_entries_is_one_finding_whichever_of_them_it_is_at() {
    let pair = |one: &str, two: &str| {
        Survey::default()
            .entry("papers/a", &paper("First", one))
            .entry("papers/b", &paper("Second", two))
    };
    let before = pair("added: 2026-01-01\n", "added: 2026-01-02\n");
    assert_eq!(before.places(), ["entries/papers/b.yaml:3:6 duplicate-url"]);
    let turned = pair("added: 2026-01-02\n", "added: 2026-01-01\n");
    assert_eq!(turned.places(), ["entries/papers/a.yaml:3:6 duplicate-url"]);
    assert_all_older(&turned, &before);
    let third = before.clone().entry("papers/c", &paper("Third", ""));
    assert_eq!(
        told(&third, &before),
        (vec!["entries/papers/c.yaml:3:6 duplicate-url".to_owned()], 1)
    );
}

#[test]
fn entry_that_breaks_is_told_and_one_that_was_broken_is_not() {
    let before = list("")
        .entry("models/y", &model("Yew", &allow("unsourced-value")))
        .file("entries/models/bad.yaml", "name: [\n");
    assert_eq!(before.places().len(), 2);
    assert_all_older(&before, &before);
    let broken = before.clone().file(X, "name: {\n");
    let (new, older) = told(&broken, &before);
    assert_eq!((new.len(), older), (1, 1), "{new:?}");
    assert!(new[0].starts_with(X) && new[0].ends_with("yaml-syntax"), "{new:?}");
    // What was broken can be broken elsewhere instead.
    let elsewhere = before.clone().file("entries/models/bad.yaml", "name: Bad\nlinks: [\n");
    assert_eq!(told(&elsewhere, &before).0.len(), 1);
}

#[test]
fn word_of_a_broken_entry_is_no_news_for_whoever_mends_it() {
    let words =
        "schema: 1\ncategory:\n  language: {en: Language model}\n  vision: {en: Vision model}\n";
    let before = list("nix: 1\n").file("entries/vocabulary.yaml", words);
    let mended = list("").file("entries/vocabulary.yaml", words);
    assert!(mended.places().iter().any(|place| place.ends_with("unused-word")));
    let new: Vec<_> = told(&mended, &before).0;
    assert_eq!(new, NONE);
}

fn allow(code: &str) -> String {
    format!("allow: [{{code: {code}, reason: Known.}}]\n")
}

#[test]
fn what_an_entry_allows_or_no_longer_allows_is_its_change() {
    let (open, allowed) = (list(""), list(&allow("unsourced-value")));
    let taken_away = told(&open, &allowed);
    assert_eq!(taken_away, (vec![format!("{X}:4:13 unsourced-value")], 0));
    assert_eq!(told(&allowed, &open), (vec![], 0));
    assert_eq!(since(&allowed, &open).examined.allowed.len(), 1);
    let for_nothing = list(&allow("duplicate-name"));
    assert_eq!(told(&for_nothing, &open), (vec![format!("{X}:6:1 unused-allow")], 1));
    assert_all_older(&for_nothing, &for_nothing);
    // With all of them shown, what was allowed was there before.
    let strict = examine_since(&allowed.sources(), &open.sources(), None, false);
    assert_eq!((strict.examined.findings.len(), strict.older.len()), (0, 1));
    let strict = examine_since(&open.sources(), &allowed.sources(), None, false);
    assert_eq!((strict.examined.findings.len(), strict.older.len()), (0, 1));
}

#[test]
fn check_that_is_made_stricter_says_nothing_of_what_was_there() {
    let set = |level: &str| {
        let checks = format!("{SETTINGS}checks: {{unsourced-value: {level}}}\n");
        list("").file("entries/survey.yaml", checks)
    };
    for before in [list(""), set("off")] {
        assert_all_older(&set("error"), &before);
        let now = set("error").entry("models/y", &model("Yew", ""));
        let found = since(&now, &before).examined.findings;
        assert_eq!((found.len(), found[0].severity), (1, Severity::Error));
    }
}

#[test]
fn both_states_are_judged_by_one_date() {
    let before = list("added: 2026-01-01\n")
        .file(X, model("Xylo", "added: 2026-01-01\n").replace("2022", "2027"));
    assert!(before.places().contains(&format!("{X}:3:11 future-date")), "{:?}", before.places());
    let now = before.clone().entry(
        "models/y",
        &model("Yew", &format!("{}added: 2026-02-01\n", allow("unsourced-value"))),
    );
    assert_all_older(&now, &before);
}

#[test]
fn file_with_more_findings_than_are_shown_brings_no_others_to_light() {
    let keys = |from: usize| {
        (from..300).fold(String::new(), |mut keys, key| {
            let _ = writeln!(keys, "key-{key}: 1");
            keys
        })
    };
    let (before, now) = (list(&keys(0)), list(&keys(50)));
    assert_eq!(told(&now, &before), (vec![], 250));
}

#[test]
fn everything_is_new_where_there_was_no_list() {
    let now = list("");
    assert_eq!(told(&now, &Survey::bare()), (now.places(), 0));
}

#[test]
fn older_findings_are_counted_for_programs() {
    let before = list("");
    let now = before.clone().entry("models/y", &model("Yew", ""));
    let (sources, since) = (now.sources(), since(&now, &before));
    let shown = Shown { older: Some(since.older.len()), ..Shown::all(&since.examined.findings) };
    let document: Value = serde_json::from_str(&json(shown, &sources, 4, false)).unwrap();
    assert_eq!((&document["older"], &document["warnings"]), (&1.into(), &1.into()));
    let log = sarif(shown, &sources);
    assert_eq!(faults(&log), [""; 0]);
    let log: Value = serde_json::from_str(&log).unwrap();
    assert_eq!(log["runs"][0]["properties"]["older"], 1);
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 1);
    let document: Value = serde_json::from_str(&json(Shown::all(&[]), &sources, 4, false)).unwrap();
    assert_eq!(document.get("older"), None);
}

/// A repository with an error and a warning, and a change that brings a warning and a duplicate.
fn changed() -> Folder {
    let list = Folder::list();
    list.write("entries/models/rna-fm.yaml", format!("{MODEL}nix: 1\n"));
    list.write("entries/models/old.yaml", model("Old", ""));
    list.write("entries/papers/one.yaml", paper("First", ""));
    list.init();
    list.commit("2026-11-24");
    list.write("entries/models/old.yaml", format!("# Moved.\n{}", model("Old", "")));
    list.write("entries/models/newer.yaml", model("New", ""));
    list.write("entries/papers/two.yaml", paper("Second", ""));
    list
}

#[test]
fn change_is_judged_by_what_it_brings() {
    let list = changed();
    let ran = list.run(&["check", "--since", "main"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(
        ran.findings(),
        [
            "warning[unsourced-value]: no source names `parameters`",
            "--> entries/models/newer.yaml:4:13",
            "error[duplicate-url]: `two` and `one` have one address, `https://x.org/one`",
            "--> entries/papers/two.yaml:3:6",
        ]
    );
    let closing = "checked: 1 error and 1 warning in 2 files\nmended by hand: 2\n2 older findings not shown; `listwright check` shows them\n";
    assert!(ran.err.ends_with(closing), "{}", ran.err);
    // What it allows stops nothing, and neither do warnings, unless they are to.
    list.write("entries/papers/two.yaml", paper("Second", &allow("duplicate-url")));
    let ran = list.run(&["check", "--since", "main"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("checked: 0 errors and 1 warning in 1 file; 1 allowed\n"),
        "{}",
        ran.err
    );
    assert_eq!(list.run(&["check", "--since", "main", "--no-allow"]).code, 1);
    assert_eq!(list.run(&["check", "--since", "main", "--deny-warnings"]).code, 1);
    assert_eq!(
        list.run(&["check", "--since", "main", "--deny-warnings", "entries/papers"]).code,
        0
    );
    list.write("entries/models/newer.yaml", model("New", &allow("unsourced-value")));
    assert_eq!(list.run(&["check", "--since", "main", "--deny-warnings"]).code, 0);
    assert_eq!(list.run(&["check"]).code, 1, "the older error is there all the same");
}

#[test]
fn paths_and_forms_know_what_is_older() {
    let list = changed();
    let ran = list.run(&["check", "--since", "HEAD", "entries/models"]);
    assert_eq!((ran.code, ran.findings().len()), (0, 2), "{}", ran.err);
    assert!(ran.err.contains("\n2 older findings not shown; "), "{}", ran.err);
    assert!(
        ran.err.contains("\nthe rest of the list checked: 1 error and 0 warnings in 1 file; "),
        "{}",
        ran.err
    );
    let ran =
        list.run(&["check", "--since", "HEAD", "entries/models/rna-fm.yaml", "--format", "short"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(
        ran.err.contains("\n1 older finding not shown; `listwright check` shows it\n"),
        "{}",
        ran.err
    );
    for (format, lines) in [("short", 2), ("github", 3)] {
        let ran = list.run(&["check", "--since", "HEAD", "--format", format]);
        assert_eq!((ran.code, ran.out.lines().count()), (1, lines), "{}", ran.out);
    }
    let statistics = list.run(&["check", "--since", "HEAD", "--statistics"]).out;
    assert_eq!(statistics.lines().count(), 2, "{statistics}");
    let json = list.run(&["check", "--since", "HEAD", "--format", "json"]).out;
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap()["older"], 2);
}

#[test]
fn templates_and_static_files_are_compared_too() {
    let list = Folder::list();
    list.write("templates/.page.html.swp", "x");
    list.write("static/Thumbs.db", "x");
    list.write("static/deep/aux.txt", "x");
    list.write("entries/models/below/deep.yaml", MODEL);
    list.init();
    list.commit("2026-11-24");
    let all = list.run(&["check"]).findings().len();
    assert!(all >= 8, "{all}");
    let ran = list.run(&["check", "--since", "HEAD"]);
    assert_eq!((ran.code, ran.findings()), (0, vec![]), "{}", ran.err);
    list.write("templates/Thumbs.db", "x");
    assert_eq!(list.run(&["check", "--since", "HEAD"]).findings().len(), 2);
}

#[test]
fn commit_that_is_not_there_could_not_run() {
    let list = changed();
    let ran = list.run(&["check", "--since", "nowhere"]);
    assert!(ran.err.starts_with("error: there is no commit `nowhere` here: "), "{}", ran.err);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let alone = Folder::list();
    assert_eq!(alone.run(&["check", "--since", "main"]).code, 2);
    // The list may be younger than the commit.
    let young = Folder::empty();
    young.init();
    young.commit("2026-11-24");
    young.write("entries/survey.yaml", SETTINGS);
    let ran = young.run(&["check", "--since", "HEAD"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.starts_with("there was no list at `HEAD`, so that every finding is new\n"),
        "{}",
        ran.err
    );
}
