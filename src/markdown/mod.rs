//! Markdown in both directions: foreign Markdown to safe HTML, foreign text to GitHub's Markdown, and the check of a finished README.
//!
//! Everything here is a function from text to text; nothing knows the disk, entries or templates.

mod autolink;
pub mod cell;
pub mod html;
pub mod slug;
pub mod verify;

/// Whether a character may not reach a page: controls, what reverses the reading direction, what XML forbids.
fn is_unprintable(character: char) -> bool {
    (character.is_control() && !matches!(character, '\t' | '\n'))
        || matches!(
            character,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}'
        )
}

/// The text on one line: every run of white space is one space, none at the ends.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// What comes before the first colon of an address, where it can be a scheme.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let mut characters = scheme.chars();
    let letter_first = characters.next().is_some_and(|first| first.is_ascii_alphabetic());
    let rest = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (letter_first && characters.all(rest)).then_some(scheme)
}

/// Whether an address may become a link: `http` or `https` with a host, or `mailto` with a recipient.
fn is_linkable(address: &str) -> bool {
    let Some(scheme) = scheme(address) else { return false };
    let rest = address.get(scheme.len() + 1..).unwrap_or("");
    if scheme.eq_ignore_ascii_case("mailto") {
        return !rest.is_empty();
    }
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.strip_prefix("//").and_then(|host| host.chars().next());
    web && host.is_some_and(|first| !matches!(first, '/' | '\\' | '?' | '#' | ' '))
}

/// Appends `%XX` for every byte of a character.
fn push_percent(out: &mut String, character: char) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in character.encode_utf8(&mut [0; 4]).bytes() {
        let digits = [byte >> 4, byte & 15].map(|half| DIGITS.get(usize::from(half)));
        out.push('%');
        out.extend(digits.into_iter().flatten().map(|&digit| char::from(digit)));
    }
}
