//! Which entry of one state is which of the other: by id, by former ids, and where neither tells, by what they say.

use std::collections::{BTreeMap, BTreeSet};

use super::state::{Side, State};
use super::{Named, Renamed};
use crate::kinds::KindId;
use crate::value::Identity;
use crate::yaml::{Node, Value};

/// The entries of both states, each with the one it was or is.
#[derive(Debug, Default)]
pub(super) struct Pairs<'s> {
    /// Those that are in both.
    pub(super) both: Vec<(Side<'s>, Side<'s>)>,
    /// Those that are in the second only.
    pub(super) added: Vec<Side<'s>>,
    /// Those that are in the first only.
    pub(super) gone: Vec<Named>,
    /// Those whose id changed.
    pub(super) renamed: Vec<Renamed>,
    /// What became of ids that are no more.
    now: BTreeMap<(KindId, String), String>,
}

/// Of so many pairs of lost and new entries each is looked at; who changes more at once is not guessed at.
const MOST_GUESSES: usize = 40_000;

impl Pairs<'_> {
    /// The id by which an entry of the first state goes in the second.
    pub(super) fn now<'i>(&'i self, kind: KindId, id: &'i str) -> &'i str {
        self.now.get(&(kind, id.to_owned())).map_or(id, String::as_str)
    }
}

/// Pairs the entries of two states.
pub(super) fn pairs<'s>(before: &'s State, after: &'s State) -> Pairs<'s> {
    let (old, new) = (before.sides(), after.sides());
    let mut pairs = Pairs::default();
    let was_there = |kind, id: &str| before.examined.catalog.has_file(kind, id);
    let former: BTreeMap<(KindId, &str), Side<'s>> = new
        .values()
        .flat_map(|side| {
            let ids = side.record.common.former_ids.iter();
            ids.map(|id| ((side.record.kind, id.as_str()), *side))
        })
        .collect();
    let mut taken = BTreeSet::new();
    let mut lost = Vec::new();
    for file in &before.examined.catalog.files {
        let key = (file.kind, file.id.as_str());
        let side = old.get(&key).copied();
        if after.examined.catalog.has_file(file.kind, file.id.as_str()) {
            if let Some((side, new)) = side.zip(new.get(&key)) {
                pairs.both.push((side, *new));
            }
        } else if let Some(heir) = former.get(&key) {
            let id = heir.record.id.as_str();
            let took_in = was_there(file.kind, id) || taken.contains(&(file.kind, id));
            pairs.rename(key, side, *heir, true, took_in);
            taken.insert((file.kind, id));
        } else {
            lost.push((key, side));
        }
    }
    let fresh: Vec<Side<'s>> = new
        .iter()
        .filter(|((kind, id), _)| !was_there(*kind, id) && !taken.contains(&(*kind, *id)))
        .map(|(_, side)| *side)
        .collect();
    let mut left: Vec<Option<Side<'s>>> = fresh.iter().copied().map(Some).collect();
    let guess = lost.len().saturating_mul(fresh.len()) <= MOST_GUESSES;
    for (key, side) in lost {
        let like = |other: &Option<Side<'s>>| {
            side.zip(*other).is_some_and(|(side, other)| guess && is_alike(side, other))
        };
        match left.iter_mut().find(|other| like(other)).and_then(Option::take) {
            Some(heir) => pairs.rename(key, side, heir, false, false),
            None => pairs.gone.push(side.map_or_else(
                || Named { kind: key.0, id: key.1.to_owned(), name: key.1.to_owned() },
                |side| side.named(),
            )),
        }
    }
    pairs.added = left.into_iter().flatten().collect();
    pairs
}

impl<'s> Pairs<'s> {
    fn rename(
        &mut self,
        (kind, id): (KindId, &str),
        old: Option<Side<'s>>,
        new: Side<'s>,
        noted: bool,
        took_in: bool,
    ) {
        self.now.insert((kind, id.to_owned()), new.record.id.to_string());
        self.renamed.push(Renamed { entry: new.named(), from: id.to_owned(), noted, took_in });
        self.both.extend(old.filter(|_| !took_in).map(|old| (old, new)));
    }
}

/// Whether two entries are one under two ids: of one name, or with most of what they say in common.
fn is_alike(old: Side<'_>, new: Side<'_>) -> bool {
    if old.record.kind != new.record.kind {
        return false;
    }
    let name = |side: Side<'_>| Identity::of_name(side.record.name());
    if !old.record.name().is_empty() && name(old) == name(new) {
        return true;
    }
    let (one, other) = (leaves(old.tree), leaves(new.tree));
    let shared = one.intersection(&other).count();
    // Three of five, of all that is said on either side.
    shared * 5 >= (one.len() + other.len() - shared) * 3 && shared > 0
}

fn leaves(tree: &Node) -> BTreeSet<(&str, String)> {
    let mut found = BTreeSet::new();
    if let Value::Map(pairs) = &tree.value {
        for pair in pairs {
            gather(&pair.key.text, &pair.value, &mut found);
        }
    }
    found
}

fn gather<'n>(key: &'n str, node: &'n Node, found: &mut BTreeSet<(&'n str, String)>) {
    match &node.value {
        Value::Scalar(scalar) => {
            found.insert((key, scalar.text.clone()));
        }
        Value::List(items) => items.iter().for_each(|item| gather(key, item, found)),
        Value::Map(pairs) => {
            for pair in pairs {
                gather(&pair.key.text, &pair.value, found);
            }
        }
        Value::Refused => {}
    }
}
