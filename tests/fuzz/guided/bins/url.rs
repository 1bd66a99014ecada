//! The coverage-guided target `url`.
#![no_main]
include!("../guided.rs");
