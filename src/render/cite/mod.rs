//! Citations in the formats that other programs read, and as a sentence.

pub mod apa;
mod bibtex;
mod csl;
mod ris;

use crate::views::citation::Reference;

/// A format of citation files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `BibTeX`, in UTF-8.
    Bibtex,
    /// RIS.
    Ris,
    /// CSL-JSON.
    Csl,
}

impl Format {
    /// Every format, in the order in which pages show them.
    pub const ALL: &[Self] = &[Self::Bibtex, Self::Ris, Self::Csl];

    /// What the name of a file ends in.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Bibtex => "bib",
            Self::Ris => "ris",
            Self::Csl => "csl.json",
        }
    }

    /// The name of the format.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::Csl => "CSL-JSON",
        }
    }

    /// The references as the text of a file.
    #[must_use]
    pub fn write(self, references: &[Reference<'_>]) -> String {
        match self {
            Self::Bibtex => joined(references, "\n", bibtex::entry),
            Self::Ris => joined(references, "\r\n", ris::entry),
            Self::Csl => csl::list(references),
        }
    }
}

fn joined(
    references: &[Reference<'_>],
    between: &str,
    entry: fn(&Reference<'_>) -> String,
) -> String {
    references.iter().map(entry).collect::<Vec<_>>().join(between)
}

/// The text on one line, whatever it holds: no format knows a line break within a value.
fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(breaks, " ")
}
