//! Addresses in links: what may not stand in one is encoded, and what may stays as it is.

use listwright::value::linkable;
use proptest::prelude::*;

#[test]
fn what_has_no_place_in_an_address_is_encoded() {
    for (address, expected) in [
        ("https://example.org/论文?a=[1]&b=(2)", "https://example.org/论文?a=%5B1%5D&b=(2)"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/%2", "https://example.org/%252"),
        ("https://example.org/%zz%20", "https://example.org/%25zz%20"),
        ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
        ("https://example.org/a?b=%5B#c", "https://example.org/a?b=%5B#c"),
    ] {
        assert_eq!(linkable(address), expected);
    }
}

proptest! {
    #[test]
    fn encoded_address_is_left_as_it_is(address in "https://example\\.org/[a-z%0-9#?\\[\\]模]{0,20}") {
        let once = linkable(&address).into_owned();
        prop_assert_eq!(&*linkable(&once), &once);
        prop_assert!(!once.contains(['[', ']']) && once.matches('#').count() < 2);
    }
}
