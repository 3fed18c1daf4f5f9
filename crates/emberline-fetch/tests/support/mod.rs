//! Sources and settings of the tests.

#![allow(dead_code, reason = "each test program uses a part")]
#![allow(clippy::needless_pass_by_value, reason = "values of json! are made for a call")]
#![allow(clippy::expect_used, reason = "tests stop where they fail")]

use std::time::Duration;

use emberline_client::{ClientSettings, CredentialSource};
use emberline_fetch::{FetchSettings, Source};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::replay_server::ReplayServer;

/// A file with a credential: tests run in one process, and so share its environment.
pub fn netrc(line: &str) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), line).expect("a file");
    file
}

/// Settings with a credential, on the afternoon of 5 March 2026.
pub fn settings(netrc: &tempfile::NamedTempFile) -> FetchSettings {
    FetchSettings {
        client: ClientSettings {
            total_time: Duration::from_secs(20),
            first_pause: Duration::from_millis(1),
            ..ClientSettings::default()
        },
        credentials: CredentialSource { token_command: None, netrc_file: Some(netrc.path().to_owned()) },
        now: jiff::civil::datetime(2026, 3, 5, 17, 0, 0, 0).to_zoned(TimeZone::UTC).expect("a time"),
        ..FetchSettings::default()
    }
}

/// A source of a tracker: its usual fields, the address of the server in a field, and what a test changes.
pub fn source(
    tracker: &str,
    server: &ReplayServer,
    address_field: &str,
    usual: Value,
    changes: Value,
) -> Source {
    let mut fields = usual;
    fields[address_field] = server.address().into();
    for (name, value) in changes.as_object().expect("an object") {
        fields[name] = value.clone();
    }
    serde_json::from_value(json!({ tracker: fields })).expect("a source")
}
