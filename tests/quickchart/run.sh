#!/usr/bin/env bash
# Asks `emberline serve` with QuickChart's clients for JavaScript and Python. Nothing is sent to another machine.
# The argument is the path of the program, which is built if there is none. Needs node 20 and Python 3.9; the clients are installed
# into the cache.
set -euo pipefail
cd "$(dirname "$0")/../.."
cache="${XDG_CACHE_HOME:-$HOME/.cache}/emberline"
here=tests/quickchart

program="${1:-}"
if [ -z "$program" ]; then
  cargo build --locked --quiet
  program="${CARGO_TARGET_DIR:-target}/debug/emberline"
fi

venv="$cache/venv-quickchart"
if cmp -s "$here/requirements.txt" "$venv/requirements.txt"; then
  echo "quickchart.io: from $venv"
else
  echo "quickchart.io: installing into $venv"
  # On Debian, virtual environments need a separate package.
  python3 -c 'import ensurepip' 2>/dev/null || { apt-get update -qq && apt-get install -y -qq python3-venv; }
  python3 -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/"
fi

# Each lock file has its own folder.
modules="$cache/quickchart-$(cat "$here/package.json" "$here/package-lock.json" .npmrc | sha256sum | cut -c1-12)"
if [ -d "$modules" ]; then
  echo "quickchart-js: from $modules"
else
  echo "quickchart-js: npm ci into $modules"
  rm -rf "$modules.part" && mkdir -p "$modules.part"
  cp "$here/package.json" "$here/package-lock.json" .npmrc "$modules.part/"
  (cd "$modules.part" && npm ci --no-audit --no-fund --loglevel=error)
  mv "$modules.part" "$modules"
fi

work="$(mktemp -d)"
"$program" serve --port 0 --charts "$work/charts" 2>"$work/log" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do
  url="$(sed -n 's/^emberline: listening on //p' "$work/log")"
  [ -n "$url" ] && break
  sleep 0.1
done
[ -n "$url" ] || { cat "$work/log"; exit 1; }

javascript="$(node "$here/client.mjs" "$url" "$modules")" || { tail -n 20 "$work/log"; exit 1; }
python="$(PYTHONDONTWRITEBYTECODE=1 "$venv/bin/python" "$here/client.py" "$url")" || { tail -n 20 "$work/log"; exit 1; }
echo "quickchart clients: $((javascript + python)) passed"
