//! The canonical layout of the list's files.

use super::{Rewrite, line_end};
use crate::catalog::{FOLDER, Tally};
use crate::changes::Log;
use crate::config::{Survey, languages_of, registry_of};
use crate::diag::Diag;
use crate::kinds::{KindId, Registry};
use crate::litter::is_litter;
use crate::read::{Record as _, order_of};
use crate::source::{FileId, Source, Sources};
use crate::vocabulary::Vocabulary;
use crate::yaml::{self, Node, Order};

/// What laying files out came to.
#[derive(Debug, Default)]
pub struct Formatted {
    /// The files that are to change.
    pub rewrites: Vec<Rewrite>,
    /// The files that were looked at.
    pub files: Tally,
    /// Findings of files that cannot be read; they are left alone.
    pub findings: Vec<Diag>,
    /// Files that can be read and are left alone, as the layout would not say the same.
    pub left: Vec<FileId>,
}

/// Lays out the files that `wanted` names by their path.
#[must_use]
pub fn format(sources: &Sources, wanted: &dyn Fn(&str) -> bool) -> Formatted {
    let (languages, registry) = settings(sources);
    let mut formatted = Formatted::default();
    for (id, source) in sources.iter() {
        let Some(order) =
            order(&source.path, &languages, &registry).filter(|_| wanted(&source.path))
        else {
            continue;
        };
        if is_litter(source) {
            continue;
        }
        formatted.files.count(&source.path);
        let before = formatted.findings.len();
        let tree = yaml::parse(id, source, &mut formatted.findings);
        let Some(tree) = tree.filter(|_| formatted.findings.len() == before) else { continue };
        match lay_out(id, source, &tree, &order) {
            // A byte order mark is no part of the layout; the line ends are those of the system that the list is on.
            Some(text) => {
                let text = text.replace('\n', line_end(source.raw()));
                if text != source.raw() {
                    formatted.rewrites.push(Rewrite { file: id, text });
                }
            }
            None => formatted.left.push(id),
        }
    }
    formatted
}

/// The languages and the fields of a list.
fn settings(sources: &Sources) -> (Vec<String>, Registry) {
    let survey = sources.find(&format!("{FOLDER}/survey.yaml"));
    let tree =
        survey.and_then(|id| Some((id, yaml::parse(id, sources.file(id), &mut Vec::new())?)));
    let tree = tree.as_ref().map(|(id, tree)| (*id, tree));
    let languages = languages_of(tree.map(|(_, tree)| tree));
    let registry = registry_of(tree, &languages);
    (languages, registry)
}

/// The order of the keys of a file; `None` where it is none of the list's.
fn order(path: &str, languages: &[String], registry: &Registry) -> Option<Order> {
    let path = path.strip_prefix(FOLDER)?.strip_prefix('/')?;
    match path.split_once('/') {
        None => match path {
            "survey.yaml" => Some(order_of(Survey::FIELDS, languages)),
            "vocabulary.yaml" => {
                Some(order_of(&Vocabulary::fields(&registry.sections()), languages))
            }
            "changes.yaml" => Some(order_of(Log::FIELDS, languages)),
            _ => None,
        },
        Some((folder, name)) => {
            let kind = KindId::of_folder(folder)?;
            let stem = name.strip_suffix(".yaml")?;
            (!stem.contains('/')).then(|| order_of(&registry.of(kind).fields, languages))
        }
    }
}

/// The text in its layout, once the door has read the same from it.
fn lay_out(id: FileId, source: &Source, tree: &Node, order: &Order) -> Option<String> {
    let old = source.text();
    let text = yaml::layout(old, tree, order)?;
    let fresh = Source::from_bytes(source.path.as_str(), text.clone().into_bytes());
    let mut findings = Vec::new();
    let read = yaml::parse(id, &fresh, &mut findings)?;
    let proven = findings.is_empty()
        && yaml::same(tree, &read, order)
        && yaml::comments(old, tree)? == yaml::comments(&text, &read)?;
    proven.then_some(text)
}
