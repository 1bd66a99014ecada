//! What the Markdown functions promise, held against GitHub's own reader where it decides.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot run has failed")]
#![allow(clippy::format_push_string, reason = "the expected text is easier to read")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use proptest::prelude::*;

mod cell;
mod html;
mod slug;
mod verify;

/// What GitHub's own program makes of Markdown, with the extensions that it uses for files.
fn cmark_gfm(markdown: &str) -> String {
    let mut program = Command::new("cmark-gfm")
        .args(["--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough"])
        .args(["-e", "tagfilter", "-e", "footnotes", "-e", "tasklist"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the package cmark-gfm is installed");
    let mut input = program.stdin.take().expect("the input is piped");
    input.write_all(markdown.as_bytes()).expect("the program reads its input");
    drop(input);
    let output = program.wait_with_output().expect("the program ends");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("the program writes UTF-8")
}

/// What is written in that program's HTML for a text.
fn as_cmark_writes(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    escaped.replace('"', "&quot;")
}

/// The text as a reader should see it: one line, with the sign for what cannot be shown.
fn as_shown(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
    };
    line.chars().map(|c| if hidden(c) { '\u{fffd}' } else { c }).collect()
}

/// Any text at all, or one that is made of what Markdown could read as markup.
fn hostile_text() -> impl Strategy<Value = String> {
    // Separated by spaces; spaces and the end of a line are added below.
    const PARTS: &str = r#"* ** _ __ ` `` ~ ~~ | \ < > <1 <!-- --> <b> </td> <script> <https://a.bc> www. WWW. http:
        https:// ftp:// mailto: xmpp: // @ a.bc a x1 B & &amp; &#35; lt; ; # ## 1. 12) . - --- + = [ ] [^1] [x] ( )
        ! ![ ]( : :dna: :- $ ^ 中 “ ' ""#;
    let mut parts: Vec<&str> = PARTS.split_whitespace().collect();
    parts.extend([" ", "\n", "  "]);
    prop_oneof![
        1 => any::<String>(),
        4 => prop::collection::vec(prop::sample::select(parts), 1..12).prop_map(|parts| parts.concat()),
        1 => "[ -~]{0,40}",
    ]
}
