//! Coverage: how many listed entries give a value for a field, say why there is none, or say nothing, and how many values have a source.

use serde::Serialize;

use super::Viewer;
use crate::catalog::Record;
use crate::kinds::KindId;
use crate::read::Given;
use crate::value::STATES;

/// The coverage of the listed entries of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KindCoverage {
    /// The kind's folder.
    pub folder: &'static str,
    /// How many entries there are.
    pub entries: usize,
    /// The fields, in the order of a file.
    pub fields: Vec<FieldCoverage>,
    /// The sums over all fields.
    pub sum: FieldCoverage,
}

/// The coverage of a field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FieldCoverage {
    /// The route of the field; empty for the sums.
    pub route: String,
    /// How many entries give a value.
    pub value: usize,
    /// How many say why there is none, by the four states in their order.
    pub states: [usize; STATES.len()],
    /// How many say nothing: not recorded yet.
    pub nothing: usize,
    /// How many of the values have a source that names the field.
    pub sourced: usize,
}

impl FieldCoverage {
    /// The entries that give a value or say why there is none, in whole per cent, rounded down: what is not full never
    /// looks full.
    #[must_use]
    pub fn known_percent(&self) -> usize {
        let known = self.value + self.states.iter().sum::<usize>();
        percent(known, known + self.nothing)
    }

    /// The values that have a source, in whole per cent, rounded down.
    #[must_use]
    pub fn sourced_percent(&self) -> usize {
        percent(self.sourced, self.value)
    }

    fn count(&mut self, given: Given, sourced: bool) {
        match given {
            Given::Nothing => self.nothing += 1,
            Given::Value => {
                self.value += 1;
                self.sourced += usize::from(sourced);
            }
            Given::State(at) => {
                if let Some(state) = self.states.get_mut(usize::from(at)) {
                    *state += 1;
                }
            }
        }
    }

    fn add(&mut self, other: &Self) {
        self.value += other.value;
        self.nothing += other.nothing;
        self.sourced += other.sourced;
        for (sum, state) in self.states.iter_mut().zip(other.states) {
            *sum += state;
        }
    }
}

fn percent(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(0)
}

/// The coverage of every kind that has a listed entry.
#[must_use]
pub fn coverage(viewer: Viewer<'_>) -> Vec<KindCoverage> {
    let kinds = KindId::ALL.iter().map(|kind| of_kind(viewer, *kind));
    kinds.filter(|of| of.entries > 0).collect()
}

fn of_kind(viewer: Viewer<'_>, kind: KindId) -> KindCoverage {
    let records: Vec<&Record> = viewer.catalog.listed(kind).collect();
    let field = |(at, leaf): (usize, &crate::read::Leaf)| {
        let mut field = FieldCoverage { route: leaf.route.clone(), ..FieldCoverage::default() };
        for record in &records {
            let given = record.given.get(at).copied().unwrap_or(Given::Nothing);
            field.count(given, given == Given::Value && record.common.is_sourced(&leaf.route));
        }
        field
    };
    let fields: Vec<FieldCoverage> =
        viewer.catalog.of(kind).leaves.iter().enumerate().map(field).collect();
    let mut sum = FieldCoverage::default();
    for field in &fields {
        sum.add(field);
    }
    KindCoverage { folder: kind.folder(), entries: records.len(), fields, sum }
}
