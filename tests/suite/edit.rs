//! Edits, the canonical layout, fixes and renames, as values.

mod broken;
mod fixes;
mod generated;
mod layouts;
mod renames;
mod typed;

use std::sync::{Arc, LazyLock};

use listwright::diag::{Applicability, Code, Mends};
use listwright::kinds::{KindId, Registry};
use listwright::read::order_of;
use listwright::rewrite::{Fixed, Formatted, Refused, fix, format, rename};
use listwright::source::{Content, Source, Sources};
use listwright::yaml::edit::{Edit, Refused as RefusedEdit, apply};
use listwright::yaml::{Node, Order, comments, layout, parse, same};
use proptest::prelude::*;

use crate::door::{SETTINGS, Survey, WORDS};

fn read(text: &str) -> Option<Node> {
    let sources = Sources::new(vec![Source::new("x.yaml", Content::Text(text.to_owned()))]);
    let (id, source) = sources.iter().next().unwrap();
    let mut findings = Vec::new();
    let tree = parse(id, source, &mut findings);
    tree.filter(|_| findings.is_empty())
}

fn model_order() -> Order {
    static REGISTRY: LazyLock<Arc<Registry>> =
        LazyLock::new(|| Survey::default().examined().catalog.registry);
    order_of(&REGISTRY.of(KindId::Model).fields, &["en".to_owned(), "zh".to_owned()])
}

/// The text laid out as a model's, with everything that must hold of it.
fn laid_out(text: &str) -> String {
    let (tree, order) = (read(text).unwrap(), model_order());
    let Some(new) = layout(text, &tree, &order) else { panic!("no layout:\n{text}") };
    let Some(fresh) = read(&new) else { panic!("unreadable:\n{text}\n--- became\n{new}") };
    assert!(same(&tree, &fresh, &order), "says something else:\n{text}\n--- became\n{new}");
    assert_eq!(comments(text, &tree), comments(&new, &fresh), "{text}\n--- became\n{new}");
    let again = layout(&new, &fresh, &order);
    assert_eq!(again.as_deref(), Some(new.as_str()), "not the last word:\n{text}");
    new
}

fn formatted(path: &str, text: &str) -> String {
    let sources = Survey::default().file(path, text).sources();
    let Formatted { rewrites, findings, left, .. } = format(&sources, &|wanted| wanted == path);
    assert_eq!((findings.len(), left.len()), (0, 0));
    rewrites.first().map_or_else(|| text.to_owned(), |rewrite| rewrite.text.clone())
}

mod edits {
    use super::*;

    #[test]
    fn edits_are_applied_at_once_in_any_order() {
        let edits = [Edit::replace(8..9, "二"), Edit::insert(0, "# c\n"), Edit::replace(3..4, "")];
        assert_eq!(apply("a: 1\nb: 2\n", &edits).unwrap(), "# c\na: \nb: 二\n");
    }

    #[test]
    fn overlapping_edits_are_refused() {
        let overlap = [Edit::replace(0..3, "x"), Edit::replace(2..4, "y")];
        assert_eq!(apply("abcdef", &overlap), Err(RefusedEdit::Overlap));
        let twice = [Edit::insert(2, "x"), Edit::insert(2, "y")];
        assert_eq!(apply("abcdef", &twice), Err(RefusedEdit::Overlap));
        let touching = [Edit::replace(0..2, "x"), Edit::replace(2..4, "y")];
        assert_eq!(apply("abcdef", &touching).unwrap(), "xyef");
    }

    #[test]
    fn an_edit_outside_the_text_or_within_a_character_is_refused() {
        assert_eq!(apply("ab", &[Edit::replace(1..5, "")]), Err(RefusedEdit::OutOfText));
        assert_eq!(apply("中", &[Edit::insert(1, "x")]), Err(RefusedEdit::OutOfText));
    }
}

mod places {
    use super::*;

    fn slice<'t>(text: &'t str, tree: &Node, route: &str) -> &'t str {
        &text[tree.at(route).unwrap().range()]
    }

    #[test]
    fn a_quoted_value_ends_at_its_quote_and_not_at_the_comment_behind_it() {
        let text = "a: 'it''s' # c\nb: \"x \\\" y\"   # d\n";
        let tree = read(text).unwrap();
        assert_eq!(slice(text, &tree, "a"), "'it''s'");
        assert_eq!(slice(text, &tree, "b"), "\"x \\\" y\"");
    }

    #[test]
    fn a_block_begins_at_its_header() {
        let text = "a: |- # > c\n  x | y\n\nb: >2\n    z\nc: [x] # |\nd: |\n\n";
        let tree = read(text).unwrap();
        assert_eq!(slice(text, &tree, "a"), "|- # > c\n  x | y");
        assert_eq!(slice(text, &tree, "b"), ">2\n    z");
        assert_eq!(slice(text, &tree, "d"), "|");
    }

    #[test]
    fn an_empty_value_has_no_bytes() {
        let text = "a: {b, c: , d: 1}\n";
        assert_eq!(slice(text, &read(text).unwrap(), "a.b"), "");
    }
}
