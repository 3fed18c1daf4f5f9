//! The column with the estimate of each task.

use ::csv::{ReaderBuilder, StringRecord};

use super::words::{ESTIMATES, NO_ESTIMATES, UNITS};
use crate::input::csv::TableText;
use crate::input::error::{InputError, Location};

/// Returns the column with the estimates among those before the columns of the days. A column of numbers directly before the days
/// is refused if its name does not tell what it is: the work of the first day would be lost if it is the estimate.
pub(super) fn find_estimate_column(
    table: TableText<'_>,
    header: &StringRecord,
    first_day: usize,
) -> Result<Option<usize>, Box<InputError>> {
    let names: Vec<String> = header.iter().take(first_day).map(plain_name).collect();
    let position_of = |known: &[&str]| names.iter().rposition(|name| known.contains(&name.as_str()));
    if let Some(column) = position_of(ESTIMATES).or_else(|| position_of(UNITS)) {
        return Ok(Some(column));
    }
    // The first column has the tasks.
    let Some(last) = first_day.checked_sub(1).filter(|last| *last > 0) else { return Ok(None) };
    let is_known = names.last().is_some_and(|name| NO_ESTIMATES.contains(&name.as_str()));
    if is_known || !is_numeric(table, last) {
        return Ok(None);
    }
    let column = header.get(last).unwrap_or_default().trim().to_owned();
    let location = Location::TableCell { line: table.lines_above + 1, column };
    let error =
        InputError::new(location, "a column of numbers before the days", "a name that tells what they are");
    Err(error.with_remedy("call it Estimate if it is what each task was at the start, else delete it"))
}

/// Returns the name of a column in lower case, without what is in parentheses or brackets.
fn plain_name(cell: &str) -> String {
    let name = cell.split(['(', '[']).next().unwrap_or_default();
    name.trim().trim_end_matches(':').to_lowercase()
}

/// True if a column has numbers and nothing else.
fn is_numeric(table: TableText<'_>, column: usize) -> bool {
    let mut reader =
        ReaderBuilder::new().delimiter(table.separator).flexible(true).from_reader(table.text.as_bytes());
    // Lines that are no CSV are refused by the reader of the rows.
    let records: Vec<StringRecord> = reader.records().filter_map(Result::ok).collect();
    let cells = records.iter().filter_map(|record| record.get(column)).map(str::trim);
    let mut figures = cells.filter(|cell| !cell.is_empty()).peekable();
    let is_number = |cell: &str| cell.replacen(',', ".", 1).parse::<f64>().is_ok();
    figures.peek().is_some() && figures.all(is_number)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

    use super::*;

    fn find(text: &str, first_day: usize) -> Result<Option<usize>, Box<InputError>> {
        let header: StringRecord = text.lines().next().unwrap().split(';').collect::<Vec<_>>().into();
        find_estimate_column(TableText { text, lines_above: 0, separator: b';' }, &header, first_day)
    }

    #[test]
    fn a_column_of_numbers_before_the_days_is_the_estimate_or_asks() {
        for name in ["Estimate", "Hours", "Estimate (h)", "Std.", "Heures", "Godziny"] {
            let text = format!("Task;{name};Owner;Day 1;Day 2\nPay;8;A;4;2\n");
            assert_eq!(find(&text, 3).unwrap(), Some(1), "{name}");
        }
        for other in ["ID;8", "Owner;A", "Anything;"] {
            let (name, cell) = other.split_once(';').unwrap();
            assert_eq!(
                find(&format!("Task;{name};Day 1;Day 2\nPay;{cell};4;2\n"), 2).unwrap(),
                None,
                "{other}"
            );
        }
        let error = find("Task;Anything;Day 1;Day 2\nPay;8,5;4;2\n", 2).unwrap_err().to_string();
        assert!(error.starts_with("line 1, Anything: ") && error.contains("call it Estimate"), "{error}");
    }
}
