//! Which output stands where: two at one place are a finding, but where a list may replace what the theme brings.

use std::collections::BTreeMap;

use crate::diag::{Code, Diag, Place, printable};
use crate::output::{Origin, Output, STAMP};
use crate::project::StaticFile;
use crate::source::Sources;
use crate::theme::{ASSETS, anywhere};

/// What a list's own file may replace beside the assets of the theme.
const REPLACEABLE: &str = "robots.txt";

/// The outputs of a site, and those that no build may write.
#[derive(Debug)]
pub struct Plan<'s> {
    /// Everything that the site is made of, in the order of its paths.
    pub outputs: Vec<Output<'s>>,
    /// Where two outputs would stand at one place.
    pub clashes: Vec<Diag>,
}

/// Outputs by their places.
#[derive(Default)]
pub(super) struct Places<'s> {
    /// By the path as a system reads it that does not tell case apart.
    taken: BTreeMap<String, Vec<Placed<'s>>>,
}

struct Placed<'s> {
    path: String,
    what: What,
    origin: Origin<'s>,
}

/// What stands at a place.
#[derive(Clone, PartialEq, Eq)]
enum What {
    /// The page of an entry, by the path of its file.
    Entry(String),
    /// Another page, by its language.
    Page(String),
    /// Data, a script or another file that is made.
    Made,
    /// A file of the theme, which a list may replace.
    Asset,
    /// A file of the list.
    Own,
}

impl<'s> Places<'s> {
    /// A file that is made.
    pub(super) fn insert(&mut self, path: String, origin: Origin<'s>) {
        let what = if path == REPLACEABLE { What::Asset } else { What::Made };
        self.put(path, what, origin);
    }

    /// A page: of an entry with this file, or else one of the site's own.
    pub(super) fn page(
        &mut self,
        path: String,
        entry: Option<&str>,
        language: &str,
        origin: Origin<'s>,
    ) {
        let what = match entry {
            Some(file) => What::Entry(file.to_owned()),
            None => What::Page(language.to_owned()),
        };
        self.put(path, what, origin);
    }

    /// The assets of the theme.
    pub(super) fn assets(&mut self) {
        for (path, bytes) in ASSETS {
            self.put((*path).to_owned(), What::Asset, Origin::Bytes(bytes));
        }
    }

    /// The list's own files.
    pub(super) fn own(&mut self, statics: &'s [StaticFile]) {
        for file in statics {
            self.put(file.path.clone(), What::Own, Origin::Copied(&file.from));
        }
    }

    fn put(&mut self, path: String, what: What, origin: Origin<'s>) {
        self.taken.entry(path.to_lowercase()).or_default().push(Placed { path, what, origin });
    }

    /// The outputs in the order of their paths, and the findings where two stand at one place.
    pub(super) fn plan(self, sources: &Sources) -> Plan<'s> {
        let mut clashes = self.below_a_file(sources);
        let mut outputs = Vec::with_capacity(self.taken.len());
        for (folded, mut placed) in self.taken {
            let own = placed.iter().find(|one| one.what == What::Own).map(|own| own.path.clone());
            placed.retain(|one| one.what != What::Asset || own.as_ref() != Some(&one.path));
            if folded == STAMP
                && let Some(one) = placed.first()
            {
                clashes.push(reserved(one, sources));
            }
            if let [one, other, ..] = placed.as_slice() {
                clashes.push(clash(one, other, sources));
            }
            outputs.extend(placed.into_iter().map(|one| Output::new(one.path, one.origin)));
        }
        outputs.sort_by(|a, b| a.path.cmp(&b.path));
        Plan { outputs, clashes }
    }

    /// A file cannot stand where a folder must; only the list's own files can bring that about.
    fn below_a_file(&self, sources: &Sources) -> Vec<Diag> {
        let mut clashes = Vec::new();
        for (folded, placed) in &self.taken {
            let Some(own) = placed.iter().find(|one| one.what == What::Own) else { continue };
            let above = folded.match_indices('/').filter_map(|(at, _)| folded.get(..at));
            let above = above.filter_map(|above| self.taken.get(above)?.first());
            let inside = format!("{folded}/");
            let below = self.taken.range(inside.clone()..).next();
            let below = below.filter(|(path, _)| path.starts_with(&inside));
            let below = below.and_then(|(_, placed)| placed.first());
            // Two files of the list are met twice, and told once.
            let others = above.chain(below.filter(|other| other.what != What::Own));
            clashes.extend(others.map(|other| clash(own, other, sources)));
        }
        clashes
    }
}

impl Placed<'_> {
    fn describe(&self) -> String {
        let path = printable(&self.path);
        match &self.what {
            What::Entry(file) => format!("the page `{path}` of `{}`", printable(file)),
            What::Page(language) => format!("the page `{path}` in the language `{language}`"),
            What::Made => format!("`{path}`, which listwright makes,"),
            What::Asset => format!("`{path}` of the theme"),
            What::Own => format!("`static/{path}`"),
        }
    }
}

fn clash(one: &Placed<'_>, other: &Placed<'_>, sources: &Sources) -> Diag {
    let (one, other) = if one.what == What::Own { (other, one) } else { (one, other) };
    let how = if one.path == other.path {
        "would be one file"
    } else if one.path.eq_ignore_ascii_case(&other.path)
        || one.path.to_lowercase() == other.path.to_lowercase()
    {
        "would be one file where a system does not tell case apart"
    } else {
        "cannot both be written, as one is a file and the other needs a folder of that name"
    };
    let message = format!("{} and {} {how}", one.describe(), other.describe());
    let help = if other.what == What::Own {
        format!(
            "give `static/{}` another name; of what listwright makes, a file in static/ can replace the theme's assets \
             and {REPLACEABLE}",
            printable(&other.path)
        )
    } else {
        "give one of them another id, or the language its own code".to_owned()
    };
    Diag::new(Code::TwoOutputs, Place::from(anywhere(sources)), message).help(help)
}

fn reserved(one: &Placed<'_>, sources: &Sources) -> Diag {
    let message = format!("{} would stand where a build notes what it has written", one.describe());
    Diag::new(Code::TwoOutputs, Place::from(anywhere(sources)), message)
        .help("give the file another name, or delete it")
}
