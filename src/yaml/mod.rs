//! The strict door for YAML: from a text to a tree whose every key and value knows its place.

mod bytes;
mod characters;
mod door;
mod node;
mod plain;
mod syntax;

pub(crate) use door::unread;
pub use door::{DEEPEST, parse};
pub use node::{Key, Node, Pair, Part, Scalar, Value};
pub use plain::{Other, quoted, reads_as, written};
