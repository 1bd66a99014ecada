//! The names of headings against those of github-slugger, over all of Unicode; see tests/anchors.

use std::fmt::Write as _;

use listwright::markdown::slug::slug;

use crate::folder::Folder;

#[test]
#[ignore = "needs node and, once, the network: run with --ignored"]
fn anchors_are_those_of_github() {
    let mut lines = String::new();
    for character in '\0'..=char::MAX {
        let heading = format!("A{character} {character}b {character}");
        writeln!(lines, "{}\t{}", u32::from(character), slug(&heading)).unwrap();
    }
    let folder = Folder::empty();
    folder.write("anchors.txt", &lines);
    let file = folder.path("anchors.txt");
    crate::node::test("anchors", ("LISTWRIGHT_ANCHORS", file.to_str().unwrap()));
}
