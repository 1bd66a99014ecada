//! The rows of a table as GitHub counts them, from a line of the source.

/// How many cells a row has: a pipe behind a backslash is text, and a code span protects nothing.
pub(super) fn cells(line: &str) -> usize {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = match inner.strip_suffix('|') {
        Some(open) if !open.ends_with('\\') => open,
        _ => inner,
    };
    let mut last = ' ';
    let mut count = 1;
    for character in inner.chars() {
        count += usize::from(character == '|' && last != '\\');
        last = character;
    }
    count
}

/// Whether a line is written as the row under a table's header; a rule or an underline has no pipe.
pub(super) fn is_delimiter_row(line: &str) -> bool {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    line.contains('|') && inner.split('|').all(is_delimiter_cell)
}

fn is_delimiter_cell(cell: &str) -> bool {
    let cell = cell.trim();
    let dashes = cell.strip_prefix(':').unwrap_or(cell);
    let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
    !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
}
