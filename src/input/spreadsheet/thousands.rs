//! Numbers whose mark may be that of thousands or of decimals: `1,234`.

use ::csv::ReaderBuilder;

use crate::input::csv::{self, EXPECTED_NUMBER, NUMBER_REMEDY, SourceLines, TableText};
use crate::input::document::SprintDocument;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;

/// Returns the decimal marks of the numbers from the column `first` on.
///
/// # Errors
/// A number such as `1.234`, unless other numbers of the table tell that its mark is the decimal mark.
pub(super) fn find_decimal_marks(table: TableText<'_>, first: usize) -> Result<Vec<char>, Box<InputError>> {
    let mut reader =
        ReaderBuilder::new().delimiter(table.separator).flexible(true).from_reader(table.text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let (mut ambiguous, mut decimal_marks) = (Vec::new(), Vec::new());
    // Lines that are no CSV are refused by the reader of the rows.
    for record in reader.records().filter_map(Result::ok) {
        for (at, cell) in record.iter().map(str::trim).enumerate().skip(first) {
            let Some(mark) = mark_of(cell) else { continue };
            if csv::is_perhaps_in_thousands(cell) {
                let line = record.position().map_or(0, |place| csv::record_line(table.text, place));
                let column = header.get(at).unwrap_or_default().trim().to_owned();
                let location = Location::TableCell { line: table.lines_above + line, column };
                ambiguous.push((mark, quote(cell), location));
            } else if !decimal_marks.contains(&mark) {
                decimal_marks.push(mark);
            }
        }
    }
    match ambiguous.into_iter().find(|(mark, ..)| decimal_marks != [*mark]) {
        Some((_, found, location)) => {
            Err(InputError::new(location, found, EXPECTED_NUMBER).with_remedy(NUMBER_REMEDY))
        }
        None => Ok(decimal_marks),
    }
}

/// Reads the amounts above a table whose mark may be that of thousands or of decimals, by the only decimal mark of the table.
///
/// # Errors
/// The table has no decimal mark, or both.
pub(super) fn read_ambiguous_amounts(
    lines: &SourceLines,
    decimal_marks: &[char],
    document: &mut SprintDocument,
) -> Result<(), Box<InputError>> {
    for amount in &lines.ambiguous_amounts {
        let &[decimal_mark] = decimal_marks else { return Err(amount.ambiguous_number_error()) };
        let text = &amount.note.value;
        let number = if text.contains(decimal_mark) { text.clone() } else { text.replace([',', '.'], "") };
        amount.set_in(document, csv::parse_number(&number, b';', amount.location())?);
    }
    Ok(())
}

/// Returns the comma or the dot of a number; `None` for a number without one, and for any other text.
fn mark_of(cell: &str) -> Option<char> {
    let at = cell.find([',', '.'])?;
    let (whole, decimals) = (cell.get(..at)?.trim_start_matches(['-', '+']), cell.get(at + 1..)?);
    let is_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let is_number = is_digits(whole) && is_digits(decimals) && !decimals.is_empty();
    is_number.then_some(if cell.contains(',') { ',' } else { '.' })
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
            find_decimal_marks(TableText { text: &text, lines_above: 1, separator: b';' }, 1)
        };
        for accepted in
            [&["1,234", "40,5"][..], &["1.234", "40.5"], &["0,125"], &["1234,125"], &["40"], &["x.y"]]
        {
            assert!(check(accepted).is_ok(), "{accepted:?}");
        }
        for refused in [&["1,234"][..], &["40.5", "1,234"], &["40,5", "1.234"], &["40,5", "40.5", "1.234"]] {
            let error = check(refused).unwrap_err().to_string();
            let line = refused.len() + 2;
            assert!(error.starts_with(&format!("line {line}, Rest: found \"1")), "{refused:?}: {error}");
        }
    }
}
