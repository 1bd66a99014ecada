//! The texts that were read, in an arena sorted by path, and places within them as byte ranges.

use std::borrow::Cow;
use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;

/// The longest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 1 << 20;

/// A handle to a file of [`Sources`]; files are ordered by path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(u32);

/// A byte range in a file's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// What was found at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A text; a byte order mark is gone and line ends are `\n`.
    Text(String),
    /// A file that is not UTF-8, read lossily, with the byte at which it stops being UTF-8.
    NotUtf8 {
        /// The text with U+FFFD for what is no text.
        lossy: String,
        /// The first byte that is not UTF-8, in `lossy`.
        at: u32,
    },
    /// A file larger than [`LARGEST_FILE`], with its size in bytes.
    TooLarge(u64),
    /// Something that is not a regular file, such as `symbolic link`.
    NotRegular(&'static str),
    /// A file that the system would not give, with its reason.
    Unreadable(String),
    /// A regular file whose bytes no check needs: a static file, or what a system left among the others.
    Unread,
}

/// A file as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path from the list's root, with `/` between its parts.
    pub path: String,
    /// What stood there.
    pub content: Content,
    /// The text as it stands on disk, where a byte order mark or other line ends tell it from `content`.
    pub on_disk: Option<String>,
}

impl Source {
    /// A source whose text stands on disk as it is read.
    #[must_use]
    pub fn new(path: impl Into<String>, content: Content) -> Self {
        Self { path: path.into(), content, on_disk: None }
    }

    /// Makes a source from the bytes of a regular file.
    #[must_use]
    pub fn from_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        let content = match String::from_utf8(bytes) {
            Ok(text) => {
                return match unified(&text) {
                    Some(read) => {
                        Self { on_disk: Some(text), ..Self::new(path, Content::Text(read)) }
                    }
                    None => Self::new(path, Content::Text(text)),
                };
            }
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let at = u32::try_from(valid).unwrap_or(u32::MAX);
                let lossy = String::from_utf8_lossy(error.as_bytes()).into_owned();
                Content::NotUtf8 { lossy, at }
            }
        };
        Self::new(path, content)
    }

    /// The text as it stands on disk; empty where there is none.
    #[must_use]
    pub fn raw(&self) -> &str {
        self.on_disk.as_deref().unwrap_or_else(|| self.text())
    }

    /// The text to show an excerpt of; empty where there is none.
    #[must_use]
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Text(text) | Content::NotUtf8 { lossy: text, .. } => text,
            Content::TooLarge(_)
            | Content::NotRegular(_)
            | Content::Unreadable(_)
            | Content::Unread => "",
        }
    }
}

/// All files of a run, sorted by path, so that every later pass is deterministic.
#[derive(Debug, Clone, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Sorts files into an arena; of two with the same path the first is kept.
    #[must_use]
    pub fn new(mut files: Vec<Source>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|b, a| a.path == b.path);
        Self(files)
    }

    /// The files with their handles, in the order of their paths.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (FileId, &Source)> {
        self.0
            .iter()
            .enumerate()
            .map(|(at, source)| (FileId(at.try_into().unwrap_or(u32::MAX)), source))
    }

    /// The file behind a handle.
    #[must_use]
    pub fn file(&self, id: FileId) -> &Source {
        const GONE: &Source =
            &Source { path: String::new(), content: Content::Text(String::new()), on_disk: None };
        self.0.get(id.0 as usize).unwrap_or(GONE)
    }

    /// The handle of the file at a path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<FileId> {
        let at = self.0.binary_search_by(|source| source.path.as_str().cmp(path)).ok()?;
        u32::try_from(at).ok().map(FileId)
    }
}

impl Sources {
    /// The same files, some of them with another text.
    #[must_use]
    pub fn with_texts<'t>(&self, text: impl Fn(FileId) -> Option<&'t str>) -> Self {
        let edited = |(id, source): (FileId, &Source)| match text(id) {
            Some(text) => Source::new(source.path.clone(), Content::Text(text.to_owned())),
            None => source.clone(),
        };
        Self(self.iter().map(edited).collect())
    }
}

impl FileId {
    /// A place in this file.
    #[must_use]
    pub fn span(self, range: Range<usize>) -> Span {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file: self, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The place before the file's first character, for findings about the file as a whole.
    #[must_use]
    pub fn top(self) -> Span {
        self.span(0..0)
    }
}

impl Span {
    /// A place in no file, for findings about a list that has none.
    #[must_use]
    pub fn nowhere() -> Self {
        FileId(u32::MAX).top()
    }

    /// The bytes as a range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A name of a file with its letters composed (NFC): some systems give `é` back as `e` and an accent.
#[must_use]
pub fn composed(name: &str) -> Cow<'_, str> {
    const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
    NFC.normalize(name)
}

/// The line and the column of a byte, both counted from one, the column in characters.
#[must_use]
pub fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = text.get(..at).unwrap_or("");
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(line_start..).unwrap_or("").chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

/// The text without byte order mark and with `\n` at the end of its lines, where that is another one.
fn unified(text: &str) -> Option<String> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    if bare.contains("\r\n") {
        return Some(bare.replace("\r\n", "\n"));
    }
    (bare.len() < text.len()).then(|| bare.to_owned())
}
