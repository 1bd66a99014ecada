//! The YAML language server on this repository, as an editor starts it; see tests/editor.

#[test]
#[ignore = "needs node and, once, the network: run with --ignored"]
fn editor_completes_and_checks_entries_by_their_first_line() {
    crate::node::test("editor", ("NO_UPDATE_NOTIFIER", "1"));
}
