//! Foreign text in a README: it is shown as it is, and is never markup.

use listwright::markdown::cell::{escape, inline, link};
use listwright::markdown::verify::{Facts, verify};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{as_cmark_writes, as_shown, cmark_gfm, hostile_text};

const BREAK: &str = "<!-- -->";

#[test]
fn common_text_stays_as_it_is() {
    for text in [
        "RNA-FM",
        "5′UTR",
        "a_b",
        "3.5",
        "1.",
        "1.Papers (论文)",
        "p < 0.05",
        "> 880K",
        ">880K",
        "~30B",
        "~30B (~20B)",
        "R&D",
        "C++ & C#",
        "2 * 3",
        "recall@10",
        "68.5 ± 0.54",
        "a!",
        "{x}",
        "10:30:45",
        "1:100",
        "$5",
        "doi:10.1/x",
        "a → b",
        "# of RNAs",
    ] {
        assert_eq!(escape(text), text);
    }
}

#[test]
fn what_could_be_markup_is_escaped() {
    for (text, cell) in [
        ("a|b", r"a\|b"),
        (r"a\|b", r"a\\&#124;b"),
        (r"a\b", r"a\\b"),
        (r"a\", "a&#92;"),
        ("*a*", r"\*a\*"),
        ("_a_", r"\_a\_"),
        ("__init__", r"\_\_init\_\_"),
        ("`a`", r"\`a\`"),
        ("[a](b)", r"\[a\](b)"),
        ("![a](b)", r"!\[a\](b)"),
        ("[^1]", r"\[^1\]"),
        ("~~a~~", r"\~\~a\~\~"),
        ("<b>", "&lt;b>"),
        ("<1@a>", "&lt;1@a>"),
        ("<=5", "<=5"),
        ("<!-- a -->", "&lt;!-- a --&gt;"),
        ("&lt;", "&amp;lt;"),
        ("&#35;", "&amp;#35;"),
        ("$a$", r"\$a\$"),
        ("a\r\n\tb \u{3000} c", "a b c"),
        ("a\u{1b}b\u{202e}c", "a\u{fffd}b\u{fffd}c"),
    ] {
        assert_eq!(escape(text), cell);
    }
}

#[test]
fn address_in_a_text_does_not_become_a_link() {
    for (text, cell) in [
        ("http://a.bc", format!("http:{BREAK}//a.bc")),
        ("HTTPS://a.bc", format!("HTTPS:{BREAK}//a.bc")),
        ("www.a.bc", format!("www{BREAK}.a.bc")),
        ("me@a.bc", format!("me@{BREAK}a.bc")),
        ("git@github.com:a/b", format!("git@{BREAK}github.com:a/b")),
        ("a:dna:b", format!("a:{BREAK}dna:b")),
    ] {
        assert_eq!(escape(text), cell);
    }
}

#[test]
fn start_of_a_line_is_escaped_outside_tables_only() {
    for (text, line) in [
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("-5", "-5"),
        ("---", r"\---"),
        ("+ a", r"\+ a"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("3.5", "3.5"),
        ("1.Papers", "1.Papers"),
        ("> a", r"\> a"),
        ("===", r"\==="),
        ("* a", r"\* a"),
        (":-:", r"\:-:"),
        ("a #", r"a \#"),
        ("C#", "C#"),
        ("", ""),
    ] {
        assert_eq!(inline(text), line);
    }
    assert_eq!(escape("- a"), "- a");
}

#[test]
fn link_has_a_safe_address_and_an_escaped_label() {
    assert_eq!(
        link("arXiv", "https://arxiv.org/abs/2204.00300"),
        "[arXiv](https://arxiv.org/abs/2204.00300)"
    );
    assert_eq!(
        link("a]b|c", "https://a.bc/x y|(z)<>\\`\"'"),
        r"[a\]b\|c](https://a.bc/x%20y%7C%28z%29%3C%3E%5C%60%22%27)"
    );
    assert_eq!(
        link("a", "https://a.bc/?x=1&copy;=2&y=3"),
        "[a](https://a.bc/?x=1&amp;copy;=2&y=3)"
    );
    assert_eq!(link("a", "#1papers-论文"), "[a](#1papers-论文)");
    assert_eq!(link("a", "static/a b.svg"), "[a](static/a%20b.svg)");
    assert_eq!(link("a", "mailto:me@a.bc"), "[a](mailto:me@a.bc)");
    assert_eq!(link("", "https://a.bc/"), "[https://a.bc/](https://a.bc/)");
    assert_eq!(link("a", ""), "a");
}

#[test]
fn link_to_another_scheme_is_text() {
    assert_eq!(link("a", "javascript:x(1)"), "a (javascript:x(1))");
    assert_eq!(link("a", "//evil.example"), "a (//evil.example)");
    assert_eq!(link("a", "https:evil"), "a (https:evil)");
    assert_eq!(link("a", "java\nscript:x"), "[a](java%0Ascript:x)");
}

/// A table of one row for every few texts, and what it should be in HTML.
fn table(texts: &[String], columns: usize) -> (String, String) {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut markdown = row(vec!["h".to_owned(); columns]) + &row(vec!["---".to_owned(); columns]);
    let mut html = String::new();
    for texts in texts.chunks_exact(columns) {
        markdown += &row(texts.iter().map(|text| escape(text)).collect());
        html += "<tr>\n";
        for text in texts {
            html += &format!("<td>{}</td>\n", as_cmark_writes(&as_shown(text)));
        }
        html += "</tr>\n";
    }
    (markdown, html)
}

/// Whether the check of a finished README has nothing to say.
fn is_whole(markdown: &str) -> bool {
    verify(markdown, &Facts { has_file: &|_| false, limit: usize::MAX }).is_empty()
}

fn read_cells(markdown: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow)
            | Event::End(
                TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell,
            ) => {}
            Event::Start(Tag::TableCell) => cells.push(String::new()),
            Event::Text(text) => *cells.last_mut().expect("text stands in a cell") += &text,
            Event::InlineHtml(html) => assert_eq!(&*html, BREAK),
            other => panic!("{other:?} in {markdown}"),
        }
    }
    cells
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn table_of_any_texts_has_their_cells_and_no_element(
        texts in prop::collection::vec(hostile_text(), 12..60), columns in 1_usize..6,
    ) {
        let (markdown, html) = table(&texts, columns);
        let read = cmark_gfm(&markdown).replace(BREAK, "");
        let body = read.split("<tbody>\n").nth(1).and_then(|body| body.split("</tbody>").next());
        prop_assert_eq!(body, Some(html.as_str()));
        let used = texts.len() - texts.len() % columns;
        let shown: Vec<String> = texts.iter().take(used).map(|text| as_shown(text)).collect();
        prop_assert!(is_whole(&markdown));
        prop_assert_eq!(&read_cells(&markdown)[columns..], &shown[..]);
    }

    #[test]
    fn any_text_is_a_heading_an_item_and_a_line(texts in prop::collection::vec(hostile_text(), 1..40)) {
        let (mut markdown, mut html) = (String::new(), String::new());
        for text in texts.iter().filter(|text| !as_shown(text).is_empty()) {
            let (line, shown) = (inline(text), as_cmark_writes(&as_shown(text)));
            markdown += &format!("## {line}\n\n- {line}\n\nline\n{line}\n\n");
            html += &format!("<h2>{shown}</h2>\n<ul>\n<li>{shown}</li>\n</ul>\n<p>line\n{shown}</p>\n");
        }
        prop_assert!(is_whole(&markdown));
        prop_assert_eq!(cmark_gfm(&markdown).replace(BREAK, ""), html);
    }

    #[test]
    fn any_label_and_address_are_one_link(
        links in prop::collection::vec((hostile_text(), hostile_text()), 1..40),
    ) {
        let (mut markdown, mut html) = ("| h |\n| --- |\n".to_owned(), String::new());
        for (label, rest) in links.iter().filter(|(label, _)| !as_shown(label).is_empty()) {
            markdown += &format!("| {} |\n", link(label, &format!("https://a.bc/{rest}")));
            html += &format!("<td><a>{}</a></td>\n", as_cmark_writes(&as_shown(label)));
        }
        prop_assert!(is_whole(&markdown));
        let mut read = String::new();
        for line in cmark_gfm(&markdown).replace(BREAK, "").lines().filter(|line| line.starts_with("<td>")) {
            let behind = line.strip_prefix("<td><a href=\"https://a.bc/").and_then(|line| line.split_once("\">"));
            prop_assert!(behind.is_some(), "{}", line);
            read += &format!("<td><a>{}\n", behind.map_or("", |(_, text)| text));
        }
        prop_assert_eq!(read, html);
    }
}
