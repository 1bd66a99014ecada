//! Texts: a single line, a summary, Markdown, and a text in several languages.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

/// A single line of text in one language, such as a name or a title.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Line(pub String);

/// A short text that may look like a number: a volume, an issue, pages, a version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Locator(pub String);

/// A text in one or more of the list's languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<String, String>);

/// A [`Text`] of one line and at most [`Summary::LONGEST`] characters in each language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Summary(pub Text);

/// A [`Text`] written in Markdown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Markdown(pub Text);

/// A text with the language it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct InLanguage<'t> {
    /// The language's code, such as `zh`.
    pub language: &'t str,
    /// The text.
    pub text: &'t str,
}

impl Line {
    /// The longest line, in characters.
    pub const LONGEST: usize = 500;

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Locator {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Summary {
    /// The longest summary, in characters.
    pub const LONGEST: usize = 200;
}

impl Markdown {
    /// The longest description, in characters.
    pub const LONGEST: usize = 20_000;
}

impl Text {
    /// The longest note, in characters.
    pub const LONGEST: usize = 2_000;

    /// The text in a language; where it is missing, in the first of `languages` that it has.
    #[must_use]
    pub fn in_language<'t>(
        &'t self,
        language: &str,
        languages: &[String],
    ) -> Option<InLanguage<'t>> {
        let found = std::iter::once(language).chain(languages.iter().map(String::as_str));
        let mut found = found.filter_map(|wanted| self.0.get_key_value(wanted));
        let (language, text) = found.next().or_else(|| self.0.first_key_value())?;
        Some(InLanguage { language, text })
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
