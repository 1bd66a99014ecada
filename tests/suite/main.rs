//! Every test of the library and the command line, in one binary; `door` is the way in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

mod door;
mod edit;
mod edit_commands;
mod markdown;
mod values;
