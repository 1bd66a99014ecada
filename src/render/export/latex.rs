//! Entries as a table for `LaTeX`, with the keys of the list's own `.bib` file.

use super::layout::{Layout, Length, Need, is_whole, layout, longest, pieces};
use crate::catalog::Record;
use crate::kinds::KindId;
use crate::tex;
use crate::value::PaperRef;
use crate::views::citation::Reference;
use crate::views::{Cell, Viewer, columns};

/// The column of `\cite` alone; without it, `\cite` stands behind the name.
pub(super) const CITE: &str = "cite";

/// What a reader who is new to the table has to know, atop of it.
const HEAD: &str = "\
% In the preamble: \\usepackage{array,booktabs,longtable} and \\usepackage{hyperref}
% The keys of \\cite are those of list.bib: listwright export --format bibtex --out list.bib
";

/// The same for a table that needs the long side of the page.
const TURNED: &str = "% The table is wider than a page, and stands across it: \\usepackage{pdflscape} in the preamble, too
";

/// Lets pdfLaTeX go on where a character has no form in `TeX`; other engines show it where a font has it.
const GUARD: &str = "\\expandafter\\def\\csname UTFviii@undefined@err\\endcsname#1{?}\n";

/// A cell as it is written, and the room that it needs.
struct Written {
    text: String,
    need: Need,
}

/// The table; no columns are the usual ones.
pub(super) fn table(
    viewer: Viewer<'_>,
    kind: KindId,
    records: &[&Record],
    wanted: &[String],
) -> String {
    let known = columns::of_kind(viewer.catalog.of(kind));
    let label = |show: &str| {
        let heading = known.iter().find(|(known, _)| *known == show);
        heading.map_or("Cited as", |(_, label)| *label).to_owned()
    };
    let usual: Vec<String> =
        viewer.catalog.of(kind).narrow.iter().map(|show| (*show).to_owned()).collect();
    let shows = if wanted.is_empty() { &usual } else { wanted };
    let longest = longest(shows.len());
    let apart = shows.iter().any(|show| show == CITE);
    let rows: Vec<Vec<Written>> = records
        .iter()
        .map(|record| {
            let cell = |(at, show): (usize, &String)| {
                let cite = (at == 0 && !apart).then(|| key(viewer, record));
                written(viewer, record, show, cite, longest)
            };
            shows.iter().enumerate().map(cell).collect()
        })
        .collect();
    let headings: Vec<String> = shows.iter().map(|show| label(show)).collect();
    let needs = headings.iter().enumerate().map(|(at, heading)| {
        let heading = Need::of(heading, longest);
        Need::of_column(heading, rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.need))
    });
    let Layout { columns, size, separation, turned } = layout(&needs.collect::<Vec<_>>());
    let headings: Vec<String> =
        headings.iter().map(|heading| breakable(heading, longest)).collect();
    let headings = format!("\\toprule\n{} \\\\\n\\midrule\n", headings.join(" & "));
    let (count, caption) = (shows.len(), caption(viewer, kind, records.len()));
    let label = kind.folder();
    let (before, after) =
        if turned { ("\\begin{landscape}\n", "\\end{landscape}\n") } else { ("", "") };
    let mut table = format!(
        "{before}\\begingroup\n{size}\\setlength{{\\tabcolsep}}{{{separation}pt}}\\setlength{{\\LTcapwidth}}{{\\linewidth}}\n\
         \\begin{{longtable}}{{@{{}}{columns}@{{}}}}\n\\caption{{{caption}}}\\label{{tab:{label}}}\\\\\n{headings}\
         \\endfirsthead\n\\multicolumn{{{count}}}{{@{{}}l@{{}}}}{{\\emph{{continued}}}} \\\\\n{headings}\\endhead\n\
         \\midrule\n\\endfoot\n\\bottomrule\n\\endlastfoot\n"
    );
    // Rows of several lines need space between them to be told apart.
    let end = if columns.contains('p') { " \\\\\n\\addlinespace[2pt]\n" } else { " \\\\\n" };
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(|cell| cell.text).collect();
        // A bracket or a star would belong to the end of the row before.
        let opens = cells.first().is_some_and(|cell| cell.starts_with(['[', '*']));
        table.push_str(if opens { "{}" } else { "" });
        table.extend([&cells.join(" & "), end]);
    }
    table.extend(["\\end{longtable}\n\\endgroup\n", after]);
    let guard = if tex::shows(&table) { "" } else { GUARD };
    format!("{HEAD}{}{guard}{table}", if turned { TURNED } else { "" })
}

/// What the table holds, of which list, as of when.
fn caption(viewer: Viewer<'_>, kind: KindId, shown: usize) -> String {
    let list = Reference::of_list(viewer, None);
    let of = viewer.catalog.listed(kind).count();
    let of = if shown == of { shown.to_string() } else { format!("{shown} of the {of}") };
    let things = if of == "1" { kind.noun() } else { kind.folder() };
    let as_of = viewer.catalog.as_of.map(|date| format!(", as of {date}")).unwrap_or_default();
    let title = tex::written(&one_line(list.title));
    format!("{of} {things} of the list ``{title}''~\\cite{{{}}}{as_of}.", list.key)
}

/// The key by which a text cites an entry.
fn key(viewer: Viewer<'_>, record: &Record) -> String {
    Reference::of(viewer, record).key
}

fn written(
    viewer: Viewer<'_>,
    record: &Record,
    show: &str,
    cite: Option<String>,
    longest: Length,
) -> Written {
    if show == CITE {
        let key = key(viewer, record);
        return Written { text: format!("\\cite{{{key}}}"), need: Need::of_numbers(1) };
    }
    let mut cell = columns::cell(viewer, record, show);
    let mut cited: Vec<String> = Vec::new();
    if show == "papers" {
        // A paper that is an entry is cited; the others are links.
        let of_entries = record.entry.papers().iter().filter_map(|paper| viewer.paper(paper));
        cited = of_entries.map(|paper| key(viewer, paper)).collect();
        let others = record.entry.papers().iter().filter(|paper| viewer.paper(paper).is_none());
        let others: Vec<PaperRef> = others.cloned().collect();
        cell.links = crate::views::cell::paper_links(viewer, &others);
    }
    cited.extend(cite);
    let mut written = plain(&cell, longest);
    if !cited.is_empty() {
        let numbers = Need::of_numbers(cited.len());
        let numbered = format!("\\cite{{{}}}", cited.join(","));
        if written.text.is_empty() {
            return Written { text: numbered, need: numbers };
        }
        // No `~` ties it to the word before, as a column would have to be as wide as both.
        written.text.extend([" ", &numbered]);
        written.need = written.need.beside(" ", numbers);
    }
    written
}

/// Texts, links and states.
fn plain(cell: &Cell, longest: Length) -> Written {
    let mut parts: Vec<String> = Vec::new();
    let mut need = Need::default();
    let mut see = |text: &str| need = need.beside(", ", Need::of(text, longest));
    if let Some(text) = &cell.text {
        let text = one_line(text);
        parts.push(breakable(&text, longest));
        see(&text);
    }
    for link in &cell.links {
        let label = one_line(&link.label);
        parts.push(format!("\\href{{{}}}{{{}}}", address(&link.url), breakable(&label, longest)));
        see(&label);
    }
    if let (Some(missing), true) = (cell.missing, parts.is_empty()) {
        parts.push(format!("\\emph{{{missing}}}"));
        see(missing);
    }
    Written { text: parts.join(", "), need }
}

/// A text in the forms of `TeX`, which may be broken within words that no column has room for.
fn breakable(text: &str, longest: Length) -> String {
    if is_whole(text) {
        return format!("\\mbox{{{text}}}");
    }
    let pieces: Vec<String> = pieces(text, longest).into_iter().map(tex::written).collect();
    pieces.join("\\allowbreak{}")
}

/// An address for `\href`, in a cell: what `TeX` would read for itself is escaped, what could end the argument encoded.
fn address(url: &str) -> String {
    let mut written = String::new();
    for c in url.chars() {
        match c {
            '%' | '#' | '&' => written.extend(['\\', c]),
            c if c.is_ascii_graphic() && !"{}\\^$~".contains(c) => written.push(c),
            c => {
                let mut bytes = [0; 4];
                let bytes = c.encode_utf8(&mut bytes).bytes();
                written.extend(bytes.map(|byte| format!("\\%{byte:02X}")));
            }
        }
    }
    written
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
