//! The logarithmic scale on which lists and pages draw the sizes of models.

use serde::Serialize;

use super::timeline::{Decades, Share, Tick};

/// A scale between powers of ten, from the left to the right.
#[derive(Debug, Clone, Serialize)]
pub struct Scale {
    #[serde(skip)]
    decades: Decades,
    /// The powers of ten.
    pub ticks: Vec<Tick>,
    /// Where they stand in the small drawing of a row, in pixels.
    pub marks: Vec<u32>,
}

/// The width of the small drawing of a row, in pixels.
const WIDTH: f64 = 112.0;

impl Scale {
    /// The scale that holds all values; nothing where there are none.
    #[must_use]
    pub fn of(values: impl Iterator<Item = u64>) -> Option<Self> {
        let decades = Decades::around(values)?;
        let turned = |tick: Tick| Tick { at: turned(tick.at), ..tick };
        let ticks: Vec<Tick> = decades.ticks().into_iter().map(turned).collect();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 112")]
        let mark = |tick: &Tick| (WIDTH * tick.at.fraction()).round() as u32;
        Some(Self { marks: ticks.iter().map(mark).collect(), ticks, decades })
    }

    /// Where a value stands, from the left.
    #[must_use]
    pub fn at(&self, value: u64) -> Share {
        turned(self.decades.share(value))
    }
}

/// A share of the height, from the top, as one of the width, from the left.
fn turned(share: Share) -> Share {
    Share::new(1.0 - share.fraction())
}
