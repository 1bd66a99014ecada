//! What a chart is of: which date, which number and which words of the entries of a kind.

use super::super::Viewer;
use super::super::cell::NOT_RECORDED;
use crate::catalog::Record;
use crate::config;
use crate::kinds::{Content, KindFields, KindId};
use crate::read::{Field, Shape};
use crate::value::{Count, Date, Text};

/// What a chart is of.
#[derive(Debug, Clone)]
pub struct Axes {
    /// The kind of the entries.
    pub kind: KindId,
    /// The field with the date.
    pub x: String,
    /// The field with the number.
    pub y: String,
    /// The facet whose words are told apart.
    pub color: Option<String>,
    /// What stands above it, where the list says so.
    pub title: Option<Text>,
}

/// A number that an entry has, or why it has none.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The number and how it is written, or why there is none.
    pub value: Result<(u64, String), &'static str>,
    /// The same number of its variants.
    pub variants: Vec<u64>,
}

impl Axes {
    /// The chart that a list has where it says nothing: its models by date and size.
    #[must_use]
    pub fn usual() -> Self {
        Self {
            kind: KindId::Model,
            x: "released".to_owned(),
            y: "parameters".to_owned(),
            color: Some("category".to_owned()),
            title: None,
        }
    }

    /// The charts of a list, in the order of its settings.
    #[must_use]
    pub fn all(viewer: Viewer<'_>) -> Vec<Self> {
        let Some(charts) = &viewer.catalog.survey.charts else { return vec![Self::usual()] };
        charts.iter().filter_map(Self::of).collect()
    }

    fn of(chart: &config::Chart) -> Option<Self> {
        Some(Self {
            kind: KindId::of_folder(chart.kind.as_ref()?.as_str())?,
            x: chart.x.as_ref()?.as_str().to_owned(),
            y: chart.y.as_ref()?.as_str().to_owned(),
            color: chart.color.as_ref().map(ToString::to_string),
            title: chart.title.clone(),
        })
    }

    /// Whether it is of what the theme has words of its own for.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        let usual = Self::usual();
        (self.kind, &self.x, &self.y) == (usual.kind, &usual.x, &usual.y)
    }

    pub(super) fn date(&self, fields: &KindFields, record: &Record) -> Option<Date> {
        let mut shown = fields.shown.iter().filter(|shown| shown.key == self.x);
        shown.find_map(|shown| match record.content(shown) {
            Content::Date(date) => Some(*date),
            Content::Period(start, end) => start.or(end).copied(),
            _ => None,
        })
    }

    pub(super) fn reading(&self, fields: &KindFields, record: &Record) -> Reading {
        let written = |count: &Count, text: String| Ok((count.value(), text));
        let mut value = Err(NOT_RECORDED);
        for shown in fields.shown.iter().filter(|shown| shown.key == self.y) {
            value = match record.content(shown) {
                Content::Count(count) => written(count, count.to_string()),
                Content::Quantities([first, ..]) => written(first.count(), first.to_string()),
                Content::State(state) => Err(state),
                _ => continue,
            };
            break;
        }
        let of_variants =
            record.entry.model().into_iter().flat_map(|model| model.variants.values());
        let variants = of_variants.filter_map(|variant| match self.y.as_str() {
            "parameters" => variant.parameters.as_ref(),
            "context" => variant.context.as_ref(),
            _ => None,
        });
        Reading { value, variants: variants.map(Count::value).collect() }
    }
}

/// The fields of a kind that hold a date.
#[must_use]
pub fn dates(of: &KindFields) -> Vec<String> {
    // The dates of a challenge are a first and a last day.
    routes(of, |shape| matches!(shape, Shape::Date | Shape::Either(..)))
        .into_iter()
        .filter(|route| !route.ends_with("datasets"))
        .collect()
}

/// The fields of a kind that hold a number.
#[must_use]
pub fn numbers(of: &KindFields) -> Vec<String> {
    routes(of, |shape| matches!(shape, Shape::Count | Shape::Quantity))
}

/// The routes of what is shown of a kind, where the field has one of some shapes.
fn routes(of: &KindFields, wanted: fn(&Shape) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    below("", &of.fields, wanted, &mut found);
    found.retain(|route| of.shown.iter().any(|shown| shown.key == route));
    found
}

fn below(above: &str, fields: &[Field], wanted: fn(&Shape) -> bool, found: &mut Vec<String>) {
    for field in fields {
        look(&format!("{above}{}", field.key), &field.shape(), wanted, found);
    }
}

fn look(route: &str, shape: &Shape, wanted: fn(&Shape) -> bool, found: &mut Vec<String>) {
    match shape {
        shape if wanted(shape) => found.push(route.to_owned()),
        Shape::List(inner) | Shape::Reported(inner) => look(route, inner, wanted, found),
        Shape::Record { fields, .. } => below(&format!("{route}."), fields, wanted, found),
        _ => {}
    }
}
