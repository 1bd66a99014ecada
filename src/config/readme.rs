//! `readme` in survey.yaml: which sections README.md has, and which entries they show in which form.

use crate::diag::Code;
use crate::read::{AsWritten, Read, Reader, Shape, Word, choices, pairs, record};
use crate::value::{Line, Slug, Text};
use crate::vocabulary::Category;
use crate::yaml::{Node, Value};

record! {
    /// How README.md is made.
    pub struct Readme {
        /// The most bytes it may have; tables keep the newest rows and link to the rest.
        budget: Option<u32>,
        /// Its sections, in order.
        sections: Vec<ReadmeSection>,
    }
}

record! {
    /// A section of README.md.
    pub struct ReadmeSection {
        /// A name by which the template can tell it.
        id: Option<Slug> = always,
        /// Its heading; languages are joined as `en (zh)`.
        heading: Text = always,
        /// Its name in the navigation, if it stands there.
        nav: Option<Line>,
        /// A sentence under the heading.
        intro: Option<Text>,
        /// The views it shows, in order.
        shows: Vec<Block>,
    }
}

record! {
    /// A view in a section.
    pub struct Block {
        /// Which view.
        view: Option<View> = always,
        /// A heading of its own.
        heading: Option<Text>,
        /// Which entries it shows: one word or several for a facet, of which they have one.
        chosen as "where": Where,
        /// The facet by whose words a table is divided: each word has a table of its own, under a heading.
        group_by: Option<Slug>,
        /// The column by which a table is sorted; a `-` before it puts the last or the largest first.
        sort: Option<Sorting>,
        /// The columns, where the view is a table.
        columns: Vec<Column>,
        /// The most rows or lines it shows; in each of its tables, where there are several.
        rows: Option<u32>,
        /// Whether it is folded until a reader opens it.
        collapsed: Option<bool>,
        /// The groups of the papers, in order; categories that are not named here follow with their own labels.
        groups: Vec<Group>,
    }
}

record! {
    /// A group of papers.
    pub struct Group {
        /// The category.
        category: Option<Word<Category>> = always,
        /// The heading.
        heading: Text = always,
    }
}

choices! {
    /// What a section of README.md can show.
    pub enum View {
        /// A table of the models.
        Models = "models",
        /// The papers that introduce models, newest first, in groups by category.
        LatestPapers = "latest-papers",
        /// A table of all papers.
        Papers = "papers",
        /// A table of the surveys.
        Surveys = "surveys",
        /// A table of datasets and benchmarks.
        Datasets = "datasets",
        /// A table of the challenges.
        Challenges = "challenges",
    }
}

record! {
    /// A column of a table.
    pub struct Column {
        /// What it shows: a column of the view, or one of what a field names, such as `papers.venue`.
        show: Option<ColumnName> = always,
        /// Its heading.
        heading: Text = always,
    }
}

/// Which entries are shown: for each facet the words of which they have one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Where(pub Vec<(String, Asked)>);

/// What a facet is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// One word.
    One(String),
    /// One of several words.
    Any(Vec<String>),
}

impl Asked {
    /// The words.
    #[must_use]
    pub fn words(&self) -> &[String] {
        match self {
            Self::One(word) => std::slice::from_ref(word),
            Self::Any(words) => words,
        }
    }
}

impl Read for Where {
    fn shape() -> Shape {
        let one = Box::new(Shape::AsWritten);
        Shape::Map(Box::new(Shape::Either(one.clone(), Box::new(Shape::List(one)))))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut asked = Vec::new();
        for pair in pairs(node, reader, || "category: language".to_owned())? {
            let value = reader.below(&pair.key.text, |reader| match &pair.value.value {
                Value::List(items) if items.is_empty() => {
                    let message = format!("{} names nothing, so that no entry fits", reader.here());
                    let diag = reader.find_at(Code::EmptyValue, &pair.value, message);
                    diag.help = Some("type a word, or delete the key".to_owned());
                    None
                }
                Value::List(_) => {
                    let words = Vec::<AsWritten>::read(&pair.value, reader)?;
                    Some(Asked::Any(words.into_iter().map(|word| word.0).collect()))
                }
                _ => AsWritten::read(&pair.value, reader).map(|word| Asked::One(word.0)),
            });
            asked.extend(value.map(|value| (pair.key.text.clone(), value)));
        }
        Some(Self(asked))
    }
}

/// The name of a column, which may be one of what a field names, such as `papers.venue`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnName(pub String);

impl ColumnName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Read for ColumnName {
    fn shape() -> Shape {
        Shape::Line
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "the name of a column, such as `name`")?;
        Some(Self(text.to_owned()))
    }
}

/// The column by which rows are sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorting {
    /// The column.
    pub column: String,
    /// Whether the last or the largest comes first.
    pub last_first: bool,
}

impl Read for Sorting {
    fn shape() -> Shape {
        Shape::Line
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "the name of a column, such as `-released`")?;
        let (column, last_first) = match text.strip_prefix('-') {
            Some(column) => (column, true),
            None => (text, false),
        };
        Some(Self { column: column.trim().to_owned(), last_first })
    }
}
