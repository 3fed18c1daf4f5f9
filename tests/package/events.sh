#!/usr/bin/env bash
# Runs the tests of the Lambda function with the packed binary for this machine's architecture instead of the one that cargo built.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline/target}"
arch="$(uname -m)"
[ "$arch" != aarch64 ] || arch=arm64
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 tests/package/unpack.py "dist/emberline-lambda-$arch.zip" "$work"
EMBERLINE_BOOTSTRAP="$work/bootstrap" cargo test --locked --package emberline-lambda --test aws lambda::
