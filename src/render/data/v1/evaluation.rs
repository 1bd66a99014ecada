//! `data/v1/leaderboards/<benchmark>.every-eval-ever.jsonl`: the scores of a benchmark in the format of Every Eval
//! Ever, one log a line: the scores of one model, or of one of its variants, by one reporter.

use std::collections::BTreeMap;

use serde::Serialize;

use super::fault;
use crate::catalog::Record;
use crate::diag::Diag;
use crate::kinds::{Basis, Better, Column, Entry, KindId, Leaderboard, Model, Row};
use crate::render::Material;
use crate::value::{Registered as _, Reported, Score, Slug, Url};

/// The version of the format.
const FORMAT: &str = "0.3.0";

/// More about a thing; every value is a text.
type Details = BTreeMap<&'static str, String>;

#[derive(Serialize)]
struct Log<'a> {
    schema_version: &'static str,
    evaluation_id: &'a str,
    retrieved_timestamp: &'a str,
    source_metadata: Origin<'a>,
    eval_library: Library,
    model_info: ModelInfo<'a>,
    evaluation_results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Origin<'a> {
    source_name: String,
    /// Numbers as others printed them, not the outputs of a run.
    source_type: &'static str,
    source_organization_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_organization_url: Option<&'a str>,
    evaluator_relationship: &'static str,
    additional_details: Details,
}

/// The program that computed the scores; entries do not record it.
#[derive(Serialize)]
struct Library {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct ModelInfo<'a> {
    name: &'a str,
    id: &'a str,
    developer: &'a str,
    additional_details: Details,
}

#[derive(Serialize)]
struct Outcome<'a> {
    evaluation_result_id: String,
    evaluation_name: String,
    source_data: Data,
    metric_config: Measure<'a>,
    score_details: Detailed,
}

#[derive(Serialize)]
struct Data {
    dataset_name: String,
    source_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hf_repo: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    url: Vec<String>,
}

#[derive(Serialize)]
struct Measure<'a> {
    evaluation_description: String,
    metric_id: String,
    metric_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    metric_unit: Option<&'a str>,
    lower_is_better: bool,
}

#[derive(Serialize)]
struct Detailed {
    score: f64,
    details: Details,
}

/// The scores of a benchmark, a log a line. What the format asks for and no entry tells leaves a row out: the
/// developer of what was measured, which methods without an entry lack, and the day of a list without any date.
///
/// # Errors
///
/// None that an entry could cause: there are only texts and numbers to write.
pub fn evaluations(
    material: Material<'_>,
    site: Option<&str>,
    record: &Record,
) -> Result<Vec<u8>, Box<Diag>> {
    let mut bytes = Vec::new();
    let (Entry::Dataset(dataset), Some(as_of)) = (&record.entry, &material.catalog.as_of) else {
        return Ok(bytes);
    };
    let Some(board) = &dataset.leaderboard else { return Ok(bytes) };
    let retrieved = as_of.epoch().to_string();
    for row in &board.rows {
        let id = row.model.as_ref().map(|model| model.0.as_str());
        let model = id.and_then(|id| material.catalog.get(KindId::Model, id));
        let Some((record_of_model, Entry::Model(model))) =
            model.map(|record| (record, &record.entry))
        else {
            continue;
        };
        let Some(identity) = Identity::of(record_of_model, model, row.variant.as_ref()) else {
            continue;
        };
        let basis = row.basis.or(board.basis);
        let known_as = row
            .variant
            .as_ref()
            .map_or_else(|| identity.id.clone(), |variant| format!("{}:{variant}", identity.id));
        let reported = basis.map_or("", Basis::as_str);
        let evaluation_id = format!("{}-{reported}/{known_as}/{retrieved}", record.id);
        let label = record_of_model.label();
        let about = About { material, record, board, row, evaluation_id: &evaluation_id };
        let log = Log {
            schema_version: FORMAT,
            evaluation_id: &evaluation_id,
            retrieved_timestamp: &retrieved,
            source_metadata: Origin::of(material, site, record, basis),
            eval_library: Library { name: "unknown", version: "unknown" },
            model_info: ModelInfo::of(record_of_model, model, row, &label, &identity),
            evaluation_results: row
                .scores
                .iter()
                .filter_map(|(column, score)| {
                    Some(about.outcome(column, board.columns.get(column.as_str())?, score))
                })
                .collect(),
        };
        serde_json::to_writer(&mut bytes, &log).map_err(|error| fault(material, &error))?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

impl<'a> Origin<'a> {
    fn of(
        material: Material<'a>,
        site: Option<&'a str>,
        record: &Record,
        basis: Option<Basis>,
    ) -> Self {
        let survey = &material.catalog.survey;
        let title = material.viewer().text(&survey.title).map_or("", |title| title.text);
        let repository = survey.repository.as_ref().map(Url::as_str);
        let leaderboard = site.map(|site| format!("{site}leaderboards/{}/", record.id));
        Self {
            source_name: record.label().into_owned(),
            source_type: "documentation",
            source_organization_name: title,
            source_organization_url: site.or(repository),
            evaluator_relationship: match basis {
                Some(Basis::Reported) => "third_party",
                Some(Basis::SelfReported) => "first_party",
                Some(Basis::Computed) | None => "other",
            },
            additional_details: some([
                ("basis", basis.map(|basis| basis.as_str().to_owned())),
                ("leaderboard", leaderboard),
            ]),
        }
    }
}

impl<'a> ModelInfo<'a> {
    fn of(
        record: &Record,
        model: &Model,
        row: &'a Row,
        label: &'a str,
        identity: &'a Identity,
    ) -> Self {
        Self {
            name: row.printed.as_ref().map_or(label, |printed| printed.as_str()),
            id: &identity.id,
            developer: &identity.developer,
            additional_details: some([
                ("deployment_type", Some("unknown".to_owned())),
                ("model_availability", Some(availability(model).to_owned())),
                ("entry", Some(format!("models/{}", record.id))),
                ("variant", row.variant.as_ref().map(ToString::to_string)),
            ]),
        }
    }
}

/// What the scores of a row share.
struct About<'a> {
    material: Material<'a>,
    record: &'a Record,
    board: &'a Leaderboard,
    row: &'a Row,
    evaluation_id: &'a str,
}

impl<'a> About<'a> {
    fn outcome(&self, id: &Slug, column: &'a Column, score: &Score) -> Outcome<'a> {
        let viewer = self.material.viewer();
        let task = column.task.as_ref().map_or("", |task| task.as_str());
        let task = viewer.label("task", task).text;
        let split = column.split.as_ref().map(|split| format!(", {split}")).unwrap_or_default();
        let note = self.row.note.as_ref().or(column.note.as_ref());
        let note = note.and_then(|note| viewer.text(note)).map(|note| note.text.to_owned());
        let source = source(self.record, self.board, self.row, id).map(ToString::to_string);
        let data = column.dataset.as_ref().map(|data| data.0.as_str());
        let data = data.and_then(|data| viewer.catalog.get(KindId::Dataset, data));
        Outcome {
            evaluation_result_id: format!("{}#{id}", self.evaluation_id),
            evaluation_name: format!("{}/{id}", self.record.id),
            source_data: Data::of(data.unwrap_or(self.record)),
            metric_config: Measure {
                evaluation_description: format!("{task}{split}"),
                metric_id: format!("{}.{id}", self.record.id),
                metric_name: column.metric.as_ref().map_or("", |metric| metric.as_str()),
                metric_unit: column.unit.as_ref().map(|unit| match unit.as_str() {
                    "%" => "percent",
                    other => other,
                }),
                lower_is_better: column.better == Some(Better::Lower),
            },
            score_details: Detailed {
                score: score.value(),
                // What follows `±` is of a kind that entries do not record, so it is no standard error.
                details: some([
                    ("as_written", Some(score.to_string())),
                    ("source", source),
                    ("note", note),
                ]),
            },
        }
    }
}

/// Where a score stands: as its row says, else its column, else the leaderboard.
pub(super) fn source<'a>(
    record: &'a Record,
    board: &'a Leaderboard,
    row: &'a Row,
    column: &Slug,
) -> Option<&'a Url> {
    let route = format!("leaderboard.columns.{column}");
    let of_column =
        record.common.sources.iter().find(|source| {
            source.url.is_some() && source.fields.iter().any(|field| field.0 == route)
        });
    let of_column = of_column.and_then(|source| source.url.as_ref());
    row.source.as_ref().or(of_column).or(board.source.as_ref())
}

impl Data {
    fn of(record: &Record) -> Self {
        let dataset_name = record.label().into_owned();
        if let Some(repository) =
            record.common.ids.as_ref().and_then(|ids| ids.huggingface.as_ref())
        {
            let hf_repo = Some(repository.as_str().to_owned());
            return Self { dataset_name, source_type: "hf_dataset", hf_repo, url: Vec::new() };
        }
        let links = match &record.entry {
            Entry::Dataset(dataset) => dataset.links.as_ref(),
            Entry::Model(_) | Entry::Paper(_) | Entry::Challenge(_) => None,
        };
        let url: Vec<String> = links
            .into_iter()
            .flat_map(|links| [&links.download, &links.home, &links.code])
            .flatten()
            .map(ToString::to_string)
            .collect();
        let source_type = if url.is_empty() { "other" } else { "url" };
        Self { dataset_name, source_type, hf_repo: None, url }
    }
}

/// What a model is called where others look for it.
struct Identity {
    /// The developer's name and that of the model: those of its repository on Hugging Face, else the owner of its
    /// repository and the id of its entry.
    id: String,
    developer: String,
}

impl Identity {
    fn of(record: &Record, model: &Model, variant: Option<&Slug>) -> Option<Self> {
        let links = model.links.as_ref();
        let link = |link: fn(&crate::kinds::ModelLinks) -> &Option<Reported<Url>>| {
            links.and_then(|links| link(links).as_ref()).and_then(Reported::value)
        };
        let weights =
            link(|links| &links.weights).and_then(|url| repository(url, "huggingface.co"));
        let code = link(|links| &links.code).and_then(|url| repository(url, "github.com"));
        let id = record.common.ids.as_ref().and_then(|ids| ids.huggingface.as_ref());
        let id = id.and_then(|id| id.as_str().split_once('/'));
        let repository_of_model = id.or(weights);
        let variant_weights = variant
            .and_then(|variant| model.variants.get(variant.as_str())?.weights.as_ref())
            .and_then(|url| repository(url, "huggingface.co"));
        let exact = match variant {
            Some(_) => variant_weights,
            None => repository_of_model,
        };
        if let Some((owner, name)) = exact {
            return Some(Self { id: format!("{owner}/{name}"), developer: owner.to_owned() });
        }
        let (owner, _) = repository_of_model.or(code)?;
        let variant = variant.map(|variant| format!("-{variant}")).unwrap_or_default();
        Some(Self { id: format!("{owner}/{}{variant}", record.id), developer: owner.to_owned() })
    }
}

/// Owner and name of the repository that an address of a host leads to.
fn repository<'u>(url: &'u Url, host: &str) -> Option<(&'u str, &'u str)> {
    /// What stands on these hosts where an owner would.
    const OTHERS: [&str; 8] =
        ["datasets", "spaces", "collections", "papers", "docs", "blog", "orgs", "topics"];
    if url.host().trim_start_matches("www.") != host {
        return None;
    }
    let mut parts = url.path().trim_start_matches('/').split('/').filter(|part| !part.is_empty());
    let (owner, name) = (parts.next()?, parts.next()?);
    (!OTHERS.contains(&owner)).then_some((owner, name.trim_end_matches(".git")))
}

fn availability(model: &Model) -> &'static str {
    match model.links.as_ref().and_then(|links| links.weights.as_ref()) {
        Some(Reported::Value(_)) => "open_weights",
        Some(Reported::NotReleased) => "closed_weights",
        Some(Reported::NotReported | Reported::NoneStated | Reported::NotApplicable) | None => {
            "unknown"
        }
    }
}

/// The pairs that have a value.
fn some<const N: usize>(pairs: [(&'static str, Option<String>); N]) -> Details {
    pairs.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}
