//! Values from → to: the fields of an entry, as they are declared, walked in both states at once.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::Pairs;
use super::state::{Side, State};
use crate::config::Survey;
use crate::kinds::KindId;
use crate::read::{Field, Record as _, Shape};
use crate::value::{Arxiv, Author, Count, Doi, Reported};
use crate::yaml::{Node, Value};

/// What a field is to a reader of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A fact.
    Value,
    /// A word by which entries are grouped.
    Word,
    /// Prose about the entry.
    Text,
    /// Where values come from, and what sources say otherwise.
    Evidence,
    /// What serves the list only.
    Upkeep,
}

/// What a change of a field means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Something is recorded where nothing was.
    Grew,
    /// Something else is recorded, or nothing any more.
    Corrected,
    /// The entry stands in another group.
    Reclassified,
    /// Nothing that the list states is another.
    Reworded,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// As the file has it; several items with commas between them.
    pub written: String,
    /// As the list's first language says it, with the names of entries and words.
    pub shown: String,
}

/// A field with another value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The route, such as `licence.weights`.
    pub route: String,
    /// What the field is.
    pub class: Class,
    /// What the change means.
    pub how: How,
    /// What it was; nothing where nothing was recorded.
    pub from: Option<Said>,
    /// What it is; nothing where nothing is recorded any more.
    pub to: Option<Said>,
    /// Of a list, how many items are new.
    pub gained: usize,
    /// Of a list, how many items are no longer there.
    pub lost: usize,
    /// The source that speaks for the new value; a new one before one that was there.
    pub source: Option<String>,
}

/// Of a longer list only what came and went is said, in characters.
const LONGEST_LIST: usize = 160;

/// Keys that tell whether an entry is listed: they are spoken of by themselves.
const OF_STATUS: [&str; 3] = ["status", "reason", "superseded_by"];

/// Fields whose items stand in an order that means something.
const ORDERED: [&str; 2] = ["authors", "papers"];

struct Walk<'w> {
    before: &'w State,
    after: &'w State,
    pairs: &'w Pairs<'w>,
    found: Vec<FieldChange>,
}

/// What differs between an entry and what it was.
pub(super) fn compare(
    (before, old): (&State, &Side<'_>),
    (after, new): (&State, &Side<'_>),
    pairs: &Pairs<'_>,
) -> Vec<FieldChange> {
    let mut walk = Walk { before, after, pairs, found: Vec::new() };
    let mut fields = after.examined.catalog.of(new.record.kind).fields.clone();
    let other_status = old.status() != new.status();
    fields.retain(|field| {
        field.key != "former_ids" && !(other_status && OF_STATUS.contains(&field.key))
    });
    walk.fields(&fields, (old.tree, new.tree), "");
    for change in &mut walk.found {
        change.source = source(old, new, &change.route);
    }
    walk.found
}

/// The settings that differ.
pub(super) fn settings(before: &State, after: &State) -> Vec<FieldChange> {
    let nothing = Node { place: (0, 0), value: Value::Map(Vec::new()) };
    let (old, new) = (before.own("survey.yaml"), after.own("survey.yaml"));
    let pairs = Pairs::default();
    let mut walk = Walk { before, after, pairs: &pairs, found: Vec::new() };
    walk.fields(Survey::FIELDS, (old.unwrap_or(&nothing), new.unwrap_or(&nothing)), "");
    walk.found
}

/// The source that speaks for a value now and did not before, or else the first that does.
fn source(old: &Side<'_>, new: &Side<'_>, route: &str) -> Option<String> {
    let urls = |side: &Side<'_>| -> Vec<String> {
        let sources = side.record.common.sources_of(route);
        sources.filter_map(|source| Some(source.url.as_ref()?.as_str().to_owned())).collect()
    };
    let (old, new) = (urls(old), urls(new));
    new.iter().find(|url| !old.contains(url)).or(new.first()).cloned()
}

fn class(route: &str, shape: &Shape) -> Class {
    let key = route.rsplit('.').next().unwrap_or(route);
    match (route.split('.').next().unwrap_or(route), key) {
        ("sources" | "disputed", _) => Class::Evidence,
        ("added" | "distinct_from" | "authors_complete", _) => Class::Upkeep,
        // Other names for what stands there already.
        ("aliases" | "venue_short", _) | (_, "summary" | "description" | "note") => Class::Text,
        (_, key) if key.ends_with("_note") => Class::Text,
        ("type", _) => Class::Word,
        _ => match shape {
            Shape::Word(_) => Class::Word,
            Shape::List(inner) if matches!(**inner, Shape::Word(_)) => Class::Word,
            _ => Class::Value,
        },
    }
}

impl Walk<'_> {
    fn fields(&mut self, fields: &[Field], (old, new): (&Node, &Node), above: &str) {
        for field in fields {
            let (old, new) = (there(old.get(field.key)), there(new.get(field.key)));
            let dot = if above.is_empty() { "" } else { "." };
            let route = format!("{above}{dot}{}", field.key);
            // Results are compared by themselves.
            if route != "leaderboard.rows" {
                self.field(&field.shape(), (old, new), &route);
            }
        }
    }

    fn field(&mut self, shape: &Shape, (old, new): (Option<&Node>, Option<&Node>), route: &str) {
        let nothing = Node { place: (0, 0), value: Value::Map(Vec::new()) };
        let is_map =
            |node: Option<&Node>| node.is_none_or(|node| matches!(node.value, Value::Map(_)));
        match shape {
            _ if old.is_none() && new.is_none() => {}
            Shape::Record { fields, .. } if is_map(old) && is_map(new) => {
                let both = (old.unwrap_or(&nothing), new.unwrap_or(&nothing));
                self.fields(fields, both, route);
            }
            Shape::Map(inner) if is_map(old) && is_map(new) => {
                for name in names(old, new) {
                    let both = [old, new].map(|node| node.and_then(|node| there(node.get(&name))));
                    let route = format!("{route}.{name}");
                    match both {
                        [Some(_), Some(_)] => self.field(inner, (both[0], both[1]), &route),
                        [old, new] => self.leaf(inner, (old, new), &route),
                    }
                }
            }
            Shape::List(inner) => self.list(shape, inner, (old, new), route),
            Shape::Reported(inner) => self.leaf(inner, (old, new), route),
            _ => self.leaf(shape, (old, new), route),
        }
    }

    fn leaf(&mut self, shape: &Shape, (old, new): (Option<&Node>, Option<&Node>), route: &str) {
        let (from, to) = (said(self.before, shape, old), said(self.after, shape, new));
        if let (Some(old), Some(new)) = (old, new)
            && (flat(old) == flat(new) || self.is_same(shape, old, new))
        {
            return;
        }
        let mut class = class(route, shape);
        let mut how = self.how(class, shape, old, new);
        if from.is_some() && shown(from.as_ref()) == shown(to.as_ref()) {
            (class, how) = (Class::Text, How::Reworded);
        }
        self.found.push(FieldChange { from, to, ..FieldChange::new(route, class, how) });
    }

    fn list(
        &mut self,
        shape: &Shape,
        inner: &Shape,
        (old, new): (Option<&Node>, Option<&Node>),
        route: &str,
    ) {
        let class = class(route, shape);
        let (old_items, new_items) = (items(old), items(new));
        let is_evidence = class == Class::Evidence;
        let key = |node: &Node, is_old: bool| match node.get("url").filter(|_| is_evidence) {
            Some(url) => flat(url),
            None if is_old => self.renamed(inner, &flat(node)),
            None => flat(node),
        };
        let keys = |nodes: &[&Node], is_old: bool| -> Vec<String> {
            nodes.iter().map(|node| key(node, is_old)).collect()
        };
        let (old_keys, new_keys) = (keys(&old_items, true), keys(&new_items, false));
        let (mut lost, mut gained) = apart((&old_items, &old_keys), (&new_items, &new_keys));
        let fresh = gained.len();
        if !is_evidence {
            // What was a name and is an entry now, or is written in another form, says the same.
            let text = |state: &State, nodes: &[&Node]| -> Vec<String> {
                let said = nodes.iter().map(|node| said(state, inner, Some(node)));
                said.map(|said| said.map_or_else(String::new, |said| said.shown)).collect()
            };
            let (old_texts, new_texts) = (text(self.before, &lost), text(self.after, &gained));
            (lost, gained) = apart((&lost, &old_texts), (&gained, &new_texts));
        }
        if gained.is_empty() && lost.is_empty() {
            let is_reordered = old_keys != new_keys && ORDERED.contains(&route);
            let is_other = is_evidence
                && !old_items
                    .iter()
                    .map(|node| flat(node))
                    .eq(new_items.iter().map(|node| flat(node)));
            if is_other || fresh > 0 || is_reordered {
                let class = if is_evidence { class } else { Class::Text };
                self.found.push(FieldChange::new(route, class, How::Reworded));
            }
            return;
        }
        let how = match class {
            Class::Word => self.how(class, inner, old, new),
            Class::Evidence | Class::Text | Class::Upkeep => How::Reworded,
            Class::Value if lost.is_empty() => How::Grew,
            Class::Value => How::Corrected,
        };
        let both = [joined(self.before, inner, &old_items), joined(self.after, inner, &new_items)];
        let is_long = |said: &Option<Said>| {
            said.as_ref().is_some_and(|said| said.shown.chars().count() > LONGEST_LIST)
        };
        let counts = (gained.len(), lost.len());
        let [from, to] = if both.iter().any(is_long) {
            [joined(self.before, inner, &lost), joined(self.after, inner, &gained)]
        } else {
            both
        };
        let change = FieldChange { from, to, ..FieldChange::new(route, class, how) };
        self.found.push(FieldChange { gained: counts.0, lost: counts.1, ..change });
    }

    /// A word that the list could not say before sorts entries anew, and adds nothing to what is known of them.
    fn how(&self, class: Class, shape: &Shape, old: Option<&Node>, new: Option<&Node>) -> How {
        match (class, old, new) {
            (Class::Text | Class::Evidence | Class::Upkeep, ..) => How::Reworded,
            (Class::Value, None, _) => How::Grew,
            (Class::Value, Some(_), _) | (Class::Word, Some(_), None) => How::Corrected,
            (Class::Word, Some(_), Some(_)) => How::Reclassified,
            (Class::Word, None, new) => {
                let words = &self.before.examined.catalog.vocabulary;
                let is_known = |node: &&Node| match (shape, node.text()) {
                    (Shape::Word(section), Some(word)) => words.has(section, word),
                    _ => true,
                };
                if items(new).iter().all(is_known) { How::Grew } else { How::Reclassified }
            }
        }
    }

    /// Whether two values that are written in different ways are one.
    fn is_same(&self, shape: &Shape, old: &Node, new: &Node) -> bool {
        let (Some(one), Some(other)) = (old.text(), new.text()) else { return false };
        match shape {
            Shape::Count => {
                let count = |text: &str| match text.parse::<Reported<Count>>() {
                    Ok(Reported::Value(count)) => Some((count.value(), count.bound())),
                    _ => None,
                };
                count(one).is_some() && count(one) == count(other)
            }
            Shape::Doi => one.parse::<Doi>().ok().is_some_and(|doi| other.parse() == Ok(doi)),
            Shape::Arxiv => one.parse::<Arxiv>().ok().is_some_and(|id| other.parse() == Ok(id)),
            Shape::Ref(_) | Shape::PaperRef | Shape::Id => self.renamed(shape, one) == other,
            _ => false,
        }
    }

    /// A reference as it reads after the renames.
    fn renamed(&self, shape: &Shape, text: &str) -> String {
        match shape {
            Shape::Ref(kind) => self.pairs.now(*kind, text).to_owned(),
            Shape::PaperRef => self.pairs.now(KindId::Paper, text).to_owned(),
            Shape::Either(short, _) => self.renamed(short, text),
            _ => text.to_owned(),
        }
    }
}

/// Several values in a row.
fn joined(state: &State, shape: &Shape, nodes: &[&Node]) -> Option<Said> {
    let all: Vec<Said> = nodes.iter().filter_map(|node| said(state, shape, Some(node))).collect();
    let join = |text: fn(&Said) -> &str| all.iter().map(text).collect::<Vec<_>>().join(", ");
    (!all.is_empty())
        .then(|| Said { written: join(|said| &said.written), shown: join(|said| &said.shown) })
}

/// A value with the names of what it refers to.
fn said(state: &State, shape: &Shape, node: Option<&Node>) -> Option<Said> {
    let node = node?;
    let text = node.text();
    let name = |kind: KindId, id: &str| state.side(kind, id).map(|side| side.named().name);
    let plain = || {
        let languages = &state.examined.catalog.languages;
        let shown = show(node, languages);
        Said { written: shown.clone(), shown }
    };
    Some(match (shape, text) {
        (Shape::Either(short, _), Some(_)) => said(state, short, Some(node))?,
        (Shape::Ref(kind), Some(id)) => {
            let name = name(*kind, id).unwrap_or_else(|| id.to_owned());
            Said { written: name.clone(), shown: name }
        }
        (Shape::PaperRef, Some(id)) => {
            let shown = name(KindId::Paper, id).unwrap_or_else(|| id.to_owned());
            Said { written: id.to_owned(), shown }
        }
        // In the order of speech, however it is written.
        (Shape::Author, Some(text)) => {
            let name = text.parse::<Author>().map_or_else(|_| text.to_owned(), |name| name.name());
            Said { written: name.clone(), shown: name }
        }
        (Shape::Word(section), Some(word)) => {
            Said { written: word.to_owned(), shown: state.label(section, word) }
        }
        _ => plain(),
    })
}

impl FieldChange {
    fn new(route: &str, class: Class, how: How) -> Self {
        let route = route.to_owned();
        Self { route, class, how, from: None, to: None, gained: 0, lost: 0, source: None }
    }
}

fn shown(said: Option<&Said>) -> Option<&str> {
    said.map(|said| said.shown.as_str())
}

/// What is in one of two lists only: of the first, then of the second. Each comes with the keys of its items.
fn apart<'n>(
    (old, old_keys): (&[&'n Node], &[String]),
    (new, new_keys): (&[&'n Node], &[String]),
) -> (Vec<&'n Node>, Vec<&'n Node>) {
    let mut left: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, key) in old_keys.iter().enumerate().rev() {
        left.entry(key).or_default().push(at);
    }
    let is_new = |(node, key): (&&'n Node, &String)| {
        let known = left.get_mut(key.as_str()).and_then(Vec::pop);
        known.is_none().then_some(*node)
    };
    let gained = new.iter().zip(new_keys).filter_map(is_new).collect();
    let mut lost: Vec<usize> = left.into_values().flatten().collect();
    lost.sort_unstable();
    (lost.into_iter().filter_map(|at| old.get(at).copied()).collect(), gained)
}

/// A value that says something.
fn there(node: Option<&Node>) -> Option<&Node> {
    node.filter(|node| !node.is_bare() && !matches!(node.value, Value::Refused))
}

fn items(node: Option<&Node>) -> Vec<&Node> {
    match node.map(|node| &node.value) {
        Some(Value::List(items)) => items.iter().collect(),
        _ => node.into_iter().collect(),
    }
}

/// The keys of two maps: those of the second in its order, then those that are no longer there.
fn names(old: Option<&Node>, new: Option<&Node>) -> Vec<String> {
    let keys = |node: Option<&Node>| -> Vec<String> {
        match node.map(|node| &node.value) {
            Some(Value::Map(pairs)) => pairs.iter().map(|pair| pair.key.text.clone()).collect(),
            _ => Vec::new(),
        }
    };
    let mut names = keys(new);
    let known: BTreeSet<String> = names.iter().cloned().collect();
    names.extend(keys(old).into_iter().filter(|name| !known.contains(name)));
    names
}

/// Everything that a value says, so that two can be compared.
pub(super) fn flat(node: &Node) -> String {
    match &node.value {
        Value::Scalar(scalar) => scalar.text.clone(),
        Value::List(items) => items.iter().map(flat).collect::<Vec<_>>().join("\u{1}"),
        Value::Map(pairs) => {
            let mut said: Vec<String> = pairs
                .iter()
                .map(|pair| format!("{}\u{2}{}", pair.key.text, flat(&pair.value)))
                .collect();
            said.sort();
            said.join("\u{3}")
        }
        Value::Refused => String::new(),
    }
}

/// A value as a sentence says it.
fn show(node: &Node, languages: &[String]) -> String {
    match &node.value {
        Value::Scalar(scalar) => scalar.text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::List(items) => {
            items.iter().map(|item| show(item, languages)).collect::<Vec<_>>().join(", ")
        }
        Value::Map(pairs) => {
            let by_key = |key: &str| node.get(key).map(|node| show(node, languages));
            let name = ["name", "group"].into_iter().find_map(by_key);
            let text = || languages.iter().find_map(|language| by_key(language));
            let listed = || {
                let pair = |pair: &crate::yaml::Pair| {
                    format!("{} {}", pair.key.text, show(&pair.value, languages))
                };
                pairs.iter().map(pair).collect::<Vec<_>>().join(", ")
            };
            name.or_else(text).unwrap_or_else(listed)
        }
        Value::Refused => String::new(),
    }
}
