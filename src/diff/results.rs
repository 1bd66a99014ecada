//! Results on leaderboards: what is new, what is another, what is gone, and what only moved to another column.

use std::collections::BTreeMap;

use super::pairs::Pairs;
use super::state::{Side, State};
use super::{Named, Status};
use crate::kinds::{KindId, Row};

/// Where a result stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The benchmark.
    pub board: Named,
    /// The column.
    pub column: String,
    /// What was measured, as the board calls it.
    pub of: String,
}

/// A result that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Where it stands, or stood.
    pub place: Place,
    /// What it was.
    pub from: Option<String>,
    /// What it is.
    pub to: Option<String>,
    /// Where it stood before it moved.
    pub moved_from: Option<Place>,
}

/// What changed on all leaderboards.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scores {
    /// Results that were not there.
    pub gained: Vec<Score>,
    /// Results that are another.
    pub changed: Vec<Score>,
    /// Results that are no longer there.
    pub lost: Vec<Score>,
    /// Results that stand in another column or on another board, as they were.
    pub moved: Vec<Score>,
}

impl Scores {
    /// Whether no result changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { gained, changed, lost, moved } = self;
        [gained, changed, lost, moved].into_iter().all(Vec::is_empty)
    }
}

/// What stands in a cell, and what it is called there.
struct Cell {
    place: Place,
    score: String,
}

/// The board, the column and what was measured, by ids of the second state.
type Key = (String, String, String);

/// How many results stand on the leaderboards of listed datasets.
pub(super) fn count(state: &State) -> usize {
    let records = &state.examined.catalog.records;
    let boards = records.iter().filter(|record| record.is_listed()).filter_map(|record| {
        let dataset = record.entry.dataset()?;
        dataset.leaderboard.as_ref()
    });
    boards.flat_map(|board| &board.rows).map(|row| row.scores.len()).sum()
}

/// Compares the results of two states.
pub(super) fn compare(before: &State, after: &State, pairs: &Pairs<'_>) -> Scores {
    let id = |kind, id: &str| pairs.now(kind, id).to_owned();
    let mut old = cells(before, &id);
    let new = cells(after, &|_, id: &str| id.to_owned());
    let mut scores = Scores::default();
    let mut fresh = Vec::new();
    for (key, cell) in new {
        match old.remove(&key) {
            Some(was) if was.score == cell.score => {}
            Some(was) => scores.changed.push(Score {
                place: cell.place,
                from: Some(was.score),
                to: Some(cell.score),
                moved_from: None,
            }),
            None => fresh.push((key, cell)),
        }
    }
    // The same figure of the same thing in another place is no new result.
    let mut gone: BTreeMap<(String, String), Vec<Cell>> = BTreeMap::new();
    for ((_, _, of), cell) in old {
        gone.entry((of, cell.score.clone())).or_default().push(cell);
    }
    for ((_, _, of), cell) in fresh {
        let was = gone.get_mut(&(of, cell.score.clone())).and_then(Vec::pop);
        let (from, moved_from) = match was {
            Some(was) => (Some(was.score), Some(was.place)),
            None => (None, None),
        };
        let list = if moved_from.is_some() { &mut scores.moved } else { &mut scores.gained };
        list.push(Score { place: cell.place, from, to: Some(cell.score), moved_from });
    }
    let gone = gone.into_values().flatten();
    scores.lost = gone
        .map(|cell| Score { place: cell.place, from: Some(cell.score), to: None, moved_from: None })
        .collect();
    for list in [&mut scores.gained, &mut scores.changed, &mut scores.lost, &mut scores.moved] {
        list.sort_by(|a, b| a.place.cmp(&b.place));
    }
    scores
}

fn cells(state: &State, id: &dyn Fn(KindId, &str) -> String) -> BTreeMap<Key, Cell> {
    let mut cells = BTreeMap::new();
    for side in state.sides().values() {
        let Some(dataset) = side.record.entry.dataset() else { continue };
        let Some(board) = &dataset.leaderboard else { continue };
        if side.status() != Status::Listed {
            continue;
        }
        let named = side.named();
        for row in &board.rows {
            let (key, of) = measured(state, row, id);
            for (column, score) in &row.scores {
                let key = (id(KindId::Dataset, &named.id), column.to_string(), key.clone());
                let (board, column) = (named.clone(), column.to_string());
                let place = Place { board, column, of: of.clone() };
                cells.insert(key, Cell { place, score: score.to_string() });
            }
        }
    }
    cells
}

/// What a row is about: by what it is told apart, and its name.
fn measured(state: &State, row: &Row, id: &dyn Fn(KindId, &str) -> String) -> (String, String) {
    let model = row.model.as_ref().map(|model| model.0.as_str());
    let name = model.map(|id| {
        state.side(KindId::Model, id).map_or(id.to_owned(), |s: Side<'_>| s.named().name)
    });
    let label = row.label.as_ref().map(|label| label.0.clone());
    let variant = row.variant.as_ref().map(ToString::to_string);
    let printed = row.printed.as_ref().map(|printed| printed.0.clone());
    let key = [
        model.map(|model| id(KindId::Model, model)),
        label.clone(),
        variant.clone(),
        printed.clone(),
    ];
    let key = key.map(Option::unwrap_or_default).join("\u{1}");
    let of = name.or(label).or(printed).unwrap_or_default();
    (
        key,
        match variant {
            Some(variant) => format!("{of} {variant}"),
            None => of,
        },
    )
}
