//! Columns side by side: those that share most of their rows, so that a table of them has few holes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Competitor, Placed, Ranking, Reading};
use crate::kinds::{Basis, Leaderboard};
use crate::value::Slug;
use crate::views::Said;

/// Several columns of a leaderboard, each with its own ranks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matrix {
    /// The columns.
    pub columns: Vec<Heading>,
    /// The rows, in the entry's order.
    pub rows: Vec<MatrixRow>,
    /// What all columns share: task, split, metric.
    pub shared: Vec<Said>,
}

/// The heading of a column: what tells it from the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// The column's name, which makes the anchor of its ranking.
    pub id: String,
    /// What tells it apart: its task, its split, else its metric.
    pub parts: Vec<Said>,
    /// The metric, where the columns have several.
    pub metric: Option<String>,
    /// Which of two scores is the better one.
    pub better: &'static str,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixRow {
    /// What was measured.
    pub who: Competitor,
    /// Whether its scores are reported by its own authors.
    pub own: bool,
    /// A score for each column, or nothing.
    pub cells: Vec<Option<MatrixCell>>,
}

/// A score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixCell {
    /// The score as it was written.
    pub score: String,
    /// What follows `±`.
    pub spread: Option<String>,
    /// The rank in its column.
    pub rank: usize,
}

/// The columns with two scores or more, grouped: a column joins the first group whose first column shares at least half
/// of the rows of the smaller of the two.
pub(super) fn groups(board: &Leaderboard) -> Vec<Vec<&Slug>> {
    let has = |index: usize, id: &Slug| {
        board.rows.get(index).is_some_and(|row| row.scores.contains_key(id.as_str()))
    };
    let rows = |id: &Slug| (0..board.rows.len()).filter(|row| has(*row, id)).collect::<Vec<_>>();
    let mut groups: Vec<(Vec<usize>, Vec<&Slug>)> = Vec::new();
    for id in board.columns.keys() {
        let own = rows(id);
        if own.len() < 2 {
            continue;
        }
        let near = groups.iter_mut().find(|(first, _)| {
            // Rows are in their order.
            let shared = own.iter().filter(|row| first.binary_search(row).is_ok()).count();
            2 * shared >= own.len().min(first.len())
        });
        match near {
            Some((_, group)) => group.push(id),
            None => groups.push((own, vec![id])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

impl Matrix {
    /// A group of columns side by side; nothing where there is but one.
    pub(super) fn of(rankings: &[Ranking], rows: &[Reading<'_>], group: &[&Slug]) -> Option<Self> {
        let of_group = |ranking: &&Ranking| group.iter().any(|id| id.as_str() == ranking.id);
        let columns: Vec<&Ranking> = rankings.iter().filter(of_group).collect();
        let (first, others) = columns.split_first()?;
        if others.is_empty() {
            return None;
        }
        let task = others.iter().any(|other| other.task != first.task);
        let split = others.iter().any(|other| other.split != first.split);
        let metric = others.iter().any(|other| other.metric != first.metric);
        let plain = |text: &String| Said { text: text.clone(), lang: None };
        let parts = |column: &Ranking, task: bool, split: bool| {
            let task = task.then(|| column.task.clone());
            let split = column.split.as_ref().filter(|_| split).map(plain);
            task.into_iter().chain(split).collect::<Vec<Said>>()
        };
        let heading = |column: &&Ranking| {
            let parts = parts(column, task, split);
            Heading {
                id: column.id.clone(),
                metric: metric.then(|| column.metric.clone()).filter(|_| !parts.is_empty()),
                parts: if parts.is_empty() { vec![plain(&column.metric)] } else { parts },
                better: column.better,
            }
        };
        let mut shared = parts(first, !task, !split);
        let headings = columns.iter().map(heading).collect();
        shared.extend((!metric).then(|| plain(&first.metric)));
        let placed: Vec<BTreeMap<&Competitor, &Placed>> = columns
            .iter()
            // Of what was measured twice, the better score is the one that counts.
            .map(|column| column.placed.iter().rev().map(|placed| (&placed.who, placed)).collect())
            .collect();
        let columns: Vec<(&Ranking, BTreeMap<&Competitor, &Placed>)> =
            columns.into_iter().zip(placed).collect();
        let rows = rows.iter().filter_map(|row| MatrixRow::of(&columns, row)).collect();
        Some(Self { columns: headings, rows, shared })
    }
}

impl MatrixRow {
    fn of(
        columns: &[(&Ranking, BTreeMap<&Competitor, &Placed>)],
        row: &Reading<'_>,
    ) -> Option<Self> {
        let mut own = false;
        let mut cell = |(column, placed): &(&Ranking, BTreeMap<&Competitor, &Placed>)| {
            row.row.scores.get(column.id.as_str())?;
            let placed = placed.get(&row.who)?;
            own |= placed.says_basis && placed.basis == Some(Basis::SelfReported);
            let (score, spread) = (placed.score.clone(), placed.spread.clone());
            Some(MatrixCell { score, spread, rank: placed.rank })
        };
        let cells: Vec<Option<MatrixCell>> = columns.iter().map(&mut cell).collect();
        let any = cells.iter().any(Option::is_some);
        any.then(|| Self { who: row.who.clone(), own, cells })
    }
}
