//! Backslashes within double quotes: which of them were meant as backslashes, and what the text is without them as escapes.

use super::characters::first_misplaced;

/// The letters that stand for one character behind a backslash, and that TeX begins commands with.
const LETTERS: [(char, char); 12] = [
    ('a', '\u{7}'),
    ('b', '\u{8}'),
    ('t', '\t'),
    ('n', '\n'),
    ('v', '\u{b}'),
    ('f', '\u{c}'),
    ('r', '\r'),
    ('e', '\u{1b}'),
    ('N', '\u{85}'),
    ('_', '\u{a0}'),
    ('L', '\u{2028}'),
    ('P', '\u{2029}'),
];

/// What is left of a command of TeX once `\n` has made a line end of its beginning, and that is no word of its own.
const BEHIND_A_LINE_END: [&str; 12] = [
    "abla", "atural", "earrow", "eq", "geq", "leq", "mid", "ot", "otin", "parallel", "u", "warrow",
];

/// The letter of an escape that has taken a backslash from a text: one that stands for a character which no text may
/// have, or a tab, a line end or a space that stands where a command of TeX goes on.
pub(super) fn taken(written: &str) -> Option<(char, char)> {
    escapes(written).find_map(|(before, letter, behind)| {
        let (_, character) = *LETTERS.iter().find(|(known, _)| *known == letter)?;
        let next = behind.chars().next().unwrap_or(' ');
        let is_taken = match letter {
            't' => next.is_ascii_alphabetic(),
            '_' => next.is_alphanumeric() && before.ends_with(char::is_alphanumeric),
            'n' => {
                let word = behind.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("");
                BEHIND_A_LINE_END.contains(&word)
            }
            _ => true,
        };
        is_taken.then_some((letter, character))
    })
}

/// The letter of the first escape that YAML does not have.
pub(super) fn unknown(written: &str) -> Option<char> {
    let digits = |behind: &str, count: usize| {
        behind.get(..count).is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let is_known = |letter: char, behind: &str| match letter {
        'x' => digits(behind, 2),
        'u' => digits(behind, 4),
        'U' => digits(behind, 8),
        '0' | '"' | '/' | '\\' | ' ' | '\t' | '\n' => true,
        letter => LETTERS.iter().any(|(known, _)| *known == letter),
    };
    escapes(written)
        .find(|(_, letter, behind)| !is_known(*letter, behind))
        .map(|(_, letter, _)| letter)
}

/// A text in double quotes as it was typed, in single quotes, where a backslash is a backslash. What can only have been
/// meant as an escape is read as one: quotation marks, doubled backslashes, and visible characters by their number.
pub(super) fn as_typed(written: &str) -> Option<String> {
    let inner = written.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::new();
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        text.push_str(rest.get(..at)?);
        let behind = rest.get(at + 1..)?;
        let letter = behind.chars().next()?;
        let (said, length) = match letter {
            '"' | '\\' | '/' => (letter.to_string(), 1),
            'u' if has_number(behind) => by_number(behind)?,
            // It would join two lines.
            '\n' => return None,
            _ => (format!("\\{letter}"), letter.len_utf8()),
        };
        text.push_str(&said);
        rest = behind.get(length..)?;
    }
    text.push_str(rest);
    first_misplaced(&text).is_none().then(|| format!("'{}'", text.replace('\'', "''")))
}

/// A text in double quotes with its pairs of surrogates, as JSON writes characters beyond the first 65,536, replaced by
/// the characters that they stand for.
pub(super) fn without_surrogates(written: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = written;
    let mut any = false;
    while let Some(at) = rest.find('\\') {
        out.push_str(rest.get(..at)?);
        let behind = rest.get(at + 1..)?;
        let letter = behind.chars().next()?;
        match by_number(behind).filter(|(_, length)| *length > "u0000".len()) {
            Some((said, length)) if first_misplaced(&said).is_none() => {
                any = true;
                out.push_str(&said);
                rest = behind.get(length..)?;
            }
            _ => {
                out.push('\\');
                out.push(letter);
                rest = behind.get(letter.len_utf8()..)?;
            }
        }
    }
    out.push_str(rest);
    any.then_some(out)
}

/// A text in double quotes without the escapes that stand for characters which no text may have.
pub(super) fn without_hidden(written: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = written;
    while let Some(at) = rest.find('\\') {
        out.push_str(rest.get(..at)?);
        let behind = rest.get(at + 1..)?;
        let letter = behind.chars().next()?;
        let length = match letter {
            'x' => 3,
            'u' => 5,
            'U' => 9,
            other => other.len_utf8(),
        };
        let digits = behind.get(letter.len_utf8()..length)?;
        let number = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
        let named = LETTERS.iter().find(|(known, _)| *known == letter).map(|(_, c)| *c);
        let character = number.or(named).or((letter == '0').then_some('\0'));
        let is_hidden =
            character.is_some_and(|c| first_misplaced(c.encode_utf8(&mut [0; 4])).is_some());
        if !is_hidden {
            out.push('\\');
            out.push_str(behind.get(..length)?);
        }
        rest = behind.get(length..)?;
    }
    out.push_str(rest);
    Some(out)
}

/// Every escape: what stands before its backslash, its letter, and what stands behind that.
fn escapes(written: &str) -> impl Iterator<Item = (&str, char, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + written.get(from..)?.find('\\')?;
        let letter = written.get(at + 1..)?.chars().next()?;
        from = at + 1 + letter.len_utf8();
        Some((written.get(..at)?, letter, written.get(from..)?))
    })
}

fn has_number(behind: &str) -> bool {
    behind.get(1..5).is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// The character that `u` and four digits stand for, or two of them, and how many bytes that took.
fn by_number(behind: &str) -> Option<(String, usize)> {
    let unit = |behind: &str| {
        let digits = behind.strip_prefix('u')?.get(..4)?;
        digits.bytes().all(|b| b.is_ascii_hexdigit()).then_some(())?;
        u16::from_str_radix(digits, 16).ok()
    };
    let first = unit(behind)?;
    let second = behind.get(5..).and_then(|behind| unit(behind.strip_prefix('\\')?));
    if let Ok(text) = String::from_utf16(&[first]) {
        return Some((text, 5));
    }
    String::from_utf16(&[first, second?]).ok().map(|text| (text, 11))
}
