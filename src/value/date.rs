//! A date with the precision it was written with: a year, a month or a day.

use std::fmt;

use super::{Malformed, is_digits, quoted};
use crate::diag::Code;

/// A year, a month or a day; ordered by its earliest day, the less precise first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

text_value!(Date, Code::BadDate);

impl Date {
    /// Makes a date of its parts, unless the calendar has no such day.
    #[must_use]
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let fits = match (month, day) {
            (None, None) => true,
            (None, Some(_)) => false,
            (Some(month), None) => (1..=12).contains(&month),
            (Some(month), Some(day)) => (1..=days_in(year, month)).contains(&day),
        };
        (fits && (1000..=9999).contains(&year)).then_some(Self { year, month, day })
    }

    /// The day of a moment in Coordinated Universal Time, given in seconds since 1970; the last day of 9999 at most.
    #[must_use]
    pub fn of_epoch(seconds: u64) -> Self {
        let mut days = seconds / 86_400;
        let mut year = 1970;
        let length = |year: u16| (1..=12).map(|month| u64::from(days_in(year, month))).sum::<u64>();
        while days >= length(year) && year < 9999 {
            days -= length(year);
            year += 1;
        }
        let mut month = 1;
        while days >= u64::from(days_in(year, month)) && month < 12 {
            days -= u64::from(days_in(year, month));
            month += 1;
        }
        let day = u8::try_from(days + 1).unwrap_or(31).min(31);
        Self { year, month: Some(month), day: Some(day) }
    }

    /// Seconds from the beginning of 1970 to that of the first day it may stand for.
    #[must_use]
    pub fn epoch(&self) -> i64 {
        let (year, month, day) = self.earliest();
        let length = |year: u16| (1..=12).map(|month| i64::from(days_in(year, month))).sum::<i64>();
        let years: i64 = match year {
            1970.. => (1970..year).map(length).sum(),
            _ => -(year..1970).map(length).sum::<i64>(),
        };
        let months: i64 = (1..month).map(|month| i64::from(days_in(year, month))).sum();
        (years + months + i64::from(day) - 1) * 86_400
    }

    /// The year.
    #[must_use]
    pub fn year(&self) -> u16 {
        self.year
    }

    /// The month, where it is known.
    #[must_use]
    pub fn month(&self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where it is known.
    #[must_use]
    pub fn day(&self) -> Option<u8> {
        self.day
    }

    /// The first day it may stand for, as year, month and day.
    #[must_use]
    pub fn earliest(&self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day it may stand for, as year, month and day.
    #[must_use]
    pub fn latest(&self) -> (u16, u8, u8) {
        let month = self.month.unwrap_or(12);
        (self.year, month, self.day.unwrap_or_else(|| days_in(self.year, month)))
    }

    /// True where no reading of the two dates puts this one on or before the other.
    #[must_use]
    pub fn certainly_after(&self, other: &Self) -> bool {
        self.earliest() > other.latest()
    }

    fn examine(text: &str) -> Result<Self, Malformed> {
        if let Some(parts) = strict_parts(text) {
            return parts.date().ok_or_else(|| impossible(text, parts));
        }
        let refusal = Malformed::new(Code::BadDate, format!("{} is not a date", quoted(text)));
        if let Some((year, "1")) = text.split_once('.')
            && is_digits(year)
        {
            // A reader of numbers turns 2022.10 into 2022.1: nobody can tell January from October here.
            return Err(refusal
                .label("January, or October without its zero")
                .help(format!("write `{year}-01` or `{year}-10`")));
        }
        let Some(parts) = loose_parts(text) else {
            return Err(
                refusal.help("write a year, a month or a day: `2022`, `2022-02` or `2022-02-14`")
            );
        };
        match parts.date() {
            Some(date) => Err(refusal.label(fault(text)).instead(date.to_string())),
            None => Err(impossible(text, parts)),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// One day: what happened to the list itself is known to the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

text_value!(Day, Code::BadDate);

impl Day {
    /// The day as a date.
    #[must_use]
    pub fn date(self) -> Date {
        self.0
    }

    fn examine(text: &str) -> Result<Self, Malformed> {
        let date = Date::examine(text)?;
        if date.day().is_some() {
            return Ok(Self(date));
        }
        let what = format!("{} is not one day", quoted(text));
        Err(Malformed::new(Code::BadDate, what).help("write the day too, such as `2026-11-28`"))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Year, month and day as read, before the calendar was asked.
#[derive(Clone, Copy)]
struct Parts {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Parts {
    fn date(self) -> Option<Date> {
        Date::new(self.year, self.month, self.day)
    }
}

/// A piece of a loosely written date: a number with its count of digits, or the name of a month.
#[derive(Clone, Copy)]
enum Piece {
    Number(usize, u32),
    Month(u8),
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

fn strict_parts(text: &str) -> Option<Parts> {
    let mut pieces = text.split('-');
    let year = pieces
        .next()
        .filter(|year| year.len() == 4 && is_digits(year) && !year.starts_with('0'))?;
    let mut two = || match pieces.next() {
        None => Some(None),
        Some(piece) if piece.len() == 2 && is_digits(piece) => piece.parse().ok().map(Some),
        Some(_) => None,
    };
    let (month, day) = (two()?, two()?);
    if pieces.next().is_some() {
        return None;
    }
    Some(Parts { year: year.parse().ok()?, month, day })
}

/// The first and the last day of a text such as `2026-01-15 to 2026-04-30`.
#[must_use]
pub fn span_of(text: &str) -> Option<(Date, Date)> {
    const BETWEEN: [&str; 12] =
        [" to ", " until ", " till ", " through ", " - ", "–", "—", "…", "..", "至", "到", "~"];
    let date = |text: &str| {
        let text = text.trim().trim_matches('.').trim_start_matches("from ").trim();
        match text.parse::<Date>() {
            Ok(date) => Some(date),
            Err(why) => why.instead?.parse().ok(),
        }
    };
    let split = BETWEEN.iter().filter_map(|mark| text.split_once(mark));
    let spans = split.chain(text.split_once('/'));
    spans.into_iter().find_map(|(start, end)| Some((date(start)?, date(end)?)))
}

/// Reads the other ways people write a date, where there is only one way to understand them.
fn loose_parts(text: &str) -> Option<Parts> {
    use Piece::{Month, Number};
    let full = |year: u32, month: u32, day: u32| parts(year, Some(month), Some(day));
    let plausible = |found: Option<Parts>| {
        found.filter(|parts| (1900..2100).contains(&parts.year) && parts.date().is_some())
    };
    match *pieces(before_time(text))?.as_slice() {
        [Number(4, year)] => parts(year, None, None),
        [Number(6, digits)] => plausible(parts(digits / 100, Some(digits % 100), None)),
        [Number(8, digits)] => plausible(full(digits / 10_000, digits / 100 % 100, digits % 100)),
        [Number(4, year), Number(1 | 2, month)] | [Number(1 | 2, month), Number(4, year)] => {
            parts(year, Some(month), None)
        }
        [Number(4, year), Number(1 | 2, month), Number(1 | 2, day)] => full(year, month, day),
        [Month(month), Number(4, year)] | [Number(4, year), Month(month)] => {
            parts(year, Some(month.into()), None)
        }
        [Number(1 | 2, day), Month(month), Number(4, year)]
        | [Month(month), Number(1 | 2, day), Number(4, year)]
        | [Number(4, year), Month(month), Number(1 | 2, day)] => full(year, month.into(), day),
        [Number(1 | 2, one), Number(1 | 2, two), Number(4, year)] => match (one > 12, two > 12) {
            (true, false) => full(year, two, one),
            (false, true) => full(year, one, two),
            (false, false) if one == two => full(year, one, two),
            // 03/04/2022 is March here and April there.
            _ => None,
        },
        _ => None,
    }
}

fn parts(year: u32, month: Option<u32>, day: Option<u32>) -> Option<Parts> {
    let year = u16::try_from(year).ok().filter(|year| *year >= 1000)?;
    let small = |number: Option<u32>| match number {
        Some(number) => u8::try_from(number).ok().map(Some),
        None => Some(None),
    };
    Some(Parts { year, month: small(month)?, day: small(day)? })
}

/// Leaves out the time of a timestamp such as `2022-02-14T09:30:00Z`.
fn before_time(text: &str) -> &str {
    match text.split_once(['T', 't', ' ']) {
        Some((day, time))
            if strict_parts(day).is_some_and(|parts| parts.day.is_some())
                && time.contains(':')
                && time.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            day
        }
        _ => text,
    }
}

fn pieces(text: &str) -> Option<Vec<Piece>> {
    const CJK: [char; 4] = ['年', '月', '日', '号'];
    let ends = |c: char| c.is_ascii_alphanumeric() || CJK.contains(&c);
    if !text.starts_with(|c: char| c.is_ascii_alphanumeric()) || !text.ends_with(ends) {
        return None;
    }
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| match first {
            '0'..='9' => c.is_ascii_digit(),
            _ if first.is_ascii_alphabetic() => c.is_ascii_alphabetic(),
            _ => matches!(c, ' ' | '.' | '-' | '/' | ',' | '_' | '–' | '‑') || CJK.contains(&c),
        };
        let (run, after) = rest.split_at(rest.find(|c| !same(c)).unwrap_or(rest.len()));
        match first {
            _ if run.is_empty() || found.len() > 3 => return None,
            '0'..='9' => found.push(Piece::Number(run.len(), run.parse().ok()?)),
            _ if matches!(run, "st" | "nd" | "rd" | "th") => {}
            _ if first.is_ascii_alphabetic() => found.push(Piece::Month(month_called(run)?)),
            _ => {}
        }
        rest = after;
    }
    Some(found)
}

fn month_called(name: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = name.to_ascii_lowercase();
    let shortened = |full: &str| full.get(..3) == Some(name.as_str());
    let at = NAMES.iter().position(|full| *full == name || shortened(full));
    let at = at.or_else(|| (name == "sept").then_some(8))?;
    u8::try_from(at + 1).ok()
}

/// What is wrong with the writing of a date that can be understood.
fn fault(text: &str) -> &'static str {
    let only = |allowed: fn(u8) -> bool| text.bytes().all(allowed);
    let year_first = text.len() >= 4 && text.bytes().take(4).all(|byte| byte.is_ascii_digit());
    if before_time(text) != text {
        "a day without its time is enough"
    } else if year_first && text.contains('-') && only(|byte| matches!(byte, b'0'..=b'9' | b'-')) {
        "months and days have two digits"
    } else if text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        "the month is given by its name, not by its number"
    } else if year_first {
        "not written with hyphens"
    } else {
        "the year does not come first"
    }
}

fn impossible(text: &str, parts: Parts) -> Malformed {
    let refusal = |why: String| {
        Malformed::new(
            Code::ImpossibleDate,
            format!("{} is not in the calendar: {why}", quoted(text)),
        )
    };
    let month = parts.month.unwrap_or(1);
    if !(1..=12).contains(&month) {
        return refusal("a year has 12 months".to_owned())
            .label(format!("month {month}"))
            .help("write a month from `01` to `12`");
    }
    let last = days_in(parts.year, month);
    refusal(format!("{}-{month:02} has {last} days", parts.year))
        .label(format!("day {}", parts.day.unwrap_or(0)))
        .help(format!("write a day from `01` to `{last}`"))
}
