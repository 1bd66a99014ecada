//! How many files a list has, by what they are for, so that every command counts them in the same words.

use std::fmt;

use super::FOLDER;
use crate::kinds::KindId;
use crate::source::{Content, Sources};

/// The list's own files beside the entries.
const SETTINGS: [&str; 3] = ["survey.yaml", "vocabulary.yaml", "changes.yaml"];

/// Numbers of files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Files that stand where an entry stands.
    pub entries: usize,
    /// survey.yaml, vocabulary.yaml and changes.yaml.
    pub settings: usize,
    /// The list's own templates.
    pub templates: usize,
    /// What is none of these.
    pub others: usize,
}

impl Tally {
    /// Counts everything that was read.
    #[must_use]
    pub fn of(sources: &Sources) -> Self {
        let mut tally = Self::default();
        let unread =
            |content: &Content| matches!(content, Content::NotRegular("folder") | Content::Unread);
        for (_, source) in sources.iter().filter(|(_, source)| !unread(&source.content)) {
            tally.count(&source.path);
        }
        tally
    }

    /// Counts one file by its path from the list's root.
    pub fn count(&mut self, path: &str) {
        let mut parts = path.split('/');
        let place = (parts.next().unwrap_or_default(), parts.next(), parts.next(), parts.next());
        let counter = match place {
            (FOLDER, Some(name), None, _) if SETTINGS.contains(&name) => &mut self.settings,
            (FOLDER, Some(folder), Some(name), None)
                if KindId::of_folder(folder).is_some() && name.strip_suffix(".yaml").is_some() =>
            {
                &mut self.entries
            }
            ("templates", Some(_), ..) => &mut self.templates,
            _ => &mut self.others,
        };
        *counter += 1;
    }

    /// The sum.
    #[must_use]
    pub fn files(self) -> usize {
        self.entries + self.settings + self.templates + self.others
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [
            (self.entries, "entry", "entries"),
            (self.settings, "file of settings", "files of settings"),
            (self.templates, "template", "templates"),
            (self.others, "other file", "other files"),
        ];
        let there = |(at, (number, one, several)): (usize, &(usize, &str, &str))| match *number {
            0 if at > 0 => None,
            1 => Some(format!("1 {one}")),
            number => Some(format!("{number} {several}")),
        };
        let parts: Vec<String> = parts.iter().enumerate().filter_map(there).collect();
        match parts.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                write!(f, "{} and {last}", rest.join(", "))
            }
            _ => f.write_str(&parts.concat()),
        }
    }
}
