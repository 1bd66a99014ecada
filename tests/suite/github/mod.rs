//! README.md as GitHub's own parser reads it: exactly the tables, lines and links that the catalog holds.

mod document;
mod expected;

use listwright::config::{Block, View};
use listwright::examine::Examined;
use listwright::kinds::KindId;

use self::document::{Node, read};
use self::expected::Expected;
use crate::door::Survey;
use crate::folder::repository;

/// A README with what it must show.
struct Page {
    text: String,
    document: Node,
    examined: Examined,
    /// The folder of the list, in which local links lead somewhere.
    folder: &'static str,
}

impl Page {
    fn of(folder: &'static str) -> Self {
        let list = Survey::folder(folder);
        let text = list.readme().unwrap_or_else(|faults| panic!("{faults}"));
        Self { document: read(&text), text, examined: list.examined(), folder }
    }

    fn expected(&self) -> Expected<'_> {
        Expected { examined: &self.examined }
    }

    /// The settings of every section with the nodes under its heading.
    fn sections(&self) -> Vec<(&listwright::config::ReadmeSection, Vec<&Node>)> {
        let settings = self.examined.catalog.survey.readme.as_ref().unwrap();
        let mut nodes = self.document.children.iter();
        let sections = settings.sections.iter().map(|section| {
            let heading = self.expected().joined(&section.heading);
            let found = nodes.by_ref().find(|node| is_heading(node, "2") && node.seen() == heading);
            assert!(found.is_some(), "there is no heading `{heading}`, or not in its place");
            let under = nodes.clone().take_while(|node| !is_heading(node, "2"));
            (section, under.collect())
        });
        sections.collect()
    }
}

fn is_heading(node: &Node, level: &str) -> bool {
    node.name == "heading" && node.attribute("level") == Some(level)
}

/// The number of rows or lines that a view shows, which is all but what settings and budget leave out.
fn shown(page: &Page, block: &Block, nodes: &[&Node], total: usize, found: usize) -> usize {
    let most = block.rows.map_or(total, |rows| total.min(rows as usize));
    let budget = page.examined.catalog.survey.readme.as_ref().and_then(|readme| readme.budget);
    let full = page.text.len() * 10 > budget.unwrap_or(450_000) as usize * 9;
    assert!(found == most || (full && found < most), "{found} of {most} are shown");
    if found < total {
        let sentence = format!("{} more of {total} ", total - found);
        let said = nodes.iter().any(|node| node.seen().starts_with(&sentence));
        assert!(said, "nothing says `{sentence}`");
    }
    found
}

fn rows(table: &Node) -> Vec<Vec<String>> {
    table.children.iter().map(|row| row.seen_in("table_cell")).collect()
}

/// Compares every table, cell by cell, and returns how many there are.
fn compare_tables(page: &Page) -> usize {
    let mut compared = 0;
    for (section, nodes) in page.sections() {
        // Below a heading of its own stands what no setting asks for, such as the legend.
        let asked = nodes.iter().take_while(|node| !is_heading(node, "3"));
        let mut tables = asked.filter(|node| node.name == "table");
        for block in section.shows.iter().filter(|block| block.view != Some(View::LatestPapers)) {
            if block.group_by.is_some() {
                // Its tables stand under headings of their own, behind all others.
                continue;
            }
            let entries = page.expected().asked(block);
            if entries.is_empty() {
                continue;
            }
            let seen = rows(tables.next().expect("a table"));
            let shown = shown(page, block, &nodes, entries.len(), seen.len() - 1);
            let columns: Vec<(String, String)> = columns(page, block);
            assert_eq!(seen[0], columns.iter().map(|(_, label)| label.clone()).collect::<Vec<_>>());
            for (row, record) in seen[1..].iter().zip(&entries[..shown]) {
                let cell = |(show, _): &(String, String)| page.expected().cell(record, show);
                assert_eq!(*row, columns.iter().map(cell).collect::<Vec<_>>(), "{}", record.id);
            }
            compared += 1;
        }
        assert!(tables.next().is_none(), "a table that no setting asks for");
    }
    compared
}

fn columns(page: &Page, block: &Block) -> Vec<(String, String)> {
    let usual: &[(&str, &str)] = match block.view.unwrap() {
        _ if !block.columns.is_empty() => &[],
        View::Papers | View::Surveys => &[
            ("title", "Title"),
            ("authors", "Authors"),
            ("venue", "Venue"),
            ("date", "Date"),
            ("links", "Link"),
        ],
        View::Datasets => &[
            ("name", "Name"),
            ("type", "Type"),
            ("released", "Released"),
            ("size", "Size"),
            ("tasks", "Tasks"),
            ("summary", "Summary"),
            ("licence", "Licence"),
            ("papers", "Papers"),
            ("links", "Links"),
        ],
        View::Challenges => &[
            ("name", "Challenge"),
            ("dates", "Dates"),
            ("organizer", "Organizer"),
            ("task", "Task"),
            ("metric", "Metric"),
            ("teams", "Teams"),
            ("prize", "Prize"),
            ("summary", "Summary"),
            ("links", "Link"),
        ],
        View::Models | View::LatestPapers => panic!("the list names its own columns"),
    };
    let usual = usual.iter().map(|(show, label)| ((*show).to_owned(), (*label).to_owned()));
    let own = block.columns.iter().map(|column| {
        (column.show.as_ref().unwrap().as_str().to_owned(), page.expected().joined(&column.heading))
    });
    usual.chain(own).collect()
}

/// Compares the latest papers, line by line, and returns how many lines there are.
fn compare_latest(page: &Page) -> usize {
    let mut compared = 0;
    for (section, nodes) in page.sections() {
        let is_nested = |node: &&&Node| node.name == "list" && node.named("list").len() > 1;
        let seen: Vec<_> = nodes.iter().filter(is_nested).flat_map(|list| groups(list)).collect();
        let mut blocks = section.shows.iter().filter(|b| b.view == Some(View::LatestPapers));
        let Some(block) = blocks.next() else {
            assert_eq!(seen, []);
            continue;
        };
        assert!(blocks.next().is_none(), "one block of latest papers in a section is all we know");
        let total = page.expected().entries(View::LatestPapers).len();
        let found = seen.iter().map(|(_, lines)| lines.len()).sum();
        let shown = shown(page, block, &nodes, total, found);
        assert_eq!(seen, page.expected().latest(block, shown));
        compared += found;
    }
    compared
}

/// The lines of a list of lists, under what stands above them.
fn groups(list: &Node) -> Vec<(String, Vec<String>)> {
    let group = |item: &Node| {
        let heading = item.seen_in("paragraph").concat();
        let lists = item.children.iter().filter(|child| child.name == "list");
        let lines = lists.flat_map(|list| &list.children);
        (heading, lines.map(|line| line.seen_in("paragraph").concat()).collect())
    };
    list.children.iter().map(group).collect()
}

/// The links of the prose: those that stand neither in a table nor in the latest papers.
fn prose_links(page: &Page) -> Vec<String> {
    let prose = |node: &&Node| {
        node.name != "table" && !(node.name == "list" && node.named("list").len() > 1)
    };
    let nodes = page.document.children.iter().filter(prose);
    let links = nodes.flat_map(|node| node.named("link"));
    links.map(|link| link.attribute("destination").unwrap().to_owned()).collect()
}

/// The addresses and labels of the navigation, and the slugs of the headings it may lead to.
fn navigation(page: &Page) -> Vec<(String, String)> {
    let blocks = page.document.named("html_block");
    let navigation = blocks.iter().find(|block| block.text.starts_with("<p align=\"center\">"));
    let pieces = navigation.unwrap().text.split("<a href=\"#").skip(1);
    let link = |piece: &str| {
        let (anchor, rest) = piece.split_once("\">").unwrap();
        let label = rest.split_once("</a>").unwrap().0;
        (anchor.to_owned(), label.replace("&amp;", "&"))
    };
    pieces.map(link).collect()
}

/// The slugs of the headings as GitHub makes them, by the rule in its documentation.
fn slugs(page: &Page) -> Vec<String> {
    let mut slugs: Vec<String> = Vec::new();
    for heading in page.document.named("heading") {
        let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
        let text = heading.seen().to_lowercase();
        let slug = text.chars().filter(kept).collect::<String>().replace(' ', "-");
        let times = (1..).map(|time| format!("{slug}-{time}"));
        let mut names = std::iter::once(slug.clone()).chain(times);
        let free = names.find(|name| !slugs.contains(name)).unwrap();
        slugs.push(free);
    }
    slugs
}

fn compare_navigation(page: &Page) {
    let slugs = slugs(page);
    let headings: Vec<_> = page.document.named("heading");
    let expected = page.sections().into_iter().filter_map(|(section, nodes)| {
        // The heading is the node before the ones under it, so that two of the same text are told apart.
        let under = nodes.first().map(|first| std::ptr::from_ref(*first));
        let at = headings.iter().position(|heading| {
            let children = &page.document.children;
            let place = children.iter().position(|child| std::ptr::eq(child, *heading)).unwrap();
            children.get(place + 1).map(std::ptr::from_ref) == under
        });
        Some((slugs[at?].clone(), section.nav.as_ref()?.to_string()))
    });
    assert_eq!(navigation(page), expected.collect::<Vec<_>>());
}

#[test]
fn readme_of_the_repository_shows_what_the_catalog_holds() {
    let page = Page::of("");
    assert!(compare_tables(&page) >= 1);
    assert!(compare_latest(&page) >= 8);
    compare_navigation(&page);
}

#[test]
fn readme_of_the_golden_list_shows_what_the_catalog_holds() {
    let page = Page::of("tests/golden/small");
    assert_eq!(compare_tables(&page), 6);
    assert_eq!(compare_latest(&page), 3);
    compare_navigation(&page);
    assert_eq!(navigation(&page)[0].0, "1models--_more_-模型");
    assert_eq!(navigation(&page)[2].0, "2all-papers-论文-1");
}

/// The table of the flow without its first column, as numbers.
fn flow(page: &Page) -> Vec<(String, Vec<usize>)> {
    let tables = page.document.named("table");
    let table = tables.iter().map(|table| rows(table)).find(|rows| rows[0][0].is_empty());
    let number = |cell: &String| cell.parse().unwrap();
    let row = |row: &Vec<String>| (row[0].clone(), row[1..].iter().map(number).collect());
    table.unwrap()[1..].iter().map(row).collect()
}

#[test]
fn flow_adds_up_by_kind_and_in_all() {
    for folder in ["", "tests/golden/small"] {
        let page = Page::of(folder);
        let rows = flow(&page);
        let is_sum = |label: &str| label.starts_with("⟨strong ");
        let sums: Vec<_> = rows.iter().filter(|(label, _)| is_sum(label)).collect();
        for column in 0..5 {
            let (first, rest) = sums.split_first().unwrap();
            assert_eq!(first.1[column], rest.iter().map(|(_, row)| row[column]).sum::<usize>());
        }
        for (label, row) in &rows {
            assert_eq!(row[4], row[..4].iter().sum::<usize>(), "{label}");
        }
        let records = &page.examined.catalog.records;
        assert_eq!(rows[0].1[4], records.len());
        let listed = records.iter().filter(|record| record.is_listed()).count();
        assert_eq!(rows.last().unwrap().1[4], listed);
        for (at, kind) in KindId::ALL.iter().enumerate() {
            let found = records.iter().filter(|record| record.kind == *kind).count();
            assert_eq!(rows[0].1[at], found, "{kind}");
        }
    }
}

#[test]
fn prose_of_the_repository_links_to_the_list_and_to_files_that_are_there() {
    let page = Page::of("");
    let survey = &page.examined.catalog.survey;
    let own = [&survey.repository, &survey.site];
    let own: Vec<&str> = own.iter().filter_map(|url| Some(url.as_ref()?.as_str())).collect();
    for address in prose_links(&page) {
        let leads_home = own.iter().any(|own| address.starts_with(own));
        let leads_to_file = repository(page.folder).join(&address).exists();
        assert!(leads_home || leads_to_file, "{address} is invented");
    }
}

#[test]
fn prose_of_the_golden_list_has_these_links_and_no_other() {
    let page = Page::of("tests/golden/small");
    let expected = [
        "https://example.org/small/",
        "https://example.org/small/models/pipe/",
        "https://example.org/small/papers/",
        "https://example.org/small/papers/",
        "CONTRIBUTING.md",
        "entries",
        "https://example.org/small/models/rna/ncrna/",
        "https://example.org/small/models/rna/utr-5/",
        "https://example.org/small/models/paradigm/encoder-lm/",
        "https://example.org/small/models/architecture/transformer/",
        "https://example.org/small/models/architecture/state-space/",
        "https://example.org/small/models/tokenization/nucleotide/",
    ];
    assert_eq!(prose_links(&page), expected);
}

#[test]
fn html_is_what_the_template_writes() {
    // The first block says that the file is made.
    for (folder, expected) in [("", 7), ("tests/golden/small", 8)] {
        let page = Page::of(folder);
        let blocks = page.document.named("html_block");
        assert_eq!(blocks.len(), expected, "{blocks:?}");
        let inline = page.document.named("html_inline");
        let other: Vec<_> = inline.iter().filter(|node| node.text != "<!-- -->").collect();
        assert_eq!(other, Vec::<&&Node>::new());
    }
}
