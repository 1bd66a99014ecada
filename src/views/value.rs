//! A value as it is shown, and why there is none: from what an entry has in a field to a cell.

use super::cell::{NOT_RECORDED, paper_link, paper_links};
use super::{Cell, Link, Viewer};
use crate::catalog::Record;
use crate::kinds::{Content, Item, KindId, Paper};
use crate::value::{Date, PaperRef, Quantity, Text};

/// The cell of what an entry has in a field.
#[must_use]
pub(super) fn cell(viewer: Viewer<'_>, record: &Record, content: Content<'_>) -> Cell {
    match content {
        Content::Nothing => Cell::not_recorded(),
        Content::State(state) => Cell { missing: Some(state), ..Cell::default() },
        Content::Name => name(record),
        Content::Line(line) => Cell::text(line),
        Content::Text(text) => said(viewer, text),
        Content::Words { section, words } => labels(viewer, section, &words, usize::MAX),
        Content::Choice { group, word } => Cell::word(word, group),
        Content::Date(date) => Cell::text(date.to_string()),
        Content::Period(start, end) => Cell::text(period(start, end)),
        Content::Count(count) => Cell::text(count.to_string()),
        Content::Number { number, unit: None } => Cell::text(number.to_string()),
        Content::Number { number, unit: Some(unit) } => Cell::text(format!("{number} {unit}")),
        Content::Quantities(all) => Cell::optional(quantities(viewer, all)),
        Content::Items(all) => items(viewer, all),
        Content::VenueOf(papers) => {
            let paper = first_paper(viewer, papers);
            Cell::optional(paper.and_then(Paper::short_venue).map(ToString::to_string))
        }
        Content::Paper => {
            let link = record.entry.paper().and_then(paper_link);
            Cell::links(link.into_iter().collect())
        }
        Content::Uses => {
            let at = viewer.catalog.position(record.kind, record.id.as_str());
            let by = at.and_then(|at| viewer.graph.named_by.get(at)).map_or(0, Vec::len);
            Cell::optional((by > 0).then(|| by.to_string()))
        }
        Content::Progress { dates, ongoing } => {
            let key = progress(dates, ongoing, viewer.catalog.as_of.as_ref());
            let missing = key.is_none().then_some(NOT_RECORDED);
            Cell { key: key.map(str::to_owned), missing, ..Cell::default() }
        }
    }
}

fn name(record: &Record) -> Cell {
    // Authors and venue stand beside the title of a paper.
    let name = if record.entry.paper().is_some() { record.name().into() } else { record.label() };
    Cell { page: Some(record.address()), ..Cell::text(name) }
}

/// A text in the viewer's language, or in another one, marked as such.
fn said(viewer: Viewer<'_>, text: &Text) -> Cell {
    let Some(said) = viewer.said(text) else { return Cell::not_recorded() };
    Cell { lang: said.lang, ..Cell::text(said.text) }
}

/// The labels of so many words, and how many more there are.
pub(super) fn labels(viewer: Viewer<'_>, section: &str, words: &[&str], most: usize) -> Cell {
    let languages = &viewer.catalog.languages;
    let vocabulary = &viewer.catalog.vocabulary;
    let shown = words.iter().take(most);
    let first: Vec<&str> = shown
        .map(|word| vocabulary.label(section, word, viewer.language, languages).text)
        .collect();
    if first.is_empty() {
        return Cell::not_recorded();
    }
    let more = words.len() - first.len();
    let rest = if more > 0 { format!(" +{more}") } else { String::new() };
    Cell::text(first.join(", ") + &rest)
}

fn period(start: Option<&Date>, end: Option<&Date>) -> String {
    match (start, end) {
        (Some(start), Some(end)) if start == end => start.to_string(),
        (Some(start), Some(end)) => format!("{start} – {end}"),
        (Some(start), None) => format!("{start} – …"),
        (None, Some(end)) => format!("… – {end}"),
        (None, None) => String::new(),
    }
}

/// Quantities with the labels of their units.
fn quantities(viewer: Viewer<'_>, quantities: &[Quantity]) -> Option<String> {
    let languages = &viewer.catalog.languages;
    let say = |quantity: &Quantity| {
        let unit =
            viewer.catalog.vocabulary.label("unit", quantity.unit(), viewer.language, languages);
        format!("{} {}", quantity.count(), unit.text)
    };
    let all: Vec<String> = quantities.iter().map(say).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// What has an address as links, and the rest by name.
fn items(viewer: Viewer<'_>, items: Vec<Item<'_>>) -> Cell {
    let mut cell = Cell::default();
    let mut names = Vec::new();
    for item in items {
        match item {
            Item::Address(url) => cell.links.push(Link::short(url)),
            Item::Labelled(label, url) => cell.links.push(Link::new(label, url)),
            Item::Entry(kind, id) => cell.links.extend(entry(viewer, kind, id)),
            Item::Paper(paper) => {
                cell.links.extend(paper_links(viewer, std::slice::from_ref(paper)));
            }
            Item::FirstPaper(papers) => cell.links.extend(first_link(viewer, papers)),
            Item::Itself => {}
            Item::Named(name, note) => {
                let note = note.and_then(|note| viewer.catalog_text(note));
                let note = note.map(|note| format!(" ({note})")).unwrap_or_default();
                names.push(format!("{name}{note}"));
            }
        }
    }
    cell.text = (!names.is_empty()).then(|| names.join(", "));
    if cell.text.is_none() && cell.links.is_empty() { Cell::not_recorded() } else { cell }
}

fn entry(viewer: Viewer<'_>, kind: KindId, id: &str) -> Option<Link> {
    let record = viewer.catalog.get(kind, id)?;
    Some(Link { page: true, ..Link::new(record.label(), record.address()) })
}

/// The address of the first paper, labelled as a paper.
fn first_link(viewer: Viewer<'_>, papers: &[PaperRef]) -> Option<Link> {
    let own = first_paper(viewer, papers).and_then(paper_itself);
    own.or_else(|| {
        let link = paper_links(viewer, papers.get(..1)?).into_iter().next()?;
        Some(Link { label: "paper".to_owned(), ..link })
    })
}

/// The address of a paper, labelled as a paper.
pub(super) fn paper_itself(paper: &Paper) -> Option<Link> {
    paper_link(paper).map(|link| Link { label: "paper".to_owned(), ..link })
}

/// The paper that an entry names first, where it is an entry itself.
#[must_use]
pub(super) fn first_paper<'v>(viewer: Viewer<'v>, papers: &[PaperRef]) -> Option<&'v Paper> {
    viewer.paper(papers.first()?)?.entry.paper()
}

/// Whether something is ahead, open or over on a day, where its dates tell.
#[must_use]
pub(super) fn progress(
    (start, end): (Option<&Date>, Option<&Date>),
    ongoing: bool,
    day: Option<&Date>,
) -> Option<&'static str> {
    let day = day?;
    if start.is_none() && end.is_none() {
        return None;
    }
    if start.is_some_and(|start| start.certainly_after(day)) {
        return Some("state.upcoming");
    }
    if ongoing {
        return Some("state.ongoing");
    }
    if end.is_some_and(|end| day.certainly_after(end)) {
        return Some("state.closed");
    }
    let open = start.is_some_and(|start| day.certainly_after(start) || day == start)
        && end.is_some_and(|end| end.certainly_after(day) || day == end);
    open.then_some("state.open")
}
