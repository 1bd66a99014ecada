//! Codes of findings, where an entry allows some of them or a list gives them another severity.

use std::sync::LazyLock;

use super::{Read, Reader, Shape};
use crate::diag::{Code, Diag};
use crate::value::nearest;
use crate::yaml::{Key, Node};

/// The code of a finding that an entry can allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Allowable(pub Code);

/// The codes that an entry can allow, each with its meaning, by name.
static ALLOWABLE: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let can = |code: &&Code| code.why_not_allowed().is_none();
    let mut codes: Vec<_> =
        Code::ALL.iter().filter(can).map(|code| (code.as_str(), code.meaning())).collect();
    codes.sort_unstable();
    codes
});

/// Where a code is found, for those who have not seen one.
const WHERE: &str = "write the code that stands in brackets behind `error` or `warning`, such as";

impl Read for Allowable {
    fn shape() -> Shape {
        Shape::Choice(&ALLOWABLE)
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "the code of a finding, such as `duplicate-url`")?;
        let span = reader.span(node.handle());
        let Some(code) = Code::named(text) else {
            let diag = Diag::new(Code::UnknownChoice, span, format!("there is no code `{text}`"));
            reader.find(match nearest(text, ALLOWABLE.iter().map(|(name, _)| *name)) {
                Some(near) => diag.did_you_mean(text, near),
                None => diag.help(format!("{WHERE} `duplicate-url`")),
            });
            return None;
        };
        let Some(why) = code.why_not_allowed() else { return Some(Self(code)) };
        let help = match (code, code.protects()) {
            (_, Some(_)) => "mend what it is about, and delete this item",
            (Code::UnusedAllow, None) => "delete the item that silences nothing, and this one",
            (_, None) => "delete this item, and set the code under `checks` in entries/survey.yaml",
        };
        let message = format!("an entry cannot allow `{text}`: {why}");
        reader.find(
            Diag::new(Code::CannotAllow, span, message).label("not to be allowed").help(help),
        );
        None
    }
}

/// The code that a key of `checks` names; that there is none is a finding.
pub(crate) fn code_of_key(key: &Key, reader: &mut Reader<'_>) -> Option<Code> {
    let code = Code::named(&key.text);
    if code.is_none() {
        let (text, span) = (&key.text, reader.span(key.place));
        let diag = Diag::new(Code::UnknownKey, span, format!("there is no code `{text}`"));
        let can = |code: &&Code| code.protects().is_none();
        let known = Code::ALL.iter().filter(can).map(|code| code.as_str());
        reader.find(match nearest(text, known) {
            Some(near) => diag.did_you_mean(text, near),
            None => diag.help(format!("{WHERE} `unused-word`")),
        });
    }
    code
}
