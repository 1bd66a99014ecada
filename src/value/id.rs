//! The id of an entry: its file name, and its place in every address.

use std::borrow::Borrow;
use std::fmt;

use super::{Malformed, is_same, quoted, reserved};
use crate::diag::Code;

/// The most characters an id may have.
const LONGEST: usize = 64;

/// An id: lower-case letters, digits and single hyphens, at most 64 characters, not reserved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

text_value!(Id, Code::BadId);

impl Id {
    /// The longest one, in characters.
    pub const LONGEST: usize = LONGEST;

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn examine(text: &str) -> Result<Self, Malformed> {
        if reserved().contains(&text) {
            let what = format!("{} is reserved and cannot be an id", quoted(text));
            return Err(Malformed::new(Code::ReservedId, what)
                .label("a name that the site or a system keeps for itself")
                .help(format!("add a word that tells it apart, such as `{text}-2024`")));
        }
        if is_slug(text) && text.len() <= LONGEST {
            return Ok(Self(text.to_owned()));
        }
        let refusal = Malformed::new(Code::BadId, format!("{} is not an id", quoted(text)));
        let refusal = match fault(text) {
            Some(fault) => refusal.label(fault),
            None => refusal,
        };
        // Who names an entry by its file means its id.
        let stem = [".yaml", ".yml"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
        Err(match slug(stem).filter(|slug| !reserved().contains(&slug.as_str())) {
            Some(slug) if is_same(stem, &slug) => refusal.instead(slug),
            Some(slug) => refusal.suggest(slug),
            None => refusal
                .help("write lower-case letters, digits and single hyphens, such as `rna-fm`"),
        })
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// Whether Windows keeps a name for a device, so that no file or folder there can have it.
#[must_use]
pub fn is_device(name: &str) -> bool {
    let numbered = |of: &str| {
        let number = name.strip_prefix(of).map(str::as_bytes);
        matches!(number, Some([b'1'..=b'9']))
    };
    matches!(name, "aux" | "con" | "nul" | "prn") || numbered("com") || numbered("lpt")
}

/// True for lower-case letters and digits in groups joined by single hyphens.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    text.split('-').all(|group| {
        !group.is_empty()
            && group.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// Makes a slug of at most 64 characters of a name, where enough of the name is Latin letters and digits.
#[must_use]
pub fn slug(name: &str) -> Option<String> {
    let mut slug = String::new();
    for c in name.chars() {
        match plain(c) {
            Some(letters) => slug.push_str(&letters),
            None if c.is_alphanumeric() => return None,
            None if slug.ends_with('-') || slug.is_empty() || matches!(c, '\'' | '’') => {}
            None => slug.push('-'),
        }
    }
    if let Some((kept, rest)) = slug.split_at_checked(LONGEST)
        && !rest.is_empty()
    {
        // Whole groups only, unless there is but one.
        let end = if rest.starts_with('-') { LONGEST } else { kept.rfind('-').unwrap_or(LONGEST) };
        slug.truncate(end);
    }
    let slug = slug.trim_matches('-');
    is_slug(slug).then(|| slug.to_owned())
}

/// The plain lower-case letters of a Latin letter or digit.
fn plain(c: char) -> Option<String> {
    if c.is_ascii_alphanumeric() {
        return Some(c.to_ascii_lowercase().to_string());
    }
    let lower: String = c.to_lowercase().collect();
    let letters = match lower.as_str() {
        "à" | "á" | "â" | "ã" | "å" | "ā" | "ă" | "ą" => "a",
        "ä" | "æ" => "ae",
        "ç" | "ć" | "č" => "c",
        "ď" | "đ" => "d",
        "è" | "é" | "ê" | "ë" | "ē" | "ę" | "ě" => "e",
        "ğ" => "g",
        "ì" | "í" | "î" | "ï" | "ī" | "ı" => "i",
        "ł" => "l",
        "ñ" | "ń" | "ň" => "n",
        "ò" | "ó" | "ô" | "õ" | "ō" | "ő" => "o",
        "ö" | "ø" | "œ" => "oe",
        "ř" => "r",
        "ś" | "š" | "ş" | "ș" => "s",
        "ß" => "ss",
        "ť" | "ţ" | "ț" => "t",
        "ù" | "ú" | "û" | "ū" | "ů" | "ű" => "u",
        "ü" => "ue",
        "ý" | "ÿ" => "y",
        "ź" | "ż" | "ž" => "z",
        _ => return None,
    };
    Some(letters.to_owned())
}

fn fault(text: &str) -> Option<String> {
    if text.len() > LONGEST && text.is_ascii() {
        return Some(format!("{} characters, and {LONGEST} are the most", text.len()));
    }
    let wrong = text.chars().find(|c| !c.is_ascii_lowercase() && !c.is_ascii_digit() && *c != '-');
    match wrong {
        Some(c) if c.is_ascii_uppercase() => Some("a capital letter".to_owned()),
        Some(' ') => Some("a space".to_owned()),
        Some(c) => Some(format!("{} has no place in an id", quoted(&c.to_string()))),
        None if text.is_empty() => None,
        None => Some("a hyphen at an end, or two together".to_owned()),
    }
}
