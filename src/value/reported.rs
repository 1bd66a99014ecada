//! A value, or one of the four things that can be said where there is none.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::{Malformed, nearest, quoted};
use crate::diag::Code;

/// A value, or why there is none; a key that is left out means that nobody has looked yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reported<T> {
    /// The value.
    Value(T),
    /// The sources do not say: `not reported`.
    NotReported,
    /// It exists but was not released: `not released`.
    NotReleased,
    /// It was released without a statement, such as a licence: `none stated`.
    NoneStated,
    /// The question does not arise: `not applicable`.
    NotApplicable,
}

/// The four states as they are written.
pub const STATES: [&str; 4] = ["not reported", "not released", "none stated", "not applicable"];

impl<T> Reported<T> {
    /// The value, where there is one.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::NotReported | Self::NotReleased | Self::NoneStated | Self::NotApplicable => None,
        }
    }

    /// The state as it is written, where there is no value.
    #[must_use]
    pub fn state(&self) -> Option<&'static str> {
        match self {
            Self::Value(_) => None,
            Self::NotReported => Some("not reported"),
            Self::NotReleased => Some("not released"),
            Self::NoneStated => Some("none stated"),
            Self::NotApplicable => Some("not applicable"),
        }
    }

    /// Reads a state, or else a value with `read`.
    pub fn parse_with(
        text: &str,
        read: impl Fn(&str) -> Result<T, Malformed>,
    ) -> Result<Self, Malformed> {
        if let Some(state) = Self::from_state(text) {
            return Ok(state);
        }
        read(text).map(Self::Value).map_err(|malformed| match Self::state_of(text) {
            Some(Err(like_state)) => Malformed { code: malformed.code, ..like_state },
            Some(Ok(_)) | None => malformed,
        })
    }

    /// The state that a text is, or why it is none though it looks like one; nothing for every other text.
    #[must_use]
    pub fn state_of(text: &str) -> Option<Result<Self, Malformed>> {
        if let Some(state) = Self::from_state(text) {
            return Some(Ok(state));
        }
        let refusal = Malformed::new(
            Code::UnknownChoice,
            format!("{} does not say why there is no value", quoted(text)),
        );
        match likeness(text) {
            Likeness::State(state) => {
                let refusal =
                    refusal.label("a state in another form").help(format!("write `{state}`"));
                let is_same = letters(text) == letters(state);
                Some(Err(if is_same { refusal.instead(state) } else { refusal.suggest(state) }))
            }
            Likeness::Vague => Some(Err(refusal.label("no value, and no reason").help(format!(
                "write `{}`, or leave the key out where it is not recorded yet",
                STATES.join("`, `")
            )))),
            Likeness::None => None,
        }
    }

    fn from_state(text: &str) -> Option<Self> {
        match text {
            "not reported" => Some(Self::NotReported),
            "not released" => Some(Self::NotReleased),
            "none stated" => Some(Self::NoneStated),
            "not applicable" => Some(Self::NotApplicable),
            _ => None,
        }
    }
}

impl<T: FromStr<Err = Malformed>> FromStr for Reported<T> {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Self::parse_with(text, T::from_str)
    }
}

impl<T: fmt::Display> fmt::Display for Reported<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => value.fmt(f),
            Self::NotReported | Self::NotReleased | Self::NoneStated | Self::NotApplicable => {
                f.write_str(self.state().unwrap_or_default())
            }
        }
    }
}

impl<T: fmt::Display> Serialize for Reported<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

enum Likeness {
    /// Certainly one of the four.
    State(&'static str),
    /// Some way of saying "nothing", and nobody can tell which.
    Vague,
    None,
}

/// What is left of a text without capitals, spaces and marks.
fn letters(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

fn likeness(text: &str) -> Likeness {
    let folded: String =
        text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let folded = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    match folded.as_str() {
        "notreported" | "unreported" | "not disclosed" | "undisclosed" | "not given"
        | "not specified" | "unspecified" => Likeness::State("not reported"),
        "notreleased" | "unreleased" | "not public" => Likeness::State("not released"),
        "nonestated" | "not stated" | "unstated" => Likeness::State("none stated"),
        "notapplicable" | "does not apply" => Likeness::State("not applicable"),
        "" | "na" | "n a" | "unknown" | "none" | "null" | "nil" | "nan" | "no" | "tbd" | "tba"
        | "todo" | "missing" | "not available" | "unavailable" | "unclear" | "not known"
        | "not found" | "no licence" | "no license" => Likeness::Vague,
        // A longer text says more than the state, and that must not be lost.
        _ => match nearest(&folded, STATES).filter(|state| state.len().abs_diff(folded.len()) <= 3)
        {
            Some(state) => Likeness::State(state),
            None => Likeness::None,
        },
    }
}
