//! Lists in which all entries share one thing: a paper, a dataset, a challenge, a word, a leaderboard.

use std::fmt::Write as _;

/// What all entries of a list share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hub {
    /// Models with a size and of one date that name one paper.
    Paper,
    /// Models, papers and challenges that name one dataset.
    Data,
    /// Challenges that one challenge has replaced.
    Challenge,
    /// Models with one word in every section.
    Word,
    /// Models with a word of their own each.
    Words,
    /// Models that stand in one leaderboard.
    Board,
}

impl Hub {
    /// The name of the shape.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Paper => "one paper",
            Self::Data => "one dataset",
            Self::Challenge => "one challenge",
            Self::Word => "one word",
            Self::Words => "own words",
            Self::Board => "one leaderboard",
        }
    }

    /// The files of a list of this shape, each with its path from the list's root.
    pub(crate) fn files(self, count: usize) -> Vec<(String, String)> {
        let mut files = vec![
            ("entries/survey.yaml".to_owned(), SURVEY.to_owned()),
            ("entries/vocabulary.yaml".to_owned(), vocabulary(self, count)),
        ];
        let mut put =
            |path: String, text: String| files.push((format!("entries/{path}.yaml"), text));
        match self {
            Self::Paper => put("papers/hub-2024-shared".into(), PAPER.into()),
            Self::Data => put("datasets/hub".into(), DATASET.into()),
            Self::Challenge => put("challenges/hub".into(), challenge("The hub", 2_025, "")),
            Self::Board => put("datasets/hub".into(), board(count)),
            Self::Word | Self::Words => {}
        }
        for at in 0..count {
            match self {
                Self::Data if at % 4 == 3 => {
                    put(
                        format!("challenges/user-{at:06}"),
                        challenge(&format!("User {at}"), 2_024, "datasets: [hub]\n"),
                    );
                }
                Self::Data if at % 4 == 2 => {
                    let text = format!(
                        "title: User {at} of the data\ndates: {{preprint: 2024-05}}\ndoi: 10.5555/user.{at}\ndatasets: [hub]\nadded: 2026-01-31\n"
                    );
                    put(format!("papers/user-2024-{at:06}"), text);
                }
                Self::Challenge => {
                    let more = "status: superseded\nsuperseded_by: hub\n";
                    put(
                        format!("challenges/round-{at:06}"),
                        challenge(&format!("Round {at}"), 2_024, more),
                    );
                }
                _ => put(format!("models/model-{at:06}"), self.model(at)),
            }
        }
        files
    }

    fn model(self, at: usize) -> String {
        let mut text = format!(
            "name: Model {at}\nreleased: 2024-05-17\nparameters: {}\ncategory: ",
            1_000_000 + 997 * at
        );
        let own = format!("own-{at}");
        let word = if self == Self::Words { own.as_str() } else { "language" };
        let _ = writeln!(text, "{word}\ntags: [{word}]");
        match self {
            Self::Paper if at.is_multiple_of(2) => {
                text.push_str("papers: [hub-2024-shared, 10.5555/hub.extra]\n");
            }
            Self::Paper => text.push_str("papers: [hub-2024-shared]\n"),
            Self::Data => text.push_str("training: {datasets: [hub]}\n"),
            _ => {}
        }
        let _ = writeln!(text, "links: {{home: https://example.org/models/{at}}}");
        text.push_str(&source(at));
        text
    }
}

fn source(at: usize) -> String {
    format!(
        "sources:\n  - {{for: [parameters], url: https://example.org/cards/{at}, kind: model-card}}\nadded: 2026-01-31\n"
    )
}

fn challenge(name: &str, year: usize, more: &str) -> String {
    format!(
        "name: {name}\n{more}url: https://challenge.example.org/{}\ndates: {{start: {year}-02-01, end: {year}-09-30}}\nadded: 2026-01-31\n",
        name.to_lowercase().replace(' ', "-")
    )
}

fn board(count: usize) -> String {
    let mut text = format!(
        "{DATASET}leaderboard:\n  basis: reported\n  source: https://example.org/board\n  columns:\n    f1: {{task: language, metric: F1, better: higher}}\n    loss: {{task: language, metric: Loss, better: lower}}\n  rows:\n"
    );
    for at in 0..count {
        let _ =
            writeln!(text, "    - {{model: model-{at:06}, scores: {{f1: 0.5{at:05}, loss: 0.5}}}}");
    }
    text
}

fn vocabulary(hub: Hub, count: usize) -> String {
    let mut text = "schema: 1\n".to_owned();
    let sections: &[&str] = match hub {
        Hub::Challenge => &[],
        Hub::Board => &["category", "tag", "task"],
        Hub::Paper | Hub::Data | Hub::Word | Hub::Words => &["category", "tag"],
    };
    for section in sections {
        let _ = writeln!(text, "{section}:");
        if hub != Hub::Words {
            let _ = writeln!(text, "  language: {{en: Language, zh: 语言}}");
        }
        for at in (0..count).filter(|_| hub == Hub::Words) {
            let _ = writeln!(text, "  own-{at}: {{en: Own {at}, zh: 词{at}}}");
        }
    }
    text
}

const SURVEY: &str = "\
schema: 1
title: {en: A list with a hub, zh: 枢纽}
languages: [en, zh]
repository: https://github.com/example/hub
site: https://hub.example.org
readme: {budget: 450000}
";

const PAPER: &str = "\
title: The paper that all of them name
authors: [\"Hub, Ada\"]
dates: {preprint: 2024-05}
doi: 10.5555/hub
added: 2026-01-31
";

const DATASET: &str = "\
name: The hub
type: benchmark
links: {home: https://example.org/hub}
added: 2026-01-31
";
