//! From a YAML tree to typed records: every field is declared once, read once, and every mistake of a file is said in one run.

mod example;
mod field;
mod given;
mod order;
mod reader;
mod references;
mod scalars;
mod structures;

pub use field::{Field, Need, Record, Shape, route_exists};
pub(crate) use field::{fill_field, record};
pub use given::{Given, Leaf, leaves};
pub use order::order_of;
pub use reader::{Context, FIRST_LANGUAGE, Reader, Target, Use};
pub use references::references;
pub use scalars::{AsWritten, Choice, FromText, Ref, Route, SchemaVersion, Section, Word, choice};
pub use structures::{Either, Read, read_record};

pub(crate) use scalars::{choices, unknown_language};
pub(crate) use structures::{check_keys, check_needs, pairs};
