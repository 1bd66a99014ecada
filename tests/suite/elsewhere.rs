//! A list in another repository, with what docs/other-lists.md gives it: the action, the hook, and the example for GitLab.
//!
//! The steps of the action are run as a runner runs them: each by its shell, with its surroundings.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use serde_yaml::Value;

use crate::folder::{PROGRAM, repository};
use crate::forge::{Forge, Seen, model, put};

const OTHER: &str = "entries/models/other.yaml";
const ACTION: &str = "YuanLi-X/RNA-Foundation-Model-Survey@";

fn read(path: &str) -> String {
    fs::read_to_string(repository(path)).unwrap()
}

fn yaml(path: &str) -> Value {
    serde_yaml::from_str(&read(path)).unwrap()
}

/// The examples of YAML in the document.
fn examples() -> Vec<String> {
    let text = read("docs/other-lists.md");
    let blocks = text.split("```yaml\n").skip(1);
    blocks.map(|block| block.split("```").next().unwrap().to_owned()).collect()
}

/// What happens in the other repository.
struct Event {
    name: &'static str,
    branch: &'static str,
}

const PUSH: Event = Event { name: "push", branch: "refs/heads/main" };
const PULL: Event = Event { name: "pull_request", branch: "refs/pull/1/merge" };

/// Runs the steps of the action in a clone, with what the workflow gives it; the values of a step are known to the next.
fn act(forge: &Forge, at: &Path, event: &Event, with: &[(&str, &str)]) -> Seen {
    let action = yaml("action.yml");
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for (name, input) in action["inputs"].as_mapping().unwrap() {
        let name = name.as_str().unwrap();
        let default = input["default"].as_str().unwrap().to_owned();
        known.insert(format!("inputs.{name}"), default);
    }
    for (name, value) in with {
        assert!(known.insert(format!("inputs.{name}"), (*value).to_owned()).is_some(), "{name}");
    }
    for (name, value) in [
        ("github.token", "a-token"),
        ("github.action_repository", "somebody/listwright"),
        ("github.event.repository.default_branch", "main"),
        ("github.event.merge_group.base_sha", ""),
    ] {
        known.insert(name.to_owned(), value.to_owned());
    }
    let mut whole = Seen::default();
    for step in action["runs"]["steps"].as_sequence().unwrap() {
        let mut surroundings = vec![
            ("GITHUB_ACTION_PATH".to_owned(), repository("").display().to_string()),
            ("GITHUB_EVENT_NAME".to_owned(), event.name.to_owned()),
            ("GITHUB_REF".to_owned(), event.branch.to_owned()),
            ("RUNNER_TEMP".to_owned(), forge.path("temp").display().to_string()),
            (
                "GITHUB_WORKFLOW_REF".to_owned(),
                "somebody/list/.github/workflows/list.yml@refs/heads/main".to_owned(),
            ),
        ];
        for (name, value) in step["env"].as_mapping().unwrap() {
            let value = value.as_str().unwrap();
            let inner = value.trim_start_matches("${{").trim_end_matches("}}").trim();
            let value = known.get(inner).unwrap_or_else(|| panic!("{value} is not known"));
            surroundings.push((name.as_str().unwrap().to_owned(), value.clone()));
        }
        let seen = forge.shell(at, step["run"].as_str().unwrap(), &surroundings);
        let id = step["id"].as_str().unwrap();
        for (name, value) in &seen.outputs {
            known.insert(format!("steps.{id}.outputs.{name}"), value.clone());
        }
        whole.log += &seen.log;
        whole.summary += &seen.summary;
        whole.annotations.extend(seen.annotations);
        whole.outputs.extend(seen.outputs);
        whole.code = seen.code;
        if seen.code != 0 {
            break;
        }
    }
    whole
}

#[test]
fn ten_lines_of_yaml_stop_a_broken_entry_and_publish_a_good_one() {
    let lines = examples()[0].lines().count();
    assert_eq!(lines, 10);
    let workflow: Value = serde_yaml::from_str(&examples()[0]).unwrap();
    let steps = workflow["jobs"]["list"]["steps"].as_sequence().unwrap();
    assert!(steps[1]["uses"].as_str().unwrap().starts_with(ACTION));
    assert_eq!(steps[0]["with"]["fetch-depth"].as_i64(), Some(0));
    let with = [("program", PROGRAM)];

    let forge = Forge::elsewhere();
    forge.branch("workflow", |at| put(at, ".github/workflows/list.yml", &examples()[0]));
    forge.merge("workflow");
    let before = forge.tip("main");

    forge.branch("broken", |at| put(at, OTHER, "name: Other\ncategory: lnguage\n"));
    let seen = act(&forge, &forge.merged("main", "broken").unwrap(), &PULL, &with);
    assert_eq!(seen.code, 1, "{}", seen.log);
    let first =
        "::error file=entries/models/other.yaml,line=2,col=11,endColumn=18,title=unknown-word::";
    assert!(seen.annotations.iter().any(|line| line.starts_with(first)), "{:?}", seen.annotations);
    assert!(seen.summary.starts_with("## This change needs an edit before it can be merged\n"));
    assert_eq!(forge.tip("main"), before);

    forge.branch("good", |at| put(at, OTHER, model("Other", "2205.00001")));
    let seen = act(&forge, &forge.merged("main", "good").unwrap(), &PULL, &with);
    assert_eq!((seen.code, seen.title()), (0, "## This change can be merged"), "{}", seen.log);
    forge.merge("good");
    let publish = || act(&forge, &forge.clone("main"), &PUSH, &with);
    let seen = publish();
    assert_eq!((seen.code, &seen.annotations[..]), (0, &[][..]), "{}", seen.log);
    assert!(forge.text("main", "README.md").unwrap().contains("| Other |"));
    let site = crate::folder::files(Path::new(&seen.outputs["site"]));
    assert!(site.contains_key("models/other/index.html"));
    // Once more, nothing changes.
    let tip = forge.tip("main");
    let seen = publish();
    assert_eq!((seen.code, forge.tip("main")), (0, tip), "{}", seen.log);
    assert!(crate::folder::files(Path::new(&seen.outputs["site"])) == site);
}

#[test]
fn action_says_what_a_shallow_checkout_lacks_and_publishes_only_where_it_may() {
    let forge = Forge::elsewhere();
    forge.branch("good", |at| put(at, OTHER, model("Other", "2205.00001")));
    forge.merge("good");
    let before = forge.tip("main");
    let with = [("program", PROGRAM), ("publish", "false")];
    let seen = act(&forge, &forge.clone("main"), &PUSH, &with);
    assert_eq!((seen.code, forge.tip("main")), (0, before), "{}", seen.log);
    let origin = format!("file://{}", forge.origin().display());
    forge.git(&forge.path(""), &["clone", "--quiet", "--depth=1", &origin, "shallow"]);
    let seen = act(&forge, &forge.path("shallow"), &PUSH, &with);
    assert_eq!(seen.code, 1);
    assert!(seen.annotations[0].contains("`fetch-depth: 0`"), "{:?}", seen.annotations);
}

/// The program of a release is taken where its checksum and its attestation hold, and else is not run.
#[test]
fn program_of_a_release_is_verified_before_it_is_run() {
    let forge = Forge::elsewhere();
    let here = forge.clone("main");
    let script = |name: &str, text: &str| {
        put(&forge.path(""), &format!("bin/{name}"), format!("#!/bin/bash\n{text}\n"));
        let mode = fs::Permissions::from_mode(0o755);
        fs::set_permissions(forge.path(&format!("bin/{name}")), mode).unwrap();
    };
    let archives = forge.path("archives");
    script("uname", "echo Linux x86_64");
    script("small", &format!("exec '{PROGRAM}' \"$@\""));
    let small = forge.path("bin/small").display().to_string();
    let pack = [("PROGRAM".to_owned(), small)];
    let scripts = repository(".github/scripts").display().to_string();
    let to = archives.display().to_string();
    let made = forge.shell(
        &repository(""),
        &format!("'{scripts}/package' x86_64-unknown-linux-musl '{to}' && cd '{to}' && sha256sum * >SHA256SUMS"),
        &pack,
    );
    assert_eq!(made.code, 0, "{}", made.log);
    let gh = |attested: bool| {
        let text = format!(
            "echo \"$*\" >>'{calls}'\ncase \"$1 $2\" in\n'release download') while [[ $1 != --dir ]]; do shift; done; cp '{to}'/* \"$2\";;\n\
             'attestation verify') {attested};;\nesac",
            calls = forge.path("calls.txt").display(),
        );
        script("gh", &text);
    };
    let version = format!("v{}", env!("CARGO_PKG_VERSION"));
    let get = || act(&forge, &here, &PULL, &[("version", &version)]);
    gh(true);
    let seen = get();
    assert_eq!(seen.code, 0, "{}", seen.log);
    assert!(seen.outputs["path"].ends_with("-x86_64-unknown-linux-musl/listwright"));
    let calls = fs::read_to_string(forge.path("calls.txt")).unwrap();
    assert!(calls.contains("attestation verify") && calls.contains("--repo somebody/listwright"));
    gh(false);
    assert_eq!(get().code, 1, "it is not attested");
    gh(true);
    let sums = fs::read_to_string(archives.join("SHA256SUMS")).unwrap();
    for wrong in [sums.replace(&sums[..8], "00000000"), String::new()] {
        fs::write(archives.join("SHA256SUMS"), wrong).unwrap();
        let seen = get();
        assert_ne!(seen.code, 0, "{}", seen.log);
        assert!(!seen.outputs.contains_key("path") || seen.outputs["path"].is_empty());
    }
}

#[test]
fn hook_stops_a_broken_entry_before_it_is_committed() {
    let config: Value = serde_yaml::from_str(examples().last().unwrap()).unwrap();
    let wanted = config["repos"][0]["hooks"].as_sequence().unwrap();
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_sequence().unwrap();
    let mut script = "#!/bin/bash\nset -e\n".to_owned();
    for hook in wanted {
        let hook = hooks.iter().find(|known| known["id"] == hook["id"]).unwrap();
        assert_eq!(hook["language"].as_str(), Some("rust"));
        assert_eq!(hook["pass_filenames"].as_bool(), Some(false));
        script += hook["entry"].as_str().unwrap();
        script.push('\n');
    }
    assert_eq!(script.lines().count(), 4);
    let forge = Forge::elsewhere();
    fs::create_dir_all(forge.path("bin")).unwrap();
    std::os::unix::fs::symlink(PROGRAM, forge.path("bin/listwright")).unwrap();
    let here = forge.clone("main");
    put(&here, ".git/hooks/pre-commit", script);
    let mode = fs::Permissions::from_mode(0o755);
    fs::set_permissions(here.join(".git/hooks/pre-commit"), mode).unwrap();
    let commit = |entry: &str| {
        put(&here, OTHER, entry);
        forge.git(&here, &["add", "--all"]);
        forge.try_git(&here, &["commit", "--quiet", "--message", "Add a model"])
    };
    let (done, said) = commit("name: Other\ncategory: lnguage\n");
    assert!(!done && said.contains("error[unknown-word]"), "{said}");
    let (done, said) = commit(&model("Other", "2205.00001"));
    assert!(done, "{said}");
}

#[test]
fn example_for_gitlab_checks_a_request_and_publishes_the_default_branch() {
    let jobs = yaml("docs/gitlab-ci.yml");
    let lines = |job: &str| {
        let lines = jobs[job]["script"].as_sequence().unwrap().iter();
        lines.map(|line| line.as_str().unwrap()).collect::<Vec<_>>().join("\n")
    };
    let forge = Forge::elsewhere();
    fs::create_dir_all(forge.path("bin")).unwrap();
    std::os::unix::fs::symlink(PROGRAM, forge.path("bin/listwright")).unwrap();
    let run = |at: &Path, job: &str| {
        let base = forge.git(at, &["rev-parse", "HEAD^1"]);
        let surroundings = [
            ("CI_MERGE_REQUEST_DIFF_BASE_SHA".to_owned(), base),
            ("CI_PAGES_URL".to_owned(), "https://somebody.example.org/list".to_owned()),
        ];
        forge.shell(at, &lines(job), &surroundings)
    };
    forge.branch("broken", |at| put(at, OTHER, "name: Other\ncategory: lnguage\n"));
    let seen = run(&forge.merged("main", "broken").unwrap(), "check");
    assert_eq!(seen.code, 1);
    assert!(seen.log.contains("error[unknown-word]"), "{}", seen.log);
    forge.branch("deleted", |at| fs::remove_file(at.join("entries/models/rna-fm.yaml")).unwrap());
    assert_eq!(run(&forge.merged("main", "deleted").unwrap(), "check").code, 1);
    forge.branch("good", |at| {
        put(at, OTHER, model("Other", "2205.00001"));
        let built =
            std::process::Command::new(PROGRAM).args(["build", "--quiet"]).current_dir(at).status();
        assert!(built.unwrap().success());
    });
    let here = forge.merged("main", "good").unwrap();
    assert_eq!(run(&here, "check").code, 0);
    let seen = run(&here, "pages");
    assert_eq!(seen.code, 0, "{}", seen.log);
    let page = fs::read_to_string(here.join("public/models/other/index.html")).unwrap();
    assert!(page.contains("https://somebody.example.org/list/models/other/"));
}
