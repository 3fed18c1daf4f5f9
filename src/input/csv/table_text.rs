//! The text of a table and its separator.

/// A table below the lines of fields.
#[derive(Clone, Copy)]
pub(in crate::input) struct TableText<'t> {
    pub(in crate::input) text: &'t str,
    /// The number of lines above the table.
    pub(in crate::input) lines_above: usize,
    pub(in crate::input) separator: u8,
}

/// Returns the separator of a table: of comma, semicolon and tab the most frequent one in the header line outside of quotes.
pub(in crate::input) fn separator_of(table: &str) -> u8 {
    let header = table.lines().next().unwrap_or_default();
    let unquoted = || header.split('"').step_by(2).flat_map(str::bytes);
    let count = |mark: u8| unquoted().filter(|byte| *byte == mark).count();
    // Of several that are as frequent, the last one counts: a semicolon or tab is seldom in a name.
    [b',', b';', b'\t'].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}
