//! Scores: what a unit allows, what lies far from all others of its column, and what is older than it can be.

use std::collections::BTreeMap;

use super::leaderboards::{leaderboards, row_route};
use super::{Check, Subject};
use crate::catalog::{Catalog, Record};
use crate::diag::{Code, Diag, Place};
use crate::kinds::{Column, KindId, Paper};
use crate::value::{Date, Identity, Score, Slug, Url};

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("scores_fit_their_unit", scores_fit_their_unit),
    ("scores_are_of_one_scale", scores_are_of_one_scale),
    ("results_are_no_older_than_what_they_measure", results_are_no_older_than_what_they_measure),
];

/// The scores of a column, each with the index of its row.
fn of_column<'b>(
    rows: &'b [crate::kinds::Row],
    column: &'b Slug,
) -> impl Iterator<Item = (usize, &'b Score)> {
    rows.iter()
        .enumerate()
        .filter_map(move |(at, row)| Some((at, row.scores.get(column.as_str())?)))
}

fn place(record: &Record, row: usize, column: &Slug) -> Place {
    Place::value(record.file, format!("{}.scores.{column}", row_route(row)))
}

/// The least and the greatest number that a column can hold, as its unit and its metric say; nothing where they do not.
fn bounds(column: &Column) -> Option<(f64, f64)> {
    let unit = column.unit.as_ref()?.as_str().trim().to_lowercase();
    let whole = match unit.as_str() {
        "%" | "percent" | "per cent" | "percentage" | "of 100" | "百分比" => 100.0,
        "fraction" | "proportion" | "ratio of 1" | "of 1" | "0-1" | "0–1" => 1.0,
        _ => return None,
    };
    let metric = column.metric.as_ref().map(|metric| metric.as_str().to_lowercase());
    let words: Vec<&str> = metric
        .as_deref()
        .unwrap_or_default()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    // A difference has no end, and an error or an excess can be larger than what it is measured by.
    if has(&[
        "change",
        "improvement",
        "gain",
        "increase",
        "decrease",
        "reduction",
        "difference",
        "delta",
        "δ",
        "relative",
        "error",
        "mape",
        "rmse",
        "mae",
        "speedup",
        "enrichment",
        "lift",
    ]) {
        return None;
    }
    // These fall below zero where a prediction is worse than a guess.
    if has(&["r2", "r²", "nse", "skill"]) {
        return Some((f64::NEG_INFINITY, whole));
    }
    let correlates = [
        "correlation",
        "pearson",
        "spearman",
        "kendall",
        "pcc",
        "scc",
        "r",
        "rho",
        "ρ",
        "tau",
        "τ",
        "mcc",
        "matthews",
        "kappa",
        "κ",
        "silhouette",
    ];
    let least = if has(&correlates) { -whole } else { 0.0 };
    Some((least, whole))
}

fn scores_fit_their_unit(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for (record, board) in leaderboards(subject.catalog) {
        for (slug, column) in &board.columns {
            let Some((least, most)) = bounds(column) else { continue };
            let Some(unit) = &column.unit else { continue };
            for (row, score) in of_column(&board.rows, slug) {
                if (least..=most).contains(&score.value()) {
                    continue;
                }
                let unit = unit.as_str();
                let span = if least.is_finite() {
                    format!("from {least} to {most}")
                } else {
                    format!("at most {most}")
                };
                let message = format!("`{score}` cannot be a score in `{unit}`: that is {span}");
                findings.push(
                    Diag::new(Code::ScoreOutOfRange, place(record, row, slug), message)
                        .also(
                            Place::value(record.file, format!("leaderboard.columns.{slug}.unit")),
                            "the unit of its column",
                        )
                        .help("type the number that the source prints, or mend the `unit` of the column"),
                );
            }
        }
    }
}

/// So many times smaller or larger than the median of its column, a score is likely of another scale.
const FAR: f64 = 20.0;

/// A median of fewer scores says little.
const FEWEST: usize = 3;

fn scores_are_of_one_scale(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for (record, board) in leaderboards(subject.catalog) {
        for slug in board.columns.keys() {
            let scores: Vec<(usize, &Score)> = of_column(&board.rows, slug).collect();
            // Around zero, such as among correlations without signal or z-scores, a ratio says nothing.
            let is_around_zero = scores.iter().any(|(_, score)| score.value() < 0.0)
                && scores.iter().any(|(_, score)| score.value() > 0.0);
            let Some(median) = median(&scores).filter(|_| !is_around_zero) else { continue };
            for (row, score) in scores {
                let value = score.value();
                // Nothing at all, or nothing within its spread, is a result like any other.
                let is_nothing = score.spread().is_some_and(|spread| spread >= value.abs());
                let times =
                    if is_nothing || value * median <= 0.0 { continue } else { value / median };
                let how = match () {
                    () if times >= FAR => format!("{times:.0} times larger"),
                    () if times <= 1.0 / FAR => format!("{:.0} times smaller", 1.0 / times),
                    () => continue,
                };
                let message = format!(
                    "`{score}` is {how} than the median of its column `{slug}`, {}",
                    shown(median)
                );
                findings
                    .push(Diag::new(Code::ScoreOutlier, place(record, row, slug), message).help(
                    "compare it with the source: a slipped point, or a fraction among percentages?",
                ));
            }
        }
    }
}

fn median(scores: &[(usize, &Score)]) -> Option<f64> {
    let mut values: Vec<f64> = scores.iter().map(|(_, score)| score.value()).collect();
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2).filter(|_| values.len() >= FEWEST)?;
    let lower = *values.get((values.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

/// A number as it is read, without the tail of its binary form.
fn shown(value: f64) -> String {
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A result is as old as the paper that reports it, where that paper is an entry.
fn results_are_no_older_than_what_they_measure(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let catalog = subject.catalog;
    let papers = papers(catalog);
    for (record, board) in leaderboards(catalog) {
        let of = |url: &Url| papers.get(&url.identity()).copied();
        let benchmark = record.entry.dataset().and_then(|dataset| dataset.released);
        let mut check = |source: &Url, place: Place, of_what: &str, released: Option<Date>| {
            let Some((id, day)) = of(source) else { return };
            let Some(released) = released.filter(|released| released.certainly_after(&day)) else {
                return;
            };
            let message = format!(
                "the source of this result, `{id}`, is of {day}, and {of_what} was released on {released}"
            );
            findings.push(
                Diag::new(Code::ResultTooOld, place, message).help(
                    "give the source that reports this result, or mend the date that is wrong",
                ),
            );
        };
        if let Some(source) = &board.source {
            let place = Place::value(record.file, "leaderboard.source");
            check(source, place, "the benchmark", benchmark);
        }
        for (at, row) in board.rows.iter().enumerate() {
            if let Some(source) = &row.source {
                let place = Place::value(record.file, format!("{}.source", row_route(at)));
                check(source, place, "the benchmark", benchmark);
            }
            let Some(source) = row.source.as_ref().or(board.source.as_ref()) else { continue };
            let Some(id) = &row.model else { continue };
            let target = catalog.get(KindId::Model, id.0.as_str());
            let Some(model) = target.and_then(|target| target.entry.model()) else { continue };
            let place = Place::value(record.file, format!("{}.model", row_route(at)));
            check(source, place, &format!("the model `{}`", id.0.as_str()), model.released);
        }
    }
}

/// All that stands for a paper, with its id and the latest day that it is known of.
fn papers(catalog: &Catalog) -> BTreeMap<Identity, (&str, Date)> {
    let mut papers = BTreeMap::new();
    for record in &catalog.records {
        let Some(paper) = record.entry.paper() else { continue };
        let Some(day) = latest(paper) else { continue };
        for identity in paper.identities() {
            papers.entry(identity).or_insert((record.id.as_str(), day));
        }
    }
    papers
}

/// A preprint may have gained results in later versions, so that only a publication ends it.
fn latest(paper: &Paper) -> Option<Date> {
    paper.dates.as_ref()?.published
}
