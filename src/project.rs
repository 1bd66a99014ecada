//! The only reader of disk: finds the root of a list and reads its entries, templates and static files.

use std::fs::{self, File, FileType};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::litter::{is_for_tools, left_by, left_in};
use crate::source::{Content, LARGEST_FILE, Source, Sources, composed};

/// The file by which the root of a list is known.
pub const MARK: &str = "entries/survey.yaml";

/// The most bytes of a file that was made for a list, such as README.md.
const LARGEST_MADE: u64 = 16 << 20;

/// A list as it stands on disk.
#[derive(Debug)]
pub struct Project {
    /// The folder that holds everything.
    pub root: PathBuf,
    /// The entries and the list's own templates.
    pub sources: Sources,
    /// The list's own static files.
    pub statics: Vec<StaticFile>,
}

/// A file that is copied to the site's root as it is.
#[derive(Debug, Clone)]
pub struct StaticFile {
    /// The path from the site's root.
    pub path: String,
    /// Where it stands.
    pub from: PathBuf,
}

/// What stands at a path of the repository; no link is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Nothing.
    Nothing,
    /// A folder.
    Folder,
    /// A regular file.
    File,
    /// A link, a pipe, or whatever else lies behind one.
    Other,
}

/// Why a list could not be read at all.
#[derive(Debug)]
pub struct NoProject(pub String);

/// Finds the nearest folder upward that holds a list.
pub fn find_root(from: Option<&Path>) -> Result<PathBuf, NoProject> {
    if let Some(root) = from {
        return if root.join(MARK).symlink_metadata().is_ok() {
            Ok(root.to_path_buf())
        } else {
            Err(NoProject(format!("there is no list in {}: {MARK} is not there", shown(root))))
        };
    }
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks where it is")]
    let here = std::env::current_dir()
        .map_err(|error| NoProject(format!("the present folder cannot be read: {error}")))?;
    let root = here.ancestors().find(|folder| folder.join(MARK).symlink_metadata().is_ok());
    root.map(Path::to_path_buf).ok_or_else(|| {
        let here = shown(&here);
        NoProject(format!(
            "there is no list here: neither {here} nor a folder above it holds {MARK}; name one with --root DIR"
        ))
    })
}

/// The folders that a list is read from.
pub const FOLDERS: [&str; 3] = ["entries", "templates", "static"];

/// Tells by its path whether something in these folders is read; that of a folder ends in `/`.
pub fn is_read(root: &Path) -> impl Fn(&str) -> bool {
    // The default theme is in the binary. Where the program's own repository has its source, nothing is to be said; in
    // any other list a file there is passed over, so that the folder itself is told.
    let is_source = root.join("src/theme.rs").is_file();
    move |path| {
        let of_theme =
            |folder: &str| path.starts_with(folder) && (is_source || path.len() > folder.len());
        // The pictures of README.md are made anew by each build, and are no part of the site.
        !of_theme("templates/default/")
            && !of_theme("static/default/")
            && !path.starts_with("static/readme/")
    }
}

/// Whether a file is copied as it is or nobody's, so that no check needs its bytes.
#[must_use]
pub fn is_copied(path: &str) -> bool {
    path.starts_with("static/") || left_by(path, &|_| false).is_some()
}

/// Reads the list at a root.
pub fn load(root: &Path) -> Result<Project, NoProject> {
    let is_read = is_read(root);
    let mut found = Vec::new();
    for folder in FOLDERS {
        found.extend(walk(root, folder, &is_read)?);
    }
    let sources = found.par_iter().map(|(path, found)| read(path.clone(), found)).collect();
    let sources = Sources::new(sources);
    // Links and pipes cannot be copied; like those among the entries they are findings.
    let statics = found.into_iter().filter_map(|(path, found)| {
        let source = sources.file(sources.find(&path)?);
        let copied = source.content == Content::Unread && left_in(&sources, source).is_none();
        let path = composed(path.strip_prefix("static/").filter(|_| copied)?).into_owned();
        Some(StaticFile { path, from: found.from })
    });
    Ok(Project { root: root.to_path_buf(), statics: statics.collect(), sources })
}

impl Project {
    /// Whether the repository has a file or folder at a path; nothing outside the root counts.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        let inside = !path.starts_with('/') && !path.split('/').any(|part| part == "..");
        inside
            && match self.root.join(path).metadata() {
                Ok(_) => true,
                // That the disk will not tell does not mean that nothing is there.
                Err(error) => !matches!(
                    error.kind(),
                    ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename
                ),
            }
    }
}

struct Found {
    from: PathBuf,
    /// What it is, where it is no regular file.
    what: Option<&'static str>,
}

/// Everything below a folder that is a file, an unwelcome thing, or a folder of its own.
fn walk(
    root: &Path,
    folder: &str,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Vec<(String, Found)>, NoProject> {
    let top = root.join(folder);
    match top.symlink_metadata() {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(NoProject(format!("{} cannot be read: {error}", shown(&top)))),
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(&top)
        .min_depth(1)
        .follow_links(false)
        .follow_root_links(false)
        .sort_by_file_name()
    {
        let entry = entry.map_err(|error| {
            let path = error.path().map_or_else(|| shown(&top), shown);
            let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
            NoProject(format!("{path} cannot be read: {why}"))
        })?;
        let Ok(relative) = entry.path().strip_prefix(root) else { continue };
        let parts: Vec<_> =
            relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let path = parts.join("/");
        let what = what(entry.file_type());
        let for_tools = what.is_none() && entry.file_name().to_str().is_some_and(is_for_tools);
        if wanted(&path) && wanted(&format!("{path}/")) && !for_tools {
            // Folders are told to those who know which ones may stand here.
            let path = if what == Some("folder") { format!("{path}/") } else { path };
            found.push((path, Found { from: entry.into_path(), what }));
        }
    }
    Ok(found)
}

/// What stands at a path of the repository, seen without following a link; or why the disk will not tell.
pub fn stands(root: &Path, path: &str) -> Result<Stands, String> {
    let mut place = root.to_path_buf();
    let mut found = Stands::Folder;
    for part in path.split('/') {
        if found != Stands::Folder {
            return Ok(Stands::Other);
        }
        place.push(part);
        found = match place.symlink_metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Stands::Nothing),
            Err(error) => return Err(format!("{}: {error}", shown(&place))),
            Ok(about) if about.is_dir() => Stands::Folder,
            Ok(about) if about.is_file() => Stands::File,
            Ok(_) => Stands::Other,
        };
    }
    Ok(found)
}

/// The folder of a list's own files in which a path lies, links followed; nothing that is made may be written there.
#[must_use]
pub fn folder_of_sources(root: &Path, path: &Path) -> Option<&'static str> {
    let there =
        path.canonicalize().or_else(|_| path.parent().unwrap_or(root).canonicalize()).ok()?;
    let lies_in = |folder: &&str| {
        root.join(folder).canonicalize().is_ok_and(|folder| there.starts_with(folder))
    };
    ["entries", "templates", ".git"].into_iter().find(lies_in)
}

/// A file that was made for the list, such as README.md; nothing where there is none.
///
/// It is read as entries are: no link on the way is followed, nothing is waited for, and there is an end to it.
pub fn made(root: &Path, path: &str) -> Result<Option<Source>, String> {
    let mut place = root.to_path_buf();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        place.push(part);
        let is_folder = parts.peek().is_some();
        let about = match place.symlink_metadata() {
            Ok(about) => about,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("{}: {error}", shown(&place))),
        };
        match (what(about.file_type()), is_folder) {
            (Some("folder"), true) | (None, false) => {}
            (what, _) => {
                let (place, what) = (shown(&place), what.unwrap_or("file"));
                let wanted = if is_folder { "folder" } else { "regular file" };
                return Err(format!("{place} is a {what}, not a {wanted}: move it away"));
            }
        }
    }
    match bytes(&place, LARGEST_MADE) {
        Ok(Ok(bytes)) => Ok(Some(Source::from_bytes(path, bytes))),
        Ok(Err(Content::TooLarge(bytes))) => Err(format!(
            "{} has {bytes} bytes, and {LARGEST_MADE} are the most: move it away",
            shown(&place)
        )),
        Ok(Err(_)) => Err(format!("{} is not a regular file: move it away", shown(&place))),
        Err(error) => Err(format!("{}: {error}", shown(&place))),
    }
}

fn what(kind: FileType) -> Option<&'static str> {
    if kind.is_file() {
        None
    } else if kind.is_dir() {
        Some("folder")
    } else if kind.is_symlink() {
        Some("symbolic link")
    } else {
        Some("pipe, socket or device")
    }
}

fn read(path: String, found: &Found) -> Source {
    let content = match found.what {
        Some(what) => Content::NotRegular(what),
        None if is_copied(&path) => Content::Unread,
        None => match bytes(&found.from, LARGEST_FILE) {
            Ok(Ok(bytes)) => return Source::from_bytes(path, bytes),
            Ok(Err(refused)) => refused,
            Err(error) => Content::Unreadable(error.to_string()),
        },
    };
    Source::new(path, content)
}

/// The bytes of a regular file that is not too large; what it is is asked of the open file, so that nothing can be exchanged in between.
fn bytes(path: &Path, most: u64) -> io::Result<Result<Vec<u8>, Content>> {
    let file = open(path)?;
    let about = file.metadata()?;
    if !about.is_file() {
        return Ok(Err(Content::NotRegular("pipe, socket or device")));
    }
    if about.len() > most {
        return Ok(Err(Content::TooLarge(about.len())));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0) + 1);
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Ok(Err(Content::TooLarge(bytes.len() as u64)));
    }
    Ok(Ok(bytes))
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    // A link or a pipe that took the file's place is not followed and does not block.
    let flags =
        rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::CLOEXEC;
    let flags = i32::try_from(flags.bits()).unwrap_or(0);
    fs::OpenOptions::new().read(true).custom_flags(flags).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    fs::OpenOptions::new().read(true).open(path)
}

/// A path for a message.
#[must_use]
pub fn shown(path: &Path) -> String {
    crate::diag::printable(&path.to_string_lossy())
}
