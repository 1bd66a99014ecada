//! A report as plain text for a terminal, and as Markdown that can stand in a comment or a job summary.

use super::{Line, Piece, Report};
use crate::diag::printable;
use crate::markdown::cell;

/// The width of a page of text.
const WIDTH: usize = 100;

/// The most lines of a section in Markdown: what is longer is cut by those who show it.
const MOST_LINES: usize = 300;

/// What there is to say where nothing changed.
const NOTHING: &str = "Nothing changed in the list.";

/// The report for a terminal, ended by a newline.
#[must_use]
pub fn text(report: &Report) -> String {
    let mut out = wrapped(&plain(&report.title), "", "");
    for section in &report.sections {
        out.extend(["\n", section.title, "\n"]);
        for line in &section.lines {
            let indent = if line.is_below { "    " } else { "  " };
            out.push_str(&wrapped(&plain(&line.pieces), indent, "  "));
        }
    }
    if report.sections.is_empty() {
        out.extend([NOTHING, "\n"]);
    }
    out
}

fn plain(pieces: &[Piece]) -> String {
    let plain = |piece: &Piece| match piece {
        Piece::Say(text) => text.clone(),
        Piece::Their(text) | Piece::Code(text) | Piece::Link(text) => printable(text),
    };
    pieces.iter().map(plain).collect()
}

/// A paragraph of lines that are no longer than the page, if their words allow it.
fn wrapped(text: &str, indent: &str, hanging: &str) -> String {
    let mut out = String::new();
    let mut line = indent.to_owned();
    let mut is_first = true;
    for word in text.split_whitespace() {
        let length = line.chars().count() + 1 + word.chars().count();
        if !is_first && length > WIDTH {
            out.extend([line.as_str(), "\n"]);
            line = format!("{indent}{hanging}");
            is_first = true;
        }
        if !is_first {
            line.push(' ');
        }
        line.push_str(word);
        is_first = false;
    }
    out.extend([line.as_str(), "\n"]);
    out
}

/// The report as Markdown, ended by a newline. Whatever an entry says is only text in it: it mentions nobody, closes
/// nothing and is no heading.
#[must_use]
pub fn markdown(report: &Report) -> String {
    let mut out = format!("**{}**\n", marked(&report.title));
    for section in &report.sections {
        out.extend(["\n### ", section.title, "\n\n"]);
        for line in section.lines.iter().take(MOST_LINES) {
            let indent = if line.is_below { "  " } else { "" };
            out.extend([indent, "- ", &item(line), "\n"]);
        }
        let more = section.lines.len().saturating_sub(MOST_LINES);
        if more > 0 {
            let more = more.to_string();
            out.extend(["- and ", &more, " more lines: `listwright diff` shows all\n"]);
        }
    }
    if report.sections.is_empty() {
        out.extend(["\n", NOTHING, "\n"]);
    }
    out
}

fn item(line: &Line) -> String {
    let marked = marked(&line.pieces);
    // What begins an item begins a line.
    match line.pieces.first() {
        Some(Piece::Their(text)) => {
            let rest = line.pieces.get(1..).unwrap_or_default();
            format!("{}{}", calm(&cell::inline(text)), self::marked(rest))
        }
        _ => marked,
    }
}

fn marked(pieces: &[Piece]) -> String {
    let marked = |piece: &Piece| match piece {
        Piece::Say(text) => text.clone(),
        Piece::Code(text) if is_plain_name(text) => format!("`{text}`"),
        Piece::Their(text) | Piece::Code(text) => calm(&cell::escape(text)),
        Piece::Link(url) => link(url),
    };
    pieces.iter().map(marked).collect()
}

/// Whether a name can stand in a span of code as it is.
fn is_plain_name(text: &str) -> bool {
    let plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | ':' | ' ');
    !text.is_empty() && !text.starts_with(' ') && !text.ends_with(' ') && text.chars().all(plain)
}

/// An address to follow. A link to an issue would leave a mark there, so that such an address is only text.
fn link(url: &str) -> String {
    let lower = url.to_ascii_lowercase();
    let marks = ["/issues/", "/pull/", "/discussions/", "/commit/"];
    if lower.contains("github.com/") && marks.iter().any(|mark| lower.contains(mark)) {
        return calm(&cell::escape(url));
    }
    let host = url.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or(url);
    cell::link(host, url)
}

/// What GitHub reads as a mention: `@name`, `#1`, `GH-1` and hashes of commits. An empty comment parts it, and shows
/// nothing. Mentions are looked for when escapes and entities are resolved, so that these do not help.
fn calm(escaped: &str) -> String {
    const BREAK: &str = "<!-- -->";
    let mut out = String::with_capacity(escaped.len());
    let mut rest = escaped;
    // Comments that stand there already are no text.
    while let Some(at) = rest.find(BREAK) {
        let (text, after) = rest.split_at(at);
        part(text, &mut out);
        out.push_str(BREAK);
        rest = after.get(BREAK.len()..).unwrap_or_default();
    }
    part(rest, &mut out);
    out
}

fn part(text: &str, out: &mut String) {
    const BREAK: &str = "<!-- -->";
    let is_hash = |word: &str| {
        word.len() >= 7
            && word.len() <= 64
            && word.bytes().all(|byte| byte.is_ascii_hexdigit())
            && word.bytes().any(|byte| byte.is_ascii_digit())
    };
    let mut from = 0;
    for (at, character) in text.char_indices() {
        let after = text.get(at + character.len_utf8()..).unwrap_or_default();
        let next = after.chars().next();
        let before = text.get(..at).unwrap_or_default();
        let starts = !before.ends_with(|c: char| c.is_ascii_alphanumeric());
        let word = text.get(at..).unwrap_or_default();
        let word = word.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let end = match character {
            '@' if next.is_some_and(char::is_alphanumeric) => Some(at + 1),
            '#' if next.is_some_and(|next| next.is_ascii_digit()) => {
                (!is_reference(before, after)).then_some(at + 1)
            }
            'G' | 'g' if starts && after.get(..2).is_some_and(|h| h.eq_ignore_ascii_case("h-")) => {
                Some(at + 2)
            }
            _ if starts && is_hash(word) => Some(at + 3),
            _ => None,
        };
        if let Some(end) = end.filter(|end| *end > from) {
            out.push_str(text.get(from..end).unwrap_or_default());
            out.push_str(BREAK);
            from = end;
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
}

/// Whether a `#` stands in a reference to a character, such as `&#124;`.
fn is_reference(before: &str, after: &str) -> bool {
    let digits = after.trim_start_matches(|c: char| c.is_ascii_digit());
    before.ends_with('&') && digits.starts_with(';')
}
