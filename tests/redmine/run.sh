#!/usr/bin/env bash
# Fetches a version from a real Redmine on this machine, Debian's, and reads it.
# The argument is the path of the program. Debian's packages are installed if they are missing, which needs root.
set -euo pipefail
cd "$(dirname "$0")/../.."
program="$(realpath "$1")"
here="$PWD/tests/redmine"
redmine=/usr/share/redmine
database=/var/lib/dbconfig-common/sqlite3/redmine/instances/default/redmine_default

if [ ! -d "$redmine" ] || ! ruby -rwebrick -e '' 2>/dev/null; then
  echo "redmine: apt-get install"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends redmine redmine-sqlite ruby-webrick >/dev/null
fi

folder="$(mktemp -d)"
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
# The test has a copy of the empty database for itself.
cp "$database" "$folder/redmine.sqlite3"
export RAILS_ENV=production X_DEBIAN_SITEID=default DATABASE_URL="sqlite3:$folder/redmine.sqlite3"
REDMINE_API_KEY="$(cd "$redmine" && bundle exec rails runner "$here/seed.rb" | sed -n 's/^KEY //p')"
export REDMINE_API_KEY
port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
url="http://127.0.0.1:$port"
(cd "$redmine" && exec ruby "$here/serve.rb" "$port") >"$folder/server.log" 2>&1 &
server=$!
for _ in $(seq 120); do
  curl -sf -o /dev/null "$url/issue_statuses.json" && break
  kill -0 "$server" || { cat "$folder/server.log"; exit 1; }
  sleep 1
done

cd "$folder"
"$program" fetch redmine --url "$url" --project shop --version 2.1 -o version.json 2>summary.txt
"$program" fetch redmine --url "$url" --project shop --cache cache -o open.json 2>note.txt
"$program" describe version.json --start 2026-03-02 --as-of 2026-03-06 >version.txt
python3 - <<'CHECK'
import json, re

numbers = json.load(open("version.txt"))["numbers"]
since = numbers["since_start"]
found = [numbers[name] for name in ("committed", "scope", "done", "remaining")]
found += [since[name] for name in ("added", "removed", "reestimated", "completed", "reopened")]
# Committed 8 + 5 + 4 + 6; 3 joined, 4 left, 5 became 7; 8 and 6 were done, and 6 came back.
assert found == [23, 24, 8, 16, 3, 4, 2, 14, 6], found
summary = open("summary.txt").read()
assert re.match(r"shop, 2\.1: 5 issues, 7 changes, 11 requests, [\d.]+ s\n$", summary), summary
text = open("version.json").read()
for word in ("Pay with", "comment", "admin", "Redmine Admin"):
    assert word not in text, word
assert open("open.json").read() == text
note = open("note.txt").read()
assert 'several versions are open; took "2.1", which is due first, not "2.2"' in note, note
print("redmine:", summary.strip())
CHECK

status=0
REDMINE_API_KEY=wrong "$program" fetch redmine --url "$url" --project shop -o none.json 2>error.txt || status=$?
[ "$status" = 1 ]
[ ! -e none.json ]
grep -q "status 401" error.txt
! "$program" fetch redmine --url "$url" --project shop --version 2.3 -o none.json 2>error.txt
grep -q 'version: found no "2.3"; there are "2.1", "2.2"' error.txt
echo "redmine: passed"
