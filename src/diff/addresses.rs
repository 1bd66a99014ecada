//! What readers may keep, addresses of entries, their data and words, and the ids in feeds: which of it would be lost.

use std::collections::{BTreeMap, BTreeSet};

use super::{Changes, State};
use crate::diag::Diag;
use crate::kinds::KindId;
use crate::render::{Material, Options, Site};
use crate::source::Sources;
use crate::theme::Theme;
use crate::value::Id;
use crate::views::facets;

/// What an address is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// An entry, with its data.
    Entry,
    /// A word of the vocabulary.
    Word,
    /// Everything in a language.
    Language,
    /// The id by which feeds and citations know an entry.
    First,
    /// A file that cannot be read, so that nothing can be said of its addresses.
    Unread,
}

/// An address that would lead nowhere, or that cannot be judged.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dead {
    /// What it is of.
    pub what: Lost,
    /// The address from the root of the site, or the path of the file.
    pub address: String,
    /// The entry, the word or the language, the line that keeps the first id, or what is wrong with the file.
    pub of: String,
    /// How many files of the site would be gone.
    pub files: usize,
}

/// What would lead nowhere in the second state.
pub fn dead(before: &State, after: &State, changes: &Changes) -> Result<Vec<Dead>, Box<Diag>> {
    let (old, new) = (paths(before)?, paths(after)?);
    let languages: BTreeSet<&str> =
        after.examined.catalog.languages.iter().map(String::as_str).collect();
    let mut found: BTreeMap<(Lost, String, String), usize> = BTreeMap::new();
    for path in old.difference(&new) {
        let first = path.split('/').next().unwrap_or_default();
        // The first language has no folder of its own.
        let others = before.examined.catalog.languages.get(1..).unwrap_or_default();
        if others.iter().any(|language| language == first) {
            if !languages.contains(first) {
                let key = (Lost::Language, format!("{first}/"), first.to_owned());
                *found.entry(key).or_default() += 1;
            }
            // What else is gone there is gone in the first language, too.
            continue;
        }
        if let Some(key) = meant(path, before, after) {
            *found.entry(key).or_default() += 1;
        }
    }
    let mut dead: Vec<Dead> = found
        .into_iter()
        .map(|((what, address, of), files)| Dead { what, address, of, files })
        .collect();
    dead.extend(first_ids(before, after, changes));
    for file in &changes.unreadable.1 {
        let (address, of) = (file.path.clone(), file.first.clone());
        dead.push(Dead { what: Lost::Unread, address, of, files: 0 });
    }
    dead.sort();
    Ok(dead)
}

/// Entries whose first id is another one: each would come again as new in the feeds, and be cited by another key.
fn first_ids(before: &State, after: &State, changes: &Changes) -> Vec<Dead> {
    let (old, new) = (&before.examined.catalog, &after.examined.catalog);
    let mut found = Vec::new();
    for record in &old.records {
        let id = record.id.as_str();
        let renamed = changes.renamed.iter().filter(|renamed| !renamed.took_in);
        let mut renamed =
            renamed.filter(|renamed| renamed.entry.kind == record.kind && renamed.from == id);
        let now = match renamed.next() {
            // Its old address leads nowhere, which is said already.
            Some(renamed) if !renamed.noted => continue,
            Some(renamed) => renamed.entry.id.as_str(),
            None => id,
        };
        let Some(heir) = new.position(record.kind, now).and_then(|at| new.records.get(at)) else {
            continue;
        };
        let first = record.first_id();
        if first == heir.first_id() {
            continue;
        }
        let others = heir.common.former_ids.iter().filter(|id| *id != first);
        let ids: Vec<&str> = std::iter::once(first).chain(others).map(Id::as_str).collect();
        found.push(Dead {
            what: Lost::First,
            address: after.sources.file(heir.file).path.clone(),
            of: format!("former_ids: [{}]", ids.join(", ")),
            files: 0,
        });
    }
    found
}

/// Every path of the site that is made from a state with the theme of this program.
fn paths(state: &State) -> Result<BTreeSet<String>, Box<Diag>> {
    let catalog = &state.examined.catalog;
    if catalog.languages.is_empty() || catalog.files.is_empty() {
        return Ok(BTreeSet::new());
    }
    // Templates of the list change no address.
    let theme = Theme::new(&Sources::default())?;
    let material = Material {
        catalog,
        graph: &state.examined.graph,
        sources: &state.sources,
        theme: &theme,
        options: &Options::default(),
    };
    let site = Site::new(material);
    Ok(site.outputs(&[]).into_iter().map(|output| output.path).collect())
}

/// What a path of the old site belongs to, if it is one that has to live on.
fn meant(path: &str, before: &State, after: &State) -> Option<(Lost, String, String)> {
    let bare = path.strip_prefix("data/v1/").unwrap_or(path);
    let (folder, rest) = bare.split_once('/')?;
    let (kind, rest) = match KindId::of_folder(folder) {
        Some(kind) => (kind, rest),
        // The board of a benchmark is as much its address as its page.
        None if folder == "leaderboards" => (KindId::Dataset, rest),
        None => return None,
    };
    let parts: Vec<&str> = rest.split('/').collect();
    match parts.as_slice() {
        [facet, value, ..] if *value != "index.html" => {
            let value = value.split('.').next().unwrap_or(value);
            let section = facets::section(before.examined.catalog.of(kind), facet)?;
            // A word that no entry uses now has no page; it comes back with the next entry that uses it.
            let is_there = after.examined.catalog.vocabulary.has(section, value);
            let address = format!("{folder}/{facet}/{value}/");
            (!is_there).then(|| (Lost::Word, address, format!("{section}: {value}")))
        }
        [name, ..] => {
            let id = name.split('.').next().unwrap_or(name);
            let is_entry = before.examined.catalog.records.iter().any(|record| {
                let former = record.common.former_ids.iter().any(|former| former.as_str() == id);
                record.kind == kind && (record.id.as_str() == id || former)
            });
            // An entry with errors has a file: it is named as one that cannot be read.
            let is_there = after.examined.catalog.has_file(kind, id);
            let address = format!("{}/{id}/", kind.folder());
            let is_dead = is_entry && !is_there;
            is_dead.then(|| (Lost::Entry, address, format!("{} {id}", kind.noun())))
        }
        [] => None,
    }
}
