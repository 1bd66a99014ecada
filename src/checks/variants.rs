//! Variants: the size that is shown is the size of one of them, and results name those that exist.

use super::{Check, Subject};
use crate::diag::{Code, Diag, Place};
use crate::value::Count;

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] =
    &[("parameters_are_those_of_a_variant", parameters_are_those_of_a_variant)];

fn parameters_are_those_of_a_variant(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for record in &subject.catalog.records {
        let Some(model) = record.entry.model() else { continue };
        let sizes: Vec<(&str, &Count)> = model
            .variants
            .iter()
            .filter_map(|(name, variant)| Some((name.as_str(), variant.parameters.as_ref()?)))
            .collect();
        let Some(shown) = model.parameters.as_ref().and_then(|parameters| parameters.value())
        else {
            continue;
        };
        // A variant without a size may be the one that is meant.
        let complete = sizes.len() == model.variants.len();
        if sizes.is_empty()
            || !complete
            || sizes.iter().any(|(_, size)| size.value() == shown.value())
        {
            continue;
        }
        let list: Vec<String> = sizes.iter().map(|(name, size)| format!("{name} {size}")).collect();
        findings.push(
            Diag::new(
                Code::VariantMismatch,
                Place::value(record.file, "parameters"),
                format!("`{shown}` is the size of none of the variants"),
            )
            .also(Place::key(record.file, "variants"), format!("these are {}", list.join(", ")))
            .help("give the size of the variant that tables should show"),
        );
    }
}
