//! The latest papers, newest first, in groups by the category of the models they introduce.

use serde::Serialize;

use super::block::chosen;
use super::cell::paper_link;
use super::facets::facets;
use super::{Link, Viewer};
use crate::catalog::Record;
use crate::config::{Block, View, Where};
use crate::kinds::{KindId, Model, Paper};

/// The latest papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LatestPapers {
    /// The groups that have a paper.
    pub groups: Vec<PaperGroup>,
    /// The date of the list.
    pub updated: Option<String>,
    /// How many papers there are in all.
    pub total: usize,
    /// How many of them are not shown.
    pub left_out: usize,
    /// The site's page with all papers, from its root.
    pub page: String,
    /// The folder of their files.
    pub folder: &'static str,
}

/// Papers of a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperGroup {
    /// The category, or nothing for papers without one.
    pub category: String,
    /// The heading.
    pub heading: String,
    /// The papers, newest first.
    pub papers: Vec<PaperLine>,
}

/// A paper in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperLine {
    /// The entry's id.
    pub id: String,
    /// The models it introduces, where the title does not begin with their name.
    pub models: Vec<String>,
    /// The title as it is printed.
    pub title: String,
    /// Where to read it.
    pub link: Option<Link>,
}

impl LatestPapers {
    /// The papers that are not surveys, at most so many.
    #[must_use]
    pub fn of(viewer: Viewer<'_>, block: Option<&Block>, most: Option<usize>) -> Self {
        let own = block.and_then(|block| block.rows).map(|rows| rows as usize);
        let most = own.unwrap_or(usize::MAX).min(most.unwrap_or(usize::MAX));
        let none = Where::default();
        let wanted = block.map_or(&none, |block| &block.chosen);
        let facets = if wanted.0.is_empty() { Vec::new() } else { facets(viewer, KindId::Paper) };
        let papers: Vec<(&Record, &Paper)> = chosen(viewer, View::LatestPapers, wanted, &facets)
            .into_iter()
            .filter_map(|record| Some((record, record.entry.paper()?)))
            .collect();
        let total = papers.len();
        let mut groups = named_groups(viewer, block);
        for (record, paper) in papers.into_iter().take(most) {
            let models = models_of(viewer, record);
            let category = category(paper, &models);
            let line = line(record, paper, &models);
            match groups.iter_mut().find(|group| group.category == category) {
                Some(group) => group.papers.push(line),
                None => groups.push(PaperGroup {
                    heading: heading(viewer, &category),
                    category,
                    papers: vec![line],
                }),
            }
        }
        groups.retain(|group| !group.papers.is_empty());
        Self {
            groups,
            updated: viewer.catalog.as_of.as_ref().map(ToString::to_string),
            total,
            left_out: total.saturating_sub(most),
            page: format!("{}/", KindId::Paper.folder()),
            folder: KindId::Paper.folder(),
        }
    }
}

fn named_groups(viewer: Viewer<'_>, block: Option<&Block>) -> Vec<PaperGroup> {
    let own = block.map_or(&[][..], |block| &block.groups);
    let group = |group: &crate::config::Group| {
        Some(PaperGroup {
            category: group.category.as_ref()?.as_str().to_owned(),
            heading: viewer.joined(&group.heading),
            papers: Vec::new(),
        })
    };
    own.iter().filter_map(group).collect()
}

fn heading(viewer: Viewer<'_>, category: &str) -> String {
    if category.is_empty() {
        return "Other".to_owned();
    }
    let languages = &viewer.catalog.languages;
    viewer
        .catalog
        .vocabulary
        .label("category", category, viewer.language, languages)
        .text
        .to_owned()
}

/// The listed models that name a paper first among theirs.
pub(super) fn models_of<'c>(viewer: Viewer<'c>, record: &Record) -> Vec<(&'c Record, &'c Model)> {
    let Some(at) = viewer.catalog.position(record.kind, record.id.as_str()) else {
        return Vec::new();
    };
    let named_by = viewer.graph.named_by.get(at).map_or(&[][..], Vec::as_slice);
    let introduces = |edge: &&super::super::resolve::Edge| edge.route == "papers[0]";
    let model = |edge: &super::super::resolve::Edge| {
        let from = viewer.catalog.records.get(edge.record).filter(|record| record.is_listed())?;
        from.entry.model().map(|model| (from, model))
    };
    named_by.iter().filter(introduces).filter_map(model).collect()
}

pub(super) fn category(paper: &Paper, models: &[(&Record, &Model)]) -> String {
    let shown = models
        .first()
        .and_then(|(_, model)| model.readme_group.as_ref().or(model.category.as_ref()));
    shown.or(paper.category.as_ref()).map(|word| word.as_str().to_owned()).unwrap_or_default()
}

fn line(record: &Record, paper: &Paper, models: &[(&Record, &Model)]) -> PaperLine {
    let title = paper.title.as_str();
    let begins = |name: &str| {
        let rest = title.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name));
        rest.is_some()
            && !title.get(name.len()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    };
    let names = models.iter().map(|(_, model)| model.name.as_str()).filter(|name| !begins(name));
    PaperLine {
        id: record.id.as_str().to_owned(),
        models: names.map(str::to_owned).collect(),
        title: title.to_owned(),
        link: paper_link(paper),
    }
}
