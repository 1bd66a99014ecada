//! What is new in the list, as feeds tell it: entries that were added, and entries that changed, day by day.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Viewer;
use super::facets::{self, FacetValue};
use crate::catalog::Record;
use crate::changes::{EntryPath, FieldChange, StatusChange};
use crate::kinds::{KindId, Registry};
use crate::value::{Date, Day};

/// What happened to the entries, the newest first; on one day, additions before changes.
#[derive(Debug)]
pub struct News<'c> {
    registry: &'c Registry,
    items: Vec<Item<'c>>,
    /// The items of each record, by its position in the catalog.
    by_record: BTreeMap<usize, Vec<usize>>,
}

/// What happened to one entry on one day.
#[derive(Debug)]
pub struct Item<'c> {
    /// The day.
    pub date: Date,
    /// The moment of the day, in seconds. Readers of feeds sort by it, and the list knows days only: the last item of a
    /// day has its first second, the one before it the next, and so on.
    pub second: usize,
    /// The entry.
    pub record: &'c Record,
    /// What happened.
    pub what: Happened<'c>,
}

/// What happened to an entry.
#[derive(Debug)]
pub enum Happened<'c> {
    /// It came into the list.
    Added,
    /// Values, or its status, are others now.
    Changed {
        /// The fields.
        fields: Vec<&'c FieldChange>,
        /// The status.
        status: Option<&'c StatusChange>,
    },
}

/// The entries that a feed follows.
#[derive(Debug, Clone, Copy)]
pub enum Channel<'c> {
    /// All of them.
    All,
    /// Those of a kind.
    Kind(KindId),
    /// The papers that review the work of others.
    Surveys,
    /// Those that share a value of a facet, named by the facet.
    Facet(&'static str, &'c FacetValue),
}

const LAST_SECOND: usize = 24 * 60 * 60 - 1;

impl<'c> News<'c> {
    /// What happened to the entries of a list.
    #[must_use]
    pub fn of(viewer: Viewer<'c>) -> Self {
        let catalog = viewer.catalog;
        let places = Places::of(viewer);
        let mut added: BTreeMap<usize, Date> = BTreeMap::new();
        let mut changed: BTreeMap<(usize, Reverse<Date>), Happened<'c>> = BTreeMap::new();
        for change in &catalog.changes {
            let Some(date) = change.date.map(Day::date) else { continue };
            for at in change.added.iter().filter_map(|path| places.find(path)) {
                added.entry(at).and_modify(|known| *known = date.min(*known)).or_insert(date);
            }
            for field in &change.changed {
                let at = field.entry.as_ref().and_then(|path| places.find(path));
                // What is not listed is never shown as a fact.
                let listed = |at: &usize| catalog.records.get(*at).is_some_and(Record::is_listed);
                if let Some(at) = at.filter(listed) {
                    let happened = changed.entry((at, Reverse(date))).or_insert_with(nothing);
                    if let Happened::Changed { fields, .. } = happened {
                        fields.push(field);
                    }
                }
            }
            for of in &change.status {
                if let Some(at) = of.entry.as_ref().and_then(|path| places.find(path)) {
                    let happened = changed.entry((at, Reverse(date))).or_insert_with(nothing);
                    if let Happened::Changed { status, .. } = happened {
                        *status = Some(of);
                    }
                }
            }
        }
        let mut found: Vec<(usize, Item<'c>)> = Vec::new();
        for (at, record) in catalog.records.iter().enumerate() {
            let date = record.common.added.or_else(|| added.get(&at).copied());
            if let Some(date) = date.filter(|_| record.is_listed()) {
                found.push((at, Item { date, second: 0, record, what: Happened::Added }));
            }
        }
        for ((at, Reverse(date)), what) in changed {
            if let Some(record) = catalog.records.get(at) {
                found.push((at, Item { date, second: 0, record, what }));
            }
        }
        found.sort_by_cached_key(|(at, item)| {
            let is_change = matches!(item.what, Happened::Changed { .. });
            let name = item.record.name().to_lowercase();
            (Reverse(item.date.earliest()), is_change, item.record.kind, name, *at)
        });
        Self::ordered(&catalog.registry, found)
    }

    fn ordered(registry: &'c Registry, found: Vec<(usize, Item<'c>)>) -> Self {
        let mut by_record: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, (at, _)) in found.iter().enumerate() {
            by_record.entry(*at).or_default().push(place);
        }
        let mut items: Vec<Item<'c>> = found.into_iter().map(|(_, item)| item).collect();
        for day in items.chunk_by_mut(|one, other| one.date.earliest() == other.date.earliest()) {
            for (second, item) in day.iter_mut().rev().enumerate() {
                item.second = second.min(LAST_SECOND);
            }
        }
        Self { registry, items, by_record }
    }

    /// Whether anything happened to the entries that a feed follows.
    #[must_use]
    pub fn has(&self, channel: Channel<'_>) -> bool {
        match channel {
            Channel::All => !self.items.is_empty(),
            Channel::Kind(kind) => self.items.iter().any(|item| item.record.kind == kind),
            Channel::Surveys => self.items.iter().any(|item| is_survey(item.record)),
            Channel::Facet(_, value) => {
                value.records.iter().any(|at| self.by_record.contains_key(at))
            }
        }
    }

    /// The newest items of a feed, at most so many.
    #[must_use]
    pub fn newest(&self, channel: Channel<'_>, most: usize) -> Vec<&Item<'c>> {
        let all = self.items.iter();
        match channel {
            Channel::All => all.take(most).collect(),
            Channel::Kind(kind) => all.filter(|item| item.record.kind == kind).take(most).collect(),
            Channel::Surveys => all.filter(|item| is_survey(item.record)).take(most).collect(),
            Channel::Facet(name, value) => {
                let listed = value.records.iter().filter_map(|at| self.by_record.get(at));
                // Whoever follows a word hears of entries that leave the list, too.
                let gone = self.items.iter().enumerate().filter(|(_, item)| {
                    !item.record.is_listed() && facets::has(self.registry, item.record, name, value)
                });
                let mut places: Vec<usize> = listed.flatten().copied().collect();
                places.extend(gone.map(|(place, _)| place));
                places.sort_unstable();
                places.iter().take(most).filter_map(|place| self.items.get(*place)).collect()
            }
        }
    }
}

fn nothing<'c>() -> Happened<'c> {
    Happened::Changed { fields: Vec::new(), status: None }
}

fn is_survey(record: &Record) -> bool {
    record.entry.is_survey()
}

/// The entries that a log speaks of: those that are there, and those that had another id then.
pub(super) struct Places<'c> {
    viewer: Viewer<'c>,
    former: BTreeMap<(KindId, &'c str), usize>,
}

impl<'c> Places<'c> {
    pub(super) fn of(viewer: Viewer<'c>) -> Self {
        let mut former = BTreeMap::new();
        for (at, record) in viewer.catalog.records.iter().enumerate() {
            for id in &record.common.former_ids {
                former.insert((record.kind, id.as_str()), at);
            }
        }
        Self { viewer, former }
    }

    pub(super) fn find(&self, path: &EntryPath) -> Option<usize> {
        let id = path.id.as_str();
        let now = self.viewer.catalog.position(path.kind, id);
        now.or_else(|| self.former.get(&(path.kind, id)).copied())
    }
}
