//! The only writer of disk: outputs are values until they are written here, whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diag::Diag;
use crate::project::shown;

/// The file that marks a folder as made by this program, so that no other folder is ever emptied.
pub const STAMP: &str = ".listwright";

const STAMP_TEXT: &str = "This folder is made by `listwright build`; whatever else stands here is deleted by the next run.\n";

/// A file to be written: its path from the output's root, and where its bytes come from.
pub struct Output<'o> {
    /// The path, with `/` between its parts.
    pub path: String,
    /// Where the bytes come from.
    pub origin: Origin<'o>,
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
            Origin::Copied(from) => {
                fs::read(from).map_err(|error| Failure::Disk(from.to_path_buf(), error))
            }
        }
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
            Self::Refused(why) => f.write_str(why),
        }
    }
}

/// Writes a site: everything into a folder beside the old one, which it then takes the place of in one step.
pub fn write_site(outputs: &[Output<'_>], folder: &Path, root: &Path) -> Result<(), Failure> {
    refuse_foreign(folder, root)?;
    let fresh = beside(folder, "new");
    remove(&fresh)?;
    let written = fill(outputs, &fresh).and_then(|()| exchange(&fresh, folder));
    if written.is_err() {
        // What went wrong is worth more to the user than what cleaning up after it may add.
        let _ = remove(&fresh);
    }
    written
}

fn fill(outputs: &[Output<'_>], fresh: &Path) -> Result<(), Failure> {
    make_folder(fresh)?;
    let mut folders: Vec<PathBuf> = outputs
        .iter()
        .filter_map(|output| fresh.join(&output.path).parent().map(Path::to_path_buf))
        .collect();
    folders.sort();
    folders.dedup();
    for folder in &folders {
        make_folder(folder)?;
    }
    outputs.par_iter().try_for_each(|output| {
        let path = fresh.join(&output.path);
        let bytes = output.bytes()?;
        fs::write(&path, bytes).map_err(|error| Failure::Disk(path, error))
    })?;
    let stamp = fresh.join(STAMP);
    fs::write(&stamp, STAMP_TEXT).map_err(|error| Failure::Disk(stamp, error))
}

/// Writes a file by way of a temporary one, so that a reader sees the old text or the new; the same text is left alone.
pub fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    let fresh = beside(path, "new");
    let disk = |error| Failure::Disk(path.to_path_buf(), error);
    let write = || {
        let mut file = fs::File::create(&fresh)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&fresh, path)
    };
    write().map_err(|error| {
        let _ = fs::remove_file(&fresh);
        disk(error)
    })
}

/// A folder that this program did not make is never emptied, and none that holds the list.
fn refuse_foreign(folder: &Path, root: &Path) -> Result<(), Failure> {
    let refuse = |why: &str| Err(Failure::Refused(format!("{} {why}", shown(folder))));
    let Ok(about) = folder.symlink_metadata() else {
        let inside = folder.starts_with(root.join(crate::catalog::FOLDER));
        return if inside {
            refuse("lies within the entries; choose another --out")
        } else {
            Ok(())
        };
    };
    if about.file_type().is_symlink() {
        return refuse("is a symbolic link; name the folder itself with --out");
    }
    if !about.is_dir() {
        return refuse("is not a folder; choose another --out");
    }
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let (real_folder, real_root) = (real(folder), real(root));
    if real_root.starts_with(&real_folder) {
        return refuse("holds the list itself; choose another --out");
    }
    if real_folder.starts_with(real_root.join(crate::catalog::FOLDER)) {
        return refuse("lies within the entries; choose another --out");
    }
    let mut inside =
        fs::read_dir(folder).map_err(|error| Failure::Disk(folder.to_path_buf(), error))?;
    if folder.join(STAMP).is_file() || inside.next().is_none() {
        return Ok(());
    }
    refuse(
        "was not made by listwright, and would be emptied; choose another --out, or empty it yourself",
    )
}

fn exchange(fresh: &Path, folder: &Path) -> Result<(), Failure> {
    let disk = |error: io::Error| Failure::Disk(folder.to_path_buf(), error);
    if folder.symlink_metadata().is_err() {
        return fs::rename(fresh, folder).map_err(disk);
    }
    if swap(fresh, folder).is_err() {
        // Not every file system can exchange two folders in one step.
        let old = beside(folder, "old");
        remove(&old)?;
        fs::rename(folder, &old).map_err(disk)?;
        fs::rename(fresh, folder).map_err(|error| {
            let _ = fs::rename(&old, folder);
            disk(error)
        })?;
        return remove(&old);
    }
    remove(fresh)
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

fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| Failure::Disk(path.to_path_buf(), error))
}

fn remove(path: &Path) -> Result<(), Failure> {
    match path.symlink_metadata() {
        Err(_) => Ok(()),
        Ok(about) if about.is_dir() => {
            fs::remove_dir_all(path).map_err(|error| Failure::Disk(path.to_path_buf(), error))
        }
        Ok(_) => fs::remove_file(path).map_err(|error| Failure::Disk(path.to_path_buf(), error)),
    }
}

/// A name beside a path, hidden and told apart by its end.
fn beside(path: &Path, end: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.tmp-{end}"))
}
