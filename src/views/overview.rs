//! What the list is, in sums and sentences.

use serde::Serialize;

use super::{Said, Viewer};
use crate::kinds::{KindId, Status};
use crate::value::Text;

/// What the list is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Overview {
    /// The title in the viewer's language.
    pub title: String,
    /// The title in the other languages.
    pub other_titles: Vec<Said>,
    /// What the list is, in one sentence.
    pub tagline: Option<String>,
    /// The same in the other languages.
    pub other_taglines: Vec<Said>,
    /// The address of the repository.
    pub repository: Option<String>,
    /// The address at which an entry is added, with `{path}` in it, and with `{content}` where the page takes one.
    pub add: Option<String>,
    /// The name of the host of the repository.
    pub host: Option<&'static str>,
    /// The address of the site, ended by `/`.
    pub site: Option<String>,
    /// The date of the list.
    pub updated: Option<String>,
    /// The licence of the entries.
    pub entries_licence: Option<String>,
    /// The licence of the code.
    pub code_licence: Option<String>,
    /// What belongs in the list and what does not.
    pub scope: ScopeView,
    /// The notice at the end.
    pub notice: Option<String>,
    /// The same in the other languages.
    pub other_notices: Vec<Said>,
    /// The folders of the kinds that the list uses.
    pub kinds: Vec<&'static str>,
    /// The sums.
    pub counts: Counts,
}

/// What belongs in the list and what does not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ScopeView {
    /// What belongs in it.
    pub inside: Vec<String>,
    /// What does not.
    pub outside: Vec<String>,
}

/// The sums of the entries that are listed, and of those that are not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Listed models.
    pub models: usize,
    /// Listed papers, surveys among them.
    pub papers: usize,
    /// Listed surveys.
    pub surveys: usize,
    /// Listed datasets and benchmarks.
    pub datasets: usize,
    /// Listed challenges.
    pub challenges: usize,
    /// Leaderboards of listed datasets.
    pub leaderboards: usize,
    /// Candidates of all kinds.
    pub candidates: usize,
    /// Excluded entries of all kinds.
    pub excluded: usize,
    /// All entries on record.
    pub entries: usize,
}

impl Overview {
    /// The overview in the viewer's language.
    #[must_use]
    pub fn of(viewer: Viewer<'_>) -> Self {
        let survey = &viewer.catalog.survey;
        let one = |text: &Text| viewer.catalog_text(text);
        let optional = |text: Option<&Text>| text.and_then(one);
        let licence = survey.licence.as_ref();
        let name = |licence: Option<&crate::value::Licence>| licence.map(ToString::to_string);
        let scope = survey.scope.as_ref();
        let rules =
            |rules: Option<&Vec<Text>>| rules.into_iter().flatten().filter_map(one).collect();
        Self {
            title: one(&survey.title).unwrap_or_default(),
            other_titles: viewer.other_languages(&survey.title),
            tagline: optional(survey.tagline.as_ref()),
            other_taglines: survey
                .tagline
                .as_ref()
                .map(|text| viewer.other_languages(text))
                .unwrap_or_default(),
            repository: survey
                .repository
                .as_ref()
                .map(|url| url.as_str().trim_end_matches('/').to_owned()),
            add: survey.host().and_then(|host| host.add()),
            host: survey.host().and_then(|host| host.name()),
            site: survey
                .site
                .as_ref()
                .map(|url| format!("{}/", url.as_str().trim_end_matches('/'))),
            updated: viewer.catalog.as_of.as_ref().map(ToString::to_string),
            entries_licence: name(licence.and_then(|licence| licence.entries.as_ref())),
            code_licence: name(licence.and_then(|licence| licence.code.as_ref())),
            scope: ScopeView {
                inside: rules(scope.map(|scope| &scope.inside)),
                outside: rules(scope.map(|scope| &scope.out)),
            },
            notice: optional(survey.notice.as_ref()),
            other_notices: survey
                .notice
                .as_ref()
                .map(|text| viewer.other_languages(text))
                .unwrap_or_default(),
            kinds: viewer.catalog.kinds().map(KindId::folder).collect(),
            counts: Counts::of(viewer),
        }
    }
}

impl Counts {
    /// The sums of a catalog.
    #[must_use]
    pub fn of(viewer: Viewer<'_>) -> Self {
        let accounts = viewer.catalog.accounts();
        let listed = |kind| accounts.of(kind, Status::Listed);
        let survey = |record: &&crate::catalog::Record| record.entry.is_survey();
        Self {
            models: listed(KindId::Model),
            papers: listed(KindId::Paper),
            surveys: viewer.catalog.listed(KindId::Paper).filter(survey).count(),
            datasets: listed(KindId::Dataset),
            challenges: listed(KindId::Challenge),
            leaderboards: super::leaderboard::count(viewer),
            candidates: accounts.of_status(Status::Candidate),
            excluded: accounts.of_status(Status::Excluded),
            entries: accounts.found,
        }
    }
}

impl Viewer<'_> {
    /// The text in the viewer's language or the next.
    pub(super) fn catalog_text(&self, text: &Text) -> Option<String> {
        text.in_language(self.language, &self.catalog.languages).map(|found| found.text.to_owned())
    }

    /// The text in every language but the viewer's.
    pub(super) fn other_languages(&self, text: &Text) -> Vec<Said> {
        let others = self.catalog.languages.iter().filter(|language| *language != self.language);
        others
            .filter_map(|language| {
                let text = text.0.get(language)?.clone();
                Some(Said { text, lang: Some(language.clone()) })
            })
            .collect()
    }
}
