//! The data and citation files: one of each for an entry, for each list of entries, and for all of them. They stand once
//! below `data/v1/`, at the addresses of the pages they belong to.

use super::{Site, made};
use crate::catalog::Record;
use crate::kinds::KindId;
use crate::output::Origin;
use crate::render::cite::Format;
use crate::render::data;
use crate::views::Viewer;
use crate::views::citation::Reference;

/// The folder of the data, with its version.
pub(super) const FOLDER: &str = "data/v1/";

/// The name of the files that hold everything.
pub(super) const EVERYTHING: &str = "list";

/// The files of a page, without what their names end in: `data/v1/models/alder` for `models/alder/`.
pub(super) fn stem(address: &str) -> String {
    format!("{FOLDER}{}", address.trim_end_matches('/'))
}

/// The path of a citation file.
pub(super) fn citation_file(address: &str, format: Format) -> String {
    format!("{}.{}", stem(address), format.extension())
}

/// The path of the JSON of an entry.
pub(super) fn entry_file(record: &Record) -> String {
    format!("{}.json", stem(&record.address()))
}

/// The path of the table of a kind.
pub(super) fn table_file(kind: KindId) -> String {
    format!("{FOLDER}{}.csv", kind.folder())
}

/// The path of the scores of a benchmark as logs of evaluations.
pub(super) fn evaluations_file(id: &str) -> String {
    format!("{FOLDER}leaderboards/{id}.every-eval-ever.jsonl")
}

/// The path of the scores of a model for its repository on Hugging Face.
pub(super) fn eval_results_file(address: &str) -> String {
    format!("{}.eval_results.yaml", stem(address))
}

/// Whether a model has scores that have a place on Hugging Face.
pub(super) fn has_eval_results(site: &Site<'_>, record: &Record) -> bool {
    let boards = site.editions.first().map(|edition| &edition.boards);
    // Most models have no score at all, and to look that up costs nothing.
    boards.is_some_and(|boards| boards.scores_of(&record.address()).next().is_some())
        && data::v1::has_eval_results(site.material, record)
}

/// Every data and citation file, with its path.
pub(super) fn all<'s>(site: &'s Site<'_>) -> Vec<(String, Origin<'s>)> {
    let material = site.material;
    let mut files = vec![
        (format!("{FOLDER}catalog.json"), made(move || data::v1::catalog(material))),
        (
            format!("{FOLDER}catalog.schema.json"),
            made(move || Ok(data::v1::schema(material.catalog))),
        ),
    ];
    files.push((
        format!("{FOLDER}datapackage.json"),
        made(move || data::v1::package(material, site.base())),
    ));
    for kind in material.catalog.kinds() {
        let table = table_file(kind);
        let metadata = format!("{table}-metadata.json");
        files.push((metadata, made(move || data::v1::table_metadata(material, kind))));
        files.push((table, made(move || data::v1::table(material, kind))));
    }
    for (at, record) in material.catalog.records.iter().enumerate() {
        // Who keeps the address of a file finds it after a rename too, as a copy of what the entry is now.
        for address in std::iter::once(record.address()).chain(record.former_addresses()) {
            let path = format!("{}.json", stem(&address));
            files.push((path, made(move || data::v1::entry(material, at))));
            citations(&mut files, &address, move || vec![Reference::of(material.viewer(), record)]);
            if has_eval_results(site, record) {
                let make = move || Ok(data::v1::eval_results(material, record));
                files.push((eval_results_file(&address), made(make)));
            }
        }
    }
    let boards = site.editions.first().into_iter().flat_map(|edition| &edition.boards.all);
    for board in boards.filter(|board| board.about.models > 0) {
        let Some(record) = material.catalog.get(KindId::Dataset, &board.about.id) else { continue };
        let make = move || data::v1::evaluations(material, site.base(), record);
        files.push((evaluations_file(&board.about.id), made(make)));
    }
    citations(&mut files, EVERYTHING, move || {
        Reference::of_everything(material.viewer(), site.base())
    });
    selections(site, &mut files);
    files
}

/// The citations of the entries that a kind has, that share a value of a facet, or that are surveys.
fn selections<'s>(site: &'s Site<'_>, files: &mut Vec<(String, Origin<'s>)>) {
    let viewer = site.material.viewer();
    for kind in viewer.catalog.kinds() {
        citations(files, kind.folder(), move || {
            Reference::of_all(viewer, viewer.newest_first(kind))
        });
    }
    citations(files, "surveys", move || Reference::of_all(viewer, surveys(viewer)));
    let facets = site.editions.first().into_iter().flat_map(|edition| edition.facets.values());
    for value in facets.flatten().flat_map(|facet| &facet.values) {
        citations(files, &value.page, move || {
            let records = value.records.iter().filter_map(|at| viewer.catalog.records.get(*at));
            Reference::of_all(viewer, records)
        });
    }
}

fn surveys(viewer: Viewer<'_>) -> Vec<&Record> {
    let mut records = viewer.newest_first(KindId::Paper);
    records.retain(|record| record.entry.is_survey());
    records
}

/// Adds the files of references in every format.
fn citations<'s, 'c>(
    files: &mut Vec<(String, Origin<'s>)>,
    address: &str,
    references: impl Fn() -> Vec<Reference<'c>> + Send + Sync + Copy + 's,
) {
    for format in Format::ALL.iter().copied() {
        let make = move || Ok(format.write(&references()).into_bytes());
        files.push((citation_file(address, format), made(make)));
    }
}
