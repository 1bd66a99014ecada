//! Text from outside made safe to print: a terminal obeys control characters, so none reaches it.

use std::fmt::Write as _;

/// The longest piece of foreign text in a sentence, in characters.
const LONGEST: usize = 600;

/// The text with control, text-direction and zero-width characters written as `\u{…}`, and cut where it is very long.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (count, character) in text.chars().enumerate() {
        if count == LONGEST {
            out.push('…');
            break;
        }
        if is_unsafe(character) {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out
}

/// A text of several lines with the same characters written out, and nothing cut.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_unsafe(character) && !matches!(character, '\n' | '\t') {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out
}

/// A JSON text with the same characters, which there stand within strings only, in JSON's own way to write them.
pub(crate) fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut units = [0; 2];
    for character in json.chars() {
        if is_unsafe(character) && character != '\n' {
            for unit in character.encode_utf16(&mut units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(character);
        }
    }
    out
}

/// The rendered report with what the renderer lets through replaced; its own colours and newlines stay.
pub(super) fn scrub(report: &str) -> String {
    let shown =
        |c: char| if is_unsafe(c) && !matches!(c, '\n' | '\u{1b}') { '\u{fffd}' } else { c };
    report.chars().map(shown).collect()
}

fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
        )
}
