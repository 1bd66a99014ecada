//! What README.md must show, worked out from the catalog alone: neither templates nor views are asked.

use std::cmp::Reverse;

use listwright::catalog::{Catalog, Record};
use listwright::config::{Block, View};
use listwright::examine::Examined;
use listwright::kinds::{
    Challenge, Dataset, Dates, Entry, KindId, Model, ModelLinks, Paper, PaperDates, PaperType,
    Status,
};
use listwright::read::Word;
use listwright::value::{Arxiv, Date, Doi, Line, PaperRef, Quantity, Reported, Text, Url};

use super::document::link;

/// The catalog, asked by the test itself.
#[derive(Clone, Copy)]
pub(crate) struct Expected<'e> {
    pub(crate) examined: &'e Examined,
}

/// What is shown where nothing is recorded.
fn missing(state: &str) -> String {
    format!("⟨emph {state}⟩")
}

fn or_missing(text: Option<String>) -> String {
    text.unwrap_or_else(|| missing("not recorded"))
}

fn reported<T: ToString>(value: Option<&Reported<T>>) -> String {
    match value {
        Some(Reported::Value(value)) => value.to_string(),
        Some(state) => missing(state.state().unwrap()),
        None => missing("not recorded"),
    }
}

/// Links as cells and lines show them: each in brackets.
fn links(links: &[(String, String)]) -> Option<String> {
    let each: Vec<_> = links.iter().map(|(label, url)| format!("[{}]", link(label, url))).collect();
    (!each.is_empty()).then(|| each.join(" "))
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<'e> Expected<'e> {
    fn catalog(self) -> &'e Catalog {
        &self.examined.catalog
    }

    /// A text with its translations behind it in parentheses.
    pub(crate) fn joined(self, text: &Text) -> String {
        let all: Vec<_> =
            self.catalog().languages.iter().filter_map(|language| text.0.get(language)).collect();
        let (first, others) = all.split_first().unwrap();
        others.iter().fold((*first).clone(), |all, other| format!("{all} ({other})"))
    }

    fn first_language(self, text: &Text) -> String {
        let mut languages = self.catalog().languages.iter();
        folded(languages.find_map(|language| text.0.get(language)).unwrap())
    }

    fn word(self, section: &str, word: &str) -> String {
        let catalog = self.catalog();
        let label =
            catalog.vocabulary.label(section, word, &catalog.languages[0], &catalog.languages);
        label.text.to_owned()
    }

    fn words<'w, S: 'w>(
        self,
        section: &str,
        words: impl IntoIterator<Item = &'w Word<S>>,
    ) -> String {
        let words: Vec<_> =
            words.into_iter().map(|word| self.word(section, word.as_str())).collect();
        or_missing((!words.is_empty()).then(|| words.join(", ")))
    }

    /// Listed entries, newest first, then by name.
    fn newest_first(self, kind: KindId) -> Vec<&'e Record> {
        let listed =
            |record: &&Record| record.kind == kind && record.common.status() == Status::Listed;
        let mut records: Vec<_> = self.catalog().records.iter().filter(listed).collect();
        records.sort_by_key(|record| {
            // As texts, `2024` comes before `2024-02`, and a year without a month before the year's months.
            let date = record.entry.shown_date().map(ToString::to_string).unwrap_or_default();
            (Reverse(date), record.name().to_lowercase(), record.id.to_string())
        });
        records
    }

    /// The entries that a table shows if it is not cut.
    pub(crate) fn entries(self, view: View) -> Vec<&'e Record> {
        let kind = match view {
            View::Models => KindId::Model,
            View::LatestPapers | View::Papers | View::Surveys => KindId::Paper,
            View::Datasets => KindId::Dataset,
            View::Challenges => KindId::Challenge,
        };
        let mut records = self.newest_first(kind);
        records.retain(|record| match &record.entry {
            Entry::Paper(paper) => match view {
                View::Surveys => paper.paper_type() == PaperType::Survey,
                View::LatestPapers => paper.paper_type() != PaperType::Survey,
                _ => true,
            },
            _ => true,
        });
        records
    }

    /// The entries of a table that asks for a year and is sorted by title, as one of the golden list is.
    pub(crate) fn asked(self, block: &Block) -> Vec<&'e Record> {
        let mut records = self.entries(block.view.unwrap());
        for (name, asked) in &block.chosen.0 {
            assert_eq!(name, "year", "another facet is all that this does not know");
            records.retain(|record| {
                let year = record.entry.shown_date().map(|date| date.year().to_string());
                year.is_some_and(|year| asked.words().contains(&year))
            });
        }
        if let Some(sorting) = &block.sort {
            assert_eq!((sorting.column.as_str(), sorting.last_first), ("title", false));
            records.sort_by_key(|record| record.name().to_lowercase());
        }
        records
    }

    /// What a reader sees in a cell.
    pub(crate) fn cell(self, record: &Record, column: &str) -> String {
        let seen = match &record.entry {
            _ if matches!(column, "name" | "title") => record.name().to_owned(),
            // The one column of words that the golden lists have of their own.
            _ if column == "rna" => {
                let words = record.own.words().filter(|(section, _)| *section == column);
                let words: Vec<_> = words.map(|(section, word)| self.word(section, word)).collect();
                or_missing((!words.is_empty()).then(|| words.join(", ")))
            }
            Entry::Model(model) => self.of_model(model, column),
            Entry::Paper(paper) => self.of_paper(paper, column),
            Entry::Dataset(dataset) => self.of_dataset(dataset, column),
            Entry::Challenge(challenge) => self.of_challenge(challenge, column),
        };
        folded(&seen)
    }

    fn of_model(self, model: &Model, column: &str) -> String {
        match column {
            "released" => or_missing(model.released.as_ref().map(ToString::to_string)),
            "parameters" => reported(model.parameters.as_ref()),
            "context" => reported(model.context.as_ref()),
            "architecture" => self.words(column, &model.architecture),
            "category" => self.words(column, &model.category),
            "summary" => {
                or_missing(model.summary.as_ref().map(|text| self.first_language(&text.0)))
            }
            "training" => {
                let size = model.training.as_ref().map_or(&[][..], |training| &training.size);
                self.quantities(size)
            }
            "licence" => {
                let licence = model.licence.as_ref();
                let say = |value: Option<&Reported<_>>| {
                    value.map_or("not recorded".to_owned(), ToString::to_string)
                };
                let code = say(licence.and_then(|licence| licence.code.as_ref()));
                let weights = say(licence.and_then(|licence| licence.weights.as_ref()));
                format!("code: {code}; weights: {weights}")
            }
            "papers" => self.papers(&model.papers),
            "links" => or_missing(model.links.as_ref().and_then(model_links)),
            other => panic!("the test does not know the column {other} of models"),
        }
    }

    fn of_paper(self, paper: &Paper, column: &str) -> String {
        let venue = || paper.venue_short.as_ref().or(paper.venue.as_ref()).map(ToString::to_string);
        match column {
            "authors" => {
                let mut names: Vec<_> = paper.authors.iter().map(ToString::to_string).collect();
                if paper.authors_complete == Some(false)
                    && let Some(last) = names.last_mut()
                {
                    last.push_str(" et al.");
                }
                or_missing((!names.is_empty()).then(|| names.join(", ")))
            }
            "venue" => or_missing(venue()),
            "date" => {
                or_missing(paper.dates.as_ref().and_then(PaperDates::first).map(Date::to_string))
            }
            "links" => or_missing(links(&[paper_link(paper)])),
            "summary" => {
                or_missing(paper.summary.as_ref().map(|text| self.first_language(&text.0)))
            }
            other => panic!("the test does not know the column {other} of papers"),
        }
    }

    fn of_dataset(self, dataset: &Dataset, column: &str) -> String {
        match column {
            "type" => or_missing(dataset.r#type.map(|kind| kind.as_str().to_owned())),
            "released" => or_missing(dataset.released.as_ref().map(ToString::to_string)),
            "size" => self.quantities(&dataset.size),
            "tasks" => self.words("task", &dataset.tasks),
            "summary" => {
                or_missing(dataset.summary.as_ref().map(|text| self.first_language(&text.0)))
            }
            "licence" => reported(dataset.licence.as_ref().and_then(|l| l.data.as_ref())),
            "papers" => self.papers(&dataset.papers),
            "links" => {
                let given = dataset.links.clone().unwrap_or_default();
                let named =
                    [("Home", given.home), ("Download", given.download), ("Code", given.code)];
                let given = named.into_iter().filter_map(|(label, url)| Some((label, url?)));
                let given: Vec<_> =
                    given.map(|(label, url)| (label.to_owned(), url.to_string())).collect();
                or_missing(links(&given))
            }
            other => panic!("the test does not know the column {other} of datasets"),
        }
    }

    fn of_challenge(self, challenge: &Challenge, column: &str) -> String {
        let line = |line: &Option<Line>| or_missing(line.as_ref().map(ToString::to_string));
        match column {
            "dates" => match challenge.dates.as_ref().map(Dates::ends) {
                Some((Some(start), Some(end))) if start == end => start.to_string(),
                Some((Some(start), Some(end))) => format!("{start} – {end}"),
                Some((Some(start), None)) => format!("{start} – …"),
                Some((None, Some(end))) => format!("… – {end}"),
                Some((None, None)) | None => missing("not recorded"),
            },
            "organizer" => line(&challenge.organizer),
            "task" => self.words("task", &challenge.task),
            "metric" => line(&challenge.metric),
            "prize" => line(&challenge.prize),
            "teams" => or_missing(challenge.teams.as_ref().map(ToString::to_string)),
            "summary" => {
                or_missing(challenge.summary.as_ref().map(|text| self.first_language(&text.0)))
            }
            "links" => {
                let home = challenge.url.iter().map(|url| ("Home".to_owned(), url.to_string()));
                or_missing(links(&home.collect::<Vec<_>>()))
            }
            other => panic!("the test does not know the column {other} of challenges"),
        }
    }

    fn quantities(self, sizes: &[Quantity]) -> String {
        let say = |size: &Quantity| format!("{} {}", size.count(), self.word("unit", size.unit()));
        let all: Vec<_> = sizes.iter().map(say).collect();
        or_missing((!all.is_empty()).then(|| all.join(", ")))
    }

    fn papers(self, references: &[PaperRef]) -> String {
        let address = |reference: &PaperRef| match self.entry(reference) {
            Some(paper) => paper_link(paper),
            None => match reference {
                PaperRef::Entry(id) => panic!("there is no paper {id}"),
                PaperRef::Doi(doi) => ("DOI".to_owned(), format!("https://doi.org/{doi}")),
                PaperRef::Arxiv(id) => ("arXiv".to_owned(), id.url()),
                PaperRef::Url(url) => (host(url.host()), url.to_string()),
            },
        };
        or_missing(links(&references.iter().map(address).collect::<Vec<_>>()))
    }

    fn entry(self, reference: &PaperRef) -> Option<&'e Paper> {
        let at = self.examined.graph.paper(self.catalog(), reference)?;
        match &self.catalog().records[at].entry {
            Entry::Paper(paper) => Some(paper),
            _ => None,
        }
    }

    /// The latest papers as groups of lines, at most so many lines.
    pub(crate) fn latest(self, block: &Block, most: usize) -> Vec<(String, Vec<String>)> {
        let own = block.groups.iter().filter_map(|group| {
            Some((group.category.as_ref()?.as_str(), self.joined(&group.heading)))
        });
        let mut groups: Vec<(&str, String, Vec<String>)> =
            own.map(|(category, heading)| (category, heading, Vec::new())).collect();
        for record in self.entries(View::LatestPapers).into_iter().take(most) {
            let Entry::Paper(paper) = &record.entry else { unreachable!() };
            let models = self.introduced_by(paper);
            let shown =
                models.first().and_then(|m| m.readme_group.as_ref().or(m.category.as_ref()));
            let category = shown.or(paper.category.as_ref()).map_or("", |word| word.as_str());
            let line = line(paper, &models);
            match groups.iter_mut().find(|(known, ..)| *known == category) {
                Some((.., lines)) => lines.push(line),
                None if category.is_empty() => groups.push(("", "Other".to_owned(), vec![line])),
                None => groups.push((category, self.word("category", category), vec![line])),
            }
        }
        groups.retain(|(.., lines)| !lines.is_empty());
        groups.into_iter().map(|(_, heading, lines)| (heading, lines)).collect()
    }

    /// The listed models whose first paper it is.
    fn introduced_by(self, paper: &Paper) -> Vec<&'e Model> {
        let records = self.catalog().records.iter().filter(|record| record.is_listed());
        let models = records.filter_map(|record| match &record.entry {
            Entry::Model(model) => Some(model.as_ref()),
            _ => None,
        });
        let first = |model: &&Model| {
            let first = model.papers.first().and_then(|reference| self.entry(reference));
            first.is_some_and(|first| std::ptr::eq(first, paper))
        };
        models.filter(first).collect()
    }
}

fn line(paper: &Paper, models: &[&Model]) -> String {
    let title = paper.title.as_str();
    let begins = |name: &str| {
        let rest = title.to_lowercase();
        let rest = rest.strip_prefix(&name.to_lowercase());
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let names: Vec<_> =
        models.iter().map(|model| model.name.as_str()).filter(|name| !begins(name)).collect();
    let names = if names.is_empty() { String::new() } else { format!("{}: ", names.join(", ")) };
    folded(&format!("{names}{title} {}", links(&[paper_link(paper)]).unwrap()))
}

/// Where to read a paper: its page, or else its DOI, its arXiv id, the DOI of its preprint.
fn paper_link(paper: &Paper) -> (String, String) {
    let venue = paper.venue_short.as_ref().or(paper.venue.as_ref()).map(ToString::to_string);
    let usual = if paper.doi.is_none() && paper.arxiv.is_some() { "arXiv" } else { "paper" };
    let of_doi = |doi: &Doi| format!("https://doi.org/{doi}");
    let address = None
        .or(paper.url.as_ref().map(Url::to_string))
        .or(paper.doi.as_ref().map(of_doi))
        .or(paper.arxiv.as_ref().map(Arxiv::url))
        .or(paper.preprint_doi.as_ref().map(of_doi));
    (venue.unwrap_or_else(|| usual.to_owned()), address.unwrap())
}

fn model_links(given: &ModelLinks) -> Option<String> {
    let mut all = Vec::new();
    let mut states = Vec::new();
    for (label, value) in [("Code", &given.code), ("Weights", &given.weights)] {
        match value {
            Some(Reported::Value(url)) => all.push((label.to_owned(), url.to_string())),
            Some(state) => {
                states.push(format!("{} {}", label.to_lowercase(), state.state().unwrap()));
            }
            None => {}
        }
    }
    let others = [("Home", &given.home), ("Demo", &given.demo), ("Docs", &given.docs)];
    let others = others.into_iter().filter_map(|(label, url)| Some((label, url.as_ref()?)));
    let conversions = given.conversions.iter().map(|url| ("Conversion", url));
    let more = others.chain(conversions);
    all.extend(more.map(|(label, url)| (label.to_owned(), url.to_string())));
    let states = (!states.is_empty()).then(|| states.join(", "));
    let parts: Vec<_> = [states, links(&all)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// What readers call the host of a paper.
fn host(name: &str) -> String {
    let known = match name {
        "openreview.net" => "OpenReview",
        "pmc.ncbi.nlm.nih.gov" => "PMC",
        "pubmed.ncbi.nlm.nih.gov" => "PubMed",
        _ => name.trim_start_matches("www."),
    };
    known.to_owned()
}
