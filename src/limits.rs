//! Every limit that a file meets, in one table: what is refused so that no file can wear out a build or a reader.

use std::fmt::Write as _;

use crate::diag::{Code, MOST_IN_A_FILE};
use crate::markdown::html;
use crate::read::limits::{ANY_LIST, LISTS, OWN_FILES};
use crate::source::LARGEST_FILE;
use crate::value::{Author, Doi, Id, Line, Markdown, Slug, Summary, Text, Url};
use crate::yaml::DEEPEST;

/// A limit: what it is of, how much is taken, and the finding that says so, where there is one.
type Row = (String, String, Option<Code>);

/// docs/limits.md.
#[must_use]
pub fn page() -> String {
    let mut page = "\
# Limits

Made from the program's own code; do not edit.

Entries come from strangers, so everything that they can make long has an end. Each limit leaves room for what is real:
if a real entry needs more, open an issue that names it. What is over a limit is an error with its place, and the
build stops; nothing is ever cut in silence.

## Lists and maps

| Key | Items at most | Room for |
| --- | ---: | --- |
"
    .to_owned();
    // Writing to a string cannot fail.
    for limit in LISTS {
        let _ = writeln!(page, "| `{}` | {} | {} |", limit.key, grouped(limit.most), limit.why);
    }
    let _ = writeln!(page, "| every other list or map of an entry | {} | |", grouped(ANY_LIST));
    let _ = writeln!(
        page,
        "| every list or map of survey.yaml, vocabulary.yaml and changes.yaml | {} | |",
        grouped(OWN_FILES)
    );
    let finding = |code: Code| format!("[{0}](findings.md#{0})", code.as_str());
    let _ = write!(
        page,
        "\nThe finding is {}.\n\n## Files and texts\n\n| What | At most | Finding |\n| --- | --- | --- |\n",
        finding(Code::TooManyItems)
    );
    for (what, most, code) in rows() {
        let _ = writeln!(page, "| {what} | {most} | {} |", code.map_or_else(String::new, finding));
    }
    page
}

fn rows() -> Vec<Row> {
    let row = |what: &str, most: String, code: Option<Code>| (what.to_owned(), most, code);
    let characters = |most: usize| format!("{} characters", grouped(most));
    let bytes = |most: usize| format!("{} bytes", grouped(most));
    let long = Some(Code::TextTooLong);
    let file = usize::try_from(LARGEST_FILE).unwrap_or(usize::MAX);
    vec![
        row("A file", bytes(file), Some(Code::FileTooLarge)),
        row("Lists and maps within each other", grouped(DEEPEST), Some(Code::YamlDepth)),
        row(
            "Findings that are shown of a file",
            grouped(MOST_IN_A_FILE),
            Some(Code::TooManyFindings),
        ),
        row("A name, a title or another single line", characters(Line::LONGEST), long),
        row("A summary, in each language", characters(Summary::LONGEST), long),
        row("A note, in each language", characters(Text::LONGEST), long),
        row("A description, in each language", characters(Markdown::LONGEST), long),
        row("An author", characters(Author::LONGEST), Some(Code::BadAuthor)),
        row("An address", bytes(Url::LONGEST), Some(Code::BadUrl)),
        row("A DOI", bytes(Doi::LONGEST), Some(Code::BadDoi)),
        row("An id", characters(Id::LONGEST), Some(Code::BadId)),
        row("The name of a variant or a column", characters(Slug::LONGEST), Some(Code::BadId)),
        row(
            "Elements of Markdown within each other; deeper text is shown plain",
            grouped(html::DEEPEST),
            None,
        ),
    ]
}

/// A number with a comma between its thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
