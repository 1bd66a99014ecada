//! The coverage-guided target `slug`.
#![no_main]
include!("../guided.rs");
