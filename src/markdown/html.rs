//! Foreign Markdown as HTML that is safe by construction: every tag and attribute is written here, none is passed through.
//!
//! Plain `CommonMark` is read. Raw HTML is shown as text, an image becomes a link, and only web and mail addresses become links.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{fold, is_linkable, is_unprintable, push_percent};
use crate::value::linkable;

/// The longest text that is read as Markdown, in bytes; what follows is shown as it stands.
pub const LONGEST: usize = 64 * 1024;

/// The deepest nesting of elements; what lies deeper keeps its text and loses its element.
pub const DEEPEST: usize = 32;

/// The text for HTML's text and attribute values; characters that may not reach a page become U+FFFD.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    push_escaped(&mut out, text);
    out
}

/// Markdown as safe HTML whose first-level headings have the level `top`.
#[must_use]
pub fn render(markdown: &str, top: u8) -> String {
    let (read, rest) = cut(markdown);
    let out = String::with_capacity(read.len() * 3 / 2);
    let mut page = Page { out, top, open: Vec::new(), links: 0 };
    for event in Parser::new_ext(read, Options::empty()) {
        page.write(event);
    }
    if !rest.is_empty() {
        page.out.push_str("<p>");
        push_escaped(&mut page.out, rest);
        page.out.push_str("</p>\n");
    }
    page.out
}

/// The text of Markdown on one line, not escaped, as for a page's description.
#[must_use]
pub fn plain(markdown: &str) -> String {
    let (read, rest) = cut(markdown);
    let mut out = String::with_capacity(markdown.len());
    for event in Parser::new_ext(read, Options::empty()) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                out.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => out.push(' '),
            Event::End(tag) if is_block(tag) => out.push(' '),
            _ => {}
        }
    }
    out.push_str(rest);
    let shown = |c: char| if c != '\r' && is_unprintable(c) { '\u{fffd}' } else { c };
    fold(&out.chars().map(shown).collect::<String>())
}

/// A page as it is written.
struct Page {
    out: String,
    top: u8,
    open: Vec<Open>,
    /// How many links are open, as links do not nest.
    links: usize,
}

/// An element that is open.
struct Open {
    end: String,
    is_link: bool,
    /// Where its text starts, and what is written if there is none.
    from: usize,
    empty: String,
}

impl Page {
    fn write(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(_) => self.end(),
            Event::Code(text) => {
                self.out.push_str("<code>");
                push_escaped(&mut self.out, &text);
                self.out.push_str("</code>");
            }
            // Mathematics and footnotes are not switched on; were they, their text would be shown.
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => push_escaped(&mut self.out, &text),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let deep = self.open.len() >= DEEPEST;
        match tag {
            Tag::Link { link_type, dest_url, title, .. }
            | Tag::Image { link_type, dest_url, title, .. } => {
                self.link(link_type, &dest_url, &title, deep);
            }
            // A space, so that the texts of two blocks stay two words.
            _ if deep && is_block(tag.to_end()) => self.element(" ", " "),
            _ if deep => self.element("", ""),
            Tag::Paragraph | Tag::HtmlBlock => self.element("<p>", "</p>\n"),
            Tag::Heading { level, .. } => {
                let level = (level as u8).saturating_add(self.top.max(1) - 1).min(6);
                self.element(&format!("<h{level}>"), &format!("</h{level}>\n"));
            }
            Tag::BlockQuote(_) => self.element("<blockquote>\n", "</blockquote>\n"),
            Tag::CodeBlock(_) => self.element("<pre><code>", "</code></pre>\n"),
            Tag::List(None) => self.element("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => self.element("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => self.element(&format!("<ol start=\"{first}\">\n"), "</ol>\n"),
            Tag::Item => self.element("<li>", "</li>\n"),
            Tag::Emphasis => self.element("<em>", "</em>"),
            Tag::Strong => self.element("<strong>", "</strong>"),
            _ => self.element("", ""),
        }
    }

    fn element(&mut self, start: &str, end: &str) {
        self.out.push_str(start);
        let from = self.out.len();
        self.open.push(Open { end: end.to_owned(), is_link: false, from, empty: String::new() });
    }

    fn link(&mut self, kind: LinkType, address: &str, title: &str, deep: bool) {
        let mail = if kind == LinkType::Email { "mailto:" } else { "" };
        let address = format!("{mail}{address}");
        if deep || self.links > 0 || !is_linkable(&address) {
            // The text of an autolink is its address already.
            let autolink = matches!(kind, LinkType::Autolink | LinkType::Email);
            self.element("", &if autolink { String::new() } else { in_words(&address, title) });
            return;
        }
        self.out.push_str("<a href=\"");
        push_address(&mut self.out, &address);
        if !title.is_empty() {
            self.out.push_str("\" title=\"");
            push_escaped(&mut self.out, title);
        }
        self.out.push_str("\" rel=\"nofollow noopener\">");
        self.links += 1;
        let (end, from) = ("</a>".to_owned(), self.out.len());
        self.open.push(Open { end, is_link: true, from, empty: escape(&address) });
    }

    fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.links -= usize::from(open.is_link);
        if self.out.len() == open.from {
            self.out.push_str(&open.empty);
        }
        self.out.push_str(&open.end);
    }
}

/// An address that does not become a link, in parentheses.
fn in_words(address: &str, title: &str) -> String {
    match (address, title) {
        ("", "") => String::new(),
        (_, "") => format!(" ({})", escape(address)),
        _ => format!(" ({} {})", escape(address), escape(&format!("\"{title}\""))),
    }
}

fn is_block(tag: TagEnd) -> bool {
    !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
}

/// What is read as Markdown, up to the last whole line, and the rest.
fn cut(markdown: &str) -> (&str, &str) {
    if markdown.len() <= LONGEST {
        return (markdown, "");
    }
    let most = markdown.floor_char_boundary(LONGEST);
    let lines = markdown.get(..most).and_then(|read| read.rfind('\n')).map_or(most, |end| end + 1);
    markdown.split_at_checked(lines).unwrap_or((markdown, ""))
}

fn push_escaped(out: &mut String, text: &str) {
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A line may end as on Windows.
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            _ if is_unprintable(character) => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
}

/// An address for an attribute: what no address may hold is percent-encoded.
fn push_address(out: &mut String, address: &str) {
    for character in linkable(address).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '\'' => out.push_str("&#39;"),
            '"' | '<' | '>' | '`' | '{' | '}' | '|' | '\\' | '^' => push_percent(out, character),
            _ if character.is_whitespace() || character.is_control() => {
                push_percent(out, character);
            }
            _ if is_unprintable(character) => push_percent(out, character),
            _ => out.push(character),
        }
    }
}
