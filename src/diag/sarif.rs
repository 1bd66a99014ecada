//! Findings in SARIF 2.1.0, the format of code scanning services.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::printable::escaped;
use super::{Code, Finding, Severity, Shown};
use crate::source::{Sources, Span, line_and_column};

/// Where the format's schema is published.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The findings as a SARIF log, ended by a newline; those that their entries allow are in it as suppressed.
#[must_use]
pub fn sarif(shown: Shown<'_>, sources: &Sources) -> String {
    let rules: Vec<Value> = Code::ALL.iter().map(|code| rule(*code)).collect();
    let mut results: Vec<Value> = Vec::with_capacity(shown.findings.len() + shown.allowed.len());
    for finding in shown.findings.iter().chain(shown.allowed) {
        let mut result = result(finding, sources);
        // Where one result says whether it is suppressed, all have to.
        if let (Value::Object(map), false) = (&mut result, shown.allowed.is_empty()) {
            map.insert("suppressions".to_owned(), suppressions(finding));
        }
        results.push(result);
    }
    let mut log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "listwright",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {"ROOT": {"description": {"text": "the folder that holds entries/"}}},
            "results": results,
        }],
    });
    if let (Some(older), Some(Value::Object(run))) = (shown.older, log.pointer_mut("/runs/0")) {
        run.insert("properties".to_owned(), json!({"older": older}));
    }
    escaped(&serde_json::to_string_pretty(&log).unwrap_or_default()) + "\n"
}

fn suppressions(finding: &Finding) -> Value {
    let suppression = |reason: &String| json!({"kind": "inSource", "justification": reason});
    finding.allowed.iter().map(suppression).collect()
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": code.meaning()},
        "helpUri": format!("{}/blob/main/docs/findings.md#{}", env!("CARGO_PKG_REPOSITORY"), code.as_str()),
        "help": {"text": format!("Run `listwright explain {}` for a bad and a good example.", code.as_str())},
        "defaultConfiguration": {"level": code.severity().as_str()},
    })
}

fn result(finding: &Finding, sources: &Sources) -> Value {
    let mut text = finding.message.clone();
    if !finding.others.is_empty() {
        text = format!("{text} (at {} places)", finding.others.len() + 1);
    }
    if let Some(help) = &finding.help {
        text = format!("{text}. Help: {help}");
    }
    let rule = Code::ALL.iter().position(|code| *code == finding.code);
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut result = json!({
        "ruleId": finding.code.as_str(),
        "ruleIndex": rule,
        "level": level,
        "message": {"text": text},
        "properties": {"applicability": finding.applicability().as_str()},
        "locations": [{"physicalLocation": physical(finding.span, sources)}],
    });
    let also = finding.also.iter().map(|(span, label)| (*span, label));
    let others = finding.others.iter().map(|other| (other.span, &other.message));
    let related: Vec<Value> = also
        .chain(others)
        .enumerate()
        .map(|(id, (span, label))| {
            json!({
                "id": id,
                "message": {"text": label},
                "physicalLocation": physical(span, sources),
            })
        })
        .collect();
    if let Value::Object(map) = &mut result {
        if !related.is_empty() {
            map.insert("relatedLocations".to_owned(), Value::Array(related));
        }
        if let Some(instead) = &finding.instead {
            map.insert("fixes".to_owned(), json!([fix(finding, instead, sources)]));
        }
    }
    result
}

/// One fix with the changes at all places, file by file.
fn fix(finding: &Finding, instead: &str, sources: &Sources) -> Value {
    let others = finding.others.iter();
    let others = others.filter_map(|other| Some((other.span, other.instead.as_deref()?)));
    let mut changes: Vec<(Span, Vec<Value>)> = Vec::new();
    for (span, text) in std::iter::once((finding.span, instead)).chain(others) {
        let replacement = json!({
            "deletedRegion": region(span, sources),
            "insertedContent": {"text": text},
        });
        match changes.last_mut() {
            Some((last, replacements)) if last.file == span.file => replacements.push(replacement),
            _ => changes.push((span, vec![replacement])),
        }
    }
    let changes: Vec<Value> = changes
        .into_iter()
        .map(|(span, replacements)| {
            json!({"artifactLocation": artifact(span, sources), "replacements": replacements})
        })
        .collect();
    json!({
        "description": {"text": finding.help.as_deref().unwrap_or("replace it")},
        "artifactChanges": changes,
    })
}

fn physical(span: Span, sources: &Sources) -> Value {
    json!({"artifactLocation": artifact(span, sources), "region": region(span, sources)})
}

fn artifact(span: Span, sources: &Sources) -> Value {
    let path = &sources.file(span.file).path;
    json!({"uri": encoded(path), "uriBaseId": "ROOT"})
}

fn region(span: Span, sources: &Sources) -> Value {
    let text = sources.file(span.file).text();
    let (line, column) = line_and_column(text, span.start as usize);
    let (end_line, end_column) = line_and_column(text, span.end as usize);
    json!({"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column})
}

/// A path as a relative URI reference.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
