//! The workflows: what they may do, what they call, and what the programs say that judge workflows; see tests/workflows.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_yaml::Value;

use crate::folder::{Folder, repository};

/// The files of the workflows and of the actions, with their texts.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for entry in walkdir::WalkDir::new(repository(".github/workflows")).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|extension| extension == "yml") {
            let name = entry.path().strip_prefix(repository("")).unwrap().display().to_string();
            texts.push((name, fs::read_to_string(entry.path()).unwrap()));
        }
    }
    texts.push(("action.yml".to_owned(), fs::read_to_string(repository("action.yml")).unwrap()));
    assert!(texts.len() >= 7, "{}", texts.len());
    texts
}

fn workflows() -> Vec<(String, String)> {
    texts().into_iter().filter(|(name, _)| name.contains("/workflows/")).collect()
}

/// The steps of the jobs of a workflow, or of an action.
fn steps(text: &str) -> Vec<Value> {
    let whole: Value = serde_yaml::from_str(text).unwrap();
    let jobs = whole.get("jobs").and_then(Value::as_mapping);
    let of = |job: &Value| job.get("steps").and_then(Value::as_sequence).cloned();
    let jobs = jobs.into_iter().flat_map(|jobs| jobs.values().filter_map(of).flatten());
    let action = whole.get("runs").and_then(of).into_iter().flatten();
    jobs.chain(action).collect()
}

#[test]
fn workflows_grant_nothing_and_pin_every_action() {
    let mut actions = 0;
    for (name, text) in texts() {
        assert!(!text.contains("pull_request_target"), "{name} runs strangers' code with rights");
        for line in text
            .lines()
            .filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: "))
        {
            let (action, version) = line.split_once(" # ").unwrap_or((line, ""));
            let hash = action.split_once('@').map_or("", |(_, hash)| hash);
            let whole = hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(whole && version.starts_with('v'), "{name}: {line}");
            actions += 1;
        }
    }
    assert!(actions >= 8, "{actions}");
    for (name, text) in workflows() {
        assert!(text.lines().any(|line| line == "permissions: {}"), "{name} grants by default");
    }
}

#[test]
fn every_job_ends_in_time_says_its_rights_and_keeps_no_token_in_a_file() {
    for (name, text) in workflows() {
        let whole: Value = serde_yaml::from_str(&text).unwrap();
        let jobs = whole.get("jobs").and_then(Value::as_mapping).unwrap();
        for (job, settings) in jobs {
            let minutes = settings.get("timeout-minutes").and_then(Value::as_u64);
            assert!(minutes.is_some_and(|minutes| minutes <= 90), "{name}: {job:?}");
            assert!(settings.get("permissions").is_some(), "{name}: {job:?}");
        }
        for step in steps(&text) {
            let uses = step.get("uses").and_then(Value::as_str).unwrap_or_default();
            if uses.starts_with("actions/checkout@") {
                let kept = step.get("with").and_then(|with| with.get("persist-credentials"));
                assert_eq!(kept.and_then(Value::as_bool), Some(false), "{name}");
            }
        }
    }
}

/// A run for a pull request may be one for a stranger's.
#[test]
fn checks_of_pull_requests_only_read_and_know_no_secret() {
    let mut checked = 0;
    for (name, text) in workflows() {
        let whole: Value = serde_yaml::from_str(&text).unwrap();
        let on = whole.get("on").unwrap();
        if on.get("pull_request").is_none() {
            continue;
        }
        checked += 1;
        let text: String = text.lines().filter_map(|line| line.split("# ").next()).collect();
        assert!(!text.contains("secrets.") && !text.contains("github.token"), "{name}");
        assert!(
            !text.contains("actions/cache"),
            "{name} could read what another pull request left"
        );
        for job in whole.get("jobs").and_then(Value::as_mapping).unwrap().values() {
            let rights = job.get("permissions").and_then(Value::as_mapping).unwrap();
            for (right, level) in rights {
                assert_eq!(
                    (right.as_str(), level.as_str()),
                    (Some("contents"), Some("read")),
                    "{name}"
                );
            }
        }
    }
    assert!(checked >= 2, "{checked}");
}

/// What a step does is a script, which the tests run, or one short command.
#[test]
fn steps_call_scripts_and_put_nothing_of_an_event_into_them() {
    let mut called = 0;
    for (name, text) in texts() {
        for step in steps(&text) {
            let Some(run) = step.get("run").and_then(Value::as_str) else { continue };
            assert!(
                run.lines().count() <= 1,
                "{name}: a script belongs into .github/scripts:\n{run}"
            );
            assert!(!run.contains("${{"), "{name}: {run}");
            for word in run.split([' ', '"', '(', ')', '\n']) {
                let path = word.trim_start_matches("$GITHUB_ACTION_PATH/");
                if path.starts_with(".github/scripts/") {
                    assert!(repository(path).is_file(), "{name}: {path}");
                    called += 1;
                }
            }
        }
    }
    assert!(called >= 12, "{called}");
}

fn zizmor(packages: &Path, persona: &str, at: &Path) -> Output {
    let mut command = Command::new(packages.join("bin/zizmor"));
    command.args(["--offline", "--no-progress", "--persona", persona]).arg(at);
    command.output().unwrap()
}

/// The shell scripts of the repository.
fn scripts() -> Vec<PathBuf> {
    let scripts = fs::read_dir(repository(".github/scripts")).unwrap();
    let scripts = scripts.map(|entry| entry.unwrap().path());
    let scripts = scripts.filter(|path| path.extension().is_none());
    scripts.chain([".ci/run", "tests/run"].map(repository)).collect()
}

fn shellcheck(packages: &Path, scripts: &[PathBuf]) -> Output {
    let mut command = Command::new(packages.join("bin/shellcheck"));
    command.args(["--external-sources", "--source-path=SCRIPTDIR"]).args(scripts);
    command.output().unwrap()
}

/// Files whose schema a forge has published, by the name that check-jsonschema has for it.
fn published_schemas() -> Vec<(&'static str, Vec<PathBuf>)> {
    let files = |folder: &str| {
        let entries = fs::read_dir(repository(folder)).unwrap().map(|entry| entry.unwrap().path());
        let mut paths: Vec<PathBuf> = entries.collect();
        paths.sort();
        paths
    };
    let (config, forms): (Vec<_>, Vec<_>) =
        files(".github/ISSUE_TEMPLATE").into_iter().partition(|path| path.ends_with("config.yml"));
    vec![
        ("github-actions", vec![repository("action.yml")]),
        ("github-workflows", files(".github/workflows")),
        ("github-issue-forms", forms),
        ("github-issue-config", config),
        ("dependabot", vec![repository(".github/dependabot.yml")]),
        ("gitlab-ci", vec![repository("docs/gitlab-ci.yml")]),
    ]
}

/// Runs a program of the packages, which may end badly.
fn judge(packages: &Path, program: &str, args: &[&str], paths: &[PathBuf]) -> Output {
    let mut command = Command::new(packages.join("bin").join(program));
    command.env("PYTHONPATH", packages).args(args).args(paths);
    command.output().unwrap()
}

#[test]
#[ignore = "needs Python, node and, once, the network: run with --ignored"]
fn judges_of_workflows_have_nothing_to_say() {
    crate::node::test("workflows", ("ROOT", repository("").to_str().unwrap()));
    let packages = crate::python::packages("workflows");
    // A judge that finds nothing in this would find nothing at all.
    let bad = Folder::empty();
    bad.write(".github/workflows/bad.yml", include_str!("../workflows/bad.yml"));
    for persona in ["regular", "pedantic", "auditor"] {
        let judged = zizmor(&packages, persona, &repository(""));
        let said = String::from_utf8_lossy(&[judged.stdout, judged.stderr].concat()).into_owned();
        assert!(
            judged.status.success() && said.contains("No findings to report"),
            "{persona}: {said}"
        );
        println!("zizmor, {persona}: 0 findings");
        assert!(!zizmor(&packages, persona, &bad.path("")).status.success(), "{persona}");
    }
    let scripts = scripts();
    let judged = shellcheck(&packages, &scripts);
    assert!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stdout));
    println!("ShellCheck: 0 findings in {} scripts", scripts.len());
    bad.write("bad", "#!/usr/bin/env bash\necho $1\n");
    assert!(!shellcheck(&packages, &[bad.path("bad")]).status.success());
    bad.write("bad.yml", "name: x\n");
    for (schema, paths) in published_schemas() {
        let schema = format!("vendor.{schema}");
        let check = ["--builtin-schema", schema.as_str()];
        let judged = judge(&packages, "check-jsonschema", &check, &paths);
        let said = [judged.stdout, judged.stderr].concat();
        assert!(judged.status.success(), "{schema}: {}", String::from_utf8_lossy(&said));
        println!("check-jsonschema, {schema}: {} files as the schema says", paths.len());
        let judged = judge(&packages, "check-jsonschema", &check, &[bad.path("bad.yml")]);
        assert!(!judged.status.success(), "{schema}");
    }
    let hooks = |path: PathBuf| judge(&packages, "pre-commit", &["validate-manifest"], &[path]);
    assert!(hooks(repository(".pre-commit-hooks.yaml")).status.success());
    assert!(!hooks(bad.path("bad.yml")).status.success());
    println!("pre-commit: the hooks are hooks");
}

/// A tool that nobody brings up to date grows old.
#[test]
fn every_folder_with_packages_of_others_is_looked_after_and_every_new_release_waits() {
    let whole = fs::read_to_string(repository(".github/dependabot.yml")).unwrap();
    let whole: Value = serde_yaml::from_str(&whole).unwrap();
    let updates = whole.get("updates").and_then(Value::as_sequence).unwrap();
    let mut watched = Vec::new();
    for update in updates {
        let text = |key: &str| update.get(key).and_then(Value::as_str);
        let cooldown = update.get("cooldown").and_then(|cooldown| cooldown.get("default-days"));
        assert!(cooldown.and_then(Value::as_u64).is_some_and(|days| days >= 7), "{update:?}");
        let several = update.get("directories").and_then(Value::as_sequence).into_iter().flatten();
        let folders = several.filter_map(Value::as_str).chain(text("directory"));
        let what = text("package-ecosystem").unwrap();
        watched.extend(folders.map(|folder| (what.to_owned(), folder.to_owned())));
    }
    let output = Command::new("git").arg("ls-files").current_dir(repository("")).output().unwrap();
    let mut found = vec![("github-actions".to_owned(), "/".to_owned())];
    for path in String::from_utf8(output.stdout).unwrap().lines() {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let what = match name {
            "Cargo.lock" => "cargo",
            "package-lock.json" => "npm",
            "requirements.txt" => "pip",
            _ => continue,
        };
        found.push((what.to_owned(), format!("/{folder}")));
    }
    watched.sort();
    found.sort();
    assert_eq!(watched, found);
}
