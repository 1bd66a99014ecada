//! Hostile texts in every field of every kind: each is refused at its place, or shown whole as text in all that is made.

use std::collections::{BTreeMap, BTreeSet};

use listwright::diag::Severity;
use listwright::source::{Source, Sources};
use listwright::yaml::{self, Node, Value};
use pulldown_cmark::{Event, Options, Parser};

use crate::door::Survey;
use crate::fuzz::targets::markup;
use crate::sample::{CHALLENGE, DATASET, MODEL, PAPER, sample};

/// What is put into every field. The first is harmless: where it is shown, the others must be.
const PAYLOADS: &[&str] = &[
    "plain words",
    // Scripts and handlers.
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "\"><script src=//example.org/x.js></script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    "<svg/onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<base href=//example.org/>",
    "<meta http-equiv=refresh content=\"0;url=//example.org\">",
    "<form action=//example.org><input name=q></form>",
    "<details open ontoggle=alert(1)>",
    "<link rel=stylesheet href=//example.org/x.css>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<x contenteditable onblur=alert(1)>",
    // Entities and comments.
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62; &#x3c; &amp;amp; &nbsp;x",
    "<!-- --><b>x</b> <!--",
    "--> --!> ]]> ?>",
    "<![CDATA[ <x> ]]>",
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>",
    // Templates.
    "{{ 7 * 7 }}",
    "{% raw %}{{ title }}{% endraw %}",
    "{# gone #}{% include \"base.html\" %}",
    "${7*7} #{7*7} <%= 7 * 7 %>",
    // Markdown.
    "a | b \\| c",
    "``` code ` tick ``",
    "**bold** __bold__ *em* _em_ ~~gone~~",
    "[x](javascript:alert(1))",
    "![x](https://example.org/pixel.png)",
    "[x][y] [y]: https://example.org",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "=== --- ***",
    "\\*not\\* \\\\ \\",
    "<https://example.org/auto>",
    "www.example.org https://example.org/bare someone@example.org",
    "@somebody #1 GH-1 :tada: $x^2$ [^1]",
    "<!-- modules: made from src -->",
    // Addresses.
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//example.org/x",
    "\\\\example.org\\x",
    "https://user:secret@example.org/",
    "https:example.org",
    "file:///etc/passwd",
    "https://example.org/\"onclick=\"alert(1)",
    // Other programs.
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "} @article{evil, title = {x}",
    "\\input{/etc/passwd} $\\alpha$ % comment",
    "::error file=x::y %0A ::set-output name=a::b",
    "\u{1f9ec} 核糖核酸 e\u{301} \u{fb00} \u{130}",
    "__proto__",
    "null",
    "' OR '1'='1",
    // What must be refused.
    "\u{1b}[31mred\u{1b}[0m",
    "nul \u{0} bell \u{7}",
    "bidi \u{202e}txt.exe \u{2066}x\u{2069}",
    "zero\u{200b}width\u{feff}",
    "line\u{2028}break\u{85}",
    "two\nlines",
    "noncharacter \u{fffe} \u{ffff}",
];

/// The entries that have every field.
const ENTRIES: [&str; 4] = [MODEL, PAPER, DATASET, CHALLENGE];

/// A value of an entry: its file, its route and its bytes.
#[derive(Debug, Clone)]
struct Leaf {
    path: &'static str,
    route: String,
    range: std::ops::Range<usize>,
}

fn leaves(path: &'static str, text: &str) -> Vec<Leaf> {
    let sources = Sources::new(vec![Source::from_bytes(path, text.as_bytes().to_vec())]);
    let (id, source) = sources.iter().next().unwrap();
    let tree = yaml::parse(id, source, &mut Vec::new()).unwrap();
    let mut found = Vec::new();
    walk(path, &tree, "", &mut found);
    found.sort_by_key(|leaf| leaf.range.start);
    found
}

fn walk(path: &'static str, node: &Node, route: &str, found: &mut Vec<Leaf>) {
    match &node.value {
        Value::Map(pairs) => {
            for pair in pairs {
                walk(path, &pair.value, &format!("{route}.{}", pair.key.text), found);
            }
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(path, item, &format!("{route}[{index}]"), found);
            }
        }
        _ => found.push(Leaf { path, route: route.to_owned(), range: node.range() }),
    }
}

/// What a field is given: no two are the same, so that each is found again.
fn given(payload: &str, number: usize) -> String {
    format!("{payload} q{number}z")
}

/// The sample with a payload in these leaves, and the bytes that each of them has there.
fn with(
    payload: &str,
    leaves: &[Leaf],
    chosen: &BTreeSet<usize>,
) -> (Survey, BTreeMap<usize, std::ops::Range<usize>>) {
    let mut list = sample();
    let mut places = BTreeMap::new();
    for path in ENTRIES {
        let old = list.text(path).to_owned();
        let (mut text, mut at) = (String::new(), 0);
        for (number, leaf) in leaves.iter().enumerate().filter(|(_, leaf)| leaf.path == path) {
            if chosen.contains(&number) {
                text.push_str(&old[at..leaf.range.start]);
                let start = text.len();
                text.push_str(&yaml::quoted(&given(payload, number)));
                places.insert(number, start..text.len());
                at = leaf.range.end;
            }
        }
        text.push_str(&old[at..]);
        list = list.file(path, text);
    }
    (list, places)
}

/// The list with the payload wherever it is not refused; each refusal must be at the value itself.
fn accepted(payload: &str, leaves: &[Leaf]) -> (Survey, BTreeSet<usize>) {
    let mut chosen: BTreeSet<usize> = (0..leaves.len()).collect();
    loop {
        let (list, places) = with(payload, leaves, &chosen);
        let sources = list.sources();
        let examined = list.examined();
        let report = list.diagnostics();
        assert!(
            !report
                .chars()
                .any(|c| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c))),
            "{report:?}"
        );
        let errors = examined.findings.iter().filter(|found| found.severity == Severity::Error);
        let mut refused = BTreeSet::new();
        let mut others = Vec::new();
        for finding in errors {
            let path = sources.file(finding.span.file).path.as_str();
            let at = finding.span.start as usize;
            let hit = places.iter().find(|(number, place)| {
                leaves[**number].path == path && (place.start..=place.end).contains(&at)
            });
            match hit {
                Some((number, _)) => _ = refused.insert(*number),
                None => others.push(format!("{path}: {}", finding.message)),
            }
        }
        if refused.is_empty() {
            assert!(others.is_empty(), "{payload:?} is refused elsewhere: {others:#?}");
            return (list, chosen);
        }
        chosen = chosen.difference(&refused).copied().collect();
    }
}

/// The text of a page as a reader sees it.
fn visible(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let text = text.replace("&#39;", "'").replace("&#x27;", "'").replace("&#x2F;", "/");
    text.replace("&amp;", "&")
}

/// The text of README.md as GitHub shows it.
fn readme_text(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut text = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => {
                text.push_str(if matches!(event, Event::End(pulldown_cmark::TagEnd::TableCell)) {
                    " \u{1}"
                } else {
                    ""
                });
            }
            _ => {}
        }
    }
    text
}

/// Every string in JSON data.
fn strings(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) => _ = found.insert(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        serde_json::Value::Object(map) => map.values().for_each(|item| strings(item, found)),
        _ => {}
    }
}

/// What a list becomes.
struct Made {
    pages: Vec<(String, String)>,
    html: String,
    readme: String,
    data: BTreeSet<String>,
}

fn made(list: &Survey) -> Made {
    let readme = list.readme().unwrap_or_else(|faults| panic!("{faults}"));
    let outputs = list.outputs();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let pages: Vec<_> = outputs
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.clone(), text(bytes)))
        .collect();
    let html = pages.iter().map(|(_, page)| visible(page)).collect();
    let catalog = outputs.iter().find(|(path, _)| path == "data/v1/catalog.json").unwrap();
    let mut data = BTreeSet::new();
    strings(&serde_json::from_slice(&catalog.1).unwrap(), &mut data);
    Made { pages, html, readme: readme_text(&readme), data }
}

/// Demands that every tag is one that the theme writes, and that every address is harmless.
fn assert_markup_is_ours(payload: &str, made: &Made, known: &BTreeSet<String>) {
    for (path, page) in &made.pages {
        for tag in markup::tags(page).unwrap_or_else(|why| panic!("{payload:?}: {why} in {path}")) {
            assert!(known.contains(&markup::whole(&tag)), "{payload:?}: {tag:?} in {path}");
            for address in tag.addresses() {
                assert!(markup::is_harmless(address), "{payload:?}: {address:?} in {path}");
            }
        }
    }
}

#[test]
fn every_hostile_text_in_every_field_is_refused_at_its_place_or_shown_whole_as_text() {
    let leaves: Vec<Leaf> =
        ENTRIES.iter().flat_map(|path| leaves(path, sample().text(path))).collect();
    let usual = made(&sample());
    let known = markup::shapes(usual.pages.iter().map(|(_, page)| page.as_str()));
    let mut shown: Option<[BTreeSet<usize>; 3]> = None;
    let (mut refusals, mut texts, mut compared) = (0, 0, 0);
    for payload in PAYLOADS {
        let (list, chosen) = accepted(payload, &leaves);
        refusals += leaves.len() - chosen.len();
        texts += chosen.len();
        let made = made(&list);
        assert_markup_is_ours(payload, &made, &known);
        let is_in = |number: &usize| {
            let text = given(payload, *number);
            // `Family, Given` is shown in the other order, and Markdown without its signs.
            let turned = text.split_once(", ").map(|(family, given)| format!("{given} {family}"));
            let ways = match &leaves[*number].route {
                route if route.starts_with(".authors") => {
                    vec![turned.unwrap_or_default(), text.clone()]
                }
                route if route.starts_with(".description") => vec![format!(" q{number}z")],
                _ => vec![text.clone()],
            };
            let html = ways.iter().any(|way| !way.is_empty() && made.html.contains(way));
            [html, made.readme.contains(&text), made.data.contains(&text)]
        };
        let here: BTreeMap<usize, [bool; 3]> =
            chosen.iter().map(|number| (*number, is_in(number))).collect();
        let usual = shown.get_or_insert_with(|| {
            [0, 1, 2]
                .map(|at| here.iter().filter(|(_, is)| is[at]).map(|(number, _)| *number).collect())
        });
        for (number, is) in &here {
            for (at, name) in ["HTML", "README.md", "the data"].iter().enumerate() {
                if usual[at].contains(number) {
                    let leaf = &leaves[*number];
                    assert!(
                        is[at],
                        "{payload:?} of {}{} is not whole in {name}",
                        leaf.path, leaf.route
                    );
                    compared += 1;
                }
            }
        }
    }
    let usual = shown.unwrap();
    println!(
        "{} texts in {} fields: {refusals} refused at their place, {texts} taken; {compared} comparisons with HTML, README.md and data, {:?} fields shown",
        PAYLOADS.len(),
        leaves.len(),
        usual.map(|fields| fields.len()),
    );
    assert!(refusals > 1_000 && texts > 1_000 && compared > 1_000);
}
