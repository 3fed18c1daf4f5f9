//! Options with one value per data index.

/// An indexable option of Chart.js: one value per data index, repeated from the start after the last one.
#[derive(Clone, Debug, PartialEq)]
pub struct Indexable<T> {
    first: T,
    rest: Vec<T>,
}

impl<T> Indexable<T> {
    /// Creates an option with the same value for every index.
    pub fn uniform(value: T) -> Self {
        Self { first: value, rest: Vec::new() }
    }

    /// Creates an option with `count` values (at least one), each made from its index.
    pub fn from_fn(count: usize, make: impl Fn(usize) -> T) -> Self {
        Self { first: make(0), rest: (1..count).map(make).collect() }
    }

    /// Returns the value at an index.
    pub fn get(&self, index: usize) -> &T {
        match index.checked_rem(1 + self.rest.len()) {
            Some(position) if position > 0 => self.rest.get(position - 1).unwrap_or(&self.first),
            _ => &self.first,
        }
    }

    /// Iterates over the values of one period, each once.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.first).chain(&self.rest)
    }
}
