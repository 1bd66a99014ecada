//! The timeline on a sheet: marks, whiskers and names where they stand, and what the axes say.

use serde::Serialize;

use super::{WIDTH, chart_title, round, word};
use crate::theme::Strings;
use crate::views::{
    Axes, CLASSES, Lettering, Point, Rail, Share, Side, Timeline, Viewer, text_width,
};

/// The height of letters.
const LETTERS: f64 = 11.0;
/// The diameter of a mark.
const MARK: f64 = 8.0;
/// The plot: the room for the chart itself.
const LEFT: f64 = 52.0;
const PLOT_WIDTH: f64 = WIDTH - LEFT - 12.0;
const PLOT_HEIGHT: f64 = 400.0;
/// How far from its mark a name may stand, in marks.
const REACH: u8 = 22;
/// From one line of the legend to the next.
const LEGEND_LINE: f64 = 20.0;
/// Between two models of a rail that would cover each other.
const LANE: f64 = LETTERS * 1.15;

/// The timeline as it is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct TimelineDrawing {
    width: f64,
    height: f64,
    /// The edges of the plot.
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    title: String,
    /// The name of the number that runs from bottom to top.
    measure: String,
    /// What the picture shows, in a sentence.
    pub(super) description: String,
    legend: Vec<LegendItem>,
    years: Vec<Line>,
    decades: Vec<Line>,
    rails: Vec<RailLine>,
    marks: Vec<Mark>,
}

/// A category with its mark.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct LegendItem {
    path: String,
    series: usize,
    x: f64,
    y: f64,
    label: String,
}

/// A line of the grid: where it is, where its label stands, and what that says.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Line {
    at: f64,
    text_at: f64,
    label: String,
}

/// The line on which models without a size stand.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct RailLine {
    y: f64,
    text_y: f64,
    state: &'static str,
    count: usize,
}

/// A model.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Mark {
    name: String,
    released: String,
    size: Option<String>,
    path: String,
    series: usize,
    /// The days that the date may stand for, where they are wider than the mark.
    period: Option<Whisker>,
    /// From the largest to the smallest variant.
    variants: Option<Whisker>,
    label: Option<Name>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Whisker {
    from: f64,
    to: f64,
    at: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Name {
    x: f64,
    y: f64,
    anchor: &'static str,
    /// The line that leads to it, as a path.
    lead: Option<String>,
}

impl TimelineDrawing {
    /// The room that names and marks take on this sheet.
    pub(super) fn lettering() -> Lettering {
        Lettering::new(LETTERS, PLOT_WIDTH, PLOT_HEIGHT, MARK).reaching(REACH)
    }

    pub(super) fn of(viewer: Viewer<'_>, axes: &Axes, chart: &Timeline, words: &Strings) -> Self {
        let title = chart_title(viewer, axes, words, "timeline");
        let (legend, legend_height) = legend(chart, words);
        let top = legend_height + 12.0;
        let bottom = top + PLOT_HEIGHT;
        let mut foot = bottom + 24.0;
        let rails: Vec<RailLine> = chart.rails.iter().map(|rail| lay(rail, &mut foot)).collect();
        let year_width = chart.years.get(1).map_or(1.0, |second| second.at.fraction());
        let years = chart.years.iter().map(|year| Line {
            at: x(year.at),
            text_at: round(x(year.at) + year_width * PLOT_WIDTH / 2.0),
            label: year.label.clone(),
        });
        let decades = chart.decades.iter().map(|decade| {
            let at = round(top + decade.at.fraction() * PLOT_HEIGHT);
            Line { at, text_at: round(at + LETTERS * 0.35), label: decade.label.clone() }
        });
        Self {
            width: WIDTH,
            height: round(foot + 4.0),
            left: LEFT,
            right: LEFT + PLOT_WIDTH,
            top,
            bottom,
            description: describe(&title, chart, words),
            measure: word(words, &axes.y).to_owned(),
            title,
            years: years.collect(),
            decades: decades.collect(),
            marks: chart.points.iter().map(|point| mark(chart, point, top, &rails)).collect(),
            legend,
            rails,
        }
    }
}

fn x(share: Share) -> f64 {
    round(LEFT + share.fraction() * PLOT_WIDTH)
}

/// The categories in lines as long as the sheet is wide, and the height of these.
fn legend(chart: &Timeline, words: &Strings) -> (Vec<LegendItem>, f64) {
    let (mut at, mut y) = (LEFT, 14.0);
    let item = |(series, of): (usize, &crate::views::Series)| {
        let label = if of.is_rest { word(words, "group.other") } else { &of.label };
        let label = format!("{label} ({})", of.count);
        let width = 14.0 + text_width(&label) * LETTERS * 0.56 + 18.0;
        if at > LEFT && at + width > WIDTH {
            (at, y) = (LEFT, y + LEGEND_LINE);
        }
        let item = LegendItem {
            path: shape(class(chart, series), at + 4.0, y),
            series: class(chart, series),
            x: round(at + 14.0),
            y: round(y + LETTERS * 0.35),
            label,
        };
        at += width;
        item
    };
    let items = chart.categories.iter().enumerate().map(item).collect();
    (items, y + 8.0)
}

/// The number of the shape and the colour of a category: the rest has those that no category has.
fn class(chart: &Timeline, series: usize) -> usize {
    let is_rest = chart.categories.get(series).is_some_and(|of| of.is_rest);
    if is_rest { CLASSES } else { series.min(CLASSES) }
}

/// Puts a rail below what there is, and moves the foot of the sheet.
fn lay(rail: &Rail, foot: &mut f64) -> RailLine {
    #[expect(clippy::cast_precision_loss, reason = "a few lanes")]
    let lanes = rail.lanes as f64;
    let text_y = *foot + LETTERS;
    let y = text_y + 4.0 + lanes * LANE;
    *foot = y + 8.0;
    RailLine { y: round(y), text_y: round(text_y), state: rail.state, count: rail.count }
}

fn mark(chart: &Timeline, point: &Point, top: f64, rails: &[RailLine]) -> Mark {
    let at = x(point.x.middle);
    let on_plot = |share: Share| round(top + share.fraction() * PLOT_HEIGHT);
    let rail = point.rail.and_then(|rail| rails.get(rail));
    #[expect(clippy::cast_precision_loss, reason = "a few lanes")]
    let lane = point.lane as f64;
    let y = match (&point.size, rail) {
        (Some(size), _) => on_plot(size.y),
        (None, Some(rail)) => round(rail.y - LANE / 2.0 - lane * LANE),
        (None, None) => top,
    };
    let series = class(chart, point.series.unwrap_or(0));
    let wide = point.x.width.fraction() * PLOT_WIDTH > MARK * 2.0;
    let variants = point.size.as_ref().and_then(|size| size.variants);
    let label = point.label.map(|label| {
        let middle = if point.size.is_some() { on_plot(label.y) } else { y };
        let half = round(LETTERS * 1.15 / 2.0);
        let (anchor, end) = match label.side {
            Side::Right => ("start", (x(label.x) - 2.0, middle)),
            Side::Left => ("end", (x(label.x) + 2.0, middle)),
            Side::Above => ("middle", (x(label.x), middle + half)),
            Side::Below => ("middle", (x(label.x), middle - half)),
        };
        let lead = || format!("M{at} {y}L{} {}", round(end.0), round(end.1));
        let y = round(middle + LETTERS * 0.35);
        Name { x: x(label.x), y, anchor, lead: label.away.then(lead) }
    });
    Mark {
        name: point.name.clone(),
        released: point.released.clone(),
        size: point.size.as_ref().map(|size| size.text.clone()),
        path: shape(series, at, y),
        series,
        period: wide.then(|| Whisker { from: x(point.x.from), to: x(point.x.to), at: y }),
        variants: variants.map(|[largest, smallest]| Whisker {
            from: on_plot(largest),
            to: on_plot(smallest),
            at,
        }),
        label,
    }
}

/// The mark of a category: a circle, a square, a diamond, triangles, crosses and a star; a bar for the rest.
fn shape(series: usize, x: f64, y: f64) -> String {
    /// A third of the width of the cross.
    const T: f64 = 3.0;
    let r = MARK / 2.0;
    let point = |dx: f64, dy: f64| format!("{} {}", round(x + dx), round(y + dy));
    let polygon = |corners: &[(f64, f64)]| {
        let corners: Vec<String> = corners.iter().map(|(dx, dy)| point(*dx, *dy)).collect();
        format!("M{}Z", corners.join("L"))
    };
    match series {
        0 => format!("M{}a{r} {r} 0 1 0 {MARK} 0a{r} {r} 0 1 0 -{MARK} 0Z", point(-r, 0.0)),
        1 => polygon(&[(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)]),
        2 => polygon(&[(0.0, -4.8), (4.8, 0.0), (0.0, 4.8), (-4.8, 0.0)]),
        3 => polygon(&[(0.0, -4.5), (4.5, 3.6), (-4.5, 3.6)]),
        4 => polygon(&[(0.0, 4.5), (4.5, -3.6), (-4.5, -3.6)]),
        // A cross of five squares.
        5 => format!(
            "M{}h{T}v{T}h{T}v{T}h-{T}v{T}h-{T}v-{T}h-{T}v-{T}h{T}Z",
            point(-T / 2.0, -T * 1.5)
        ),
        // The same, turned.
        6 => polygon(&[
            (-4.4, -2.4),
            (-2.4, -4.4),
            (0.0, -2.0),
            (2.4, -4.4),
            (4.4, -2.4),
            (2.0, 0.0),
            (4.4, 2.4),
            (2.4, 4.4),
            (0.0, 2.0),
            (-2.4, 4.4),
            (-4.4, 2.4),
            (-2.0, 0.0),
        ]),
        // A star of four points.
        7 => polygon(&[
            (0.0, -5.4),
            (1.4, -1.4),
            (5.4, 0.0),
            (1.4, 1.4),
            (0.0, 5.4),
            (-1.4, 1.4),
            (-5.4, 0.0),
            (-1.4, -1.4),
        ]),
        _ => polygon(&[(-4.5, -1.5), (4.5, -1.5), (4.5, 1.5), (-4.5, 1.5)]),
    }
}

fn describe(title: &str, chart: &Timeline, words: &Strings) -> String {
    let ends = chart.years.first().zip(chart.years.last());
    let years = ends.map_or_else(String::new, |(first, last)| {
        if first == last {
            format!(", {}", first.label)
        } else {
            format!(", {}–{}", first.label, last.label)
        }
    });
    let mut parts = vec![format!("{title}{years}")];
    if let Some([smallest, largest]) = &chart.extremes {
        let range = if smallest == largest {
            smallest.clone()
        } else {
            format!("{smallest} – {largest}")
        };
        parts.push(format!("{}: {} ({range})", word(words, "timeline.known"), chart.sized));
    }
    let state = |rail: &Rail| {
        let key = format!("state.{}", rail.state);
        format!("{}: {}", words.get(&key).map_or(rail.state, String::as_str), rail.count)
    };
    parts.extend(chart.rails.iter().map(state));
    let crowded = |point: &Point| {
        point.rail.and_then(|at| chart.rails.get(at)).is_some_and(|rail| rail.is_crowded)
    };
    let bare = chart.points.iter().filter(|point| point.label.is_none() && !crowded(point));
    let bare: Vec<&str> = bare.map(|point| point.name.as_str()).collect();
    if !bare.is_empty() {
        parts.push(format!("{}: {}", word(words, "timeline.unnamed"), bare.join(", ")));
    }
    parts.join("; ")
}
