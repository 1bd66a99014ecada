//! Layouts of generated documents: nothing is lost, and the second layout is the first.

#![allow(clippy::format_push_string, reason = "the text reads better so")]

use super::*;

/// Chooses by numbers that proptest makes, so that a failing text shrinks.
struct Dice<'d> {
    numbers: &'d [u8],
    at: usize,
    comments: usize,
}

const KEYS: [&str; 14] = [
    "name", "released", "summary", "rna", "training", "links", "licence", "sources", "note", "en",
    "zh", "code", "weights", "unknown",
];

const PLAIN: [&str; 8] =
    ["x", "中文 文本", "a b", "https://e.org/#x", "~30B", "it's", "2022-02", "a: b"];

const QUOTED: [&str; 7] =
    ["'it''s # no'", "\"a # \\\" 中\"", "\"\"", "'- x'", "\"a\\tb \\\\\"", "\"[x]: {y}\"", "' y '"];

impl Dice<'_> {
    fn roll(&mut self, sides: usize) -> usize {
        let number = self.numbers.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(number) % sides
    }

    fn one(&mut self, of: &[&str]) -> String {
        of[self.roll(of.len())].to_owned()
    }

    fn comment(&mut self) -> String {
        self.comments += 1;
        format!("#{}注 {}", [" ", "", "#", "  - "][self.roll(4)], self.comments)
    }

    /// The rest of a line: nothing, space, or a comment.
    fn rest(&mut self) -> String {
        match self.roll(6) {
            0 => format!("{}{}", " ".repeat(1 + self.roll(4)), self.comment()),
            1 => "  ".to_owned(),
            _ => String::new(),
        }
    }

    /// Lines between entries.
    fn between(&mut self, indent: usize) -> String {
        let mut lines = String::new();
        for _ in 0..self.roll(4).saturating_sub(1) {
            match self.roll(3) {
                0 => lines.push('\n'),
                1 => lines.push_str(&format!("{}{}\n", " ".repeat(indent), self.comment())),
                _ => {
                    let aside = self.roll(7);
                    lines.push_str(&format!("{}{}\n", " ".repeat(aside), self.comment()));
                }
            }
        }
        lines
    }

    fn keys(&mut self) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        for _ in 0..=self.roll(4) {
            let key = self.one(&KEYS);
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    fn key(&mut self, key: &str) -> String {
        match self.roll(8) {
            0 => format!("\"{key}\""),
            1 => format!("{key} "),
            _ => key.to_owned(),
        }
    }

    /// A map in block style; the first line begins where the text stands.
    fn map(&mut self, indent: usize, depth: usize) -> String {
        let mut out = String::new();
        for (at, key) in self.keys().into_iter().enumerate() {
            if at > 0 {
                out.push_str(&self.between(indent));
                out.push_str(&" ".repeat(indent));
            }
            out.push_str(&format!("{}:", self.key(&key)));
            out.push_str(&self.value(indent, depth, true));
        }
        out
    }

    fn list(&mut self, indent: usize, depth: usize) -> String {
        let mut out = String::new();
        for at in 0..=self.roll(3) {
            if at > 0 {
                out.push_str(&self.between(indent));
                out.push_str(&" ".repeat(indent));
            }
            out.push('-');
            if depth > 0 && self.roll(3) == 0 {
                let space = 1 + self.roll(3);
                out.push_str(&" ".repeat(space));
                out.push_str(&self.map(indent + 1 + space, depth - 1));
            } else {
                out.push_str(&self.value(indent, depth, false));
            }
        }
        out
    }

    /// What stands behind a colon or a dash, to the end of its line.
    fn value(&mut self, indent: usize, depth: usize, keyed: bool) -> String {
        let step = indent + 1 + self.roll(4);
        let pad = " ".repeat(step);
        let space = " ".repeat(1 + self.roll(2));
        let (first, second) = (self.roll(10), self.roll(4));
        match first {
            0 | 1 if depth > 0 => {
                let (head, lines) = (self.rest(), self.between(step));
                format!("{head}\n{lines}{pad}{}", self.map(step, depth - 1))
            }
            2 | 3 if depth > 0 => {
                let column = if keyed && second == 0 { indent } else { step };
                let (head, lines) = (self.rest(), self.between(column));
                let pad = " ".repeat(column);
                format!("{head}\n{lines}{pad}{}", self.list(column, depth - 1))
            }
            4 => format!("{space}{}", self.literal(indent)),
            5 if second == 0 => format!("{}\n", self.rest()),
            5 if second == 1 => {
                let (head, lines) = (self.rest(), self.between(step));
                format!("{head}\n{lines}{pad}{}{}\n", self.one(&QUOTED), self.rest())
            }
            5 if second == 2 => {
                format!("{space}one two \n\n{pad}three\n{pad} four{}\n", self.rest())
            }
            5 => format!(
                "{space}\"one\\\\ \n{pad}two\\\n{pad} three \\  \n\n{pad}四\"{}\n",
                self.rest()
            ),
            6 | 7 => format!("{space}{}{}\n", self.flow(indent + 1, 2), self.rest()),
            8 => format!("{space}{}{}\n", self.one(&QUOTED), self.rest()),
            _ => format!("{space}{}{}\n", self.one(&PLAIN[..7]), self.rest()),
        }
    }

    fn literal(&mut self, indent: usize) -> String {
        let signs = self.one(&["|", ">", "|-", ">-", "|+", ">+", "|2", ">2-"]);
        let step = if signs.contains('2') { 2 } else { 1 + self.roll(4) };
        let pad = " ".repeat(indent + step);
        let own = if signs.contains('2') { "  " } else { "" };
        let mut out = format!("{signs}{}\n{pad}{own}text # no\n", self.rest());
        for _ in 0..self.roll(4) {
            out.push_str(&match self.roll(5) {
                0 => "\n".to_owned(),
                1 => format!("{pad}   deeper: 深\n"),
                2 => format!("{pad}- end  \n"),
                3 => format!("{pad}  \n"),
                _ => format!("{pad}more\n"),
            });
        }
        out
    }

    fn flow(&mut self, indent: usize, depth: usize) -> String {
        let pairs = self.roll(2) == 0;
        let mut out = String::from(if pairs { "{" } else { "[" });
        let keys = if pairs { self.keys() } else { Vec::new() };
        let count = if pairs { keys.len() } else { self.roll(4) };
        for at in 0..count {
            out.push_str(&self.gap(indent));
            if let Some(key) = keys.get(at) {
                out.push_str(&format!("{}:{}", self.key(key), self.gap_or_space(indent)));
            } else if self.roll(6) == 0 {
                out.push_str(&format!("pair{at}: "));
            }
            out.push_str(&match self.roll(6) {
                0 | 1 if depth > 0 => self.flow(indent, depth - 1),
                2 => self.one(&QUOTED),
                3 => format!("one\n{}two", " ".repeat(indent)),
                _ => self.one(&PLAIN[..7]),
            });
            out.push_str(&self.gap(indent));
            if at + 1 < count || self.roll(4) == 0 {
                out.push(',');
            }
        }
        out.push_str(&self.gap(indent));
        out.push(if pairs { '}' } else { ']' });
        out
    }

    fn gap_or_space(&mut self, indent: usize) -> String {
        let gap = self.gap(indent);
        if gap.is_empty() { " ".to_owned() } else { gap }
    }

    /// Space between brackets, now and then with comments and line ends.
    fn gap(&mut self, indent: usize) -> String {
        let pad = " ".repeat(indent);
        match self.roll(12) {
            0 => format!(" {}\n{pad}", self.comment()),
            1 => format!("\n{pad}"),
            2 => format!("\n{pad}{}\n\n{pad}", self.comment()),
            3 => "  ".to_owned(),
            _ => String::new(),
        }
    }
}

fn document(numbers: &[u8]) -> String {
    let mut dice = Dice { numbers, at: 0, comments: 0 };
    let top = dice.between(0);
    let map = dice.map(0, 3);
    let end = dice.between(0);
    format!("{top}{map}{end}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn a_layout_says_the_same_keeps_every_comment_and_is_the_last_word(
        numbers in proptest::collection::vec(any::<u8>(), 0..220),
    ) {
        let text = document(&numbers);
        prop_assume!(read(&text).is_some());
        let new = laid_out(&text);
        prop_assert!(!new.starts_with('\n') && new.ends_with('\n'));
        if !text.contains(['|', '>', '\\']) {
            prop_assert!(!new.lines().any(|line| line.ends_with(' ')), "{new}");
        }
    }
}

#[test]
fn most_generated_documents_are_read() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let strategy = proptest::collection::vec(any::<u8>(), 0..220);
    let mut readable = 0;
    for _ in 0..200 {
        let tree = strategy.new_tree(&mut runner).unwrap();
        let text = document(&proptest::strategy::ValueTree::current(&tree));
        readable += usize::from(read(&text).is_some());
    }
    assert!(readable > 100, "{readable} of 200");
}
