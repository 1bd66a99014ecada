//! Models: what was trained, how large, on what, and under which licence.

mod show;

pub(super) use show::SHOWN;

use indexmap::IndexMap;

use super::Dataset;
use crate::read::{Either, Ref, Word, record};
use crate::value::{
    Count, Date, Licence, Line, Markdown, PaperRef, Quantity, Reported, Slug, Summary, Text, Url,
};
use crate::vocabulary::{Architecture, Category, Objective, Paradigm, Rna, Tokenization};

record! {
    /// A trained model.
    pub struct Model {
        /// The name as its authors print it.
        name: Line = always,
        /// When it was first public, no more exact than it is known.
        released: Option<Date> = listed,
        /// What it is, in one plain line of at most 200 characters.
        summary: Option<Summary>,
        /// More about it, in Markdown.
        description: Option<Markdown>,
        /// The family it belongs to.
        category: Option<Word<Category>> = listed,
        /// What the category cannot say.
        category_note: Option<Text>,
        /// The category under which README.md shows it, if another.
        readme_group: Option<Word<Category>>,
        /// The kinds of RNA it was trained on.
        rna: Vec<Word<Rna>>,
        /// What the kinds of RNA cannot say.
        rna_note: Option<Text>,
        /// What it is made to do.
        paradigm: Option<Word<Paradigm>>,
        /// What the paradigm cannot say.
        paradigm_note: Option<Text>,
        /// How it is built.
        architecture: Option<Word<Architecture>>,
        /// What the architecture cannot say.
        architecture_note: Option<Text>,
        /// The number of parameters that tables, sorting and charts show.
        parameters: Option<Reported<Count>>,
        /// What the number cannot say.
        parameters_note: Option<Text>,
        /// Its sizes or versions, by name.
        variants: IndexMap<Slug, Variant>,
        /// What it was trained to do.
        objective: Option<Word<Objective>>,
        /// What the objective cannot say.
        objective_note: Option<Text>,
        /// How a sequence is cut into tokens.
        tokenization: Option<Word<Tokenization>>,
        /// What the tokenization cannot say.
        tokenization_note: Option<Text>,
        /// The longest input, in tokens.
        context: Option<Reported<Count>>,
        /// What the length counts, and how it was set.
        context_note: Option<Text>,
        /// What it was trained on.
        training: Option<Training>,
        /// The licences of code and weights.
        licence: Option<ModelLicence>,
        /// The papers that introduce it, the main one first.
        papers: Vec<PaperRef>,
        /// Where to find it.
        links: Option<ModelLinks>,
    }
    one_of &[&["papers", "links"]];
}

impl Model {
    pub(super) fn title_line(&self) -> &Line {
        &self.name
    }
}

record! {
    /// A size or version of a model.
    pub struct Variant {
        /// Its number of parameters.
        parameters: Option<Count>,
        /// Its longest input, in tokens.
        context: Option<Count>,
        /// Where its weights are.
        weights: Option<Url>,
    }
}

record! {
    /// What a model was trained on.
    pub struct Training {
        /// The data: ids of dataset entries, or names.
        datasets: Vec<TrainingData>,
        /// How much of it.
        size: Vec<Quantity>,
        /// What the figures cannot say.
        note: Option<Text>,
    }
}

/// Training data: a dataset entry, or the name of something that is none.
pub type TrainingData = Either<Ref<Dataset>, NamedData>;

record! {
    /// Data that has no entry of its own.
    pub struct NamedData {
        /// Its name.
        name: Line = always,
        /// What to know about it.
        note: Option<Text>,
    }
}

record! {
    /// The licences of a model.
    pub struct ModelLicence {
        /// The licence of the code.
        code: Option<Reported<Licence>>,
        /// The licence of the weights.
        weights: Option<Reported<Licence>>,
        /// What the licences cannot say.
        note: Option<Text>,
    }
}

record! {
    /// Where to find a model.
    pub struct ModelLinks {
        /// Its home page.
        home: Option<Url>,
        /// The authors' code.
        code: Option<Reported<Url>>,
        /// The authors' weights.
        weights: Option<Reported<Url>>,
        /// A page on which it can be tried.
        demo: Option<Url>,
        /// Its documentation.
        docs: Option<Url>,
        /// Conversions by others.
        conversions: Vec<Url>,
    }
}
