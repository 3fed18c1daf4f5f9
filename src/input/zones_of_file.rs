//! Time zones of a build that has none inside: from the file that `wasm/zones` writes, which has those that are inside others.

use std::sync::OnceLock;

use jiff::tz::TimeZone;

/// The file, once in a program: it is always the same.
static FILE: OnceLock<Box<[u8]>> = OnceLock::new();

/// Takes the file of time zones: a line for each (name, where its TZif data begin and end behind the lines), an empty line, and the
/// data. Until then all zones are unknown but UTC.
pub fn add_zones(file: Vec<u8>) {
    // Who comes second brings the same.
    let _ = FILE.set(file.into_boxed_slice());
}

/// The zone of a name, in any case.
pub(super) fn zone(name: &str) -> Option<TimeZone> {
    if name.eq_ignore_ascii_case("UTC") {
        return Some(TimeZone::UTC);
    }
    if name.eq_ignore_ascii_case("Etc/Unknown") {
        return Some(TimeZone::unknown());
    }
    let (lines, data) = parts()?;
    let line = lines.lines().find(|line| name_of(line).eq_ignore_ascii_case(name))?;
    let mut bounds = line.split(' ').skip(1).map(str::parse);
    let (start, end): (usize, usize) = (bounds.next()?.ok()?, bounds.next()?.ok()?);
    TimeZone::tzif(name_of(line), data.get(start..end)?).ok()
}

/// The names of all zones.
pub(super) fn names() -> Vec<String> {
    let lines = parts().map_or("", |(lines, _)| lines).lines();
    lines.map(|line| name_of(line).to_owned()).collect()
}

fn parts() -> Option<(&'static str, &'static [u8])> {
    let file = FILE.get()?;
    let end = file.windows(2).position(|two| two == b"\n\n")?;
    Some((std::str::from_utf8(file.get(..end)?).ok()?, file.get(end + 2..)?))
}

fn name_of(line: &str) -> &str {
    line.split(' ').next().unwrap_or_default()
}
