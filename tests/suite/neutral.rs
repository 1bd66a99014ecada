//! The program is of no field of science: its code and its theme use none of the words of tests/neutral/words.txt.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use crate::folder::repository;

/// Where the words must not stand.
const PLACES: [&str; 3] = ["src", "templates/default", "static/default"];

/// Files in which some still stand, each with how many: a number may only go down, and a file without one goes.
const ALLOWED: &str = "tests/neutral/allowed.txt";

fn lines(path: &str) -> Vec<String> {
    let text = fs::read_to_string(repository(path)).unwrap();
    let lines =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

/// Whether a text in small letters holds one of the words, as a word of its own or at the beginning of one.
fn found<'w>(text: &str, words: &'w [String]) -> Vec<&'w str> {
    let is_letter = |letter: char| letter.is_alphanumeric() && letter.is_ascii();
    let tokens: Vec<&str> = text.split(|letter| !is_letter(letter)).collect();
    let holds = |word: &str| match word.strip_suffix('*') {
        Some(start) => tokens.iter().filter(|token| token.starts_with(start)).count(),
        None if word.is_ascii() => tokens.iter().filter(|token| **token == word).count(),
        None => text.matches(word).count(),
    };
    words.iter().flat_map(|word| vec![word.as_str(); holds(word)]).collect()
}

/// How many of the words stand in each file that has some.
fn counted() -> BTreeMap<String, Vec<String>> {
    let words = lines("tests/neutral/words.txt");
    let mut counted = BTreeMap::new();
    for place in PLACES {
        for (path, bytes) in crate::folder::files(&repository(place)) {
            // What others wrote is kept as they wrote it.
            let Ok(text) = String::from_utf8(bytes) else { continue };
            if path.contains("vendor/") {
                continue;
            }
            let found = found(&text.to_lowercase(), &words);
            if !found.is_empty() {
                let found = found.into_iter().map(str::to_owned).collect();
                counted.insert(format!("{place}/{path}"), found);
            }
        }
    }
    counted
}

fn allowed() -> BTreeMap<String, usize> {
    let pair = |line: String| {
        let (count, path) = line.split_once(' ').unwrap();
        (path.to_owned(), count.parse().unwrap())
    };
    lines(ALLOWED).into_iter().map(pair).collect()
}

#[test]
fn code_and_theme_use_no_word_of_one_field_of_science() {
    let allowed = allowed();
    let mut wrong = String::new();
    for (path, found) in counted() {
        let most = allowed.get(&path).copied().unwrap_or(0);
        if found.len() > most {
            writeln!(
                wrong,
                "{} {path}: {} are allowed; there are {}",
                found.len(),
                most,
                found.join(", ")
            )
            .unwrap();
        }
    }
    assert!(wrong.is_empty(), "say it in words of any field:\n{wrong}");
}

#[test]
fn what_is_allowed_shrinks_with_what_is_left() {
    let counted = counted();
    let stale: Vec<String> =
        allowed().into_keys().filter(|path| !counted.contains_key(path)).collect();
    assert_eq!(stale, [""; 0], "delete these lines of {ALLOWED}");
}

#[test]
fn words_are_found_whole_and_by_their_beginnings_and_not_within_others() {
    let words = ["rna*", "dna", "核酸"].map(str::to_owned);
    assert_eq!(
        found("the rnafm of an-rna; not journal, external or dnab", &words),
        ["rna*", "rna*"]
    );
    assert_eq!(found("dna 核酸模型", &words), ["dna", "核酸"]);
}
