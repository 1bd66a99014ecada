//! The parts of a file: every entry of a map or list with the comments that belong to it.

/// A comment on a line of its own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Remark<'t> {
    pub(super) blank: bool,
    pub(super) text: &'t str,
}

/// A comment behind something, with the space between.
#[derive(Debug, Clone, Copy)]
pub(super) struct Note<'t> {
    pub(super) gap: usize,
    pub(super) text: &'t str,
}

/// A file.
#[derive(Debug)]
pub(super) struct Document<'t> {
    /// Comments that speak of the file as a whole and stay at its top.
    pub(super) header: Vec<Remark<'t>>,
    /// Whether a blank line stands below them.
    pub(super) header_apart: bool,
    /// The root, as if it stood behind a key.
    pub(super) root: Entry<'t>,
    /// Comments after a root in brackets.
    pub(super) end: Vec<Remark<'t>>,
}

/// A pair of a map or an item of a list, in block style.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    /// Whether a blank line stands before it, below its remarks.
    pub(super) blank: bool,
    pub(super) remarks: Vec<Remark<'t>>,
    /// The key as it is written, and what it says.
    pub(super) key: Option<(&'t str, &'t str)>,
    /// The comment behind the key, where the value begins on a line below.
    pub(super) head: Option<Note<'t>>,
    pub(super) body: Body<'t>,
    pub(super) note: Option<Note<'t>>,
}

/// A value.
#[derive(Debug)]
pub(super) enum Body<'t> {
    Nothing,
    /// A plain or quoted text; one of several lines may begin below its key.
    Text {
        text: &'t str,
        below: bool,
    },
    /// A text under `|` or `>`, with the number of spaces before its lines.
    Literal {
        text: &'t str,
        indent: usize,
    },
    Flow(Flow<'t>),
    Block(Children<'t>),
}

/// The entries of a block.
#[derive(Debug)]
pub(super) struct Children<'t> {
    pub(super) entries: Vec<Entry<'t>>,
    /// Comments after the last entry that stand as deep as the entries.
    pub(super) tail: Vec<Remark<'t>>,
}

/// A map or list in brackets.
#[derive(Debug)]
pub(super) struct Flow<'t> {
    pub(super) brackets: (char, char),
    pub(super) note: Option<Note<'t>>,
    pub(super) items: Vec<Item<'t>>,
    pub(super) comma_at_end: bool,
    pub(super) tail: Vec<&'t str>,
    pub(super) close_below: bool,
}

/// A pair or an item between brackets.
#[derive(Debug)]
pub(super) struct Item<'t> {
    /// Whether it begins on a line of its own.
    pub(super) below: bool,
    pub(super) remarks: Vec<&'t str>,
    pub(super) key: Option<(&'t str, &'t str)>,
    pub(super) colon: bool,
    pub(super) body: Body<'t>,
    pub(super) note: Option<Note<'t>>,
}
