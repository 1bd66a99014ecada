//! Every field of an entry as its page shows it: what is recorded, or why there is nothing, and what the value cannot say.

use serde::Serialize;

use super::entry::{RouteView, disputed};
use super::{Cell, Link, Said, Viewer, value};
use crate::catalog::Record;
use crate::kinds::{Evidence, Identifier, OnPage};
use crate::read::{Route, Word};
use crate::value::Text;

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
    for shown in
        viewer.catalog.of(record.kind).shown.iter().filter(|shown| shown.page != OnPage::No)
    {
        let content = record.content(shown);
        if shown.page == OnPage::Always || !content.is_empty() {
            let note = shown.noted(&record.entry, &record.own);
            fields.put(shown.key, value::cell(viewer, record, content), note);
        }
    }
    fields.common();
    fields.made
}

struct Fields<'v> {
    viewer: Viewer<'v>,
    record: &'v Record,
    made: Vec<FieldView>,
}

impl Fields<'_> {
    fn put(&mut self, key: &'static str, cell: Cell, note: Option<&Text>) {
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

    /// What every kind has.
    fn common(&mut self) {
        let (viewer, common) = (self.viewer, &self.record.common);
        let tags: Vec<&str> = common.tags.iter().map(Word::as_str).collect();
        if !tags.is_empty() {
            self.put("tags", value::labels(viewer, "tag", &tags, usize::MAX), None);
        }
        if let Some(ids) = &common.ids {
            let ids = ids.all(self.record.kind);
            let link = |id: &Identifier<'_>| Link::new(id.to_string(), &id.url);
            self.put("ids", Cell::links(ids.iter().map(link).collect()), None);
        }
        self.put("added", Cell::optional(common.added.as_ref().map(ToString::to_string)), None);
    }
}

/// Whether a route speaks for a field of the page, as a whole or for a part of it.
pub(super) fn touches(route: &Route, key: &str) -> bool {
    let part = route.0.strip_prefix(key);
    route.covers(key) || part.is_some_and(|rest| rest.starts_with(['.', '[']) || rest == "_note")
}
