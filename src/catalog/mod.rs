//! The catalog: every entry of a list, typed, with what was wrong in the files beside it.

mod tally;
mod tree;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::changes::{Change, Log};
use crate::config::{self, Survey};
use crate::diag::{Code, Diag};
use crate::kinds::{
    Common, Content, Disputed, Entry, KindFields, KindId, OwnValues, Registry, Shown, Status,
};
use crate::litter::left_in;
use crate::read::{
    Context, FIRST_LANGUAGE, Given, Read, Reader, Record as _, Use, check_keys, check_needs,
};
use crate::source::{FileId, Sources};
use crate::value::{Date, Id, Identity};
use crate::vocabulary::Vocabulary;
use crate::yaml::{self, Node, Value};
pub use tally::Tally;
use tree::Tree;

/// The folder that holds everything a list is made from.
pub const FOLDER: &str = "entries";

/// Every entry of a list with its settings, its words and its log.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// The settings.
    pub survey: Survey,
    /// The codes of the languages; never empty.
    pub languages: Vec<String>,
    /// The fields that entries have.
    pub registry: Arc<Registry>,
    /// The words.
    pub vocabulary: Vocabulary,
    /// The log, the newest change first.
    pub changes: Vec<Change>,
    /// The commit up to which the log is written.
    pub through: Option<String>,
    /// The entries that could be read, by kind and id.
    pub records: Vec<Record>,
    /// What could be read of entries that have errors, by kind and id. It is compared with the others and never shown.
    pub partial: Vec<Record>,
    /// Every file of an entry, by kind and id, readable or not.
    pub files: Vec<EntryFile>,
    /// The date of the list: what lies after it is in the future.
    pub as_of: Option<Date>,
}

/// An entry with its kind, its id and its file.
#[derive(Debug, Clone)]
pub struct Record {
    /// The kind.
    pub kind: KindId,
    /// The id.
    pub id: Id,
    /// The file.
    pub file: FileId,
    /// What every kind has.
    pub common: Common,
    /// What its kind has.
    pub entry: Entry,
    /// What it gives in the list's own fields.
    pub own: OwnValues,
    /// Whether the file has errors, so that some of it is missing here.
    pub is_partial: bool,
    /// What tells it apart from a listed entry of its kind that has the same name: its year, else its id.
    pub apart: Option<String>,
    /// The entries and words that the file names.
    pub uses: Vec<Use>,
    /// What the file gives of each of [`KindFields::leaves`].
    pub given: Vec<Given>,
    /// For each disputed value, the one that the entry chose instead, as the file has it.
    pub chosen: Vec<Option<Node>>,
}

/// A file that stands where an entry stands.
#[derive(Debug, Clone)]
pub struct EntryFile {
    /// The kind that the folder is of.
    pub kind: KindId,
    /// The id that the name gives.
    pub id: Id,
    /// The file.
    pub file: FileId,
}

/// How many files there are of each kind and status, and how many could not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accounts {
    /// Files that stand where an entry stands.
    pub found: usize,
    /// Entries by kind and status.
    pub entries: BTreeMap<(KindId, Status), usize>,
    /// Files with errors that left no entry.
    pub broken: usize,
}

impl Accounts {
    /// Whether every file is an entry or has an error.
    #[must_use]
    pub fn add_up(&self) -> bool {
        self.found == self.entries.values().sum::<usize>() + self.broken
    }

    /// The number of entries with a status.
    #[must_use]
    pub fn of_status(&self, status: Status) -> usize {
        self.entries.iter().filter(|((_, s), _)| *s == status).map(|(_, count)| count).sum()
    }

    /// The number of entries of a kind with a status.
    #[must_use]
    pub fn of(&self, kind: KindId, status: Status) -> usize {
        self.entries.get(&(kind, status)).copied().unwrap_or(0)
    }
}

impl Record {
    /// The name or title.
    #[must_use]
    pub fn name(&self) -> &str {
        self.entry.name()
    }

    /// The name or title as it is shown beside others: no two listed entries of a kind have the same.
    #[must_use]
    pub fn label(&self) -> Cow<'_, str> {
        match &self.apart {
            Some(apart) => Cow::Owned(format!("{} ({apart})", self.name())),
            None => Cow::Borrowed(self.name()),
        }
    }

    /// What stands in a field.
    #[must_use]
    pub fn content(&self, shown: &Shown) -> Content<'_> {
        shown.content(&self.entry, &self.own)
    }

    /// Whether it is shown as part of the list.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.common.status() == Status::Listed
    }

    /// The address within the site, such as `models/alder/`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}/{}/", self.kind.folder(), self.id.as_str())
    }

    /// The id that it had first: renames add each id that was given up to the end of `former_ids`, and leave the first
    /// one there even where the entry has it again.
    #[must_use]
    pub fn first_id(&self) -> &Id {
        self.common.former_ids.first().unwrap_or(&self.id)
    }

    /// The ids that it had before and has no more.
    pub fn former_ids(&self) -> impl Iterator<Item = &Id> {
        self.common.former_ids.iter().filter(|id| **id != self.id)
    }

    /// The addresses that it had under its former ids.
    pub fn former_addresses(&self) -> impl Iterator<Item = String> {
        self.former_ids().map(|id| format!("{}/{}/", self.kind.folder(), id.as_str()))
    }
}

impl Catalog {
    /// The date that the list has by itself, where none is set.
    #[must_use]
    pub fn own_date(&self) -> Option<Date> {
        newest(self)
    }

    /// The position of an entry in [`Catalog::records`].
    #[must_use]
    pub fn position(&self, kind: KindId, id: &str) -> Option<usize> {
        let key = (kind, id);
        self.records.binary_search_by(|record| (record.kind, record.id.as_str()).cmp(&key)).ok()
    }

    /// The kinds that the list uses, in the order in which it shows them.
    pub fn kinds(&self) -> impl Iterator<Item = KindId> {
        self.registry.kinds()
    }

    /// The fields of a kind.
    #[must_use]
    pub fn of(&self, kind: KindId) -> &KindFields {
        self.registry.of(kind)
    }

    /// The entries, and what could be read of those that have errors.
    pub fn readable(&self) -> impl Iterator<Item = &Record> {
        self.records.iter().chain(&self.partial)
    }

    /// The ids of papers, by all that stands for them.
    #[must_use]
    pub fn papers_by_identity(&self) -> BTreeMap<Identity, String> {
        ids_by_identity(self.readable())
    }

    /// An entry by kind and id.
    #[must_use]
    pub fn get(&self, kind: KindId, id: &str) -> Option<&Record> {
        self.position(kind, id).and_then(|at| self.records.get(at))
    }

    /// The entries of a kind that are part of the list, by id.
    pub fn listed(&self, kind: KindId) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(move |record| record.kind == kind && record.is_listed())
    }

    /// Whether a file stands for this entry, readable or not.
    #[must_use]
    pub fn has_file(&self, kind: KindId, id: &str) -> bool {
        let key = (kind, id);
        self.files.binary_search_by(|file| (file.kind, file.id.as_str()).cmp(&key)).is_ok()
    }

    /// The sums of all files.
    #[must_use]
    pub fn accounts(&self) -> Accounts {
        let mut entries = BTreeMap::new();
        for record in &self.records {
            *entries.entry((record.kind, record.common.status())).or_insert(0) += 1;
        }
        let broken = self.files.len() - self.records.len().min(self.files.len());
        Accounts { found: self.files.len(), entries, broken }
    }
}

/// Reads a list: what could be read, and everything that is wrong with the rest.
#[must_use]
pub fn read(sources: &Sources, as_of: Option<Date>) -> (Catalog, Vec<Diag>) {
    read_with(sources, as_of, Broken::LeavesNothing)
}

/// What an entry with an error leaves in the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// Nothing: it must not be shown.
    LeavesNothing,
    /// What could be read of it, so that it can be checked as far as it goes; never to be shown.
    LeavesTheRest,
}

pub(crate) fn read_with(
    sources: &Sources,
    as_of: Option<Date>,
    broken: Broken,
) -> (Catalog, Vec<Diag>) {
    let mut findings = Vec::new();
    let mut tree = Tree::default();
    for (id, source) in sources.iter() {
        let is_litter = left_in(sources, source).is_some();
        if let Some(path) = source.path.strip_prefix("entries/").filter(|_| !is_litter) {
            tree.place(id, path, source, &mut findings);
        }
    }
    let settings = read_settings(&tree, sources, &mut findings);
    tree.files.sort_by(|a, b| (a.kind, a.id.as_str()).cmp(&(b.kind, b.id.as_str())));
    let vocabulary = settings.vocabulary.as_ref();
    let ids: BTreeSet<(KindId, &str)> =
        tree.files.iter().map(|file| (file.kind, file.id.as_str())).collect();
    let context = Context {
        languages: &settings.languages,
        vocabulary,
        papers: None,
        ids: Some(&ids),
        registry: &settings.registry,
    };
    let mut records = Vec::with_capacity(tree.files.len());
    // Papers come first, so that the others can be told which of them has an entry.
    let (papers, others): (Vec<_>, Vec<_>) =
        tree.files.iter().partition(|file| file.kind == KindId::Paper);
    for (record, found) in read_entries(&papers, sources, context, broken) {
        records.extend(record);
        findings.extend(found);
    }
    let papers = ids_by_identity(&records);
    for (record, found) in
        read_entries(&others, sources, Context { papers: Some(&papers), ..context }, broken)
    {
        records.extend(record);
        findings.extend(found);
    }
    records.sort_by(|a, b| (a.kind, a.id.as_str()).cmp(&(b.kind, b.id.as_str())));
    let (partial, mut records): (_, Vec<Record>) =
        records.into_iter().partition(|record| record.is_partial);
    tell_apart(&mut records);
    let mut languages = settings.languages;
    if languages.is_empty() {
        languages.push(FIRST_LANGUAGE.to_owned());
    }
    let mut catalog = Catalog {
        survey: settings.survey,
        languages,
        registry: settings.registry,
        vocabulary: settings.vocabulary.unwrap_or_default(),
        changes: settings.log.changes,
        through: settings.log.through.map(|commit| commit.0),
        records,
        partial,
        files: tree.files,
        as_of,
    };
    catalog.as_of = as_of.or_else(|| newest(&catalog));
    (catalog, findings)
}

/// Reads entries side by side, and gives back what came of each in the order of the files.
fn read_entries(
    files: &[&EntryFile],
    sources: &Sources,
    context: Context<'_>,
    broken: Broken,
) -> Vec<(Option<Record>, Vec<Diag>)> {
    files.par_iter().map(|file| read_entry(file, sources, context, broken)).collect()
}

/// Gives listed namesakes of a kind what tells them apart.
fn tell_apart(records: &mut [Record]) {
    let mut namesakes: BTreeMap<(KindId, Identity), Vec<usize>> = BTreeMap::new();
    for (at, record) in records.iter().enumerate().filter(|(_, record)| record.is_listed()) {
        let key = (record.kind, Identity::of_name(record.name()));
        namesakes.entry(key).or_default().push(at);
    }
    for group in namesakes.into_values().filter(|group| group.len() > 1) {
        let members = || group.iter().filter_map(|at| records.get(*at));
        let year = |record: &Record| record.entry.shown_date().map(Date::year);
        let years: BTreeSet<Option<u16>> = members().map(year).collect();
        let by_year = years.len() == group.len() && !years.contains(&None);
        let apart: Vec<String> = members()
            .map(|record| match year(record).filter(|_| by_year) {
                Some(year) => year.to_string(),
                None => record.id.to_string(),
            })
            .collect();
        for (at, apart) in group.iter().zip(apart) {
            if let Some(record) = records.get_mut(*at) {
                record.apart = Some(apart);
            }
        }
    }
}

/// The ids of papers, by all that stands for them.
fn ids_by_identity<'r>(
    records: impl IntoIterator<Item = &'r Record>,
) -> BTreeMap<Identity, String> {
    let mut ids = BTreeMap::new();
    for record in records {
        let Some(paper) = record.entry.paper() else { continue };
        for identity in paper.identities() {
            ids.entry(identity).or_insert_with(|| record.id.to_string());
        }
    }
    ids
}

/// Reads the list's own files: the words first, as the settings use them.
fn read_settings(tree: &Tree, sources: &Sources, findings: &mut Vec<Diag>) -> Settings {
    let mut parse = |file: Option<FileId>| {
        file.and_then(|id| Some((id, yaml::parse(id, sources.file(id), findings)?)))
    };
    let (survey, vocabulary) = (parse(tree.survey), parse(tree.vocabulary));
    let changes = parse(tree.changes);
    let languages = config::languages_of(survey.as_ref().map(|(_, node)| node));
    let of_survey = survey.as_ref().map(|(id, node)| (*id, node));
    let registry = Arc::new(config::registry_of(of_survey, &languages));
    let context = Context {
        languages: &languages,
        vocabulary: None,
        papers: None,
        ids: None,
        registry: &registry,
    };
    let vocabulary: Option<Vocabulary> = read_own(vocabulary, sources, context, findings);
    // The settings say themselves what is wrong with what they declare.
    let context =
        Context { vocabulary: vocabulary.as_ref(), registry: Registry::built_in(), ..context };
    let survey = read_own(survey, sources, context, findings).unwrap_or_default();
    let log: Log = read_own(changes, sources, context, findings).unwrap_or_default();
    for (name, file) in [("survey.yaml", tree.survey), ("vocabulary.yaml", tree.vocabulary)] {
        if file.is_none() {
            findings.extend(missing(name, tree, sources));
        }
    }
    Settings { languages, registry, survey, vocabulary, log }
}

/// What the list's own files say.
struct Settings {
    /// Empty where survey.yaml could not tell.
    languages: Vec<String>,
    registry: Arc<Registry>,
    survey: Survey,
    /// `None` where it is not there or could not be read.
    vocabulary: Option<Vocabulary>,
    log: Log,
}

fn read_own<T: Read>(
    parsed: Option<(FileId, Node)>,
    sources: &Sources,
    context: Context<'_>,
    findings: &mut Vec<Diag>,
) -> Option<T> {
    let (id, node) = parsed?;
    let mut reader = Reader::new(id, context);
    reader.source = sources.file(id).text();
    let read = T::read(&node, &mut reader);
    findings.append(&mut reader.findings);
    read
}

/// There is no file to point at: another one of the list stands for it.
fn missing(name: &str, tree: &Tree, sources: &Sources) -> Option<Diag> {
    let id = tree.survey.or(sources.iter().next().map(|(id, _)| id))?;
    let message = format!("entries/{name} is missing");
    let help = format!("add it with `schema: 1` as its first line; every list has entries/{name}");
    Some(Diag::new(Code::MissingFile, id.top(), message).help(help))
}

/// Reads an entry; what is left of one with an error is marked, so that nothing half-read is ever shown.
fn read_entry(
    file: &EntryFile,
    sources: &Sources,
    context: Context<'_>,
    broken: Broken,
) -> (Option<Record>, Vec<Diag>) {
    let mut findings = Vec::new();
    let node = yaml::parse(file.file, sources.file(file.file), &mut findings);
    let Some(node) = node else { return (None, findings) };
    let mut reader = Reader::new(file.file, context);
    reader.findings = findings;
    reader.source = sources.file(file.file).text();
    let of_kind = context.registry.of(file.kind);
    reader.fields.clone_from(&of_kind.fields);
    reader.unused.clone_from(&of_kind.unused);
    let (mut common, entry) = fill(&node, file.kind, &mut reader);
    let own = OwnValues::read(&node, &of_kind.own, &mut reader);
    let error = |diag: &Diag| diag.code.severity() == crate::diag::Severity::Error;
    let is_whole = !reader.findings.iter().any(error);
    let chosen = |disputed: &Disputed| node.at(&disputed.field.as_ref()?.0).cloned();
    if !is_whole && node.get("status").is_some() && common.status.is_none() {
        // What it is cannot be told, so nothing is asked of it that is asked of listed entries only.
        common.status = Some(Status::Candidate);
    }
    let record = Record {
        is_partial: !is_whole && broken != Broken::LeavesTheRest,
        apart: None,
        chosen: common.disputed.iter().map(chosen).collect(),
        given: of_kind.leaves.iter().map(|leaf| leaf.given(&node)).collect(),
        kind: file.kind,
        id: file.id.clone(),
        file: file.file,
        common,
        entry,
        own,
        uses: reader.uses,
    };
    (Some(record), reader.findings)
}

fn fill(node: &Node, kind: KindId, reader: &mut Reader<'_>) -> (Common, Entry) {
    let status = node.get("status").and_then(Node::text);
    reader.lenient = matches!(status, Some("candidate" | "excluded"));
    let fields = std::mem::take(&mut reader.fields);
    if let Some(other) = of_another_kind(node, kind, reader.context.registry) {
        let message = format!(
            "these are the keys of a {other}, and the file stands among the {}",
            kind.folder()
        );
        let help = format!("move the file to the folder entries/{}/", other.folder());
        reader.find(Diag::new(Code::WrongKind, reader.span(node.handle()), message).help(help));
        reader.fields = fields;
        return (Common::fill(node, reader), kind.fill(node, reader));
    }
    let meant = match &node.value {
        Value::Map(pairs) => check_keys((node, pairs), &fields, reader),
        _ => Vec::new(),
    };
    let one_of = reader.context.registry.of(kind).one_of();
    check_needs(node, &fields, (&one_of, &meant), reader);
    reader.fields = fields;
    (Common::fill(node, reader), kind.fill(node, reader))
}

/// The kind that has all keys of an entry, where the one of its folder lacks at least two of them.
fn of_another_kind(node: &Node, kind: KindId, registry: &Registry) -> Option<KindId> {
    let Value::Map(pairs) = &node.value else { return None };
    let unknown = |kind: KindId| {
        let fields = &registry.of(kind).fields;
        let is_known = |key: &str| fields.iter().any(|field| field.key == key);
        pairs.iter().filter(|pair| !is_known(&pair.key.text)).take(2).count()
    };
    (unknown(kind) == 2).then_some(())?;
    KindId::ALL.iter().copied().find(|other| unknown(*other) == 0)
}

/// The newest day on which somebody worked on the list; where no entry says so, the newest date in any entry.
fn newest(catalog: &Catalog) -> Option<Date> {
    let checked = |record: &Record| {
        let checked = record.common.sources.iter().filter_map(|source| source.checked);
        checked.chain(record.common.added).collect::<Vec<_>>()
    };
    let logged = catalog.changes.iter().filter_map(|change| Some(change.date?.date()));
    let worked = catalog.records.iter().flat_map(checked).chain(logged).collect();
    newest_believable(worked)
        .or_else(|| catalog.records.iter().filter_map(|record| record.entry.newest_date()).max())
}

/// The longest time, in years, that a list may rest before a few newer days look like slips of the pen.
const LONGEST_REST: u16 = 5;

/// The newest day, without a few that come years after all the others: `added: 2199-01-01` would otherwise make itself
/// the date of the list, and nothing would lie in the future any more. Most days are right, so that the larger group
/// is believed; no clock is asked, and `--date` goes before.
fn newest_believable(mut days: Vec<Date>) -> Option<Date> {
    days.sort_unstable();
    let rests = |at: &usize| match (days.get(*at - 1), days.get(*at)) {
        (Some(before), Some(after)) => after.year() - before.year() > LONGEST_REST,
        _ => false,
    };
    let later = |at: &usize| days.len() - at;
    match (1..days.len()).filter(rests).find(|at| later(at) < *at) {
        Some(at) => days.get(at - 1).copied(),
        None => days.last().copied(),
    }
}
