//! The coverage-guided target `markdown`.
#![no_main]
include!("../guided.rs");
