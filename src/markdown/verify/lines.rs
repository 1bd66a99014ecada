//! The checks that need the source's lines, and those of the whole page.

use std::ops::Range;

use super::super::slug::slug;
use super::tables::{cells, is_delimiter_row};
use super::{FaultKind, Reading};

/// The longest fragment for which a similar one is sought, in bytes.
const LONGEST_SOUGHT: usize = 256;

/// For how many dead links a similar name is sought.
const MOST_SOUGHT: usize = 50;

/// How alike a name must be to be proposed, from 0 to 1.
const ALIKE: f64 = 0.6;

impl<'r> Reading<'r> {
    /// The rest of the line on which a byte stands.
    pub(super) fn line_at(&self, start: usize) -> &'r str {
        self.readme.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("")
    }

    /// Checks that a row is as wide as the header.
    pub(super) fn check_row(&mut self, start: usize) {
        let line = self.line_at(start).trim_end();
        let (found, width) = (cells(line), self.width);
        if found == width {
            return;
        }
        let help = if found < width {
            format!("add {} at the end", counted(width - found, "cell"))
        } else {
            "write `\\|` for a pipe in a cell's text".to_owned()
        };
        let message = format!("this row has {}, its header {width}", counted(found, "cell"));
        self.fault(start..start + line.len(), FaultKind::RaggedRow, message, Some(help));
    }

    /// Finds the row of dashes of a table in a paragraph, where GitHub reads no table.
    pub(super) fn check_lost_table(&mut self, paragraph: Range<usize>) {
        let text = self.readme.get(paragraph.clone()).unwrap_or("");
        let (mut start, mut header) = (paragraph.start, "");
        for line in text.split_inclusive('\n') {
            let line_start = start;
            start += line.len();
            // Within a quotation the sign stands before the line.
            let row = line.trim_start_matches(['>', ' ']);
            if !header.is_empty() && is_delimiter_row(row) {
                let (dashes, width) = (cells(row), cells(header));
                let (message, help) = if dashes == width {
                    let message = "this row of dashes belongs to no table".to_owned();
                    (message, "write it under a header that starts in the same way".to_owned())
                } else {
                    let dashes = counted(dashes, "cell");
                    let message = format!("this row of dashes has {dashes}, the header {width}");
                    (message, "write one `---` for every cell of the header".to_owned())
                };
                let span = line_start..line_start + line.trim_end().len();
                self.fault(span, FaultKind::RaggedRow, message, Some(help));
            }
            header = row.trim();
        }
    }

    /// Checks that a fenced block of code is closed.
    pub(super) fn check_fence(&mut self, block: Range<usize>) {
        let text = self.readme.get(block.clone()).unwrap_or("");
        let sign = text.chars().next().filter(|sign| matches!(sign, '`' | '~')).unwrap_or('`');
        let opening = text.len() - text.trim_start_matches(sign).len();
        let last = text.lines().skip(1).last().unwrap_or("");
        let closing = last.trim_matches(['>', ' ', '\t']);
        if closing.len() >= opening && closing.chars().all(|character| character == sign) {
            return;
        }
        let first = block.start..block.start + text.lines().next().unwrap_or("").len();
        let fence = String::from(sign).repeat(opening);
        let help = Some(format!("write `{fence}` on a line of its own behind the code"));
        self.fault(first, FaultKind::Markup, "this block of code is not closed".to_owned(), help);
    }

    /// Finds a comment without an end, which is shown as text where it stands within a line.
    pub(super) fn check_open_comment(&mut self, text: Range<usize>) {
        if self.in_code {
            return;
        }
        let readme = self.readme;
        let shown = readme.get(text.clone()).unwrap_or("");
        for (at, _) in shown.match_indices('<') {
            let start = text.start + at;
            let escaped = readme.get(..start).is_some_and(|before| before.ends_with('\\'));
            if !escaped && readme.get(start..).is_some_and(|rest| rest.starts_with("<!--")) {
                self.open_comment(start..start + 4);
            }
        }
    }

    pub(super) fn open_comment(&mut self, span: Range<usize>) {
        let help = Some("write `-->` where the comment ends".to_owned());
        let message = "this comment is not closed".to_owned();
        self.fault(span, FaultKind::Markup, message, help);
    }

    /// Checks that GitHub shows the whole page.
    pub(super) fn check_size(&mut self) {
        let (size, limit) = (self.readme.len(), self.facts.limit);
        if size > limit {
            let message = format!("the page has {size} bytes, and {limit} are shown");
            let help = Some("show fewer entries in the tables".to_owned());
            let span = self.readme.floor_char_boundary(limit)..size;
            self.fault(span, FaultKind::TooLarge, message, help);
        }
    }

    /// Checks that the links within the page lead somewhere.
    pub(super) fn check_anchors(&mut self) {
        let mut dead = 0;
        for (span, fragment) in std::mem::take(&mut self.inner_links) {
            if !self.anchors.contains(&fragment) {
                dead += 1;
                let nearest = if dead <= MOST_SOUGHT { self.nearest(&fragment) } else { None };
                let help = nearest.map(|anchor| format!("write `#{anchor}`"));
                let message = format!("no heading and no `id` is named `#{fragment}`");
                self.fault(span, FaultKind::DeadAnchor, message, help);
            }
        }
    }

    /// The anchor that was probably meant: the name of a heading of this text, or the most similar one.
    fn nearest(&self, fragment: &str) -> Option<&str> {
        if fragment.len() > LONGEST_SOUGHT {
            return None;
        }
        let name = slug(fragment);
        if let Some(anchor) = self.anchors.get(&name).filter(|anchor| !anchor.is_empty()) {
            return Some(anchor);
        }
        let sought = self.anchors.iter().filter(|anchor| anchor.len() <= LONGEST_SOUGHT);
        let rated =
            sought.map(|anchor| (strsim::normalized_damerau_levenshtein(&name, anchor), anchor));
        let best = rated.max_by(|(a, _), (b, _)| a.total_cmp(b));
        best.filter(|&(alike, _)| alike >= ALIKE).map(|(_, anchor)| anchor.as_str())
    }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
