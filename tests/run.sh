#!/usr/bin/env bash
# Every check there is, quick ones first. Needs cargo; adds rustfmt and clippy to it where they are missing.
set -euo pipefail
cd "$(dirname "$0")/.."
# The build cache stays outside the checkout, so that a fresh clone is tested, not rebuilt.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline/target}"

# A minimal toolchain has neither.
cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 || rustup component add rustfmt clippy

step() { printf '\n== %s\n' "$*"; "$@"; }

step cargo fmt --all --check
step cargo clippy --locked --all-targets -- -D warnings
step cargo fmt --manifest-path wasm/Cargo.toml --check
step cargo clippy --locked --manifest-path wasm/Cargo.toml -- -D warnings
step cargo test --locked
step cargo check --locked --no-default-features
step cargo check --locked --no-default-features --features png
step cargo check --locked --no-default-features --features embed-font
RUSTDOCFLAGS="-D warnings" step cargo doc --locked --no-deps --document-private-items
step wasm/test.sh
