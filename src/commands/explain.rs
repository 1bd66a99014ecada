//! `listwright explain`: what a finding means, and an example of what is wrong and of what is right.

use super::{Console, FINE, Failed};
use crate::catalog;
use crate::cli::{Cli, Explain};
use crate::diag::{Code, explain};
use crate::project;
use crate::source::Sources;
use crate::value::nearest;

pub(super) fn run(cli: &Cli, args: &Explain, console: &mut Console<'_>) -> Result<u8, Failed> {
    let Some(wanted) = &args.code else {
        console.data(&explain::list());
        console.tell("\n`listwright explain CODE` says more about one of them");
        return Ok(FINE);
    };
    let tidy = wanted.trim().to_ascii_lowercase().replace([' ', '_'], "-");
    let Some(code) = Code::ALL.iter().find(|code| code.as_str() == tidy) else {
        let near = nearest(&tidy, Code::ALL.iter().map(|code| code.as_str()));
        return Err(match near {
            Some(near) => format!("there is no code `{wanted}`: did you mean `{near}`?"),
            None => format!("there is no code `{wanted}`: `listwright explain` lists them all"),
        });
    };
    console.data(&explain::text(*code));
    if let Some(level) = set_by_the_list(cli, *code)? {
        console.data(&format!("This list sets it to `{level}`, in entries/survey.yaml.\n"));
    }
    Ok(FINE)
}

/// What the list has set for a code, where there is a list; explaining needs none.
fn set_by_the_list(cli: &Cli, code: Code) -> Result<Option<&'static str>, Failed> {
    let root = match project::find_root(cli.root.as_deref()) {
        Ok(root) => root,
        Err(why) if cli.root.is_some() => return Err(why.0),
        Err(_) => return Ok(None),
    };
    // What is wrong with the file is for `check` to say.
    let Ok(Some(survey)) = project::made(&root, "entries/survey.yaml") else { return Ok(None) };
    let (catalog, _) = catalog::read(&Sources::new(vec![survey]), None);
    Ok(catalog.survey.checks.level(code).map(crate::config::Level::as_str))
}
