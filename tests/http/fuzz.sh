#!/usr/bin/env bash
# Sends `emberline serve` requests that its OpenAPI document allows and forbids, for about a minute.
# The argument is the path of the program, which is built if there is none. Needs Python 3.11; schemathesis is installed into the cache.
set -euo pipefail
cd "$(dirname "$0")/../.."
cache="${XDG_CACHE_HOME:-$HOME/.cache}/emberline"
seconds="${FUZZ_SECONDS:-60}"

program="${1:-}"
if [ -z "$program" ]; then
  cargo build --locked --quiet
  program="${CARGO_TARGET_DIR:-target}/debug/emberline"
fi

venv="$cache/venv-http"
if cmp -s tests/http/requirements.txt "$venv/requirements.txt"; then
  echo "schemathesis: from $venv"
else
  echo "schemathesis: installing into $venv"
  # On Debian, virtual environments need a separate package.
  python3 -c 'import ensurepip' 2>/dev/null || { apt-get update -qq && apt-get install -y -qq python3-venv; }
  python3 -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r tests/http/requirements.txt
  cp tests/http/requirements.txt "$venv/"
fi

work="$(mktemp -d)"
"$program" serve --port 0 2>"$work/log" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do
  url="$(sed -n 's/^emberline: listening on //p' "$work/log")"
  [ -n "$url" ] && break
  sleep 0.1
done
[ -n "$url" ] || { cat "$work/log"; exit 1; }

curl --silent --fail "$url/openapi.json" -o "$work/openapi.json" ||
  "$venv/bin/python" -c 'import sys, urllib.request as u; u.urlretrieve(*sys.argv[1:])' "$url/openapi.json" "$work/openapi.json"
"$venv/bin/openapi-spec-validator" "$work/openapi.json"

# There is one worker, because two threads of Python 3.11 that parse at once can fail ("AST constructor recursion depth mismatch").
# The program runs in the temporary folder, because it keeps a database of examples in the current one.
status=0
hooks="$PWD/tests/http"
(cd "$work" && PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$hooks" SCHEMATHESIS_HOOKS=hooks "$venv/bin/schemathesis" --no-color run "$url/openapi.json" \
  --phases examples,coverage,fuzzing --seed 1 --generation-database none --max-time "$seconds" --workers 1 \
  --request-timeout 30 --suppress-health-check all --warnings off \
  --checks status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance,unsupported_method,allow_header_conformance \
  --max-failures 20 >"$work/report" 2>&1) || status=$?
[ "$status" = 0 ] && tail -n 30 "$work/report" || cat "$work/report"

# The log of the server has the status of each response. 501 and 503 are allowed: there is no bucket, and a picture may take too long.
echo "responses by status:"
grep -o 'status=[0-9]*' "$work/log" | sort | uniq -c
if grep -E 'status=5' "$work/log" | grep -vqE 'status=50[13] '; then
  echo "errors of the server:"
  grep -E 'status=5' "$work/log" | grep -vE 'status=50[13] '
  status=1
fi
if ! grep -q 'path="/burndown.png"}: answered status=200' "$work/log" ||
  ! grep -q 'path="/chart"}: answered status=200' "$work/log" ||
  ! grep -q 'path="/render"}: answered status=200' "$work/log"; then
  echo "no picture was drawn, so no request was tested completely"
  status=1
fi
kill "$server"
wait "$server" || { echo "the server ended with $?"; status=1; }
exit "$status"
