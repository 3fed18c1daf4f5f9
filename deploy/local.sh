#!/usr/bin/env bash
# The whole way without an account: starts an S3 server, Lambda's Runtime API and the function, puts a sprint into the bucket, invokes
# the function as S3 would, and fetches the picture by the link it answers with.
#   deploy/local.sh [SPRINT.json [PICTURE.png]]        (default: an example, and stored.png)
set -euo pipefail
sprint="$(realpath "${1:-$(dirname "$0")/../examples/points.json}")"
picture="$(realpath "${2:-stored.png}")"
cd "$(dirname "$0")/.."
features=(--locked --features lambda)
cargo build "${features[@]}" --bin emberline-lambda
target="$(cargo metadata --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')"
cargo run "${features[@]}" --quiet --example local_lambda -- "$target/debug/emberline-lambda" "$sprint" "$picture"
