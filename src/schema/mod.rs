//! The JSON Schema of a kind, for editors: drawn from the same fields and words by which the checker reads entries.
//!
//! It never refuses what the checker accepts. What only a look at other entries can tell stays with the checker.

mod json;
mod rules;
mod scalars;
mod shapes;

use crate::kinds::{KindId, Registry};
use crate::vocabulary::Vocabulary;
use json::Object;
use shapes::Shapes;

/// The dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// How the comment begins that says that a schema was made.
const MADE: &str = "Made by `listwright schema ";

/// Whether a file of a schema was made by this program, or says nothing that could be lost.
#[must_use]
pub fn is_made(text: &str) -> bool {
    text.trim().is_empty() || text.contains(&format!("\"$comment\": \"{MADE}"))
}

/// The schema of a kind in a list with these languages and words, ended by a newline.
#[must_use]
pub fn schema(
    kind: KindId,
    languages: &[String],
    vocabulary: &Vocabulary,
    registry: &Registry,
) -> String {
    let fields = &registry.of(kind).fields;
    let mut shapes = Shapes::new(languages, vocabulary, fields);
    let entry = shapes.record(fields);
    let noun = kind.noun();
    let about = format!("An entry of a {noun}: one file in entries/{}.", kind.folder());
    let schema = Object::default()
        .with("$schema", DIALECT)
        .with("$comment", format!("{MADE}{noun}`; do not edit."))
        .with("title", noun)
        .with("description", about);
    let schema = schema
        .joined(entry)
        .with("allOf", rules::by_status(fields, &registry.of(kind).one_of()))
        .with("$defs", shapes.definitions());
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// Where the schema of a kind is kept in a list, from its root.
#[must_use]
pub fn path(kind: KindId) -> String {
    format!("schema/{}.schema.json", kind.noun())
}
