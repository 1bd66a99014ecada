//! A second opinion: what the door accepts, `serde_yaml` reads as the same tree.
//!
//! `serde_yaml` stands on another parser. It is asked for every scalar as a text and led by the door's tree, so that
//! `2022.10` is compared as it is written and a list that one of the two takes for a map is an error.

use std::fmt::{self, Write as _};

use listwright::diag::{Diag, Severity};
use listwright::source::{Source, Sources};
use listwright::yaml::{self, Node, Value, quoted};
use proptest::prelude::*;
use serde::Deserialize as _;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::door::Survey;

/// The tree of a file that the door accepts without an error, if all its keys have values: one that has none never
/// becomes an entry, and parsers disagree on what `[a:]` is.
pub(crate) fn accepted(text: &str) -> Option<Node> {
    let sources = Sources::new(vec![Source::from_bytes("entries/models/x.yaml", text.into())]);
    let (id, source) = sources.iter().next()?;
    let mut findings: Vec<Diag> = Vec::new();
    let tree = yaml::parse(id, source, &mut findings)?;
    let clean = findings.iter().all(|diag| diag.code.severity() != Severity::Error);
    (clean && is_whole(&tree)).then_some(tree)
}

fn is_whole(node: &Node) -> bool {
    match &node.value {
        Value::Scalar(scalar) => !(scalar.plain && scalar.text.is_empty()),
        Value::List(items) => items.iter().all(is_whole),
        Value::Map(pairs) => pairs.iter().all(|pair| is_whole(&pair.value)),
        Value::Refused => false,
    }
}

/// Why `serde_yaml` does not read the tree that the door reads.
pub(crate) fn difference(text: &str, tree: &Node) -> Option<String> {
    let read = Same(tree).deserialize(serde_yaml::Deserializer::from_str(text));
    let error = read.err()?.to_string();
    // YAML 1.2 allows tabs between and around texts where serde_yaml refuses them: nothing is read differently.
    let tab = text.contains('\t')
        && (error.contains("found a tab") || error.contains("cannot start any token"));
    (!tab).then_some(error)
}

/// A node that is to be found again.
struct Same<'n>(&'n Node);

impl<'de> DeserializeSeed<'de> for Same<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, other: D) -> Result<(), D::Error> {
        match &self.0.value {
            Value::Scalar(scalar) => same_text(&scalar.text, &String::deserialize(other)?),
            Value::List(_) => other.deserialize_seq(self),
            Value::Map(_) => other.deserialize_map(self),
            Value::Refused => Err(D::Error::custom("a refused value in an accepted file")),
        }
    }
}

impl<'de> Visitor<'de> for Same<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut other: A) -> Result<(), A::Error> {
        let Value::List(items) = &self.0.value else {
            return Err(A::Error::custom("a list"));
        };
        for item in items {
            let found = other.next_element_seed(Same(item))?;
            found.ok_or_else(|| A::Error::custom("a list ends early"))?;
        }
        match other.next_element::<serde::de::IgnoredAny>()? {
            Some(_) => Err(A::Error::custom("a list goes on")),
            None => Ok(()),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut other: A) -> Result<(), A::Error> {
        let Value::Map(pairs) = &self.0.value else { return Err(A::Error::custom("a map")) };
        for pair in pairs {
            let key: Option<String> = other.next_key()?;
            same_text(&pair.key.text, &key.unwrap_or_default())?;
            other.next_value_seed(Same(&pair.value))?;
        }
        match other.next_key::<String>()? {
            Some(key) => Err(A::Error::custom(format!("a map goes on with `{key}`"))),
            None => Ok(()),
        }
    }
}

fn same_text<E: Error>(ours: &str, theirs: &str) -> Result<(), E> {
    if ours == theirs {
        Ok(())
    } else {
        Err(E::custom(format!("the door reads {ours:?}, serde_yaml {theirs:?}")))
    }
}

#[test]
fn every_file_of_the_list_is_the_same_tree_to_serde_yaml() {
    let mut files = 0;
    for folder in [".", "tests/golden/seed"] {
        let sources = Survey::folder(folder).sources();
        for (_, source) in sources.iter().filter(|(_, source)| is_yaml(&source.path)) {
            let tree = accepted(source.text());
            let tree = tree.unwrap_or_else(|| panic!("{} is not accepted", source.path));
            assert_eq!(difference(source.text(), &tree), None, "{}", source.path);
            files += 1;
        }
    }
    assert!(files > 30, "only {files} files were compared");
}

fn is_yaml(path: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|extension| extension == "yaml")
}

#[test]
fn scalars_that_other_programs_retype_are_compared_as_they_are_written() {
    let text = "a: 2022.10\nb: ~\nc: yes\nd: 0x1F\nf: 1e3\ng: '~'\nh: \"n\\u0061me\"\n";
    let tree = accepted(text).unwrap();
    assert_eq!(tree.get("a").and_then(Node::text), Some("2022.10"));
    assert_eq!(tree.get("h").and_then(Node::text), Some("name"));
    assert_eq!(difference(text, &tree), None);
}

#[test]
fn a_tree_that_is_not_the_same_is_noticed() {
    let tree = accepted("a: [x, y]\nb: {c: d}\n").unwrap();
    for (other, why) in [
        ("a: [x, z]\nb: {c: d}\n", "the door reads \"y\", serde_yaml \"z\""),
        ("a: [x]\nb: {c: d}\n", "a list ends early"),
        ("a: [x, y, z]\nb: {c: d}\n", "a list goes on"),
        ("a: [x, y]\nb: {c: d, e: f}\n", "a map goes on with `e`"),
        ("a: [x, y]\nb: {e: d}\n", "the door reads \"c\", serde_yaml \"e\""),
    ] {
        let found = difference(other, &tree).unwrap();
        assert!(found.contains(why), "{other}{found}");
    }
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy)]
enum Style {
    Plain,
    Single,
    Double,
    Literal,
    Folded,
}

/// A tree with the way it is written.
#[derive(Debug, Clone)]
enum Written {
    Scalar(String, Style),
    List(Vec<Written>, bool),
    Map(Vec<(String, Written)>, bool),
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "RNA",
        "RNA-FM",
        "2022.10",
        "99.52M",
        "~",
        "null",
        "yes",
        "#1",
        " # ",
        ": ",
        ":",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "核糖核酸",
        "′",
        "\u{1f9ec}",
        "'",
        "\"",
        "\\",
        "|",
        ">",
        "%",
        "@",
        "`",
        "!",
        "&",
        "*",
        "?",
        " ",
        "  ",
        "\n",
        "https://a.b/c#d",
    ]);
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn any_tree() -> impl Strategy<Value = Written> {
    let style = prop::sample::select(vec![
        Style::Plain,
        Style::Single,
        Style::Double,
        Style::Literal,
        Style::Folded,
    ]);
    let scalar = (any_text(), style).prop_map(|(text, style)| Written::Scalar(text, style));
    scalar.prop_recursive(4, 24, 4, |inner| {
        let keys = prop::collection::vec(("[a-z_]{1,6}", inner.clone()), 0..4);
        prop_oneof![
            (prop::collection::vec(inner, 0..4), any::<bool>())
                .prop_map(|(items, flow)| Written::List(items, flow)),
            (keys, any::<bool>()).prop_map(|(pairs, flow)| Written::Map(pairs, flow)),
        ]
    })
}

/// The tree as YAML; what the styles cannot hold comes out broken, which the door may refuse.
fn write(tree: &Written, indent: usize, flow: bool, out: &mut String) {
    let line = |out: &mut String| {
        out.push('\n');
        out.push_str(&" ".repeat(indent));
    };
    match tree {
        Written::Scalar(text, Style::Plain) => out.push_str(text),
        Written::Scalar(text, Style::Single) => {
            write!(out, "'{}'", text.replace('\'', "''")).unwrap();
        }
        Written::Scalar(text, style @ (Style::Literal | Style::Folded)) if !flow => {
            out.push_str(if matches!(style, Style::Literal) { "|-" } else { ">" });
            for row in text.split('\n') {
                line(out);
                out.push_str(row);
            }
        }
        Written::Scalar(text, _) => out.push_str(&serde_json::to_string(text).unwrap()),
        Written::List(items, own) if flow || *own || items.is_empty() => {
            out.push('[');
            for item in items {
                write(item, indent, true, out);
                out.push_str(", ");
            }
            out.push(']');
        }
        Written::List(items, _) => {
            for item in items {
                line(out);
                out.push_str("- ");
                write(item, indent + 2, false, out);
            }
        }
        Written::Map(pairs, own) if flow || *own || pairs.is_empty() => {
            out.push('{');
            for (key, value) in pairs {
                write!(out, "{key}: ").unwrap();
                write(value, indent, true, out);
                out.push_str(", ");
            }
            out.push('}');
        }
        Written::Map(pairs, _) => {
            for (key, value) in pairs {
                line(out);
                write!(out, "{key}: ").unwrap();
                write(value, indent + 2, false, out);
            }
        }
    }
}

/// Signs that mean something to a YAML parser, in any order.
fn soup() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        "a", "b", "a: ", "b: ", "c:\n", ": ", ":", "- ", "-", "\n", "\n  ", "\n- ", "\n    ", " ",
        "\"", "'", "[", "]", "{", "}", ",", ", ", "#", " # x\n", "|\n", "|-\n", ">\n", "|+\n",
        ">2\n", "? ", "\t", "---\n", "...\n", "%", "中", "\\n", "\\u4e2d", "?", ":?", "2022.10",
        "~", "''", "\"\"", "@", "`", "=", "&a ", "*a", "!t ", "<<: ",
    ]);
    prop::collection::vec(sign, 1..16).prop_map(|signs| format!("k: {}\n", signs.concat()))
}

/// Keys, values and marks of a list or map in brackets, on one line or several; brackets that are left open are closed.
fn in_brackets() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        "a",
        "b",
        "\"c\"",
        "'d'",
        "e f",
        ": ",
        ": ",
        ":",
        "\n",
        "\n ",
        "\n  ",
        "\n: ",
        "\n :",
        ", ",
        ", ",
        ",\n",
        "{",
        "[",
        "}",
        "]",
        "? ",
        " # x\n",
        "-",
        "- ",
        "\"g\n h\"",
        "'i\n j'",
    ]);
    let signs = prop::collection::vec(sign, 1..12);
    (any::<bool>(), signs).prop_map(|(is_map, signs)| {
        let mut text = format!("k: {}{}", if is_map { "{" } else { "[" }, signs.concat());
        let mut open = Vec::new();
        for sign in text.chars() {
            match sign {
                '{' => open.push('}'),
                '[' => open.push(']'),
                '}' | ']' => drop(open.pop()),
                _ => {}
            }
        }
        text.extend(open.iter().rev());
        text + "\n"
    })
}

/// `PROPTEST_CASES=1000000 cargo test yaml` looks longer.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.max(4096), failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn written_trees_that_the_door_accepts_are_the_same_to_serde_yaml(tree in any_tree()) {
        let mut text = String::from("root: ");
        write(&tree, 2, false, &mut text);
        text.push_str("\nlast: one\n");
        if let Some(tree) = accepted(&text) {
            prop_assert_eq!(difference(&text, &tree), None, "{}", text);
        }
    }

    #[test]
    fn texts_that_are_quoted_for_a_file_are_the_text_to_both(text in any_text().prop_filter("a text", |text| !text.is_empty())) {
        let written = quoted(&text);
        for file in [format!("a: {written}\n"), format!("a: [{written}, {written}]\n")] {
            let tree = accepted(&file);
            let tree = tree.ok_or_else(|| TestCaseError::fail(format!("refused: {file}")))?;
            let read = tree.at("a[1]").or(tree.get("a")).and_then(Node::text);
            prop_assert_eq!(read, Some(text.as_str()), "{}", &file);
            prop_assert_eq!(difference(&file, &tree), None, "{}", file);
        }
    }

    #[test]
    fn signs_in_any_order_that_the_door_accepts_are_the_same_to_serde_yaml(text in soup()) {
        if let Some(tree) = accepted(&text) {
            prop_assert_eq!(difference(&text, &tree), None, "{}", text);
        }
    }
    #[test]
    fn lists_and_maps_on_several_lines_that_the_door_accepts_are_the_same_to_serde_yaml(text in in_brackets()) {
        if let Some(tree) = accepted(&text) {
            prop_assert_eq!(difference(&text, &tree), None, "{}", text);
        }
    }
}
