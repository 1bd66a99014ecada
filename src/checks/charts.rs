//! `charts` of survey.yaml: each names a kind, a date, a number and words that there are.

use super::blocks::unknown;
use super::{Check, Subject};
use crate::config::{Chart, ColumnName};
use crate::diag::{Code, Diag, Place, printable};
use crate::kinds::{KindFields, KindId};
use crate::value::Slug;
use crate::views::timeline::{dates, numbers};

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[("charts_can_be_drawn", charts_can_be_drawn)];

fn charts_can_be_drawn(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let charts = subject.catalog.survey.charts.as_ref();
    let Some((file, charts)) = subject.sources.find("entries/survey.yaml").zip(charts) else {
        return;
    };
    for (at, chart) in charts.iter().enumerate() {
        let place = |key: &str| Place::value(file, format!("charts[{at}].{key}"));
        let Some(name) = &chart.kind else { continue };
        let Some(kind) = KindId::of_folder(name.as_str()) else {
            let message = format!("there is no kind `{name}`");
            let known = KindId::ALL.iter().map(|kind| kind.folder());
            findings.push(unknown((place("kind"), message), name.as_str(), known));
            continue;
        };
        axes((kind, subject.catalog.of(kind)), chart, &place, findings);
    }
}

fn axes(
    (kind, fields): (KindId, &KindFields),
    chart: &Chart,
    place: &dyn Fn(&str) -> Place,
    findings: &mut Vec<Diag>,
) {
    let folder = kind.folder();
    for (key, given, what, known) in
        [("x", &chart.x, "date", dates(fields)), ("y", &chart.y, "number", numbers(fields))]
    {
        let Some(given) = given.as_ref().map(ColumnName::as_str) else { continue };
        if known.iter().any(|known| known == given) {
            continue;
        }
        let message = format!("{folder} have no {what} `{}`", printable(given));
        findings.push(if known.is_empty() {
            Diag::new(Code::BadSetting, place(key), message)
                .help(format!("{folder} have no {what} at all: delete this chart"))
        } else {
            unknown((place(key), message), given, known.iter().map(String::as_str))
        });
    }
    let names = fields.facets.iter().map(|facet| facet.name);
    if let Some(color) = chart.color.as_ref().map(Slug::as_str)
        && !names.clone().any(|known| known == color)
    {
        let message = format!("{folder} cannot be told apart by `{}`", printable(color));
        findings.push(unknown((place("color"), message), color, names));
    }
}
