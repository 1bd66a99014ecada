//! Names that the site or a system keeps for itself, so that no entry can have them as its id.

use std::sync::LazyLock;

/// Declares the facets by which a kind has pages, and with them the ids that no entry can have.
macro_rules! facets {
    ($($name:ident $text:literal)*) => {
        /// The names of facets, which are parts of addresses: `/models/size/1m-10m/`.
        pub mod facet {
            $(#[doc = concat!("`", $text, "`.")] pub const $name: &str = $text;)*

            /// All of them.
            pub const ALL: &[&str] = &[$($name),*];
        }
    };
}

facets! {
    ARCHITECTURE "architecture"
    CATEGORY "category"
    CODE "code"
    LICENCE "licence"
    OBJECTIVE "objective"
    PARADIGM "paradigm"
    SIZE "size"
    TAG "tag"
    TASK "task"
    TOKENIZATION "tokenization"
    TYPE "type"
    WEIGHTS "weights"
    YEAR "year"
}

/// The other pages and folders that the site has, or will have, beside the entries of a kind.
const PAGES: [&str; 12] = [
    "404", "all", "by", "compare", "data", "feed", "index", "new", "page", "search", "sitemap",
    "status",
];

/// What Windows keeps for devices: no file or folder can have such a name there.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Every name that cannot be an id, in alphabetical order.
#[must_use]
pub fn reserved() -> &'static [&'static str] {
    static ALL: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let mut all = [PAGES.as_slice(), &DEVICES, facet::ALL].concat();
        all.sort_unstable();
        all
    });
    &ALL
}
