//! Every address that the list's own files name, each with the file and the field: for programs that look at them.

use crate::config::Survey;
use crate::markdown::html;
use crate::read::{Field, Named, Record as _, addresses};
use crate::render::Material;
use crate::source::FileId;
use crate::views::Selection;
use crate::vocabulary::Vocabulary;
use crate::yaml;

/// A line for each time an address is named: the address, the file, the field, with tabs between them.
pub(super) fn lines(material: Material<'_>, selection: &Selection) -> String {
    let mut lines = String::new();
    let records = &material.catalog.records;
    for record in selection.positions(material.viewer()).iter().filter_map(|at| records.get(*at)) {
        of_file(material, record.file, &material.catalog.of(record.kind).fields, &mut lines);
    }
    if selection.is_everything(material.viewer()) {
        for (path, fields) in [
            ("entries/survey.yaml", Survey::FIELDS),
            ("entries/vocabulary.yaml", &Vocabulary::fields(&material.catalog.registry.sections())),
        ] {
            if let Some(file) = material.sources.find(path) {
                of_file(material, file, fields, &mut lines);
            }
        }
    }
    lines
}

fn of_file(material: Material<'_>, file: FileId, fields: &[Field], lines: &mut String) {
    let source = material.sources.file(file);
    let Some(tree) = yaml::parse(file, source, &mut Vec::new()) else { return };
    for (route, named) in addresses(&tree, fields) {
        let found = match named {
            Named::Address(address) => vec![address],
            Named::Text(text, true) => {
                let mut found = html::addresses(&text);
                found.retain(|address| address.starts_with("http"));
                found
            }
            Named::Text(text, false) => in_text(&text),
        };
        for address in found {
            lines.extend([&address, "\t", &source.path, "\t", &route, "\n"]);
        }
    }
}

/// The addresses in a text that is not Markdown: each ends at a space, at a quote or a bracket, or at the mark that ends
/// a sentence.
fn in_text(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("http") {
        let (_, from) = rest.split_at(start);
        let ends = |c: char| {
            c.is_whitespace() || c.is_control() || "\"<>()[]{}`，。；：、（）《》「」“”".contains(c)
        };
        let end = from.find(ends).unwrap_or(from.len());
        let (address, after) = from.split_at(end);
        let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*']);
        let path = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        if path.is_some_and(|path| path.contains('.')) {
            found.push(address.to_owned());
        }
        rest = after;
    }
    found
}
