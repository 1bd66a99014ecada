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
    /// How far from its point a name may stand, in points, where a thin line leads to it; nothing means beside it only.
    pub reach: u8,
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
            reach: 0,
        }
    }

    /// Lettering whose names may stand away from their points, and whose rails are as high as their names need.
    #[must_use]
    pub fn reaching(self, points: u8) -> Self {
        Self { reach: points, ..self }
    }

    fn width(&self, name: &str) -> f64 {
        text_width(name) * self.letter
    }
}

/// About how wide a text is in a system font, in usual letters.
#[must_use]
pub fn text_width(text: &str) -> f64 {
    let letters = |letter: char| match letter {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | '-' | ' ' | '1' | '(' | ')' => 0.62,
        'm' | 'w' | 'M' | 'W' => 1.55,
        letter if letter.is_ascii_uppercase() => 1.22,
        letter if letter.is_ascii() => 1.0,
        _ => 1.85,
    };
    text.chars().map(letters).sum()
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

/// Puts points of a rail that would cover each other into lanes; where names may reach, so that each has room for its own.
pub(super) fn stack(points: &mut [Point], rails: &mut [Rail], lettering: Lettering) {
    for (at, rail) in rails.iter_mut().enumerate() {
        let mut lanes: Vec<Vec<(f64, f64)>> = Vec::new();
        for point in points.iter_mut().filter(|point| point.rail == Some(at)) {
            let (left, right) = room(point, lettering);
            let meets = |(start, end): &(f64, f64)| left < *end && *start < right;
            let free = lanes.iter().position(|lane| !lane.iter().any(meets));
            point.lane = free.unwrap_or(lanes.len());
            match lanes.get_mut(point.lane) {
                Some(lane) => lane.push((left, right)),
                None => lanes.push(vec![(left, right)]),
            }
        }
        rail.lanes = lanes.len().max(1);
    }
}

/// From where to where a point of a rail needs its lane for itself.
fn room(point: &Point, lettering: Lettering) -> (f64, f64) {
    let (half, middle) = (lettering.dot_width / 2.0, point.x.middle.fraction());
    if lettering.reach == 0 {
        return (middle - half, middle + half);
    }
    let dot = dot(point, lettering);
    let name = |side| beside(dot, side, lettering.width(&point.name), lettering).1;
    let (right, left) = (name(Side::Right), name(Side::Left));
    if right.is_inside(lettering) { (dot.left, right.right) } else { (left.left, dot.right) }
}

/// Writes names where there is room: the largest and the newest models first, and then, at the end of a line, those for
/// which there is none beside their points.
pub(super) fn place(points: &mut [Point], lettering: Lettering) {
    let mut sheet = Sheet::of(points, lettering);
    let mut left: Vec<usize> = Vec::new();
    for at in priority(points) {
        let Some(point) = points.get_mut(at) else { continue };
        point.label = sheet.beside(at, point);
        if point.label.is_none() && point.rail.is_none() {
            left.push(at);
        }
    }
    for (at, label) in sheet.away_all(points, &left) {
        if let Some(point) = points.get_mut(at) {
            point.label = Some(label);
        }
    }
}

/// What stands on the chart so far.
#[derive(Clone)]
struct Sheet {
    lettering: Lettering,
    dots: Vec<Area>,
    /// Lines to the variants: in the way of every name, those of the same model among them.
    whiskers: Vec<Area>,
    names: Vec<Area>,
    /// The pieces of the lines that lead to names.
    leads: Vec<Area>,
}

impl Sheet {
    fn of(points: &[Point], lettering: Lettering) -> Self {
        Self {
            lettering,
            dots: points.iter().map(|point| dot(point, lettering)).collect(),
            whiskers: points.iter().filter_map(|point| line(point, lettering)).collect(),
            names: Vec::new(),
            leads: Vec::new(),
        }
    }

    /// Whether a name may stand there: free of the points of other models, of names and of lines.
    fn takes_name(&self, at: usize, area: &Area) -> bool {
        let mut foreign = self.dots.iter().enumerate().filter(|(other, _)| *other != at);
        let mut taken = self.names.iter().chain(&self.whiskers).chain(&self.leads);
        area.is_inside(self.lettering)
            && !foreign.any(|(_, dot)| area.meets(dot))
            && !taken.any(|other| area.meets(other))
    }

    fn beside(&mut self, at: usize, point: &Point) -> Option<Label> {
        let dot = *self.dots.get(at)?;
        let width = self.lettering.width(&point.name);
        // Above and below a point of a rail are its other lanes.
        let sides: &[Side] = match point.rail {
            Some(_) => &[Side::Right, Side::Left],
            None => &[Side::Right, Side::Left, Side::Above, Side::Below],
        };
        let mut found = sides.iter().map(|side| beside(dot, *side, width, self.lettering));
        let (label, area) = found.find(|(_, area)| self.takes_name(at, area))?;
        self.names.push(area);
        Some(label)
    }

    /// Names at the ends of lines. Which come first decides how many find a place, so a few orders are tried.
    fn away_all(&self, points: &[Point], left: &[usize]) -> Vec<(usize, Label)> {
        let by = |key: &dyn Fn(&Point) -> (Option<Share>, Share)| {
            let mut order = left.to_vec();
            order.sort_by_key(|at| points.get(*at).map(key));
            order
        };
        let y = |point: &Point| point.size.as_ref().map(|size| size.y);
        let high = by(&|point| (y(point), point.x.middle));
        let early = by(&|point| (Some(point.x.middle), y(point).unwrap_or_default()));
        let mut orders = vec![left.to_vec(), high, early];
        orders.extend(orders.clone().into_iter().map(|order| order.into_iter().rev().collect()));
        let mut best: Vec<(usize, Label)> = Vec::new();
        for order in orders {
            let mut sheet = self.clone();
            let place = |at: &usize| Some((*at, sheet.away(*at, points.get(*at)?)?));
            let placed: Vec<(usize, Label)> = order.iter().filter_map(place).collect();
            if placed.len() > best.len() {
                best = placed;
            }
        }
        best
    }

    /// The nearest place for a name to which a line can lead without touching another name, point or line.
    fn away(&mut self, at: usize, point: &Point) -> Option<Label> {
        let dot = *self.dots.get(at)?;
        let width = self.lettering.width(&point.name);
        for distance in 2..=self.lettering.reach {
            for (across, down) in DIRECTIONS {
                let steps = f64::from(distance);
                let (label, area) = far(dot, (across * steps, down * steps), width, self.lettering);
                if !self.takes_name(at, &area) {
                    continue;
                }
                let lead = lead(dot, (across, down), distance, self.lettering);
                let is_free = |piece: &Area| {
                    let mut foreign = self
                        .dots
                        .iter()
                        .enumerate()
                        .filter(|(other, of)| *other != at && !of.meets(&dot));
                    !foreign.any(|(_, of)| piece.meets(of))
                        && !self.names.iter().chain(&self.leads).any(|other| piece.meets(other))
                };
                if lead.iter().all(is_free) {
                    self.names.push(area);
                    self.leads.extend(lead);
                    return Some(label);
                }
            }
        }
        None
    }
}

/// Where a line may lead, in points across and down for each step: flat ones first, since names are wide.
const DIRECTIONS: [(f64, f64); 24] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.97, -0.26),
    (0.97, 0.26),
    (-0.97, -0.26),
    (-0.97, 0.26),
    (0.87, -0.5),
    (0.87, 0.5),
    (-0.87, -0.5),
    (-0.87, 0.5),
    (0.71, -0.71),
    (0.71, 0.71),
    (-0.71, -0.71),
    (-0.71, 0.71),
    (0.5, -0.87),
    (0.5, 0.87),
    (-0.5, -0.87),
    (-0.5, 0.87),
    (0.26, -0.97),
    (0.26, 0.97),
    (-0.26, -0.97),
    (-0.26, 0.97),
    (0.0, -1.0),
    (0.0, 1.0),
];

/// A label at the end of a line, with the room it takes.
fn far(dot: Area, (across, down): (f64, f64), width: f64, lettering: Lettering) -> (Label, Area) {
    let x = f64::midpoint(dot.left, dot.right) + across * lettering.dot_width;
    let y = f64::midpoint(dot.top, dot.bottom) + down * lettering.dot_height;
    let gap = lettering.letter / 2.0;
    let half = lettering.line / 2.0;
    let (side, left, y) = if across.abs() * 2.0 > down.abs() {
        if across > 0.0 { (Side::Right, x + gap, y) } else { (Side::Left, x - gap - width, y) }
    } else if down < 0.0 {
        (Side::Above, x - width / 2.0, y - half)
    } else {
        (Side::Below, x - width / 2.0, y + half)
    };
    let at = match side {
        Side::Right => left,
        Side::Left => left + width,
        Side::Above | Side::Below => x,
    };
    let area = Area { rail: None, left, right: left + width, top: y - half, bottom: y + half };
    (Label { side, x: Share::new(at), y: Share::new(y), away: true }, area)
}

/// The pieces of a line from the edge of a point, four for each step.
fn lead(dot: Area, (across, down): (f64, f64), distance: u8, lettering: Lettering) -> Vec<Area> {
    let (x, y) = (f64::midpoint(dot.left, dot.right), f64::midpoint(dot.top, dot.bottom));
    let (half_width, half_height) = (lettering.dot_width / 8.0, lettering.dot_height / 8.0);
    let piece = |quarter: u32| {
        let steps = f64::from(quarter) / 4.0;
        let (x, y) =
            (x + across * steps * lettering.dot_width, y + down * steps * lettering.dot_height);
        Area {
            rail: None,
            left: x - half_width,
            right: x + half_width,
            top: y - half_height,
            bottom: y + half_height,
        }
    };
    (3..u32::from(distance) * 4).map(piece).collect()
}

/// A point, with the days that its date may stand for where they are wider than it.
fn dot(point: &Point, lettering: Lettering) -> Area {
    let middle = point.x.middle.fraction();
    #[expect(clippy::cast_precision_loss, reason = "a few lanes")]
    let lane = point.lane as f64;
    let y = point.size.as_ref().map_or(lane * lettering.line, |size| size.y.fraction());
    let wide = if point.x.width.fraction() > lettering.dot_width * 2.0 {
        point.x.width.fraction()
    } else {
        lettering.dot_width
    };
    Area {
        rail: point.rail,
        left: middle - wide / 2.0,
        right: middle + wide / 2.0,
        top: y - lettering.dot_height / 2.0,
        bottom: y + lettering.dot_height / 2.0,
    }
}

/// The line from the largest to the smallest variant.
fn line(point: &Point, lettering: Lettering) -> Option<Area> {
    let [largest, smallest] = point.size.as_ref()?.variants?;
    let (middle, half) = (point.x.middle.fraction(), lettering.dot_width / 8.0);
    Some(Area {
        rail: None,
        left: middle - half,
        right: middle + half,
        top: largest.fraction(),
        bottom: smallest.fraction(),
    })
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
    (Label { side, x: Share::new(x), y: Share::new(y), away: false }, area)
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
