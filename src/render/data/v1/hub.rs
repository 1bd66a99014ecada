//! `data/v1/models/<id>.eval_results.yaml`: the scores of a model as the repositories of models on Hugging Face hold them.

use super::evaluation::source;
use crate::catalog::Record;
use crate::kinds::{Basis, Entry, KindId, Leaderboard, Row};
use crate::render::Material;
use crate::value::{Line, Registered as _, Score, Slug};
use crate::yaml::quoted;

/// A score that has its place on Hugging Face.
struct Placed<'a> {
    /// The repository of the benchmark.
    repository: &'a str,
    /// The id of the task there.
    task: &'a Line,
    record: &'a Record,
    board: &'a Leaderboard,
    row: &'a Row,
    column: &'a Slug,
    score: &'a Score,
}

/// The scores of a model on benchmarks whose repository on Hugging Face is known, in columns whose task there is known.
/// Without these two a score has no place there, and neither is guessed.
fn placed<'a>(material: Material<'a>, model: &'a Record) -> impl Iterator<Item = Placed<'a>> {
    let boards = material.catalog.listed(KindId::Dataset).filter_map(|record| {
        let Entry::Dataset(dataset) = &record.entry else { return None };
        let ids = record.common.ids.as_ref()?;
        Some((record, dataset.leaderboard.as_ref()?, ids.huggingface.as_ref()?.as_str()))
    });
    boards.flat_map(move |(record, board, repository)| {
        let is_of_model =
            |row: &&Row| row.model.as_ref().is_some_and(|of| of.0.as_str() == model.id.as_str());
        board.rows.iter().filter(is_of_model).flat_map(move |row| {
            row.scores.iter().filter_map(move |(column, score)| {
                let task = board.columns.get(column.as_str())?.huggingface_task.as_ref()?;
                Some(Placed { repository, task, record, board, row, column, score })
            })
        })
    })
}

/// Whether a model has such a score.
#[must_use]
pub fn has_eval_results(material: Material<'_>, model: &Record) -> bool {
    model.kind == KindId::Model && placed(material, model).next().is_some()
}

/// The file for `.eval_results/` in the repository of a model.
#[must_use]
pub fn eval_results(material: Material<'_>, model: &Record) -> Vec<u8> {
    let mut text = String::new();
    for placed in placed(material, model) {
        let Placed { repository, task, record, board, row, column, score } = &placed;
        let (repository, task) = (quoted(repository), quoted(task.as_str()));
        text.extend(["- dataset:\n    id: ", &repository, "\n    task_id: ", &task]);
        text.extend(["\n  value: ", &score.value().to_string(), "\n"]);
        if let Some(url) = source(record, board, row, column) {
            let (url, name) = (quoted(url.as_str()), quoted(&record.label()));
            text.extend(["  source:\n    url: ", &url, "\n    name: ", &name, "\n"]);
        }
        text.extend(["  notes: ", &quoted(&placed.notes(material)), "\n"]);
    }
    text.into_bytes()
}

impl Placed<'_> {
    /// What the format has no keys for, above all who reports the score.
    fn notes(&self, material: Material<'_>) -> String {
        let Self { board, row, column, score, .. } = self;
        let about = board.columns.get(column.as_str());
        let unit = about.and_then(|about| about.unit.as_ref());
        let unit = unit.map(|unit| format!(" ({unit})")).unwrap_or_default();
        let basis = row.basis.or(board.basis).map(|basis| match basis {
            Basis::Reported => "reported by a third party",
            Basis::SelfReported => "reported by the authors of the model",
            Basis::Computed => "computed from published values",
        });
        let note = row.note.as_ref().and_then(|note| material.viewer().text(note));
        let notes = [
            row.variant.as_ref().map(|variant| format!("variant {variant}")),
            about.and_then(|about| about.metric.as_ref()).map(|metric| format!("{metric}{unit}")),
            about.and_then(|about| about.split.as_ref()).map(ToString::to_string),
            score.spread().map(|_| score.to_string()),
            basis.map(str::to_owned),
            note.map(|note| note.text.to_owned()),
        ];
        notes.into_iter().flatten().collect::<Vec<String>>().join(", ")
    }
}
