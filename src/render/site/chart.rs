//! The chart of the first page: the timeline in pixels below the plot and per cent across it, so that its text never scales.

use serde::Serialize;

use crate::views::{Label, Lettering, Point, Rail, Series, Share, Tick, Timeline, Viewer};

/// The height of the plot, in pixels.
const PLOT: usize = 330;
/// The room below the plot before the first rail.
const GAP: usize = 16;
/// The height of a line of a rail, and of the line that names it.
const LANE: usize = 16;
const NAME: usize = 22;
/// The height of the line of years.
const YEARS: usize = 30;
/// The height of the letters, and the diameter of a point with its rim.
const LETTERS: f64 = 13.5;
const DOT: f64 = 14.0;
/// The widths of the plot for which names are placed: that of a wide window, and that of a telephone.
const WIDE: f64 = 780.0;
const NARROW: f64 = 290.0;
/// How many shapes there are to tell categories apart.
const SHAPES: usize = 6;

/// The chart.
#[derive(Serialize)]
pub(super) struct Chart {
    height: usize,
    plot: usize,
    points: Vec<Placed>,
    rails: Vec<Band>,
    years: Vec<Year>,
    decades: Vec<Tick>,
    series: Vec<Shaped>,
}

/// A point with its names.
#[derive(Serialize)]
struct Placed {
    point: Point,
    /// The number of the shape of its category.
    shape: usize,
    /// How far below the plot it stands, in pixels, on a rail.
    below: usize,
    /// Where its name is written in a narrow window.
    narrow: Option<Label>,
    /// At which end of the name it stands when the name is shown on demand.
    anchor: &'static str,
}

/// A rail.
#[derive(Serialize)]
struct Band {
    rail: Rail,
    top: usize,
    height: usize,
}

#[derive(Serialize)]
struct Year {
    label: String,
    at: Share,
    middle: Share,
}

#[derive(Serialize)]
struct Shaped {
    series: Series,
    shape: usize,
}

impl Chart {
    /// The chart of the listed models; nothing where none has a date.
    pub(super) fn of(viewer: Viewer<'_>) -> Option<Self> {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
        let timeline =
            |width| Timeline::of(viewer, Lettering::new(LETTERS, width, PLOT as f64, DOT));
        let wide = timeline(WIDE);
        if wide.points.is_empty() || wide.decades.is_empty() {
            return None;
        }
        let narrow = timeline(NARROW);
        let mut top = GAP;
        let mut rails = Vec::new();
        for rail in wide.rails {
            let height = NAME + rail.lanes * LANE;
            rails.push(Band { rail, top, height });
            top += height + 4;
        }
        let placed = |(point, narrow): (Point, Point)| Placed {
            shape: point.series.unwrap_or(0) % SHAPES,
            below: point
                .rail
                .and_then(|at| rails.get(at))
                .map_or(0, |band| band.top + NAME + LANE * point.lane + LANE / 2 - 3),
            narrow: narrow.label.filter(|_| point.rail.is_none()),
            anchor: anchor(&point),
            point,
        };
        let points = wide.points.into_iter().zip(narrow.points).map(placed).collect();
        let shaped = |(at, series)| Shaped { series, shape: at % SHAPES };
        Some(Self {
            height: 10 + PLOT + top + YEARS,
            plot: PLOT,
            points,
            rails,
            years: years(&wide.years),
            decades: wide.decades,
            series: wide.categories.into_iter().enumerate().map(shaped).collect(),
        })
    }
}

fn anchor(point: &Point) -> &'static str {
    match point.x.middle.fraction() {
        x if x < 0.25 => "start",
        x if x > 0.75 => "end",
        _ => "middle",
    }
}

/// The years with their middles; all are equally long.
fn years(ticks: &[Tick]) -> Vec<Year> {
    #[expect(clippy::cast_precision_loss, reason = "a few years")]
    let half = 0.5 / ticks.len().max(1) as f64;
    let year = |tick: &Tick| Year {
        label: tick.label.clone(),
        at: tick.at,
        middle: Share::new(tick.at.fraction() + half),
    };
    ticks.iter().map(year).collect()
}
