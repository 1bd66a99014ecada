//! A lock against a second build: on the folders themselves, so that a killed run leaves nothing to clean up.

use std::fs::File;
use std::path::Path;

use super::Failure;

/// Held as long as a build writes.
#[derive(Debug)]
pub(super) struct Lock {
    _folders: Vec<File>,
}

impl Lock {
    /// Locks the list and the folder that holds its output.
    pub(super) fn take(root: &Path, parent: &Path) -> Result<Self, Failure> {
        let mut folders = Vec::new();
        let same = match (root.canonicalize(), parent.canonicalize()) {
            (Ok(root), Ok(parent)) => root == parent,
            _ => false,
        };
        for folder in [Some(root), (!same).then_some(parent)].into_iter().flatten() {
            if folder.is_dir() {
                folders.extend(lock(folder)?);
            }
        }
        Ok(Self { _folders: folders })
    }
}

#[cfg(unix)]
fn lock(folder: &Path) -> Result<Option<File>, Failure> {
    use crate::project::shown;
    use rustix::fs::{FlockOperation, flock};
    let file = File::open(folder).map_err(Failure::at(folder))?;
    match flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Err(rustix::io::Errno::WOULDBLOCK) => Err(Failure::Refused(format!(
            "another build is writing in {}; wait for it to end, and run this one again",
            shown(folder)
        ))),
        // Some network file systems have no locks; the exchange at the end is still one step.
        Ok(()) | Err(_) => Ok(Some(file)),
    }
}

/// Windows opens no folder as a file, so that there is nothing to lock.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn lock(_: &Path) -> Result<Option<File>, Failure> {
    Ok(None)
}
