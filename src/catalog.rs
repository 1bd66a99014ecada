//! The catalog: every entry of a list, typed, with what was wrong in the files beside it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::changes::{Change, Log};
use crate::config::{self, Survey};
use crate::diag::{Code, Diag};
use crate::kinds::{Common, Disputed, Entry, KindId, Status};
use crate::read::{Context, Read, Reader, Record as _, Use, check_keys, check_needs};
use crate::source::{Content, FileId, Source, Sources};
use crate::value::{Date, Id, nearest};
use crate::vocabulary::Vocabulary;
use crate::yaml::{self, Node, Value};

/// The folder that holds everything a list is made from.
pub const FOLDER: &str = "entries";

/// Every entry of a list with its settings, its words and its log.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// The settings.
    pub survey: Survey,
    /// The codes of the languages; never empty.
    pub languages: Vec<String>,
    /// The words.
    pub vocabulary: Vocabulary,
    /// The log, the newest change first.
    pub changes: Vec<Change>,
    /// The entries that could be read, by kind and id.
    pub records: Vec<Record>,
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
    /// The entries and words that the file names.
    pub uses: Vec<Use>,
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

    /// Whether it is shown as part of the list.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.common.status() == Status::Listed
    }

    /// The address within the site, such as `models/rna-fm/`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}/{}/", self.kind.folder(), self.id.as_str())
    }
}

impl Catalog {
    /// The position of an entry in [`Catalog::records`].
    #[must_use]
    pub fn position(&self, kind: KindId, id: &str) -> Option<usize> {
        let key = (kind, id);
        self.records.binary_search_by(|record| (record.kind, record.id.as_str()).cmp(&key)).ok()
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
    let mut findings = Vec::new();
    let mut tree = Tree::default();
    for (id, source) in sources.iter() {
        if let Some(path) = source.path.strip_prefix("entries/") {
            tree.place(id, path, source, &mut findings);
        }
    }
    let mut catalog = Catalog::default();
    read_settings(&tree, sources, &mut catalog, &mut findings);
    tree.files.sort_by(|a, b| (a.kind, a.id.as_str()).cmp(&(b.kind, b.id.as_str())));
    let context = Context { languages: &catalog.languages, vocabulary: Some(&catalog.vocabulary) };
    let read: Vec<(Option<Record>, Vec<Diag>)> =
        tree.files.par_iter().map(|file| read_entry(file, sources, context)).collect();
    let mut records = Vec::with_capacity(read.len());
    for (record, found) in read {
        records.extend(record);
        findings.extend(found);
    }
    catalog.records = records;
    catalog.files = tree.files;
    catalog.as_of = as_of.or_else(|| newest(&catalog));
    (catalog, findings)
}

/// Where each file belongs.
#[derive(Default)]
struct Tree {
    survey: Option<FileId>,
    vocabulary: Option<FileId>,
    changes: Option<FileId>,
    files: Vec<EntryFile>,
    unknown: BTreeSet<String>,
}

impl Tree {
    fn place(&mut self, id: FileId, path: &str, source: &Source, findings: &mut Vec<Diag>) {
        if let Some(folder) = path.strip_suffix('/') {
            self.place_folder(id, folder, findings);
            return;
        }
        match path.split_once('/') {
            None => match path {
                "survey.yaml" => self.survey = Some(id),
                "vocabulary.yaml" => self.vocabulary = Some(id),
                "changes.yaml" => self.changes = Some(id),
                "LICENSE" | "README.md" => {}
                other => findings.push(stray(id, other, source)),
            },
            Some((folder, name)) => match KindId::of_folder(folder) {
                Some(kind) => self.place_entry(id, kind, (name, source), findings),
                None => self.place_folder(id, folder, findings),
            },
        }
    }

    /// A folder is spoken of once, not at every file in it.
    fn place_folder(&mut self, id: FileId, folder: &str, findings: &mut Vec<Diag>) {
        if let Some((kind, _)) = folder.split_once('/') {
            if KindId::of_folder(kind).is_some() {
                findings.push(nested(id, kind));
            }
        } else if KindId::of_folder(folder).is_none() && self.unknown.insert(folder.to_owned()) {
            findings.push(unknown_folder(id, folder));
        }
    }

    fn place_entry(
        &mut self,
        file: FileId,
        kind: KindId,
        (name, source): (&str, &Source),
        findings: &mut Vec<Diag>,
    ) {
        if name.contains('/') {
            findings.push(nested(file, kind.folder()));
            return;
        }
        let Some(stem) = name.strip_suffix(".yaml") else {
            findings.push(stray(file, name, source));
            return;
        };
        match stem.parse::<Id>() {
            Ok(id) => self.files.push(EntryFile { kind, id, file }),
            Err(why) => {
                let help = match (&why.instead, why.help) {
                    (Some(instead), _) => format!("rename the file to `{instead}.yaml`"),
                    (None, Some(help)) => help,
                    (None, None) => "rename the file".to_owned(),
                };
                let message = format!("the file's name cannot be an id: {}", why.what);
                findings.push(Diag::new(why.code, file.top(), message).help(help));
            }
        }
    }
}

fn nested(id: FileId, folder: &str) -> Diag {
    Diag::new(
        Code::StrayFile,
        id.top(),
        format!("nothing below a folder of `entries/{folder}` is read"),
    )
    .help(format!("move the entries to entries/{folder}/ itself"))
}

fn stray(id: FileId, name: &str, source: &Source) -> Diag {
    if let Content::NotRegular(what) = source.content {
        return Diag::new(
            Code::NotRegularFile,
            id.top(),
            format!("this is a {what}, not a regular file"),
        )
        .help("put a plain file in its place; links are never followed");
    }
    let lower = name.to_ascii_lowercase();
    if let Some(stem) =
        [".yml", ".yaml", ".yaml.txt", ".json"].iter().find_map(|end| lower.strip_suffix(end))
    {
        return Diag::new(Code::WrongExtension, id.top(), format!("`{name}` would not be read"))
            .help(format!("rename it to `{stem}.yaml`"));
    }
    Diag::new(Code::StrayFile, id.top(), format!("`{name}` is not a file of a list")).help(
        "entries stand in entries/models, papers, datasets and challenges; delete or move this one",
    )
}

fn unknown_folder(id: FileId, folder: &str) -> Diag {
    let folders: Vec<&str> = KindId::ALL.iter().map(|kind| kind.folder()).collect();
    let message = format!("`entries/{folder}` is not the folder of a kind");
    let help = match nearest(folder, folders.iter().copied()) {
        Some(near) => format!("did you mean `entries/{near}`?"),
        None => format!("the folders are {}", folders.join(", ")),
    };
    Diag::new(Code::UnknownFolder, id.top(), message).help(help)
}

fn read_settings(tree: &Tree, sources: &Sources, catalog: &mut Catalog, findings: &mut Vec<Diag>) {
    let mut parse = |file: Option<FileId>| {
        file.and_then(|id| Some((id, yaml::parse(id, sources.file(id), findings)?)))
    };
    let survey = parse(tree.survey);
    let vocabulary = parse(tree.vocabulary);
    let changes = parse(tree.changes);
    catalog.languages = config::languages_of(survey.as_ref().map(|(_, node)| node));
    let languages = catalog.languages.clone();
    let context = Context { languages: &languages, vocabulary: None };
    if let Some((id, node)) = &survey {
        let mut reader = Reader::new(*id, context);
        catalog.survey = config::read(node, &mut reader);
        findings.append(&mut reader.findings);
    }
    if let Some((id, node)) = &vocabulary {
        let mut reader = Reader::new(*id, context);
        catalog.vocabulary = Vocabulary::read(node, &mut reader).unwrap_or_default();
        findings.append(&mut reader.findings);
    }
    if let Some((id, node)) = &changes {
        let mut reader = Reader::new(*id, context);
        catalog.changes = Log::read(node, &mut reader).unwrap_or_default().changes;
        findings.append(&mut reader.findings);
    }
    for (name, file) in [("survey.yaml", tree.survey), ("vocabulary.yaml", tree.vocabulary)] {
        if file.is_none() {
            // There is no file to point at: another one of the list stands for it.
            if let Some(id) = tree.survey.or(sources.iter().next().map(|(id, _)| id)) {
                let message = format!("entries/{name} is missing");
                let help = format!(
                    "add it with `schema: 1` as its first line; every list has entries/{name}"
                );
                findings.push(Diag::new(Code::MissingFile, id.top(), message).help(help));
            }
        }
    }
}

/// Reads an entry; one with an error leaves no record, so that nothing half-read is ever shown.
fn read_entry(
    file: &EntryFile,
    sources: &Sources,
    context: Context<'_>,
) -> (Option<Record>, Vec<Diag>) {
    let mut findings = Vec::new();
    let node = yaml::parse(file.file, sources.file(file.file), &mut findings);
    let Some(node) = node else { return (None, findings) };
    let mut reader = Reader::new(file.file, context);
    reader.findings = findings;
    reader.fields = file.kind.fields();
    let (common, entry) = fill(&node, file.kind, &mut reader);
    let error = |diag: &Diag| diag.code.severity() == crate::diag::Severity::Error;
    let broken = reader.findings.iter().any(error);
    let chosen = |disputed: &Disputed| node.at(&disputed.field.as_ref()?.0).cloned();
    let record = (!broken).then(|| Record {
        chosen: common.disputed.iter().map(chosen).collect(),
        kind: file.kind,
        id: file.id.clone(),
        file: file.file,
        common,
        entry,
        uses: reader.uses,
    });
    (record, reader.findings)
}

fn fill(node: &Node, kind: KindId, reader: &mut Reader<'_>) -> (Common, Entry) {
    let status = node.get("status").and_then(Node::text);
    reader.lenient = matches!(status, Some("candidate" | "excluded"));
    let fields = std::mem::take(&mut reader.fields);
    if let Value::Map(pairs) = &node.value {
        check_keys(pairs, &fields, reader);
    }
    check_needs(node, &fields, kind.one_of(), reader);
    reader.fields = fields;
    (Common::fill(node, reader), kind.fill(node, reader))
}

/// The newest day on which somebody worked on the list; where no entry says so, the newest date in any entry.
fn newest(catalog: &Catalog) -> Option<Date> {
    let checked = |record: &Record| {
        let checked = record.common.sources.iter().filter_map(|source| source.checked);
        checked.chain(record.common.added).max()
    };
    let logged = catalog.changes.iter().filter_map(|change| change.date).max();
    let worked = catalog.records.iter().filter_map(checked).max().max(logged);
    worked.or_else(|| catalog.records.iter().filter_map(|record| record.entry.newest_date()).max())
}
