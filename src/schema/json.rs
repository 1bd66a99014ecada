//! JSON whose keys keep the order in which they were put, whatever other crates ask of `serde_json`.

use indexmap::IndexMap;
use serde::Serialize;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Json {
    Flag(bool),
    Number(u64),
    Text(String),
    List(Vec<Json>),
    Object(Object),
}

/// A JSON object.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Object(IndexMap<String, Json>);

impl Object {
    /// Puts a key.
    pub(super) fn with(mut self, key: &str, value: impl Into<Json>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    /// Puts a key before all others.
    pub(super) fn led_by(mut self, key: &str, value: impl Into<Json>) -> Self {
        self.0.shift_insert(0, key.to_owned(), value.into());
        self
    }

    /// Puts a key, unless its value is an empty list.
    pub(super) fn with_some(self, key: &str, list: Vec<Json>) -> Self {
        if list.is_empty() { self } else { self.with(key, list) }
    }

    /// Puts all keys of another object behind its own.
    pub(super) fn joined(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Whether it has a key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }
}

/// A list of texts.
pub(super) fn texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<Json> {
    texts.into_iter().map(Json::from).collect()
}

/// A list of objects.
pub(super) fn objects(objects: impl IntoIterator<Item = Object>) -> Vec<Json> {
    objects.into_iter().map(Json::from).collect()
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<Json>> for Json {
    fn from(list: Vec<Json>) -> Self {
        Self::List(list)
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}
