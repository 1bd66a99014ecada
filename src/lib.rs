//! Turns a folder of YAML entry files into a verified README, a site and citable data.
//!
//! ```text
//! project::load → catalog::read → resolve → checks::run → views → render → output::write
//!   disk→Sources    Sources→(Catalog, findings)           typed tables  outputs     disk
//!                   references   named statements
//! ```
//!
//! Only the first and the last step know the disk, and only [`commands`] print. Reading never fails: it returns what
//! could be read and what is wrong with the rest.
//!
//! A list can be read from values, without a disk:
//!
//! ```
//! use listwright::diag::{Style, report};
//! use listwright::examine::examine;
//! use listwright::source::{Source, Sources};
//!
//! let file = |path: &str, text: &str| Source::from_bytes(path, text.as_bytes().to_vec());
//! let sources = Sources::new(vec![
//!     file("entries/survey.yaml", "schema: 1\ntitle: A survey\nlanguages: [en]\n"),
//!     file("entries/vocabulary.yaml", "schema: 1\ncategory: {language: {en: Language model}}\n"),
//!     file(
//!         "entries/models/rna-fm.yaml",
//!         "name: RNA-FM\ncategory: langauge\nreleased: 2022.04\npapers: [arXiv:2204.00300]\n",
//!     ),
//! ]);
//! let examined = examine(&sources, None);
//!
//! let codes: Vec<&str> = examined.findings.iter().map(|finding| finding.code.as_str()).collect();
//! assert_eq!(codes, ["unknown-word", "bad-date"]);
//! assert!(examined.has_errors());
//! assert_eq!(examined.findings[1].instead.as_deref(), Some("2022-04"));
//!
//! let said = report(&examined.findings[0], &sources, Style::Plain);
//! assert!(said.starts_with("error[unknown-word]: `langauge` is not a word"));
//! assert!(said.contains("did you mean `language`?"));
//! ```

pub mod catalog;
pub mod changes;
pub mod checks;
pub mod cli;
pub mod commands;
pub mod config;
pub mod diag;
pub mod diff;
pub mod examine;
pub mod git;
pub mod kinds;
pub mod limits;
pub mod litter;
pub mod markdown;
pub mod output;
mod plain;
pub mod project;
pub mod read;
pub mod render;
pub mod resolve;
pub mod rewrite;
pub mod scaffold;
pub mod schema;
pub mod since;
pub mod source;
mod tex;
pub mod theme;
pub mod value;
pub mod verdict;
pub mod views;
pub mod vocabulary;
pub mod yaml;
