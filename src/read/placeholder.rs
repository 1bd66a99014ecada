//! What stands in an example where only the writer can know: one set of texts, so that what `listwright new` writes and what the check finds left over cannot differ.

use crate::kinds::KindId;

/// Stands for a text, a name or a route.
pub const GAP: &str = "…";

/// Stands for an address.
pub const ADDRESS: &str = "https://example.org/page";

/// Stands for an author.
pub const PERSON: &str = "Given Family";

/// Stands for an id.
pub const ID: &str = "id-of-an-entry";

/// Stands for the id of an entry of a kind.
#[must_use]
pub fn id_of(kind: KindId) -> String {
    format!("id-of-a-{}", kind.noun())
}

/// Opens what is said of a value that somebody must give.
pub const TO_FILL_IN: &str = "FILL IN";

/// What people write where a value is still to come.
const MARKS: [&str; 4] = ["...", "todo", "tbd", "fixme"];

/// Whether a text is one of these and says nothing more.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    [GAP, ADDRESS, PERSON, ID].contains(&text)
        || text.starts_with(TO_FILL_IN)
        || MARKS.iter().any(|mark| text.trim_end_matches(':').eq_ignore_ascii_case(mark))
        || KindId::ALL.iter().any(|kind| text == id_of(*kind))
}
