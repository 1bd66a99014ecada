//! `listwright schema`: the JSON Schema of a kind, with the words and languages of this list.

use super::check::code;
use super::{Console, FINE, Failed, Surroundings, open};
use crate::cli::{Cli, Schema};
use crate::schema;

pub(super) fn run(
    cli: &Cli,
    args: &Schema,
    surroundings: &Surroundings,
    console: &mut Console<'_>,
) -> Result<u8, Failed> {
    let (project, examined) = open(cli, None, surroundings, console)?;
    // Entries may have errors; the files that the schema is made of may not, or it would lack their words.
    let mut findings = examined.findings;
    findings.retain(|finding| {
        let path = &project.sources.file(finding.span.file).path;
        matches!(path.as_str(), "entries/survey.yaml" | "entries/vocabulary.yaml")
    });
    let code = code(&findings, false);
    if code != FINE {
        console.findings(&findings, &project.sources);
        return Ok(code);
    }
    let catalog = &examined.catalog;
    console.data(&schema::schema(
        args.kind,
        &catalog.languages,
        &catalog.vocabulary,
        &catalog.registry,
    ));
    Ok(FINE)
}
