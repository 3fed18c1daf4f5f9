//! Which values stand on which (Chart.js 4.6.1, `applyStack`).

use std::collections::HashMap;

use crate::chart::{Chart, Dataset, Stacked};

/// The values of one stack at one place, by dataset.
type Column = Vec<(usize, f64)>;

/// All stacked values of a chart.
#[derive(Clone)]
pub(crate) struct Stacks {
    /// Stack of each dataset, and how it stacks.
    groups: Vec<Option<(usize, Stacked)>>,
    columns: HashMap<(usize, u64), Column>,
    /// Visible datasets, those painted last first.
    pub(crate) order: Vec<usize>,
}

/// The datasets that are seen, those painted last first.
pub(crate) fn visible(datasets: &[Dataset]) -> Vec<usize> {
    let mut order: Vec<usize> =
        datasets.iter().enumerate().filter(|(_, set)| set.visible).map(|(index, _)| index).collect();
    let key = |index: &usize| datasets.get(*index).map_or(0.0, |set| set.order);
    order.sort_by(|a, b| key(a).total_cmp(&key(b)));
    order
}

/// How a dataset's values stand on others.
fn stacking(chart: &Chart, set: &Dataset) -> Option<Stacked> {
    let axis = chart.axes.get(set.value_axis()?)?;
    match axis.stacked {
        Some(Stacked::No) => None,
        Some(stacked) => Some(stacked),
        None => set.stack.as_ref().map(|_| Stacked::Yes),
    }
}

impl Stacks {
    pub(crate) fn of(chart: &Chart) -> Self {
        let mut names: Vec<((usize, usize), &str)> = Vec::new();
        let mut stacks =
            Self { groups: Vec::new(), columns: HashMap::new(), order: visible(&chart.datasets) };
        for (index, set) in chart.datasets.iter().enumerate() {
            let group = stacking(chart, set).zip(set.axes).map(|(stacked, axes)| {
                let name = (axes, set.stack.as_deref().unwrap_or(set.kind));
                let place = names.iter().position(|known| *known == name).unwrap_or_else(|| {
                    names.push(name);
                    names.len() - 1
                });
                (place, stacked)
            });
            stacks.groups.push(group);
            let Some((place, _)) = group else { continue };
            for (at, value) in set.values.iter().filter_map(|v| Some((v.index?, v.value?))) {
                stacks.put((place, at), index, value);
            }
        }
        stacks
    }

    fn put(&mut self, (place, at): (usize, f64), dataset: usize, value: f64) {
        let column = self.columns.entry((place, at.to_bits())).or_default();
        match column.iter_mut().find(|(of, _)| *of == dataset) {
            Some(entry) => entry.1 = value,
            None => column.push((dataset, value)),
        }
    }

    /// Whether a dataset's values stand on others.
    pub(crate) fn is_stacked(&self, dataset: usize) -> bool {
        self.group(dataset).is_some()
    }

    fn group(&self, dataset: usize) -> Option<(usize, Stacked)> {
        self.groups.get(dataset).copied().flatten()
    }

    fn column(&self, dataset: usize, at: f64) -> &[(usize, f64)] {
        let column = self.group(dataset).and_then(|(place, _)| self.columns.get(&(place, at.to_bits())));
        column.map_or(&[], Vec::as_slice)
    }

    /// The end of a value that stands on those of the datasets before its own; as it is where nothing is stacked.
    /// `drawn` tells whether all values count where the axis says so.
    pub(crate) fn total(&self, dataset: usize, at: f64, value: f64, drawn: bool) -> f64 {
        let Some((_, stacked)) = self.group(dataset) else { return value };
        let single = drawn && stacked == Stacked::Single;
        let column = self.column(dataset, at);
        let mut total = value;
        for other in &self.order {
            if *other == dataset {
                return total;
            }
            let Some((_, below)) = column.iter().find(|(of, _)| of == other) else { continue };
            if single || total == 0.0 || sign(total) == sign(*below) {
                total += below;
            }
        }
        0.0
    }

    /// Another value than the data's: what stands on it stands on this.
    pub(crate) fn set(&mut self, dataset: usize, at: f64, value: f64) {
        if let Some((place, _)) = self.group(dataset) {
            self.put((place, at), dataset, value);
        }
    }

    /// The outermost datasets of one type, upwards and downwards, in a value's stack.
    pub(crate) fn ends(
        &self,
        chart: &Chart,
        dataset: usize,
        at: f64,
    ) -> Option<(Option<usize>, Option<usize>)> {
        let set = chart.datasets.get(dataset)?;
        self.group(dataset)?;
        let column = self.column(dataset, at);
        let matches = |other: &&usize| {
            chart
                .datasets
                .get(**other)
                .is_some_and(|o| o.kind == set.kind && o.value_axis() == set.value_axis())
        };
        let last = |up: bool| {
            self.order.iter().rev().filter(matches).copied().find(|other| {
                let value = column.iter().find(|(of, _)| of == other).map_or(0.0, |(_, value)| *value);
                if up { value > 0.0 } else { value < 0.0 }
            })
        };
        Some((last(true), last(false)))
    }
}

/// -1, 0 or 1.
fn sign(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value.signum() }
}
