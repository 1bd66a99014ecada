//! Texts, names and authors: what must not read as a number, how long it may be, and in which languages it can stand.

use super::structures::pairs;
use super::{Read, Reader, Shape};
use crate::diag::{Code, Diag, Mend, one_of, printable};
use crate::value::{
    Author, Bracketed, Line, Locator, Markdown, Person, Summary, Text, Turned, nearest,
};
use crate::yaml::{
    Node, Pair, Value, enclosed, is_number_sign, quoted, reads_as, without_marks, written,
};

/// The text of a scalar that must not read as something else.
fn text<'n>(node: &'n Node, reader: &mut Reader<'_>, wanted: &str) -> Option<&'n str> {
    let text = reader.scalar(node, wanted)?;
    in_marks(text, node, reader);
    if let Value::Scalar(scalar) = &node.value
        && scalar.plain
        && let Some(other) = reads_as(text)
    {
        let message =
            format!("{} takes a text, and YAML reads this as {}", reader.here(), other.noun());
        let diag = reader.find_at(Code::UnquotedText, node, message);
        diag.help = Some("quote it".to_owned());
        diag.instead = Some(Mend::safe(quoted(text)));
        return None;
    }
    let is_block = reader.written(node).starts_with(['|', '>']);
    // Behind a block, editors leave space that nobody sees, and nobody means.
    let text = if is_block { text.trim_end() } else { text.trim_end_matches('\n') };
    if text.trim().is_empty() {
        reader.empty(node);
        return None;
    }
    // Before a block of several lines, space makes a block of code in Markdown.
    let is_meant = is_block && text.contains('\n');
    if text.trim() != text && !is_meant {
        let here = reader.here();
        let diag =
            reader.find_at(Code::BadText, node, format!("{here} begins or ends with a space"));
        diag.help = Some("leave the space out".to_owned());
        diag.instead = Some(Mend::safe(quoted(text.trim())));
    }
    Some(text)
}

/// Typographic quotation marks around a whole text were meant as those of YAML.
fn in_marks(text: &str, node: &Node, reader: &mut Reader<'_>) {
    let plain = matches!(&node.value, Value::Scalar(scalar) if scalar.plain);
    let Some(inner) = without_marks(text).filter(|_| plain) else { return };
    let message =
        "quotation marks that YAML does not know enclose a text, and would be shown with it";
    let diag = reader.find_at(Code::WideMark, node, message);
    diag.label = Some("not the marks of a keyboard".to_owned());
    diag.help = Some(
        "type plain quotation marks; where these are meant, put plain ones around them".to_owned(),
    );
    diag.instead = Some(Mend::suggested(enclosed(inner)));
}

/// How much of a comment is taken for text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comments {
    /// A name may have a comment behind it.
    Usual,
    /// Where a sentence ends before a ` #`, it is more likely cut than explained.
    Unusual,
}

/// Says that a comment cuts a text that stands without quotes.
fn uncut(node: &Node, comments: Comments, reader: &mut Reader<'_>) -> bool {
    let Value::Scalar(scalar) = &node.value else { return true };
    let start = node.place.0 as usize;
    let Some(rest) = reader.source.get(node.place.1 as usize..).filter(|_| scalar.plain) else {
        return true;
    };
    let rest = rest.split('\n').next().unwrap_or("").trim_end();
    let Some((space, behind)) = rest.split_once('#') else { return true };
    let is_comment = !space.is_empty() && space.bytes().all(|byte| matches!(byte, b' ' | b'\t'));
    let is_text = is_number_sign(behind) || comments == Comments::Unusual;
    if !is_comment || !is_text || scalar.text.is_empty() {
        return true;
    }
    let end = node.place.1 as usize + rest.len();
    let here = reader.here();
    let whole = reader.source.get(start..end).unwrap_or("");
    let in_brackets = reader.stands_in_brackets(node);
    let message = format!("{here} ends before the `#`, as ` #` begins a comment");
    let mut diag = Diag::new(Code::CommentInText, reader.span(node.place), message)
        .label("only this much is read")
        .help("put the whole text in quotes; to keep a comment, put only the text before it in quotes");
    if !in_brackets && !whole.contains('\n') {
        let (start, end) = (node.place.0, u32::try_from(end).unwrap_or(u32::MAX));
        diag.place = reader.span((start, end)).into();
        diag = diag.label("what stands behind the `#` is not read").suggest(enclosed(whole));
    }
    reader.find(diag);
    false
}

const ONE_LINE: &str = "write it on one line, in double quotes if need be";

fn one_line<'n>(node: &'n Node, reader: &mut Reader<'_>, longest: usize) -> Option<&'n str> {
    let text = text(node, reader, "one line of text")?;
    uncut(node, Comments::Usual, reader);
    on_one_line(text, longest, node, reader)
}

fn on_one_line<'n>(
    text: &'n str,
    longest: usize,
    node: &Node,
    reader: &mut Reader<'_>,
) -> Option<&'n str> {
    if text.contains('\n') {
        let message = format!("{} takes one line", reader.here());
        let diag = reader.find_at(Code::BadText, node, message);
        diag.label = Some("this has several".to_owned());
        diag.help = Some(ONE_LINE.to_owned());
        return None;
    }
    if text.contains('\t') {
        let message = format!("{} takes no tabs", reader.here());
        let diag = reader.find_at(Code::BadText, node, message);
        diag.help = Some("put a space in place of each tab".to_owned());
        diag.instead = Some(Mend::safe(quoted(&text.replace('\t', " "))));
        return None;
    }
    within(text, longest, node, reader)
}

fn within<'n>(
    text: &'n str,
    longest: usize,
    node: &Node,
    reader: &mut Reader<'_>,
) -> Option<&'n str> {
    let length = text.chars().count();
    if length > longest {
        let message =
            format!("{} takes at most {longest} characters, and this has {length}", reader.here());
        let (more, s) = (length - longest, if length - longest == 1 { "" } else { "s" });
        reader.find_at(Code::TextTooLong, node, message).help =
            Some(format!("shorten it by {more} character{s}"));
        return None;
    }
    Some(text)
}

impl Read for Line {
    fn shape() -> Shape {
        Shape::Line
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        one_line(node, reader, Self::LONGEST).map(|text| Self(text.to_owned()))
    }
}

impl Read for Locator {
    fn shape() -> Shape {
        Shape::Locator
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        // A whole number is the same text to every program; `1.10` is not.
        match node.text() {
            Some(text)
                if !text.is_empty()
                    && !text.starts_with('0')
                    && text.bytes().all(|b| b.is_ascii_digit()) =>
            {
                Some(Self(text.to_owned()))
            }
            _ => one_line(node, reader, 60).map(|text| Self(text.to_owned())),
        }
    }
}

impl Read for Author {
    /// Two people of one name can write a paper together.
    const MAY_REPEAT: bool = true;

    fn shape() -> Shape {
        Shape::Author
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if !matches!(node.value, Value::Map(_)) {
            return Name::read(node, reader).map(|name| name.0);
        }
        let before = reader.findings.len();
        let named = Named::read(node, reader)?;
        let person = named.name.and_then(|name| match name.0 {
            Self::Person(person) => Some(person),
            Self::Group(_) => None,
        });
        let (what, help) = match (named.group, person, named.also) {
            (Some(group), None, None) => return Some(Self::group(group.0)),
            (None, Some(person), also) => {
                let also = also.map_or_else(String::new, |also| also.0);
                return Some(Self::Person(Person { also, ..person }));
            }
            (Some(_), Some(_), _) => ("a group and a person at once", "delete `group` or `name`"),
            (Some(_), None, Some(_)) => {
                ("a group with a name in another script", "delete `also`, which persons have")
            }
            (None, None, _) => {
                ("nobody", "write `{group: Name}` or `{name: Hao Chen, also: 陈昊}`")
            }
        };
        if reader.findings.len() == before {
            let message = format!("{} names {what}", reader.here());
            reader.find_at(Code::BadAuthor, node, message).help = Some(help.to_owned());
        }
        None
    }

    fn look(items: &[Node], reader: &mut Reader<'_>) {
        // A name with a comma that lost its quotes in brackets is two items: `[Zhang, He, Liu, Hailong]`.
        let texts = items.iter().map_while(Node::text);
        let words: Vec<&str> = texts.take_while(|text| Self::is_one_word(text)).collect();
        let Some(first) = items.first().filter(|_| words.len() > 1) else { return };
        let diag = reader.find_at(
            Code::AuthorOrder,
            first,
            "family and given names seem to stand here as authors of their own",
        );
        diag.label = Some(format!("{} names of one word, one after another", words.len()));
        let pairs: Vec<String> =
            words.chunks(2).map(|pair| quoted(&pair.join(", "))).take(MOST_PAIRS).collect();
        let more = if words.len() > 2 * MOST_PAIRS { ", …" } else { "" };
        diag.help = Some(printable(&format!(
            "put quotes around each author: `[{}{more}]`; who has one name only is written `{{name: {}}}`",
            pairs.join(", "),
            words.first().unwrap_or(&"Plato"),
        )));
    }
}

/// How many authors a help line repeats.
const MOST_PAIRS: usize = 3;

super::record! {
    /// An author in keys.
    struct Named {
        /// The name of a group.
        group: Option<Line>,
        /// The name of a person.
        name: Option<Name>,
        /// The person's name in another script.
        also: Option<Line>,
    }
}

/// The name of a person as it is typed.
#[derive(Debug, Clone)]
struct Name(Author);

impl Read for Name {
    fn shape() -> Shape {
        Shape::Line
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = one_line(node, reader, 200)?;
        let author = match text.parse::<Author>() {
            Ok(author) => author,
            Err(why) => {
                reader.malformed(node, why);
                if let (Some(meant), Some(diag)) = (Bracketed::of(text), reader.findings.last_mut())
                {
                    let is_in_braces = text.starts_with('{') || text.ends_with([')', '）']);
                    let made = |text: String| {
                        if is_in_braces { Mend::safe(text) } else { Mend::suggested(text) }
                    };
                    diag.instead = Some(made(match meant {
                        Bracketed::Group(name) => format!("{{group: {}}}", written(&name)),
                        Bracketed::Also { name, also } => {
                            format!("{{name: {}, also: {}}}", written(&name), written(&also))
                        }
                    }));
                }
                return None;
            }
        };
        if let Some(turned) = Author::turned(text) {
            let Turned { by_initials, as_a_name } = turned;
            if let Some(name) = as_a_name {
                let message = format!("`{text}` ends in capitals: a family name, or initials");
                let diag = reader.find_at(Code::AuthorOrder, node, message);
                diag.label = Some("nobody can tell which".to_owned());
                diag.help = Some(format!(
                    "write `{name}` if it is the family name, or `{by_initials}` if these are initials"
                ));
            } else {
                let message =
                    format!("the family name seems to be the last word of `{text}`, and is not");
                let diag = reader.find_at(Code::AuthorOrder, node, message);
                diag.label = Some("initials behind a family name".to_owned());
                diag.help = Some(format!("write `{by_initials}`"));
                diag.instead = Some(Mend::suggested(quoted(&by_initials)));
            }
        }
        Some(Self(author))
    }
}

/// Reads a text of one language or of several, each piece with `piece`.
fn languages(
    node: &Node,
    reader: &mut Reader<'_>,
    piece: impl Fn(&Node, &mut Reader<'_>) -> Option<String>,
) -> Option<Text> {
    let mut text = Text::default();
    let Value::Map(_) = node.value else {
        let language = reader.context.first_language();
        text.0.insert(language.to_owned(), piece(node, reader)?);
        return Some(text);
    };
    if node.is_bare() {
        reader.empty(node);
    }
    for Pair { key, value } in pairs(node, reader, String::new)? {
        if !reader.context.takes_language(&key.text) {
            unknown_language(&key.text, key.place, reader);
            continue;
        }
        let read = reader.below(&key.text, |reader| piece(value, reader));
        text.0.extend(read.map(|read| (key.text.clone(), read)));
    }
    (!text.0.is_empty()).then_some(text)
}

/// Languages as people call them, each with its code.
const LANGUAGES: [(&str, &[&str]); 9] = [
    ("en", &["english", "eng", "英文", "英语"]),
    ("zh", &["chinese", "cn", "chn", "mandarin", "中文", "汉语"]),
    ("de", &["german", "deutsch"]),
    ("fr", &["french", "français"]),
    ("es", &["spanish", "español"]),
    ("ja", &["japanese", "jp", "日本語"]),
    ("ko", &["korean", "kr", "한국어"]),
    ("pt", &["portuguese", "português"]),
    ("ru", &["russian", "русский"]),
];

/// The language of a list that is called by a name.
fn of_name<'k>(name: &str, known: &'k [String]) -> Option<&'k str> {
    let name = name.to_lowercase();
    let (code, _) = LANGUAGES.iter().find(|(_, names)| names.contains(&name.as_str()))?;
    known.iter().map(String::as_str).find(|known| known.split('-').next() == Some(code))
}

pub(crate) fn unknown_language(language: &str, place: (u32, u32), reader: &mut Reader<'_>) {
    let known = reader.context.languages;
    let message = format!("`{language}` is not one of the list's languages");
    let diag = Diag::new(Code::UnknownLanguage, reader.span(place), message);
    let diag = if let Some(near) = nearest(language, known.iter().map(String::as_str)) {
        diag.did_you_mean(language, near)
    } else if let Some(meant) = of_name(language, known) {
        diag.help(format!("did you mean `{meant}`?")).suggest(meant)
    } else {
        let known = one_of(known.iter().map(String::as_str));
        diag.help(format!("write {known}: the languages that survey.yaml names"))
    };
    reader.find(diag);
}

impl Read for Text {
    fn shape() -> Shape {
        Shape::Text { longest: Self::LONGEST, one_line: false, markdown: false }
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        languages(node, reader, |node, reader| {
            let text = text(node, reader, "a text")?;
            uncut(node, Comments::Unusual, reader);
            within(text, Self::LONGEST, node, reader).map(str::to_owned)
        })
    }
}

impl Read for Summary {
    fn shape() -> Shape {
        Shape::Text { longest: Self::LONGEST, one_line: true, markdown: false }
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        languages(node, reader, |node, reader| {
            let text = text(node, reader, "one line of text")?;
            uncut(node, Comments::Unusual, reader);
            on_one_line(text, Self::LONGEST, node, reader).map(str::to_owned)
        })
        .map(Self)
    }
}

impl Read for Markdown {
    fn shape() -> Shape {
        Shape::Text { longest: Self::LONGEST, one_line: false, markdown: true }
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        languages(node, reader, |node, reader| {
            let text = text(node, reader, "a text in Markdown")?;
            uncut(node, Comments::Unusual, reader);
            within(text, Self::LONGEST, node, reader).map(str::to_owned)
        })
        .map(Self)
    }
}

/// A value as it is written, whatever it looks like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AsWritten(pub String);

impl Read for AsWritten {
    fn shape() -> Shape {
        Shape::AsWritten
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "a value")?;
        if text.contains('\n') {
            let message = format!("{} takes one line", reader.here());
            reader.find_at(Code::BadText, node, message).help = Some(ONE_LINE.to_owned());
            return None;
        }
        within(text, Line::LONGEST, node, reader).map(|text| Self(text.to_owned()))
    }
}
