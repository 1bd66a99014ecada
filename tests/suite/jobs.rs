//! What workflows do that no change waits for: the addresses of the list, asked for every week, and a release.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use crate::folder::{PROGRAM, Ran, files, repository};
use crate::forge::{Forge, put};

/// An entry with addresses of every kind of answer.
const ENTRY: &str = "\
name: Other
category: language
released: 2022-05
papers: [10.1000/known, 10.1000/unknown]
links:
  code: https://example.org/code_(old)
  weights: https://example.org/weights
  conversions: [https://example.org/copy, \"https://example.org/slow?a=1&b=2\", https://example.org/boom]
";

/// What the issue says of what lychee has answered; see tests/workflows/answers.json.
const ISSUE: &str = "\
8 addresses were asked for: 3 lead nowhere, 2 did not answer.

### Lead nowhere

- <https://doi.org/10.1000/unknown>: 404
  - `entries/models/other.yaml`, field `papers[1]`
- <https://example.org/code_(old)>: 404
  - `entries/models/other.yaml`, field `links.code`
- <https://example.org/weights>: 410
  - `entries/models/other.yaml`, field `links.weights`

Look for where the page has moved to. Where it is gone for good, an archived copy can take its place.

### Did not answer

- <https://example.org/boom>: 503
  - `entries/models/other.yaml`, field `links.conversions[2]`
- <https://example.org/slow?a=1&b=2>: Request timed out
  - `entries/models/other.yaml`, field `links.conversions[1]`

They may be back by the next run; nothing has to be done yet.
";

/// A program in the place of one of the forge's own, by a line of shell.
fn stand_in(forge: &Forge, name: &str, script: &str) {
    put(&forge.path(""), &format!("bin/{name}"), format!("#!/bin/bash\n{script}\n"));
    let path = forge.path(&format!("bin/{name}"));
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// In the place of lychee: keeps what it is asked for, and gives answers; it ends as lychee does where it found something.
fn lychee(forge: &Forge, answers: &Path, code: i32) {
    let to = forge.path("asked.html");
    let script = format!(
        "for a; do if [[ $last == --output ]]; then cp '{}' \"$a\"; fi; last=$a; done; cp \"$last\" '{}'; exit {code}",
        answers.display(),
        to.display()
    );
    stand_in(forge, "lychee", &script);
}

#[test]
fn addresses_that_lead_nowhere_are_told_with_the_entry_and_the_field() {
    let forge = Forge::new();
    let here = forge.clone("main");
    put(&here, "entries/models/other.yaml", ENTRY);
    let to = forge.path("links");
    let ask = || forge.script(&here, "links", &[to.to_str().unwrap()]);
    lychee(&forge, &repository("tests/workflows/answers.json"), 2);
    let seen = ask();
    assert_eq!(seen.code, 0, "{}", seen.log);
    assert_eq!(fs::read_to_string(to.join("issue.md")).unwrap(), ISSUE);
    // Each address is asked for once, whole, in the line by which its answer is known.
    let asked = fs::read_to_string(forge.path("asked.html")).unwrap();
    let lines: Vec<&str> = asked.lines().collect();
    assert_eq!(lines.len(), 8);
    assert_eq!(lines[4], "<a href=\"https://example.org/code_(old)\">");
    assert_eq!(lines[6], "<a href=\"https://example.org/slow?a=1&amp;b=2\">");

    // Where every address leads somewhere there is nothing to say.
    put(&forge.path(""), "fine.json", "{\"error_map\": {}, \"timeout_map\": {}}");
    lychee(&forge, &forge.path("fine.json"), 0);
    assert_eq!(ask().code, 0);
    assert_eq!(fs::read_to_string(to.join("issue.md")).unwrap(), "");

    // A lychee that could not do its work is no list without a fault.
    lychee(&forge, &forge.path("fine.json"), 3);
    assert_eq!(ask().code, 1);
}

/// What strangers' servers say is text, and an issue has a longest length.
#[test]
fn text_of_the_issue_cannot_be_written_by_a_server() {
    let forge = Forge::new();
    let here = forge.clone("main");
    put(&here, "entries/models/other.yaml", ENTRY);
    let to = forge.path("links");
    let details = "@everyone <img src=x> `code` [x](y)\\n# heading ".repeat(9);
    let answers = format!(
        "{{\"error_map\": {{\"a\": [{{\"url\": \"x\", \"span\": {{\"line\": 5}}, \"status\": {{\"text\": \"{details}\"}}}}]}}}}"
    );
    put(&forge.path(""), "answers.json", answers);
    lychee(&forge, &forge.path("answers.json"), 2);
    assert_eq!(forge.script(&here, "links", &[to.to_str().unwrap()]).code, 0);
    let issue = fs::read_to_string(to.join("issue.md")).unwrap();
    let line = issue.lines().find(|line| line.contains("code_(old)")).unwrap();
    assert!(
        line.starts_with("- <https://example.org/code_(old)>:  everyone  img src x "),
        "{line}"
    );
    assert!(!line.contains(['@', '`', '[', '#']) && line.len() < 200, "{line}");
}

#[test]
fn one_issue_is_opened_updated_in_place_and_closed() {
    let forge = Forge::new();
    let here = forge.clone("main");
    let (calls, open) = (forge.path("calls.txt"), forge.path("open"));
    let script = format!(
        "echo \"$1 $2\" >>'{0}'; case \"$1 $2\" in 'issue list') if [[ -e '{1}' ]]; then echo 7; fi;; \
         'issue create') touch '{1}';; 'issue close') rm '{1}';; esac",
        calls.display(),
        open.display()
    );
    stand_in(&forge, "gh", &script);
    let text = forge.path("issue.md");
    let keep = |said: &str| {
        fs::write(&text, said).unwrap();
        let _ = fs::remove_file(&calls);
        let arguments = ["links", "Addresses that lead nowhere", text.to_str().unwrap()];
        let seen = forge.script(&here, "issue", &arguments);
        assert_eq!(seen.code, 0, "{}", seen.log);
        fs::read_to_string(&calls).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(keep("broken"), ["issue list", "label create", "issue create"]);
    assert_eq!(keep("broken"), ["issue list", "issue edit"]);
    assert_eq!(keep(""), ["issue list", "issue close"]);
    assert_eq!(keep(""), ["issue list"]);
}

const MANIFEST: &str =
    "[package]\nname = \"listwright\"\nversion = \"1.2.0\"\n\n[dependencies]\nx = \"1\"\n";
const CHANGELOG: &str = "\
# Changelog

## [Unreleased]

- Not yet.

## [1.2.0] - 2026-12-01

### Added

- One thing.

## [1.2.0-rc.1] - 2026-11-30

- Another.

[1.2.0]: https://example.org
";

#[test]
fn notes_of_a_release_are_what_the_changelog_says_of_that_version() {
    let forge = Forge::new();
    let here = forge.clone("main");
    put(&here, "Cargo.toml", MANIFEST);
    put(&here, "CHANGELOG.md", CHANGELOG);
    let notes = |tag: &str| forge.script(&here, "notes", &[tag]);
    let seen = notes("v1.2.0");
    assert_eq!((seen.code, seen.log.as_str()), (0, "### Added\n\n- One thing.\n"));
    // A tag that is not the version that would be built.
    for tag in ["v1.2.1", "1.2.0", "v1.2.0-rc.1"] {
        let seen = notes(tag);
        assert_eq!(seen.code, 1);
        assert!(seen.log.contains(&format!("the tag is {tag} and the version")), "{}", seen.log);
    }
    // A version of which nothing is said.
    put(&here, "CHANGELOG.md", CHANGELOG.replace("### Added\n\n- One thing.\n", ""));
    let seen = notes("v1.2.0");
    assert_eq!(seen.code, 1);
    assert!(seen.annotations[0].starts_with("::error file=CHANGELOG.md::nothing is said of 1.2.0"));
}

#[test]
fn archives_of_a_release_are_complete_the_same_twice_and_of_every_target() {
    let mut forge = Forge::new();
    // A program under test is large; one that calls it is packed in no time.
    stand_in(&forge, "small", &format!("exec '{PROGRAM}' \"$@\""));
    forge.program = forge.path("bin/small");
    let here = forge.clone("main");
    put(&here, "Cargo.toml", MANIFEST);
    for file in ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"] {
        put(&here, file, "text\n");
    }
    let pack = |target: &str, to: &str| {
        let seen = forge.script(&here, "package", &[target, to]);
        assert_eq!(seen.code, 0, "{}", seen.log);
        fs::read(here.join(seen.log.trim())).unwrap()
    };
    let linux = "x86_64-unknown-linux-musl";
    assert!(pack(linux, "archives") == pack(linux, "again"), "the same program, other bytes");
    // A reader unpacks it and runs it.
    let unpacked = format!("listwright-1.2.0-{linux}");
    let unpack = ["xzf", &format!("archives/{unpacked}.tar.gz")];
    assert!(Command::new("tar").args(unpack).current_dir(&here).status().unwrap().success());
    let program = here.join(&unpacked).join("listwright");
    let mut version = Command::new(program);
    version.arg("--version");
    assert!(Ran::of(version).out.starts_with("listwright "));
    let names: Vec<String> = files(&here.join(&unpacked)).into_keys().collect();
    assert_eq!(
        names,
        [
            "CHANGELOG.md",
            "LICENSE-APACHE",
            "LICENSE-MIT",
            "listwright",
            "listwright.1",
            "listwright.bash",
            "listwright.elvish",
            "listwright.fish",
            "listwright.powershell",
            "listwright.zsh"
        ]
    );
    // A release that lacks a target is none.
    let sums = || forge.script(&here, "checksums", &["archives"]);
    let refused = sums();
    assert_eq!(refused.code, 1);
    assert!(refused.log.contains("there is no archive for aarch64-unknown-linux-musl"));
    let workflow = fs::read_to_string(repository(".github/workflows/release.yml")).unwrap();
    let targets: Vec<&str> = workflow
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- {target: ")?.split(',').next())
        .collect();
    assert_eq!(targets.len(), 5);
    for target in targets.iter().filter(|target| **target != linux) {
        let archive = format!("archives/listwright-1.2.0-{target}.tar.gz");
        put(&here, &archive, target);
    }
    assert_eq!(sums().code, 0);
    let check = ["--check", "--quiet", "SHA256SUMS"];
    let mut checked = Command::new("sha256sum");
    assert!(checked.args(check).current_dir(here.join("archives")).status().unwrap().success());
    assert_eq!(fs::read_to_string(here.join("archives/SHA256SUMS")).unwrap().lines().count(), 5);
}
