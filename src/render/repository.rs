//! What belongs to the repository of a list beside README.md, such as its schemas: made anew by each build, as far as it has them.

mod fields;

use super::Material;
use super::cite::cff;
use crate::kinds::KindId;
use crate::project::Stands;
use crate::schema;
use crate::source::{Content, Source};

/// Where a list keeps its schemas.
const SCHEMAS: &str = "schema";

/// The document that may have the tables of fields in it.
const CONTRIBUTING: &str = "CONTRIBUTING.md";

/// What is there already, as the parts of the repository ask for it.
#[derive(Clone, Copy)]
pub struct There<'t> {
    /// What stands at a path, or why that cannot be told.
    pub stands: &'t dyn Fn(&str) -> Result<Stands, String>,
    /// The regular file at a path, or why it cannot be read.
    pub read: &'t dyn Fn(&str) -> Result<Option<Source>, String>,
}

/// What to do where a part of the repository was written by somebody.
const MOVE: &str = "give it another name or delete it, and then type `listwright build`";

/// The same for a citation, which is also a choice: a list that names no release keeps that of its authors.
const KEEP: &str = "move what is to be kept into `authors` and `keywords` of entries/survey.yaml and delete it, or delete \
                    `release` there to keep it; and then type `listwright build`";

/// What messages call the parts of a repository, each once.
#[must_use]
pub fn called(parts: &[Part]) -> Vec<&'static str> {
    let mut called: Vec<_> = parts.iter().map(|part| part.called).collect();
    called.dedup();
    called
}

/// A file that belongs to the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its path from the root.
    pub path: String,
    /// The text that it is to have.
    pub text: String,
    /// The text around a part that is made, as it was read: somebody wrote it, and may still be at it.
    pub around: Option<String>,
    /// What a message calls it.
    pub called: &'static str,
    /// Whether what stands there was written by somebody, and would be lost.
    pub foreign: bool,
    /// What to do where it was.
    pub cure: &'static str,
}

/// Everything that belongs to the repository.
///
/// A new kind of it is a function in this list: it gives nothing where the repository has no place for it.
pub fn parts(material: Material<'_>, there: There<'_>) -> Result<Vec<Part>, String> {
    let kinds =
        [schemas(material, there)?, contributing(material, there)?, citation(material, there)?];
    Ok(kinds.into_iter().flatten().collect())
}

/// The schema of each kind, where the list has a folder for them.
fn schemas(material: Material<'_>, there: There<'_>) -> Result<Vec<Part>, String> {
    if (there.stands)(SCHEMAS)? != Stands::Folder {
        return Ok(Vec::new());
    }
    let schema = |kind: &KindId| {
        let path = schema::path(*kind);
        let old = (there.read)(&path)?;
        let foreign = old.is_some_and(|old| !schema::is_made(old.text()));
        let catalog = material.catalog;
        let text =
            schema::schema(*kind, &catalog.languages, &catalog.vocabulary, &catalog.registry);
        Ok(Part { path, text, around: None, called: "schema/", foreign, cure: MOVE })
    };
    material.catalog.kinds().map(|kind| schema(&kind)).collect()
}

/// CONTRIBUTING.md, where it has a place for the tables of fields.
fn contributing(material: Material<'_>, there: There<'_>) -> Result<Vec<Part>, String> {
    // One that is a link, say into docs/, is left to those who made it so.
    if (there.stands)(CONTRIBUTING)? != Stands::File {
        return Ok(Vec::new());
    }
    let Some(old) = (there.read)(CONTRIBUTING)? else { return Ok(Vec::new()) };
    let Some(place) = Place::find(old.raw()).map_err(|why| format!("{CONTRIBUTING}:{why}"))? else {
        return Ok(Vec::new());
    };
    if !matches!(old.content, Content::Text(_)) {
        return Err(format!("{CONTRIBUTING} is not UTF-8; save it as UTF-8"));
    }
    let text = place.filled(&fields::tables(&material.catalog.registry));
    let (path, called) = (CONTRIBUTING.to_owned(), "the fields in CONTRIBUTING.md");
    Ok(vec![Part {
        path,
        text,
        around: Some(old.raw().to_owned()),
        called,
        foreign: false,
        cure: MOVE,
    }])
}

/// CITATION.cff, where the list names a release or has one that was made.
fn citation(material: Material<'_>, there: There<'_>) -> Result<Vec<Part>, String> {
    let survey = &material.catalog.survey;
    // One that is a link is left to those who made it so, unless a release asks for it.
    if survey.release.is_none() && (there.stands)(cff::PATH)? != Stands::File {
        return Ok(Vec::new());
    }
    let old = (there.read)(cff::PATH)?;
    let foreign = old.as_ref().is_some_and(|old| !cff::is_made(old.text()));
    if survey.release.is_none() && foreign {
        return Ok(Vec::new());
    }
    let Some(text) = cff::file(survey, &material.catalog.languages) else {
        return Err(format!(
            "{}: it names the authors of the list, and entries/survey.yaml has none: add `authors` there, or delete {0}",
            cff::PATH
        ));
    };
    let (path, called) = (cff::PATH.to_owned(), cff::PATH);
    Ok(vec![Part { path, text, around: None, called, foreign, cure: KEEP }])
}

/// The place for the tables in a document: between two comments.
struct Place<'d> {
    before: &'d str,
    after: &'d str,
    /// The end of a line, as the comment has it.
    end: &'static str,
}

const BEGIN: &str = "<!-- fields:";
const END: &str = "<!-- /fields -->";

impl<'d> Place<'d> {
    /// The place, if there is one; a half one is a fault, told with its line.
    fn find(text: &'d str) -> Result<Option<Self>, String> {
        let (mut begins, mut ends, mut fenced, mut at) = (Vec::new(), Vec::new(), false, 0);
        for (number, line) in text.split_inclusive('\n').enumerate() {
            fenced ^= line.trim_start().starts_with("```");
            let shown = line.trim_start_matches('\u{feff}');
            if !fenced && shown.starts_with(BEGIN) {
                begins.push((number + 1, at + line.len(), line));
            } else if !fenced && shown.trim_end() == END {
                ends.push((number + 1, at));
            }
            at += line.len();
        }
        let (begin, end) = match (begins.as_slice(), ends.as_slice()) {
            ([], []) => return Ok(None),
            ([begin], [end]) if begin.0 < end.0 => (begin, end),
            (begins, ends) => {
                let lines = begins.iter().map(|begin| begin.0).chain(ends.iter().map(|end| end.0));
                return Err(format!(
                    "{}: the tables of fields stand between one line that begins with `{BEGIN}` and one line `{END}` \
                     below it; write both lines once, or neither",
                    lines.min().unwrap_or(1)
                ));
            }
        };
        let (Some(before), Some(after)) = (text.get(..begin.1), text.get(end.1..)) else {
            return Ok(None);
        };
        let end = if begin.2.ends_with("\r\n") { "\r\n" } else { "\n" };
        Ok(Some(Self { before, after, end }))
    }

    /// The document with the tables in their place.
    fn filled(&self, tables: &str) -> String {
        let tables = tables.replace('\n', self.end);
        [self.before, &tables, self.after].concat()
    }
}
