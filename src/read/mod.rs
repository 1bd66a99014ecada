//! From a YAML tree to typed records: every field is declared once, read once, and every mistake of a file is said in one run.

mod addresses;
mod codes;
mod commas;
mod example;
mod field;
mod foreign;
mod given;
pub mod limits;
mod meant;
mod order;
pub mod placeholder;
mod reader;
mod references;
mod routes;
mod scalars;
mod structures;
mod texts;
mod words;

pub use addresses::{Named, addresses};
pub use codes::Allowable;
pub(crate) use codes::code_of_key;
pub use field::{Declared, Field, How, Need, Record, Shape};
pub(crate) use field::{fill_field, record};
pub use given::{Given, Leaf, leaves};
pub use order::order_of;
pub use reader::{Context, FIRST_LANGUAGE, Reader, Target, Use};
pub use references::references;
pub use routes::{Route, route_exists, shape_at};
pub use scalars::{FromText, Ref, SchemaVersion};
pub use structures::{Either, Read, read_record};
pub use texts::AsWritten;
pub use words::{Choice, DeclaredWord, Section, Word, choice};

pub(crate) use structures::{check_keys, check_needs, pairs};
pub(crate) use texts::unknown_language;
pub(crate) use words::choices;
