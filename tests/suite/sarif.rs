//! SARIF output against its published schema, for every finding there is, and against what the schema cannot say.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::Validator;
use listwright::diag::{Code, Shown, sarif};
use serde_json::Value;

use crate::breaks;
use crate::door::Survey;

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    // One pattern ends a group that it does not begin, which JavaScript takes for the bracket itself.
    let schema = include_str!("../sarif/sarif-2.1.0.json").replace("]?$", r"\\]?$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    jsonschema::draft7::meta::validate(&schema).unwrap();
    jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap()
});

/// What the published schema says of a log.
pub(crate) fn faults(log: &str) -> Vec<String> {
    let log = serde_json::from_str(log).unwrap();
    faults_of(&log)
}

fn faults_of(log: &Value) -> Vec<String> {
    let faults = VALIDATOR.iter_errors(log);
    faults.map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

fn log_of(list: &Survey) -> Value {
    serde_json::from_str(&sarif(Shown::all(&list.examined().findings), &list.sources())).unwrap()
}

#[test]
fn log_without_findings_is_valid() {
    assert_eq!(faults_of(&log_of(&Survey::default())), [""; 0]);
}

#[test]
fn log_of_every_finding_there_is_is_valid() {
    let mut whole = log_of(&Survey::default());
    for (_, list) in breaks::lists() {
        let mut log = log_of(&list);
        let results = log["runs"][0]["results"].take();
        whole["runs"][0]["results"]
            .as_array_mut()
            .unwrap()
            .extend(results.as_array().unwrap().clone());
    }
    assert_eq!(faults_of(&whole), [""; 0]);
    let run = &whole["runs"][0];
    let results = run["results"].as_array().unwrap();
    let found: BTreeSet<&str> = results.iter().filter_map(|it| it["ruleId"].as_str()).collect();
    let expected: BTreeSet<&str> = breaks::codes_of_lists().iter().map(|it| it.as_str()).collect();
    assert_eq!(found, expected);
    for result in results {
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
        assert!(run["originalUriBaseIds"].get(base_of(result)).is_some(), "{result}");
    }
    let fixes = results.iter().filter(|result| result.get("fixes").is_some()).count();
    let related = results.iter().filter(|it| it.get("relatedLocations").is_some()).count();
    println!(
        "{} findings of {} of {} codes, {fixes} with a fix and {related} with a second place: valid SARIF 2.1.0",
        results.len(),
        found.len(),
        Code::ALL.len()
    );
    assert!(fixes > 100 && related > 10, "{fixes} {related}");
}

fn base_of(result: &Value) -> &str {
    result["locations"][0]["physicalLocation"]["artifactLocation"]["uriBaseId"].as_str().unwrap()
}

#[test]
fn schema_refuses_a_log_that_is_not_as_it_says() {
    let list = breaks::lists().remove(0).1;
    let log = log_of(&list);
    assert_eq!(faults_of(&log), [""; 0]);
    let place = "/runs/0/results/0/locations/0/physicalLocation";
    for (pointer, wrong) in [
        ("/version".to_owned(), Value::from("2.0.0")),
        ("/runs/0/results/0/level".to_owned(), Value::from("fatal")),
        ("/runs/0/results/0/message".to_owned(), Value::from("text alone")),
        (format!("{place}/region/startLine"), Value::from(0)),
        (format!("{place}/artifactLocation/uri"), Value::from("not a reference %")),
        (
            "/runs/0/tool/driver/rules/1".to_owned(),
            log["runs"][0]["tool"]["driver"]["rules"][0].clone(),
        ),
    ] {
        let mut log = log.clone();
        *log.pointer_mut(&pointer).unwrap() = wrong;
        assert_ne!(faults_of(&log), [""; 0], "{pointer}");
    }
}

/// A text with the fixes of a log put in, counting lines and characters as the log says that it does.
fn mended(text: &str, log: &Value) -> String {
    let change = &log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    let at = |line: &str, column: &str| {
        let number =
            |key: &str| usize::try_from(change["deletedRegion"][key].as_u64().unwrap()).unwrap();
        let before: usize = text.split_inclusive('\n').take(number(line) - 1).map(str::len).sum();
        let characters = text[before..].char_indices().map(|(at, _)| at);
        before + characters.chain([text.len() - before]).nth(number(column) - 1).unwrap()
    };
    let mut text = text.to_owned();
    let region = at("startLine", "startColumn")..at("endLine", "endColumn");
    text.replace_range(region, change["insertedContent"]["text"].as_str().unwrap());
    text
}

#[test]
fn fix_put_in_by_another_tool_mends_the_file() {
    let path = "entries/models/a.yaml";
    let text = "# 模型 😀\nname: A\nreleased: 2022.02  # 日期\ncategory: language\nlinks: {home: https://example.org}\n";
    let list = Survey::default().file(path, text);
    let log = log_of(&list);
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "bad-date");
    let mended = mended(text, &log);
    assert_eq!(mended, text.replace("2022.02", "2022-02"));
    assert_eq!(list.file(path, mended).places(), [""; 0]);
}
