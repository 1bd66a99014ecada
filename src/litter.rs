//! What systems and editors leave beside the files of a list, known by its name.

use crate::source::{Source, Sources};

/// Folders that a system or an editor makes for itself, and who makes them.
const FOLDERS: &[(&str, &str)] = &[
    (".AppleDouble", "macOS"),
    (".Spotlight-V100", "macOS"),
    (".TemporaryItems", "macOS"),
    (".Trashes", "macOS"),
    (".fseventsd", "macOS"),
    ("__MACOSX", "macOS"),
    ("$RECYCLE.BIN", "Windows"),
    ("System Volume Information", "Windows"),
    (".idea", "an editor"),
    (".vs", "an editor"),
    (".vscode", "an editor"),
    ("@eaDir", "a network drive"),
];

/// The beginnings and the ends of names of files, and who gives them. What has no end must be longer than its
/// beginning, and the other way round.
const FILES: &[(&str, &str, &str)] = &[
    ("._", "", "macOS"),
    ("~$", "", "an office program"),
    (".~lock.", "#", "an office program"),
    (".nfs", "", "a network drive"),
    (".fuse_hidden", "", "a network drive"),
    (".goutputstream-", "", "an editor"),
    (".#", "", "an editor"),
    ("#", "#", "an editor"),
    ("", "~", "an editor"),
    ("", ".kate-swp", "an editor"),
    ("", "___jb_tmp___", "an editor"),
    ("", "___jb_old___", "an editor"),
];

/// Names of files as a whole, in any case, and who gives them; `4913` is what vim tries a folder with.
const NAMES: &[(&str, &str)] = &[
    (".apdisk", "macOS"),
    (".DS_Store", "macOS"),
    (".localized", "macOS"),
    (".VolumeIcon.icns", "macOS"),
    ("Icon\r", "macOS"),
    ("desktop.ini", "Windows"),
    ("ehthumbs.db", "Windows"),
    ("Thumbs.db", "Windows"),
    (".directory", "a desktop"),
    ("4913", "an editor"),
];

/// How copies end that programs make of a file before they change it: beside the file such a copy is litter, and alone
/// it may be all that is left of it.
const COPIES: [&str; 5] = [".orig", ".rej", ".bak", ".save", ".old"];

/// What git and editors are told by; no part of a list, and nobody's litter.
const FOR_TOOLS: [&str; 5] = [".gitkeep", ".keep", ".gitignore", ".gitattributes", ".editorconfig"];

/// Who left a file of a list, where it is known to be no part of it.
#[must_use]
pub fn left_in(sources: &Sources, source: &Source) -> Option<&'static str> {
    left_by(&source.path, &|path| sources.find(path).is_some())
}

/// Whether a file is litter by its name alone, whatever stands beside it.
#[must_use]
pub fn is_litter(source: &Source) -> bool {
    left_by(&source.path, &|_| false).is_some()
}

/// Who left what stands at a path, where it is known to be no part of a list.
///
/// A path that ends in `/` is a folder. `is_there` tells whether the list has a file at another path.
#[must_use]
pub fn left_by(path: &str, is_there: &dyn Fn(&str) -> bool) -> Option<&'static str> {
    let of_folder = |part: &str| FOLDERS.iter().find(|(folder, _)| *folder == part);
    if let Some((_, maker)) = path.split('/').find_map(of_folder) {
        return Some(maker);
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let original = COPIES.iter().find_map(|end| path.strip_suffix(end));
    of_name(name).or_else(|| original.filter(|path| is_there(path)).map(|_| "a program"))
}

/// The folder in which everything is litter, where a path lies in one.
#[must_use]
pub fn folder(path: &str) -> Option<&str> {
    let mut end = 0;
    path.split('/').find_map(|part| {
        end += part.len() + 1;
        let known = FOLDERS.iter().any(|(folder, _)| *folder == part);
        known.then(|| path.get(..end - 1).unwrap_or(path))
    })
}

fn of_name(name: &str) -> Option<&'static str> {
    if let Some((_, maker)) = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Some(maker);
    }
    if is_swap_file(name) {
        return Some("an editor");
    }
    if is_half_written(name) {
        return Some("a run of listwright that was ended");
    }
    let fits = |(start, end, _): &&(&str, &str, &str)| {
        let rest = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
        rest.is_some_and(|rest| !rest.is_empty())
    };
    FILES.iter().find(fits).map(|(_, _, maker)| *maker)
}

/// vim counts its swap files downward from `.swp`, and hides them.
fn is_swap_file(name: &str) -> bool {
    let end = name.strip_prefix('.').and_then(|name| name.rsplit('.').next());
    end.is_some_and(|end| {
        end.len() == 3
            && end.starts_with("sw")
            && end.ends_with(|last: char| last.is_ascii_lowercase())
    })
}

/// What `fix`, `fmt` and `rename` write beside a file before they replace it; the file itself is there all the time.
fn is_half_written(name: &str) -> bool {
    let end = name.strip_prefix('.').and_then(|name| name.rsplit_once(".tmp-"));
    end.is_some_and(|(_, end)| {
        let (end, number) = end.split_once('-').unwrap_or((end, "2"));
        matches!(end, "new" | "old") && number.parse::<u32>().is_ok()
    })
}

/// Whether a file is there for git or for editors, and is passed over without a word.
#[must_use]
pub fn is_for_tools(name: &str) -> bool {
    FOR_TOOLS.contains(&name)
}
