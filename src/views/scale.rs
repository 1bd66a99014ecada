//! A logarithmic scale whose bounds come from the data, rounded to powers of ten.

use serde::Serialize;

/// A scale from one power of ten to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scale {
    /// The exponent of the lower bound.
    low: u32,
    /// The exponent of the upper bound.
    high: u32,
    /// The powers of ten.
    pub ticks: Vec<Tick>,
}

/// A power of ten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tick {
    /// What it says: `10M`.
    pub label: String,
    /// Where it stands, in per cent.
    pub at: String,
    /// Where it stands in the small drawing of a row, in pixels.
    pub x: String,
}

/// The width of the small drawing of a row, in pixels; half a pixel at each end keeps its lines sharp.
const WIDTH: f64 = 111.0;

impl Scale {
    /// The scale that holds all values; nothing where there are none.
    #[must_use]
    pub fn of(values: impl Iterator<Item = u64>) -> Option<Self> {
        let values: Vec<u64> = values.filter(|value| *value > 0).collect();
        let low = values.iter().min()?.ilog10();
        let largest = *values.iter().max()?;
        let reached = 10_u64.checked_pow(largest.ilog10()) == Some(largest);
        let high = (largest.ilog10() + u32::from(!reached)).max(low + 1);
        let mut scale = Self { low, high, ticks: Vec::new() };
        scale.ticks = (low..=high)
            .map(|exponent| Tick {
                label: label(exponent),
                at: scale.part(f64::from(exponent)),
                x: format!(
                    "{:.1}",
                    0.5 + (WIDTH * f64::from(exponent - low) / f64::from(high - low)).round()
                ),
            })
            .collect();
        Some(scale)
    }

    /// Where a value stands, in per cent from the lower bound.
    #[must_use]
    pub fn at(&self, value: u64) -> String {
        #[expect(clippy::cast_precision_loss, reason = "a picture needs no more than 52 bits")]
        self.part((value.max(1) as f64).log10())
    }

    fn part(&self, exponent: f64) -> String {
        let width = f64::from(self.high - self.low);
        let part = 100.0 * (exponent - f64::from(self.low)) / width;
        let text = format!("{:.1}", part.clamp(0.0, 100.0));
        text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
    }
}

/// A power of ten as counts are written: `100K`, `1B`.
fn label(exponent: u32) -> String {
    let unit = match exponent / 3 {
        0 => "",
        1 => "K",
        2 => "M",
        3 => "B",
        _ => "T",
    };
    let rest = exponent - 3 * (exponent / 3).min(4);
    format!("1{}{unit}", "0".repeat(rest as usize))
}
