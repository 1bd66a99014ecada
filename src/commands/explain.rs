//! `listwright explain`: what a finding means, and an example of what is wrong and of what is right.

use super::{Console, FINE, Failed};
use crate::cli::Explain;
use crate::diag::{Code, explain};
use crate::value::nearest;

pub(super) fn run(args: &Explain, console: &mut Console<'_>) -> Result<u8, Failed> {
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
    Ok(FINE)
}
