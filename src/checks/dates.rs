//! Dates: nothing has happened after the date of the list, and nothing ends before it begins.

use std::fmt;

use super::{Check, Subject};
use crate::diag::{Code, Diag, Place};
use crate::kinds::Entry;
use crate::source::FileId;
use crate::value::Date;

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("nothing_happened_in_the_future", nothing_happened_in_the_future),
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

fn preprints_come_before_publication(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for record in &subject.catalog.records {
        let Entry::Paper(paper) = &record.entry else { continue };
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
        let Entry::Challenge(challenge) = &record.entry else { continue };
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
