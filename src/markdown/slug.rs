//! The names that GitHub gives to headings, so that a link within the page can be checked and written.

mod kept;

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use self::kept::KEPT;

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
///
/// The text is made small first, as a whole: the sigma at the end of a word is another letter than one within it.
#[must_use]
pub fn slug(heading_text: &str) -> String {
    let small = heading_text.to_lowercase();
    let kept = small.chars().filter(|character| *character == ' ' || is_kept(*character));
    kept.map(|character| if character == ' ' { '-' } else { character }).collect()
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

/// Whether a character in small letters stands in the name as it is.
fn is_kept(character: char) -> bool {
    KEPT.partition_point(|&edge| edge <= u32::from(character)) % 2 == 1
}
