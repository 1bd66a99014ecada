//! The check of a finished README: what GitHub would show wrong, drop or lead nowhere is a fault.
//!
//! It reads the text alone; whether a file exists is asked of the caller.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use self::paths::{from_root, percent_decoded};
use self::tags::{Piece, RawHtml};
use super::slug::Slugger;
use super::{is_linkable, scheme};

mod lines;
mod paths;
mod tables;
mod tags;

/// Something wrong in a README.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The bytes of the README that are meant.
    pub span: Range<usize>,
    /// What sort of fault it is.
    pub kind: FaultKind,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

/// A sort of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    /// A link within the page that no heading and no `id` answers.
    DeadAnchor,
    /// A row of a table that is not as wide as the header.
    RaggedRow,
    /// A link or an image whose file is not in the repository.
    MissingFile,
    /// More bytes than GitHub shows.
    TooLarge,
    /// Something that GitHub drops or shows as it stands: an element, an attribute, an address, an open comment or fence.
    Markup,
}

/// What the check has to know besides the text.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// Whether the repository has a file or folder; the path is from its root, without `./` and without a slash at the end.
    pub has_file: &'a dyn Fn(&str) -> bool,
    /// The most bytes that may be shown.
    pub limit: usize,
}

impl std::fmt::Debug for Facts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Facts").field("limit", &self.limit).finish_non_exhaustive()
    }
}

/// The elements that a README may write as raw HTML.
const ELEMENTS: [&str; 28] = [
    "a", "br", "caption", "col", "colgroup", "details", "div", "em", "h1", "h2", "h3", "h4", "h5",
    "h6", "img", "p", "picture", "source", "strong", "sub", "summary", "sup", "table", "tbody",
    "td", "th", "thead", "tr",
];

/// The attributes that GitHub keeps on them.
const ATTRIBUTES: [&str; 19] = [
    "align", "alt", "colspan", "height", "href", "id", "lang", "media", "name", "open", "rel",
    "rowspan", "scope", "sizes", "src", "srcset", "title", "type", "width",
];

/// What may be wrong in a README, in the order of the text; nothing if it is whole.
#[must_use]
pub fn verify(readme: &str, facts: &Facts<'_>) -> Vec<Fault> {
    let mut undefined = Vec::new();
    let mut reading = Reading {
        readme,
        facts: *facts,
        faults: Vec::new(),
        anchors: BTreeSet::from([String::new(), "top".to_owned()]),
        slugger: Slugger::default(),
        inner_links: Vec::new(),
        heading: None,
        images: 0,
        in_code: false,
        width: 0,
        html: Vec::new(),
    };
    let note = |link: BrokenLink<'_>| {
        // Brackets alone are text; two pairs are meant as a link.
        if link.link_type == LinkType::Reference {
            undefined.push((link.span, link.reference.into_string()));
        }
        None
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    let parser = Parser::new_with_broken_link_callback(readme, options, Some(note));
    for (event, range) in parser.into_offset_iter() {
        reading.read(event, range);
    }
    for (span, name) in undefined {
        let help = format!("write `[{name}]: https://…` on a line of its own");
        reading.fault(
            span,
            FaultKind::Markup,
            format!("no link is defined as `{name}`"),
            Some(help),
        );
    }
    reading.check_size();
    reading.check_anchors();
    reading.faults.sort_by_key(|fault| (fault.span.start, fault.kind));
    reading.faults
}

/// A README as far as it was read.
struct Reading<'r> {
    readme: &'r str,
    facts: Facts<'r>,
    faults: Vec<Fault>,
    anchors: BTreeSet<String>,
    slugger: Slugger,
    /// The links within the page, without the hash and decoded; headings may come after them.
    inner_links: Vec<(Range<usize>, String)>,
    /// The text of the heading that is open.
    heading: Option<String>,
    /// How many images are open; their alternative text is no text of a heading.
    images: usize,
    in_code: bool,
    /// The cells of the open table's header.
    width: usize,
    /// The lines of the open block of raw HTML; within a quotation they are not one range.
    html: Vec<Range<usize>>,
}

impl Reading<'_> {
    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::End(TagEnd::HtmlBlock) => {
                let lines = std::mem::take(&mut self.html);
                self.read_html(&lines);
            }
            Event::Html(_) => self.html.push(range),
            Event::InlineHtml(_) => self.read_html(&[range]),
            Event::Code(text) => self.read_text(&text),
            Event::Text(text) => {
                self.read_text(&text);
                self.check_open_comment(range);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { .. } => self.heading = Some(String::new()),
            Tag::Image { dest_url, .. } => {
                self.images += 1;
                self.check_address(&dest_url, range, true);
            }
            Tag::Link { link_type: LinkType::Email, .. } => {}
            Tag::Link { dest_url, .. } => self.check_address(&dest_url, range, false),
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                if matches!(kind, CodeBlockKind::Fenced(_)) {
                    self.check_fence(range);
                }
            }
            Tag::TableHead => self.width = tables::cells(self.line_at(range.start)),
            Tag::TableRow => self.check_row(range.start),
            Tag::Paragraph => self.check_lost_table(range),
            _ => {}
        }
    }

    fn read_text(&mut self, text: &str) {
        if let Some(heading) = self.heading.as_mut().filter(|_| self.images == 0) {
            heading.push_str(text);
        }
    }

    fn end_heading(&mut self) {
        if let Some(text) = self.heading.take() {
            self.anchors.insert(self.slugger.slug(&text));
        }
    }

    /// Reads raw HTML that stands on some lines.
    fn read_html(&mut self, lines: &[Range<usize>]) {
        let raw = RawHtml::new(self.readme, lines);
        for (range, piece) in tags::pieces(&raw.html) {
            let span = raw.place(&range);
            match piece {
                Piece::Text(text) => self.read_text(&tags::decode(text)),
                Piece::Comment { closed: true } => {}
                Piece::Comment { closed: false } => self.open_comment(span),
                Piece::Tag(tag) => self.read_tag(&tag, span, &raw),
                Piece::Other => {
                    let message = "this is not a whole tag or comment".to_owned();
                    let help = Some("write `&lt;` for the sign itself".to_owned());
                    self.fault(span, FaultKind::Markup, message, help);
                }
            }
        }
    }

    fn read_tag(&mut self, tag: &tags::Tag<'_>, span: Range<usize>, raw: &RawHtml) {
        let name = tag.name.to_ascii_lowercase();
        if !ELEMENTS.contains(&name.as_str()) {
            let help = format!("write it in Markdown, or `&lt;{name}>` for the text itself");
            let message = format!("the element `{name}` is not allowed in a README");
            self.fault(span, FaultKind::Markup, message, Some(help));
            return;
        }
        if matches!(name.as_bytes(), [b'h', b'1'..=b'6']) {
            if tag.closing {
                self.end_heading();
            } else {
                self.heading = Some(String::new());
            }
        }
        for attribute in &tag.attributes {
            let span = raw.place(&attribute.range);
            let value = tags::decode(attribute.value);
            let attribute = attribute.name.to_ascii_lowercase();
            match attribute.as_str() {
                "id" | "name" => {
                    self.anchors.insert(value);
                }
                "href" => self.check_address(&value, span, false),
                "src" => self.check_address(&value, span, true),
                "srcset" => {
                    for candidate in value.split(',') {
                        let address = candidate.split_whitespace().next().unwrap_or("");
                        self.check_address(address, span.clone(), true);
                    }
                }
                known if ATTRIBUTES.contains(&known) => {}
                _ => {
                    let message = format!("GitHub drops the attribute `{attribute}`");
                    self.fault(span, FaultKind::Markup, message, Some("take it out".to_owned()));
                }
            }
        }
    }

    /// Checks where a link or an image leads.
    fn check_address(&mut self, address: &str, span: Range<usize>, image: bool) {
        if let Some(fragment) = address.strip_prefix('#').filter(|_| !image) {
            self.inner_links.push((span, percent_decoded(fragment)));
            return;
        }
        let web = scheme(address).is_none_or(|name| name.to_ascii_lowercase().starts_with("http"));
        if scheme(address).is_some() || address.starts_with("//") {
            if !is_linkable(address) || (image && !web) {
                let message = format!("GitHub drops the address `{address}`");
                let help = Some("write an address that starts with `https://`".to_owned());
                self.fault(span, FaultKind::Markup, message, help);
            }
            return;
        }
        if address.is_empty() || image && address.starts_with('#') {
            let message = "this leads nowhere: the address is empty".to_owned();
            self.fault(span, FaultKind::Markup, message, None);
            return;
        }
        let path = address.split(['?', '#']).next().unwrap_or("");
        let message = match from_root(&percent_decoded(path)) {
            None => format!("`{path}` leaves the repository"),
            Some(path) if path.is_empty() || (self.facts.has_file)(&path) => return,
            Some(path) => format!("the repository has no file `{path}`"),
        };
        let help = "add the file, or write the path of one that exists, from the root".to_owned();
        self.fault(span, FaultKind::MissingFile, message, Some(help));
    }
    fn fault(
        &mut self,
        span: Range<usize>,
        kind: FaultKind,
        message: String,
        help: Option<String>,
    ) {
        self.faults.push(Fault { span, kind, message, help });
    }
}
