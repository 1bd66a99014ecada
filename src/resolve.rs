//! References between entries, checked and followed in both directions.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, Record};
use crate::diag::{Code, Diag, Place};
use crate::kinds::{KindId, Status};
use crate::read::Target;
use crate::source::Span;
use crate::value::{Id, Identity, PaperRef, is_slip, nearest};

/// Which entry names which, by positions in [`Catalog::records`].
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// What each entry names.
    pub names: Vec<Vec<Edge>>,
    /// By what each entry is named.
    pub named_by: Vec<Vec<Edge>>,
    /// The models that name a paper as theirs, each once and by id, by the position of the paper.
    pub models_of: BTreeMap<usize, Vec<usize>>,
    /// Papers that are entries, by all that stands for them.
    papers: BTreeMap<Identity, usize>,
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
        self.papers.get(&reference.identity()?).copied()
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
        papers: paper_identities(catalog),
    };
    let former = former_ids(catalog);
    let mut findings = Vec::new();
    for (from, record) in catalog.records.iter().enumerate() {
        for (to, route) in follow(catalog, &graph, &former, record, &mut findings) {
            graph.connect(from, to, &route);
        }
        if record.entry.model().is_some() {
            graph.gather(from);
        }
    }
    // What has errors of its own is no part of the graph, but what it names is judged in the same run.
    for record in &catalog.partial {
        follow(catalog, &graph, &former, record, &mut findings);
    }
    findings.extend(circles(catalog));
    (graph, findings)
}

/// Follows the references of an entry: gives the entries that it names, with the routes at which it names them.
fn follow(
    catalog: &Catalog,
    graph: &Graph,
    former: &Former<'_>,
    record: &Record,
    findings: &mut Vec<Diag>,
) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut dead_ends = 0;
    for named in &record.uses {
        let place = Place::value(record.file, named.route.clone());
        let to = match &named.target {
            Target::Word(..) => continue,
            Target::Paper(identity) => {
                let Some(to) = graph.papers.get(identity).copied() else { continue };
                findings.extend(paper_is_entry(catalog, record, to, place.clone()));
                to
            }
            Target::Entry(kind, id) => match catalog.position(*kind, id) {
                Some(to) => to,
                // A file with errors of its own is spoken of there, not at every reference to it.
                None if catalog.has_file(*kind, id) => continue,
                None if dead_ends == MOST_DEAD_ENDS => continue,
                None => {
                    dead_ends += 1;
                    findings.push(dead(catalog, former, *kind, id, place));
                    continue;
                }
            },
        };
        findings.extend(unfit(record, catalog, to, &place));
        found.push((to, named.route.clone()));
    }
    for (route, id) in own_kind(record) {
        let place = Place::value(record.file, route.clone());
        if *id == record.id {
            findings.push(itself(place, &route));
        } else if let Some(to) = catalog.position(record.kind, id.as_str()) {
            if route == "superseded_by" {
                findings.extend(unfit_successor(catalog, to, &place));
            }
            found.push((to, route));
        } else if !catalog.has_file(record.kind, id.as_str()) {
            findings.push(dead(catalog, former, record.kind, id.as_str(), place));
        }
    }
    found
}

/// The entries of its own kind that an entry names, each with its route.
fn own_kind(record: &Record) -> impl Iterator<Item = (String, &Id)> {
    let by = record.common.superseded_by.iter().map(|id| ("superseded_by".to_owned(), id));
    let others = record.common.distinct_from.iter().enumerate().map(|(index, id)| {
        // Where an item could not be read, the others have lost their places.
        let route = if record.is_partial { String::new() } else { format!("[{index}]") };
        (format!("distinct_from{route}"), id)
    });
    by.chain(others)
}

fn itself(place: Place, route: &str) -> Diag {
    let (message, help) = if route == "superseded_by" {
        ("an entry cannot take its own place", "name the entry that replaces this one")
    } else {
        (
            "an entry is not distinct from itself",
            "name the entry that it could be taken for, or delete this one",
        )
    };
    Diag::new(Code::SelfReference, place, message).help(help)
}

/// What took the place of an entry must be there to be read.
fn unfit_successor(catalog: &Catalog, to: usize, place: &Place) -> Option<Diag> {
    let target = catalog.records.get(to)?;
    let status = target.common.status();
    // What was taken back later did take the place.
    if status != Status::Excluded {
        return None;
    }
    let id = target.id.as_str();
    let message =
        format!("`{id}` is {}, so it cannot take the place of another entry", status.as_str());
    Some(
        Diag::new(Code::ExcludedReference, place.clone(), message)
            .also(Place::value(target.file, "status"), "its status")
            .help(format!("name an entry that is listed, or change the status of `{id}`")),
    )
}

/// Entries that take each other's places in a circle lead nowhere; each circle is spoken of once.
fn circles(catalog: &Catalog) -> Vec<Diag> {
    let after = |at: usize| {
        let record = catalog.records.get(at)?;
        let by = record.common.superseded_by.as_ref().filter(|by| **by != record.id)?;
        if record.common.status() != Status::Superseded {
            return None;
        }
        catalog.position(record.kind, by.as_str())
    };
    // On which way each entry was met first; a way that meets itself has found a circle.
    let mut met: Vec<Option<usize>> = vec![None; catalog.records.len()];
    let mut findings = Vec::new();
    for start in 0..catalog.records.len() {
        let mut at = start;
        while let Some(way) = met.get_mut(at).filter(|way| way.is_none()) {
            *way = Some(start);
            let Some(next) = after(at) else { break };
            if met.get(next).copied().flatten() == Some(start) {
                findings.extend(circle(catalog, next, after));
                break;
            }
            at = next;
        }
    }
    findings
}

fn circle(catalog: &Catalog, start: usize, after: impl Fn(usize) -> Option<usize>) -> Option<Diag> {
    let rest = std::iter::successors(after(start), |at| after(*at)).take_while(|at| *at != start);
    let members: Vec<&Record> =
        std::iter::once(start).chain(rest).filter_map(|at| catalog.records.get(at)).collect();
    let first = members.first()?;
    let ids: Vec<String> =
        members.iter().chain([first]).map(|record| format!("`{}`", record.id)).collect();
    let message = format!("entries take each other's places in a circle: {}", ids.join(" → "));
    let place = |record: &Record| Place::value(record.file, "superseded_by");
    let mut diag = Diag::new(Code::SupersededCircle, place(first), message)
        .help("name the entry that readers should go to, and make that one `listed`");
    for record in members.iter().skip(1) {
        diag = diag.also(place(record), "and here");
    }
    Some(diag)
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

/// A paper given by DOI, arXiv id or address that is an entry, with the advice to name the entry.
fn paper_is_entry(catalog: &Catalog, record: &Record, to: usize, place: Place) -> Option<Diag> {
    let paper = catalog.records.get(to)?;
    let id = paper.id.as_str();
    let message = format!("this paper has an entry of its own, `{id}`");
    let named = |other: &PaperRef| matches!(other, PaperRef::Entry(named) if *named == paper.id);
    let diag = Diag::new(Code::PaperIsEntry, place, message);
    Some(if record.entry.papers().iter().any(named) {
        diag.help(format!("delete it: `{id}` stands in this list already"))
    } else {
        diag.help("name the entry, so that both pages lead to each other").instead(id)
    })
}

fn paper_identities(catalog: &Catalog) -> BTreeMap<Identity, usize> {
    let mut papers = BTreeMap::new();
    for (at, record) in catalog.records.iter().enumerate() {
        let Some(paper) = record.entry.paper() else { continue };
        for identity in paper.identities() {
            papers.entry(identity).or_insert(at);
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
    let is_paper = target.entry.paper().is_some();
    let again =
        if is_paper { "; its DOI, its arXiv id and its address are refused too" } else { "" };
    let way_out = match place {
        Place::Route { route, .. } if !is_paper => way_out(route),
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
