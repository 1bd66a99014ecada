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

    /// What holds both.
    fn with(&self, other: &Self) -> Self {
        Self {
            rail: self.rail,
            left: self.left.min(other.left),
            right: self.right.max(other.right),
            top: self.top.min(other.top),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether it is on the chart, or reaches no further above or below it than half a line at a point of its edge does.
    fn is_inside(&self, lettering: Lettering) -> bool {
        let over = lettering.line / 2.0 + f64::EPSILON;
        // A rail has no top and no bottom of its own.
        let high = self.rail.is_some() || (self.top >= -over && self.bottom <= 1.0 + over);
        self.left >= 0.0 && self.right <= 1.0 && high
    }
}

/// The most lanes of a rail: where more points share a day, the others cover those that stand there.
const MOST_LANES: usize = 24;

/// Puts points of a rail that would cover each other into lanes; where names may reach, so that each has room for its own.
pub(super) fn stack(points: &mut [Point], rails: &mut [Rail], lettering: Lettering) {
    for (at, rail) in rails.iter_mut().enumerate() {
        let mut lanes: Vec<Lane> = Vec::new();
        for point in points.iter_mut().filter(|point| point.rail == Some(at)) {
            let (left, right) = room(point, lettering);
            point.lane = match lanes.iter_mut().position(|lane| lane.take(left, right)) {
                Some(free) => free,
                None if lanes.len() < MOST_LANES => {
                    lanes.push(Lane(vec![(left, right)]));
                    lanes.len() - 1
                }
                None => MOST_LANES - 1,
            };
        }
        rail.lanes = lanes.len().max(1);
        if rail.lanes > HIGH && points.iter().filter(|point| point.rail == Some(at)).count() > MANY
        {
            // So many that their names would stretch the picture stand in one line; its name says how many they are.
            points
                .iter_mut()
                .filter(|point| point.rail == Some(at))
                .for_each(|point| point.lane = 0);
            rail.lanes = 1;
            rail.is_crowded = true;
        }
    }
}

/// A rail of more lanes and more points than this is drawn as one line.
const HIGH: usize = 12;
const MANY: usize = 30;

/// The parts of a lane that are taken, from left to right.
struct Lane(Vec<(f64, f64)>);

impl Lane {
    /// Takes a part of the lane if it is free.
    fn take(&mut self, left: f64, right: f64) -> bool {
        // Parts do not meet, so that only the first one that ends behind the start of this one can be in its way.
        let next = self.0.partition_point(|(_, end)| *end <= left);
        let free = self.0.get(next).is_none_or(|(start, _)| right <= *start);
        if free {
            self.0.insert(next, (left, right));
        }
        free
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

/// How many names are tried on the plot, and on each rail: a picture of more names than these is no longer read, and
/// what each name costs does not grow with the list.
const MOST_NAMES: usize = 96;

/// Writes names where there is room: the largest and the newest models first, and then, at the end of a line, those for
/// which there is none beside their points.
pub(super) fn place(points: &mut [Point], known: &[Rail], lettering: Lettering) {
    let crowded =
        |point: &Point| point.rail.and_then(|at| known.get(at)).is_some_and(|of| of.is_crowded);
    let rails = points.iter().filter_map(|point| point.rail).max().map_or(0, |last| last + 1);
    let mut sheet = Sheet::of(points, rails, lettering);
    let mut tried = vec![0_usize; rails + 1];
    let mut left: Vec<usize> = Vec::new();
    for at in priority(points) {
        let Some(point) = points.get_mut(at) else { continue };
        let Some(tried) = tried.get_mut(surface(point.rail)) else { continue };
        if crowded(point) {
            continue;
        }
        *tried += 1;
        if *tried > MOST_NAMES {
            continue;
        }
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

/// The number of the plot, or of a rail, among what is drawn on.
fn surface(rail: Option<usize>) -> usize {
    rail.map_or(0, |rail| rail + 1)
}

/// Areas by the cells of a grid that they touch, so that only what is near is looked at.
#[derive(Clone)]
struct Grid {
    columns: usize,
    rows: usize,
    cells: Vec<Cell>,
}

/// What touches a cell of the grid.
#[derive(Clone, Default)]
struct Cell {
    /// What holds them all.
    hull: Option<Area>,
    areas: Vec<(usize, Area)>,
}

impl Grid {
    /// An empty grid over the plot and some rails.
    fn new(rails: usize, lettering: Lettering) -> Self {
        // Names are a few points wide and one line high.
        let columns = along(1.0, lettering.dot_width * 4.0, MOST_CELLS) + 1;
        let rows = along(1.0, lettering.line * 2.0, MOST_CELLS) + 1;
        Self { columns, rows, cells: vec![Cell::default(); columns * rows * (rails + 1)] }
    }

    /// The positions of the cells that an area touches; what lies beyond the edge belongs to the cells there.
    fn touched(&self, area: &Area) -> impl Iterator<Item = usize> + use<> {
        let (columns, rows) = (self.columns, self.rows);
        let along = |place: f64, cells: usize| along(place, 1.0 / real(cells), cells - 1);
        let (first, last) = (along(area.left, columns), along(area.right, columns));
        let top = surface(area.rail) * rows;
        let (upper, lower) = (top + along(area.top, rows), top + along(area.bottom, rows));
        (upper..=lower)
            .flat_map(move |row| (first..=last).map(move |column| row * columns + column))
    }

    fn put(&mut self, owner: usize, area: Area) {
        for cell in self.touched(&area) {
            let Some(cell) = self.cells.get_mut(cell) else { continue };
            cell.hull = Some(cell.hull.map_or(area, |hull| hull.with(&area)));
            cell.areas.push((owner, area));
        }
    }

    /// Whether an area meets one of those that count.
    fn meets(&self, area: &Area, counts: impl Fn(usize, &Area) -> bool) -> bool {
        let near = self.touched(area).filter_map(|cell| self.cells.get(cell));
        let near = near.filter(|cell| cell.hull.is_some_and(|hull| hull.meets(area)));
        let mut areas = near.flat_map(|cell| &cell.areas);
        areas.any(|(owner, other)| area.meets(other) && counts(*owner, other))
    }
}

/// The most cells of a grid in a row or a column.
const MOST_CELLS: usize = 64;

/// How many steps of a length lie before a place, between none and the most.
fn along(place: f64, step: f64, most: usize) -> usize {
    let steps = (place / step).floor().clamp(0.0, real(most));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between the ends")]
    let steps = steps as usize;
    steps
}

/// A small number of cells.
fn real(cells: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
    let cells = cells as f64;
    cells
}

/// What stands on the chart so far.
struct Sheet {
    lettering: Lettering,
    /// The points, and again by their places.
    dots: Vec<Area>,
    dot_grid: Grid,
    /// Lines to the variants: in the way of every name, those of the same model among them.
    whiskers: Grid,
    /// Names, and the pieces of the lines that lead to them.
    taken: Grid,
}

impl Sheet {
    fn of(points: &[Point], rails: usize, lettering: Lettering) -> Self {
        let empty = Grid::new(rails, lettering);
        let (mut dot_grid, mut whiskers) = (empty.clone(), empty.clone());
        let dots: Vec<Area> = points.iter().map(|point| dot(point, lettering)).collect();
        for (at, dot) in dots.iter().enumerate() {
            dot_grid.put(at, *dot);
        }
        for (at, point) in points.iter().enumerate() {
            if let Some(whisker) = line(point, lettering) {
                whiskers.put(at, whisker);
            }
        }
        Self { lettering, dots, dot_grid, whiskers, taken: empty }
    }

    /// Whether a name may stand there: free of the points of other models, of names and of lines.
    fn takes_name(&self, taken: &Grid, at: usize, area: &Area) -> bool {
        area.is_inside(self.lettering)
            && !taken.meets(area, |_, _| true)
            && !self.dot_grid.meets(area, |other, _| other != at)
            && !self.whiskers.meets(area, |_, _| true)
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
        let (label, area) = found.find(|(_, area)| self.takes_name(&self.taken, at, area))?;
        self.taken.put(at, area);
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
            let mut taken = self.taken.clone();
            let place = |at: &usize| Some((*at, self.away(&mut taken, *at, points.get(*at)?)?));
            let placed: Vec<(usize, Label)> = order.iter().filter_map(place).collect();
            if placed.len() > best.len() {
                best = placed;
            }
        }
        best
    }

    /// The nearest place for a name to which a line can lead without touching another name, point or line.
    fn away(&self, taken: &mut Grid, at: usize, point: &Point) -> Option<Label> {
        let dot = *self.dots.get(at)?;
        let width = self.lettering.width(&point.name);
        for distance in 2..=self.lettering.reach {
            for (across, down) in DIRECTIONS {
                let steps = f64::from(distance);
                let (label, area) = far(dot, (across * steps, down * steps), width, self.lettering);
                if !self.takes_name(taken, at, &area) {
                    continue;
                }
                let lead = lead(dot, (across, down), distance, self.lettering);
                let is_free = |piece: &Area| {
                    !taken.meets(piece, |_, _| true)
                        && !self.dot_grid.meets(piece, |other, of| other != at && !of.meets(&dot))
                };
                if lead.iter().all(is_free) {
                    for area in lead.into_iter().chain([area]) {
                        taken.put(at, area);
                    }
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
