//! The raw HTML of a README, cut into tags, comments and the text between them.

use std::ops::Range;

/// A piece of raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    /// The text between two tags, with its entities.
    Text(&'h str),
    /// A comment, and whether it ends.
    Comment { closed: bool },
    /// A tag.
    Tag(Tag<'h>),
    /// A declaration, a processing instruction or a tag that does not end.
    Other,
}

/// A tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    /// The element, as written.
    pub(super) name: &'h str,
    /// Whether it is a closing tag.
    pub(super) closing: bool,
    /// The attributes in their order.
    pub(super) attributes: Vec<Attribute<'h>>,
}

/// An attribute of a tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute<'h> {
    /// The name, as written.
    pub(super) name: &'h str,
    /// The value without its quotes, with its entities; empty if there is none.
    pub(super) value: &'h str,
    /// Where the attribute stands in the raw HTML.
    pub(super) range: Range<usize>,
}

/// Raw HTML on some lines of a text; within a quotation they are not one range of it.
#[derive(Debug)]
pub(super) struct RawHtml {
    /// The lines, as they stand one behind the other.
    pub(super) html: String,
    /// Where each line starts in `html`, with its range in the text.
    lines: Vec<(usize, Range<usize>)>,
}

impl RawHtml {
    /// Takes the lines out of a text.
    pub(super) fn new(text: &str, ranges: &[Range<usize>]) -> Self {
        let (mut html, mut lines) = (String::new(), Vec::with_capacity(ranges.len()));
        for range in ranges {
            lines.push((html.len(), range.clone()));
            html.push_str(text.get(range.clone()).unwrap_or(""));
        }
        Self { html, lines }
    }

    /// Where a part of the HTML stands in the text.
    pub(super) fn place(&self, part: &Range<usize>) -> Range<usize> {
        let start = self.place_of(part.start);
        // The last byte tells the line; the end may be the start of the next one.
        let end = self.place_of(part.end.saturating_sub(1).max(part.start)) + 1;
        start..if part.is_empty() { start } else { end }
    }

    fn place_of(&self, at: usize) -> usize {
        let number = self.lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.lines.get(number).map_or(at, |(start, line)| line.start + at.saturating_sub(*start))
    }
}

/// Cuts raw HTML into its pieces.
pub(super) fn pieces(html: &str) -> Vec<(Range<usize>, Piece<'_>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = html.get(at..).filter(|rest| !rest.is_empty()) {
        let (length, piece) = piece(rest, at);
        found.push((at..at + length, piece));
        at += length;
    }
    found
}

/// The first piece of a text that is not empty, with its length.
fn piece(rest: &str, at: usize) -> (usize, Piece<'_>) {
    if rest.starts_with("<!--") {
        // `<!-->` and `<!--->` are whole comments.
        let end = rest.get(2..).and_then(|inner| inner.find("-->"));
        return match end {
            Some(end) => (end + 5, Piece::Comment { closed: true }),
            None => (rest.len(), Piece::Comment { closed: false }),
        };
    }
    let mut characters = rest.chars();
    let is_tag = characters.next() == Some('<')
        && characters
            .next()
            .is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
    if !is_tag {
        let next = rest.char_indices().skip(1).find(|&(_, c)| c == '<');
        let length = next.map_or(rest.len(), |(next, _)| next);
        return (length, Piece::Text(rest.get(..length).unwrap_or(rest)));
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        return (rest.find('>').map_or(rest.len(), |end| end + 1), Piece::Other);
    }
    tag(rest, at).unwrap_or((rest.len(), Piece::Other))
}

/// A tag with its length, if it ends.
fn tag(rest: &str, at: usize) -> Option<(usize, Piece<'_>)> {
    let (closing, start) = if rest.starts_with("</") { (true, 2) } else { (false, 1) };
    let ends_name = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
    let name = rest.get(start..)?.split(ends_name).next()?;
    let mut attributes = Vec::new();
    let mut from = start + name.len();
    loop {
        let here = rest.get(from..)?;
        let skipped = here.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        from += here.len() - skipped.len();
        if skipped.starts_with('>') {
            return Some((from + 1, Piece::Tag(Tag { name, closing, attributes })));
        }
        let (length, name, value) = attribute(skipped)?;
        attributes.push(Attribute { name, value, range: at + from..at + from + length });
        from += length;
    }
}

/// An attribute's length, name and value, at the start of a text; nothing if the text or a quotation ends too early.
fn attribute(text: &str) -> Option<(usize, &str, &str)> {
    let ends_name = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
    // An equals sign in the first place belongs to the name, so that every attribute is longer than nothing.
    let length = text.char_indices().skip(1).find(|&(_, c)| ends_name(c))?.0;
    let (name, rest) = text.split_at_checked(length)?;
    let Some(value) = rest.trim_start().strip_prefix('=') else {
        return Some((length, name, ""));
    };
    let value = value.trim_start();
    let start = text.len() - value.len();
    if let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let inner = value.get(1..)?;
        let end = inner.find(quote)?;
        return Some((start + end + 2, name, inner.get(..end)?));
    }
    let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>')?;
    Some((start + end, name, value.get(..end)?))
}

/// The text with the entities that a README's HTML needs resolved.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        // No entity that is known here is longer.
        let end = after.bytes().take(10).position(|byte| byte == b';');
        let found = end.and_then(|end| after.split_at_checked(end));
        let entity = found.and_then(|(name, rest)| Some((entity(name)?, rest.get(1..)?)));
        if let Some((character, behind)) = entity {
            out.push(character);
            rest = behind;
        } else {
            out.push('&');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
