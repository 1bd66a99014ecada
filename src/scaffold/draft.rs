//! What a new entry can be told to hold: an id that is free, and each given thing where it belongs.

use std::collections::BTreeMap;

use super::given::{self, Given};
use crate::catalog::{Catalog, Record};
use crate::kinds::KindId;
use crate::resolve::Graph;
use crate::source::Sources;
use crate::value::{Date, Id, Identity, Line, PaperRef, Url, folded, folded_title, slug};
use crate::yaml::quoted;

/// A new entry before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its kind.
    pub kind: KindId,
    /// Its id.
    pub id: Id,
    /// Whether the id is made of its name, and not only a stopgap.
    pub is_named: bool,
    /// The values that are known, as YAML, by their routes.
    pub known: BTreeMap<String, String>,
    /// Of several keys of which one is needed, those to ask for.
    pub preferred: Vec<&'static str>,
    /// What to say of a value that must be filled in, by its route.
    pub hints: BTreeMap<String, String>,
}

/// Why there can be no such new entry: it is there already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// What it shares with the entry that is there.
    pub what: String,
    /// The file of that entry.
    pub path: String,
}

impl Draft {
    /// The path of its file, from the list's root.
    #[must_use]
    pub fn path(&self) -> String {
        format!("entries/{}/{}.yaml", self.kind.folder(), self.id)
    }

    fn know(&mut self, route: &str, value: String) {
        self.known.insert(route.to_owned(), value);
    }
}

/// Drafts an entry that the list does not have yet.
pub fn draft(
    kind: KindId,
    given: &Given,
    list: List<'_>,
    today: Option<Date>,
) -> Result<Draft, Taken> {
    if let Some(taken) = list.taken(kind, given) {
        return Err(taken);
    }
    let (id, is_named) = list.free_id(kind, given)?;
    let mut draft = Draft {
        kind,
        id,
        is_named,
        known: BTreeMap::new(),
        preferred: Vec::new(),
        hints: BTreeMap::new(),
    };
    place(&mut draft, given, list);
    if let Some(today) = today {
        draft.know("added", today.to_string());
    }
    Ok(draft)
}

/// Puts what is given where it belongs.
fn place(draft: &mut Draft, given: &Given, list: List<'_>) {
    match (given, draft.kind) {
        (Given::Name(name), kind) => draft.know(kind.name_key(), quoted(name)),
        (Given::Url(url), kind) => draft.know(place_of(url, kind), quoted(url.as_str())),
        (Given::Arxiv(arxiv), KindId::Paper) => {
            draft.know("arxiv", quoted(arxiv.as_str()));
            if let Some(month) = given::month_of(arxiv) {
                draft.know("dates.preprint", month.to_string());
            }
        }
        (Given::Doi(doi), KindId::Paper) if doi.is_preprint() => {
            draft.know("preprint_doi", quoted(doi.as_str()));
            draft.know("url", quoted(&doi.url()));
            draft.know("publication", "preprint".to_owned());
            draft.preferred.push("preprint");
        }
        (Given::Doi(doi), KindId::Paper) => draft.know("doi", quoted(doi.as_str())),
        (Given::Arxiv(arxiv), _) => {
            if let Some(month) = given::month_of(arxiv) {
                draft.hints.insert(
                    "released".to_owned(),
                    format!("the number of the preprint is of {month}"),
                );
            }
            draft.know("papers", list.paper(&PaperRef::Arxiv(arxiv.clone())));
        }
        (Given::Doi(doi), _) => draft.know("papers", list.paper(&PaperRef::Doi(doi.clone()))),
    }
}

/// The key that an address of a kind belongs under.
fn place_of(url: &Url, kind: KindId) -> &'static str {
    let host = url.host().trim_start_matches("www.");
    let first = url.path().split('/').find(|part| !part.is_empty()).unwrap_or_default();
    let hugging_face = matches!(host, "huggingface.co" | "hf.co");
    let code = matches!(host, "github.com" | "gitlab.com" | "codeberg.org" | "bitbucket.org");
    let store = matches!(host, "zenodo.org" | "figshare.com" | "osf.io" | "modelscope.cn");
    match kind {
        KindId::Paper | KindId::Challenge => "url",
        KindId::Model | KindId::Dataset if code => "links.code",
        KindId::Model if hugging_face && first == "spaces" => "links.demo",
        KindId::Model if (hugging_face && first != "datasets") || store => "links.weights",
        KindId::Dataset if hugging_face || store => "links.download",
        KindId::Model | KindId::Dataset => "links.home",
    }
}

/// The list that a new entry is for.
#[derive(Debug, Clone, Copy)]
pub struct List<'l> {
    /// Its entries.
    pub catalog: &'l Catalog,
    /// Which entry names which.
    pub graph: &'l Graph,
    /// Its files, those with errors too.
    pub sources: &'l Sources,
}

impl List<'_> {
    /// A list of one paper: by its entry's id where it has one.
    fn paper(self, reference: &PaperRef) -> String {
        let entry = self.graph.paper(self.catalog, reference);
        match entry.and_then(|at| self.catalog.records.get(at)) {
            Some(record) => format!("[{}]", quoted(record.id.as_str())),
            None => format!("[{}]", quoted(&reference.to_string())),
        }
    }

    /// The entry that is the given thing already, even one that has errors.
    fn taken(self, kind: KindId, given: &Given) -> Option<Taken> {
        let (what, found) = match given {
            Given::Name(name) => {
                let key = kind.name_key();
                (format!("the {key} `{name}`"), self.named(kind, name))
            }
            Given::Url(url) => {
                let identity = url.identity();
                let has = |record: &&Record| {
                    record.entry.addresses().iter().any(|own| own.identity() == identity)
                };
                let found = self.of_kind(kind).find(has);
                let found = found.or_else(|| self.of_paper(kind, &identity));
                (format!("the address `{url}`"), found)
            }
            Given::Doi(doi) => (format!("the DOI `{doi}`"), self.of_paper(kind, &doi.identity())),
            Given::Arxiv(arxiv) => {
                (format!("the arXiv id `{arxiv}`"), self.of_paper(kind, &arxiv.identity()))
            }
        };
        found.map(|record| Taken { what, path: self.sources.file(record.file).path.clone() })
    }

    fn of_kind(&self, kind: KindId) -> impl Iterator<Item = &Record> {
        self.catalog.readable().filter(move |record| record.kind == kind)
    }

    /// The paper, or the entry of another kind that came with it.
    fn of_paper(&self, kind: KindId, wanted: &Identity) -> Option<&Record> {
        let papers = self.catalog.papers_by_identity();
        let id = papers.get(wanted).map(String::as_str);
        self.of_kind(kind).find(|record| {
            if kind == KindId::Paper {
                return Some(record.id.as_str()) == id;
            }
            record.entry.papers().iter().any(|named| match named.identity() {
                Some(named) => {
                    named == *wanted || id.is_some() && papers.get(&named).map(String::as_str) == id
                }
                None => Some(named.to_string().as_str()) == id,
            })
        })
    }

    fn named(&self, kind: KindId, name: &str) -> Option<&Record> {
        let fold = if kind == KindId::Paper { folded_title } else { folded };
        let wanted = fold(name);
        self.of_kind(kind).find(|record| {
            let aliases = record.common.aliases.iter().map(Line::as_str);
            std::iter::once(record.name()).chain(aliases).any(|other| fold(other) == wanted)
        })
    }

    /// An id that no entry has or had, and whether it is made of the name.
    fn free_id(self, kind: KindId, given: &Given) -> Result<(Id, bool), Taken> {
        let stem = stem(given);
        let is_named = matches!(given, Given::Name(_)) && stem.is_some();
        let noun = kind.noun();
        let stopgap = stem.is_none();
        let stem = stem.unwrap_or_else(|| format!("new-{noun}"));
        // A reserved name is told apart by the kind.
        let stem = if stem.parse::<Id>().is_ok() { stem } else { format!("{stem}-{noun}") };
        let numbered = (2..).map(|number| {
            let kept: String = stem.chars().take(58).collect();
            format!("{}-{number}", kept.trim_end_matches('-'))
        });
        for text in std::iter::once(stem.clone()).chain(numbered) {
            let Ok(id) = text.parse::<Id>() else { continue };
            let has_file = self.catalog.has_file(kind, id.as_str());
            if has_file && !stopgap && self.catalog.get(kind, id.as_str()).is_none() {
                // What the file is about cannot be told, and its name is the one wanted here.
                let path = format!("entries/{}/{id}.yaml", kind.folder());
                return Err(Taken { what: format!("the id `{id}`"), path });
            }
            let was = |record: &Record| record.common.former_ids.contains(&id);
            if !has_file && !self.of_kind(kind).any(was) {
                return Ok((id, is_named));
            }
        }
        Err(Taken { what: format!("the id `{stem}`"), path: format!("entries/{}", kind.folder()) })
    }
}

/// What an id can be made of.
fn stem(given: &Given) -> Option<String> {
    match given {
        Given::Name(name) => slug(name),
        Given::Doi(doi) => slug(&format!("doi {doi}")),
        Given::Arxiv(arxiv) => slug(&arxiv.key()),
        Given::Url(url) => {
            let last = url.path().rsplit('/').find(|part| !part.is_empty());
            slug(last.unwrap_or_default()).or_else(|| slug(url.host()))
        }
    }
}
