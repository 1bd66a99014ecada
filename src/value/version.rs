//! The name of a version of the list, which is the name of its tag too.

use std::fmt;

use super::{Malformed, quoted};
use crate::diag::Code;

/// The most characters a name of a version may have.
const LONGEST: usize = 40;

/// The name of a version, such as `2026.11` or `v1.2`: as it was typed, as YAML would make `2026.1` of `2026.10`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version(String);

text_value!(Version, Code::BadSetting);

impl Version {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn examine(text: &str) -> Result<Self, Malformed> {
        if fits(text) {
            return Ok(Self(text.to_owned()));
        }
        let refusal = Malformed::new(
            Code::BadSetting,
            format!("{} is not the name of a version", quoted(text)),
        );
        let refusal =
            if text.chars().count() > LONGEST { refusal.label("too long") } else { refusal };
        let tidy = text.split_whitespace().collect::<Vec<_>>().join("-");
        Err(if fits(&tidy) {
            refusal.suggest(tidy)
        } else {
            refusal.help(
                "write letters, digits and single `.`, `-` or `_`, such as `2026.11`: the tag of the release has this name",
            )
        })
    }
}

/// Whether git takes it for a tag and an address needs no escapes for it.
fn fits(text: &str) -> bool {
    let mark = |c: char| matches!(c, '.' | '-' | '_');
    !text.is_empty()
        && text.len() <= LONGEST
        && text.chars().all(|c| c.is_ascii_alphanumeric() || mark(c))
        && !text.starts_with(mark)
        && !text.ends_with(mark)
        && !text.contains("..")
        && text.rsplit('.').next().is_none_or(|end| !end.eq_ignore_ascii_case("lock"))
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
