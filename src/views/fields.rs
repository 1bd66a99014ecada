//! Every field of an entry as its page shows it: what is recorded, or why there is nothing, and what the value cannot say.

use serde::Serialize;

use super::cell::{Link, paper_links};
use super::entry::{RouteView, disputed};
use super::{Cell, Said, Viewer, columns};
use crate::catalog::Record;
use crate::kinds::{
    Challenge, Dataset, Entry, Evidence, Identifier, KindId, Model, ModelLinks, Paper, Publication,
    TrainingData,
};
use crate::read::{Either, Ref, Route, Word};
use crate::value::{Arxiv, Date, Doi, Line, Locator, Reported, Text, Url};

/// A field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldView {
    /// The route of the field, by which the theme knows its label.
    pub key: &'static str,
    /// What is recorded.
    pub cell: Cell,
    /// What the value cannot say.
    pub note: Option<Said>,
    /// The numbers of the sources that speak for it.
    pub sources: Vec<usize>,
    /// What other sources say.
    pub disputed: Vec<RouteView>,
}

/// The fields of an entry, in the order of its page.
#[must_use]
pub(super) fn of(viewer: Viewer<'_>, record: &Record) -> Vec<FieldView> {
    let mut fields = Fields { viewer, record, made: Vec::new() };
    match &record.entry {
        Entry::Model(model) => fields.model(model),
        Entry::Paper(paper) => fields.paper(paper),
        Entry::Dataset(dataset) => fields.dataset(dataset),
        Entry::Challenge(challenge) => fields.challenge(challenge),
    }
    let tags = record.common.tags.iter().map(Word::as_str);
    if !record.common.tags.is_empty() {
        fields.put("tags", columns::words_cell(viewer, "tag", tags));
    }
    if let Some(ids) = &record.common.ids {
        let ids = ids.all(record.kind);
        let link = |id: &Identifier<'_>| Link::new(format!("{} {}", id.register, id.text), &id.url);
        fields.put("ids", Cell::links(ids.iter().map(link).collect()));
    }
    fields.put("added", date(record.common.added.as_ref()));
    fields.made
}

struct Fields<'v> {
    viewer: Viewer<'v>,
    record: &'v Record,
    made: Vec<FieldView>,
}

impl Fields<'_> {
    fn put(&mut self, key: &'static str, cell: Cell) {
        self.noted(key, cell, None);
    }

    fn noted(&mut self, key: &'static str, cell: Cell, note: Option<&Text>) {
        let note = note.and_then(|note| self.viewer.said(note));
        let sources = self.record.common.sources.iter().enumerate();
        let speaks = |source: &Evidence| source.fields.iter().any(|route| touches(route, key));
        self.made.push(FieldView {
            key,
            cell,
            note,
            sources: sources.filter(|(_, source)| speaks(source)).map(|(at, _)| at + 1).collect(),
            disputed: disputed(self.viewer, self.record, |route| touches(route, key)),
        });
    }

    /// A field that is also a column of tables.
    fn column(&mut self, key: &'static str, note: Option<&Text>) {
        let cell = columns::cell(self.viewer, self.record, key);
        self.noted(key, cell, note);
    }

    fn model(&mut self, model: &Model) {
        self.column("released", None);
        self.column("category", model.category_note.as_ref());
        self.column("rna", model.rna_note.as_ref());
        self.column("paradigm", model.paradigm_note.as_ref());
        self.column("architecture", model.architecture_note.as_ref());
        self.column("parameters", model.parameters_note.as_ref());
        self.column("objective", model.objective_note.as_ref());
        self.column("tokenization", model.tokenization_note.as_ref());
        self.column("context", model.context_note.as_ref());
        let training = model.training.as_ref();
        let data = training.map_or(&[][..], |training| &training.datasets);
        self.put("training.datasets", training_data(self.viewer, data));
        let size = training.and_then(|training| columns::quantities(self.viewer, &training.size));
        self.noted(
            "training.size",
            Cell::optional(size),
            training.and_then(|training| training.note.as_ref()),
        );
        let licence = model.licence.as_ref();
        self.put("licence.code", Cell::reported(licence.and_then(|licence| licence.code.as_ref())));
        let weights = Cell::reported(licence.and_then(|licence| licence.weights.as_ref()));
        self.noted("licence.weights", weights, licence.and_then(|licence| licence.note.as_ref()));
        self.column("papers", None);
        self.model_links(model.links.as_ref());
    }

    fn model_links(&mut self, links: Option<&ModelLinks>) {
        let reported =
            |address: Option<&Reported<Url>>| match address.map(|of| (of.value(), of.state())) {
                Some((Some(url), _)) => Cell::links(vec![Link::short(url)]),
                Some((None, state)) => Cell { missing: state, ..Cell::default() },
                None => Cell::not_recorded(),
            };
        self.put("links.code", reported(links.and_then(|links| links.code.as_ref())));
        self.put("links.weights", reported(links.and_then(|links| links.weights.as_ref())));
        let Some(links) = links else { return };
        for (key, url) in
            [("links.home", &links.home), ("links.demo", &links.demo), ("links.docs", &links.docs)]
        {
            if let Some(url) = url {
                self.put(key, Cell::links(vec![Link::short(url)]));
            }
        }
        if !links.conversions.is_empty() {
            let conversions = links.conversions.iter().map(Link::short).collect();
            self.put("links.conversions", Cell::links(conversions));
        }
    }

    fn paper(&mut self, paper: &Paper) {
        self.put("type", Cell::word(paper.paper_type().as_str(), "facet.type"));
        self.column("authors", None);
        self.put("venue", line(paper.venue.as_ref().or(paper.venue_short.as_ref())));
        let part = |part: &Option<Locator>| part.as_ref().map(|part| Cell::text(part.as_str()));
        for (key, cell) in [
            ("volume", part(&paper.volume)),
            ("issue", part(&paper.issue)),
            ("pages", part(&paper.pages)),
        ] {
            if let Some(cell) = cell {
                self.put(key, cell);
            }
        }
        let publication = paper.publication.map(Publication::as_str);
        self.put(
            "publication",
            publication.map_or_else(Cell::not_recorded, |word| Cell::word(word, "publication")),
        );
        let dates = paper.dates.as_ref();
        self.put("dates.preprint", date(dates.and_then(|dates| dates.preprint.as_ref())));
        self.put("dates.published", date(dates.and_then(|dates| dates.published.as_ref())));
        let doi = |doi: &Doi| Link::new(doi.as_str(), doi.url());
        self.put("doi", Cell::links(paper.doi.iter().map(doi).collect()));
        if paper.preprint_doi.is_some() {
            self.put("preprint_doi", Cell::links(paper.preprint_doi.iter().map(doi).collect()));
        }
        let arxiv = |arxiv: &Arxiv| Link::new(arxiv.to_string(), arxiv.url());
        self.put("arxiv", Cell::links(paper.arxiv.iter().map(arxiv).collect()));
        self.put("url", addresses(paper.url.as_ref()));
        if paper.pdf.is_some() {
            self.put("pdf", addresses(paper.pdf.as_ref()));
        }
        if let Some(category) = &paper.category {
            let word = std::iter::once(category.as_str());
            self.put("category", columns::words_cell(self.viewer, "category", word));
        }
        if !paper.datasets.is_empty() {
            self.put("datasets", entries(self.viewer, KindId::Dataset, &paper.datasets));
        }
    }

    fn dataset(&mut self, dataset: &Dataset) {
        self.column("type", None);
        self.column("tasks", None);
        self.column("size", None);
        let organisms = dataset.organisms.as_ref().and_then(|text| self.viewer.catalog_text(text));
        self.put("organisms", Cell::optional(organisms));
        let molecules = dataset.molecules.iter().map(Word::as_str);
        self.put("molecules", columns::words_cell(self.viewer, "rna", molecules));
        self.column("released", None);
        self.put("version", Cell::optional(dataset.version.as_ref().map(Locator::as_str)));
        let licence = dataset.licence.as_ref();
        let data = Cell::reported(licence.and_then(|licence| licence.data.as_ref()));
        self.noted("licence.data", data, licence.and_then(|licence| licence.note.as_ref()));
        if let Some(mirror) = licence.and_then(|licence| licence.mirror.as_ref()) {
            self.put("licence.mirror", Cell::reported(Some(mirror)));
        }
        self.column("papers", None);
        self.column("links", None);
    }

    fn challenge(&mut self, challenge: &Challenge) {
        self.column("dates", None);
        if challenge.ongoing == Some(true) {
            self.put("ongoing", Cell::word("ongoing", "state"));
        }
        self.column("organizer", None);
        self.put("host", line(challenge.host.as_ref()));
        self.column("task", challenge.task_note.as_ref());
        self.column("metric", None);
        self.column("prize", None);
        self.column("teams", None);
        if !challenge.winners.is_empty() {
            self.put("winners", winners(challenge));
        }
        if !challenge.datasets.is_empty() {
            self.put("datasets", entries(self.viewer, KindId::Dataset, &challenge.datasets));
        }
        self.put("papers", Cell::links(paper_links(self.viewer, &challenge.papers)));
        self.column("links", None);
    }
}

/// Whether a route speaks for a field of the page, as a whole or for a part of it.
pub(super) fn touches(route: &Route, key: &str) -> bool {
    let part = route.0.strip_prefix(key);
    route.covers(key) || part.is_some_and(|rest| rest.starts_with(['.', '[']) || rest == "_note")
}

fn date(date: Option<&Date>) -> Cell {
    Cell::optional(date.map(ToString::to_string))
}

fn line(line: Option<&Line>) -> Cell {
    Cell::optional(line.map(Line::as_str))
}

fn addresses(url: Option<&Url>) -> Cell {
    Cell::links(url.map(Link::short).into_iter().collect())
}

/// Data that has entries as links, the rest by name.
fn training_data(viewer: Viewer<'_>, data: &[TrainingData]) -> Cell {
    let mut cell = Cell::default();
    let mut names = Vec::new();
    for item in data {
        match item {
            Either::Short(reference) => {
                cell.links.extend(entry(viewer, KindId::Dataset, reference.0.as_str()));
            }
            Either::Long(data) => {
                let note = data.note.as_ref().and_then(|note| viewer.catalog_text(note));
                let note = note.map(|note| format!(" ({note})")).unwrap_or_default();
                names.push(format!("{}{note}", data.name));
            }
        }
    }
    cell.text = (!names.is_empty()).then(|| names.join(", "));
    if cell.text.is_none() && cell.links.is_empty() { Cell::not_recorded() } else { cell }
}

fn entries<K>(viewer: Viewer<'_>, kind: KindId, references: &[Ref<K>]) -> Cell {
    Cell::links(
        references
            .iter()
            .filter_map(|reference| entry(viewer, kind, reference.0.as_str()))
            .collect(),
    )
}

fn entry(viewer: Viewer<'_>, kind: KindId, id: &str) -> Option<Link> {
    let record = viewer.catalog.get(kind, id)?;
    Some(Link { page: true, ..Link::new(record.label(), record.address()) })
}

fn winners(challenge: &Challenge) -> Cell {
    let mut cell = Cell::default();
    let mut names = Vec::new();
    for winner in &challenge.winners {
        let name = format!("{}. {}", winner.rank.unwrap_or(1), winner.name);
        match &winner.url {
            Some(url) => cell.links.push(Link::new(name, url.as_str())),
            None => names.push(name),
        }
    }
    cell.text = (!names.is_empty()).then(|| names.join(", "));
    cell
}
