//! The exchange of an old folder for a new one in a single step, and the repair of what an interrupted run left.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Failure, about};

/// A name beside a path, hidden and told apart by its end.
pub(super) fn beside(path: &Path, end: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.tmp-{end}"))
}

/// Removes what an interrupted run left beside a folder, and puts back an old folder whose place is empty.
pub(super) fn recover(folder: &Path) -> Result<(), Failure> {
    let old = beside(folder, "old");
    if about(folder)?.is_none() && about(&old)?.is_some() {
        fs::rename(&old, folder).map_err(Failure::at(folder))?;
    }
    remove(&old)?;
    remove(&beside(folder, "new"))
}

/// Puts the fresh folder in the place of the old one, which is removed.
pub(super) fn exchange(fresh: &Path, folder: &Path) -> Result<(), Failure> {
    if about(folder)?.is_none() {
        return fs::rename(fresh, folder).map_err(Failure::at(folder));
    }
    match swap(fresh, folder) {
        Ok(()) => remove(fresh),
        Err(error) if cannot_swap(&error) => in_two_steps(fresh, folder),
        Err(error) => Err(Failure::Disk(folder.to_path_buf(), error)),
    }
}

/// Not every file system can exchange two folders; between these two steps a reader finds none, and the next run mends it.
fn in_two_steps(fresh: &Path, folder: &Path) -> Result<(), Failure> {
    let old = beside(folder, "old");
    remove(&old)?;
    fs::rename(folder, &old).map_err(Failure::at(folder))?;
    if let Err(error) = fs::rename(fresh, folder) {
        let _ = fs::rename(&old, folder);
        return Err(Failure::Disk(folder.to_path_buf(), error));
    }
    remove(&old)
}

fn cannot_swap(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn swap(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(Into::into)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Removes a file or a folder with all it holds; that it is not there is fine.
pub(super) fn remove(path: &Path) -> Result<(), Failure> {
    match about(path)? {
        None => Ok(()),
        Some(about) if about.is_dir() => fs::remove_dir_all(path).map_err(Failure::at(path)),
        Some(_) => fs::remove_file(path).map_err(Failure::at(path)),
    }
}
