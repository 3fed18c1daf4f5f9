#!/usr/bin/env bash
# Measures reading: builds the program, writes an answer of each tracker, and times whole processes. [EVENTS] is 100000.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --locked --release --quiet --bin emberline
folder="$(mktemp -d)"
trap 'rm -r "$folder"' EXIT
python3 benches/trackers/answers.py "$folder" "$@"
python3 benches/trackers/measure.py "${CARGO_TARGET_DIR:-target}/release/emberline" "$folder"
