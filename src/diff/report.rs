//! What changed, in words: the one place that says it, for the terminal and for Markdown.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Added, Changes, Class, EntryChange, FieldChange, How, Named, Reason, Renamed, Said, Score,
    Status, StatusChange, Sum, Unreadable, WordChange, WordWas,
};
use crate::kinds::KindId;
use crate::value::Date;

/// One of the two states, as a sentence names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The name by which it was asked for; nothing for the files on disk.
    pub name: Option<String>,
    /// The hash of its commit.
    pub commit: Option<String>,
    /// The day of its commit.
    pub day: Option<Date>,
}

/// Both states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ends {
    /// The first.
    pub before: End,
    /// The second.
    pub after: End,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words of this program.
    Say(String),
    /// Text of the list.
    Their(String),
    /// A name of a field, a word or a file, as it is typed.
    Code(String),
    /// An address of the list.
    Link(String),
}

/// A line of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whether it belongs to the line above it.
    pub is_below: bool,
    /// What it says.
    pub pieces: Vec<Piece>,
}

/// What changed in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its title.
    pub title: &'static str,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// Everything that changed, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What is compared with what.
    pub title: Vec<Piece>,
    /// The sections that have something to say.
    pub sections: Vec<Section>,
}

/// So many titles of papers are named in full; JSON has all.
const MOST_TITLES: usize = 30;

/// The longest value in a sentence, in characters.
const LONGEST: usize = 200;

/// Puts what changed into words.
#[must_use]
pub fn report(changes: &Changes, ends: &Ends) -> Report {
    let mut title = vec![say("From ")];
    title.extend(end(&ends.before));
    title.push(say(" to "));
    title.extend(end(&ends.after));
    let sections = [
        section("Grew", grew(changes)),
        section("Corrected", corrected(changes)),
        section("Only sorted otherwise", reclassified(changes)),
        section("No longer listed", left(changes)),
        section("Looked at, not listed", not_listed(changes)),
        section("Renamed", changes.renamed.iter().map(renamed).collect()),
        section("Deleted", deleted(&changes.gone)),
        section("Words of the vocabulary", words(&changes.words)),
        section("Settings of the list", settings(&changes.settings)),
        section("Texts and sources", reworded(changes)),
        section("Cannot be read as a whole", unreadable(changes)),
    ];
    Report { title, sections: sections.into_iter().flatten().collect() }
}

fn section(title: &'static str, lines: Vec<Line>) -> Option<Section> {
    (!lines.is_empty()).then_some(Section { title, lines })
}

fn end(end: &End) -> Vec<Piece> {
    let Some(commit) = &end.commit else { return vec![say("the files on disk")] };
    let short = commit.get(..7).unwrap_or(commit);
    let day = end.day.map_or_else(String::new, |day| format!(" of {day}"));
    match &end.name {
        Some(name) if !commit.starts_with(name.as_str()) => {
            vec![Piece::Their(name.clone()), say(format!(" ({short}{day})"))]
        }
        _ => vec![say(format!("{short}{day}"))],
    }
}

// What grew.

fn grew(changes: &Changes) -> Vec<Line> {
    let mut lines = Vec::new();
    for (kind, sum) in &changes.listed {
        let new = changes.added.iter().filter(|added| added.status == Status::Listed);
        let new = names(new.map(|added| &added.entry), *kind);
        let raised = changes.status.iter().filter(|change| change.to == Status::Listed);
        let raised = names(raised.map(|change| &change.entry), *kind);
        lines.extend(listed(*kind, *sum, &new, ""));
        lines.extend(listed(*kind, *sum, &raised, ", on record before"));
    }
    let scores = &changes.scores.gained;
    if !scores.is_empty() {
        let mut pieces =
            vec![say(format!("{} ", of(scores.len(), changes.results.after, "result")))];
        pieces.push(say("on the leaderboards: "));
        let mut boards: BTreeMap<&Named, usize> = BTreeMap::new();
        for score in scores {
            *boards.entry(&score.place.board).or_default() += 1;
        }
        let boards = boards.iter().map(|(board, count)| {
            vec![Piece::Their(board.name.clone()), say(format!(" {}", number(*count)))]
        });
        pieces.extend(join(boards, ", "));
        lines.push(top(pieces));
    }
    lines.extend(of_entries(changes, How::Grew, |count, entries| {
        let total = changes.values.after;
        let entries = many(entries, "entry that was", "entries that were");
        format!("{} in {entries} there before:", of(count, total, "value"))
    }));
    lines
}

/// The entries of a kind that are listed now: papers by their titles, a line for each.
fn listed(kind: KindId, sum: Sum, names: &[&Named], also: &str) -> Vec<Line> {
    if names.is_empty() {
        return Vec::new();
    }
    let head = format!("{}{also}: ", of(names.len(), sum.after, kind.noun()));
    if kind != KindId::Paper {
        return vec![top([vec![say(head)], listed_names(names)].concat())];
    }
    let mut lines = vec![top(vec![say(head.trim_end())])];
    let shown = names.iter().take(MOST_TITLES);
    lines.extend(shown.map(|named| below(vec![Piece::Their(named.name.clone())])));
    let more = names.len().saturating_sub(MOST_TITLES);
    if more > 0 {
        lines.push(below(vec![say(format!("and {} more", number(more)))]));
    }
    lines
}

fn names<'n>(entries: impl Iterator<Item = &'n Named>, kind: KindId) -> Vec<&'n Named> {
    let mut names: Vec<&Named> = entries.filter(|named| named.kind == kind).collect();
    names.sort_by_key(|named| (named.name.to_lowercase(), named.id.clone()));
    names
}

/// The changes of entries in one way, with a head that says how many there are.
fn of_entries(changes: &Changes, how: How, head: impl Fn(usize, usize) -> String) -> Vec<Line> {
    let is_news = |change: &&FieldChange| {
        change.how == how && matches!(change.class, Class::Value | Class::Word)
    };
    let mut lines = Vec::new();
    let mut count = 0;
    for entry in &changes.changed {
        let fields: Vec<&FieldChange> = entry.fields.iter().filter(is_news).collect();
        if fields.is_empty() {
            continue;
        }
        count += fields.len();
        lines.push(below(of_entry(entry, &fields)));
    }
    if lines.is_empty() {
        return lines;
    }
    let head = head(count, lines.len());
    lines.insert(0, top(vec![say(head)]));
    lines
}

fn of_entry(entry: &EntryChange, fields: &[&FieldChange]) -> Vec<Piece> {
    let mut pieces = vec![Piece::Their(entry.entry.name.clone()), say(": ")];
    let said = fields.iter().enumerate().map(|(at, change)| {
        let mut said = from_to(change);
        // One source that speaks for several values is named behind the last of them.
        let next = fields.get(at + 1).and_then(|next| next.source.as_ref());
        if let Some(source) = change.source.as_ref().filter(|source| next != Some(source)) {
            said.extend([say(" ("), Piece::Link(source.clone()), say(")")]);
        }
        said
    });
    pieces.extend(join(said, "; "));
    pieces
}

fn from_to(change: &FieldChange) -> Vec<Piece> {
    let mut pieces = vec![Piece::Code(change.route.clone()), say(" ")];
    match (&change.from, &change.to) {
        (None, Some(to)) => pieces.push(value(to)),
        (Some(from), None) => pieces.extend([value(from), say(" → not recorded")]),
        (Some(from), Some(to)) => pieces.extend([value(from), say(" → "), value(to)]),
        (None, None) => pieces.push(say("in another order")),
    }
    pieces
}

fn value(said: &Said) -> Piece {
    Piece::Their(cut(&said.shown))
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text).trim_end()),
        None => text.to_owned(),
    }
}

// What was corrected, and what was only sorted otherwise.

fn corrected(changes: &Changes) -> Vec<Line> {
    let mut lines = of_entries(changes, How::Corrected, |count, entries| {
        let total = number(changes.values.after);
        format!("{} of {total} values in {}:", number(count), many(entries, "entry", "entries"))
    });
    let scores = &changes.scores;
    let total = number(changes.results.after);
    if !scores.changed.is_empty() {
        lines.push(top(vec![say(format!("{} of {total} results:", number(scores.changed.len())))]));
        lines.extend(scores.changed.iter().map(score));
    }
    if !scores.lost.is_empty() {
        let lost = many(scores.lost.len(), "result is", "results are");
        lines.push(top(vec![say(format!("{lost} gone:"))]));
        lines.extend(scores.lost.iter().map(score));
    }
    lines
}

fn score(score: &Score) -> Line {
    let place = &score.place;
    let mut pieces = vec![
        Piece::Their(place.board.name.clone()),
        say(", "),
        Piece::Code(place.column.clone()),
        say(": "),
        Piece::Their(place.of.clone()),
        say(" "),
    ];
    match (&score.from, &score.to) {
        (Some(from), Some(to)) => {
            pieces.extend([Piece::Their(from.clone()), say(" → "), Piece::Their(to.clone())]);
        }
        (from, to) => pieces.extend(from.as_ref().or(to.as_ref()).cloned().map(Piece::Their)),
    }
    below(pieces)
}

fn reclassified(changes: &Changes) -> Vec<Line> {
    type Key<'c> = (KindId, &'c str, Option<&'c str>, Option<&'c str>);
    let mut groups: BTreeMap<Key<'_>, Vec<&Named>> = BTreeMap::new();
    for entry in &changes.changed {
        for change in entry.fields.iter().filter(|change| change.how == How::Reclassified) {
            let [from, to] =
                [&change.from, &change.to].map(|said| said.as_ref().map(|s| s.shown.as_str()));
            let key = (entry.entry.kind, change.route.as_str(), from, to);
            groups.entry(key).or_default().push(&entry.entry);
        }
    }
    let mut lines: Vec<Line> = groups
        .into_iter()
        .map(|((kind, route, from, to), entries)| {
            let their = |text: Option<&str>| match text {
                Some(text) => Piece::Their(cut(text)),
                None => say("nothing"),
            };
            let count = many(entries.len(), kind.noun(), &format!("{}s", kind.noun()));
            let head = vec![
                say(format!("{count}, ")),
                Piece::Code(route.to_owned()),
                say(" "),
                their(from),
            ];
            top([head, vec![say(" → "), their(to), say(": ")], listed_names(&entries)].concat())
        })
        .collect();
    let mut moves: BTreeMap<(&Named, &str, &Named, &str), usize> = BTreeMap::new();
    for score in &changes.scores.moved {
        let Some(from) = &score.moved_from else { continue };
        let key =
            (&from.board, from.column.as_str(), &score.place.board, score.place.column.as_str());
        *moves.entry(key).or_default() += 1;
    }
    for ((board, column, to, to_column), count) in moves {
        let count = many(count, "result stands", "results stand");
        lines.push(top(vec![
            say(format!("{count} in another column: ")),
            Piece::Their(board.name.clone()),
            say(" "),
            Piece::Code(column.to_owned()),
            say(" → "),
            Piece::Their(to.name.clone()),
            say(" "),
            Piece::Code(to_column.to_owned()),
        ]));
    }
    lines
}

// What is listed no more, and what never was.

fn left(changes: &Changes) -> Vec<Line> {
    let left = changes.status.iter().filter(|change| change.from == Status::Listed);
    left.map(|change| status(change, "")).collect()
}

fn status(change: &StatusChange, was: &str) -> Line {
    let mut pieces = entry(&change.entry);
    pieces.push(say(format!(" {} now{was}", is(change.to))));
    if let Some(by) = &change.superseded_by {
        pieces.extend([say(" by "), Piece::Their(by.clone())]);
    }
    pieces.extend(change.reason.iter().flat_map(reason));
    top(pieces)
}

fn is(status: Status) -> &'static str {
    match status {
        Status::Listed => "is listed",
        Status::Candidate => "is a candidate",
        Status::Excluded => "is excluded",
        Status::Superseded => "is superseded",
        Status::Withdrawn => "is withdrawn",
    }
}

fn reason(reason: &Reason) -> Vec<Piece> {
    let mut pieces = vec![say(": "), Piece::Their(reason.label.clone())];
    if let Some(note) = &reason.note {
        pieces.extend([say(" – "), Piece::Their(cut(note))]);
    }
    pieces
}

fn entry(named: &Named) -> Vec<Piece> {
    vec![say(format!("the {} ", named.kind.noun())), Piece::Their(named.name.clone())]
}

fn not_listed(changes: &Changes) -> Vec<Line> {
    let among =
        |change: &&StatusChange| change.from != Status::Listed && change.to != Status::Listed;
    let mut lines: Vec<Line> = changes
        .status
        .iter()
        .filter(among)
        .map(|change| status(change, &format!(" ({} before)", change.from.as_str())))
        .collect();
    for status in Status::ALL.iter().filter(|status| **status != Status::Listed) {
        let mut reasons: BTreeMap<(KindId, Option<&str>), Vec<&Named>> = BTreeMap::new();
        for Added { entry, reason, .. } in
            changes.added.iter().filter(|added| added.status == *status)
        {
            let label = reason.as_ref().map(|reason| reason.label.as_str());
            reasons.entry((entry.kind, label)).or_default().push(entry);
        }
        for ((kind, label), entries) in reasons {
            let mut pieces = vec![say(of_status(entries.len(), kind, *status))];
            if let Some(label) = label {
                pieces.extend([say(" ("), Piece::Their(label.to_owned()), say(")")]);
            }
            pieces.push(say(": "));
            pieces.extend(listed_names(&entries));
            lines.push(top(pieces));
        }
    }
    lines
}

/// `2 models excluded`, `1 paper not decided on yet`.
fn of_status(count: usize, kind: KindId, status: Status) -> String {
    let entries = many(count, kind.noun(), &format!("{}s", kind.noun()));
    match status {
        Status::Candidate => format!("{entries} not decided on yet"),
        _ => format!("{entries} {}", status.as_str()),
    }
}

/// Names in a row; where one of them has a comma itself, semicolons part them.
fn listed_names(entries: &[&Named]) -> Vec<Piece> {
    let between = if entries.iter().any(|named| named.name.contains(',')) { "; " } else { ", " };
    join(entries.iter().map(|named| vec![Piece::Their(named.name.clone())]), between)
}

fn renamed(renamed: &Renamed) -> Line {
    let folder = renamed.entry.kind.folder();
    let old = Piece::Code(format!("{folder}/{}", renamed.from));
    let new = Piece::Code(format!("{folder}/{}", renamed.entry.id));
    let what = match (renamed.took_in, renamed.noted) {
        (true, _) => "; the old address leads there",
        (false, true) => ", and the old address leads there",
        (false, false) => {
            ", but the old address leads nowhere: note the old id in `former_ids`, or rename with `listwright rename`"
        }
    };
    let verb = if renamed.took_in { " is part of " } else { " is now " };
    top(vec![old, say(verb), new, say(what)])
}

fn deleted(gone: &[Named]) -> Vec<Line> {
    let line = |named: &Named| {
        let path = format!("{}/{}", named.kind.folder(), named.id);
        let mut pieces = entry(named);
        pieces.extend([say(" ("), Piece::Code(path), say(")")]);
        top(pieces)
    };
    let mut lines: Vec<Line> = gone.iter().map(line).collect();
    if !lines.is_empty() {
        let help = "an entry is never deleted: put the file back and give it another `status` with a `reason`";
        lines.push(top(vec![say(help)]));
    }
    lines
}

// The vocabulary, the settings, and what is only worded otherwise.

fn words(words: &[WordChange]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut sections: Vec<&str> = words.iter().map(|word| word.section).collect();
    sections.dedup();
    for section in sections {
        let of = |was: &WordWas| -> Vec<&WordChange> {
            words.iter().filter(|word| word.section == section && word.was == *was).collect()
        };
        lines.extend(word_list(section, &of(&WordWas::Nothing), ("is new", "are new")));
        lines.extend(word_list(section, &of(&WordWas::There), ("is gone", "are gone")));
        for change in words.iter().filter(|word| word.section == section) {
            let mut pieces = vec![Piece::Code(section.to_owned()), say(": ")];
            match &change.was {
                WordWas::Nothing | WordWas::There | WordWas::Described => continue,
                WordWas::Called(old) => {
                    pieces.extend([Piece::Code(old.clone()), say(" is written ")]);
                    pieces.extend([Piece::Code(change.word.clone()), say(" now")]);
                }
                WordWas::Labelled(old) => {
                    pieces.extend([Piece::Their(old.clone()), say(" is called ")]);
                    pieces.extend([Piece::Their(change.label.clone()), say(" now")]);
                }
            }
            pieces.push(say(format!(", in {}", many(change.entries, "entry", "entries"))));
            lines.push(top(pieces));
        }
    }
    lines
}

/// Words of a section with how many entries use them.
fn word_list(section: &str, words: &[&WordChange], (is, are): (&str, &str)) -> Option<Line> {
    let (first, rest) = words.split_first()?;
    let verb = if rest.is_empty() { is } else { are };
    let count = many(words.len(), "word", "words");
    let is_counted = section != "abbreviation";
    let with = if is_counted { ", with how many entries use each" } else { "" };
    let mut pieces =
        vec![Piece::Code(section.to_owned()), say(format!(": {count} {verb}{with}: "))];
    let named = std::iter::once(first).chain(rest).map(|word| {
        let used = if is_counted { format!(" {}", number(word.entries)) } else { String::new() };
        vec![Piece::Their(word.label.clone()), say(used)]
    });
    pieces.extend(join(named, ", "));
    Some(top(pieces))
}

fn settings(settings: &[FieldChange]) -> Vec<Line> {
    if settings.is_empty() {
        return Vec::new();
    }
    let routes = settings.iter().map(|change| vec![Piece::Code(change.route.clone())]);
    vec![top([join(routes, ", "), vec![say(" of survey.yaml")]].concat())]
}

fn reworded(changes: &Changes) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut group = |what: &str, is: &dyn Fn(&FieldChange) -> bool| {
        let has = |entry: &&EntryChange| entry.fields.iter().any(is);
        let entries: Vec<&Named> =
            changes.changed.iter().filter(has).map(|entry| &entry.entry).collect();
        if entries.is_empty() {
            return;
        }
        let count = many(entries.len(), "entry", "entries");
        let names = listed_names(&entries);
        lines.push(top([vec![say(format!("{what} in {count}: "))], names].concat()));
    };
    group("texts", &|change| change.class == Class::Text);
    group("sources", &|change| change.route == "sources");
    group("what sources say otherwise", &|change| change.route == "disputed");
    group("notes for the list's own use", &|change| change.class == Class::Upkeep);
    let described: Vec<&WordChange> =
        changes.words.iter().filter(|word| word.was == WordWas::Described).collect();
    if !described.is_empty() {
        let count = many(described.len(), "word", "words");
        let words = described.iter().map(|word| vec![Piece::Code(word.word.clone())]);
        lines.push(top(
            [vec![say(format!("what is said of {count}: "))], join(words, ", ")].concat()
        ));
    }
    lines
}

fn unreadable(changes: &Changes) -> Vec<Line> {
    let (before, after) = &changes.unreadable;
    let line = |file: &Unreadable, when: &str| {
        let mut pieces = vec![Piece::Code(file.path.clone())];
        let errors = many(file.errors, "error", "errors");
        pieces.push(say(format!(" has {errors}{when}; the first, in line {}: ", file.line)));
        pieces.push(Piece::Their(file.first.clone()));
        let compared = if file.is_compared {
            " (what can be read of it is compared)"
        } else {
            " (nothing of it is compared)"
        };
        pieces.push(say(compared));
        top(pieces)
    };
    let mut lines: Vec<Line> = after.iter().map(|file| line(file, "")).collect();
    let paths: BTreeSet<&str> = after.iter().map(|file| file.path.as_str()).collect();
    let mended = before.iter().filter(|file| !paths.contains(file.path.as_str()));
    lines.extend(mended.map(|file| line(file, " in the first state, and none in the second")));
    lines
}

// Small parts of sentences.

fn say(text: impl Into<String>) -> Piece {
    Piece::Say(text.into())
}

fn top(pieces: Vec<Piece>) -> Line {
    Line { is_below: false, pieces }
}

fn below(pieces: Vec<Piece>) -> Line {
    Line { is_below: true, pieces }
}

fn join(parts: impl Iterator<Item = Vec<Piece>>, between: &str) -> Vec<Piece> {
    let mut joined = Vec::new();
    for part in parts {
        if !joined.is_empty() {
            joined.push(say(between));
        }
        joined.extend(part);
    }
    joined
}

/// `+11 of 1,055 results`.
fn of(new: usize, all: usize, noun: &str) -> String {
    let s = if all == 1 { "" } else { "s" };
    format!("+{} of {} {noun}{s}", number(new), number(all))
}

fn many(count: usize, one: &str, several: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { several })
}

/// A number with commas between its thousands.
fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
