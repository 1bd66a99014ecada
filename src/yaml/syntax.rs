//! Syntax errors in words for people: what the parser stumbled over is seldom what has to be typed.

use super::mend::{Mend, Stop, mend};
use crate::diag::{Code, Diag};
use crate::source::FileId;

/// The finding for an error.
pub(super) fn explain(file: FileId, stop: Stop<'_>) -> Diag {
    let text = stop.text;
    let at = stop.at.min(text.len());
    let diag = |start: usize, end: usize, message: &str| {
        Diag::new(Code::YamlSyntax, file.span(start..end), message)
    };
    if let Some((start, line)) = conflict(text) {
        return diag(start, start + line.len(), "a merge conflict stands in the file")
            .help("keep what is right of both sides, and delete the lines with the marks");
    }
    if let Some(mend) = mend(Stop { at, ..stop }) {
        return mended(file, mend);
    }
    unmended(file, Stop { at, ..stop })
}

/// What is said where nobody but a person can tell what was meant.
fn unmended(file: FileId, Stop { text, at, info, open, .. }: Stop<'_>) -> Diag {
    let diag = |start: usize, end: usize, message: &str| {
        Diag::new(Code::YamlSyntax, file.span(start..end), message)
    };
    let (start, line) = line_at(text, at);
    let indent = line.len() - line.trim_start().len();
    if line.get(..indent).is_some_and(|space| space.contains('\t')) {
        return diag(start, start + indent, "a tab stands where the line is indented")
            .help("type spaces in its place: two for each level");
    }
    if let Some((start, end)) = tab_before(text, at) {
        return diag(start, end, "a tab stands where a space belongs")
            .help("put a space in its place")
            .instead(" ");
    }
    if info.contains("escape") || info.contains("hexadecimal") {
        return diag(at, next(text, at), "a backslash in double quotes begins no escape of YAML")
            .help("write the text in single quotes, where a backslash is only a backslash");
    }
    if info.contains("quoted scalar") {
        return diag(at, at + 1, "a quotation mark is not closed")
            .label("opened here")
            .help("close it with the same mark at the end of the text");
    }
    if let Some(open) = open {
        let (sign, close) = if text.get(open..).is_some_and(|rest| rest.starts_with('[')) {
            ("[", "]")
        } else {
            ("{", "}")
        };
        return diag(open, open + 1, &format!("what `{sign}` opens is not a whole list or map"))
            .label("opened here")
            .also(file.span(at..next(text, at)), "the parser stopped here")
            .help(format!(
                "close it with `{close}`; a text with a comma, a bracket or `: ` in it is put in double quotes"
            ));
    }
    if info.contains("simple key expect") {
        let (start, line) = line_above(text, start);
        return diag(start, start + line.len(), "this line has no `key: value`")
            .help("put a colon and a space after the key; a text that goes on here is indented");
    }
    if line.trim_end().ends_with(": -") {
        return diag(at, next(text, at), "a lone hyphen is no value").help(
            "give the value, write `not reported` where the field takes it, or delete the line",
        );
    }
    if info.contains("mapping values") {
        // The first colon of a line belongs to a key, any other to a text.
        let own = line.find(':').is_some_and(|colon| start + colon == at);
        return diag(at, next(text, at), "a colon and a space stand where no key can be").help(
            if own {
                "indent this key like the keys above it"
            } else {
                "put a text that contains `: ` in double quotes"
            },
        );
    }
    diag(at, next(text, at), &format!("this is not YAML: {}", info.trim_end_matches('.')))
        .label("the parser stopped here")
        .help("compare the line and its indentation with the lines above")
}

/// A mend as a finding.
pub(super) fn mended(file: FileId, mend: Mend) -> Diag {
    let diag = Diag::new(mend.code, file.span(mend.place.0..mend.place.1), mend.message);
    let diag = if mend.label.is_empty() { diag } else { diag.label(mend.label) };
    let diag = diag.help(mend.help);
    if mend.sure { diag.instead(mend.instead) } else { diag.suggest(mend.instead) }
}

/// The space with a tab in it that follows a colon or a dash, and that the parser did not get over.
fn tab_before(text: &str, at: usize) -> Option<(usize, usize)> {
    let (start, line) = line_at(text, at);
    let end = start + line.len() - line.get(at - start..)?.trim_start().len();
    let before = text.get(start..end)?;
    let sign = before.trim_end_matches([' ', '\t']);
    let space = before.get(sign.len()..)?;
    (sign.ends_with([':', '-']) && space.contains('\t')).then(|| (start + sign.len(), end))
}

/// The first line that git wrote into a file it could not join.
fn conflict(text: &str) -> Option<(usize, &str)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if ["<<<<<<< ", ">>>>>>> "].iter().any(|mark| line.starts_with(mark)) {
            return Some((start, line.trim_end()));
        }
        start += line.len();
    }
    None
}

/// The line in which a byte stands, and where it begins.
fn line_at(text: &str, at: usize) -> (usize, &str) {
    let start =
        text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    (start, text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or(""))
}

/// The last line above a byte that is not empty.
fn line_above(text: &str, at: usize) -> (usize, &str) {
    let before = text.get(..at).unwrap_or("").trim_end();
    line_at(text, before.len())
}

/// The byte after the character at a byte, on the same line.
fn next(text: &str, at: usize) -> usize {
    let character = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| *c != '\n');
    at + character.map_or(0, char::len_utf8)
}
