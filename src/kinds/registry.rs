//! The registry of a list's fields: for each kind which there are, how they are read, shown, sorted and narrowed.

use std::sync::LazyLock;

use super::declared::{Declarations, Unused, placed};
use super::facet::{Facet, OWN, Values};
use super::own::Own;
use super::shown::{InLists, InTables, OnPage, Shown};
use super::{Common, KindId, ids};
use crate::read::{Field, Leaf, Record as _, leaves};
use crate::value::kept;
use crate::vocabulary::Vocabulary;

/// The fields of each kind, as one list has them.
#[derive(Debug, Clone)]
pub struct Registry {
    kinds: Vec<KindFields>,
    /// Whether all that the list declares could be read; else an unknown key may be one of its own.
    pub is_certain: bool,
}

/// The fields of a kind.
#[derive(Debug, Clone)]
pub struct KindFields {
    kind: KindId,
    /// Whether the list uses the kind.
    pub is_used: bool,
    /// The built-in keys that the list does not use.
    pub unused: Vec<&'static str>,
    /// Whether it has all built-in fields and no others.
    is_built_in: bool,
    /// The list's own fields, in the order of a file.
    pub own: Vec<&'static Own>,
    /// Sets of keys of which a listed entry has at least one.
    one_of: Vec<Vec<&'static str>>,
    /// The fields of an entry, in the order of a file: the name, what every kind has, its own, and the closing ones.
    pub fields: Vec<Field>,
    /// The kind's own fields that an entry may give or leave out.
    pub leaves: Vec<Leaf>,
    /// How fields are shown, in the order of an entry's page.
    pub shown: Vec<Shown>,
    /// What entries can be narrowed by, in the order in which pages show it.
    pub facets: Vec<Facet>,
    /// The facets by which entries that are alike are found, the most telling first.
    pub alike: Vec<&'static str>,
    /// The columns of a narrow table.
    pub narrow: Vec<&'static str>,
}

impl Registry {
    /// The fields of a list that declares none of its own.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Registry> = LazyLock::new(|| Registry {
            kinds: KindId::ALL.iter().copied().map(KindFields::built_in).collect(),
            is_certain: true,
        });
        &BUILT_IN
    }

    /// The fields of a list, by what it declares.
    #[must_use]
    pub fn new(unused: &Unused, declared: &Declarations, languages: &[String]) -> Self {
        let of = |kind: &KindId| KindFields {
            is_used: !unused.0.contains(kind),
            ..KindFields::declared(*kind, declared, languages)
        };
        Self { kinds: KindId::ALL.iter().map(of).collect(), is_certain: true }
    }

    /// The same, where all that the list declares could be read, or not.
    #[must_use]
    pub fn read_whole(self, is_certain: bool) -> Self {
        Self { is_certain, ..self }
    }

    /// Whether the list declares nothing: it has the built-in kinds and fields, and no others.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.kinds.iter().all(|of| of.is_used && of.is_built_in)
    }

    /// The kinds that the list uses, in the order in which it shows them.
    pub fn kinds(&self) -> impl Iterator<Item = KindId> {
        self.kinds.iter().filter(|of| of.is_used).map(|of| of.kind)
    }

    /// The sections of the vocabulary: those that every list can have, and those of its own fields.
    #[must_use]
    pub fn sections(&self) -> Vec<&'static str> {
        let mut sections = Vocabulary::SECTIONS.to_vec();
        // Behind the first one: what is special about a list comes early.
        let mut at = 1;
        for own in self.kinds.iter().flat_map(|of| &of.own).filter(|own| !own.section.is_empty()) {
            if !sections.contains(&own.section) {
                sections.insert(at.min(sections.len()), own.section);
                at += 1;
            }
        }
        sections
    }

    /// The list's own fields, each key once.
    #[must_use]
    pub fn own(&self) -> Vec<&'static Own> {
        let mut all: Vec<&'static Own> = Vec::new();
        for own in self.kinds.iter().flat_map(|of| &of.own) {
            if !all.iter().any(|known| known.key == own.key) {
                all.push(own);
            }
        }
        all
    }

    /// The fields of a kind.
    #[must_use]
    pub fn of(&self, kind: KindId) -> &KindFields {
        let built_in = || Self::built_in().of(kind);
        self.kinds.iter().find(|of| of.kind == kind).unwrap_or_else(built_in)
    }
}

impl Default for Registry {
    fn default() -> Self {
        Self::built_in().clone()
    }
}

impl KindFields {
    fn built_in(kind: KindId) -> Self {
        Self::declared(kind, &Declarations::default(), &[])
    }

    fn declared(kind: KindId, declared: &Declarations, languages: &[String]) -> Self {
        let is_on = |key: &str| !declared.off.contains(&(kind, key));
        let own: Vec<(&'static Own, Option<&'static str>)> = declared
            .own
            .iter()
            .filter(|(of, ..)| *of == kind)
            .map(|(_, own, after)| (*own, *after))
            .collect();
        let all = placed(kind.built_in_fields().to_vec(), &own);
        let of_kind: Vec<Field> = all.iter().filter(|field| is_on(field.key)).copied().collect();
        let (opening, closing) = Common::FIELDS.split_at(Common::OPENING);
        let (name, rest) = of_kind.split_at(1);
        let mut fields = [name, opening, rest, closing].concat();
        for field in fields.iter_mut().filter(|field| field.key == "ids") {
            field.how = ids::how_of(kind);
        }
        let own: Vec<&'static Own> = own.into_iter().map(|(own, _)| own).collect();
        let mut shown = shown_of(kind, &all, &own, languages);
        shown.retain(|shown| is_on(top(shown.key)));
        let mut facets = facets_of(kind, &all, &own);
        facets.retain(|facet| facet.route().is_none_or(|route| is_on(top(route))));
        let names = own.iter().filter_map(|own| Facet::own(own)).map(|facet| facet.name);
        let names: Vec<&'static str> = names.collect();
        let telling = own.iter().find(|own| own.facet.is_some());
        let telling: Vec<&'static str> = telling.into_iter().map(|own| own.key).collect();
        let with_own = |keys: &[&'static str], own: &[&'static str]| {
            let all = keys.iter().flat_map(|key| match *key {
                OWN => own.to_vec(),
                key => vec![key],
            });
            all.collect::<Vec<_>>()
        };
        let one_of = kind
            .built_in_one_of()
            .iter()
            .map(|set| set.iter().copied().filter(|key| is_on(key)).collect::<Vec<_>>());
        Self {
            kind,
            is_used: true,
            unused: declared
                .off
                .iter()
                .filter(|(of, _)| *of == kind)
                .map(|(_, key)| *key)
                .collect(),
            is_built_in: own.is_empty() && declared.off.iter().all(|(of, _)| *of != kind),
            one_of: one_of.filter(|set| !set.is_empty()).collect(),
            leaves: leaves(&of_kind),
            fields,
            shown,
            facets,
            alike: with_own(kind.built_in_alike(), &names),
            narrow: with_own(kind.built_in_narrow(), &telling),
            own,
        }
    }

    /// Sets of keys of which a listed entry has at least one.
    #[must_use]
    pub fn one_of(&self) -> Vec<&[&'static str]> {
        self.one_of.iter().map(Vec::as_slice).collect()
    }

    /// The place of a key in a file.
    #[must_use]
    pub fn place(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.key == key)
    }

    /// The columns of tables, those first that a table has where nobody chooses.
    #[must_use]
    pub fn columns(&self) -> Vec<(&Shown, InTables)> {
        let shown = self.shown.iter();
        let mut columns: Vec<_> =
            shown.filter_map(|shown| shown.tables.map(|tables| (shown, tables))).collect();
        columns.sort_by_key(|(_, tables)| tables.first.unwrap_or(u8::MAX));
        columns
    }

    /// The column of a name.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<&Shown> {
        self.shown.iter().find(|shown| shown.key == key && shown.tables.is_some())
    }

    /// The columns of the site's lists, those first that are shown at first.
    #[must_use]
    pub fn list_columns(&self) -> Vec<(&Shown, InLists)> {
        let shown = self.shown.iter();
        let mut columns: Vec<_> =
            shown.filter_map(|shown| shown.lists.map(|lists| (shown, lists))).collect();
        columns.sort_by_key(|(_, lists)| lists.first.unwrap_or(u8::MAX));
        columns
    }

    /// The facet of a name.
    #[must_use]
    pub fn facet(&self, name: &str) -> Option<&Facet> {
        self.facets.iter().find(|facet| facet.name == name)
    }
}

/// The key of an entry in which a route begins.
fn top(route: &str) -> &str {
    route.split('.').next().unwrap_or_default()
}

/// Whether what a route leads to stands before a field in a file.
fn is_before(all: &[Field], route: &str, own: &Own) -> bool {
    let place = |key: &str| all.iter().position(|field| field.key == key);
    place(top(route)).is_some_and(|at| Some(at) < place(own.key))
}

/// How the fields of a kind are shown: a list's own behind those that stand before them in a file.
fn shown_of(
    kind: KindId,
    all: &[Field],
    fields: &[&'static Own],
    languages: &[String],
) -> Vec<Shown> {
    let mut shown = kind.built_in_shown().to_vec();
    let first = |shown: &Shown| shown.lists.and_then(|lists| lists.first);
    let last = shown.iter().filter_map(first).max().unwrap_or(1);
    for own in fields.iter().copied() {
        let on_page = |shown: &Shown| shown.page != OnPage::No && is_before(all, shown.key, own);
        let at = shown.iter().rposition(on_page).map_or(0, |at| at + 1);
        shown.insert(at, Shown::own(own, heading(own, languages), last));
    }
    shown
}

/// What entries of a kind can be narrowed by, a list's own fields among them.
fn facets_of(kind: KindId, all: &[Field], fields: &[&'static Own]) -> Vec<Facet> {
    let mut facets = kind.built_in_facets().to_vec();
    for own in fields.iter().copied() {
        let Some(facet) = Facet::own(own) else { continue };
        // Sizes stand with what comes first, wherever their field does.
        let before = |facet: &Facet| {
            matches!(facet.values, Values::Size(_))
                || facet.route().is_some_and(|route| is_before(all, route, own))
        };
        let last = facets.len().saturating_sub(1);
        let at = facets.iter().rposition(before).map_or(last, |at| at + 1);
        facets.insert(at, facet);
    }
    facets
}

/// The label of a list's own field as the heading of a column, in the list's first language.
fn heading(own: &Own, languages: &[String]) -> &'static str {
    let first = languages.first().map_or("", String::as_str);
    own.label.in_language(first, languages).map_or(own.key, |label| kept(label.text))
}
