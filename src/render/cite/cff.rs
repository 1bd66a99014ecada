//! CITATION.cff: how the list itself is cited, in the Citation File Format that code hosts and archives read.

use indexmap::IndexSet;

use crate::config::{Release, Survey};
use crate::value::{Author, Doi, Licence, Person, Text};
use crate::yaml::quoted;

/// Where it is written.
pub const PATH: &str = "CITATION.cff";

/// By how a file begins that was made.
const MADE: &str = "# Made by `listwright build` from entries/survey.yaml";

const MESSAGE: &str = "If this list helped your work, please cite it, and the papers of the models, datasets and challenges \
                       that you found in it.";

/// The licences that version 1.2.0 of the format knows, of those in use for data, texts and code; SPDX has grown since.
pub const KNOWN: [&str; 45] = [
    "0BSD",
    "AFL-3.0",
    "AGPL-3.0-only",
    "AGPL-3.0-or-later",
    "Apache-2.0",
    "Artistic-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC-BY-2.0",
    "CC-BY-2.5",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "CC-BY-NC-3.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-ND-3.0",
    "CC-BY-NC-ND-4.0",
    "CC-BY-NC-SA-3.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-3.0",
    "CC-BY-ND-4.0",
    "CC-BY-SA-2.0",
    "CC-BY-SA-2.5",
    "CC-BY-SA-3.0",
    "CC-BY-SA-4.0",
    "CC-PDDC",
    "CC0-1.0",
    "CDLA-Permissive-1.0",
    "CDLA-Sharing-1.0",
    "ECL-2.0",
    "EPL-2.0",
    "EUPL-1.2",
    "GFDL-1.3-only",
    "GFDL-1.3-or-later",
    "GPL-2.0-only",
    "GPL-2.0-or-later",
    "GPL-3.0-only",
    "GPL-3.0-or-later",
    "ISC",
    "LGPL-3.0-or-later",
    "MIT",
    "MPL-2.0",
    "ODbL-1.0",
    "ODC-By-1.0",
    "Unlicense",
];

/// Whether a file was made by this program, or says nothing that could be lost.
#[must_use]
pub fn is_made(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim();
    text.is_empty() || text.starts_with(MADE)
}

/// The text of the file; nothing where the list names no authors, whom the format asks for.
#[must_use]
pub fn file(survey: &Survey, languages: &[String]) -> Option<String> {
    if survey.authors.is_empty() {
        return None;
    }
    let first = languages.first().map_or("en", String::as_str);
    let words = |text: &Text| text.in_language(first, languages).map(|text| text.text.to_owned());
    let release = survey.release.as_ref();
    let repository = survey.repository.as_ref();
    let mut file = Keys(format!(
        "{MADE}: edit that. What is typed here is lost.\ncff-version: 1.2.0\nmessage: {MESSAGE}\ntype: dataset\n"
    ));
    file.maybe("title", words(&survey.title));
    file.maybe("abstract", survey.tagline.as_ref().and_then(words));
    file.list("authors", survey.authors.iter().map(author));
    file.maybe("version", release.and_then(|release| release.version.as_ref()));
    file.maybe("date-released", release.and_then(|release| release.date));
    file.maybe("doi", release.and_then(|release| release.doi.as_ref()).map(Doi::as_str));
    file.list("identifiers", release.and_then(|release| kept(release, survey)).into_iter());
    file.maybe("url", survey.site.as_ref());
    file.maybe("repository-code", repository);
    file.licence(survey.licence.as_ref().and_then(|licence| licence.entries.as_ref()));
    file.list("keywords", survey.keywords.iter().map(|word| vec![quoted(&plain(word.as_str()))]));
    Some(file.0)
}

/// Where the files of the release stay.
fn kept(release: &Release, survey: &Survey) -> Option<Vec<String>> {
    let url = release.snapshot(survey)?;
    let version = release.version.as_ref()?;
    let about = quoted(&format!("The files of version {version}"));
    Some(vec![
        "type: url".to_owned(),
        format!("value: {}", quoted(&url)),
        format!("description: {about}"),
    ])
}

fn author(author: &Author) -> Vec<String> {
    let Person { given, particle, family, suffix, also } = match author {
        Author::Group(name) => return vec![format!("name: {}", quoted(&plain(name)))],
        Author::Person(person) => person,
    };
    let parts = [
        ("family-names", family),
        ("given-names", given),
        ("name-particle", particle),
        ("name-suffix", suffix),
        ("alias", also),
    ];
    let parts = parts.into_iter().filter(|(_, part)| !part.is_empty());
    parts.map(|(key, part)| format!("{key}: {}", quoted(&plain(part)))).collect()
}

/// A text on one line.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The keys of the file, as they are written.
struct Keys(String);

impl Keys {
    fn maybe(&mut self, key: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            let value = quoted(&plain(&value.to_string()));
            self.0.extend([key, ": ", &value, "\n"]);
        }
    }

    /// A list, each item of one or several lines; the format takes none twice, be it two people of one name.
    fn list(&mut self, key: &str, items: impl Iterator<Item = Vec<String>>) {
        let items: IndexSet<Vec<String>> = items.collect();
        for (at, item) in items.into_iter().enumerate() {
            if at == 0 {
                self.0.extend([key, ":\n"]);
            }
            self.0.extend(["  - ", &item.join("\n    "), "\n"]);
        }
    }

    /// One licence, or several of which each may be chosen. What the format has no name for is named by its address.
    fn licence(&mut self, licence: Option<&Licence>) {
        let Some(licence) = licence else { return };
        let ids: Vec<&str> = licence.as_str().split(" OR ").collect();
        match ids.as_slice() {
            ids if !ids.iter().all(|id| KNOWN.contains(id)) => {
                self.maybe("license-url", licence.url());
            }
            [id] => self.maybe("license", Some(id)),
            ids => self.list("license", ids.iter().map(|id| vec![quoted(id)])),
        }
    }
}
