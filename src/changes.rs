//! changes.yaml: the list's own log of what was added and what changed.

use crate::diag::Code;
use crate::kinds::{KindId, Status};
use crate::read::{AsWritten, Read, Reader, SchemaVersion, Shape, record};
use crate::value::{Date, Id, Line};
use crate::yaml::Node;

record! {
    /// The log of a list.
    pub struct Log {
        /// The version of the schema the file is written for.
        schema: SchemaVersion = always,
        /// What changed, the newest first.
        changes: Vec<Change>,
    }
}

record! {
    /// What changed on a day.
    pub struct Change {
        /// The day.
        date: Option<Date> = always,
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

/// An entry with its kind, such as `models/rna-fm`.
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
