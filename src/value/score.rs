//! A score of a leaderboard, with its spread where one is reported.

use std::cmp::Ordering;
use std::fmt;

use super::{Malformed, is_digits, mend_decimal, quoted, split_decimal};
use crate::diag::Code;

/// A plain decimal number and an optional spread: `68.5`, `68.50 ± 0.54`; the decimals stay as written.
#[derive(Debug, Clone)]
pub struct Score {
    text: String,
    value: f64,
    spread: Option<f64>,
}

text_value!(Score, Code::BadScore);

impl Score {
    /// The number itself.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.value
    }

    /// What follows `±`.
    #[must_use]
    pub fn spread(&self) -> Option<f64> {
        self.spread
    }

    /// Orders two scores by their numbers alone.
    #[must_use]
    pub fn cmp_value(&self, other: &Self) -> Ordering {
        self.value.total_cmp(&other.value)
    }

    fn examine(text: &str) -> Result<Self, Malformed> {
        read(text).ok_or_else(|| explain(text))
    }
}

impl PartialEq for Score {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Score {}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn read(text: &str) -> Option<Score> {
    let spread = text.split_once(" ± ").or_else(|| text.split_once(" +- "));
    let (value, spread) = match spread {
        Some((value, spread)) => (value, Some(spread)),
        None => (text, None),
    };
    let canonical = match spread {
        Some(spread) => format!("{value} ± {spread}"),
        None => value.to_owned(),
    };
    Some(Score {
        text: canonical,
        value: number(value, true)?,
        spread: match spread {
            Some(spread) => Some(number(spread, false)?),
            None => None,
        },
    })
}

fn number(text: &str, may_be_negative: bool) -> Option<f64> {
    const LONGEST: usize = 24;
    let digits = if may_be_negative { text.strip_prefix('-').unwrap_or(text) } else { text };
    if text.len() > LONGEST {
        return None;
    }
    split_decimal(digits)?;
    let value: f64 = text.parse().ok()?;
    // Adding zero turns -0 into 0, so that the two share a rank.
    value.is_finite().then_some(value + 0.0)
}

fn explain(text: &str) -> Malformed {
    const FORM: &str =
        "write a plain decimal number, with its spread where there is one: `68.5` or `68.5 ± 0.54`";
    let refusal = Malformed::new(Code::BadScore, format!("{} is not a score", quoted(text)));
    let lower = text.to_ascii_lowercase();
    if let Some(tidy) = tidy(text).filter(|tidy| read(tidy).is_some()) {
        return refusal.instead(tidy);
    }
    if matches!(
        lower.as_str(),
        "" | "-" | "–" | "—" | "nan" | "n/a" | "na" | "none" | "null" | "inf" | "-inf" | "~"
    ) {
        return refusal
            .label("no number")
            .help("leave the column out of this row where nothing was reported");
    }
    if text.ends_with('%') {
        return refusal.label("a unit").help("write the number alone; the column says its `unit`");
    }
    if lower.contains('e') && lower.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return refusal.label("an exponent").help(FORM);
    }
    if let Some(point) = decimal_comma(text).filter(|point| read(point).is_some()) {
        return refusal.label("a comma before the decimals").suggest(point);
    }
    if text.contains(',') {
        return refusal.label("a comma").help("write a point before the decimals, such as `68.5`");
    }
    refusal.help(FORM)
}

/// The same with points for commas, where none of the commas can stand between thousands.
fn decimal_comma(text: &str) -> Option<String> {
    let spread =
        |text: &str| tidy(&text.replace(',', ".")).or_else(|| Some(text.replace(',', ".")));
    let number = |part: &str| {
        let digits = part.trim().trim_start_matches(['-', '+']);
        match digits.split_once(',') {
            Some((whole, decimals)) => {
                let is_clear = decimals.len() != 3 || whole == "0";
                is_clear && is_digits(whole) && is_digits(decimals)
            }
            None => split_decimal(digits).is_some(),
        }
    };
    let parts = text.replace("+-", "±").replace("+/-", "±");
    (text.contains(',') && parts.split('±').all(number)).then(|| spread(text)).flatten()
}

/// Rewrites the other signs for a spread and loosely written numbers.
fn tidy(text: &str) -> Option<String> {
    let mut text = text.replace('−', "-");
    for sign in ["+/-", "+-", "±"] {
        text = text.replace(sign, "\u{1}");
    }
    let mut parts = text.split('\u{1}').map(|part| signed(part.trim()));
    let value = parts.next()??;
    match (parts.next(), parts.next()) {
        (None, _) => Some(value),
        (Some(spread), None) => Some(format!("{value} ± {}", spread?)),
        (Some(_), Some(_)) => None,
    }
}

fn signed(text: &str) -> Option<String> {
    match text.strip_prefix('-') {
        Some(digits) => Some(format!("-{}", mend_decimal(digits)?)),
        None => mend_decimal(text.strip_prefix('+').unwrap_or(text)),
    }
}
