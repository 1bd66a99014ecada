//! A reference to a paper: an entry of the list, or where else to find it.

use std::fmt;

use super::{Arxiv, Doi, Id, Identity, Malformed, Url, is_digits, is_slug, quoted};
use crate::diag::Code;

/// An entry's id, a DOI, an arXiv id or an address; no text can be two of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperRef {
    /// The id of a paper of this list.
    Entry(Id),
    /// A DOI.
    Doi(Doi),
    /// An arXiv id.
    Arxiv(Arxiv),
    /// An address.
    Url(Url),
}

text_value!(PaperRef, Code::BadPaperRef);

const SHAPES: &str = "a paper is an entry's id such as `chen-2022-rna-fm`, a DOI such as `10.1093/nar/gkad1031`, \
                      an arXiv id such as `arXiv:2204.00300`, or an address";

impl PaperRef {
    /// The address to go to, where it is not an entry.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        match self {
            Self::Entry(_) => None,
            Self::Doi(doi) => Some(doi.url()),
            Self::Arxiv(arxiv) => Some(arxiv.url()),
            Self::Url(url) => Some(url.as_str().to_owned()),
        }
    }

    /// The paper that it stands for, where it is not an entry.
    #[must_use]
    pub fn identity(&self) -> Option<Identity> {
        match self {
            Self::Entry(_) => None,
            Self::Doi(doi) => Some(doi.identity()),
            Self::Arxiv(arxiv) => Some(arxiv.identity()),
            Self::Url(url) => Some(url.identity()),
        }
    }

    fn examine(text: &str) -> Result<Self, Malformed> {
        let found = match shape(text) {
            Shape::Arxiv => Arxiv::examine(text).map(Self::Arxiv),
            Shape::Doi => Doi::examine(text).map(Self::Doi),
            Shape::Url => Url::examine(text).map(Self::Url),
            Shape::Id => Id::examine(text).map(Self::Entry),
            Shape::None => Err(Malformed::new(
                Code::BadPaperRef,
                format!("{} does not name a paper", quoted(text)),
            )
            .help(SHAPES)),
        };
        found.map_err(|malformed| match (&malformed.instead, &malformed.help) {
            (None, Some(help)) if help != SHAPES => {
                let help = format!("{help}; {SHAPES}");
                malformed.help(help)
            }
            _ => malformed,
        })
    }
}

impl fmt::Display for PaperRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(id) => id.fmt(f),
            Self::Doi(doi) => doi.fmt(f),
            Self::Arxiv(arxiv) => arxiv.fmt(f),
            Self::Url(url) => url.fmt(f),
        }
    }
}

enum Shape {
    Arxiv,
    Doi,
    Url,
    Id,
    None,
}

/// Says which shape a text has, or most looks like.
fn shape(text: &str) -> Shape {
    let lower = text.to_ascii_lowercase();
    let numbered =
        lower.split_once('.').is_some_and(|(stamp, _)| stamp.len() == 4 && is_digits(stamp));
    let starts = |marks: &[&str]| marks.iter().any(|mark| lower.starts_with(mark));
    if is_slug(text) {
        Shape::Id
    } else if starts(&["http:", "https:", "//", "www."]) || lower.contains("://") {
        Shape::Url
    } else if starts(&["arxiv", "export.arxiv"]) || numbered {
        Shape::Arxiv
    } else if starts(&["10.", "doi", "dx.doi"]) {
        Shape::Doi
    } else if !lower.contains(char::is_whitespace)
        && lower.contains(['.', ':'])
        && lower.contains('/')
    {
        Shape::Url
    } else if !lower.is_empty()
        && !lower.contains(char::is_whitespace)
        && !lower.contains(['/', ':'])
    {
        Shape::Id
    } else {
        Shape::None
    }
}
