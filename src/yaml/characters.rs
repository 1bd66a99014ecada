//! What is looked for in the text itself, as the parser lets it pass: characters that nobody sees, and directives.

use super::joiners::has_meaning;
use crate::diag::{Code, Diag};
use crate::source::FileId;

/// How many findings of one kind a hostile file may cause before the rest is left unsaid.
const MOST_CHARACTERS: usize = 20;

/// Refuses characters that a reader of the file cannot see or that would reorder what is seen.
pub(super) fn refuse_characters(id: FileId, text: &str, findings: &mut Vec<Diag>) -> bool {
    let mut count = 0;
    for (at, character) in unusual(text) {
        let Some(what) = misplaced(text, at, character) else { continue };
        count += 1;
        if count <= MOST_CHARACTERS {
            let code = u32::from(character);
            let message = format!("the {what} character U+{code:04X} cannot stand in a file");
            let span = id.span(at..at + character.len_utf8());
            let diag = Diag::new(Code::ForbiddenCharacter, span, message).label("not visible here");
            findings.push(match character {
                // What stands on both sides would run together.
                '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    diag.help("put a plain line break or a space in its place")
                }
                // What only breaks lines or says nothing at all is not missed; others can be part of a word.
                '\u{200b}' | '\u{2060}' | '\u{feff}' => diag.help(PASTED).instead(""),
                _ => diag.help(PASTED).suggest(""),
            });
        }
    }
    count == 0
}

const PASTED: &str = "delete it; it often comes along when text is pasted from a web page or a PDF";

/// The characters that need a second look, each with its byte: nearly every one of a file is plain ASCII, and runs of
/// those are passed over at once.
pub(super) fn unusual(text: &str) -> impl Iterator<Item = (usize, char)> {
    let is_unusual = |byte: &u8| !matches!(byte, b'\n' | b'\t' | b' '..=b'~');
    let is_plain = move |run: &&[u8]| !run.iter().fold(false, |any, byte| any | is_unusual(byte));
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(from..)?;
        let plain: usize = rest.chunks(32).take_while(is_plain).map(<[u8]>::len).sum();
        let at = from + plain + rest.get(plain..)?.iter().position(&is_unusual)?;
        let character = text.get(at..)?.chars().next()?;
        from = at + character.len_utf8();
        Some((at, character))
    })
}

/// The first character of a text that must not stand there, with the name of what it does.
pub(super) fn first_misplaced(text: &str) -> Option<(char, &'static str)> {
    unusual(text).find_map(|(at, character)| Some((character, misplaced(text, at, character)?)))
}

/// The name of what a character does, where it must not stand at its place: a joiner belongs to the spelling of some
/// words, and to some emoji, and is nothing but invisible anywhere else.
fn misplaced(text: &str, at: usize, character: char) -> Option<&'static str> {
    let what = hidden(character)?;
    (!has_meaning(text, at, character)).then_some(what)
}

/// The name of what a character does, where it must not stand in just any place.
pub(super) fn hidden(character: char) -> Option<&'static str> {
    match character {
        '\n' | '\t' => None,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some("line-breaking"),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("text-direction")
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{2064}'
        | '\u{206a}'..='\u{206f}'
        | '\u{feff}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some("zero-width"),
        '\u{180b}'..='\u{180d}'
        | '\u{180f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}' => Some("variation-selecting"),
        '\u{fffe}' | '\u{ffff}' => Some("invalid"),
        other if other.is_control() => Some("control"),
        other if (u32::from(other) & 0xfffe) == 0xfffe => Some("invalid"),
        _ => None,
    }
}

/// `%YAML` and `%TAG` pass the parser in silence, so they are looked for in the text.
pub(super) fn refuse_directives(id: FileId, text: &str, findings: &mut Vec<Diag>) {
    if !text.starts_with('%') && !text.contains("\n%") {
        return;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with('%') {
            let span = id.span(at..at + line.trim_end().len());
            findings.push(
                Diag::new(Code::YamlDirective, span, "a YAML directive cannot stand in a file")
                    .label("a line that begins with `%`")
                    .help("delete this line"),
            );
        }
        at += line.len();
    }
}
