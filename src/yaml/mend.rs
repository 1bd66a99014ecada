//! What a person most likely meant where a text is no YAML: each guess is tried, and counts only where the parser gets further with it.

mod brackets;
mod line;

use saphyr_parser::Parser;

use self::line::{Line, is_space};
use super::escapes::{as_typed, unknown, without_surrogates};
use super::place::quoted_length;
use crate::diag::Code;

/// What to type in place of what.
#[derive(Debug, Clone)]
pub(super) struct Mend {
    pub(super) code: Code,
    pub(super) place: (usize, usize),
    pub(super) instead: String,
    pub(super) message: String,
    pub(super) label: &'static str,
    pub(super) help: String,
    /// Whether nothing else can have been meant.
    pub(super) sure: bool,
}

/// Where and why the parser has stopped.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop<'t> {
    pub(super) text: &'t str,
    /// The byte.
    pub(super) at: usize,
    pub(super) info: &'t str,
    /// Where the innermost list or map in brackets begins that is still open.
    pub(super) open: Option<usize>,
    /// The byte after the last key or value.
    pub(super) last: usize,
}

/// The largest file for which guesses are made: an entry is far smaller, and each guess is read.
const LARGEST: usize = 1 << 16;

/// The best guess.
pub(super) fn mend(stop: Stop<'_>) -> Option<Mend> {
    if stop.text.len() > LARGEST {
        return None;
    }
    if let Some(fence) = Line::at(stop.text, stop.at).without_fence() {
        return Some(fence);
    }
    let before = reach(stop.text);
    let mut best: Option<(usize, Mend)> = None;
    for mend in guesses(stop) {
        let Some(text) = applied(stop.text, &mend) else { continue };
        let end = mend.place.0 + mend.instead.len();
        let line = 1 + text.get(..end).unwrap_or("").matches('\n').count();
        let after = reach(&text);
        let at_end = |line: usize, text: &str| line > text.trim_end().matches('\n').count() + 1;
        let further = after > before || at_end(before, stop.text) && !at_end(after, &text);
        if after > line && further && best.as_ref().is_none_or(|(most, _)| after > *most) {
            best = Some((after, mend));
        }
    }
    best.map(|(_, mend)| mend)
}

/// The value of the line in which a byte stands, put in quotes, where it begins at that byte with a sign of YAML and
/// goes on as a text.
pub(super) fn quoted_value(text: &str, at: usize) -> Option<Mend> {
    let mend = Line::at(text, at).quoted()?;
    (mend.place.0 == at).then_some(mend)
}

/// Where lines begin with spaces that YAML does not know; keys behind them stand in the wrong map.
pub(super) fn wide_indents(text: &str) -> impl Iterator<Item = Mend> {
    let is_wide = |line: &&str| line.starts_with(|c: char| !c.is_ascii() && is_space(c));
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let own = start;
        start += line.len();
        (own, line)
    });
    lines
        .filter(move |(_, line)| is_wide(line) && !line.trim().is_empty())
        .filter_map(move |(start, _)| Line::at(text, start).with_spaces())
}

/// A list or map that stands in full-width brackets, in plain ones.
pub(crate) fn in_plain_brackets(text: &str) -> Option<String> {
    text.starts_with(['［', '｛', '【']).then_some(())?;
    let mend = brackets::repaired(&Line::at(text, 0), None, true)?;
    (mend.place == (0, text.len())).then_some(mend.instead)
}

/// The items of a text that was meant as several: a comma of full width stands between them.
pub(crate) fn between_wide_commas(text: &str) -> Option<Vec<&str>> {
    let items: Vec<&str> = text.split(['，', '、']).map(str::trim).collect();
    (items.len() > 1 && items.iter().all(|item| !item.is_empty())).then_some(items)
}

/// A key and its value, where the colon between them is of full width or no space stands behind it.
pub(crate) fn pair_in_text(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once([':', '：'])?;
    let key = key.trim_matches(is_space);
    Some((key, value.trim_matches(is_space)))
        .filter(|(key, value)| !key.is_empty() && !value.is_empty())
}

/// Lines that were meant as the items of a list, with the dashes of one.
pub(crate) fn with_dashes(text: &str) -> Option<String> {
    let lines: Option<Vec<String>> = text
        .split('\n')
        .map(|line| {
            let indent = line.len() - line.trim_start_matches(' ').len();
            let rest = line.get(indent..)?;
            let item = rest.strip_prefix(['-', '–', '—', '－', '•', '·', '*'])?;
            let item = item.trim_start_matches(is_space);
            let is_item = !item.is_empty() && !item.starts_with('-');
            is_item.then(|| format!("{}- {}", " ".repeat(indent), item))
        })
        .collect();
    lines.map(|lines| lines.join("\n"))
}

/// The text without the typographic quotation marks around it; one of the two may be that of a keyboard.
pub(crate) fn without_marks(text: &str) -> Option<&str> {
    let marks = [
        ('“', '”'),
        ('„', '“'),
        ('‘', '’'),
        ('＂', '＂'),
        ('”', '”'),
        ('“', '"'),
        ('”', '"'),
        ('„', '"'),
        ('＂', '"'),
        ('‘', '\''),
    ];
    marks.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inner.trim().is_empty() && !inner.contains([*open, *close])).then_some(inner)
    })
}

/// A text whose closing mark is the typographic one of the mark that opens it: the text alone.
fn without_closing_mark(text: &str, mark: char) -> &str {
    let marks: &[char] =
        if mark == '"' { &['“', '”', '„', '＂'] } else { &['‘', '’', '＇'] };
    // Where another one stands within, the last one belongs to it.
    match text.strip_suffix(marks) {
        Some(inner) if !inner.contains(marks) => inner,
        _ => text,
    }
}

fn guesses(stop: Stop<'_>) -> Vec<Mend> {
    if stop.info.contains("escape") || stop.info.contains("hexadecimal") {
        return escaped(stop).into_iter().collect();
    }
    let mut lines: Vec<Line<'_>> = Vec::new();
    let here = Line::at(stop.text, stop.at);
    for line in [Some(here), here.above(), stop.open.map(|open| Line::at(stop.text, open))] {
        lines.extend(line.filter(|line| !lines.iter().any(|known| known.start == line.start)));
    }
    let mut found = Vec::new();
    for line in &lines {
        found.extend(line.with_spaces());
        found.extend(line.with_colon());
        found.extend(line.with_dash());
        found.extend(line.without_link());
        found.extend(line.quoted());
    }
    found.extend(here.with_indent_of_above());
    for line in &lines {
        let open = stop.open.filter(|open| line.holds(*open));
        found.extend(brackets::repaired(line, open, false));
        found.extend(brackets::repaired(line, open, true));
        found.extend(line.quoted_to_its_end());
    }
    found
}

/// A text in double quotes with escapes that are none.
fn escaped(stop: Stop<'_>) -> Option<Mend> {
    let start = opening_quote(stop.text, stop.last)?;
    let rest = stop.text.get(start..)?;
    let written = rest.get(..quoted_length(rest))?;
    let end = start + written.len();
    if !(start..end).contains(&stop.at) || !written.ends_with('"') {
        return None;
    }
    let mend = |instead, message: &str, help: &str, sure| Mend {
        code: Code::YamlSyntax,
        place: (start, end),
        instead,
        message: message.to_owned(),
        label: "in double quotes, a backslash begins an escape",
        help: help.to_owned(),
        sure,
    };
    if let Some(joined) = without_surrogates(written)
        && reach(&joined) == usize::MAX
    {
        let message = "two escapes stand for one character, which YAML does not know";
        return Some(mend(joined, message, "write the character itself", true));
    }
    let message = match unknown(written) {
        Some(letter) => format!("`\\{letter}` is not an escape that YAML knows"),
        None => "there is no such escape in YAML".to_owned(),
    };
    let help = "write the text in single quotes, where a backslash is only a backslash";
    Some(mend(as_typed(written)?, &message, help, true))
}

/// The first double quotation mark behind a byte that stands in no comment.
fn opening_quote(text: &str, from: usize) -> Option<usize> {
    let mut comment = false;
    let mut before = ' ';
    text.get(from..)?.char_indices().find_map(|(at, character)| {
        comment = comment && character != '\n' || character == '#' && before.is_whitespace();
        before = character;
        (!comment && character == '"').then_some(from + at)
    })
}

fn applied(text: &str, mend: &Mend) -> Option<String> {
    let (before, behind) = (text.get(..mend.place.0)?, text.get(mend.place.1..)?);
    Some([before, &mend.instead, behind].concat())
}

/// The line at which the parser gives up, counted from one; past all lines where it does not.
fn reach(text: &str) -> usize {
    let stop = Parser::new_from_str(text).find_map(Result::err);
    stop.map_or(usize::MAX, |error| error.marker().line())
}
