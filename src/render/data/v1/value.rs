//! Published values: keys instead of notations, with the text that was written beside them.

use serde::Serialize;

use super::publish::Publish;
use crate::value as read;
use crate::value::Bound;

/// A date as written, and how exact it is.
#[derive(Debug, Serialize)]
pub(super) struct Date {
    text: String,
    precision: &'static str,
}

/// A number of things.
#[derive(Debug, Serialize)]
pub(super) struct Count<'a> {
    value: u64,
    text: &'a str,
    bound: &'static str,
}

/// A number of things of a unit.
#[derive(Debug, Serialize)]
pub(super) struct Quantity<'a> {
    value: u64,
    text: String,
    bound: &'static str,
    unit: &'a str,
}

/// A score with its spread.
#[derive(Debug, Serialize)]
pub(super) struct Score {
    value: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    spread: Option<f64>,
    text: String,
}

/// A value, or why there is none; always an object, so that a text cannot be taken for a state.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Reported<T> {
    Value(T),
    State { state: &'static str },
}

/// A licence or an address that may be missing for a reason.
#[derive(Debug, Serialize)]
pub(super) struct Plain<'a> {
    value: &'a str,
}

/// An author; a person who has one name only has a family name, and its particle is the beginning of a family name.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Author<'a> {
    Person {
        #[serde(skip_serializing_if = "Option::is_none")]
        given: Option<&'a str>,
        family: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        particle: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        suffix: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        also: Option<&'a str>,
    },
    Group {
        group: &'a str,
    },
}

/// A paper: an entry, or where else to find it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum PaperRef<'a> {
    Id(&'a str),
    Doi(&'a str),
    Arxiv(&'a str),
    Url(&'a str),
}

impl Publish<'_> for read::Date {
    type As = Date;

    fn publish(&self) -> Date {
        let precision = match (self.month(), self.day()) {
            (_, Some(_)) => "day",
            (Some(_), None) => "month",
            (None, None) => "year",
        };
        Date { text: self.to_string(), precision }
    }
}

impl<'a> Publish<'a> for read::Count {
    type As = Count<'a>;

    fn publish(&'a self) -> Count<'a> {
        Count { value: self.value(), text: self.as_str(), bound: bound(self) }
    }
}

impl<'a> Publish<'a> for read::Quantity {
    type As = Quantity<'a>;

    fn publish(&'a self) -> Quantity<'a> {
        let count = self.count();
        let (value, bound) = (count.value(), bound(count));
        Quantity { value, text: self.to_string(), bound, unit: self.unit() }
    }
}

fn bound(count: &read::Count) -> &'static str {
    match count.bound() {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::MoreThan => "more",
    }
}

impl Publish<'_> for read::Score {
    type As = Score;

    fn publish(&self) -> Score {
        Score { value: self.value(), spread: self.spread(), text: self.to_string() }
    }
}

impl<'a> Publish<'a> for read::Reported<read::Count> {
    type As = Reported<Count<'a>>;

    fn publish(&'a self) -> Self::As {
        reported(self, read::Count::publish)
    }
}

impl<'a> Publish<'a> for read::Reported<read::Licence> {
    type As = Reported<Plain<'a>>;

    fn publish(&'a self) -> Self::As {
        reported(self, |licence| Plain { value: licence.as_str() })
    }
}

impl<'a> Publish<'a> for read::Reported<read::Url> {
    type As = Reported<Plain<'a>>;

    fn publish(&'a self) -> Self::As {
        reported(self, |url| Plain { value: url.as_str() })
    }
}

fn reported<'a, T, P>(
    reported: &'a read::Reported<T>,
    publish: impl FnOnce(&'a T) -> P,
) -> Reported<P> {
    match reported.value() {
        Some(value) => Reported::Value(publish(value)),
        None => Reported::State { state: reported.state().unwrap_or_default() },
    }
}

impl<'a> Publish<'a> for read::Author {
    type As = Author<'a>;

    fn publish(&'a self) -> Author<'a> {
        match self {
            Self::Person(person) => {
                let part = |part: &'a str| Some(part).filter(|part| !part.is_empty());
                Author::Person {
                    given: part(&person.given),
                    family: person.whole_family(),
                    particle: part(&person.particle),
                    suffix: part(&person.suffix),
                    also: part(&person.also),
                }
            }
            Self::Group(group) => Author::Group { group },
        }
    }
}

impl<'a> Publish<'a> for read::PaperRef {
    type As = PaperRef<'a>;

    fn publish(&'a self) -> PaperRef<'a> {
        match self {
            Self::Entry(id) => PaperRef::Id(id.as_str()),
            Self::Doi(doi) => PaperRef::Doi(doi.as_str()),
            Self::Arxiv(arxiv) => PaperRef::Arxiv(arxiv.as_str()),
            Self::Url(url) => PaperRef::Url(url.as_str()),
        }
    }
}
