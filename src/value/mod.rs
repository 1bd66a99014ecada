//! The small types that entries are written in: each one reads its text strictly, prints it back, and says what to
//! type instead. They know nothing of files, places or other kinds.

use std::fmt;

use crate::diag::{Code, Mend};

/// Gives a type its `FromStr` (through its own `examine`) and its `Serialize` (as the text it prints).
macro_rules! text_value {
    ($type:ty, $code:expr) => {
        impl std::str::FromStr for $type {
            type Err = $crate::value::Malformed;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::value::parse_with(text, $code, Self::examine)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}

mod address;
mod arxiv;
mod author;
mod count;
mod date;
pub mod distance;
mod doi;
mod id;
mod identifier;
mod identity;
mod kept;
mod licence;
mod number;
mod paper_ref;
mod quantity;
mod reported;
mod reserved;
mod score;
mod slug;
mod text;
mod url;
mod version;

pub use self::address::linkable;
pub use self::arxiv::Arxiv;
pub use self::author::{Author, Bracketed, Person, Turned};
pub use self::count::{Bound, Count};
pub use self::date::{Date, Day, span_of};
pub use self::distance::{is_near_key, is_same, is_slip, nearest};
pub use self::doi::Doi;
pub use self::id::{Id, is_device, is_slug, slug};
pub use self::identifier::{
    HuggingFace, OpenAlex, Pmc, PubMed, Register, Registered, Rrid, SemanticScholar, Wikidata,
};
pub use self::identity::{Identity, address_of, evened, folded, folded_title, same};
pub use self::kept::kept;
pub use self::licence::Licence;
pub use self::number::Number;
pub use self::paper_ref::PaperRef;
pub use self::quantity::Quantity;
pub use self::reported::{Reported, STATES};
pub use self::reserved::{facet, reserved};
pub use self::score::Score;
pub use self::slug::Slug;
pub use self::text::{InLanguage, Line, Locator, Markdown, Summary, Text};
pub use self::url::{Url, fault_of_base, is_local};
pub use self::version::Version;

/// Why a text is not a value of its type, and what to type instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// The finding's code.
    pub code: Code,
    /// The finding's sentence.
    pub what: String,
    /// What stands here.
    pub label: Option<String>,
    /// What to type.
    pub help: Option<String>,
    /// The exact text to put in the value's place; it always reads as the type.
    pub instead: Option<Mend>,
}

impl Malformed {
    /// Starts a refusal with its sentence.
    #[must_use]
    pub fn new(code: Code, what: impl Into<String>) -> Self {
        Self { code, what: what.into(), label: None, help: None, instead: None }
    }

    /// The refusal on one line, as it stands behind the name of an argument: what is wrong, and what to type.
    #[must_use]
    pub fn in_words(&self) -> String {
        let label = self.label.as_ref().map_or_else(String::new, |label| format!(": {label}"));
        let help = match (&self.instead, &self.help) {
            (Some(instead), _) => format!("; write `{}`", &**instead),
            (None, Some(help)) => format!("; {help}"),
            (None, None) => String::new(),
        };
        format!("{}{label}{help}", self.what)
    }

    /// Says what stands here.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Says what to type.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Offers the text to put in the value's place; it means the same.
    #[must_use]
    pub fn instead(mut self, instead: impl Into<String>) -> Self {
        self.instead = Some(Mend::safe(instead));
        self
    }

    /// Offers the text that is likely meant; a person has to look at it.
    #[must_use]
    pub fn suggest(mut self, instead: impl Into<String>) -> Self {
        self.instead = Some(Mend::suggested(instead));
        self
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Malformed {}

/// Quotes a text for a message: in backticks, hidden characters made visible, long texts cut.
#[must_use]
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut out = String::from("`");
    for (at, c) in text.chars().enumerate() {
        if at == LONGEST {
            out.push('…');
            break;
        }
        match c {
            '`' => out.push('\''),
            c if is_hidden(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out.push('`');
    out
}

/// Tells characters that a reader cannot see, or that change how others are shown: controls, zero-width, bidi marks.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Reads `text` with `examine`, refuses space around it, and lets only those suggestions out that read themselves.
fn parse_with<T>(
    text: &str,
    code: Code,
    examine: impl Fn(&str) -> Result<T, Malformed>,
) -> Result<T, Malformed> {
    let trimmed = text.trim();
    let malformed = match examine(trimmed) {
        Ok(value) if trimmed.len() == text.len() => return Ok(value),
        Ok(_) => Malformed::new(code, format!("{} has space around it", quoted(trimmed)))
            .label("space before or after the value")
            .instead(trimmed),
        Err(malformed) => malformed,
    };
    Err(settle(malformed, |instead| examine(instead).is_ok()))
}

/// Drops a suggestion that would not read, and turns one that does into the help line where none was written.
fn settle(mut malformed: Malformed, reads: impl Fn(&str) -> bool) -> Malformed {
    malformed.instead = malformed.instead.filter(|instead| reads(instead));
    if malformed.help.is_none() {
        malformed.help = malformed.instead.as_deref().map(|instead| format!("write `{instead}`"));
    }
    malformed
}

/// True for one or more ASCII digits and nothing else.
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Splits a plain decimal number into its digits before and after the point: `0.5`, `12`, but not `.5`, `05` or `5.`.
fn split_decimal(text: &str) -> Option<(&str, &str)> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
        Some(_) => return None,
        None => (text, ""),
    };
    (is_digits(whole) && (whole == "0" || !whole.starts_with('0'))).then_some((whole, fraction))
}

/// Mends the ways a decimal number is written loosely: `.5`, `5.`, `007`.
fn mend_decimal(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let mended = if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") };
    split_decimal(&mended).is_some().then_some(mended)
}
