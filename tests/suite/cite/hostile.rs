//! Texts that the formats would like to read for themselves, in every place where a citation has a text.

use std::collections::BTreeMap;

use listwright::kinds::Entry;
use listwright::render::{Material, Options, Site};
use listwright::theme::Theme;
use listwright::value::{Author, Line, Locator};
use serde_json::Value;

use super::{full, json_ld};

const TEXTS: &[&str] = &[
    "{",
    "}",
    "}}",
    "{{{",
    "\\",
    "\\{",
    "\\}",
    "a\\",
    "}\n@article{evil,\n title = {x}\n}",
    "@article{evil, title={x}}",
    "@comment{",
    "@string{jan = {x}}",
    "% comment",
    "$\\input{/etc/passwd}$",
    "\\write18{id}",
    "^^5c",
    "~",
    "#1",
    "a_b & c",
    "ER  - ",
    "\nER  - \nTY  - JOUR\n",
    "\r\nTY  - BOOK\r\n",
    "\r",
    "\u{2028}ER  - ",
    "\u{85}",
    "TY  - ",
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1",
    "=cmd|' /C calc'!A0",
    "\"",
    "\"\"",
    "a,b",
    "a\r\nb",
    ";",
    "'",
    "</script><script>alert(1)</script>",
    "<!--",
    "]]>",
    "&amp;",
    "\" onload=\"x",
    "{{ 7*7 }}",
    "{% if %}",
    "\u{0}",
    "\u{fffe}",
    "and",
    "A and B",
    "others",
    "et al.",
    "核糖核酸",
    "e\u{301}",
    "🧬",
    " ",
    ",",
    "a, b, c, d",
];

/// The outputs whose path ends so, of a list in which a text stands wherever a citation has one.
fn outputs(text: &str, ending: &str) -> BTreeMap<String, String> {
    let survey = full();
    let sources = survey.sources();
    let mut examined = survey.examined();
    let line = || Line(text.to_owned());
    let locator = || Some(Locator(text.to_owned()));
    for record in &mut examined.catalog.records {
        record.common.status = None;
        record.common.aliases = vec![line()];
        match &mut record.entry {
            Entry::Paper(paper) => {
                paper.title = line();
                paper.authors =
                    vec![Author::group(text), Author::person(text, text), Author::person("", text)];
                (paper.venue, paper.venue_short) = (Some(line()), Some(line()));
                (paper.volume, paper.issue, paper.pages) = (locator(), locator(), locator());
            }
            Entry::Model(model) => model.name = line(),
            Entry::Dataset(dataset) => {
                dataset.name = line();
                dataset.version = locator();
                dataset.papers.clear();
            }
            Entry::Challenge(challenge) => {
                challenge.name = line();
                (challenge.organizer, challenge.host) = (Some(line()), Some(line()));
                challenge.papers.clear();
            }
        }
    }
    let survey = &mut examined.catalog.survey;
    survey.authors = vec![Author::group(text)];
    survey.title.0.insert("en".to_owned(), text.to_owned());
    survey.site = Some("https://example.org/list".parse().unwrap());
    let (theme, options) = (Theme::new(&sources).unwrap(), Options::default());
    let (catalog, graph) = (&examined.catalog, &examined.graph);
    let material = Material { catalog, graph, sources: &sources, theme: &theme, options: &options };
    let site = Site::new(material);
    let outputs = site.outputs(&[]);
    let outputs = outputs.iter().filter(|output| output.path.ends_with(ending));
    outputs
        .map(|output| {
            let bytes = output.bytes().unwrap();
            (output.path.clone(), String::from_utf8(bytes).unwrap())
        })
        .collect()
}

/// The outputs whose path ends so, with the text that was put in.
fn each(ending: &str, mut look: impl FnMut(&str, &str, &str)) {
    for text in TEXTS {
        let outputs = outputs(text, ending);
        assert!(!outputs.is_empty(), "no output ends in {ending}");
        for (path, content) in outputs {
            look(text, &path, &content);
        }
    }
}

/// The entries of a `.bib` file, by a reader that counts every brace, as `BibTeX` does.
fn entries(bib: &str) -> Result<Vec<String>, String> {
    let mut entries = Vec::new();
    let (mut depth, mut entry) = (0_usize, String::new());
    // What stands between entries is a comment.
    let lines = bib.split_inclusive('\n').filter(|line| !line.starts_with('%'));
    for c in lines.flat_map(str::chars) {
        match c {
            '@' if depth == 0 && !entry.trim().is_empty() => return Err(format!("stray: {entry}")),
            '{' => depth += 1,
            '}' if depth == 0 => return Err("a brace too many".to_owned()),
            '}' => depth -= 1,
            _ => {}
        }
        entry.push(c);
        if c == '}' && depth == 0 {
            entries.push(std::mem::take(&mut entry).trim().to_owned());
        }
    }
    if depth > 0 || !entry.trim().is_empty() {
        return Err(format!("something is left: {entry}"));
    }
    Ok(entries)
}

#[test]
fn bibtex_keeps_its_braces_and_begins_no_entry_of_its_own() {
    each(".bib", |text, path, content| {
        let entries = entries(content).unwrap_or_else(|why| panic!("{text:?} in {path}: {why}"));
        let opened = content.lines().filter(|line| line.starts_with('@')).count();
        assert_eq!(entries.len(), opened, "{text:?} in {path}");
        for entry in entries.iter().filter(|entry| !entry.starts_with("@preamble{")) {
            let field = |line: &str| line.starts_with("  ") && line.ends_with(',');
            let mut lines = entry.lines();
            assert!(lines.next().unwrap().ends_with(','), "{entry}");
            assert!(lines.all(|line| field(line) || line == "}"), "{text:?} in {path}: {entry}");
        }
    });
}

#[test]
fn ris_has_a_tag_on_every_line_and_ends_every_entry_once() {
    each(".ris", |text, path, content| {
        let mut open = false;
        let lines: Vec<&str> = content.split("\r\n").collect();
        assert!(!content.replace("\r\n", "").contains(['\r', '\n']), "{text:?} in {path}");
        for line in lines.iter().filter(|line| !line.is_empty()) {
            let (tag, rest) = line.split_at(2);
            assert!(tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()));
            assert!(rest.starts_with("  - "), "{text:?} in {path}: {line}");
            match tag {
                "TY" => assert!(!std::mem::replace(&mut open, true), "{text:?} in {path}"),
                "ER" => assert!(std::mem::replace(&mut open, false), "{text:?} in {path}"),
                _ => assert!(open, "{text:?} in {path}"),
            }
        }
        assert!(!open, "{text:?} in {path}");
    });
}

#[test]
fn csl_gives_back_the_very_text() {
    each("papers/everything-2022.csl.json", |text, _, content| {
        let csl: Value = serde_json::from_str(content).unwrap();
        assert_eq!(csl[0]["title"], text);
        assert_eq!(csl[0]["author"][0]["literal"], text);
        assert_eq!(csl[0]["author"][1]["family"], text);
        assert_eq!(csl[0]["container-title"], text);
    });
}

#[test]
fn page_holds_one_block_of_data_that_gives_back_the_very_text() {
    each("papers/everything-2022/index.html", |text, path, content| {
        let scripts = [
            content.matches("<script type=\"application/ld+json\">").count(),
            content.matches("<script").count(),
            content.matches("</script").count(),
        ];
        assert_eq!(scripts, [1, 2, 2], "the data and the site's own script: {text:?} in {path}");
        assert_eq!(json_ld(content)["name"], text, "{path}");
    });
}

#[test]
fn table_has_no_cell_that_a_spreadsheet_would_run() {
    each(".csv", |text, path, content| {
        let mut reader = csv::Reader::from_reader(content.as_bytes());
        let name = reader.headers().unwrap().iter().position(|name| name == "name").unwrap();
        for row in reader.records() {
            let row = row.unwrap_or_else(|why| panic!("{text:?} in {path}: {why}"));
            let named = row[name].strip_prefix('\'').unwrap_or(&row[name]);
            assert!(named == text || &row[name] == text, "{text:?} in {path}: {:?}", &row[name]);
            for cell in row.iter().filter(|cell| cell.parse::<u64>().is_err()) {
                let first = cell.trim_start_matches(' ').chars().next();
                let runs = first.is_some_and(|c| "=+-@\t\r＝＋－＠".contains(c));
                assert!(!runs, "{text:?} in {path}: {cell:?}");
            }
        }
    });
}

#[test]
fn feed_is_well_formed() {
    each("feed.xml", |text, _, content| {
        let mut reader = quick_xml::Reader::from_str(content);
        let mut entries = 0;
        loop {
            match reader.read_event().unwrap_or_else(|why| panic!("{text:?}: {why}")) {
                quick_xml::events::Event::Start(start) if start.name().as_ref() == "entry" => {
                    entries += 1;
                }
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert!(entries > 0, "{text:?}");
        let cannot =
            |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}');
        assert!(!content.contains(cannot), "{text:?}");
    });
}
