//! The site in a real browser, as a reader uses it; see tests/browser.

use crate::editor::node_tests;

#[test]
#[ignore = "needs node, Chromium and, once, the network: run with --ignored"]
fn browser_finds_narrows_compares_and_never_runs_what_entries_say() {
    node_tests("tests/browser");
}
