//! One page, or one drawing, as a browser's tokenizer reads it: its elements, their attributes and the ids.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::address::fragment;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) elements: Vec<Element>,
    /// The ids, as the fragments of addresses write them.
    pub(super) ids: BTreeSet<String>,
    /// What is wrong with the text itself: errors of the tokenizer, and ids that stand twice.
    pub(super) faults: Vec<String>,
}

/// An element with what a reader of attributes wants to know.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: BTreeMap<String, String>,
    /// The text of a script or a style sheet.
    pub(super) text: String,
}

impl Element {
    /// The value of an attribute, empty where there is none.
    pub(super) fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }
}

impl Page {
    pub(super) fn read(text: &str) -> Self {
        let mut page = Self::default();
        let mut emitter = DefaultEmitter::default();
        // The text of a script is no markup.
        emitter.naively_switch_states(true);
        let mut raw = false;
        for token in Tokenizer::new_with_emitter(text, emitter) {
            match token.unwrap_or_else(|never| match never {}) {
                Token::StartTag(tag) => {
                    let name = string(&tag.name);
                    raw = matches!(name.as_str(), "script" | "style");
                    let attributes = tag.attributes.iter();
                    let attributes =
                        attributes.map(|(name, value)| (string(name), string(&value.value)));
                    page.element(Element {
                        name,
                        attributes: attributes.collect(),
                        text: String::new(),
                    });
                }
                Token::EndTag(_) => raw = false,
                Token::String(text) if raw => {
                    page.elements.last_mut().unwrap().text.push_str(&string(&text.value));
                }
                Token::Error(error) => page.faults.push(format!("not HTML: {}", error.value)),
                Token::String(_) | Token::Comment(_) | Token::Doctype(_) => {}
            }
        }
        page
    }

    fn element(&mut self, element: Element) {
        if let Some(id) = element.attributes.get("id")
            && !self.ids.insert(fragment(id))
        {
            self.faults.push(format!("the id `{id}` stands twice"));
        }
        self.elements.push(element);
    }
}

fn string(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
