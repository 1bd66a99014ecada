//! Which names are written in the timeline, and where, so that none covers another or a point.

use std::cmp::Reverse;

use super::{Label, Point, Rail, Share, Side};

/// How much room letters and points take, in parts of the chart's width and height.
///
/// A drawing leaves half a line free above and below the plot.
///
/// Names are measured by their letters, since no font is at hand when the picture is made; a wide letter is about one
/// and a half times as wide as [`Lettering::letter`], and a Chinese one twice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lettering {
    /// The width of a usual letter.
    pub letter: f64,
    /// The height of a line.
    pub line: f64,
    /// The width of a point.
    pub dot_width: f64,
    /// The height of a point.
    pub dot_height: f64,
}

impl Lettering {
    /// Lettering of a height on a plot of a width and a height, with points of a diameter, all in the same unit.
    #[must_use]
    pub fn new(letters: f64, width: f64, height: f64, dot: f64) -> Self {
        Self {
            // The usual letter of a system font, with a little to spare.
            letter: letters * 0.56 / width,
            line: letters * 1.15 / height,
            dot_width: dot / width,
            dot_height: dot / height,
        }
    }

    fn width(&self, name: &str) -> f64 {
        let letters = |letter: char| match letter {
            'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | '-' | ' ' | '1' | '(' | ')' => 0.62,
            'm' | 'w' | 'M' | 'W' => 1.55,
            letter if letter.is_ascii_uppercase() => 1.22,
            letter if letter.is_ascii() => 1.0,
            _ => 1.85,
        };
        name.chars().map(letters).sum::<f64>() * self.letter
    }
}

/// A rectangle on the plot or, apart from it, on a rail.
#[derive(Debug, Clone, Copy)]
struct Area {
    /// Nothing for the plot.
    rail: Option<usize>,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    fn meets(&self, other: &Self) -> bool {
        self.rail == other.rail
            && self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether it is on the chart, or reaches no further above or below it than half a line at a point of its edge does.
    fn is_inside(&self, lettering: Lettering) -> bool {
        let over = lettering.line / 2.0 + f64::EPSILON;
        // A rail has no top and no bottom of its own.
        let high = self.rail.is_some() || (self.top >= -over && self.bottom <= 1.0 + over);
        self.left >= 0.0 && self.right <= 1.0 && high
    }
}

/// Puts points of a rail that would cover each other into lanes.
pub(super) fn stack(points: &mut [Point], rails: &mut [Rail], lettering: Lettering) {
    for (at, rail) in rails.iter_mut().enumerate() {
        let mut ends: Vec<f64> = Vec::new();
        for point in points.iter_mut().filter(|point| point.rail == Some(at)) {
            let middle = point.x.middle.fraction();
            let free = ends.iter().position(|end| *end <= middle - lettering.dot_width);
            point.lane = free.unwrap_or(ends.len());
            match ends.get_mut(point.lane) {
                Some(end) => *end = middle,
                None => ends.push(middle),
            }
        }
        rail.lanes = ends.len().max(1);
    }
}

/// Writes names where there is room: the largest and the newest models first.
pub(super) fn place(points: &mut [Point], lettering: Lettering) {
    let dots: Vec<Area> = points.iter().map(|point| dot(point, lettering)).collect();
    let mut taken: Vec<Area> = Vec::new();
    for at in priority(points) {
        let (Some(point), Some(dot)) = (points.get_mut(at), dots.get(at)) else { continue };
        let width = lettering.width(&point.name);
        let free = |area: &Area| {
            let foreign = dots.iter().enumerate().filter(|(other, _)| *other != at);
            area.is_inside(lettering)
                && !taken.iter().any(|other| area.meets(other))
                && !foreign.map(|(_, dot)| dot).any(|dot| area.meets(dot))
        };
        // Above and below a point of a rail are its other lanes.
        let sides: &[Side] = match point.rail {
            Some(_) => &[Side::Right, Side::Left],
            None => &[Side::Right, Side::Left, Side::Above, Side::Below],
        };
        let found = sides.iter().map(|side| beside(*dot, *side, width, lettering));
        if let Some((label, area)) = found.into_iter().find(|(_, area)| free(area)) {
            point.label = Some(label);
            taken.push(area);
        }
    }
}

fn dot(point: &Point, lettering: Lettering) -> Area {
    let middle = point.x.middle.fraction();
    #[expect(clippy::cast_precision_loss, reason = "a few lanes")]
    let lane = point.lane as f64;
    let y = point.size.as_ref().map_or(lane * lettering.line, |size| size.y.fraction());
    let (half_width, half_height) = (lettering.dot_width / 2.0, lettering.dot_height / 2.0);
    Area {
        rail: point.rail,
        left: middle - half_width,
        right: middle + half_width,
        top: y - half_height,
        bottom: y + half_height,
    }
}

/// A label on a side of a point, with the room it takes.
fn beside(dot: Area, side: Side, width: f64, lettering: Lettering) -> (Label, Area) {
    let middle = f64::midpoint(dot.left, dot.right);
    let gap = lettering.letter / 2.0;
    let (left, x) = match side {
        Side::Right => (dot.right + gap, dot.right + gap),
        Side::Left => (dot.left - gap - width, dot.left - gap),
        Side::Above | Side::Below => (middle - width / 2.0, middle),
    };
    let half = lettering.line / 2.0;
    let y = match side {
        Side::Right | Side::Left => f64::midpoint(dot.top, dot.bottom),
        Side::Above => dot.top - half,
        Side::Below => dot.bottom + half,
    };
    let area = Area { rail: dot.rail, left, right: left + width, top: y - half, bottom: y + half };
    (Label { side, x: Share::new(x), y: Share::new(y) }, area)
}

/// The positions of the points: the largest, the newest, the second largest, and so on; those without a size last.
fn priority(points: &[Point]) -> Vec<usize> {
    let rank = |order: &dyn Fn(&Point) -> Option<Reverse<Share>>| {
        let mut ranked: Vec<usize> = (0..points.len()).collect();
        ranked.sort_by_key(|at| {
            let key = points.get(*at).and_then(order);
            (key.is_none(), key)
        });
        let mut ranks = vec![0; points.len()];
        for (rank, at) in ranked.into_iter().enumerate() {
            if let Some(slot) = ranks.get_mut(at) {
                *slot = rank;
            }
        }
        ranks
    };
    // The top of the chart is 0.
    let upside = |size: &super::Size| Reverse(Share::new(1.0 - size.y.fraction()));
    let size = rank(&|point| point.size.as_ref().map(upside));
    let date = rank(&|point| Some(Reverse(point.x.middle)));
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by_key(|at| {
        let of = |ranks: &[usize]| ranks.get(*at).copied().unwrap_or(usize::MAX);
        (points.get(*at).is_none_or(|point| point.rail.is_some()), of(&size).min(of(&date)), *at)
    });
    order
}
