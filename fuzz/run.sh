#!/usr/bin/env bash
# Fuzzes every target for SECONDS_EACH (default 60), seeded with the examples and the bad inputs.
set -euo pipefail
cd "$(dirname "$0")/.."
export RUSTC_BOOTSTRAP=1
seconds="${SECONDS_EACH:-60}"
for target in json csv chart script jira github gitlab azure linear trello taiga redmine; do
  corpus="fuzz/corpus/$target"
  mkdir -p "$corpus"
  # Trackers' answers are longer than what people write.
  length=4096
  timeout=10
  words=()
  if [ "$target" = chart ]; then
    cp tests/fixtures/chartjs/*.json "$corpus/"
    words=(-dict=fuzz/chart.dict)
  fi
  if [ "$target" = script ]; then
    # A script may run up to its limits, which an instrumented build reaches late.
    timeout=60
    words=(-dict=fuzz/script.dict)
    python3 fuzz/script_seeds.py tests/script/attacks.json "$corpus"
    cp tests/fixtures/chartjs/*.js "$corpus/" 2>/dev/null || true
  fi
  if [ -d "tests/fixtures/trackers/$target" ]; then
    cp tests/fixtures/trackers/"$target"/*.{json,csv} "$corpus/" 2>/dev/null || true
    length=32768
  fi
  cp examples/*."$target" tests/fixtures/burndown/*."$target" tests/fixtures/input/bad/*."$target" "$corpus/" 2>/dev/null || true
  cargo fuzz run "$target" "$corpus" -- -max_total_time="$seconds" -max_len="$length" -timeout="$timeout" -rss_limit_mb=2048 "${words[@]}"
done
