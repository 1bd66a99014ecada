//! The list or a part of it as one file: the files of the site, and tables for a text that is written elsewhere.

mod latex;
mod layout;
mod markdown;
mod urls;

use super::Material;
use super::cite;
use super::data;
use crate::diag::Diag;
use crate::kinds::KindId;
use crate::value::nearest;
use crate::views::citation::Reference;
use crate::views::{Overview, Selection, columns};

/// What the list can be exported as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The catalog.
    Json,
    /// The table of a kind.
    Csv,
    /// References.
    Cite(cite::Format),
    /// A table for `LaTeX`.
    Latex,
    /// A table for Markdown.
    Markdown,
    /// Every address, with the file and the field that name it.
    Urls,
}

/// Why nothing was exported.
#[derive(Debug)]
pub enum Refused {
    /// Something was asked for that there is not.
    Because(String),
    /// A file could not be made.
    Finding(Box<Diag>),
}

impl From<String> for Refused {
    fn from(why: String) -> Self {
        Self::Because(why)
    }
}

impl From<Box<Diag>> for Refused {
    fn from(fault: Box<Diag>) -> Self {
        Self::Finding(fault)
    }
}

/// A part of the list in a format; no columns are the usual ones.
pub fn export(
    material: Material<'_>,
    selection: &Selection,
    format: Format,
    columns: &[String],
) -> Result<Vec<u8>, Refused> {
    if !columns.is_empty() && !matches!(format, Format::Csv | Format::Latex | Format::Markdown) {
        let why = "columns can be chosen for `csv`, `latex` and `markdown` only";
        return Err(Refused::Because(why.to_owned()));
    }
    let viewer = material.viewer();
    Ok(match format {
        Format::Json if selection.is_everything(viewer) => data::v1::catalog(material)?,
        Format::Json => data::v1::part(material, &selection.positions(viewer))?,
        Format::Csv => {
            let kind = selection.kind("a CSV table")?;
            let known = data::v1::headings(kind, material.catalog);
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let columns = chosen(columns, &known, kind)?;
            let wanted = selection.listed.iter().copied().collect();
            data::v1::part_of_table(material, kind, &wanted, &columns)?
        }
        Format::Cite(format) if selection.is_everything(viewer) => {
            let site = material.options.base_url.clone().or(Overview::of(viewer).site);
            format.write(&Reference::of_everything(viewer, site.as_deref())).into_bytes()
        }
        Format::Cite(format) => {
            format.write(&Reference::of_all(viewer, selection.records(viewer))).into_bytes()
        }
        Format::Latex | Format::Markdown => {
            let kind = selection.kind("a table")?;
            let mut known: Vec<&str> =
                columns::of_kind(viewer.catalog.of(kind)).iter().map(|(show, _)| *show).collect();
            known.extend((format == Format::Latex).then_some(latex::CITE));
            let columns = chosen(columns, &known, kind)?;
            let records = selection.records(viewer);
            if format == Format::Latex {
                latex::table(viewer, kind, &records, &columns).into_bytes()
            } else {
                markdown::table(viewer, kind, &records, &columns).into_bytes()
            }
        }
        Format::Urls => urls::lines(material, selection).into_bytes(),
    })
}

/// The columns as they are known; an error where one is not.
fn chosen(columns: &[String], known: &[&str], kind: KindId) -> Result<Vec<String>, Refused> {
    for (at, column) in columns.iter().enumerate() {
        if column.is_empty() {
            let why = "a name is missing among the columns: write them with commas between, such as `--columns name,papers`";
            return Err(Refused::Because(why.to_owned()));
        }
        if columns.iter().take(at).any(|other| other == column) {
            let why = format!("the column `{column}` is named twice: name it once");
            return Err(Refused::Because(why));
        }
        if !known.contains(&column.as_str()) {
            let meant = nearest(column, known.iter().copied());
            let meant = meant.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
            let why = format!(
                "a table of {} has no column `{column}` here: {meant}there are {}",
                kind.folder(),
                known.join(", ")
            );
            return Err(Refused::Because(why));
        }
    }
    Ok(columns.to_vec())
}
