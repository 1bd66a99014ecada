//! What the command line says of a new entry: a name, or where to find it.

use std::str::FromStr;

use crate::diag::Code;
use crate::value::{Arxiv, Date, Doi, Malformed, Url, address_of, is_hidden};

/// What is known of a new entry before anybody has typed anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// The name or title.
    Name(String),
    /// A DOI.
    Doi(Doi),
    /// An arXiv id.
    Arxiv(Arxiv),
    /// An address that is neither.
    Url(Url),
}

impl Given {
    /// Tells from its form what a text is: identifiers first, in whatever form they are pasted; `None` where it is empty.
    pub fn read(text: &str) -> Result<Option<Self>, Malformed> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let address = address_of(text);
        let text = address.as_deref().unwrap_or(text);
        if let Some(arxiv) = meant(text) {
            return Ok(Some(Self::Arxiv(arxiv)));
        }
        if let Some(doi) = meant::<Doi>(text) {
            return Ok(Some(Self::Doi(doi.registered())));
        }
        // A name may have a dot in it, as addresses do: only a scheme makes it one.
        if text.contains("://") || text.starts_with("www.") {
            let url: Url = meant(text).map_or_else(|| text.parse(), Ok)?;
            if let Some(arxiv) = url.preprint() {
                return Ok(Some(Self::Arxiv(arxiv)));
            }
            if let Some(doi) = url.article() {
                return Ok(Some(Self::Doi(doi)));
            }
            let clean = url.noise().unwrap_or_else(|| url.to_string());
            // Who clones a repository copies another address than who reads it.
            let clean = clean.strip_suffix(".git").unwrap_or(&clean);
            return Ok(Some(Self::Url(clean.parse().unwrap_or(url))));
        }
        if let Some(hidden) = text.chars().find(|c| is_hidden(*c) && !is_joiner(*c)) {
            let code = u32::from(hidden);
            let what = format!("the name holds a character that cannot be seen, U+{code:04X}");
            return Err(Malformed::new(Code::ForbiddenCharacter, what)
                .help("type the name instead of copying it"));
        }
        Ok(Some(Self::Name(text.split_whitespace().collect::<Vec<_>>().join(" "))))
    }
}

/// The value that a text is, or that its refusal offers in its place.
fn meant<T: FromStr<Err = Malformed>>(text: &str) -> Option<T> {
    match text.parse() {
        Ok(value) => Some(value),
        Err(why) => why.instead.as_deref()?.parse().ok(),
    }
}

/// Scripts such as Persian need joiners within words; whether one is in its place is for the check to say.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// The month that an arXiv id was given out in.
pub(super) fn month_of(arxiv: &Arxiv) -> Option<Date> {
    let key = arxiv.key();
    let number = key.rsplit(['/', ':']).next()?;
    let (year, month): (u16, u8) =
        (number.get(..2)?.parse().ok()?, number.get(2..4)?.parse().ok()?);
    let century = if year >= 91 { 1900 } else { 2000 };
    Date::new(century + year, Some(month), None)
}
