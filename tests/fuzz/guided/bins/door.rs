//! The coverage-guided target `door`.
#![no_main]
include!("../guided.rs");
