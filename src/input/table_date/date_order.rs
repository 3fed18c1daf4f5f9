//! The order of day and month in the dates of a table. One cell may not tell it, but all of them together usually do.

use super::date_text::{DateOrder, NumericDate, TableDate, parse_table_date};
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;

/// The key of the line above a table that tells the order: `# dates: d/m/y`.
pub(in crate::input) const ORDER_KEY: &str = "dates";

/// Parses the value of the line above a table; letters may repeat (`dd/mm/yyyy`).
pub(in crate::input) fn parse_order(value: &str, line: usize) -> Result<DateOrder, Box<InputError>> {
    let letters = value.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase());
    let mut letters: Vec<char> = letters.collect();
    letters.dedup();
    match letters.as_slice() {
        ['d', 'm', 'y'] => Ok(DateOrder::DayFirst),
        ['m', 'd', 'y'] => Ok(DateOrder::MonthFirst),
        _ => {
            let location = Location::TableCell { line, column: ORDER_KEY.to_owned() };
            Err(InputError::new(location, quote(value), "d/m/y or m/d/y"))
        }
    }
}

/// Returns the order in which all dates of a table can be read; the day first if no date needs an order. `given` is the order that
/// the user says.
pub(in crate::input) fn find_order<'t>(
    texts: impl Iterator<Item = &'t str>,
    given: Option<DateOrder>,
) -> Result<DateOrder, Box<InputError>> {
    if let Some(order) = given {
        return Ok(order);
    }
    let dates: Vec<(&str, NumericDate)> = texts
        .filter_map(|text| match parse_table_date(text)? {
            TableDate::Numeric(date) => Some((text, date)),
            TableDate::Certain(_) => None,
        })
        .collect();
    let fits = |order| dates.iter().all(|(_, date)| date.in_order(order).is_some());
    match (fits(DateOrder::DayFirst), fits(DateOrder::MonthFirst)) {
        (false, true) => Ok(DateOrder::MonthFirst),
        (true, true) => match dates.iter().find(|(_, date)| !date.is_symmetric()) {
            Some((text, _)) => Err(ambiguous_error(text)),
            None => Ok(DateOrder::DayFirst),
        },
        // Where no order fits, the cell that does not fit is an error of its own.
        (_, false) => Ok(DateOrder::DayFirst),
    }
}

fn ambiguous_error(text: &str) -> Box<InputError> {
    let found = format!("dates such as {}, of which none tells the day from the month", quote(text));
    InputError::new(Location::EntireInput, found, "dates that can be read in one way only").with_remedy(
        "write a line \"# dates: d/m/y\" or \"# dates: m/d/y\" above the table, or the dates as 2026-03-31",
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

    use super::*;

    #[test]
    fn one_date_that_fits_one_order_tells_that_of_all() {
        let order = |texts: &[&str]| find_order(texts.iter().copied(), None);
        assert_eq!(order(&["3/4/2026", "13/4/2026"]).unwrap(), DateOrder::DayFirst);
        assert_eq!(order(&["3/4/2026", "3/14/2026"]).unwrap(), DateOrder::MonthFirst);
        assert_eq!(order(&["3/3/2026", "2026-03-04"]).unwrap(), DateOrder::DayFirst);
        let error = order(&["3/3/2026", "3/4/2026"]).unwrap_err().to_string();
        assert!(error.contains("\"3/4/2026\"") && error.contains("# dates: d/m/y"), "{error}");
        assert_eq!(
            find_order(["3/4/2026"].into_iter(), Some(DateOrder::MonthFirst)).unwrap(),
            DateOrder::MonthFirst
        );
    }

    #[test]
    fn the_order_is_said_in_letters() {
        assert_eq!(parse_order("dd/mm/yyyy", 1).unwrap(), DateOrder::DayFirst);
        assert_eq!(parse_order("m/d/y", 1).unwrap(), DateOrder::MonthFirst);
        assert!(parse_order("y-m-d", 1).is_err());
    }
}
