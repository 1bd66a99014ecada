//! Gives an entry another id: its file, every reference to it, and its former ids.

use std::collections::BTreeMap;

use super::{Rewrite, as_on_disk, weight};
use crate::catalog::{Catalog, FOLDER};
use crate::diag::Finding;
use crate::examine::{Examined, examine};
use crate::kinds::KindId;
use crate::litter::is_litter;
use crate::read::{Field, references};
use crate::resolve;
use crate::source::{Content, FileId, Source, Sources};
use crate::value::Id;
use crate::yaml::edit::{Edit, apply, deleted, keeps_the_rest};
use crate::yaml::{self, Node, Value, quoted};

/// What a rename would change.
#[derive(Debug)]
pub struct Renamed {
    /// The entry's file, with its new text.
    pub entry: Rewrite,
    /// The path that the file is to have.
    pub path: String,
    /// The other files that are to change, each with the number of references in it.
    pub references: Vec<(Rewrite, usize)>,
    /// The list as it would be.
    pub sources: Sources,
}

/// Why an entry cannot be renamed.
#[derive(Debug)]
pub enum Refused {
    /// One thing is in the way, with what to do.
    Because(String),
    /// The list would have these findings, which it has not now; they stand in these files.
    Findings(Vec<Finding>, Sources),
}

fn because<T>(what: impl Into<String>) -> Result<T, Refused> {
    Err(Refused::Because(what.into()))
}

/// Renames an entry of a list that was read and examined.
pub fn rename(
    sources: &Sources,
    examined: &Examined,
    kind: KindId,
    ids: (&str, &str),
) -> Result<Renamed, Refused> {
    let (old, new) = ids;
    let id = new.parse::<Id>().map_err(|why| Refused::Because(why.in_words()))?;
    let file = entry_file(&examined.catalog, kind, old)?;
    let path = format!("{FOLDER}/{}/{id}.yaml", kind.folder());
    if old == new {
        return because(format!("the {kind} is called `{old}` already"));
    }
    let trees = trees(sources, old)?;
    refuse_taken(sources, &trees, kind, (file, old, new), &path)?;
    let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
    for (at, (of, tree)) in &trees {
        let named = references(tree, (*of, &examined.catalog.of(*of).fields), (kind, old));
        let written = |place: &Node| Edit::replace(place.range(), quoted(new));
        if !named.is_empty() {
            edits.insert(*at, named.into_iter().map(written).collect());
        }
    }
    let Some((_, tree)) = trees.get(&file) else {
        return because(format!("{} cannot be read", sources.file(file).path));
    };
    let fields = &examined.catalog.of(kind).fields;
    let noted = former_ids(sources.file(file).text(), tree, fields, (old, new));
    let noted = noted.map_err(Refused::Because)?;
    let counts: BTreeMap<FileId, usize> = edits.iter().map(|(at, all)| (*at, all.len())).collect();
    edits.entry(file).or_default().extend(noted);
    let texts = edited(sources, &trees, &edits)?;
    let after = moved(sources, &texts, file, &path);
    let next = examine(&after, examined.catalog.as_of);
    if weight(next.findings.iter()) > weight(examined.findings.iter()) {
        let is_new = |finding: &Finding| {
            let same = |f: &Finding| f.code == finding.code && f.message == finding.message;
            !examined.findings.iter().any(same)
        };
        let fresh = next.findings.into_iter().filter(is_new).collect();
        return Err(Refused::Findings(fresh, after));
    }
    let rewrite =
        |at: FileId, text: &str| Rewrite { file: at, text: as_on_disk(sources.file(at), text) };
    let entry = rewrite(file, texts.get(&file).map_or("", String::as_str));
    let others = texts.iter().filter(|(at, _)| **at != file);
    let count = |at: &FileId| counts.get(at).copied().unwrap_or(0);
    let references = others.map(|(at, text)| (rewrite(*at, text), count(at))).collect();
    Ok(Renamed { entry, path, references, sources: after })
}

fn entry_file(catalog: &Catalog, kind: KindId, id: &str) -> Result<FileId, Refused> {
    let find = |id: &str| {
        let found = catalog.files.iter().find(|file| file.kind == kind && file.id.as_str() == id);
        found.map(|found| found.file)
    };
    find(id).ok_or_else(|| {
        let name = id.rsplit(['/', '\\']).next().unwrap_or(id);
        let bare = name.strip_suffix(".yaml").unwrap_or(name);
        if bare != id && find(bare).is_some() {
            return Refused::Because(format!("`{id}` is a path; write the id alone: `{bare}`"));
        }
        let why = resolve::absent(catalog, kind, id);
        let help = why.help.map_or(String::new(), |help| format!("; {help}"));
        Refused::Because(format!("{}{help}", why.message))
    })
}

type Trees = BTreeMap<FileId, (KindId, Node)>;

/// The trees of all entries; one that cannot be read and speaks of the id is in the way.
fn trees(sources: &Sources, old: &str) -> Result<Trees, Refused> {
    let mut trees = Trees::new();
    for (id, source) in sources.iter() {
        let Some(kind) = kind_of(source) else { continue };
        let mut findings = Vec::new();
        match yaml::parse(id, source, &mut findings) {
            Some(tree) if findings.is_empty() => {
                trees.insert(id, (kind, tree));
            }
            _ => {
                let hides =
                    !matches!(source.content, Content::Text(_)) || source.text().contains(old);
                if hides {
                    let path = &source.path;
                    return because(format!(
                        "{path} cannot be read and may name `{old}`; mend it first: `listwright check {path}`"
                    ));
                }
            }
        }
    }
    Ok(trees)
}

fn kind_of(source: &Source) -> Option<KindId> {
    let path = source.path.strip_prefix(FOLDER)?.strip_prefix('/')?;
    let (folder, name) = path.split_once('/')?;
    let stem = name.strip_suffix(".yaml")?;
    KindId::of_folder(folder).filter(|_| !stem.contains('/') && !is_litter(source))
}

/// An id that is or was that of another entry cannot be given.
fn refuse_taken(
    sources: &Sources,
    trees: &Trees,
    kind: KindId,
    (file, _, new): (FileId, &str, &str),
    path: &str,
) -> Result<(), Refused> {
    let same = |source: &Source| source.path.eq_ignore_ascii_case(path);
    if let Some((_, there)) = sources.iter().find(|(_, source)| same(source)) {
        return because(format!("`{new}` is the id of another {kind} now: {}", there.path));
    }
    for (at, (of, tree)) in trees {
        let Some(Node { value: Value::List(former), .. }) = tree.get("former_ids") else {
            continue;
        };
        if *at != file && *of == kind && former.iter().any(|id| id.text() == Some(new)) {
            return because(format!(
                "`{new}` is a former id of {}; an address can lead to one entry only: delete it there first",
                sources.file(*at).path
            ));
        }
    }
    Ok(())
}

/// The edit that notes the old id. An id that the entry takes back is a former one no more, unless it was the first: by
/// that one feeds and citations know the entry for ever.
fn former_ids(
    text: &str,
    tree: &Node,
    fields: &[Field],
    (old, new): (&str, &str),
) -> Result<Option<Edit>, String> {
    let written = quoted(old);
    let Some(pair) = tree.pair("former_ids") else {
        return first_former_id(text, tree, fields, &written)
            .map(Some)
            .ok_or_else(|| "there is no place for `former_ids` in the file".to_owned());
    };
    let Value::List(items) = &pair.value.value else {
        return Err("`former_ids` is no list; mend it first".to_owned());
    };
    let unfit = "`former_ids` is written in a way that cannot be changed; write it in brackets, such as `[a, b]`";
    let is_noted = items.iter().any(|item| item.text() == Some(old));
    let again = items.iter().enumerate().skip(1).find(|(_, item)| item.text() == Some(new));
    if let Some((at, again)) = again {
        if !is_noted {
            return Ok(Some(Edit::replace(again.range(), written)));
        }
        let range = deleted(text, tree, &format!("former_ids[{at}]")).ok_or(unfit)?;
        return Ok(Some(Edit::replace(range, "")));
    }
    if is_noted {
        return Ok(None);
    }
    let start = pair.value.range().start;
    let flow = text.get(start..).is_some_and(|rest| rest.starts_with('['));
    let edit = match items.last() {
        None => Some(Edit::insert(start + 1, written)),
        Some(last) if flow => Some(Edit::insert(last.range().end, format!(", {written}"))),
        Some(last) => {
            let prefix = text.get(line_start(text, last.range().start)..last.range().start);
            let prefix = prefix.filter(|prefix| prefix.trim() == "-");
            let end = line_end(text, last.range().end);
            prefix.map(|prefix| Edit::insert(end, format!("\n{prefix}{written}")))
        }
    };
    edit.map(Some).ok_or_else(|| unfit.to_owned())
}

/// Puts `former_ids` behind the keys that stand before it in every file.
fn first_former_id(text: &str, tree: &Node, fields: &[Field], written: &str) -> Option<Edit> {
    let Value::Map(pairs) = &tree.value else { return None };
    let before: Vec<&str> =
        fields.iter().map(|field| field.key).take_while(|key| *key != "former_ids").collect();
    let first = pairs.first()?;
    let last = pairs.iter().rfind(|pair| before.contains(&pair.key.text.as_str()));
    let flow = text.get(tree.range()).is_some_and(|text| text.starts_with('{'));
    let key = first.key.place.0 as usize;
    let indent = text.get(line_start(text, key)..key)?;
    Some(match last {
        None if flow => Edit::insert(key, format!("former_ids: [{written}], ")),
        None => Edit::insert(key, format!("former_ids: [{written}]\n{indent}")),
        Some(pair) => {
            let end = end_of(text, &pair.value).max(pair.key.place.1 as usize);
            if flow {
                Edit::insert(end, format!(", former_ids: [{written}]"))
            } else {
                Edit::insert(line_end(text, end), format!("\n{indent}former_ids: [{written}]"))
            }
        }
    })
}

/// The byte after a value; a block's own place runs on over the comments below it.
pub(super) fn end_of(text: &str, node: &Node) -> usize {
    let range = node.range();
    let flow = text.get(range.clone()).is_some_and(|text| text.starts_with(['[', '{']));
    match &node.value {
        Value::List(items) if !flow => items.last().map_or(range.end, |item| end_of(text, item)),
        Value::Map(pairs) if !flow => {
            let end = |pair: &yaml::Pair| end_of(text, &pair.value).max(pair.key.place.1 as usize);
            pairs.last().map_or(range.end, end)
        }
        _ => range.end,
    }
}

pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length)
}

/// The texts after all edits, each proven to say the same where nothing was edited.
fn edited(
    sources: &Sources,
    trees: &Trees,
    edits: &BTreeMap<FileId, Vec<Edit>>,
) -> Result<BTreeMap<FileId, String>, Refused> {
    let mut texts = BTreeMap::new();
    for (at, edits) in edits {
        let source = sources.file(*at);
        let text = trees.get(at).and_then(|(_, tree)| {
            let text = apply(source.text(), edits).ok()?;
            let fresh = Source::new(source.path.as_str(), Content::Text(text.clone()));
            let read = yaml::parse(*at, &fresh, &mut Vec::new())?;
            keeps_the_rest((source.text(), tree), (&text, &read), edits, &[]).then_some(text)
        });
        let Some(text) = text else {
            return because(format!(
                "{} cannot be edited without loss; write it in a simpler way, as `listwright fmt` does",
                source.path
            ));
        };
        texts.insert(*at, text);
    }
    Ok(texts)
}

/// The list with new texts, and one file at its new path.
fn moved(sources: &Sources, texts: &BTreeMap<FileId, String>, file: FileId, path: &str) -> Sources {
    let edited = sources.with_texts(|at| texts.get(&at).map(String::as_str));
    let files = edited.iter().map(|(at, source)| match at {
        at if at == file => Source { path: path.to_owned(), ..source.clone() },
        _ => source.clone(),
    });
    Sources::new(files.collect())
}
