//! A made-up list in which every kind, every field and every section of the vocabulary stands, and nothing is wrong.

use std::collections::BTreeSet;

use listwright::changes::Log;
use listwright::config;
use listwright::kinds::{Common, KindId};
use listwright::read::{Field, Record as _, Shape};
use listwright::source::{Source, Sources};
use listwright::vocabulary::Vocabulary;
use listwright::yaml::{self, Node, Value};

use crate::door::Survey;

/// The day on which the sample list is looked at.
pub(crate) const DATE: &str = "2025-06-30";

/// The files of the sample that others are made from.
pub(crate) const MODEL: &str = "entries/models/alder.yaml";
pub(crate) const PAPER: &str = "entries/papers/rowan-2024.yaml";
pub(crate) const DATASET: &str = "entries/datasets/maple.yaml";
pub(crate) const CHALLENGE: &str = "entries/challenges/poplar-2024.yaml";
pub(crate) const SETTINGS: &str = "entries/survey.yaml";
pub(crate) const WORDS: &str = "entries/vocabulary.yaml";
pub(crate) const LOG: &str = "entries/changes.yaml";

/// Every file of the sample by its path.
pub(crate) const FILES: &[(&str, &str)] = &[
    (
        SETTINGS,
        r#"schema: 1
title: {en: Survey of Tree Models, zh: 树木模型综述}
tagline: {en: "What was planted, and where.", zh: 种了什么，种在哪里。}
authors: [Jan van der Boom, {group: The Foresters}]
keywords: [trees, forests]
languages: [en, zh]
repository: https://code.example.org/tree-survey
hosting:
  software: gitea
  branch: trunk
  edit: "https://code.example.org/tree-survey/change/{path}"
  add: "https://code.example.org/tree-survey/add?file={path}&text={content}"
  report: "https://code.example.org/tree-survey/say?what={title}&more={body}"
  file: "https://code.example.org/tree-survey/at/{branch}/{path}"
site: https://survey.example.org
licence: {code: MIT OR Apache-2.0, entries: CC0-1.0}
scope:
  in: [{en: Models of trees., zh: 树木模型。}]
  out: [{en: Models of stones., zh: 石头模型。}]
kinds: {models: true}
fields:
  models:
    rna: {type: word, many: true, section: rna, label: {en: RNA, zh: RNA 类型}, about: What it was trained on., after: readme_group, note: true, show: [facet, column], page: rna}
    rings: {type: number, unit: mm, sourced: true}
    parent: {type: ref, to: models, many: true}
    height: {type: count, states: true, after: rna}
    grown: {type: date}
    planted: {type: flag, show: [facet]}
    yield: {type: quantity}
    story: {type: text}
    nursery: {type: url, states: true}
  datasets:
    grove: {type: line, required: listed}
    organisms: {type: text, label: {en: Organisms, zh: 物种}, after: size}
    molecules: {type: word, many: true, section: rna, label: {en: Molecules, zh: 分子类型}, after: organisms, show: [facet], page: rna}
readme:
  budget: 450000
  sections:
    - id: models
      heading: {en: Models, zh: 模型}
      nav: Models
      intro: {en: The newest first., zh: 新的在前。}
      shows:
        - view: models
          heading: {en: All models, zh: 全部模型}
          columns:
            - {show: name, heading: {en: Model, zh: 模型}}
            - {show: parameters, heading: Size}
            - {show: papers.venue, heading: Venue}
          where: {category: language, year: [2023, 2024]}
          group_by: architecture
          sort: -released
          rows: 50
          collapsed: true
    - id: papers
      heading: {en: Papers, zh: 论文}
      shows:
        - view: latest-papers
          groups: [{category: language, heading: {en: Language, zh: 语言}}]
charts:
  - {kind: models, x: released, y: parameters, color: category, title: {en: Models, zh: 模型}}
notice: {en: A list for tests., zh: 测试用的列表。}
release: {version: 2026.10, date: 2026-11-28, doi: 10.5281/zenodo.1, url: https://archive.example.org/trees}
checks: {score-outlier: warning}
"#,
    ),
    (
        WORDS,
        r#"schema: 1
category:
  language: {en: Language model, zh: 语言模型, about: {en: Learns from sequences., zh: 从序列学习。}}
  vision: {en: Vision model, zh: 视觉模型}
rna:
  ncrna: {en: ncRNA, zh: 非编码 RNA}
paradigm:
  encoder-lm: {en: Encoder, zh: 编码器}
architecture:
  transformer-encoder: {en: Transformer encoder, zh: Transformer 编码器}
objective:
  masked-lm: {en: Masked language modelling, zh: 掩码语言建模}
tokenization:
  nucleotide: {en: One nucleotide, zh: 单核苷酸}
task:
  secondary-structure-prediction: {en: Secondary structure prediction, zh: 二级结构预测}
unit:
  sequences: {en: sequences, zh: 条序列}
licence:
  academic-only: {en: Academic use only, zh: 仅限学术使用}
reason:
  off-topic: {en: Off topic, zh: 主题不符}
tag:
  long-input: {en: Long input, zh: 长输入}
abbreviation:
  cup: {en: CUP, zh: CUP, about: {en: Contest of unlikely predictions, zh: 意外预测之赛}}
"#,
    ),
    (
        LOG,
        r#"schema: 1
changes:
  - date: 2025-06-01
    added: [models/alder, papers/rowan-2024]
    changed: [{entry: models/alder, field: parameters, from: 600M, to: 650.88M}]
    status: [{entry: models/holly, from: candidate, to: excluded, reason: off-topic}]
through: 3f2a9c1d5e7b8046f1a2c3d4e5f60718293a4b5c
"#,
    ),
    (
        MODEL,
        r#"name: Alder
aliases: [Alder One, 桤木]
former_ids: [alder-zero]
ids: {huggingface: tree-survey/alder, doi: 10.5555/alder.9, wikidata: Q101, rrid: "RRID:SCR_000101"}
distinct_from: [aspen]
status: listed
released: 2024-02
summary: {en: An encoder of leaves., zh: 叶的编码器。}
description:
  en: |
    Learns from **leaves**.

    It never saw a stone.
  zh: 从叶学习。
category: language
category_note: It draws pictures too.
readme_group: vision
rna: [ncrna]
rna_note: From many trees.
height: 12K
paradigm: encoder-lm
paradigm_note: Without a decoder.
architecture: transformer-encoder
architecture_note: With rotary positions.
parameters: 650.88M  # the size that tables show
parameters_note: {en: Of the largest one., zh: 最大的一个。}
variants:
  giga: {parameters: 650.88M, context: 1022, weights: https://files.example.org/alder/giga}
  micro: {parameters: 33.48M}
objective: masked-lm
objective_note: With 15% masked.
tokenization: nucleotide
tokenization_note: Without a class token.
context: 1022
context_note: Tokens, one per nucleotide.
training:
  datasets: [maple, {name: Wild leaves, note: Unpublished.}]
  size: [36M sequences]
  note: Redundant ones were left out.
licence: {code: Apache-2.0, weights: academic-only, note: The weights ask for a letter.}
papers: [rowan-2024, arXiv:2401.04321, 10.5555/outside.1, https://preprints.example.org/outside]
links:
  home: https://alder.example.org
  code: https://code.example.org/alder
  weights: https://files.example.org/alder/weights
  demo: https://alder.example.org/demo
  docs: https://alder.example.org/docs
  conversions: [https://mirror.example.org/alder]
rings: 0.25
parent: [aspen]
grown: 2023-05
planted: true
yield: 12 sequences
story: {en: Long ago., zh: 很久以前。}
nursery: https://nursery.example.org/alder
tags: [long-input]
sources:
  - {for: [parameters, variants, training.size], url: https://code.example.org/alder/readme, kind: repository, checked: 2025-06-10, note: Its table.}
  - {for: [rings], url: https://rings.example.org/alder, kind: secondary}
disputed:
  - {field: variants.micro.parameters, value: 35M, source: https://mirror.example.org/card, note: Rounded.}
added: 2025-06-01
"#,
    ),
    (
        "entries/models/aspen.yaml",
        "name: Aspen\nstatus: superseded\nsuperseded_by: alder\nreleased: 2023\ncategory: language\n\
         parameters: not reported\nlinks: {code: not released, weights: not applicable}\n",
    ),
    (
        "entries/models/holly.yaml",
        "name: Holly\nstatus: excluded\nreason: {code: off-topic, note: A model of stones.}\n",
    ),
    (
        PAPER,
        r#"title: Rowan reads leaves
aliases: [Rowan]
former_ids: [rowan-2023]
ids: {openalex: W4200000101, wikidata: Q102, semantic_scholar: "CorpusID:102", pubmed: "PMID:35000102", pmc: PMC9000102}
status: listed
type: research
authors: [Ada Example, "Sample, Ben", {group: Rowan Consortium}]
authors_complete: false
venue: Journal of Leaves
venue_short: J Leaves
volume: 12
issue: 3
pages: 100-110
publication: journal
dates: {preprint: 2023-12-24, published: 2024-02}
doi: 10.5555/rowan.1
preprint_doi: 10.5555/rowan.0
arxiv: arXiv:2312.01234
url: https://journal.example.org/rowan
pdf: https://journal.example.org/rowan.pdf
category: language
datasets: [maple]
summary: Reads leaves better than stones.
tags: [long-input]
sources:
  - {url: https://journal.example.org/rowan, kind: paper}
added: 2025-06-01
"#,
    ),
    (
        DATASET,
        r#"name: Maple
aliases: [Maple leaves]
former_ids: [maple-zero]
ids: {huggingface: tree-survey/maple, doi: 10.5555/maple.9, openalex: W4200000103, wikidata: Q103, rrid: "RRID:SCR_000103"}
status: listed
type: benchmark
summary: Leaves with their shapes.
description: A *small* one.
tasks: [secondary-structure-prediction]
size: [4000 sequences]
organisms: Trees
molecules: [ncrna]
grove: Old Grove
released: 2022
version: 24
licence: {data: CC-BY-4.0, mirror: none stated, note: Copies say nothing.}
links:
  home: https://maple.example.org
  download: https://maple.example.org/download
  code: https://code.example.org/maple
papers: [rowan-2024]
leaderboard:
  basis: reported
  source: https://maple.example.org/results
  note: One run each.
  columns:
    ss:
      task: secondary-structure-prediction
      split: test
      metric: F1
      unit: "%"
      better: higher
      dataset: maple
      huggingface_task: folding
      note: Without pseudoknots.
    er: {task: secondary-structure-prediction, metric: Error, better: lower}
  rows:
    - {model: alder, variant: giga, as: Alder-G, scores: {ss: 68.5 ± 0.54, er: 0.25}}
    - {label: Baseline, scores: {ss: 49.95}, basis: self-reported, source: https://maple.example.org/own, note: By its authors.}
tags: [long-input]
sources: [{for: [size], url: https://maple.example.org, kind: dataset-card}]
added: 2025-06-01
"#,
    ),
    (
        CHALLENGE,
        r#"name: Poplar Cup 2024
aliases: [PC24]
former_ids: [poplar-cup]
ids: {wikidata: Q104}
status: listed
organizer: Friends of Poplars
host: Leafboard
url: https://poplar.example.org/2024
dates: {start: 2024-03-01, end: 2024-09}
ongoing: false
task: secondary-structure-prediction
task_note: Of one leaf.
metric: F1
prize: A poplar
teams: 120
winners: [{rank: 1, name: Team Twig, url: https://twig.example.org}]
datasets: [maple]
papers: [rowan-2024]
summary: A CUP for those who read leaves.
tags: [long-input]
sources: [{for: [prize, teams, winners], url: https://poplar.example.org/2024, kind: secondary}]
added: 2025-06-01
"#,
    ),
    (
        "entries/challenges/willow-2026.yaml",
        "name: Willow Cup 2026\nurl: https://willow.example.org\ndates: 2026\nongoing: true\nteams: 7\n\
         allow: [{code: unsourced-value, reason: {en: Counted by hand., zh: 手工清点。}}]\n",
    ),
    (
        "entries/papers/elm-2022.yaml",
        "title: Elm reads stones\nstatus: withdrawn\nreason: {code: off-topic}\ndates: {published: 2022}\n\
         url: https://journal.example.org/elm\n",
    ),
    (
        "entries/datasets/hazel.yaml",
        "name: Hazel\nstatus: candidate\nreason: {code: off-topic, note: {en: Not looked at yet., zh: 尚未查看。}}\n",
    ),
];

/// The sample list.
pub(crate) fn sample() -> Survey {
    FILES.iter().fold(Survey::default(), |list, (path, text)| list.file(path, text)).date(DATE)
}

#[test]
fn sample_has_no_finding() {
    assert_eq!(sample().diagnostics(), "");
    assert_eq!(sample().places(), [""; 0]);
    assert_eq!(sample().readme().map(|readme| readme.contains("| Alder |")), Ok(true));
}

#[test]
fn sample_says_the_same_without_a_date() {
    assert_eq!(sample().today().places(), [""; 0]);
}

/// The other ways in which editors save a file.
#[test]
fn byte_order_mark_and_windows_line_ends_change_nothing() {
    let (readme, outputs) = (sample().readme(), sample().outputs());
    assert!(outputs.iter().any(|(path, _)| path == "data/v1/catalog.json"));
    for (name, save) in [
        ("byte order mark", &(|text: &str| format!("\u{feff}{text}")) as &dyn Fn(&str) -> String),
        ("Windows line ends", &|text| text.replace('\n', "\r\n")),
        ("both", &|text| format!("\u{feff}{}", text.replace('\n', "\r\n"))),
    ] {
        let saved = FILES
            .iter()
            .fold(Survey::default().date(DATE), |list, (path, text)| list.file(path, save(text)));
        assert_eq!(saved.places(), [""; 0], "{name}");
        assert_eq!(saved.readme(), readme, "{name}");
        assert!(saved.outputs() == outputs, "{name}: other bytes");
    }
}

#[test]
fn every_field_of_every_kind_stands_in_the_sample() {
    let mut known = BTreeSet::new();
    let mut used = BTreeSet::new();
    let catalog = sample().examined().catalog;
    for kind in KindId::ALL {
        let folder = format!("entries/{}/", kind.folder());
        let (shared, own): (Vec<Field>, Vec<Field>) =
            catalog.of(*kind).fields.iter().copied().partition(|field| is_shared(field.key));
        for (fields, name) in [(shared, "any kind"), (own, kind.noun())] {
            routes(&fields, name, &mut known);
            for (path, text) in FILES.iter().filter(|(path, _)| path.starts_with(&folder)) {
                steps(&tree(path, text), &fields, name, &mut used);
            }
        }
    }
    let words = Vocabulary::fields(&catalog.registry.sections());
    for (path, fields) in
        [(SETTINGS, config::Survey::FIELDS), (WORDS, words.as_slice()), (LOG, Log::FIELDS)]
    {
        let text = FILES.iter().find(|(known, _)| *known == path).unwrap().1;
        routes(fields, path, &mut known);
        steps(&tree(path, text), fields, path, &mut used);
    }
    // A list that switches off a built-in field cannot have a value in each; tests/suite/own.rs has one that does.
    used.insert(format!("{SETTINGS}.fields.*.*"));
    let missing: Vec<&String> = known.difference(&used).collect();
    assert_eq!(missing, [""; 0]);
}

/// What every kind has need not stand in every kind.
fn is_shared(key: &str) -> bool {
    Common::FIELDS.iter().any(|field| field.key == key)
}

fn tree(path: &str, text: &str) -> Node {
    let sources = Sources::new(vec![Source::from_bytes(path, text.as_bytes().to_vec())]);
    let (id, source) = sources.iter().next().unwrap();
    yaml::parse(id, source, &mut Vec::new()).unwrap()
}

/// Every route that the fields allow, such as `model.variants.*.parameters`.
fn routes(fields: &[Field], above: &str, out: &mut BTreeSet<String>) {
    for field in fields {
        shape_routes(&field.shape(), &format!("{above}.{}", field.key), out);
    }
}

fn shape_routes(shape: &Shape, here: &str, out: &mut BTreeSet<String>) {
    match shape {
        Shape::Record { fields, .. } => routes(fields, here, out),
        Shape::List(of) | Shape::Map(of) => shape_routes(of, &format!("{here}.*"), out),
        Shape::Reported(of) => shape_routes(of, here, out),
        Shape::Either(short, long) => {
            shape_routes(short, here, out);
            shape_routes(long, here, out);
        }
        _ => _ = out.insert(here.to_owned()),
    }
}

/// The routes at which a value stands.
fn steps(node: &Node, fields: &[Field], above: &str, out: &mut BTreeSet<String>) {
    for field in fields {
        if let Some(value) = node.get(field.key) {
            shape_steps(value, &field.shape(), &format!("{above}.{}", field.key), out);
        }
    }
}

fn shape_steps(node: &Node, shape: &Shape, here: &str, out: &mut BTreeSet<String>) {
    match (shape, &node.value) {
        (Shape::Record { fields, .. }, _) => steps(node, fields, here, out),
        (Shape::List(of), Value::List(items)) => {
            for item in items {
                shape_steps(item, of, &format!("{here}.*"), out);
            }
        }
        (Shape::Map(of), Value::Map(pairs)) => {
            for pair in pairs {
                shape_steps(&pair.value, of, &format!("{here}.*"), out);
            }
        }
        (Shape::Reported(of), _) => shape_steps(node, of, here, out),
        (Shape::Either(_, long), Value::Map(_)) => shape_steps(node, long, here, out),
        (Shape::Either(_, long), Value::List(_)) if matches!(**long, Shape::List(_)) => {
            shape_steps(node, long, here, out);
        }
        _ => _ = out.insert(here.to_owned()),
    }
}

/// `added: 2199-01-01` would make itself the date of the list, if the newest day were believed whatever it is.
#[test]
fn few_days_long_after_all_others_are_not_the_date_of_the_list() {
    let slip = sample().today().replace(CHALLENGE, "added: 2025-06-01", "added: 2199-01-01");
    let line = slip.text(CHALLENGE).lines().count();
    assert_eq!(slip.places(), [format!("{CHALLENGE}:{line}:8 future-date")]);
    assert!(slip.diagnostics().contains("lies after 2025-06-10, the date of the list"));
    let checked = sample().today().replace(MODEL, "checked: 2025-06-10", "checked: 2052-06-10");
    assert_eq!(checked.places().len(), 1, "{:?}", checked.places());
}

#[test]
fn list_that_rested_for_years_goes_on_with_a_date() {
    let goes_on = sample().today().replace(CHALLENGE, "added: 2025-06-01", "added: 2030-06-01");
    assert_eq!(goes_on.places(), [""; 0], "five years are a rest");
    let longer = sample().replace(CHALLENGE, "added: 2025-06-01", "added: 2032-06-01");
    assert_eq!(longer.clone().today().places().len(), 1);
    assert_eq!(longer.date("2032-06-02").places(), [""; 0], "a date that is given goes first");
}

#[test]
fn two_authors_of_one_name_are_two_people() {
    let authors = "authors: [Ada Example, ";
    let list = sample().replace(PAPER, authors, "authors: [Ada Example, Ada Example, ");
    assert_eq!(list.places(), [""; 0]);
}
