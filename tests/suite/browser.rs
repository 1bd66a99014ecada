//! The site in a real browser, as a reader uses it; see tests/browser.

#[test]
#[ignore = "needs node, Chromium and, once, the network: run with --ignored"]
fn browser_finds_narrows_compares_and_never_runs_what_entries_say() {
    crate::node::test("browser", ("LISTWRIGHT", env!("CARGO_BIN_EXE_listwright")));
}
