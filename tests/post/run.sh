#!/usr/bin/env bash
# Posts with `emberline post` into an emulated Slack, a Matrix server and a mail server on this machine; nothing is sent to another one.
# The argument is the path of the program, which is built if there is none. Needs node 20 and Python 3.11; the servers are installed
# into the cache.
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

venv="$cache/venv-post"
if cmp -s "$here/requirements.txt" "$venv/requirements.txt"; then
  echo "Synapse and aiosmtpd: from $venv"
else
  echo "Synapse and aiosmtpd: installing into $venv"
  # On Debian, virtual environments need a separate package.
  python3 -c 'import ensurepip' 2>/dev/null || { apt-get update -qq && apt-get install -y -qq python3-venv; }
  python3 -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/"
fi

export PYTHONDONTWRITEBYTECODE=1
node "$here/slack.mjs" "$program" "$modules"
# The mail server warns about passwords without encryption, which stay on this machine.
"$venv/bin/python" -W ignore "$here/mail.py" "$program" 2> >(grep -v 'auth_required\|deprecated' >&2)
"$venv/bin/python" "$here/matrix.py" "$program"

cargo build --locked --quiet --package emberline-fetch --example jira_site
node "$here/morning.mjs" "$program" "$modules" "${CARGO_TARGET_DIR:-target}/debug/examples/jira_site"
