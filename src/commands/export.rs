//! `listwright export`: the list or a part of it as one file, to standard output or to a file.

use std::path::Path;

use super::check::code;
use super::{Console, FINDINGS, FINE, Failed, Surroundings, open};
use crate::cli::{Cli, Export, ExportFormat};
use crate::diag::{grouped, settle};
use crate::output;
use crate::project::{self, shown};
use crate::render::cite;
use crate::render::export::{Format, Refused, export};
use crate::render::{Material, Options};
use crate::theme::Theme;
use crate::views::{Selection, Viewer};

pub(super) fn run(
    cli: &Cli,
    args: &Export,
    surroundings: &Surroundings,
    console: &mut Console<'_>,
) -> Result<u8, Failed> {
    let options = Options {
        base_url: super::build::base_url(args.base_url.as_deref())?,
        ..Options::default()
    };
    let (project, examined) = open(cli, args.date.as_deref(), surroundings, console)?;
    let findings = grouped(examined.findings.clone());
    let code = code(&findings, false);
    if code != FINE {
        console.findings(&findings, &project.sources);
        console.tell("a list with errors has no site to be equal to: nothing was exported");
        return Ok(code);
    }
    let theme = match Theme::new(&project.sources) {
        Ok(theme) => theme,
        Err(fault) => {
            console.findings(&settle(vec![*fault], &project.sources), &project.sources);
            return Ok(FINDINGS);
        }
    };
    let (catalog, graph) = (&examined.catalog, &examined.graph);
    let material =
        Material { catalog, graph, sources: &project.sources, theme: &theme, options: &options };
    let selection = Selection::of(Viewer::new(catalog, graph), args.kind, &args.wanted)?;
    if selection.listed.is_empty() && !args.wanted.is_empty() {
        let wanted = args.wanted.iter().map(|(name, value)| format!("`{name}={value}`"));
        let wanted = wanted.collect::<Vec<_>>().join(" and ");
        console
            .warning(&format!("no listed entry has {wanted} at once: what is exported is empty"));
    }
    let columns: Vec<String> = args.columns.iter().map(|name| name.trim().to_owned()).collect();
    let exported = match export(material, &selection, format(args.format), &columns) {
        Ok(bytes) => bytes,
        Err(Refused::Because(why)) => return Err(why),
        Err(Refused::Finding(fault)) => {
            console.findings(&settle(vec![*fault], &project.sources), &project.sources);
            return Ok(FINDINGS);
        }
    };
    let Some(out) = args.out.as_deref().filter(|out| *out != Path::new("-")) else {
        console.bytes(&exported);
        return Ok(FINE);
    };
    let out = project.root.join(out);
    let sources = project::folder_of_sources(&project.root, &out).filter(|_| !out.is_dir());
    if let Some(folder) = sources {
        return Err(format!(
            "{} lies in {folder}/, from which the list is made: write to a file somewhere else, such as `--out list.json`",
            shown(&out)
        ));
    }
    output::write_single(&out, &exported).map_err(|why| why.to_string())?;
    console.tell(&format!("wrote {}", shown(&out)));
    Ok(FINE)
}

fn format(format: ExportFormat) -> Format {
    match format {
        ExportFormat::Json => Format::Json,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Bibtex => Format::Cite(cite::Format::Bibtex),
        ExportFormat::Ris => Format::Cite(cite::Format::Ris),
        ExportFormat::Csl => Format::Cite(cite::Format::Csl),
        ExportFormat::Latex => Format::Latex,
        ExportFormat::Markdown => Format::Markdown,
        ExportFormat::Urls => Format::Urls,
    }
}
