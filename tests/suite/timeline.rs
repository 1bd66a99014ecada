//! The chart of the models: where points stand, what the axes say, and which names are written.

use std::fmt::Write as _;

use listwright::views::{Axes, Lettering, Point, Share, Side, Timeline, text_width};

use crate::door::Survey;

/// A drawing of 1000 by 500 with letters of 12 and points of 8.
fn lettering() -> Lettering {
    Lettering::new(12.0, 1000.0, 500.0, 8.0)
}

fn timeline(list: &Survey) -> Timeline {
    list.view(|viewer| Timeline::of(viewer, &Axes::usual(), lettering()))
}

/// A list of models, each given by its id, its date and further lines.
fn models(all: &[(&str, &str, &str)]) -> Survey {
    all.iter().fold(Survey::default(), |list, (id, released, more)| {
        let yaml = format!(
            "name: {id}\ncategory: language\nreleased: {released}\n{more}papers: [arXiv:2204.00300]\n"
        );
        list.entry(&format!("models/{id}"), &yaml)
    })
}

fn point<'t>(timeline: &'t Timeline, id: &str) -> &'t Point {
    timeline.points.iter().find(|point| point.id == id).unwrap_or_else(|| panic!("{id}"))
}

#[test]
fn list_without_models_has_an_empty_chart() {
    assert_eq!(timeline(&Survey::default()), Timeline::default());
}

#[test]
fn date_is_as_wide_as_it_is_exact() {
    let list = models(&[
        ("whole-year", "2022", "parameters: 1M\n"),
        ("one-month", "2023-02", "parameters: 1M\n"),
        ("one-day", "2023-07-01", "parameters: 1M\n"),
    ]);
    let timeline = timeline(&list);
    let period = |id| {
        let x = point(&timeline, id).x;
        [x.from, x.middle, x.to].map(|share| format!("{:.0}", share.fraction() * 24.0 * 31.0))
    };
    // Two years of twelve months of 31 days.
    assert_eq!(period("whole-year"), ["0", "186", "372"]);
    assert_eq!(period("one-month"), ["403", "418", "434"]);
    assert_eq!(period("one-day"), ["558", "559", "559"]);
    let years: Vec<(&str, f64)> =
        timeline.years.iter().map(|tick| (tick.label.as_str(), tick.at.fraction())).collect();
    assert_eq!(years, [("2022", 0.0), ("2023", 0.5)]);
}

#[test]
fn sizes_stand_between_whole_powers_of_ten_with_the_largest_on_top() {
    let list = models(&[
        ("small", "2022", "parameters: 515K\n"),
        ("middle", "2022", "parameters: 10M\n"),
        ("large", "2023", "parameters: ~1.6B\n"),
    ]);
    let timeline = timeline(&list);
    let decades: Vec<(&str, f64)> =
        timeline.decades.iter().map(|tick| (tick.label.as_str(), tick.at.fraction())).collect();
    let expected =
        [("100K", 1.0), ("1M", 0.8), ("10M", 0.6), ("100M", 0.4), ("1B", 0.2), ("10B", 0.0)];
    assert_eq!(decades, expected);
    let size = |id| point(&timeline, id).size.clone().unwrap();
    assert_eq!((size("middle").text.as_str(), size("middle").y.fraction()), ("10M", 0.6));
    assert_eq!((size("large").text.as_str(), size("large").y.fraction()), ("~1.6B", 0.1592));
    assert_eq!(timeline.sized, 3);
    assert_eq!(timeline.extremes, Some(["small".to_owned(), "large".to_owned()]));
}

#[test]
fn size_that_is_a_power_of_ten_alone_has_a_decade_to_stand_in() {
    let timeline = timeline(&models(&[("one", "2022", "parameters: 1M\n")]));
    let decades: Vec<&str> = timeline.decades.iter().map(|tick| tick.label.as_str()).collect();
    assert_eq!(decades, ["1M", "10M"]);
    assert_eq!(point(&timeline, "one").size.as_ref().unwrap().y, Share::new(1.0));
}

#[test]
fn variants_reach_from_the_largest_to_the_smallest() {
    let more = "parameters: 100M\nvariants:\n  a: {parameters: 1M}\n  b: {parameters: 100M}\n";
    let timeline = timeline(&models(&[("family", "2022", more)]));
    let size = point(&timeline, "family").size.clone().unwrap();
    let [largest, smallest] = size.variants.unwrap();
    assert_eq!((largest.fraction(), smallest.fraction(), size.y.fraction()), (0.0, 1.0, 0.0));
}

#[test]
fn models_without_a_size_stand_on_a_rail_for_each_reason() {
    let list = models(&[
        ("silent", "2022-03", "parameters: not reported\n"),
        ("open", "2022-03", ""),
        ("other", "2022-03", ""),
        ("known", "2022-03", "parameters: 1M\n"),
    ]);
    let timeline = timeline(&list);
    let rails: Vec<(&str, usize, usize)> =
        timeline.rails.iter().map(|rail| (rail.state, rail.count, rail.lanes)).collect();
    assert_eq!(rails, [("not reported", 1, 1), ("not recorded", 2, 2)]);
    let place = |id| {
        let point = point(&timeline, id);
        (point.rail, point.lane, point.size.is_some())
    };
    assert_eq!(place("silent"), (Some(0), 0, false));
    assert_eq!(place("open"), (Some(1), 0, false));
    // Of the same month: it would cover the other.
    assert_eq!(place("other"), (Some(1), 1, false));
    assert_eq!(place("known"), (None, 0, true));
}

#[test]
fn unlisted_models_have_no_point() {
    let list = models(&[("shown", "2022", "")]).entry(
        "models/waiting",
        "name: Waiting\nstatus: candidate\nreason: {code: x}\nreleased: 2020\n",
    );
    let timeline = timeline(&list.replace(
        "entries/vocabulary.yaml",
        "category:",
        "reason:\n  x: {en: Reason, zh: 原因}\ncategory:",
    ));
    let ids: Vec<&str> = timeline.points.iter().map(|point| point.id.as_str()).collect();
    assert_eq!(ids, ["shown"]);
    assert_eq!(timeline.years.first().unwrap().label, "2022");
}

#[test]
fn where_it_is_crowded_the_largest_and_the_newest_have_their_names() {
    let mut list = Survey::default();
    for at in 0..60 {
        let mut yaml = format!("name: Crowded-{at:02}\ncategory: language\nreleased: 2022-05\n");
        writeln!(yaml, "parameters: {}M\npapers: [arXiv:2204.00300]", 20 + at).unwrap();
        list = list.entry(&format!("models/crowded-{at:02}"), &yaml);
    }
    let list = list
        .entry(
            "models/largest",
            "name: Largest\ncategory: language\nreleased: 2022-05\nparameters: 90M\npapers: [arXiv:2204.00300]\n",
        )
        .entry(
            "models/newest",
            "name: Newest\ncategory: language\nreleased: 2022-09\nparameters: 20M\npapers: [arXiv:2204.00300]\n",
        );
    let timeline = timeline(&list);
    assert!(point(&timeline, "largest").label.is_some());
    assert!(point(&timeline, "newest").label.is_some());
    let labelled = timeline.points.iter().filter(|point| point.label.is_some()).count();
    assert!((3..40).contains(&labelled), "{labelled}");
}

/// Forty models of one year and of almost one size, and eight of no known size.
fn crowd() -> Survey {
    let mut list = Survey::default();
    for at in 0..48 {
        let mut yaml =
            format!("name: Crowded-{at:02}\ncategory: language\nreleased: 2022-0{}\n", 4 + at % 2);
        let size = if at < 40 { format!("parameters: {}M\n", 20 + at * 4) } else { String::new() };
        writeln!(yaml, "{size}papers: [arXiv:2204.00300]").unwrap();
        list = list.entry(&format!("models/crowded-{at:02}"), &yaml);
    }
    list
}

#[test]
fn names_that_may_stand_away_from_their_points_find_more_room() {
    let list = crowd();
    let named =
        |timeline: &Timeline| timeline.points.iter().filter(|point| point.label.is_some()).count();
    let near = timeline(&list);
    let far = list.view(|viewer| Timeline::of(viewer, &Axes::usual(), lettering().reaching(20)));
    assert!(named(&far) > named(&near) + 5, "{} and {}", named(&near), named(&far));
    assert!(near.points.iter().all(|point| point.label.is_none_or(|label| !label.away)));
    assert!(far.points.iter().any(|point| point.label.is_some_and(|label| label.away)));
}

#[test]
fn no_name_of_the_chart_covers_another() {
    let lettering = lettering();
    let chart = crowd().view(|viewer| Timeline::of(viewer, &Axes::usual(), lettering.reaching(20)));
    let names: Vec<[f64; 4]> = chart
        .points
        .iter()
        .filter(|point| point.size.is_some())
        .filter_map(|point| {
            let label = point.label?;
            let width = text_width(&point.name) * lettering.letter;
            let (x, y) = (label.x.fraction(), label.y.fraction());
            let left = match label.side {
                Side::Right => x,
                Side::Left => x - width,
                Side::Above | Side::Below => x - width / 2.0,
            };
            let half = lettering.line / 2.0;
            Some([left, left + width, y - half, y + half])
        })
        .collect();
    // Shares are exact to a ten-thousandth.
    let meets = |a: &[f64; 4], b: &[f64; 4]| {
        a[0] + 3e-4 < b[1] && b[0] + 3e-4 < a[1] && a[2] + 3e-4 < b[3] && b[2] + 3e-4 < a[3]
    };
    assert!(names.len() > 10, "{}", names.len());
    for (at, name) in names.iter().enumerate() {
        for other in names.iter().skip(at + 1) {
            assert!(!meets(name, other), "{name:?} and {other:?}");
        }
    }
}

#[test]
fn every_model_of_a_rail_is_named_where_names_may_need_lanes() {
    let chart =
        crowd().view(|viewer| Timeline::of(viewer, &Axes::usual(), lettering().reaching(20)));
    let on_rail: Vec<&Point> = chart.points.iter().filter(|point| point.rail.is_some()).collect();
    assert_eq!(on_rail.len(), 8);
    assert!(on_rail.iter().all(|point| point.label.is_some()));
    assert_eq!(chart.rails[0].lanes, on_rail.iter().map(|point| point.lane + 1).max().unwrap());
}

#[test]
fn name_at_the_right_edge_is_written_to_the_left_of_its_point() {
    let list = models(&[
        ("early", "2022-01-02", "parameters: 1M\n"),
        ("late-with-a-long-name", "2022-12-30", "parameters: 2M\n"),
    ]);
    let timeline = timeline(&list);
    let side = |id| point(&timeline, id).label.unwrap().side;
    assert_eq!(side("early"), Side::Right);
    assert_eq!(side("late-with-a-long-name"), Side::Left);
}

#[test]
fn shares_are_given_to_templates_in_per_cent() {
    let timeline = timeline(&models(&[
        ("a", "2022", "parameters: 20M\n"),
        ("b", "2023-01", "parameters: 1.5M\n"),
    ]));
    let data = serde_json::to_value(&timeline).unwrap();
    assert_eq!(data["points"][1]["x"]["from"], 50.0);
    assert_eq!(data["points"][1]["x"]["width"], 4.17);
    assert_eq!(data["points"][0]["size"]["y"], 34.95);
}
