//! A DOI in its bare form, in lower case.

use std::fmt;

use super::{Arxiv, Malformed, Url, is_digits, quoted};
use crate::diag::Code;

/// The most bytes a DOI may have here.
const LONGEST: usize = 256;

/// A DOI such as `10.1093/nar/gkad1031`; letters are kept in lower case, as DOIs do not tell them apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Doi(String);

text_value!(Doi, Code::BadDoi);

impl Doi {
    /// The longest one, in bytes.
    pub const LONGEST: usize = LONGEST;

    /// The DOI as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address that resolves it, with the characters encoded that an address cannot hold.
    #[must_use]
    pub fn url(&self) -> String {
        let mut url = String::from("https://doi.org/");
        for byte in self.0.bytes() {
            match byte {
                b'a'..=b'z' | b'0'..=b'9' => url.push(char::from(byte)),
                _ if b"-._~/:;()!*+,=@$".contains(&byte) => url.push(char::from(byte)),
                _ => url.extend(format!("%{byte:02X}").chars()),
            }
        }
        url
    }

    /// Whether it is that of a preprint server.
    #[must_use]
    pub fn is_preprint(&self) -> bool {
        const SERVERS: [&str; 8] = [
            "10.48550/arxiv.",
            "10.21203/rs.",
            "10.20944/",
            "10.26434/",
            "10.31219/",
            "10.36227/",
            "10.2139/ssrn.",
            "10.22541/au.",
        ];
        // Cold Spring Harbor gives its journals the same prefix, and letters behind it.
        let rxiv = ["10.1101/", "10.64898/"].iter().find_map(|prefix| self.0.strip_prefix(prefix));
        rxiv.is_some_and(|number| number.bytes().next().is_some_and(|byte| byte.is_ascii_digit()))
            || SERVERS.iter().any(|server| self.0.starts_with(server))
    }

    /// Finds the DOI that a text means, in whatever form, where its end is certain.
    pub(super) fn find(text: &str) -> Option<Self> {
        read(&tidy(text)?)
    }

    pub(super) fn examine(text: &str) -> Result<Self, Malformed> {
        read(text).ok_or_else(|| explain(text))
    }
}

impl fmt::Display for Doi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn read(text: &str) -> Option<Doi> {
    let (registrant, suffix) = text.strip_prefix("10.")?.split_once('/')?;
    let allowed = |byte: u8| byte.is_ascii_graphic() && !b"\"\\^`{|}".contains(&byte);
    let fits = is_digits(registrant)
        && (4..=9).contains(&registrant.len())
        && text.len() <= LONGEST
        && !suffix.is_empty()
        && suffix.bytes().all(allowed)
        && trim_end(suffix) == suffix
        && percent_decoded(suffix).is_none_or(|decoded| decoded == suffix)
        && !has_query(suffix);
    fits.then(|| Doi(text.to_ascii_lowercase()))
}

/// Takes away the punctuation that copying from a sentence leaves at the end.
fn trim_end(text: &str) -> &str {
    let mut text = text;
    loop {
        let unopened = |open: char, close: char| {
            text.ends_with(close) && text.matches(close).count() > text.matches(open).count()
        };
        if ends_in_a_check_mark(text) {
            return text;
        }
        if text.ends_with(['.', ',', ';', ':', '/', '\'', '?', '#'])
            || unopened('(', ')')
            || unopened('[', ']')
            || unopened('<', '>')
        {
            // Each of these characters is one byte.
            text = text.get(..text.len() - 1).unwrap_or_default();
        } else {
            return text;
        }
    }
}

/// True for the end of a DOI that is made of a SICI, such as `…3.0.co;2-#`: its last character is a check mark.
fn ends_in_a_check_mark(text: &str) -> bool {
    text.strip_suffix('#').is_some_and(wants_a_check_mark)
}

/// True for a SICI without its check mark: `…3.0.co;2-`.
fn wants_a_check_mark(text: &str) -> bool {
    let version = text.strip_suffix('-').and_then(|rest| rest.rsplit_once(';'));
    version.is_some_and(|(_, version)| version.len() == 1 && is_digits(version))
}

/// The part of an address before its query and its fragment; a `#` that is the check mark of a SICI is no fragment.
fn path_of(address: &str) -> Option<&str> {
    let path = address.split(['?', '#']).next()?;
    match address.get(..=path.len()) {
        Some(longer) if ends_in_a_check_mark(longer) => Some(longer),
        _ => Some(path),
    }
}

/// True where a part such as `?login=false` of an address hangs on.
fn has_query(suffix: &str) -> bool {
    suffix.split_once('?').is_some_and(|(_, query)| query.contains('='))
}

/// Decodes `%2F` and its like; nothing where the bytes are no text.
pub(super) fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let hex = after.get(..2).filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(b'%');
            rest = after;
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok()
}

fn explain(text: &str) -> Malformed {
    const FORM: &str = "write the bare DOI, such as `10.1093/nar/gkad1031`";
    let refusal = Malformed::new(Code::BadDoi, format!("{} is not a DOI", quoted(text)));
    if text.len() > 2 * LONGEST {
        return refusal.label("too long").help(FORM);
    }
    if let Some(doi) = tidy(text) {
        // The end that is cut off may belong to the DOI.
        let keeps_the_end = text.to_ascii_lowercase().ends_with(&doi.to_ascii_lowercase());
        let label = if text.contains("//") { "an address" } else { "more than the bare DOI" };
        let refusal = refusal.label(label);
        return if keeps_the_end { refusal.instead(doi) } else { refusal.suggest(doi) };
    }
    if let Some(arxiv) = Arxiv::find(text) {
        return refusal.label("an arXiv id").help(format!("write `{arxiv}` under `arxiv`"));
    }
    if text.contains("//") && text.contains("/10.") {
        return refusal
            .label("an address of a publisher")
            .help(format!("{FORM}; the page shows it"));
    }
    refusal.help(FORM)
}

/// Finds the DOI in the other ways people write it, where its end is certain.
fn tidy(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let host =
        |name: &str| lower.find(name).filter(|at| text.get(..*at).is_some_and(is_address_start));
    // A publisher's page, where its address holds the DOI. What is no whole address yet would be asked for a DOI again.
    let is_address = text.starts_with("https://") || text.starts_with("http://");
    let article = is_address.then(|| text.parse::<Url>().ok()?.article()).flatten();
    if let Some(doi) = article {
        return Some(doi.0);
    }
    let doi = if let Some(at) = host("doi.org/") {
        path_of(text.get(at + "doi.org/".len()..)?)?
    } else if let Some(at) = host("rxiv.org/content/") {
        preprint(text.get(at + "rxiv.org/content/".len()..)?)?
    } else if lower.starts_with("doi") {
        text.get(3..)?.trim_start_matches([':', ' ', '='])
    } else {
        text.split_once('?').filter(|_| has_query(text)).map_or(text, |(doi, _)| doi)
    };
    let doi = percent_decoded(doi)?;
    Some(trim_end(&doi).to_ascii_lowercase()).filter(|doi| read(doi).is_some())
}

/// True for what stands before the last part of a host name: `https://dx.`, `www.`, `https://www.bio`.
fn is_address_start(text: &str) -> bool {
    text.len() <= 20
        && text.bytes().all(|byte| byte.is_ascii_alphabetic() || b":/.".contains(&byte))
}

/// bioRxiv and medRxiv put the version and the view behind the DOI: `…503062v1.full.pdf`.
fn preprint(path: &str) -> Option<&str> {
    let path = path.split(['?', '#']).next()?;
    let end = path.rfind('v').filter(|at| {
        path.get(at + 1..).is_some_and(|version| version.starts_with(|c: char| c.is_ascii_digit()))
    });
    end.map_or(Some(path), |end| path.get(..end))
}
