//! The review flow on a sheet: what was identified on top, what left it to the right, what is listed at the foot.

use serde::Serialize;

use super::{WIDTH, round, word};
use crate::theme::Strings;
use crate::views::{Flow, FlowRow, FlowStage, text_width};

/// The height of letters.
const LETTERS: f64 = 13.0;
const LINE: f64 = 19.0;
const PADDING: f64 = 12.0;
/// The left column, and the right one of what is not listed.
const LEFT_WIDTH: f64 = 300.0;
const MIDDLE: f64 = LEFT_WIDTH / 2.0;
const RIGHT: f64 = 372.0;
const RIGHT_WIDTH: f64 = WIDTH - RIGHT - 1.0;
/// Between one box and the next.
const GAP: f64 = 30.0;

/// The flow as it is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FlowDrawing {
    width: f64,
    height: f64,
    letters: f64,
    /// What the picture shows, in a sentence.
    pub description: String,
    boxes: Vec<FlowBox>,
    arrows: Vec<Arrow>,
}

/// A line from one box to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Arrow {
    path: String,
    /// Whether it ends here, with a head.
    head: bool,
}

/// A box with its lines; the first of them says what it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct FlowBox {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    lines: Vec<FlowLine>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct FlowLine {
    x: f64,
    y: f64,
    text: String,
    head: bool,
}

impl FlowDrawing {
    /// Lays the flow out.
    #[must_use]
    pub fn of(flow: &Flow, words: &Strings) -> Self {
        let mut sheet = Self {
            width: WIDTH,
            height: 0.0,
            letters: LETTERS,
            description: describe(flow, words),
            boxes: Vec::new(),
            arrows: Vec::new(),
        };
        let mut y = 1.0;
        let mut from = sheet.left(y, &by_kind(flow, &flow.identified, words, "identified"));
        for stage in &flow.stages {
            y = from + GAP;
            let height = sheet.put(RIGHT, RIGHT_WIDTH, y, &reasons(stage, words));
            let middle = round(y + height / 2.0);
            sheet.arrow(format!("M{MIDDLE} {middle}H{}", RIGHT - 1.0), true);
            // The way down goes on beside the box.
            sheet.arrow(format!("M{MIDDLE} {from}V{}", round(y + height)), false);
            from = round(y + height);
        }
        y = from + GAP;
        sheet.arrow(format!("M{MIDDLE} {from}V{}", round(y - 1.0)), true);
        let end = sheet.left(y, &by_kind(flow, &flow.listed, words, "status.listed"));
        sheet.height = round(end + 1.0);
        sheet
    }

    fn arrow(&mut self, path: String, head: bool) {
        self.arrows.push(Arrow { path, head });
    }

    fn left(&mut self, y: f64, lines: &[String]) -> f64 {
        round(y + self.put(1.0, LEFT_WIDTH, y, lines))
    }

    /// Puts a box, its lines broken to its width, and tells its height.
    fn put(&mut self, x: f64, width: f64, y: f64, lines: &[String]) -> f64 {
        let room = (width - 2.0 * PADDING) / (LETTERS * 0.56);
        let mut broken: Vec<(String, bool)> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            broken.extend(wrap(line, room).into_iter().map(|line| (line, at == 0)));
        }
        let mut baseline = y + PADDING + LETTERS;
        let lines: Vec<FlowLine> = broken
            .into_iter()
            .map(|(text, head)| {
                let line = FlowLine { x: x + PADDING, y: round(baseline), text, head };
                baseline += LINE;
                line
            })
            .collect();
        let height = round(baseline - LINE + PADDING - y + 2.0);
        self.boxes.push(FlowBox { x, y: round(y), width, height, lines });
        height
    }
}

/// Breaks a text at spaces, and where it has none at any letter, into lines of at most so many letters.
fn wrap(text: &str, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in text.split_inclusive([' ', '、', '，', '；']) {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() || text_width(line) + text_width(piece.trim_end()) <= room {
            line.push_str(piece);
        } else {
            lines.push(piece.to_owned());
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

fn by_kind(flow: &Flow, row: &FlowRow, words: &Strings, key: &str) -> Vec<String> {
    let kinds = flow.kinds.iter().zip(&row.counts).filter(|(_, count)| **count > 0);
    let lines = kinds.map(|(kind, count)| format!("{}: {count}", word(words, kind)));
    std::iter::once(format!("{}: {}", word(words, key), row.total)).chain(lines).collect()
}

fn reasons(stage: &FlowStage, words: &Strings) -> Vec<String> {
    let key = format!("status.{}", stage.status);
    let reason =
        |reason: &crate::views::FlowReason| format!("{}: {}", reason.label, reason.row.total);
    let head =
        format!("{}: {}", words.get(&key).map_or(stage.status, String::as_str), stage.row.total);
    std::iter::once(head).chain(stage.reasons.iter().map(reason)).collect()
}

fn describe(flow: &Flow, words: &Strings) -> String {
    let mut parts = vec![by_kind(flow, &flow.identified, words, "identified").join(", ")];
    parts.extend(flow.stages.iter().map(|stage| reasons(stage, words).join(", ")));
    parts.push(by_kind(flow, &flow.listed, words, "status.listed").join(", "));
    parts.join("; ")
}
