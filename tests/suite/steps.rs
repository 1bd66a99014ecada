//! The steps of tests/run: each one is explained, a name that is not there is refused, and no test is left out.

use std::process::Command;

use crate::folder::{Ran, repository};

fn run(arguments: &[&str]) -> Ran {
    let mut command = Command::new("bash");
    command.arg(repository("tests/run")).args(arguments);
    Ran::of(command)
}

/// The lines of the table: name, when, packages, what, command.
pub(crate) fn table() -> Vec<[String; 5]> {
    let script = std::fs::read_to_string(repository("tests/run")).unwrap();
    let (_, table) = script.split_once("\nsteps=(\n").unwrap();
    let (table, _) = table.split_once("\n)\n").unwrap();
    let line = |line: &str| {
        let cells = line.trim().trim_matches('"').split('|').map(|cell| cell.trim().to_owned());
        cells.collect::<Vec<_>>().try_into().unwrap_or_else(|_| panic!("{line}"))
    };
    table.lines().map(line).collect()
}

/// The names of the tests that the suite has, or of those alone that need to be asked for.
fn tests(ignored: bool) -> Vec<String> {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.arg("--list").args(ignored.then_some("--ignored"));
    let listed = Ran::of(command).out;
    listed.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect()
}

#[test]
fn every_step_is_explained_in_one_line() {
    let help = run(&["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    for [name, when, packages, what, _] in table() {
        assert!(["every", "long"].contains(&when.as_str()), "{name}: {when}");
        let line = help.out.lines().find(|line| line.trim_start().starts_with(&format!("{name} ")));
        assert!(line.is_some_and(|line| line.ends_with(&what)), "{name}: {}", help.out);
        assert!(!packages.is_empty(), "{name}: at least build-essential is needed");
    }
}

#[test]
fn step_that_is_not_there_is_refused_with_those_that_are() {
    let refused = run(&["browser", "brwoser"]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    let (first, rest) = refused.err.split_once('\n').unwrap();
    let known: Vec<String> = table().into_iter().map(|[name, ..]| name).collect();
    let known = known.join(" ");
    assert_eq!(first, format!("there is no step `brwoser`; there are: every long {known}"));
    assert_eq!(rest, "what each of them tests: tests/run --help\n");
}

#[test]
fn every_test_that_waits_to_be_asked_for_belongs_to_a_step() {
    let (all, waiting) = (tests(false), tests(true));
    assert!(all.len() > 500 && waiting.len() >= 4, "{} {}", all.len(), waiting.len());
    let filters = |verb: &str| -> Vec<String> {
        let commands = table().into_iter().map(|[.., command]| command);
        let filter = |command: String| {
            let (_, filters) = command.split_once(verb)?;
            Some(filters.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        };
        commands.filter_map(filter).flatten().collect()
    };
    let asked = filters("ignored ");
    for test in &waiting {
        assert!(asked.iter().any(|filter| test.contains(filter)), "no step runs {test}");
    }
    for filter in &asked {
        assert!(waiting.iter().any(|test| test.contains(filter)), "`{filter}` fits no test");
    }
    for filter in filters("only ") {
        assert!(all.iter().any(|test| test.contains(&filter)), "`{filter}` fits no test");
    }
}
