//! What must hold between the entries of a list: named statements, one file per topic; none stops another.

mod blocks;
mod changes;
mod charts;
mod dates;
mod duplicates;
mod identifiers;
mod identity;
mod leaderboards;
mod links;
mod markup;
mod names;
mod scores;
mod settings;
mod sources;
mod status;
mod variants;
mod vocabulary;

pub use settings::{FOLDERS, SHOWN_BYTES};

use crate::catalog::Catalog;
use crate::diag::Diag;
use crate::source::Sources;

/// What a check looks at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'c> {
    /// The entries.
    pub catalog: &'c Catalog,
    /// The files, for those findings that have no entry.
    pub sources: &'c Sources,
}

/// A check adds what it finds.
pub type Check = fn(Subject<'_>, &mut Vec<Diag>);

/// Every check, named by the statement that holds when all is well.
pub const CHECKS: &[&[(&str, Check)]] = &[
    names::CHECKS,
    identity::CHECKS,
    identifiers::CHECKS,
    status::CHECKS,
    duplicates::CHECKS,
    dates::CHECKS,
    links::CHECKS,
    markup::CHECKS,
    variants::CHECKS,
    leaderboards::CHECKS,
    scores::CHECKS,
    sources::CHECKS,
    vocabulary::CHECKS,
    settings::CHECKS,
    blocks::CHECKS,
    charts::CHECKS,
    changes::CHECKS,
];

/// Runs every check.
pub fn run(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for (_, check) in CHECKS.iter().copied().flatten() {
        check(subject, findings);
    }
}
