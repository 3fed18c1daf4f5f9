//! Which labels of an axis have room beside each other.

/// A label along an axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    /// Its middle, in pixels.
    pub(super) middle: f64,
    /// Its length along the axis, in pixels.
    pub(super) length: f64,
    /// Kept before the others.
    pub(super) major: bool,
}

/// Indices of the labels to show, so that neighbours are at least `gap` apart: all of them, or every
/// second, third ... major one, or (where there are no majors) every second, third ... of all.
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
    let mut chosen = subset.iter().filter_map(|i| labels.get(*i));
    let Some(mut last) = chosen.next() else { return true };
    for next in chosen {
        if (next.middle - last.middle).abs() < (next.length + last.length) / 2.0 + gap {
            return false;
        }
        last = next;
    }
    true
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
    order.sort_by(|a, b| middle(boxes, *a).total_cmp(&middle(boxes, *b)));
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
            .map(|(i, m)| Extent { middle: *m, length, major: majors.contains(&i) })
            .collect()
    }

    #[test]
    fn majors_win_where_room_is_short() {
        let labels = extents(&[0.0, 10.0, 20.0, 30.0, 40.0], 15.0, &[1, 4]);
        assert_eq!(shown(&labels, 2.0), vec![1, 4]);
        assert_eq!(shown(&extents(&[0.0, 10.0, 20.0, 30.0], 15.0, &[]), 2.0), vec![0, 2]);
        assert_eq!(shown(&extents(&[0.0, 20.0], 15.0, &[]), 2.0), vec![0, 1]);
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
