//! Badges: small drawings, and the same as data for a drawing service, that say elsewhere what this list holds.

use serde::Serialize;

use super::{Site, made, path_in};
use crate::catalog::Record;
use crate::diag::Diag;
use crate::markdown::cell;
use crate::output::Origin;
use crate::theme::Strings;
use crate::views::{Board, Placed, Ranking, text_width};

/// The size of the letters, and the room on both sides of a text.
const LETTERS: f64 = 11.0;
const ROOM: f64 = 6.0;
/// The grounds of the two halves; white letters are easily read on both.
const GROUNDS: [&str; 2] = ["#44534f", "#0b6a80"];

/// What a badge says.
pub(super) struct Badge {
    /// The path of its files, without what their names end in.
    stem: String,
    label: String,
    message: String,
    /// The whole of it in one line.
    title: String,
    /// The page that it leads to, from the site's root.
    page: String,
}

/// What its template draws with.
#[derive(Serialize)]
struct Drawing<'b> {
    title: &'b str,
    letters: f64,
    width: f64,
    halves: [Half<'b>; 2],
}

#[derive(Serialize)]
struct Half<'b> {
    text: &'b str,
    ground: &'static str,
    x: f64,
    width: f64,
    /// Where the text begins, and how long it is in whatever font.
    begins: f64,
    length: f64,
}

/// The same in the form of an endpoint of Shields.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Endpoint<'b> {
    schema_version: u8,
    label: &'b str,
    message: &'b str,
    color: &'static str,
    label_color: &'static str,
}

/// Every badge of the list, as a drawing and as data. They are in the first language, as they stand on others' pages.
pub(super) fn all<'s>(site: &'s Site<'_>) -> Vec<(String, Origin<'s>)> {
    let mut files = Vec::new();
    let mut add = |stem: &str, badge: Option<Of<'s>>| {
        for (ending, is_drawing) in [("svg", true), ("json", false)] {
            let make = move || {
                let Some(badge) = badge_of(site, badge) else { return Ok(Vec::new()) };
                if is_drawing { badge.drawn(site) } else { Ok(badge.endpoint()) }
            };
            files.push((format!("{stem}.{ending}"), made(make)));
        }
    };
    add("badges/list", None);
    for record in site.material.catalog.records.iter().filter(|record| record.is_listed()) {
        // Who has put a badge into a page finds it after a rename too.
        for address in std::iter::once(record.address()).chain(record.former_addresses()) {
            let address = address.trim_end_matches('/');
            add(&format!("badges/{address}"), Some(Of { record, score: None }));
            for score in scores(site, record) {
                let (board, ranking, _) = score;
                let stem = format!("badges/{address}/{}/{}", board.about.id, ranking.id);
                add(&stem, Some(Of { record, score: Some(score) }));
            }
        }
    }
    files
}

/// What stands on the page of an entry to put its badges into a page elsewhere, where this site has an address.
pub(super) fn markdown(site: &Site<'_>, record: Option<&Record>) -> Option<String> {
    let base = site.base()?;
    let mut badges: Vec<Badge> = Vec::new();
    match record {
        None => badges.extend(badge_of(site, None)),
        Some(record) if record.is_listed() => {
            badges.extend(badge_of(site, Some(Of { record, score: None })));
            let ranked = scores(site, record).into_iter();
            badges.extend(
                ranked.filter_map(|score| badge_of(site, Some(Of { record, score: Some(score) }))),
            );
        }
        Some(_) => return None,
    }
    let line = |badge: &Badge| {
        let Badge { stem, title, page, .. } = badge;
        format!("[![{}]({base}{stem}.svg)]({base}{page})", cell::inline(title))
    };
    Some(badges.iter().map(line).collect::<Vec<String>>().join("\n"))
}

type Score<'s> = (&'s Board, &'s Ranking, &'s Placed);

/// What a badge is of.
#[derive(Clone, Copy)]
struct Of<'s> {
    record: &'s Record,
    score: Option<Score<'s>>,
}

/// The best score of a model in each column that ranks it beside others.
fn scores<'s>(site: &'s Site<'_>, record: &Record) -> Vec<Score<'s>> {
    let Some(edition) = site.editions.first() else { return Vec::new() };
    let mut scores: Vec<Score<'s>> = edition
        .boards
        .scores_of(&record.address())
        .filter(|(_, ranking, _)| ranking.placed.len() > 1)
        .collect();
    // Variants of a model stand in the order of their ranks.
    scores.dedup_by(|(board, ranking, _), (before, column, _)| {
        board.about.id == before.about.id && ranking.id == column.id
    });
    scores
}

fn badge_of(site: &Site<'_>, of: Option<Of<'_>>) -> Option<Badge> {
    let edition = site.editions.first()?;
    let (words, list) = (&edition.strings, &edition.overview.title);
    let word = |key: &str| words.get(key).cloned().unwrap_or_default();
    let Some(Of { record, score }) = of else {
        let counts = &edition.overview.counts;
        let listed = counts.models + counts.papers + counts.datasets + counts.challenges;
        let message = word("badge.entries").replace("{count}", &listed.to_string());
        return Some(Badge {
            stem: "badges/list".to_owned(),
            title: format!("{list}: {message}"),
            label: list.clone(),
            message,
            page: edition.folder.clone(),
        });
    };
    let address = record.address();
    let address = address.trim_end_matches('/');
    let name = record.label();
    Some(match score {
        None => Badge {
            stem: format!("badges/{address}"),
            title: format!("{name}: {} {list}", word("badge.listed")),
            label: word("badge.listed"),
            message: list.clone(),
            page: path_in(edition, record),
        },
        Some((board, ranking, placed)) => {
            let label = column(board, ranking);
            let message = rank(words, ranking, placed);
            Badge {
                stem: format!("badges/{address}/{}/{}", board.about.id, ranking.id),
                title: format!("{name}: {message}, {label} ({list})"),
                label,
                message,
                page: format!("{}{}#column-{}", edition.folder, board.about.page, ranking.id),
            }
        }
    })
}

/// What a column measures, by name.
fn column(board: &Board, ranking: &Ranking) -> String {
    let split = ranking.split.as_ref().map(|split| format!(", {split}")).unwrap_or_default();
    format!("{}: {}{split}, {}", board.about.name, ranking.task.text, ranking.metric)
}

/// The rank, with what must be known to trust it: who else has it, which variant it is of, and who reports it.
fn rank(words: &Strings, ranking: &Ranking, placed: &Placed) -> String {
    let word = |key: &str| words.get(key).cloned().unwrap_or_default();
    let key = if placed.tied { "badge.shared" } else { "badge.rank" };
    let rank = word(key)
        .replace("{rank}", &placed.rank.to_string())
        .replace("{of}", &ranking.placed.len().to_string());
    let variant = placed.who.variant.clone();
    let basis = placed.basis.map(|basis| word(&format!("basis.short.{}", basis.as_str())));
    [Some(rank), variant, basis].into_iter().flatten().collect::<Vec<String>>().join(" · ")
}

impl Badge {
    fn drawn(&self, site: &Site<'_>) -> Result<Vec<u8>, Box<Diag>> {
        let mut x = 0.0;
        let halves = [(self.label.as_str(), GROUNDS[0]), (self.message.as_str(), GROUNDS[1])];
        let halves = halves.map(|(text, ground)| {
            let length = (text_width(text) * LETTERS * 0.56).ceil();
            let half =
                Half { text, ground, x, width: length + 2.0 * ROOM, begins: x + ROOM, length };
            x += half.width;
            half
        });
        let drawing = Drawing { title: &self.title, letters: LETTERS, width: x, halves };
        let material = site.material;
        let text = material.theme.render("badge.svg", &drawing, material.sources)?;
        Ok(text.into_bytes())
    }

    fn endpoint(&self) -> Vec<u8> {
        let [label_color, color] = GROUNDS.map(|ground| ground.trim_start_matches('#'));
        let (label, message) = (self.label.as_str(), self.message.as_str());
        let endpoint = Endpoint { schema_version: 1, label, message, color, label_color };
        // Texts are all there is to write, and those always can be.
        let mut bytes = serde_json::to_vec(&endpoint).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}
