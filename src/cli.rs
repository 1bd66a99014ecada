//! The command line: what can be typed. What it means stands in `commands`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::kinds::KindId;
use crate::value::nearest;

/// Turns a folder of YAML entry files into a verified README, a site and citable data.
#[derive(Debug, Parser)]
#[command(
    name = "listwright",
    version,
    about,
    arg_required_else_help = true,
    after_help = "\
Exit codes: 0 fine; 1 findings, or README.md out of date; 2 could not run.

Examples:
  listwright check                        every finding of every entry
  listwright fix                          type what the findings are sure of
  listwright build                        check, then write README.md, its pictures and public/
  listwright build --check                are README.md and its pictures up to date? (for CI)
  listwright new model Oak-FM             a file to fill in
  listwright export --format bibtex       the references of all listed entries
  listwright explain unknown-key          what a finding means and how to mend it"
)]
pub struct Cli {
    /// The folder that holds `entries/`; else the nearest one upward.
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,

    /// Print findings and errors only.
    #[arg(long, short, global = true)]
    pub quiet: bool,

    /// When to use colours.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: When,

    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal; `NO_COLOR` and `CLICOLOR_FORCE` are respected.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// A subcommand.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check the entries, then write README.md and the site.
    Build(Build),
    /// Report every finding of every entry in one run.
    Check(Check),
    /// Give the files their canonical layout; comments are kept.
    Fmt(Fmt),
    /// Type what the findings are sure of, and with --suggested what they suggest.
    Fix(Fix),
    /// Give an entry another id, in its file's name and wherever it is named.
    Rename(Rename),
    /// Write the file of a new entry, to be filled in.
    New(New),
    /// Say what changed between two revisions, in the list's words.
    Diff(Diff),
    /// Say what a finding means, with an example of what is wrong and what is right.
    Explain(Explain),
    /// Print the list or a part of it: data, references, a table for a text, or every address.
    Export(Export),
    /// Print the JSON Schema of a kind of entry, for editors.
    Schema(Schema),
    /// Print the completions of a shell.
    Completions(Completions),
    /// Print the manual page.
    Man(Man),
}

/// The arguments of `build`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(after_help = "\
Any error stops the build, and nothing is written. What is written: README.md with its pictures in static/readme/, and \
the site. The date of the list is --date, or SOURCE_DATE_EPOCH, or the newest day \
on which an entry was added or a source checked.

Examples:
  listwright build
  listwright build --check                prints a diff and exits 1 where README.md or a picture of it is out of date
  listwright build --out /tmp/site --file-urls
                                          a site that can be opened from a folder")]
pub struct Build {
    /// The folder of the site, relative to the root of the list.
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub out: PathBuf,

    /// Write nothing; compare README.md, its pictures and what else belongs to the repository with what would be written, and exit 1 with a diff where they differ.
    #[arg(long)]
    pub check: bool,

    /// The address of the site, in place of that of survey.yaml.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,

    /// The date of the list: what lies after it is in the future.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,

    /// Write links that work from a folder, such as `models/index.html`.
    #[arg(long)]
    pub file_urls: bool,

    /// Exit 1 on warnings too.
    #[arg(long)]
    pub deny_warnings: bool,

    /// Overwrite a README.md that was not made by listwright.
    #[arg(long)]
    pub replace_readme: bool,

    /// Print how long each step took.
    #[arg(long)]
    pub timings: bool,
}

/// The arguments of `check`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  listwright check
  listwright check entries/models/oak-fm.yaml
                                          everything is checked, and what concerns this file is shown
  listwright check --format github        annotations at the lines of a pull request
  listwright check --format short         one line for each finding
  listwright check --since main           only what your change brings
  listwright check --statistics           how many findings there are of each code
  listwright check --no-allow             with the findings that entries allow
  listwright check --deny-warnings        exit 1 on warnings too (for CI)

What an entry accepts stands in it as `allow: [{code: duplicate-url, reason: …}]`: it is counted, and neither shown nor \
a reason to stop. survey.yaml sets the severity of codes, as `checks: {unsourced-value: error, unused-word: off}`.")]
pub struct Check {
    /// Show only the findings of these files and folders.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// How findings are printed: for people to standard error, the others to standard output.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,

    /// Show only the findings that came since a commit; older ones are counted, and stop nothing.
    #[arg(long, value_name = "REV")]
    pub since: Option<String>,

    /// Print how many findings there are of each code, in place of the findings.
    #[arg(long)]
    pub statistics: bool,

    /// Show the findings that entries allow, too; they count as the others do.
    #[arg(long)]
    pub no_allow: bool,

    /// Exit 1 on warnings too.
    #[arg(long)]
    pub deny_warnings: bool,

    /// The date of the list: what lies after it is in the future.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
}

/// The arguments of `fmt`.
#[derive(Debug, Args)]
#[command(after_help = "\
Keys come in the order of `listwright schema`, each with its comments; each
level is indented by two spaces; quotes, brackets and the order of lists are the
author's. What a file says never changes. A file that is not YAML is reported
and left alone. Exit code 1: where a file was left alone, and with --check also
where one would change.

Examples:
  listwright fmt
  listwright fmt entries/models/oak-fm.yaml
  listwright fmt --check                  prints a diff and writes nothing (for CI)")]
pub struct Fmt {
    /// Only these files and folders.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Write nothing; exit 1 with a diff where a file would change.
    #[arg(long)]
    pub check: bool,
}

/// The arguments of `fix`.
#[derive(Debug, Args)]
#[command(after_help = "\
Prints what it changes as a diff. What changes nothing in what a file means is
typed; what is only likely meant is typed with --suggested, and wants a look at
the diff. A suggestion that would cause other findings is not applied. Exit code 1:
where errors are left, and with --check also where something would change.

Examples:
  listwright fix --check                  what would change? nothing is written
  listwright fix
  listwright fix --suggested              type what is likely meant, too")]
pub struct Fix {
    /// Type what is likely meant, too; look at each change.
    #[arg(long)]
    pub suggested: bool,

    /// Write nothing; exit 1 with a diff where something would change.
    #[arg(long)]
    pub check: bool,
}

/// The arguments of `rename`.
#[derive(Debug, Args)]
#[command(after_help = "\
The file is moved, every reference to it is rewritten, and the old id is noted
in `former_ids`, so that old addresses lead to the new one. The log of changes
is history and stays. Nothing is written unless all of it can be.

Examples:
  listwright rename model oakfm oak-fm
  listwright rename papers chen-2022 chen-2022-oak-fm")]
pub struct Rename {
    /// The kind of the entry, such as `model` or `models`.
    #[arg(value_name = "KIND", value_parser = kind)]
    pub kind: KindId,

    /// The id that it has.
    #[arg(value_name = "OLD")]
    pub old: String,

    /// The id that it is to have.
    #[arg(value_name = "NEW")]
    pub new: String,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// An excerpt, a caret and what to type.
    Human,
    /// One line for each finding: `path:line:col: severity[code]: message; help`.
    Short,
    /// One JSON document, version 1.
    Json,
    /// Workflow commands that become annotations of a pull request.
    Github,
    /// SARIF 2.1.0, for code scanning services.
    Sarif,
}

/// The arguments of `new`.
#[derive(Debug, Args)]
#[command(after_help = "\
The file holds what is known, marks what must be filled in, and offers the rest as comments. Its path is printed to \
standard output. Nothing is overwritten, and what the list has already is not written again (exit code 2).

Examples:
  listwright new model Oak-FM
  listwright new model arXiv:2204.00300   a model, with the paper that introduces it
  listwright new paper 10.1093/nar/gkad1031
  listwright new dataset https://zenodo.org/records/15043668
  $EDITOR $(listwright new challenge \"Tree Challenge\")")]
pub struct New {
    /// The kind of entry: model, paper, dataset or challenge, or the name of its folder, such as models.
    #[arg(value_name = "KIND", value_parser = kind)]
    pub kind: KindId,

    /// The name or title, or a DOI, an arXiv id or an address.
    #[arg(value_name = "NAME or DOI or arXiv id or URL", num_args = 0..)]
    pub about: Vec<String>,
}

/// `--root` of a command that reads no list: taken without a word, as it does no harm, and named in no help.
#[derive(Debug, Args)]
pub struct NoList {
    /// No folder is looked at.
    #[arg(long, hide = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
}

/// The arguments of `diff`.
#[derive(Debug, Args)]
#[command(after_help = "\
A REV is a branch, a tag or a commit of git; nothing is checked out. The second one may be left out: it is the files on \
disk. Where both are left out, the first one is

  on a branch            the commit at which it left the default branch;
  on the default branch  the commit up to which the log is written, `through` of entries/changes.yaml,
  and with --record      or the last commit where the log does not say.

--record adds what readers of the list want to know to entries/changes.yaml: entries without `added`, values and \
statuses that changed. The day is today's, or that of SOURCE_DATE_EPOCH. What stands there already is not written twice.

--check exits 1 where an entry was deleted in place of getting another `status`, where an id changed without \
`former_ids`, where another address of an entry or of a word would lead nowhere, where the first id of an entry, by which \
feeds and citations know it, would be another one, and where a file cannot be read.

Examples:
  listwright diff                         what does my branch change in the list?
  listwright diff v1.0 v1.1
  listwright diff HEAD~3 --format markdown
                                          for a comment or a job summary
  listwright diff main --check            does anything break that readers keep? (for CI)
  listwright diff --record                write the log, before a change is published")]
pub struct Diff {
    /// What to compare, and with what: branches, tags or commits.
    #[arg(value_name = "REV", num_args = 0..=2)]
    pub revisions: Vec<String>,

    /// How what changed is printed.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: DiffFormat,

    /// Write what readers want to know into entries/changes.yaml.
    #[arg(long)]
    pub record: bool,

    /// Exit 1 where an entry or an address that readers may keep would be lost.
    #[arg(long)]
    pub check: bool,
}

/// How what changed is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// Sentences for a terminal.
    Text,
    /// Sentences for a comment or a job summary; nothing that an entry says is markup there.
    Markdown,
    /// One JSON document, version 1.
    Json,
}

/// The arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "\
Without CODE, all codes are listed with their meanings. It needs no list; in one, it says what the list has set for the
code under `checks`.

Examples:
  listwright explain
  listwright explain unknown-key")]
pub struct Explain {
    /// It needs no list.
    #[command(flatten)]
    pub no_list: NoList,

    /// The code of a finding, as it stands in brackets after `error` or `warning`.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// The arguments of `export`.
#[derive(Debug, Args)]
#[command(after_help = "\
For the whole list, for a kind, and for one value of a facet, `json`, `csv`, `bibtex`, `ris` and `csl` are byte for byte \
the files that the site has below data/v1/, where it has one. What can stand behind --where are the facets and values of \
the site's pages: `category=language` is models/category/language/. With several facets, entries have all of them; with one facet twice, \
either value will do.

A table of `latex`, `markdown` or `csv` holds entries of one kind. In `latex`, \\cite stands behind the name, or in a \
column `cite` of its own; its keys are those of `--format bibtex`. A wrong name in --columns is answered with those that \
there are.

`urls` prints a line for each time an address is named: the address, the file and the field, with tabs between them.

Examples:
  listwright export --format json         the whole list, as data/v1/catalog.json
  listwright export --format csv --kind model --out models.csv
  listwright export --format bibtex --kind model --where category=language --where weights=yes
                                          what to cite of language models whose weights are released
  listwright export --format latex --kind model --columns name,released,parameters
                                          a longtable for a paper
  listwright export --format markdown --kind dataset --where type=benchmark
  listwright export --format urls | cut -f 1 | sort -u
                                          every address once, for a link checker")]
pub struct Export {
    /// What to print.
    #[arg(long, value_name = "FORMAT")]
    pub format: ExportFormat,

    /// Only entries of this kind: model, paper, dataset or challenge, or the name of its folder, such as models.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub kind: Option<KindId>,

    /// Only listed entries that have this value of a facet; can be given several times.
    #[arg(long = "where", value_name = "FACET=VALUE", value_parser = wanted)]
    pub wanted: Vec<(String, String)>,

    /// The columns of a table, in this order.
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    pub columns: Vec<String>,

    /// Write to this file, relative to the root of the list; `-` is standard output, as without it.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,

    /// The address of the site, in place of that of survey.yaml.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,

    /// The date of the list: what lies after it is in the future.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
}

/// What `export` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Every entry with its sources and its status.
    Json,
    /// The listed entries of a kind as a table for spreadsheets.
    Csv,
    /// References for LaTeX.
    Bibtex,
    /// References for reference managers.
    Ris,
    /// References as CSL-JSON.
    Csl,
    /// A longtable in the way of booktabs.
    Latex,
    /// A table for GitHub.
    Markdown,
    /// Every address, with the file and the field that name it.
    Urls,
}

/// The arguments of `schema`.
#[derive(Debug, Args)]
#[command(after_help = "\
The schema knows the words of entries/vocabulary.yaml and the languages of entries/survey.yaml: print it anew when \
they change. An editor finds it by the first line of an entry:

  # yaml-language-server: $schema=../../schema/model.schema.json

Examples:
  listwright schema model > schema/model.schema.json
  listwright schema paper > schema/paper.schema.json")]
pub struct Schema {
    /// The kind of entry: model, paper, dataset or challenge, or the name of its folder, such as models.
    #[arg(value_name = "KIND", value_parser = kind)]
    pub kind: KindId,
}

/// The arguments of `completions`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  listwright completions bash > ~/.local/share/bash-completion/completions/listwright
  listwright completions zsh > ~/.zfunc/_listwright
  listwright completions fish > ~/.config/fish/completions/listwright.fish")]
pub struct Completions {
    /// It needs no list.
    #[command(flatten)]
    pub no_list: NoList,

    /// The shell.
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// The arguments of `man`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  listwright man | man -l -
  listwright man check > listwright-check.1")]
pub struct Man {
    /// It needs no list.
    #[command(flatten)]
    pub no_list: NoList,

    /// The command that the page is about; without it, the page is about listwright.
    #[arg(value_name = "COMMAND")]
    pub about: Option<String>,
}

/// A facet and its value, as `category=language`.
fn wanted(text: &str) -> Result<(String, String), String> {
    let parts = text.split_once('=').map(|(name, value)| (name.trim(), value.trim()));
    let parts = parts.filter(|(name, value)| !name.is_empty() && !value.is_empty());
    let parts = parts.map(|(name, value)| (name.to_owned(), value.to_owned()));
    parts.ok_or_else(|| "write a facet and a value, such as `category=language`".to_owned())
}

/// A kind by its noun or by its folder.
fn kind(text: &str) -> Result<KindId, String> {
    let found = KindId::ALL.iter().find(|kind| text == kind.noun() || text == kind.folder());
    let nouns: Vec<&str> = KindId::ALL.iter().map(|kind| kind.noun()).collect();
    found.copied().ok_or_else(|| match nearest(text, nouns.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the kinds are {}", nouns.join(", ")),
    })
}
