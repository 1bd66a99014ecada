//! Which file of `entries/` is what: a setting, an entry of a kind, or something that would be lost in silence.

use std::collections::BTreeSet;

use super::EntryFile;
use crate::diag::{Code, Diag, ticked};
use crate::kinds::KindId;
use crate::source::{Content, FileId, Source};
use crate::value::{Id, nearest};

/// Where each file belongs.
#[derive(Default)]
pub(super) struct Tree {
    pub(super) survey: Option<FileId>,
    pub(super) vocabulary: Option<FileId>,
    pub(super) changes: Option<FileId>,
    pub(super) files: Vec<EntryFile>,
    unknown: BTreeSet<String>,
}

impl Tree {
    /// Puts a file, by its path below `entries/`, where it belongs; one that belongs nowhere is a finding.
    pub(super) fn place(
        &mut self,
        id: FileId,
        path: &str,
        source: &Source,
        findings: &mut Vec<Diag>,
    ) {
        if let Some(folder) = path.strip_suffix('/') {
            self.place_folder(id, folder, findings);
            return;
        }
        match path.split_once('/') {
            None => match path {
                "survey.yaml" => self.survey = Some(id),
                "vocabulary.yaml" => self.vocabulary = Some(id),
                "changes.yaml" => self.changes = Some(id),
                "LICENSE" | "README.md" if !matches!(source.content, Content::NotRegular(_)) => {}
                other => findings.push(stray(id, other, source)),
            },
            Some((folder, name)) => match KindId::of_folder(folder) {
                Some(kind) => self.place_entry(id, kind, name, source, findings),
                None => self.place_folder(id, folder, findings),
            },
        }
    }

    /// A folder is spoken of once, not at every file in it.
    fn place_folder(&mut self, id: FileId, folder: &str, findings: &mut Vec<Diag>) {
        if let Some((kind, _)) = folder.split_once('/') {
            if KindId::of_folder(kind).is_some() {
                findings.push(nested(id, kind));
            }
        } else if KindId::of_folder(folder).is_none() && self.unknown.insert(folder.to_owned()) {
            findings.push(unknown_folder(id, folder));
        }
    }

    fn place_entry(
        &mut self,
        file: FileId,
        kind: KindId,
        name: &str,
        source: &Source,
        findings: &mut Vec<Diag>,
    ) {
        if name.contains('/') {
            findings.push(nested(file, kind.folder()));
            return;
        }
        let Some(stem) = name.strip_suffix(".yaml") else {
            findings.push(stray(file, name, source));
            return;
        };
        match stem.parse::<Id>() {
            Ok(id) => self.files.push(EntryFile { kind, id, file }),
            Err(why) => {
                let help = match (&why.instead, why.help) {
                    (Some(instead), _) => format!("rename the file to `{instead}.yaml`"),
                    (None, Some(help)) => format!("rename the file: {help}"),
                    (None, None) => "rename the file".to_owned(),
                };
                let message = match why.label {
                    Some(label) => format!("the file name `{stem}` cannot be an id: {label}"),
                    None => format!("the file name `{stem}` cannot be an id"),
                };
                findings.push(Diag::new(why.code, file.top(), message).help(help));
            }
        }
    }
}

fn nested(id: FileId, folder: &str) -> Diag {
    Diag::new(
        Code::StrayFile,
        id.top(),
        format!("nothing below a folder of `entries/{folder}` is read"),
    )
    .help(format!("move the entries to entries/{folder}/ itself"))
}

fn stray(id: FileId, name: &str, source: &Source) -> Diag {
    if let Content::NotRegular(what) = source.content {
        return Diag::new(
            Code::NotRegularFile,
            id.top(),
            format!("this is a {what}, not a regular file"),
        )
        .help(format!(
            "put a plain file or folder in its place; a {what} is never followed or opened"
        ));
    }
    let lower = name.to_ascii_lowercase();
    let endings = [".yaml.txt", ".yml", ".yaml", ".json"];
    if let Some(stem) = endings.iter().find_map(|end| lower.strip_suffix(end))
        && name.strip_suffix(".yaml").is_none()
    {
        return Diag::new(Code::WrongExtension, id.top(), format!("`{name}` would not be read"))
            .help(format!("rename it to `{stem}.yaml`"));
    }
    let diag = Diag::new(Code::StrayFile, id.top(), format!("`{name}` is not a file of a list"));
    if name.strip_suffix(".yaml").is_some() {
        let folders: Vec<String> =
            KindId::ALL.iter().map(|kind| format!("entries/{}", kind.folder())).collect();
        return diag.help(format!(
            "move it to the folder of its kind: {}",
            ticked(folders.iter().map(String::as_str))
        ));
    }
    diag.help("delete it, or move it out of entries/")
}

fn unknown_folder(id: FileId, folder: &str) -> Diag {
    let folders: Vec<&str> = KindId::ALL.iter().map(|kind| kind.folder()).collect();
    let message = format!("`entries/{folder}` is not the folder of a kind");
    let help = match nearest(folder, folders.iter().copied()) {
        Some(near) => format!("did you mean `entries/{near}`?"),
        None => format!("the folders are {}", ticked(folders.iter().copied())),
    };
    Diag::new(Code::UnknownFolder, id.top(), message).help(help)
}
