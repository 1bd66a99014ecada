//! What an entry must hold depends on its status: the same rules as the checker's, as conditions.

use super::json::{Json, Object, objects, texts};
use crate::read::{Field, Need};

/// The conditions of an entry.
pub(super) fn by_status(fields: &[Field], one_of: &[&[&str]]) -> Vec<Json> {
    let listed = fields.iter().filter(|field| field.need == Need::Listed);
    let complete = Object::default()
        .with_some("required", texts(listed.map(|field| field.key)))
        .with_some("allOf", objects(one_of.iter().map(|set| one_of_keys(set))));
    objects([
        when(&["candidate", "excluded"]).with("else", complete),
        when(&["candidate", "excluded", "withdrawn"])
            .with("then", required("reason"))
            .with("else", forbidden("reason")),
        when(&["superseded"])
            .with("then", required("superseded_by"))
            .with("else", forbidden("superseded_by")),
    ])
}

/// At least one of some keys.
pub(super) fn one_of_keys(keys: &[&str]) -> Object {
    Object::default().with("anyOf", objects(keys.iter().map(|key| required(key))))
}

fn when(statuses: &[&str]) -> Object {
    let status = Object::default().with("enum", texts(statuses.iter().copied()));
    let condition = Object::default()
        .with("properties", Object::default().with("status", status))
        .with("required", texts(["status"]));
    Object::default().with("if", condition)
}

fn required(key: &str) -> Object {
    Object::default().with("required", texts([key]))
}

fn forbidden(key: &str) -> Object {
    Object::default().with("properties", Object::default().with(key, false))
}
