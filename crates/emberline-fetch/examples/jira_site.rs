//! Serves the site of Jira of the tests on a free port until standard input ends, and prints its address.
//!   jira_site [closed]        (closed: Sprint 12 is closed)

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "it is used in tests only")]

#[path = "../../../tests/support/jira_site.rs"]
mod jira_site;
#[path = "../../../tests/support/replay_server.rs"]
mod replay_server;

use std::io::Read;

use jira_site::JiraSite;

fn main() {
    let mut site = JiraSite::default();
    if std::env::args().nth(1).as_deref() == Some("closed") {
        site.close_sprint();
    }
    let server = site.start();
    println!("{}", server.address());
    std::io::stdin().read_to_end(&mut Vec::new()).expect("standard input");
}
