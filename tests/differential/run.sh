#!/usr/bin/env bash
# Compares the pictures of the program with those that Chart.js itself draws at test time, text as Inter.
#   tests/differential/run.sh [PROGRAM] [OPTIONS]
#     --mutants COUNT      random variations of the configurations (default 400)
#     --only TEXT          only configurations with this text in their names
#     --check              draws the references only, and checks that each configuration proves something
#     --validate FOLDER    draws Chart.js's own picture cases again and compares them with the references there
#     --without-functions  draws everything without functions, to see how the drawing alone differs
# The program is built if none is given. Needs node 20. The packages are installed into the cache; nothing is written into
# the checkout.
set -euo pipefail
cd "$(dirname "$0")/../.."
cache="${EMBERLINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline}"

program=""
if [ $# -gt 0 ] && [ "${1#--}" = "$1" ]; then
  program="$1"
  shift
fi
# Checking and validating need no program.
if [ -z "$program" ] && [[ " $* " != *" --check "* && " $* " != *" --validate "* ]]; then
  cargo build --locked --quiet --package emberline-cli
  program="${CARGO_TARGET_DIR:-target}/debug/emberline"
fi

# Each lock file has its own folder.
harness="tests/differential"
work="$cache/differential-$(cat $harness/package.json $harness/package-lock.json .npmrc | sha256sum | cut -c1-12)"
if [ -d "$work/node_modules" ]; then
  echo "Chart.js: from $work"
else
  echo "Chart.js: npm ci into $work"
  rm -rf "$work" "$work.part" && mkdir -p "$work.part"
  cp $harness/package.json $harness/package-lock.json .npmrc "$work.part/"
  (cd "$work.part" && npm ci --no-audit --no-fund --loglevel=error)
  mv "$work.part" "$work"
fi

# Scripts find packages beside themselves, so they run from the folder with the packages.
rm -f "$work"/*.mjs
cp $harness/*.mjs "$work/"
# Chart.js takes the zone and the language from the process.
exec env TZ=UTC LC_ALL=en_US.UTF-8 node "$work/run.mjs" --root "$PWD" --work "$work" "$program" "$@"
