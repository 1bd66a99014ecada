//! The charts of a list: which are drawn, of what, and how many categories are told apart.

use std::fmt::Write as _;

use listwright::views::{Axes, CLASSES, Lettering, Timeline};

use crate::door::{SETTINGS, Survey};

const CHARTS: &str = "charts:\n  - {kind: models, x: released, y: parameters, color: category}\n";

fn with(list: &Survey, charts: &str) -> Survey {
    list.clone().file("entries/survey.yaml", format!("{SETTINGS}{charts}"))
}

/// So many models; each has the word of its number, and a size where that is asked for.
fn models(count: usize, words: usize, sized: &dyn Fn(usize) -> bool) -> Survey {
    let mut vocabulary = String::from("schema: 1\ncategory:\n");
    for word in 0..words {
        writeln!(vocabulary, "  w{word}: {{en: Word {word}, zh: 词 {word}}}").unwrap();
    }
    let list = Survey::default().file("entries/vocabulary.yaml", vocabulary);
    (0..count).fold(list, |list, number| {
        let size = if sized(number) { format!("parameters: {}M\n", number + 1) } else { String::new() };
        let model = format!(
            "name: Model {number}\ncategory: w{}\nreleased: 20{}\n{size}context: 512\npapers: [arXiv:2204.{:05}]\n",
            number % words,
            10 + number % 12,
            number + 300
        );
        list.entry(&format!("models/model-{number}"), &model)
    })
}

fn chart(list: &Survey) -> Timeline {
    let lettering = Lettering::new(11.0, 700.0, 400.0, 8.0).reaching(20);
    list.view(|viewer| Timeline::of(viewer, &Axes::usual(), lettering))
}

/// The height of a picture.
fn height(picture: &str) -> f64 {
    picture.split_once("height=\"").unwrap().1.split('"').next().unwrap().parse().unwrap()
}

#[test]
fn chart_that_is_asked_for_as_it_is_anyway_is_the_same_picture() {
    let list = models(6, 3, &|_| true);
    assert_eq!(with(&list, "").pictures(), with(&list, CHARTS).pictures());
    assert_eq!(with(&list, "").output("index.html"), with(&list, CHARTS).output("index.html"));
}

#[test]
fn empty_list_of_charts_draws_none() {
    let list = with(&models(6, 3, &|_| true), "charts: []\n");
    assert!(list.places().iter().all(|place| place.ends_with("unsourced-value")));
    assert_eq!(list.pictures().len(), 0);
    assert!(!list.readme().unwrap().contains("timeline"));
    assert!(!list.output("index.html").contains("<figure class=\"fig\""));
}

#[test]
fn several_charts_stand_in_readme_and_on_the_first_page() {
    let charts = format!(
        "{CHARTS}  - {{kind: models, x: released, y: context, title: {{en: How far they see, zh: 视野}}}}\n"
    );
    let list = with(&models(6, 3, &|_| true), &charts);
    let readme = list.readme().unwrap();
    for name in ["timeline-light", "timeline-dark", "chart-models-context-released-light"] {
        assert!(readme.contains(&format!("\"static/readme/{name}.svg\"")), "{name}:\n{readme}");
    }
    let picture = &list.pictures()["static/readme/chart-models-context-released-light.svg"];
    assert!(picture.contains("<title id=\"timeline-title\">How far they see</title>"), "{picture}");
    for (page, title) in [("index.html", "How far they see"), ("zh/index.html", "视野")] {
        let page = list.output(page);
        assert!(page.contains(&format!("<b id=\"chart-2\">{title}</b>")), "{page}");
        assert_eq!(page.matches("<figure class=\"fig\"").count(), 2);
        assert_eq!(page.matches("id=\"s0\"").count(), 1, "a shape is defined once");
    }
}

#[test]
fn chart_of_another_kind_names_its_axes() {
    let data = "name: Leaves\ntype: corpus\nreleased: 2021\nsize: [36M sequences]\nlinks: {home: https://a.example.org}\n";
    let list = Survey::default()
        .file(
            "entries/vocabulary.yaml",
            "schema: 1\nunit:\n  sequences: {en: sequences, zh: 条序列}\n",
        )
        .entry("datasets/leaves", data);
    let list = with(&list, "charts: [{kind: datasets, x: released, y: size, color: type}]\n");
    assert!(
        list.places().iter().all(|place| place.ends_with("unsourced-value")),
        "{:?}",
        list.places()
    );
    let pictures = list.pictures();
    let picture = &pictures["static/readme/chart-datasets-size-released-type-light.svg"];
    assert!(
        picture.contains("<title id=\"timeline-title\">Datasets: Size / Released</title>"),
        "{picture}"
    );
    assert!(picture.contains("<title>Leaves, 2021, 36M sequences</title>"), "{picture}");
}

#[test]
fn entries_without_a_number_do_not_stretch_the_picture() {
    let path = "static/readme/timeline-light.svg";
    let few = with(&models(12, 3, &|_| true), "").pictures()[path].clone();
    let many = with(&models(163, 3, &|number| number < 12), "").pictures()[path].clone();
    assert!(height(&many) < height(&few) + 60.0, "{} and {}", height(&many), height(&few));
    assert!(many.contains("Parameters: not recorded (151)"), "{many}");
    assert!(!many.contains(">Model 100</text>"), "its name would need a line of its own");
    assert!(many.contains("<title>Model 100, "), "but it is there");
    let none = with(&models(163, 3, &|_| false), "").pictures()[path].clone();
    assert!(height(&none) < height(&few) + 60.0, "{} and {}", height(&none), height(&few));
}

#[test]
fn categories_are_told_apart_up_to_a_number_and_the_rest_is_one_class() {
    let classes = |words: usize| {
        let chart = chart(&models(40, words, &|_| true));
        let rest = chart.categories.iter().filter(|series| series.is_rest).count();
        (chart.categories.len(), rest)
    };
    assert_eq!(classes(1), (1, 0));
    assert_eq!(classes(CLASSES), (CLASSES, 0));
    assert_eq!(classes(CLASSES + 1), (CLASSES, 1));
    let list = models(40, 15, &|_| true);
    let chart = chart(&list);
    assert_eq!(chart.categories.len(), CLASSES);
    let own: Vec<&str> = chart.categories.iter().map(|series| series.word.as_str()).collect();
    // Ten words have three models and five have two: the first of those with three have a class.
    assert_eq!(own, ["w0", "w1", "w2", "w3", "w4", "w5", "w6", ""]);
    assert_eq!(chart.categories.iter().map(|series| series.count).sum::<usize>(), 40);
    let picture = &with(&list, "").pictures()["static/readme/timeline-light.svg"];
    assert!(picture.contains(">Other (19)</text>"), "{picture}");
    let marks: std::collections::BTreeSet<(&str, String)> = picture
        .lines()
        .filter_map(|line| {
            line.strip_prefix("<path d=\"").or_else(|| line.strip_prefix("<g>\n<path d=\""))
        })
        .filter_map(|line| line.split_once("\" fill=\""))
        .filter_map(|(path, rest)| Some((rest.split('"').next()?, shape_of(path))))
        .collect();
    assert_eq!(marks.len(), CLASSES, "as many marks in the legend: {marks:?}");
    let shapes: std::collections::BTreeSet<&String> =
        marks.iter().map(|(_, shape)| shape).collect();
    assert_eq!(shapes.len(), CLASSES, "each of a shape of its own, for those who see no colours");
    let page = with(&list, "").output("index.html");
    assert!(
        page.contains("id=\"s8\"") && page.contains("href=\"#s8\""),
        "the page has the shape of the rest"
    );
}

/// The commands of a path with the first point at nought, so that equal shapes are equal texts.
fn shape_of(path: &str) -> String {
    let mut numbers: Vec<f64> = Vec::new();
    let mut commands = String::new();
    for piece in path.split_inclusive(|letter: char| letter.is_ascii_alphabetic()) {
        commands.extend(piece.chars().filter(char::is_ascii_alphabetic));
        let digits = piece.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        numbers.extend(digits.split_whitespace().filter_map(|number| number.parse::<f64>().ok()));
    }
    let apart = numbers.len() / 2;
    let first = (numbers.first().copied().unwrap_or(0.0), numbers.get(1).copied().unwrap_or(0.0));
    let moved: Vec<String> = (0..apart)
        .map(|at| {
            format!(
                "{:.0},{:.0}",
                (numbers[at * 2] - first.0) * 2.0,
                (numbers[at * 2 + 1] - first.1) * 2.0
            )
        })
        .collect();
    format!("{commands} {}", moved.join(" "))
}

#[test]
fn entry_without_a_word_is_of_the_rest() {
    let list = models(4, 2, &|_| true);
    let axes = Axes { color: Some("architecture".to_owned()), ..Axes::usual() };
    let words = "schema: 1\ncategory:\n  w0: {en: Word 0}\n  w1: {en: Word 1}\narchitecture:\n  cnn: {en: CNN}\n";
    let one = list.text("entries/models/model-1.yaml").to_owned();
    let list = list
        .file("entries/vocabulary.yaml", words)
        .file("entries/models/model-1.yaml", format!("{one}architecture: cnn\n"));
    let lettering = Lettering::new(11.0, 700.0, 400.0, 8.0);
    let chart = list.view(|viewer| Timeline::of(viewer, &axes, lettering));
    let named: Vec<(&str, usize, bool)> =
        chart.categories.iter().map(|of| (of.word.as_str(), of.count, of.is_rest)).collect();
    assert_eq!(named, [("cnn", 1, false), ("", 3, true)]);
    assert_eq!(chart.points.iter().filter(|point| point.series == Some(1)).count(), 3);
}

#[test]
fn what_cannot_be_drawn_is_named_at_its_place_with_all_that_can() {
    for (chart, place, message, help) in [
        (
            "{kind: model, x: released, y: parameters}",
            "11:10",
            "there is no kind `model`",
            "did you mean `models`? There are `models`, `papers`, ",
        ),
        (
            "{kind: models, x: relaesed, y: parameters}",
            "11:21",
            "models have no date `relaesed`",
            "did you mean `released`? There are `released`",
        ),
        (
            "{kind: models, x: released, y: category}",
            "11:34",
            "models have no number `category`",
            "write one of `parameters`, `context`, `training.size`",
        ),
        (
            "{kind: papers, x: dates.published, y: pages}",
            "11:41",
            "papers have no number `pages`",
            "papers have no number at all: delete this chart",
        ),
        (
            "{kind: models, x: released, y: context, color: colour}",
            "11:50",
            "models cannot be told apart by `colour`",
            "write one of `category`, ",
        ),
    ] {
        let said = with(&Survey::default(), &format!("charts:\n- {chart}\n")).diagnostics();
        assert!(said.contains(&format!("error[bad-setting]: {message}\n")), "{chart}:\n{said}");
        assert!(said.contains(&format!("entries/survey.yaml:{place}\n")), "{chart}:\n{said}");
        assert!(said.contains(help), "{chart}:\n{said}");
    }
    for good in [
        "{kind: challenges, x: dates, y: teams, color: task}",
        "{kind: datasets, x: released, y: size}",
    ] {
        let list = with(&Survey::default(), &format!("charts:\n- {good}\n"));
        assert_eq!(
            list.places().iter().filter(|place| place.contains("survey")).count(),
            0,
            "{good}"
        );
    }
}
