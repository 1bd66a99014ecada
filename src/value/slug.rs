//! Slugs: the names of words, variants and columns, made so that they can stand in an address.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::{Malformed, is_same, is_slug, slug};
use crate::diag::{Code, Mend};

/// A name of small letters, digits and single hyphens, at most 64 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Slug(String);

impl Slug {
    /// The longest slug, in characters.
    pub const LONGEST: usize = 64;

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text has the form of a slug.
    #[must_use]
    pub fn fits(text: &str) -> bool {
        is_slug(text)
    }
}

impl FromStr for Slug {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        if Self::fits(text) {
            return Ok(Self(text.to_owned()));
        }
        let instead = slug(text);
        Err(Malformed {
            code: Code::BadId,
            what: format!("`{text}` cannot be a name here"),
            label: None,
            help: Some("use small letters, digits and single hyphens".to_owned()),
            instead: instead.filter(|instead| Self::fits(instead)).map(|instead| {
                let is_safe = is_same(text, &instead);
                if is_safe { Mend::safe(instead) } else { Mend::suggested(instead) }
            }),
        })
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}
