//! Stacking of values (Chart.js 4.6.1, `applyStack`).

use std::collections::HashMap;

use crate::chart::{AxisPair, Chart, Dataset, DatasetId, IdList, Stacking};
use crate::scale::js_sign;

/// Values of one stack at one index, as (paint rank of the dataset, value) in ascending order.
type StackColumn = Vec<(usize, f64)>;

/// All stacked values of a chart.
#[derive(Clone)]
pub(crate) struct StackedValues {
    /// Number of the stack and stacking mode of each dataset; `None` if it is not stacked.
    groups: IdList<DatasetId, Option<(usize, Stacking)>>,
    columns: HashMap<(usize, u64), StackColumn>,
    /// The visible datasets, those painted last first.
    pub(crate) front_to_back: Vec<DatasetId>,
    /// Position of each dataset in the paint order; `None` if it is hidden.
    ranks: IdList<DatasetId, Option<usize>>,
}

/// The datasets at both ends of a stack; `None` at an end without values.
pub(crate) struct OutermostDatasets {
    pub(crate) top: Option<DatasetId>,
    pub(crate) bottom: Option<DatasetId>,
}

/// Returns the visible datasets, those painted last first.
pub(crate) fn visible_front_to_back(datasets: &IdList<DatasetId, Dataset>) -> Vec<DatasetId> {
    let mut order: Vec<(DatasetId, &Dataset)> = datasets.entries().filter(|(_, set)| set.visible).collect();
    order.sort_by(|(_, a), (_, b)| a.order.total_cmp(&b.order));
    order.into_iter().map(|(id, _)| id).collect()
}

/// Returns the stacking mode of a dataset; `None` if it is not stacked.
fn dataset_stacking(chart: &Chart, set: &Dataset) -> Option<Stacking> {
    let axis = chart.axes.get(set.value_axis()?)?;
    match axis.stacking {
        Some(Stacking::Off) => None,
        Some(stacked) => Some(stacked),
        None => set.stack.as_ref().map(|_| Stacking::BySign),
    }
}

impl StackedValues {
    pub(crate) fn from_chart(chart: &Chart) -> Self {
        let mut names: Vec<(AxisPair, &str)> = Vec::new();
        let groups = chart.datasets.map(|_, set| {
            let (stacked, axes) = dataset_stacking(chart, set).zip(set.axes)?;
            let name = (axes, set.stack.as_deref().unwrap_or(set.chart_type));
            let stack = names.iter().position(|known| *known == name).unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            });
            Some((stack, stacked))
        });
        let order = visible_front_to_back(&chart.datasets);
        let mut ranks = chart.datasets.map(|_, _| None);
        for (rank, dataset) in order.iter().enumerate() {
            if let Some(own_rank) = ranks.get_mut(*dataset) {
                *own_rank = Some(rank);
            }
        }
        let mut stacks = Self { groups, columns: HashMap::new(), front_to_back: order, ranks };
        for dataset in stacks.front_to_back.clone() {
            let values = chart.datasets.get(dataset).map(|set| set.data.as_slice()).unwrap_or_default();
            for (at, value) in values.iter().filter_map(|v| Some((v.index?, v.value?))) {
                stacks.replace_value(dataset, at, value);
            }
        }
        stacks
    }

    /// Returns true if a dataset is stacked.
    pub(crate) fn is_stacked(&self, dataset: DatasetId) -> bool {
        self.stack_group(dataset).is_some()
    }

    fn stack_group(&self, dataset: DatasetId) -> Option<(usize, Stacking)> {
        self.groups.get(dataset).copied().flatten()
    }

    fn stack_column(&self, dataset: DatasetId, at: f64) -> &[(usize, f64)] {
        let column =
            self.stack_group(dataset).and_then(|(stack, _)| self.columns.get(&(stack, at.to_bits())));
        column.map_or(&[], Vec::as_slice)
    }

    /// Returns the end of a value stacked on those of the preceding datasets; the value itself if it is not stacked.
    /// If `drawn`, an axis with single stacking adds up values of both signs.
    pub(crate) fn stacked_end(&self, dataset: DatasetId, at: f64, value: f64, drawn: bool) -> f64 {
        let Some((_, stacked)) = self.stack_group(dataset) else { return value };
        let single = drawn && stacked == Stacking::Single;
        let Some(rank) = self.depth_rank(dataset) else { return 0.0 };
        let mut total = value;
        for (_, below) in self.stack_column(dataset, at).iter().take_while(|(other, _)| *other < rank) {
            if single || total == 0.0 || js_sign(total) == js_sign(*below) {
                total += below;
            }
        }
        total
    }

    fn depth_rank(&self, dataset: DatasetId) -> Option<usize> {
        self.ranks.get(dataset).copied().flatten()
    }

    /// Replaces a value, also for the values stacked on it.
    pub(crate) fn replace_value(&mut self, dataset: DatasetId, at: f64, value: f64) {
        let (Some((stack, _)), Some(rank)) = (self.stack_group(dataset), self.depth_rank(dataset)) else {
            return;
        };
        let column = self.columns.entry((stack, at.to_bits())).or_default();
        match column.binary_search_by_key(&rank, |(entry_rank, _)| *entry_rank) {
            Ok(position) => column.get_mut(position).map(|entry| entry.1 = value).unwrap_or_default(),
            Err(position) => column.insert(position, (rank, value)),
        }
    }

    /// Returns the outermost datasets of the same type in the stack of a value; `None` if the dataset is not stacked.
    pub(crate) fn outermost_datasets(
        &self,
        chart: &Chart,
        dataset: DatasetId,
        at: f64,
    ) -> Option<OutermostDatasets> {
        let set = chart.datasets.get(dataset)?;
        self.stack_group(dataset)?;
        let column = self.stack_column(dataset, at);
        let matches = |other: DatasetId| {
            let other = chart.datasets.get(other);
            other.is_some_and(|other| {
                other.chart_type == set.chart_type && other.value_axis() == set.value_axis()
            })
        };
        let last = |up: bool| {
            let outward = |value: f64| if up { value > 0.0 } else { value < 0.0 };
            let outer = column.iter().rev().filter(|(_, value)| outward(*value));
            outer.filter_map(|(rank, _)| self.front_to_back.get(*rank).copied()).find(|other| matches(*other))
        };
        Some(OutermostDatasets { top: last(true), bottom: last(false) })
    }
}
