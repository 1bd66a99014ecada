//! Entries as a table for `LaTeX`, with the keys of the list's own `.bib` file.

use crate::catalog::Record;
use crate::kinds::{Entry, KindId};
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

/// Lets pdfLaTeX go on where a character has no form in `TeX`; other engines show it where a font has it.
const GUARD: &str = "\\expandafter\\def\\csname UTFviii@undefined@err\\endcsname#1{?}\n";

/// How many characters a line of an article holds.
const LINE: usize = 74;

/// The widest column that is not broken into lines.
const NARROW: usize = 14;

/// How wide the name of an entry may be before it is broken into lines: a short one that is broken reads badly.
const NARROW_NAME: usize = 28;

/// How many characters a number of the bibliography takes, with its brackets and the space before it.
const NUMBER: usize = 6;

/// What a table shows of a kind where no column is named: what is short enough to be compared.
fn usual(kind: KindId) -> &'static [&'static str] {
    match kind {
        KindId::Model => &["name", "released", "parameters", "architecture", "rna"],
        KindId::Paper => &["title", "venue", "date"],
        KindId::Dataset => &["name", "released", "size", "tasks"],
        KindId::Challenge => &["name", "dates", "organizer", "metric"],
    }
}

/// A cell as it is written, how many characters of it are seen, and how many of them cannot be taken apart.
struct Written {
    text: String,
    width: usize,
    longest: usize,
}

/// What the cells of a column need.
#[derive(Clone, Copy)]
struct Need {
    width: usize,
    longest: usize,
}

/// The table; no columns are the usual ones.
pub(super) fn table(
    viewer: Viewer<'_>,
    kind: KindId,
    records: &[&Record],
    wanted: &[String],
) -> String {
    let known = columns::of_kind(kind);
    let label = |show: &str| {
        let heading = known.iter().find(|(known, _)| *known == show);
        heading.map_or("Cited as", |(_, label)| *label).to_owned()
    };
    let usual: Vec<String> = usual(kind).iter().map(|show| (*show).to_owned()).collect();
    let shows = if wanted.is_empty() { &usual } else { wanted };
    let apart = shows.iter().any(|show| show == CITE);
    let rows: Vec<Vec<Written>> = records
        .iter()
        .map(|record| {
            let cell = |(at, show): (usize, &String)| {
                let cite = (at == 0 && !apart).then(|| key(viewer, record));
                written(viewer, record, show, cite)
            };
            shows.iter().enumerate().map(cell).collect()
        })
        .collect();
    let headings: Vec<String> = shows.iter().map(|show| label(show)).collect();
    let needs = headings.iter().enumerate().map(|(at, heading)| {
        let of_rows = rows.iter().filter_map(|row| row.get(at));
        let own = Need { width: heading.chars().count(), longest: longest_word(heading) };
        of_rows.fold(own, |need, cell| Need {
            width: need.width.max(cell.width),
            longest: need.longest.max(cell.longest),
        })
    });
    let layout = layout(&needs.collect::<Vec<_>>());
    let headings: Vec<String> = headings.iter().map(|heading| tex::written(heading)).collect();
    let headings = headings.join(" & ");
    let mut table =
        format!("\\begin{{longtable}}{{@{{}}{layout}@{{}}}}\n\\toprule\n{headings} \\\\\n");
    table.push_str("\\midrule\n\\endhead\n\\bottomrule\n\\endlastfoot\n");
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(|cell| cell.text).collect();
        table.extend([&cells.join(" & "), " \\\\\n"]);
    }
    table.push_str("\\end{longtable}\n");
    let guard = if tex::shows(&table) { "" } else { GUARD };
    format!("{HEAD}{guard}{table}")
}

/// The columns' widths: short ones as wide as they are, the others share what is left of a line, none so narrow that its
/// longest word has no place.
fn layout(needs: &[Need]) -> String {
    let between = (5 * needs.len().saturating_sub(1)).div_ceil(2);
    let whole: usize = needs.iter().map(|need| need.width).sum();
    if whole + between <= LINE {
        return "l".repeat(needs.len());
    }
    let is_narrow =
        |at: usize, need: &Need| need.width <= if at == 0 { NARROW_NAME } else { NARROW };
    let (mut narrow, mut wide) = (0, 0);
    for (at, need) in needs.iter().enumerate() {
        let width = need.width.min(LINE);
        if is_narrow(at, need) { narrow += width } else { wide += width }
    }
    let left = LINE.saturating_sub(narrow + between);
    let column = |(at, need): (usize, &Need)| {
        if is_narrow(at, need) {
            return "l".to_owned();
        }
        let share = need.width.min(LINE) * left / wide.max(1);
        let hundredths = (share.max(need.longest + 1) * 100 / LINE).clamp(1, 99);
        format!(">{{\\raggedright\\arraybackslash}}p{{0.{hundredths:02}\\linewidth}}")
    };
    needs.iter().enumerate().map(column).collect()
}

fn longest_word(text: &str) -> usize {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/'));
    words.map(|word| word.chars().count()).max().unwrap_or(0)
}

/// The key by which a text cites an entry.
fn key(viewer: Viewer<'_>, record: &Record) -> String {
    Reference::of(viewer, record).key
}

fn written(viewer: Viewer<'_>, record: &Record, show: &str, cite: Option<String>) -> Written {
    if show == CITE {
        let key = key(viewer, record);
        return Written { text: format!("\\cite{{{key}}}"), width: NUMBER, longest: NUMBER };
    }
    let mut cell = columns::cell(viewer, record, show);
    let mut cited: Vec<String> = Vec::new();
    if show == "papers" {
        // A paper that is an entry is cited; the others are links.
        let of_entries = papers(&record.entry).iter().filter_map(|paper| viewer.paper(paper));
        cited = of_entries.map(|paper| key(viewer, paper)).collect();
        let others = papers(&record.entry).iter().filter(|paper| viewer.paper(paper).is_none());
        let others: Vec<PaperRef> = others.cloned().collect();
        cell.links = crate::views::cell::paper_links(viewer, &others);
    }
    cited.extend(cite);
    let mut written = plain(&cell);
    if !cited.is_empty() {
        let space = if written.text.is_empty() { "" } else { "~" };
        written.text.extend([space, "\\cite{", &cited.join(","), "}"]);
        written.width += NUMBER * cited.len();
        // It is tied to the word before it.
        written.longest += NUMBER;
    }
    written
}

fn papers(entry: &Entry) -> &[PaperRef] {
    match entry {
        Entry::Model(model) => &model.papers,
        Entry::Dataset(dataset) => &dataset.papers,
        Entry::Challenge(challenge) => &challenge.papers,
        Entry::Paper(_) => &[],
    }
}

/// Texts, links and states.
fn plain(cell: &Cell) -> Written {
    let mut parts: Vec<String> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    if let Some(text) = &cell.text {
        parts.push(tex::written(&one_line(text)));
        seen.push(text);
    }
    for link in &cell.links {
        let label = tex::written(&one_line(&link.label));
        parts.push(format!("\\href{{{}}}{{{label}}}", address(&link.url)));
        seen.push(&link.label);
    }
    if let (Some(missing), true) = (cell.missing, parts.is_empty()) {
        parts.push(format!("\\emph{{{missing}}}"));
        seen.push(missing);
    }
    let width: usize = seen.iter().map(|part| part.chars().count() + 2).sum();
    let longest = seen.iter().map(|part| longest_word(part)).max().unwrap_or(0);
    Written { text: parts.join(", "), width: width.saturating_sub(2), longest }
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
