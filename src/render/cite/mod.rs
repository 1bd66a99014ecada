//! Citations in the formats that other programs read, and as a sentence.

pub mod apa;
mod bibtex;
pub mod cff;
mod csl;
pub(crate) mod ris;

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

    /// A short name, by which scripts and the elements of a page know it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Bibtex => "bib",
            Self::Ris => "ris",
            Self::Csl => "csl",
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

    /// The media type of a file.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Bibtex => "application/x-bibtex",
            Self::Ris => "application/x-research-info-systems",
            Self::Csl => "application/vnd.citationstyles.csl+json",
        }
    }

    /// The references as the text of a file.
    #[must_use]
    pub fn write(self, references: &[Reference<'_>]) -> String {
        match self {
            Self::Bibtex => bibtex::file(references),
            Self::Ris => references.iter().map(ris::entry).collect::<Vec<_>>().join("\r\n"),
            Self::Csl => csl::list(references),
        }
    }
}

/// What a selection is cited in: texts of single references, and what makes one text of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A format of files.
    File(Format),
    /// Sentences, each on a line of its own.
    Apa,
}

impl Style {
    /// Every style, in the order in which pages offer them.
    pub const ALL: &[Self] =
        &[Self::File(Format::Bibtex), Self::File(Format::Ris), Self::File(Format::Csl), Self::Apa];

    /// The short name of the style.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::File(format) => format.id(),
            Self::Apa => "apa",
        }
    }

    /// What stands before the first part, between two and after the last one.
    #[must_use]
    pub const fn frame(self) -> [&'static str; 3] {
        match self {
            Self::File(Format::Bibtex) => [bibtex::HEAD, "\n", ""],
            Self::File(Format::Ris) => ["", "\r\n", ""],
            Self::File(Format::Csl) => csl::FRAME,
            Self::Apa => ["", "\n", "\n"],
        }
    }

    /// A reference as it stands in that frame.
    #[must_use]
    pub fn part(self, reference: &Reference<'_>) -> String {
        match self {
            Self::File(Format::Bibtex) => bibtex::entry(reference),
            Self::File(Format::Ris) => ris::entry(reference),
            Self::File(Format::Csl) => csl::item(reference),
            Self::Apa => apa::sentence(reference),
        }
    }
}

/// The text on one line, whatever it holds: no format knows a line break within a value.
fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(breaks, " ")
}
