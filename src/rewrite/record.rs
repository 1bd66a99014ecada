//! Writes what changed into the log of the list: a dated block, added without touching what stands there.

use std::collections::BTreeMap;

use super::rename::{end_of, line_end, line_start};
use super::{Rewrite, as_on_disk};
use crate::changes::{Change, EntryPath};
use crate::diag::Severity;
use crate::diff::{Changes, Class, FieldChange, Named, Said, WordWas};
use crate::examine::{Examined, examine};
use crate::kinds::Status;
use crate::source::{Content, FileId, Source, Sources};
use crate::value::Date;
use crate::yaml::edit::{Edit, apply, keeps_the_rest};
use crate::yaml::{self, Node, Pair, Value, quoted, written};

/// Where the log stands.
const LOG: &str = "entries/changes.yaml";

/// The longest value in the log, in characters.
const LONGEST: usize = 200;

/// The log as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The change of the file; nothing where there is no file yet.
    pub rewrite: Option<Rewrite>,
    /// The new text.
    pub text: String,
    /// How many changes were added.
    pub lines: usize,
}

/// What is to be said of a day, as lines of YAML in braces.
#[derive(Debug, Default)]
struct Block {
    added: Vec<String>,
    changed: Vec<Told>,
    status: Vec<String>,
}

/// A value that changed.
#[derive(Debug)]
struct Told {
    entry: String,
    field: String,
    from: Option<String>,
    to: Option<String>,
}

/// Adds what changed to the log; nothing where all of it stands there already.
pub fn record(
    sources: &Sources,
    examined: &Examined,
    changes: &Changes,
    (day, through): (Date, &str),
) -> Result<Option<Recorded>, String> {
    if changes.is_empty() {
        return Ok(None);
    }
    let log = &examined.catalog.changes;
    let block = block(changes, log);
    let lines = block.added.len() + block.changed.len() + block.status.len();
    let Some(file) = sources.find(LOG) else {
        let text = format!(
            "schema: 1\nthrough: {}\n{}",
            quoted(through),
            if lines > 0 { format!("changes:\n{}", block.text(day, "  ")) } else { String::new() }
        );
        return proven(sources, examined, None, text, day)
            .map(|text| Some(Recorded { rewrite: None, text, lines }));
    };
    let source = sources.file(file);
    let tree = yaml::parse(file, source, &mut Vec::new()).ok_or("it cannot be read")?;
    let mut edits = Edits { text: source.text(), inserted: BTreeMap::new(), replaced: Vec::new() };
    edits.through(&tree, through)?;
    if lines > 0 {
        edits.block(&tree, &block, day)?;
    }
    let edits = edits.all();
    if edits.is_empty() {
        return Ok(None);
    }
    let lost =
        "it cannot be added to without loss; write it in a simpler way, as `listwright fmt` does";
    let text = apply(source.text(), &edits).map_err(|_| lost)?;
    let fresh = Source::new(LOG, Content::Text(text.clone()));
    let read = yaml::parse(file, &fresh, &mut Vec::new()).ok_or(lost)?;
    if !keeps_the_rest((source.text(), &tree), (&text, &read), &edits, &[]) {
        return Err(lost.to_owned());
    }
    let text = proven(sources, examined, Some(file), text, day)?;
    let rewrite = Rewrite { file, text: as_on_disk(source, &text) };
    Ok(Some(Recorded { rewrite: Some(rewrite), text, lines }))
}

/// The text, if the list has no more errors with it than without.
fn proven(
    sources: &Sources,
    examined: &Examined,
    file: Option<FileId>,
    text: String,
    day: Date,
) -> Result<String, String> {
    let next = if let Some(file) = file {
        sources.with_texts(|at| (at == file).then_some(text.as_str()))
    } else {
        let all = sources.iter().map(|(_, source)| source.clone());
        let fresh = Source::new(LOG, Content::Text(text.clone()));
        Sources::new(all.chain([fresh]).collect())
    };
    // What is logged today lies in no future.
    let as_of = examined.catalog.as_of.map_or(day, |date| date.max(day));
    let next = examine(&next, Some(as_of));
    let errors = |examined: &Examined| {
        examined.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    };
    if errors(&next) <= errors(examined) {
        return Ok(text);
    }
    let is_new = |finding: &&crate::diag::Finding| {
        finding.severity == Severity::Error
            && !examined.findings.iter().any(|known| known.message == finding.message)
    };
    let first = next.findings.iter().find(is_new);
    Err(first.map_or_else(|| "it would have errors".to_owned(), |first| first.message.clone()))
}

/// What the log does not say yet.
fn block(changes: &Changes, log: &[Change]) -> Block {
    let mut block = Block::default();
    let path = |named: &Named| format!("{}/{}", named.kind.folder(), named.id);
    let is = |entry: &EntryPath, named: &Named| {
        entry.kind == named.kind && entry.id.as_str() == named.id
    };
    for added in &changes.added {
        // An entry that says itself when it was added is shown on that day.
        let is_told = log.iter().flat_map(|day| &day.added).any(|entry| is(entry, &added.entry));
        if added.status == Status::Listed && !added.says_when && !is_told {
            block.added.push(path(&added.entry));
        }
    }
    for change in changes.changed.iter().filter(|change| change.is_listed) {
        for field in change.fields.iter().filter(|field| is_news(field, changes)) {
            let told = Told {
                entry: path(&change.entry),
                field: field.route.clone(),
                from: field.from.as_ref().map(value),
                to: field.to.as_ref().map(value),
            };
            if !is_told(log, &change.entry, &told) {
                block.changed.push(told);
            }
        }
    }
    for (named, told) in results(changes, &path) {
        if !is_told(log, &named, &told) {
            block.changed.push(told);
        }
    }
    for change in &changes.status {
        let last = log.iter().flat_map(|day| &day.status);
        let last = last
            .clone()
            .find(|told| told.entry.as_ref().is_some_and(|entry| is(entry, &change.entry)));
        if last.is_some_and(|last| last.to == Some(change.to)) {
            continue;
        }
        let reason = change
            .reason
            .as_ref()
            .map_or_else(String::new, |reason| format!(", reason: {}", quoted(&reason.code)));
        let (entry, from, to) = (path(&change.entry), change.from.as_str(), change.to.as_str());
        block.status.push(format!("{{entry: {entry}, from: {from}, to: {to}{reason}}}"));
    }
    block
}

/// Facts and groups are news; prose, sources and words that are only called otherwise are not.
fn is_news(field: &FieldChange, changes: &Changes) -> bool {
    let same =
        |said: &Option<Said>, word: &str| said.as_ref().is_some_and(|said| said.written == word);
    let is_renamed_word = changes.words.iter().any(|word| match &word.was {
        WordWas::Called(old) => same(&field.from, old) && same(&field.to, &word.word),
        _ => false,
    });
    matches!(field.class, Class::Value | Class::Word) && !is_renamed_word
}

fn value(said: &Said) -> String {
    cut(&said.written)
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text).trim_end()),
        None => text.to_owned(),
    }
}

/// Whether the last that the log says of a field is its new value. Results stand in one field, and each is told apart.
fn is_told(log: &[Change], named: &Named, told: &Told) -> bool {
    let mut of_field = log.iter().flat_map(|day| &day.changed).filter(|of| {
        let entry = of.entry.as_ref();
        entry.is_some_and(|entry| entry.kind == named.kind && entry.id.as_str() == named.id)
            && of.field.as_str() == told.field
    });
    let is = |of: &crate::changes::FieldChange| {
        of.to.as_ref().map(|to| to.0.as_str()) == told.to.as_deref()
    };
    if told.field == RESULTS { of_field.any(is) } else { of_field.next().is_some_and(is) }
}

/// The field of results.
const RESULTS: &str = "leaderboard.rows";

/// How many results each leaderboard has gained and lost, and those that are others.
fn results(changes: &Changes, path: &dyn Fn(&Named) -> String) -> Vec<(Named, Told)> {
    let scores = &changes.scores;
    let is_old = |named: &&Named| {
        let at = |other: &Named| other.kind == named.kind && other.id == named.id;
        !changes.added.iter().any(|added| at(&added.entry))
    };
    let mut counts: BTreeMap<&Named, (usize, usize)> = BTreeMap::new();
    for score in &scores.gained {
        counts.entry(&score.place.board).or_default().0 += 1;
    }
    for score in &scores.lost {
        counts.entry(&score.place.board).or_default().1 += 1;
    }
    let results = |count: usize, what: &str| {
        (count > 0).then(|| format!("{count} {what}{}", if count == 1 { "" } else { "s" }))
    };
    let mut told: Vec<(Named, Told)> = counts
        .into_iter()
        .filter(|(board, _)| is_old(board))
        .map(|(board, (gained, lost))| {
            let told = Told {
                entry: path(board),
                field: RESULTS.to_owned(),
                from: results(lost, "older result"),
                to: results(gained, "new result"),
            };
            (board.clone(), told)
        })
        .collect();
    told.extend(scores.changed.iter().map(|score| {
        let place = &score.place;
        let said = |score: &Option<String>| {
            score.as_ref().map(|score| format!("{}, {}: {score}", place.of, place.column))
        };
        let (from, to) = (said(&score.from), said(&score.to));
        let told = Told { entry: path(&place.board), field: RESULTS.to_owned(), from, to };
        (place.board.clone(), told)
    }));
    told
}

impl Told {
    fn text(&self) -> String {
        let part = |key: &str, value: &Option<String>| {
            value.as_ref().map_or_else(String::new, |value| format!(", {key}: {}", written(value)))
        };
        let (from, to) = (part("from", &self.from), part("to", &self.to));
        format!("{{entry: {}, field: {}{from}{to}}}", self.entry, written(&self.field))
    }
}

impl Block {
    /// The lists that have something to say, with their keys.
    fn lists(&self) -> Vec<(&'static str, Vec<String>)> {
        let changed = self.changed.iter().map(Told::text).collect();
        let lists =
            [("added", self.added.clone()), ("changed", changed), ("status", self.status.clone())];
        lists.into_iter().filter(|(_, items)| !items.is_empty()).collect()
    }

    /// The block as an item of the log, ended by a newline.
    fn text(&self, day: Date, indent: &str) -> String {
        let mut text = format!("{indent}- date: {day}\n");
        for (key, items) in self.lists() {
            text.push_str(&list(key, &items, &format!("{indent}  ")));
        }
        text
    }
}

/// A list under its key, ended by a newline.
fn list(key: &str, items: &[String], indent: &str) -> String {
    let items = items.iter().map(|item| format!("{indent}  - {item}\n"));
    format!("{indent}{key}:\n{}", items.collect::<String>())
}

/// What is said of a layout that nobody types by accident.
const UNFIT: &str = "a list in it is written in a way that cannot be added to: write each item behind `- ` on a line of its own";

/// The edits of the log.
struct Edits<'t> {
    text: &'t str,
    /// What is inserted at a byte; several insertions there follow each other.
    inserted: BTreeMap<usize, String>,
    replaced: Vec<Edit>,
}

impl Edits<'_> {
    fn all(self) -> Vec<Edit> {
        let inserted = self.inserted.into_iter().map(|(at, text)| Edit::insert(at, text));
        inserted.chain(self.replaced).collect()
    }

    fn insert(&mut self, at: usize, text: &str) {
        self.inserted.entry(at).or_default().push_str(text);
    }

    /// Puts text on lines of its own behind the line that ends at a byte.
    fn insert_line(&mut self, at: usize, lines: &str) {
        let lines = lines.trim_end_matches('\n');
        self.insert(line_end(self.text, at), &format!("\n{lines}"));
    }

    fn is_flow(&self, node: &Node) -> bool {
        self.text.get(node.range()).is_some_and(|text| text.starts_with(['[', '{']))
    }

    /// Where the line of an item begins, and what stands before its dash there.
    fn dash(&self, item: &Node) -> Option<(usize, String)> {
        let start = line_start(self.text, item.range().start);
        let before = self.text.get(start..item.range().start)?;
        let indent = before.trim_end().strip_suffix('-')?;
        indent.trim().is_empty().then(|| (start, indent.to_owned()))
    }

    fn through(&mut self, tree: &Node, through: &str) -> Result<(), String> {
        if let Some(pair) = tree.pair("through") {
            if pair.value.text() != Some(through) {
                self.replaced.push(Edit::replace(pair.value.range(), quoted(through)));
            }
            return Ok(());
        }
        let schema = tree.pair("schema").filter(|_| !self.is_flow(tree));
        let schema = schema.ok_or("it has no line `schema: 1`: write it first")?;
        self.insert_line(
            end_of(self.text, &schema.value),
            &format!("through: {}", quoted(through)),
        );
        Ok(())
    }

    fn block(&mut self, tree: &Node, block: &Block, day: Date) -> Result<(), String> {
        let Some(pair) = tree.pair("changes") else {
            let text = format!("changes:\n{}", block.text(day, "  "));
            self.insert_line(self.text.trim_end().len(), &text);
            return Ok(());
        };
        let Value::List(items) = &pair.value.value else {
            return Err("`changes` is no list: mend it first".to_owned());
        };
        if items.is_empty() {
            let text = format!("\n{}", block.text(day, "  "));
            // From behind the colon, so that no space is left at the end of its line.
            let range = pair.key.place.1 as usize + 1..pair.value.range().end;
            self.replaced.push(Edit::replace(range, text.trim_end()));
            return Ok(());
        }
        let of = |item: &Node| item.get("date").and_then(Node::text)?.parse::<Date>().ok();
        if let Some(item) = items.iter().find(|item| of(item) == Some(day)) {
            return self.merge(item, block);
        }
        if self.is_flow(&pair.value) {
            return Err(
                "`changes` stands in brackets: write each day as `- date: …` on a line of its own"
                    .to_owned(),
            );
        }
        let older = items.iter().find(|item| of(item).is_some_and(|date| date < day));
        if let Some(item) = older {
            let (start, indent) = self.dash(item).ok_or(UNFIT)?;
            let at = above_comments(self.text, start);
            self.insert(at, &block.text(day, &indent));
        } else {
            let oldest = items.last().ok_or(UNFIT)?;
            let (_, indent) = self.dash(oldest).ok_or(UNFIT)?;
            self.insert_line(end_of(self.text, oldest), &block.text(day, &indent));
        }
        Ok(())
    }

    /// Adds to the block of the same day.
    fn merge(&mut self, day: &Node, block: &Block) -> Result<(), String> {
        let Value::Map(pairs) = &day.value else { return Err("a day is no map".to_owned()) };
        let mut left = Vec::new();
        for told in &block.changed {
            match earlier(day, told) {
                // What was said of the day before is still where the value came from.
                Some(to) => {
                    let text = told.to.as_deref().map(written).unwrap_or_default();
                    self.replaced.push(Edit::replace(to.range(), text));
                }
                None => left.push(told.text()),
            }
        }
        let lists =
            [("added", block.added.clone()), ("changed", left), ("status", block.status.clone())];
        let mut before = "date";
        for (key, items) in lists {
            if !items.is_empty() {
                match day.pair(key) {
                    Some(pair) => self.extend(&pair.value, &items)?,
                    None => self.begin(day, pairs, before, (key, &items))?,
                }
            }
            if day.pair(key).is_some() {
                before = key;
            }
        }
        Ok(())
    }

    /// Adds items to a list.
    fn extend(&mut self, list: &Node, items: &[String]) -> Result<(), String> {
        let Value::List(there) = &list.value else { return Err("a list is no list".to_owned()) };
        let joined = items.join(", ");
        let Some(final_item) = there.last() else {
            self.insert(list.range().start + 1, &joined);
            return Ok(());
        };
        if self.is_flow(list) {
            self.insert(final_item.range().end, &format!(", {joined}"));
            return Ok(());
        }
        let (_, indent) = self.dash(final_item).ok_or(UNFIT)?;
        let lines: Vec<String> = items.iter().map(|item| format!("{indent}- {item}")).collect();
        self.insert_line(end_of(self.text, final_item), &lines.join("\n"));
        Ok(())
    }

    /// Puts a list that a day does not have yet behind one of its keys.
    fn begin(
        &mut self,
        day: &Node,
        pairs: &[Pair],
        before: &str,
        (key, items): (&str, &[String]),
    ) -> Result<(), String> {
        let no_date = "a day has no date";
        let pair = day.pair(before).or(pairs.last()).ok_or(no_date)?;
        let end = end_of(self.text, &pair.value).max(pair.key.place.1 as usize);
        if self.is_flow(day) {
            self.insert(end, &format!(", {key}: [{}]", items.join(", ")));
            return Ok(());
        }
        let first = pairs.first().ok_or(no_date)?.key.place.0 as usize;
        let before = self.text.get(line_start(self.text, first)..first).unwrap_or_default();
        let indent: String = before.chars().map(|_| ' ').collect();
        self.insert_line(end, &list(key, items, &indent));
        Ok(())
    }
}

/// The value that the day gave a field before it changed again, where the two are one change.
fn earlier<'n>(day: &'n Node, told: &Told) -> Option<&'n Node> {
    let Value::List(items) = &day.get("changed")?.value else { return None };
    let same =
        |item: &&Node, key: &str, text: &str| item.get(key).and_then(Node::text) == Some(text);
    let item = items
        .iter()
        .rfind(|item| same(item, "entry", &told.entry) && same(item, "field", &told.field))?;
    let (was, from, to) = (item.get("to")?, told.from.as_deref()?, told.to.as_deref()?);
    // Where the value is what it was at first, both steps stay to be seen.
    (was.text() == Some(from) && item.get("from").and_then(Node::text) != Some(to)).then_some(was)
}

/// The first of the lines of comments right above a line: they speak of what follows them.
fn above_comments(text: &str, mut start: usize) -> usize {
    while let Some(before) = text.get(..start).and_then(|before| before.strip_suffix('\n')) {
        let line = line_start(text, before.len());
        if !text.get(line..before.len()).is_some_and(|line| line.trim_start().starts_with('#')) {
            break;
        }
        start = line;
    }
    start
}
