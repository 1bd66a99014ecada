//! A new file where none is: what stands there already is never replaced.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use super::{Failure, make_folder};
use crate::project::shown;

/// Writes a file that is not there yet, with its folder; a link on the way is refused, as the list would not read through it.
pub fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Path::new("."));
    if folder.symlink_metadata().is_ok_and(|about| !about.is_dir()) {
        return Err(Failure::Refused(format!("{} is not a folder", shown(folder))));
    }
    make_folder(folder)?;
    let mut file = match fs::File::create_new(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(Failure::Refused(format!("{} is there already", shown(path))));
        }
        Err(error) => return Err(Failure::Disk(path.to_path_buf(), error)),
    };
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| {
        // Half a file would pass for an entry.
        let _ = fs::remove_file(path);
        Failure::Disk(path.to_path_buf(), error)
    })
}
