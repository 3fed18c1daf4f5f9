//! Time zones by IANA name. The database is built in, so results do not depend on the machine.

use jiff::tz::{TimeZone, TimeZoneDatabase};

/// Returns the time zone of a name. Upper and lower case are equivalent.
pub(crate) fn find_zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

/// Returns the names of all time zones.
pub(super) fn zone_names() -> Vec<String> {
    TimeZoneDatabase::bundled().available().map(|name| name.to_string()).collect()
}
