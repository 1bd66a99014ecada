//! Entries as a table in GitHub's Markdown, with the cells of README.md.

use crate::catalog::Record;
use crate::kinds::{KindFields, KindId};
use crate::markdown::cell;
use crate::views::{Cell, Viewer, columns};

/// The table; no columns are those that README.md has.
pub(super) fn table(
    viewer: Viewer<'_>,
    kind: KindId,
    records: &[&Record],
    wanted: &[String],
) -> String {
    let headings = headings(viewer.catalog.of(kind), wanted);
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut table = line(headings.iter().map(|(_, label)| cell::escape(label)).collect());
    table.push_str(&line(vec!["---".to_owned(); headings.len()]));
    for record in records {
        let cells = headings.iter().map(|(show, _)| shown(&columns::cell(viewer, record, show)));
        table.push_str(&line(cells.collect()));
    }
    table
}

fn headings(fields: &KindFields, wanted: &[String]) -> Vec<(&'static str, &'static str)> {
    let all = columns::of_kind(fields);
    if wanted.is_empty() {
        return columns::usual_of(fields);
    }
    let heading = |show: &String| all.iter().find(|(known, _)| known == show).copied();
    wanted.iter().filter_map(heading).collect()
}

fn shown(of: &Cell) -> String {
    let text = of.text.as_deref().map(cell::escape);
    let links = of.links.iter().map(|link| format!("[{}]", cell::link(&link.label, &link.url)));
    let links = links.collect::<Vec<_>>().join(" ");
    let missing = of.missing.map(|missing| format!("*{}*", cell::escape(missing)));
    let parts =
        text.into_iter().chain(Some(links).filter(|links| !links.is_empty())).chain(missing);
    parts.collect::<Vec<_>>().join(" ")
}
