//! What to put in place of something, and how sure that is.

use std::fmt;
use std::ops::Deref;

use serde::Serialize;

use super::Finding;

/// How a finding is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applicability {
    /// A machine can type it: what the file means stays the same.
    Safe,
    /// A machine can type it, but a person has to look: something else may be meant.
    Suggested,
    /// Only a person can type it.
    ToFillIn,
}

impl Applicability {
    /// The word for it, as programs read it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Suggested => "suggested",
            Self::ToFillIn => "to-fill-in",
        }
    }
}

/// The exact text to put at a place; it reads as a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mend {
    text: String,
    is_safe: bool,
}

impl Mend {
    /// A text that changes nothing in what the file means.
    pub fn safe(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_safe: true }
    }

    /// A text that is likely meant.
    pub fn suggested(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_safe: false }
    }

    /// How sure it is; never [`Applicability::ToFillIn`].
    #[must_use]
    pub const fn applicability(&self) -> Applicability {
        if self.is_safe { Applicability::Safe } else { Applicability::Suggested }
    }

    /// As sure as before, with another text made of this one.
    #[must_use]
    pub fn map(self, change: impl FnOnce(String) -> String) -> Self {
        Self { text: change(self.text), is_safe: self.is_safe }
    }
}

impl Deref for Mend {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Mend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// How many findings there are of each applicability.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Mends {
    /// Of those that `fix` types.
    pub safe: usize,
    /// Of those that `fix --suggested` types.
    pub suggested: usize,
    /// Of those that a person types.
    pub to_fill_in: usize,
}

impl Mends {
    /// Counts them.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Self {
        let count = |of| findings.iter().filter(|finding| finding.applicability() == of).count();
        Self {
            safe: count(Applicability::Safe),
            suggested: count(Applicability::Suggested),
            to_fill_in: count(Applicability::ToFillIn),
        }
    }
}
