//! Lists that hand out an id for each of their items.

use std::marker::PhantomData;

/// An id that an [`IdList`] hands out.
pub trait ListId: Copy + Ord {
    fn from_position(position: usize) -> Self;
    fn position(self) -> usize;
}

/// A list that hands out an id for each item. Lists that [`IdList::map`] makes of one another share their ids.
#[derive(Clone, Debug)]
pub struct IdList<I, T> {
    items: Vec<T>,
    id_type: PhantomData<I>,
}

impl<I: ListId, T> IdList<I, T> {
    /// Appends an item and returns its id.
    pub fn push(&mut self, item: T) -> I {
        self.items.push(item);
        I::from_position(self.items.len() - 1)
    }

    /// Returns the item with an id.
    pub fn get(&self, id: I) -> Option<&T> {
        self.items.get(id.position())
    }

    /// Returns the item with an id, to change it.
    pub fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.items.get_mut(id.position())
    }

    /// Iterates over the items in the order in which they were added.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// Iterates over the items, to change them.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.items.iter_mut()
    }

    /// Iterates over the ids of all items.
    pub fn ids(&self) -> impl Iterator<Item = I> + use<I, T> {
        (0..self.items.len()).map(I::from_position)
    }

    /// Iterates over the items with their ids.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        self.items.iter().enumerate().map(|(position, item)| (I::from_position(position), item))
    }

    /// Iterates over the items that were added before the one with an id.
    pub fn items_before(&self, id: I) -> impl Iterator<Item = &T> {
        self.items.iter().take(id.position())
    }

    /// Makes a list of the same ids, with an item for each item of this list.
    pub fn map<'a, U>(&'a self, mut make: impl FnMut(I, &'a T) -> U) -> IdList<I, U> {
        self.entries().map(|(id, item)| make(id, item)).collect()
    }
}

impl<I, T> Default for IdList<I, T> {
    fn default() -> Self {
        Self { items: Vec::new(), id_type: PhantomData }
    }
}

impl<I, T> FromIterator<T> for IdList<I, T> {
    fn from_iter<Items: IntoIterator<Item = T>>(items: Items) -> Self {
        Self { items: items.into_iter().collect(), id_type: PhantomData }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::DatasetId;

    #[test]
    fn an_id_is_valid_in_lists_mapped_from_its_list() {
        let mut names: IdList<DatasetId, &str> = IdList::default();
        let (first, second) = (names.push("remaining"), names.push("scope"));
        let lengths = names.map(|_, name| name.len());
        assert_eq!((names.get(first), lengths.get(second)), (Some(&"remaining"), Some(&5)));
        assert_eq!(names.ids().collect::<Vec<_>>(), [first, second]);
        assert_eq!(names.items_before(second).collect::<Vec<_>>(), [&"remaining"]);
    }
}
