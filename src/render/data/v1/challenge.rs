//! Published challenges.

use super::publish::{Publish, Texts, published};
use super::value::{Count, Date, PaperRef};
use crate::kinds;
use crate::read::Either;

published! {
    /// What only a challenge has.
    struct Challenge<'a> in kinds::Challenge, less name {
        organizer: Option<&'a str>,
        host: Option<&'a str>,
        url: Option<&'a str>,
        dates: Option<Dates>,
        ongoing: Option<bool>,
        task: Option<&'a str>,
        task_note: Option<Texts<'a>>,
        metric: Option<&'a str>,
        prize: Option<&'a str>,
        teams: Option<Count<'a>>,
        winners: Vec<Winner<'a>>,
        datasets: Vec<&'a str>,
        papers: Vec<PaperRef<'a>>,
        summary: Option<Texts<'a>>,
    }
}

/// When a challenge takes place: within a date, or from one to another.
#[derive(Debug, serde::Serialize)]
#[serde(untagged)]
pub(super) enum Dates {
    Within(Date),
    Period(Period),
}

impl Publish<'_> for kinds::Dates {
    type As = Dates;

    fn publish(&self) -> Dates {
        match self {
            Either::Short(date) => Dates::Within(date.publish()),
            Either::Long(period) => Dates::Period(period.publish()),
        }
    }
}

published! {
    /// The first and the last day.
    struct Period of kinds::Period {
        start: Option<Date>,
        end: Option<Date>,
    }
}

published! {
    /// A winner.
    struct Winner<'a> of kinds::Winner {
        rank: Option<u32>,
        name: &'a str,
        url: Option<&'a str>,
    }
}
