//! changes.yaml: the list's own log of what was added and what changed.

use crate::diag::Code;
use crate::kinds::{KindId, Status};
use crate::read::{AsWritten, Read, Reader, SchemaVersion, Shape, record};
use crate::value::{Day, Id, Line};
use crate::yaml::Node;

record! {
    /// The log of a list.
    pub struct Log {
        /// The version of the schema the file is written for.
        schema: SchemaVersion = always,
        /// The commit up to which the log is written; `listwright diff --record` goes on from there.
        through: Option<CommitHash>,
        /// What changed, the newest first.
        changes: Vec<Change>,
    }
}

record! {
    /// What changed on a day.
    pub struct Change {
        /// The day.
        date: Option<Day> = always,
        /// Entries that were added.
        added: Vec<EntryPath>,
        /// Fields that changed.
        changed: Vec<FieldChange>,
        /// Entries whose status changed.
        status: Vec<StatusChange>,
    }
}

record! {
    /// A field that changed.
    pub struct FieldChange {
        /// The entry.
        entry: Option<EntryPath> = always,
        /// The route of the field.
        field: Line = always,
        /// What it was; absent where there was nothing.
        from: Option<AsWritten>,
        /// What it is; absent where there is nothing.
        to: Option<AsWritten>,
    }
}

record! {
    /// An entry whose status changed.
    pub struct StatusChange {
        /// The entry.
        entry: Option<EntryPath> = always,
        /// What it was.
        from: Option<Status> = always,
        /// What it is.
        to: Option<Status> = always,
        /// Why.
        reason: Option<Line>,
    }
}

/// The hash of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitHash(pub String);

impl CommitHash {
    /// The shortest beginning of a hash that is taken, and the longest hash.
    const LENGTHS: std::ops::RangeInclusive<usize> = 7..=64;
}

impl Read for CommitHash {
    fn shape() -> Shape {
        Shape::Line
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "the hash of a commit")?;
        let is_hash = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if Self::LENGTHS.contains(&text.len()) && text.bytes().all(is_hash) {
            return Some(Self(text.to_owned()));
        }
        let message = format!("`{text}` is not the hash of a commit");
        let diag = reader.find_at(Code::BadChange, node, message);
        diag.help = Some("write what `git rev-parse HEAD` prints, or delete the line".to_owned());
        None
    }
}

/// An entry with its kind, such as `models/alder`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPath {
    /// The kind.
    pub kind: KindId,
    /// The id.
    pub id: Id,
}

impl Read for EntryPath {
    fn shape() -> Shape {
        Shape::EntryPath
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "an entry such as `models/rna-fm`")?;
        let parts = text.split_once('/');
        let kind = parts.and_then(|(folder, _)| KindId::of_folder(folder));
        let id = parts.and_then(|(_, id)| id.parse().ok());
        if let (Some(kind), Some(id)) = (kind, id) {
            return Some(Self { kind, id });
        }
        let diag =
            reader.find_at(Code::BadChange, node, format!("`{text}` does not name an entry"));
        diag.help = Some("write the folder and the id, such as `models/rna-fm`".to_owned());
        None
    }
}
