//! The sizes of all listed models in their order, and the place of one among them.

use serde::Serialize;

use super::scale::Scale;
use super::{Mention, Share, Tick, Viewer};
use crate::catalog::Record;
use crate::kinds::{KindId, Model};
use crate::value::Count;

/// How many larger and how many smaller models are shown around one.
const AROUND: usize = 3;

/// The listed models that have a size, the largest first.
#[derive(Debug, Clone, Default)]
pub struct Sizes {
    /// The size and the position in the catalog.
    ordered: Vec<(u64, usize)>,
    /// The scale that holds them all.
    pub scale: Option<Scale>,
}

/// The place of a model among those that have a size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SizeView {
    /// Its place, 1 for the largest.
    pub rank: usize,
    /// How many models have a size.
    pub of: usize,
    /// The models around it, the largest first.
    pub rows: Vec<SizeRow>,
    /// The scale.
    pub ticks: Vec<Tick>,
}

/// A model in that order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SizeRow {
    /// The model.
    pub model: Mention,
    /// Its size as it is written.
    pub text: String,
    /// Where it stands on the scale.
    pub at: Share,
    /// Whether it is the model of the page.
    pub own: bool,
}

impl Sizes {
    /// The sizes of the listed models.
    #[must_use]
    pub fn of(viewer: Viewer<'_>) -> Self {
        let records = viewer.catalog.records.iter().enumerate();
        let listed = records.filter(|(_, record)| record.is_listed());
        let mut ordered: Vec<(u64, usize)> =
            listed.filter_map(|(at, record)| Some((size(record)?.value(), at))).collect();
        ordered.sort_by_key(|(size, at)| (std::cmp::Reverse(*size), *at));
        let scale = Scale::of(ordered.iter().map(|(size, _)| *size));
        Self { ordered, scale }
    }

    /// The place of a model, if it is among them and not alone.
    #[must_use]
    pub(super) fn around(&self, viewer: Viewer<'_>, record: &Record) -> Option<SizeView> {
        let place = self.place(viewer, record)?;
        let scale = self.scale.as_ref().filter(|_| self.ordered.len() > 1)?;
        let end = (place + AROUND + 1).max(2 * AROUND + 1).min(self.ordered.len());
        let start = end.saturating_sub(2 * AROUND + 1).min(place.saturating_sub(AROUND));
        let row = |(size_of, at): &(u64, usize)| {
            let other = viewer.catalog.records.get(*at)?;
            Some(SizeRow {
                model: Mention::of(other),
                text: size(other)?.to_string(),
                at: scale.at(*size_of),
                own: other.id == record.id,
            })
        };
        let rows = self.ordered.get(start..end)?.iter().filter_map(row).collect();
        let (rank, of) = (self.rank(place), self.ordered.len());
        Some(SizeView { rank, of, rows, ticks: scale.ticks.clone() })
    }

    /// The model whose size is the nearest, as a ratio.
    #[must_use]
    pub(super) fn nearest<'c>(&self, viewer: Viewer<'c>, record: &Record) -> Option<&'c Record> {
        let place = self.place(viewer, record)?;
        let own = self.ordered.get(place)?.0;
        let beside = [place.checked_sub(1), Some(place + 1)];
        let ratio =
            |size: u64| u128::from(size.max(own)) * 1_000_000 / u128::from(size.min(own).max(1));
        let others = beside.into_iter().flatten().filter_map(|at| self.ordered.get(at));
        let nearest = others.min_by_key(|(size, _)| ratio(*size))?;
        viewer.catalog.records.get(nearest.1)
    }

    fn place(&self, viewer: Viewer<'_>, record: &Record) -> Option<usize> {
        let own =
            (size(record)?.value(), viewer.catalog.position(KindId::Model, record.id.as_str())?);
        let key = |(size, at): &(u64, usize)| (std::cmp::Reverse(*size), *at);
        self.ordered.binary_search_by_key(&key(&own), key).ok()
    }

    /// Models of one size share a rank.
    fn rank(&self, place: usize) -> usize {
        let own = self.ordered.get(place).map(|(size, _)| *size);
        1 + self.ordered.iter().take_while(|(size, _)| Some(*size) > own).count()
    }
}

fn size(record: &Record) -> Option<&Count> {
    record.entry.model().and_then(Model::size)
}
