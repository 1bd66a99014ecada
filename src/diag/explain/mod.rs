//! What every finding means, why it matters, and an example of what is wrong and of what is right.

mod files;
mod identity;
mod meaning;
mod names;
mod own;
mod references;
mod shape;
mod status;
mod values;
mod yaml;

use std::fmt::Write as _;

use super::{Code, printable};

/// A code, explained.
#[derive(Debug, Clone, Copy)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// Why it matters.
    pub why: &'static str,
    /// What brings the finding about; empty where nothing that can be typed does.
    pub bad: &'static [Sample],
    /// The same without the finding.
    pub good: &'static [Sample],
    /// How to mend it.
    pub fix: &'static str,
}

/// A piece of an example.
#[derive(Debug, Clone, Copy)]
pub enum Sample {
    /// A file, by its path from the list's root, and its text.
    File(&'static str, &'static str),
    /// Something at a path that no text can show, in words.
    Thing(&'static str, &'static str),
}

/// Codes that belong together, in the order of [`Code::ALL`].
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// What they are about.
    pub title: &'static str,
    /// The codes, explained.
    pub explanations: &'static [Explanation],
}

/// All codes.
pub const GROUPS: &[Group] = &[
    Group { title: "The tree of files", explanations: files::ALL },
    Group { title: "YAML", explanations: yaml::ALL },
    Group { title: "The shape of an entry", explanations: shape::ALL },
    Group { title: "Dates and numbers", explanations: values::ALL },
    Group { title: "Addresses, identifiers and words", explanations: names::ALL },
    Group { title: "Identity", explanations: identity::ALL },
    Group { title: "References", explanations: references::ALL },
    Group { title: "Status and dates", explanations: status::ALL },
    Group { title: "Meaning", explanations: meaning::ALL },
    Group { title: "The list's own files and README.md", explanations: own::ALL },
];

/// The explanation of a code; a test proves that there is one for each.
#[must_use]
pub fn of(code: Code) -> Option<&'static Explanation> {
    GROUPS.iter().flat_map(|group| group.explanations).find(|about| about.code == code)
}

/// All codes with severity and meaning, one on each line.
#[must_use]
pub fn list() -> String {
    let longest = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or(0);
    let mut out = String::new();
    for group in GROUPS {
        let gap = if out.is_empty() { "" } else { "\n" };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{gap}{}", group.title);
        for Explanation { code, .. } in group.explanations {
            let (name, severity) = (code.as_str(), code.severity().as_str());
            let _ = writeln!(out, "  {name:longest$}  {severity:7}  {}", code.meaning());
        }
    }
    out
}

/// All that is to say about a code, for a terminal.
#[must_use]
pub fn text(code: Code) -> String {
    let mut out = format!("{} ({})\n{}\n", code.as_str(), code.severity().as_str(), code.meaning());
    let Some(about) = of(code) else { return out };
    let _ = write!(out, "\n{}\n", about.why);
    for (word, samples) in [("Wrong", about.bad), ("Right", about.good)] {
        for sample in samples {
            let (path, shown, is_file) = sample.shown();
            let stands =
                if is_file { format!(":\n\n{}", indented(&shown)) } else { format!(": {shown}\n") };
            let _ = write!(out, "\n{word}, {path}{stands}");
        }
    }
    let _ = write!(out, "\nTo mend it: {}\n\n{}\n", about.fix, overruled(code));
    out
}

/// Whether an entry or a list can overrule a code.
fn overruled(code: Code) -> String {
    let name = code.as_str();
    match (code.protects(), code.why_not_allowed()) {
        (None, None) => format!(
            "An entry can accept it: `allow: [{{code: {name}, reason: …}}]`. A list can set it: `checks: {{{name}: …}}` \
             in survey.yaml, to `error`, `warning` or `off`."
        ),
        (None, Some(_)) => format!(
            "A list can set it: `checks: {{{name}: …}}` in survey.yaml, to `error`, `warning` or `off`."
        ),
        (Some(why), _) => format!("It is always an error: {why}."),
    }
}

/// A page about all codes, in Markdown.
#[must_use]
pub fn page() -> String {
    let mut out = HEAD.to_owned();
    for group in GROUPS {
        let codes: Vec<String> = group.explanations.iter().map(|about| link(about.code)).collect();
        let _ = writeln!(out, "- {}: {}", group.title, codes.join(", "));
    }
    for group in GROUPS {
        let _ = write!(out, "\n## {}\n", group.title);
        for about in group.explanations {
            section(about, &mut out);
        }
    }
    out
}

const HEAD: &str = "\
# Findings

Made from the program's own explanations; do not edit. `listwright explain CODE` prints one of them.

An *error* stops a build. A *warning* does not, unless `--deny-warnings` is given. The codes are stable.

Some findings are judgements, and the people of a list have the last word on them. An entry accepts one with a reason:
`allow: [{code: duplicate-url, reason: …}]`. It silences the findings of that code whose place is in this entry; where
two entries are too much alike, it is enough that one of them says so. What is accepted is counted, `check --no-allow`
shows it, and an item that silences nothing is a finding. survey.yaml sets how severe a code is in the whole list:
`checks: {unsourced-value: error, unused-word: off}`. Each code says below what can be done with it.

";

fn link(code: Code) -> String {
    let name = code.as_str();
    format!("[{name}](#{name})")
}

fn section(about: &Explanation, out: &mut String) {
    let code = about.code;
    let _ = write!(
        out,
        "\n### {}\n\n*{}.* {}\n\n{}\n",
        code.as_str(),
        code.severity().as_str(),
        code.meaning(),
        about.why
    );
    for (word, samples) in [("Wrong", about.bad), ("Right", about.good)] {
        for sample in samples {
            let (path, shown, is_file) = sample.shown();
            if is_file {
                let language = path.rsplit('.').next().unwrap_or_default().replace("yml", "yaml");
                let language = if language == "md" { "markdown" } else { &language };
                let _ = write!(out, "\n{word}, `{path}`:\n\n````{language}\n{shown}````\n");
            } else {
                let _ = write!(out, "\n{word}, `{path}`: {shown}\n");
            }
        }
    }
    let _ = write!(out, "\nTo mend it: {}\n\n{}\n", about.fix, overruled(code));
}

impl Sample {
    /// Its path, its text with what is hidden made visible, and whether it is a file.
    fn shown(&self) -> (&'static str, String, bool) {
        match self {
            Self::File(path, "") => (path, "an empty file".to_owned(), false),
            Self::File(path, text) => {
                let lines = text.lines().map(|line| format!("{}\n", printable(line)));
                (path, lines.collect(), true)
            }
            Self::Thing(path, words) => (path, (*words).to_owned(), false),
        }
    }
}

fn indented(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") };
    text.lines().map(line).collect()
}
