//! Findings: what is wrong, where, and what to type instead. Knows nothing of models or papers.

mod alike;
mod code;
pub mod explain;
mod github;
mod human;
mod json;
mod mend;
mod printable;
mod sarif;
mod settle;
mod short;
mod shown;

pub use alike::{Alike, grouped};
pub use code::{Code, Severity};
pub use github::github;
pub use human::{Style, mends, report, summary};
pub use json::json;
pub use mend::{Applicability, Mend, Mends};
pub(crate) use printable::escaped;
pub use printable::{printable, visible};
pub use sarif::sarif;
pub use settle::{Finding, MOST_IN_A_FILE, settle};
pub(crate) use settle::{Placed, placed};
pub use short::{short, statistics};
pub use shown::Shown;

use crate::source::{FileId, Span};
use crate::value::is_same;
use crate::yaml::Part;

/// A finding as a check makes it: its place may still be a route into an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diag {
    /// What kind of finding it is.
    pub code: Code,
    /// Error or warning, as the list has it.
    pub severity: Severity,
    /// Why an entry allows it; `None` where none does.
    pub allowed: Option<String>,
    /// Where it is.
    pub place: Place,
    /// The sentence, in lower case and without a full stop.
    pub message: String,
    /// What stands at the place.
    pub label: Option<String>,
    /// What to type.
    pub help: Option<String>,
    /// The exact text to put at the place, where a machine can tell.
    pub instead: Option<Mend>,
    /// Other places that belong to it, each with its label.
    pub also: Vec<(Place, String)>,
    /// What it has in common with others of its code, so that they are shown as one.
    pub alike: Option<Alike>,
}

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Bytes of a file.
    Span(Span),
    /// A route into an entry, such as `links.code`, turned into bytes only when it is shown.
    Route {
        /// The entry's file.
        file: FileId,
        /// The route; empty for the entry as a whole.
        route: String,
        /// Whether the key, the value or the whole item is meant.
        part: Part,
    },
}

impl Place {
    /// The value at a route of a file.
    pub fn value(file: FileId, route: impl Into<String>) -> Self {
        Self::Route { file, route: route.into(), part: Part::Value }
    }

    /// The key at a route of a file.
    pub fn key(file: FileId, route: impl Into<String>) -> Self {
        Self::Route { file, route: route.into(), part: Part::Key }
    }

    /// The whole item of a list, with what parts it from the others, so that it can be deleted; where it is the only one,
    /// the list with its key.
    pub fn item(file: FileId, route: impl Into<String>) -> Self {
        Self::Route { file, route: route.into(), part: Part::Item }
    }

    /// Whether it is a whole item, to be deleted.
    pub(super) fn is_item(&self) -> bool {
        matches!(self, Self::Route { part: Part::Item, .. })
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> FileId {
        match self {
            Self::Span(span) => span.file,
            Self::Route { file, .. } => *file,
        }
    }
}

/// Words of which one is to be written, each in backticks.
pub fn one_of<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let ticked: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match ticked.as_slice() {
        [one, other] => format!("{one} or {other}"),
        [] | [_] => ticked.concat(),
        _ => format!("one of {}", ticked.join(", ")),
    }
}

/// Words side by side, each in backticks.
pub fn ticked<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let ticked: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    ticked.join(", ")
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self::Span(span)
    }
}

impl Diag {
    /// A finding with its sentence; what comes from an entry is made printable.
    pub fn new(code: Code, place: impl Into<Place>, message: impl AsRef<str>) -> Self {
        Self {
            code,
            severity: code.severity(),
            allowed: None,
            place: place.into(),
            message: printable(message.as_ref()),
            label: None,
            help: None,
            instead: None,
            also: Vec::new(),
            alike: None,
        }
    }

    /// Says what stands at the place.
    #[must_use]
    pub fn label(mut self, label: impl AsRef<str>) -> Self {
        self.label = Some(printable(label.as_ref()));
        self
    }

    /// Says what to type.
    #[must_use]
    pub fn help(mut self, help: impl AsRef<str>) -> Self {
        self.help = Some(printable(help.as_ref()));
        self
    }

    /// Gives the text that a machine can put at the place without changing what the file means.
    #[must_use]
    pub fn instead(mut self, text: impl Into<String>) -> Self {
        self.instead = Some(Mend::safe(text));
        self
    }

    /// Gives the text that is likely meant; a person has to look at it.
    #[must_use]
    pub fn suggest(mut self, text: impl Into<String>) -> Self {
        self.instead = Some(Mend::suggested(text));
        self
    }

    /// Gives the text to put at the place, as sure as it is.
    #[must_use]
    pub fn mend(mut self, mend: Mend) -> Self {
        self.instead = Some(mend);
        self
    }

    /// Asks whether a known word was meant, and offers to put it there.
    #[must_use]
    pub fn did_you_mean(self, wrong: &str, near: &str) -> Self {
        let diag = self.help(format!("did you mean `{near}`?"));
        if is_same(wrong, near) { diag.instead(near) } else { diag.suggest(near) }
    }

    /// Says what it has in common with others of its code, so that they are shown as one.
    #[must_use]
    pub fn alike(mut self, alike: Alike) -> Self {
        self.alike = Some(alike);
        self
    }

    /// Adds another place that belongs to the finding.
    #[must_use]
    pub fn also(mut self, place: impl Into<Place>, label: impl AsRef<str>) -> Self {
        self.also.push((place.into(), printable(label.as_ref())));
        self
    }
}
