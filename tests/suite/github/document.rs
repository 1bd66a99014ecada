//! A Markdown text as Debian's cmark-gfm reads it, which is as GitHub does.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A node of the document, such as a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Node {
    /// What it is, such as `table_cell`.
    pub(crate) name: String,
    /// Where it leads, or the number of the heading's hashes.
    pub(crate) attributes: Vec<(String, String)>,
    /// The text of a node that has no nodes in it.
    pub(crate) text: String,
    /// The nodes in it.
    pub(crate) children: Vec<Node>,
}

/// Reads a text with GitHub's own parser and its extensions.
pub(crate) fn read(markdown: &str) -> Node {
    let extensions = ["table", "autolink", "strikethrough", "tagfilter"];
    let extensions = extensions.iter().flat_map(|name| ["-e", name]);
    let mut program = Command::new("cmark-gfm")
        .args(["--unsafe", "-t", "xml"])
        .args(extensions)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("cmark-gfm is not installed: apt-get install cmark-gfm");
    let mut stdin = program.stdin.take().unwrap();
    let text = markdown.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()).unwrap());
    let output = program.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success());
    parse(std::str::from_utf8(&output.stdout).unwrap())
}

fn parse(xml: &str) -> Node {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push(node(&tag)),
            Event::Empty(tag) => open.last_mut().unwrap().children.push(node(&tag)),
            Event::End(_) => {
                let mut done = open.pop().unwrap();
                if !done.children.is_empty() {
                    // What stands between nodes is the layout of the XML.
                    done.text.clear();
                }
                open.last_mut().unwrap().children.push(done);
            }
            Event::Text(text) => open.last_mut().unwrap().text += &text.xml10_content(),
            Event::GeneralRef(name) => {
                open.last_mut().unwrap().text += match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    other => panic!("cmark-gfm wrote &{other};"),
                };
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "every node is closed");
    open.pop().unwrap().children.pop().unwrap()
}

fn node(tag: &BytesStart<'_>) -> Node {
    let attribute = |attribute: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
        let attribute = attribute.unwrap();
        let key = attribute.key.as_ref().to_owned();
        let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).unwrap();
        (key, value.into_owned())
    };
    Node {
        name: tag.name().as_ref().to_owned(),
        attributes: tag.attributes().map(attribute).collect(),
        ..Node::default()
    }
}

impl Node {
    /// An attribute.
    pub(crate) fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// The node itself and every node in it, in the order of the text.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        all.extend(self.children.iter().flat_map(Self::all));
        all
    }

    /// Every node of a name.
    pub(crate) fn named(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|node| node.name == name).collect()
    }

    /// What a reader sees in it: text as it is, and everything that is more than text between `⟨` and `⟩`.
    pub(crate) fn seen(&self) -> String {
        let mut seen = String::new();
        for child in &self.children {
            match child.name.as_str() {
                "text" => seen += &child.text,
                "softbreak" => seen.push(' '),
                // It shows nothing, and keeps an address from being read as one.
                "html_inline" if child.text == "<!-- -->" => {}
                "link" => {
                    let address = child.attribute("destination").unwrap();
                    seen += &link(&child.seen(), address);
                }
                name => write!(seen, "⟨{name} {}{}⟩", child.text, child.seen()).unwrap(),
            }
        }
        seen
    }

    /// What a reader sees of the children of a name.
    pub(crate) fn seen_in(&self, name: &str) -> Vec<String> {
        self.children.iter().filter(|child| child.name == name).map(Self::seen).collect()
    }
}

/// A link as [`Node::seen`] shows it; `%28` and `(` are one character in an address.
pub(crate) fn link(label: &str, address: &str) -> String {
    format!("⟨link {label} → {}⟩", decoded(address))
}

fn decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
