//! What registers of others call a thing: each register has a type of its own, read in the register's own spelling.

use std::fmt;

use super::{Malformed, is_digits, quoted};
use crate::diag::Code;

/// A register of others, and how its identifiers are written.
#[derive(Debug)]
pub struct Register {
    /// The key in an entry.
    pub key: &'static str,
    /// The register's name.
    pub name: &'static str,
    /// One of its identifiers.
    pub example: &'static str,
    /// Where a person finds the identifier.
    pub place: &'static str,
    /// The form as a pattern of a JSON Schema.
    pub pattern: &'static str,
    /// What stands before the identifier in an address or in another spelling, in small letters.
    marks: &'static [&'static str],
    /// Whether a text is an identifier of the register.
    fits: fn(&str) -> bool,
    /// The identifier that what stands behind a mark begins with.
    tidy: fn(&str) -> String,
    /// What stands before the identifier in the address that leads to it.
    base: &'static str,
    /// The beginning of an identifier that its address leaves out.
    unsaid: &'static str,
}

/// A type that holds identifiers of one register.
pub trait Registered: std::str::FromStr<Err = Malformed> + fmt::Display {
    /// The register.
    const REGISTER: &'static Register;

    /// The identifier as text.
    fn as_str(&self) -> &str;

    /// The address that leads to the thing.
    fn url(&self) -> String;
}

macro_rules! registers {
    ($($(#[doc = $doc:literal])+ $type:ident = $register:expr;)*) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $type(String);

        text_value!($type, Code::BadIdentifier);

        impl $type {
            fn examine(text: &str) -> Result<Self, Malformed> {
                Self::REGISTER.examine(text).map(Self)
            }
        }

        impl Registered for $type {
            const REGISTER: &'static Register = &$register;

            fn as_str(&self) -> &str {
                &self.0
            }

            fn url(&self) -> String {
                let Register { base, unsaid, .. } = Self::REGISTER;
                format!("{base}{}", self.0.strip_prefix(unsaid).unwrap_or(&self.0))
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )* };
}

registers! {
    /// A repository of Hugging Face, such as `example/alder`.
    HuggingFace = Register {
        key: "huggingface",
        name: "Hugging Face",
        example: "multimolecule/rnafm",
        place: "it stands at the top of the repository's page, as owner and name",
        pattern: "[A-Za-z0-9_](?:[A-Za-z0-9_]|[.-](?=[A-Za-z0-9_]))*/[A-Za-z0-9_](?:[A-Za-z0-9_]|[.-](?=[A-Za-z0-9_]))*",
        marks: &["huggingface.co/datasets/", "hf.co/datasets/", "huggingface.co/", "hf.co/"],
        fits: is_repository,
        tidy: |rest| rest.split('/').take(2).collect::<Vec<_>>().join("/"),
        base: "https://huggingface.co/",
        unsaid: "",
    };
    /// A work of OpenAlex, such as `W4224035735`.
    OpenAlex = Register {
        key: "openalex",
        name: "OpenAlex",
        example: "W4224035735",
        place: "it ends the address of the work's page",
        pattern: "W[1-9][0-9]*",
        marks: &["openalex.org/works/", "openalex.org/"],
        fits: |text| is_numbered(text, "W"),
        tidy: |rest| lettered(rest, "W"),
        base: "https://openalex.org/",
        unsaid: "",
    };
    /// An item of Wikidata, such as `Q42`.
    Wikidata = Register {
        key: "wikidata",
        name: "Wikidata",
        example: "Q42",
        place: "it stands behind the title of the item's page",
        pattern: "Q[1-9][0-9]*",
        marks: &["wikidata.org/wiki/", "wikidata.org/entity/"],
        fits: |text| is_numbered(text, "Q"),
        tidy: |rest| lettered(rest, "Q"),
        base: "https://www.wikidata.org/entity/",
        unsaid: "",
    };
    /// A paper of Semantic Scholar, such as `CorpusID:249848187`.
    SemanticScholar = Register {
        key: "semantic_scholar",
        name: "Semantic Scholar",
        example: "CorpusID:249848187",
        place: "it stands above the title of the paper's page",
        pattern: "CorpusID:[1-9][0-9]*",
        marks: &["api.semanticscholar.org/corpusid:", "corpusid:", "corpus id:", "corpus id "],
        fits: |text| is_numbered(text, "CorpusID:"),
        tidy: |rest| lettered(rest, "CorpusID:"),
        base: "https://api.semanticscholar.org/",
        unsaid: "",
    };
    /// A record of PubMed, such as `PMID:36409013`.
    PubMed = Register {
        key: "pubmed",
        name: "PubMed",
        example: "PMID:36409013",
        place: "it stands below the authors on the record's page",
        pattern: "PMID:[1-9][0-9]*",
        marks: &["pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/", "pmid:", "pmid "],
        fits: |text| is_numbered(text, "PMID:"),
        tidy: |rest| lettered(rest, "PMID:"),
        base: "https://pubmed.ncbi.nlm.nih.gov/",
        unsaid: "PMID:",
    };
    /// An article of PubMed Central, such as `PMC9723785`.
    Pmc = Register {
        key: "pmc",
        name: "PubMed Central",
        example: "PMC9723785",
        place: "it stands below the authors on the article's page",
        pattern: "PMC[1-9][0-9]*",
        marks: &["pmc.ncbi.nlm.nih.gov/articles/", "ncbi.nlm.nih.gov/pmc/articles/", "pmcid:"],
        fits: |text| is_numbered(text, "PMC"),
        tidy: |rest| lettered(rest, "PMC"),
        base: "https://pmc.ncbi.nlm.nih.gov/articles/",
        unsaid: "",
    };
    /// A research resource, such as `RRID:SCR_014709`.
    Rrid = Register {
        key: "rrid",
        name: "RRID",
        example: "RRID:SCR_014709",
        place: "the RRID Portal finds it by the name of the database or the program",
        pattern: "RRID:[A-Z][A-Za-z]*_[A-Za-z0-9_:-]+",
        marks: &["scicrunch.org/resolver/rrid:", "scicrunch.org/resolver/", "rrid:", "rrid "],
        fits: is_resource,
        tidy: |rest| format!("RRID:{rest}"),
        base: "https://scicrunch.org/resolver/",
        unsaid: "",
    };
}

/// The longest identifier, in bytes: owner and name of a repository take 96 each.
const LONGEST: usize = 200;

impl Register {
    fn examine(&self, text: &str) -> Result<String, Malformed> {
        if text.len() <= LONGEST && (self.fits)(text) {
            return Ok(text.to_owned());
        }
        let what = format!("{} is not an identifier of {}", quoted(text), self.name);
        let refusal = Malformed::new(Code::BadIdentifier, what);
        let meant = self.meant_by(text).filter(|meant| (self.fits)(meant));
        Err(match meant {
            Some(meant) if text.contains("://") => refusal.label("an address").instead(meant),
            Some(meant) => refusal.label("in another form").instead(meant),
            None => {
                refusal.help(format!("write it in the form `{}`: {}", self.example, self.place))
            }
        })
    }

    /// The identifier that an address or another spelling holds.
    fn meant_by(&self, text: &str) -> Option<String> {
        let lower = text.to_ascii_lowercase();
        let behind = |mark: &&str| lower.find(*mark).and_then(|at| text.get(at + mark.len()..));
        let rest = self.marks.iter().find_map(behind);
        // Without a mark, an address is one of another place.
        let rest = rest.or_else(|| (!text.contains("://")).then_some(text))?;
        let rest = rest.trim_start().split(['?', '#']).next()?;
        Some((self.tidy)(rest.trim_end_matches('/')))
    }
}

impl HuggingFace {
    /// The address where the repository is one of data.
    #[must_use]
    pub fn dataset_url(&self) -> String {
        format!("{}datasets/{}", Self::REGISTER.base, self.0)
    }
}

/// A prefix and a number that does not begin with a nought.
fn is_numbered(text: &str, prefix: &str) -> bool {
    let number = text.strip_prefix(prefix);
    number.is_some_and(|digits| is_digits(digits) && !digits.starts_with('0'))
}

/// The number of a text behind the prefix that its register writes.
fn lettered(rest: &str, prefix: &str) -> String {
    let letters = prefix.trim_end_matches(':');
    let bare = match rest.get(..letters.len()) {
        Some(first) if first.eq_ignore_ascii_case(letters) => rest.get(letters.len()..),
        Some(_) | None => None,
    };
    let digits = bare.unwrap_or(rest).trim_start_matches([':', ' ']);
    format!("{prefix}{}", digits.split('/').next().unwrap_or(digits))
}

/// Owner and name: letters, digits and single marks within them, as the Hub takes them.
fn is_repository(text: &str) -> bool {
    const OF_THE_HUB: [&str; 4] = ["datasets", "spaces", "papers", "collections"];
    let is_name = |name: &str| {
        let inside =
            name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
        let ends = |byte: Option<u8>| byte.is_some_and(|byte| !b".-".contains(&byte));
        let twice = ["--", "..", ".-", "-."].iter().any(|marks| name.contains(marks));
        let (first, last) = (name.bytes().next(), name.bytes().last());
        inside
            && ends(first)
            && ends(last)
            && !twice
            && name.len() <= 96
            && name.strip_suffix(".git").is_none()
    };
    text.split_once('/').is_some_and(|(owner, name)| {
        is_name(owner) && !OF_THE_HUB.contains(&owner) && is_name(name)
    })
}

/// `RRID:`, the register's letters, an underline and what the register gives.
fn is_resource(text: &str) -> bool {
    let Some((letters, rest)) =
        text.strip_prefix("RRID:").and_then(|resource| resource.split_once('_'))
    else {
        return false;
    };
    letters.starts_with(|c: char| c.is_ascii_uppercase())
        && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !rest.is_empty()
        && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_:-".contains(&byte))
}
