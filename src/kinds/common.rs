//! The fields that every kind of entry has: status, sources, disagreements.

use super::Ids;
use crate::read::{Allowable, AsWritten, Route, Word, choices, record};
use crate::value::{Date, Id, Line, Text, Url};
use crate::vocabulary::{ReasonCode, Tag};

record! {
    /// What every kind of entry has.
    pub struct Common {
        /// Other names under which it is known; they are searched too.
        aliases: Vec<Line>,
        /// Ids that the entry had before, the first one first; their addresses lead here.
        former_ids: Vec<Id>,
        /// What registers of others call it, each in the register's own spelling.
        ids: Option<Ids>,
        /// Entries of the same kind that it could be taken for, as ids: of the same name, or of the same paper and code.
        distinct_from: Vec<Id>,
        /// Whether it is shown as part of the list; `listed` where it is left out.
        status: Option<Status>,
        /// Why it is not listed.
        reason: Option<Reason>,
        /// The id of the entry of the same kind that took its place.
        superseded_by: Option<Id>,
        /// Findings that are accepted here, each with the reason.
        allow: Vec<Allow>,
        /// Free labels from the vocabulary.
        tags: Vec<Word<Tag>>,
        /// Where the values come from.
        sources: Vec<Evidence>,
        /// What sources say otherwise.
        disputed: Vec<Disputed>,
        /// The day the entry was added to the list.
        added: Option<Date>,
    }
}

impl Common {
    /// How many of the fields stand before a kind's own.
    pub const OPENING: usize = 7;

    /// The status, `listed` where none is given.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status.unwrap_or(Status::Listed)
    }

    /// Whether a source speaks for a field.
    #[must_use]
    pub fn is_sourced(&self, field: &str) -> bool {
        self.sources_of(field).next().is_some()
    }

    /// The sources that speak for a field.
    pub fn sources_of(&self, field: &str) -> impl Iterator<Item = &Evidence> {
        let speaks =
            move |source: &&Evidence| source.fields.iter().any(|route| route.covers(field));
        self.sources.iter().filter(speaks)
    }
}

choices! {
    /// Whether an entry is shown as part of the list.
    pub enum Status {
        /// Part of the list.
        Listed = "listed",
        /// Identified, not yet decided or complete.
        Candidate = "candidate",
        /// Looked at and left out, with the reason.
        Excluded = "excluded",
        /// Replaced by another entry.
        Superseded = "superseded",
        /// Taken back by its authors.
        Withdrawn = "withdrawn",
    }
}

impl Status {
    /// Every status, in the order in which sums are shown.
    pub const ALL: &[Self] =
        &[Self::Listed, Self::Candidate, Self::Excluded, Self::Superseded, Self::Withdrawn];
}

record! {
    /// Why an entry is not listed.
    pub struct Reason {
        /// The reason as a word of the vocabulary.
        code: Option<Word<ReasonCode>> = always,
        /// What the word cannot say.
        note: Option<Text>,
    }
}

record! {
    /// A finding that is accepted in an entry.
    pub struct Allow {
        /// The code of the finding, as it stands in brackets behind `error` or `warning`.
        code: Option<Allowable> = always,
        /// Why the entry is right in spite of it.
        reason: Text = always,
    }
}

record! {
    /// A place that a reader can open, and what it speaks for.
    pub struct Evidence {
        /// The fields it speaks for; without them it speaks for the entry's existence only.
        fields as "for": Vec<Route>,
        /// The address.
        url: Option<Url> = always,
        /// What kind of source it is.
        kind: Option<SourceKind> = always,
        /// The day it was looked at.
        checked: Option<Date>,
        /// What to know about it.
        note: Option<Text>,
    }
}

choices! {
    /// What kind of source it is.
    pub enum SourceKind {
        /// An article or a preprint.
        Paper = "paper",
        /// The authors' code repository.
        Repository = "repository",
        /// The authors' card of a model.
        ModelCard = "model-card",
        /// The authors' card of a dataset.
        DatasetCard = "dataset-card",
        /// The card of somebody else's implementation or conversion.
        ReimplementationCard = "reimplementation-card",
        /// Somebody who speaks of the work of others.
        Secondary = "secondary",
    }
}

record! {
    /// A value that a source gives and that is not the chosen one.
    pub struct Disputed {
        /// The route of the field.
        field: Option<Route> = always,
        /// The other value.
        value: Option<AsWritten> = always,
        /// Where it stands.
        source: Option<Url> = always,
        /// How the difference may have come about.
        note: Option<Text>,
    }
}
