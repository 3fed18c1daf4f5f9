//! Which labels of an axis have room beside each other.

/// A label along an axis.
#[derive(Clone, Debug)]
pub(super) struct Extent {
    /// Its middle, in pixels.
    pub(super) middle: f64,
    /// Length of each of its rows along the axis, in pixels.
    pub(super) rows: Vec<f64>,
    /// Kept before the others.
    pub(super) major: bool,
}

/// Indices of the labels to show, so that neighbours are at least `gap` apart in each row: every label,
/// or every second, third ... major one (of all, where none is major).
pub(super) fn shown(labels: &[Extent], gap: f64) -> Vec<usize> {
    let all: Vec<usize> = (0..labels.len()).collect();
    if apart(labels, &all, gap) {
        return all;
    }
    let majors: Vec<usize> =
        all.iter().copied().filter(|i| labels.get(*i).is_some_and(|l| l.major)).collect();
    let pool = if majors.is_empty() { all } else { majors };
    (1..=pool.len())
        .map(|step| pool.iter().copied().step_by(step).collect::<Vec<_>>())
        .find(|subset| apart(labels, subset, gap))
        .unwrap_or_default()
}

fn apart(labels: &[Extent], subset: &[usize], gap: f64) -> bool {
    let chosen: Vec<_> = subset.iter().filter_map(|i| labels.get(*i)).collect();
    let clash = |a: &Extent, b: &Extent| {
        let distance = (b.middle - a.middle).abs();
        a.rows.iter().zip(&b.rows).any(|(a, b)| distance < (a + b) / 2.0 + gap)
    };
    chosen.windows(2).all(|pair| matches!(pair, [a, b] if !clash(a, b)))
}

/// Middles moved as little as a single sweep each way allows, so that boxes of these lengths, whose
/// cross extents overlap where `clash` says so, neither overlap nor leave `low ..= high`.
/// Lengths that don't fit all together stay overlapping rather than leave the range.
pub(super) fn spread(
    boxes: &mut [(f64, f64)],
    (low, high): (f64, f64),
    clash: impl Fn(usize, usize) -> bool,
) {
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    // Of two at one place the later one stays: it is painted in front.
    order.sort_by(|a, b| middle(boxes, *a).total_cmp(&middle(boxes, *b)).then(b.cmp(a)));
    push(boxes, &order, &clash, (low, 1.0));
    order.reverse();
    push(boxes, &order, &clash, (high, -1.0));
}

/// Moves each box past the ones before it in `order`, in the direction of `sign`, and inside `edge`.
fn push(
    boxes: &mut [(f64, f64)],
    order: &[usize],
    clash: &impl Fn(usize, usize) -> bool,
    (edge, sign): (f64, f64),
) {
    for (k, &index) in order.iter().enumerate() {
        let Some(&(at, length)) = boxes.get(index) else { continue };
        let mut limit = edge + sign * length / 2.0;
        for &earlier in order.iter().take(k).filter(|earlier| clash(index, **earlier)) {
            if let Some((other, other_length)) = boxes.get(earlier) {
                let past = other + sign * (length + other_length) / 2.0;
                limit = if sign > 0.0 { limit.max(past) } else { limit.min(past) };
            }
        }
        let moved = if sign > 0.0 { at.max(limit) } else { at.min(limit) };
        if let Some(place) = boxes.get_mut(index) {
            place.0 = moved;
        }
    }
}

fn middle(boxes: &[(f64, f64)], index: usize) -> f64 {
    boxes.get(index).map_or(0.0, |b| b.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn extents(middles: &[f64], length: f64, majors: &[usize]) -> Vec<Extent> {
        middles
            .iter()
            .enumerate()
            .map(|(i, m)| Extent { middle: *m, rows: vec![length], major: majors.contains(&i) })
            .collect()
    }

    #[test]
    fn majors_win_where_room_is_short() {
        let labels = extents(&[0.0, 10.0, 20.0, 30.0, 40.0], 15.0, &[1, 4]);
        assert_eq!(shown(&labels, 2.0), vec![1, 4]);
        assert_eq!(shown(&extents(&[0.0, 10.0, 20.0, 30.0], 15.0, &[]), 2.0), vec![0, 2]);
        assert_eq!(shown(&extents(&[0.0, 20.0], 15.0, &[]), 2.0), vec![0, 1]);
    }

    #[test]
    fn rows_are_held_apart_each_for_itself() {
        let label = |middle, rows: [f64; 2]| Extent { middle, rows: rows.to_vec(), major: false };
        let labels = [label(0.0, [10.0, 30.0]), label(22.0, [10.0, 10.0])];
        assert_eq!(shown(&labels, 1.0), vec![0, 1]);
        assert_eq!(shown(&labels, 3.0), vec![0]);
    }

    proptest! {
        #[test]
        fn spread_boxes_do_not_overlap(middles in prop::collection::vec(-50.0..450.0f64, 1..8)) {
            let mut boxes: Vec<_> = middles.iter().map(|m| (*m, 30.0)).collect();
            spread(&mut boxes, (0.0, 400.0), |_, _| true);
            let mut sorted = boxes.clone();
            sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
            for pair in sorted.windows(2) {
                prop_assert!(pair[1].0 - pair[0].0 >= 30.0 - 1e-9, "{boxes:?}");
            }
            prop_assert!(sorted[0].0 >= 15.0 - 1e-9 && sorted[sorted.len() - 1].0 <= 385.0 + 1e-9);
        }
    }
}
