//! Where pages lead to in the repository of a list, whatever host it has.

use crate::door::{SETTINGS, Survey};
use crate::folder::Folder;

const MODEL: &str = "name: A & B\ncategory: language\nreleased: 2022\npapers: [arXiv:2204.00300]\n";

/// A list of one model with these settings of its repository.
fn list(settings: &str) -> Survey {
    Survey::default()
        .file("entries/survey.yaml", format!("{SETTINGS}{settings}"))
        .entry("models/a-b", MODEL)
}

/// The addresses to edit and to report on the page of the model, to add on the form, and of CONTRIBUTING.md.
fn addresses(settings: &str) -> [Option<String>; 4] {
    let list = list(settings);
    assert!(
        list.places().iter().all(|place| !place.contains("survey.yaml")),
        "{}",
        list.diagnostics()
    );
    let (entry, form) = (list.output("models/a-b/index.html"), list.output("suggest/index.html"));
    let before = |page: &str, text: &str| {
        let (head, _) = page.split_once(text)?;
        let address = head.rsplit_once("href=\"")?.1.split('"').next()?;
        Some(address.replace("&amp;", "&"))
    };
    let add = form.split_once("data-add=\"").unwrap().1.split('"').next().unwrap();
    [
        before(&entry, "\" rel=\"noopener\">Edit this entry<"),
        before(&entry, "\" rel=\"noopener\">Report a mistake<"),
        Some(add.replace("&amp;", "&")).filter(|add| !add.is_empty()),
        before(&entry, "\" rel=\"noopener\">How to contribute<"),
    ]
}

fn expected(addresses: [&str; 4]) -> [Option<String>; 4] {
    addresses.map(|address| Some(address.to_owned()).filter(|address| !address.is_empty()))
}

#[test]
fn github_gitlab_and_codeberg_are_known_by_their_addresses() {
    let repository = "https://github.com/who/list";
    assert_eq!(
        addresses(&format!("repository: {repository}\n")),
        expected([
            "https://github.com/who/list/edit/main/entries/models/a-b.yaml",
            "https://github.com/who/list/issues/new?title=A+%26+B%3A+&body=entries%2Fmodels%2Fa-b.yaml%0A%0A",
            "https://github.com/who/list/new/main?filename={path}&value={content}",
            "https://github.com/who/list/blob/main/CONTRIBUTING.md",
        ])
    );
    assert_eq!(
        addresses("repository: https://gitlab.com/group/sub/list.git\n"),
        expected([
            "https://gitlab.com/group/sub/list/-/edit/main/entries/models/a-b.yaml",
            "https://gitlab.com/group/sub/list/-/issues/new?issue[title]=A+%26+B%3A+&issue[description]=entries%2Fmodels%2Fa-b.yaml%0A%0A",
            "https://gitlab.com/group/sub/list/-/new/main?file_name={path}",
            "https://gitlab.com/group/sub/list/-/blob/main/CONTRIBUTING.md",
        ])
    );
    assert_eq!(
        addresses("repository: https://codeberg.org/who/list/\n"),
        expected([
            "https://codeberg.org/who/list/_edit/main/entries/models/a-b.yaml",
            "https://codeberg.org/who/list/issues/new?title=A+%26+B%3A+&body=entries%2Fmodels%2Fa-b.yaml%0A%0A",
            "https://codeberg.org/who/list/_new/main/?filename={path}&value={content}",
            "https://codeberg.org/who/list/src/branch/main/CONTRIBUTING.md",
        ])
    );
}

#[test]
fn software_and_branch_of_another_host_are_settings() {
    let settings = "repository: https://git.example.org/who/list\nhosting: {software: gitlab, branch: pages/new}\n";
    assert_eq!(
        addresses(settings)[0].as_deref(),
        Some("https://git.example.org/who/list/-/edit/pages/new/entries/models/a-b.yaml")
    );
}

#[test]
fn host_of_unknown_software_has_only_what_patterns_say() {
    let settings = "repository: https://git.example.org/who/list\n";
    assert_eq!(addresses(settings), expected(["", "", "", ""]));
    let settings = "repository: https://git.example.org/who/list\nhosting:\n  edit: https://git.example.org/e/{path}\n  report: \
                    https://git.example.org/r?t={title}\n";
    assert_eq!(
        addresses(settings),
        expected([
            "https://git.example.org/e/entries/models/a-b.yaml",
            "https://git.example.org/r?t=A+%26+B%3A+",
            "",
            "",
        ])
    );
}

#[test]
fn tag_of_a_release_stands_where_the_host_keeps_it() {
    let release = "authors: [{group: All}]\nrelease: {version: v1, date: 2026-11-28}\n";
    for (repository, page) in [
        ("https://github.com/who/list", "https://github.com/who/list/tree/v1"),
        ("https://gitlab.com/who/list", "https://gitlab.com/who/list/-/tree/v1"),
        ("https://codeberg.org/who/list", "https://codeberg.org/who/list/src/tag/v1"),
        (
            "https://git.example.org/who/list\nhosting: {software: gitea}",
            "https://git.example.org/who/list/src/tag/v1",
        ),
    ] {
        let page_of =
            list(&format!("repository: {repository}\n{release}")).output("cite/index.html");
        assert!(page_of.contains(page), "{repository}");
    }
}

#[test]
fn readme_names_the_host_and_its_word_for_a_change() {
    let readme = |settings: &str| list(settings).readme().unwrap();
    assert!(
        readme("repository: https://github.com/a/b\n").contains("GitHub's own editor is enough.")
    );
    let gitlab = readme("repository: https://gitlab.com/a/b\n");
    assert!(
        gitlab.contains("GitLab's own editor is enough.")
            && gitlab.contains("Open a merge request;")
    );
    assert!(readme("").contains("any editor of texts is enough."));
}

#[test]
fn pages_lead_to_contributing_only_where_the_repository_has_it() {
    let list = Folder::list();
    list.write(
        "entries/survey.yaml",
        format!("{SETTINGS}repository: https://github.com/who/list\n"),
    );
    let address = "https://github.com/who/list/blob/main/CONTRIBUTING.md";
    for has in [true, false, true] {
        if list.has("CONTRIBUTING.md") && !has {
            std::fs::remove_file(list.path("CONTRIBUTING.md")).unwrap();
        }
        if has {
            list.write("CONTRIBUTING.md", "# How\n");
        }
        list.build(&[]);
        for page in ["index.html", "about/index.html", "suggest/index.html", "zh/index.html"] {
            assert_eq!(list.read(&format!("public/{page}")).contains(address), has, "{page}");
        }
    }
}

#[test]
fn build_says_once_that_nothing_tells_what_a_host_runs() {
    let list = Folder::list();
    list.write(
        "entries/survey.yaml",
        format!("{SETTINGS}repository: https://git.example.org/who/list\n"),
    );
    let said = "pages have no links to edit, to add or to report, as nothing tells what git.example.org runs: set `hosting` in \
                entries/survey.yaml, such as `hosting: {software: gitlab}`";
    assert!(list.build(&[]).err.contains(said));
    assert!(!list.build(&[]).err.contains(said));
}
