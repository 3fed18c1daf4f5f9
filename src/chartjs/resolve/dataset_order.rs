//! The option `order` of datasets, as a sort of JavaScript understands it: two values that are no numbers are equal, and
//! equal to every other, so the result depends on how the engine sorts.

use std::cmp::Ordering;

use crate::chartjs::parse::value::Value;

use super::config::Config;

/// The order of each dataset: the option, or the rank among all datasets if one of the options is no number.
pub(super) fn dataset_order(config: &Config) -> Vec<f64> {
    let options: Vec<Option<&Value>> =
        config.datasets().map(|dataset| dataset.get("order").filter(|order| order.is_truthy())).collect();
    let numbers: Vec<Option<f64>> =
        options.iter().map(|order| order.map_or(Some(0.0), Value::to_number)).collect();
    if let Some(orders) = numbers.iter().copied().collect() {
        return orders;
    }
    let compare = |a: usize, b: usize| {
        let same =
            options.get(a) == options.get(b) && options.get(a).copied().flatten().is_none_or(is_primitive);
        let number = |index: usize| numbers.get(index).copied().flatten();
        match (number(a), number(b)) {
            _ if same => a.cmp(&b),
            (Some(a), Some(b)) => a.total_cmp(&b),
            _ => Ordering::Equal,
        }
    };
    let mut ranks = vec![0.0; options.len()];
    for (rank, index) in insertion_order(options.len(), compare).into_iter().enumerate() {
        if let Some(own) = ranks.get_mut(index) {
            *own = rank as f64;
        }
    }
    ranks
}

/// Lists and objects are equal to themselves only.
fn is_primitive(value: &Value) -> bool {
    value.as_list().is_none() && value.as_object().is_none()
}

/// The indexes up to a number, sorted by insertion at a place that is found by halving, as V8 sorts short lists.
fn insertion_order(count: usize, compare: impl Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let is_less = |a: usize, b: usize| compare(a, b) == Ordering::Less;
    let (run, falls) = first_run(count, is_less);
    let mut sorted: Vec<usize> = (0..run).collect();
    if falls {
        sorted.reverse();
    }
    for next in run..count {
        let (mut left, mut right) = (0, sorted.len());
        while left < right {
            let middle = left.midpoint(right);
            match sorted.get(middle) {
                Some(other) if is_less(next, *other) => right = middle,
                _ => left = middle + 1,
            }
        }
        sorted.insert(left, next);
    }
    sorted
}

/// The length of the run at the start, and true if the values fall in it.
fn first_run(count: usize, is_less: impl Fn(usize, usize) -> bool) -> (usize, bool) {
    if count < 2 {
        return (count, false);
    }
    let falls = is_less(1, 0);
    let length = (2..count).find(|index| is_less(*index, index - 1) != falls).unwrap_or(count);
    (length, falls)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chartjs::resolve::config::parse_config;

    fn orders(json: &str) -> Vec<f64> {
        let datasets: Vec<String> = json.split(' ').map(|order| format!(r#"{{"order": {order}}}"#)).collect();
        let text = format!(r#"{{"type": "line", "data": {{"datasets": [{}]}}}}"#, datasets.join(","));
        dataset_order(&parse_config(text.as_bytes()).expect("a configuration"))
    }

    #[test]
    fn numbers_are_kept_and_others_are_ranked_as_v8_sorts_them() {
        assert_eq!(orders("2 1 0.5"), [2.0, 1.0, 0.5]);
        assert_eq!(orders("2 [1] null"), [2.0, 1.0, 0.0]);

        // As node sorts them: a list of two is no number, so each neighbour is equal to it.
        assert_eq!(orders("1 [5,6] 0"), [0.0, 1.0, 2.0]);
        assert_eq!(orders("[2,1] 1 0"), [0.0, 2.0, 1.0]);
        assert_eq!(orders(r#""a" 3 1 "a" 0"#), [0.0, 3.0, 2.0, 4.0, 1.0]);
    }
}
