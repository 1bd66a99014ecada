//! The columns that a table can have, kind by kind: what each is called and how its cell is made.

use crate::catalog::Record;
use crate::config::View;
use crate::kinds::{Challenge, Dataset, Entry, KindId, Model, Paper};
use crate::read::Word;
use crate::value::{Line, Quantity, Summary};

use super::Viewer;
use super::cell::{Cell, Link, model_links, paper_link, paper_links};

/// The kind that a view shows.
#[must_use]
pub fn kind_of(view: View) -> KindId {
    match view {
        View::Models => KindId::Model,
        View::LatestPapers | View::Papers | View::Surveys => KindId::Paper,
        View::Datasets => KindId::Dataset,
        View::Challenges => KindId::Challenge,
    }
}

/// The columns that a view can show; empty where it is not a table.
#[must_use]
pub fn known(view: View) -> Vec<&'static str> {
    match view {
        View::LatestPapers => Vec::new(),
        View::Models | View::Papers | View::Surveys | View::Datasets | View::Challenges => {
            of_kind(kind_of(view)).iter().map(|(show, _)| *show).collect()
        }
    }
}

/// The columns of a kind with their usual headings, in their usual order.
#[must_use]
pub fn of_kind(kind: KindId) -> &'static [(&'static str, &'static str)] {
    match kind {
        KindId::Model => &[
            ("name", "Model"),
            ("released", "Released"),
            ("parameters", "Parameters"),
            ("architecture", "Architecture"),
            ("summary", "Summary"),
            ("papers", "Papers"),
            ("links", "Links"),
            ("category", "Category"),
            ("rna", "RNA"),
            ("paradigm", "Paradigm"),
            ("objective", "Objective"),
            ("tokenization", "Tokenization"),
            ("context", "Context"),
            ("training", "Training data"),
            ("licence", "Licence"),
        ],
        KindId::Paper => &[
            ("title", "Title"),
            ("authors", "Authors"),
            ("venue", "Venue"),
            ("date", "Date"),
            ("links", "Link"),
            ("summary", "Summary"),
        ],
        KindId::Dataset => &[
            ("name", "Name"),
            ("type", "Type"),
            ("released", "Released"),
            ("size", "Size"),
            ("tasks", "Tasks"),
            ("summary", "Summary"),
            ("licence", "Licence"),
            ("papers", "Papers"),
            ("links", "Links"),
        ],
        KindId::Challenge => &[
            ("name", "Challenge"),
            ("dates", "Dates"),
            ("organizer", "Organizer"),
            ("task", "Task"),
            ("metric", "Metric"),
            ("teams", "Teams"),
            ("prize", "Prize"),
            ("summary", "Summary"),
            ("links", "Link"),
        ],
    }
}

/// The columns that a view shows where the settings name none.
#[must_use]
pub fn usual(view: View) -> Vec<(&'static str, &'static str)> {
    let count = match view {
        View::LatestPapers => 0,
        View::Models => 7,
        View::Papers | View::Surveys => 5,
        View::Datasets | View::Challenges => 9,
    };
    of_kind(kind_of(view)).iter().take(count).copied().collect()
}

/// The cell of an entry in a column.
#[must_use]
pub fn cell(viewer: Viewer<'_>, record: &Record, column: &str) -> Cell {
    match &record.entry {
        // Authors and venue stand beside a title.
        _ if matches!(column, "name" | "title") && record.kind == KindId::Paper => {
            Cell { page: Some(record.address()), ..Cell::text(record.name()) }
        }
        _ if matches!(column, "name" | "title") => {
            Cell { page: Some(record.address()), ..Cell::text(record.label()) }
        }
        Entry::Model(model) => model_cell(viewer, model, column),
        Entry::Paper(paper) => paper_cell(viewer, paper, column),
        Entry::Dataset(dataset) => dataset_cell(viewer, dataset, column),
        Entry::Challenge(challenge) => challenge_cell(viewer, challenge, column),
    }
}

fn model_cell(viewer: Viewer<'_>, model: &Model, column: &str) -> Cell {
    let word = |section, word: Option<&str>| word_cell(viewer, section, word);
    match column {
        "released" => Cell::optional(model.released.as_ref().map(ToString::to_string)),
        "parameters" => Cell::reported(model.parameters.as_ref()),
        "architecture" => word("architecture", model.architecture.as_ref().map(Word::as_str)),
        "category" => word("category", model.category.as_ref().map(Word::as_str)),
        "paradigm" => word("paradigm", model.paradigm.as_ref().map(Word::as_str)),
        "objective" => word("objective", model.objective.as_ref().map(Word::as_str)),
        "tokenization" => word("tokenization", model.tokenization.as_ref().map(Word::as_str)),
        "rna" => words_cell(viewer, "rna", model.rna.iter().map(Word::as_str)),
        "summary" => summary(viewer, model.summary.as_ref()),
        "context" => Cell::reported(model.context.as_ref()),
        "training" => Cell::optional(
            model.training.as_ref().and_then(|training| quantities(viewer, &training.size)),
        ),
        "licence" => {
            let licence = model.licence.as_ref();
            let code = Cell::reported(licence.and_then(|licence| licence.code.as_ref()));
            let weights = Cell::reported(licence.and_then(|licence| licence.weights.as_ref()));
            let say =
                |cell: Cell| cell.text.or(cell.missing.map(str::to_owned)).unwrap_or_default();
            Cell::text(format!("code: {}; weights: {}", say(code), say(weights)))
        }
        "papers" => Cell::links(paper_links(viewer, &model.papers)),
        "links" => model.links.as_ref().map_or_else(Cell::not_recorded, model_links),
        _ => Cell::default(),
    }
}

fn paper_cell(viewer: Viewer<'_>, paper: &Paper, column: &str) -> Cell {
    match column {
        "authors" => Cell::optional(authors(paper)),
        "venue" => {
            let venue = paper.venue_short.as_ref().or(paper.venue.as_ref());
            Cell::optional(venue.map(Line::as_str))
        }
        "date" => {
            let first = paper.dates.as_ref().and_then(|dates| dates.first());
            Cell::optional(first.map(ToString::to_string))
        }
        "links" => Cell::links(paper_link(paper).into_iter().collect()),
        "summary" => summary(viewer, paper.summary.as_ref()),
        _ => Cell::default(),
    }
}

fn dataset_cell(viewer: Viewer<'_>, dataset: &Dataset, column: &str) -> Cell {
    match column {
        "type" => dataset
            .r#type
            .map_or_else(Cell::not_recorded, |of| Cell::word(of.as_str(), "facet.type")),
        "released" => Cell::optional(dataset.released.as_ref().map(ToString::to_string)),
        "size" => Cell::optional(quantities(viewer, &dataset.size)),
        "tasks" => words_cell(viewer, "task", dataset.tasks.iter().map(Word::as_str)),
        "summary" => summary(viewer, dataset.summary.as_ref()),
        "licence" => {
            Cell::reported(dataset.licence.as_ref().and_then(|licence| licence.data.as_ref()))
        }
        "papers" => Cell::links(paper_links(viewer, &dataset.papers)),
        "links" => {
            let links = dataset.links.as_ref();
            let named = links.map(|links| {
                [("Home", &links.home), ("Download", &links.download), ("Code", &links.code)]
            });
            let link = |(label, url): (&str, &Option<crate::value::Url>)| {
                url.as_ref().map(|url| Link::new(label, url.as_str()))
            };
            Cell::links(named.into_iter().flatten().filter_map(link).collect())
        }
        _ => Cell::default(),
    }
}

fn challenge_cell(viewer: Viewer<'_>, challenge: &Challenge, column: &str) -> Cell {
    match column {
        "dates" => Cell::optional(challenge.dates.as_ref().map(|dates| match dates.ends() {
            (Some(start), Some(end)) if start == end => start.to_string(),
            (Some(start), Some(end)) => format!("{start} – {end}"),
            (Some(start), None) => format!("{start} – …"),
            (None, Some(end)) => format!("… – {end}"),
            (None, None) => String::new(),
        })),
        "organizer" => Cell::optional(challenge.organizer.as_ref().map(Line::as_str)),
        "task" => word_cell(viewer, "task", challenge.task.as_ref().map(Word::as_str)),
        "metric" => Cell::optional(challenge.metric.as_ref().map(Line::as_str)),
        "teams" => Cell::optional(challenge.teams.as_ref().map(ToString::to_string)),
        "prize" => Cell::optional(challenge.prize.as_ref().map(Line::as_str)),
        "summary" => summary(viewer, challenge.summary.as_ref()),
        "links" => {
            let home = challenge.url.iter().map(|url| Link::new("Home", url.as_str()));
            Cell::links(home.collect())
        }
        _ => Cell::default(),
    }
}

fn word_cell(viewer: Viewer<'_>, section: &str, word: Option<&str>) -> Cell {
    words_cell(viewer, section, word.into_iter())
}

/// The labels of words.
pub(super) fn words_cell<'w>(
    viewer: Viewer<'_>,
    section: &str,
    words: impl Iterator<Item = &'w str>,
) -> Cell {
    let languages = &viewer.catalog.languages;
    let vocabulary = &viewer.catalog.vocabulary;
    let labels: Vec<String> = words
        .map(|word| vocabulary.label(section, word, viewer.language, languages).text.to_owned())
        .collect();
    if labels.is_empty() { Cell::not_recorded() } else { Cell::text(labels.join(", ")) }
}

/// The summary in the viewer's language, or in another one, marked as such.
fn summary(viewer: Viewer<'_>, summary: Option<&Summary>) -> Cell {
    let languages = &viewer.catalog.languages;
    match summary.and_then(|summary| summary.0.in_language(viewer.language, languages)) {
        None => Cell::not_recorded(),
        Some(found) => {
            let lang = (found.language != viewer.language).then(|| found.language.to_owned());
            Cell { lang, ..Cell::text(found.text) }
        }
    }
}

/// Quantities with the labels of their units.
#[must_use]
pub fn quantities(viewer: Viewer<'_>, quantities: &[Quantity]) -> Option<String> {
    let languages = &viewer.catalog.languages;
    let say = |quantity: &Quantity| {
        let unit =
            viewer.catalog.vocabulary.label("unit", quantity.unit(), viewer.language, languages);
        format!("{} {}", quantity.count(), unit.text)
    };
    let all: Vec<String> = quantities.iter().map(say).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// The authors in their order; that some are left out is said.
#[must_use]
pub fn authors(paper: &Paper) -> Option<String> {
    let names: Vec<String> = paper.authors.iter().map(ToString::to_string).collect();
    if names.is_empty() {
        return None;
    }
    let more = if paper.authors_complete == Some(false) { " et al." } else { "" };
    Some(names.join(", ") + more)
}
