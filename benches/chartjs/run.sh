#!/bin/sh
# Compares emberline with Chart.js on a thousand Chart.js configurations; see README.md.
#   benches/chartjs/run.sh [--emberline PATH] [--pictures N] [--rounds N]
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
cache=${EMBERLINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline}/peers
mkdir -p "$cache"
# The packages are those of benches/peers, installed once for both.
if ! cmp -s "$here/../peers/package.json" "$cache/package.json" || [ ! -d "$cache/node_modules" ]; then
  cp "$here/../peers/package.json" "$cache/"
  (cd "$cache" && npm install --no-package-lock --no-audit --no-fund) >&2
fi
PEERS_CACHE=$cache exec python3 "$here/measure.py" "$@"
