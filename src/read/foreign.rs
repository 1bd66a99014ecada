//! Keys that people bring from elsewhere, and the fields that are meant by them.

use super::routes::route_exists;
use super::{Field, Reader, Shape};
use crate::diag::{Diag, ticked};
use crate::kinds::{KindId, kinds_with};
use crate::yaml::{Node, Value, quoted};

/// Each key with the routes that may be meant, the likeliest first; one is meant where it can exist.
const FOREIGN: &[(&[&str], &[&str])] = &[
    (&["github", "gitlab", "repo", "repository", "source_code", "code"], &["links.code", "code"]),
    (
        &[
            "huggingface",
            "hf",
            "hugging_face",
            "checkpoint",
            "checkpoints",
            "weights",
            "weight",
            "model_link",
        ],
        &["links.weights", "weights", "links.download", "download"],
    ),
    (&["homepage", "website", "webpage", "web", "site", "page"], &["links.home", "home", "url"]),
    (&["url", "link", "address"], &["links.home", "home", "url"]),
    (&["demo", "webserver", "web_server", "server"], &["links.demo", "demo"]),
    (&["documentation", "doc"], &["links.docs", "docs"]),
    (&["download", "data", "data_url"], &["links.download", "download"]),
    (
        &["journal", "conference", "booktitle", "publisher", "container_title", "proceedings"],
        &["venue"],
    ),
    (&["number"], &["issue"]),
    (
        &[
            "year",
            "date",
            "month",
            "publication_date",
            "release_date",
            "release",
            "publication_year",
        ],
        &["released", "dates"],
    ),
    (&["preprint", "biorxiv"], &["dates.preprint"]),
    (&["published"], &["dates.published"]),
    (&["abstract", "tldr", "about"], &["summary"]),
    (&["description", "notes", "note"], &["description", "summary"]),
    (&["license", "licences", "licenses"], &["licence"]),
    (&["author", "by"], &["authors"]),
    (&["title", "model", "model_name", "dataset_name"], &["name"]),
    (&["name", "paper_title"], &["title"]),
    (
        &["params", "model_size", "num_parameters", "n_params", "size", "parameter_count"],
        &["parameters"],
    ),
    (&["samples", "num_samples", "n_sequences"], &["size"]),
    (
        &[
            "organisation",
            "organisations",
            "organization",
            "affiliation",
            "institution",
            "institute",
            "lab",
            "company",
        ],
        &["organizations", "organizer"],
    ),
    (&["organiser", "organisers", "organizers", "host_organization"], &["organizer"]),
    (&["platform"], &["host"]),
    (
        &[
            "paper",
            "publication",
            "publications",
            "paper_link",
            "article",
            "doi",
            "arxiv",
            "citation",
        ],
        &["papers"],
    ),
    (
        &["dataset", "training_data", "trained_on", "pretraining_data", "corpus", "datasets"],
        &["training.datasets", "datasets"],
    ),
    (
        &["context_length", "max_length", "sequence_length", "max_tokens", "context_window"],
        &["context"],
    ),
    (&["tokenizer", "tokeniser", "tokenisation", "vocab"], &["tokenization"]),
    (&["pretraining", "pretraining_objective", "loss", "training_objective"], &["objective"]),
    (&["backbone", "network"], &["architecture"]),
    (&["n_layers", "num_layers", "num_hidden_layers", "depth"], &["layers"]),
    (&["num_attention_heads", "heads", "n_heads"], &["attention_heads"]),
    (&["hidden_dim", "embedding_dim", "d_model", "width"], &["hidden_size"]),
    (&["keywords", "keyword", "labels", "topics"], &["tags"]),
    (&["alias", "aka", "other_names", "synonyms"], &["aliases"]),
    (&["family", "group", "kind"], &["category"]),
    (&["source", "reference", "references"], &["sources"]),
    (&["deadline", "start", "start_date", "end", "end_date"], &["dates"]),
    (&["award", "awards", "prizes"], &["prize"]),
    (&["participants"], &["teams"]),
    (&["winner"], &["winners"]),
    (&["pmid", "pubmed", "pubmed_id"], &["ids.pubmed"]),
    (&["pmcid", "pmc", "pmc_id"], &["ids.pmc"]),
    (&["openalex", "openalex_id"], &["ids.openalex"]),
    (&["wikidata", "qid", "wikidata_id"], &["ids.wikidata"]),
    (&["semantic_scholar", "corpus_id", "corpusid", "s2", "s2_id"], &["ids.semantic_scholar"]),
    (&["rrid"], &["ids.rrid"]),
];

/// The route that is meant by a key of another list, where this record has it.
pub(super) fn meant_by(key: &str, fields: &[Field]) -> Option<&'static str> {
    let folded = key.trim().to_lowercase().replace([' ', '-'], "_");
    let all = FOREIGN.iter().filter(|(keys, _)| keys.contains(&folded.as_str()));
    all.flat_map(|(_, routes)| *routes).copied().find(|route| route_exists(route, fields).is_ok())
}

/// The finding of a key whose value belongs one level deeper, with the words to type.
pub(super) fn deeper(
    diag: Diag,
    route: &str,
    value: &Node,
    (record, fields): (&Node, &[Field]),
    reader: &Reader<'_>,
) -> Diag {
    let Some((outer, inner)) = route.split_once('.') else { return diag };
    let typed = match &value.value {
        Value::Scalar(scalar) if !scalar.text.is_empty() && !scalar.text.contains('\n') => {
            as_taken((outer, inner), value, fields, reader).unwrap_or_else(|| quoted(&scalar.text))
        }
        _ => "…".to_owned(),
    };
    let is_there = record.get(outer).is_some_and(|outer| matches!(outer.value, Value::Map(_)));
    diag.help(if is_there {
        format!("write it as `{inner}: {typed}` below `{outer}`")
    } else {
        format!("write `{outer}: {{{inner}: {typed}}}` in its place")
    })
}

/// A value in the form in which the field that is meant takes it, where it is typed in another: the words of this
/// finding must not lead to the next one.
fn as_taken(
    (outer, inner): (&str, &str),
    value: &Node,
    fields: &[Field],
    reader: &Reader<'_>,
) -> Option<String> {
    let outer = fields.iter().find(|field| field.key == outer)?;
    let Shape::Record { fields, .. } = outer.shape() else { return None };
    let field = fields.iter().find(|field| field.key == inner)?;
    let mut scratch = reader.scratch();
    field.accepts(value, &mut scratch);
    scratch.findings.first()?.instead.as_deref().map(str::to_owned)
}

/// What to say of a key that nobody knows.
pub(super) fn unknown(diag: Diag, key: &str, absent: &[&str], reader: &Reader<'_>) -> Diag {
    const FEW: usize = 8;
    let listed = ticked(absent.iter().copied());
    if reader.route() == "ids" {
        let folders: Vec<&str> = kinds_with(key).map(KindId::folder).collect();
        if !folders.is_empty() {
            return diag.help(format!(
                "`{key}` is an identifier of {}: give it in the entry of one; what can stand here: {listed}",
                folders.join(" and ")
            ));
        }
    }
    match absent.len() {
        0 => diag.help("delete it"),
        1..=FEW => diag.help(format!("what can be added here: {listed}")),
        _ if reader.route().is_empty() => diag.help(format!(
            "no field of an entry is like it: delete it; what can be added here: {listed}"
        )),
        _ => diag.help(format!("what can be added here: {listed}")),
    }
}
