//! What a line of README.md is made from: the entry, the setting or the line of a template that is to be edited instead.

use super::Material;
use super::readme::{PATH, TEMPLATE};
use crate::markdown::cell;
use crate::theme::default_template;
use crate::views::Overview;

/// Everything that a line can be made from.
#[derive(Debug)]
pub struct Origins<'m> {
    material: Material<'m>,
    /// The names of the entries as README.md writes them, each with the path of its file.
    entries: Vec<(String, &'m str)>,
    /// The texts of survey.yaml as README.md writes them.
    settings: Vec<String>,
}

impl<'m> Origins<'m> {
    /// The origins of a list's README.md.
    #[must_use]
    pub fn of(material: Material<'m>) -> Self {
        let viewer = material.viewer();
        let entries = material.catalog.records.iter().map(|record| {
            (cell::escape(record.name()), material.sources.file(record.file).path.as_str())
        });
        let overview = Overview::of(viewer);
        let readme = material.catalog.survey.readme.as_ref();
        let sections = readme.iter().flat_map(|readme| &readme.sections);
        let shown = sections.flat_map(|section| {
            let blocks = section.shows.iter().filter_map(|block| block.heading.as_ref());
            let texts = std::iter::once(&section.heading).chain(&section.intro).chain(blocks);
            texts.map(|text| viewer.joined(text)).collect::<Vec<_>>()
        });
        let settings = std::iter::once(overview.title).chain(overview.tagline).chain(shown);
        let settings = settings.map(|text| cell::inline(&text)).filter(|text| text.len() > 1);
        Self { entries: entries.collect(), settings: settings.collect(), material }
    }

    /// What to edit in place of a line; nothing where neither an entry nor a setting nor a template has it.
    #[must_use]
    pub fn line(&self, line: &str) -> Option<String> {
        let line = line.trim();
        if line.is_empty() {
            return None;
        }
        let entries = self.entries(line);
        if !entries.is_empty() {
            return Some(entries.join(" or "));
        }
        if let Some(own) = self.material.sources.find(TEMPLATE) {
            let text = self.material.sources.file(own).text();
            if let Some(at) = text.lines().position(|own| own.trim() == line) {
                return Some(format!("{TEMPLATE}:{}", at + 1));
            }
        }
        if self.settings.iter().any(|text| line.contains(text.as_str())) {
            return Some("entries/survey.yaml".to_owned());
        }
        let theme = default_template(PATH).unwrap_or_default();
        theme.lines().any(|own| own.trim() == line).then(|| {
            format!("listwright's own template, of which {TEMPLATE} can replace each block")
        })
    }

    /// The files of the entries that a row or an item of a list shows.
    fn entries(&self, line: &str) -> Vec<&'m str> {
        let of = |name: &str| -> Vec<&'m str> {
            let named = self.entries.iter().filter(|(own, _)| own == name);
            named.map(|(_, path)| *path).collect()
        };
        if let Some(row) = line.strip_prefix('|') {
            let first = row.split(" |").next().unwrap_or_default().trim();
            let of_row = of(text_of(first));
            if !of_row.is_empty() {
                return of_row;
            }
        }
        if !line.starts_with(['|', '-', '*', '+']) {
            return Vec::new();
        }
        let named = self.entries.iter().filter(|(name, _)| stands_in(name, line));
        named.max_by_key(|(name, _)| name.len()).map(|(longest, _)| of(longest)).unwrap_or_default()
    }
}

/// The text of a link, or the text itself.
fn text_of(cell: &str) -> &str {
    let text = cell.strip_prefix('[').and_then(|rest| rest.split_once("](")).map(|(text, _)| text);
    text.unwrap_or(cell)
}

/// Whether a name stands in a line, and is not a part of a longer word.
fn stands_in(name: &str, line: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + name.len()..).and_then(|after| after.chars().next());
        ![before, after].into_iter().flatten().any(|c| c.is_alphanumeric() || c == '-')
    })
}
