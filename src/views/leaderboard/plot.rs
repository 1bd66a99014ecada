//! The drawing of a ranking: score against size, in shares of the plot, so that it fits any width.

use serde::Serialize;

use super::rank::Ranked;
use crate::kinds::Basis;
use crate::views::{Scale, Share, Tick};

/// Fewer points than these show nothing that the table does not.
const FEWEST: usize = 3;
/// How many lines a scale of scores has at most.
const STEPS: f64 = 5.0;

/// Score against size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plot {
    /// The sizes along the lower edge.
    pub sizes: Vec<Tick>,
    /// The scores along the side.
    pub scores: Vec<Mark>,
    /// The points.
    pub points: Vec<Point>,
    /// How many scores are not drawn, since the size of what was measured is not known.
    pub unsized_rows: usize,
}

/// A line of the scale of scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// What it says.
    pub label: String,
    /// Where it stands, from the top.
    pub at: Share,
}

/// A score at a size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Point {
    /// The rank, which leads to the row of the table.
    pub rank: usize,
    /// What it says when it is pointed at.
    pub title: String,
    /// The model's page, from the site's root.
    pub page: Option<String>,
    /// Whether its own authors report it.
    pub own: bool,
    /// Where it stands, from the left.
    pub x: Share,
    /// Where it stands, from the top.
    pub y: Share,
    /// The ends of its spread, from the top.
    pub ends: Option<(Share, Share)>,
    /// At which side of the point its rank is written: `start`, `end`, or nowhere for want of room.
    pub side: Option<&'static str>,
}

impl Plot {
    /// A drawing of a ranking, where enough sizes are known.
    pub(super) fn of(ranked: &[Ranked]) -> Option<Self> {
        let drawn: Vec<(&Ranked, u64)> =
            ranked.iter().filter_map(|ranked| Some((ranked, ranked.size?))).collect();
        if drawn.len() < FEWEST {
            return None;
        }
        let scale = Scale::of(drawn.iter().map(|(_, size)| *size))?;
        let heights = Heights::of(drawn.iter().map(|(ranked, _)| *ranked));
        let point = |(ranked, size): &(&Ranked, u64)| {
            let spread = ranked.spread.filter(|spread| *spread > 0.0);
            Point {
                rank: ranked.placed.rank,
                title: title(ranked),
                page: ranked.placed.who.page.clone(),
                own: ranked.placed.basis == Some(Basis::SelfReported),
                x: scale.at(*size),
                y: heights.at(ranked.value),
                ends: spread.map(|spread| {
                    (heights.at(ranked.value + spread), heights.at(ranked.value - spread))
                }),
                side: None,
            }
        };
        let mut points: Vec<Point> = drawn.iter().map(point).collect();
        write_ranks(&mut points);
        Some(Self {
            points,
            unsized_rows: ranked.len() - drawn.len(),
            scores: heights.marks(),
            sizes: scale.ticks,
        })
    }
}

/// Half the room that a point and a rank take, in per cent of a small plot's width and height.
const DOT: (f64, f64) = (1.7, 2.2);
const RANK: (f64, f64) = (2.6, 2.6);
/// What is left free between the two, in per cent of the width.
const GAP: f64 = 0.1;

/// How many ranks are written at most: among more points than these none is told by its number.
const MOST_RANKS: usize = 60;

/// Decides where ranks are written, the best first: beside their points, and on no other point or rank.
fn write_ranks(points: &mut [Point]) {
    let place = |point: &Point| (100.0 * point.x.fraction(), 100.0 * point.y.fraction());
    let places: Vec<(f64, f64)> = points.iter().map(place).collect();
    let mut taken: Vec<((f64, f64), (f64, f64))> =
        places.iter().map(|place| (*place, DOT)).collect();
    for (point, (x, y)) in points.iter_mut().zip(&places).take(MOST_RANKS) {
        let off = DOT.0 + RANK.0 + GAP;
        let sides = [("end", x + off), ("start", x - off)];
        let free = |(_, at): &(&'static str, f64)| {
            let clear = |((x, other), (width, height)): &((f64, f64), (f64, f64))| {
                (at - x).abs() >= width + RANK.0 || (y - other).abs() >= height + RANK.1
            };
            taken.iter().all(clear)
        };
        if let Some((side, at)) = sides.into_iter().find(free) {
            point.side = Some(side);
            taken.push(((at, *y), RANK));
        }
    }
}

fn title(ranked: &Ranked) -> String {
    let placed = &ranked.placed;
    let variant = placed.who.variant.as_ref().map(|variant| format!(" {variant}"));
    let spread = placed.spread.as_ref().map(|spread| format!(" ± {spread}"));
    format!(
        "{}{}: {}{}, {}",
        placed.who.name,
        variant.unwrap_or_default(),
        placed.score,
        spread.unwrap_or_default(),
        placed.parameters.as_deref().unwrap_or_default(),
    )
}

/// A linear scale whose lines stand at round numbers.
struct Heights {
    low: f64,
    high: f64,
    step: f64,
}

impl Heights {
    fn of<'r>(ranked: impl Iterator<Item = &'r Ranked>) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for ranked in ranked {
            let spread = ranked.spread.unwrap_or(0.0);
            low = low.min(ranked.value - spread);
            high = high.max(ranked.value + spread);
        }
        let width = high - low;
        // Where all scores are equal, the scale is as wide as its numbers are large.
        let width = if width > 0.0 { width } else { high.abs().max(1.0) };
        let rough = width / STEPS;
        let power = 10_f64.powf(rough.log10().floor());
        let factor = [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * power >= rough);
        let step = power * factor.unwrap_or(10.0);
        let (bottom, top) = ((low / step).floor() * step, (high / step).ceil() * step);
        Self { low: bottom, high: if top > bottom { top } else { bottom + step }, step }
    }

    /// Where a score stands, from the top.
    fn at(&self, score: f64) -> Share {
        Share::new((self.high - score) / (self.high - self.low))
    }

    fn marks(&self) -> Vec<Mark> {
        let decimals = (0..12).find(|decimals| {
            let shifted = self.step * 10_f64.powi(*decimals);
            (shifted - shifted.round()).abs() < 1e-6
        });
        let decimals = usize::try_from(decimals.unwrap_or(12)).unwrap_or(12);
        let mut marks = Vec::new();
        let mut line = 0.0;
        while self.low + line * self.step <= self.high + self.step / 2.0 {
            let score = self.low + line * self.step;
            marks.push(Mark { label: format!("{score:.decimals$}"), at: self.at(score) });
            line += 1.0;
        }
        marks
    }
}
