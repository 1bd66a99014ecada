//! A decimal comma within braces, where YAML ends the value and takes the decimals for a key without a value.

use super::Reader;
use crate::diag::{Code, Diag};
use crate::yaml::{Pair, Scalar, Value};

/// The pairs of a map without those that are only the decimals of the number before them, as `5` is in
/// `{ss: 68,5}`; each such number is a finding.
pub(super) fn without_decimals<'n>(pairs: &'n [Pair], reader: &mut Reader<'_>) -> Vec<&'n Pair> {
    let mut kept: Vec<&Pair> = Vec::with_capacity(pairs.len());
    let mut cut: Option<(u32, u32)> = None;
    for (index, pair) in pairs.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| pairs.get(index));
        if let Some(before) = before.filter(|before| goes_on(before, pair, reader)) {
            let start = cut.map_or(before.value.place.0, |cut| cut.0);
            cut = Some((start, pair.key.place.1));
            continue;
        }
        cut.take().into_iter().for_each(|place| say(place, reader));
        kept.push(pair);
    }
    if let Some(place) = cut {
        say(place, reader);
    }
    kept
}

/// Whether a pair is the rest of the number that the pair before it begins: nothing but a comma stands between two
/// digits, and nothing follows the second.
fn goes_on(before: &Pair, pair: &Pair, reader: &Reader<'_>) -> bool {
    let Value::Scalar(Scalar { text, plain: true }) = &pair.value.value else { return false };
    // Where the number goes on a second time, as in `68,5 ± 0,8`, what stands before is itself a key without a value.
    let end = match &before.value.value {
        Value::Scalar(Scalar { text, plain: true }) if text.is_empty() => before.key.place.1,
        Value::Scalar(Scalar { plain: true, .. }) => before.value.place.1,
        _ => return false,
    };
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = reader.source.as_bytes();
    let (comma, next) = (end as usize, pair.key.place.0 as usize);
    text.is_empty()
        && next == comma + 1
        && bytes.get(comma) == Some(&b',')
        && is_digit(bytes.get(next))
        && is_digit(end.checked_sub(1).and_then(|last| bytes.get(last as usize)))
}

fn say(place: (u32, u32), reader: &mut Reader<'_>) {
    let Some(number) = reader.source.get(place.0 as usize..place.1 as usize) else { return };
    let message = format!("the comma in `{number}` ends the value, as it stands in braces");
    let diag = Diag::new(Code::EmptyValue, reader.span(place), message);
    let diag = match with_point(number) {
        Some(meant) => {
            diag.label("a comma before the decimals").help("write a point").suggest(meant)
        }
        None => diag
            .label("decimals, or thousands")
            .help("write a point before decimals, and nothing between thousands"),
    };
    reader.find(diag);
}

/// The number with points for its commas; `None` where a comma may stand between thousands.
fn with_point(number: &str) -> Option<String> {
    let pieces: Vec<&str> = number.split(',').collect();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let is_decimal = |pair: &[&str]| {
        let [whole, rest] = pair else { return false };
        let whole = whole.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or("");
        let decimals = digits(rest);
        decimals != 3 || whole == "0"
    };
    // What is digits alone between two commas would have two points.
    let between = pieces.get(1..pieces.len() - 1).unwrap_or_default();
    let is_clear = pieces.windows(2).all(is_decimal)
        && between.iter().all(|piece| digits(piece) < piece.len());
    is_clear.then(|| number.replace(',', "."))
}
