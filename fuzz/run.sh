#!/usr/bin/env bash
# Fuzzes every target for SECONDS_EACH (default 60), seeded with the examples and the bad inputs.
set -euo pipefail
cd "$(dirname "$0")/.."
export RUSTC_BOOTSTRAP=1
seconds="${SECONDS_EACH:-60}"
for target in json csv chart; do
  corpus="fuzz/corpus/$target"
  mkdir -p "$corpus"
  words=()
  if [ "$target" = chart ]; then
    cp tests/fixtures/chartjs/*.json "$corpus/"
    words=(-dict=fuzz/chart.dict)
  fi
  cp examples/*."$target" tests/fixtures/burndown/*."$target" tests/fixtures/input/bad/*."$target" "$corpus/" 2>/dev/null || true
  cargo fuzz run "$target" "$corpus" -- -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 "${words[@]}"
done
