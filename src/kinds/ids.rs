//! What registers of others call the thing of an entry, in their own spelling.

use std::fmt;
use std::sync::LazyLock;

use super::KindId;
use crate::read::{Field, How, Read as _, Record as _, Shape, record};
use crate::value::{
    Doi, HuggingFace, OpenAlex, Pmc, PubMed, Registered, Rrid, SemanticScholar, Wikidata,
};

record! {
    /// The identifiers of an entry; which of them a kind has is said by `keys_of`.
    pub struct Ids {
        /// Of a model or a dataset: the repository on Hugging Face, as owner and name.
        huggingface: Option<HuggingFace>,
        /// Of a model or a dataset: the DOI of the thing itself, not that of the paper about it.
        doi: Option<Doi>,
        /// Of a paper or a dataset: the work in OpenAlex.
        openalex: Option<OpenAlex>,
        /// Of a model, a paper, a dataset or a challenge: the item in Wikidata.
        wikidata: Option<Wikidata>,
        /// Of a paper: its corpus id in Semantic Scholar.
        semantic_scholar: Option<SemanticScholar>,
        /// Of a paper: the record in PubMed.
        pubmed: Option<PubMed>,
        /// Of a paper: the article in PubMed Central.
        pmc: Option<Pmc>,
        /// Of a model or a dataset: the Research Resource Identifier.
        rrid: Option<Rrid>,
    }
}

/// An identifier as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier<'i> {
    /// The key in the entry.
    pub key: &'static str,
    /// The register's name.
    pub register: &'static str,
    /// The identifier as its register writes it.
    pub text: &'i str,
    /// The address that leads to the thing.
    pub url: String,
}

impl fmt::Display for Identifier<'_> {
    /// The register and the identifier, where the identifier does not begin with its register.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text.split_once(':') {
            Some((register, _)) if register == self.register => f.write_str(self.text),
            _ => write!(f, "{} {}", self.register, self.text),
        }
    }
}

/// The identifiers that entries of a kind have: those of the thing itself, and none of the papers about it.
const fn keys_of(kind: KindId) -> &'static [&'static str] {
    match kind {
        KindId::Model => &["huggingface", "doi", "wikidata", "rrid"],
        KindId::Dataset => &["huggingface", "doi", "openalex", "wikidata", "rrid"],
        KindId::Paper => &["openalex", "wikidata", "semantic_scholar", "pubmed", "pmc"],
        KindId::Challenge => &["wikidata"],
    }
}

/// The kinds whose entries have an identifier of a key.
pub(crate) fn kinds_with(key: &str) -> impl Iterator<Item = KindId> {
    KindId::ALL.iter().copied().filter(move |kind| keys_of(*kind).contains(&key))
}

/// How `ids` are read in an entry of a kind.
pub(super) fn how_of(kind: KindId) -> How {
    let shape = match kind {
        KindId::Model => || shape(KindId::Model),
        KindId::Paper => || shape(KindId::Paper),
        KindId::Dataset => || shape(KindId::Dataset),
        KindId::Challenge => || shape(KindId::Challenge),
    };
    How::Type { shape, accepts: |node, reader| Ids::read(node, reader).is_some() }
}

fn shape(kind: KindId) -> Shape {
    static FIELDS: LazyLock<Vec<(KindId, Vec<Field>)>> = LazyLock::new(|| {
        let of_kind = |kind: KindId| {
            let has = |field: &&Field| keys_of(kind).contains(&field.key);
            (kind, Ids::FIELDS.iter().filter(has).copied().collect())
        };
        KindId::ALL.iter().copied().map(of_kind).collect()
    });
    let fields = FIELDS.iter().find(|(of, _)| *of == kind);
    Shape::Record { fields: fields.map_or(&[], |(_, fields)| fields.as_slice()), one_of: &[] }
}

impl Ids {
    /// Every identifier that is given, in the order of a file.
    #[must_use]
    pub fn all(&self, kind: KindId) -> Vec<Identifier<'_>> {
        fn of<R: Registered>(id: Option<&R>) -> Option<Identifier<'_>> {
            let (key, register) = (R::REGISTER.key, R::REGISTER.name);
            id.map(|id| Identifier { key, register, text: id.as_str(), url: id.url() })
        }
        let huggingface =
            of(self.huggingface.as_ref()).map(|shown| match (&self.huggingface, kind) {
                (Some(id), KindId::Dataset) => Identifier { url: id.dataset_url(), ..shown },
                _ => shown,
            });
        let doi = self.doi.as_ref().map(|doi| Identifier {
            key: "doi",
            register: "DOI",
            text: doi.as_str(),
            url: doi.url(),
        });
        let all = [
            huggingface,
            doi,
            of(self.openalex.as_ref()),
            of(self.wikidata.as_ref()),
            of(self.semantic_scholar.as_ref()),
            of(self.pubmed.as_ref()),
            of(self.pmc.as_ref()),
            of(self.rrid.as_ref()),
        ];
        all.into_iter().flatten().collect()
    }
}
