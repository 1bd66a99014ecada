//! The strict door for YAML: from a text to a tree whose every key and value knows its place.

mod bytes;
mod characters;
mod door;
pub mod edit;
mod escapes;
mod joiners;
mod layout;
mod mend;
mod node;
mod place;
mod plain;
mod syntax;

pub(crate) use door::unread;
pub use door::{DEEPEST, parse};
pub use layout::{Order, comments, layout, same};
pub(crate) use mend::{
    between_wide_commas, in_plain_brackets, pair_in_text, with_dashes, without_marks,
};
pub use node::{Key, Node, Pair, Part, Scalar, Value};
pub use plain::{Other, enclosed, is_number_sign, quoted, reads_as, written};
