//! Turns a folder of YAML entry files into a verified README, a site and citable data.
//!
//! ```text
//! project::load → catalog::read → resolve → checks::run → views → render::outputs → output::apply
//!    disk→Sources   Sources→(Catalog, findings)   ids, references   named rules   typed tables   Vec<Output>   disk | diff
//! ```
//!
//! Only the first and the last step know the disk, and only [`commands`] print. Reading never fails: it returns what
//! could be read and what is wrong with the rest.

pub mod catalog;
pub mod changes;
pub mod checks;
pub mod cli;
pub mod commands;
pub mod config;
pub mod diag;
pub mod examine;
pub mod kinds;
pub mod markdown;
pub mod output;
pub mod project;
pub mod read;
pub mod render;
pub mod resolve;
pub mod rewrite;
pub mod source;

pub mod theme;
pub mod value;
pub mod views;
pub mod vocabulary;
pub mod yaml;
