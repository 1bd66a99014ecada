//! `listwright build`: what it writes, what it leaves alone, and what `--check` says.

use std::time::{Duration, SystemTime};

use crate::folder::{Folder, MODEL, Ran, differing, files};

/// The pictures of a list with models, all of them listed, in the order of their paths.
const PICTURES: [&str; 2] = ["static/readme/timeline-dark.svg", "static/readme/timeline-light.svg"];

#[test]
fn build_writes_readme_and_site_and_says_the_sum() {
    let list = Folder::with_a_chart();
    let before = list.files();
    let ran = list.build(&[]);
    let mut lines = ran.err.lines();
    assert_eq!(lines.next(), Some("1 entry = 1 listed"));
    let wrote = "\nwrote README.md with 2 pictures in static/readme/, and public/: ";
    assert!(ran.err.contains(wrote), "{}", ran.err);
    let written: Vec<String> = differing(&before, &list.files());
    for path in ["README.md", "public/index.html", "public/models/rna-fm/index.html"] {
        assert!(written.iter().any(|written| written == path), "{path}");
    }
    let elsewhere: Vec<_> = written
        .iter()
        .filter(|path| *path != "README.md" && !path.starts_with("public/"))
        .collect();
    assert_eq!(elsewhere, PICTURES);
}

#[test]
fn build_without_a_word_on_contributing_links_to_none() {
    let list = Folder::list();
    std::fs::remove_file(list.path("CONTRIBUTING.md")).unwrap();
    list.build(&[]);
    let readme = list.read("README.md");
    assert!(!readme.contains("CONTRIBUTING"), "{readme}");
    assert!(readme.contains("`entries/datasets/` makes the first row.\n"), "{readme}");
}

#[test]
fn second_build_changes_nothing() {
    let list = Folder::list();
    list.build(&[]);
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_hours(24 * 365 * 30);
    let readme = list.path("README.md");
    std::fs::File::options().write(true).open(&readme).unwrap().set_modified(long_ago).unwrap();
    let before = list.files();
    let ran = list.build(&[]);
    assert!(ran.err.contains(" 0 of them new or changed"), "{}", ran.err);
    assert_eq!(differing(&before, &list.files()), [""; 0]);
    assert_eq!(readme.metadata().unwrap().modified().unwrap(), long_ago);
}

#[test]
fn build_follows_its_entries() {
    let list = Folder::list();
    list.build(&[]);
    list.write(
        "entries/models/other.yaml",
        MODEL.replace("RNA-FM", "Other").replace("2204", "2205"),
    );
    std::fs::remove_file(list.path("entries/models/rna-fm.yaml")).unwrap();
    list.build(&[]);
    assert!(list.has("public/models/other/index.html"));
    assert!(!list.has("public/models/rna-fm"), "what is no more is not left behind");
    assert!(list.read("README.md").contains("| Other |"));
}

/// Runs a build that must fail, and shows that it changed nothing.
fn refused(list: &Folder, args: &[&str]) -> Ran {
    let before = list.files();
    let ran = list.run(&[&["build"], args].concat());
    assert_ne!(ran.code, 0, "{}", ran.err);
    assert_eq!(ran.out, "");
    assert_eq!(differing(&before, &list.files()), [""; 0], "{}", ran.err);
    ran
}

#[test]
fn build_with_an_error_writes_nothing() {
    for built_before in [false, true] {
        let list = Folder::list();
        if built_before {
            list.build(&[]);
        }
        list.write("entries/models/rna-fm.yaml", MODEL.replace("2022-04", "2022.04"));
        list.write("entries/models/b.yaml", "name: B\n");
        let ran = refused(&list, &[]);
        assert_eq!(ran.code, 1);
        assert!(ran.err.ends_with("\nnothing was written\n"), "{}", ran.err);
        let places: Vec<_> =
            ran.findings().into_iter().filter(|line| line.starts_with("--> ")).collect();
        assert!(places.contains(&"--> entries/models/rna-fm.yaml:3:11".to_owned()), "{places:?}");
        assert!(places.iter().any(|place| place.starts_with("--> entries/models/b.yaml")));
        assert_eq!(list.has("README.md"), built_before);
        assert_eq!(list.has("public"), built_before);
    }
}

#[test]
fn build_with_a_broken_template_writes_nothing_and_shows_it() {
    for (path, template, said) in [
        (
            "templates/README.md",
            "# {{ titel }}\n",
            "error[template]: variable `titel` is not defined",
        ),
        ("templates/README.md", "\n{% if %}\n", "error[template]: "),
        ("templates/README.md", "[a](#b)\n", "error[readme-anchor]: "),
        ("templates/README.md", "[a](b.md)\n", "error[readme-file]: "),
        (
            "templates/entry.html",
            "\n{{ pgae.name }}\n",
            "error[template]: variable `pgae` is not defined",
        ),
        (
            "templates/entry.html",
            "\n{{ page.nmae }}\n",
            "error[template]: field `nmae` is not defined",
        ),
        ("templates/home.html", "{% extends \"nix.html\" %}\n", "error[template]: "),
    ] {
        let list = Folder::list();
        list.build(&[]);
        list.write(path, template);
        let ran = refused(&list, &[]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.starts_with(said), "{}", ran.err);
        let place = if said.contains("readme-") { "README.md:3:" } else { path };
        assert!(ran.err.contains(place), "{}", ran.err);
        assert!(ran.err.ends_with("1 error: nothing was written\n"), "{}", ran.err);
    }
}

#[test]
fn build_with_a_template_that_is_no_text_writes_nothing() {
    for (path, bytes, said) in [
        ("templates/README.md", &b"# \xff\n"[..], "error[not-utf8]: "),
        ("templates/entry.html", &vec![b' '; (1 << 20) + 1], "error[file-too-large]: "),
    ] {
        let list = Folder::list();
        list.write(path, bytes);
        let ran = refused(&list, &[]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.starts_with(said), "{}", ran.err);
        assert!(ran.err.contains(path), "{}", ran.err);
    }
}

#[test]
fn build_denies_warnings_where_it_is_told_to() {
    let list = Folder::list();
    list.write("entries/models/rna-fm.yaml", format!("{MODEL}parameters: 99.52M\n"));
    let ran = refused(&list, &["--deny-warnings"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("warning[unsourced-value]: "), "{}", ran.err);
    let ran = list.build(&[]);
    assert!(ran.err.starts_with("warning[unsourced-value]: "), "{}", ran.err);
}

#[test]
fn build_that_cannot_write_readme_leaves_the_site() {
    let list = Folder::list();
    list.build(&[]);
    let before = files(&list.path("public"));
    std::fs::remove_file(list.path("README.md")).unwrap();
    list.write("README.md/keep", "");
    list.write("entries/models/rna-fm.yaml", MODEL.replace("RNA-FM", "Another name"));
    let ran = refused(&list, &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("README.md is a folder, not a regular file"), "{}", ran.err);
    assert_eq!(differing(&before, &files(&list.path("public"))), [""; 0]);
    let check = list.run(&["build", "--check"]);
    assert_eq!((check.code, check.out.as_str()), (2, ""), "{}", check.err);
}

#[test]
fn check_of_what_is_up_to_date_is_fine_and_writes_nothing() {
    let list = Folder::list();
    list.build(&["--out", "elsewhere"]);
    let before = list.files();
    let ran = list.run(&["build", "--check"]);
    let err = "README.md is up to date\n".to_owned();
    assert_eq!(ran, Ran { code: 0, out: String::new(), err });
    assert_eq!(differing(&before, &list.files()), [""; 0]);
}

#[test]
fn check_of_an_edited_readme_shows_the_difference_and_the_command() {
    let list = Folder::list();
    list.build(&[]);
    let edited = list.read("README.md").replacen("| RNA-FM |", "| RNA-FN |", 1);
    list.write("README.md", edited);
    let before = list.files();
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.code, 1);
    let row = |name: &str| {
        format!(
            "| {name} | 2022-04 | *not recorded* | *not recorded* | *not recorded* | \
             [[arXiv](https://arxiv.org/abs/2204.00300)] | *not recorded* |\n"
        )
    };
    assert!(ran.out.starts_with("--- a/README.md\n+++ b/README.md\n@@ -"), "{}", ran.out);
    let changed = format!("-{}+{}", row("RNA-FN"), row("RNA-FM"));
    assert!(ran.out.contains(&changed), "{}", ran.out);
    let signed = |sign| {
        move |line: &&str| {
            line.starts_with(sign) && !line.starts_with("---") && !line.starts_with("+++")
        }
    };
    assert_eq!(ran.out.lines().filter(signed('-')).count(), 1);
    assert_eq!(ran.out.lines().filter(signed('+')).count(), 1);
    let at =
        list.read("README.md").lines().position(|line| line.contains("| RNA-FN |")).unwrap() + 1;
    let said = format!(
        "README.md is out of date: run `listwright build` and commit what it writes\n\
         what was typed into README.md is lost by a build; edit there:\n  \
         line {at} is made from entries/models/rna-fm.yaml\n"
    );
    assert_eq!(ran.err, said);
    assert_eq!(differing(&before, &list.files()), [""; 0]);
}

#[test]
fn difference_can_be_applied_as_a_patch() {
    let list = Folder::list();
    list.build(&[]);
    let right = list.read("README.md");
    list.write("README.md", right.replacen("# A Survey", "# Another\n\nand a line", 1).trim_end());
    let ran = list.run(&["build", "--check"]);
    list.write("diff", &ran.out);
    let mut patch = std::process::Command::new("patch");
    patch.args(["-p1", "-s", "-i", "diff"]).current_dir(list.path(""));
    let applied = Ran::of(patch);
    assert_eq!(applied.code, 0, "{}{}\n{}", applied.out, applied.err, ran.out);
    assert_eq!(list.read("README.md"), right);
    assert_eq!(list.run(&["build", "--check"]).code, 0);
}

#[test]
fn check_of_a_missing_readme_shows_all_of_it() {
    let list = Folder::with_a_chart();
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.code, 1);
    let (pictures, readme) = ran.out.split_once("--- a/README.md\n").unwrap();
    assert!(readme.starts_with("+++ b/README.md\n@@ -0,0 +1,"), "{}", ran.out);
    assert!(readme.lines().skip(2).all(|line| line.starts_with('+')));
    for picture in PICTURES {
        assert!(pictures.contains(&format!("--- a/{picture}\n")), "{picture}");
    }
    assert!(!list.has("README.md") && !list.has("public") && !list.has("static"));
    list.build(&[]);
    let written = list.read("README.md");
    assert!(readme.lines().skip(2).map(|line| &line[1..]).eq(written.lines()));
}

#[test]
fn check_of_an_edited_picture_shows_the_difference_and_its_name() {
    let list = Folder::list();
    list.build(&[]);
    let path = "static/readme/timeline-dark.svg";
    list.write(path, list.read(path).replace("RNA-FM", "RNA-FN"));
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with(&format!("--- a/{path}\n+++ b/{path}\n")), "{}", ran.out);
    let said = "static/readme/timeline-dark.svg is out of date: run `listwright build` and commit what it writes\n";
    assert_eq!(ran.err, said);
    list.build(&[]);
    assert_eq!(list.run(&["build", "--check"]).code, 0);
}

#[test]
fn pictures_of_the_readme_are_no_part_of_the_site() {
    let list = Folder::list();
    list.build(&[]);
    list.build(&[]);
    assert!(!list.has("public/readme"));
}

#[test]
fn check_reports_errors_before_differences() {
    let list = Folder::list();
    list.write("entries/models/b.yaml", "name: B\n");
    let ran = list.run(&["build", "--check"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("error[missing-key]: "), "{}", ran.err);
}

#[test]
fn base_url_must_be_an_address() {
    let list = Folder::list();
    let ran = refused(&list, &["--base-url", "example"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.starts_with("error: --base-url: `example` is not a web address"),
        "{}",
        ran.err
    );
    let ran = list.build(&["--base-url", "https://example.org/list"]);
    assert!(!ran.err.contains("no `site` is set"), "{}", ran.err);
}

#[test]
fn list_without_an_address_is_told_so_by_the_first_build_alone() {
    let list = Folder::list();
    let told =
        |args: &[&str]| list.build(args).err.contains("no `site` is set in entries/survey.yaml");
    assert!(!told(&["--file-urls", "--out", "folder"]));
    assert!(told(&[]));
    assert!(!told(&[]));
    std::fs::remove_dir_all(list.path("public")).unwrap();
    assert!(told(&[]));
}

#[test]
fn timings_are_told_of_every_step() {
    let list = Folder::list();
    let ran = list.build(&["--timings"]);
    for step in ["read", "check", "readme", "write"] {
        let told = ran.err.lines().any(|line| line.trim_start().starts_with(&format!("{step} ")));
        assert!(told, "{step}: {}", ran.err);
    }
}

#[test]
fn address_of_the_command_line_changes_the_site_and_nothing_of_the_list() {
    let list = Folder::list();
    list.write(
        "templates/README.md",
        "{% extends \"default/README.md\" %}{% block badges %}[{{ site }}]{% endblock %}",
    );
    list.build(&[]);
    let readme = list.read("README.md");
    list.build(&["--base-url", "https://example.org/list"]);
    assert_eq!(list.read("README.md"), readme);
    assert!(list.read("public/index.html").contains("https://example.org/list/"));
}

#[test]
fn check_with_an_address_compares_the_same_readme() {
    let list = Folder::list();
    list.build(&[]);
    let ran = list.run(&["build", "--check", "--base-url", "https://example.org/list"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
}
