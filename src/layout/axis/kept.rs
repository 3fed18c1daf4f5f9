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
pub(super) fn kept(labels: &[Extent], gap: f64) -> Vec<usize> {
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

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(kept(&labels, 2.0), vec![1, 4]);
        assert_eq!(kept(&extents(&[0.0, 10.0, 20.0, 30.0], 15.0, &[]), 2.0), vec![0, 2]);
        assert_eq!(kept(&extents(&[0.0, 20.0], 15.0, &[]), 2.0), vec![0, 1]);
    }

    #[test]
    fn rows_are_held_apart_each_for_itself() {
        let label = |middle, rows: [f64; 2]| Extent { middle, rows: rows.to_vec(), major: false };
        let labels = [label(0.0, [10.0, 30.0]), label(22.0, [10.0, 10.0])];
        assert_eq!(kept(&labels, 1.0), vec![0, 1]);
        assert_eq!(kept(&labels, 3.0), vec![0]);
    }
}
