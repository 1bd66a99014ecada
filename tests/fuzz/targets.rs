//! What is fuzzed and what must hold for any input: shared by the coverage-guided targets and the bounded run of the suite.

#[path = "markup.rs"]
pub(crate) mod markup;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use listwright::diag::{Applicability, Style, report, settle};
use listwright::examine::{Examined, examine};
use listwright::markdown::slug::{Slugger, heading_text};
use listwright::markdown::verify::{Facts, verify};
use listwright::markdown::{cell, html};
use listwright::render::{Material, Options, Site, readme};
use listwright::rewrite::{fix, format};
use listwright::source::{Source, Sources};
use listwright::theme::Theme;
use listwright::value::{
    Arxiv, Author, Count, Date, Doi, Id, Licence, Malformed, PaperRef, Quantity, Reported, Score,
    Slug, Url,
};

/// What is done with an input.
pub(crate) struct Target {
    /// The name, which is that of its corpus.
    pub(crate) name: &'static str,
    /// The work.
    pub(crate) run: fn(&[u8]),
    /// How many times dearer an input is than one of the cheapest target.
    #[allow(dead_code, reason = "a coverage-guided run takes the time that it is given")]
    pub(crate) cost: usize,
}

/// Every target.
pub(crate) const TARGETS: &[Target] = &[
    Target { name: "door", run: door, cost: 1 },
    Target { name: "values", run: values, cost: 1 },
    Target { name: "markdown", run: markdown, cost: 1 },
    Target { name: "cell", run: readme_cell, cost: 1 },
    Target { name: "url", run: url, cost: 1 },
    Target { name: "slug", run: slug, cost: 1 },
    Target { name: "entry", run: entry, cost: 80 },
    Target { name: "editor", run: editor, cost: 40 },
];

/// Any bytes as an entry: everything is said with a place in the text, and no report carries a control character.
pub(crate) fn door(data: &[u8]) {
    let settings = "schema: 1\ntitle: T\nlanguages: [en, zh]\n";
    let words = "schema: 1\ncategory:\n  language: {en: L}\nunit:\n  sequences: {en: s}\n";
    let files = vec![
        Source::from_bytes("entries/survey.yaml", settings.into()),
        Source::from_bytes("entries/vocabulary.yaml", words.into()),
        Source::from_bytes("entries/models/x.yaml", data.to_vec()),
        Source::from_bytes("entries/datasets/x.yaml", data.to_vec()),
    ];
    let sources = Sources::new(files);
    let examined = examine(&sources, None);
    assert!(examined.catalog.accounts().add_up());
    for finding in &examined.findings {
        let text = sources.file(finding.span.file).text();
        assert!(finding.span.start <= finding.span.end);
        assert!(finding.span.end as usize <= text.len() + 1, "{finding:?}");
        let report = report(finding, &sources, Style::Plain);
        assert!(!report.chars().any(|c| c.is_control() && c != '\n'), "{report:?}");
    }
    // A suggestion that a machine applies must land on whole characters.
    for finding in examined.findings.iter().filter(|finding| finding.instead.is_some()) {
        let text = sources.file(finding.span.file).text();
        assert!(text.get(finding.span.range()).is_some(), "{finding:?}");
    }
    assert!(settle(Vec::new(), &sources).is_empty());
}

/// Reads a text as a value, prints it and reads it again.
fn law<T: std::str::FromStr<Err = Malformed> + std::fmt::Display + PartialEq + std::fmt::Debug>(
    text: &str,
) {
    match text.parse::<T>() {
        Ok(value) => {
            assert_eq!(value.to_string().parse::<T>().as_ref(), Ok(&value), "{text:?}");
        }
        Err(why) => {
            if let Some(instead) = why.instead {
                assert!(instead.parse::<T>().is_ok(), "{text:?} → {instead:?}");
            }
        }
    }
}

/// Any text as a value: what is read prints back to itself, and what is suggested can be read.
pub(crate) fn values(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    law::<Date>(text);
    law::<Count>(text);
    law::<Quantity>(text);
    law::<Score>(text);
    law::<Url>(text);
    law::<Doi>(text);
    law::<Arxiv>(text);
    law::<Id>(text);
    law::<Slug>(text);
    law::<Licence>(text);
    law::<PaperRef>(text);
    law::<Reported<Count>>(text);
    let _ = text.parse::<Author>();
}

/// Any text as a description: only our own tags come out, and every link is safe.
pub(crate) fn markdown(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let out = html::render(text, 2);
    let lower = out.to_lowercase();
    for wrong in [
        "<script",
        "<img",
        "<iframe",
        "<style",
        "href=\"javascript",
        "href=\"data",
        " onerror=\"",
        "<!--",
    ] {
        assert!(!lower.contains(wrong), "{wrong} from {text:?}");
    }
    assert!(out.len() <= text.len() * 40 + 4_096, "{} bytes from {}", out.len(), text.len());
    let _ = html::plain(text);
    let facts = Facts { has_file: &|_| true, limit: 512_000 };
    for fault in verify(text, &facts) {
        assert!(text.get(fault.span.clone()).is_some(), "{fault:?}");
    }
}

/// Any text as a cell of README.md: one row, as many cells as there are, nothing but text in them.
pub(crate) fn readme_cell(data: &[u8]) {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (cell, link) = (cell::escape(text), cell::link(text, text));
    let table = format!("| a | b | c |\n| --- | --- | --- |\n| {cell} | {link} | z |\n\nafter\n");
    let (mut cells, mut tables) = (0, 0);
    for event in Parser::new_ext(&table, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::TableCell) => cells += 1,
            Event::Start(Tag::Table(_)) => tables += 1,
            Event::Start(
                Tag::Image { .. } | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock,
            )
            | Event::Code(_)
            | Event::Html(_) => panic!("{event:?} from {text:?}"),
            Event::InlineHtml(html) => assert_eq!(&*html, "<!-- -->", "{text:?}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let lower = dest_url.to_lowercase();
                assert!(
                    !lower.starts_with("javascript:") && !lower.starts_with("data:"),
                    "{text:?}"
                );
            }
            _ => {}
        }
    }
    assert_eq!((tables, cells), (1, 6), "{table:?}");
}

/// Any text as an address: what is read has a host, and cleaning it twice changes nothing more.
pub(crate) fn url(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(url) = text.parse::<Url>() else { return };
    assert!(
        !url.host().is_empty() && (text.starts_with("http://") || text.starts_with("https://"))
    );
    assert!(!text.chars().any(|c| c.is_control() || c.is_whitespace()), "{text:?}");
    if let Some(clean) = url.noise() {
        let clean: Url = clean.parse().unwrap_or_else(|why| panic!("{text:?}: {why:?}"));
        assert_eq!(clean.noise(), None, "{text:?}");
        assert_eq!(clean.identity(), url.identity(), "{text:?}");
    }
}

/// Any text as headings: the names are unique and can stand in an address.
pub(crate) fn slug(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut slugger = Slugger::default();
    let mut seen = BTreeSet::new();
    for line in text.lines() {
        let name = slugger.slug(&heading_text(line));
        assert!(!name.chars().any(char::is_whitespace), "{name:?}");
        assert!(seen.insert(name.clone()), "{name:?} twice");
    }
}

/// The list that the hostile entry stands in: an entry of each kind that it can name.
const LIST: &[(&str, &str)] = &[
    (
        "entries/survey.yaml",
        "schema: 1\ntitle: {en: Trees, zh: 树}\nlanguages: [en, zh]\nsite: https://list.example.org\n\
         repository: https://code.example.org/list\n",
    ),
    (
        "entries/vocabulary.yaml",
        "schema: 1\ncategory:\n  language: {en: Language, zh: 语言, about: {en: Reads.}}\nrna:\n  ncrna: {en: ncRNA}\n\
         paradigm:\n  encoder-lm: {en: Encoder}\narchitecture:\n  transformer-encoder: {en: Transformer}\n\
         objective:\n  masked-lm: {en: Masked}\ntokenization:\n  nucleotide: {en: Nucleotide}\n\
         task:\n  folding: {en: Folding}\nunit:\n  sequences: {en: sequences}\nlicence:\n  asked: {en: On request}\n\
         reason:\n  off-topic: {en: Off topic}\ntag:\n  long: {en: Long}\n",
    ),
    (
        "entries/models/oak.yaml",
        "name: Oak\nreleased: 2023\ncategory: language\nvariants: {big: {parameters: 1B}}\nparameters: 1B\n\
         papers: [ash]\nsources: [{for: [parameters, variants], url: https://oak.example.org, kind: paper}]\n",
    ),
    ("entries/papers/ash.yaml", "title: Ash\ndates: {published: 2023}\ndoi: 10.5555/ash\n"),
    ("entries/datasets/elm.yaml", "name: Elm\ntype: corpus\n"),
    (
        "entries/challenges/fir.yaml",
        "name: Fir\nurl: https://fir.example.org\ndates: {start: 2023-01, end: 2023-02}\n",
    ),
];

/// Entries in which every part of every template stands, and no markup: what their pages hold is the theme's.
const HARMLESS: &[(&str, &[u8])] = &[
    ("entries/models/alder.yaml", include_bytes!("corpus/entry/model.yaml")),
    ("entries/models/holly.yaml", include_bytes!("corpus/entry/candidate")),
    ("entries/papers/rowan.yaml", include_bytes!("corpus/entry/paper.yaml")),
    ("entries/datasets/maple.yaml", include_bytes!("corpus/entry/dataset.yaml")),
    ("entries/challenges/poplar.yaml", include_bytes!("corpus/entry/challenge.yaml")),
];

/// The list with texts put at paths.
fn list_with(texts: &[(&str, &[u8])]) -> Sources {
    let fixed = LIST.iter().map(|(path, text)| Source::from_bytes(*path, text.as_bytes().to_vec()));
    let own = texts.iter().map(|(path, text)| Source::from_bytes(*path, text.to_vec()));
    Sources::new(fixed.chain(own).collect())
}

/// Where the hostile entry stands, in each kind.
const HOSTILE: [&str; 4] = [
    "entries/models/x.yaml",
    "entries/papers/x.yaml",
    "entries/datasets/x.yaml",
    "entries/challenges/x.yaml",
];

/// Any bytes as an entry, all the way: what passes the checks makes a README that is verified and pages with our tags alone.
pub(crate) fn entry(data: &[u8]) {
    static KNOWN: OnceLock<BTreeSet<String>> = OnceLock::new();
    let all = list_with(&HOSTILE.map(|path| (path, data)));
    let read = examine(&all, None).catalog;
    let left = |path: &str| read.records.iter().any(|record| all.file(record.file).path == path);
    for path in HOSTILE.into_iter().filter(|path| left(path)) {
        let sources = list_with(&[(path, data)]);
        let examined = examine(&sources, None);
        if examined.has_errors() {
            continue;
        }
        let outputs = outputs(&examined, &sources);
        let known = KNOWN.get_or_init(|| {
            let sources = list_with(HARMLESS);
            let examined = examine(&sources, None);
            assert!(!examined.has_errors(), "{:?}", examined.findings);
            let outputs = self::outputs(&examined, &sources);
            markup::shapes(pages(&outputs).map(|(_, page)| page))
        });
        for (path, page) in pages(&outputs) {
            for tag in markup::tags(page).unwrap_or_else(|why| panic!("{why} in {path}")) {
                assert!(known.contains(&markup::whole(&tag)), "{tag:?} in {path}");
                for address in tag.addresses() {
                    assert!(markup::is_harmless(address), "{address:?} in {path}");
                }
            }
        }
    }
}

/// The pages among outputs.
pub(crate) fn pages(outputs: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    let is_page = |(path, _): &&(String, String)| path.contains(".html");
    outputs.iter().filter(is_page).map(|(path, page)| (path.as_str(), page.as_str()))
}

/// Everything that a list becomes and that has text of entries in it, README.md among it.
fn outputs(examined: &Examined, sources: &Sources) -> Vec<(String, String)> {
    static THEME: OnceLock<Theme> = OnceLock::new();
    let theme = THEME.get_or_init(|| Theme::new(sources).expect("the default theme"));
    let (catalog, graph) = (&examined.catalog, &examined.graph);
    let options = &Options::default();
    let material = Material { catalog, graph, sources, theme, options };
    let readme = readme::render(material, &|_| true).expect("a README");
    assert!(readme.faults.is_empty(), "{:?} in\n{}", readme.faults, readme.text);
    let site = Site::new(material);
    let all = site.outputs(&[]);
    // In one language: the other one has the same templates.
    let told = all.iter().filter(|output| !output.path.starts_with("zh/"));
    let told = told.filter(|output| !output.path.starts_with("assets/"));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("outputs are UTF-8");
    let made = told.map(|output| {
        (output.path.clone(), text(output.bytes().expect("an output of checked entries")))
    });
    std::iter::once((readme::PATH.to_owned(), readme.text)).chain(made).collect()
}

/// Any bytes as a file that is laid out and fixed: a second time changes nothing more, and nothing becomes worse.
pub(crate) fn editor(data: &[u8]) {
    for path in HOSTILE {
        let sources = list_with(&[(path, data)]);
        let formatted = format(&sources, &|wanted| wanted == path);
        for rewrite in formatted.rewrites {
            let again = list_with(&[(path, rewrite.text.as_bytes())]);
            let again = format(&again, &|wanted| wanted == path);
            let (first, left) = (rewrite.text, again.left.len() + again.findings.len());
            let second = again.rewrites.first().map(|rewrite| rewrite.text.as_str());
            assert_eq!((second, left), (None, 0), "the layout of {first:?}");
        }
    }
    let sources = list_with(&[(HOSTILE[0], data)]);
    for reach in [Applicability::Safe, Applicability::Suggested] {
        let fixed = fix(&sources, None, reach);
        if fixed.applied == 0 {
            assert!(fixed.rewrites.is_empty());
            continue;
        }
        let again = fix(&fixed.sources, None, reach);
        assert_eq!(again.applied, 0, "the fixed text has more to fix: {:?}", fixed.rewrites);
    }
}
