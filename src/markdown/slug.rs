//! The names that GitHub gives to headings, so that a link within the page can be checked and written.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The names of a page's headings, given out in their order on the page.
#[derive(Debug, Clone, Default)]
pub struct Slugger {
    /// Every name that was given out, with the last number that was put behind it.
    taken: BTreeMap<String, usize>,
}

impl Slugger {
    /// The name of the next heading, whose rendered text is given.
    pub fn slug(&mut self, heading_text: &str) -> String {
        let name = slug(heading_text);
        let Some(last) = self.taken.get(&name).copied() else {
            self.taken.insert(name.clone(), 0);
            return name;
        };
        let mut number = last + 1;
        let mut numbered = format!("{name}-{number}");
        while self.taken.contains_key(&numbered) {
            number += 1;
            numbered = format!("{name}-{number}");
        }
        self.taken.insert(name, number);
        self.taken.insert(numbered.clone(), 0);
        numbered
    }
}

/// The name of a heading that is the only one of its text.
#[must_use]
pub fn slug(heading_text: &str) -> String {
    let mut out = String::with_capacity(heading_text.len());
    for character in heading_text.chars() {
        match character {
            ' ' | '-' => out.push('-'),
            _ if is_word(character) => out.extend(character.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// The rendered text of a heading whose Markdown is given, without the hashes.
#[must_use]
pub fn heading_text(markdown: &str) -> String {
    let (mut out, mut images) = (String::new(), 0_usize);
    // Read as a heading, so that what would be a list or a quotation on a line of its own is text.
    let heading = format!("# {}", super::fold(markdown));
    for event in Parser::new_ext(&heading, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images = images.saturating_sub(1),
            Event::Text(text) | Event::Code(text) if images == 0 => out.push_str(&text),
            _ => {}
        }
    }
    out
}

/// A letter, a mark, a number or a connector, as Unicode sorts characters.
fn is_word(character: char) -> bool {
    let code = u32::from(character);
    let mark = MARKS.partition_point(|&edge| edge <= code) % 2 == 1;
    // Letters in circles and squares count as alphabetic, but are symbols.
    let symbol =
        matches!(code, 0x24b6..=0x24e9 | 0x1f130..=0x1f149 | 0x1f150..=0x1f169 | 0x1f170..=0x1f189);
    let connector = matches!(
        character,
        '_' | '\u{203f}' | '\u{2040}' | '\u{2054}' | '\u{fe33}' | '\u{fe34}' | '\u{fe4d}'
            ..='\u{fe4f}' | '\u{ff3f}'
    );
    mark || connector || (character.is_alphanumeric() && !symbol)
}

/// Runs of marks and letters with every mark that is not alphabetic: the first character of a run, and the one after it.
const MARKS: [u32; 214] = [
    0x300, 0x363, 0x483, 0x48a, 0x591, 0x5b0, 0x658, 0x659, 0x6df, 0x6e1, 0x6ea, 0x6ed, 0x740,
    0x7f4, 0x7fd, 0x7fe, 0x818, 0x82e, 0x859, 0x85c, 0x898, 0x8e2, 0x8ea, 0x955, 0x9bc, 0x9ce,
    0x9fe, 0xa4e, 0xabc, 0xace, 0xafd, 0xb56, 0xbcd, 0xbce, 0xc3c, 0xc4e, 0xcbc, 0xd4e, 0xdca,
    0xdcb, 0xe47, 0xe4f, 0xeba, 0xecd, 0xf18, 0xf1a, 0xf35, 0xf36, 0xf37, 0xf38, 0xf39, 0xf3a,
    0xf3e, 0xf85, 0xf86, 0xf88, 0xfc6, 0xfc7, 0x1037, 0x103b, 0x135d, 0x1360, 0x1714, 0x1735,
    0x17b4, 0x17d4, 0x17dd, 0x17de, 0x180b, 0x180e, 0x180f, 0x193c, 0x1a60, 0x1a80, 0x1ab0, 0x1b45,
    0x1b6b, 0x1b74, 0x1baa, 0x1bf4, 0x1c37, 0x1c38, 0x1cd0, 0x1cd3, 0x1cd4, 0x1e00, 0x20d0, 0x20f1,
    0x2cef, 0x2cf2, 0x2d7f, 0x2d80, 0x302a, 0x3030, 0x3099, 0x309b, 0xa66f, 0xa673, 0xa67c, 0xa67e,
    0xa6f0, 0xa6f2, 0xa806, 0xa807, 0xa82c, 0xa82d, 0xa8c4, 0xa8c5, 0xa8e0, 0xa8f2, 0xa92b, 0xa92e,
    0xa953, 0xa954, 0xa9b3, 0xa9c1, 0xaabf, 0xaac2, 0xaaf6, 0xaaf7, 0xabec, 0xabee, 0xfe00, 0xfe10,
    0xfe20, 0xfe30, 0x101fd, 0x102e1, 0x10a38, 0x10a40, 0x10ae5, 0x10ae7, 0x10f46, 0x10f51,
    0x10f82, 0x10f86, 0x11046, 0x11047, 0x11070, 0x110bb, 0x11133, 0x11135, 0x11173, 0x11174,
    0x111c0, 0x111c1, 0x111c9, 0x111cd, 0x11235, 0x11237, 0x112e9, 0x11447, 0x1145e, 0x114c4,
    0x115bf, 0x115c1, 0x1163f, 0x11640, 0x116b6, 0x116b8, 0x1172b, 0x1172c, 0x11839, 0x1183b,
    0x1193d, 0x11944, 0x119e0, 0x119e1, 0x11a33, 0x11a35, 0x11a47, 0x11a9a, 0x11c3f, 0x11c40,
    0x11d42, 0x11d98, 0x16af0, 0x16af5, 0x16b30, 0x16b37, 0x16fe4, 0x16fe5, 0x1bc9d, 0x1bc9e,
    0x1cf00, 0x1cf47, 0x1d165, 0x1d16a, 0x1d16d, 0x1d173, 0x1d17b, 0x1d183, 0x1d185, 0x1d18c,
    0x1d1aa, 0x1d1ae, 0x1d242, 0x1d245, 0x1da00, 0x1da37, 0x1da3b, 0x1da6d, 0x1da75, 0x1da76,
    0x1da84, 0x1da85, 0x1da9b, 0x1e137, 0x1e2ae, 0x1e2f0, 0x1e8d0, 0x1e94b, 0xe0100, 0xe01f0,
];
