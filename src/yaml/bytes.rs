//! From the parser's positions to ours.

/// Positions of the parser are counted in characters, ours in bytes.
pub(super) enum Bytes {
    Ascii,
    Table(Vec<u32>),
}

impl Bytes {
    /// Counts the bytes before each character of a text.
    pub(super) fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::Ascii;
        }
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let mut table: Vec<u32> = text.char_indices().map(|(at, _)| clamp(at)).collect();
        table.push(clamp(text.len()));
        Self::Table(table)
    }

    /// The byte of a character.
    pub(super) fn at(&self, character: usize) -> u32 {
        match self {
            Self::Ascii => u32::try_from(character).unwrap_or(u32::MAX),
            Self::Table(table) => table.get(character).or(table.last()).copied().unwrap_or(0),
        }
    }

    /// The bytes of a run of characters.
    pub(super) fn place(&self, start: usize, end: usize) -> (u32, u32) {
        (self.at(start), self.at(end))
    }
}
