//! The only writer of disk: outputs are values until they are written here, whole or not at all.

mod create;
mod folder;
mod lock;
mod replace;
mod single;
mod swap;

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

pub use create::create;
pub use folder::{STAMP, Target};
pub use replace::{Replacement, replace_files};
pub use single::write_single;

use self::folder::Folder;
use self::lock::Lock;
use self::swap::{Beside, Litter, Taken};
use crate::diag::Diag;
use crate::project::{self, shown};
use crate::source::{Content, Source};

/// A file to be written: its path from the output's root, and where its bytes come from.
pub struct Output<'o> {
    /// The path, with `/` between its parts.
    pub path: String,
    /// Where the bytes come from.
    pub origin: Origin<'o>,
}

/// A file of the list itself that is written with the site: README.md, and what belongs to the repository.
#[derive(Debug, Clone, Copy)]
pub struct ListFile<'f> {
    /// Its path from the root, with `/` between its parts.
    pub path: &'f str,
    /// The text that it is to have.
    pub text: &'f str,
    /// The text that was read, where only a part of it is made; where another one stands there by now, nothing is written.
    pub before: Option<&'f str>,
}

/// Makes the bytes of an output when they are wanted.
pub type Make<'o> = Box<dyn Fn() -> Result<Vec<u8>, Box<Diag>> + Send + Sync + 'o>;

/// Where the bytes of an output come from.
pub enum Origin<'o> {
    /// Made from the catalog when they are wanted.
    Made(Make<'o>),
    /// Part of this program.
    Bytes(&'o [u8]),
    /// A file of the list, copied as it is.
    Copied(&'o Path),
}

/// Why an output was not written.
#[derive(Debug)]
pub enum Failure {
    /// A template could not be filled.
    Finding(Box<Diag>),
    /// The disk did not do what was asked, with the path.
    Disk(PathBuf, io::Error),
    /// The output folder cannot be used.
    Refused(String),
    /// Some files have their new text, and could not be put back.
    HalfDone(String),
}

impl<'o> Output<'o> {
    /// An output.
    pub fn new(path: impl Into<String>, origin: Origin<'o>) -> Self {
        Self { path: path.into(), origin }
    }

    /// The bytes.
    pub fn bytes(&self) -> Result<Vec<u8>, Failure> {
        match &self.origin {
            Origin::Made(make) => make().map_err(Failure::Finding),
            Origin::Bytes(bytes) => Ok(bytes.to_vec()),
            Origin::Copied(from) => fs::read(from).map_err(Failure::at(from)),
        }
    }
}

impl Failure {
    /// Names the path at which the disk failed.
    fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |error| Self::Disk(path, error)
    }
}

impl std::fmt::Debug for Output<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Output({})", self.path)
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Finding(diag) => f.write_str(&diag.message),
            Self::Disk(path, error) => write!(f, "{}: {error}", shown(path)),
            Self::Refused(why) | Self::HalfDone(why) => f.write_str(why),
        }
    }
}

/// What a write changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Files in all.
    pub files: usize,
    /// Those whose bytes are new.
    pub changed: usize,
    /// Whether no folder stood there before.
    pub is_first: bool,
    /// What is of no use any more and could not be removed, each with what to type.
    pub left: Vec<String>,
}

/// Writes a site, and README.md with what belongs to it and to the repository, under a lock, after mending what an interrupted run left.
///
/// Everything is made beside what it replaces, with hard links for files of the site that did not change. Then each thing
/// takes its place in one step: the site last but one and README.md, the last of the files, right after it. Where a step
/// fails, those before it are taken back. Only then is the old site removed, and what cannot be removed stops nothing.
pub fn write(
    outputs: &[Output<'_>],
    target: Target<'_>,
    files: &[ListFile<'_>],
) -> Result<Written, Failure> {
    let root = target.root;
    let folder = Folder::at(target)?;
    let _locks = Lock::take(root, folder.parent())?;
    swap::put_back(folder.path())?;
    let is_first = about(folder.path())?.is_none();
    folder.refuse_foreign()?;
    let mut litter = swap::sweep(folder.path())?;
    let fresh = Beside::New.free(folder.path())?;
    let mut staged = Vec::new();
    let prepared = build(outputs, &fresh, folder.path()).and_then(|written| {
        for file in files {
            staged.extend(stage(root, file, &mut litter)?);
        }
        Ok(written)
    });
    // README.md, if it is new, comes right after the site.
    staged.insert(staged.len().saturating_sub(1), (fresh, folder.path().to_path_buf()));
    let done = prepared.and_then(|written| Ok((written, take_places(&staged)?)));
    match done {
        Ok((written, taken)) => {
            litter.extend(taken.iter().filter_map(Taken::forget));
            let left = litter.iter().map(ToString::to_string).collect();
            Ok(Written { is_first, left, ..written })
        }
        Err(why) => {
            // What could not take its place again waits for the next run. What went wrong is worth more to the user than
            // what cleaning up after it may add.
            if !matches!(why, Failure::HalfDone(_)) {
                for (waiting, _) in &staged {
                    let _ = swap::remove(waiting);
                }
            }
            Err(why)
        }
    }
}

/// Puts each new thing in its place; where one cannot take it, those before it give theirs back.
fn take_places(staged: &[(PathBuf, PathBuf)]) -> Result<Vec<Taken>, Failure> {
    let mut taken: Vec<Taken> = Vec::new();
    for (fresh, place) in staged {
        match Taken::take(fresh, place) {
            Ok(new) => taken.push(new),
            Err(why) => {
                let stuck = taken.iter().rev().filter(|new| new.undo().is_err());
                let stuck: Vec<_> = stuck.map(|new| shown(new.place())).collect();
                return Err(if stuck.is_empty() {
                    why
                } else {
                    Failure::HalfDone(format!(
                        "{why}; new already, and not to be put back: {}; run `listwright build` again when the disk is \
                         well",
                        stuck.join(", ")
                    ))
                });
            }
        }
    }
    Ok(taken)
}

/// Fills a fresh folder; what has the same bytes in the old one is linked, so that its time stays.
fn build(outputs: &[Output<'_>], fresh: &Path, old: &Path) -> Result<Written, Failure> {
    make_folder(fresh)?;
    let mut folders: Vec<PathBuf> = outputs
        .iter()
        .filter_map(|output| fresh.join(&output.path).parent().map(Path::to_path_buf))
        .collect();
    folders.sort();
    folders.dedup();
    folders.iter().try_for_each(|folder| make_folder(folder))?;
    let changed: usize = outputs
        .par_iter()
        .map(|output| {
            let path = fresh.join(&output.path);
            put(&path, &output.bytes()?, &old.join(&output.path)).map(usize::from)
        })
        .try_reduce(|| 0, |a, b| Ok(a + b))?;
    let stamp = folder::stamp(outputs);
    put(&fresh.join(STAMP), stamp.as_bytes(), &old.join(STAMP))?;
    Ok(Written { files: outputs.len(), changed, ..Written::default() })
}

/// Puts bytes at a path, by a link where the old file has the same; tells whether they are new.
fn put(path: &Path, bytes: &[u8], old: &Path) -> Result<bool, Failure> {
    let regular = old
        .symlink_metadata()
        .is_ok_and(|about| about.is_file() && about.len() == bytes.len() as u64);
    let same = regular && fs::read(old).is_ok_and(|there| there == bytes);
    if same && fs::hard_link(old, path).is_ok() {
        return Ok(false);
    }
    fs::write(path, bytes).map_err(Failure::at(path))?;
    Ok(!same)
}

/// Writes a text beside its place, where it waits until the site is there; the same text is left alone.
///
/// Whatever can go wrong with it goes wrong here, before anything that was there has been changed.
fn stage(
    root: &Path,
    file: &ListFile<'_>,
    litter: &mut Vec<Litter>,
) -> Result<Option<(PathBuf, PathBuf)>, Failure> {
    let ListFile { path, text, before } = *file;
    let there = project::made(root, path).map_err(Failure::Refused)?;
    let path = root.join(path);
    litter.extend(swap::sweep(&path)?);
    if before.is_some() && there.as_ref().map(Source::raw) != before {
        return Err(Failure::Refused(format!("{} has changed since it was read", shown(&path))));
    }
    // As a text: what a checkout did to line ends is no change.
    let is_same = |there: &Source| matches!(&there.content, Content::Text(old) if old == text || there.raw() == text);
    if there.as_ref().is_some_and(is_same) {
        return Ok(None);
    }
    if let Some(parent) = path.parent() {
        make_folder(parent)?;
    }
    let fresh = Beside::New.free(&path)?;
    let write = || {
        let mut file = fs::File::create_new(&fresh)?;
        file.write_all(text.as_bytes())?;
        if before.is_some() {
            file.set_permissions(path.symlink_metadata()?.permissions())?;
        }
        file.sync_all()
    };
    match write() {
        Ok(()) => Ok(Some((fresh, path))),
        Err(error) => {
            let _ = fs::remove_file(&fresh);
            Err(Failure::Disk(path, error))
        }
    }
}

/// What stands at a path; that nothing does is an answer, that the disk will not tell is a failure.
fn about(path: &Path) -> Result<Option<fs::Metadata>, Failure> {
    match path.symlink_metadata() {
        Ok(about) => Ok(Some(about)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::Disk(path.to_path_buf(), error)),
    }
}

fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(Failure::at(path))
}
