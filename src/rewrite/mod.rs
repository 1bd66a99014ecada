//! Changes to a list's own files, as values: what would be written, before anything is.

mod fix;
mod format;
mod record;
mod rename;

pub use fix::{Fixed, fix};
pub use format::{Formatted, format};
pub use record::{Recorded, record};
pub use rename::{Refused, Renamed, rename};

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

use crate::diag::{Code, Finding, Severity};
use crate::source::{FileId, Source};

/// A file with its new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// The file.
    pub file: FileId,
    /// The text that it is to have on disk.
    pub text: String,
}

/// A hostile file can make the shortest diff very dear; after this time a longer one will do.
const DIFF_TIME: Duration = Duration::from_secs(2);

/// A text as it is to stand on disk, with the byte order mark and the line ends that the file has now.
fn as_on_disk(source: &Source, text: &str) -> String {
    let Some(raw) = &source.on_disk else { return text.to_owned() };
    let bare = raw.strip_prefix('\u{feff}').unwrap_or(raw);
    let lines: Vec<&str> = bare.split_inclusive('\n').collect();
    let end = line_end(bare);
    let mut out = if bare.len() < raw.len() { "\u{feff}".to_owned() } else { String::new() };
    let diff = TextDiff::configure().timeout(DIFF_TIME).diff_lines(source.text(), text);
    for change in diff.iter_all_changes() {
        match (change.tag(), change.old_index()) {
            (ChangeTag::Delete, _) => {}
            (ChangeTag::Equal, Some(at)) => out.push_str(lines.get(at).unwrap_or(&"")),
            (ChangeTag::Equal | ChangeTag::Insert, _) => {
                let line = change.value();
                let bare = line.strip_suffix('\n');
                out.push_str(bare.unwrap_or(line));
                out.push_str(if bare.is_some() { end } else { "" });
            }
        }
    }
    out
}

/// How most lines of a text end.
fn line_end(text: &str) -> &'static str {
    let windows = text.matches("\r\n").count();
    if windows * 2 > text.matches('\n').count() { "\r\n" } else { "\n" }
}

/// How bad findings are: what stops the reading of files weighs more than what stops the reading of values, and so on.
type Weight = [usize; 4];

/// The class of a code: 0 for what stops the reading of files, 1 for what stops that of values, 2 for what they mean.
fn class(code: Code) -> usize {
    match code {
        code if code <= Code::TooManyFindings => 0,
        code if code <= Code::UnknownWord => 1,
        _ => 2,
    }
}

fn weight<'f>(findings: impl Iterator<Item = &'f Finding>) -> Weight {
    let (mut door, mut values, mut meaning, mut warnings) = (0, 0, 0, 0);
    for finding in findings {
        let count = match finding.severity {
            Severity::Warning => &mut warnings,
            Severity::Error => match class(finding.code) {
                0 => &mut door,
                1 => &mut values,
                _ => &mut meaning,
            },
        };
        *count += 1;
    }
    [door, values, meaning, warnings]
}
