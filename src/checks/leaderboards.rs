//! Leaderboards: every result belongs to a named column and to one model, variant or label.

use std::collections::BTreeMap;

use super::{Check, Subject};
use crate::catalog::{Catalog, Record};
use crate::diag::{Code, Diag, Place, one_of};
use crate::kinds::{KindId, Leaderboard, Row};
use crate::value::{Line, Slug, is_slip, nearest};

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("scores_have_a_column", scores_have_a_column),
    ("rows_name_one_thing", rows_name_one_thing),
    ("variants_exist", variants_exist),
];

pub(super) fn leaderboards(catalog: &Catalog) -> impl Iterator<Item = (&Record, &Leaderboard)> {
    catalog
        .records
        .iter()
        .filter_map(|record| Some((record, record.entry.dataset()?.leaderboard.as_ref()?)))
}

fn names<'s>(names: impl Iterator<Item = &'s Slug>) -> String {
    one_of(names.map(Slug::as_str))
}

/// Asks whether a near name was meant, and puts it there where it can be no other.
fn near_name(diag: Diag, wrong: &str, near: &str) -> Diag {
    if is_slip(wrong, near) {
        diag.did_you_mean(wrong, near)
    } else {
        diag.help(format!("did you mean `{near}`?"))
    }
}

pub(super) fn row_route(index: usize) -> String {
    format!("leaderboard.rows[{index}]")
}

fn scores_have_a_column(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for (record, board) in leaderboards(subject.catalog) {
        for (index, row) in board.rows.iter().enumerate() {
            for column in
                row.scores.keys().filter(|column| !board.columns.contains_key(column.as_str()))
            {
                let place =
                    Place::key(record.file, format!("{}.scores.{column}", row_route(index)));
                let message = format!("the leaderboard has no column `{column}`");
                let diag = Diag::new(Code::UnknownColumn, place, message);
                findings.push(
                    match nearest(column.as_str(), board.columns.keys().map(Slug::as_str)) {
                        Some(near) => near_name(diag, column.as_str(), near),
                        None => diag.help(format!(
                            "use {}, or add it under `columns` with its task, metric and direction",
                            names(board.columns.keys())
                        )),
                    },
                );
            }
        }
    }
}

fn rows_name_one_thing(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for (record, board) in leaderboards(subject.catalog) {
        let mut seen: BTreeMap<(String, &str), usize> = BTreeMap::new();
        for (index, row) in board.rows.iter().enumerate() {
            let place = Place::value(record.file, row_route(index));
            let Some(name) = named(row) else {
                let both = row.model.is_some();
                let message = if both {
                    "the row has a `model` and a `label`"
                } else {
                    "the row names nothing"
                };
                findings.push(Diag::new(Code::BadRow, place, message).help(
                    "give `model` with the id of an entry, or `label` with the name of something that is none",
                ));
                continue;
            };
            for column in row.scores.keys() {
                if let Some(first) = seen.insert((name.clone(), column.as_str()), index) {
                    findings.push(
                        Diag::new(
                            Code::BadRow,
                            Place::key(
                                record.file,
                                format!("{}.scores.{column}", row_route(index)),
                            ),
                            format!("`{}` has two scores in `{column}`", shown(row)),
                        )
                        .also(
                            Place::value(record.file, row_route(first)),
                            "the other one is in this row",
                        )
                        .help("tell the rows apart by `variant` or `as`, or keep one score"),
                    );
                }
            }
        }
    }
}

/// What tells a row from others: what it names, with variant and printed name.
fn named(row: &Row) -> Option<String> {
    let printed = row.printed.as_ref().map_or("", |printed| printed.as_str());
    match (&row.model, &row.label) {
        (Some(model), None) => {
            let variant = row.variant.as_ref().map_or("", Slug::as_str);
            Some(format!("model {} {variant} {printed}", model.0.as_str()))
        }
        (None, Some(label)) => Some(format!("label {} {printed}", label.as_str())),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

fn shown(row: &Row) -> &str {
    let model = row.model.as_ref().map(|model| model.0.as_str());
    model.or(row.label.as_ref().map(Line::as_str)).unwrap_or("the row")
}

fn variants_exist(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for (record, board) in leaderboards(subject.catalog) {
        for (index, row) in board.rows.iter().enumerate() {
            let Some(variant) = &row.variant else { continue };
            let place = Place::value(record.file, format!("{}.variant", row_route(index)));
            let Some(id) = &row.model else {
                findings.push(
                    Diag::new(
                        Code::BadRow,
                        place,
                        "a variant is one of a model, and the row names none",
                    )
                    .help("name the `model`, or put the variant's name into `label`"),
                );
                continue;
            };
            let Some(target) = subject.catalog.get(KindId::Model, id.0.as_str()) else { continue };
            let Some(model) = target.entry.model() else { continue };
            if model.variants.contains_key(variant.as_str()) {
                continue;
            }
            let message = format!("the model `{}` has no variant `{variant}`", id.0.as_str());
            let diag = Diag::new(Code::UnknownVariant, place, message);
            findings.push(
                match nearest(variant.as_str(), model.variants.keys().map(Slug::as_str)) {
                    Some(near) => near_name(diag, variant.as_str(), near),
                    None if model.variants.is_empty() => diag.help(format!(
                        "delete it, or add it under `variants` of entries/models/{}.yaml",
                        id.0.as_str()
                    )),
                    None => diag.help(format!("its variants are {}", names(model.variants.keys()))),
                },
            );
        }
    }
}
