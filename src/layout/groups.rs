//! Groups of a picture: style sheets find its parts by their classes.

use crate::scene::Item;

/// Items under a class.
pub(super) fn group(class: &'static str, items: Vec<Item>) -> Option<Item> {
    (!items.is_empty()).then_some(Item::Group(class, items))
}

/// Neighbouring groups of one class are one.
pub(super) fn joined(items: impl IntoIterator<Item = Item>) -> Vec<Item> {
    let mut all: Vec<Item> = Vec::new();
    for item in items {
        match (all.last_mut(), item) {
            (Some(Item::Group(before, own)), Item::Group(class, more)) if *before == class => {
                own.extend(more)
            }
            (_, item) => all.push(item),
        }
    }
    all
}
