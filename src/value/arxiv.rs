//! An arXiv id, new style or old, with its version where one is meant.

use std::fmt;

use super::{Malformed, is_digits, quoted};
use crate::diag::Code;

/// An arXiv id as written: `arXiv:2204.00300`, `arXiv:2204.00300v2`, `arXiv:q-bio/0703001`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Arxiv {
    text: String,
    key: String,
    version: Option<u16>,
}

text_value!(Arxiv, Code::BadArxiv);

impl Arxiv {
    /// The id as written, with its version.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The id without version or subject class: equal for all ways to name one paper.
    #[must_use]
    pub fn key(&self) -> String {
        self.key.clone()
    }

    /// The version, where one is named.
    #[must_use]
    pub fn version(&self) -> Option<u16> {
        self.version
    }

    /// The address of the abstract.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://arxiv.org/abs/{}", self.text.strip_prefix(PREFIX).unwrap_or(&self.text))
    }

    /// Finds the id that a text means, in whatever form.
    pub(super) fn find(text: &str) -> Option<Self> {
        read(tidy(text)?).ok()
    }

    pub(super) fn examine(text: &str) -> Result<Self, Malformed> {
        let fault = match text.strip_prefix(PREFIX).map(read) {
            Some(Ok(found)) => return Ok(found),
            Some(Err(fault)) => fault,
            None => Fault::Shape,
        };
        Err(explain(text, fault))
    }
}

impl fmt::Display for Arxiv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

const PREFIX: &str = "arXiv:";

#[derive(Clone, Copy)]
enum Fault {
    Shape,
    Month,
    Digits,
}

/// Reads what follows `arXiv:`.
fn read(id: &str) -> Result<Arxiv, Fault> {
    let (base, version) = split_version(id);
    let key = match base.split_once('/') {
        Some((archive, number)) => old_style(archive, number)?,
        None => new_style(base)?,
    };
    Ok(Arxiv { text: format!("{PREFIX}{id}"), key: format!("{PREFIX}{key}"), version })
}

fn split_version(id: &str) -> (&str, Option<u16>) {
    let found = id.rsplit_once('v').and_then(|(base, version)| {
        let strict = is_digits(version) && !version.starts_with('0');
        Some((base, version.parse().ok().filter(|_| strict)?))
    });
    found.map_or((id, None), |(base, version)| (base, Some(version)))
}

/// Since April 2007: year, month, a point, and four digits (five since 2015).
fn new_style(base: &str) -> Result<String, Fault> {
    let (stamp, number) = base.split_once('.').ok_or(Fault::Shape)?;
    let (year, month) = year_and_month(stamp)?;
    let stamp = year * 100 + month;
    if !is_digits(number) || !(704..=9012).contains(&stamp) {
        return Err(Fault::Shape);
    }
    if number.len() != if stamp < 1501 { 4 } else { 5 } {
        return Err(Fault::Digits);
    }
    Ok(base.to_owned())
}

/// From August 1991 to March 2007: an archive, its class, and seven digits.
fn old_style(archive: &str, number: &str) -> Result<String, Fault> {
    let (name, class) = match archive.split_once('.') {
        Some((name, class)) => (name, Some(class)),
        None => (archive, None),
    };
    let lower = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let upper =
        |class: &str| class.len() == 2 && class.bytes().all(|byte| byte.is_ascii_uppercase());
    if !name.split('-').all(lower)
        || !class.is_none_or(upper)
        || number.len() != 7
        || !is_digits(number)
    {
        return Err(Fault::Shape);
    }
    let (year, month) = year_and_month(number.get(..4).unwrap_or_default())?;
    let stamp = year * 100 + month;
    if !(9107..=9912).contains(&stamp) && stamp > 703 {
        return Err(Fault::Shape);
    }
    Ok(format!("{name}/{number}"))
}

fn year_and_month(stamp: &str) -> Result<(u16, u16), Fault> {
    let stamp: u16 = match stamp.parse() {
        Ok(number) if stamp.len() == 4 && is_digits(stamp) => number,
        _ => return Err(Fault::Shape),
    };
    let (year, month) = (stamp / 100, stamp % 100);
    if (1..=12).contains(&month) { Ok((year, month)) } else { Err(Fault::Month) }
}

fn explain(text: &str, fault: Fault) -> Malformed {
    let refusal = Malformed::new(Code::BadArxiv, format!("{} is not an arXiv id", quoted(text)));
    let tidy = tidy(text).map(|id| (read(id), id));
    let fault = match tidy {
        Some((Ok(_), id)) => {
            let label =
                if text.contains("//") { "an address" } else { "an arXiv id in another form" };
            return refusal.label(label).instead(format!("{PREFIX}{id}"));
        }
        Some((Err(found), _)) if matches!(fault, Fault::Shape) => found,
        Some((Err(_), _)) | None => fault,
    };
    match fault {
        Fault::Month => refusal
            .label("the third and fourth digit are a month, from 01 to 12")
            .help("look the id up at the top of the paper's page on arXiv"),
        Fault::Digits => refusal
            .label("five digits follow the point since 2015, four before")
            .help("look the id up: a zero at its end may have been lost, as in a number"),
        Fault::Shape => refusal
            .help("write `arXiv:` and the id, such as `arXiv:2204.00300` or `arXiv:q-bio/0703001`"),
    }
}

/// Finds the id in an address, in arXiv's own DOI, or without its prefix.
fn tidy(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let after = |mark: &str| lower.find(mark).and_then(|at| text.get(at + mark.len()..));
    let id = if let Some(path) = after("arxiv.org/") {
        path.split_once('/').map(|(_, id)| id)?
    } else if let Some(id) = after("10.48550/arxiv.") {
        id
    } else if lower.starts_with("arxiv") {
        after("arxiv")?.trim_start_matches([':', ' ', '/', '.'])
    } else {
        text
    };
    let id = id.split(['?', '#', ' ']).next()?;
    let id = id.trim_end_matches(['/', '.', ',', ';', ')', ']']);
    Some(id.strip_suffix(".pdf").unwrap_or(id))
}
