//! Replaces files of the list itself, all or none: new texts are complete on disk before the first one takes its place.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::Failure;
use super::lock::Lock;
use super::swap::{Beside, remove, sweep};
use crate::project::shown;

/// A file that is to have another text, and perhaps another path.
#[derive(Debug, Clone, Copy)]
pub struct Replacement<'r> {
    /// Its path from the root.
    pub path: &'r str,
    /// The path that it is to have; mostly the same.
    pub to: &'r str,
    /// The text that was read; where another one stands there by now, nothing is written.
    pub before: &'r str,
    /// The text that it is to have.
    pub after: &'r str,
}

/// Replaces files under a lock; where one cannot be replaced, those before it are put back.
pub fn replace_files(root: &Path, replacements: &[Replacement<'_>]) -> Result<(), Failure> {
    let _lock = Lock::take(root, root)?;
    let steps: Result<Vec<Step<'_>>, Failure> =
        replacements.iter().map(|new| Step::new(root, new)).collect();
    let steps = steps?;
    let ready = steps.iter().try_for_each(Step::prepare);
    let result = ready.and_then(|()| exchange(&steps));
    for step in &steps {
        let _ = remove(&step.fresh);
        // Where an old text could not be put back, the failure says that it stands here.
        if !matches!(result, Err(Failure::HalfDone(_))) {
            let _ = remove(&step.old);
        }
    }
    result
}

struct Step<'r> {
    from: PathBuf,
    to: PathBuf,
    /// The new text, until it takes its place.
    fresh: PathBuf,
    /// The old text, until all is well.
    old: PathBuf,
    new: &'r Replacement<'r>,
}

impl<'r> Step<'r> {
    fn new(root: &Path, new: &'r Replacement<'r>) -> Result<Self, Failure> {
        let (from, to) = (root.join(new.path), root.join(new.to));
        // What a killed run left goes if it can, and else keeps its name.
        for path in [&from, &to] {
            sweep(path)?;
        }
        let (fresh, old) = (Beside::New.free(&to)?, Beside::Old.free(&from)?);
        Ok(Self { from, to, fresh, old, new })
    }

    fn moves(&self) -> bool {
        self.from != self.to
    }

    /// Writes the new text beside the old one, and a second name for the old one.
    fn prepare(&self) -> Result<(), Failure> {
        let about = self.from.symlink_metadata().map_err(Failure::at(&self.from))?;
        let there = fs::read(&self.from).map_err(Failure::at(&self.from))?;
        if !about.is_file() || there != self.new.before.as_bytes() {
            let path = shown(&self.from);
            return Err(Failure::Refused(format!("{path} has changed since it was read")));
        }
        if self.moves() && self.to.symlink_metadata().is_ok() {
            return Err(Failure::Refused(format!("{} is there already", shown(&self.to))));
        }
        let write = || {
            let mut file = OpenOptions::new().write(true).create_new(true).open(&self.fresh)?;
            file.write_all(self.new.after.as_bytes())?;
            file.set_permissions(about.permissions())?;
            file.sync_all()
        };
        write().map_err(Failure::at(&self.fresh))?;
        fs::hard_link(&self.from, &self.old)
            .or_else(|_| fs::copy(&self.from, &self.old).map(|_| ()))
            .map_err(Failure::at(&self.old))
    }

    fn run(&self) -> io::Result<()> {
        fs::rename(&self.fresh, &self.to)?;
        if self.moves() { fs::remove_file(&self.from) } else { Ok(()) }
    }

    fn undo(&self) -> io::Result<()> {
        if self.fresh.symlink_metadata().is_ok() {
            return Ok(()); // it did not get as far as taking a place
        }
        if self.moves() && self.to.exists() {
            fs::remove_file(&self.to)?;
        }
        fs::rename(&self.old, &self.from)?;
        // A rename of two names of one file does nothing, and leaves both.
        let _ = fs::remove_file(&self.old);
        Ok(())
    }
}

fn exchange(steps: &[Step<'_>]) -> Result<(), Failure> {
    for (at, step) in steps.iter().enumerate() {
        let Err(error) = step.run() else { continue };
        let mut stuck = Vec::new();
        for step in steps.iter().take(at + 1).rev() {
            if step.undo().is_err() {
                stuck.push(format!("{} in {}", shown(&step.from), shown(&step.old)));
            }
        }
        if stuck.is_empty() {
            return Err(Failure::Disk(step.to.clone(), error));
        }
        return Err(Failure::HalfDone(format!(
            "{}: {error}; not all could be put back, and these old texts stand elsewhere: {}",
            shown(&step.to),
            stuck.join(", ")
        )));
    }
    Ok(())
}
