#!/usr/bin/env bash
# Measures the reading of tracker answers: builds the program, writes an answer of each tracker and times complete processes.
#   benches/trackers/run.sh [EVENTS]        (default 100000)
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --locked --release --quiet --package emberline-cli
folder="$(mktemp -d)"
trap 'rm -r "$folder"' EXIT
python3 benches/trackers/answers.py "$folder" "$@"
python3 benches/trackers/measure.py "${CARGO_TARGET_DIR:-target}/release/emberline" "$folder"
