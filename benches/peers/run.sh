#!/bin/sh
# Installs the other renderers outside the repository and measures them; see README.md.
#   benches/peers/run.sh [--emberline PATH] [--cold N] [--warm N] [--rounds N] [--no-setup]
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
cache=${EMBERLINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline}/peers
mkdir -p "$cache"

setup=yes
for arg in "$@"; do
  case $arg in --no-setup | --help | -h) setup=no ;; esac
done

if [ "$setup" = yes ]; then
  # `canvas` (for chartjs-node-canvas) is an optional dependency: npm continues without it if it can neither be downloaded nor built.
  # The build needs Debian's packages
  # libcairo2-dev libpango1.0-dev libjpeg-dev libgif-dev librsvg2-dev, make, g++ and python3.
  if command -v npm >/dev/null; then
    # There is no lock file, because package.json pins the measured packages.
    if ! cmp -s "$here/package.json" "$cache/package.json" || [ ! -d "$cache/node_modules" ]; then
      cp "$here/package.json" "$cache/"
      (cd "$cache" && npm install --no-package-lock --no-audit --no-fund) >&2 || {
        rm -f "$cache/package.json"
        echo "npm install failed: the peers on node are skipped" >&2
      }
    fi
  else
    echo "no npm: the peers on node are skipped" >&2
  fi
  if command -v cargo >/dev/null; then
    if ! [ -x "$cache/cargo/bin/fulgur-chart" ]; then
      cargo install --locked --root "$cache/cargo" fulgur-chart-cli@0.1.21 \
        || echo "cargo install fulgur-chart-cli failed: its cold row is skipped" >&2
    fi
    CARGO_TARGET_DIR="$cache/target" cargo build --release --locked --manifest-path "$here/fulgur-warm/Cargo.toml" \
      || echo "fulgur-warm does not build: its warm row is skipped" >&2
  else
    echo "no cargo: fulgur-chart is skipped" >&2
  fi
fi

PEERS_CACHE=$cache exec python3 "$here/measure.py" "$@"
