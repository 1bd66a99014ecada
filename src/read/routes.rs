//! Routes such as `variants.micro.parameters`: whether a field can stand there, and what was meant where none can.

use super::{Field, Read, Reader, Shape};
use crate::diag::{Code, Diag, one_of};
use crate::value::nearest;
use crate::yaml::Node;

/// A route to a field of the same entry, such as `variants.micro.parameters`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Route(pub String);

impl Route {
    /// Whether the route is that of a field or of something above it.
    #[must_use]
    pub fn covers(&self, field: &str) -> bool {
        match field.strip_prefix(self.0.as_str()) {
            Some(rest) => rest.is_empty() || rest.starts_with(['.', '[']),
            None => false,
        }
    }
}

impl Read for Route {
    fn shape() -> Shape {
        Shape::Route
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "a route to a field such as `training.size`")?;
        let first = text.split(['.', '[']).next().unwrap_or_default();
        let may_be_own = !reader.context.registry.is_certain
            && !reader.fields.iter().any(|field| field.key == first);
        if may_be_own && !first.is_empty() {
            return Some(Self(text.to_owned()));
        }
        if let Err((step, known)) = route_exists(text, &reader.fields) {
            let message = if text.is_empty() {
                "the route names no field".to_owned()
            } else {
                format!("there is no field `{text}` in this kind of entry")
            };
            let near =
                nearest(&step, known.iter().copied()).map(|near| text.replacen(&step, near, 1));
            let all: Vec<&str> = reader.fields.iter().map(|field| field.key).collect();
            let diag = Diag::new(Code::BadRoute, reader.span(node.handle()), message);
            reader.find(match &near {
                Some(near) => diag.did_you_mean(text, near),
                None if known.is_empty() && !text.is_empty() => diag
                    .help("write the route up to a key that has a value; nothing stands below it"),
                None => diag.help(format!(
                    "write {}",
                    one_of(if known.is_empty() { &all } else { &known }.iter().copied())
                )),
            });
            return None;
        }
        Some(Self(text.to_owned()))
    }
}

/// Whether a route such as `variants.micro.parameters` can exist under these fields; `Err` gives the step that cannot and what could stand there.
pub fn route_exists(route: &str, fields: &[Field]) -> Result<(), (String, Vec<&'static str>)> {
    let mut here = Here::Fields(fields.to_vec());
    for step in route.split(['.', '[']).filter(|step| !step.is_empty()) {
        let index = step.strip_suffix(']');
        here = match (here, index) {
            (Here::Fields(fields), None) => match fields.iter().find(|field| field.key == step) {
                Some(field) => Here::of(field.shape()),
                None => {
                    return Err((step.to_owned(), fields.iter().map(|field| field.key).collect()));
                }
            },
            (Here::List(shape), Some(index)) if index.parse::<usize>().is_ok() => Here::of(*shape),
            // A route may speak of the items of a list without a number.
            (Here::List(shape), None) => match Here::of(*shape) {
                Here::Fields(fields) => match fields.iter().find(|field| field.key == step) {
                    Some(field) => Here::of(field.shape()),
                    None => return Err((step.to_owned(), Vec::new())),
                },
                _ => return Err((step.to_owned(), Vec::new())),
            },
            (Here::Map(shape), None) => Here::of(*shape),
            _ => return Err((step.to_owned(), Vec::new())),
        };
    }
    if route.is_empty() { Err((String::new(), Vec::new())) } else { Ok(()) }
}

/// The shape of what stands at a route such as `licence.weights`; nothing where no field can stand there.
#[must_use]
pub fn shape_at(route: &str, fields: &[Field]) -> Option<Shape> {
    let mut shape: Option<Shape> = None;
    for step in route.split(['.', '[']).filter(|step| !step.is_empty()) {
        let is_index = step.ends_with(']');
        let field = |fields: &[Field]| {
            let found = fields.iter().find(|field| field.key == step);
            found.map(Field::shape)
        };
        shape = match shape.map(bare) {
            None => field(fields),
            Some(Shape::Record { fields, .. }) => field(fields),
            Some(Shape::List(item)) if is_index => Some(*item),
            Some(Shape::List(item)) => match bare(*item) {
                Shape::Record { fields, .. } => field(fields),
                _ => None,
            },
            Some(Shape::Map(value)) => Some(*value),
            Some(_) => None,
        };
        shape.as_ref()?;
    }
    shape.map(bare)
}

/// A shape without what may stand in place of its values.
fn bare(shape: Shape) -> Shape {
    match shape {
        Shape::Either(_, whole) => bare(*whole),
        Shape::Reported(value) => bare(*value),
        shape => shape,
    }
}

/// Where a route stands.
enum Here {
    Fields(Vec<Field>),
    List(Box<Shape>),
    Map(Box<Shape>),
    Leaf,
}

impl Here {
    fn of(shape: Shape) -> Self {
        match shape {
            Shape::Record { fields, .. } => Self::Fields(fields.to_vec()),
            Shape::List(shape) => Self::List(shape),
            Shape::Map(shape) => Self::Map(shape),
            Shape::Either(_, record) => Self::of(*record),
            Shape::Reported(shape) => Self::of(*shape),
            _ => Self::Leaf,
        }
    }
}
