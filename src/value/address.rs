//! An address as a link carries it: whatever may not stand in one as it is, is percent-encoded.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The address with `[`, `]`, a second `#` and a `%` that begins no pair of digits encoded.
///
/// Browsers follow an address with such characters, but HTML does not count it as valid. A host in brackets would be
/// spoilt; [`Url`](super::Url) takes none.
#[must_use]
pub fn linkable(address: &str) -> Cow<'_, str> {
    if !address.contains(['[', ']', '%']) && address.matches('#').nth(1).is_none() {
        return Cow::Borrowed(address);
    }
    let mut out = String::with_capacity(address.len() + 8);
    let mut fragment = false;
    for (at, character) in address.char_indices() {
        let encoded = match character {
            '[' | ']' => true,
            '%' => !begins_pair(address.as_bytes().get(at + 1..).unwrap_or_default()),
            '#' => std::mem::replace(&mut fragment, true),
            _ => false,
        };
        if encoded {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{:02X}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

fn begins_pair(rest: &[u8]) -> bool {
    matches!(rest, [first, second, ..] if first.is_ascii_hexdigit() && second.is_ascii_hexdigit())
}
