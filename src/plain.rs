//! The plain form of a title or a name that was copied with markup of HTML or `TeX`.

use quick_xml::escape::resolve_html5_entity;

use crate::tex;

/// Elements that titles are published with.
const ELEMENTS: [&str; 17] = [
    "i", "b", "u", "em", "strong", "sub", "sup", "inf", "scp", "sc", "span", "italic", "bold",
    "tt", "font", "br", "p",
];

/// What is wrong with a text, and how it reads without markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marked {
    /// What stands in it, in words.
    pub(crate) what: &'static str,
    /// The plain form, where it can be told.
    pub(crate) plain: Option<String>,
}

/// Finds markup in a text. Titles are plain text, so emphasis is left out; raised and lowered digits stay what they are.
pub(crate) fn marked(text: &str) -> Option<Marked> {
    let html = without_html(text);
    let unmarked = html.as_deref().unwrap_or(text);
    let is_tex = has_tex(unmarked);
    let plain = if is_tex { tex::read(unmarked) } else { Some(unmarked.to_owned()) };
    let what = match (html.is_some(), is_tex) {
        (true, true) => "markup of HTML and of TeX",
        (true, false) => "markup of HTML",
        (false, true) => "markup of TeX",
        (false, false) => return None,
    };
    let plain = plain.map(|plain| plain.split_whitespace().collect::<Vec<_>>().join(" "));
    Some(Marked { what, plain: plain.filter(|plain| !plain.is_empty()) })
}

/// The text without elements and entities of HTML; `None` where it has none.
fn without_html(text: &str) -> Option<String> {
    let mut plain = String::new();
    let mut found = false;
    // Where a raised or lowered piece began, and whether it is raised.
    let mut shifted: Option<(usize, bool)> = None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((name, closes, after)) = element(rest) {
            found = true;
            rest = after;
            match (name.as_str(), closes) {
                ("sub" | "inf", false) => shifted = Some((plain.len(), false)),
                ("sup", false) => shifted = Some((plain.len(), true)),
                ("sub" | "inf" | "sup", true) => {
                    if let Some((at, up)) = shifted.take() {
                        let piece = plain.split_off(at);
                        plain.push_str(&tex::shifted(&piece, up));
                    }
                }
                ("br" | "p", _) => plain.push(' '),
                _ => {}
            }
        } else if let Some((shown, after)) = entity(rest) {
            found = true;
            rest = after;
            plain.push_str(&shown);
        } else {
            plain.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    found.then_some(plain)
}

/// The element that a text begins with: its name, whether it closes, and what stands behind it.
fn element(text: &str) -> Option<(String, bool, &str)> {
    let (inner, after) = text.strip_prefix('<')?.split_once('>')?;
    let closes = inner.starts_with('/');
    let inner = inner.trim_matches('/');
    let name = inner.split([' ', '/']).next()?.to_ascii_lowercase();
    let name = name.strip_prefix("jats:").unwrap_or(&name);
    let is_known = ELEMENTS.contains(&name) || name.starts_with("mml:");
    (is_known && !inner.contains('<')).then(|| (name.to_owned(), closes, after))
}

/// The entity that a text begins with: what it shows, and what stands behind it.
fn entity(text: &str) -> Option<(String, &str)> {
    let (name, after) = text.strip_prefix('&')?.split_once(';')?;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        let shown = char::from_u32(code).filter(|c| !c.is_control())?;
        return Some((shown.to_string(), after));
    }
    Some((resolve_html5_entity(name)?.replace('\u{a0}', " "), after))
}

/// Whether a text has a command, a formula, or braces that keep capitals as `BibTeX` wants them.
fn has_tex(text: &str) -> bool {
    let command = text.split('\\').skip(1).any(|after| {
        let first = after.chars().next();
        first.is_some_and(|c| c.is_ascii_alphabetic() || "'`^\"~=.&%$#_{}".contains(c))
    });
    let formula = text.split('$').skip(1).step_by(2).collect::<Vec<_>>();
    let closed = text.matches('$').count() >= 2;
    let is_formula = |inner: &&str| {
        inner.contains(['\\', '_', '^', '{'])
            || (inner.len() == 1 && inner.is_ascii() && *inner != " ")
    };
    let braces = text.match_indices('{').any(|(at, _)| {
        let inner = text.get(at + 1..).and_then(|rest| rest.split_once('}'));
        inner.is_some_and(|(inner, _)| inner.chars().next().is_some_and(char::is_uppercase))
    });
    command || (closed && formula.iter().any(is_formula)) || braces
}
