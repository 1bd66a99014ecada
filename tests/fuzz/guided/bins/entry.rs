//! The coverage-guided target `entry`.
#![no_main]
include!("../guided.rs");
