//! The tags of a page: what a browser would take for markup, so that a test can say whose markup it is.

use std::collections::BTreeSet;

/// A tag with its attributes; `/name` where it closes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    /// The tag without what its attributes say, such as `a href rel`.
    pub(crate) fn shape(&self) -> String {
        let names = self.attributes.iter().map(|(name, _)| name.as_str());
        std::iter::once(self.name.as_str()).chain(names).collect::<Vec<_>>().join(" ")
    }

    /// The addresses that the tag leads to.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = &str> {
        const NAMES: &[&str] = &["href", "src", "srcset", "action", "formaction", "data", "poster"];
        let is_address = |name: &str| NAMES.contains(&name);
        self.attributes.iter().filter(move |(name, _)| is_address(name)).map(|(_, v)| v.as_str())
    }
}

/// The tags of a page in their order; what stands in scripts and styles is the first attribute of their tag, named `text`.
///
/// A `<` that begins no tag, and an attribute without double quotes, are errors: the theme writes neither.
pub(crate) fn tags(html: &str) -> Result<Vec<Tag>, String> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let (mut tag, after) = tag(rest)?;
        rest = after;
        if tag.name == "script" || tag.name == "style" {
            let end = rest.find("</").ok_or("a script without an end")?;
            tag.attributes.insert(0, ("text".to_owned(), rest[..end].to_owned()));
        }
        tags.push(tag);
    }
    Ok(tags)
}

/// One tag after its `<`, and what comes after its `>`.
fn tag(text: &str) -> Result<(Tag, &str), String> {
    let wrong = || format!("no tag of the theme: <{}", text.chars().take(60).collect::<String>());
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '/' | '!');
    let end = text.find(|c: char| !is_name(c)).ok_or_else(wrong)?;
    let (name, mut rest) = text.split_at(end);
    if name.is_empty() {
        return Err(wrong());
    }
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('>') {
            return Ok((Tag { name: name.to_ascii_lowercase(), attributes }, after));
        }
        if let Some(after) = rest.strip_prefix("/>") {
            return Ok((Tag { name: name.to_ascii_lowercase(), attributes }, after));
        }
        let end = rest.find(|c: char| !is_name(c)).filter(|end| *end > 0).ok_or_else(wrong)?;
        let (key, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => value.split_once('"').ok_or_else(wrong)?,
            None if after.starts_with('=') => return Err(wrong()),
            None => ("", after),
        };
        attributes.push((key.to_ascii_lowercase(), value.to_owned()));
        rest = after;
    }
}

/// Whether an address leads to a page of the web or of the site itself.
pub(crate) fn is_harmless(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let named = lower.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    if named {
        return ["http://", "https://", "mailto:"].iter().any(|start| lower.starts_with(start));
    }
    !lower.starts_with("//") && !lower.contains('\\') && !lower.contains(char::is_control)
}

/// What Markdown may become.
const OF_MARKDOWN: &[&str] = &[
    "p",
    "br",
    "em",
    "strong",
    "del",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "hr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a href rel",
    "a href",
    "ol start",
    "code class",
    "a href title",
    "a href rel title",
    "a href title rel",
    "div lang",
    "span lang",
];

/// The shapes of the tags of pages that are known to be harmless, and of Markdown.
pub(crate) fn shapes<'p>(pages: impl IntoIterator<Item = &'p str>) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = BTreeSet::new();
    for name in OF_MARKDOWN {
        known.insert((*name).to_owned());
        known.extend(name.split(' ').next().map(|bare| format!("/{bare}")));
    }
    for page in pages {
        for tag in tags(page).unwrap_or_default() {
            known.insert(whole(&tag));
        }
    }
    known
}

/// The shape of a tag; a script or a style counts with all it says, unless it is data that no browser runs.
pub(crate) fn whole(tag: &Tag) -> String {
    match tag.name.as_str() {
        "script" if is_data(tag) => format!("{} of data", tag.shape()),
        "script" | "style" => format!("{} {:?}", tag.shape(), tag.attributes),
        _ => tag.shape(),
    }
}

/// Whether a script is JSON-LD and no more: one type, one JSON value, and nothing that a browser could take for markup.
fn is_data(tag: &Tag) -> bool {
    match tag.attributes.as_slice() {
        [(_, text), (name, of)] => {
            (name.as_str(), of.as_str()) == ("type", "application/ld+json")
                && !text.contains('<')
                && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
        }
        _ => false,
    }
}
