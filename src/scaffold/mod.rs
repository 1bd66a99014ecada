//! A new entry: what is known is written, what must be known is marked, and the rest waits in comments.

mod draft;
mod example;
mod given;
mod write;

pub use draft::{Draft, List, Taken, draft};
pub use given::Given;
pub use write::{Scaffold, write};
