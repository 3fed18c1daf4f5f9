//! The message of a panic in a server or a Lambda.

use std::panic;

/// Prints only the location of a panic from now on: its message may contain data of a request.
pub fn print_only_locations() {
    panic::set_hook(Box::new(|panic| {
        let location = panic.location().map(ToString::to_string).unwrap_or_default();
        eprintln!("emberline: a fault of the program at {location}");
    }));
}
