//! `listwright check`: whose findings are shown, where they go, and what the exit code says.

use crate::door::SETTINGS;
use crate::folder::{Folder, MODEL, differing};

/// A list with an error in each of two models and a warning in a third.
fn faulty() -> Folder {
    let list = Folder::list();
    list.write("entries/models/rna-fm.yaml", format!("{MODEL}parameters: 99.52M\n"));
    list.write("entries/models/dated.yaml", "name: Dated\ncategory: language\nreleased: 2022.02\nlinks: {home: https://example.org/dated}\n");
    list.write(
        "entries/papers/keyed.yaml",
        "title: Keyed\ndates: {published: 2020}\nurl: https://example.org/keyed\nnix: 1\n",
    );
    list
}

#[test]
fn every_finding_of_every_file_comes_in_one_run_to_standard_error() {
    let list = faulty();
    let before = list.files();
    let ran = list.run(&["check"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert_eq!(
        ran.findings(),
        [
            "error[bad-date]: `2022.02` is not a date",
            "--> entries/models/dated.yaml:3:11",
            "warning[unsourced-value]: no source names `parameters`",
            "--> entries/models/rna-fm.yaml:5:13",
            "error[unknown-key]: there is no key `nix` here",
            "--> entries/papers/keyed.yaml:4:1",
        ]
    );
    assert!(
        ran.err.ends_with(
            "\n3 entries and 2 files of settings checked: 2 errors and 1 warning in 3 files\n\
             mended by `listwright fix`: 1; by hand: 2\n"
        ),
        "{}",
        ran.err
    );
    assert_eq!(differing(&before, &list.files()), [""; 0]);
}

#[test]
fn what_is_wrong_elsewhere_is_counted_where_paths_leave_it_out() {
    let list = faulty();
    let ran = list.run(&["check", "entries/models/rna-fm.yaml"]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.err.ends_with(
            "\nthe rest of the list checked: 2 errors and 0 warnings in 2 files; `listwright check` without a path \
             shows them\n"
        ),
        "{}",
        ran.err
    );
}

#[test]
fn finding_is_shown_where_a_file_that_is_asked_for_is_its_other_place() {
    let list = Folder::list();
    list.write("entries/models/rna-fm.yaml", MODEL);
    list.write("entries/models/twin.yaml", MODEL);
    for path in ["entries/models/rna-fm.yaml", "entries/models/twin.yaml"] {
        let ran = list.run(&["check", path]);
        assert_eq!(ran.code, 0, "{path}: {}", ran.err);
        assert!(ran.err.contains("warning[duplicate-name]"), "{path}: {}", ran.err);
        // Whichever file is asked about, the finding is at it.
        assert!(ran.err.contains(&format!("--> {path}:1:7\n")), "{path}: {}", ran.err);
    }
}

#[test]
fn paths_limit_what_is_shown_and_what_counts() {
    let list = faulty();
    let places = |args: &[&str]| {
        let ran = list.run(&[&["check"], args].concat());
        let places = ran.findings().into_iter().filter(|line| line.starts_with("--> "));
        (
            ran.code,
            places.map(|place| place.trim_start_matches("--> ").to_owned()).collect::<Vec<_>>(),
        )
    };
    let dated = "entries/models/dated.yaml:3:11".to_owned();
    let sized = "entries/models/rna-fm.yaml:5:13".to_owned();
    let keyed = "entries/papers/keyed.yaml:4:1".to_owned();
    assert_eq!(places(&["entries/models/dated.yaml"]), (1, vec![dated.clone()]));
    assert_eq!(places(&["entries/models/rna-fm.yaml"]), (0, vec![sized.clone()]));
    assert_eq!(
        places(&["--deny-warnings", "entries/models/rna-fm.yaml"]),
        (1, vec![sized.clone()])
    );
    assert_eq!(places(&["entries/models"]), (1, vec![dated.clone(), sized.clone()]));
    assert_eq!(places(&["entries/models/"]), (1, vec![dated.clone(), sized.clone()]));
    let both = ["entries/papers", "entries/models/rna-fm.yaml"];
    assert_eq!(places(&both), (1, vec![sized.clone(), keyed.clone()]));
    assert_eq!(places(&["entries/survey.yaml"]), (0, vec![]));
    assert_eq!(places(&["."]), (1, vec![dated.clone(), sized.clone(), keyed.clone()]));
    let absolute = list.path("entries/papers/keyed.yaml");
    assert_eq!(places(&[absolute.to_str().unwrap()]), (1, vec![keyed]));
}

#[test]
fn path_is_meant_from_where_the_user_stands_or_from_the_root() {
    let list = faulty();
    for path in ["dated.yaml", "./dated.yaml", "../models/dated.yaml", "entries/models/dated.yaml"]
    {
        let mut command = list.command(&["check", path]);
        command.current_dir(list.path("entries/models"));
        let ran = crate::folder::Ran::of(command);
        assert_eq!(ran.first(), (1, "error[bad-date]: `2022.02` is not a date"), "{path}");
    }
}

#[test]
fn path_that_is_not_of_the_list_could_not_run() {
    let list = faulty();
    let outside = Folder::empty();
    outside.write("a.yaml", "");
    let outside = outside.path("a.yaml");
    for path in ["entries/models/nix.yaml", "nix", outside.to_str().unwrap(), ".."] {
        let said = format!("error: {path} is not a file of this list");
        assert_eq!(list.run(&["check", path]).first(), (2, said.as_str()));
    }
}

#[test]
fn warnings_alone_are_fine_unless_they_are_denied() {
    let list = Folder::list();
    list.write("entries/models/rna-fm.yaml", format!("{MODEL}parameters: 99.52M\n"));
    let ran = list.run(&["check"]);
    assert_eq!(ran.first(), (0, "warning[unsourced-value]: no source names `parameters`"));
    assert!(
        ran.err.ends_with(
            "\n1 entry and 2 files of settings checked: 0 errors and 1 warning in 1 file\nmended by hand: 1\n"
        ),
        "{}",
        ran.err
    );
    assert_eq!(list.run(&["check", "--deny-warnings"]).code, 1);
}

#[test]
fn findings_for_machines_are_data() {
    let list = faulty();
    for format in ["json", "github", "sarif"] {
        let ran = list.run(&["check", "--quiet", "--format", format]);
        assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{format}");
        assert!(ran.out.contains("entries/models/dated.yaml"), "{format}: {}", ran.out);
        if format != "github" {
            serde_json::from_str::<serde_json::Value>(&ran.out).unwrap();
        }
        if format == "sarif" {
            assert_eq!(crate::sarif::faults(&ran.out), [""; 0]);
        }
    }
}

#[test]
fn list_without_settings_or_words_is_told_which_file_is_missing() {
    let list = Folder::list();
    std::fs::remove_file(list.path("entries/vocabulary.yaml")).unwrap();
    list.write(
        "entries/models/rna-fm.yaml",
        "name: A\nlinks: {home: https://example.org}\nstatus: candidate\nreason: {note: x}\n",
    );
    let ran = list.run(&["check"]);
    assert_eq!(ran.code, 1);
    let missing = "error[missing-file]: entries/vocabulary.yaml is missing";
    assert!(ran.findings().contains(&missing.to_owned()), "{}", ran.err);
}

/// Three hundred entries without three words are told in three findings, with their places.
#[test]
fn one_missing_word_is_one_finding_with_all_its_places() {
    let list = Folder::list();
    for at in 0..300 {
        let word = ["alpha", "beta", "gamma"][at % 3];
        let text = MODEL.replace("RNA-FM", &format!("Model {at:03}"));
        list.write(&format!("entries/models/m{at:03}.yaml"), format!("{text}objective: {word}\n"));
    }
    let ran = list.run(&["check", "--format", "short"]);
    assert_eq!((ran.code, ran.out.lines().count()), (1, 3), "{}", ran.out);
    let first = ran.out.lines().next().unwrap();
    assert!(
        first.starts_with(
            "entries/models/m000.yaml:5:12: error[unknown-word]: `alpha` is not a word of the vocabulary's `objective`; \
             99 more places: entries/models/m003.yaml:5:12, entries/models/m006.yaml:5:12, entries/models/m009.yaml:5:12 \
             and 96 more; "
        ),
        "{first}"
    );
    assert!(ran.err.contains(" checked: 3 errors and 0 warnings in 300 files\n"), "{}", ran.err);
    assert_eq!(
        list.run(&["check", "--statistics"]).out,
        "     3  error    unknown-word at 300 places\n"
    );
    let json = list.run(&["check", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["errors"], json["findings"].as_array().unwrap().len()), (&3.into(), 3));
    assert_eq!(json["findings"][2]["related"].as_array().unwrap().len(), 99);
    assert_eq!(json["findings"][2]["related"][98]["path"], "entries/models/m299.yaml");
    let json = list.run(&["check", "--format", "json", "--statistics"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        json["statistics"],
        serde_json::json!([{"code": "unknown-word", "severity": "error", "findings": 3, "places": 300, "allowed": 0}])
    );
    let sarif = list.run(&["check", "--format", "sarif"]).out;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!((results.len(), results[0]["relatedLocations"].as_array().unwrap().len()), (3, 99));
    assert_eq!(results[0]["properties"]["applicability"], "to-fill-in");
    let github = list.run(&["check", "--format", "github"]).out;
    assert_eq!(github.lines().count(), 3);
    // What concerns a file is told at its own place.
    let ran = list.run(&["check", "entries/models/m006.yaml", "--format", "short"]);
    assert!(ran.out.starts_with("entries/models/m006.yaml:5:12: "), "{}", ran.out);
}

/// A vocabulary that came from another list has many words that nobody uses.
#[test]
fn words_that_nobody_uses_are_one_warning_for_each_section() {
    let list = Folder::list();
    let words = |section: &str, count: usize| {
        let word = |at| format!("  {section}-{at}: {{en: The {section} {at}}}\n");
        format!("{section}:\n{}", (0..count).map(word).collect::<String>())
    };
    let kept = list.read("entries/vocabulary.yaml");
    let text = format!("{kept}{}{}", words("task", 230), words("unit", 2));
    list.write("entries/vocabulary.yaml", text);
    let ran = list.run(&["check", "--format", "short"]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 2), "{}", ran.out);
    assert!(
        ran.out.contains(
            "warning[unused-word]: no entry uses 230 words of `task`: `task-0`, `task-1`, `task-2`, "
        ) && ran.out.contains("`task-11` and 218 more; 229 more places: "),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("no entry uses 2 words of `unit`: `unit-0`, `unit-1`; 1 more place: ")
    );
}

/// A list with an error and a warning that their entries allow, and a warning that none does.
fn allowing() -> Folder {
    let list = Folder::list();
    let paper = "title: Twin\ndates: {published: 2020}\nurl: https://example.org/twin\n";
    let allow = |code: &str| format!("allow: [{{code: {code}, reason: Known to us.}}]\n");
    list.write("entries/papers/one.yaml", paper);
    list.write("entries/papers/two.yaml", format!("{paper}{}", allow("duplicate-url")));
    let model = |id: &str, more: &str| {
        let text = format!(
            "name: {id}\ncategory: language\nreleased: 2022\nparameters: 1M\nlinks: {{home: https://{id}.example.org}}\n{more}"
        );
        list.write(&format!("entries/models/{id}.yaml"), text);
    };
    model("silent", &allow("unsourced-value"));
    model("loud", "");
    list
}

#[test]
fn what_entries_allow_is_counted_and_shown_when_all_is_asked_for() {
    let list = allowing();
    let ran = list.run(&["check"]);
    assert_eq!((ran.code, ran.findings().len()), (0, 2), "{}", ran.err);
    let closing =
        "5 entries and 2 files of settings checked: 0 errors and 1 warning in 1 file; 2 allowed\n";
    assert!(ran.err.contains(closing), "{}", ran.err);
    let all = list.run(&["check", "--no-allow"]);
    assert_eq!(all.code, 1);
    assert_eq!(
        all.findings(),
        [
            "warning[unsourced-value]: no source names `parameters`",
            "--> entries/models/loud.yaml:4:13",
            "warning[unsourced-value]: no source names `parameters`",
            "--> entries/models/silent.yaml:4:13",
            "error[duplicate-url]: `two` and `one` have one address, `https://example.org/twin`",
            "--> entries/papers/two.yaml:3:6",
        ]
    );
    assert!(all.err.contains("checked: 1 error and 2 warnings in 3 files\n"), "{}", all.err);
}

#[test]
fn what_an_entry_allows_is_no_reason_to_stop() {
    let list = allowing();
    assert_eq!(list.run(&["check", "--deny-warnings"]).code, 1);
    for path in ["entries/models/silent.yaml", "entries/papers", "entries/papers/one.yaml"] {
        let ran = list.run(&["check", "--deny-warnings", path]);
        assert_eq!((ran.code, ran.findings().len()), (0, 0), "{path}: {}", ran.err);
        assert!(
            ran.err.contains("checked: no errors, no warnings; 1 allowed\n"),
            "{path}: {}",
            ran.err
        );
        assert_eq!(list.run(&["check", "--deny-warnings", "--no-allow", path]).code, 1, "{path}");
    }
    let ran = list.build(&[]);
    assert!(
        ran.err
            .contains("\n2 findings allowed by entries; `listwright check --no-allow` shows all\n"),
        "{}",
        ran.err
    );
    let statistics = list.run(&["check", "--statistics"]).out;
    let lines: Vec<&str> = statistics.lines().map(str::trim).collect();
    assert_eq!(
        lines,
        ["1  warning  unsourced-value", "1  allowed  unsourced-value", "1  allowed  duplicate-url"]
    );
}

#[test]
fn build_obeys_what_the_list_sets_as_check_does() {
    let list = allowing();
    let set = |checks: &str| {
        list.write("entries/survey.yaml", format!("{SETTINGS}checks: {{{checks}}}\n"));
    };
    set("unsourced-value: error");
    for command in ["check", "build"] {
        let ran = list.run(&[command]);
        assert_eq!(
            ran.first(),
            (1, "error[unsourced-value]: no source names `parameters`"),
            "{command}"
        );
        assert!(ran.err.contains("; 2 allowed\n"), "{}", ran.err);
    }
    assert!(!list.has("README.md"));
    set("unsourced-value: off");
    for args in [&["check", "--deny-warnings"][..], &["build", "--deny-warnings"]] {
        assert_eq!(list.run(args).code, 0, "{args:?}");
    }
    assert!(list.has("README.md"));
    // Of what is off nothing is said, whoever allows it.
    assert!(list.run(&["check"]).err.contains("no errors, no warnings; 1 allowed\n"));
    set("duplicate-url: warning, unsourced-value: off");
    assert_eq!(list.run(&["check", "--no-allow"]).code, 0);
    assert_eq!(list.run(&["check", "--no-allow", "--deny-warnings"]).code, 1);
}

#[test]
fn explanation_of_a_code_says_what_the_list_has_set() {
    let list = Folder::list();
    let said = |args: &[&str]| {
        let ran = list.run(&[&["explain"], args].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        ran.out.lines().last().unwrap().to_owned()
    };
    let open = "An entry can accept it: `allow: [{code: unsourced-value, reason: …}]`. A list can set it: `checks: \
                {unsourced-value: …}` in survey.yaml, to `error`, `warning` or `off`.";
    assert_eq!(said(&["unsourced-value"]), open);
    list.write("entries/survey.yaml", format!("{SETTINGS}checks: {{unsourced-value: off}}\n"));
    assert_eq!(said(&["unsourced-value"]), "This list sets it to `off`, in entries/survey.yaml.");
    let own = "A list can set it: `checks: {unused-word: …}` in survey.yaml, to `error`, `warning` or `off`.";
    assert_eq!(said(&["unused-word"]), own);
    assert_eq!(
        said(&["bad-id"]),
        "It is always an error: two things would stand at one address, and one of them would be lost."
    );
}
