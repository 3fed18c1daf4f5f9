//! Boxes along a line, moved apart.

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
