//! Characters as `TeX` writes them, in both directions: for `BibTeX` files, and for texts that were copied from one.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{compose, decompose_canonical};

/// Combining marks with the commands that put them on a letter.
const ACCENTS: [(char, char); 15] = [
    ('\u{300}', '`'),
    ('\u{301}', '\''),
    ('\u{302}', '^'),
    ('\u{303}', '~'),
    ('\u{304}', '='),
    ('\u{306}', 'u'),
    ('\u{307}', '.'),
    ('\u{308}', '"'),
    ('\u{30a}', 'r'),
    ('\u{30b}', 'H'),
    ('\u{30c}', 'v'),
    ('\u{323}', 'd'),
    ('\u{327}', 'c'),
    ('\u{328}', 'k'),
    ('\u{331}', 'b'),
];

/// Marks that stand below their letter, which keeps its dot.
const BELOW: [char; 4] = ['\u{323}', '\u{327}', '\u{328}', '\u{331}'];

/// Letters that have a command of their own.
const LETTERS: [(char, &str); 20] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('Æ', "AE"),
    ('œ', "oe"),
    ('Œ', "OE"),
    ('ø', "o"),
    ('Ø', "O"),
    ('å', "aa"),
    ('Å', "AA"),
    ('ł', "l"),
    ('Ł', "L"),
    ('đ', "dj"),
    ('Đ', "DJ"),
    ('ð', "dh"),
    ('Ð', "DH"),
    ('þ', "th"),
    ('Þ', "TH"),
    ('ŋ', "ng"),
    ('Ŋ', "NG"),
    ('ı', "i"),
];

/// Signs that have a command in formulas.
const SIGNS: [(char, &str); 79] = [
    ('α', "alpha"),
    ('β', "beta"),
    ('γ', "gamma"),
    ('δ', "delta"),
    ('ε', "varepsilon"),
    ('ϵ', "epsilon"),
    ('ζ', "zeta"),
    ('η', "eta"),
    ('θ', "theta"),
    ('ϑ', "vartheta"),
    ('ι', "iota"),
    ('κ', "kappa"),
    ('λ', "lambda"),
    ('μ', "mu"),
    ('ν', "nu"),
    ('ξ', "xi"),
    ('π', "pi"),
    ('ρ', "rho"),
    ('σ', "sigma"),
    ('ς', "varsigma"),
    ('τ', "tau"),
    ('υ', "upsilon"),
    ('φ', "varphi"),
    ('ϕ', "phi"),
    ('χ', "chi"),
    ('ψ', "psi"),
    ('ω', "omega"),
    ('Γ', "Gamma"),
    ('Δ', "Delta"),
    ('Θ', "Theta"),
    ('Λ', "Lambda"),
    ('Ξ', "Xi"),
    ('Π', "Pi"),
    ('Σ', "Sigma"),
    ('Υ', "Upsilon"),
    ('Φ', "Phi"),
    ('Ψ', "Psi"),
    ('Ω', "Omega"),
    ('×', "times"),
    ('÷', "div"),
    ('±', "pm"),
    ('∓', "mp"),
    ('·', "cdot"),
    ('≤', "leq"),
    ('≥', "geq"),
    ('≠', "neq"),
    ('≈', "approx"),
    ('≡', "equiv"),
    ('∼', "sim"),
    ('∝', "propto"),
    ('≪', "ll"),
    ('≫', "gg"),
    ('∞', "infty"),
    ('∂', "partial"),
    ('∇', "nabla"),
    ('∑', "sum"),
    ('∏', "prod"),
    ('∫', "int"),
    ('∈', "in"),
    ('∉', "notin"),
    ('⊂', "subset"),
    ('⊆', "subseteq"),
    ('∪', "cup"),
    ('∩', "cap"),
    ('∅', "emptyset"),
    ('∀', "forall"),
    ('∃', "exists"),
    ('←', "leftarrow"),
    ('→', "rightarrow"),
    ('↔', "leftrightarrow"),
    ('↑', "uparrow"),
    ('↓', "downarrow"),
    ('⇒', "Rightarrow"),
    ('⇐', "Leftarrow"),
    ('⇔', "Leftrightarrow"),
    ('∘', "circ"),
    ('⊕', "oplus"),
    ('⊗', "otimes"),
    ('ℓ', "ell"),
];

/// Signs that a formula has without a command.
const FORMULAS: [(char, &str); 4] = [('′', "'"), ('″', "''"), ('−', "-"), ('∗', "*")];

/// Characters with those that stand raised or lowered for them.
const RAISED: (&str, &str) = ("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ");
const LOWERED: (&str, &str) = ("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎");

/// Characters that `TeX` reads as they are, beside the Latin letters: it is told that the file is UTF-8.
const KNOWN: &str = "–—‘’“”„‚‹›†‡•…‰€™";

/// A text in which `TeX` shows every character that it has a form for.
///
/// Braces are counted even behind a backslash, so they have words.
pub(crate) fn written(text: &str) -> String {
    let mut written = String::new();
    let mut rest = text.nfc().peekable();
    while let Some(c) = rest.next() {
        let mut parts = Vec::new();
        decompose_canonical(c, |part| parts.push(part));
        while let Some(mark) = rest.next_if(|next| command_of(*next).is_some()) {
            parts.push(mark);
        }
        if let Some(letter) = accented(&parts) {
            written.extend(["{", &letter, "}"]);
        } else {
            push(&mut written, c);
            // What decomposes is written whole, so only the marks behind it are left.
            let own = std::iter::once(c).nfd().count();
            written.extend(parts.iter().skip(own));
        }
    }
    written
}

/// Whether `TeX` shows the whole text without another font or another encoding.
pub(crate) fn shows(text: &str) -> bool {
    written(text).chars().all(|c| c <= '\u{17f}' || KNOWN.contains(c))
}

/// Whether a mark is put on the letter before it.
pub(crate) fn is_mark(c: char) -> bool {
    command_of(c).is_some()
}

fn command_of(mark: char) -> Option<char> {
    ACCENTS.iter().find(|(known, _)| *known == mark).map(|(_, command)| *command)
}

/// A letter with its marks, as one command within another.
fn accented(parts: &[char]) -> Option<String> {
    let (letter, marks) = parts.split_first()?;
    let first = marks.first()?;
    let inner = match letter {
        'i' | 'j' if !BELOW.contains(first) && !"`'^\"".contains(command_of(*first)?) => {
            format!("\\{letter}")
        }
        letter if letter.is_ascii_alphabetic() => letter.to_string(),
        letter => format!("\\{}", word_of(*letter, &LETTERS)?),
    };
    marks.iter().try_fold(inner, |inner, mark| {
        let command = command_of(*mark)?;
        let is_short = inner.len() == 1 && !command.is_alphabetic();
        Some(if is_short {
            format!("\\{command}{inner}")
        } else {
            format!("\\{command}{{{inner}}}")
        })
    })
}

fn word_of(c: char, table: &[(char, &'static str)]) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == c).map(|(_, word)| *word)
}

fn char_of(word: &str, table: &[(char, &str)]) -> Option<char> {
    table.iter().find(|(_, known)| *known == word).map(|(c, _)| *c)
}

fn push(written: &mut String, c: char) {
    let shifted = |(plain, shifted): (&str, &str)| {
        plain.chars().zip(shifted.chars()).find(|(_, known)| *known == c).map(|(plain, _)| plain)
    };
    match c {
        '{' => written.push_str("\\textbraceleft{}"),
        '}' => written.push_str("\\textbraceright{}"),
        '\\' => written.push_str("\\textbackslash{}"),
        '^' => written.push_str("\\textasciicircum{}"),
        '~' => written.push_str("\\textasciitilde{}"),
        '%' | '$' | '&' | '#' | '_' => written.extend(['\\', c]),
        // Where a font has no such signs of its own, these would be shown as other ones.
        '<' | '>' | '|' => written.extend(["{$", &c.to_string(), "$}"]),
        '\u{a0}' => written.push('~'),
        '\u{2010}' | '\u{2011}' => written.push('-'),
        // `TeX` has these in the fonts of texts, and reference managers know few of its formulas.
        '¡'..='¿' | '×' | '÷' => written.push(c),
        c if c.is_ascii() => written.push(c),
        c => {
            if let Some(word) = word_of(c, &LETTERS) {
                written.extend(["{\\", word, "}"]);
            } else if let Some(word) = word_of(c, &SIGNS) {
                written.extend(["{$\\", word, "$}"]);
            } else if let Some(formula) = word_of(c, &FORMULAS) {
                written.extend(["{$", formula, "$}"]);
            } else if let Some(plain) = shifted(RAISED) {
                written.extend(["{$^{", &plain.to_string(), "}$}"]);
            } else if let Some(plain) = shifted(LOWERED) {
                written.extend(["{$_{", &plain.to_string(), "}$}"]);
            } else {
                written.push(c);
            }
        }
    }
}

/// The text that a text of `TeX` shows; `None` where it has a command that is not known here.
pub(crate) fn read(text: &str) -> Option<String> {
    read_in(text, false)
}

/// Reads a text; in a formula, spaces behind a command only end it. People write `\lambda phage` outside of one too, and
/// mean the space.
fn read_in(text: &str, mut formula: bool) -> Option<String> {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..)?;
        match c {
            '\\' => rest = command(rest, formula, &mut shown)?,
            '$' => formula = !formula,
            '{' | '}' => {}
            '_' | '^' if formula || text.contains('$') => {
                let (argument, after) = argument(rest)?;
                shown.push_str(&shifted(&read_in(argument, formula)?, c == '^'));
                rest = after;
            }
            c => shown.push(c),
        }
    }
    Some(shown.nfc().collect())
}

/// Characters raised or lowered, where all of them have such a form; otherwise they stay on the line.
pub(crate) fn shifted(text: &str, up: bool) -> String {
    let (plain, forms) = if up { RAISED } else { LOWERED };
    let form = |c: char| plain.chars().zip(forms.chars()).find(|(plain, _)| *plain == c);
    let raised: Option<String> = text.chars().map(|c| form(c).map(|(_, form)| form)).collect();
    raised.unwrap_or_else(|| text.to_owned())
}

/// Reads what stands behind a backslash; gives back what stands behind that.
fn command<'t>(text: &'t str, formula: bool, shown: &mut String) -> Option<&'t str> {
    let first = text.chars().next()?;
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (word, after) = text.split_at_checked(if end == 0 { first.len_utf8() } else { end })?;
    let after_space = if end == 0 { after } else { after.trim_start_matches(' ') };
    let accent = ACCENTS.iter().find(|(_, command)| word.chars().eq([*command]));
    if let Some((mark, _)) = accent {
        let (argument, after) = argument(after_space)?;
        let letter = read(argument)?.replace('ı', "i").replace('ȷ', "j");
        let mut letters = letter.chars();
        let base = letters.next()?;
        shown.extend(compose(base, *mark));
        if compose(base, *mark).is_none() {
            shown.extend([base, *mark]);
        }
        shown.extend(letters);
        return Some(after);
    }
    if let Some(c) = char_of(word, &SIGNS).filter(|_| !formula) {
        shown.push(c);
        return Some(after.strip_prefix("{}").unwrap_or(after));
    }
    let known = char_of(word, &LETTERS).or_else(|| char_of(word, &SIGNS));
    if let Some(c) = known {
        shown.push(c);
        return Some(after_space.strip_prefix("{}").unwrap_or(after_space));
    }
    match word {
        "prime" => shown.push('′'),
        "to" => shown.push('→'),
        "textdegree" => shown.push('°'),
        "textbackslash" => shown.push('\\'),
        "," | ";" | ":" | " " => shown.push(' '),
        "&" | "%" | "$" | "#" | "_" | "{" | "}" => shown.push_str(word),
        // Commands of fonts: what they hold is the text.
        "emph" | "textit" | "textbf" | "textrm" | "textsc" | "textsf" | "texttt" | "text"
        | "mathrm" | "mathit" | "mathbf" | "mathsf" | "mathcal" | "it" | "em" | "bf" | "rm"
        | "sc" | "ensuremath" | "mbox" => return Some(after_space),
        "textsubscript" | "textsuperscript" => {
            let (argument, after) = argument(after_space)?;
            shown.push_str(&shifted(&read(argument)?, word == "textsuperscript"));
            return Some(after);
        }
        _ => return None,
    }
    Some(after_space)
}

/// What a command takes: a group without its braces, a command, or one character.
fn argument(text: &str) -> Option<(&str, &str)> {
    if let Some(inner) = text.strip_prefix('{') {
        let mut depth = 1_usize;
        for (at, c) in inner.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Some((inner.get(..at)?, inner.get(at + 1..)?));
            }
        }
        return None;
    }
    let length = match text.strip_prefix('\\') {
        Some(word) => 1 + word.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(word.len()),
        None => text.chars().next()?.len_utf8(),
    };
    text.split_at_checked(length)
}
