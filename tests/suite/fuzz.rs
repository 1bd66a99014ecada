//! A bounded run of the fuzz targets without special tools: the committed corpus, then mutations of it.

#[path = "../fuzz/targets.rs"]
pub(crate) mod targets;

use std::fs;
use std::path::Path;

use targets::{TARGETS, Target};

/// A small generator, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

/// Pieces that parsers take for something.
const PIECES: &[&str] = &[
    ": ",
    "- ",
    "\n",
    "\n  ",
    "\t",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    "|",
    ">",
    "#",
    "&a ",
    "*a",
    "!!str ",
    "%YAML",
    "---\n",
    "...\n",
    "<<: ",
    "~",
    "2022-02",
    "2022.10",
    "1e3",
    "99.52M",
    "36M sequences",
    "± 0.5",
    "10.1093/x",
    "arXiv:2204.00300",
    "https://",
    "//",
    "javascript:",
    "@",
    "www.",
    "`",
    "**",
    "__",
    "~~",
    "![x](y)",
    "<b>",
    "<!--",
    "-->",
    "&amp;",
    "\\",
    "论文",
    "é",
    "\u{200b}",
    "\u{202e}",
    "\0",
    "\u{1b}[31m",
    "\r\n",
    "\u{feff}",
    "🧬",
    "name",
    "released",
    "category",
    "papers",
    "sources",
    "not reported",
    "et al.",
    "0x1F",
    "999999999999999999999",
    "ﬀ",
    "İ",
];

fn mutate(random: &mut Random, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut data = corpus.get(random.below(corpus.len())).cloned().unwrap_or_default();
    for _ in 0..=random.below(4) {
        let at = random.below(data.len() + 1);
        match random.below(6) {
            0 => data.truncate(at),
            1 => drop(data.splice(at..at, PIECES[random.below(PIECES.len())].bytes())),
            2 if !data.is_empty() => {
                let at = at.min(data.len() - 1);
                data[at] = u8::try_from(random.below(256)).unwrap();
            }
            3 => {
                let end = (at + random.below(16)).min(data.len());
                data.drain(at..end);
            }
            4 => {
                let other = &corpus[random.below(corpus.len())];
                let from = random.below(other.len() + 1);
                let end = (from + random.below(40)).min(other.len());
                drop(data.splice(at..at, other[from..end].iter().copied()));
            }
            _ => {
                let end = (at + random.below(24)).min(data.len());
                let piece = data[at..end].to_vec();
                drop(data.splice(at..at, piece));
            }
        }
    }
    data.truncate(4_096);
    data
}

#[test]
fn no_input_of_the_bounded_run_breaks_what_must_hold() {
    let runs: usize =
        std::env::var("LISTWRIGHT_FUZZ").ok().and_then(|runs| runs.parse().ok()).unwrap_or(4_000);
    let seed = std::env::var("LISTWRIGHT_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(0x9e37_79b9_7f4a_7c15);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    for &Target { name, run: target, cost } in TARGETS {
        let runs = runs / cost;
        let mut files: Vec<_> =
            fs::read_dir(folder.join(name)).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        let corpus: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).unwrap()).collect();
        assert!(!corpus.is_empty(), "no corpus for {name}");
        for data in &corpus {
            target(data);
        }
        let mut random = Random(seed);
        for run in 0..runs {
            let data = mutate(&mut random, &corpus);
            let held = std::panic::catch_unwind(|| target(&data)).is_ok();
            assert!(held, "{name}, run {run}: {:?}", String::from_utf8_lossy(&data));
        }
        println!("{name}: {} of the corpus and {runs} mutations", corpus.len());
    }
}
