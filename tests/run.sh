#!/usr/bin/env bash
# Every check there is, quick ones first. Needs cargo, Python 3 and node 20; what else a step needs it installs,
# outside the checkout where it can.
#   tests/run.sh [fast|slow]        (default both)
set -euo pipefail
cd "$(dirname "$0")/.."
# The build cache stays outside the checkout, so that a fresh clone is tested, not rebuilt.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline/target}"

step() { printf '\n== %s (%s s)\n' "$*" "$SECONDS"; "$@"; }

fast() {
  # A minimal toolchain has neither.
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 || rustup component add rustfmt clippy
  step cargo fmt --all --check
  step cargo clippy --locked --features lambda --all-targets -- -D warnings
  step cargo test --locked --features lambda
  step cargo fmt --manifest-path wasm/Cargo.toml --all --check
  step cargo clippy --locked --manifest-path wasm/Cargo.toml --all-targets -- -D warnings
  # Each feature alone: nothing leans on another one by accident.
  step cargo check --locked --no-default-features
  step cargo check --locked --no-default-features --features png
  step cargo check --locked --no-default-features --features embed-font
  step cargo check --locked --no-default-features --features builtin-zones
  step cargo check --locked --no-default-features --features chartjs
  step cargo check --locked --no-default-features --features trackers
  step cargo clippy --locked --bins -- -D warnings
  RUSTDOCFLAGS="-D warnings" step cargo doc --locked --no-deps --document-private-items
}

slow() {
  step tests/http/fuzz.sh "$CARGO_TARGET_DIR/debug/emberline"
  step tests/deploy/run.sh
  step tests/package/run.sh
  # The function once more, as it is packed.
  step tests/package/events.sh
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
