//! Walks through every output of a site as a reader, a browser and a search engine would, and says what is wrong with it.
//!
//! It knows no page by name: whatever is among the outputs is walked through, by the same rules.

mod address;
mod lists;
mod page;
mod policy;
mod seeded;
mod uses;

use std::collections::{BTreeMap, BTreeSet};

use self::address::{Address, sort_out};
use self::page::{Element, Page};
use self::policy::Policy;
use self::uses::Use;
use crate::folder::Files;

/// What must be known of a list before its site can be judged.
#[derive(Debug, Clone)]
pub(crate) struct Expected {
    /// The address of the site, ended by `/`, or nothing.
    pub(crate) base: String,
    /// The languages, the first of which has no folder.
    pub(crate) languages: Vec<String>,
    /// Whether links name their files.
    pub(crate) file_urls: bool,
    /// The pages that only send the reader on.
    pub(crate) moved: BTreeSet<String>,
}

/// What was found on the way.
#[derive(Debug, Default)]
pub(crate) struct Crawl {
    pub(crate) faults: Vec<String>,
    pub(crate) pages: usize,
    pub(crate) links: usize,
    pub(crate) anchors: usize,
    pub(crate) loads: usize,
    pub(crate) foreign: usize,
}

struct Crawler<'s> {
    outputs: &'s Files,
    expected: &'s Expected,
    pages: BTreeMap<&'s str, Page>,
    /// Outputs by their path as an address writes it.
    paths: BTreeMap<String, &'s str>,
    /// Where links lead, by where they stand.
    ways: BTreeMap<&'s str, BTreeSet<&'s str>>,
    crawl: Crawl,
}

/// Walks through the outputs of a site.
pub(crate) fn crawl(outputs: &Files, expected: &Expected) -> Crawl {
    let paths = outputs.keys().map(|path| (address::written(path), path.as_str())).collect();
    let mut crawler = Crawler {
        outputs,
        expected,
        pages: BTreeMap::new(),
        paths,
        ways: BTreeMap::new(),
        crawl: Crawl::default(),
    };
    for (path, bytes) in outputs {
        if path.ends_with(".html") || path.ends_with(".svg") {
            match std::str::from_utf8(bytes) {
                Ok(text) => _ = crawler.pages.insert(path, Page::read(text)),
                Err(_) => crawler.fault(path, "is not UTF-8"),
            }
        }
    }
    for path in crawler.pages.keys().copied().collect::<Vec<_>>() {
        crawler.page(path);
    }
    for (path, bytes) in outputs {
        crawler.other(path, &String::from_utf8_lossy(bytes));
    }
    crawler.mirrors();
    crawler.reach();
    crawler.crawl
}

impl<'s> Crawler<'s> {
    fn fault(&mut self, path: &str, what: &str) {
        self.crawl.faults.push(format!("{path} {what}"));
    }

    fn page(&mut self, path: &'s str) {
        let page = self.pages.remove(path).unwrap();
        let is_drawing = path.ends_with(".svg");
        for fault in &page.faults {
            self.fault(path, fault);
        }
        for element in &page.elements {
            for fault in uses::faults(element, is_drawing) {
                self.fault(path, &fault);
            }
            if is_drawing && element.name == "style" {
                self.style(path, &element.text);
            }
        }
        // A link of a page to itself needs its ids.
        self.pages.insert(path, Page { elements: Vec::new(), ids: page.ids, faults: Vec::new() });
        if !is_drawing {
            self.crawl.pages += 1;
            self.head(path, &page.elements);
        }
        for element in &page.elements {
            for (used, address) in uses::addresses(element) {
                self.follow(path, used, &address);
            }
        }
    }

    /// The language, the policy, and that nothing is loaded before it or in spite of it.
    fn head(&mut self, path: &'s str, elements: &[Element]) {
        let language = self.language(path).to_owned();
        let html = elements.iter().find(|element| element.name == "html");
        if html.is_none_or(|html| html.get("lang") != language) {
            self.fault(path, &format!("does not say that its language is {language}"));
        }
        let is_policy = |element: &&Element| {
            element.get("http-equiv").eq_ignore_ascii_case("content-security-policy")
        };
        let policies: Vec<_> = elements.iter().filter(is_policy).collect();
        let [policy] = policies[..] else {
            self.fault(path, &format!("has {} policies", policies.len()));
            return;
        };
        let policy = Policy::read(policy.get("content"));
        for fault in policy.faults() {
            self.fault(path, &fault);
        }
        let mut closed = false;
        for element in elements {
            closed |= is_policy(&element);
            for (used, address) in uses::addresses(element) {
                let Use::Loaded(directive) = used else { continue };
                if !closed {
                    self.fault(path, &format!("loads {address} before its policy"));
                }
                if !address.starts_with('#') && !policy.allows(directive) {
                    self.fault(path, &format!("loads {address}, which its own policy forbids"));
                }
            }
        }
        let sends = elements.iter().flat_map(uses::addresses).any(|(used, _)| used == Use::Sent);
        if sends != self.expected.moved.contains(path) {
            let what = if sends { "sends its reader elsewhere" } else { "does not send on" };
            self.fault(path, what);
        }
    }

    fn follow(&mut self, from: &'s str, used: Use, address: &str) {
        match sort_out(from, address, &self.expected.base) {
            Address::Wrong(why) => self.fault(from, &format!("has `{address}`, which {why}")),
            Address::Foreign if used == Use::Followed => self.crawl.foreign += 1,
            Address::Foreign => self.fault(from, &format!("loads `{address}` from elsewhere")),
            Address::Output { path, fragment, implied } => {
                let Some(to) = self.paths.get(&path).copied() else {
                    return self.fault(from, &format!("leads to `{address}`, where nothing is"));
                };
                self.ways.entry(from).or_default().insert(to);
                if used == Use::Followed {
                    self.crawl.links += 1;
                } else {
                    self.crawl.loads += 1;
                }
                let own =
                    !self.expected.base.is_empty() && address.starts_with(&self.expected.base);
                if implied && self.expected.file_urls && !own {
                    self.fault(from, &format!("leads to `{address}`, which names no file"));
                }
                if !fragment.is_empty() {
                    self.crawl.anchors += 1;
                    if !self.pages.get(to).is_some_and(|page| page.ids.contains(&fragment)) {
                        self.fault(
                            from,
                            &format!("leads to `{address}`, a place that is not there"),
                        );
                    }
                }
            }
        }
    }

    fn style(&mut self, path: &'s str, css: &str) {
        for address in uses::in_css(css) {
            self.follow(path, Use::Loaded("style-src"), &address);
        }
    }

    /// What is neither a page nor a drawing.
    fn other(&mut self, path: &'s str, text: &str) {
        match path.rsplit('.').next().unwrap_or_default() {
            "css" => self.style(path, text),
            "js" | "mjs" => {
                // Data is not run, nor is a comment, and a name of a namespace is no address.
                let run = if is_data(text) { String::new() } else { without_comments(text) };
                for foreign in run.split("://").skip(1).filter(|it| !it.starts_with("www.w3.org/"))
                {
                    let host = foreign.split(['/', '"', '\'']).next().unwrap_or_default();
                    self.fault(path, &format!("names the host `{host}`"));
                }
            }
            "json" => {
                if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
                    self.fault(path, &format!("is not JSON: {error}"));
                }
            }
            "xml" | "svg" => {
                if let Err(error) = well_formed(text) {
                    self.fault(path, &format!("is not XML: {error}"));
                }
                self.own_addresses(path, text);
            }
            "txt" => self.own_addresses(path, text),
            _ => {}
        }
    }

    /// The addresses of the site itself in a text.
    fn own_addresses(&mut self, path: &'s str, text: &str) {
        let base = self.expected.base.clone();
        if base.is_empty() {
            return;
        }
        for rest in text.split(&base).skip(1) {
            let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | ')');
            let rest = rest.split(ends).next().unwrap_or_default();
            self.follow(path, Use::Followed, &format!("{base}{rest}"));
        }
    }

    /// The language of a page, by its folder.
    fn language(&self, path: &str) -> &'s str {
        let folder = path.split('/').next().unwrap_or_default();
        let others = self.expected.languages.iter().skip(1);
        let language = others.into_iter().find(|language| *language == folder);
        language.unwrap_or(&self.expected.languages[0])
    }

    /// Every page is there in every language.
    fn mirrors(&mut self) {
        let languages = &self.expected.languages;
        for path in self.outputs.keys().filter(|path| path.ends_with(".html")) {
            let language = self.language(path);
            let page = path.strip_prefix(&format!("{language}/")).unwrap_or(path);
            for (at, other) in languages.iter().enumerate() {
                let mirror = if at == 0 { page.to_owned() } else { format!("{other}/{page}") };
                if !self.outputs.contains_key(&mirror) {
                    self.fault(path, &format!("is not there in {other}"));
                }
            }
        }
    }

    /// Every page can be reached from the first one, but for those that nobody should be led to.
    fn reach(&mut self) {
        let mut reached = BTreeSet::from(["index.html"]);
        let mut next = vec!["index.html"];
        while let Some(path) = next.pop() {
            for to in self.ways.get(path).into_iter().flatten() {
                if reached.insert(to) {
                    next.push(to);
                }
            }
        }
        for path in self.outputs.keys().filter(|path| path.ends_with(".html")) {
            let apart = path.ends_with("404.html") || self.expected.moved.contains(path);
            if !apart && !reached.contains(path.as_str()) {
                self.fault(path, "is a page that no way leads to");
            }
        }
    }
}

fn well_formed(text: &str) -> Result<(), String> {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => return Ok(()),
            Ok(quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag)) => {
                for attribute in tag.attributes() {
                    attribute.map_err(|error| error.to_string())?;
                }
            }
            Ok(_) => {}
            Err(error) => return Err(error.to_string()),
        }
    }
}

/// Whether a script does no more than give a name to JSON.
fn is_data(script: &str) -> bool {
    let given = script.strip_prefix("(window.listwright = window.listwright || {}).");
    let json = given.and_then(|given| given.split_once(" = ")).map(|(_, json)| json.trim_end());
    json.and_then(|json| json.strip_suffix(';'))
        .is_some_and(|json| serde_json::from_str::<serde::de::IgnoredAny>(json).is_ok())
}

/// A script without its block comments.
fn without_comments(script: &str) -> String {
    let mut parts = script.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, after)| after))
}
