//! What changed as JSON, in a version of its own: diff.schema.json says what every key means.

use serde::Serialize;

use super::report::{End, Ends};
use super::{
    Changes, Class, Dead, FieldChange, How, Lost, Named, Place, Reason, Said, Score, Sum,
    Unreadable, WordWas,
};

/// The version; it changes when a key changes its meaning or goes.
const VERSION: u8 = 1;

/// A JSON Schema of the document, in draft 2020-12.
pub const SCHEMA: &str = include_str!("diff.schema.json");

#[derive(Serialize)]
struct Document<'d> {
    version: u8,
    from: State<'d>,
    to: State<'d>,
    listed: indexmap::IndexMap<&'static str, Amount>,
    values: Amount,
    results: Amount,
    added: Vec<Added<'d>>,
    deleted: Vec<Entry<'d>>,
    renamed: Vec<Renamed<'d>>,
    status: Vec<Status<'d>>,
    changed: Vec<Changed<'d>>,
    scores: Vec<ScoreOut<'d>>,
    words: Vec<Word<'d>>,
    settings: Vec<Field<'d>>,
    unreadable: Broken<'d>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dead: Option<Vec<DeadOut<'d>>>,
}

#[derive(Serialize)]
struct State<'d> {
    /// Nothing for the files on disk.
    revision: Option<&'d str>,
    commit: Option<&'d str>,
    date: Option<String>,
}

#[derive(Serialize)]
struct Amount {
    before: usize,
    after: usize,
}

#[derive(Serialize)]
struct Entry<'d> {
    kind: &'static str,
    id: &'d str,
    name: &'d str,
}

#[derive(Serialize)]
struct Added<'d> {
    #[serde(flatten)]
    entry: Entry<'d>,
    status: &'static str,
    reason: Option<Why<'d>>,
}

#[derive(Serialize)]
struct Why<'d> {
    code: &'d str,
    label: &'d str,
    note: Option<&'d str>,
}

#[derive(Serialize)]
struct Renamed<'d> {
    #[serde(flatten)]
    entry: Entry<'d>,
    from: &'d str,
    noted: bool,
    took_in: bool,
}

#[derive(Serialize)]
struct Status<'d> {
    #[serde(flatten)]
    entry: Entry<'d>,
    from: &'static str,
    to: &'static str,
    reason: Option<Why<'d>>,
    superseded_by: Option<&'d str>,
}

#[derive(Serialize)]
struct Changed<'d> {
    #[serde(flatten)]
    entry: Entry<'d>,
    listed: bool,
    fields: Vec<Field<'d>>,
}

#[derive(Serialize)]
struct Field<'d> {
    #[serde(rename = "field")]
    route: &'d str,
    class: &'static str,
    change: &'static str,
    from: Option<Value<'d>>,
    to: Option<Value<'d>>,
    items_gained: usize,
    items_lost: usize,
    source: Option<&'d str>,
}

#[derive(Serialize)]
struct Value<'d> {
    written: &'d str,
    shown: &'d str,
}

#[derive(Serialize)]
struct ScoreOut<'d> {
    change: &'static str,
    #[serde(flatten)]
    place: PlaceOut<'d>,
    from: Option<&'d str>,
    to: Option<&'d str>,
    moved_from: Option<PlaceOut<'d>>,
}

#[derive(Serialize)]
struct PlaceOut<'d> {
    dataset: &'d str,
    column: &'d str,
    of: &'d str,
}

#[derive(Serialize)]
struct Word<'d> {
    section: &'static str,
    #[serde(rename = "word")]
    id: &'d str,
    label: &'d str,
    change: &'static str,
    before: Option<&'d str>,
    entries: usize,
}

#[derive(Serialize)]
struct Broken<'d> {
    before: Vec<File<'d>>,
    after: Vec<File<'d>>,
}

#[derive(Serialize)]
struct File<'d> {
    path: &'d str,
    errors: usize,
    line: usize,
    first: &'d str,
    compared: bool,
}

#[derive(Serialize)]
struct DeadOut<'d> {
    what: &'static str,
    address: &'d str,
    of: &'d str,
    files: usize,
}

/// What changed as a JSON document, ended by a newline; with `dead`, what `--check` found.
#[must_use]
pub fn json(changes: &Changes, ends: &Ends, dead: Option<&[Dead]>) -> String {
    let document = Document {
        version: VERSION,
        from: state(&ends.before),
        to: state(&ends.after),
        listed: changes.listed.iter().map(|(kind, sum)| (kind.folder(), amount(*sum))).collect(),
        values: amount(changes.values),
        results: amount(changes.results),
        added: changes
            .added
            .iter()
            .map(|added| Added {
                entry: entry(&added.entry),
                status: added.status.as_str(),
                reason: added.reason.as_ref().map(why),
            })
            .collect(),
        deleted: changes.gone.iter().map(entry).collect(),
        renamed: changes
            .renamed
            .iter()
            .map(|renamed| Renamed {
                entry: entry(&renamed.entry),
                from: &renamed.from,
                noted: renamed.noted,
                took_in: renamed.took_in,
            })
            .collect(),
        status: changes.status.iter().map(status).collect(),
        changed: changes
            .changed
            .iter()
            .map(|changed| Changed {
                entry: entry(&changed.entry),
                listed: changed.is_listed,
                fields: changed.fields.iter().map(field).collect(),
            })
            .collect(),
        scores: scores(changes),
        words: changes.words.iter().map(word).collect(),
        settings: changes.settings.iter().map(field).collect(),
        unreadable: Broken {
            before: changes.unreadable.0.iter().map(file).collect(),
            after: changes.unreadable.1.iter().map(file).collect(),
        },
        dead: dead.map(|dead| dead.iter().map(dead_out).collect()),
    };
    // Serialising strings and numbers into a string cannot fail.
    crate::diag::escaped(&serde_json::to_string_pretty(&document).unwrap_or_default()) + "\n"
}

fn state(end: &End) -> State<'_> {
    State {
        revision: end.name.as_deref(),
        commit: end.commit.as_deref(),
        date: end.day.map(|day| day.to_string()),
    }
}

fn amount(sum: Sum) -> Amount {
    Amount { before: sum.before, after: sum.after }
}

fn entry(named: &Named) -> Entry<'_> {
    Entry { kind: named.kind.noun(), id: &named.id, name: &named.name }
}

fn why(reason: &Reason) -> Why<'_> {
    Why { code: &reason.code, label: &reason.label, note: reason.note.as_deref() }
}

fn status(change: &super::StatusChange) -> Status<'_> {
    Status {
        entry: entry(&change.entry),
        from: change.from.as_str(),
        to: change.to.as_str(),
        reason: change.reason.as_ref().map(why),
        superseded_by: change.superseded_by.as_deref(),
    }
}

fn field(change: &FieldChange) -> Field<'_> {
    fn value(said: &Said) -> Value<'_> {
        Value { written: &said.written, shown: &said.shown }
    }
    Field {
        route: &change.route,
        class: match change.class {
            Class::Value => "value",
            Class::Word => "word",
            Class::Text => "text",
            Class::Evidence => "evidence",
            Class::Upkeep => "upkeep",
        },
        change: match change.how {
            How::Grew => "grew",
            How::Corrected => "corrected",
            How::Reclassified => "reclassified",
            How::Reworded => "reworded",
        },
        from: change.from.as_ref().map(value),
        to: change.to.as_ref().map(value),
        items_gained: change.gained,
        items_lost: change.lost,
        source: change.source.as_deref(),
    }
}

fn scores(changes: &Changes) -> Vec<ScoreOut<'_>> {
    fn place(place: &Place) -> PlaceOut<'_> {
        PlaceOut { dataset: &place.board.id, column: &place.column, of: &place.of }
    }
    let scores = &changes.scores;
    let lists: [(&'static str, &Vec<Score>); 4] = [
        ("grew", &scores.gained),
        ("corrected", &scores.changed),
        ("gone", &scores.lost),
        ("moved", &scores.moved),
    ];
    lists
        .into_iter()
        .flat_map(|(change, list)| {
            list.iter().map(move |score| ScoreOut {
                change,
                place: place(&score.place),
                from: score.from.as_deref(),
                to: score.to.as_deref(),
                moved_from: score.moved_from.as_ref().map(place),
            })
        })
        .collect()
}

fn word(change: &super::WordChange) -> Word<'_> {
    let (kind, before) = match &change.was {
        WordWas::Nothing => ("new", None),
        WordWas::There => ("gone", None),
        WordWas::Called(old) => ("renamed", Some(old.as_str())),
        WordWas::Labelled(old) => ("relabelled", Some(old.as_str())),
        WordWas::Described => ("described", None),
    };
    Word {
        section: change.section,
        id: &change.word,
        label: &change.label,
        change: kind,
        before,
        entries: change.entries,
    }
}

fn file(file: &Unreadable) -> File<'_> {
    File {
        path: &file.path,
        errors: file.errors,
        line: file.line,
        first: &file.first,
        compared: file.is_compared,
    }
}

fn dead_out(dead: &Dead) -> DeadOut<'_> {
    DeadOut {
        what: match dead.what {
            Lost::Entry => "entry",
            Lost::Word => "word",
            Lost::Language => "language",
            Lost::First => "first-id",
            Lost::Unread => "unreadable",
        },
        address: &dead.address,
        of: &dead.of,
        files: dead.files,
    }
}
