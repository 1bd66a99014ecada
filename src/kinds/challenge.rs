//! Challenges: competitions with dates, a task and winners.

mod show;

pub(super) use show::SHOWN;

use super::facet::{Facet, TAG, YEAR};
use super::{Dataset, Item, Kind, KindId};
use crate::read::{Either, Ref, Word, record};
use crate::value::{Count, Date, Line, PaperRef, Summary, Text, Url, facet};
use crate::vocabulary::Task;

record! {
    /// A competition.
    pub struct Challenge {
        /// The name as its organisers print it.
        name: Line = always,
        /// Who organises it.
        organizer: Option<Line>,
        /// The platform it runs on.
        host: Option<Line>,
        /// The address of its page.
        url: Option<Url> = listed,
        /// When it takes place: a date, or `{start: …, end: …}`.
        dates: Option<Dates> = listed,
        /// Whether it runs without an end.
        ongoing: Option<bool>,
        /// What it asks for.
        task: Option<Word<Task>>,
        /// What the task cannot say.
        task_note: Option<Text>,
        /// How answers are scored.
        metric: Option<Line>,
        /// What can be won.
        prize: Option<Line>,
        /// How many teams took part.
        teams: Option<Count>,
        /// Who won.
        winners: Vec<Winner>,
        /// Its data, as ids of dataset entries.
        datasets: Vec<Ref<Dataset>>,
        /// Papers about it.
        papers: Vec<PaperRef>,
        /// What it is, in one plain line of at most 200 characters.
        summary: Option<Summary>,
    }
}

impl Kind for Challenge {
    const ID: KindId = KindId::Challenge;
    const NAMES_AS: &'static str = "held-as";
    const NARROW: &'static [&'static str] = &["name", "dates", "organizer", "metric"];
    const FACETS: &'static [Facet] = &[Facet::words(facet::TASK, "task", "task"), YEAR, TAG];

    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn summary(&self) -> Option<&Summary> {
        self.summary.as_ref()
    }

    fn papers(&self) -> &[PaperRef] {
        &self.papers
    }

    fn leads_to(&self) -> Vec<Item<'_>> {
        Item::labelled("Home", self.url.as_ref()).into_iter().collect()
    }

    fn shown_date(&self) -> Option<&Date> {
        let (start, end) = self.dates.as_ref().map_or((None, None), Dates::ends);
        end.or(start)
    }

    fn own_addresses(&self) -> Vec<(&'static str, &Url)> {
        self.url.iter().map(|url| ("url", url)).collect()
    }

    /// What was won, by whom, and against how many.
    fn numbers(&self) -> Vec<String> {
        let numbers = [
            ("prize", self.prize.is_some()),
            ("teams", self.teams.is_some()),
            ("winners", !self.winners.is_empty()),
        ];
        let given = numbers.into_iter().filter(|(_, is_given)| *is_given);
        given.map(|(route, _)| route.to_owned()).collect()
    }

    fn searched(&self) -> Vec<String> {
        self.organizer.iter().chain(&self.host).map(ToString::to_string).collect()
    }
}

/// When a challenge takes place.
pub type Dates = Either<Date, Period>;

record! {
    /// The first and the last day.
    pub struct Period {
        /// The first day.
        start: Option<Date>,
        /// The last day.
        end: Option<Date>,
    }
    one_of &[&["start", "end"]];
}

impl Dates {
    /// The first date that is known, and the last.
    #[must_use]
    pub fn ends(&self) -> (Option<&Date>, Option<&Date>) {
        match self {
            Self::Short(date) => (Some(date), Some(date)),
            Self::Long(period) => (period.start.as_ref(), period.end.as_ref()),
        }
    }
}

record! {
    /// A winner.
    pub struct Winner {
        /// The place won.
        rank: Option<u32> = always,
        /// Who won it.
        name: Line = always,
        /// Where it says so.
        url: Option<Url>,
    }
}
