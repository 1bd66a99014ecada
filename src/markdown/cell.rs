//! Foreign text as GitHub's Markdown: what a reader sees is the text, and nothing in it becomes markup.
//!
//! Only what could be read as markup is escaped, so that the source of a README stays readable. An address in the text
//! must not become a link by itself: GitHub reads addresses after entities and escapes are resolved, so that only a
//! node between two texts breaks one. An empty comment is such a node, and shows nothing.

use super::{fold, is_linkable, is_unprintable, push_percent, scheme};

/// What is put into an address so that it is not read as one.
const BREAK: &str = "<!-- -->";

/// The text as one cell of a table.
#[must_use]
pub fn escape(text: &str) -> String {
    write(&printable(text), true)
}

/// The text as a line of its own: the text of a list's item, a heading or a paragraph.
#[must_use]
pub fn inline(text: &str) -> String {
    let text = printable(text);
    let (start, first) = (leading_escape(&text), write(&text, true));
    let mut out = match start {
        // Digits are never escaped, so that the offset is the same in both.
        Some(at) if !first.get(at..).unwrap_or("").starts_with('\\') => {
            let (before, after) = first.split_at_checked(at).unwrap_or(("", &first));
            format!("{before}\\{after}")
        }
        _ => first,
    };
    let words = out.trim_end_matches('#').len();
    // Hashes at the end of a heading are dropped, unless they belong to a word.
    if words < out.len() && out.get(..words).is_some_and(|before| before.ends_with(' ')) {
        out.insert(words, '\\');
    }
    out
}

/// A link: `label` as text on an address that was made safe, or the label and the address as text where the scheme is
/// not `http`, `https` or `mailto`.
#[must_use]
pub fn link(label: &str, url: &str) -> String {
    let (label, url) = (fold(label), url.trim());
    let address = encode(url);
    if url.is_empty() {
        return escape(&label);
    }
    let foreign = scheme(&address).is_some() || address.starts_with("//");
    if foreign && !is_linkable(&address) {
        return escape(format!("{label} ({url})").trim());
    }
    let label = if label.is_empty() { url } else { &label };
    // No address is read as one inside a link's text.
    format!("[{}]({address})", write(&printable(label), false))
}

/// The address for the parentheses of a link; nothing where it is not `http`, `https`, `mailto` or a path.
#[must_use]
pub fn address(url: &str) -> String {
    let address = encode(url.trim());
    let foreign = scheme(&address).is_some() || address.starts_with("//");
    if foreign && !is_linkable(&address) { String::new() } else { address }
}

fn printable(text: &str) -> String {
    let shown = |c: char| if is_unprintable(c) { '\u{fffd}' } else { c };
    fold(text).chars().map(shown).collect()
}

fn write(text: &str, breaks: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let dollars = text.matches('$').count();
    for (at, character) in text.char_indices() {
        let before = text.get(..at).unwrap_or("");
        let after = text.get(at + character.len_utf8()..).unwrap_or("");
        if breaks && character == '.' && ends_in_www(before) && !after.trim_start().is_empty() {
            out.push_str(BREAK);
        }
        match markup(before, character, after) {
            Some(escaped) => out.push_str(escaped),
            // GitHub reads mathematics between two of them.
            None if character == '$' && dollars > 1 => out.push_str("\\$"),
            None => out.push(character),
        }
        let address = match character {
            ':' => ends_in_scheme(before) && after.starts_with("//"),
            '@' => ends_in_mailbox(before) && starts_with_domain(after),
            _ => false,
        };
        if (breaks && address) || (character == ':' && starts_with_emoji(after)) {
            out.push_str(BREAK);
        }
    }
    out
}

/// What is written for a character that could be markup where it stands.
fn markup(before: &str, character: char, after: &str) -> Option<&'static str> {
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    match character {
        // The last one must not escape what a template puts behind it.
        '\\' if after.is_empty() => Some("&#92;"),
        '\\' => Some("\\\\"),
        '`' => Some("\\`"),
        '[' => Some("\\["),
        ']' => Some("\\]"),
        '*' if last == Some(' ') && next == Some(' ') => None,
        '*' => Some("\\*"),
        '_' if word(last) && word(next) || last == Some(' ') && next == Some(' ') => None,
        '_' => Some("\\_"),
        // Only what can end a run strikes out, and this cannot: `~30B` stays as it is.
        '~' if matches!(last, None | Some(' ' | '(')) && word(next) => None,
        '~' => Some("\\~"),
        '<' if opens_nothing(after) => None,
        '<' => Some("&lt;"),
        '>' if last == Some('-') => Some("&gt;"),
        '&' if starts_with_entity(after) => Some("&amp;"),
        '|' if last == Some('\\') => Some("&#124;"),
        '|' => Some("\\|"),
        _ => None,
    }
}

/// Where a backslash keeps a line from being read as a heading, a list, a quotation, a rule or a row of dashes.
fn leading_escape(text: &str) -> Option<usize> {
    let mut characters = text.chars();
    let (first, next) = (characters.next()?, characters.next());
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match first {
        '#' | '>' | '=' | '*' | '_' => Some(0),
        '-' | '+' if !next.is_some_and(char::is_alphanumeric) => Some(0),
        ':' if next == Some('-') => Some(0),
        '0'..='9' if digits <= 9 => {
            let after = text.get(digits..)?;
            let numbered = after.starts_with(['.', ')']);
            let alone = matches!(after.as_bytes().get(1), None | Some(b' '));
            (numbered && alone).then_some(digits)
        }
        _ => None,
    }
}

/// Whether what follows a `<` is no tag, comment or address: a number may start the name of a mailbox.
fn opens_nothing(after: &str) -> bool {
    let compares = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '=');
    let inner = after.split([' ', '<', '>']).next().unwrap_or("");
    after.starts_with(compares) && !inner.contains('@')
}

fn starts_with_entity(after: &str) -> bool {
    let name = after.strip_prefix('#').unwrap_or(after);
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    rest.len() < name.len() && rest.starts_with(';')
}

fn ends_in_www(before: &str) -> bool {
    let Some(start) = before.len().checked_sub(3) else { return false };
    let (head, tail) = before.split_at_checked(start).unwrap_or(("", ""));
    tail.eq_ignore_ascii_case("www") && !head.ends_with(char::is_alphanumeric)
}

fn ends_in_scheme(before: &str) -> bool {
    ["http", "https", "ftp"].iter().any(|scheme| {
        let start = before.len().checked_sub(scheme.len());
        start.and_then(|at| before.get(at..)).is_some_and(|tail| tail.eq_ignore_ascii_case(scheme))
    })
}

fn ends_in_mailbox(before: &str) -> bool {
    // A colon, as `mailto:@a.bc` is a link already.
    let in_mailbox =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-' | '_' | ':');
    before.ends_with(in_mailbox)
}

fn starts_with_domain(after: &str) -> bool {
    let in_domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let domain = after.len() - after.trim_start_matches(in_domain).len();
    after.get(..domain).unwrap_or("").trim_end_matches('.').contains('.')
}

/// Whether a colon starts the name of a picture, such as `:leaf:`; times and ratios have no letters.
fn starts_with_emoji(after: &str) -> bool {
    let in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '-');
    let rest = after.trim_start_matches(in_name);
    let name = after.get(..after.len() - rest.len()).unwrap_or("");
    let known = name.contains(|c: char| c.is_ascii_alphabetic())
        || matches!(name, "100" | "1234" | "+1" | "-1");
    known && rest.starts_with(':')
}

/// An address for the parentheses of a link, with `%XX` for what Markdown or a table could read in it.
fn encode(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for (at, character) in url.char_indices() {
        let after = url.get(at + character.len_utf8()..).unwrap_or("");
        match character {
            '&' if starts_with_entity(after) => out.push_str("&amp;"),
            '|' | '<' | '>' | '(' | ')' | '\\' | '`' | '"' | '\'' => {
                push_percent(&mut out, character);
            }
            _ if character.is_whitespace() || is_unprintable(character) => {
                push_percent(&mut out, character);
            }
            _ => out.push(character),
        }
    }
    out
}
