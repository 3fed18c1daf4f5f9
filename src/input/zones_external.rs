//! Time zones of a build without a built-in database, from the file that `wasm/zones` writes.

use std::sync::OnceLock;

use jiff::tz::TimeZone;

/// The file with the time zones. It is set only once, since its content is always the same.
static FILE: OnceLock<Box<[u8]>> = OnceLock::new();

/// Sets the file with the time zones: one line for each zone (its name and the start and the end of its TZif data, counted
/// from the end of the lines), an empty line, and the data. Before that, only UTC is known.
pub fn add_zones(file: Vec<u8>) {
    // A second call passes the same file.
    let _ = FILE.set(file.into_boxed_slice());
}

/// Returns the time zone of a name. Upper and lower case are equivalent.
pub(crate) fn find_zone(name: &str) -> Option<TimeZone> {
    if name.eq_ignore_ascii_case("UTC") {
        return Some(TimeZone::UTC);
    }
    if name.eq_ignore_ascii_case("Etc/Unknown") {
        return Some(TimeZone::unknown());
    }
    let (lines, data) = split_file()?;
    let line = lines.lines().find(|line| zone_name(line).eq_ignore_ascii_case(name))?;
    let mut bounds = line.split(' ').skip(1).map(str::parse);
    let (start, end): (usize, usize) = (bounds.next()?.ok()?, bounds.next()?.ok()?);
    TimeZone::tzif(zone_name(line), data.get(start..end)?).ok()
}

/// Returns the names of all time zones.
pub(super) fn zone_names() -> Vec<String> {
    let lines = split_file().map_or("", |(lines, _)| lines).lines();
    lines.map(|line| zone_name(line).to_owned()).collect()
}

/// Splits the file into its lines and its data.
fn split_file() -> Option<(&'static str, &'static [u8])> {
    let file = FILE.get()?;
    let end = file.windows(2).position(|two| two == b"\n\n")?;
    Some((std::str::from_utf8(file.get(..end)?).ok()?, file.get(end + 2..)?))
}

/// Returns the name in a line of the file.
fn zone_name(line: &str) -> &str {
    line.split(' ').next().unwrap_or_default()
}
