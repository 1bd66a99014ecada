//! The way of a change from a pull request to the published site, rehearsed with a bare repository in the place of the forge.
//!
//! The workflows only call scripts; these are the scripts, run in the order and with the surroundings of the workflows.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use crate::folder::{Files, PROGRAM};
use crate::forge::{Forge, Seen, model, put};

/// A line of the table.
struct Row {
    situation: &'static str,
    /// What the contributor sees: the exit code, the first annotation, the heading of the summary.
    seen: Vec<String>,
    /// What main holds afterwards.
    main: String,
    /// What the next run of `publish` does.
    again: String,
}

const FINE: &str = "## This change can be merged";
const NEEDS: &str = "## This change needs an edit before it can be merged";
const OTHER: &str = "entries/models/other.yaml";

fn row(forge: &Forge, situation: &'static str, seen: &[&Seen], main: impl Into<String>) -> Row {
    let told = |seen: &&Seen| {
        let title = seen.title().trim_start_matches("## ");
        format!("exit {}: {title}; {}", seen.code, seen.first())
    };
    Row {
        situation,
        seen: seen.iter().map(told).collect(),
        main: main.into(),
        again: forge.again(),
    }
}

#[track_caller]
fn assert_fine(seen: &Seen) {
    assert_eq!((seen.code, seen.title()), (0, FINE), "{}\n{}", seen.log, seen.summary);
    assert_eq!(seen.annotations, [""; 0]);
    assert!(
        seen.summary.contains(
            "\n### What comes next\n\nA maintainer compares the values with their sources"
        )
    );
}

#[track_caller]
fn assert_refused(seen: &Seen, annotation: &str) {
    assert_eq!((seen.code, seen.title()), (1, NEEDS), "{}\n{}", seen.log, seen.summary);
    let said = seen.annotations.iter().any(|line| line.starts_with(annotation));
    assert!(said, "{annotation}\n{:#?}\n{}", seen.annotations, seen.summary);
    assert!(seen.summary.contains("\n### What comes next\n\nEdit the lines that are named above"));
}

/// Publishes main, which must work, and hands back what is published.
#[track_caller]
fn published(forge: &Forge) -> Files {
    let (seen, site) = forge.publish();
    assert_eq!((seen.code, &seen.annotations[..]), (0, &[][..]), "{}", seen.log);
    forge.assert_published(&site);
    site
}

fn good_entry() -> Row {
    let forge = Forge::new();
    forge.branch("good", |at| put(at, OTHER, model("Other", "2205.00001")));
    let seen = forge.validate("good");
    assert_fine(&seen);
    assert!(fs::read_dir(&seen.outputs["site"]).unwrap().count() > 5, "the site of the change");
    forge.merge("good");
    assert!(
        !forge.text("main", "README.md").unwrap().contains("| Other |"),
        "not before it is published"
    );
    // Right after the merge of entries alone everything holds that `.ci/run` asks of README.md.
    let here = forge.clone("main");
    let holds = forge.script(&here, "readme", &[]);
    assert_eq!(holds.code, 0, "{}", holds.log);
    let site = published(&forge);
    assert!(site.contains_key("models/other/index.html"));
    assert!(forge.text("main", "README.md").unwrap().contains("| Other |"));
    let recorded = forge.text("main", "entries/changes.yaml").unwrap();
    assert!(recorded.contains("    added:\n      - models/other"), "{recorded}");
    let log = forge.git(&forge.origin(), &["log", "-1", "--format=%an: %s%b", "main"]);
    assert_eq!(log, "github-actions[bot]: Write what is made from the entries");
    let touched = forge.git(&forge.origin(), &["diff", "--name-only", "main~1", "main"]);
    let made = [
        "README.md",
        "static/readme/",
        "schema/",
        "CITATION.cff",
        "CONTRIBUTING.md",
        "entries/changes.yaml",
    ];
    for path in touched.lines() {
        assert!(made.iter().any(|made| path.starts_with(made)), "{path}");
    }
    row(&forge, "a good entry", &[&seen], "the entry, its row and its page")
}

fn broken_entry() -> Row {
    let forge = Forge::new();
    let before = forge.tip("main");
    // What the value holds must neither end an annotation nor leave the code block of the summary.
    let hostile = "name: \"Broken ``` ::error::x %0A::stop-commands::y\"\nreleased: 2022.04\ncategory: lnguage\n";
    forge.branch("broken", |at| put(at, OTHER, hostile));
    let seen = forge.validate("broken");
    assert_refused(
        &seen,
        "::error file=entries/models/other.yaml,line=2,col=11,endColumn=18,title=bad-date::",
    );
    assert!(seen.annotations.iter().any(|line| line.contains("title=unknown-word")));
    for line in &seen.annotations {
        assert!(line.starts_with("::error file=entries/models/other.yaml,line="), "{line}");
    }
    let block = seen.summary.lines().filter(|line| line.contains("2022.04")).collect::<Vec<_>>();
    assert!(
        !block.is_empty() && block.iter().all(|line| line.starts_with("    ")),
        "{}",
        seen.summary
    );
    assert_eq!(forge.tip("main"), before);
    // Were it merged all the same, nothing would be published, and the old site would stay.
    let readme = forge.text("main", "README.md");
    forge.merge("broken");
    let merged = forge.tip("main");
    let (recorded, site) = forge.publish();
    assert_eq!((recorded.code, forge.tip("main"), site.len()), (1, merged, 0), "{}", recorded.log);
    assert!(recorded.annotations[0].starts_with("::error file=entries/models/other.yaml,line="));
    assert_eq!(forge.text("main", "README.md"), readme);
    forge.note("exit 1, no commit, no site");
    row(
        &forge,
        "a broken entry",
        &[&seen],
        "what it held; merged by force, README.md and the site stay as they were",
    )
}

fn same_model_twice() -> Row {
    let forge = Forge::new();
    forge.branch("first", |at| put(at, OTHER, model("Other", "2205.00001")));
    forge.branch("second", |at| {
        put(at, "entries/models/other-again.yaml", model("Other", "2205.00001"));
    });
    let (first, second) = (forge.validate("first"), forge.validate("second"));
    assert_fine(&first);
    assert_fine(&second);
    forge.merge("first");
    let again = forge.validate("second");
    assert_refused(&again, "::");
    assert!(
        again.annotations.iter().any(|line| line.contains("duplicate-")),
        "{:?}",
        again.annotations
    );
    let places =
        |path: &str| again.annotations.iter().any(|line| line.contains(&format!("file={path},")));
    assert!(places("entries/models/other-again.yaml"), "{:?}", again.annotations);
    let site = published(&forge);
    assert!(!site.contains_key("models/other-again/index.html"));
    row(
        &forge,
        "two that add the same model",
        &[&first, &second, &again],
        "the first one's entry, once",
    )
}

fn readme_by_hand() -> Row {
    let forge = Forge::new();
    let readme = forge.text("main", "README.md").unwrap();
    let line = readme.lines().position(|line| line.contains("| RNA-FM |")).unwrap() + 1;
    forge.branch("typed", |at| {
        put(
            at,
            "README.md",
            fs::read_to_string(at.join("README.md")).unwrap().replace("| RNA-FM |", "| RNA FM |"),
        );
    });
    let seen = forge.validate("typed");
    assert_refused(
        &seen,
        "::error file=README.md,title=made::README.md is made by `listwright build`",
    );
    let edit = format!(
        "::error file=README.md,line={line},title=made::this line is made from entries/models/rna-fm.yaml: edit that instead"
    );
    assert!(seen.annotations.contains(&edit), "{:?}", seen.annotations);
    // It may be merged all the same, by somebody who may: the next run writes what the entries say.
    forge.merge("typed");
    let here = forge.clone("main");
    assert_eq!(forge.script(&here, "readme", &[]).code, 1, "`.ci/run` does not pass");
    published(&forge);
    assert_eq!(forge.text("main", "README.md").unwrap(), readme);
    row(&forge, "README.md edited by hand", &[&seen], "README.md as the entries have it")
}

/// An entry is never deleted: another status keeps its page, and says why.
fn entry_deleted() -> Row {
    let forge = Forge::new();
    let path = "entries/models/rna-fm.yaml";
    forge.branch("more", |at| put(at, OTHER, model("Other", "2205.00001")));
    forge.merge("more");
    forge.branch("deleted", |at| fs::remove_file(at.join(path)).unwrap());
    let deleted = forge.validate("deleted");
    assert_refused(
        &deleted,
        "::error title=lost::the address models/rna-fm/ of the model rna-fm would lead nowhere",
    );
    assert_eq!(deleted.annotations.len(), 1, "{:?}", deleted.annotations);
    assert!(
        deleted
            .summary
            .contains("\n### What the list would lose\n\n    the address models/rna-fm/ ")
    );
    forge.branch("excluded", |at| {
        let words = fs::read_to_string(at.join("entries/vocabulary.yaml")).unwrap();
        let word = "reason:\n  outside-scope: {en: Outside the scope, zh: 超出范围}\n";
        put(at, "entries/vocabulary.yaml", words + word);
        let reason = "status: excluded\nreason: {code: outside-scope, note: {en: Not about RNA, zh: 与 RNA 无关}}\n";
        let entry = fs::read_to_string(at.join(path)).unwrap();
        put(at, path, entry.replace("category:", &format!("{reason}category:")));
    });
    let excluded = forge.validate("excluded");
    assert_fine(&excluded);
    forge.merge("excluded");
    let site = published(&forge);
    assert!(site.contains_key("models/rna-fm/index.html"), "its page stays");
    assert!(!forge.text("main", "README.md").unwrap().contains("| RNA-FM |"));
    let log = forge.text("main", "entries/changes.yaml").unwrap();
    assert!(
        log.contains("entry: models/rna-fm, from: listed, to: excluded, reason: outside-scope"),
        "{log}"
    );
    row(
        &forge,
        "an entry is deleted, then excluded",
        &[&deleted, &excluded],
        "its page with the reason, and a line in the log",
    )
}

fn word_added() -> Row {
    let forge = Forge::new();
    forge.branch("word", |at| {
        let path = "entries/vocabulary.yaml";
        let words = fs::read_to_string(at.join(path)).unwrap();
        put(at, path, format!("{words}  vision: {{en: Vision model, zh: 视觉模型}}\n"));
        put(at, OTHER, model("Other", "2205.00001").replace("language", "vision"));
    });
    let seen = forge.validate("word");
    assert_fine(&seen);
    forge.merge("word");
    let site = published(&forge);
    assert!(site.contains_key("models/category/vision/index.html"));
    let schema = forge.text("main", "schema/model.schema.json").unwrap();
    assert!(schema.contains("\"vision\""), "{schema}");
    row(&forge, "a word is added to the vocabulary", &[&seen], "the word, also in schema/")
}

/// A queue validates each change on top of those before it, and leaves out what does not pass.
fn queue_of_three() -> Row {
    let forge = Forge::new();
    forge.branch("one", |at| put(at, OTHER, model("Other", "2205.00001")));
    forge.branch("two", |at| put(at, "entries/models/twin.yaml", model("Other", "2205.00001")));
    forge.branch("three", |at| put(at, "entries/models/third.yaml", model("Third", "2206.00001")));
    let mut seen = Vec::new();
    for name in ["one", "two", "three"] {
        assert_fine(&forge.validate(name));
    }
    for name in ["one", "two", "three"] {
        let here = forge.merged("main", name).unwrap();
        let queued = forge.script(&here, "validate", &["HEAD^1"]);
        let holds = forge.script(&here, "readme", &[]);
        assert_eq!(holds.code, 0, "a queue is never held up by README.md: {}", holds.log);
        if queued.code == 0 {
            forge.git(&here, &["push", "--quiet", "origin", "HEAD:refs/heads/main"]);
        }
        seen.push(queued);
    }
    let codes: Vec<i32> = seen.iter().map(|seen| seen.code).collect();
    assert_eq!(codes, [0, 1, 0], "the second stops neither the first nor the third");
    let site = published(&forge);
    let pages =
        ["other", "twin", "third"].map(|id| site.contains_key(&format!("models/{id}/index.html")));
    assert_eq!(pages, [true, false, true]);
    row(
        &forge,
        "a merge queue of three",
        &seen.iter().collect::<Vec<_>>(),
        "the first and the third",
    )
}

fn push_during_publish() -> Row {
    let mut forge = Forge::new();
    forge.branch("early", |at| put(at, OTHER, model("Other", "2205.00001")));
    forge.branch("late", |at| put(at, "entries/models/late.yaml", model("Late", "2206.00001")));
    let seen = forge.validate("early");
    forge.merge("early");
    // The first build is followed by somebody's push, as it may be at any time.
    let late = forge.merged("main", "late").unwrap();
    let done = forge.path("pushed");
    let slow = format!(
        "#!/bin/sh\n'{PROGRAM}' \"$@\" || exit\nif test \"$1\" = build && ! test -e '{done}'; then\n  touch '{done}'\n  \
         git -C '{late}' push --quiet origin HEAD:refs/heads/main\nfi\n",
        done = done.display(),
        late = late.display(),
    );
    put(&forge.path(""), "slow", slow);
    fs::set_permissions(forge.path("slow"), fs::Permissions::from_mode(0o755)).unwrap();
    forge.program = forge.path("slow");
    let (recorded, site) = forge.publish();
    assert_eq!(recorded.code, 0, "{}", recorded.log);
    assert!(
        recorded.log.contains("main has moved on: once more, from its new tip\n"),
        "{}",
        recorded.log
    );
    assert!(done.exists());
    forge.program = PROGRAM.into();
    forge.assert_published(&site);
    for name in ["Other", "Late"] {
        assert!(forge.text("main", "README.md").unwrap().contains(&format!("| {name} |")));
    }
    row(&forge, "a push while a publish runs", &[&seen], "both entries, nobody's commit lost")
}

/// A run for a fork has no token and no secret, and cannot write: it says the same.
fn fork() -> Row {
    let forge = Forge::new();
    let fork = forge.path("fork.git");
    forge.git(&forge.path(""), &["clone", "--quiet", "--bare", "origin.git", "fork.git"]);
    forge.branch("aside", |at| put(at, OTHER, model("Other", "2205.00001")));
    let theirs = forge.clone("aside");
    forge.git(&theirs, &["push", "--quiet", fork.to_str().unwrap(), "HEAD:refs/heads/theirs"]);
    let known = forge.validate("aside");
    // The forge gives the run of a fork the merge of both, in a repository that it may only read.
    let hook = forge.origin().join("hooks/pre-receive");
    put(&forge.origin(), "hooks/pre-receive", "#!/bin/sh\necho 'read only' >&2\nexit 1\n");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    let here = forge.clone("main");
    forge.git(&here, &["fetch", "--quiet", fork.to_str().unwrap(), "theirs"]);
    forge.git(&here, &["checkout", "--quiet", "--detach"]);
    forge.git(&here, &["merge", "--quiet", "--no-ff", "--message", "Merge", "FETCH_HEAD"]);
    let seen = forge.script(&here, "validate", &["HEAD^1"]);
    assert_fine(&seen);
    // The merges are two commits.
    let told = |seen: &Seen| {
        let lines = seen.summary.lines().filter(|line| !line.starts_with("**From "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(told(&seen), told(&known), "a stranger is told the same");
    fs::remove_file(hook).unwrap();
    forge.git(&here, &["push", "--quiet", "origin", "HEAD:refs/heads/main"]);
    let site = published(&forge);
    assert!(site.contains_key("models/other/index.html"));
    row(&forge, "a pull request from a fork", &[&seen], "the entry, once it is merged")
}

/// A main that takes no push is brought up to date by a pull request that merges itself.
fn protected_main() -> Row {
    let forge = Forge::new();
    forge.branch("good", |at| put(at, OTHER, model("Other", "2205.00001")));
    let seen = forge.validate("good");
    forge.merge("good");
    let hook = "#!/bin/sh\nwhile read -r old new name; do\n  if test \"$name\" = refs/heads/main; then\n    \
                echo 'GH013: changes must be made through a pull request' >&2\n    exit 1\n  fi\ndone\n";
    put(&forge.origin(), "hooks/pre-receive", hook);
    let hook = forge.origin().join("hooks/pre-receive");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    // In the place of the forge's own program: it notes what it is asked for.
    let calls = forge.path("calls.txt");
    let gh = format!(
        "#!/bin/sh\necho \"$*\" >>'{0}'\nif test \"$1 $2\" = 'pr list'; then grep -c '^pr create' '{0}' || true; fi\n",
        calls.display()
    );
    put(&forge.path(""), "bin/gh", gh);
    fs::set_permissions(forge.path("bin/gh"), fs::Permissions::from_mode(0o755)).unwrap();
    let before = forge.tip("main");
    let (recorded, site) = forge.publish();
    assert_eq!(recorded.code, 0, "{}", recorded.log);
    assert_eq!(forge.tip("main"), before, "main was not written");
    let proposal = forge.tip("listwright/publish");
    assert_eq!(recorded.outputs["commit"], proposal);
    // A second run, before it is merged, proposes nothing new.
    let (again, same) = forge.publish();
    assert_eq!((again.code, forge.tip("listwright/publish")), (0, proposal), "{}", again.log);
    assert!(same == site);
    let asked = fs::read_to_string(calls).unwrap();
    let calls = [
        "pr create",
        "pr merge",
        "workflow run validate.yml --ref listwright/publish",
        "workflow run ci.yml --ref listwright/publish",
    ];
    let asked: BTreeMap<&str, usize> = calls
        .map(|call| (call, asked.lines().filter(|line| line.starts_with(call)).count()))
        .into();
    assert!(asked.values().all(|times| *times == 1), "{asked:?}");
    // Its checks pass, and the forge merges it.
    let bot = forge.merged("main", "listwright/publish").unwrap();
    assert_eq!(forge.script(&bot, "validate", &["HEAD^1"]).code, 0);
    fs::remove_file(hook).unwrap();
    forge.merge("listwright/publish");
    forge.assert_published(&site);
    row(&forge, "a protected main", &[&seen], "the same, by a pull request of the workflow")
}

#[test]
fn every_way_of_a_change_ends_with_a_main_and_a_site_that_are_those_of_the_entries() {
    let situations: [fn() -> Row; 10] = [
        good_entry,
        broken_entry,
        same_model_twice,
        readme_by_hand,
        entry_deleted,
        word_added,
        queue_of_three,
        push_during_publish,
        fork,
        protected_main,
    ];
    let rows = std::thread::scope(|scope| {
        let running = situations.map(|situation| scope.spawn(situation));
        running.map(std::thread::ScopedJoinHandle::join)
    });
    println!(
        "\n| situation | what the contributor sees | what main and the site hold | what a second `publish` does |\n| --- | --- | --- | --- |"
    );
    for row in rows.iter().flatten() {
        let Row { situation, seen, main, again } = row;
        println!("| {situation} | {} | {main} | {again} |", seen.join("<br>"));
    }
    let fell: Vec<_> = rows.into_iter().filter_map(Result::err).collect();
    assert!(fell.is_empty(), "{} situations went wrong; see above", fell.len());
}

#[test]
fn program_of_a_change_of_entries_is_that_of_main() {
    let forge = Forge::new();
    let here = forge.clone("main");
    let which = |edit: &dyn Fn(&Path)| {
        forge.git(&here, &["checkout", "--quiet", "--detach", "origin/main"]);
        edit(&here);
        forge.git(&here, &["add", "--all", "--force"]);
        forge.git(&here, &["commit", "--quiet", "--message", "Change"]);
        let seen = forge.script(&here, "program", &["HEAD^1", "which"]);
        assert_eq!(seen.code, 0, "{}", seen.log);
        seen.log.trim().to_owned()
    };
    assert_eq!(which(&|at| put(at, OTHER, model("Other", "2205.00001"))), "base");
    assert_eq!(which(&|at| put(at, "entries/vocabulary.yaml", "schema: 1\n")), "base");
    assert_eq!(which(&|at| put(at, "README.md", "x\n")), "base");
    for path in [
        "entries/survey.yaml",
        "entries/changes.yaml",
        "src/main.rs",
        "Cargo.toml",
        "Cargo.lock",
        ".cargo/config.toml",
        ".github/scripts/lib",
        ".github/workflows/validate.yml",
        "templates/README.md",
        "static/logo.svg",
        "build.rs",
        "entries/x",
        "CONTRIBUTING.md",
        "rust-toolchain.toml",
        ".gitattributes",
    ] {
        let edit = |at: &Path| {
            let there = fs::read_to_string(at.join(path)).unwrap_or_default();
            put(at, path, format!("{there}# x\n"));
        };
        assert_eq!(which(&edit), "change", "{path}");
    }
    // A folder of entries that becomes a link is no entry.
    let linked = which(&|at| {
        fs::remove_dir_all(at.join("entries/models")).unwrap();
        std::os::unix::fs::symlink("../.github", at.join("entries/models")).unwrap();
    });
    assert_eq!(linked, "change");
    // Nor is one that moves out of its folder.
    let moved = which(&|at| {
        fs::create_dir(at.join("src")).unwrap();
        fs::rename(at.join("entries/models/rna-fm.yaml"), at.join("src/main.rs")).unwrap();
    });
    assert_eq!(moved, "change");
    // Of a base that is not there, as after a push by force, nothing is known.
    let gone = "1234567890123456789012345678901234567890";
    let seen = forge.script(&here, "program", &[gone, "which"]);
    assert_eq!((seen.code, seen.log.trim()), (0, "change"));
}

/// Settings, templates and the program are read as code, and bring README.md along.
#[test]
fn change_of_more_than_entries_is_named_and_brings_what_is_made() {
    let forge = Forge::new();
    let settings = |at: &Path| {
        let there = fs::read_to_string(at.join("entries/survey.yaml")).unwrap();
        put(at, "entries/survey.yaml", there.replace("A Survey", "Another Survey"));
    };
    forge.branch("settings", settings);
    let seen = forge.validate("settings");
    assert_eq!((seen.code, seen.title()), (0, FINE), "{}", seen.log);
    let named = "These files are not entries: a code owner reads them as code, and approves them.\n\n    entries/survey.yaml\n";
    assert!(seen.summary.contains(named), "{}", seen.summary);
    let holds = |name: &str| {
        let here = forge.merged("main", name).unwrap();
        forge.script(&here, "readme", &[])
    };
    let stale = holds("settings");
    assert_eq!(stale.code, 1);
    assert!(stale.log.contains("\n-# A Survey\n+# Another Survey\n"), "{}", stale.log);
    // Built, it holds; entries that were merged in the meantime change nothing about that.
    forge.branch("built", |at| {
        settings(at);
        let build = Command::new(PROGRAM).args(["build", "--quiet"]).current_dir(at).status();
        assert!(build.unwrap().success());
    });
    forge.branch("meantime", |at| put(at, OTHER, model("Other", "2205.00001")));
    forge.merge("meantime");
    let seen = holds("built");
    assert_eq!(seen.code, 0, "{}", seen.log);
}
