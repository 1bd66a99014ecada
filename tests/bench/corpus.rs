//! A synthetic list of any size without a single finding: the same bytes for the same size, on every machine.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use crate::entries;
use crate::prose;
use crate::random::Random;

/// How many entries there are of each kind (the rest are challenges), and how many free labels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// How many models.
    pub(crate) models: usize,
    /// How many papers.
    pub(crate) papers: usize,
    /// How many datasets.
    pub(crate) datasets: usize,
    /// How many free labels.
    pub(crate) tags: usize,
}

/// The fewest entries among which every word of the vocabulary is used.
pub(crate) const FEWEST: usize = 100;

impl Plan {
    /// 40 of 100 are models, 40 papers, 15 datasets, 5 challenges; labels grow with the root of the size.
    pub(crate) fn of(entries: usize) -> Self {
        let (papers, datasets) = (entries * 2 / 5, entries * 3 / 20);
        let challenges = entries / 20;
        let models = entries - papers - datasets - challenges;
        let tags = (5 * entries.isqrt()).max(20).min(entries);
        Self { models, papers, datasets, tags }
    }
}

/// Writes the list below a folder, and returns how many bytes its entries have.
pub(crate) fn write(entries: usize, root: &Path) -> io::Result<usize> {
    let plan = Plan::of(entries);
    let folder = root.join("entries");
    for kind in ["models", "papers", "datasets", "challenges"] {
        fs::create_dir_all(folder.join(kind))?;
    }
    fs::write(folder.join("survey.yaml"), SURVEY)?;
    fs::write(folder.join("vocabulary.yaml"), vocabulary(plan))?;
    fs::write(folder.join("changes.yaml"), "schema: 1\nchanges: []\n")?;
    fs::write(root.join("CONTRIBUTING.md"), "# How to add an entry\n")?;
    fs::create_dir_all(root.join("static"))?;
    fs::write(root.join("static/own.txt"), "A file of the list's own.\n")?;
    let mut random = Random::new(20_240_601 + u64::try_from(entries).unwrap_or(0));
    let mut bytes = 0;
    for number in 0..entries {
        let (path, text) = entries::entry(plan, number, &mut random);
        bytes += text.len();
        fs::write(folder.join(path), text)?;
    }
    Ok(bytes)
}

const SURVEY: &str = "\
schema: 1
title: {en: A synthetic survey, zh: 合成综述}
tagline: {en: Every value in this list is invented., zh: 本列表中的所有数值均为虚构。}
languages: [en, zh]
fields:
  models:
    rna: {type: word, many: true, after: readme_group, show: [facet], page: rna}
  datasets:
    organisms: {type: text, after: size}
    molecules: {type: word, many: true, section: rna, after: organisms, show: [facet], page: rna}
repository: https://github.com/example/synthetic-survey
site: https://survey.example.org
licence: {code: MIT, entries: CC0-1.0}
scope:
  in: [{en: What is invented., zh: 虚构的内容。}]
  out: [{en: What is real., zh: 真实的内容。}]
readme: {budget: 450000}
";

/// The fixed words, section by section.
pub(crate) const SECTIONS: [(&str, &[&str]); 10] = [
    ("category", &["language", "generative", "predictor", "multimodal"]),
    ("rna", &["ncrna", "mrna", "pre-mrna", "viral", "trna"]),
    ("paradigm", &["encoder-lm", "decoder-lm", "msa-lm", "vae"]),
    (
        "architecture",
        &[
            "transformer-encoder",
            "transformer-decoder",
            "encoder-decoder",
            "state-space",
            "hyena",
            "cnn",
            "gnn",
            "diffusion",
        ],
    ),
    ("objective", &["masked-tokens", "next-token", "contrastive", "denoising"]),
    ("tokenization", &["nucleotide", "k-mer", "codon", "bpe"]),
    ("task", &["secondary-structure", "splice-sites", "degradation", "ires", "contact-map"]),
    ("unit", &["sequences", "nucleotides", "structures"]),
    ("licence", &["model-terms"]),
    ("reason", &["incomplete", "off-topic", "retracted"]),
];

/// The fixed words of a section.
pub(crate) fn words(section: &str) -> &'static [&'static str] {
    SECTIONS.iter().find(|(name, _)| *name == section).map_or(&[], |(_, words)| words)
}

fn vocabulary(plan: Plan) -> String {
    let mut text = "schema: 1\n".to_owned();
    let fixed = SECTIONS
        .iter()
        .map(|(name, words)| (*name, words.iter().map(|word| (*word).to_owned()).collect()));
    let tags: Vec<String> = (0..plan.tags).map(prose::tag).collect();
    for (section, words) in fixed.chain([("tag", tags)]) {
        let _ = writeln!(text, "{section}:");
        for (at, word) in words.iter().enumerate() {
            let _ = writeln!(
                text,
                "  {word}:\n    en: Word {word}\n    zh: 词{at}号\n    about: {{en: What {word} means., zh: 第{at}个词的含义。}}"
            );
        }
    }
    text
}
