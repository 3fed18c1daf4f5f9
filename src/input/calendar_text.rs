//! Recognition of iCalendar among days off; a build that can't read it recognizes it, too.

/// Returns true if an entry of [`holidays`](crate::ReadOptions::holidays) is the text of an .ics file, not a date or a range.
///
/// # Example
///
/// ```
/// assert!(emberline::is_calendar("begin:vcalendar\r\n"));
/// assert!(!emberline::is_calendar("2026-12-25"));
/// ```
pub fn is_calendar(text: &str) -> bool {
    const BEGIN: &str = "BEGIN:";
    let text = text.trim_start().trim_start_matches('\u{FEFF}');
    text.get(..BEGIN.len()).is_some_and(|head| head.eq_ignore_ascii_case(BEGIN))
}
