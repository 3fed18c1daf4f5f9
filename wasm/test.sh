#!/usr/bin/env bash
# Builds the package and tests it, in node and in Debian's Chromium: the same bytes as the command line's, failures, sizes,
# types, a bundler. Needs what build.sh needs, and root where Chromium is not installed.
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v "${CHROMIUM:-chromium}" >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
  echo "wasm/test.sh: chromium installed"
fi
./build.sh
cache="${EMBERLINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline}"
export EMBERLINE="${CARGO_TARGET_DIR:-$cache/target}/debug/emberline"
exec node --test test/*.test.mjs
