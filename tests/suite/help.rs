//! What every command says of itself: help, manual pages and completions.

use clap::CommandFactory as _;
use listwright::cli::Cli;

use crate::blessed;
use crate::folder::{Folder, Ran};

fn listwright<const N: usize>(args: [&str; N]) -> Ran {
    Folder::empty().run(&args)
}

/// The help of the program and of each command, by name, at a width that does not hang on the terminal.
fn helps() -> Vec<(String, String)> {
    let mut program = Cli::command().term_width(100);
    program.build();
    let mut helps = vec![("listwright".to_owned(), program.render_long_help().to_string())];
    for command in program.get_subcommands_mut().filter(|command| command.get_name() != "help") {
        helps.push((command.get_name().to_owned(), command.render_long_help().to_string()));
    }
    helps
}

#[test]
fn help_of_every_command_is_as_it_was() {
    for (name, help) in helps() {
        blessed::assert_equals(&format!("tests/golden/help/{name}.txt"), &help);
    }
}

#[test]
fn help_of_every_command_has_examples() {
    for (name, help) in helps() {
        let (_, examples) = help.split_once("\nExamples:\n").unwrap_or_else(|| panic!("{name}"));
        assert!(examples.contains("listwright "), "{name}");
    }
}

#[test]
fn no_line_of_help_is_wider_than_the_page() {
    for (name, help) in helps() {
        for line in help.lines() {
            assert!(line.chars().count() <= 100, "{name}: {line}");
        }
    }
}

#[test]
fn every_command_of_an_example_can_be_read() {
    for (name, help) in helps() {
        let (_, examples) = help.split_once("\nExamples:\n").unwrap();
        let lines = examples.lines().filter_map(|line| line.trim().strip_prefix("listwright "));
        for line in lines {
            // What follows two spaces is said of the command, and what follows `>` or `|` is the shell's.
            let command = line.split("  ").next().unwrap().split(['>', '|']).next().unwrap();
            let arguments = ["listwright"].into_iter().chain(command.split_whitespace());
            let read = Cli::command().try_get_matches_from(arguments);
            assert!(read.is_ok(), "{name}: {command}: {}", read.unwrap_err());
        }
    }
}

#[test]
fn completions_are_made_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = listwright(["completions", shell]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{shell}");
        for word in ["listwright", "explain", "deny-warnings"] {
            assert!(ran.out.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn completions_of_an_unknown_shell_name_those_there_are() {
    let ran = listwright(["completions", "tcsh"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("bash, elvish, fish, powershell, zsh"), "{}", ran.err);
}

#[test]
fn manual_page_has_the_commands_and_the_examples() {
    let ran = listwright(["man"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for line in [".TH listwright 1", ".SH NAME", ".SH SUBCOMMANDS", "Exit codes: 0 fine"] {
        assert!(ran.out.contains(line), "{line}\n{}", ran.out);
    }
}

#[test]
fn manual_page_of_a_command_is_about_that_command() {
    let ran = listwright(["man", "check"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("deny\\-warnings") && !ran.out.contains("file\\-urls"), "{}", ran.out);
}

#[test]
fn manual_page_of_a_command_that_is_none_offers_the_nearest() {
    let ran = listwright(["man", "chek"]);
    let expected = "error: there is no command `chek`: did you mean `check`?\n";
    assert_eq!((ran.code, ran.err.as_str()), (2, expected));
}
