//! References between entries, checked and followed in both directions.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, Record};
use crate::diag::{Code, Diag, Place};
use crate::kinds::{Entry, KindId, Status};
use crate::read::Target;
use crate::source::Span;
use crate::value::{PaperRef, is_slip, nearest};

/// Which entry names which, by positions in [`Catalog::records`].
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// What each entry names.
    pub names: Vec<Vec<Edge>>,
    /// By what each entry is named.
    pub named_by: Vec<Vec<Edge>>,
    /// The models that name a paper as theirs, each once and by id, by the position of the paper.
    pub models_of: BTreeMap<usize, Vec<usize>>,
    /// Papers that are entries, by each of their addresses.
    papers: BTreeMap<String, usize>,
}

/// A reference from one entry to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// The other end.
    pub record: usize,
    /// The route at which the reference stands, in the entry that makes it.
    pub route: String,
}

impl Graph {
    /// The paper entry that a reference leads to, if there is one.
    #[must_use]
    pub fn paper(&self, catalog: &Catalog, reference: &PaperRef) -> Option<usize> {
        if let PaperRef::Entry(id) = reference {
            return catalog.position(KindId::Paper, id.as_str());
        }
        self.papers.get(&reference.normalised()?).copied()
    }
}

/// How many references of one entry that lead nowhere are spoken of: more than are shown of a file.
const MOST_DEAD_ENDS: usize = 300;

/// Follows every reference; those that lead nowhere, to another kind or to an excluded entry are findings.
#[must_use]
pub fn resolve(catalog: &Catalog) -> (Graph, Vec<Diag>) {
    let count = catalog.records.len();
    let mut graph = Graph {
        names: vec![Vec::new(); count],
        named_by: vec![Vec::new(); count],
        models_of: BTreeMap::new(),
        papers: paper_addresses(catalog),
    };
    let former = former_ids(catalog);
    let mut findings = Vec::new();
    for (from, record) in catalog.records.iter().enumerate() {
        let mut dead_ends = 0;
        for named in &record.uses {
            let Target::Entry(kind, id) = &named.target else { continue };
            let place = Place::value(record.file, named.route.clone());
            match catalog.position(*kind, id) {
                Some(to) => {
                    findings.extend(unfit(record, catalog, to, &place));
                    graph.connect(from, to, &named.route);
                }
                // A file with errors of its own is spoken of there, not at every reference to it.
                None if catalog.has_file(*kind, id) => {}
                None if dead_ends == MOST_DEAD_ENDS => {}
                None => {
                    dead_ends += 1;
                    findings.push(dead(catalog, &former, *kind, id, place));
                }
            }
        }
        papers_by_key(catalog, &mut graph, from, record, &mut findings);
        findings.extend(superseded(catalog, &former, record));
        let by = record.common.superseded_by.as_ref();
        if let Some(to) = by.and_then(|by| catalog.position(record.kind, by.as_str())) {
            graph.connect(from, to, "superseded_by");
        }
        if record.kind == KindId::Model {
            graph.gather(from);
        }
    }
    (graph, findings)
}

impl Graph {
    fn connect(&mut self, from: usize, to: usize, route: &str) {
        let edge = |record| Edge { record, route: route.to_owned() };
        if let Some(names) = self.names.get_mut(from) {
            names.push(edge(to));
        }
        if let Some(named_by) = self.named_by.get_mut(to) {
            named_by.push(edge(from));
        }
    }

    /// Notes a model, the last one so far, with each of its papers.
    fn gather(&mut self, model: usize) {
        let named = self.names.get(model).into_iter().flatten();
        for paper in named.filter(|edge| edge.route.starts_with("papers")) {
            let models = self.models_of.entry(paper.record).or_default();
            if models.last() != Some(&model) {
                models.push(model);
            }
        }
    }
}

/// Papers given by DOI, arXiv id or address are followed too where they are entries, with the advice to name the entry.
fn papers_by_key(
    catalog: &Catalog,
    graph: &mut Graph,
    from: usize,
    record: &Record,
    findings: &mut Vec<Diag>,
) {
    for (index, reference) in record.entry.papers().iter().enumerate() {
        if let PaperRef::Entry(_) = reference {
            continue;
        }
        let Some(to) = graph.paper(catalog, reference) else { continue };
        let Some(paper) = catalog.records.get(to) else { continue };
        let route = format!("papers[{index}]");
        let id = paper.id.as_str();
        let message = format!("this paper has an entry of its own, `{id}`");
        let place = Place::value(record.file, route.clone());
        let named =
            |other: &PaperRef| matches!(other, PaperRef::Entry(named) if *named == paper.id);
        let diag = Diag::new(Code::PaperIsEntry, place, message);
        findings.push(if record.entry.papers().iter().any(named) {
            diag.help(format!("delete it: `{id}` stands in this list already"))
        } else {
            diag.help("name the entry, so that both pages lead to each other").instead(id)
        });
        findings.extend(unfit(record, catalog, to, &Place::value(record.file, route.clone())));
        graph.connect(from, to, &route);
    }
}

fn paper_addresses(catalog: &Catalog) -> BTreeMap<String, usize> {
    let mut papers = BTreeMap::new();
    for (at, record) in catalog.records.iter().enumerate() {
        let Entry::Paper(paper) = &record.entry else { continue };
        for address in paper.addresses() {
            papers.entry(address).or_insert(at);
        }
    }
    papers
}

type Former<'c> = BTreeMap<(KindId, &'c str), &'c str>;

fn former_ids(catalog: &Catalog) -> Former<'_> {
    let mut former = BTreeMap::new();
    for record in &catalog.records {
        for id in &record.common.former_ids {
            former.insert((record.kind, id.as_str()), record.id.as_str());
        }
    }
    former
}

/// A reference from the list to something that is not part of it.
fn unfit(record: &Record, catalog: &Catalog, to: usize, place: &Place) -> Option<Diag> {
    let target = catalog.records.get(to)?;
    let status = target.common.status();
    if !record.is_listed() || !matches!(status, Status::Excluded | Status::Withdrawn) {
        return None;
    }
    let id = target.id.as_str();
    let message = format!("`{id}` is {}, so a listed entry cannot refer to it", status.as_str());
    let again = match target.kind {
        KindId::Paper => "; its DOI, its arXiv id and its address are refused too",
        KindId::Model | KindId::Dataset | KindId::Challenge => "",
    };
    let way_out = match place {
        Place::Route { route, .. } if target.kind != KindId::Paper => way_out(route),
        _ => "leave the reference out",
    };
    Some(
        Diag::new(Code::ExcludedReference, place.clone(), message)
            .also(Place::value(target.file, "status"), "its status")
            .help(format!("{way_out}, or change the status of `{id}`{again}")),
    )
}

/// What to say of an id that no entry of a kind has, in the words of a check.
pub(crate) fn absent(catalog: &Catalog, kind: KindId, id: &str) -> Diag {
    dead(catalog, &former_ids(catalog), kind, id, Place::Span(Span::nowhere()))
}

fn dead(catalog: &Catalog, former: &Former<'_>, kind: KindId, id: &str, place: Place) -> Diag {
    if let Some(now) = former.get(&(kind, id)) {
        return Diag::new(
            Code::RenamedReference,
            place,
            format!("the {kind} `{id}` is now called `{now}`"),
        )
        .help("use its present id")
        .instead(*now);
    }
    let other = KindId::ALL.iter().find(|other| **other != kind && catalog.has_file(**other, id));
    if let Some(other) = other {
        let message = format!("`{id}` is a {other}, and a {kind} belongs here");
        return Diag::new(Code::WrongKind, place, message).help(format!(
            "the ids of {}s are the file names in entries/{}",
            kind,
            kind.folder()
        ));
    }
    let way_out = match &place {
        Place::Route { route, .. } => way_out(route),
        Place::Span(_) => way_out(""),
    };
    let known = catalog.files.iter().filter(|file| file.kind == kind).map(|file| file.id.as_str());
    let message = format!("there is no {kind} `{id}`");
    let diag = Diag::new(Code::UnknownReference, place, message);
    if let Some(near) = nearest(id, known) {
        return if is_slip(id, near) {
            diag.did_you_mean(id, near)
        } else {
            diag.help(format!("did you mean `{near}`?"))
        };
    }
    diag.help(format!("add entries/{}/{id}.yaml, or {way_out}", kind.folder()))
}

/// What can be typed where there is to be no entry.
fn way_out(route: &str) -> &'static str {
    if route.starts_with("papers") {
        "give its DOI, its arXiv id or its address"
    } else if route.starts_with("training") {
        "write `{name: …}`, which needs no entry"
    } else if route.starts_with("leaderboard") && route.ends_with("model") {
        "write `label: …` in place of `model`"
    } else {
        "leave the reference out"
    }
}

fn superseded(catalog: &Catalog, former: &Former<'_>, record: &Record) -> Option<Diag> {
    let by = record.common.superseded_by.as_ref()?;
    let place = Place::value(record.file, "superseded_by");
    if *by == record.id {
        return Some(
            Diag::new(Code::SelfReference, place, "an entry cannot take its own place")
                .help("name the entry that replaces this one"),
        );
    }
    if catalog.has_file(record.kind, by.as_str()) {
        return None;
    }
    Some(dead(catalog, former, record.kind, by.as_str(), place))
}
