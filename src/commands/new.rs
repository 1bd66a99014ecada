//! `listwright new`: a file to fill in, with what is known of the entry already in it.

use super::{Console, FINE, Failed, Surroundings, as_of, open};
use crate::cli::{Cli, New};
use crate::output;
use crate::project::{Project, shown};
use crate::scaffold::{Draft, Given, List, Scaffold, draft, write};
use crate::schema;

pub(super) fn run(
    cli: &Cli,
    args: &New,
    surroundings: &Surroundings,
    console: &mut Console<'_>,
) -> Result<u8, Failed> {
    let given = Given::read(&args.about.join(" ")).map_err(|why| match why.help {
        Some(help) => format!("{}: {help}", why.what),
        None => why.what,
    })?;
    let noun = args.kind.noun();
    let given = given.ok_or_else(|| {
        format!(
            "what is the {noun} called? Type its {} behind `listwright new {noun}`, or a DOI, an arXiv id or an address of it",
            args.kind.name_key()
        )
    })?;
    let (project, examined) = open(cli, None, surroundings, console)?;
    let today = as_of(None, surroundings)?.or(surroundings.today);
    let list =
        List { catalog: &examined.catalog, graph: &examined.graph, sources: &project.sources };
    let draft = draft(args.kind, &given, list, today).map_err(|taken| {
        format!(
            "{} is that of {} already: mend that file, or name what is new about this one",
            taken.what, taken.path
        )
    })?;
    let scaffold = write(&draft, &examined.catalog);
    let path = draft.path();
    let file = project.root.join(&path);
    output::create(&file, &scaffold.text).map_err(|why| why.to_string())?;
    // From where the user stands, so that an editor can be given it.
    console.data(&format!("{}\n", shown(&file)));
    advise(&draft, &scaffold, &project, console);
    Ok(FINE)
}

/// Says what to do next.
fn advise(draft: &Draft, scaffold: &Scaffold, project: &Project, console: &mut Console<'_>) {
    if !scaffold.to_fill_in.is_empty() {
        let routes: Vec<String> =
            scaffold.to_fill_in.iter().map(|route| format!("`{route}`")).collect();
        console.tell(&format!("fill in {}", routes.join(", ")));
    }
    if !draft.is_named {
        console.tell(&format!(
            "the file's name is the entry's id: rename `{}.yaml` before other entries name it",
            draft.id
        ));
    }
    let schema = schema::path(draft.kind);
    if !project.has(&schema) {
        let noun = draft.kind.noun();
        console.tell(&format!(
            "for completions in your editor: `mkdir -p schema && listwright schema {noun} > {schema}`"
        ));
    }
    console.tell(&format!("then run `listwright check {}`", draft.path()));
}
