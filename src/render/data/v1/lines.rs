//! Compact JSON with a line for each entry, each word and each sum, so that a difference is a line.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// Breaks the line before the outermost keys, and before the items of the outermost lists.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// How many objects and lists are open.
    depth: usize,
    /// How many of them are lists.
    lists: usize,
    /// Whether the innermost one holds something.
    filled: bool,
}

impl Lines {
    fn breaks_keys(&self) -> bool {
        self.lists == 0 && self.depth <= 3
    }

    fn breaks_items(&self) -> bool {
        self.lists == 1 && self.depth == 2
    }
}

/// What stands between two values, or before the first.
fn separate<W: ?Sized + Write>(out: &mut W, first: bool, breaks: bool) -> io::Result<()> {
    out.write_all(match (first, breaks) {
        (true, true) => b"\n",
        (true, false) => b"",
        (false, true) => b",\n",
        (false, false) => b",",
    })
}

impl Formatter for Lines {
    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        out.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        separate(out, true, self.filled && self.breaks_keys())?;
        self.depth -= 1;
        out.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        separate(out, first, self.breaks_keys())
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        self.lists += 1;
        self.filled = false;
        out.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        separate(out, true, self.filled && self.breaks_items())?;
        self.depth -= 1;
        self.lists -= 1;
        out.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        separate(out, first, self.breaks_items())
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}
