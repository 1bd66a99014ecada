//! How much an entry may hold: the most items of every list and map, with room for what is real.

/// A list or a map of an entry, by its key, with the most items that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The key.
    pub key: &'static str,
    /// The most items.
    pub most: usize,
    /// Why so many.
    pub why: &'static str,
}

/// The most items of a list or a map that [`LISTS`] does not name.
pub const ANY_LIST: usize = 200;

/// The most items of a list or a map in the list's own files: survey.yaml, vocabulary.yaml, changes.yaml.
pub const OWN_FILES: usize = 20_000;

/// The lists and maps of entries that take fewer items than most, or more.
pub const LISTS: &[Limit] = &[
    limit("aliases", 50, "names that readers search for"),
    limit("former_ids", 50, "each makes a page in each language"),
    limit("tags", 50, "words that readers filter by"),
    limit("for", 500, "a source may speak for every column of a leaderboard"),
    limit("authors", 20_000, "large collaborations sign with thousands of names"),
    limit("papers", 100, "a model, a dataset or a challenge and what describes it"),
    limit("datasets", 1_000, "what a model was trained on, or a paper compares"),
    limit("variants", 500, "sizes and versions of one model"),
    limit("columns", 1_000, "a benchmark of hundreds of assays"),
    limit("rows", 10_000, "a leaderboard to which anybody can submit"),
    limit("scores", 1_000, "one for each column"),
    limit("winners", 1_000, "everybody who won something"),
];

const fn limit(key: &'static str, most: usize, why: &'static str) -> Limit {
    Limit { key, most, why }
}

/// The most items of the list or the map at a route of an entry, such as `leaderboard.rows[3].scores`.
#[must_use]
pub fn most_items(route: &str) -> usize {
    let key = route.rsplit('.').next().unwrap_or(route);
    let key = key.split('[').next().unwrap_or(key);
    LISTS.iter().find(|limit| limit.key == key).map_or(ANY_LIST, |limit| limit.most)
}
