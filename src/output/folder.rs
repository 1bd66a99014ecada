//! Which folder may be written: one that this program made, or an empty one; never the list itself or somebody's files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use walkdir::WalkDir;

use super::{Failure, Output, about};
use crate::catalog::FOLDER;
use crate::project::shown;

/// The file that marks a folder as made by this program, and names what was written there.
pub const STAMP: &str = ".listwright";

const STAMP_HEAD: &str =
    "This folder is made by `listwright build`, which replaces these files and no others:\n";

/// The text of the stamp.
pub(super) fn stamp(outputs: &[Output<'_>]) -> String {
    let mut text = STAMP_HEAD.to_owned();
    for output in outputs {
        text.push_str(&output.path);
        text.push('\n');
    }
    text
}

/// Where a site is to be written, and what must not be lost by it.
#[derive(Debug, Clone, Copy)]
pub struct Target<'t> {
    /// The folder of the site, as it was typed; a relative one is meant from the root.
    pub out: &'t Path,
    /// The root of the list.
    pub root: &'t Path,
    /// The user's home folder, where it is known.
    pub home: Option<&'t Path>,
}

/// The folder that is to be written: a path without links, `.` and `..`.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
}

/// What a list is made of, and what keeps its past.
const KEPT: [&str; 5] = [FOLDER, "templates", "static", "src", ".git"];

impl Folder {
    /// The folder of a target, unless it is or holds what must not be replaced.
    pub(super) fn at(target: Target<'_>) -> Result<Self, Failure> {
        let root = target.root.canonicalize().map_err(Failure::at(target.root))?;
        let typed = root.join(target.out);
        let path = whole(&typed)?;
        let refuse = |why: &str| Err(Failure::Refused(format!("{} {why}", shown(&typed))));
        if path.file_name().is_none() {
            return refuse("cannot be replaced as a whole; name a folder of its own with --out");
        }
        if root.ancestors().any(|above| is_same(&path, above)) {
            return refuse("holds the list itself; choose another --out");
        }
        let home = target.home.and_then(|home| home.canonicalize().ok());
        if home.iter().flat_map(|home| home.ancestors()).any(|above| is_same(&path, above)) {
            return refuse("is or holds your home folder; choose another --out");
        }
        for kept in KEPT {
            if lies_within(&path, &root, kept) {
                return refuse(&format!(
                    "lies within {kept}/, which is a source; choose another --out"
                ));
            }
        }
        Ok(Self { path })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The folder that holds it.
    pub(super) fn parent(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// Whatever stands in the folder was written by this program, or the folder is left alone.
    pub(super) fn refuse_foreign(&self) -> Result<(), Failure> {
        if about(&self.path)?.is_none() {
            return Ok(());
        }
        let written: BTreeSet<String> = match fs::read_to_string(self.path.join(STAMP)) {
            Ok(stamp) => stamp.lines().skip(1).map(str::to_owned).collect(),
            Err(_) => BTreeSet::new(),
        };
        for entry in WalkDir::new(&self.path).min_depth(1).follow_links(false) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&self.path).to_path_buf();
                Failure::Disk(path, error.into())
            })?;
            let Ok(relative) = entry.path().strip_prefix(&self.path) else { continue };
            let parts: Vec<_> =
                relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            let name = parts.join("/");
            let kind = entry.file_type();
            if kind.is_dir() || kind.is_file() && (name == STAMP || written.contains(&name)) {
                continue;
            }
            return Err(Failure::Refused(format!(
                "{} was not written by listwright and would be lost; move it away, or choose another --out (a \
                 file in static/ is copied into the site)",
                shown(entry.path())
            )));
        }
        Ok(())
    }
}

/// An absolute path made whole, as the system would follow it: links on the way are followed, and what `..` takes back
/// need not exist. A path that ends at a link or at a file is refused, and so is one that `..` behind a link makes
/// ambiguous.
fn whole(typed: &Path) -> Result<PathBuf, Failure> {
    let refuse = |path: &Path, why: &str| Failure::Refused(format!("{} {why}", shown(path)));
    let straight = lexical(typed);
    if straight.symlink_metadata().is_ok_and(|about| about.is_symlink()) {
        return Err(refuse(&straight, "is a symbolic link; name the folder itself with --out"));
    }
    let path = followed(typed, &refuse)?;
    let other = followed(&straight, &refuse)?;
    if path != other && !is_same(&path, &other) {
        let (path, other) = (shown(&path), shown(&other));
        let why = format!(
            "can mean {other} or, through a symbolic link before `..`, {path}; write the one that you mean"
        );
        return Err(refuse(typed, &why));
    }
    Ok(path)
}

/// The path with `.` and `..` taken out as they are written, without a look at the disk.
fn lexical(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => out.push(part),
        }
    }
    out
}

/// The path with the links on its way followed as far as it exists, and `..` as the system takes it.
fn followed(path: &Path, refuse: &dyn Fn(&Path, &str) -> Failure) -> Result<PathBuf, Failure> {
    let mut real = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            Component::Prefix(_) | Component::RootDir => real.push(part),
            Component::Normal(name) => {
                real.push(name);
                match about(&real)? {
                    None => {}
                    Some(about) if about.is_dir() || about.is_symlink() => {
                        let there = real.canonicalize().map_err(Failure::at(&real))?;
                        if !there.is_dir() {
                            return Err(refuse(&real, "is not a folder; choose another --out"));
                        }
                        real = there;
                    }
                    Some(_) => return Err(refuse(&real, "is not a folder; choose another --out")),
                }
            }
        }
    }
    Ok(real)
}

/// Whether a path is a folder of the list, or lies in it. Where nothing stands yet, the name decides: some systems do not
/// tell `Static`, `static.` and `static` apart.
fn lies_within(path: &Path, root: &Path, kept: &str) -> bool {
    let own = root.join(kept);
    let by_name = path.strip_prefix(root).ok().and_then(|path| path.components().next());
    let by_name = by_name.is_some_and(|first| {
        let first = first.as_os_str().to_string_lossy();
        first.trim_end_matches(['.', ' ']).eq_ignore_ascii_case(kept)
    });
    by_name || path.ancestors().any(|above| is_same(above, &own))
}

/// Whether two paths are one place, whatever they are called: under another case, or through a mount.
fn is_same(a: &Path, b: &Path) -> bool {
    a == b || matches!((identity(a), identity(b)), (Some(a), Some(b)) if a == b)
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    path.metadata().ok().map(|about| (about.dev(), about.ino()))
}

/// Where a place has no number that can be asked for, its path with the true case of its names stands for it.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}
