//! The text of each synthetic entry: varied fields, variants, sources, references, leaderboards.

use crate::corpus::{Plan, words};
use crate::prose::{author, capital, chinese, markdown, sentence, tag};
use crate::random::Random;

/// The path below `entries/` and the text of an entry.
pub(crate) fn entry(plan: Plan, number: usize, random: &mut Random) -> (String, String) {
    let mut maker = Maker { plan, random, text: String::with_capacity(2_000), number };
    let Plan { models, papers, datasets, .. } = plan;
    let (folder, id) = if number < models {
        ("models", maker.model(number))
    } else if number < models + papers {
        ("papers", maker.paper(number - models))
    } else if number < models + papers + datasets {
        ("datasets", maker.dataset(number - models - papers))
    } else {
        ("challenges", maker.challenge(number - models - papers - datasets))
    };
    (format!("{folder}/{id}.yaml"), maker.text)
}

/// Whether a paper is off topic; no listed entry refers to such a one.
fn is_excluded(paper: usize) -> bool {
    paper % 29 == 28
}

/// Whether a dataset was taken back; no listed entry refers to such a one.
fn is_withdrawn(dataset: usize) -> bool {
    dataset % 13 == 12
}

/// Whether a model has variants.
fn has_variants(model: usize) -> bool {
    model.is_multiple_of(3)
}

struct Maker<'r> {
    plan: Plan,
    random: &'r mut Random,
    text: String,
    /// The entry's number among all.
    number: usize,
}

/// Writes a line; what it shows is made first, as making it may need the maker too.
macro_rules! put {
    ($maker:ident, $($line:tt)*) => {{
        let line = format!($($line)*);
        $maker.text.push_str(&line);
        $maker.text.push('\n');
    }};
}

impl Maker<'_> {
    fn model(&mut self, at: usize) -> String {
        let id = format!("model-{at:06}");
        put!(self, "name: Synth{} {at:06}", capital(self.random));
        self.names("model", at);
        if at % 31 == 30 {
            self.status("candidate", "incomplete");
        } else if at % 37 == 36 {
            put!(self, "status: superseded\nsuperseded_by: model-{:06}", at - 1);
        }
        put!(self, "released: {}", self.date());
        self.summary();
        self.description(&id);
        put!(self, "category: {}", nth("category", at));
        put!(self, "rna: [{}]", nth("rna", at));
        put!(self, "paradigm: {}", nth("paradigm", at));
        if at % 5 == 1 {
            put!(self, "paradigm_note: {}", sentence(self.random, 6));
        }
        put!(self, "architecture: {}", nth("architecture", at));
        self.sizes(at);
        put!(self, "objective: {}", nth("objective", at));
        put!(self, "tokenization: {}", nth("tokenization", at));
        put!(self, "context: {}", 1 << self.random.between(9, 14));
        put!(self, "training:\n  datasets: [{}, {{name: In-house data}}]", self.dataset_id());
        put!(self, "  size: [{}M {}]", self.random.between(1, 900), nth("unit", at));
        let weights = if at % 7 == 6 { "model-terms" } else { "CC-BY-4.0" };
        put!(self, "licence: {{code: {}, weights: {weights}}}", nth_of(&CODE_LICENCES, at));
        put!(self, "papers: [{}, 10.5555/elsewhere.{at}]", self.paper_id());
        put!(self, "links:\n  code: https://github.com/example/{id}");
        if at.is_multiple_of(4) {
            put!(self, "  weights: not released");
        } else {
            put!(self, "  weights: https://weights.example.org/{id}");
        }
        self.tags();
        let variants = if has_variants(at) { ", variants" } else { "" };
        put!(self, "sources:\n  - for: [parameters{variants}, training.size, licence]");
        put!(self, "    url: https://github.com/example/{id}/blob/0123abcd/README.md");
        put!(self, "    kind: repository\n    checked: {}", self.day());
        if at % 10 == 4 {
            put!(
                self,
                "disputed:\n  - {{field: parameters, value: 7T, source: https://example.org/claims/{id}, note: rounded}}"
            );
        }
        self.added();
        id
    }

    /// The size that is shown is that of the last variant.
    fn sizes(&mut self, at: usize) {
        let size = format!("{}.{}M", self.random.between(2, 999), self.random.between(1, 9));
        if at % 8 == 7 {
            put!(self, "parameters: not reported");
        } else {
            put!(self, "parameters: {size}");
        }
        if has_variants(at) {
            let small = self.random.between(100, 900);
            put!(self, "variants:\n  micro: {{parameters: {small}K, context: 512}}");
            put!(self, "  base: {{parameters: 1.{small}M}}\n  large: {{parameters: {size}}}");
        }
    }

    fn paper(&mut self, at: usize) -> String {
        let id = format!("paper-{at:06}");
        let title = sentence(self.random, 7);
        put!(self, "title: \"Synth {at:06}: {}\"", title.trim_end_matches('.'));
        self.names("paper", at);
        if is_excluded(at) {
            self.status("excluded", "off-topic");
        }
        match at % 12 {
            5 => put!(self, "type: survey"),
            9 => put!(self, "type: benchmark"),
            _ => {}
        }
        let people: Vec<String> = (0..5).map(|_| author(self.random)).collect();
        put!(self, "authors:");
        for person in people {
            put!(self, "  - {person}");
        }
        put!(self, "venue: {} of Synthetic Results", nth_of(&VENUES, at));
        if at.is_multiple_of(2) {
            put!(self, "venue_short: JSR\nvolume: {}\nissue: 4", at % 80 + 1);
            put!(self, "pages: {}-{}\npublication: journal", at + 1, at + 12);
        }
        let (year, month) = (self.random.between(2018, 2024), self.random.between(1, 12));
        put!(self, "dates: {{preprint: {year}-{month:02}, published: {}}}", year + 1);
        if at % 3 != 1 {
            put!(self, "doi: 10.5555/synth.{at:06}");
        }
        if at % 3 != 2 {
            put!(self, "arxiv: arXiv:{}{month:02}.{at:05}", year - 2000);
        }
        if at % 2 == 1 {
            put!(
                self,
                "url: https://example.org/paper/{id}\npdf: https://example.org/pdf/{id}.pdf"
            );
        }
        put!(self, "category: {}", nth("category", at));
        // Two datasets, as no list may name one twice; of a single dataset there is no second.
        let first = self.dataset_id();
        let second = (0..8).map(|_| self.dataset_id()).find(|id| *id != first);
        put!(
            self,
            "datasets: [{}]",
            [Some(first), second].into_iter().flatten().collect::<Vec<_>>().join(", ")
        );
        self.summary();
        self.tags();
        if at.is_multiple_of(2) {
            put!(
                self,
                "sources:\n  - for: [dates, venue]\n    url: https://example.org/index/{id}"
            );
            put!(
                self,
                "    kind: paper\n    checked: {}\n    note: {}",
                self.day(),
                sentence(self.random, 9)
            );
        }
        self.added();
        id
    }

    fn dataset(&mut self, at: usize) -> String {
        let id = format!("dataset-{at:06}");
        put!(self, "name: Synth{}-{at:06}", capital(self.random));
        self.names("dataset", at);
        if is_withdrawn(at) {
            self.status("withdrawn", "retracted");
        }
        put!(self, "type: {}", nth_of(&["corpus", "task", "structure", "benchmark"], at));
        self.summary();
        self.description(&id);
        put!(self, "tasks: [{}, {}]", nth("task", at), nth("task", at + 1));
        put!(self, "size: [{}K {}]", self.random.between(1, 900), nth("unit", at));
        put!(self, "organisms: {{en: {} species, zh: {}个物种}}", at + 2, at + 2);
        put!(self, "molecules: [{}]", nth("rna", at));
        put!(self, "released: {}\nversion: {}", self.date(), at % 9 + 1);
        put!(self, "licence: {{data: CC0-1.0, mirror: none stated}}");
        put!(
            self,
            "links: {{home: https://example.org/data/{id}, download: https://files.example.org/{id}.zip}}"
        );
        put!(self, "papers: [{}]", self.paper_id());
        if at.is_multiple_of(3) {
            self.leaderboard(&id);
        }
        self.tags();
        put!(
            self,
            "sources:\n  - {{for: [size, licence], url: https://example.org/data/{id}/about, kind: dataset-card, checked: {}}}",
            self.day()
        );
        self.added();
        id
    }

    fn leaderboard(&mut self, id: &str) {
        put!(self, "leaderboard:\n  basis: reported\n  source: https://example.org/board/{id}");
        put!(self, "  columns:");
        put!(
            self,
            "    f1: {{task: {}, split: test, metric: F1, unit: \"%\", better: higher}}",
            nth("task", self.number)
        );
        put!(
            self,
            "    loss: {{task: {}, metric: Loss, better: lower}}",
            nth("task", self.number + 1)
        );
        put!(self, "  rows:");
        let (first, rows) = (self.random.below(self.plan.models), self.random.between(5, 8));
        for at in (first..first + rows).map(|at| at % self.plan.models) {
            let variant = if has_variants(at) { ", variant: base" } else { "" };
            let scores =
                (self.random.between(10, 99), self.random.between(0, 9), self.random.between(1, 9));
            put!(
                self,
                "    - {{model: model-{at:06}{variant}, scores: {{f1: {}.{} ± 0.{}, loss: 0.{}}}}}",
                scores.0,
                scores.1,
                scores.2,
                scores.0
            );
        }
        put!(self, "    - {{label: Baseline, scores: {{f1: 12.5}}}}");
    }

    fn challenge(&mut self, at: usize) -> String {
        let id = format!("challenge-{at:06}");
        put!(self, "name: Synth {} Challenge {at:06}", capital(self.random));
        self.names("challenge", at);
        put!(self, "organizer: {} Institute\nhost: Example Platform", capital(self.random));
        put!(self, "url: https://challenge.example.org/{id}");
        let year = self.random.between(2018, 2025);
        put!(self, "dates: {{start: {year}-02-01, end: {year}-09-30}}");
        put!(self, "task: {}\nmetric: MCRMSE\nprize: 10,000 points", nth("task", at));
        put!(self, "teams: {}", self.random.between(2, 2_000));
        put!(self, "winners:");
        for rank in 1..=3 {
            put!(
                self,
                "  - {{rank: {rank}, name: Team {}, url: https://example.org/team/{rank}}}",
                capital(self.random)
            );
        }
        put!(self, "datasets: [{}]\npapers: [{}]", self.dataset_id(), self.paper_id());
        self.summary();
        self.tags();
        put!(self, "sources:");
        put!(
            self,
            "  - {{for: [prize, teams, winners], url: https://challenge.example.org/{id}, kind: secondary}}"
        );
        self.added();
        id
    }

    /// Other names and former ids, now and then.
    fn names(&mut self, kind: &str, at: usize) {
        if at % 4 == 1 {
            put!(self, "aliases: [\"Alias {kind} {at}\", Also {at}]");
        }
        if at % 9 == 2 {
            put!(self, "former_ids: [old-{kind}-{at:06}]");
        }
    }

    fn status(&mut self, status: &str, reason: &str) {
        put!(
            self,
            "status: {status}\nreason: {{code: {reason}, note: {}}}",
            sentence(self.random, 5)
        );
    }

    /// A third of the summaries have a Chinese text too.
    fn summary(&mut self) {
        let english = sentence(self.random, 12);
        if self.number.is_multiple_of(3) {
            put!(self, "summary: {{en: {english}, zh: {}}}", chinese(self.random, 9));
        } else {
            put!(self, "summary: {english}");
        }
    }

    fn description(&mut self, id: &str) {
        let text = markdown(self.random, "  ", id);
        self.text.push_str("description: |\n");
        self.text.push_str(&text);
    }

    fn tags(&mut self) {
        let tags = self.plan.tags;
        let (first, step) = (self.number % tags, self.random.between(1, tags / 2 - 1));
        put!(
            self,
            "tags: [{}, {}, {}]",
            tag(first),
            tag((first + step) % tags),
            tag((first + 2 * step) % tags)
        );
    }

    fn added(&mut self) {
        // One entry is as new as can be, so that the date of the list is known.
        let day = if self.number == 0 { "2026-06-30".to_owned() } else { self.day() };
        put!(self, "added: {day}");
    }

    /// A year, a month or a day.
    fn date(&mut self) -> String {
        let (year, month) = (self.random.between(2018, 2025), self.random.between(1, 12));
        match self.random.below(6) {
            0 => format!("{year}"),
            1..=3 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{:02}", self.random.between(1, 28)),
        }
    }

    fn day(&mut self) -> String {
        format!("2026-{:02}-{:02}", self.random.between(1, 5), self.random.between(1, 28))
    }

    fn paper_id(&mut self) -> String {
        let at = self.random.below(self.plan.papers);
        if is_excluded(at) { self.paper_id() } else { format!("paper-{at:06}") }
    }

    fn dataset_id(&mut self) -> String {
        let at = self.random.below(self.plan.datasets);
        if is_withdrawn(at) { self.dataset_id() } else { format!("dataset-{at:06}") }
    }
}

const CODE_LICENCES: [&str; 4] = ["MIT", "Apache-2.0", "BSD-3-Clause", "MIT OR Apache-2.0"];

const VENUES: [&str; 5] = ["Journal", "Annals", "Proceedings", "Letters", "Workshop"];

/// The words of a section in turn, so that each is used.
fn nth(section: &str, at: usize) -> &'static str {
    nth_of(words(section), at)
}

fn nth_of<'w>(words: &[&'w str], at: usize) -> &'w str {
    words[at % words.len()]
}
