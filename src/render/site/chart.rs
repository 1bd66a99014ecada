//! The chart of the first page: the timeline in pixels below the plot and per cent across it, so that its text never scales.

use serde::Serialize;

use crate::render::picture::chart_title;
use crate::theme::Strings;
use crate::views::{
    Axes, CLASSES, Label, Lettering, Point, Rail, Series, Share, Tick, Timeline, Viewer,
};

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

/// The chart.
#[derive(Serialize)]
pub(super) struct Chart {
    title: String,
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
    /// The charts of the list; one without a single number is left out.
    pub(super) fn all(viewer: Viewer<'_>, words: &Strings) -> Vec<Self> {
        let charts = Axes::all(viewer).into_iter();
        charts.filter_map(|axes| Self::of(viewer, &axes, words)).collect()
    }

    fn of(viewer: Viewer<'_>, axes: &Axes, words: &Strings) -> Option<Self> {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
        let timeline =
            |width| Timeline::of(viewer, axes, Lettering::new(LETTERS, width, PLOT as f64, DOT));
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
        let is_rest = |at: usize| wide.categories.get(at).is_some_and(|of| of.is_rest);
        let shape = |at: usize| if is_rest(at) { CLASSES } else { at.min(CLASSES) };
        let placed = |(point, narrow): (Point, Point)| Placed {
            shape: shape(point.series.unwrap_or(0)),
            below: point
                .rail
                .and_then(|at| rails.get(at))
                .map_or(0, |band| band.top + NAME + LANE * point.lane + LANE / 2 - 3),
            narrow: narrow.label.filter(|_| point.rail.is_none()),
            anchor: anchor(&point),
            point,
        };
        let points = wide.points.into_iter().zip(narrow.points).map(placed).collect();
        let other = words.get("group.other").map_or("", String::as_str);
        let shaped = |(at, series): (usize, &Series)| {
            let label = if series.is_rest { other.to_owned() } else { series.label.clone() };
            Shaped { shape: shape(at), series: Series { label, ..series.clone() } }
        };
        Some(Self {
            title: chart_title(viewer, axes, words, "chart.title"),
            height: 10 + PLOT + top + YEARS,
            plot: PLOT,
            points,
            rails,
            years: years(&wide.years),
            decades: wide.decades,
            series: wide.categories.iter().enumerate().map(shaped).collect(),
        })
    }
}

impl Chart {
    /// Whether it needs more shapes than the six that pages have always had.
    pub(super) fn has_more_shapes(&self) -> bool {
        self.series.iter().any(|of| of.shape > 5) || self.points.iter().any(|of| of.shape > 5)
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
