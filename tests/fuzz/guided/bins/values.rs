//! The coverage-guided target `values`.
#![no_main]
include!("../guided.rs");
