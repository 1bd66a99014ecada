//! Models: what was trained, how large, on what, and under which licence.

mod show;

pub(super) use show::SHOWN;

use indexmap::IndexMap;

use super::facet::{Facet, OWN, Order, TAG, Values, YEAR, yes};
use super::{Dataset, Item, Kind, KindId};
use crate::read::{Either, Ref, Word, record};
use crate::value::{
    Count, Date, Licence, Line, Markdown, PaperRef, Quantity, Reported, Slug, Summary, Text, Url,
    facet,
};
use crate::vocabulary::{Architecture, Category, Objective, Paradigm, Tokenization};

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

impl Kind for Model {
    const ID: KindId = KindId::Model;
    const NAMES_AS: &'static str = "introduces";
    const ALIKE: &'static [&'static str] = &["architecture", "paradigm", OWN, "category"];
    const NARROW: &'static [&'static str] =
        &["name", "released", "parameters", "architecture", OWN];
    const FACETS: &'static [Facet] = &[
        Facet::words(facet::CATEGORY, "category", "category"),
        Facet {
            name: facet::SIZE,
            page: facet::SIZE,
            values: Values::Size(|entry| entry.model().and_then(Model::size)),
            order: Order::Sizes,
            labels: None,
        },
        Facet::of(facet::CODE, |entry| yes(entry.code().is_some())),
        Facet::of(facet::WEIGHTS, |entry| yes(entry.model().is_some_and(Model::has_weights))),
        YEAR,
        Facet::words(facet::PARADIGM, "paradigm", "paradigm"),
        Facet::words(facet::ARCHITECTURE, "architecture", "architecture"),
        Facet::words(facet::OBJECTIVE, "objective", "objective"),
        Facet::words(facet::TOKENIZATION, "tokenization", "tokenization"),
        Facet {
            // Licences that SPDX knows go by its name for them; the others have a word of the vocabulary.
            labels: Some("licence"),
            order: Order::MostFirst,
            ..Facet::of(facet::LICENCE, |entry| {
                let licence = entry.model().and_then(Model::main_licence);
                licence.map(|licence| licence.as_str().to_owned()).into_iter().collect()
            })
        },
        TAG,
    ];

    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn summary(&self) -> Option<&Summary> {
        self.summary.as_ref()
    }

    fn description(&self) -> Option<&Markdown> {
        self.description.as_ref()
    }

    fn papers(&self) -> &[PaperRef] {
        &self.papers
    }

    fn introduced_by(&self) -> &[PaperRef] {
        &self.papers
    }

    fn leads_to(&self) -> Vec<Item<'_>> {
        let links = self.links.as_ref();
        let plain = |link: fn(&ModelLinks) -> Option<&Url>| links.and_then(link);
        let labelled = [
            Item::labelled("Code", self.code()),
            Item::labelled("Weights", plain(|links| links.weights.as_ref()?.value())),
            Item::labelled("Home", plain(|links| links.home.as_ref())),
            Item::labelled("Demo", plain(|links| links.demo.as_ref())),
        ];
        let paper = std::iter::once(Item::FirstPaper(&self.papers));
        paper.chain(labelled.into_iter().flatten()).collect()
    }

    fn past_dates(&self) -> Vec<(&'static str, &Date)> {
        self.released.iter().map(|date| ("released", date)).collect()
    }

    fn shown_date(&self) -> Option<&Date> {
        self.released.as_ref()
    }

    fn shared_addresses(&self) -> Vec<&Url> {
        let variants = self.variants.values().filter_map(|variant| variant.weights.as_ref());
        let mut urls: Vec<&Url> = variants.collect();
        if let Some(links) = &self.links {
            let reported = [&links.code, &links.weights].into_iter().flatten();
            urls.extend(reported.filter_map(|url| url.value()));
            urls.extend([&links.home, &links.demo].into_iter().flatten());
            urls.extend(&links.conversions);
        }
        urls
    }

    fn code(&self) -> Option<&Url> {
        self.links.as_ref()?.code.as_ref()?.value()
    }

    fn origin(&self) -> Option<(&'static str, &'static str, &Url)> {
        self.code().map(|code| ("links.code", "code", code))
    }

    fn numbers(&self) -> Vec<String> {
        let mut routes = Vec::new();
        if self.size().is_some() {
            routes.push("parameters".to_owned());
        }
        let sized = self.variants.iter().filter(|(_, variant)| variant.parameters.is_some());
        routes.extend(sized.map(|(name, _)| format!("variants.{name}.parameters")));
        if self.training.as_ref().is_some_and(|training| !training.size.is_empty()) {
            routes.push("training.size".to_owned());
        }
        routes
    }
}

impl Model {
    /// The number of parameters, where it is known.
    #[must_use]
    pub fn size(&self) -> Option<&Count> {
        self.parameters.as_ref().and_then(Reported::value)
    }

    /// Whether weights of it can be had, from its authors or as a conversion.
    fn has_weights(&self) -> bool {
        let own =
            |links: &ModelLinks| links.weights.as_ref().is_some_and(|of| of.value().is_some());
        self.links.as_ref().is_some_and(|links| own(links) || !links.conversions.is_empty())
            || self.variants.values().any(|variant| variant.weights.is_some())
    }

    /// The licence of the weights, else that of the code.
    fn main_licence(&self) -> Option<&Licence> {
        let licence = self.licence.as_ref()?;
        let value =
            |of: &'_ Option<Reported<Licence>>| of.as_ref().is_some_and(|of| of.value().is_some());
        let main = if value(&licence.weights) { &licence.weights } else { &licence.code };
        main.as_ref()?.value()
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
