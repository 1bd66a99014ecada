//! The documents are true: their tables come from the code, their examples are run, what they name exists.

mod examples;
mod fields;
mod forms;
mod mistakes;
mod modules;
mod repository;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use listwright::config::{languages_of, registry_of};
use listwright::kinds::Registry;
use listwright::source::{Source, Sources};
use listwright::yaml;

/// The documents that people read in the repository.
const DOCUMENTS: [&str; 5] =
    ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md"];

/// A file of the repository.
fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text of a file of the repository.
#[track_caller]
pub(crate) fn text_of(path: &str) -> String {
    fs::read_to_string(at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Whether documents are to be brought up to date instead of compared.
fn overwrites() -> bool {
    std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite")
}

/// Several tests keep parts of the same document: one writes at a time.
fn alone() -> MutexGuard<'static, ()> {
    static WRITER: Mutex<()> = Mutex::new(());
    WRITER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Demands that a part of a document is what the code says, or makes it so.
#[track_caller]
fn kept(document: &str, old: &str, new: &str) {
    let _alone = alone();
    if old == new {
        return;
    }
    if overwrites() {
        let text = text_of(document);
        assert_eq!(text.matches(old).count(), 1, "the part of {document} to be replaced");
        fs::write(at(document), text.replacen(old, new, 1)).unwrap();
        return;
    }
    let diff = similar::TextDiff::from_lines(old, new).unified_diff().to_string();
    panic!(
        "{document} is out of date:\n{diff}\nbring it up to date: SNAPSHOTS=overwrite cargo test docs"
    );
}

/// The part of a document between `<!-- name: … -->` and `<!-- /name -->`.
#[track_caller]
fn part(document: &str, name: &str) -> String {
    let text = text_of(document);
    let begin = format!("<!-- {name}:");
    let end = format!("<!-- /{name} -->");
    let after = text.split_once(&begin).and_then(|(_, rest)| rest.split_once("-->\n"));
    let inside = after.and_then(|(_, rest)| rest.split_once(&end)).map(|(inside, _)| inside);
    inside.unwrap_or_else(|| panic!("{document} has no part `{name}`")).to_owned()
}

/// Demands that such a part is what the code says, or makes it so.
#[track_caller]
fn kept_part(document: &str, name: &str, new: &str) {
    let inside = |text: &str| format!("-->\n{text}<!-- /{name} -->");
    kept(document, &inside(&part(document, name)), &inside(new));
}

/// The fields of the list of this repository.
fn registry() -> &'static Registry {
    static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
        let text = text_of("entries/survey.yaml").into_bytes();
        let sources = Sources::new(vec![Source::from_bytes("entries/survey.yaml", text)]);
        let (id, source) = sources.iter().next().unwrap();
        let tree = yaml::parse(id, source, &mut Vec::new()).unwrap();
        registry_of(Some((id, &tree)), &languages_of(Some(&tree)))
    });
    &REGISTRY
}
