//! A count of things, such as parameters: compared as a number, printed as written.

use std::cmp::Ordering;
use std::fmt;

use super::{Malformed, is_digits, mend_decimal, quoted, split_decimal};
use crate::diag::Code;

/// How sure a count is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// The number as written.
    Exact,
    /// About the number: `~30B`.
    About,
    /// More than the number: `>880K`.
    MoreThan,
}

/// A whole number above zero, such as `99.52M`, `186000000`, `~30B` or `>880K`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Count {
    value: u64,
    bound: Bound,
    text: String,
}

text_value!(Count, Code::BadCount);

impl Count {
    /// The number it stands for.
    #[must_use]
    pub fn value(&self) -> u64 {
        self.value
    }

    /// Whether the number is exact, about, or a lower bound.
    #[must_use]
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// The text as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn examine(text: &str) -> Result<Self, Malformed> {
        read(text).map_err(|fault| explain(text, fault))
    }
}

impl Ord for Count {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value).then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for Count {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[derive(Clone, Copy)]
enum Fault {
    Shape,
    Zero,
    Fraction,
    TooLarge,
}

const UNITS: [(char, u32); 4] = [('K', 3), ('M', 6), ('B', 9), ('T', 12)];

fn read(text: &str) -> Result<Count, Fault> {
    let (bound, number) = match text.split_at_checked(1) {
        Some(("~", number)) => (Bound::About, number),
        Some((">", number)) => (Bound::MoreThan, number),
        _ => (Bound::Exact, text),
    };
    let unit = UNITS.iter().find_map(|&(unit, power)| Some((number.strip_suffix(unit)?, power)));
    let (number, power) = unit.unwrap_or((number, 0));
    let (whole, fraction) = split_decimal(number).ok_or(Fault::Shape)?;
    let missing = usize::try_from(power).ok().and_then(|power| power.checked_sub(fraction.len()));
    let zeros = "0".repeat(missing.ok_or(Fault::Fraction)?);
    let value = format!("{whole}{fraction}{zeros}").parse().map_err(|_| Fault::TooLarge)?;
    if value == 0 {
        return Err(Fault::Zero);
    }
    Ok(Count { value, bound, text: text.to_owned() })
}

fn explain(text: &str, fault: Fault) -> Malformed {
    let refusal =
        |why: &str| Malformed::new(Code::BadCount, format!("{} is not a count{why}", quoted(text)));
    match fault {
        Fault::Zero => refusal(": it starts at one")
            .help("write `not reported` where the field allows it, or leave the key out"),
        Fault::Fraction => refusal(": it has more decimals than its unit has digits")
            .help("write a whole number, such as `186000000`, or fewer decimals"),
        Fault::TooLarge => {
            refusal(": it is beyond every number counted here").help("write at most `18446744T`")
        }
        Fault::Shape => explain_shape(text, refusal("")),
    }
}

fn explain_shape(text: &str, refusal: Malformed) -> Malformed {
    const FORMS: &str =
        "write a number such as `515K`, `99.52M`, `1.6B`, `186000000`, `~30B` or `>880K`";
    if let Some(tidy) = tidy(text) {
        return match read(&tidy) {
            Ok(_) => refusal.instead(tidy),
            Err(Fault::Shape) => refusal.help(FORMS),
            Err(fault @ (Fault::Zero | Fault::Fraction | Fault::TooLarge)) => explain(text, fault),
        };
    }
    if let Some(meant) = likely(text) {
        return refusal.suggest(meant);
    }
    if let Some((count, unit)) = split_unit(text) {
        let what =
            format!("{} is a quantity of {unit}, and a count stands alone here", quoted(text));
        return Malformed::new(Code::UnitMismatch, what).label(format!("`{unit}` is a unit")).help(format!(
            "write the number alone if it counts what this field means; an amount of data goes under `size`, as `size: [{count} {unit}]`"
        ));
    }
    let digit = |c: char| c.is_ascii_digit();
    if text.starts_with(['-', '−']) && text.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return refusal.label("below zero").help(FORMS);
    }
    if text.contains(digit) && text.contains(['<', '≥', '≤', '+', '=']) {
        return refusal.help("only `~` (about) and `>` (more than) may stand before a number");
    }
    if text.starts_with(digit) && text.contains(['-', '–', '—']) {
        return refusal
            .label("a range")
            .help("write one number here, and the sizes of a family under `variants`");
    }
    refusal.help(FORMS)
}

/// What is likely meant by a decimal comma, `99,52M`, and by the `G` of bytes and bases, `1.5G`.
fn likely(text: &str) -> Option<String> {
    let text = text.strip_suffix(['G', 'g']).map_or_else(|| text.to_owned(), |n| format!("{n}B"));
    let pointed = match text.split_once(',') {
        // Three digits behind the comma can be thousands.
        Some((_, rest)) if rest.bytes().take_while(u8::is_ascii_digit).count() == 3 => return None,
        Some((whole, rest)) => format!("{whole}.{rest}"),
        None => text,
    };
    mend(&pointed)
}

/// Splits `23M sequences` into a count and plain words, where that is what it is.
fn split_unit(text: &str) -> Option<(String, String)> {
    let word = |word: &str| word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let spaces = text.match_indices(' ').map(|(at, _)| text.split_at(at));
    let mut found = None;
    for (number, rest) in spaces {
        let unit: Vec<&str> = rest.split_whitespace().collect();
        let words = unit.iter().all(|part| word(part))
            && rest.trim_start().starts_with(|c: char| c.is_ascii_alphabetic());
        if let (true, Some(count)) = (words, mend(number)) {
            found = Some((count, unit.join(" ")));
        }
    }
    found.filter(|(_, unit)| !unit.is_empty() && unit.len() <= 40)
}

/// Gives the strict form of a count written strictly or loosely.
pub(super) fn mend(text: &str) -> Option<String> {
    match read(text) {
        Ok(_) => Some(text.to_owned()),
        Err(_) => tidy(text).filter(|tidy| read(tidy).is_ok()),
    }
}

/// Rewrites the other ways people write a count, where there is only one way to understand them.
fn tidy(text: &str) -> Option<String> {
    let (bound, rest) =
        tidy_bound(strip_word(text, &["parameters", "params", "parameter", "param"]));
    let digits = rest.rfind(|c: char| c.is_ascii_digit() || c == '.')?;
    let (number, unit) = rest.split_at(digits + 1);
    let unit = match unit.trim().to_ascii_lowercase().as_str() {
        "" => "",
        "k" | "thousand" => "K",
        "m" | "mn" | "million" | "millions" => "M",
        "b" | "bn" | "billion" | "billions" => "B",
        "t" | "tn" | "trillion" | "trillions" => "T",
        _ => return None,
    };
    let number = match unit {
        "" => ungroup(number).or_else(|| expand(number)),
        // `1,024M` may be a decimal comma: nobody can tell.
        _ if number.matches(',').count() == 1 => None,
        _ => ungroup(number),
    };
    Some(format!("{bound}{}{unit}", mend_decimal(&number?)?))
}

fn strip_word<'a>(text: &'a str, words: &[&str]) -> &'a str {
    match text.rsplit_once(' ') {
        Some((before, last)) if words.iter().any(|word| last.eq_ignore_ascii_case(word)) => {
            before.trim_end()
        }
        _ => text,
    }
}

fn tidy_bound(text: &str) -> (&'static str, &str) {
    const ABOUT: [&str; 10] = [
        "~",
        "≈",
        "∼",
        "～",
        "about ",
        "around ",
        "approximately ",
        "approx. ",
        "ca. ",
        "roughly ",
    ];
    const MORE: [&str; 3] = [">", "more than ", "over "];
    let after = |words: &[&str]| {
        words.iter().find_map(|word| {
            let (start, rest) = text.split_at_checked(word.len())?;
            start.eq_ignore_ascii_case(word).then(|| rest.trim_start())
        })
    };
    match (after(&ABOUT), after(&MORE)) {
        (Some(rest), _) => ("~", rest),
        (None, Some(rest)) => (">", rest),
        (None, None) => ("", text),
    }
}

/// Takes the marks between groups of three digits away: `186,000,000`, `186_000_000`, `186 000 000`.
fn ungroup(number: &str) -> Option<String> {
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let mark = whole.chars().find(|c| matches!(c, ',' | '_' | ' ' | '\'' | '\u{a0}' | '\u{202f}'));
    let whole = match mark {
        None => whole.to_owned(),
        Some(mark) => {
            let mut groups = whole.split(mark);
            let led = groups.next().is_some_and(|group| group.len() <= 3 && is_digits(group));
            let by_threes = groups.all(|group| group.len() == 3 && is_digits(group));
            (led && by_threes).then(|| whole.replace(mark, ""))?
        }
    };
    let plain = match fraction {
        Some(fraction) => format!("{whole}.{fraction}"),
        None => whole,
    };
    plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.').then_some(plain)
}

/// Writes `1.5e9` out, where it is a whole number.
fn expand(number: &str) -> Option<String> {
    let (mantissa, exponent) = number.split_once(['e', 'E'])?;
    let power: usize = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let (whole, fraction) = split_decimal(mantissa)?;
    let zeros = power.checked_sub(fraction.len()).filter(|zeros| *zeros <= 20)?;
    Some(format!("{whole}{fraction}{}", "0".repeat(zeros)))
}
