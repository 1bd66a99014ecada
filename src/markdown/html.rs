//! Foreign Markdown as HTML that is safe by construction: every tag and attribute is written here, none is passed through.
//!
//! What GitHub adds to `CommonMark` is read too: tables, lists of tasks, what is struck through, footnotes, alerts, and
//! addresses without brackets. Raw HTML is shown as text, an image becomes a link, and only web and mail addresses become links.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream,
};

use super::autolink::{Piece, pieces};
use super::{fold, is_linkable, is_unprintable, push_percent, scheme};
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
    let mut page = Page { out, top, ..Page::default() };
    for event in events(read) {
        page.write(event);
    }
    page.footnotes();
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
    for event in events(read) {
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

/// The addresses that the links of a text lead to, in their order.
#[must_use]
pub fn addresses(markdown: &str) -> Vec<String> {
    let page = render(markdown, 1);
    let links = page.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let links = links.filter(|address| !address.starts_with('#'));
    let unescaped = |address: &str| {
        let text = address.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        text.replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&")
    };
    links.map(unescaped).collect()
}

/// What a text is made of; a text is never cut into two.
fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    TextMergeStream::new(Parser::new_ext(markdown, options))
}

/// A page as it is written.
#[derive(Default)]
struct Page {
    out: String,
    top: u8,
    open: Vec<Open>,
    /// How many links are open, as links do not nest.
    links: usize,
    /// Whether a block of code is open, whose text is no Markdown.
    in_code: bool,
    /// The table that is open.
    table: Option<Table>,
    /// The numbers of footnotes in the order in which they are first spoken of, and how often each was.
    notes: BTreeMap<String, (usize, usize)>,
    /// The texts of footnotes that have been read, by name.
    bodies: BTreeMap<String, String>,
    /// The footnotes that are open, each with what was written before it.
    within: Vec<(String, String)>,
}

/// A table as it is written.
struct Table {
    /// How each column is aligned.
    columns: Vec<Alignment>,
    /// The column of the next cell.
    column: usize,
    in_head: bool,
    /// How many empty cells were left out just before; they are written as one, since a row of one bar can have thousands.
    empty: usize,
    /// Where the name of the table is to be written, which is made of its headings.
    name_at: usize,
    headings: Vec<String>,
}

/// An element that is open.
struct Open {
    end: String,
    is: Element,
    /// Where its text starts, and what is written if there is none.
    from: usize,
    empty: String,
}

/// What has to be known of an element when it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Plain,
    Link,
    Code,
    Table,
    Head,
    Row,
    /// A cell, with where it starts.
    Cell(usize),
    /// A heading of a column, with where it starts.
    Heading(usize),
    Footnote,
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
            Event::Text(text) if self.in_code || self.links > 0 => {
                push_escaped(&mut self.out, &text);
            }
            Event::Text(text) => self.text(&text),
            // Mathematics is not switched on; were it, its text would be shown.
            Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => push_escaped(&mut self.out, &text),
            Event::FootnoteReference(name) => self.refer(&name),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            // The signs have names that a screen reader says in its own language.
            Event::TaskListMarker(done) => {
                let sign = if done { '☑' } else { '☐' };
                let _ = write!(self.out, "<span class=\"task\">{sign}</span> ");
            }
        }
    }

    /// A text with the addresses in it.
    fn text(&mut self, text: &str) {
        for piece in pieces(text) {
            let (shown, address) = match piece {
                Piece::Text(text) => {
                    push_escaped(&mut self.out, text);
                    continue;
                }
                Piece::Mail(text) => (text, format!("mailto:{text}")),
                Piece::Web(text) if scheme(text).is_some_and(|_| is_linkable(text)) => {
                    (text, text.to_owned())
                }
                // GitHub leads to http, from where such a host leads on to https.
                Piece::Web(text) => (text, format!("http://{text}")),
            };
            self.anchor(&address, "");
            push_escaped(&mut self.out, shown);
            self.out.push_str("</a>");
        }
    }

    /// The number of a footnote, as a link to it.
    fn refer(&mut self, name: &str) {
        let next = self.notes.len() + 1;
        let (number, times) = self.notes.entry(name.to_owned()).or_insert((next, 0));
        *times += 1;
        let number = *number;
        // A reader comes back to the first place that speaks of it.
        let id = if *times == 1 { format!(" id=\"note-{number}-from\"") } else { String::new() };
        let _ = if self.links == 0 {
            write!(self.out, "<sup><a{id} href=\"#note-{number}\">{number}</a></sup>")
        } else {
            write!(self.out, "<sup{id}>{number}</sup>")
        };
    }

    /// The footnotes in the order of their numbers; those of which nothing speaks come last.
    fn footnotes(&mut self) {
        let mut bodies = std::mem::take(&mut self.bodies);
        if bodies.is_empty() {
            return;
        }
        let mut numbered: Vec<(usize, String)> =
            self.notes.iter().map(|(name, (number, _))| (*number, name.clone())).collect();
        numbered.sort_unstable();
        self.out.push_str("<ol class=\"notes\">\n");
        for (number, name) in numbered {
            let body = bodies.remove(&name).unwrap_or_default();
            let _ = writeln!(
                self.out,
                "<li id=\"note-{number}\">{body}<a href=\"#note-{number}-from\">↩ {number}</a></li>"
            );
        }
        for body in bodies.into_values() {
            let _ = writeln!(self.out, "<li>{body}</li>");
        }
        self.out.push_str("</ol>\n");
    }

    fn start(&mut self, tag: Tag<'_>) {
        let deep = self.open.len() >= DEEPEST;
        match tag {
            Tag::Link { link_type, dest_url, title, .. }
            | Tag::Image { link_type, dest_url, title, .. } => {
                self.link(link_type, &dest_url, &title, deep);
            }
            Tag::FootnoteDefinition(name) => {
                self.within.push((name.to_string(), std::mem::take(&mut self.out)));
                self.open_as(Element::Footnote, "", "");
            }
            // The rows and cells of a table are shown as such only where the table is.
            Tag::Table(columns) if !deep && self.open.len() + 4 < DEEPEST => {
                self.start_table(columns);
            }
            Tag::TableHead | Tag::TableRow | Tag::TableCell if self.table.is_some() => {
                self.start_in_table(&tag);
            }
            // A space, so that the texts of two blocks stay two words.
            _ if deep && is_block(tag.to_end()) => self.element(" ", " "),
            _ if deep => self.element("", ""),
            Tag::Paragraph | Tag::HtmlBlock => self.element("<p>", "</p>\n"),
            Tag::Heading { level, .. } => {
                let level = (level as u8).saturating_add(self.top.max(1) - 1).min(6);
                self.element(&format!("<h{level}>"), &format!("</h{level}>\n"));
            }
            Tag::BlockQuote(None) => self.element("<blockquote>\n", "</blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => {
                let (class, word) = alert(kind);
                let start = format!(
                    "<blockquote class=\"alert {class}\">\n<p class=\"alert-kind\" lang=\"en\">{word}</p>\n"
                );
                self.element(&start, "</blockquote>\n");
            }
            Tag::CodeBlock(_) => {
                self.in_code = true;
                self.open_as(Element::Code, "<pre><code>", "</code></pre>\n");
            }
            Tag::Strikethrough => self.element("<del>", "</del>"),
            Tag::List(None) => self.element("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => self.element("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => self.element(&format!("<ol start=\"{first}\">\n"), "</ol>\n"),
            Tag::Item => self.element("<li>", "</li>\n"),
            Tag::Emphasis => self.element("<em>", "</em>"),
            Tag::Strong => self.element("<strong>", "</strong>"),
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                self.element(" ", " ");
            }
            _ => self.element("", ""),
        }
    }

    fn element(&mut self, start: &str, end: &str) {
        self.open_as(Element::Plain, start, end);
    }

    fn open_as(&mut self, is: Element, start: &str, end: &str) {
        self.out.push_str(start);
        let from = self.out.len();
        self.open.push(Open { end: end.to_owned(), is, from, empty: String::new() });
    }

    /// A table in a frame that can be scrolled, with the keyboard too, and is named by its headings.
    fn start_table(&mut self, columns: Vec<Alignment>) {
        self.out.push_str("<div class=\"scroll\" tabindex=\"0\"");
        let name_at = self.out.len();
        self.table =
            Some(Table { columns, column: 0, in_head: false, empty: 0, name_at, headings: vec![] });
        self.open_as(Element::Table, ">\n<table>\n", "</tbody>\n</table>\n</div>\n");
    }

    fn start_in_table(&mut self, tag: &Tag<'_>) {
        let at = self.out.len();
        let Some(table) = &mut self.table else { return };
        match tag {
            Tag::TableCell => {
                let class = match table.columns.get(table.column) {
                    Some(Alignment::Right) => " class=\"end\"",
                    Some(Alignment::Center) => " class=\"middle\"",
                    Some(Alignment::Left | Alignment::None) | None => "",
                };
                table.column += 1;
                if table.in_head {
                    let start = format!("<th scope=\"col\"{class}>");
                    self.open_as(Element::Heading(at), &start, "</th>");
                } else {
                    self.open_as(Element::Cell(at), &format!("<td{class}>"), "</td>");
                }
            }
            Tag::TableHead => {
                (table.column, table.in_head) = (0, true);
                self.open_as(Element::Head, "<thead><tr>", "</tr></thead>\n<tbody>\n");
            }
            _ => {
                table.column = 0;
                self.open_as(Element::Row, "<tr>", "</tr>\n");
            }
        }
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
        self.anchor(&address, title);
        self.links += 1;
        let (end, from) = ("</a>".to_owned(), self.out.len());
        self.open.push(Open { end, is: Element::Link, from, empty: escape(&address) });
    }

    /// The empty cells that were left out so far, as one.
    fn empty_cells(&mut self) -> String {
        match self.table.as_mut().map_or(0, |table| std::mem::take(&mut table.empty)) {
            0 => String::new(),
            1 => "<td></td>".to_owned(),
            many => format!("<td colspan=\"{many}\"></td>"),
        }
    }

    /// The start of a link.
    fn anchor(&mut self, address: &str, title: &str) {
        self.out.push_str("<a href=\"");
        push_address(&mut self.out, address);
        if !title.is_empty() {
            self.out.push_str("\" title=\"");
            push_escaped(&mut self.out, title);
        }
        self.out.push_str("\" rel=\"nofollow noopener\">");
    }

    fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let is_empty = self.out.len() == open.from;
        match open.is {
            Element::Plain => {}
            Element::Link => self.links -= 1,
            Element::Code => self.in_code = false,
            Element::Head => {
                if let Some(table) = &mut self.table {
                    table.in_head = false;
                }
            }
            Element::Cell(at) if is_empty => {
                self.out.truncate(at);
                if let Some(table) = &mut self.table {
                    table.empty += 1;
                }
                return;
            }
            Element::Cell(at) => {
                let empty = self.empty_cells();
                self.out.insert_str(at, &empty);
            }
            Element::Row => {
                let empty = self.empty_cells();
                self.out.push_str(&empty);
            }
            Element::Heading(at) => {
                // A heading that says nothing is a cell.
                if is_empty {
                    self.out.truncate(at);
                    self.out.push_str("<td></td>");
                    return;
                }
                let text = self.out.get(open.from..).map(text_of).unwrap_or_default();
                if let Some(table) = &mut self.table {
                    table.headings.push(text);
                }
            }
            Element::Table => {
                let Some(table) = self.table.take() else { return };
                if !table.headings.is_empty() {
                    let name = table.headings.join(", ");
                    let name = format!(" role=\"group\" aria-label=\"{name}\"");
                    self.out.insert_str(table.name_at, &name);
                }
            }
            Element::Footnote => {
                let Some((name, before)) = self.within.pop() else { return };
                let body = std::mem::replace(&mut self.out, before);
                // The first of two with one name counts, as on GitHub.
                self.bodies.entry(name).or_insert(body);
                return;
            }
        }
        if is_empty {
            self.out.push_str(&open.empty);
        }
        self.out.push_str(&open.end);
    }
}

/// The text of written HTML, still escaped: what stands between its tags.
fn text_of(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    out
}

/// The class of an alert, and the word that GitHub writes above it.
fn alert(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("note", "Note"),
        BlockQuoteKind::Tip => ("tip", "Tip"),
        BlockQuoteKind::Important => ("important", "Important"),
        BlockQuoteKind::Warning => ("warning", "Warning"),
        BlockQuoteKind::Caution => ("caution", "Caution"),
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
    !matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
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
