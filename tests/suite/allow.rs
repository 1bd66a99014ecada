//! What entries allow and what a list sets: which findings fall silent, who may decide, and what is counted.

use listwright::diag::{Applicability, Code, Severity, Shown, json, sarif, statistics, summary};
use listwright::rewrite::fix;
use serde_json::Value;

use crate::door::{SETTINGS, Survey};
use crate::sarif::faults;

const A: &str = "entries/papers/a.yaml";
const B: &str = "entries/papers/b.yaml";
const NONE: [&str; 0] = [];

fn paper(title: &str, more: &str) -> String {
    format!(
        "title: {title}\ndates: {{published: 2015}}\nurl: https://x.org/one\ncategory: language\n{more}"
    )
}

fn allow(code: &str) -> String {
    format!("allow: [{{code: {code}, reason: One page for both.}}]\n")
}

/// Two papers at one address, which is an error.
fn twins(one: &str, other: &str) -> Survey {
    Survey::default().file(A, paper("First", one)).file(B, paper("Second", other))
}

/// A model with a number that has no source, which is a warning.
fn unsourced(more: &str) -> Survey {
    let model =
        "name: X\ncategory: language\nreleased: 2022\nparameters: 1M\npapers: [10.1000/x]\n";
    Survey::default().entry("models/x", &format!("{model}{more}"))
}

fn allowed(list: &Survey) -> Vec<(&'static str, String)> {
    let allowed = list.examined().allowed;
    allowed.into_iter().map(|found| (found.code.as_str(), found.allowed.unwrap())).collect()
}

#[test]
fn finding_is_silent_where_its_entry_allows_it() {
    assert_eq!(unsourced("").places(), ["entries/models/x.yaml:4:13 unsourced-value"]);
    let list = unsourced(&allow("unsourced-value"));
    assert_eq!(list.places(), NONE);
    assert_eq!(allowed(&list), [("unsourced-value", "One page for both.".to_owned())]);
}

#[test]
fn either_of_two_entries_that_are_too_much_alike_can_allow_it() {
    let clash = format!("{B}:3:6 duplicate-url");
    assert_eq!(twins("", "").places(), [clash]);
    let one = ("duplicate-url", "One page for both.".to_owned());
    for list in [
        twins(&allow("duplicate-url"), ""),
        twins("", &allow("duplicate-url")),
        // Where both say so, neither says it for nothing.
        twins(&allow("duplicate-url"), &allow("duplicate-url")),
    ] {
        assert_eq!(list.places(), NONE);
        assert_eq!(allowed(&list), std::slice::from_ref(&one));
        assert!(!list.examined().has_errors());
        assert!(list.outputs().iter().any(|(path, _)| path == "papers/b/index.html"));
    }
}

#[test]
fn entry_allows_its_own_findings_only() {
    let list = unsourced(&allow("unsourced-value")).entry(
        "models/y",
        "name: Why\ncategory: language\nreleased: 2022\nparameters: 2M\npapers: [10.1000/y]\n",
    );
    assert_eq!(list.places(), ["entries/models/y.yaml:4:13 unsourced-value"]);
    // Only of findings that are as much about the other entry it is enough that the other one says so.
    let named = "disputed: [{field: url, value: https://x.org/two, source: https://x.org/three}]\n";
    assert_eq!(twins(&format!("{}{named}", allow("duplicate-url")), "").places(), NONE);
}

#[test]
fn other_findings_of_the_entry_are_shown() {
    let list = unsourced(&format!("{}nix: 1\n", allow("unsourced-value")));
    // Its error hides the number, and with it whether there is something to allow.
    assert_eq!(list.places(), ["entries/models/x.yaml:7:1 unknown-key"]);
    let twins = twins(&format!("{}nix: 1\n", allow("duplicate-url")), "");
    assert_eq!(twins.places(), [format!("{A}:6:1 unknown-key")]);
    assert_eq!(
        allowed(&twins).len(),
        1,
        "an entry with an error is compared, and allows what it allows"
    );
}

#[test]
fn reason_is_needed_before_anything_is_allowed() {
    let list = twins("", "allow: [{code: duplicate-url}]\n");
    assert_eq!(list.places(), [format!("{B}:3:6 duplicate-url"), format!("{B}:5:10 missing-key")]);
    assert!(list.diagnostics().contains("add `reason:` behind `code`"), "{}", list.diagnostics());
}

#[test]
fn item_that_allows_nothing_is_a_warning() {
    let list = unsourced("").replace(
        "entries/models/x.yaml",
        "parameters: 1M\n",
        &allow("unsourced-value"),
    );
    assert_eq!(list.places(), ["entries/models/x.yaml:4:1 unused-allow"]);
    assert!(!list.examined().has_errors());
    let twice = unsourced(
        "allow:\n  - {code: unsourced-value, reason: One.}\n  - {code: unsourced-value, reason: Two.}\n",
    );
    assert_eq!(twice.places(), ["entries/models/x.yaml:8:1 unused-allow"]);
    assert!(twice.diagnostics().contains("`unsourced-value` is allowed twice"));
}

#[test]
fn nothing_is_said_of_unused_items_while_an_entry_cannot_be_read() {
    let list = twins(&allow("duplicate-url"), "");
    assert_eq!(list.clone().without(B).places(), [format!("{A}:5:1 unused-allow")]);
    // The broken file may be the one that has the address too.
    assert_eq!(list.file(B, "title: [\n").places(), [format!("{B}:1:8 yaml-syntax")]);
}

fn fixed(more: &str) -> String {
    let list = unsourced("").replace("entries/models/x.yaml", "parameters: 1M\n", "");
    let text = format!("{}{more}", list.text("entries/models/x.yaml"));
    let list = list.file("entries/models/x.yaml", &text);
    let fixed = fix(&list.sources(), None, Applicability::Safe);
    let text = fixed.rewrites.into_iter().next().map_or(text, |rewrite| rewrite.text);
    text.strip_prefix("name: X\ncategory: language\nreleased: 2022\npapers: [10.1000/x]\n")
        .unwrap()
        .to_owned()
}

#[test]
fn what_allows_nothing_is_deleted_by_fix_and_all_else_stays() {
    let (one, two) =
        ("{code: unsourced-value, reason: One.}", "{code: duplicate-name, reason: 'Two, #2'}");
    let rest = "sources: [{url: https://x.org, kind: paper}]\n";
    for gone in [
        format!("allow: [{one}]\n"),
        format!("allow: [{one}, {two}]\n"),
        format!("allow: [\n  {one},\n  {two},\n]\n"),
        format!("allow:\n  - {one}\n  - {two}\n"),
        "allow:\n- code: unsourced-value\n  reason: |\n    One.\n\n    More.\n- code: duplicate-name\n  reason: Two.\n".to_owned(),
    ] {
        assert_eq!(fixed(&format!("{gone}{rest}")), rest, "{gone}");
        assert_eq!(fixed(&gone), "", "{gone}");
        assert_eq!(fixed(&format!("{gone}# why\n{rest}")), format!("# why\n{rest}"), "{gone}");
    }
    // What somebody has noted is not deleted by a machine.
    for kept in [
        format!("allow:\n  - {one}  # note\n"),
        format!("allow: [{one}]  # note\n"),
        format!("allow:\n  # note\n  - {one}\n"),
    ] {
        assert_eq!(fixed(&kept), kept);
    }
}

#[test]
fn item_in_use_stays_where_its_neighbour_goes() {
    let keep = "{code: unsourced-value, reason: One.}";
    let gone = "{code: duplicate-name, reason: Two.}";
    for (before, after) in [
        (format!("allow: [{gone}, {keep}]\n"), format!("allow: [{keep}]\n")),
        (format!("allow: [{keep}, {gone}]\n"), format!("allow: [{keep}]\n")),
        (format!("allow:\n  - {gone}\n  - {keep}\n"), format!("allow:\n  - {keep}\n")),
        (format!("allow:\n  - {keep}\n  - {gone}\n"), format!("allow:\n  - {keep}\n")),
        (
            format!("allow:\n  - {keep}\n  -\n    code: duplicate-name\n    reason: Two.\n"),
            format!("allow:\n  - {keep}\n"),
        ),
    ] {
        let list = unsourced(&before);
        let fixed = fix(&list.sources(), None, Applicability::Safe);
        let text = &fixed.rewrites[0].text;
        assert!(text.ends_with(&format!("papers: [10.1000/x]\n{after}")), "{before}\n{text}");
        assert_eq!(fixed.findings, []);
    }
}

#[test]
fn what_protects_the_build_can_neither_be_allowed_nor_turned_down() {
    for code in Code::ALL {
        let name = code.as_str();
        let list = unsourced(&allow(name));
        let said = list.diagnostics();
        assert_eq!(
            code.why_not_allowed().is_some(),
            said.contains("error[cannot-allow]"),
            "{name}: {said}"
        );
        for level in ["off", "warning"] {
            let checks = format!("{SETTINGS}checks: {{{name}: {level}}}\n");
            let said = Survey::default().file("entries/survey.yaml", checks).diagnostics();
            let refused = format!("error[bad-setting]: `{name}` is always an error: ");
            assert_eq!(code.protects().is_some(), said.contains(&refused), "{name}: {said}");
        }
        // A warning protects nothing, and that a list is strict about something is always well.
        assert!(code.severity() == Severity::Error || code.protects().is_none(), "{name}");
        let strict = with_checks(unsourced(&allow("unsourced-value")), &format!("{name}: error"));
        assert_eq!(strict.places(), NONE, "{name}");
    }
}

/// An entry with an error of the reader leaves no record: were that error turned down, it would be lost in silence.
#[test]
fn no_reader_finds_what_a_list_can_turn_down_from_an_error() {
    let doubts = Code::ALL
        .iter()
        .filter(|code| code.severity() == Severity::Error && code.protects().is_none());
    let doubts: Vec<String> = doubts.map(|code| format!("Code::{code:?}")).collect();
    assert!(doubts.len() >= 5, "{doubts:?}");
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut read = 0;
    for folder in ["read", "value", "yaml", "kinds", "catalog"] {
        for entry in walkdir::WalkDir::new(root.join(folder)).into_iter().map(Result::unwrap) {
            let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
            read += 1;
            for doubt in &doubts {
                assert!(!text.contains(doubt.as_str()), "{doubt} in {}", entry.path().display());
            }
        }
    }
    assert!(read > 40, "{read}");
}

fn with_checks(list: Survey, checks: &str) -> Survey {
    list.file("entries/survey.yaml", format!("{SETTINGS}checks: {{{checks}}}\n"))
}

#[test]
fn list_sets_how_severe_a_code_is() {
    let severities = |list: Survey| -> Vec<(&str, Severity)> {
        let findings = list.examined().findings;
        findings.iter().map(|found| (found.code.as_str(), found.severity)).collect()
    };
    let set = |checks: &str| severities(with_checks(unsourced(""), checks));
    assert_eq!(set(""), [("unsourced-value", Severity::Warning)]);
    assert_eq!(set("unsourced-value: error"), [("unsourced-value", Severity::Error)]);
    assert_eq!(set("unsourced-value: off"), []);
    let set = |checks: &str| severities(with_checks(twins("", ""), checks));
    assert_eq!(set("unsourced-value: error"), [("duplicate-url", Severity::Error)]);
    assert_eq!(set("duplicate-url: warning"), [("duplicate-url", Severity::Warning)]);
    assert_eq!(set("duplicate-url: off"), []);
    assert!(!with_checks(twins("", ""), "duplicate-url: warning").outputs().is_empty());
}

#[test]
fn item_of_allow_is_in_use_whether_its_code_is_turned_off_or_up() {
    for level in ["error", "warning", "off"] {
        let list =
            with_checks(unsourced(&allow("unsourced-value")), &format!("unsourced-value: {level}"));
        assert_eq!(list.places(), NONE, "{level}");
        assert_eq!(allowed(&list).len(), usize::from(level != "off"), "{level}");
    }
    let unused = unsourced(&allow("duplicate-name")).replace(
        "entries/models/x.yaml",
        "parameters: 1M\n",
        "",
    );
    let unused = with_checks(unused, "unused-allow: error");
    assert_eq!(unused.places(), ["entries/models/x.yaml:5:1 unused-allow"]);
    assert!(unused.examined().has_errors());
}

#[test]
fn allowed_findings_are_counted_in_every_form() {
    let list = twins("", &allow("duplicate-url")).entry(
        "models/x",
        "name: X\ncategory: language\nreleased: 2022\nparameters: 1M\npapers: [10.1000/x]\n",
    );
    let (sources, examined) = (list.sources(), list.examined());
    let shown = Shown { allowed: &examined.allowed, ..Shown::all(&examined.findings) };
    assert_eq!(summary(shown, "all"), "all checked: 0 errors and 1 warning in 1 file; 1 allowed");
    assert_eq!(
        summary(Shown { findings: &[], ..shown }, "all"),
        "all checked: no errors, no warnings; 1 allowed"
    );
    assert_eq!(
        statistics(shown),
        "     1  warning  unsourced-value\n     1  allowed  duplicate-url\n"
    );
    let document: Value = serde_json::from_str(&json(shown, &sources, 5, false)).unwrap();
    assert_eq!((&document["allowed"], &document["warnings"]), (&1.into(), &1.into()));
    assert_eq!(document["findings"].as_array().unwrap().len(), 1);
    let document: Value = serde_json::from_str(&json(shown, &sources, 5, true)).unwrap();
    let of = |at: usize| {
        let of = &document["statistics"][at];
        (of["code"].as_str().unwrap().to_owned(), of["findings"].as_u64(), of["allowed"].as_u64())
    };
    assert_eq!(of(0), ("unsourced-value".to_owned(), Some(1), Some(0)));
    assert_eq!(of(1), ("duplicate-url".to_owned(), Some(0), Some(1)));
    let log = sarif(shown, &sources);
    assert_eq!(faults(&log), [""; 0]);
    let log: Value = serde_json::from_str(&log).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let suppressions: Vec<(&str, String)> = results
        .iter()
        .map(|result| (result["ruleId"].as_str().unwrap(), result["suppressions"].to_string()))
        .collect();
    let reason = r#"[{"kind":"inSource","justification":"One page for both."}]"#.to_owned();
    assert_eq!(suppressions, [("unsourced-value", "[]".to_owned()), ("duplicate-url", reason)]);
}

#[test]
fn without_allowing_every_finding_is_shown_in_its_place() {
    let list = twins("", &allow("duplicate-url"));
    let examined = list.examined().without_allowing();
    assert_eq!(examined.allowed, []);
    assert_eq!(
        examined.findings,
        twins("", "").examined().findings.into_iter().collect::<Vec<_>>()
    );
}

/// Nobody is shown what an entry allows: it is about the file, not about the thing.
#[test]
fn what_an_entry_allows_is_in_no_output() {
    for (path, bytes) in twins("", &allow("duplicate-url")).outputs() {
        assert!(!String::from_utf8_lossy(&bytes).contains("One page for both"), "{path}");
    }
}
