//! The Nu Html Checker on the sites of this repository, as the program writes them; see tests/pages.

use crate::folder::Folder;

#[test]
#[ignore = "needs node, java and, once, the network: run with --ignored"]
fn pages_styles_and_drawings_pass_the_nu_html_checker() {
    let sites = Folder::empty();
    for (name, folder) in
        [("real", ""), ("small", "tests/golden/small"), ("full", "tests/golden/full")]
    {
        let list = Folder::list_of(folder);
        for (end, option) in [("", None), ("-files", Some("--file-urls"))] {
            let out = sites.path(&format!("{name}{end}"));
            let mut args = vec!["--out", out.to_str().unwrap()];
            args.extend(option);
            list.build(&args);
        }
    }
    crate::node::test("pages", ("SITES", sites.path("").to_str().unwrap()));
}
