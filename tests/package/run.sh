#!/usr/bin/env bash
# Builds and packs the Lambda function, checks the zip, and sends the function an event as Lambda does. On both architectures its picture
# must equal that of the command line byte for byte.
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

# Draws the event's sprint with the command line.
draw_expected() {
  python3 tests/package/event.py sprint tests/package/event.json > "$work/sprint.json"
  cargo run --locked --quiet -- render "$work/sprint.json" -o "$work/expected.png"
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
  local arch="$1" dir="$work/$1" other=arm64
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
  python3 tests/package/invoke.py tests/package/event.json "${emulator[@]}" "$dir/bootstrap" > "$work/answer.json" \
    || fail "$arch does not answer the event"
  pass "$arch polls and answers the event"
  python3 tests/package/event.py picture "$work/answer.json" > "$work/$arch.png"
  cmp "$work/expected.png" "$work/$arch.png" || fail "$arch draws another picture than the command line"
  pass "$arch draws the picture of the command line, byte for byte"
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
