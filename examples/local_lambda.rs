//! Runs the Lambda function without an AWS account: starts an S3 server, Lambda's Runtime API and the function, and fetches
//! the picture by the link in the function's response. `deploy/local.sh` builds the function and runs this.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "an example")]
#![allow(dead_code, reason = "the servers can do more")]

#[path = "../tests/support/runtime_api.rs"]
mod runtime_api;
#[path = "../tests/support/s3_server.rs"]
mod s3_server;

use std::path::Path;
use std::{env, fs};

use runtime_api::Container;
use s3_server::{S3Server, fetch_url};
use serde_json::{Value, json};

fn main() {
    let mut args = env::args().skip(1);
    let (Some(bootstrap), Some(sprint), Some(output)) = (args.next(), args.next(), args.next()) else {
        panic!("usage: local_lambda BOOTSTRAP SPRINT OUTPUT");
    };
    let server = S3Server::start();
    println!("S3:       {}, bucket {}", server.endpoint(), server.bucket_name());

    let aws = server.client_environment();
    let variables = aws.iter().map(|(name, value)| (*name, value.as_str()));
    let mut function = Container::start(
        Path::new(&bootstrap),
        variables.chain([("EMBERLINE_BUCKET", server.bucket_name())]),
    );
    println!("Function: polls after {:.1} ms", function.time_to_first_poll().as_secs_f64() * 1_000.0);

    // A new file in the bucket: S3 notifies the function.
    server.put_file("in/demo/sprint.json", fs::read(&sprint).expect("the sprint can be read"));
    let event = json!({ "Records": [{ "eventSource": "aws:s3", "s3": {
        "bucket": { "name": server.bucket_name() }, "object": { "key": "in/demo/sprint.json" },
    } }] });
    let invocation = function.invoke(&event);
    let answer = match &invocation.result {
        Ok(answer) => &answer[0],
        Err(error) => panic!("{}: {}", error.error_type, error.error_message),
    };
    let text = |name: &str| answer[name].as_str().expect("a text").to_owned();
    println!("Invoked:  answered after {:.1} ms", invocation.elapsed.as_secs_f64() * 1_000.0);
    let (status, picture) = fetch_url(&text("url"));
    assert_eq!(status, 200, "the link works");
    fs::write(&output, &picture).expect("the picture can be written");
    println!("Stored:   s3://{}/{}", text("bucket"), text("key"));
    println!("Slack:    {}", to_json_text(&answer["messages"]["slack"]));
    println!("Fetched:  {output}, {} bytes", picture.len());
}

fn to_json_text(value: &Value) -> String {
    serde_json::to_string(value).expect("plain data")
}
