//! The Nu Html Checker on the sites of this repository, as the program writes them; see tests/pages.

use crate::folder::Folder;

#[test]
#[ignore = "needs node, java and, once, the network: run with --ignored"]
fn pages_styles_and_drawings_pass_the_nu_html_checker() {
    let sites = Folder::empty();
    // The list of this repository is large, and its other edition differs in how links end, which `crawl` looks at.
    let both: &[&str] = &["", "--file-urls"];
    for (name, folder, editions) in [
        ("real", "", &both[..1]),
        ("small", "tests/golden/small", both),
        ("full", "tests/golden/full", both),
    ] {
        let list = Folder::list_of(folder);
        for edition in editions {
            let out = sites.path(&format!("{name}{edition}"));
            let out = ["--out", out.to_str().unwrap()];
            list.build(
                &[&out[..], if edition.is_empty() { &[] } else { std::slice::from_ref(edition) }]
                    .concat(),
            );
        }
    }
    crate::node::test("pages", ("SITES", sites.path("").to_str().unwrap()));
}
