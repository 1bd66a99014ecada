//! Every test of the library and the command line, in one binary; `door` is the way in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::case_sensitive_file_extension_comparisons,
    missing_docs,
    reason = "a test may fail loudly, and speaks of files that it has made itself"
)]

mod allow;
mod anchors;
mod blessed;
mod breaks;
mod browser;
mod charts;
mod cite;
mod command_line;
mod connections;
mod coverage;
mod crash;
mod crawl;
mod data;
mod determinism;
mod dice;
mod diff;
mod docs;
mod door;
mod duplicates;
mod edit;
mod edit_commands;
mod editor;
#[cfg(unix)]
mod elsewhere;
mod empty_values;
mod explain;
mod export;
mod feed;
mod fidelity;
mod first_run;
mod folder;
mod foreign;
#[cfg(unix)]
mod forge;
mod fuzz;
mod git;
mod github;
mod golden;
mod growth;
mod help;
mod hostile;
mod hosts;
mod incremental;
#[cfg(unix)]
mod jobs;
mod leaderboards;
mod lists;
mod markdown;
mod mended;
mod metadata;
mod mistyped;
mod names;
mod neutral;
mod new;
mod node;
mod outputs;
mod own;
mod pages;
mod pictures;
mod python;
mod readme;
mod readme_views;
#[cfg(unix)]
mod rehearsal;
mod reports;
mod sample;
mod sarif;
mod schema;
mod scripts;
mod since;
mod site;
mod steps;
mod tables;
mod timeline;
mod values;
mod workflows;
mod yaml;
