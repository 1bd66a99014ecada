//! The kinds of entries: one file each, and the one place that lists them.

mod challenge;
mod common;
mod dataset;
mod ids;
mod model;
mod paper;
mod shown;

pub use challenge::{Challenge, Dates, Period, Winner};
pub use common::{Allow, Common, Disputed, Evidence, Reason, SourceKind, Status};
pub use dataset::{
    Basis, Better, Column, Dataset, DatasetLicence, DatasetLinks, DatasetType, Leaderboard, Row,
};
pub(crate) use ids::kinds_with;
pub use ids::{Identifier, Ids};
pub use model::{Model, ModelLicence, ModelLinks, NamedData, Training, TrainingData, Variant};
pub use paper::{Paper, PaperDates, PaperType, Publication};
pub use shown::{Content, InLists, InTables, Item, OnPage, Scaled, Shown, Sort};

use std::fmt;
use std::sync::LazyLock;

use crate::read::{Field, Leaf, Reader, Record, leaves};
use crate::value::{Date, PaperRef, Url};
use crate::yaml::Node;

/// A kind of entry, as a type.
pub trait Kind: Record {
    /// Which kind it is.
    const ID: KindId;

    /// The name or title.
    fn name(&self) -> &str;
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

            /// How its fields are shown, in the order of an entry's page.
            pub fn shown(self) -> impl Iterator<Item = &'static Shown> {
                match self { $(Self::$kind => $module::SHOWN,)* }.iter()
            }

            fn own_fields(self) -> &'static [Field] {
                match self { $(Self::$kind => $kind::FIELDS,)* }
            }

            /// Sets of keys of which a listed entry has at least one.
            #[must_use]
            pub fn one_of(self) -> &'static [&'static [&'static str]] {
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

            /// The name or title.
            #[must_use]
            pub fn name(&self) -> &str {
                match self { $(Self::$kind(entry) => Kind::name(entry.as_ref()),)* }
            }
        }

        $(impl Kind for $kind {
            const ID: KindId = KindId::$kind;

            fn name(&self) -> &str {
                self.title_line().as_str()
            }
        })*
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

    /// The kind's own fields that an entry may give or leave out.
    #[must_use]
    pub fn leaves(self) -> &'static [Leaf] {
        static LEAVES: LazyLock<Vec<Vec<Leaf>>> =
            LazyLock::new(|| KindId::ALL.iter().map(|kind| leaves(kind.own_fields())).collect());
        let at = Self::ALL.iter().position(|kind| *kind == self);
        at.and_then(|at| LEAVES.get(at)).map_or(&[], Vec::as_slice)
    }

    /// The fields of an entry, in the order of a file: the name, what every kind has, its own, and the closing ones.
    #[must_use]
    pub fn fields(self) -> Vec<Field> {
        let (opening, closing) = Common::FIELDS.split_at(Common::OPENING);
        let (name, own) = self.own_fields().split_at(1);
        let mut fields = [name, opening, own, closing].concat();
        for field in fields.iter_mut().filter(|field| field.key == "ids") {
            field.shape = ids::shape_of(self);
        }
        fields
    }
}

impl fmt::Display for KindId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.noun())
    }
}

impl Entry {
    /// The dates of things that have happened, each with its route; those of a challenge may lie ahead.
    #[must_use]
    pub fn past_dates(&self) -> Vec<(&'static str, &Date)> {
        let mut dates = Vec::new();
        match self {
            Self::Model(model) => {
                dates.extend(model.released.iter().map(|date| ("released", date)));
            }
            Self::Dataset(dataset) => {
                dates.extend(dataset.released.iter().map(|date| ("released", date)));
            }
            Self::Paper(paper) => {
                if let Some(given) = &paper.dates {
                    dates.extend(given.preprint.iter().map(|date| ("dates.preprint", date)));
                    dates.extend(given.published.iter().map(|date| ("dates.published", date)));
                }
            }
            Self::Challenge(_) => {}
        }
        dates
    }

    /// The newest of its dates that have happened.
    #[must_use]
    pub fn newest_date(&self) -> Option<Date> {
        self.past_dates().into_iter().map(|(_, date)| *date).max()
    }

    /// The date by which lists are sorted.
    #[must_use]
    pub fn shown_date(&self) -> Option<&Date> {
        match self {
            Self::Model(model) => model.released.as_ref(),
            Self::Dataset(dataset) => dataset.released.as_ref(),
            Self::Paper(paper) => paper.dates.as_ref().and_then(PaperDates::first),
            Self::Challenge(challenge) => {
                let (start, end) = challenge.dates.as_ref().map_or((None, None), Dates::ends);
                end.or(start)
            }
        }
    }

    /// The papers that it names, with the key under which they stand.
    #[must_use]
    pub fn papers(&self) -> &[PaperRef] {
        match self {
            Self::Model(model) => &model.papers,
            Self::Dataset(dataset) => &dataset.papers,
            Self::Challenge(challenge) => &challenge.papers,
            Self::Paper(_) => &[],
        }
    }

    /// Addresses that belong to this entry alone, each with its route. To share code, weights or data is usual.
    #[must_use]
    pub fn own_addresses(&self) -> Vec<(&'static str, &Url)> {
        let urls = match self {
            Self::Paper(paper) => [("url", paper.url.as_ref()), ("pdf", paper.pdf.as_ref())],
            Self::Challenge(challenge) => [("url", challenge.url.as_ref()), ("", None)],
            Self::Model(_) | Self::Dataset(_) => [("", None), ("", None)],
        };
        urls.into_iter().filter_map(|(route, url)| url.map(|url| (route, url))).collect()
    }

    /// Every address at which the thing itself is found.
    #[must_use]
    pub fn addresses(&self) -> Vec<&Url> {
        let mut urls: Vec<&Url> = self.own_addresses().into_iter().map(|(_, url)| url).collect();
        match self {
            Self::Model(model) => {
                urls.extend(model.variants.values().filter_map(|variant| variant.weights.as_ref()));
                if let Some(links) = &model.links {
                    let reported = [&links.code, &links.weights].into_iter().flatten();
                    urls.extend(reported.filter_map(|url| url.value()));
                    urls.extend([&links.home, &links.demo].into_iter().flatten());
                    urls.extend(&links.conversions);
                }
            }
            Self::Dataset(dataset) => {
                if let Some(links) = &dataset.links {
                    urls.extend([&links.home, &links.download, &links.code].into_iter().flatten());
                }
            }
            Self::Paper(_) | Self::Challenge(_) => {}
        }
        urls
    }
}
