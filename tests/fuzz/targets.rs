//! What is fuzzed and what must hold for any input: shared by the coverage-guided targets and the bounded run of the suite.

use listwright::diag::{Style, report, settle};
use listwright::examine::examine;
use listwright::markdown::slug::{Slugger, heading_text};
use listwright::markdown::verify::{Facts, verify};
use listwright::markdown::{cell, html};
use listwright::source::{Source, Sources};
use listwright::value::{
    Arxiv, Author, Count, Date, Doi, Id, Licence, Malformed, PaperRef, Quantity, Reported, Score,
    Slug, Url,
};

/// A target: a name, which is that of its corpus, and what is done with an input.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// Every target.
pub(crate) const TARGETS: &[Target] = &[
    ("door", door),
    ("values", values),
    ("markdown", markdown),
    ("cell", readme_cell),
    ("url", url),
    ("slug", slug),
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
        assert_eq!(clean.normalised(), url.normalised(), "{text:?}");
    }
}

/// Any text as headings: the names are unique and can stand in an address.
pub(crate) fn slug(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut slugger = Slugger::default();
    let mut seen = std::collections::BTreeSet::new();
    for line in text.lines() {
        let name = slugger.slug(&heading_text(line));
        assert!(!name.chars().any(char::is_whitespace), "{name:?}");
        assert!(seen.insert(name.clone()), "{name:?} twice");
    }
}
