//! Data as classic scripts, since a page that was opened from a folder may load those and nothing else.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Edition;
use crate::kinds::KindId;
use crate::render::Material;
use crate::render::cite::Style;
use crate::schema::schema;
use crate::views::citation::Reference;
use crate::views::{Comparison, SearchIndex};

/// What entries of a kind are compared by, with the words for it.
#[derive(Serialize)]
struct Compare<'c> {
    /// The labels of the fields.
    labels: Vec<&'c str>,
    /// The words for why there is no value.
    states: BTreeMap<&'c str, &'c str>,
    /// The words for where links lead.
    links: BTreeMap<&'c str, &'c str>,
    #[serde(flatten)]
    comparison: Comparison,
}

/// A script that puts data under a name of the one object that pages share.
///
/// Every character that could end the script or a line of it stands in an escape, which JSON and scripts read alike.
pub(super) fn data(name: &str, data: &impl Serialize) -> Vec<u8> {
    let json = serde_json::to_string(data).unwrap_or_else(|_| "null".to_owned());
    format!("(window.listwright = window.listwright || {{}}).{name} = {};\n", safe(&json))
        .into_bytes()
}

/// JSON that may stand in a script.
fn safe(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// `assets/search-index.js`: what search looks through, loaded when it is first used.
pub(super) fn search_index(material: Material<'_>) -> Vec<u8> {
    data("search", &SearchIndex::of(material.viewer()))
}

/// `compare/models.js` and its like: the listed entries of a kind, side by side.
pub(super) fn comparison(edition: &Edition<'_>, kind: KindId) -> Vec<u8> {
    let mut comparison = Comparison::of(edition.viewer, kind);
    let word = |key: &'static str| edition.strings.get(key).map_or(key, String::as_str);
    let cells = comparison.entries.values_mut().flat_map(|entry| entry.cells.values_mut());
    for cell in cells {
        if let Some(words) = cell.key.take().and_then(|key| edition.strings.get(&key)) {
            cell.text = Some(words.clone());
        }
    }
    let below = |prefix: &'static str| {
        let words = edition.strings.iter();
        let known = words.filter_map(move |(key, words)| Some((key.strip_prefix(prefix)?, words)));
        // `state.not reported.about` is a sentence about `state.not reported`.
        let short = known.filter(|(key, _)| !key.contains('.'));
        short.map(|(key, words)| (key, words.as_str())).collect::<BTreeMap<_, _>>()
    };
    let labels = comparison.fields.iter().map(|field| word(field)).collect();
    data(
        kind.folder(),
        &Compare { labels, states: below("state."), links: below("link."), comparison },
    )
}

/// The citations of entries, of which a page takes those that a reader selected.
#[derive(Serialize)]
struct Citations<'c> {
    /// What stands before the first text, between two and after the last one.
    frame: [&'static str; 3],
    /// The text of each entry; entries that cite the same work have the same.
    of: BTreeMap<&'c str, String>,
}

/// `cite/models.bib.js` and its like: how the listed entries of a kind are cited, loaded when somebody wants to cite some.
pub(super) fn citations(material: Material<'_>, kind: KindId, style: Style) -> Vec<u8> {
    let viewer = material.viewer();
    let records = viewer.newest_first(kind).into_iter();
    let cited =
        records.map(|record| (record.id.as_str(), style.part(&Reference::of(viewer, record))));
    let citations = Citations { frame: style.frame(), of: cited.collect() };
    data(&format!("cite_{}_{}", kind.folder(), style.id()), &citations)
}

/// `suggest/models.js` and its like: the schema of a kind, from which a form is made, with the labels of its fields.
pub(super) fn form(edition: &Edition<'_>, kind: KindId) -> Vec<u8> {
    let catalog = edition.viewer.catalog;
    let schema = schema(kind, &catalog.languages, &catalog.vocabulary, &catalog.registry);
    let fields = &catalog.of(kind).fields;
    let of_field = |key: &str| {
        let first = key.split('.').next();
        fields.iter().any(|field| Some(field.key) == first)
    };
    let labels: BTreeMap<&String, &String> =
        edition.strings.iter().filter(|(key, _)| of_field(key)).collect();
    let labels = serde_json::to_string(&labels).unwrap_or_else(|_| "{}".to_owned());
    let form = format!(
        "(window.listwright = window.listwright || {{}}).form_{} = {{\"labels\":{},\"schema\":{}}};\n",
        kind.folder(),
        safe(&labels),
        safe(schema.trim_end()),
    );
    form.into_bytes()
}
