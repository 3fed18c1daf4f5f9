#!/usr/bin/env bash
# Runs the function without an AWS account: starts an S3 server, Lambda's Runtime API and the function, puts a sprint into the bucket,
# invokes the function as S3 would, and fetches the picture by the link in the response.
#   deploy/local.sh [SPRINT.json [PICTURE.png]]        (default: an example, and stored.png)
set -euo pipefail
sprint="$(realpath "${1:-$(dirname "$0")/../examples/points.json}")"
picture="$(realpath "${2:-stored.png}")"
cd "$(dirname "$0")/.."
cargo build --locked --package emberline-lambda
target="$(cargo metadata --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')"
cargo run --locked --package emberline-lambda --quiet --example local_lambda -- "$target/debug/emberline-lambda" "$sprint" "$picture"
