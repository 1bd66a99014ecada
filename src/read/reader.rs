//! The reader's state: which file, which route, what was found wrong, and which entries and words were named.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};

use super::example::{behind_the_colon, in_its_place};
use super::placeholder::is_placeholder;
use super::{Field, Need, Shape};
use crate::diag::{Code, Diag};
use crate::kinds::{KindId, Registry};
use crate::source::{FileId, Span};
use crate::value::{Identity, Malformed};
use crate::vocabulary::Vocabulary;
use crate::yaml::{Node, Value, written};

/// What a reader must know of the list to judge an entry.
#[derive(Debug, Clone, Copy)]
pub struct Context<'c> {
    /// The list's languages; the first is the one of texts without a language. Empty where survey.yaml could not tell.
    pub languages: &'c [String],
    /// The words; `None` where there is no vocabulary that could be read, so that any word is taken.
    pub vocabulary: Option<&'c Vocabulary>,
    /// The ids of the papers that are entries, by all that stands for them; `None` while they are still being read.
    pub papers: Option<&'c BTreeMap<Identity, String>>,
    /// The entries that there are, readable or not; `None` where none can be named.
    pub ids: Option<&'c BTreeSet<(KindId, &'c str)>>,
    /// The fields that entries of the list have.
    pub registry: &'c Registry,
}

impl<'c> Context<'c> {
    /// Whether there is an entry, as far as is known.
    #[must_use]
    pub fn has_entry(self, kind: KindId, id: &str) -> bool {
        self.ids.is_none_or(|ids| ids.contains(&(kind, id)))
    }

    /// The language of texts without one.
    #[must_use]
    pub fn first_language(self) -> &'c str {
        self.languages.first().map_or(FIRST_LANGUAGE, String::as_str)
    }

    /// Whether a text may be given in a language.
    #[must_use]
    pub fn takes_language(self, language: &str) -> bool {
        self.languages.is_empty() || self.languages.iter().any(|known| known == language)
    }
}

/// The language of a list that does not say.
pub const FIRST_LANGUAGE: &str = "en";

/// An entry or a word that a file names, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The route at which it is named.
    pub route: String,
    /// What is named.
    pub target: Target,
}

/// What a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An entry of a kind, by id.
    Entry(KindId, String),
    /// A word of a section.
    Word(&'static str, String),
    /// A paper by its DOI, its arXiv id or its address.
    Paper(Identity),
}

/// Reads one file.
#[derive(Debug)]
pub struct Reader<'c> {
    /// What is known of the list.
    pub context: Context<'c>,
    /// What was found wrong.
    pub findings: Vec<Diag>,
    /// What was named.
    pub uses: Vec<Use>,
    /// The fields of the entry, by which routes within it are judged.
    pub fields: Vec<Field>,
    /// The text of the file, as it is written.
    pub source: &'c str,
    /// Whether keys that only listed entries need may be left out.
    pub lenient: bool,
    /// Built-in keys of the kind that the list does not use.
    pub unused: Vec<&'static str>,
    /// The section of the vocabulary that words are read from, in a field that the list has declared.
    pub(super) section: &'static str,
    file: FileId,
    route: String,
    field: Option<Here>,
}

/// The field that is read now, as it is declared.
#[derive(Debug, Clone)]
pub(super) struct Here {
    /// How long the route is that leads to its value.
    depth: usize,
    pub(super) field: Field,
    /// Whether it must be there.
    pub(super) needed: bool,
    /// The keys of which one must be there without it; empty where one is, or none must be.
    pub(super) or_else: Vec<&'static str>,
}

impl<'c> Reader<'c> {
    /// A reader at the root of a file.
    #[must_use]
    pub fn new(file: FileId, context: Context<'c>) -> Self {
        Self {
            context,
            findings: Vec::new(),
            uses: Vec::new(),
            fields: Vec::new(),
            source: "",
            lenient: false,
            unused: Vec::new(),
            section: "",
            file,
            route: String::new(),
            field: None,
        }
    }

    /// A reader of the same place that has found nothing yet, to try something out.
    #[must_use]
    pub fn scratch(&self) -> Self {
        let mut scratch = Self::new(self.file, self.context);
        scratch.fields.clone_from(&self.fields);
        scratch.source = self.source;
        scratch.section = self.section;
        scratch
    }

    /// The route of what is read now.
    #[must_use]
    pub fn route(&self) -> &str {
        &self.route
    }

    /// The place of bytes in the file.
    #[must_use]
    pub fn span(&self, place: (u32, u32)) -> Span {
        self.file.span(place.0 as usize..place.1 as usize)
    }

    /// A node as it is written.
    #[must_use]
    pub fn written(&self, node: &Node) -> &'c str {
        self.source.get(node.range()).unwrap_or("")
    }

    /// Whether a node is the first thing on its line, or comes behind nothing but dashes.
    pub(super) fn begins_line(&self, node: &Node) -> bool {
        let before = self.source.get(..node.place.0 as usize).unwrap_or("");
        let line = before.rsplit('\n').next().unwrap_or("");
        !self.source.is_empty() && line.bytes().all(|byte| matches!(byte, b' ' | b'-'))
    }

    /// Whether a node stands within brackets or braces, where a comma ends it.
    pub(super) fn stands_in_brackets(&self, node: &Node) -> bool {
        let before = self.source.get(..node.place.0 as usize).unwrap_or("");
        let line = before.rsplit('\n').next().unwrap_or("");
        let above = before.trim_end();
        line.contains(['[', '{']) || line.trim().is_empty() && above.ends_with([',', '[', '{'])
    }

    /// Reads what stands below a key.
    pub fn below<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.route.len();
        if !self.route.is_empty() {
            self.route.push('.');
        }
        self.route.push_str(key);
        let value = read(self);
        self.route.truncate(length);
        value
    }

    /// Reads the value of a field of a record, so that what is wrong with it can be answered with what belongs there.
    pub(super) fn of_field<T>(
        &mut self,
        field: Option<&Field>,
        (record, one_of): (&Node, &'static [&'static [&'static str]]),
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let here = field.map(|field| Here {
            depth: self.route.len(),
            needed: self.needs(field),
            or_else: or_else(field.key, record, one_of),
            field: *field,
        });
        let before = std::mem::replace(&mut self.field, here);
        let value = read(self);
        self.field = before;
        value
    }

    /// Whether a field must be there.
    pub(super) fn needs(&self, field: &Field) -> bool {
        match field.need {
            Need::Optional => false,
            Need::Listed => !self.lenient,
            Need::Always => true,
        }
    }

    /// Reads words of a section of the vocabulary.
    pub(crate) fn in_section<T>(
        &mut self,
        section: &'static str,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let before = std::mem::replace(&mut self.section, section);
        let value = read(self);
        self.section = before;
        value
    }

    /// Reads an item of a list.
    pub fn item<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.route.len();
        // Writing to a string cannot fail.
        let _ = write!(self.route, "[{index}]");
        let value = read(self);
        self.route.truncate(length);
        value
    }

    /// Notes that an entry or a word is named here.
    pub fn name(&mut self, target: Target) {
        self.uses.push(Use { route: self.route.clone(), target });
    }

    /// Notes a finding.
    pub fn find(&mut self, diag: Diag) {
        self.findings.push(diag);
    }

    /// Notes a finding about a node.
    pub fn find_at(&mut self, code: Code, node: &Node, message: impl AsRef<str>) -> &mut Diag {
        let span = self.span(node.handle());
        self.findings.push_mut(Diag::new(code, span, message))
    }

    /// Notes what a value type says of a text that is not its own.
    pub fn malformed(&mut self, node: &Node, why: Malformed) {
        let mut diag = Diag::new(why.code, self.span(node.handle()), why.what);
        if let Some(label) = why.label {
            diag = diag.label(label);
        }
        if let Some(help) = why.help {
            diag = diag.help(help);
        }
        if let Some(instead) = why.instead {
            diag = diag.mend(instead.map(|instead| written(&instead)));
        }
        self.find(diag);
    }

    /// The text of a scalar; anything else is a finding that names what belongs here.
    pub fn scalar<'n>(&mut self, node: &'n Node, wanted: impl fmt::Display) -> Option<&'n str> {
        let found = match &node.value {
            Value::Scalar(scalar) if scalar.plain && scalar.text.is_empty() => {
                self.empty(node);
                return None;
            }
            Value::Scalar(scalar) if is_placeholder(&scalar.text) => {
                self.left_over(node, &scalar.text);
                return None;
            }
            Value::Scalar(scalar) => return Some(&scalar.text),
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
            Value::Refused => return None,
        };
        self.wrong_type(node, wanted, found).help =
            Some("write one value, without brackets or braces".to_owned());
        None
    }

    /// Says that something of another type stands here.
    pub fn wrong_type(&mut self, node: &Node, wanted: impl fmt::Display, found: &str) -> &mut Diag {
        let here = self.here();
        let diag = self.find_at(Code::WrongType, node, format!("{here} takes {wanted}"));
        diag.label = Some(format!("this is {found}"));
        diag
    }

    /// Says that a key has no value.
    pub fn empty(&mut self, node: &Node) {
        let here = self.here();
        let help = if self.route.ends_with(']') {
            "type the item, or delete it".to_owned()
        } else {
            behind_the_colon(self.field_here(), self.context)
        };
        let diag = self.find_at(Code::EmptyValue, node, format!("{here} has no value"));
        diag.label = Some("nothing stands here".to_owned());
        diag.help = Some(help);
    }

    /// Says that a placeholder was left where a value belongs.
    pub(super) fn left_over(&mut self, node: &Node, text: &str) {
        let message = format!("{} holds `{text}`, which only keeps a place", self.here());
        let help = if self.route.ends_with(']') {
            "type the item in its place, or delete it".to_owned()
        } else {
            in_its_place(self.field_here(), self.context)
        };
        let diag = self.find_at(Code::Placeholder, node, message);
        diag.label = Some("not a value yet".to_owned());
        diag.help = Some(help);
    }

    /// Whether an entry of a kind can be named by an id, as far as it is known which there are.
    #[must_use]
    pub fn has_entry(&self, kind: KindId, id: &str) -> bool {
        self.context.ids.is_none_or(|ids| ids.contains(&(kind, id)))
    }

    /// The field whose own value is read now, and not something below it.
    fn field_here(&self) -> Option<&Here> {
        self.field.as_ref().filter(|here| here.depth == self.route.len())
    }

    /// The keys that may stand in the record that is read now, where its field says which.
    pub(super) fn keys_here(&self) -> Option<&'static [Field]> {
        match self.field_here().map(|here| here.field.shape()) {
            Some(Shape::Record { fields, .. }) => Some(fields),
            Some(_) | None => None,
        }
    }

    /// The route in a sentence.
    #[must_use]
    pub fn here(&self) -> String {
        if self.route.is_empty() { "the file".to_owned() } else { format!("`{}`", self.route) }
    }
}

/// Those keys of a set of which one must be there, where a key is the only one of them that is there.
fn or_else(
    key: &str,
    record: &Node,
    one_of: &'static [&'static [&'static str]],
) -> Vec<&'static str> {
    let others = |set: &&'static [&'static str]| {
        let others: Vec<&str> = set.iter().copied().filter(|other| *other != key).collect();
        let given = |other: &&str| record.get(other).is_some_and(|value| !value.is_bare());
        (set.contains(&key) && !others.iter().any(given)).then_some(others)
    };
    one_of.iter().find_map(others).unwrap_or_default()
}
