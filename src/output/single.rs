//! One file outside of the list, which takes the place of an older one whole or not at all.

use std::fs;
use std::path::Path;

use super::Failure;
use super::swap::{Beside, remove};
use crate::project::shown;

/// Writes a file; its folder must be there.
pub fn write_single(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.exists()) {
        return Err(Failure::Refused(format!(
            "there is no folder {}: make it first",
            shown(folder)
        )));
    }
    match path.symlink_metadata() {
        Ok(about) if about.is_dir() => {
            return Err(Failure::Refused(format!("{} is a folder", shown(path))));
        }
        // What is no file of its own, such as a link or /dev/stdout, is written to, and stays what it is.
        Ok(about) if !about.is_file() => return fs::write(path, bytes).map_err(Failure::at(path)),
        _ => {}
    }
    let fresh = Beside::New.free(path)?;
    let written = fs::write(&fresh, bytes).and_then(|()| fs::rename(&fresh, path));
    written.map_err(|error| {
        let _ = remove(&fresh);
        Failure::Disk(path.to_path_buf(), error)
    })
}
