//! The coverage-guided target `cell`.
#![no_main]
include!("../guided.rs");
