//! Pictures drawn at build time: a view is laid out on a sheet of fixed width, and a template writes it as SVG.

mod flow;
mod timeline;

use serde::Serialize;

pub use flow::FlowDrawing;

use super::Material;
use crate::diag::Diag;
use crate::theme::Strings;
use crate::views::facets::address_part;
use crate::views::{Axes, CLASSES, Flow, Timeline, Viewer};
use timeline::TimelineDrawing;

/// Where the pictures of README.md are kept, from the root of the list.
pub const FOLDER: &str = "static/readme";

/// The width of every sheet; README.md shows it in this width, where there is room.
const WIDTH: f64 = 800.0;

/// A picture that belongs to README.md, in both themes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// The path of the one for light backgrounds, from the root of the list.
    pub light: String,
    /// The path of the one for dark backgrounds.
    pub dark: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Their texts.
    #[serde(skip)]
    pub texts: [String; 2],
}

/// The pictures of README.md.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Pictures {
    /// The charts of the list; one without a single entry is left out.
    pub charts: Vec<Picture>,
    /// The way from the entries on record to the listed ones; nothing where there are none.
    pub flow: Option<Picture>,
}

impl Pictures {
    /// Draws the pictures in the first language of the list.
    pub fn draw(material: Material<'_>) -> Result<Self, Box<Diag>> {
        let viewer = material.viewer();
        let words = material.theme.strings(viewer.language);
        let flow = Flow::of(viewer);
        let mut charts = Vec::new();
        for axes in Axes::all(viewer) {
            let chart = Timeline::of(viewer, &axes, TimelineDrawing::lettering());
            if !chart.points.is_empty() {
                let drawing = TimelineDrawing::of(viewer, &axes, &chart, &words);
                let names = ("timeline", name_of(&axes));
                charts.push(picture(material, &words, names, &drawing.description, &drawing)?);
            }
        }
        let flow = (flow.identified.total > 0).then(|| {
            let drawing = FlowDrawing::of(&flow, &words);
            picture(material, &words, ("flow", "flow".to_owned()), &drawing.description, &drawing)
        });
        Ok(Self { charts, flow: flow.transpose()? })
    }

    /// Every path with its text.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.charts.iter().chain(&self.flow).flat_map(|picture| {
            let [light, dark] = &picture.texts;
            [(picture.light.as_str(), light.as_str()), (picture.dark.as_str(), dark.as_str())]
        })
    }
}

/// The name of the files of a chart, which is the same whatever other charts there are.
fn name_of(axes: &Axes) -> String {
    if axes.is_usual() {
        return "timeline".to_owned();
    }
    let color = axes.color.as_deref().unwrap_or_default();
    let parts = [axes.kind.folder(), &axes.y, &axes.x, color];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    format!("chart-{}", address_part(&parts.collect::<Vec<_>>().join("-")))
}

/// What stands above a chart: what the list says, what the theme says of the usual one by a key, or its axes.
pub(super) fn chart_title(viewer: Viewer<'_>, axes: &Axes, words: &Strings, usual: &str) -> String {
    let own = axes.title.as_ref().and_then(|title| viewer.text(title));
    match own {
        Some(own) => own.text.to_owned(),
        None if axes.is_usual() => word(words, usual).to_owned(),
        None => {
            let of = |key| word(words, key);
            format!("{}: {} / {}", of(axes.kind.folder()), of(&axes.y), of(&axes.x))
        }
    }
}

/// What a template draws with.
#[derive(Serialize)]
struct Sheet<'s, D> {
    t: &'s Strings,
    colours: Colours,
    drawing: &'s D,
}

/// The colours of a theme.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Colours {
    ink: &'static str,
    soft: &'static str,
    line: &'static str,
    raise: &'static str,
    /// Those of the categories, that of the rest last; each goes with a shape of its own, so that nothing is said by
    /// colour alone.
    series: [&'static str; CLASSES + 1],
}

impl Colours {
    /// Those of a page, which has a theme of its own.
    pub(super) const OF_PAGE: Self = Self {
        ink: "currentColor",
        soft: "currentColor",
        line: "currentColor",
        raise: "none",
        series: ["currentColor"; CLASSES + 1],
    };
}

const LIGHT: Colours = Colours {
    ink: "#13201e",
    soft: "#44534f",
    line: "#d5dcd9",
    raise: "#f2f5f4",
    series: [
        "#0b6a80", "#b4531c", "#6a4c9c", "#8a6a00", "#b02a5f", "#2f7d3b", "#33549b", "#7d3b2e",
        "#5d6a66",
    ],
};

const DARK: Colours = Colours {
    ink: "#e4ebe8",
    soft: "#b2beba",
    line: "#34413e",
    raise: "#151e1c",
    series: [
        "#7fd0e0", "#f0a36b", "#c3a6f0", "#d9c25a", "#f08bb0", "#86cf8f", "#9db8f5", "#e0a899",
        "#9aa7a3",
    ],
};

fn picture(
    material: Material<'_>,
    words: &Strings,
    (template, name): (&str, String),
    alt: &str,
    drawing: &impl Serialize,
) -> Result<Picture, Box<Diag>> {
    let draw = |colours| {
        let sheet = Sheet { t: words, colours, drawing };
        material.theme.render(&format!("{template}.svg"), &sheet, material.sources)
    };
    Ok(Picture {
        light: format!("{FOLDER}/{name}-light.svg"),
        dark: format!("{FOLDER}/{name}-dark.svg"),
        alt: alt.to_owned(),
        texts: [draw(LIGHT)?, draw(DARK)?],
    })
}

/// A word of the theme, or its key where it lacks one.
fn word<'w>(words: &'w Strings, key: &'w str) -> &'w str {
    words.get(key).map_or(key, String::as_str)
}

/// A length as it is written into a picture: to a tenth of a unit.
fn round(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}
