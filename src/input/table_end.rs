//! Signs of a table that was cut off.

/// True if a table ends within a cell that is quoted.
pub(super) fn ends_inside_quotes(table: &str, separator: u8) -> bool {
    let separator = char::from(separator);
    let (mut is_quoted, mut is_cell_start) = (false, true);
    for c in table.chars() {
        match c {
            '"' if is_quoted || is_cell_start => {
                is_quoted = !is_quoted;
                // A doubled quote is a quote in the cell: it ends the quoted text and begins it again.
                is_cell_start = !is_quoted;
            }
            _ if is_quoted => {}
            _ => is_cell_start = c == separator || c == '\n' || c == '\r',
        }
    }
    is_quoted
}

/// True if the last line of a table has no end, and fewer cells than the header and all other rows. `cells` are the numbers of cells
/// of the rows below the header.
pub(super) fn ends_with_short_row(table: &str, header_cells: usize, cells: &[usize]) -> bool {
    let Some((last, others)) = cells.split_last() else { return false };
    let usual = others.iter().copied().chain([header_cells]).min().unwrap_or(header_cells);
    !table.ends_with(['\n', '\r']) && *last < usual
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_cell_without_end_is_a_cut() {
        for whole in ["a,b\n\"x\",1\n", "a\n\"say \"\"yes\"\"\"", "a\n5\" screen\n", "a,b\n1,\"\"\n", ""] {
            assert!(!ends_inside_quotes(whole, b','), "{whole}");
        }
        for cut in ["a,b\n\"x", "a\n\"say \"\"yes\"\"", "a\n\"two\nlines", "a,b\n1,\""] {
            assert!(ends_inside_quotes(cut, b','), "{cut}");
        }
    }

    #[test]
    fn a_last_line_that_is_shorter_than_all_others_is_a_cut() {
        assert!(ends_with_short_row("a,b\n1,2\n3", 2, &[2, 1]));
        assert!(!ends_with_short_row("a,b\n1,2\n3\n", 2, &[2, 1]));
        assert!(!ends_with_short_row("a,b,c\n1,2\n3,4", 3, &[2, 2]));
        assert!(!ends_with_short_row("a,b\n", 2, &[]));
    }
}
