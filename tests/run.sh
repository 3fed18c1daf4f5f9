#!/usr/bin/env bash
# Runs all checks, the fast ones first. Needs cargo, Python 3 and node 20; the steps install their other tools, outside the checkout if
# possible.
#   tests/run.sh [fast|slow]        (default both)
set -euo pipefail
cd "$(dirname "$0")/.."
# The build cache is outside the checkout, so that a fresh clone need not be built completely.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline/target}"

# Prints a command and the elapsed time, then runs the command.
step() { printf '\n== %s (%s s)\n' "$*" "$SECONDS"; "$@"; }

fast() {
  # A minimal toolchain has neither rustfmt nor clippy.
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 || rustup component add rustfmt clippy
  step cargo fmt --all --check
  step cargo clippy --locked --workspace --all-targets -- -D warnings
  step cargo test --locked --workspace
  step node --test tests/script/
  step cargo fmt --manifest-path wasm/Cargo.toml --all --check
  step cargo clippy --locked --manifest-path wasm/Cargo.toml --all-targets -- -D warnings
  # Each feature of the library is checked alone, because its code may need another one by accident.
  step cargo check --locked --package emberline --no-default-features
  for feature in png webp pdf embed-font builtin-zones chartjs functions trackers ics messages clap; do
    step cargo check --locked --package emberline --no-default-features --features "$feature"
  done
  # The command line without S3, as it is installed.
  step cargo clippy --locked --package emberline-cli -- -D warnings
  RUSTDOCFLAGS="-D warnings" step cargo doc --locked --workspace --no-deps --document-private-items
}

slow() {
  step tests/differential/run.sh "$CARGO_TARGET_DIR/debug/emberline" --mutants 40
  step tests/http/fuzz.sh "$CARGO_TARGET_DIR/debug/emberline"
  step tests/chartjs_v2/run.sh "$CARGO_TARGET_DIR/debug/emberline"
  step tests/quickchart/run.sh "$CARGO_TARGET_DIR/debug/emberline"
  step tests/post/run.sh "$CARGO_TARGET_DIR/debug/emberline"
  step tests/redmine/run.sh "$CARGO_TARGET_DIR/debug/emberline"
  # The linker optimises a whole program on one core, so the two packages are built and tested at the same time.
  local output result=0
  output="$(mktemp)"
  test_function_package >"$output" 2>&1 &
  local function_package=$!
  test_npm_package &
  wait $! || result=1
  wait "$function_package" || result=1
  cat "$output"
  rm "$output"
  return "$result"
}

test_function_package() {
  step tests/deploy/run.sh
  step tests/package/run.sh
  # The tests of the Lambda function run again with the packed binary.
  step tests/package/events.sh
}

test_npm_package() {
  step wasm/test.sh
  step wasm/preview/test.sh
}

case "${1:-all}" in
  fast) fast ;;
  slow) slow ;;
  all) fast; slow ;;
  *) echo "usage: tests/run.sh [fast|slow]" >&2; exit 2 ;;
esac
printf '\n== all passed (%s s)\n' "$SECONDS"
