//! The whole way without an account: an S3 server, Lambda's Runtime API and the function, then the picture, fetched by the link that the
//! function answered with. `deploy/local.sh` builds the function and runs this.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "an example")]
#![allow(dead_code, reason = "the servers can do more")]

#[path = "../tests/support/runtime_api.rs"]
mod runtime_api;
#[path = "../tests/support/s3_server.rs"]
mod s3_server;

use std::path::Path;
use std::{env, fs};

use runtime_api::Container;
use s3_server::{S3Server, fetch};
use serde_json::{Value, json};

fn main() {
    let mut args = env::args().skip(1);
    let (Some(bootstrap), Some(sprint), Some(output)) = (args.next(), args.next(), args.next()) else {
        panic!("usage: local_lambda BOOTSTRAP SPRINT OUTPUT");
    };
    let server = S3Server::start();
    println!("S3:       {}, bucket {}", server.endpoint(), server.bucket());

    let aws = server.env();
    let variables = aws.iter().map(|(name, value)| (*name, value.as_str()));
    let mut function =
        Container::start(Path::new(&bootstrap), variables.chain([("EMBERLINE_BUCKET", server.bucket())]));
    println!("Function: polls after {:.1} ms", function.first_poll().as_secs_f64() * 1_000.0);

    // The way a file takes: it comes into the bucket, S3 tells the function.
    server.put_file("in/demo/sprint.json", fs::read(&sprint).expect("the sprint can be read"));
    let event = json!({ "Records": [{ "eventSource": "aws:s3", "s3": {
        "bucket": { "name": server.bucket() }, "object": { "key": "in/demo/sprint.json" },
    } }] });
    let invocation = function.invoke(&event);
    let answer = match &invocation.result {
        Ok(answer) => &answer[0],
        Err(error) => panic!("{}: {}", error.error_type, error.error_message),
    };
    let text = |name: &str| answer[name].as_str().expect("a text").to_owned();
    println!("Invoked:  answered after {:.1} ms", invocation.elapsed.as_secs_f64() * 1_000.0);
    let (status, picture) = fetch(&text("url"));
    assert_eq!(status, 200, "the link works");
    fs::write(&output, &picture).expect("the picture can be written");
    println!("Stored:   s3://{}/{}", text("bucket"), text("key"));
    println!("Slack:    {}", pretty(&answer["messages"]["slack"]));
    println!("Fetched:  {output}, {} bytes", picture.len());
}

fn pretty(value: &Value) -> String {
    serde_json::to_string(value).expect("plain data")
}
