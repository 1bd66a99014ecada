//! From the parser's positions to ours.

use super::characters::unusual;

/// Positions of the parser are counted in characters, ours in bytes.
pub(super) struct Bytes {
    /// Behind each character of several bytes: how many characters and how many bytes stand before that place.
    wide: Vec<(usize, usize)>,
    /// How many bytes there are in all.
    length: usize,
}

impl Bytes {
    /// Notes the characters of a text that have several bytes.
    pub(super) fn of(text: &str) -> Self {
        let mut surplus = 0;
        let behind = |(at, character): (usize, char)| {
            let end = at + character.len_utf8();
            surplus += character.len_utf8() - 1;
            (end - surplus, end)
        };
        Self { wide: unusual(text).map(behind).collect(), length: text.len() }
    }

    /// The byte of a character.
    pub(super) fn at(&self, character: usize) -> u32 {
        let before = self.wide.partition_point(|(characters, _)| *characters <= character);
        let last = before.checked_sub(1).and_then(|last| self.wide.get(last));
        let (characters, bytes) = last.copied().unwrap_or((0, 0));
        let at = bytes + (character - characters);
        u32::try_from(at.min(self.length)).unwrap_or(u32::MAX)
    }

    /// The bytes of a run of characters.
    pub(super) fn place(&self, start: usize, end: usize) -> (u32, u32) {
        (self.at(start), self.at(end))
    }
}
