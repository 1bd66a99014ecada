//! The order of the keys in a file, from the same fields that say which keys there are.

use super::{Field, Shape};
use crate::yaml::Order;

/// The order of records with these fields; texts in several languages follow the list's languages.
#[must_use]
pub fn order_of(fields: &[Field], languages: &[String]) -> Order {
    let key = |field: &Field| (field.key.to_owned(), order(&field.shape(), languages));
    Order::Keys(fields.iter().map(key).collect())
}

fn order(shape: &Shape, languages: &[String]) -> Order {
    let by_language = || languages.iter().map(|language| (language.clone(), Order::Free));
    match shape {
        Shape::Text { .. } => Order::Keys(by_language().collect()),
        Shape::Term => {
            let about = ("about".to_owned(), Order::Keys(by_language().collect()));
            Order::Keys(by_language().chain([about]).collect())
        }
        Shape::List(shape) | Shape::Map(shape) => Order::Each(Box::new(order(shape, languages))),
        Shape::Record { fields, .. } => order_of(fields, languages),
        Shape::Either(_, record) => order(record, languages),
        Shape::Reported(shape) => order(shape, languages),
        _ => Order::Free,
    }
}
