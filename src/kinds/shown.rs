//! How the fields of entries are shown: a line for each, which every view walks.

use std::borrow::Cow;

use super::own::{Own, OwnType, OwnValues};
use super::{Dataset, Entry, KindId};
use crate::read::Ref;
use crate::value::{
    Count, Date, Licence, Number, PaperRef, Quantity, Reported, Summary, Text, Url,
};

/// What an entry has in a field, whatever the field is.
#[derive(Debug, Clone)]
pub enum Content<'e> {
    /// Nothing: it is not recorded.
    Nothing,
    /// A word for why there is nothing.
    State(&'static str),
    /// The name or title of the entry itself.
    Name,
    /// A text in one language, as it stands.
    Line(Cow<'e, str>),
    /// A text in the languages of the list.
    Text(&'e Text),
    /// Words of a section of the vocabulary.
    Words {
        /// The section.
        section: &'static str,
        /// The words.
        words: Vec<&'e str>,
    },
    /// A word that the theme has labels for.
    Choice {
        /// The group of the labels.
        group: &'static str,
        /// The word.
        word: &'static str,
    },
    /// A date.
    Date(&'e Date),
    /// The first and the last day.
    Period(Option<&'e Date>, Option<&'e Date>),
    /// A number of things.
    Count(&'e Count),
    /// A plain number with its unit.
    Number {
        /// The number.
        number: &'e Number,
        /// The unit.
        unit: Option<&'static str>,
    },
    /// Amounts with their units.
    Quantities(&'e [Quantity]),
    /// Several things, each with a name or an address.
    Items(Vec<Item<'e>>),
    /// The venue of the first of the papers that has an entry.
    VenueOf(&'e [PaperRef]),
    /// The paper itself, by the address that a reader wants first.
    Paper,
    /// How many entries name this one.
    Uses,
    /// Whether it is ahead, open or over on the date of the list.
    Progress {
        /// The first and the last day.
        dates: (Option<&'e Date>, Option<&'e Date>),
        /// Whether it runs without an end.
        ongoing: bool,
    },
}

/// One of several things in a field.
#[derive(Debug, Clone)]
pub enum Item<'e> {
    /// An address that is shown itself.
    Address(&'e Url),
    /// An address that is shown by a label.
    Labelled(Cow<'e, str>, Cow<'e, str>),
    /// An entry of the list, by its id.
    Entry(KindId, &'e str),
    /// A paper.
    Paper(&'e PaperRef),
    /// The first of the papers, labelled as a paper.
    FirstPaper(&'e [PaperRef]),
    /// The paper itself, labelled as a paper.
    Itself,
    /// A name without an address.
    Named(Cow<'e, str>, Option<&'e Text>),
}

/// When the page of an entry has a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnPage {
    /// Never.
    No,
    /// Also where nothing is recorded.
    Always,
    /// Where something is.
    WhereGiven,
}

/// How the rows of a list are sorted by a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// As numbers.
    Number,
    /// As dates.
    Date,
    /// As texts.
    Text,
    /// Not at all.
    No,
}

impl Sort {
    /// The name by which the theme knows it.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Number => Some("number"),
            Self::Date => Some("date"),
            Self::Text => Some("text"),
            Self::No => None,
        }
    }
}

/// A field in the lists of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InLists {
    /// How it sorts them.
    pub sort: Sort,
    /// Its place among the columns that are shown at first; the others are shown where they are asked for.
    pub first: Option<u8>,
    /// How many words are named before the rest is only counted.
    pub most: usize,
}

/// A field as a column of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InTables {
    /// The usual heading.
    pub heading: &'static str,
    /// Its place among the columns that a table has where nobody chooses them.
    pub first: Option<u8>,
}

/// A field as it is shown, or several fields that are shown as one.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// Its route, or a name where it is made of several fields.
    pub key: &'static str,
    /// Where what stands in it comes from.
    pub from: FieldSource,
    /// When the page of an entry has it.
    pub page: OnPage,
    /// How tables have it.
    pub tables: Option<InTables>,
    /// How the lists of the site have it.
    pub lists: Option<InLists>,
    /// Where its numbers are shown on a scale, from the smallest to the largest.
    pub scale: Scaled,
}

/// Where the numbers of a field are shown on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scaled {
    /// Nowhere.
    No,
    /// Where entries stand side by side.
    Compared,
    /// There, and in the lists of the site.
    Everywhere,
}

/// Where what stands in a field comes from.
#[derive(Debug, Clone, Copy)]
pub enum FieldSource {
    /// What the kind has.
    Kind {
        /// The value.
        content: for<'e> fn(&'e Entry) -> Content<'e>,
        /// What the value cannot say.
        note: for<'e> fn(&'e Entry) -> Option<&'e Text>,
    },
    /// What the list has declared.
    List(&'static Own),
}

impl Shown {
    /// What stands in it.
    #[must_use]
    pub fn content<'e>(&self, entry: &'e Entry, own: &'e OwnValues) -> Content<'e> {
        match self.from {
            FieldSource::Kind { content, .. } => content(entry),
            FieldSource::List(field) => {
                let value = own.get(field).and_then(|given| given.value.as_ref());
                value.map_or(Content::Nothing, |value| field.content(value))
            }
        }
    }

    /// What the value cannot say.
    #[must_use]
    pub fn noted<'e>(&self, entry: &'e Entry, own: &'e OwnValues) -> Option<&'e Text> {
        match self.from {
            FieldSource::Kind { note, .. } => note(entry),
            FieldSource::List(field) => own.get(field)?.note.as_ref(),
        }
    }

    /// A field of the list, as it is shown.
    pub(super) fn own(field: &'static Own, heading: &'static str, place: u8) -> Self {
        let sort = match field.of {
            OwnType::Number | OwnType::Count | OwnType::Quantity => Sort::Number,
            OwnType::Date => Sort::Date,
            OwnType::Url => Sort::No,
            OwnType::Word | OwnType::Line | OwnType::Text | OwnType::Flag | OwnType::Ref => {
                Sort::Text
            }
        };
        let first = field.column.then_some(place);
        // A text is too long for a column that nobody asked for.
        let has_column = field.column || field.of != OwnType::Text;
        Self {
            from: FieldSource::List(field),
            page: OnPage::Always,
            tables: Some(InTables { heading, first: None }),
            lists: has_column.then_some(InLists { sort, first, most: usize::MAX }),
            scale: if field.of == OwnType::Count { Scaled::Compared } else { Scaled::No },
            ..Self::new(field.key, |_| Content::Nothing)
        }
    }

    /// A field that is shown nowhere yet.
    pub(super) const fn new(
        key: &'static str,
        content: for<'e> fn(&'e Entry) -> Content<'e>,
    ) -> Self {
        Self {
            key,
            from: FieldSource::Kind { content, note: |_| None },
            page: OnPage::No,
            tables: None,
            lists: None,
            scale: Scaled::No,
        }
    }

    /// On the page of every entry.
    pub(super) const fn page(self) -> Self {
        Self { page: OnPage::Always, ..self }
    }

    /// On the page of an entry that has it.
    pub(super) const fn page_where_given(self) -> Self {
        Self { page: OnPage::WhereGiven, ..self }
    }

    /// With a note beside it.
    pub(super) const fn note(self, note: for<'e> fn(&'e Entry) -> Option<&'e Text>) -> Self {
        let from = match self.from {
            FieldSource::Kind { content, .. } => FieldSource::Kind { content, note },
            list @ FieldSource::List(_) => list,
        };
        Self { from, ..self }
    }

    /// A column of tables for those who choose it.
    pub(super) const fn column(self, heading: &'static str) -> Self {
        Self { tables: Some(InTables { heading, first: None }), ..self }
    }

    /// A column of tables where nobody chooses, at a place.
    pub(super) const fn usual_column(self, first: u8, heading: &'static str) -> Self {
        Self { tables: Some(InTables { heading, first: Some(first) }), ..self }
    }

    /// A column of the site's lists for those who ask for it.
    pub(super) const fn list(self, sort: Sort) -> Self {
        Self { lists: Some(InLists { sort, first: None, most: usize::MAX }), ..self }
    }

    /// A column of the site's lists, at a place.
    pub(super) const fn first_list(self, first: u8, sort: Sort) -> Self {
        Self { lists: Some(InLists { sort, first: Some(first), most: usize::MAX }), ..self }
    }

    /// Names so many words in lists, and counts the rest.
    pub(super) const fn at_most(self, most: usize) -> Self {
        let lists = match self.lists {
            Some(lists) => Some(InLists { most, ..lists }),
            None => None,
        };
        Self { lists, ..self }
    }

    /// Shows its numbers on a scale.
    pub(super) const fn scaled(self, scale: Scaled) -> Self {
        Self { scale, ..self }
    }
}

impl<'e> Content<'e> {
    /// A text, or nothing.
    pub(super) fn line(text: Option<&'e str>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Line(Cow::Borrowed(text)))
    }

    /// A word that the theme has labels for, or nothing.
    pub(super) fn choice(group: &'static str, word: Option<&'static str>) -> Self {
        word.map_or(Self::Nothing, |word| Self::Choice { group, word })
    }

    /// A licence, or why there is none.
    pub(super) fn licence(licence: Option<&'e Reported<Licence>>) -> Self {
        Self::reported(licence, |licence| Self::Line(Cow::Borrowed(licence.as_str())))
    }

    /// The summary, or nothing.
    pub(super) fn summary(summary: Option<&'e Summary>) -> Self {
        Self::text(summary.map(|summary| &summary.0))
    }

    /// Datasets that have entries.
    pub(super) fn datasets(datasets: &'e [Ref<Dataset>]) -> Self {
        let item = |of: &'e Ref<Dataset>| Item::Entry(KindId::Dataset, of.0.as_str());
        Self::Items(datasets.iter().map(item).collect())
    }

    /// A date, or nothing.
    pub(super) fn date(date: Option<&'e Date>) -> Self {
        date.map_or(Self::Nothing, Self::Date)
    }

    /// A text in the languages of the list, or nothing.
    pub(super) fn text(text: Option<&'e Text>) -> Self {
        text.map_or(Self::Nothing, Self::Text)
    }

    /// Words of a section.
    pub(super) fn words(section: &'static str, words: impl Iterator<Item = &'e str>) -> Self {
        Self::Words { section, words: words.collect() }
    }

    /// What is reported, or why it is not.
    pub(super) fn reported<T>(
        reported: Option<&'e Reported<T>>,
        content: fn(&'e T) -> Self,
    ) -> Self {
        let Some(reported) = reported else { return Self::Nothing };
        match (reported.value(), reported.state()) {
            (Some(value), _) => content(value),
            (None, Some(state)) => Self::State(state),
            (None, None) => Self::Nothing,
        }
    }

    /// An address, or nothing.
    pub(super) fn address(url: Option<&'e Url>) -> Self {
        Self::Items(url.map(Item::Address).into_iter().collect())
    }

    /// Papers.
    pub(super) fn papers(papers: &'e [PaperRef]) -> Self {
        Self::Items(papers.iter().map(Item::Paper).collect())
    }

    /// Whether nothing is recorded, so that there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Words { words, .. } => words.is_empty(),
            Self::Items(items) => items.is_empty(),
            Self::Quantities(quantities) => quantities.is_empty(),
            _ => false,
        }
    }
}

impl<'e> Item<'e> {
    /// An address with a label, where there is one.
    pub(super) fn labelled(label: &'static str, url: Option<&'e Url>) -> Option<Self> {
        url.map(|url| Self::Labelled(Cow::Borrowed(label), Cow::Borrowed(url.as_str())))
    }
}

/// What a field has, as a function of an entry of its kind.
macro_rules! of {
    ($kind:ident, $entry:ident, $content:expr) => {
        |entry| match entry {
            $crate::kinds::Entry::$kind($entry) => $content,
            _ => $crate::kinds::Content::Nothing,
        }
    };
}

/// The note of a field, as a function of an entry of its kind.
macro_rules! note {
    ($kind:ident, $entry:ident, $note:expr) => {
        |entry| match entry {
            $crate::kinds::Entry::$kind($entry) => $note,
            _ => None,
        }
    };
}
pub(super) use {note, of};
