//! Names of time zones. English has names of the zones of North America; elsewhere the offset is the name.

use jiff::Zoned;

use super::data::LocaleData;

/// Zones of North America by their abbreviation: in standard and daylight saving time, and the name without "Time".
const AMERICAN_ZONES: [(&str, &str); 12] = [
    ("EST", "Eastern Standard"),
    ("EDT", "Eastern Daylight"),
    ("CST", "Central Standard"),
    ("CDT", "Central Daylight"),
    ("MST", "Mountain Standard"),
    ("MDT", "Mountain Daylight"),
    ("PST", "Pacific Standard"),
    ("PDT", "Pacific Daylight"),
    ("AKST", "Alaska Standard"),
    ("AKDT", "Alaska Daylight"),
    ("HST", "Hawaii-Aleutian Standard"),
    ("HDT", "Hawaii-Aleutian Daylight"),
];

/// The name of a time zone at an instant; `width` is the option `timeZoneName`.
pub(super) fn zone_name(data: &LocaleData, at: &Zoned, width: &str) -> String {
    let is_long = width.starts_with("long");
    let seconds = at.offset().seconds();
    if !width.ends_with("Offset") {
        let zone = at.time_zone().iana_name().unwrap_or("UTC");
        if matches!(zone, "UTC" | "Etc/UTC") {
            let [short, long] = &data.dates.utc;
            return if is_long { long.clone() } else { short.clone() };
        }
        let info = at.time_zone().to_offset_info(at.timestamp());
        let is_american =
            zone.starts_with("America/") || zone.starts_with("US/") || zone == "Pacific/Honolulu";
        let american = AMERICAN_ZONES.iter().find(|(short, _)| is_american && *short == info.abbreviation());
        if let Some((short, long)) = american.filter(|_| data.tag == "en") {
            return if is_long { format!("{long} Time") } else { (*short).to_owned() };
        }
    }
    offset_name(&data.dates.gmt, seconds, is_long)
}

/// An offset from UTC: GMT+5:30, or GMT+05:30.
fn offset_name(gmt: &str, seconds: i32, is_long: bool) -> String {
    if seconds == 0 {
        return gmt.to_owned();
    }
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    let (hours, minutes) = (minutes / 60, minutes % 60);
    match (is_long, minutes) {
        (true, _) => format!("{gmt}{sign}{hours:02}:{minutes:02}"),
        (false, 0) => format!("{gmt}{sign}{hours}"),
        (false, _) => format!("{gmt}{sign}{hours}:{minutes:02}"),
    }
}
