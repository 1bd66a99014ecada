//! Links: an address stands under the key that says what it leads to.

use super::{Check, Subject};
use crate::diag::{Code, Diag, Place};
use crate::kinds::Publication;
use crate::value::Url;

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("code_is_not_a_page_of_weights", code_is_not_a_page_of_weights),
    ("weights_are_not_their_own_conversion", weights_are_not_their_own_conversion),
    ("dois_of_articles_are_not_those_of_preprints", dois_of_articles_are_not_those_of_preprints),
];

/// A page on Hugging Face holds weights or a demo; the seed gave six of six as code.
fn code_is_not_a_page_of_weights(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for record in &subject.catalog.records {
        let Some(code) = record.entry.code() else { continue };
        let Some(better) = belongs_under(code) else { continue };
        findings.push(
            Diag::new(
                Code::LinkInWrongPlace,
                Place::value(record.file, "links.code"),
                format!("a page on Hugging Face holds {}, not code", better.holds),
            )
            .help(better.help),
        );
    }
}

struct Better {
    holds: &'static str,
    help: &'static str,
}

fn belongs_under(url: &Url) -> Option<Better> {
    let host = url.host();
    if host != "huggingface.co" && host != "hf.co" && !host.ends_with(".huggingface.co") {
        return None;
    }
    let (holds, help) = match url.path().split('/').find(|part| !part.is_empty()) {
        Some("spaces") => (
            "a demo",
            "write the address after `demo:`, and the authors' repository, if any, after `code:`",
        ),
        Some("datasets") => (
            "data",
            "write the address after `download:` in the dataset's entry, and the repository, if any, after `code:`",
        ),
        Some("papers") => (
            "a paper",
            "write the address in `papers: […]`, and the authors' repository, if any, after `code:`",
        ),
        _ => (
            "weights",
            "write the address after `weights:` if the authors released them, else in `conversions: […]`, and the \
             authors' repository, if any, after `code:`",
        ),
    };
    Some(Better { holds, help })
}

fn weights_are_not_their_own_conversion(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for record in &subject.catalog.records {
        let Some(model) = record.entry.model() else { continue };
        let Some(links) = &model.links else { continue };
        let Some(weights) = links.weights.as_ref().and_then(|weights| weights.value()) else {
            continue;
        };
        for (index, conversion) in links.conversions.iter().enumerate() {
            if conversion.identity() == weights.identity() {
                findings.push(
                    Diag::new(
                        Code::LinkInWrongPlace,
                        Place::value(record.file, format!("links.conversions[{index}]")),
                        "the same address is given as the authors' weights and as a conversion",
                    )
                    .also(Place::value(record.file, "links.weights"), "given as the authors' weights here")
                    .help("keep it under `weights` if the authors released it, else under `conversions`"),
                );
            }
        }
    }
}

/// A citation gives `doi` with the journal, and `preprint_doi` with the server.
fn dois_of_articles_are_not_those_of_preprints(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for record in &subject.catalog.records {
        let Some(paper) = record.entry.paper() else { continue };
        let Some(doi) = paper.doi.as_ref().filter(|doi| doi.is_preprint()) else { continue };
        let is_article = paper.volume.is_some()
            || paper.issue.is_some()
            || matches!(paper.publication, Some(Publication::Journal | Publication::Conference));
        let help = match &paper.preprint_doi {
            Some(other) if !other.is_preprint() => {
                format!("exchange the two: `doi: {other}` and `preprint_doi: {doi}`")
            }
            None if is_article => {
                format!("write `preprint_doi: {doi}`, and the DOI of the article as `doi`")
            }
            _ => continue,
        };
        findings.push(
            Diag::new(
                Code::LinkInWrongPlace,
                Place::value(record.file, "doi"),
                format!("`{doi}` is the DOI of a preprint, and the paper is an article"),
            )
            .help(help),
        );
    }
}
