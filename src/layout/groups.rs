//! Groups of a picture: style sheets find its parts by their classes.

use crate::scene::Item;

/// Items under a class.
pub(super) fn group(class: &'static str, items: impl IntoIterator<Item = Item>) -> Option<Item> {
    let items: Vec<Item> = items.into_iter().collect();
    (!items.is_empty()).then_some(Item::Group(class, items))
}

/// Neighbouring groups of one class are one.
pub(super) fn joined(items: impl IntoIterator<Item = Item>) -> Vec<Item> {
    let mut all: Vec<Item> = Vec::new();
    for item in items {
        match (all.last_mut(), item) {
            (Some(Item::Group(before, own)), Item::Group(class, more)) if *before == class => {
                own.extend(more);
            }
            (_, item) => all.push(item),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use crate::geometry::Rect;
    use crate::scene::Shape;

    fn grouped(class: &'static str) -> Option<Item> {
        group(class, [Shape::rect(Rect::from_edges(0.0, 0.0, 1.0, 1.0), Color::hex(0))])
    }

    #[test]
    fn neighbours_of_one_class_are_one() {
        let items = ["grid", "grid", "rules", "grid"].into_iter().filter_map(grouped);
        let found: Vec<_> = joined(items)
            .iter()
            .map(|item| if let Item::Group(class, items) = item { (*class, items.len()) } else { ("", 0) })
            .collect();
        assert_eq!(found, [("grid", 2), ("rules", 1), ("grid", 1)]);
    }

    #[test]
    fn nothing_makes_no_group() {
        assert!(group("grid", None).is_none());
    }
}
