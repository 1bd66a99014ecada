//! A README as a list of items, each with its place, so that two can be compared item by item.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What stands at a place: `("RNA-FM, Model_size", "23M")`.
pub(super) type Item = (String, String);

/// Every item of a README; nothing in it is passed over.
pub(super) fn items(markdown: &str) -> Vec<Item> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let parser = Parser::new_ext(markdown, options);
    let mut definitions: Vec<Item> = parser
        .reference_definitions()
        .iter()
        .map(|(name, to)| (format!("definition {name}"), to.dest.to_string()))
        .collect();
    definitions.sort();
    let mut reading = Reading::default();
    for event in parser {
        reading.read(event);
    }
    reading.items.extend(definitions);
    reading.items
}

#[derive(Default)]
struct Reading {
    items: Vec<Item>,
    /// The text of what is open: links as `[label](address)`, emphasis as nothing.
    text: String,
    /// Where the label of the open link or image starts, and its address.
    targets: Vec<(usize, String)>,
    columns: Vec<String>,
    row: Vec<String>,
    /// The text of every list item that is open.
    groups: Vec<String>,
    /// How many list items are open; a paragraph in one of them is the item's text.
    open_items: usize,
    html: String,
    quoted: bool,
}

impl Reading {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            Event::Html(html) => self.html.push_str(&html),
            // What keeps an address from being read as one.
            Event::InlineHtml(html) => assert_eq!(&*html, "<!-- -->"),
            Event::Rule => self.put("rule", "- - -"),
            other => panic!("an item of an unknown sort: {other:?}"),
        }
    }

    fn put(&mut self, place: impl Into<String>, value: &str) {
        let folded = value.split_whitespace().collect::<Vec<_>>().join(" ");
        self.items.push((place.into(), folded));
    }

    fn take(&mut self) -> String {
        std::mem::take(&mut self.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.targets.push((self.text.len(), dest_url.into_string()));
            }
            Tag::List(_) if !self.text.trim().is_empty() => self.head_group(),
            Tag::Item => self.open_items += 1,
            Tag::BlockQuote(_) => self.quoted = true,
            Tag::HtmlBlock => self.html.clear(),
            _ => {}
        }
    }

    /// The text above a list within a list is the name of a group.
    fn head_group(&mut self) {
        let name = self.take();
        self.put("group", &name);
        self.groups.push(name);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => {
                let (start, address) = self.targets.pop().unwrap();
                let label = self.text.split_off(start);
                write!(self.text, "[{label}]({address})").unwrap();
            }
            TagEnd::Image => {
                let (start, address) = self.targets.pop().unwrap();
                self.text.truncate(start);
                self.put("picture", &address);
            }
            TagEnd::Heading(level) => {
                let text = self.take();
                self.put(format!("heading {}", level as u8), &text);
            }
            TagEnd::Paragraph if self.open_items == 0 && !self.text.trim().is_empty() => {
                let text = self.take();
                self.put(if self.quoted { "quotation" } else { "paragraph" }, &text);
            }
            TagEnd::BlockQuote(_) => self.quoted = false,
            TagEnd::Item => self.end_item(),
            TagEnd::TableCell => {
                let cell = self.take();
                self.row.push(cell);
            }
            TagEnd::TableHead => {
                self.columns = std::mem::take(&mut self.row);
                let columns = self.columns.join(" | ");
                self.put("columns", &columns);
            }
            TagEnd::TableRow => self.end_row(),
            TagEnd::HtmlBlock => self.end_html(),
            _ => {}
        }
    }

    fn end_item(&mut self) {
        self.open_items -= 1;
        let line = self.take();
        if line.is_empty() {
            self.groups.pop();
        } else {
            let group = self.groups.last().map_or("list", String::as_str).to_owned();
            self.put(format!("paper of {group}"), &line);
        }
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        let name = row.first().cloned().unwrap();
        for (column, cell) in self.columns.clone().iter().zip(&row) {
            self.put(format!("{name}, {column}"), cell);
        }
    }

    /// The centred blocks: links and pictures, in their order; and what a folded part is called.
    fn end_html(&mut self) {
        let html = std::mem::take(&mut self.html);
        if html.trim_start().starts_with("<!--") {
            self.put("comment", &html);
            return;
        }
        let folded = html.trim().strip_prefix("<details>").unwrap_or(&html).trim();
        if let Some(summary) = folded.strip_prefix("<summary>") {
            self.put("folded", summary.strip_suffix("</summary>").unwrap());
            return;
        }
        if folded == "</details>" {
            return;
        }
        let centred = html.contains("align=\"center\"");
        assert!(centred, "a block of HTML of an unknown sort: {html}");
        for piece in html.split("<a href=\"").skip(1) {
            let (address, rest) = piece.split_once("\">").unwrap();
            let label = rest.split_once("</a>").unwrap().0.replace("&amp;", "&");
            self.put(format!("navigation {label}"), address);
        }
        for piece in html.split("<img src=\"").skip(1) {
            self.put("picture", piece.split_once('"').unwrap().0);
        }
    }
}
