//! What happened in the list, day by day, as its log and the entries' own `added` tell, and what happened last.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::news::Places;
use super::{Mention, Viewer};
use crate::catalog::Record;
use crate::changes::{EntryPath, FieldChange, StatusChange};
use crate::kinds::{KindId, Status};
use crate::read::{AsWritten, Section as _, Shape, shape_at};
use crate::value::Date;
use crate::vocabulary::LicenceName;

/// A day on which the list changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeView {
    /// The day.
    pub date: String,
    /// Entries that were added, kind by kind.
    pub added: Vec<RecentGroup>,
    /// Fields that changed.
    pub changed: Vec<FieldChangeView>,
    /// Entries whose status changed.
    pub status: Vec<StatusChangeView>,
}

/// A field that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChangeView {
    /// The entry.
    pub entry: Mention,
    /// The route of the field.
    pub field: String,
    /// What it was; nothing where nothing was recorded.
    pub from: Option<String>,
    /// What it is; nothing where nothing is recorded any more.
    pub to: Option<String>,
}

/// An entry whose status changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusChangeView {
    /// The entry.
    pub entry: Mention,
    /// What it was.
    pub from: &'static str,
    /// What it is.
    pub to: &'static str,
    /// The label of the reason.
    pub reason: Option<String>,
}

/// What happened on the last day on which anything did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recent {
    /// The day.
    pub date: String,
    /// What was added, kind by kind.
    pub added: Vec<RecentGroup>,
    /// How many entries have other values now.
    pub changed: usize,
    /// How many entries have another status now.
    pub status: usize,
}

/// Entries of a kind that were added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecentGroup {
    /// The kind's folder.
    pub folder: &'static str,
    /// How many there are.
    pub count: usize,
    /// The first of them: those of the log in its order, then by name.
    pub entries: Vec<Mention>,
}

/// What happened on a day.
#[derive(Default)]
struct Day<'c> {
    added: Vec<&'c Record>,
    changed: Vec<(&'c Record, &'c FieldChange)>,
    status: Vec<(&'c Record, &'c StatusChange)>,
}

/// Everything that happened, the newest day first.
fn days(viewer: Viewer<'_>) -> BTreeMap<Reverse<Date>, Day<'_>> {
    let catalog = viewer.catalog;
    let places = Places::of(viewer);
    let find = |path: &EntryPath| catalog.records.get(places.find(path)?);
    let mut days: BTreeMap<Reverse<Date>, Day<'_>> = BTreeMap::new();
    let mut told = BTreeSet::new();
    let mut once_listed = BTreeSet::new();
    for change in &catalog.changes {
        let Some(date) = change.date.map(crate::value::Day::date) else { continue };
        let day = days.entry(Reverse(date)).or_default();
        let with = |entry: &Option<EntryPath>| entry.as_ref().and_then(find);
        day.added.extend(change.added.iter().filter_map(find));
        day.changed.extend(change.changed.iter().filter_map(|of| Some((with(&of.entry)?, of))));
        day.status.extend(change.status.iter().filter_map(|of| Some((with(&of.entry)?, of))));
        told.extend(day.added.iter().map(|record| record.file));
        let left = day.status.iter().filter(|(_, of)| of.from == Some(Status::Listed));
        once_listed.extend(left.map(|(record, _)| record.file));
    }
    let mut own: Vec<&Record> = catalog
        .records
        .iter()
        .filter(|record| record.is_listed() || once_listed.contains(&record.file))
        .filter(|record| !told.contains(&record.file))
        .collect();
    own.sort_by_cached_key(|record| (record.name().to_lowercase(), record.address()));
    for record in own {
        if let Some(date) = record.common.added {
            days.entry(Reverse(date)).or_default().added.push(record);
        }
    }
    days
}

/// What happened in the list, the newest day first.
#[must_use]
pub fn changes(viewer: Viewer<'_>) -> Vec<ChangeView> {
    days(viewer).into_iter().map(|(Reverse(date), day)| view(viewer, date, &day)).collect()
}

/// A value of the log as readers know it: words of the vocabulary by their labels. One that the vocabulary has no more
/// stays as it was written, as the log is history.
#[must_use]
pub fn value_in_words(viewer: Viewer<'_>, kind: KindId, field: &str, value: &AsWritten) -> String {
    let section = match shape_at(field, &viewer.catalog.of(kind).fields) {
        Some(Shape::Word(section)) => section,
        Some(Shape::Licence) => LicenceName::NAME,
        Some(Shape::List(item)) => match *item {
            Shape::Word(section) => section,
            _ => return value.0.clone(),
        },
        _ => return value.0.clone(),
    };
    let (vocabulary, languages) = (&viewer.catalog.vocabulary, &viewer.catalog.languages);
    let label = |word| vocabulary.label(section, word, viewer.language, languages).text;
    value.0.split(", ").map(label).collect::<Vec<_>>().join(", ")
}

fn view(viewer: Viewer<'_>, date: Date, day: &Day<'_>) -> ChangeView {
    let changed = day.changed.iter().map(|(record, of)| {
        let field = of.field.as_str();
        let said = |value: &AsWritten| value_in_words(viewer, record.kind, field, value);
        FieldChangeView {
            entry: Mention::of(record),
            field: field.to_owned(),
            from: of.from.as_ref().map(said),
            to: of.to.as_ref().map(said),
        }
    });
    let status = day.status.iter().filter_map(|(record, of)| {
        let languages = &viewer.catalog.languages;
        let label = |code: &str| {
            let words = &viewer.catalog.vocabulary;
            words.label("reason", code, viewer.language, languages).text.to_owned()
        };
        Some(StatusChangeView {
            entry: Mention::of(record),
            from: of.from?.as_str(),
            to: of.to?.as_str(),
            reason: of.reason.as_ref().map(|reason| label(reason.as_str())),
        })
    });
    ChangeView {
        date: date.to_string(),
        added: groups(&day.added, usize::MAX),
        changed: changed.collect(),
        status: status.collect(),
    }
}

impl Recent {
    /// What is new, with at most so many names of each kind.
    #[must_use]
    pub fn of(viewer: Viewer<'_>, most: usize) -> Option<Self> {
        days(viewer).into_iter().find_map(|(Reverse(date), day)| {
            let listed = day.added.into_iter().filter(|record| record.is_listed());
            let added = groups(&listed.collect::<Vec<_>>(), most);
            let mut changed: Vec<_> = day.changed.iter().map(|(record, _)| record.file).collect();
            changed.sort_unstable();
            changed.dedup();
            let (changed, status) = (changed.len(), day.status.len());
            let is_news = !added.is_empty() || changed + status > 0;
            is_news.then(|| Self { date: date.to_string(), added, changed, status })
        })
    }
}

fn groups(records: &[&Record], most: usize) -> Vec<RecentGroup> {
    let group = |kind: &KindId| {
        let of_kind: Vec<&&Record> = records.iter().filter(|record| record.kind == *kind).collect();
        RecentGroup {
            folder: kind.folder(),
            count: of_kind.len(),
            entries: of_kind.iter().take(most).map(|record| Mention::of(record)).collect(),
        }
    };
    KindId::ALL.iter().map(group).filter(|group| group.count > 0).collect()
}
