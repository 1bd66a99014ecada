//! The ranks of a column: by its declared direction, equal scores sharing a rank.

use super::{Placed, Reading};
use crate::kinds::{Basis, Better, Leaderboard};
use crate::value::{Score, Slug};
use crate::views::{Link, Viewer};

/// A score in its place, with the numbers that a drawing needs.
pub(super) struct Ranked {
    pub(super) placed: Placed,
    pub(super) value: f64,
    pub(super) spread: Option<f64>,
    pub(super) size: Option<u64>,
}

/// The scores of a column, the best first; what shares a rank stands by name.
pub(super) fn placed(
    viewer: Viewer<'_>,
    board: &Leaderboard,
    rows: &[Reading<'_>],
    column: &Slug,
    better: Better,
) -> Vec<Ranked> {
    let score = |row: &'_ Reading<'_>| row.row.scores.get(column.as_str()).cloned();
    let mut scored: Vec<(Score, &Reading<'_>)> =
        rows.iter().filter_map(|row| Some((score(row)?, row))).collect();
    let by_value = |one: &Score, other: &Score| match better {
        Better::Higher => other.cmp_value(one),
        Better::Lower => one.cmp_value(other),
    };
    scored.sort_by(|(one, row), (other, beside)| {
        by_value(one, other).then_with(|| row.who.name.cmp(&beside.who.name))
    });
    // What is equal stands side by side: the first of them tells the rank of all.
    let mut all = Vec::with_capacity(scored.len());
    for equal in scored.chunk_by(|(one, _), (other, _)| one.cmp_value(other).is_eq()) {
        let standing = (all.len() + 1, equal.len() > 1);
        all.extend(equal.iter().map(|(score, row)| Ranked {
            placed: place(viewer, board, row, score, standing),
            value: score.value(),
            spread: score.spread(),
            size: row.size.map(crate::value::Count::value),
        }));
    }
    all
}

fn place(
    viewer: Viewer<'_>,
    board: &Leaderboard,
    row: &Reading<'_>,
    score: &Score,
    (rank, tied): (usize, bool),
) -> Placed {
    let text = score.to_string();
    let (value, spread) = match text.split_once(" ± ") {
        Some((value, spread)) => (value.to_owned(), Some(spread.to_owned())),
        None => (text, None),
    };
    let basis = row.row.basis.or(board.basis);
    Placed {
        rank,
        tied,
        who: row.who.clone(),
        score: value,
        spread,
        parameters: row.size.map(ToString::to_string),
        basis,
        says_basis: basis != board.basis || basis == Some(Basis::SelfReported),
        source: row.row.source.as_ref().map(Link::document),
        note: row.row.note.as_ref().and_then(|note| viewer.said(note)),
    }
}
