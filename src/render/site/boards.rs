//! Leaderboards on pages: the list of all, and what an entry's page shows of them and of the entries around it.

use serde::Serialize;

use super::Edition;
use crate::catalog::Record;
use crate::kinds::KindId;
use crate::views::{BoardLine, Boards, Connections, EntryView, Results};

/// The list of all leaderboards.
#[derive(Serialize)]
pub(super) struct AllBoards<'p> {
    boards: Vec<&'p BoardLine>,
    scores: usize,
}

impl<'p> AllBoards<'p> {
    pub(super) fn of(boards: &'p Boards) -> Self {
        let boards: Vec<&BoardLine> = boards.all.iter().map(|board| &board.about).collect();
        Self { scores: boards.iter().map(|board| board.scores).sum(), boards }
    }
}

/// An entry's page with what stands in other entries.
#[derive(Serialize)]
pub(super) struct WithConnections<'p> {
    #[serde(flatten)]
    entry: EntryView,
    /// The leaderboard of a benchmark.
    board: Option<&'p BoardLine>,
    /// The scores of a model, benchmark by benchmark.
    results: Vec<Results>,
    /// The entries around it.
    connections: Option<Connections>,
}

impl<'p> WithConnections<'p> {
    pub(super) fn of(edition: &'p Edition<'_>, record: &Record, entry: EntryView) -> Self {
        let board = edition.boards.get(record.id.as_str());
        let board = board.filter(|_| record.kind == KindId::Dataset).map(|board| &board.about);
        Self {
            board,
            results: Results::of(&edition.boards, &record.address()),
            connections: Connections::of(edition.viewer, record),
            entry,
        }
    }
}
