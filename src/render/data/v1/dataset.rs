//! Published datasets and benchmarks, with their leaderboards.

use indexmap::IndexMap;

use super::publish::{Texts, published};
use super::value::{Date, PaperRef, Plain, Quantity, Reported, Score};
use crate::kinds;

published! {
    /// What only a dataset has.
    struct Dataset<'a> in kinds::Dataset, less name {
        r#type: Option<&'static str>,
        summary: Option<Texts<'a>>,
        description: Option<Texts<'a>>,
        tasks: Vec<&'a str>,
        size: Vec<Quantity<'a>>,
        released: Option<Date>,
        version: Option<&'a str>,
        licence: Option<Licence<'a>>,
        links: Option<Links<'a>>,
        papers: Vec<PaperRef<'a>>,
        leaderboard: Option<Leaderboard<'a>>,
    }
}

published! {
    /// The licences of a dataset.
    struct Licence<'a> of kinds::DatasetLicence {
        data: Option<Reported<Plain<'a>>>,
        mirror: Option<Reported<Plain<'a>>>,
        note: Option<Texts<'a>>,
    }
}

published! {
    /// Where to find a dataset.
    struct Links<'a> of kinds::DatasetLinks {
        home: Option<&'a str>,
        download: Option<&'a str>,
        code: Option<&'a str>,
    }
}

published! {
    /// Results of models on a benchmark.
    struct Leaderboard<'a> of kinds::Leaderboard {
        basis: Option<&'static str>,
        source: Option<&'a str>,
        note: Option<Texts<'a>>,
        columns: IndexMap<&'a str, Column<'a>>,
        rows: Vec<Row<'a>>,
    }
}

published! {
    /// One task, split and metric of a leaderboard.
    struct Column<'a> of kinds::Column {
        task: Option<&'a str>,
        split: Option<&'a str>,
        metric: Option<&'a str>,
        unit: Option<&'a str>,
        better: Option<&'static str>,
        dataset: Option<&'a str>,
        huggingface_task: Option<&'a str>,
        note: Option<Texts<'a>>,
    }
}

published! {
    /// The scores of one model.
    struct Row<'a> of kinds::Row {
        model: Option<&'a str>,
        variant: Option<&'a str>,
        label: Option<&'a str>,
        printed as "as": Option<&'a str>,
        scores: IndexMap<&'a str, Score>,
        basis: Option<&'static str>,
        source: Option<&'a str>,
        note: Option<Texts<'a>>,
    }
}
