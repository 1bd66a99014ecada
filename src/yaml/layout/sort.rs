//! Puts keys in their order, each with its comments, and lifts comments out of places where none can stand.

use super::Order;
use super::parts::{Body, Children, Document, Entry, Flow, Item, Remark};

/// Sorts a document.
pub(super) fn sort(document: &mut Document<'_>, order: &Order) {
    sort_body(&mut document.root.body, order);
}

fn sort_body(body: &mut Body<'_>, order: &Order) {
    match body {
        Body::Block(children) => sort_block(children, order),
        Body::Flow(flow) => sort_flow(flow, order),
        Body::Nothing | Body::Text { .. } | Body::Literal { .. } => {}
    }
}

fn sort_block(children: &mut Children<'_>, order: &Order) {
    for entry in &mut children.entries {
        sort_body(&mut entry.body, entry.key.map_or(order.item(), |(_, name)| order.below(name)));
        if entry.key.is_none() {
            lift(entry);
        }
    }
    let name = |entry: &Entry<'_>| entry.key.map(|(_, name)| name.to_owned());
    by_rank(&mut children.entries, order, name);
}

fn sort_flow(flow: &mut Flow<'_>, order: &Order) {
    let pairs = flow.brackets.0 == '{';
    for item in &mut flow.items {
        let below = match item.key {
            Some((_, name)) if pairs => order.below(name),
            Some((_, name)) => order.item().below(name),
            None => order.item(),
        };
        sort_body(&mut item.body, below);
    }
    if pairs {
        let first = flow.items.first().is_some_and(|item| item.below);
        by_rank(&mut flow.items, order, |item: &Item<'_>| {
            item.key.map(|(_, name)| name.to_owned())
        });
        // Whether a line ends behind the bracket is the bracket's, not the item's.
        if let Some(item) = flow.items.first_mut() {
            item.below = first;
        }
    }
}

/// The first entry of an item stands behind its dash, so that its comments can only stand above the dash.
fn lift(item: &mut Entry<'_>) {
    let Body::Block(children) = &mut item.body else { return };
    let Some(first) = children.entries.first_mut() else { return };
    first.blank = false;
    let mut lifted: Vec<Remark<'_>> = std::mem::take(&mut first.remarks);
    if let Some(remark) = lifted.first_mut() {
        remark.blank = item.blank;
        item.blank = false;
        item.remarks.append(&mut lifted);
    }
}

/// Sorts by the order of the keys; one that has no place there stays behind the one it followed.
fn by_rank<T>(entries: &mut Vec<T>, order: &Order, name: impl Fn(&T) -> Option<String>) {
    let Order::Keys(keys) = order else { return };
    let mut rank = 0;
    let mut ranked: Vec<(usize, T)> = Vec::with_capacity(entries.len());
    for entry in entries.drain(..) {
        let found = name(&entry).and_then(|name| keys.iter().position(|(key, _)| *key == name));
        rank = found.map_or(rank, |at| at + 1);
        ranked.push((rank, entry));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    entries.extend(ranked.into_iter().map(|(_, entry)| entry));
}
