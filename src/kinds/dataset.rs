//! Datasets and benchmarks, with the leaderboards that belong to them.

mod show;

pub(super) use show::SHOWN;

use indexmap::IndexMap;

use super::facet::{Facet, TAG, YEAR};
use super::{Item, Kind, KindId, Model};
use crate::read::{Ref, Word, choices, record};
use crate::value::{
    Date, Licence, Line, Locator, Markdown, PaperRef, Quantity, Reported, Score, Slug, Summary,
    Text, Url, facet,
};
use crate::vocabulary::Task;

record! {
    /// A dataset or a benchmark.
    pub struct Dataset {
        /// The name as its authors print it.
        name: Line = always,
        /// What kind of dataset it is.
        r#type as "type": Option<DatasetType> = listed,
        /// What it is, in one plain line of at most 200 characters.
        summary: Option<Summary>,
        /// More about it, in Markdown.
        description: Option<Markdown>,
        /// What it is used for.
        tasks: Vec<Word<Task>>,
        /// How much it holds.
        size: Vec<Quantity>,
        /// When the version was public.
        released: Option<Date>,
        /// The version that the figures are of.
        version: Option<Locator>,
        /// The licences of the data and of copies.
        licence: Option<DatasetLicence>,
        /// Where to find it.
        links: Option<DatasetLinks>,
        /// The papers that introduce it.
        papers: Vec<PaperRef>,
        /// Results of models on it.
        leaderboard: Option<Leaderboard>,
    }
}

impl Kind for Dataset {
    const ID: KindId = KindId::Dataset;
    const NAMES_AS: &'static str = "presents";
    const NARROW: &'static [&'static str] = &["name", "released", "size", "tasks"];
    const FACETS: &'static [Facet] = &[
        Facet::words(facet::TASK, "task", "tasks"),
        Facet::of(facet::TYPE, |entry| {
            let of = entry.dataset().and_then(|dataset| dataset.r#type);
            of.map(|of| of.as_str().to_owned()).into_iter().collect()
        }),
        YEAR,
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
        let labelled = [
            Item::labelled("Download", links.and_then(|links| links.download.as_ref())),
            Item::labelled("Home", links.and_then(|links| links.home.as_ref())),
            Item::labelled("Code", self.code()),
        ];
        let paper = std::iter::once(Item::FirstPaper(&self.papers));
        labelled.into_iter().flatten().chain(paper).collect()
    }

    fn past_dates(&self) -> Vec<(&'static str, &Date)> {
        self.released.iter().map(|date| ("released", date)).collect()
    }

    fn shown_date(&self) -> Option<&Date> {
        self.released.as_ref()
    }

    fn shared_addresses(&self) -> Vec<&Url> {
        let links = self.links.iter();
        links.flat_map(|links| [&links.home, &links.download, &links.code]).flatten().collect()
    }

    fn code(&self) -> Option<&Url> {
        self.links.as_ref()?.code.as_ref()
    }

    fn origin(&self) -> Option<(&'static str, &'static str, &Url)> {
        let download = self.links.as_ref()?.download.as_ref()?;
        Some(("links.download", "download", download))
    }

    /// Its scores have the source that a leaderboard must name.
    fn numbers(&self) -> Vec<String> {
        if self.size.is_empty() { Vec::new() } else { vec!["size".to_owned()] }
    }
}

choices! {
    /// What kind of dataset it is.
    pub enum DatasetType {
        /// Sequences to train on.
        Corpus = "corpus",
        /// Labelled data of one task.
        Task = "task",
        /// Structures.
        Structure = "structure",
        /// Tasks to compare models on.
        Benchmark = "benchmark",
    }
}

record! {
    /// The licences of a dataset.
    pub struct DatasetLicence {
        /// The licence of the data.
        data: Option<Reported<Licence>>,
        /// The licence of an unofficial copy.
        mirror: Option<Reported<Licence>>,
        /// What the licences cannot say.
        note: Option<Text>,
    }
}

record! {
    /// Where to find a dataset.
    pub struct DatasetLinks {
        /// Its home page.
        home: Option<Url>,
        /// Where the data can be downloaded.
        download: Option<Url>,
        /// The code that belongs to it.
        code: Option<Url>,
    }
}

record! {
    /// Results of models on a benchmark.
    pub struct Leaderboard {
        /// Who reports the scores.
        basis: Option<Basis> = always,
        /// Where they stand.
        source: Option<Url> = always,
        /// What to know before comparing.
        note: Option<Text>,
        /// What was measured, by short names.
        columns: IndexMap<Slug, Column> = always,
        /// The results.
        rows: Vec<Row> = always,
    }
}

choices! {
    /// Who reports a score.
    pub enum Basis {
        /// Authors of neither the model nor a model beside it.
        Reported = "reported",
        /// The model's own authors.
        SelfReported = "self-reported",
        /// Computed from published predictions or raw values.
        Computed = "computed",
    }
}

choices! {
    /// Which of two scores is the better one.
    pub enum Better {
        /// The higher one.
        Higher = "higher",
        /// The lower one.
        Lower = "lower",
    }
}

record! {
    /// One task, split and metric of a leaderboard.
    pub struct Column {
        /// The task.
        task: Option<Word<Task>> = always,
        /// The split of the data.
        split: Option<Line>,
        /// The metric.
        metric: Option<Line> = always,
        /// The unit of the scores.
        unit: Option<Line>,
        /// Which of two scores is the better one.
        better: Option<Better> = always,
        /// The data it is measured on, if it has an entry of its own.
        dataset: Option<Ref<Dataset>>,
        /// The id of the task in the `eval.yaml` of the benchmark's repository on Hugging Face.
        huggingface_task: Option<Line>,
        /// What to know before comparing.
        note: Option<Text>,
    }
}

record! {
    /// The scores of one model.
    pub struct Row {
        /// The model's id.
        model: Option<Ref<Model>>,
        /// Which of its variants.
        variant: Option<Slug>,
        /// The name of something that is no entry.
        label: Option<Line>,
        /// The name as the source prints it.
        printed as "as": Option<Line>,
        /// The scores, by column.
        scores: IndexMap<Slug, Score> = always,
        /// Who reports them, if others than for the whole leaderboard.
        basis: Option<Basis>,
        /// Where they stand, if elsewhere.
        source: Option<Url>,
        /// What to know about them.
        note: Option<Text>,
    }
}
