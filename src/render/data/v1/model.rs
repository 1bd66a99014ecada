//! Published models.

use indexmap::IndexMap;

use super::publish::{Publish, Texts, published};
use super::value::{Count, Date, PaperRef, Plain, Quantity, Reported};
use crate::kinds;
use crate::kinds::TrainingData;
use crate::read::Either;

published! {
    /// What only a model has.
    struct Model<'a> in kinds::Model, less name {
        released: Option<Date>,
        summary: Option<Texts<'a>>,
        description: Option<Texts<'a>>,
        category: Option<&'a str>,
        category_note: Option<Texts<'a>>,
        readme_group: Option<&'a str>,
        paradigm: Option<&'a str>,
        paradigm_note: Option<Texts<'a>>,
        architecture: Option<&'a str>,
        architecture_note: Option<Texts<'a>>,
        parameters: Option<Reported<Count<'a>>>,
        parameters_note: Option<Texts<'a>>,
        variants: IndexMap<&'a str, Variant<'a>>,
        objective: Option<&'a str>,
        objective_note: Option<Texts<'a>>,
        tokenization: Option<&'a str>,
        tokenization_note: Option<Texts<'a>>,
        context: Option<Reported<Count<'a>>>,
        context_note: Option<Texts<'a>>,
        training: Option<Training<'a>>,
        licence: Option<Licence<'a>>,
        papers: Vec<PaperRef<'a>>,
        links: Option<Links<'a>>,
    }
}

published! {
    /// A size or version of a model.
    struct Variant<'a> of kinds::Variant {
        parameters: Option<Count<'a>>,
        context: Option<Count<'a>>,
        weights: Option<&'a str>,
    }
}

published! {
    /// What a model was trained on.
    struct Training<'a> of kinds::Training {
        datasets: Vec<Data<'a>>,
        size: Vec<Quantity<'a>>,
        note: Option<Texts<'a>>,
    }
}

published! {
    /// Data that has no entry of its own.
    struct NamedData<'a> of kinds::NamedData {
        name: &'a str,
        note: Option<Texts<'a>>,
    }
}

/// Training data: a dataset entry, or the name of something that is none.
#[derive(Debug, serde::Serialize)]
#[serde(untagged)]
pub(super) enum Data<'a> {
    Entry { id: &'a str },
    Named(NamedData<'a>),
}

impl<'a> Publish<'a> for TrainingData {
    type As = Data<'a>;

    fn publish(&'a self) -> Data<'a> {
        match self {
            Either::Short(dataset) => Data::Entry { id: dataset.publish() },
            Either::Long(named) => Data::Named(named.publish()),
        }
    }
}

published! {
    /// The licences of a model.
    struct Licence<'a> of kinds::ModelLicence {
        code: Option<Reported<Plain<'a>>>,
        weights: Option<Reported<Plain<'a>>>,
        note: Option<Texts<'a>>,
    }
}

published! {
    /// Where to find a model.
    struct Links<'a> of kinds::ModelLinks {
        home: Option<&'a str>,
        code: Option<Reported<Plain<'a>>>,
        weights: Option<Reported<Plain<'a>>>,
        demo: Option<&'a str>,
        docs: Option<&'a str>,
        conversions: Vec<&'a str>,
    }
}
