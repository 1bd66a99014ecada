//! Templates and assets: the default theme is in the binary, and the list's own files replace or extend it one by one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

use crate::diag::{Code, Diag};
use crate::litter::left_in;
use crate::markdown::{cell, html};
use crate::source::{Content, Sources, Span, composed};

/// The templates of the default theme.
const TEMPLATES: &[(&str, &str)] = &[
    ("default/README.md", include_str!("../templates/default/README.md")),
    ("default/table.md", include_str!("../templates/default/table.md")),
    ("default/contributing.md", include_str!("../templates/default/contributing.md")),
    ("default/timeline.svg", include_str!("../templates/default/timeline.svg")),
    ("default/flow.svg", include_str!("../templates/default/flow.svg")),
    ("default/badge.svg", include_str!("../templates/default/badge.svg")),
    ("default/base.html", include_str!("../templates/default/base.html")),
    ("default/components.html", include_str!("../templates/default/components.html")),
    ("default/cite.html", include_str!("../templates/default/cite.html")),
    ("default/cite-list.html", include_str!("../templates/default/cite-list.html")),
    ("default/home.html", include_str!("../templates/default/home.html")),
    ("default/entry.html", include_str!("../templates/default/entry.html")),
    ("default/listing.html", include_str!("../templates/default/listing.html")),
    ("default/boards.html", include_str!("../templates/default/boards.html")),
    ("default/leaderboards.html", include_str!("../templates/default/leaderboards.html")),
    ("default/leaderboard.html", include_str!("../templates/default/leaderboard.html")),
    ("default/search.html", include_str!("../templates/default/search.html")),
    ("default/compare.html", include_str!("../templates/default/compare.html")),
    ("default/suggest.html", include_str!("../templates/default/suggest.html")),
    ("default/review.html", include_str!("../templates/default/review.html")),
    ("default/changes.html", include_str!("../templates/default/changes.html")),
    ("default/coverage.html", include_str!("../templates/default/coverage.html")),
    ("default/terms.html", include_str!("../templates/default/terms.html")),
    ("default/about.html", include_str!("../templates/default/about.html")),
    ("default/moved.html", include_str!("../templates/default/moved.html")),
    ("default/404.html", include_str!("../templates/default/404.html")),
];

/// The assets of the default theme, by their path from the site's root.
pub const ASSETS: &[(&str, &[u8])] = &[
    ("assets/icon.svg", include_bytes!("../static/default/assets/icon.svg")),
    ("assets/style.css", include_bytes!("../static/default/assets/style.css")),
    ("assets/site.js", include_bytes!("../static/default/assets/site.js")),
    ("assets/search.js", include_bytes!("../static/default/assets/search.js")),
    ("assets/search-box.js", include_bytes!("../static/default/assets/search-box.js")),
    ("assets/search-page.js", include_bytes!("../static/default/assets/search-page.js")),
    ("assets/list.js", include_bytes!("../static/default/assets/list.js")),
    ("assets/cite.js", include_bytes!("../static/default/assets/cite.js")),
    ("assets/compare.js", include_bytes!("../static/default/assets/compare.js")),
    ("assets/suggest.js", include_bytes!("../static/default/assets/suggest.js")),
    ("assets/vendor/ufuzzy.js", include_bytes!("../static/default/assets/vendor/ufuzzy.js")),
    (
        "assets/vendor/ufuzzy.LICENSE.txt",
        include_bytes!("../static/default/assets/vendor/ufuzzy.LICENSE.txt"),
    ),
    ("assets/fonts/OFL.txt", include_bytes!("../static/default/assets/fonts/OFL.txt")),
    ("assets/fonts/sans.woff2", include_bytes!("../static/default/assets/fonts/sans.woff2")),
    (
        "assets/fonts/sans-ext.woff2",
        include_bytes!("../static/default/assets/fonts/sans-ext.woff2"),
    ),
    ("assets/fonts/serif.woff2", include_bytes!("../static/default/assets/fonts/serif.woff2")),
];

/// The settings of README.md where survey.yaml has none.
pub const README_SETTINGS: &str = include_str!("../templates/default/readme.yaml");

/// The words of the theme in each language, by key; English stands in for what a language lacks.
const STRINGS: &str = include_str!("../templates/default/strings.yaml");

/// A template of the default theme, such as `README.md`.
#[must_use]
pub fn default_template(name: &str) -> Option<&'static str> {
    let found = TEMPLATES.iter().find(|(own, _)| own.strip_prefix("default/") == Some(name));
    found.map(|(_, text)| *text)
}

/// The theme's words in one language.
pub type Strings = BTreeMap<String, String>;

/// What many pages are given, put into the form that templates take only once.
#[derive(Debug, Clone)]
pub struct Shared(Context);

/// All templates, ready to be filled.
#[derive(Debug)]
pub struct Theme {
    /// Escapes what it is given for HTML.
    html: Tera,
    /// Escapes what it is given for GitHub's Markdown.
    markdown: Tera,
    /// The words by language.
    strings: BTreeMap<String, Strings>,
}

impl Theme {
    /// Reads the default theme and the list's own templates.
    pub fn new(sources: &Sources) -> Result<Self, Box<Diag>> {
        let mut html = Tera::new();
        html.autoescape_on([".html", ".xml", ".svg"]);
        html.register_filter("markdown", markdown_filter);
        let mut markdown = Tera::new();
        markdown.autoescape_on([".md"]);
        markdown.set_escape_fn(escape_markdown);
        markdown.register_filter("cell", cell_filter);
        markdown.register_filter("link", link_filter);
        markdown.register_filter("html", html_filter);
        markdown.register_filter("address", address_filter);
        add(&mut html, sources, &|name| !is_markdown(name))?;
        add(&mut markdown, sources, &is_markdown)?;
        let strings = strings(sources)?;
        Ok(Self { html, markdown, strings })
    }

    /// The theme's words in a language.
    #[must_use]
    pub fn strings(&self, language: &str) -> Strings {
        let mut words = self.strings.get("en").cloned().unwrap_or_default();
        words.extend(self.strings.get(language).cloned().unwrap_or_default());
        words
    }

    /// Fills a template.
    pub fn render(
        &self,
        name: &str,
        data: &impl Serialize,
        sources: &Sources,
    ) -> Result<String, Box<Diag>> {
        self.fill(name, &Shared::of(data, sources)?, sources)
    }

    /// Fills a template with what it shares with others and what it has of its own, which goes first.
    pub fn render_with(
        &self,
        name: &str,
        shared: &Shared,
        own: &impl Serialize,
        sources: &Sources,
    ) -> Result<String, Box<Diag>> {
        let mut all = shared.clone();
        all.0.extend(Shared::of(own, sources)?.0);
        self.fill(name, &all, sources)
    }

    fn fill(&self, name: &str, data: &Shared, sources: &Sources) -> Result<String, Box<Diag>> {
        let tera = if is_markdown(name) { &self.markdown } else { &self.html };
        tera.render(name, &data.0).map_err(|error| fault(&error, sources))
    }
}

impl Shared {
    /// Makes data ready for templates.
    pub fn of(data: &impl Serialize, sources: &Sources) -> Result<Self, Box<Diag>> {
        Context::from_serialize(data).map(Self).map_err(|error| fault(&error, sources))
    }
}

fn is_markdown(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|extension| extension == "md")
}

/// A text that is put into Markdown is text there, unless the template calls it safe.
fn escape_markdown(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    out.write_all(cell::inline(text).as_bytes())
}

fn add(tera: &mut Tera, sources: &Sources, wanted: &dyn Fn(&str) -> bool) -> Result<(), Box<Diag>> {
    let own = sources.iter().filter_map(|(_, source)| {
        let name = source.path.strip_prefix("templates/")?;
        match &source.content {
            Content::Text(text) if left_in(sources, source).is_none() => {
                Some((composed(name), text.as_str()))
            }
            _ => None,
        }
    });
    let default = TEMPLATES.iter().map(|(name, text)| (Cow::Borrowed(*name), *text));
    let all = default.chain(own).filter(|(name, _)| wanted(name));
    let result =
        tera.set_fallback_prefixes(["default/"]).and_then(|()| tera.add_raw_templates(all));
    result.map_err(|error| fault(&error, sources))
}

/// The default words, replaced one by one by those of the list's own templates/strings.yaml.
fn strings(sources: &Sources) -> Result<BTreeMap<String, Strings>, Box<Diag>> {
    let own = sources.find("templates/strings.yaml");
    let mut strings: BTreeMap<String, Strings> = serde_yaml::from_str(STRINGS).unwrap_or_default();
    let Some(file) = own else { return Ok(strings) };
    let read: Result<BTreeMap<String, Strings>, _> =
        serde_yaml::from_str(sources.file(file).text());
    let read = read.map_err(|error| {
        let at = error.location().map_or(0, |place| place.index());
        Box::new(
            Diag::new(Code::Template, file.span(at..at), error.to_string())
                .help("write languages, and below each of them `key: \"words\"`"),
        )
    })?;
    for (language, words) in read {
        strings.entry(language).or_default().extend(words);
    }
    Ok(strings)
}

/// A template's error as a finding, in the list's own template where it is one.
fn fault(error: &tera::Error, sources: &Sources) -> Box<Diag> {
    let mut trouble = Trouble::of(error);
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        let inner_trouble =
            inner.downcast_ref().map_or_else(|| Trouble::of_text(&inner.to_string()), Trouble::of);
        trouble.message = format!("{}: {}", trouble.message, inner_trouble.message);
        trouble.at = trouble.at.or(inner_trouble.at);
        cause = inner.source();
    }
    let message = first_lower(&trouble.message);
    let Some((name, line, column)) = trouble.at else {
        return Box::new(Diag::new(Code::Template, anywhere(sources), message));
    };
    let path = format!("templates/{name}");
    let file = sources.iter().find(|(_, source)| composed(&source.path) == path);
    Box::new(if let Some((file, _)) = file {
        let start = offset(sources.file(file).text(), line, column);
        Diag::new(Code::Template, file.span(start..start), message)
    } else {
        let message = format!("{message}, in the theme's {name}:{line}:{}", column + 1);
        Diag::new(Code::Template, anywhere(sources), message)
    })
}

/// What a template's error says, and where: name, line from one, column from nought.
struct Trouble {
    message: String,
    at: Option<(String, usize, usize)>,
}

impl Trouble {
    fn of(error: &tera::Error) -> Self {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                let at = (report.filename().to_owned(), span.start_line, span.start_col);
                Self { message: report.message().to_owned(), at: Some(at) }
            }
            ErrorKind::MissingParent { current: name, .. }
            | ErrorKind::CircularExtend { tpl: name, .. }
            | ErrorKind::CircularInclude { tpl: name, .. } => {
                let at = Some((name.clone(), 1, 0));
                Self { at, ..Self::of_text(&error.to_string()) }
            }
            other => Self::of_text(&other.to_string()),
        }
    }

    /// Some errors come as a finished report only: its first line says what, the line with the arrow where.
    fn of_text(text: &str) -> Self {
        let message = text.lines().next().unwrap_or_default();
        let message = message.strip_prefix("error: ").unwrap_or(message).to_owned();
        let arrow = text.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
        let at = arrow.and_then(|place| {
            let mut parts = place.rsplitn(3, ':');
            let column: usize = parts.next()?.trim().parse().ok()?;
            let line = parts.next()?.parse().ok()?;
            Some((parts.next()?.to_owned(), line, column.saturating_sub(1)))
        });
        Self { message, at }
    }
}

/// The byte of a line and a column that is counted in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or("");
    start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
}

/// The file that stands for the list where a template is the binary's own.
pub(crate) fn anywhere(sources: &Sources) -> Span {
    let settings = sources.find("entries/survey.yaml");
    let first = settings.or_else(|| sources.iter().next().map(|(id, _)| id));
    first.map_or_else(Span::nowhere, crate::source::FileId::top)
}

fn first_lower(text: &str) -> String {
    let mut characters = text.trim_end_matches('.').chars();
    match characters.next() {
        Some(first) => first.to_lowercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// `{{ text | markdown }}` in HTML: the one safe renderer.
fn markdown_filter(text: &str, _: Kwargs, _: &State<'_>) -> Value {
    Value::safe_string(&html::render(text, 2))
}

/// `{{ link | link }}` in Markdown: a labelled address.
fn link_filter(link: &Value, _: Kwargs, _: &State<'_>) -> Value {
    Value::safe_string(&markdown_link(link))
}

/// `{{ text | html }}` in Markdown: text for a piece of HTML.
fn html_filter(text: &str, _: Kwargs, _: &State<'_>) -> Value {
    Value::safe_string(&html::escape(text))
}

/// `[text]({{ url | address }})` in Markdown: an address that cannot end its link.
fn address_filter(url: &str, _: Kwargs, _: &State<'_>) -> Value {
    Value::safe_string(&cell::address(url))
}

/// `{{ cell | cell }}` in Markdown: a cell of a table, with what is missing in words.
fn cell_filter(value: &Value, _: Kwargs, _: &State<'_>) -> Value {
    let text = |key: &str| value.get_from_path(key).and_then(Value::as_str).map(str::to_owned);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(text("text").map(|text| cell::escape(&text)));
    if let Some(links) = value.get_from_path("links").and_then(Value::as_array) {
        let links: Vec<String> =
            links.iter().map(|link| format!("[{}]", markdown_link(link))).collect();
        parts.extend((!links.is_empty()).then(|| links.join(" ")));
    }
    parts.extend(text("missing").map(|missing| format!("*{}*", cell::escape(&missing))));
    Value::safe_string(&parts.join(" "))
}

fn markdown_link(link: &Value) -> String {
    let text =
        |key: &str| link.get_from_path(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    cell::link(&text("label"), &text("url"))
}
