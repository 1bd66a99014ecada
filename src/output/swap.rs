//! The exchange of an old folder or file for a new one in a single step that can be taken back, and what is left beside it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Failure, about};
use crate::project::shown;

/// What stands beside a path for a time, hidden and told apart by its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// What is to take its place, or has left it.
    New,
    /// What left it, where the two could not be exchanged in one step.
    Old,
}

impl Beside {
    /// A name that is free: what an earlier run left, and this one may not remove, keeps its own.
    pub(super) fn free(self, path: &Path) -> Result<PathBuf, Failure> {
        let taken = left(path)?.into_iter().filter(|(end, ..)| *end == self);
        let last = taken.map(|(_, number, _)| number).max();
        Ok(self.name(path, last.map_or(1, |last| last + 1)))
    }

    fn name(self, path: &Path, number: u32) -> PathBuf {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let end = self.end();
        path.with_file_name(match number {
            1 => format!(".{name}.tmp-{end}"),
            _ => format!(".{name}.tmp-{end}-{number}"),
        })
    }

    fn end(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Old => "old",
        }
    }
}

/// What earlier runs left beside a path, in the order in which the names were taken.
fn left(path: &Path) -> Result<Vec<(Beside, u32, PathBuf)>, Failure> {
    let parent = path.parent().unwrap_or(path);
    let entries = match fs::read_dir(parent) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Failure::Disk(parent.to_path_buf(), error)),
    };
    let start = format!(".{}.tmp-", path.file_name().unwrap_or_default().to_string_lossy());
    let mut found = Vec::new();
    for entry in entries {
        let name = entry.map_err(Failure::at(parent))?.file_name();
        let name = name.to_string_lossy();
        let Some(rest) = name.strip_prefix(&start) else { continue };
        let (end, number) = rest.split_once('-').map_or((rest, Some(1)), |(end, number)| {
            (end, number.parse().ok().filter(|number| *number > 1))
        });
        let end = [Beside::New, Beside::Old].into_iter().find(|beside| beside.end() == end);
        if let Some((end, number)) = end.zip(number) {
            found.push((end, number, end.name(path, number)));
        }
    }
    found.sort_by_key(|(_, number, _)| *number);
    Ok(found)
}

/// Something that is of no use any more and could not be removed: the run goes on without.
#[derive(Debug)]
pub(super) struct Litter(PathBuf, io::Error);

impl std::fmt::Display for Litter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self(path, error) = self;
        let path = shown(path);
        let sudo = if error.kind() == io::ErrorKind::PermissionDenied { "sudo " } else { "" };
        let quoted = path.replace('\'', r"'\''");
        write!(
            f,
            "{path} is left from a build and cannot be removed ({error}); nothing needs it: `{sudo}rm -rf '{quoted}'` \
             removes it"
        )
    }
}

/// Removes what earlier runs left beside a path, as far as this one may, and says what stays.
pub(super) fn sweep(path: &Path) -> Result<Vec<Litter>, Failure> {
    Ok(left(path)?.into_iter().filter_map(|(.., there)| discard(&there)).collect())
}

/// Puts back an old folder whose place is empty, as a run leaves it that was killed between two steps.
pub(super) fn put_back(folder: &Path) -> Result<(), Failure> {
    if about(folder)?.is_some() {
        return Ok(());
    }
    let old = left(folder)?.into_iter().rfind(|(end, ..)| *end == Beside::Old);
    match old {
        Some((.., old)) => fs::rename(&old, folder).map_err(Failure::at(folder)),
        None => Ok(()),
    }
}

/// Something new in its place, and where what stood there is now.
#[derive(Debug)]
pub(super) struct Taken {
    place: PathBuf,
    /// Where the new thing was made.
    fresh: PathBuf,
    gone: Gone,
}

#[derive(Debug)]
enum Gone {
    /// Nothing stood there.
    Nothing,
    /// It stands where the new thing was made.
    Exchanged,
    /// It stands elsewhere.
    Moved(PathBuf),
}

impl Taken {
    /// Puts a fresh folder or file in its place, in one step where the file system can.
    pub(super) fn take(fresh: &Path, place: &Path) -> Result<Self, Failure> {
        let taken = |gone| Self { place: place.to_path_buf(), fresh: fresh.to_path_buf(), gone };
        let Some(there) = about(place)? else {
            return fs::rename(fresh, place)
                .map(|()| taken(Gone::Nothing))
                .map_err(Failure::at(place));
        };
        match swap(fresh, place) {
            Ok(()) => Ok(taken(Gone::Exchanged)),
            Err(error) if cannot_swap(&error) => {
                let old = Beside::Old.free(place)?;
                if there.is_dir() {
                    folder_in_two_steps(fresh, place, &old)?;
                } else {
                    file_by_a_second_name(fresh, place, &old)?;
                }
                Ok(taken(Gone::Moved(old)))
            }
            Err(error) => Err(Failure::Disk(place.to_path_buf(), error)),
        }
    }

    /// What took its place.
    pub(super) fn place(&self) -> &Path {
        &self.place
    }

    /// Gives the place back to what stood there.
    pub(super) fn undo(&self) -> io::Result<()> {
        match &self.gone {
            Gone::Nothing => fs::rename(&self.place, &self.fresh),
            Gone::Exchanged => swap(&self.fresh, &self.place),
            Gone::Moved(old) => {
                if self.place.symlink_metadata()?.is_dir() {
                    fs::rename(&self.place, &self.fresh)?;
                }
                fs::rename(old, &self.place)
            }
        }
    }

    /// Removes what stood there.
    pub(super) fn forget(&self) -> Option<Litter> {
        match &self.gone {
            Gone::Nothing => None,
            Gone::Exchanged => discard(&self.fresh),
            Gone::Moved(old) => discard(old),
        }
    }
}

/// Not every file system can exchange two folders; between these two steps a reader finds none, and the next run mends it.
fn folder_in_two_steps(fresh: &Path, folder: &Path, old: &Path) -> Result<(), Failure> {
    fs::rename(folder, old).map_err(Failure::at(folder))?;
    fs::rename(fresh, folder).map_err(|error| match fs::rename(old, folder) {
        Ok(()) => Failure::Disk(folder.to_path_buf(), error),
        Err(_) => Failure::HalfDone(format!(
            "{}: {error}; the old folder stands in {}, and the next build puts it back",
            shown(folder),
            shown(old)
        )),
    })
}

/// A file takes the place of another one in a single step anywhere; a second name keeps the old one.
fn file_by_a_second_name(fresh: &Path, file: &Path, old: &Path) -> Result<(), Failure> {
    fs::hard_link(file, old)
        .or_else(|_| fs::copy(file, old).map(|_| ()))
        .map_err(Failure::at(old))?;
    fs::rename(fresh, file).map_err(|error| {
        let _ = fs::remove_file(old);
        Failure::Disk(file.to_path_buf(), error)
    })
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

/// Removes a file or a folder with all it holds; what could not be removed is handed back.
pub(super) fn discard(path: &Path) -> Option<Litter> {
    remove(path).err().map(|error| Litter(path.to_path_buf(), error))
}

/// Removes a file or a folder with all it holds; that it is not there is fine.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(about) if about.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
    }
}
