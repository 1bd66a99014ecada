//! Identity: one function says whether two addresses, DOIs, arXiv ids or names that people paste are the same thing.

mod addresses;
mod dois;
mod names;

use std::fmt;

use super::{Arxiv, Doi, Url};
pub use names::{evened, folded, folded_title};

/// The one thing that an address, an identifier or a name stands for. Equal for all ways to write it.
///
/// What cannot be known from the text alone is never guessed: a paper's DOI and its number in `PubMed` are two
/// identities, since only a look at either page would tell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity(String);

impl Identity {
    /// The key; it looks like an address, but is none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a name of a model, a dataset or a challenge stands for.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        Self(format!("name:{}", folded(name)))
    }

    /// What a title stands for.
    #[must_use]
    pub fn of_title(title: &str) -> Self {
        Self(format!("title:{}", folded_title(title)))
    }

    /// What two things stand for together.
    #[must_use]
    pub fn and(&self, other: &str) -> Self {
        Self(format!("{} {other}", self.0))
    }

    /// What a pasted text means, where it is an address or an identifier in any form.
    #[must_use]
    pub fn meant(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(address) = address_of(text) {
            return meant_url(&address).map(|url| url.identity());
        }
        if text.contains("://") || text.starts_with("www.") {
            return meant_url(text).map(|url| url.identity());
        }
        if let Some(doi) = Doi::find(text) {
            return Some(doi.identity());
        }
        if let Some(arxiv) = Arxiv::find(text) {
            return Some(arxiv.identity());
        }
        let host = text.split_once('/').map(|(host, _)| host);
        let is_address = host.is_some_and(|host| host.contains('.') && !host.contains(' '));
        is_address.then(|| meant_url(text)).flatten().map(|url| url.identity())
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether two pasted texts stand for the same thing: two addresses or identifiers, or else two names.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    let identity = |text: &str| Identity::meant(text).unwrap_or_else(|| Identity::of_name(text));
    identity(one) == identity(other)
}

impl Doi {
    /// The paper or record that it names, in all its versions.
    #[must_use]
    pub fn identity(&self) -> Identity {
        Identity(dois::key(self.as_str()))
    }
}

impl Doi {
    /// The DOI without the version that bioRxiv and medRxiv show behind it, which is no part of it.
    ///
    /// Other servers register a DOI for each version, and those stay as they are.
    #[must_use]
    pub fn registered(self) -> Self {
        dois::dated(self.as_str()).parse().unwrap_or(self)
    }
}

impl Arxiv {
    /// The paper that it names, in all its versions.
    #[must_use]
    pub fn identity(&self) -> Identity {
        let key = self.key();
        Identity(format!("arxiv.org/abs/{}", key.strip_prefix("arXiv:").unwrap_or(&key)))
    }
}

impl Url {
    /// What it leads to.
    #[must_use]
    pub fn identity(&self) -> Identity {
        Identity(match addresses::leads_to(self) {
            Leads::Arxiv(arxiv) => return arxiv.identity(),
            Leads::Article(doi) | Leads::Record(doi) => return doi.identity(),
            Leads::Page(key) => key,
        })
    }

    /// The DOI of the article whose page it is, where the address itself tells.
    #[must_use]
    pub fn article(&self) -> Option<Doi> {
        match addresses::leads_to(self) {
            Leads::Article(doi) => Some(doi),
            Leads::Arxiv(_) | Leads::Record(_) | Leads::Page(_) => None,
        }
    }

    /// The arXiv id of the preprint whose page it is.
    #[must_use]
    pub fn preprint(&self) -> Option<Arxiv> {
        match addresses::leads_to(self) {
            Leads::Arxiv(arxiv) => Some(arxiv),
            Leads::Article(_) | Leads::Record(_) | Leads::Page(_) => None,
        }
    }
}

/// What an address leads to.
enum Leads {
    /// A preprint on arXiv.
    Arxiv(Arxiv),
    /// An article with its DOI.
    Article(Doi),
    /// A record in a store of data, code or weights, with its DOI.
    Record(Doi),
    /// A page, by its key.
    Page(String),
}

/// The address of a thing that is named in another way: a number in `PubMed`, a repository by its clone address.
#[must_use]
pub fn address_of(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let number = |text: &str| {
        let number = text.trim_start_matches([':', ' ']);
        ((1..=9).contains(&number.len()) && super::is_digits(number)).then(|| number.to_owned())
    };
    if let Some(number) = lower.strip_prefix("pmid").and_then(number) {
        return Some(format!("https://pubmed.ncbi.nlm.nih.gov/{number}/"));
    }
    let pmc = lower.strip_prefix("pmcid").unwrap_or(&lower).trim_start_matches([':', ' ']);
    if let Some(number) = pmc.strip_prefix("pmc").and_then(number) {
        return Some(format!("https://pmc.ncbi.nlm.nih.gov/articles/PMC{number}/"));
    }
    let clone = text.strip_prefix("ssh://").unwrap_or(text).strip_prefix("git@");
    if let Some((host, path)) = clone.and_then(|clone| clone.split_once([':', '/'])) {
        return Some(format!("https://{host}/{}", path.strip_suffix(".git").unwrap_or(path)));
    }
    let over = text.strip_prefix("git+").filter(|rest| rest.starts_with("http"))?;
    Some(over.strip_suffix(".git").unwrap_or(over).to_owned())
}

/// The address that a text is, or that its refusal offers in its place.
fn meant_url(text: &str) -> Option<Url> {
    match text.parse::<Url>() {
        Ok(url) => Some(url),
        Err(why) => why.instead?.parse().ok(),
    }
}
