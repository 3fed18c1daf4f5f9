//! Any bytes as answers of Redmine: an error or a picture, never a panic.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| emberline_fuzz::check_sprint(bytes, emberline::Format::Redmine));
