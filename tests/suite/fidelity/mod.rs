//! The seed's README against ours from the same entries: every item of it is found, or is different on purpose.

mod intended;
mod items;

use self::intended::DIFFERENCES;
use self::items::{Item, items};
use crate::door::Survey;

const SEED: &str = include_str!("../../golden/seed/seed-README.md");

/// The seed's entries, unmended, on the day of its last update.
fn seed() -> Survey {
    Survey::folder("tests/golden/seed").date("2025-11-18")
}

fn readme() -> String {
    seed().readme().unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn every_item_of_the_seed_is_found_or_differs_on_purpose() {
    let mut ours = items(&readme());
    let mut intended = DIFFERENCES.to_vec();
    let mut lost: Vec<Item> = Vec::new();
    for (place, value) in items(SEED) {
        let same = ours.iter().position(|item| *item == (place.clone(), value.clone()));
        if let Some(at) = same {
            ours.remove(at);
            continue;
        }
        let known = intended.iter().position(|(at, seed, _)| *at == place && *seed == value);
        match known.map(|at| intended.remove(at)) {
            Some((_, _, None)) => {}
            Some((_, _, Some(mended))) => {
                let at = ours.iter().position(|item| *item == (place.clone(), mended.to_owned()));
                ours.remove(at.unwrap_or_else(|| panic!("{place} is not `{mended}`")));
            }
            None => lost.push((place, value)),
        }
    }
    assert_eq!(lost, [], "ours has instead: {ours:#?}");
    assert_eq!(intended, [], "these differences are no more");
    // What is left of ours is what the seed does not have.
    let own: Vec<&str> = ours.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(
        own,
        [
            "<!-- Made by `listwright build` from entries/ and templates/README.md: edit those. What is typed here is lost. -->",
            "8 models, 9 papers (surveys among them: 0), 0 datasets and benchmarks and 0 challenges, as of 2025-11-18.",
            "static/readme/timeline-light.svg",
            "Nothing is listed here yet. One file in entries/papers/ makes the first row: see [how to add an entry](CONTRIBUTING.md).",
            "Nothing is listed here yet. One file in entries/datasets/ makes the first row: see [how to add an entry](CONTRIBUTING.md).",
            "Nothing is listed here yet. One file in entries/challenges/ makes the first row: see [how to add an entry](CONTRIBUTING.md).",
            "How to read the tables",
            "A date is that of the first public appearance, be it a preprint, a repository or an article, and it is no more exact than it is known: 2022 is some day of that year. Numbers are printed as their source has them; the entry in [entries/](entries) names that source. What is not known says so:",
            "Written | Means",
            "not recorded",
            "Nobody has looked it up for this list yet.",
            "not reported",
            "The authors do not say.",
            "not released",
            "It exists, but cannot be had.",
            "none stated",
            "It was looked for where it should stand, and is not there.",
            "not applicable",
            "The question does not arise.",
            "Models by what they are",
            "Architecture: Transformer (5), Transformer (decoder-only) (1), VAE + covariance model (1), CNN + Transformer (1)",
        ]
    );
}

#[test]
fn headings_and_columns_of_the_seed_are_kept_to_the_letter() {
    let readme = readme();
    for line in [
        "## 1.Papers (论文)",
        "## 2.Survey (研究综述)",
        "## 3.Datasets and Benchmarks (数据集与评测结果)",
        "## 4.Challenges (竞赛信息)",
        "## Contributing (欢迎参与贡献)",
        "### Copyright notice",
        "**Latest papers**:",
        "*Updated at 2025-11-18:*",
        "| Model | Release Time | Model_size | Architecture | Description | Paper Link | Model Link |",
    ] {
        assert!(readme.lines().any(|ours| ours == line), "`{line}` is not there");
    }
}

#[test]
fn navigation_is_centred_with_its_first_link_strong() {
    let readme = readme();
    let (_, navigation) = readme.split_once("<p align=\"center\">\n").unwrap();
    assert_eq!(
        navigation.split_once("</p>").unwrap().0,
        "  <strong><a href=\"#1papers-论文\">Papers</a></strong> •\n  \
         <a href=\"#2survey-研究综述\">Research Survey</a> •\n  \
         <a href=\"#3datasets-and-benchmarks-数据集与评测结果\">Dataset &amp; benchmarks</a> •\n  \
         <a href=\"#4challenges-竞赛信息\">Challenges</a>\n"
    );
}

#[test]
fn rows_and_papers_come_newest_first() {
    let items = items(&readme());
    let dates: Vec<&str> = items
        .iter()
        .filter(|(place, _)| place.ends_with(", Release Time"))
        .map(|(_, date)| date.as_str())
        .collect();
    assert_eq!(dates, ["2024", "2024", "2024", "2024", "2024", "2023", "2022-02", "2022"]);
    let names: Vec<&str> = items
        .iter()
        .filter_map(|(place, name)| place.ends_with(", Model").then_some(name.as_str()))
        .collect();
    assert_eq!(
        names,
        [
            "GenerRNA",
            "Omnigenome",
            "RfamGen",
            "RNA-MSM",
            "SpliceBERT",
            "Bert2Ome",
            "RNABERT",
            "RNA-FM"
        ]
    );
    let papers = items.iter().filter(|(place, _)| place == "paper of Language FMs");
    let papers: Vec<&str> =
        papers.map(|(_, line)| line.split([':', ' ']).next().unwrap()).collect();
    assert_eq!(
        papers,
        ["Simulations", "GenerRNA", "RNA-MSM", "OmniGenome", "SpliceBERT", "RNABERT", "RNA-FM"]
    );
}

#[test]
fn readme_of_the_repository_keeps_the_floor_of_the_seed() {
    let ours = items(&Survey::folder("").readme().unwrap());
    let has =
        |place: &str, value: &str| ours.iter().any(|item| (&*item.0, &*item.1) == (place, value));
    for (place, value) in items(SEED) {
        let kept = match place.split_once(' ').map_or(&*place, |(sort, _)| sort) {
            "columns" | "group" | "picture" => value == "png/logo.jpg" || has(&place, &value),
            "heading" => place == "heading 1" || has(&place, &value),
            "navigation" => ours.iter().any(|(ours, _)| *ours == place),
            // Names and values are mended there; that the eight models are listed is what stays.
            _ => match place.strip_suffix(", Model") {
                Some(name) => ours.iter().any(|(place, _)| {
                    place.to_lowercase() == format!("{name}, model").to_lowercase()
                }),
                None => !value.starts_with("If you are interested") || has("paragraph", &value),
            },
        };
        assert!(kept, "{place}: {value}");
    }
    assert!(
        ours.iter().any(|(place, value)| place == "quotation" && value.starts_with("[Notes] "))
    );
}
