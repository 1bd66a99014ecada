//! Duplicates: the same thing is one entry, whatever name or address it goes by.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Subject};
use crate::catalog::Record;
use crate::diag::{Code, Diag, Place};
use crate::kinds::{KindId, Paper};
use crate::source::FileId;
use crate::value::{Date, Doi, Identity, PaperRef, evened};

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[("a_thing_is_one_entry", a_thing_is_one_entry)];

/// Where an entry has a key.
type Route = Cow<'static, str>;

/// Something by which an entry is known, where it stands and how it is written.
struct Claim<'c> {
    owner: &'c Record,
    route: Route,
    shown: Cow<'c, str>,
}

/// What entries are known by, each with those of a kind that are known by it.
type Claims<'c> = BTreeMap<(KindId, Identity), Vec<Claim<'c>>>;

/// Two entries, the one that was there first before the other.
type Pair = (FileId, FileId);

/// One mistake is one finding: what two entries have in common is said once, by the most certain sign.
fn a_thing_is_one_entry(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut said = BTreeSet::new();
    for claims in [identifiers(subject), addresses(subject)] {
        report(claims, &mut said, findings, |_, _| false, one_paper);
    }
    report(names(subject), &mut said, findings, are_told_apart, one_name);
    report(origins(subject), &mut said, findings, are_told_apart, one_origin);
}

/// With how many of those that were there before an entry is compared: a crowd of namesakes must not cost its square.
const MOST_COMPARED: usize = 50;

/// Reports, for each entry, the first of those before it that is the same and not known to be another.
fn report<'c>(
    claims: Claims<'c>,
    said: &mut BTreeSet<Pair>,
    findings: &mut Vec<Diag>,
    are_two: fn(&Record, &Record) -> bool,
    say: fn(&Claim<'c>, &Claim<'c>) -> Diag,
) {
    for mut group in claims.into_values().filter(|group| group.len() > 1) {
        group.sort_by_key(|claim| age(claim.owner));
        for (at, claim) in group.iter().enumerate() {
            let before = group.iter().take(at.min(MOST_COMPARED)).find(|before| {
                before.owner.file != claim.owner.file && !are_two(before.owner, claim.owner)
            });
            let Some(before) = before else { continue };
            if said.insert((before.owner.file, claim.owner.file)) {
                findings.push(say(claim, before));
            }
        }
    }
}

/// The order in which entries came to the list; one that does not say so is new.
fn age(record: &Record) -> (bool, Option<Date>, FileId) {
    (record.common.added.is_none(), record.common.added, record.file)
}

/// Whether two entries are said to be two: by either of them, or as one took the other's place.
fn are_told_apart(one: &Record, other: &Record) -> bool {
    let says = |one: &Record, other: &Record| {
        one.common.distinct_from.contains(&other.id)
            || one.common.superseded_by.as_ref() == Some(&other.id)
    };
    says(one, other) || says(other, one) || are_two_papers(one, other)
}

/// Whether two papers have identifiers of one sort that differ; titles are often the same.
fn are_two_papers(one: &Record, other: &Record) -> bool {
    let (Some(one), Some(other)) = (one.entry.paper(), other.entry.paper()) else { return false };
    let [one_has, other_has] = [one, other].map(Paper::identifiers);
    // A preprint and its article have two DOIs and one title.
    let is_preprint = |paper: &Paper| paper.doi.as_ref().map(Doi::is_preprint);
    if let (Some(first), Some(second)) = (is_preprint(one), is_preprint(other))
        && first != second
    {
        return !have_one_author(one, other);
    }
    let differ = |(sort, identity): &(&str, Identity)| {
        other_has.iter().any(|(same, found)| sort == same && identity != found)
    };
    if one_has.is_empty() && other_has.is_empty() {
        return match (&one.url, &other.url) {
            (Some(one), Some(other)) => one.identity() != other.identity(),
            (None, _) | (_, None) => false,
        };
    }
    one_has.iter().any(differ)
}

/// Whether two papers name the same first author, or one of them none.
fn have_one_author(one: &Paper, other: &Paper) -> bool {
    match (one.authors.first(), other.authors.first()) {
        (Some(one), Some(other)) => evened(&one.name()) == evened(&other.name()),
        (None, _) | (_, None) => true,
    }
}

fn claim<'c>(
    claims: &mut Claims<'c>,
    owner: &'c Record,
    identity: Identity,
    route: impl Into<Route>,
    shown: impl Into<Cow<'c, str>>,
) {
    let claim = Claim { owner, route: route.into(), shown: shown.into() };
    claims.entry((owner.kind, identity)).or_default().push(claim);
}

/// The DOIs and arXiv ids of papers.
fn identifiers(subject: Subject<'_>) -> Claims<'_> {
    let mut claims = Claims::new();
    for owner in subject.catalog.readable() {
        let Some(paper) = owner.entry.paper() else { continue };
        for (route, identity) in paper.identifiers() {
            claim(&mut claims, owner, identity, route, written(paper, route));
        }
    }
    claims
}

fn written(paper: &Paper, route: &str) -> String {
    let doi = if route == "doi" { &paper.doi } else { &paper.preprint_doi };
    let arxiv = paper.arxiv.as_ref().filter(|_| route == "arxiv");
    let doi = doi.as_ref().map(ToString::to_string);
    arxiv.map(ToString::to_string).or(doi).unwrap_or_default()
}

/// The addresses of papers and challenges, beside the identifiers that lead to the same.
fn addresses(subject: Subject<'_>) -> Claims<'_> {
    let mut claims = identifiers(subject);
    for owner in subject.catalog.readable() {
        for (route, url) in owner.entry.own_addresses() {
            claim(&mut claims, owner, url.identity(), route, url.as_str());
        }
    }
    claims
}

/// Names and titles, with the other names.
fn names(subject: Subject<'_>) -> Claims<'_> {
    let mut claims = Claims::new();
    for owner in subject.catalog.readable() {
        let key = owner.kind.name_key();
        let identity = if key == "title" { Identity::of_title } else { Identity::of_name };
        if !owner.name().is_empty() {
            claim(&mut claims, owner, identity(owner.name()), key, owner.name());
        }
        for (index, alias) in owner.common.aliases.iter().enumerate() {
            // Where an alias could not be read, the others have lost their places.
            let index = if owner.is_partial { String::new() } else { format!("[{index}]") };
            let route = format!("aliases{index}");
            claim(&mut claims, owner, identity(alias.as_str()), route, alias.as_str());
        }
    }
    claims
}

/// A paper together with the code of a model or the download of a dataset: each is often shared, but seldom both.
fn origins(subject: Subject<'_>) -> Claims<'_> {
    let papers = subject.catalog.papers_by_identity();
    let key = |paper: &PaperRef| match paper {
        PaperRef::Entry(id) => Some(id.to_string()),
        other => other.identity().map(|identity| match papers.get(&identity) {
            Some(id) => id.clone(),
            None => identity.to_string(),
        }),
    };
    let mut claims = Claims::new();
    for owner in subject.catalog.readable() {
        let Some((route, _, url)) = owner.entry.origin() else { continue };
        for paper in owner.entry.papers().iter().filter_map(key) {
            let identity = url.identity().and(&paper);
            claim(&mut claims, owner, identity, route, format!("{paper} {url}"));
        }
    }
    claims
}

/// A finding at the newer entry, with the older one as its other place; its sentence holds for both.
fn finding(code: Code, newer: &Claim<'_>, older: &Claim<'_>, message: &str) -> Diag {
    let place = Place::value(newer.owner.file, newer.route.clone());
    Diag::new(code, place, message)
        .label("here")
        .also(Place::value(older.owner.file, older.route.clone()), "and here")
}

fn one_paper(newer: &Claim<'_>, older: &Claim<'_>) -> Diag {
    let is = |route: &str| newer.route == route;
    let is_arxiv =
        newer.owner.entry.paper().is_some() && newer.shown.to_ascii_lowercase().contains("arxiv");
    let (code, noun) = match () {
        () if is("url") || is("pdf") => (Code::DuplicateUrl, "address"),
        () if is_arxiv => (Code::DuplicateArxiv, "arXiv id"),
        () => (Code::DuplicateDoi, "DOI"),
    };
    let kind = newer.owner.kind;
    let message =
        format!("`{}` and `{}` have one {noun}, `{}`", newer.owner.id, older.owner.id, newer.shown);
    finding(code, newer, older, &message).help(format!(
        "if both are the same {kind}, keep one of the two files; if not, mend the {noun} that is wrong"
    ))
}

fn one_name(newer: &Claim<'_>, older: &Claim<'_>) -> Diag {
    let (kind, noun) = (newer.owner.kind, if newer.route == "title" { "title" } else { "name" });
    let message =
        format!("`{}` and `{}` have one {noun}, `{}`", newer.owner.id, older.owner.id, newer.shown);
    finding(Code::DuplicateName, newer, older, &message).help(apart(kind, newer, older))
}

fn one_origin(newer: &Claim<'_>, older: &Claim<'_>) -> Diag {
    let kind = newer.owner.kind;
    let (paper, url) = newer.shown.split_once(' ').unwrap_or_default();
    let what = newer.owner.entry.origin().map_or("", |(_, what, _)| what);
    let message = format!(
        "`{}` and `{}` share the paper `{paper}` and the {what} {url}",
        newer.owner.id, older.owner.id
    );
    finding(Code::LikelyDuplicate, newer, older, &message).help(apart(kind, newer, older))
}

/// What to type where two entries look like one.
fn apart(kind: KindId, newer: &Claim<'_>, older: &Claim<'_>) -> String {
    format!(
        "if both are the same {kind}, keep one of the two files; if not, add `distinct_from: [{}]` to entries/{}/{}.yaml",
        older.owner.id,
        kind.folder(),
        newer.owner.id
    )
}
