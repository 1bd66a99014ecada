//! The two axes of the timeline: whole years, and powers of ten.

use super::{Period, Share, Tick};
use crate::value::{Count, Date};

/// A stretch of time in days of equally long months, from its start to its end.
///
/// Months of 31 days are drawn for all: a tenth of a month is less than a point is wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Calendar {
    from: u32,
    to: u32,
}

const MONTH: u32 = 31;
const YEAR: u32 = 12 * MONTH;

impl Calendar {
    pub(super) fn of(date: Date) -> Self {
        let day = |(year, month, day): (u16, u8, u8)| {
            u32::from(year) * YEAR + (u32::from(month) - 1) * MONTH + u32::from(day)
        };
        let from = day(date.earliest()) - 1;
        // The last day of a short month ends where the month does.
        let to = match date.day() {
            Some(_) => from + 1,
            None => day(date.latest()).next_multiple_of(MONTH),
        };
        Self { from, to }
    }

    /// What covers both.
    pub(super) fn hull(self, other: Self) -> Self {
        Self { from: self.from.min(other.from), to: self.to.max(other.to) }
    }

    pub(super) fn whole_years(self) -> Self {
        Self { from: self.from / YEAR * YEAR, to: self.to.next_multiple_of(YEAR) }
    }

    pub(super) fn within(self, whole: Self) -> Period {
        let fraction = |days: u32| f64::from(days) / f64::from((whole.to - whole.from).max(1));
        let (from, to) = (self.from - whole.from, self.to - whole.from);
        Period {
            from: Share::new(fraction(from)),
            to: Share::new(fraction(to)),
            middle: Share::new(fraction(from + to) / 2.0),
            width: Share::new(fraction(to - from)),
        }
    }

    pub(super) fn ticks(self) -> Vec<Tick> {
        let years = self.from / YEAR..self.to / YEAR;
        let start = |year: u32| Self { from: year * YEAR, to: year * YEAR }.within(self).from;
        years.map(|year| Tick { label: year.to_string(), at: start(year) }).collect()
    }
}

/// The powers of ten between which all sizes lie.
#[derive(Debug, Clone, Copy)]
pub(in crate::views) struct Decades {
    lowest: u32,
    highest: u32,
}

impl Decades {
    pub(in crate::views) fn around(sizes: impl Iterator<Item = u64>) -> Option<Self> {
        let (least, most) = sizes.fold(None, |ends, size| {
            let (least, most) = ends.unwrap_or((size, size));
            Some((size.min(least), size.max(most)))
        })?;
        let lowest = least.checked_ilog10()?;
        let highest = most.checked_ilog10()? + u32::from(!is_power_of_ten(most));
        // One size alone, if it is a power of ten, has the decade above it.
        Some(Self { lowest, highest: highest.max(lowest + 1) })
    }

    #[expect(clippy::cast_precision_loss, reason = "a chart does not show the sixteenth digit")]
    pub(in crate::views) fn share(self, size: u64) -> Share {
        let decades = f64::from(self.highest - self.lowest);
        Share::new((f64::from(self.highest) - (size as f64).log10()) / decades)
    }

    pub(in crate::views) fn ticks(self) -> Vec<Tick> {
        let at = |decade: u32| f64::from(self.highest - decade);
        let whole = f64::from(self.highest - self.lowest);
        let tick = |decade| Tick { label: label(decade), at: Share::new(at(decade) / whole) };
        (self.lowest..=self.highest).map(tick).collect()
    }
}

fn is_power_of_ten(size: u64) -> bool {
    size.checked_ilog10().is_some_and(|decade| 10_u64.pow(decade) == size)
}

/// `10K`, `100M`, `1B`: as counts are written in entries.
fn label(decade: u32) -> String {
    let unit = ["", "K", "M", "B", "T"];
    let thousands = (decade / 3).min(4);
    let number = "0".repeat(usize::try_from(decade - thousands * 3).unwrap_or(0));
    let unit = unit.get(usize::try_from(thousands).unwrap_or(0)).copied().unwrap_or_default();
    let text = format!("1{number}{unit}");
    debug_assert!(text.parse::<Count>().is_ok(), "{text}");
    text
}
