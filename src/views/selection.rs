//! Entries that are chosen by their kind and by what they share: the same facets and values as on the pages of the site.

use std::collections::{BTreeMap, BTreeSet};

use super::Viewer;
use super::facets::{FacetView, address_part, facets};
use crate::catalog::Record;
use crate::kinds::{KindId, Registry};
use crate::value::nearest;

/// Entries that are chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// Their kinds, in the order in which lists show them.
    pub kinds: Vec<KindId>,
    /// The positions of the listed ones in the catalog, newest first, kind by kind.
    pub listed: Vec<usize>,
    /// Whether entries that are not listed belong to it too: they do unless something they share is asked for.
    pub any_status: bool,
}

/// How many words a message lists.
const MOST_WORDS: usize = 40;

impl Selection {
    /// The entries of a kind, or of all, that have what is asked for: one of the values of each facet that is named.
    ///
    /// # Errors
    ///
    /// A sentence where nothing has such a facet or such a value, with those that there are.
    pub fn of(
        viewer: Viewer<'_>,
        kind: Option<KindId>,
        wanted: &[(String, String)],
    ) -> Result<Self, String> {
        let registry = &viewer.catalog.registry;
        let asked: Vec<KindId> = kind.map_or_else(|| registry.kinds().collect(), |kind| vec![kind]);
        let mut by_facet: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (name, value) in wanted {
            by_facet.entry(name).or_default().insert(address_part(value));
        }
        for name in by_facet.keys() {
            known_facet(registry, name, &asked, kind)?;
        }
        let views: Vec<(KindId, Vec<FacetView>)> = asked
            .iter()
            .filter(|kind| by_facet.keys().all(|name| has_facet(registry, **kind, name)))
            .map(|kind| (*kind, facets(viewer, *kind)))
            .collect();
        if views.is_empty() {
            return Err(nothing_has_all(registry, by_facet.keys().copied()));
        }
        for (name, value) in wanted {
            known_value(name, value, &views)?;
        }
        let mut selection =
            Self { kinds: Vec::new(), listed: Vec::new(), any_status: wanted.is_empty() };
        for (kind, views) in &views {
            let chosen: Vec<BTreeSet<usize>> = by_facet
                .iter()
                .map(|(name, values)| {
                    let view = views.iter().filter(|view| view.name == *name);
                    let fit = view.flat_map(|view| &view.values);
                    let fit = fit.filter(|value| values.contains(&value.value));
                    fit.flat_map(|value| value.records.iter().copied()).collect()
                })
                .collect();
            let newest = viewer.newest_first(*kind).into_iter();
            let positions =
                newest.filter_map(|record| viewer.catalog.position(*kind, record.id.as_str()));
            let found: Vec<usize> =
                positions.filter(|at| chosen.iter().all(|of| of.contains(at))).collect();
            if wanted.is_empty() || !found.is_empty() {
                selection.kinds.push(*kind);
                selection.listed.extend(found);
            }
        }
        Ok(selection)
    }

    /// Whether it is the whole list.
    #[must_use]
    pub fn is_everything(&self, viewer: Viewer<'_>) -> bool {
        self.any_status && viewer.catalog.kinds().eq(self.kinds.iter().copied())
    }

    /// The listed entries.
    #[must_use]
    pub fn records<'c>(&self, viewer: Viewer<'c>) -> Vec<&'c Record> {
        self.listed.iter().filter_map(|at| viewer.catalog.records.get(*at)).collect()
    }

    /// The positions of all entries, in the order of the catalog.
    #[must_use]
    pub fn positions(&self, viewer: Viewer<'_>) -> BTreeSet<usize> {
        if !self.any_status {
            return self.listed.iter().copied().collect();
        }
        let records = viewer.catalog.records.iter().enumerate();
        let of_kinds = records.filter(|(_, record)| self.kinds.contains(&record.kind));
        of_kinds.map(|(at, _)| at).collect()
    }

    /// Its one kind.
    ///
    /// # Errors
    ///
    /// A sentence that says what to type where there are several.
    pub fn kind(&self, what: &str) -> Result<KindId, String> {
        match self.kinds.as_slice() {
            [kind] => Ok(*kind),
            kinds => {
                let all = KindId::ALL;
                let kinds = if kinds.is_empty() { all } else { kinds };
                let options = kinds.iter().map(|kind| format!("`--kind {}`", kind.noun()));
                let options = options.collect::<Vec<_>>().join(" or ");
                Err(format!("{what} holds entries of one kind: add {options}"))
            }
        }
    }
}

fn has_facet(registry: &Registry, kind: KindId, name: &str) -> bool {
    registry.of(kind).facet(name).is_some()
}

/// A facet that a kind has, among those that are asked for.
fn known_facet(
    registry: &Registry,
    name: &str,
    kinds: &[KindId],
    kind: Option<KindId>,
) -> Result<(), String> {
    if kinds.iter().any(|kind| has_facet(registry, *kind, name)) {
        return Ok(());
    }
    let names: BTreeSet<&str> =
        kinds.iter().flat_map(|kind| &registry.of(*kind).facets).map(|facet| facet.name).collect();
    let who = kind.map_or("entries".to_owned(), |kind| kind.folder().to_owned());
    let meant = nearest(name, names.iter().copied());
    let meant = meant.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    let all: Vec<&str> = names.into_iter().collect();
    Err(format!("{who} cannot be chosen by `{name}`: {meant}there are {}", all.join(", ")))
}

fn nothing_has_all<'n>(registry: &Registry, names: impl Iterator<Item = &'n str>) -> String {
    let one = |name: &str| {
        let kinds = KindId::ALL.iter().filter(|kind| has_facet(registry, **kind, name));
        let kinds = kinds.map(|kind| kind.folder()).collect::<Vec<_>>().join(", ");
        format!("`{name}` is of {kinds}")
    };
    let names = names.map(one).collect::<Vec<_>>().join("; ");
    format!("no kind of entry can be chosen by all of these: {names}")
}

/// A value that a listed entry has in a facet.
fn known_value(name: &str, value: &str, views: &[(KindId, Vec<FacetView>)]) -> Result<(), String> {
    let all = views.iter().flat_map(|(_, views)| views).filter(|view| view.name == name);
    let values: BTreeSet<&str> =
        all.flat_map(|view| &view.values).map(|value| value.value.as_str()).collect();
    if values.contains(address_part(value).as_str()) {
        return Ok(());
    }
    let kinds = views.iter().map(|(kind, _)| kind.folder()).collect::<Vec<_>>().join(" or ");
    let meant = nearest(value, values.iter().copied());
    let meant = meant.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    let more = if values.len() > MOST_WORDS { ", …" } else { "" };
    let all: Vec<&str> = values.into_iter().take(MOST_WORDS).collect();
    let there = if all.is_empty() {
        format!("no listed entry has a `{name}`")
    } else {
        format!("there are {}{more}", all.join(", "))
    };
    Err(format!("none of the listed {kinds} has `{name}={value}`: {meant}{there}"))
}
