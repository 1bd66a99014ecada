//! A count with its unit, such as `36M sequences`, so that an amount of data never passes for a size of a model.

use std::fmt;

use super::{Count, Malformed, count, is_slug, quoted};
use crate::diag::Code;

/// A count, a space and the id of a unit; whether the vocabulary knows the unit is asked elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity {
    count: Count,
    unit: String,
}

text_value!(Quantity, Code::BadQuantity);

impl Quantity {
    /// How many.
    #[must_use]
    pub fn count(&self) -> &Count {
        &self.count
    }

    /// Of what: the id of a unit of the vocabulary.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    fn examine(text: &str) -> Result<Self, Malformed> {
        read(text).ok_or_else(|| explain(text))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.count, self.unit)
    }
}

fn read(text: &str) -> Option<Quantity> {
    let (count, unit) = text.split_once(' ')?;
    let count = Count::examine(count).ok()?;
    is_unit(unit).then(|| Quantity { count, unit: unit.to_owned() })
}

/// A unit is a slug with a letter in it, and not the `million` of `36 million`.
fn is_unit(text: &str) -> bool {
    is_slug(text)
        && text.contains(|c: char| c.is_ascii_lowercase())
        && count::mend(&format!("1 {text}")).is_none()
}

fn explain(text: &str) -> Malformed {
    let refusal = Malformed::new(Code::BadQuantity, format!("{} is not a quantity", quoted(text)));
    if let Some(count) = count::mend(text) {
        return refusal.label("a count without its unit").help(format!(
            "write what is counted after it, with a unit of the vocabulary: `{count} sequences`"
        ));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let split = (1..words.len()).rev().filter_map(|at| words.split_at_checked(at));
    for (number, unit) in split {
        let Some(count) = count::mend(&number.join(" ")) else { continue };
        let unit = unit.join("-").to_lowercase();
        return match (unit.contains('-') && number.len() + 1 < words.len(), is_unit(&unit)) {
            (false, true) => refusal.instead(format!("{count} {unit}")),
            (true, _) => refusal.label("a unit is one word").help(format!(
                "write the count and one unit of the vocabulary, such as `{count} sequences`"
            )),
            (false, false) => refusal.help(FORM),
        };
    }
    refusal.help(FORM)
}

const FORM: &str = "write a count, a space and a unit of the vocabulary, such as `36M sequences`";
