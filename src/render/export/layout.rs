//! How a table for `LaTeX` is laid out: the width of each column, the size of the letters, and where long words break.

use crate::tex;

/// A length in hundredths of a point, as it is in letters of ten points.
pub(super) type Length = usize;

/// The line of an article, upright and across the page.
const LINES: [(Length, bool); 2] = [(34_500, false), (55_000, true)];

/// The sizes of letters from the largest: the command, and how wide letters are in hundredths of those of ten points;
/// small ones of Computer Modern are wider than their height says.
const SIZES: [(&str, usize); 5] =
    [("", 100), ("\\small", 93), ("\\footnotesize", 86), ("\\scriptsize", 81), ("\\tiny", 70)];

/// A table with more columns than this begins with smaller letters, and stands closer.
const FEW: usize = 5;

/// A word is left whole up to here, or up to the share of a column where there are many.
const LONGEST: Length = 11_000;

/// What the words of all columns may take, one beside the other, across the page in the smallest letters.
const ALL_WORDS: Length = 60_000;

/// The longest word that is left whole in a table of so many columns.
pub(super) fn longest(columns: usize) -> Length {
    LONGEST.min(ALL_WORDS / columns.max(1))
}

/// What a column, a cell or a text needs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Need {
    /// The width on one line.
    pub(super) width: Length,
    /// The width of what cannot be broken.
    pub(super) longest: Length,
    /// The width of the usual cell of a column.
    pub(super) usual: Length,
}

impl Need {
    /// What a text needs.
    pub(super) fn of(text: &str, longest: Length) -> Self {
        let width = width(text);
        if is_whole(text) {
            return Self { width, longest: width, usual: width };
        }
        let words = pieces(text, longest).into_iter().flat_map(str::split_whitespace);
        // TeX breaks a line behind a hyphen, and nowhere else that it is not told of.
        let longest = words.flat_map(|word| word.split_inclusive('-')).map(self::width).max();
        Self { width, longest: longest.unwrap_or(0), usual: width }
    }

    /// What a column needs: room for its heading and for each of its cells.
    pub(super) fn of_column(heading: Self, cells: impl Iterator<Item = Self>) -> Self {
        let (mut whole, mut sum, mut count) = (heading, 0, 0);
        for cell in cells {
            whole.width = whole.width.max(cell.width);
            whole.longest = whole.longest.max(cell.longest);
            (sum, count) = (sum + cell.width, count + 1);
        }
        Self { usual: sum / count.max(1), ..whole }
    }

    /// What so many numbers of the bibliography need, in their brackets.
    pub(super) fn of_numbers(count: usize) -> Self {
        let width = width("[]") + count * width("100, ");
        Self { width, longest: self::width("[100],"), usual: width }
    }

    /// Room for one behind the other, with something between them.
    pub(super) fn beside(self, between: &str, other: Self) -> Self {
        if self.width == 0 {
            return other;
        }
        let width = self.width + width(between) + other.width;
        let longest = (self.longest + self::width(between.trim_end())).max(other.longest);
        Self { width, longest, usual: width }
    }
}

/// Whether a text is a date or a number, which no line breaks.
pub(super) fn is_whole(text: &str) -> bool {
    text.contains('-') && text.chars().all(|c| c.is_ascii_digit() || c == '-')
}

/// The width of a text in Computer Modern, ten points high, and a little more.
fn width(text: &str) -> Length {
    text.chars().filter(|c| !tex::is_mark(*c)).map(letter).sum::<usize>() * 102 / 100
}

fn letter(c: char) -> Length {
    match c {
        'i' | 'l' | '.' | ',' | ':' | ';' | '!' | '\'' => 278,
        'f' | 't' | 'r' | 's' | 'j' | '(' | ')' | '[' | ']' | ' ' | '-' => 394,
        'I' => 361,
        'c' | 'e' | 'z' => 444,
        'a' | 'g' | 'o' | 'y' | 'v' | 'x' | 'k' | 'q' | '0'..='9' | '/' | '?' => 528,
        'b' | 'd' | 'h' | 'n' | 'p' | 'u' | 'J' | 'S' => 556,
        'm' | 'w' | 'A'..='F' | 'H' | 'K' | 'L' | 'N'..='R' | 'T' | 'U' | 'V' | 'X'..='Z' => 833,
        'G' | 'M' => 917,
        c if c.is_ascii() => 778,
        c if c.is_lowercase() && c < '\u{250}' => 600,
        _ => 1_030,
    }
}

/// A text cut where a line may be broken that would not be: within words that are longer than a column.
pub(super) fn pieces(text: &str, longest: Length) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut word) = (0, 0);
    let is_long = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        width(rest.split(char::is_whitespace).next().unwrap_or_default()) > longest
    };
    let mut long = is_long(0);
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            (word, long) = (0, is_long(at + c.len_utf8()));
            continue;
        }
        // Behind marks between the parts of a word early, anywhere late; never before a mark on a letter.
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let joint = before.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
        let room = if joint { longest / 4 } else { longest / 2 };
        if long && word > room && !tex::is_mark(c) {
            pieces.extend(text.get(start..at));
            (start, word) = (at, 0);
        }
        word += letter(c);
    }
    pieces.extend(text.get(start..));
    pieces
}

/// The layout of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// The columns, as `longtable` takes them.
    pub(super) columns: String,
    /// The command for the size of the letters, with the end of its line.
    pub(super) size: String,
    /// Half of the space between two columns, in points.
    pub(super) separation: usize,
    /// Whether it stands across the page.
    pub(super) turned: bool,
}

/// The largest letters with which every word has a place: upright, else across the page.
pub(super) fn layout(needs: &[Need]) -> Layout {
    let many = needs.len() > FEW;
    let separation = match needs.len() {
        ..=FEW => 6,
        6..=10 => 4,
        _ => 3,
    };
    let between = needs.len().saturating_sub(1) * 2 * separation * 100;
    let sizes = SIZES.iter().skip(usize::from(many));
    let ways = LINES.iter().flat_map(|line| sizes.clone().map(move |size| (*line, *size)));
    let longest: usize = needs.iter().map(|need| need.longest).sum();
    let fits = |((line, _), (_, size)): &((Length, bool), (&str, usize))| {
        longest * size / 100 + between <= *line
    };
    // Where nothing fits, the smallest letters across the page come nearest.
    let way = ways.clone().find(fits).or_else(|| ways.clone().next_back());
    let ((line, turned), (command, size)) = way.unwrap_or(((34_500, false), ("", 100)));
    let room = line.saturating_sub(between) * 100 / size;
    let widths = widths(needs, room);
    // What never fits is made to: its words run into the next column, but not out of the page.
    let all = widths.iter().sum::<usize>().max(room);
    let columns = widths.into_iter().map(|width| {
        let thousandths = width * room / all * size / 100 * 1_000 / line;
        format!(">{{\\raggedright\\arraybackslash}}p{{0.{thousandths:03}\\linewidth}}")
    });
    let columns = match needs.iter().map(|need| need.width).sum::<usize>() {
        whole if whole <= room => "l".repeat(needs.len()),
        _ => columns.collect(),
    };
    let size = if command.is_empty() { String::new() } else { format!("{command}\n") };
    Layout { columns, size, separation, turned }
}

/// The widths of columns that share a room: none so narrow that its longest word has no place, the rest shared first by
/// what the usual cell of a column wants, then by what its widest does.
fn widths(needs: &[Need], room: Length) -> Vec<Length> {
    let mut widths: Vec<Length> = needs.iter().map(|need| need.longest).collect();
    let usual = |need: &Need| need.width.min(need.usual * 3 / 2);
    for target in [needs.iter().map(usual).collect(), needs.iter().map(|need| need.width).collect()]
    {
        let target: Vec<Length> = target;
        let wanted: Vec<Length> =
            target.iter().zip(&widths).map(|(target, has)| target.saturating_sub(*has)).collect();
        let spare = room.saturating_sub(widths.iter().sum());
        let all: Length = wanted.iter().sum();
        for (width, wanted) in widths.iter_mut().zip(wanted) {
            *width += wanted.min(wanted * spare / all.max(1));
        }
    }
    widths
}
