//! What survey.yaml declares of kinds and fields: kinds and built-in fields that a list does not use, and its own fields.

use std::collections::BTreeSet;

use super::own::{Own, OwnType};
use super::{Common, KindId};
use crate::diag::{Code, Diag, one_of};
use crate::read::{Field, Need, Read, Reader, Record as _, Shape, choices, pairs, record};
use crate::value::{Line, Slug, Text, kept, nearest, reserved};
use crate::yaml::{Key, Node, Pair, Value};

/// The kinds that a list does not use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unused(pub BTreeSet<KindId>);

/// What a list declares of the fields of its kinds.
#[derive(Debug, Clone, Default)]
pub struct Declarations {
    /// The built-in fields that it does not use.
    pub off: BTreeSet<(KindId, &'static str)>,
    /// Its own fields, in their order, each with the key that it stands behind.
    pub own: Vec<(KindId, &'static Own, Option<&'static str>)>,
}

record! {
    /// A field that a list declares.
    pub struct Declaration {
        /// What stands in it.
        r#type as "type": Option<OwnType> = always,
        /// Whether it is a list of them; `false` where it is left out.
        many: Option<bool>,
        /// Of words: their section of vocabulary.yaml, if not the one of the field's own name.
        section: Option<Line>,
        /// Of numbers: their unit.
        unit: Option<Line>,
        /// Of a `ref`: the folder of the kind that is named, such as `models`.
        to: Option<Line>,
        /// What readers see as its name; the key where it is left out.
        label: Option<Text>,
        /// What it means, in one sentence.
        about: Option<Text>,
        /// The key that it stands behind in a file; the last of the kind's own where it is left out.
        after: Option<Line>,
        /// Which entries must have it; none where it is left out.
        required: Option<Required>,
        /// Whether a note may stand beside it, under the key with `_note`.
        note: Option<bool>,
        /// Whether it takes `not reported` and the other words for why there is no value.
        states: Option<bool>,
        /// Whether a value that no source names is a warning.
        sourced: Option<bool>,
        /// What it gets beyond the page, comparison, coverage, search and data, which all have.
        show: Vec<Show>,
        /// The part of addresses that its pages have, as `/models/<page>/<word>/`; `by/` and the key where it is left out.
        page: Option<Slug>,
    }
}

choices! {
    /// Which entries must have a field.
    pub enum Required {
        /// Those that are listed.
        Listed = "listed",
        /// All.
        Always = "always",
    }
}

choices! {
    /// What a field gets beyond what all have.
    pub enum Show {
        /// Entries can be narrowed by it, and each value has a page.
        Facet = "facet",
        /// A column of the site's lists that is there from the start.
        Column = "column",
    }
}

/// Keys that published data has beside the fields of an entry, and columns of its tables.
const TAKEN: [&str; 11] =
    ["code", "file", "home", "id", "kind", "name", "named_by", "names", "page", "title", "weights"];

/// How keys end that published data makes.
const ENDINGS: [&str; 2] = ["_note", "_text"];

impl Read for Unused {
    fn shape() -> Shape {
        Shape::Map(Box::new(Shape::Boolean))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut unused = Self::default();
        for Pair { key, value } in pairs(node, reader, || "challenges: false".to_owned())? {
            let Some(kind) = kind_of(key, reader) else { continue };
            if reader.below(&key.text, |reader| bool::read(value, reader)) == Some(false) {
                unused.0.insert(kind);
            }
        }
        if unused.0.len() == KindId::ALL.len() {
            setting(node, "a list without any kind holds nothing", reader).help =
                Some("delete one of these lines".to_owned());
            return None;
        }
        Some(unused)
    }
}

impl Read for Declarations {
    fn shape() -> Shape {
        let field = Shape::Either(Box::new(Shape::Boolean), Box::new(Declaration::shape()));
        Shape::Map(Box::new(Shape::Map(Box::new(field))))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut all = Self::default();
        let example = || "models: {modality: {type: word}}".to_owned();
        for Pair { key, value } in pairs(node, reader, example)? {
            let Some(kind) = kind_of(key, reader) else { continue };
            reader.below(&key.text, |reader| all.of_kind(kind, value, reader));
        }
        Some(all)
    }
}

impl Declarations {
    fn of_kind(&mut self, kind: KindId, node: &Node, reader: &mut Reader<'_>) {
        let Some(fields) = pairs(node, reader, || "modality: {type: word}".to_owned()) else {
            return;
        };
        for Pair { key, value } in fields {
            match value.text() {
                Some("false") => self.switch_off(kind, key, reader),
                Some("true") => {
                    let message = format!("`{}` is not declared by `true`", key.text);
                    let diag = Diag::new(Code::BadSetting, reader.span(key.place), message);
                    reader.find(diag.help(
                        "a built-in field is there without a line: delete this one; to declare a field of your own, say \
                         what stands in it, such as `{type: word}`",
                    ));
                }
                _ => {
                    let read = reader
                        .below(&key.text, |reader| Declaration::read(value, reader).map(Box::new));
                    if let Some(of) = read {
                        self.declare(kind, key, (value, &of), reader);
                    }
                }
            }
        }
    }

    fn switch_off(&mut self, kind: KindId, key: &Key, reader: &mut Reader<'_>) {
        let fields = kind.built_in_fields();
        let diag = |message: String, reader: &Reader<'_>| {
            Diag::new(Code::BadSetting, reader.span(key.place), message)
        };
        match fields.iter().find(|field| field.key == key.text) {
            Some(field) if field.need == Need::Always => {
                let message = format!("every {kind} has `{}`, so it cannot be left out", key.text);
                let diag = diag(message, reader).help("delete this line");
                reader.find(diag);
            }
            Some(field) => {
                self.off.insert((kind, field.key));
                let note = format!("{}_note", field.key);
                let note = fields.iter().find(|field| field.key == note);
                self.off.extend(note.map(|note| (kind, note.key)));
            }
            None => {
                let message = format!("a {kind} has no built-in field `{}`", key.text);
                let known = || fields.iter().map(|field| field.key);
                let diag = diag(message, reader);
                let diag = match nearest(&key.text, known()) {
                    Some(near) => diag.did_you_mean(&key.text, near),
                    None => diag.help(format!("write {}", one_of(known()))),
                };
                reader.find(diag);
            }
        }
    }

    fn declare(
        &mut self,
        kind: KindId,
        key: &Key,
        (node, of): (&Node, &Declaration),
        reader: &mut Reader<'_>,
    ) {
        let before = reader.findings.len();
        if let Some((message, help)) = taken(kind, &key.text, reader.context.languages) {
            let diag = Diag::new(Code::BadSetting, reader.span(key.place), message).help(help);
            reader.find(diag);
        }
        let Some(ty) = of.r#type else { return };
        reader.below(&key.text, |reader| misfits(ty, (node, of), reader));
        let name = kept(&key.text);
        let after = of.after.as_ref().and_then(|after| self.after(kind, after, node, reader));
        let to = of.to.as_ref().and_then(|to| {
            let found = KindId::of_folder(to.as_str());
            if found.is_none() {
                unknown_kind(to.as_str(), node.get("to").unwrap_or(node), reader);
            }
            found
        });
        let label = of.label.clone().unwrap_or_else(|| spelt_out(&key.text, reader));
        let other = self.own.iter().find(|(of, own, _)| *of != kind && own.key == name);
        if other.is_some_and(|(_, own, _)| own.label != label) {
            let place = node.get("label").unwrap_or(node);
            let message = format!("`{name}` has another label in another kind");
            setting(place, message, reader).help =
                Some("give both the same label, or one of them another key".to_owned());
        }
        if reader.findings.len() > before {
            return;
        }
        let section = of.section.as_ref().map_or(name, |section| kept(section.as_str()));
        let about = of.about.as_ref().and_then(|about| {
            about.in_language(reader.context.first_language(), reader.context.languages)
        });
        let first = label.in_language(reader.context.first_language(), reader.context.languages);
        let about = about.or(first).map_or(name, |about| kept(about.text));
        let is_facet = of.show.contains(&Show::Facet);
        let page = match &of.page {
            Some(page) => page.as_str().to_owned(),
            None => format!("by/{}", address_part(name)),
        };
        let own = Own {
            key: name,
            of: ty,
            many: of.many == Some(true),
            section: if ty == OwnType::Word { section } else { "" },
            unit: of.unit.as_ref().map(|unit| kept(unit.as_str())),
            to: to.unwrap_or(kind),
            about,
            need: match of.required {
                None => Need::Optional,
                Some(Required::Listed) => Need::Listed,
                Some(Required::Always) => Need::Always,
            },
            note: (of.note == Some(true)).then(|| kept(&format!("{name}_note"))),
            states: of.states == Some(true),
            sourced: of.sourced == Some(true),
            facet: is_facet.then(|| kept(&page)),
            column: of.show.contains(&Show::Column),
            label,
        };
        self.own.push((kind, own.keep(), after));
    }

    /// The key that a field stands behind: a built-in one, or one that is declared above it.
    fn after(
        &self,
        kind: KindId,
        after: &Line,
        node: &Node,
        reader: &mut Reader<'_>,
    ) -> Option<&'static str> {
        let own = self.own.iter().filter(|(of, ..)| *of == kind).map(|(_, own, _)| own.key);
        let built_in = kind.built_in_fields().iter().map(|field| field.key);
        let known: Vec<&'static str> = built_in.chain(own).collect();
        let found = known.iter().copied().find(|key| *key == after.as_str());
        if found.is_none() {
            let place = node.get("after").unwrap_or(node);
            let message = format!("a {kind} has no field `{}` above this one", after.as_str());
            let diag = Diag::new(Code::BadSetting, reader.span(place.handle()), message);
            reader.find(match nearest(after.as_str(), known.iter().copied()) {
                Some(near) => diag.did_you_mean(after.as_str(), near),
                None => diag.help(format!("write {}", one_of(known.iter().copied()))),
            });
        }
        found
    }
}

/// Why a key cannot be that of a list's own field, and what to do.
fn taken(kind: KindId, key: &str, languages: &[String]) -> Option<(String, String)> {
    let other = || format!("choose another key, such as `{key}_of_{}`", kind.noun());
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !key.starts_with(|c: char| c.is_ascii_lowercase()) || !key.chars().all(letters) {
        let even: String =
            key.to_lowercase().chars().map(|c| if letters(c) { c } else { '_' }).collect();
        let even = even.trim_matches('_').to_owned();
        let example = if even.is_empty() { "modality".to_owned() } else { even };
        return Some((
            format!("`{key}` cannot be the key of a field"),
            format!("write small letters, digits and `_`, such as `{example}`"),
        ));
    }
    let common = Common::FIELDS.iter().chain(kind.built_in_fields());
    if common.into_iter().any(|field| field.key == key) {
        return Some((
            format!("a {kind} has a built-in field `{key}` already"),
            format!("use that one and delete this line, or {}", other()),
        ));
    }
    if TAKEN.contains(&key) {
        return Some((format!("published data has a key `{key}` of its own"), other()));
    }
    let of_language =
        |language: &&String| key.ends_with(&format!("_{}", language.replace('-', "_")));
    let ending = ENDINGS.iter().find(|ending| key.ends_with(*ending)).map(|end| (*end).to_owned());
    let ending =
        ending.or_else(|| languages.iter().find(of_language).map(|code| format!("_{code}")));
    ending.map(|ending| {
        let without = key.strip_suffix(&ending).unwrap_or(key);
        (
            format!("keys that end in `{ending}` are made by the program"),
            format!("choose another key, such as `{without}`"),
        )
    })
}

/// What is declared of a field and does not go with what stands in it.
fn misfits(ty: OwnType, (node, of): (&Node, &Declaration), reader: &mut Reader<'_>) {
    use OwnType::{Count, Flag, Number, Quantity, Ref, Text, Url, Word};
    let shows_facet = of.show.contains(&Show::Facet);
    let rules: [(&str, bool, &str); 8] = [
        ("many", of.many == Some(true) && matches!(ty, Text | Flag), "is one value"),
        ("section", of.section.is_some() && ty != Word, "has no words of the vocabulary"),
        ("unit", of.unit.is_some() && ty != Number, "has no unit of its own"),
        ("to", of.to.is_some() && ty != Ref, "names no entry"),
        (
            "states",
            of.states == Some(true)
                && (of.many == Some(true) || !matches!(ty, Number | Count | Quantity | Url | Word)),
            "takes no words for why there is no value",
        ),
        ("show", shows_facet && !matches!(ty, Word | Flag), "cannot narrow a list"),
        ("page", of.page.is_some() && !shows_facet, "has no pages without `show: [facet]`"),
        (
            "page",
            of.page.as_ref().is_some_and(|page| is_page(page.as_str())),
            "cannot have the pages of something else",
        ),
    ];
    for (key, is_wrong, why) in rules {
        if !is_wrong {
            continue;
        }
        let what = if of.many == Some(true) && key == "states" { "a list" } else { ty.as_str() };
        let message = format!("`{what}` {why}, so `{key}` does not go with it");
        let help = match key {
            "show" => {
                "a facet is made of words: use `type: word` or `type: flag`, or delete `facet`"
            }
            "page" => "choose another name, or delete `page`",
            _ => "delete it, or choose another `type`",
        };
        setting(node.get(key).unwrap_or(node), message, reader).help = Some(help.to_owned());
    }
    if ty == Ref && of.to.is_none() {
        setting(node, "a `ref` names entries of a kind, and none is given", reader).help =
            Some("add `to`, such as `to: models`".to_owned());
    }
    if let (Some(section), Word) = (&of.section, ty)
        && taken_section(section.as_str())
    {
        let place = node.get("section").unwrap_or(node);
        let message = format!("`{}` cannot be a section of words", section.as_str());
        setting(place, message, reader).help =
            Some("write small letters, digits and `_`, such as `modality`".to_owned());
    }
}

fn taken_section(section: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    section.is_empty() || !section.chars().all(letters) || section == "schema"
}

/// Whether the site keeps a name for pages of its own.
fn is_page(name: &str) -> bool {
    reserved().contains(&name)
}

fn setting<'r>(node: &Node, message: impl AsRef<str>, reader: &'r mut Reader<'_>) -> &'r mut Diag {
    reader.find_at(Code::BadSetting, node, message)
}

fn kind_of(key: &Key, reader: &mut Reader<'_>) -> Option<KindId> {
    let found = KindId::of_folder(&key.text);
    if found.is_none() {
        let node = Node { place: key.place, value: Value::Refused };
        unknown_kind(&key.text, &node, reader);
    }
    found
}

fn unknown_kind(text: &str, node: &Node, reader: &mut Reader<'_>) {
    let folders = || KindId::ALL.iter().map(|kind| kind.folder());
    let message = format!("`{text}` is not the folder of a kind");
    let diag = Diag::new(Code::BadSetting, reader.span(node.handle()), message);
    reader.find(match nearest(text, folders()) {
        Some(near) => diag.did_you_mean(text, near),
        None => diag.help(format!("write {}", one_of(folders()))),
    });
}

/// A key as a label: `input_size` is `Input size`.
fn spelt_out(key: &str, reader: &Reader<'_>) -> Text {
    let mut letters = key.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    let label: String = first.into_iter().chain(letters).collect();
    let language = reader.context.first_language().to_owned();
    Text(std::iter::once((language, label.replace('_', " "))).collect())
}

/// A key as a part of addresses.
fn address_part(key: &str) -> String {
    key.replace('_', "-")
}

/// Puts the list's own fields among those of a kind.
pub(super) fn placed(
    mut fields: Vec<Field>,
    own: &[(&'static Own, Option<&'static str>)],
) -> Vec<Field> {
    let mut last: Vec<(&str, usize)> = Vec::new();
    for (own, after) in own {
        let mut at = fields.len();
        if let Some(after) = *after {
            let found = fields.iter().position(|field| field.key == after);
            at = found.map_or(fields.len(), |found| found + 1);
            let is_note = |field: &Field| field.key.strip_suffix("_note") == Some(after);
            if fields.get(at).is_some_and(is_note) {
                at += 1;
            }
            // What was put behind the same key before comes first.
            at += last.iter().filter(|(of, _)| *of == after).map(|(_, count)| count).sum::<usize>();
            let count = 1 + usize::from(own.note.is_some());
            last.push((after, count));
        }
        let new = std::iter::once(own.field()).chain(own.note_field());
        for (more, field) in new.enumerate() {
            fields.insert(at + more, field);
        }
    }
    fields
}
