#!/usr/bin/env bash
# Compares pictures of configurations for Chart.js 2 with Chart.js 2.9.4 itself. Needs node 20.
#   tests/chartjs_v2/run.sh <emberline binary> [name of a configuration]
# The packages are installed into the cache; nothing is written into the checkout.
set -euo pipefail
cd "$(dirname "$0")"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/emberline"

# Each lock file has its own folder.
modules="$cache/chartjs-v2-$(cat package.json package-lock.json ../../.npmrc | sha256sum | cut -c1-12)"
if [ -d "$modules" ]; then
  echo "chart.js 2.9.4: from $modules"
else
  echo "chart.js 2.9.4: npm ci into $modules"
  rm -rf "$modules.part" && mkdir -p "$modules.part"
  cp package.json package-lock.json ../../.npmrc "$modules.part/"
  (cd "$modules.part" && npm ci --no-audit --no-fund --loglevel=error)
  mv "$modules.part" "$modules"
fi

# Chart.js formats times in the zone of the machine, Emberline in UTC.
TZ=UTC exec node run.mjs "$(cd "$OLDPWD" && realpath "$1")" "$modules" "${@:2}"
