//! Numbers whose mark may be that of thousands or of decimals: `1,234`.

use ::csv::ReaderBuilder;

use crate::input::csv::{self, TableText};
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;

/// Refuses a number such as `1.234` from the column `first` on, unless other numbers of the table tell that its mark is the decimal
/// mark.
pub(super) fn check_thousands(table: TableText<'_>, first: usize) -> Result<(), Box<InputError>> {
    let mut reader =
        ReaderBuilder::new().delimiter(table.separator).flexible(true).from_reader(table.text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let (mut ambiguous, mut decimal_marks) = (Vec::new(), Vec::new());
    // Lines that are no CSV are refused by the reader of the rows.
    for record in reader.records().filter_map(Result::ok) {
        for (at, cell) in record.iter().map(str::trim).enumerate().skip(first) {
            match mark_of(cell) {
                Some(Mark::Ambiguous(mark)) => {
                    let line = record.position().map_or(0, |place| csv::record_line(table.text, place));
                    let column = header.get(at).unwrap_or_default().trim().to_owned();
                    let location = Location::TableCell { line: table.lines_above + line, column };
                    ambiguous.push((mark, quote(cell), location));
                }
                Some(Mark::Decimal(mark)) if !decimal_marks.contains(&mark) => decimal_marks.push(mark),
                Some(Mark::Decimal(_)) | None => {}
            }
        }
    }
    match ambiguous.into_iter().find(|(mark, ..)| decimal_marks != [*mark]) {
        Some((_, found, location)) => {
            Err(InputError::new(location, found, "a number that can be read in one way only").with_remedy(
                "write thousands without a mark (1234), or decimals with one or two digits (1.23)",
            ))
        }
        None => Ok(()),
    }
}

/// The comma or the dot of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Decimal(char),
    Ambiguous(char),
}

/// Returns the mark of a number; `None` for a number without one, and for any other text.
fn mark_of(cell: &str) -> Option<Mark> {
    let at = cell.find([',', '.'])?;
    let (whole, decimals) = (cell.get(..at)?.trim_start_matches(['-', '+']), cell.get(at + 1..)?);
    let is_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if !is_digits(whole) || !is_digits(decimals) || decimals.is_empty() {
        return None;
    }
    let mark = if cell.contains(',') { ',' } else { '.' };
    let is_ambiguous = decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    Some(if is_ambiguous { Mark::Ambiguous(mark) } else { Mark::Decimal(mark) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

    use super::*;

    #[test]
    fn three_digits_after_a_mark_are_refused_unless_other_numbers_tell_the_mark() {
        let check = |cells: &[&str]| {
            let rows: Vec<String> = cells.iter().map(|cell| format!("02.03.2026;{cell}\n")).collect();
            let text = format!("Datum;Rest\n{}", rows.concat());
            check_thousands(TableText { text: &text, lines_above: 1, separator: b';' }, 1)
        };
        for accepted in
            [&["1,234", "40,5"][..], &["1.234", "40.5"], &["0,125"], &["1234,125"], &["40"], &["x.y"]]
        {
            assert_eq!(check(accepted), Ok(()), "{accepted:?}");
        }
        for refused in [&["1,234"][..], &["40.5", "1,234"], &["40,5", "1.234"], &["40,5", "40.5", "1.234"]] {
            let error = check(refused).unwrap_err().to_string();
            let line = refused.len() + 2;
            assert!(error.starts_with(&format!("line {line}, Rest: found \"1")), "{refused:?}: {error}");
        }
    }
}
