//! Any text as a script that makes a Chart.js configuration: an error or a picture, never a panic, and the next picture is
//! right.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| emberline_fuzz::check_script(bytes));
