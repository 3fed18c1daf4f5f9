//! Errors of the configuration stop the server at its start, with the name of the variable or flag.

use std::net::TcpListener;

use crate::server::emberline_command;

fn assert_refused(args: &[&str], env: &[(&str, &str)], code: i32, expected: &str) {
    let env: Vec<_> = env.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    let output = emberline_command(&[&["serve", "--port", "0"], args].concat(), &env)
        .output()
        .expect("the program runs");
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{message}");
    assert!(message.contains(expected) && !message.contains("listening"), "{message}");
}

#[test]
fn an_invalid_environment_variable_is_named() {
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
fn an_invalid_flag_is_named() {
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
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("there is a port");
    let port = taken.local_addr().expect("there is an address").port().to_string();
    let output = emberline_command(&["serve", "--port", &port], &[]).output().expect("the program runs");
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.contains(&format!("127.0.0.1:{port}: ")), "{message}");
}
