//! Data as classic scripts, since a page that was opened from a folder may load those and nothing else.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Edition;
use crate::kinds::KindId;
use crate::render::Material;
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
    let mut script = format!("(window.listwright = window.listwright || {{}}).{name} = ");
    for character in json.chars() {
        match character {
            '<' => script.push_str("\\u003c"),
            '\u{2028}' => script.push_str("\\u2028"),
            '\u{2029}' => script.push_str("\\u2029"),
            other => script.push(other),
        }
    }
    script.push_str(";\n");
    script.into_bytes()
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
