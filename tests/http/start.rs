//! What is wrong at the start is said at the start, with its name.

use std::net::TcpListener;

use crate::server::program;

fn assert_refused(args: &[&str], env: &[(&str, &str)], code: i32, expected: &str) {
    let env: Vec<_> = env.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    let output = program(&[&["serve", "--port", "0"], args].concat(), &env).output().expect("it runs");
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{message}");
    assert!(message.contains(expected) && !message.contains("listening"), "{message}");
}

#[test]
fn a_configuration_that_makes_no_sense_is_named() {
    for (env, expected) in [
        (
            ("EMBERLINE_BUCKET", "No Bucket"),
            "EMBERLINE_BUCKET: found \"No Bucket\", expected a bucket's name",
        ),
        (("EMBERLINE_BUKET", "b"), "EMBERLINE_BUKET: there is no such variable"),
        (("EMBERLINE_MAX_PIXELS", "many"), "EMBERLINE_MAX_PIXELS: found \"many\""),
        (("EMBERLINE_OPTIONS", "{\"theme\":\"drak\"}"), "EMBERLINE_OPTIONS: found "),
        (("EMBERLINE_LOG", "loud"), "EMBERLINE_LOG: found \"loud\""),
        (("EMBERLINE_FONTS", "/no/such/folder"), "font /no/such/folder"),
    ] {
        assert_refused(&[], &[env], 1, expected);
    }
    let two = [("EMBERLINE_LOG", "loud"), ("EMBERLINE_URL_SECONDS", "0")];
    assert_refused(&[], &two, 1, "EMBERLINE_LOG: found ");
    assert_refused(&[], &two, 1, "EMBERLINE_URL_SECONDS: found ");
}

#[test]
fn a_flag_that_makes_no_sense_is_named() {
    for (flag, value) in [
        ("--timeout", "0"),
        ("--timeout", "nan"),
        ("--timeout", "inf"),
        ("--concurrency", "0"),
        ("--max-body", "-1"),
        ("--host", "localhost:1"),
    ] {
        assert_refused(&[&format!("{flag}={value}")], &[], 2, flag);
    }
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let output = program(&["serve", "--port", &port], &[]).output().expect("it runs");
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.contains(&format!("127.0.0.1:{port}: ")), "{message}");
}
