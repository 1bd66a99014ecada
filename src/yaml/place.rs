//! Where a scalar begins and ends: the parser gives a quoted text the comment behind it, a block without its header, and nothing the comma after it.

use saphyr_parser::ScalarStyle;

/// The bytes of a scalar, quotes and header included; `last` is the byte after the scalar before it.
pub(super) fn scalar_place(
    text: &str,
    (style, decoded): (ScalarStyle, &str),
    place: (u32, u32),
    last: u32,
) -> (u32, u32) {
    let start = place.0 as usize;
    match style {
        ScalarStyle::Plain if decoded.is_empty() => (place.0, place.0),
        ScalarStyle::Plain => without_end(text, place),
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
            (place.0, clamp(start + quoted_length(text.get(start..).unwrap_or(""))))
        }
        ScalarStyle::Literal | ScalarStyle::Folded => {
            let from = (last as usize).min(start);
            let header = header_in(text.get(from..start).unwrap_or(""));
            let header = header.map_or(start, |at| from + at);
            let signs = text.get(header..).unwrap_or("");
            let signs = signs.bytes().take_while(|b| b"|>+-0123456789".contains(b)).count();
            let whole = without_end(text, (clamp(header), place.1)).1;
            let end = if decoded.is_empty() { 0 } else { whole };
            (clamp(header), end.max(clamp(header + signs)))
        }
    }
}

/// A block's place runs to the start of the next key: cut the space and the empty lines at its end.
pub(super) fn without_end(text: &str, place: (u32, u32)) -> (u32, u32) {
    let text = text.get(place.0 as usize..place.1 as usize).unwrap_or("");
    let kept = text.trim_end_matches([' ', '\t', '\n', '\r']).len();
    (place.0, place.0.saturating_add(clamp(kept)))
}

fn clamp(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The bytes of a quoted text from its first quote to its last.
pub(super) fn quoted_length(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    let Some((_, quote)) = characters.next() else { return 0 };
    while let Some((at, character)) = characters.next() {
        if character == '\\' && quote == '"' {
            characters.next();
        } else if character == quote {
            // Two single quotes stand for one that belongs to the text.
            let doubled = quote == '\'' && characters.next_if(|next| next.1 == quote).is_some();
            if !doubled {
                return at + quote.len_utf8();
            }
        }
    }
    text.len()
}

/// Where the sign of a block stands in what lies between the scalar before it and its text.
fn header_in(between: &str) -> Option<usize> {
    let mut comment = false;
    between.char_indices().find_map(|(at, character)| {
        comment = character == '#' || comment && character != '\n';
        (!comment && matches!(character, '|' | '>')).then_some(at)
    })
}
