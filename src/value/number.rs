//! A plain number, with the decimals as they are written.

use std::fmt;

use super::{Malformed, Score, quoted};
use crate::diag::Code;

/// A decimal number such as `0.3`, `-12` or `10`.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    text: String,
    value: f64,
}

text_value!(Number, Code::WrongType);

impl Number {
    /// The number itself.
    #[must_use]
    pub const fn value(&self) -> f64 {
        self.value
    }

    /// The number as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn examine(text: &str) -> Result<Self, Malformed> {
        match text.parse::<Score>() {
            Ok(score) if score.spread().is_none() => {
                Ok(Self { text: text.to_owned(), value: score.value() })
            }
            read => {
                let what = format!("{} is not a plain number", quoted(text));
                let help = "write digits, with a point before decimals, such as `0.3` or `12`";
                let why = Malformed::new(Code::WrongType, what).help(help);
                let instead = read.err().and_then(|score| score.instead);
                Err(match instead {
                    Some(instead) => Malformed { instead: Some(instead), ..why },
                    None => why,
                })
            }
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
