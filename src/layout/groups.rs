//! Groups of scene items. Style sheets select parts of the picture by group class.

use crate::scene::Item;

/// Returns the items as a group with a class; `None` if there are no items.
pub(super) fn group_items(class: &'static str, items: impl IntoIterator<Item = Item>) -> Option<Item> {
    let items: Vec<Item> = items.into_iter().collect();
    (!items.is_empty()).then_some(Item::Group(class, items))
}

/// Merges adjacent groups with the same class.
pub(super) fn merge_adjacent_groups(items: impl IntoIterator<Item = Item>) -> Vec<Item> {
    let mut merged: Vec<Item> = Vec::new();
    for item in items {
        match (merged.last_mut(), item) {
            (Some(Item::Group(before, own)), Item::Group(class, more)) if *before == class => {
                own.extend(more);
            }
            (_, item) => merged.push(item),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;
    use crate::geometry::Rect;
    use crate::scene::Shape;

    fn sample_group(class: &'static str) -> Option<Item> {
        group_items(class, [Shape::filled_rect(Rect::from_edges(0.0, 0.0, 1.0, 1.0), Color::from_hex(0))])
    }

    #[test]
    fn adjacent_groups_of_one_class_are_merged() {
        let items = ["grid", "grid", "rules", "grid"].into_iter().filter_map(sample_group);
        let found: Vec<_> = merge_adjacent_groups(items)
            .iter()
            .map(|item| if let Item::Group(class, items) = item { (*class, items.len()) } else { ("", 0) })
            .collect();
        assert_eq!(found, [("grid", 2), ("rules", 1), ("grid", 1)]);
    }

    #[test]
    fn an_empty_list_makes_no_group() {
        assert!(group_items("grid", None).is_none());
    }
}
