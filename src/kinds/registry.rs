//! The registry of a list's fields: for each kind which there are, how they are read, shown, sorted and narrowed.

use std::sync::LazyLock;

use super::facet::Facet;
use super::shown::{InLists, InTables, Shown};
use super::{Common, KindId, ids};
use crate::read::{Field, Leaf, Record as _, leaves};

/// The fields of each kind, as one list has them.
#[derive(Debug, Clone)]
pub struct Registry {
    kinds: Vec<KindFields>,
}

/// The fields of a kind.
#[derive(Debug, Clone)]
pub struct KindFields {
    kind: KindId,
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
        });
        &BUILT_IN
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
        let (opening, closing) = Common::FIELDS.split_at(Common::OPENING);
        let (name, own) = kind.built_in_fields().split_at(1);
        let mut fields = [name, opening, own, closing].concat();
        for field in fields.iter_mut().filter(|field| field.key == "ids") {
            field.how = ids::how_of(kind);
        }
        Self {
            kind,
            leaves: leaves(kind.built_in_fields()),
            fields,
            shown: kind.built_in_shown().to_vec(),
            facets: kind.built_in_facets().to_vec(),
            alike: kind.built_in_alike().to_vec(),
            narrow: kind.built_in_narrow().to_vec(),
        }
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
