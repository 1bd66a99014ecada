//! Names of files: what every system can hold, and what is no part of the list.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Subject};
use crate::diag::{Code, Diag};
use crate::litter::{folder, left_in};
use crate::source::{FileId, composed};

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("nothing_is_left_behind", nothing_is_left_behind),
    ("names_can_stand_on_every_system", names_can_stand_on_every_system),
    ("entries_are_of_kinds_that_the_list_uses", entries_are_of_kinds_that_the_list_uses),
    ("ids_leave_room_for_pages_of_own_fields", ids_leave_room_for_pages_of_own_fields),
];

/// Names that Windows keeps for devices, whatever follows behind a dot.
const DEVICES: [&str; 6] = ["aux", "con", "conin$", "conout$", "nul", "prn"];

/// Characters that no name on Windows may have.
const FORBIDDEN: [char; 8] = ['<', '>', ':', '"', '|', '?', '*', '\\'];

/// The longest path from the root of a list: Windows opens 260 characters in all, unless it is told otherwise.
const LONGEST: usize = 180;

/// What systems and editors leave is passed over, but not in silence; a folder of theirs is named once.
fn nothing_is_left_behind(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut spoken = BTreeSet::new();
    for (id, source) in subject.sources.iter() {
        let Some(maker) = left_in(subject.sources, source) else { continue };
        let path = folder(&source.path).unwrap_or(&source.path);
        if spoken.insert(path) {
            let name = path.rsplit('/').next().unwrap_or(path);
            let message = format!("{maker} left `{name}` here; it is no part of the list");
            findings.push(
                Diag::new(Code::LeftoverFile, id.top(), message).help(
                    "delete it, and add its name to .gitignore; until then it is passed over",
                ),
            );
        }
    }
}

/// A file of a kind that the list has switched off would be shown nowhere.
fn entries_are_of_kinds_that_the_list_uses(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let catalog = subject.catalog;
    for file in catalog.files.iter().filter(|file| !catalog.of(file.kind).is_used) {
        let folder = file.kind.folder();
        findings.push(
            Diag::new(Code::StrayFile, file.file.top(), format!("this list does not use {folder}"))
                .help(format!(
                    "delete the file, or delete `{folder}: false` under `kinds` of entries/survey.yaml"
                )),
        );
    }
}

/// `/models/sees/` is an entry or the pages of a field, and never both.
fn ids_leave_room_for_pages_of_own_fields(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let catalog = subject.catalog;
    for file in &catalog.files {
        let fields = catalog.of(file.kind);
        let mut own = fields.own.iter().filter(|own| own.facet == Some(file.id.as_str()));
        let Some(own) = own.next() else { continue };
        let message = format!(
            "`{}` cannot be an id: the pages of the field `{}` stand there",
            file.id, own.key
        );
        findings.push(Diag::new(Code::ReservedId, file.file.top(), message).help(format!(
            "rename the file, such as to `{}-2024.yaml`, or give the field another `page` in entries/survey.yaml",
            file.id
        )));
    }
}

/// Entries are named by their ids, which every system can hold; the names of templates and static files are free.
fn names_can_stand_on_every_system(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut seen: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (id, source) in subject.sources.iter() {
        let own = ["static/", "templates/"].iter().any(|folder| source.path.starts_with(folder));
        if !own || left_in(subject.sources, source).is_some() {
            continue;
        }
        let path = source.path.trim_end_matches('/');
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        for part in ends.filter_map(|end| path.get(..end)) {
            let spellings = seen.entry(composed(&part.to_lowercase()).into_owned()).or_default();
            let clash = spellings.first().filter(|first| **first != part).copied();
            if !spellings.contains(&part) {
                spellings.push(part);
                findings.extend(clash.map(|other| clashing(id, other)));
                findings.extend(unfit(part).map(|why| unportable(id, &why)));
            }
            if clash.is_some() {
                // What two folders hold is one folder's there; each of their files would be a finding again.
                break;
            }
        }
        let characters = path.encode_utf16().count();
        if characters > LONGEST {
            let message = format!("the path has {characters} characters, too many for Windows");
            findings.push(Diag::new(Code::UnportableName, id.top(), message).help(format!(
                "shorten it to {LONGEST} characters, which leaves room for the folder of the list"
            )));
        }
    }
}

fn clashing(id: FileId, other: &str) -> Diag {
    let message = format!("Windows or a Mac takes this name and `{other}` for the same");
    Diag::new(Code::UnportableName, id.top(), message).help("rename or delete one of them")
}

fn unportable(id: FileId, why: &str) -> Diag {
    Diag::new(Code::UnportableName, id.top(), why)
        .help("rename it: letters, digits, `-`, `_` and `.` between them stand everywhere")
}

/// Why the last name of a path cannot stand everywhere.
fn unfit(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    if name.contains('\u{fffd}') {
        return Some("the name of this file is not UTF-8".to_owned());
    }
    if name.contains(char::is_control) {
        return Some(format!("Windows cannot hold `{name}`: it has a control character"));
    }
    if let Some(sign) = name.chars().find(|sign| FORBIDDEN.contains(sign)) {
        return Some(format!("Windows cannot hold `{name}`: no name may have `{sign}` there"));
    }
    if name.ends_with(['.', ' ']) {
        let end = if name.ends_with('.') { "dot" } else { "space" };
        return Some(format!("Windows cannot hold `{name}`: it takes the {end} off the end"));
    }
    is_device(&stem).then(|| format!("Windows cannot hold `{name}`: `{stem}` is a device there"))
}

fn is_device(stem: &str) -> bool {
    let port = ["com", "lpt"].iter().find_map(|port| stem.strip_prefix(port));
    let numbered = |rest: &str| {
        let mut rest = rest.chars();
        let sign = rest.next();
        rest.next().is_none()
            && sign.is_some_and(|sign| sign.is_ascii_digit() || "¹²³".contains(sign))
    };
    DEVICES.contains(&stem) || port.is_some_and(numbered)
}
