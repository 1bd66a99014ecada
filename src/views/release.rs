//! The last release of the list, and whether the list still is what was released.

use serde::Serialize;

use super::Viewer;
use crate::value::Doi;

/// A release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReleaseView {
    /// The name of the version.
    pub version: String,
    /// The day.
    pub date: String,
    /// The DOI.
    pub doi: Option<String>,
    /// The address of the DOI.
    pub doi_url: Option<String>,
    /// Where the files of the release are kept.
    pub snapshot: Option<String>,
    /// Whether nothing in the list came later.
    pub current: bool,
}

impl ReleaseView {
    /// The release that the list names.
    #[must_use]
    pub fn of(viewer: Viewer<'_>) -> Option<Self> {
        let survey = &viewer.catalog.survey;
        let release = survey.release.as_ref()?;
        Some(Self {
            version: release.version.as_ref()?.to_string(),
            date: release.date?.to_string(),
            doi: release.doi.as_ref().map(ToString::to_string),
            doi_url: release.doi.as_ref().map(Doi::url),
            snapshot: release.snapshot(survey),
            current: release.covers(viewer.catalog.as_of.as_ref()),
        })
    }
}
