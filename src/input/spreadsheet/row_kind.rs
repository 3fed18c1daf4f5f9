//! The rows of a table with a line a task that are no tasks: sums, and the ideal line.

use ::csv::StringRecord;

use super::words::{IDEALS, TOTAL_ADDITIONS, TOTALS};

/// The meaning of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    Task,
    Total,
    Ideal,
}

/// Returns the meaning of a row by the cells before the column of the first day. A cell names a sum or the ideal line only if all
/// of its words do: "Total hours" is a sum, "Total of the cart" is a task.
pub(super) fn row_kind(record: &StringRecord, first_day: usize) -> RowKind {
    let kinds: Vec<RowKind> = record.iter().take(first_day).map(cell_kind).collect();
    if kinds.contains(&RowKind::Ideal) {
        RowKind::Ideal
    } else if kinds.contains(&RowKind::Total) {
        RowKind::Total
    } else {
        RowKind::Task
    }
}

fn cell_kind(cell: &str) -> RowKind {
    let text = cell.to_lowercase();
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_known =
        |word: &str| IDEALS.contains(&word) || TOTALS.contains(&word) || TOTAL_ADDITIONS.contains(&word);
    if !words().all(is_known) {
        RowKind::Task
    } else if words().any(|word| IDEALS.contains(&word)) {
        RowKind::Ideal
    } else if words().any(|word| TOTALS.contains(&word)) {
        RowKind::Total
    } else {
        RowKind::Task
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_known_by_any_cell_before_the_days() {
        let kind = |cells: &[&str]| row_kind(&StringRecord::from(cells.to_vec()), 2);
        for total in ["Total", "Summe:", "Remaining hours", "Rest (h)", "Reste \u{e0} faire", "Suma"] {
            assert_eq!(kind(&["", total, "3"]), RowKind::Total, "{total}");
        }
        for ideal in ["Ideal", "Ideal remaining", "Ideallinie"] {
            assert_eq!(kind(&[ideal, "", "3"]), RowKind::Ideal, "{ideal}");
        }
        for task in ["Total of the cart", "Hours", "", "12"] {
            assert_eq!(kind(&[task, "", "3"]), RowKind::Task, "{task}");
        }
        assert_eq!(kind(&["Pay", "A", "Total"]), RowKind::Task);
    }
}
