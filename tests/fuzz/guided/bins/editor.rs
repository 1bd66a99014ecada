//! The coverage-guided target `editor`.
#![no_main]
include!("../guided.rs");
