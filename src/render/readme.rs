//! README.md: filled from its template, cut to its budget, and verified before anybody sees it.

use serde::Serialize;

use super::Material;
use super::picture::Pictures;
use crate::checks::SHOWN_BYTES;
use crate::config::{self, Block, ReadmeSection, View};
use crate::diag::{Code, Diag};
use crate::kinds::{KindId, Registry};
use crate::markdown::cell;
use crate::markdown::slug::{Slugger, heading_text};
use crate::markdown::verify::{Facts, FaultKind, verify};
use crate::read::{Context, Read, Reader};
use crate::source::{Content, Source, Sources};
use crate::theme::{README_SETTINGS, Strings};
use crate::views::facets::facets;
use crate::views::{
    Abbreviation, FacetView, Flow, GroupOf, LatestPapers, Overview, Recent, Table, TableGroup,
    Tables, abbreviations,
};
use crate::vocabulary::uses;
use crate::yaml;

/// Where it is written.
pub const PATH: &str = "README.md";

/// The list's own template of it.
pub(super) const TEMPLATE: &str = "templates/README.md";

/// By how a line begins that says that README.md was made.
const MADE: &str = "<!-- Made by `listwright build` from ";

/// What to do where README.md was written by somebody.
pub const REPLACE: &str = "move what is to be kept into templates/README.md, and then type `listwright build \
                           --replace-readme`";

/// Whether a README.md was made by this program, or says nothing that could be lost.
#[must_use]
pub fn is_made(text: &str) -> bool {
    let mut fenced = false;
    let mut lines = text.lines();
    text.trim().is_empty()
        || lines.any(|line| {
            fenced ^= line.trim_start().starts_with("```");
            !fenced && line.starts_with(MADE)
        })
}

/// The comment that says from what README.md is made.
fn made_from(sources: &Sources) -> String {
    let from = match sources.find(TEMPLATE) {
        Some(_) => format!("entries/ and {TEMPLATE}: edit those"),
        None => format!("entries/: edit those, or write {TEMPLATE} for other words"),
    };
    format!("{MADE}{from}. What is typed here is lost. -->")
}

/// The budget where survey.yaml sets none, in bytes.
const BUDGET: usize = 450_000;

/// How many bytes a row usually has, or more.
const USUAL_ROW: usize = 256;

/// A finished README.md, with what is wrong with it.
#[derive(Debug)]
pub struct Readme {
    /// The text.
    pub text: String,
    /// What is wrong with the text; places are in the text itself.
    pub faults: Vec<Diag>,
    /// The text as a source, in which the faults can be shown.
    pub source: Sources,
    /// The pictures that it shows.
    pub pictures: Pictures,
}

impl Readme {
    /// Every file that belongs to README.md with its text, README.md itself last: where it is new everything else is.
    #[must_use]
    pub fn files(&self) -> Vec<(&str, &str)> {
        let shown = self.pictures.files().filter(|(path, _)| self.text.contains(path));
        shown.chain(std::iter::once((PATH, self.text.as_str()))).collect()
    }
}

/// What the template is given.
#[derive(Debug, Serialize)]
struct Page<'p> {
    #[serde(flatten)]
    overview: &'p Overview,
    sections: Vec<Section>,
    /// The sections that stand in the navigation.
    navigation: Vec<Anchor>,
    /// Whether the repository says how to contribute, so that it can be linked to.
    contributing: bool,
    /// The first of the categories, for the example of an entry.
    first_category: &'p Option<String>,
    pictures: &'p Pictures,
    /// The way from the entries on record to the listed ones.
    flow: &'p Flow,
    /// What changed last.
    recent: &'p Option<Recent>,
    /// The words by which the models can be looked through.
    by: &'p [FacetView],
    /// The abbreviations that the page uses.
    abbreviations: &'p [Abbreviation],
    /// The words of the theme.
    t: &'p Strings,
}

/// What the page shows whatever its tables are cut to.
struct Surroundings {
    overview: Overview,
    pictures: Pictures,
    flow: Flow,
    recent: Option<Recent>,
    by: Vec<FacetView>,
    strings: Strings,
    contributing: bool,
    first_category: Option<String>,
}

/// The built-in facets of models that are more than a year or a tag, in the order of the page.
const BY: [&str; 3] = ["paradigm", "architecture", "tokenization"];

/// How many names of a kind stand in the line that says what is new.
const RECENT: usize = 5;

impl Surroundings {
    fn of(material: Material<'_>, contributing: bool) -> Result<Self, Box<Diag>> {
        let viewer = material.viewer();
        // The site of survey.yaml, as README.md is the same wherever a copy of the site is built for.
        let overview = Overview::of(viewer);
        let mut by = facets(viewer, KindId::Model);
        let own = &viewer.catalog.of(KindId::Model).own;
        let is_own = |facet: &FacetView| own.iter().any(|own| Some(own.section) == facet.section);
        by.retain(|facet| BY.contains(&facet.name) || is_own(facet));
        Ok(Self {
            overview,
            pictures: Pictures::draw(material)?,
            flow: Flow::of(viewer),
            recent: Recent::of(viewer, RECENT),
            by,
            strings: material.strings(viewer.language),
            first_category: viewer.catalog.vocabulary.words("category").next().map(str::to_owned),
            contributing,
        })
    }

    fn page<'p>(&'p self, sections: Vec<Section>, abbreviations: &'p [Abbreviation]) -> Page<'p> {
        let anchor = |section: &Section| {
            Some(Anchor { anchor: section.anchor.clone(), label: section.nav.clone()? })
        };
        Page {
            navigation: sections.iter().filter_map(anchor).collect(),
            sections,
            overview: &self.overview,
            contributing: self.contributing,
            first_category: &self.first_category,
            pictures: &self.pictures,
            flow: &self.flow,
            recent: &self.recent,
            by: &self.by,
            abbreviations,
            t: &self.strings,
        }
    }
}

/// A link to a section.
#[derive(Debug, Serialize)]
struct Anchor {
    anchor: String,
    label: String,
}

/// A section of the page.
#[derive(Debug, Serialize)]
struct Section {
    id: String,
    heading: String,
    anchor: String,
    #[serde(skip)]
    nav: Option<String>,
    intro: Option<String>,
    blocks: Vec<BlockView>,
}

/// A view in a section.
#[derive(Debug, Serialize)]
struct BlockView {
    view: &'static str,
    heading: Option<String>,
    /// Whether it is folded until a reader opens it.
    collapsed: bool,
    table: Option<Table>,
    /// Several tables, each under a heading of its own.
    groups: Vec<GroupView>,
    latest: Option<LatestPapers>,
}

/// A table of those entries that share a word.
#[derive(Debug, Serialize)]
struct GroupView {
    heading: String,
    table: Table,
}

/// Fills, cuts and verifies README.md; `has_file` tells which files the repository has.
pub fn render(
    material: Material<'_>,
    has_file: &dyn Fn(&str) -> bool,
) -> Result<Readme, Box<Diag>> {
    let defaults;
    let own = material.catalog.survey.readme.as_ref();
    let settings = if let Some(readme) = own.filter(|readme| !readme.sections.is_empty()) {
        readme
    } else {
        defaults = default_settings(&material.catalog.languages);
        &defaults
    };
    let budget = own.and_then(|readme| readme.budget).map_or(BUDGET, |budget| budget as usize);
    let around = Surroundings::of(material, has_file("CONTRIBUTING.md"))?;
    let known = abbreviations(material.viewer());
    let made_from = made_from(material.sources);
    let fill = |most: Option<usize>, known: &[Abbreviation]| {
        let page = around.page(sections(material, &settings.sections, most), known);
        let text = material.theme.render(PATH, &page, material.sources)?;
        Ok(format!("{made_from}\n\n{}", tidy(&text)))
    };
    let entries = material.catalog.files.len();
    let (most, mut text) = within(budget, entries, |most| fill(most, &known))?;
    if !known.is_empty() {
        // What the page uses can only be seen on a page that does not explain it.
        let bare = fill(most, &[])?;
        let used = known.into_iter().filter(|of| uses(&bare, &of.label)).collect::<Vec<_>>();
        text = fill(most, &used)?;
    }
    let source = Sources::new(vec![Source::new(PATH, Content::Text(text.clone()))]);
    let drawn = |path: &str| around.pictures.files().any(|(own, _)| own == path);
    let has_file = |path: &str| drawn(path) || has_file(path);
    let facts = Facts { has_file: &has_file, limit: SHOWN_BYTES as usize };
    let mut faults = faults(&text, &facts, &source);
    faults.extend(over_budget(&text, budget, &source));
    Ok(Readme { text, faults, source, pictures: around.pictures })
}

/// The fullest text within the budget, with the most rows that its tables have: all if they fit, or else as many as do.
fn within(
    budget: usize,
    entries: usize,
    fill: impl Fn(Option<usize>) -> Result<String, Box<Diag>>,
) -> Result<(Option<usize>, String), Box<Diag>> {
    // Where tables of this length are too long already, a long list need not be tried as a whole.
    let long = Some(budget / USUAL_ROW).filter(|long| *long < entries);
    let mut text = fill(long)?;
    let mut fails = long.unwrap_or(entries);
    if long.is_some() && text.len() <= budget {
        (text, fails) = (fill(None)?, entries);
    }
    if text.len() <= budget {
        return Ok((None, text));
    }
    let mut length = text.len();
    let (mut fits, mut best) = (0, fill(Some(0))?);
    let mut halve = false;
    while fits + 1 < fails {
        // Rows are about equally long, so bytes tell how many fit; halving in between makes sure of an end.
        let (bytes, rows) = (length.saturating_sub(best.len()).max(1), fails - fits);
        let share = budget.saturating_sub(best.len()) * rows / bytes;
        let most = fits + if halve { rows / 2 } else { share.clamp(1, rows - 1) };
        let text = fill(Some(most))?;
        if text.len() <= budget {
            (fits, best) = (most, text);
        } else {
            (fails, length) = (most, text.len());
        }
        halve = !halve;
    }
    Ok((Some(fits), best))
}

fn default_settings(languages: &[String]) -> config::Readme {
    // The theme's settings are bilingual; a list shows of them what its languages are.
    let sources =
        Sources::new(vec![Source::from_bytes("readme.yaml", README_SETTINGS.as_bytes().to_vec())]);
    let Some((id, source)) = sources.iter().next() else { return config::Readme::default() };
    let Some(tree) = yaml::parse(id, source, &mut Vec::new()) else {
        return config::Readme::default();
    };
    let mut reader = Reader::new(
        id,
        Context {
            languages,
            vocabulary: None,
            papers: None,
            ids: None,
            registry: Registry::built_in(),
        },
    );
    config::Readme::read(&tree, &mut reader).unwrap_or_default()
}

fn sections(
    material: Material<'_>,
    settings: &[ReadmeSection],
    most: Option<usize>,
) -> Vec<Section> {
    let viewer = material.viewer();
    let mut slugger = Slugger::default();
    let mut anchor = |heading: &str| slugger.slug(&heading_text(&cell::inline(heading)));
    let section = |section: &ReadmeSection| {
        let heading = viewer.joined(&section.heading);
        let own_anchor = anchor(&heading);
        let blocks = section.shows.iter().filter_map(|block| block_view(material, block, most));
        let blocks: Vec<BlockView> = blocks.collect();
        for group in blocks.iter().flat_map(|block| &block.groups) {
            // Headings of one name are told apart by their order on the page.
            anchor(&group.heading);
        }
        Section {
            id: section.id.as_ref().map(ToString::to_string).unwrap_or_default(),
            anchor: own_anchor,
            nav: section.nav.as_ref().map(ToString::to_string),
            intro: section.intro.as_ref().map(|intro| viewer.joined(intro)),
            blocks,
            heading,
        }
    };
    settings.iter().map(section).collect()
}

fn block_view(material: Material<'_>, block: &Block, most: Option<usize>) -> Option<BlockView> {
    let (viewer, view) = (material.viewer(), block.view?);
    let (mut table, mut groups, mut latest) = (None, Vec::new(), None);
    if view == View::LatestPapers {
        latest = Some(LatestPapers::of(viewer, Some(block), most));
    } else {
        match Tables::of(viewer, view, block, most) {
            Tables::One(one) => table = Some(one),
            Tables::Groups(all) => {
                let group = |TableGroup { of, table }| GroupView {
                    heading: group_heading(material, &of),
                    table,
                };
                groups = all.into_iter().map(group).collect();
            }
        }
    }
    Some(BlockView {
        view: view.as_str(),
        heading: block.heading.as_ref().map(|heading| viewer.joined(heading)),
        collapsed: block.collapsed == Some(true),
        table,
        groups,
        latest,
    })
}

/// What stands over a table of those that share a word: its labels, or the theme's words.
fn group_heading(material: Material<'_>, of: &GroupOf) -> String {
    let in_each = |key: &str, fallback: &str| {
        let languages = material.catalog.languages.iter();
        let said = languages.map(|language| {
            let strings = material.theme.strings(language);
            capital(strings.get(key).map_or(fallback, String::as_str))
        });
        joined(said)
    };
    match of {
        GroupOf::Word(labels) => {
            let languages = material.catalog.languages.iter();
            joined(languages.filter_map(|language| labels.0.get(language).cloned()))
        }
        GroupOf::Value(key, label) => in_each(key, label),
        GroupOf::Nothing => in_each("group.other", "Other"),
    }
}

/// A heading in several languages, as `en (zh)`; what is the same in two of them stands there once.
fn joined(said: impl Iterator<Item = String>) -> String {
    let mut pieces: Vec<String> = Vec::new();
    for piece in said {
        if !pieces.contains(&piece) {
            pieces.push(piece);
        }
    }
    let mut pieces = pieces.into_iter();
    let first = pieces.next().unwrap_or_default();
    pieces.fold(first, |joined, piece| format!("{joined} ({piece})"))
}

/// A text that begins with a capital letter, where its script has them.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// No spaces at line ends, no more than one empty line in a row, one newline at the end: what template loops leave behind.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fenced = false;
    let mut empty = true;
    for line in text.lines() {
        fenced ^= line.trim_start().starts_with("```");
        let line = line.trim_end();
        if !(line.is_empty() && empty && !fenced) {
            out.push_str(line);
            out.push('\n');
        }
        empty = line.is_empty();
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A budget that is not kept even without a row is not kept in silence.
fn over_budget(text: &str, budget: usize, source: &Sources) -> Option<Diag> {
    let file = source.find(PATH).filter(|_| text.len() > budget)?;
    let span = file.span(text.floor_char_boundary(budget)..text.len());
    let message =
        format!("the page has {} bytes without its rows, and its budget is {budget}", text.len());
    let help = "raise `readme.budget` in entries/survey.yaml, or shorten its prose";
    Some(Diag::new(Code::ReadmeTooLarge, span, message).help(help))
}

fn faults(text: &str, facts: &Facts<'_>, source: &Sources) -> Vec<Diag> {
    let Some(file) = source.find(PATH) else { return Vec::new() };
    let diag = |fault: crate::markdown::verify::Fault| {
        let code = match fault.kind {
            FaultKind::DeadAnchor => Code::ReadmeAnchor,
            FaultKind::RaggedRow => Code::ReadmeTable,
            FaultKind::MissingFile => Code::ReadmeFile,
            FaultKind::TooLarge => Code::ReadmeTooLarge,
            FaultKind::Markup => Code::ReadmeMarkup,
        };
        let diag = Diag::new(code, file.span(fault.span), fault.message);
        match fault.help {
            Some(help) => diag.help(help),
            None => diag,
        }
    };
    verify(text, facts).into_iter().map(diag).collect()
}
