#!/bin/sh
# Compares the packed function with one on node that draws with Chart.js; see README.md.
#   benches/lambda/run.sh [--starts N] [--warm N]
set -eu
cd "$(dirname "$0")/../.."
cache=${EMBERLINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline}/lambda-peer
mkdir -p "$cache"
# There is no lock file, because package.json pins the measured packages.
if ! cmp -s benches/lambda/package.json "$cache/package.json" || [ ! -d "$cache/node_modules" ]; then
  cp benches/lambda/package.json "$cache/"
  (cd "$cache" && npm install --no-package-lock --no-audit --no-fund) >&2
fi
arch=$(uname -m)
[ "$arch" != aarch64 ] || arch=arm64
[ -f "dist/emberline-lambda-$arch.zip" ] || deploy/build.sh "$arch"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 tests/package/unpack.py "dist/emberline-lambda-$arch.zip" "$work"
python3 benches/lambda/measure.py --bootstrap "$work/bootstrap" --modules "$cache" "$@"
