#!/usr/bin/env bash
# Builds the page and tests it in Debian's Chromium. Needs the package in wasm/pkg (wasm/build.sh), the command-line program
# that EMBERLINE names (default: the debug build), node with npm, and root where Chromium is not installed.
set -euo pipefail
cd "$(dirname "$0")"
if [ ! -e ../pkg/package.json ]; then
  echo "wasm/preview/test.sh: no package in wasm/pkg; run wasm/build.sh first" >&2
  exit 1
fi
if ! command -v "${CHROMIUM:-chromium}" >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
  echo "wasm/preview/test.sh: chromium installed"
fi
cache="${EMBERLINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline}"
export EMBERLINE="${EMBERLINE:-${CARGO_TARGET_DIR:-$cache/target}/debug/emberline}"
# The packages are those of the lock file; they are installed again only after a change of it.
if ! cmp -s package-lock.json node_modules/.lock; then
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.lock
  echo "wasm/preview/test.sh: packages installed"
else
  echo "wasm/preview/test.sh: packages are installed already"
fi
npm run --silent build
rm -rf test/shots
mkdir test/shots
exec node --test --test-concurrency=1 --test-reporter=spec test/*.test.mjs
