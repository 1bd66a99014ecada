//! Where invisible characters belong to what is written: joiners within words and emoji, and selectors of a variant.

use icu_properties::props::{
    CanonicalCombiningClass, Emoji, EmojiModifier, ExtendedPictographic, GeneralCategory,
    Ideographic, JoiningType, Script, UnifiedIdeograph,
};
use icu_properties::{CodePointMapData, CodePointSetData};

/// Whether an invisible character at a byte of a text changes what is seen there, by the rules of Unicode.
pub(super) fn has_meaning(text: &str, at: usize, character: char) -> bool {
    let before = || text.get(..at).unwrap_or("").chars().rev();
    let after = || text.get(at + character.len_utf8()..).unwrap_or("").chars();
    match character {
        '\u{200c}' => at_virama(before(), after()) || breaks_a_word(before(), after()),
        '\u{200d}' => at_virama(before(), after()) || joins_emoji(before(), after()),
        '\u{fe0e}' | '\u{fe0f}' => before().next().is_some_and(|base| {
            // An ASCII digit is an emoji only within a key cap.
            is_emoji(base) && (!base.is_ascii() || after().next() == Some('\u{20e3}'))
        }),
        '\u{fe00}'..='\u{fe0d}' => {
            before().next().is_some_and(|base| has_variants(base, character))
        }
        '\u{e0100}'..='\u{e01ef}' => before().next().is_some_and(is_ideograph),
        '\u{180b}'..='\u{180d}' | '\u{180f}' => {
            before().next().is_some_and(|base| script(base) == Script::Mongolian)
        }
        '\u{e0020}'..='\u{e007f}' => names_a_flag(before(), character, after()),
        _ => false,
    }
}

/// In Indic scripts a joiner beside a virama chooses between forms of the letters around it.
fn at_virama(before: impl Iterator<Item = char>, after: impl Iterator<Item = char>) -> bool {
    let (before, after) = (before.take(1).last(), after.take(1).last());
    let is_virama = |c: char| {
        CodePointMapData::<CanonicalCombiningClass>::new().get(c) == CanonicalCombiningClass::Virama
    };
    match (before, after) {
        (Some(before), _) if is_virama(before) => true,
        (Some(before), Some(after)) => {
            before.is_alphabetic() && !before.is_ascii() && is_virama(after)
        }
        _ => false,
    }
}

/// In cursive scripts such as Arabic, a non-joiner stands between two letters that would be joined without it.
fn breaks_a_word(before: impl Iterator<Item = char>, after: impl Iterator<Item = char>) -> bool {
    let joining = |c: char| CodePointMapData::<JoiningType>::new().get(c);
    let solid = |c: &char| joining(*c) != JoiningType::Transparent;
    let (mut before, mut after) = (before.filter(solid), after.filter(solid));
    let (before, after) = (before.next().map(joining), after.next().map(joining));
    matches!(before, Some(JoiningType::LeftJoining | JoiningType::DualJoining))
        && matches!(after, Some(JoiningType::RightJoining | JoiningType::DualJoining))
}

/// A joiner between two pictures makes one picture of them.
fn joins_emoji(before: impl Iterator<Item = char>, mut after: impl Iterator<Item = char>) -> bool {
    let is_picture = |c: char| CodePointSetData::new::<ExtendedPictographic>().contains(c);
    let is_modifier =
        |c: &char| *c == '\u{fe0f}' || CodePointSetData::new::<EmojiModifier>().contains(*c);
    let base = before.take(3).find(|c| !is_modifier(c));
    base.is_some_and(is_picture) && after.next().is_some_and(is_picture)
}

/// The flags of countries within a country are a black flag with the country's letters behind it, and an end.
fn names_a_flag(
    before: impl Iterator<Item = char>,
    character: char,
    after: impl Iterator<Item = char>,
) -> bool {
    const LONGEST: usize = 8;
    const END: char = '\u{e007f}';
    let is_letter = |c: char| matches!(c, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}');
    let mut before = before.take(LONGEST).skip_while(|c| is_letter(*c));
    let mut after = after.take(LONGEST).skip_while(|c| is_letter(*c));
    before.next() == Some('\u{1f3f4}')
        && (character == END || is_letter(character) && after.next() == Some(END))
}

fn has_variants(base: char, selector: char) -> bool {
    let category = CodePointMapData::<GeneralCategory>::new().get(base);
    match selector {
        '\u{fe00}' if category == GeneralCategory::MathSymbol => true,
        '\u{fe00}' if matches!(script(base), Script::Myanmar | Script::PhagsPa) => true,
        '\u{fe00}' | '\u{fe01}'
            if matches!(
                base,
                '\u{3001}' | '\u{3002}' | '！' | '，' | '．' | '：' | '；' | '？'
            ) =>
        {
            true
        }
        '\u{fe00}'..='\u{fe02}' => is_ideograph(base),
        _ => false,
    }
}

fn is_emoji(c: char) -> bool {
    CodePointSetData::new::<Emoji>().contains(c)
}

fn is_ideograph(c: char) -> bool {
    CodePointSetData::new::<UnifiedIdeograph>().contains(c)
        || CodePointSetData::new::<Ideographic>().contains(c)
}

fn script(c: char) -> Script {
    CodePointMapData::<Script>::new().get(c)
}
