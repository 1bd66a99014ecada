//! survey.yaml: the list's own settings.

mod charts;
mod hosting;
mod readme;

pub use charts::Chart;
pub use hosting::{Host, Hosting, Pattern, Software};
pub use readme::{
    Asked, Block, Column, ColumnName, Group, Readme, ReadmeSection, Sorting, View, Where,
};

use std::collections::BTreeMap;

use crate::diag::{Code, Diag, Mend, Severity, printable};
use crate::kinds::{Declarations, Registry, Unused};
use crate::read::{
    Context, Read, Reader, SchemaVersion, Shape, choices, code_of_key, pairs, record,
};
use crate::source::FileId;
use crate::value::{Author, Date, Day, Doi, Licence, Line, Slug, Text, Url, Version};
use crate::yaml::{Node, Value};

record! {
    /// The settings of a list.
    pub struct Survey {
        /// The version of the schema the file is written for.
        schema: SchemaVersion = always,
        /// The list's title.
        title: Text = always,
        /// What the list is, in one sentence.
        tagline: Option<Text>,
        /// Who a citation of the list names.
        authors: Vec<Author>,
        /// Words by which a register of citations finds the list.
        keywords: Vec<Line>,
        /// The languages; the first is the one of texts that name none.
        languages: Vec<Language> = always,
        /// The address of the repository that holds the list.
        repository: Option<Url>,
        /// What the host of the repository runs, and the addresses of its pages.
        hosting: Option<Hosting>,
        /// The address of the site.
        site: Option<Url>,
        /// The licences of code and entries.
        licence: Option<SurveyLicence>,
        /// What belongs in the list and what does not.
        scope: Option<Scope>,
        /// Kinds that the list does not use, such as `{challenges: false}`.
        kinds: Unused,
        /// The list's own fields, by kind, and built-in ones that it does not use.
        fields: Declarations,
        /// How README.md is made.
        readme: Option<Readme>,
        /// The charts of README.md and of the first page; where nothing is said, the models by date and size.
        charts: Option<Vec<Chart>>,
        /// A notice at the end of README.md and of the site.
        notice: Option<Text>,
        /// The last release of the list, for CITATION.cff and for whoever cites the list.
        release: Option<Release>,
        /// How severe findings are in this list, by their codes.
        checks: Checks,
    }
}

/// The code of a language, such as `en` or `zh`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Language(pub String);

impl Read for Language {
    fn shape() -> Shape {
        Shape::Slug
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "the code of a language, such as `en`")?;
        if Self::fits(text) {
            return Some(Self(text.to_owned()));
        }
        let meant = Self::meant(text);
        let message = format!("`{}` is not the code of a language", printable(text));
        let diag = reader.find_at(Code::BadSetting, node, message);
        diag.instead = meant.clone().map(Mend::suggested);
        if meant.is_none() {
            let help =
                "write its code of two or three letters, such as `en`, `zh`, `fr` or `pt-br`";
            diag.help = Some(help.to_owned());
        }
        meant.map(Self)
    }
}

impl Language {
    /// Whether a text can be a code; the name of a language is none.
    fn fits(text: &str) -> bool {
        Slug::fits(text) && text.len() > 1 && !NAMES.iter().any(|(_, names)| names.contains(&text))
    }

    /// The code that a name or another spelling of a code means.
    fn meant(text: &str) -> Option<String> {
        let folded = text.trim().to_lowercase().replace('_', "-");
        let named = NAMES.iter().find(|(_, names)| names.contains(&folded.as_str()));
        let code = named.map_or(folded.as_str(), |(code, _)| *code);
        (named.is_some() || Self::fits(code)).then(|| code.to_owned())
    }
}

/// Languages that people name instead of giving their code.
const NAMES: [(&str, &[&str]); 13] = [
    ("en", &["english", "eng"]),
    ("zh", &["chinese", "mandarin", "cn", "chn", "中文", "汉语", "简体中文"]),
    ("ja", &["japanese", "jp", "日本語"]),
    ("ko", &["korean", "kr", "한국어"]),
    ("fr", &["french", "français"]),
    ("de", &["german", "deutsch", "ger"]),
    ("es", &["spanish", "español"]),
    ("pt", &["portuguese", "português"]),
    ("it", &["italian", "italiano"]),
    ("ru", &["russian", "русский"]),
    ("nl", &["dutch", "nederlands"]),
    ("ar", &["arabic", "العربية"]),
    ("tr", &["turkish", "türkçe"]),
];

/// How severe findings are in a list, for the codes that it has set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checks(BTreeMap<Code, Level>);

choices! {
    /// What a list makes of a code.
    pub enum Level {
        /// Its findings stop a build.
        Error = "error",
        /// Its findings are shown and stop nothing.
        Warning = "warning",
        /// Nothing is said.
        Off = "off",
    }
}

impl Checks {
    /// What the list has set for a code.
    #[must_use]
    pub fn level(&self, code: Code) -> Option<Level> {
        self.0.get(&code).copied()
    }

    /// The severity of a finding in this list; `None` where nothing is to be said.
    #[must_use]
    pub fn severity(&self, code: Code) -> Option<Severity> {
        match self.level(code) {
            None => Some(code.severity()),
            Some(Level::Error) => Some(Severity::Error),
            Some(Level::Warning) => Some(Severity::Warning),
            Some(Level::Off) => None,
        }
    }
}

impl Read for Checks {
    fn shape() -> Shape {
        Shape::Map(Box::new(Level::shape()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut checks = Self::default();
        for pair in pairs(node, reader, || "unused-word: off".to_owned())? {
            let Some(code) = code_of_key(&pair.key, reader) else { continue };
            let read = |reader: &mut Reader<'_>| Level::read(&pair.value, reader);
            let Some(level) = reader.below(&pair.key.text, read) else { continue };
            match code.protects() {
                Some(why) if level != Level::Error => {
                    let (name, level) = (code.as_str(), level.as_str());
                    let span = reader.span(pair.value.handle());
                    let message = format!("`{name}` is always an error: {why}");
                    reader.find(
                        Diag::new(Code::BadSetting, span, message)
                            .label(format!("cannot be `{level}`"))
                            .help(format!("delete `{name}` here, and mend what it finds")),
                    );
                }
                _ => {
                    checks.0.insert(code, level);
                }
            }
        }
        Some(checks)
    }
}

record! {
    /// A release of a list: a state that stays as it is.
    pub struct Release {
        /// The name of the version, which is that of its tag.
        version: Option<Version> = always,
        /// The day of the release.
        date: Option<Day> = always,
        /// The DOI of the release.
        doi: Option<Doi>,
        /// Where the release is kept, if not as a tag of the repository.
        url: Option<Url>,
    }
}

record! {
    /// The licences of a list.
    pub struct SurveyLicence {
        /// The licence of code and templates.
        code: Option<Licence>,
        /// The licence of the entries.
        entries: Option<Licence>,
    }
}

record! {
    /// What belongs in the list and what does not.
    pub struct Scope {
        /// What belongs in it.
        inside as "in": Vec<Text>,
        /// What does not.
        out: Vec<Text>,
    }
}

impl Release {
    /// Whether a list of this date has nothing in it that came after the release.
    #[must_use]
    pub fn covers(&self, as_of: Option<&Date>) -> bool {
        match (as_of, &self.date) {
            (Some(as_of), Some(day)) => !as_of.certainly_after(&day.date()),
            _ => true,
        }
    }

    /// The address where the release is kept: the given one, or that of its tag where the host's addresses are known.
    #[must_use]
    pub fn snapshot(&self, survey: &Survey) -> Option<String> {
        if let Some(url) = &self.url {
            return Some(url.as_str().to_owned());
        }
        survey.host()?.tag(&self.version.as_ref()?.to_string())
    }
}

impl Survey {
    /// The codes of the languages.
    #[must_use]
    pub fn language_codes(&self) -> Vec<String> {
        self.languages.iter().map(|language| language.0.clone()).collect()
    }
}

/// The fields of a list, read before everything else that has fields; what is wrong with them is said when the
/// settings are read as a whole.
#[must_use]
pub fn registry_of(survey: Option<(FileId, &Node)>, languages: &[String]) -> Registry {
    let Some((file, tree)) = survey else {
        return Registry::default().read_whole(false);
    };
    let context = Context {
        languages,
        vocabulary: None,
        papers: None,
        ids: None,
        registry: Registry::built_in(),
    };
    let mut reader = Reader::new(file, context);
    let unused = tree.get("kinds").and_then(|kinds| Unused::read(kinds, &mut reader));
    let declared = tree.get("fields").and_then(|fields| Declarations::read(fields, &mut reader));
    let registry =
        Registry::new(&unused.unwrap_or_default(), &declared.unwrap_or_default(), languages);
    registry.read_whole(reader.findings.is_empty())
}

/// The languages of a list, read before everything else, as every text is judged by them; empty where none are given.
#[must_use]
pub fn languages_of(tree: Option<&Node>) -> Vec<String> {
    let listed = tree.and_then(|tree| tree.get("languages"));
    let mut languages = Vec::new();
    if let Some(Node { value: Value::List(items), .. }) = listed {
        // What a name means stands in for it, so that one mistake here is no mistake in each text of the list.
        languages.extend(items.iter().filter_map(Node::text).filter_map(|text| {
            if Language::fits(text) { Some(text.to_owned()) } else { Language::meant(text) }
        }));
    }
    languages
}
