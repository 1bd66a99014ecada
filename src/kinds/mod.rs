//! The kinds of entries: one file each, and the one place that lists them.

mod challenge;
mod common;
mod dataset;
mod declared;
mod facet;
mod ids;
mod model;
mod own;
mod paper;
mod registry;
mod shown;

pub use challenge::{Challenge, Dates, Period, Winner};
pub use common::{Allow, Common, Disputed, Evidence, Reason, SourceKind, Status};
pub use dataset::{
    Basis, Better, Column, Dataset, DatasetLicence, DatasetLinks, DatasetType, Leaderboard, Row,
};
pub use declared::{Declaration, Declarations, Required, Show, Unused};
pub use facet::{Facet, Order, Values};
pub(crate) use ids::kinds_with;
pub use ids::{Identifier, Ids};
pub use model::{Model, ModelLicence, ModelLinks, NamedData, Training, TrainingData, Variant};
pub use own::{Given as OwnGiven, Own, OwnType, OwnValue, OwnValues};
pub use paper::{Paper, PaperDates, PaperType, Publication};
pub use registry::{KindFields, Registry};
pub use shown::{Content, FieldSource, InLists, InTables, Item, OnPage, Scaled, Shown, Sort};

use std::fmt;

use crate::read::{Field, Reader, Record};
use crate::value::{Date, Markdown, PaperRef, Summary, Url};
use crate::yaml::Node;

/// A kind of entry, as a type: what only its entries can answer. What a kind does not have, it leaves out.
pub trait Kind: Record {
    /// Which kind it is.
    const ID: KindId;
    /// The key of the name.
    const NAME: &'static str = "name";
    /// What an entry of this kind is to those that it names: a word of the theme.
    const NAMES_AS: &'static str;
    /// The facets by which entries that are alike are found, the most telling first.
    const ALIKE: &'static [&'static str] = &["task", "type", facet::OWN];
    /// The columns of a narrow table.
    const NARROW: &'static [&'static str];
    /// What its entries can be narrowed by, in the order in which pages show it.
    const FACETS: &'static [Facet];

    /// The name or title.
    fn name(&self) -> &str;

    /// What it is, in one line.
    fn summary(&self) -> Option<&Summary>;

    /// More about it.
    fn description(&self) -> Option<&Markdown> {
        None
    }

    /// The papers that it names.
    fn papers(&self) -> &[PaperRef] {
        &[]
    }

    /// The papers that introduce it, the main one first: the title of that one says what it is.
    fn introduced_by(&self) -> &[PaperRef] {
        &[]
    }

    /// Where a reader goes from its page.
    fn leads_to(&self) -> Vec<Item<'_>>;

    /// The dates of things that have happened, each with its route.
    fn past_dates(&self) -> Vec<(&'static str, &Date)> {
        Vec::new()
    }

    /// The date by which lists are sorted.
    fn shown_date(&self) -> Option<&Date>;

    /// Addresses that belong to this entry alone, each with its route. To share code, weights or data is usual.
    fn own_addresses(&self) -> Vec<(&'static str, &Url)> {
        Vec::new()
    }

    /// The other addresses at which the thing itself is found.
    fn shared_addresses(&self) -> Vec<&Url> {
        Vec::new()
    }

    /// Where its code is.
    fn code(&self) -> Option<&Url> {
        None
    }

    /// What it seldom shares with another entry that has the same paper: its route, what it is, and the address.
    fn origin(&self) -> Option<(&'static str, &'static str, &Url)> {
        None
    }

    /// The routes of the numbers that a reader will compare, so that they need a source.
    fn numbers(&self) -> Vec<String> {
        Vec::new()
    }

    /// What finds it beside its names, words, summary and papers.
    fn searched(&self) -> Vec<String> {
        Vec::new()
    }
}

macro_rules! kinds {
    ($($kind:ident $module:ident $folder:literal $noun:literal;)*) => {
        /// Which kind an entry is of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        #[serde(rename_all = "lowercase")]
        pub enum KindId { $(#[doc = concat!("A ", $noun, ".")] $kind,)* }

        /// An entry of any kind.
        #[derive(Debug, Clone)]
        pub enum Entry { $(#[doc = concat!("A ", $noun, ".")] $kind(Box<$kind>),)* }

        impl KindId {
            /// All kinds, in the order in which lists show them.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// The folder that holds the kind's entries, and its part of addresses.
            #[must_use]
            pub const fn folder(self) -> &'static str {
                match self { $(Self::$kind => $folder,)* }
            }

            /// The kind's noun.
            #[must_use]
            pub const fn noun(self) -> &'static str {
                match self { $(Self::$kind => $noun,)* }
            }

            /// How its built-in fields are shown, in the order of an entry's page.
            const fn built_in_shown(self) -> &'static [Shown] {
                match self { $(Self::$kind => $module::SHOWN,)* }
            }

            /// What it has beside what every kind has, the name first.
            const fn built_in_fields(self) -> &'static [Field] {
                match self { $(Self::$kind => $kind::FIELDS,)* }
            }

            const fn built_in_one_of(self) -> &'static [&'static [&'static str]] {
                match self { $(Self::$kind => $kind::ONE_OF,)* }
            }

            pub(crate) fn fill(self, node: &Node, reader: &mut Reader<'_>) -> Entry {
                match self { $(Self::$kind => Entry::$kind(Box::new($kind::fill(node, reader))),)* }
            }
        }

        impl Entry {
            /// Which kind it is.
            #[must_use]
            pub fn kind(&self) -> KindId {
                match self { $(Self::$kind(_) => KindId::$kind,)* }
            }

            $(
                #[doc = concat!("The ", $noun, ", if it is one.")]
                #[must_use]
                pub fn $module(&self) -> Option<&$kind> {
                    match self { Self::$kind(entry) => Some(entry), _ => None }
                }
            )*
        }

        /// Asks an entry what its kind answers.
        macro_rules! ask {
            ($entry:expr, $question:ident) => {
                match $entry { $(Entry::$kind(entry) => Kind::$question(entry.as_ref()),)* }
            };
        }

        impl KindId {
            /// The key of the name of an entry.
            #[must_use]
            pub const fn name_key(self) -> &'static str {
                match self { $(Self::$kind => <$kind as Kind>::NAME,)* }
            }

            /// What an entry is to those that it names.
            #[must_use]
            pub const fn names_as(self) -> &'static str {
                match self { $(Self::$kind => <$kind as Kind>::NAMES_AS,)* }
            }

            const fn built_in_alike(self) -> &'static [&'static str] {
                match self { $(Self::$kind => <$kind as Kind>::ALIKE,)* }
            }

            const fn built_in_facets(self) -> &'static [Facet] {
                match self { $(Self::$kind => <$kind as Kind>::FACETS,)* }
            }

            const fn built_in_narrow(self) -> &'static [&'static str] {
                match self { $(Self::$kind => <$kind as Kind>::NARROW,)* }
            }
        }
    };
}

kinds! {
    Model model "models" "model";
    Paper paper "papers" "paper";
    Dataset dataset "datasets" "dataset";
    Challenge challenge "challenges" "challenge";
}

impl KindId {
    /// The kind whose entries are in a folder.
    #[must_use]
    pub fn of_folder(folder: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.folder() == folder)
    }
}

impl KindId {
    /// Whether the program has a field of its own for the kind under a key.
    #[must_use]
    pub fn is_built_in(self, key: &str) -> bool {
        self.built_in_fields().iter().any(|field| field.key == key)
    }
}

impl fmt::Display for KindId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.noun())
    }
}

impl Entry {
    /// The name or title.
    #[must_use]
    pub fn name(&self) -> &str {
        ask!(self, name)
    }

    /// What it is, in one line.
    #[must_use]
    pub fn summary(&self) -> Option<&Summary> {
        ask!(self, summary)
    }

    /// More about it.
    #[must_use]
    pub fn description(&self) -> Option<&Markdown> {
        ask!(self, description)
    }

    /// The papers that it names.
    #[must_use]
    pub fn papers(&self) -> &[PaperRef] {
        ask!(self, papers)
    }

    /// The papers that introduce it, the main one first.
    #[must_use]
    pub fn introduced_by(&self) -> &[PaperRef] {
        ask!(self, introduced_by)
    }

    /// Where a reader goes from its page.
    #[must_use]
    pub fn leads_to(&self) -> Vec<Item<'_>> {
        ask!(self, leads_to)
    }

    /// The dates of things that have happened, each with its route; those of a challenge may lie ahead.
    #[must_use]
    pub fn past_dates(&self) -> Vec<(&'static str, &Date)> {
        ask!(self, past_dates)
    }

    /// The newest of its dates that have happened.
    #[must_use]
    pub fn newest_date(&self) -> Option<Date> {
        self.past_dates().into_iter().map(|(_, date)| *date).max()
    }

    /// The date by which lists are sorted.
    #[must_use]
    pub fn shown_date(&self) -> Option<&Date> {
        ask!(self, shown_date)
    }

    /// Addresses that belong to this entry alone, each with its route.
    #[must_use]
    pub fn own_addresses(&self) -> Vec<(&'static str, &Url)> {
        ask!(self, own_addresses)
    }

    /// Every address at which the thing itself is found.
    #[must_use]
    pub fn addresses(&self) -> Vec<&Url> {
        let own = self.own_addresses().into_iter().map(|(_, url)| url);
        own.chain(ask!(self, shared_addresses)).collect()
    }

    /// Where its code is.
    #[must_use]
    pub fn code(&self) -> Option<&Url> {
        ask!(self, code)
    }

    /// What it seldom shares with another entry that has the same paper: its route, what it is, and the address.
    #[must_use]
    pub fn origin(&self) -> Option<(&'static str, &'static str, &Url)> {
        ask!(self, origin)
    }

    /// The routes of the numbers that a reader will compare, so that they need a source.
    #[must_use]
    pub fn numbers(&self) -> Vec<String> {
        ask!(self, numbers)
    }

    /// What finds it beside its names, words, summary and papers.
    #[must_use]
    pub fn searched(&self) -> Vec<String> {
        ask!(self, searched)
    }

    /// Whether it is a paper that reviews the work of others.
    #[must_use]
    pub fn is_survey(&self) -> bool {
        self.paper().is_some_and(|paper| paper.paper_type() == PaperType::Survey)
    }
}
