//! How the fields of challenges are shown, in the order of an entry's page.

use std::borrow::Cow;

use super::Challenge;
use crate::kinds::shown::{Content, Item, Shown, Sort, note, of};
use crate::read::Word;
use crate::value::Line;

pub(in crate::kinds) const SHOWN: &[Shown] = &[
    Shown::new("name", of!(Challenge, _of, Content::Name)).usual_column(1, "Challenge"),
    Shown::new(
        "state",
        of!(
            Challenge,
            of,
            Content::Progress { dates: ends(of), ongoing: of.ongoing == Some(true) }
        ),
    )
    .first_list(1, Sort::Text),
    Shown::new("dates", of!(Challenge, of, dates(of)))
        .page()
        .usual_column(2, "Dates")
        .first_list(2, Sort::Date),
    Shown::new("ongoing", of!(Challenge, of, ongoing(of))).page_where_given(),
    Shown::new(
        "organizer",
        of!(Challenge, of, Content::line(of.organizer.as_ref().map(Line::as_str))),
    )
    .page()
    .usual_column(3, "Organizer")
    .first_list(3, Sort::Text),
    Shown::new("host", of!(Challenge, of, Content::line(of.host.as_ref().map(Line::as_str))))
        .page(),
    Shown::new(
        "task",
        of!(Challenge, of, Content::words("task", of.task.as_ref().map(Word::as_str).into_iter())),
    )
    .note(note!(Challenge, of, of.task_note.as_ref()))
    .page()
    .usual_column(4, "Task")
    .first_list(4, Sort::Text),
    Shown::new("metric", of!(Challenge, of, Content::line(of.metric.as_ref().map(Line::as_str))))
        .page()
        .usual_column(5, "Metric")
        .list(Sort::Text),
    Shown::new("prize", of!(Challenge, of, Content::line(of.prize.as_ref().map(Line::as_str))))
        .page()
        .usual_column(7, "Prize")
        .list(Sort::Text),
    Shown::new(
        "teams",
        of!(Challenge, of, of.teams.as_ref().map_or(Content::Nothing, Content::Count)),
    )
    .page()
    .usual_column(6, "Teams")
    .first_list(5, Sort::Number),
    Shown::new("winners", of!(Challenge, of, winners(of))).page_where_given(),
    Shown::new("datasets", of!(Challenge, of, Content::datasets(&of.datasets))).page_where_given(),
    Shown::new("papers", of!(Challenge, of, Content::papers(&of.papers))).page(),
    Shown::new(
        "links",
        of!(
            Challenge,
            of,
            Content::Items(Item::labelled("Home", of.url.as_ref()).into_iter().collect())
        ),
    )
    .page()
    .usual_column(9, "Link")
    .first_list(6, Sort::No),
    Shown::new("summary", of!(Challenge, of, Content::summary(of.summary.as_ref())))
        .usual_column(8, "Summary"),
];

fn ends(of: &Challenge) -> (Option<&crate::value::Date>, Option<&crate::value::Date>) {
    of.dates.as_ref().map_or((None, None), |dates| dates.ends())
}

fn dates(of: &Challenge) -> Content<'_> {
    if of.dates.is_none() {
        return Content::Nothing;
    }
    let (start, end) = ends(of);
    Content::Period(start, end)
}

fn ongoing(of: &Challenge) -> Content<'_> {
    match of.ongoing {
        Some(true) => Content::Choice { group: "state", word: "ongoing" },
        Some(false) | None => Content::Nothing,
    }
}

/// Who won, each with the place, and the address that says so.
fn winners(of: &Challenge) -> Content<'_> {
    let item = |winner: &'_ super::Winner| {
        let name = Cow::Owned(format!("{}. {}", winner.rank.unwrap_or(1), winner.name));
        match &winner.url {
            Some(url) => Item::Labelled(name, Cow::Owned(url.as_str().to_owned())),
            None => Item::Named(name, None),
        }
    };
    Content::Items(of.winners.iter().map(item).collect())
}
