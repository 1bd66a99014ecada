//! Dates: nothing has happened after the date of the list, and nothing ends before it begins.

use std::fmt;

use super::{Check, Subject};
use crate::diag::{Code, Diag, Place};
use crate::source::FileId;
use crate::value::{Date, Day};

/// The log of changes.
const LOG: &str = "entries/changes.yaml";

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("nothing_happened_in_the_future", nothing_happened_in_the_future),
    ("releases_are_not_years_ahead", releases_are_not_years_ahead),
    ("days_of_work_lie_together", days_of_work_lie_together),
    ("preprints_come_before_publication", preprints_come_before_publication),
    ("challenges_end_after_they_start", challenges_end_after_they_start),
];

fn nothing_happened_in_the_future(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let Some(as_of) = &subject.catalog.as_of else { return };
    let mut check = |file: FileId, route: fmt::Arguments<'_>, date: &Date| {
        if date.certainly_after(as_of) {
            findings.push(
                Diag::new(
                    Code::FutureDate,
                    Place::value(file, route.to_string()),
                    format!("`{date}` lies after {as_of}, the date of the list"),
                )
                .help(
                    "mend the date, or give the day of your change as `added`: the date of the list is the newest \
                     `added` or `checked` of its entries (without a few that come years after all others), unless \
                     `--date` sets it",
                ),
            );
        }
    };
    // The log is written by a program that knows the day: after a rest of years only a date that was set is believed more.
    let is_set = subject.catalog.own_date() != Some(*as_of);
    if let Some(log) = subject.sources.find(LOG).filter(|_| is_set) {
        for (at, change) in subject.catalog.changes.iter().enumerate() {
            if let Some(day) = change.date {
                check(log, format_args!("changes[{at}].date"), &day.date());
            }
        }
    }
    for record in &subject.catalog.records {
        for (route, date) in record.entry.past_dates() {
            check(record.file, format_args!("{route}"), date);
        }
        if let Some(added) = &record.common.added {
            check(record.file, format_args!("added"), added);
        }
        for (index, source) in record.common.sources.iter().enumerate() {
            if let Some(checked) = &source.checked {
                check(record.file, format_args!("sources[{index}].checked"), checked);
            }
        }
    }
}

/// A release may come days after the last change of an entry, but hardly years.
fn releases_are_not_years_ahead(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let Some(file) = subject.sources.find("entries/survey.yaml") else { return };
    let release = subject.catalog.survey.release.as_ref();
    let day = release.and_then(|release| release.date).map(Day::date);
    let (Some(day), Some(as_of)) = (day, &subject.catalog.as_of) else { return };
    let years = day.year().saturating_sub(as_of.year());
    if years > FAR {
        let message = format!("`{day}` lies {years} years after {as_of}, the date of the list");
        findings.push(
            Diag::new(Code::FutureDate, Place::value(file, "release.date"), message)
                .help("write the day of the release"),
        );
    }
}

/// So many years after all others, a day of work is likely a slip.
const FAR: u16 = 5;

/// So many days at most are taken for slips.
const FEW: usize = 3;

/// A slip in one of few entries would make itself the date of the list, and nothing would lie in the future any more.
fn days_of_work_lie_together(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let Some(as_of) = &subject.catalog.as_of else { return };
    let mut days: Vec<(Date, FileId, String)> = Vec::new();
    if let Some(log) = subject.sources.find(LOG) {
        let logged = subject.catalog.changes.iter().enumerate();
        let logged = logged.filter_map(|(at, of)| Some((at, of.date?.date())));
        days.extend(logged.map(|(at, day)| (day, log, format!("changes[{at}].date"))));
    }
    for record in &subject.catalog.records {
        days.extend(record.common.added.map(|day| (day, record.file, "added".to_owned())));
        for (index, source) in record.common.sources.iter().enumerate() {
            let route = || format!("sources[{index}].checked");
            days.extend(source.checked.map(|day| (day, record.file, route())));
        }
    }
    days.sort();
    let gap = |pair: &[(Date, FileId, String)]| match pair {
        [before, after] => after.0.year().saturating_sub(before.0.year()) > FAR,
        _ => false,
    };
    let Some(at) = days.windows(2).position(gap) else { return };
    let (before, after) = days.split_at(at + 1);
    let mut distinct: Vec<Date> = after.iter().map(|(day, ..)| *day).collect();
    distinct.dedup();
    let (Some((last, file, route)), Some((day, there, at))) = (before.last(), after.last()) else {
        return;
    };
    // A date that was set says itself what lies in the future.
    if distinct.len() > FEW || day != as_of {
        return;
    }
    let years = day.year().saturating_sub(last.year());
    let message = format!(
        "`{day}` lies {years} years after every day before it, and makes itself the date of the list"
    );
    findings.push(
        Diag::new(Code::DistantDay, Place::value(*there, at.clone()), message)
            .also(Place::value(*file, route.clone()), "the day before it")
            .help(format!(
                "mend the one that is wrong; until then, `--date {last}` sets the date of the list for a run"
            )),
    );
}

fn preprints_come_before_publication(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for record in &subject.catalog.records {
        let Some(paper) = record.entry.paper() else { continue };
        let Some(dates) = &paper.dates else { continue };
        if let (Some(preprint), Some(published)) = (&dates.preprint, &dates.published)
            && preprint.certainly_after(published)
        {
            findings.push(
                Diag::new(
                    Code::DateOrder,
                    Place::value(record.file, "dates.preprint"),
                    format!(
                        "the preprint of {preprint} comes after the publication of {published}"
                    ),
                )
                .also(Place::value(record.file, "dates.published"), "published here")
                .help("exchange the two, or mend one of them"),
            );
        }
    }
}

fn challenges_end_after_they_start(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for record in &subject.catalog.records {
        let Some(challenge) = record.entry.challenge() else { continue };
        let Some(dates) = &challenge.dates else { continue };
        if let (Some(start), Some(end)) = dates.ends()
            && start.certainly_after(end)
        {
            findings.push(
                Diag::new(
                    Code::DateOrder,
                    Place::value(record.file, "dates.end"),
                    format!("the challenge ends on {end}, before it starts on {start}"),
                )
                .also(Place::value(record.file, "dates.start"), "starts here")
                .help("exchange the two, or mend one of them"),
            );
        }
    }
}
