//! Which folder may be written: one that this program made, or an empty one; never the list itself or somebody's files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

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

/// The folder that is to be written.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder at a path, unless it is or holds what must not be replaced.
    pub(super) fn at(path: &Path, root: &Path) -> Result<Self, Failure> {
        let refuse = |why: &str| Err(Failure::Refused(format!("{} {why}", shown(path))));
        if path.file_name().is_none() {
            return refuse("cannot be replaced as a whole; name a folder of its own with --out");
        }
        match about(path)? {
            Some(about) if about.file_type().is_symlink() => {
                return refuse("is a symbolic link; name the folder itself with --out");
            }
            Some(about) if !about.is_dir() => {
                return refuse("is not a folder; choose another --out");
            }
            Some(_) | None => {}
        }
        let real = nearest_real(path);
        let root = root.canonicalize().map_err(Failure::at(root))?;
        if root.starts_with(&real) {
            return refuse("holds the list itself; choose another --out");
        }
        for kept in [FOLDER, "templates", "static", "src", ".git"] {
            if real.starts_with(root.join(kept)) {
                return refuse(&format!(
                    "lies within {kept}/, which is a source; choose another --out"
                ));
            }
        }
        Ok(Self { path: path.to_path_buf() })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The folder that holds it.
    pub(super) fn parent(&self) -> &Path {
        match self.path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        }
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

/// The path with its links followed as far as it exists.
fn nearest_real(path: &Path) -> PathBuf {
    let mut missing = Vec::new();
    let mut there = path;
    loop {
        let existing = if there.as_os_str().is_empty() { Path::new(".") } else { there };
        if let Ok(real) = existing.canonicalize() {
            return missing.iter().rev().fold(real, |real, part| real.join(part));
        }
        match (there.file_name(), there.parent()) {
            (Some(name), Some(parent)) => {
                missing.push(name.to_os_string());
                there = parent;
            }
            _ => return path.to_path_buf(),
        }
    }
}
