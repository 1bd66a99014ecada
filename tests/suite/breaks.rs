//! Every way to break a list that we know of, each alone and all together.
#![allow(
    clippy::format_collect,
    clippy::format_push_string,
    clippy::too_many_lines,
    reason = "tables of texts are easier to read"
)]

use std::collections::BTreeSet;

use listwright::catalog;
use listwright::diag::{Code, Diag, Finding};
use listwright::examine::unaccounted;
use listwright::source::Content;

use crate::door::Survey;
use crate::sample::{CHALLENGE, DATASET, FILES, MODEL, PAPER, WORDS, sample};

mod crowds;
mod files;
mod identity;
mod meaning;
mod readme;
mod shape;
mod values;
mod yaml;

/// Stands in a replaced piece before the place at which the finding is expected, and is taken out before the run.
const MARK: char = '‸';

/// One way to break the sample.
struct Break {
    name: &'static str,
    code: Code,
    edits: Vec<Edit>,
    place: Option<Spot>,
    follows: Vec<(Code, Spot)>,
    alone: bool,
}

#[derive(Clone)]
enum Edit {
    /// A piece of a file, there exactly once, gives way to another.
    Swap(&'static str, &'static str, String),
    /// A file comes, or takes the place of another.
    Put(&'static str, Vec<u8>),
    /// Something comes that is no text.
    Odd(&'static str, Content),
    /// A file goes.
    Take(&'static str),
}

/// Where a finding is expected.
#[derive(Clone)]
enum Spot {
    /// At the first character of a file.
    Top(&'static str),
    /// At a piece of a file that is there exactly once.
    At(&'static str, String),
}

impl Edit {
    fn path(&self) -> &'static str {
        match self {
            Self::Swap(path, ..) | Self::Put(path, _) | Self::Odd(path, _) | Self::Take(path) => {
                path
            }
        }
    }

    fn on(&self, list: Survey) -> Survey {
        match self {
            Self::Swap(path, old, new) => list.replace(path, old, new),
            Self::Put(path, bytes) => list.file(path, bytes),
            Self::Odd(path, content) => list.content(path, content.clone()),
            Self::Take(path) => list.without(path),
        }
    }
}

/// A break by an edit of one file; without a mark in the edit, the finding is at the top of that file.
fn edited(name: &'static str, code: Code, edit: Edit) -> Break {
    Break { name, code, edits: vec![edit], place: None, follows: Vec::new(), alone: false }
}

fn swap(name: &'static str, code: Code, path: &'static str, old: &'static str, new: &str) -> Break {
    edited(name, code, Edit::Swap(path, old, new.to_owned()))
}

fn put(name: &'static str, code: Code, path: &'static str, text: &str) -> Break {
    edited(name, code, Edit::Put(path, text.as_bytes().to_vec()))
}

fn odd(name: &'static str, code: Code, path: &'static str, content: Content) -> Break {
    edited(name, code, Edit::Odd(path, content))
}

impl Break {
    /// Edits another piece too.
    fn and(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self
    }

    /// Edits another piece of the sample too.
    fn and_swap(self, path: &'static str, old: &'static str, new: &str) -> Self {
        self.and(Edit::Swap(path, old, new.to_owned()))
    }

    /// Expects the finding at the top of a file that is not the edited one.
    fn top(mut self, path: &'static str) -> Self {
        self.place = Some(Spot::Top(path));
        self
    }

    /// Expects the finding at a piece that is not edited.
    fn at(mut self, path: &'static str, piece: &str) -> Self {
        self.place = Some(Spot::At(path, piece.to_owned()));
        self
    }

    /// Expects another finding, which follows from the break.
    fn then(mut self, code: Code, path: &'static str, piece: &str) -> Self {
        self.follows.push((code, Spot::At(path, piece.to_owned())));
        self
    }

    /// Expects that nothing uses these words of the vocabulary any more.
    fn leaves_unused(self, words: &[&str]) -> Self {
        words.iter().fold(self, |broken, word| {
            broken.then(Code::UnusedWord, WORDS, &format!("{word}: {{en"))
        })
    }

    /// Expects another finding at the top of a file.
    fn then_top(mut self, code: Code, path: &'static str) -> Self {
        self.follows.push((code, Spot::Top(path)));
        self
    }

    /// Keeps the break out of the list that has all of them, as it would change what the others do there.
    fn alone(mut self) -> Self {
        self.alone = true;
        self
    }

    /// The broken list, and the places of its findings.
    fn on(&self, list: Survey) -> (Survey, Vec<String>) {
        let marked = self.edits.iter().fold(list, |list, edit| edit.on(list));
        let mut spots = vec![(self.code, self.place.clone())];
        spots.extend(self.follows.iter().map(|(code, spot)| (*code, Some(spot.clone()))));
        let (bare, mark) = unmarked(&marked, &self.edits);
        let place = |(code, spot): (Code, Option<Spot>)| {
            let (path, (line, column)) = match spot {
                None => mark.unwrap_or((self.edits[0].path(), (1, 1))),
                Some(Spot::Top(path)) => (path, (1, 1)),
                Some(Spot::At(path, piece)) => (path, position(bare.text(path), &piece, self.name)),
            };
            format!("{path}:{line}:{column} {}", code.as_str())
        };
        let mut places: Vec<String> = spots.into_iter().map(place).collect();
        places.sort();
        (bare, places)
    }
}

/// A file, with a line and a column in it.
type Position = (&'static str, (usize, usize));

/// Takes the mark out of the edited files, and tells where it stood.
fn unmarked(list: &Survey, edits: &[Edit]) -> (Survey, Option<Position>) {
    let mut bare = list.clone();
    let mut mark = None;
    let texts = edits.iter().filter(|edit| matches!(edit, Edit::Swap(..) | Edit::Put(..)));
    for path in texts.map(Edit::path).collect::<BTreeSet<_>>() {
        let Some(text) = list.try_text(path).filter(|text| text.contains(MARK)) else { continue };
        assert!(mark.is_none(), "one mark is enough");
        mark = Some((path, position(text, &MARK.to_string(), path)));
        bare = bare.file(path, text.replace(MARK, ""));
    }
    (bare, mark)
}

/// The line and the column of a piece, counted here on their own and not by the program under test.
fn position(text: &str, piece: &str, name: &str) -> (usize, usize) {
    let (before, after) = text.split_once(piece).unwrap_or_else(|| panic!("{name}: no {piece}"));
    assert!(!after.contains(piece), "{name}: `{piece}` stands twice");
    let line = before.split('\n').next_back().unwrap_or_default();
    (before.split('\n').count(), line.chars().count() + 1)
}

fn all() -> Vec<Break> {
    let tables =
        [files::breaks(), yaml::breaks(), shape::breaks(), values::breaks(), identity::breaks()];
    tables.into_iter().flatten().chain(meaning::breaks()).collect()
}

/// Every broken list with the name of its break.
pub(crate) fn lists() -> Vec<(&'static str, Survey)> {
    all().iter().map(|broken| (broken.name, broken.on(sample()).0)).collect()
}

/// The codes that those lists give rise to.
pub(crate) fn codes_of_lists() -> BTreeSet<Code> {
    let follows = |broken: &Break| broken.follows.iter().map(|(code, _)| *code).collect::<Vec<_>>();
    all().iter().flat_map(|broken| [vec![broken.code], follows(broken)].concat()).collect()
}

#[test]
fn each_break_gives_its_own_finding_at_its_own_place() {
    let mut wrong = String::new();
    for broken in all() {
        let (list, expected) = broken.on(sample());
        let mut found = list.places();
        found.sort();
        if found != expected {
            let (missing, extra) = (without(&expected, &found), without(&found, &expected));
            wrong +=
                &format!("{}\n  not found {missing:#?}\n  not expected {extra:#?}\n", broken.name);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn there_are_many_breaks_and_no_two_have_one_name() {
    let breaks = all();
    let names: BTreeSet<&str> = breaks.iter().map(|broken| broken.name).collect();
    let name = |(at, broken): (usize, &Break)| {
        breaks[..at].iter().any(|other| other.name == broken.name).then_some(broken.name)
    };
    let twice: Vec<&str> = breaks.iter().enumerate().filter_map(name).collect();
    assert_eq!(twice, [""; 0]);
    assert!(names.len() >= 450, "only {}", names.len());
}

#[test]
fn every_code_can_fire() {
    let mut fired: BTreeSet<Code> = all().iter().map(|broken| broken.code).collect();
    fired.extend(readme::codes());
    fired.insert(lost_file().unwrap().code);
    // It makes itself the date of the list, which all breaks have set.
    fired.extend(slip_of_a_small_list("2062").examined().findings.iter().map(|found| found.code));
    let silent: Vec<&str> =
        Code::ALL.iter().filter(|code| !fired.contains(code)).map(|code| code.as_str()).collect();
    assert_eq!(silent, [""; 0]);
}

/// What is said of a file that left neither an entry nor an error, which no file can be made to do.
fn lost_file() -> Option<Diag> {
    let sources = sample().sources();
    let (mut catalog, findings) = catalog::read(&sources, None);
    assert_eq!(unaccounted(&catalog, &sources, &findings), None);
    catalog.records.retain(|record| record.id.as_str() != "maple");
    unaccounted(&catalog, &sources, &findings)
}

/// Three entries, of which one was written down in another year by a slip.
fn slip_of_a_small_list(year: &str) -> Survey {
    let model = |name: &str, year: &str| {
        format!(
            "name: {name}\nreleased: 2022\ncategory: language\nlinks: {{home: https://{name}.example.org}}\n\
             sources: [{{url: https://{name}.example.org, kind: secondary, checked: {year}-01-01}}]\nadded: {year}-01-02\n"
        )
    };
    Survey::default().entry("models/a", &model("a", "2026")).entry("models/b", &model("b", year))
}

#[test]
fn day_of_work_that_lies_far_behind_all_others_is_found_in_a_small_list() {
    let slip = slip_of_a_small_list("2062");
    assert_eq!(slip.places(), ["entries/models/b.yaml:6:8 distant-day"]);
    let said = slip.diagnostics();
    assert!(
        said.contains(
            "warning[distant-day]: `2062-01-02` lies 36 years after every day before it, and makes itself the date of the list"
        ) && said.contains("`--date 2026-01-02` sets the date of the list for a run"),
        "{said}"
    );
    assert_eq!(slip_of_a_small_list("2031").places(), [""; 0], "five years are a rest");
    let dated = slip.date("2026-02-01");
    assert!(
        dated.places().iter().all(|place| place.ends_with("future-date")),
        "{:?}",
        dated.places()
    );
}

#[test]
fn file_that_is_lost_in_silence_is_an_error() {
    let diag = lost_file().unwrap();
    assert_eq!(diag.code, Code::Accounting);
    assert_eq!(diag.message, "`entries/datasets/maple.yaml` left no entry and no error");
}

/// The sample's entries that a break may have a copy of, each with the word that tells the copy from the entry.
const COPIED: &[(&str, &str)] =
    &[(MODEL, "alder"), (PAPER, "rowan"), (DATASET, "maple"), (CHALLENGE, "poplar")];

/// A copy of an entry under another name, with no name, id or address in common.
fn renamed(text: &str, word: &str, number: usize) -> String {
    let capital = word[..1].to_uppercase() + &word[1..];
    let own = |text: String| {
        // What an entry says of others stays as it is.
        let registered = [
            "Q101",
            "Q102",
            "Q103",
            "Q104",
            "SCR_000101",
            "SCR_000103",
            "W4200000101",
            "W4200000103",
            "CorpusID:102",
            "PMID:35000102",
            "PMC9000102",
        ];
        let apart = |text: String, id: &&str| text.replace(*id, &format!("{id}{number}"));
        let text = registered.iter().fold(text, apart);
        text.replace("PC24", &format!("PC24-{number}"))
            .replace("桤木", &format!("桤木{number}"))
            .replace("2312.01234", &format!("2312.{:05}", 10_000 + number))
            .replace("mirror.example.org/alder", &format!("mirror.example.org/alder{number}"))
    };
    own(text.to_owned())
        .replace(&capital, &format!("{capital}{number}"))
        .replace(word, &format!("{word}{number}"))
}

/// A break of one copied entry: the path of its copy, the broken text, and the codes that are expected there.
fn copy(broken: &Break, number: usize) -> Option<(String, String, Vec<Code>)> {
    let path = broken.edits[0].path();
    let (_, word) = COPIED.iter().find(|(copied, _)| *copied == path)?;
    let own = |spot: &Spot| matches!(spot, Spot::Top(at) | Spot::At(at, _) if *at == path);
    let one_file =
        broken.edits.iter().all(|edit| matches!(edit, Edit::Swap(at, ..) if *at == path))
            && broken.place.iter().chain(broken.follows.iter().map(|(_, spot)| spot)).all(own);
    if broken.alone || !one_file {
        return None;
    }
    let (list, _) = broken.on(sample());
    let mut codes = vec![broken.code];
    codes.extend(broken.follows.iter().map(|(code, _)| *code));
    let text = renamed(list.text(path), word, number);
    Some((path.replace(word, &format!("{word}{number}")), text, codes))
}

#[test]
fn all_breaks_are_shown_in_one_run() {
    let mut list = sample();
    let mut expected: Vec<String> = Vec::new();
    let mut together = 0;
    for (number, broken) in all().iter().enumerate() {
        if let Some((path, text, codes)) = copy(broken, 100 + number) {
            list = list.file(&path, text);
            expected.extend(codes.iter().map(|code| format!("{path} {}", code.as_str())));
        } else if let ([edit @ (Edit::Put(path, _) | Edit::Odd(path, _))], false) =
            (&broken.edits[..], broken.alone)
            && !FILES.iter().any(|(known, _)| known == path)
        {
            let (_, places) = broken.on(sample());
            list = unmarked(&edit.on(list), &broken.edits).0;
            let bare = |place: &String| {
                let (path, rest) = place.split_once(':').unwrap();
                format!("{path} {}", rest.rsplit_once(' ').unwrap().1)
            };
            expected.extend(places.iter().map(bare));
        } else {
            continue;
        }
        together += 1;
    }
    assert!(together >= 100, "only {together}");
    let sources = list.sources();
    let found = list.examined().findings;
    let place = |finding: &Finding| {
        format!("{} {}", sources.file(finding.span.file).path, finding.code.as_str())
    };
    let mut found: Vec<String> = found.iter().map(place).collect();
    found.sort();
    expected.sort();
    // The lists are long: only what one has and the other lacks is shown.
    let (missing, extra) = (without(&expected, &found), without(&found, &expected));
    assert_eq!((missing, extra), (Vec::new(), Vec::new()));
}

/// What is left of a list when each item of another has taken its like away.
fn without<'a>(list: &'a [String], other: &[String]) -> Vec<&'a str> {
    let mut other = other.to_vec();
    let left = list.iter().filter(|item| match other.iter().position(|one| one == *item) {
        Some(at) => {
            other.swap_remove(at);
            false
        }
        None => true,
    });
    left.map(String::as_str).collect()
}

/// `listwright fix` and editors put a suggestion in place without asking.
#[test]
fn suggestion_mends_what_it_is_made_for() {
    let mut wrong = String::new();
    let mut applied = 0;
    for broken in all() {
        let (list, _) = broken.on(sample());
        let sources = list.sources();
        for finding in list.examined().findings {
            let Some(instead) = &finding.instead else { continue };
            let path = &sources.file(finding.span.file).path;
            let mut text = list.text(path).to_owned();
            text.replace_range(finding.span.range(), instead);
            let left = list.clone().file(path, text).examined().findings;
            let again = |other: &Finding| {
                other.span.file == finding.span.file
                    && (other.span.start, other.code) == (finding.span.start, finding.code)
            };
            let worse = |other: &Finding| other.code == Code::YamlSyntax;
            if left.iter().any(|other| again(other) || worse(other)) {
                wrong += &format!("{}: {instead}\n", broken.name);
            }
            applied += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(applied >= 100, "only {applied}");
}
