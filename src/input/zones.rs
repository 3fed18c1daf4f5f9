//! Time zones by their IANA names. They are inside, and never the machine's: the same zones everywhere.

use jiff::tz::{TimeZone, TimeZoneDatabase};

/// The zone of a name, in any case.
pub(super) fn zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

/// The names of all zones.
pub(super) fn names() -> Vec<String> {
    TimeZoneDatabase::bundled().available().map(|name| name.to_string()).collect()
}
