//! Leaderboards: every column of a benchmark is a ranking of its own, and nothing is averaged across them.

mod matrix;
mod plot;
mod rank;

use std::collections::BTreeMap;

use serde::Serialize;

pub use self::matrix::{Heading as MatrixHeading, Matrix, MatrixCell, MatrixRow};
pub use self::plot::{Mark, Plot, Point as PlotPoint};

use super::{Link, Said, Viewer};
use crate::catalog::Record;
use crate::kinds::{Basis, Better, Column, KindId, Leaderboard, Row};
use crate::value::{Line, Reported, Slug, Url};

/// The leaderboards of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Boards {
    /// The leaderboards of the listed benchmarks, by name.
    pub all: Vec<Board>,
    /// Where the scores of a model stand: the leaderboard, the ranking, the place in it.
    places: BTreeMap<String, Vec<(usize, usize, usize)>>,
    /// The positions of the leaderboards, by the id of the benchmark.
    by_id: BTreeMap<String, usize>,
}

/// The leaderboard of a benchmark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Board {
    /// What the list of leaderboards says of it.
    #[serde(flatten)]
    pub about: BoardLine,
    /// What to know before comparing.
    pub note: Option<Said>,
    /// Where the scores stand, unless a column or a row says otherwise.
    pub source: Option<Link>,
    /// Columns that share most of their rows, side by side.
    pub matrices: Vec<Matrix>,
    /// A ranking for each column, in the entry's order.
    pub rankings: Vec<Ranking>,
    /// Whether they are of one task, so that the split is what tells one from another.
    pub by_split: bool,
    /// How many of them hold a single score, which ranks nothing.
    pub singles: usize,
}

/// A leaderboard in the list of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardLine {
    /// The id of the benchmark.
    pub id: String,
    /// The name of the benchmark.
    pub name: String,
    /// What it is.
    pub summary: Option<Said>,
    /// The page of the benchmark, from the site's root.
    pub dataset: String,
    /// The page of the leaderboard, from the site's root.
    pub page: String,
    /// Its tasks, each once.
    pub tasks: Vec<Said>,
    /// How many rankings it has: columns with two scores or more.
    pub ranked: usize,
    /// How many models and other methods have a score.
    pub rows: usize,
    /// How many of them are entries of the list.
    pub models: usize,
    /// How many scores there are.
    pub scores: usize,
    /// How many of them are reported by the authors of what they measure.
    pub own: usize,
    /// Who reports the scores, unless a row says otherwise.
    pub basis: &'static str,
}

/// The ranking of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ranking {
    /// The column's name, which makes its anchor.
    pub id: String,
    /// The task.
    pub task: Said,
    /// The split of the data.
    pub split: Option<String>,
    /// The metric, with its unit.
    pub metric: String,
    /// Which of two scores is the better one.
    pub better: &'static str,
    /// The data, where they have an entry of their own.
    pub data: Option<Link>,
    /// What to know before comparing.
    pub note: Option<Said>,
    /// Where the scores stand, unless a row says otherwise.
    pub sources: Vec<Link>,
    /// The scores, the best first.
    pub placed: Vec<Placed>,
    /// Whether the size of anything in it is known.
    pub sized: bool,
    /// What has a score in a column beside this one and none here, by name; it is not ranked.
    pub absent: Vec<Competitor>,
    /// Score against size, where enough sizes are known.
    pub plot: Option<Plot>,
}

/// What was measured.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Competitor {
    /// The name of the model or the method.
    pub name: String,
    /// The page of the model, from the site's root.
    pub page: Option<String>,
    /// Which of the model's variants.
    pub variant: Option<String>,
    /// The name as the source prints it, where it is another one.
    pub printed: Option<String>,
}

/// A score in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Placed {
    /// The rank: one more than there are better scores.
    pub rank: usize,
    /// Whether others share it.
    pub tied: bool,
    /// What was measured.
    pub who: Competitor,
    /// The score as it was written.
    pub score: String,
    /// What follows `±`.
    pub spread: Option<String>,
    /// The number of parameters of what was measured.
    pub parameters: Option<String>,
    /// Who reports the score.
    pub basis: Option<Basis>,
    /// Whether that is to be said in its row: it differs from the other rows, or its authors report it.
    pub says_basis: bool,
    /// Where the score stands, if elsewhere than the others.
    pub source: Option<Link>,
    /// What to know about it.
    pub note: Option<Said>,
}

/// What is read of a row before its scores are ranked.
pub(super) struct Reading<'c> {
    who: Competitor,
    size: Option<&'c crate::value::Count>,
    row: &'c Row,
}

impl Boards {
    /// The leaderboards of a list.
    #[must_use]
    pub fn of(viewer: Viewer<'_>) -> Self {
        let with_board = |record| board_of(record).map(|board| (record, board));
        let mut found: Vec<(&Record, &Leaderboard)> =
            viewer.catalog.listed(KindId::Dataset).filter_map(with_board).collect();
        found.sort_by_cached_key(|(record, _)| (record.name().to_lowercase(), record.id.as_str()));
        let all: Vec<Board> =
            found.into_iter().map(|(record, board)| Board::of(viewer, record, board)).collect();
        let mut places: BTreeMap<String, Vec<(usize, usize, usize)>> = BTreeMap::new();
        for (at, board) in all.iter().enumerate() {
            for (column, ranking) in board.rankings.iter().enumerate() {
                for (place, placed) in ranking.placed.iter().enumerate() {
                    let Some(page) = placed.who.page.clone() else { continue };
                    places.entry(page).or_default().push((at, column, place));
                }
            }
        }
        let by_id = all.iter().enumerate().map(|(at, board)| (board.about.id.clone(), at));
        Self { by_id: by_id.collect(), all, places }
    }

    /// The leaderboard of a benchmark.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Board> {
        self.by_id.get(id).and_then(|at| self.all.get(*at))
    }

    /// The scores of a model by the address of its page, in the order of the leaderboards and their columns.
    pub fn scores_of(&self, page: &str) -> impl Iterator<Item = (&Board, &Ranking, &Placed)> {
        self.places.get(page).into_iter().flatten().filter_map(|(board, column, place)| {
            let board = self.all.get(*board)?;
            let ranking = board.rankings.get(*column)?;
            Some((board, ranking, ranking.placed.get(*place)?))
        })
    }
}

/// How many leaderboards the listed benchmarks have.
pub(super) fn count(viewer: Viewer<'_>) -> usize {
    viewer.catalog.listed(KindId::Dataset).filter_map(board_of).count()
}

fn board_of(record: &Record) -> Option<&Leaderboard> {
    record.entry.dataset()?.leaderboard.as_ref()
}

impl Board {
    fn of(viewer: Viewer<'_>, record: &Record, board: &Leaderboard) -> Self {
        let rows: Vec<Reading<'_>> = board.rows.iter().map(|row| read(viewer, row)).collect();
        let groups = matrix::groups(board);
        let ranking = |(id, column): (&Slug, &Column)| {
            let beside: Vec<&Slug> =
                groups.iter().find(|group| group.contains(&id)).cloned().unwrap_or_default();
            Ranking::of(viewer, record, (board, &rows), (id, column), &beside)
        };
        let rankings: Vec<Ranking> = board.columns.iter().map(ranking).collect();
        let matrices = groups.iter().filter_map(|group| Matrix::of(&rankings, &rows, group));
        Self {
            note: board.note.as_ref().and_then(|note| viewer.said(note)),
            source: board.source.as_ref().map(Link::document),
            matrices: matrices.collect(),
            by_split: rankings.iter().all(|ranking| {
                ranking.split.is_some()
                    && rankings.first().is_some_and(|first| first.task == ranking.task)
            }),
            singles: rankings.iter().filter(|ranking| ranking.placed.len() == 1).count(),
            about: BoardLine::of(viewer, record, (board, &rows), &rankings),
            rankings,
        }
    }
}

impl BoardLine {
    fn of(
        viewer: Viewer<'_>,
        record: &Record,
        (board, rows): (&Leaderboard, &[Reading<'_>]),
        rankings: &[Ranking],
    ) -> Self {
        let mut tasks: Vec<Said> = Vec::new();
        for ranking in rankings {
            if !tasks.contains(&ranking.task) {
                tasks.push(ranking.task.clone());
            }
        }
        let mut named: Vec<(&str, Option<&str>)> =
            rows.iter().map(|row| (row.who.name.as_str(), row.who.page.as_deref())).collect();
        named.sort_unstable();
        named.dedup();
        let placed = || rankings.iter().flat_map(|ranking| &ranking.placed);
        let summary = record.entry.summary();
        Self {
            id: record.id.as_str().to_owned(),
            name: record.label().into_owned(),
            summary: summary.and_then(|summary| viewer.said(&summary.0)),
            dataset: record.address(),
            page: format!("leaderboards/{}/", record.id.as_str()),
            tasks,
            ranked: rankings.iter().filter(|ranking| ranking.placed.len() > 1).count(),
            rows: rows.len(),
            models: named.iter().filter(|(_, page)| page.is_some()).count(),
            scores: placed().count(),
            own: placed().filter(|placed| placed.basis == Some(Basis::SelfReported)).count(),
            basis: board.basis.map(Basis::as_str).unwrap_or_default(),
        }
    }
}

impl Ranking {
    fn of(
        viewer: Viewer<'_>,
        record: &Record,
        (board, rows): (&Leaderboard, &[Reading<'_>]),
        (id, column): (&Slug, &Column),
        beside: &[&Slug],
    ) -> Self {
        let better = column.better.unwrap_or(Better::Higher);
        let task = column.task.as_ref().map_or("", |task| task.as_str());
        let label = viewer.label("task", task);
        let lang = (label.language != viewer.language).then(|| label.language.to_owned());
        let unit = column.unit.as_ref().map(|unit| format!(" ({unit})")).unwrap_or_default();
        let metric = column.metric.as_ref().map_or("", Line::as_str);
        let data = column.dataset.as_ref().map(|data| data.0.as_str());
        let data = data.and_then(|data| viewer.catalog.get(KindId::Dataset, data));
        let placed = rank::placed(viewer, board, rows, id, better);
        let absent = rows.iter().filter(|row| {
            let has = |id: &Slug| row.row.scores.contains_key(id.as_str());
            !has(id) && beside.iter().any(|id| has(id))
        });
        let mut absent: Vec<Competitor> = absent.map(|row| row.who.clone()).collect();
        absent.sort_by_cached_key(|who| who.name.to_lowercase());
        Self {
            id: id.as_str().to_owned(),
            task: Said { text: label.text.to_owned(), lang },
            split: column.split.as_ref().map(ToString::to_string),
            metric: format!("{metric}{unit}"),
            better: better.as_str(),
            data: data.map(|data| Link { page: true, ..Link::new(data.label(), data.address()) }),
            note: column.note.as_ref().and_then(|note| viewer.said(note)),
            sources: sources(record, board, id),
            plot: Plot::of(&placed),
            sized: placed.iter().any(|ranked| ranked.placed.parameters.is_some()),
            placed: placed.into_iter().map(|ranked| ranked.placed).collect(),
            absent,
        }
    }
}

/// The sources that speak for this very column, else that of the leaderboard.
fn sources(record: &Record, board: &Leaderboard, id: &Slug) -> Vec<Link> {
    let route = format!("leaderboard.columns.{id}");
    let own = record.common.sources.iter();
    let own = own.filter(|source| source.fields.iter().any(|field| field.0 == route));
    let own: Vec<&Url> = own.filter_map(|source| source.url.as_ref()).collect();
    let all = if own.is_empty() { board.source.iter().collect() } else { own };
    all.into_iter().map(Link::document).collect()
}

fn read<'c>(viewer: Viewer<'c>, row: &'c Row) -> Reading<'c> {
    let id = row.model.as_ref().map(|model| model.0.as_str());
    let record = id.and_then(|id| viewer.catalog.get(KindId::Model, id));
    let name = record.map(|record| record.label().into_owned());
    // A model whose own file is wrong has no record, and its row stays.
    let name = name.or_else(|| row.label.as_ref().map(ToString::to_string));
    let name = name.or_else(|| id.map(str::to_owned)).unwrap_or_default();
    let printed = row.printed.as_ref().map(ToString::to_string);
    Reading {
        who: Competitor {
            page: record.map(Record::address),
            variant: row.variant.as_ref().map(ToString::to_string),
            printed: printed.filter(|printed| *printed != name),
            name,
        },
        size: record.and_then(|record| size(record, row)),
        row,
    }
}

/// The size of what was measured: that of the variant, where the row names one.
fn size<'c>(record: &'c Record, row: &Row) -> Option<&'c crate::value::Count> {
    let model = record.entry.model()?;
    match &row.variant {
        Some(variant) => model.variants.get(variant.as_str())?.parameters.as_ref(),
        None => model.parameters.as_ref().and_then(Reported::value),
    }
}
