//! The results of a model across benchmarks, each with its rank in its own column.

use serde::Serialize;

use super::{BoardLine, Boards, Link, Placed, Said};

/// The results of a model on a benchmark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Results {
    /// The benchmark and its leaderboard.
    pub board: BoardLine,
    /// The task, where all scores are of the same.
    pub task: Option<Said>,
    /// Whether all scores stand in the same place with the same note, so that it is said once.
    pub one_source: bool,
    /// The scores, in the order of the leaderboard's columns.
    pub lines: Vec<ResultLine>,
}

/// A score of a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResultLine {
    /// The column's name, which makes the anchor of its ranking.
    pub column: String,
    /// The task.
    pub task: Said,
    /// Whether the split is what tells it from the model's other scores on the benchmark.
    pub by_split: bool,
    /// The split of the data.
    pub split: Option<String>,
    /// The metric, with its unit.
    pub metric: String,
    /// Which of two scores is the better one.
    pub better: &'static str,
    /// The score in its place.
    pub placed: Placed,
    /// How many scores the column has.
    pub of: usize,
    /// Where the score stands.
    pub sources: Vec<Link>,
}

impl Results {
    /// The results of the model at an address, benchmark by benchmark.
    #[must_use]
    pub fn of(boards: &Boards, page: &str) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for (board, ranking, placed) in boards.scores_of(page) {
            let line = ResultLine {
                column: ranking.id.clone(),
                task: ranking.task.clone(),
                by_split: false,
                split: ranking.split.clone(),
                metric: ranking.metric.clone(),
                better: ranking.better,
                of: ranking.placed.len(),
                sources: placed
                    .source
                    .clone()
                    .map_or_else(|| ranking.sources.clone(), |own| vec![own]),
                placed: placed.clone(),
            };
            match all.last_mut().filter(|last| last.board.id == board.about.id) {
                Some(last) => last.lines.push(line),
                None => all.push(Self {
                    board: board.about.clone(),
                    task: None,
                    one_source: false,
                    lines: vec![line],
                }),
            }
        }
        all.iter_mut().for_each(Self::say_once);
        all
    }

    /// Takes out of the lines what all of them say.
    fn say_once(&mut self) {
        let Some((first, others)) = self.lines.split_first() else { return };
        let all = |same: &dyn Fn(&ResultLine) -> bool| others.iter().all(same);
        let by_split = all(&|line| line.task == first.task)
            && self.lines.iter().all(|line| line.split.is_some());
        self.one_source = all(&|line| {
            line.sources == first.sources
                && line.placed.basis == first.placed.basis
                && line.placed.note == first.placed.note
        });
        self.task = by_split.then(|| first.task.clone());
        self.lines.iter_mut().for_each(|line| line.by_split = by_split);
    }
}
