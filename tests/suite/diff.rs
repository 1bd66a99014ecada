//! What changed between two states of a list: as values, in words, on the command line, and in the log.

mod command;
mod hostile;
mod log;
mod values;

use listwright::diff::{Changes, End, Ends, State, compare, report, text};

use crate::door::Survey;

/// A list with a bit of everything.
pub(crate) fn list() -> Survey {
    Survey::default()
        .file(
            "entries/vocabulary.yaml",
            "\
schema: 1
category:
  language: {en: Language model, zh: 语言模型}
  structure: {en: Structure model, zh: 结构模型}
task:
  folding: {en: Folding, zh: 折叠}
reason:
  off-topic: {en: Off topic, zh: 题外}
",
        )
        .entry(
            "models/rna-fm",
            "\
name: RNA-FM
released: 2022-04
category: language
parameters: 23M
licence: {code: MIT}
papers: [chen-2022]
sources:
  - {for: [parameters, licence], url: https://example.org/old, kind: repository}
",
        )
        .entry(
            "papers/chen-2022",
            "title: Interpretable RNA, explained\ndates: {preprint: 2022-04}\narxiv: arXiv:2204.00300\n",
        )
        .entry(
            "datasets/bench",
            "\
name: Bench
type: benchmark
tasks: [folding]
leaderboard:
  basis: reported
  source: https://example.org/scores
  columns:
    ss: {task: folding, metric: F1, better: higher}
    cm: {task: folding, metric: F1, better: higher}
  rows:
    - {model: rna-fm, scores: {ss: 68.5, cm: 12.5}}
    - {label: CNN, scores: {ss: 49.95}}
",
        )
}

pub(crate) fn state(survey: &Survey) -> State {
    State::of(survey.sources(), None)
}

pub(crate) fn changes(before: &Survey, after: &Survey) -> Changes {
    compare(&state(before), &state(after))
}

pub(crate) fn ends() -> Ends {
    let end = |name: &str, commit: Option<&str>| End {
        name: commit.map(|_| name.to_owned()),
        commit: commit.map(str::to_owned),
        day: commit.map(|_| "2026-11-24".parse().unwrap()),
    };
    Ends {
        before: end("v1", Some("0123456789abcdef0123456789abcdef01234567")),
        after: end("", None),
    }
}

/// What is said of a change, without the line that says what is compared.
pub(crate) fn said(before: &Survey, after: &Survey) -> String {
    let text = text(&report(&changes(before, after), &ends()));
    let (first, rest) = text.split_once('\n').unwrap();
    assert_eq!(first, "From v1 (0123456 of 2026-11-24) to the files on disk");
    rest.trim_start_matches('\n').to_owned()
}
