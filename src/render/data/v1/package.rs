//! `data/v1/datapackage.json`: the tables as one package of Frictionless Data, by which programs load them with their
//! types.

use serde::Serialize;

use super::fault;
use super::table::{FieldType, fields};
use crate::diag::Diag;
use crate::kinds::KindId;
use crate::render::Material;
use crate::value::slug;

/// The package.
#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: String,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    /// The day of the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<Terms<'a>>,
    resources: Vec<Resource>,
}

/// A licence.
#[derive(Serialize)]
struct Terms<'a> {
    name: &'a str,
    path: String,
}

/// A table.
#[derive(Serialize)]
struct Resource {
    profile: &'static str,
    name: &'static str,
    path: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    primary_key: &'static str,
}

/// A column.
#[derive(Serialize)]
struct Field {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'static str,
}

/// The package of all tables; `site` is the address of the site, where one is known.
///
/// # Errors
///
/// None that an entry could cause: there are only texts to write.
pub fn package(material: Material<'_>, site: Option<&str>) -> Result<Vec<u8>, Box<Diag>> {
    let viewer = material.viewer();
    let survey = &material.catalog.survey;
    let title = viewer.text(&survey.title).map_or("", |title| title.text);
    let licence = survey.licence.as_ref().and_then(|licence| licence.entries.as_ref());
    let terms =
        licence.and_then(|licence| Some(Terms { name: licence.as_str(), path: licence.url()? }));
    let repository = survey.repository.as_ref().map(crate::value::Url::as_str);
    let package = Package {
        profile: "tabular-data-package",
        name: slug(title).unwrap_or_else(|| "list".to_owned()),
        title,
        description: survey.tagline.as_ref().and_then(|text| viewer.text(text)).map(|it| it.text),
        homepage: site.or(repository),
        version: material.catalog.as_of.as_ref().map(ToString::to_string),
        licenses: terms.into_iter().collect(),
        resources: material.catalog.kinds().map(|kind| resource(material, kind)).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&package).map_err(|error| fault(material, &error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn resource(material: Material<'_>, kind: KindId) -> Resource {
    let field = |(name, about, of): (String, &'static str, FieldType)| Field {
        name,
        kind: of,
        description: about,
    };
    Resource {
        profile: "tabular-data-resource",
        name: kind.folder(),
        path: format!("{}.csv", kind.folder()),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        schema: Schema {
            fields: fields(kind, material.catalog).map(field).collect(),
            primary_key: "id",
        },
    }
}
