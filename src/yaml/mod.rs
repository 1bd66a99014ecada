//! The strict door for YAML: from a text to a tree whose every key and value knows its place.

mod bytes;
mod characters;
mod door;
pub mod edit;
mod layout;
mod node;
mod place;
mod plain;
mod syntax;

pub(crate) use door::unread;
pub use door::{DEEPEST, parse};
pub use layout::{Order, comments, layout, same};
pub use node::{Key, Node, Pair, Part, Scalar, Value};
pub use plain::{Other, quoted, reads_as, written};
