//! Thousands of broken files: a suggestion changes only what its finding names, loses nothing that was typed, leaves no finding of its own making, and means the same to `serde_yaml`.
//!
//! `FIX_CASES=100000 cargo test --test suite broken` looks longer, and `FIX_SEED=7` elsewhere. `FIX_CASE=2865` plays that
//! case of each part alone, and shows what was broken and what it became.

use std::collections::BTreeSet;

use listwright::diag::{Finding, Severity, Style, report};
use listwright::yaml::Value;
use similar::{ChangeTag, TextDiff};

use super::*;
use crate::dice::Dice;
use crate::sample::{
    CHALLENGE, DATASET, LOG, MODEL, PAPER, SETTINGS as SURVEY, WORDS as VOCABULARY, sample,
};
use crate::yaml::{accepted, difference};

/// A file that was broken, and what it says where only its notation is wrong.
struct Broken {
    text: String,
    /// What was done to it, for the report of a failure.
    ways: Vec<&'static str>,
}

type Way = (&'static str, fn(&str, &mut Dice) -> Option<String>);

const WAYS: &[Way] = &[
    ("quotes taken away", |text, dice| {
        let (range, decoded, _) =
            scalar(text, dice, |_, written| written.starts_with(['"', '\'']))?;
        Some(replaced(text, range, &decoded))
    }),
    ("risky text", |text, dice| {
        let (range, ..) = scalar(text, dice, |decoded, _| decoded.contains(' '))?;
        Some(replaced(text, range, pick(dice, RISKY)))
    }),
    ("escapes", |text, dice| {
        let (range, ..) = scalar(text, dice, |decoded, _| decoded.contains(' '))?;
        Some(replaced(text, range, pick(dice, ESCAPES)))
    }),
    ("number sign", |text, dice| {
        let (range, _, plain) = scalar(text, dice, |decoded, _| decoded.contains(' '))?;
        let end = pick(dice, &[" #1 of it", " #12", " # of them", " # a note", " #"]);
        plain.then(|| replaced(text, range.end..range.end, end))
    }),
    ("colon", |text, dice| {
        let at = place(text, dice, ": ")?;
        let colon = pick(dice, &[":", "：", "： ", ":\t", ":\u{3000}", ":\u{a0}", " ： ", " : "]);
        Some(replaced(text, at..at + 2, colon))
    }),
    ("comma", |text, dice| {
        let at = place(text, dice, ", ")?;
        Some(replaced(text, at..at + 2, pick(dice, &["，", "、", ",", " ,", "; "])))
    }),
    ("bracket", |text, dice| {
        let piece = pick(dice, &["[", "]", "{", "}"]);
        let at = place(text, dice, piece)?;
        let new = pick(dice, &["", "［", "］", "｛", "｝", "(", "[", "]"]);
        Some(replaced(text, at..at + 1, new))
    }),
    ("quotation mark", |text, dice| {
        let at = place(text, dice, "\"")?;
        Some(replaced(text, at..at + 1, pick(dice, &["", "“", "”", "＂", "'", "\"\""])))
    }),
    ("typographic marks", |text, dice| {
        let (range, decoded, plain) = scalar(text, dice, |_, _| true)?;
        plain.then(|| replaced(text, range, &format!("“{decoded}”")))
    }),
    ("dash", |text, dice| {
        let at = place(text, dice, "- ")?;
        Some(replaced(text, at..at + 2, pick(dice, &["-", "• ", "– ", "* ", "－", "—"])))
    }),
    ("indentation", |text, dice| {
        let at = place(text, dice, "\n  ")?;
        let indent = pick(dice, &["\n\t", "\n\u{3000}", "\n\u{a0}\u{a0}", "\n", "\n   ", "\n \t"]);
        Some(replaced(text, at..at + 3, indent))
    }),
    ("deeper key", |text, dice| {
        let at = place(text, dice, "\n")?;
        Some(replaced(text, at..at + 1, pick(dice, &["\n  ", "\n ", "\n    ", "\n\n"])))
    }),
    ("hidden character", |text, dice| {
        let at = boundary(text, dice);
        let hidden = [
            "\u{200b}",
            "\u{200d}",
            "\u{200c}",
            "\u{fe0f}",
            "\u{202e}",
            "\0",
            "\u{7}",
            "\u{feff}",
            "\u{ad}",
            "\u{a0}",
            "\u{e0041}",
            "\u{2028}",
        ];
        Some(replaced(text, at..at, pick(dice, &hidden)))
    }),
    ("decomposed letter", |text, dice| {
        let (range, decoded, plain) = scalar(text, dice, |decoded, _| decoded.contains('e'))?;
        let at = decoded.find('e')? + 1;
        plain.then(|| replaced(text, range.start + at..range.start + at, "\u{301}"))
    }),
    ("another case", |text, dice| {
        let (range, decoded, plain) = scalar(text, dice, |_, _| true)?;
        let other = if dice.below(2) == 0 { decoded.to_uppercase() } else { capital(&decoded) };
        plain.then(|| replaced(text, range, &other))
    }),
    ("key in another case", |text, dice| {
        let (range, key) = key(text, dice)?;
        Some(replaced(text, range, &capital(&key)))
    }),
    ("misspelt", |text, dice| {
        let (range, written) = if dice.below(2) == 0 {
            key(text, dice)?
        } else {
            let (range, decoded, plain) = scalar(text, dice, |_, _| true)?;
            (range, Some(decoded).filter(|_| plain)?)
        };
        let mut letters: Vec<char> = written.chars().collect();
        let at = dice.below(letters.len());
        match dice.below(3) {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, 'e'),
            _ => {
                let next = (at + 1) % letters.len();
                letters.swap(at, next);
            }
        }
        Some(replaced(text, range, &letters.into_iter().collect::<String>()))
    }),
    ("noise in an address", |text, dice| {
        let (range, decoded, _) = scalar(text, dice, |decoded, _| decoded.starts_with("http"))?;
        let noise =
            pick(dice, &["?utm_source=x", "#:~:text=a", "?fbclid=1&a=b", "/", ".", " ", ")"]);
        Some(replaced(text, range, &format!("{decoded}{noise}")))
    }),
    ("loose date", |text, dice| {
        let is_date = |decoded: &str, _: &str| {
            decoded.len() >= 7 && decoded.starts_with("20") && decoded.contains('-')
        };
        let (range, decoded, _) = scalar(text, dice, is_date)?;
        let other = pick(dice, &[".", "/", "－", "- ", " "]);
        Some(replaced(text, range, &decoded.replace('-', other)))
    }),
    ("loose number", |text, dice| {
        let (range, decoded, _) = scalar(text, dice, |decoded, _| {
            decoded.contains('.') && decoded.starts_with(|c: char| c.is_ascii_digit())
        })?;
        let other = match dice.below(4) {
            0 => decoded.replace('.', ","),
            1 => decoded.to_lowercase(),
            2 => format!("~{decoded}"),
            _ => format!("0{decoded}"),
        };
        Some(replaced(text, range, &other))
    }),
    ("reference", |text, dice| {
        let (range, decoded, _) = scalar(text, dice, |decoded, _| KNOWN.contains(&decoded))?;
        let other = match dice.below(5) {
            0 => capital(&decoded),
            1 => format!("{decoded}.yaml"),
            2 => format!("{decoded} v44"),
            3 => decoded.replace('-', " "),
            _ => format!("{decoded}s"),
        };
        Some(replaced(text, range, &other))
    }),
    ("line twice", |text, dice| {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let line = *dice.one(&lines);
        Some(text.replacen(line, &format!("{line}{line}"), 1))
    }),
    ("line lost", |text, dice| {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        Some(text.replacen(dice.one(&lines), "", 1))
    }),
    ("sign lost", |text, dice| {
        let at = boundary(text, dice);
        let end = at + text[at..].chars().next()?.len_utf8();
        Some(replaced(text, at..end, ""))
    }),
    ("sign added", |text, dice| {
        let at = boundary(text, dice);
        let signs = [
            "\"", "'", ": ", " #", "- ", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%",
            "@", "`", "?", "\\", "\t", "：", "，", "\n", " ",
        ];
        Some(replaced(text, at..at, pick(dice, &signs)))
    }),
];

const RISKY: &[&str] = &[
    "\"RNA\" foundation models",
    "'RNA' models",
    "it's: a model",
    "\"The \"RNA\" model\"",
    "Encoder: trained",
    "@home model",
    "[RNA] models",
    "{x} y",
    "%d of it",
    "*RNA* x",
    "& more",
    "!Kung RNA",
    "> 90% identity",
    "|psi> states",
    "`RNA` models",
    "a #1 b",
    "ends:",
    "5'UTR: x",
    "- x",
    "? x",
    "#1",
    "RNA, DNA: both",
    "\"not closed",
    "'not closed",
    "yes",
    "2022",
    "~",
    "“RNA: a model”",
    "C# and F#",
    "a,b",
    "say \"a: b\"",
];

const ESCAPES: &[&str] = &[
    r#""\emph{In vivo} \beta""#,
    r#""of \lambda phage""#,
    r#""\ud83e\uddec RNA""#,
    r#""the \tau of \nu""#,
    r#""RNA\_FM \alpha""#,
    r#""C:\new\table""#,
    r#""a \"word\" of \phi""#,
    r#""it's \rho""#,
    r#""\Lambda""#,
    r#""a\u200bb c""#,
    r#""a\e[31mb c""#,
    r#""\x9b x""#,
    r#""a\0 b""#,
    r#""\frac{1}{2} # \xi""#,
];

/// Ids of the sample, which its entries name.
const KNOWN: [&str; 4] = ["maple", "rowan-2024", "alder", "language"];

fn replaced(text: &str, range: std::ops::Range<usize>, new: &str) -> String {
    [&text[..range.start], new, &text[range.end..]].concat()
}

fn pick(dice: &mut Dice, of: &[&'static str]) -> &'static str {
    of[dice.below(of.len())]
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// One of the places of a piece.
fn place(text: &str, dice: &mut Dice, piece: &str) -> Option<usize> {
    let places: Vec<usize> = text.match_indices(piece).map(|(at, _)| at).collect();
    (!places.is_empty()).then(|| *dice.one(&places))
}

fn boundary(text: &str, dice: &mut Dice) -> usize {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    if places.is_empty() { 0 } else { *dice.one(&places) }
}

/// One of the values of a file that can be read: its place, what it says, and whether it has no quotes.
fn scalar(
    text: &str,
    dice: &mut Dice,
    wanted: impl Fn(&str, &str) -> bool,
) -> Option<(std::ops::Range<usize>, String, bool)> {
    let tree = read(text)?;
    let mut found = Vec::new();
    values(&tree, &mut found);
    found.retain(|(node, said)| {
        node.len() > 1 && !text[node.clone()].contains('\n') && wanted(said, &text[node.clone()])
    });
    let (range, said) = found.get(dice.below(found.len()))?.clone();
    let plain = !text[range.clone()].starts_with(['"', '\'']);
    Some((range, said, plain))
}

fn values(node: &Node, found: &mut Vec<(std::ops::Range<usize>, String)>) {
    match &node.value {
        Value::Scalar(scalar) => found.push((node.range(), scalar.text.clone())),
        Value::List(items) => items.iter().for_each(|item| values(item, found)),
        Value::Map(pairs) => pairs.iter().for_each(|pair| values(&pair.value, found)),
        Value::Refused => {}
    }
}

fn key(text: &str, dice: &mut Dice) -> Option<(std::ops::Range<usize>, String)> {
    let tree = read(text)?;
    let mut found = Vec::new();
    keys(&tree, &mut found);
    found.get(dice.below(found.len())).cloned()
}

fn keys(node: &Node, found: &mut Vec<(std::ops::Range<usize>, String)>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| keys(item, found)),
        Value::Map(pairs) => {
            for pair in pairs {
                let (start, end) = pair.key.place;
                found.push((start as usize..end as usize, pair.key.text.clone()));
                keys(&pair.value, found);
            }
        }
        Value::Scalar(_) | Value::Refused => {}
    }
}

/// A file of the sample, or one of the repository's own entries, broken in one to four ways.
fn broken(text: &str, dice: &mut Dice) -> Broken {
    let mut broken = Broken { text: text.to_owned(), ways: Vec::new() };
    let times = 1 + dice.below(4) * dice.below(2);
    for _ in 0..times {
        let (name, way) = dice.one(WAYS);
        if let Some(text) = way(&broken.text, dice) {
            broken.ways.push(name);
            broken.text = text;
        }
    }
    broken
}

/// Codes of findings about how a text is written, whose suggestions keep its letters.
const NOTATION: [Code; 9] = [
    Code::YamlSyntax,
    Code::WideMark,
    Code::ForbiddenCharacter,
    Code::UnquotedText,
    Code::BadText,
    Code::CommentInText,
    Code::YamlAnchor,
    Code::YamlTag,
    Code::NotNormal,
];

/// The letters and digits of what was typed.
fn letters(text: &str) -> String {
    let normal = icu_normalizer::ComposingNormalizerBorrowed::new_nfc();
    normal.normalize(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The letters with escapes by number read, as in `\ud83e\uddec`, or left out where nobody can see what they stand for.
fn is_by_number(text: &str) -> bool {
    ["\\u", "\\x", "\\0", "\\U", "\\e["].iter().any(|escape| text.contains(escape))
}

fn says(finding: &Finding) -> (Code, String) {
    (finding.code, finding.message.clone())
}

/// What is wrong with a suggestion that is typed alone.
fn alone(text: &str, finding: &Finding, instead: &str) -> Option<String> {
    let range = finding.span.range();
    let there = text.get(range.clone())?;
    if NOTATION.contains(&finding.code)
        && !is_by_number(there)
        && letters(there) != letters(instead)
    {
        return Some(format!("letters are lost: {there:?} becomes {instead:?}"));
    }
    let new = replaced(text, range.clone(), instead);
    let (Some(before), Some(after)) = (read(text), read(&new)) else { return None };
    let (mut old, mut fresh) = (Vec::new(), Vec::new());
    values(&before, &mut old);
    values(&after, &mut fresh);
    let grown = range.start + instead.len();
    old.retain(|(place, _)| place.end <= range.start || place.start >= range.end);
    fresh.retain(|(place, _)| place.end <= range.start || place.start >= grown);
    let said = |list: &[(std::ops::Range<usize>, String)]| -> Vec<String> {
        list.iter().map(|(_, said)| said.clone()).filter(|said| !said.is_empty()).collect()
    };
    (said(&old) != said(&fresh))
        .then(|| format!("more than its place has changed: {there:?} became {instead:?}"))
}

/// The bytes of the new text that were not in the old one.
fn typed(old: &str, new: &str) -> Vec<std::ops::Range<usize>> {
    let diff = TextDiff::from_chars(old, new);
    let mut at = 0;
    let mut found = Vec::new();
    for change in diff.iter_all_changes() {
        let length = change.value().len();
        match change.tag() {
            ChangeTag::Delete => {}
            ChangeTag::Equal => at += length,
            ChangeTag::Insert => {
                found.push(at..at + length);
                at += length;
            }
        }
    }
    found
}

fn judge(path: &str, list: &Survey, broken: &Broken) -> Option<String> {
    let list = list.clone().file(path, &broken.text);
    let sources = list.sources();
    let file = sources.find(path)?;
    let examined = list.examined();
    let own = |finding: &&Finding| finding.span.file == file;
    for finding in examined.findings.iter().filter(own) {
        if let Some(instead) = &finding.instead
            && let Some(wrong) = alone(&broken.text, finding, instead)
        {
            return Some(format!("{wrong}\n{}", report(finding, &sources, Style::Plain)));
        }
    }
    let fixed = fix(&sources, Some(crate::sample::DATE.parse().unwrap()), Applicability::Suggested);
    let text = fixed.sources.file(file).text();
    if let Some(tree) = accepted(text)
        && let Some(why) = difference(text, &tree)
    {
        return Some(format!("serde_yaml reads another: {why}"));
    }
    let known: BTreeSet<(Code, String)> = examined.findings.iter().map(says).collect();
    let places = typed(&broken.text, text);
    for finding in
        fixed.findings.iter().filter(own).filter(|finding| {
            finding.severity == Severity::Error && !known.contains(&says(finding))
        })
    {
        let (start, end) = (finding.span.start as usize, finding.span.end as usize);
        if places.iter().any(|place| place.start < end && start < place.end) {
            return Some(format!(
                "a finding of its own making:\n{}",
                report(finding, &fixed.sources, Style::Plain)
            ));
        }
    }
    // A word that the vocabulary has lost is unknown wherever it is used, and a near one may be offered there.
    for (other, source) in sources.iter().filter(|(other, _)| *other != file) {
        let has_finding = examined.findings.iter().any(|finding| finding.span.file == other);
        if !has_finding && fixed.sources.file(other).text() != source.text() {
            return Some(format!("{} was changed, and had no finding", source.path));
        }
    }
    None
}

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

/// Shows a case: how its text differs from the whole one, and what it becomes.
fn show(name: &str, path: &str, list: &Survey, broken: &Broken) {
    let fixed = fix(
        &list.clone().file(path, &broken.text).sources(),
        Some(crate::sample::DATE.parse().unwrap()),
        Applicability::Suggested,
    );
    let text = fixed.sources.find(path).map_or("", |file| fixed.sources.file(file).text());
    let changes = |old: &str, new: &str| TextDiff::from_lines(old, new).unified_diff().to_string();
    println!(
        "{name}: {:?}\nbroken:\n{}mended:\n{}",
        broken.ways,
        changes(list.text(path), &broken.text),
        changes(&broken.text, text)
    );
}

/// One run of cases; the normal suite has four of them side by side.
fn run(part: u64) {
    let cases = number("FIX_CASES", 400) / 4;
    let seed = number("FIX_SEED", 1).wrapping_mul(4).wrapping_add(part);
    let list = sample();
    let paths = [MODEL, PAPER, DATASET, CHALLENGE, MODEL, PAPER, SURVEY, VOCABULARY, LOG];
    let only = std::env::var("FIX_CASE").ok().and_then(|case| case.parse::<u64>().ok());
    let mut wrong = Vec::new();
    for case in only.map_or(0..cases, |case| case..case + 1) {
        let mut dice = Dice(seed.wrapping_mul(1_000_003).wrapping_add(case));
        dice.below(2);
        let path = *dice.one(&paths);
        let broken = broken(list.text(path), &mut dice);
        if only.is_some() {
            show(&format!("seed {seed}, case {case}, {path}"), path, &list, &broken);
        }
        if let Some(why) = judge(path, &list, &broken) {
            wrong.push(format!("seed {seed}, case {case}, {path}, {:?}: {why}", broken.ways));
        }
    }
    let shown = wrong.iter().take(8).cloned().collect::<Vec<_>>().join("\n\n");
    assert!(wrong.is_empty(), "{} of {cases}\n{shown}", wrong.len());
}

#[test]
fn suggestions_of_broken_files_keep_what_was_typed_and_make_no_findings() {
    run(0);
}

#[test]
fn suggestions_of_broken_files_do_no_harm() {
    run(1);
}

#[test]
fn suggestions_of_files_broken_in_other_ways_do_no_harm() {
    run(2);
}

#[test]
fn suggestions_of_files_broken_in_yet_other_ways_do_no_harm() {
    run(3);
}

#[test]
fn text_comes_back_as_it_was_typed() {
    let list = sample();
    let mut back = 0;
    for (at, risky) in RISKY.iter().enumerate() {
        let text = list
            .text(MODEL)
            .replace("category_note: It draws pictures too.", &format!("category_note: {risky}"));
        let fixed = fix(
            &list.clone().file(MODEL, &text).sources(),
            Some(crate::sample::DATE.parse().unwrap()),
            Applicability::Suggested,
        );
        let file = fixed.sources.find(MODEL).unwrap();
        let Some(tree) = read(fixed.sources.file(file).text()) else { continue };
        let said = tree.get("category_note").and_then(Node::text).unwrap_or("").to_owned();
        // Quotes that stand around a whole text are those of YAML.
        let whole = [
            risky.trim_matches('"').to_owned(),
            risky.trim_matches('\'').to_owned(),
            (*risky).to_owned(),
        ];
        let inner =
            risky.strip_prefix('“').and_then(|text| text.strip_suffix('”')).unwrap_or(risky);
        assert!(
            whole.contains(&said)
                || said == inner
                || fixed.findings.iter().any(|f| f.span.file == file),
            "{at}: {risky} became {said}"
        );
        back += usize::from(said == *risky);
    }
    assert!(back >= 15, "only {back} came back");
}
