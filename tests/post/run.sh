#!/usr/bin/env bash
# Posts with `emberline post` into emulated chats on this machine; nothing is sent to another one.
# The argument is the path of the program, which is built if there is none. Needs node 20; the emulator is installed into the cache.
set -euo pipefail
cd "$(dirname "$0")/../.."
cache="${XDG_CACHE_HOME:-$HOME/.cache}/emberline"
here=tests/post

program="${1:-}"
if [ -z "$program" ]; then
  cargo build --locked --quiet
  program="${CARGO_TARGET_DIR:-target}/debug/emberline"
fi
program="$(realpath "$program")"

# Each lock file has its own folder.
modules="$cache/post-$(cat "$here/package.json" "$here/package-lock.json" .npmrc | sha256sum | cut -c1-12)"
if [ -d "$modules" ]; then
  echo "emulate: from $modules"
else
  echo "emulate: npm ci into $modules"
  rm -rf "$modules.part" && mkdir -p "$modules.part"
  cp "$here/package.json" "$here/package-lock.json" .npmrc "$modules.part/"
  (cd "$modules.part" && npm ci --no-audit --no-fund --loglevel=error)
  mv "$modules.part" "$modules"
fi

node "$here/slack.mjs" "$program" "$modules"

cargo build --locked --quiet --package emberline-fetch --example jira_site
node "$here/morning.mjs" "$program" "$modules" "${CARGO_TARGET_DIR:-target}/debug/examples/jira_site"
