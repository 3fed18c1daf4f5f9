//! Selection of the axis labels that do not overlap.

/// The pixels that a label covers along its axis.
#[derive(Clone, Debug)]
pub(super) struct LabelSpan {
    /// Center, in pixels.
    pub(super) middle: f64,
    /// Width of each of its rows along the axis, in pixels.
    pub(super) rows: Vec<f64>,
    /// True if the label is preferred over others.
    pub(super) major: bool,
}

/// Returns the indices of the labels to draw, with a distance of at least `gap` in each row: all labels, or
/// every n-th major label (every n-th label if none is major).
pub(super) fn visible_labels(labels: &[LabelSpan], gap: f64) -> Vec<usize> {
    let all: Vec<usize> = (0..labels.len()).collect();
    if do_not_overlap(labels, &all, gap) {
        return all;
    }
    let majors: Vec<usize> =
        all.iter().copied().filter(|i| labels.get(*i).is_some_and(|l| l.major)).collect();
    let pool = if majors.is_empty() { all } else { majors };
    (1..=pool.len())
        .map(|step| pool.iter().copied().step_by(step).collect::<Vec<_>>())
        .find(|subset| do_not_overlap(labels, subset, gap))
        .unwrap_or_default()
}

fn do_not_overlap(labels: &[LabelSpan], subset: &[usize], gap: f64) -> bool {
    let chosen: Vec<_> = subset.iter().filter_map(|i| labels.get(*i)).collect();
    let clash = |a: &LabelSpan, b: &LabelSpan| {
        let distance = (b.middle - a.middle).abs();
        a.rows.iter().zip(&b.rows).any(|(a, b)| distance < (a + b) / 2.0 + gap)
    };
    chosen.windows(2).all(|pair| matches!(pair, [a, b] if !clash(a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label_spans(middles: &[f64], length: f64, majors: &[usize]) -> Vec<LabelSpan> {
        middles
            .iter()
            .enumerate()
            .map(|(i, m)| LabelSpan { middle: *m, rows: vec![length], major: majors.contains(&i) })
            .collect()
    }

    #[test]
    fn major_labels_are_preferred_when_not_all_fit() {
        let labels = label_spans(&[0.0, 10.0, 20.0, 30.0, 40.0], 15.0, &[1, 4]);
        assert_eq!(visible_labels(&labels, 2.0), vec![1, 4]);
        assert_eq!(visible_labels(&label_spans(&[0.0, 10.0, 20.0, 30.0], 15.0, &[]), 2.0), vec![0, 2]);
        assert_eq!(visible_labels(&label_spans(&[0.0, 20.0], 15.0, &[]), 2.0), vec![0, 1]);
    }

    #[test]
    fn labels_of_several_rows_are_compared_row_by_row() {
        let label = |middle, rows: [f64; 2]| LabelSpan { middle, rows: rows.to_vec(), major: false };
        let labels = [label(0.0, [10.0, 30.0]), label(22.0, [10.0, 10.0])];
        assert_eq!(visible_labels(&labels, 1.0), vec![0, 1]);
        assert_eq!(visible_labels(&labels, 3.0), vec![0]);
    }
}
