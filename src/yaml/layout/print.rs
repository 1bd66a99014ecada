//! Writes parts as text: two spaces for each level, one space behind a colon, and no space that says nothing.

use super::parts::{Body, Children, Document, Entry, Flow, Item, Note, Remark};

/// The text of a document.
pub(super) fn print(document: &Document<'_>) -> String {
    let mut printer = Printer { out: String::new(), keeps: false };
    printer.remarks(&document.header, 0);
    if document.header_apart {
        printer.blank();
    }
    printer.remarks(&document.root.remarks, 0);
    match &document.root.body {
        Body::Block(children) => printer.block(children, 0, false),
        Body::Flow(flow) => {
            printer.line(0);
            printer.flow(flow, 2);
        }
        Body::Nothing | Body::Text { .. } | Body::Literal { .. } => {}
    }
    printer.note(document.root.note);
    printer.remarks(&document.end, 0);
    printer.out.push('\n');
    printer.out
}

struct Printer {
    out: String,
    /// Whether the last thing is a block that takes every empty line below it for its own.
    keeps: bool,
}

impl Printer {
    /// Begins a line.
    fn line(&mut self, indent: usize) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.keeps = false;
        self.out.extend(std::iter::repeat_n(' ', indent));
    }

    /// Leaves a line empty, unless it is the first or would be part of a text.
    fn blank(&mut self) {
        if !self.out.is_empty() && !self.keeps {
            self.out.push('\n');
        }
    }

    fn remarks(&mut self, remarks: &[Remark<'_>], indent: usize) {
        for (at, remark) in remarks.iter().enumerate() {
            if remark.blank && at > 0 {
                self.blank();
            }
            self.line(indent);
            self.out.push_str(remark.text);
        }
    }

    /// A comment behind something keeps its distance, as comments of several lines may stand in a column.
    fn note(&mut self, note: Option<Note<'_>>) {
        if let Some(note) = note {
            self.out.extend(std::iter::repeat_n(' ', note.gap.max(1)));
            self.out.push_str(note.text);
        }
    }

    /// Writes the entries of a block; `behind` tells that the first one stands behind a dash.
    fn block(&mut self, children: &Children<'_>, indent: usize, behind: bool) {
        for (at, entry) in children.entries.iter().enumerate() {
            if at > 0 || !behind {
                self.before(entry, indent, at == 0);
            }
            self.entry(entry, indent);
        }
        if children.tail.first().is_some_and(|remark| remark.blank) {
            self.blank();
        }
        self.remarks(&children.tail, indent);
    }

    /// Writes what stands above an entry, and begins its line.
    fn before(&mut self, entry: &Entry<'_>, indent: usize, first: bool) {
        let blank = entry.remarks.first().map_or(entry.blank, |remark| remark.blank);
        if blank && !first {
            self.blank();
        }
        self.remarks(&entry.remarks, indent);
        if entry.blank && !entry.remarks.is_empty() {
            self.blank();
        }
        self.line(indent);
    }

    fn entry(&mut self, entry: &Entry<'_>, indent: usize) {
        match entry.key {
            Some((written, _)) => {
                self.out.push_str(written);
                self.out.push(':');
            }
            None => self.out.push('-'),
        }
        match &entry.body {
            Body::Nothing => {}
            Body::Text { text, below } => {
                if *below && entry.key.is_some() {
                    self.line(indent + 2);
                } else {
                    self.out.push(' ');
                }
                self.text(text, indent + 2);
            }
            Body::Literal { text, indent: old } => self.literal(text, *old, indent + 2),
            Body::Flow(flow) => {
                self.out.push(' ');
                self.flow(flow, indent + 2);
            }
            Body::Block(children) => {
                self.note(entry.head);
                let behind = entry.key.is_none();
                if behind {
                    self.out.push(' ');
                }
                self.block(children, indent + 2, behind);
            }
        }
        self.note(entry.note);
    }

    /// A plain or quoted text; spaces at the ends of its inner lines are none of it, empty lines are.
    fn text(&mut self, text: &str, indent: usize) {
        let count = text.split('\n').count();
        for (at, line) in text.split('\n').enumerate() {
            let line = if at == 0 { line } else { line.trim_start_matches([' ', '\t']) };
            let line = if at + 1 == count { line } else { without_end(line) };
            match (at, line) {
                (0, _) => {}
                (_, "") => self.line(0),
                _ => self.line(indent),
            }
            self.out.push_str(line);
        }
    }

    fn literal(&mut self, text: &str, old: usize, indent: usize) {
        let mut lines = text.split('\n');
        let header = lines.next().unwrap_or("").trim_end_matches([' ', '\t']);
        let (signs, rest) = header.split_at(header.find([' ', '\t']).unwrap_or(header.len()));
        self.out.push(' ');
        // Where the number of spaces is written, it is now that of every level.
        self.out.extend(signs.chars().map(|sign| if sign.is_ascii_digit() { '2' } else { sign }));
        self.out.push_str(rest);
        for line in lines {
            match line.get(old..) {
                Some(line) if !line.is_empty() => {
                    self.line(indent);
                    self.out.push_str(line);
                }
                _ => self.line(0),
            }
        }
        self.keeps = signs.contains('+');
    }

    /// Writes brackets; `indent` is where the closing one stands if it has a line of its own.
    fn flow(&mut self, flow: &Flow<'_>, indent: usize) {
        self.out.push(flow.brackets.0);
        self.note(flow.note);
        let below = |item: &Item<'_>| item.below || !item.remarks.is_empty();
        let close_below = flow.close_below
            || !flow.tail.is_empty()
            || flow.items.last().map_or(flow.note, |item| item.note).is_some();
        let ends_line = |item: &Item<'_>| below(item) || item.note.is_some();
        let broken = close_below || flow.note.is_some() || flow.items.iter().any(ends_line);
        let inner = if broken { indent + 2 } else { indent };
        let mut commented = flow.note.is_some();
        for (at, item) in flow.items.iter().enumerate() {
            let is_last = at + 1 == flow.items.len();
            self.lines(&item.remarks, inner);
            if commented || below(item) {
                self.line(inner);
            } else if at > 0 {
                self.out.push(' ');
            }
            self.item(item, inner);
            if !is_last || (flow.comma_at_end && close_below) {
                self.out.push(',');
            }
            self.note(item.note);
            commented = item.note.is_some();
        }
        self.lines(&flow.tail, inner);
        if close_below {
            self.line(indent);
        }
        self.out.push(flow.brackets.1);
    }

    fn lines(&mut self, comments: &[&str], indent: usize) {
        for comment in comments {
            self.line(indent);
            self.out.push_str(comment);
        }
    }

    fn item(&mut self, item: &Item<'_>, indent: usize) {
        if let Some((written, _)) = item.key {
            self.out.push_str(written);
            if item.colon {
                self.out.push(':');
            }
            if !matches!(item.body, Body::Nothing) {
                self.out.push(' ');
            }
        }
        match &item.body {
            Body::Text { text, .. } => self.text(text, indent + 2),
            Body::Flow(flow) => self.flow(flow, indent),
            Body::Nothing | Body::Literal { .. } | Body::Block(_) => {}
        }
    }
}

/// A line of a quoted text without the space at its end; a space that is escaped belongs to the text.
fn without_end(line: &str) -> &str {
    let kept = line.trim_end_matches([' ', '\t']);
    let slashes = kept.len() - kept.trim_end_matches('\\').len();
    if slashes % 2 == 1 { line.get(..=kept.len()).unwrap_or(line) } else { kept }
}
