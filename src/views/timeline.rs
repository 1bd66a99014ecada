//! Entries as points of a chart: a number on a log scale over a date, free of any size of drawing.

mod axes;
mod axis;
mod labels;

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

pub use labels::{Lettering, text_width};

use super::Viewer;
use super::cell::NOT_RECORDED;
use super::facets::facets;
use crate::catalog::Record;
use crate::kinds::KindFields;
use crate::value::Date;
use axes::Calendar;
pub(super) use axes::Decades;
pub use axis::{Axes, Reading, dates, numbers};

/// A position or a length as a part of the chart's width or height, exact to a ten-thousandth, so that the same list
/// gives the same picture on any machine.
///
/// Templates see per cent with two decimals, such as `12.5`: what `x="12.5%"` needs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u16);

impl Share {
    const WHOLE: u16 = 10_000;

    /// The nearest share; what lies outside of the chart is drawn at its edge.
    #[must_use]
    pub fn new(fraction: f64) -> Self {
        let parts = (fraction.clamp(0.0, 1.0) * f64::from(Self::WHOLE)).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10,000")]
        Self(parts as u16)
    }

    /// Between 0 and 1.
    #[must_use]
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / f64::from(Self::WHOLE)
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 100.0)
    }
}

/// The chart.
///
/// x runs from the start of the first year to the end of the last one, y from the top, which is the upper bound of the
/// sizes, to the bottom. Entries without a size stand on rails, one for each reason, which are drawn below the chart on
/// the same x.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Timeline {
    /// The models, oldest first, then by id.
    pub points: Vec<Point>,
    /// Why models have no size, with how many there are for each reason.
    pub rails: Vec<Rail>,
    /// The years, each where it starts.
    pub years: Vec<Tick>,
    /// The powers of ten, the smallest first.
    pub decades: Vec<Tick>,
    /// The categories that have a point, in the order of the vocabulary; what cannot be told apart is the last one.
    pub categories: Vec<Series>,
    /// How many models have a size.
    pub sized: usize,
    /// The names of the smallest and the largest model that have a size.
    pub extremes: Option<[String; 2]>,
}

/// A model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Point {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The address of its page, from the site's root.
    pub page: String,
    /// When it was first public, as exact as it is known.
    pub released: String,
    /// When it was first public, as wide as the date is exact: `2022` is the whole year.
    pub x: Period,
    /// How large it is, or nothing for a point on a rail.
    pub size: Option<Size>,
    /// The position in [`Timeline::rails`] of the reason why there is no size.
    pub rail: Option<usize>,
    /// On a rail: how many points stand between this one and the line, so that none covers another.
    pub lane: usize,
    /// The position of its category in [`Timeline::categories`].
    pub series: Option<usize>,
    /// Where its name is written; nothing where there was no room for it.
    pub label: Option<Label>,
}

/// The days that a date may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The start of its first day.
    pub from: Share,
    /// The end of its last day.
    pub to: Share,
    /// Halfway between them.
    pub middle: Share,
    /// The length.
    pub width: Share,
}

/// How large a model is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Size {
    /// As it is written: `99.52M`, `~30B`.
    pub text: String,
    /// Where it stands.
    pub y: Share,
    /// The largest and the smallest of the model's variants, where they differ.
    pub variants: Option<[Share; 2]>,
}

/// A reason why models have no size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rail {
    /// The reason: `not reported`, `not recorded` …
    pub state: &'static str,
    /// How many models stand on it.
    pub count: usize,
    /// The most points that stand above each other.
    pub lanes: usize,
    /// Whether there are so many that they stand in one line, without names.
    #[serde(skip)]
    pub is_crowded: bool,
}

/// A line of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tick {
    /// What it says: `2022`, `10M`.
    pub label: String,
    /// Where it is.
    pub at: Share,
}

/// A category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Series {
    /// The word.
    pub word: String,
    /// Its label.
    pub label: String,
    /// How many points it has.
    pub count: usize,
    /// Whether it is all that has no class of its own.
    pub is_rest: bool,
}

/// Where a name is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Label {
    /// On which side of its point.
    pub side: Side,
    /// The end of the text that is nearest to the point, or its middle above and below.
    pub x: Share,
    /// The middle of the line; on a rail it means nothing.
    pub y: Share,
    /// Whether it stands away from its point, so that a line has to lead to it.
    pub away: bool,
}

/// A side of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Starts at the right of it.
    Right,
    /// Ends at the left of it.
    Left,
    /// Is centred above it.
    Above,
    /// Is centred below it.
    Below,
}

/// The reasons in the order of their rails; the first two are what readers have to tell apart.
const RAILS: [&str; 5] =
    ["not reported", NOT_RECORDED, "not released", "none stated", "not applicable"];

impl Timeline {
    /// The chart of the listed entries of a kind; `lettering` tells how much room a name takes in the drawing.
    #[must_use]
    pub fn of(viewer: Viewer<'_>, axes: &Axes, lettering: Lettering) -> Self {
        let listed = viewer.catalog.listed(axes.kind);
        let mut dated: Vec<Dated<'_>> = listed
            .filter_map(|record| Dated::of(viewer.catalog.of(record.kind), record, axes))
            .collect();
        dated.sort_by_key(|of| (of.calendar, of.record.id.as_str()));
        let Some(calendar) = dated.iter().map(|of| of.calendar).reduce(Calendar::hull) else {
            return Self::default();
        };
        let calendar = calendar.whole_years();
        let decades = Decades::around(dated.iter().flat_map(Dated::all_sizes));
        let (categories, places) = series(viewer, axes, &dated);
        let rails = rails(&dated);
        let mut points: Vec<Point> =
            dated.iter().map(|of| of.point(calendar, decades.as_ref(), &places, &rails)).collect();
        let mut timeline = Self {
            years: calendar.ticks(),
            decades: decades.map_or_else(Vec::new, Decades::ticks),
            sized: points.iter().filter(|point| point.size.is_some()).count(),
            extremes: extremes(&dated),
            categories,
            rails,
            points: Vec::new(),
        };
        labels::stack(&mut points, &mut timeline.rails, lettering);
        labels::place(&mut points, &timeline.rails, lettering);
        timeline.points = points;
        timeline
    }
}

/// A listed entry with its date.
struct Dated<'c> {
    record: &'c Record,
    date: Date,
    calendar: Calendar,
    reading: Reading,
}

impl<'c> Dated<'c> {
    fn of(fields: &KindFields, record: &'c Record, axes: &Axes) -> Option<Self> {
        let date = axes.date(fields, record)?;
        let reading = axes.reading(fields, record);
        Some(Self { record, date, calendar: Calendar::of(date), reading })
    }

    fn size(&self) -> Option<u64> {
        self.reading.value.as_ref().ok().map(|(value, _)| *value)
    }

    /// The chosen size and those of the variants, which belong to the chart only if there is a chosen one.
    fn all_sizes(&self) -> impl Iterator<Item = u64> {
        self.size().into_iter().chain(self.variants())
    }

    fn variants(&self) -> impl Iterator<Item = u64> {
        let shown = self.size().is_some();
        self.reading.variants.iter().copied().filter(move |_| shown)
    }

    fn state(&self) -> Option<&'static str> {
        self.reading.value.as_ref().err().copied()
    }

    fn point(
        &self,
        calendar: Calendar,
        decades: Option<&Decades>,
        categories: &BTreeMap<&str, usize>,
        rails: &[Rail],
    ) -> Point {
        let written = self.reading.value.as_ref().ok().zip(decades);
        let size = written.map(|((size, text), decades)| {
            let ends = self.variants().max().zip(self.variants().min());
            Size {
                text: text.clone(),
                y: decades.share(*size),
                variants: ends
                    .filter(|(largest, smallest)| largest > smallest)
                    .map(|(largest, smallest)| [decades.share(largest), decades.share(smallest)]),
            }
        });
        Point {
            id: self.record.id.as_str().to_owned(),
            name: self.record.label().into_owned(),
            page: self.record.address(),
            released: self.date.to_string(),
            x: self.calendar.within(calendar),
            rail: self.state().and_then(|state| rails.iter().position(|rail| rail.state == state)),
            series: categories.get(self.record.id.as_str()).copied(),
            lane: 0,
            label: None,
            size,
        }
    }
}

fn rails(dated: &[Dated<'_>]) -> Vec<Rail> {
    let rail = |state: &&'static str| {
        let count = dated.iter().filter(|of| of.state() == Some(state)).count();
        Rail { state, count, lanes: 1, is_crowded: false }
    };
    RAILS.iter().map(rail).filter(|rail| rail.count > 0).collect()
}

/// How many categories can be told apart.
pub const CLASSES: usize = 8;

/// The categories that have a point, and the place among them of each entry by its id.
///
/// Where there are more than can be told apart, those with the most points have a class of their own. The rest is one
/// class, as are the entries without a category where others have one.
fn series<'c>(
    viewer: Viewer<'_>,
    axes: &Axes,
    dated: &[Dated<'c>],
) -> (Vec<Series>, BTreeMap<&'c str, usize>) {
    let Some(name) = &axes.color else { return (Vec::new(), BTreeMap::new()) };
    let facets = facets(viewer, axes.kind);
    let values = facets.iter().find(|facet| facet.name == name).map_or(&[][..], |of| &of.values);
    let class_of = |of: &Dated<'_>| {
        let at = viewer.catalog.position(axes.kind, of.record.id.as_str())?;
        values.iter().position(|value| value.records.contains(&at))
    };
    let classes: Vec<Option<usize>> = dated.iter().map(class_of).collect();
    let count = |class: Option<usize>| classes.iter().filter(|of| **of == class).count();
    let mut own: Vec<usize> = (0..values.len()).filter(|class| count(Some(*class)) > 0).collect();
    if own.len() > CLASSES {
        own.sort_by_key(|class| (std::cmp::Reverse(count(Some(*class))), *class));
        own.truncate(CLASSES - 1);
        own.sort_unstable();
    }
    let mut all: Vec<Series> = own
        .iter()
        .filter_map(|class| {
            let value = values.get(*class)?;
            let (word, label) = (value.value.clone(), value.label.clone());
            Some(Series { word, label, count: count(Some(*class)), is_rest: false })
        })
        .collect();
    let rest = dated.len() - all.iter().map(|series| series.count).sum::<usize>();
    if rest > 0 && !all.is_empty() {
        all.push(Series { word: String::new(), label: String::new(), count: rest, is_rest: true });
    }
    let place = |class: &Option<usize>| {
        class.and_then(|class| own.iter().position(|of| *of == class)).unwrap_or(own.len())
    };
    let places = dated.iter().zip(&classes);
    let places = places.map(|(of, class)| (of.record.id.as_str(), place(class)));
    (all, places.collect())
}

fn extremes(dated: &[Dated<'_>]) -> Option<[String; 2]> {
    let named = |of: Option<&Dated<'_>>| of.map(|of| of.record.label().into_owned());
    let sized = || dated.iter().filter(|of| of.size().is_some());
    let smallest = named(sized().min_by_key(|of| (of.size(), of.record.id.as_str())))?;
    Some([smallest, named(sized().max_by_key(|of| (of.size(), of.record.id.as_str())))?])
}
