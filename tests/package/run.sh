#!/usr/bin/env bash
# Builds and packs the Lambda function, checks the zip, and sends the function events as Lambda does: a sprint, and a chart with
# functions. On both architectures its pictures must equal those of the command line byte for byte.
#   tests/package/run.sh [arm64|x86_64]...        (default both)
#
# The other architecture runs under qemu. On Debian and Ubuntu, qemu is installed if the user is root.
set -euo pipefail
cd "$(dirname "$0")/../.."

cache="${XDG_CACHE_HOME:-$HOME/.cache}/emberline"
tools="$cache/lambda-build"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$cache/target}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
passed=0 skipped=0

pass() { passed=$((passed + 1)); echo "PASS $*"; }
skip() { skipped=$((skipped + 1)); echo "SKIP $*"; }
fail() { echo "FAIL $*"; exit 1; }

case "$(uname -m)" in aarch64 | arm64) host=arm64 ;; *) host="$(uname -m)" ;; esac

# Sets `emulator` to the command that starts a binary of the architecture on this machine; fails if there is none.
find_emulator() {
  emulator=(env)
  [ "$(uname -s) $host" != "Linux $1" ] || return 0
  [ "$(uname -s) $host $1" = "Linux x86_64 arm64" ] || return 1
  emulator=(qemu-aarch64-static -L /usr/aarch64-linux-gnu)
  has_qemu && return
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends --no-remove \
    qemu-user-static libc6-arm64-cross; } >/dev/null 2>&1
  has_qemu
}

has_qemu() { command -v qemu-aarch64-static >/dev/null && [ -d /usr/aarch64-linux-gnu/lib ]; }

# The files of tests/package with events.
events=(event functions)

# Draws the inputs of the events with the command line.
draw_expected() {
  local event
  for event in "${events[@]}"; do
    python3 tests/package/event.py input "tests/package/$event.json" > "$work/$event.input"
    cargo run --locked --quiet -- render "$work/$event.input" -o "$work/$event.png"
  done
}

# check_event ARCHITECTURE EVENT BOOTSTRAP: sends one event to the function and compares the pictures.
check_event() {
  python3 tests/package/invoke.py "tests/package/$2.json" env EMBERLINE_FUNCTIONS=on "${emulator[@]}" "$3" > "$work/answer.json" \
    || fail "$1 does not answer $2.json"
  python3 tests/package/event.py picture "$work/answer.json" > "$work/found.png"
  cmp "$work/$2.png" "$work/found.png" || fail "$1 draws another picture than the command line for $2.json"
  pass "$1 polls, answers $2.json and draws the picture of the command line, byte for byte"
}

# Asserts that pack.py refuses a binary. Without this check the binary would fail only on Lambda.
check_refusal() {
  local name="$1" expected="$2" message
  shift 2
  message="$("$tools/venv/bin/python" deploy/pack.py "$1" "$work/refused.zip" "${@:2}" 2>&1)" && fail "$name is packed"
  [[ "$message" == *"$expected"* ]] || fail "$name: expected a message with \"$expected\", found: $message"
  pass "$name is refused"
}

# Builds, packs and tests one architecture.
check_architecture() {
  local arch="$1" dir="$work/$1" other=arm64 event
  deploy/build.sh "$arch" || fail "$arch does not build"
  pass "$arch builds; its libraries, glibc and size are those that Lambda takes"
  python3 tests/package/unpack.py "dist/emberline-lambda-$arch.zip" "$dir" || fail "$arch does not unpack"
  pass "$arch unpacks to one executable, bootstrap"

  [ "$arch" != arm64 ] || other=x86_64
  check_refusal "$arch in the place of $other" "build for that target" "$dir/bootstrap" --arch "$other" --glibc 2.34
  check_refusal "$arch where glibc is older" "expected at most 2.17" "$dir/bootstrap" --arch "$arch" --glibc 2.17

  if ! find_emulator "$arch"; then
    skip "$arch does not run here, on $(uname -sm) (Debian: apt-get install qemu-user-static libc6-arm64-cross)"
    return
  fi
  for event in "${events[@]}"; do check_event "$arch" "$event" "$dir/bootstrap"; done
}

draw_expected
[ $# -gt 0 ] || set -- arm64 x86_64
for arch in "$@"; do check_architecture "$arch"; done
# A shell with line editing needs a library that Lambda's image may lack.
if readelf -d /bin/bash 2>/dev/null | grep -q libtinfo; then
  check_refusal "a binary with another library" "libtinfo" /bin/bash --arch "$host" --glibc 2.99
else
  skip "no /bin/bash with libtinfo here to be refused"
fi
echo "tests/package: $passed passed, $skipped skipped, 0 failed"
