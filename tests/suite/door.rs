//! The one door for tests: a list as a value, without disk and without a process.

use std::collections::BTreeMap;

use listwright::diag::{Finding, Style, report, settle};
use listwright::examine::{Examined, examine};
use listwright::kinds::KindId;
use listwright::project::StaticFile;
use listwright::render::repository::{self, Part, There};
use listwright::render::{Material, Options, Site, export, readme};
use listwright::source::{Content, Source, Sources, line_and_column};
use listwright::theme::Theme;
use listwright::views::{Selection, Viewer};

/// What `export` is asked for: the format, the kind, the values of facets, the columns.
pub(crate) type Asked<'a> =
    (export::Format, Option<KindId>, &'a [(&'a str, &'a str)], &'a [&'a str]);

/// A list under test; its files by their path from the root.
#[derive(Debug, Clone)]
pub(crate) struct Survey {
    files: BTreeMap<String, Content>,
    date: Option<String>,
    lacking: Option<String>,
    options: Options,
}

/// The settings of every list under test, unless it brings its own.
pub(crate) const SETTINGS: &str = "\
schema: 1
title: {en: A Survey, zh: 综述}
languages: [en, zh]
fields:
  models:
    rna: {type: word, many: true, label: {en: Molecule, zh: 分子}, after: readme_group, note: true, show: [facet], page: rna}
  datasets:
    organisms: {type: text, label: {en: Organisms, zh: 物种}, after: size}
    molecules: {type: word, many: true, section: rna, label: {en: Molecules, zh: 分子类型}, after: organisms, show: [facet], page: rna}
";

/// The words of every list under test, unless it brings its own.
pub(crate) const WORDS: &str = "\
schema: 1
category:
  language: {en: Language model, zh: 语言模型}
";

impl Default for Survey {
    fn default() -> Self {
        Self::of(BTreeMap::new())
            .file("entries/survey.yaml", SETTINGS)
            .file("entries/vocabulary.yaml", WORDS)
    }
}

impl Survey {
    /// A list without any file.
    pub(crate) fn bare() -> Self {
        Self::of(BTreeMap::new())
    }

    /// The list in a folder of the repository, such as `entries` below `tests/golden/seed`.
    pub(crate) fn folder(path: &str) -> Self {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let project = listwright::project::load(&root).unwrap();
        let files =
            project.sources.iter().map(|(_, source)| (source.path.clone(), source.content.clone()));
        Self::of(files.collect())
    }

    fn of(files: BTreeMap<String, Content>) -> Self {
        Self { files, date: None, lacking: None, options: Options::default() }
    }

    /// Puts a file at a path.
    #[must_use]
    pub(crate) fn file(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let source = Source::from_bytes(path, text.as_ref().to_vec());
        self.files.insert(source.path, source.content);
        self
    }

    /// Puts something that is no text at a path.
    #[must_use]
    pub(crate) fn content(mut self, path: &str, content: Content) -> Self {
        self.files.insert(path.to_owned(), content);
        self
    }

    /// Puts an entry such as `models/rna-fm`.
    #[must_use]
    pub(crate) fn entry(self, entry: &str, yaml: &str) -> Self {
        self.file(&format!("entries/{entry}.yaml"), yaml)
    }

    /// Takes a file away.
    #[must_use]
    pub(crate) fn without(mut self, path: &str) -> Self {
        assert!(self.files.remove(path).is_some(), "{path} is not there");
        self
    }

    /// Replaces a piece of a file, which must be there exactly once.
    #[must_use]
    pub(crate) fn replace(self, path: &str, old: &str, new: &str) -> Self {
        let Some(Content::Text(text)) = self.files.get(path) else { panic!("{path} is not there") };
        assert_eq!(text.matches(old).count(), 1, "`{old}` in {path}");
        let text = text.replace(old, new);
        self.file(path, text)
    }

    /// Sets the date of the list.
    #[must_use]
    pub(crate) fn date(mut self, date: &str) -> Self {
        self.date = Some(date.to_owned());
        self
    }

    /// Leaves the date of the list to its entries.
    #[must_use]
    pub(crate) fn today(mut self) -> Self {
        self.date = None;
        self
    }

    /// Says that the repository has no file at a path; whatever else README.md names is there.
    #[must_use]
    pub(crate) fn lacking(mut self, path: &str) -> Self {
        self.lacking = Some(path.to_owned());
        self
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> &str {
        self.try_text(path).unwrap_or_else(|| panic!("{path} has no text"))
    }

    /// The text of a file, where it is one.
    pub(crate) fn try_text(&self, path: &str) -> Option<&str> {
        match self.files.get(path)? {
            Content::Text(text) | Content::NotUtf8 { lossy: text, .. } => Some(text),
            _ => None,
        }
    }

    /// Makes links that work from a folder.
    #[must_use]
    pub(crate) fn file_urls(mut self) -> Self {
        self.options.file_urls = true;
        self
    }

    /// Sets the address of the site, as `--base-url` does.
    #[must_use]
    pub(crate) fn base_url(mut self, address: &str) -> Self {
        self.options.base_url = Some(address.to_owned());
        self
    }

    /// The files, in the order of their paths.
    pub(crate) fn files(&self) -> Vec<Source> {
        let source =
            |(path, content): (&String, &Content)| Source::new(path.clone(), content.clone());
        self.files.iter().map(source).collect()
    }

    /// The files as the program sees them.
    pub(crate) fn sources(&self) -> Sources {
        Sources::new(self.files())
    }

    /// Reads, resolves and checks.
    pub(crate) fn examined(&self) -> Examined {
        examine(&self.sources(), self.date.as_ref().map(|date| date.parse().unwrap()))
    }

    /// Looks at the list in its first language.
    pub(crate) fn view<T>(&self, look: impl FnOnce(Viewer<'_>) -> T) -> T {
        let examined = self.examined();
        look(Viewer::new(&examined.catalog, &examined.graph))
    }

    /// Every finding as `path:line:column code`.
    pub(crate) fn places(&self) -> Vec<String> {
        let sources = self.sources();
        self.examined().findings.iter().map(|finding| place(finding, &sources)).collect()
    }

    /// The reports of all findings.
    pub(crate) fn diagnostics(&self) -> String {
        let sources = self.sources();
        let reports = self.examined().findings;
        reports
            .iter()
            .map(|finding| report(finding, &sources, Style::Plain))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// README.md and its faults, or the fault of a template, as reports.
    pub(crate) fn readme(&self) -> Result<String, String> {
        self.readme_with(&|finding, sources| report(finding, sources, Style::Plain))
            .map_err(|reports| reports.join("\n"))
    }

    /// The pictures that belong to README.md, by path.
    pub(crate) fn pictures(&self) -> BTreeMap<String, String> {
        let sources = self.sources();
        let readme = self.material(&sources, |material| readme::render(material, &|_| true));
        let readme = readme.unwrap().unwrap();
        let pictures = readme.files().into_iter().filter(|(path, _)| *path != readme::PATH);
        pictures.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
    }

    /// The faults of README.md or of a template as `path:line:column code`.
    pub(crate) fn readme_places(&self) -> Vec<String> {
        self.readme_with(&place).err().unwrap_or_default()
    }

    fn readme_with(
        &self,
        show: &dyn Fn(&Finding, &Sources) -> String,
    ) -> Result<String, Vec<String>> {
        let sources = self.sources();
        let shown = |diags, sources: &Sources| -> Vec<String> {
            settle(diags, sources).iter().map(|finding| show(finding, sources)).collect()
        };
        let has_file = |path: &str| self.lacking.as_deref() != Some(path);
        self.material(&sources, |material| {
            let readme = readme::render(material, &has_file)
                .map_err(|fault| shown(vec![*fault], &sources))?;
            if readme.faults.is_empty() {
                Ok(readme.text)
            } else {
                Err(shown(readme.faults, &readme.source))
            }
        })
        .map_err(|fault| shown(vec![*fault], &sources))?
    }

    /// Every output, README.md among them, from files that are handed over in this order.
    pub(crate) fn outputs_from(
        &self,
        files: Vec<Source>,
        statics: &[StaticFile],
    ) -> Vec<(String, Vec<u8>)> {
        let sources = Sources::new(files);
        let examined = examine(&sources, self.date.as_ref().map(|date| date.parse().unwrap()));
        let theme = Theme::new(&sources).unwrap();
        let material = Material {
            catalog: &examined.catalog,
            graph: &examined.graph,
            sources: &sources,
            theme: &theme,
            options: &self.options,
        };
        let readme = readme::render(material, &|_| true).unwrap();
        let site = Site::new(material);
        let outputs = site.outputs(statics);
        let site = outputs.iter().map(|output| (output.path.clone(), output.bytes().unwrap()));
        std::iter::once((readme::PATH.to_owned(), readme.text.into_bytes())).chain(site).collect()
    }

    /// What belongs to its repository, given what is there.
    pub(crate) fn parts(&self, there: There<'_>) -> Result<Vec<Part>, String> {
        self.material(&self.sources(), |material| repository::parts(material, there)).unwrap()
    }

    /// The bytes of an output of the site.
    pub(crate) fn output(&self, path: &str) -> String {
        let sources = self.sources();
        let bytes = self.material(&sources, |material| {
            let site = Site::new(material);
            let outputs = site.outputs(&[]);
            let found = outputs.iter().find(|output| output.path == path);
            found.unwrap_or_else(|| panic!("no output {path}")).bytes().unwrap()
        });
        String::from_utf8(bytes.unwrap()).unwrap()
    }

    /// Every output of the site with its bytes, in the order of the paths.
    pub(crate) fn outputs(&self) -> Vec<(String, Vec<u8>)> {
        self.outputs_that(|_| true)
    }

    /// The outputs of the site with such paths, with their bytes.
    pub(crate) fn outputs_that(&self, wanted: impl Fn(&str) -> bool) -> Vec<(String, Vec<u8>)> {
        let sources = self.sources();
        self.material(&sources, |material| {
            let site = Site::new(material);
            let plan = site.plan(&[]);
            assert!(plan.clashes.is_empty(), "{:?}", plan.clashes);
            let outputs = plan.outputs.iter().filter(|output| wanted(&output.path));
            outputs.map(|output| (output.path.clone(), output.bytes().unwrap())).collect()
        })
        .unwrap()
    }

    /// What is said where these files of `static/` would stand in the place of something else.
    pub(crate) fn clashes(&self, statics: &[String]) -> Vec<String> {
        let sources = self.sources();
        let own = |path: &String| StaticFile { path: path.clone(), from: path.into() };
        let statics: Vec<StaticFile> = statics.iter().map(own).collect();
        self.material(&sources, |material| {
            let site = Site::new(material);
            let clashes = site.plan(&statics).clashes;
            clashes.into_iter().map(|clash| clash.message).collect()
        })
        .unwrap()
    }

    /// What `export` gives, or the sentence that says why it gives nothing.
    pub(crate) fn export(
        &self,
        format: export::Format,
        kind: Option<KindId>,
        wanted: &[(&str, &str)],
        columns: &[&str],
    ) -> Result<String, String> {
        self.exports(&[(format, kind, wanted, columns)]).remove(0)
    }

    /// The same several times of one list.
    pub(crate) fn exports(&self, asked: &[Asked<'_>]) -> Vec<Result<String, String>> {
        let sources = self.sources();
        let text = |text: &&str| (*text).to_owned();
        let exported = self.material(&sources, |material| {
            let one = |(format, kind, wanted, columns): &Asked<'_>| {
                let wanted: Vec<(String, String)> =
                    wanted.iter().map(|(name, value)| (text(name), text(value))).collect();
                let columns: Vec<String> = columns.iter().map(text).collect();
                let selection = Selection::of(material.viewer(), *kind, &wanted)?;
                match export::export(material, &selection, *format, &columns) {
                    Ok(bytes) => Ok(String::from_utf8(bytes).unwrap()),
                    Err(export::Refused::Because(why)) => Err(why),
                    Err(export::Refused::Finding(fault)) => Err(fault.message),
                }
            };
            asked.iter().map(one).collect()
        });
        exported.unwrap()
    }

    fn material<T>(
        &self,
        sources: &Sources,
        work: impl FnOnce(Material<'_>) -> T,
    ) -> Result<T, Box<listwright::diag::Diag>> {
        let examined = self.examined();
        let theme = Theme::new(sources)?;
        let (catalog, graph) = (&examined.catalog, &examined.graph);
        Ok(work(Material { catalog, graph, sources, theme: &theme, options: &self.options }))
    }
}

/// `path:line:column code` of a finding.
pub(crate) fn place(finding: &Finding, sources: &Sources) -> String {
    let source = sources.file(finding.span.file);
    let (line, column) = line_and_column(source.text(), finding.span.start as usize);
    format!("{}:{line}:{column} {}", source.path, finding.code.as_str())
}
