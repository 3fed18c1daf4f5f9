#!/usr/bin/env bash
# Builds the Lambda for Amazon Linux 2023 and packs it as dist/emberline-lambda-<architecture>.zip.
#   deploy/build.sh [arm64|x86_64]        (default arm64)
#
# Needs cargo and Python 3 with venv, on Linux or macOS. The tools of
# requirements.txt go into ~/.cache/emberline/lambda-build, zig for the linker among them.
set -euo pipefail
cd "$(dirname "$0")/.."

cache="${XDG_CACHE_HOME:-$HOME/.cache}/emberline"
tools="$cache/lambda-build"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$cache/target}"
# The glibc version of provided.al2023.
glibc=2.34

fail() { echo "deploy/build.sh: $*" >&2; exit 1; }
note() { echo "deploy/build.sh: $*" >&2; }

arch="${1:-arm64}"
case "$arch" in
  arm64) target=aarch64-unknown-linux-gnu ;;
  x86_64) target=x86_64-unknown-linux-gnu ;;
  *) fail "found the architecture \"$arch\", expected arm64 or x86_64" ;;
esac

# zig is the linker, because the system's linker binds to the system's glibc, which is newer than Lambda's.
install_tools() {
  cmp -s deploy/requirements.txt "$tools/requirements.txt" && [ -x "$tools/venv/bin/cargo-zigbuild" ] && return
  rm -rf "$tools/venv"
  mkdir -p "$tools"
  python3 -m venv "$tools/venv" || fail "python3 -m venv does not work: install it (Debian: apt-get install python3-venv)"
  "$tools/venv/bin/pip" install --quiet --disable-pip-version-check -r deploy/requirements.txt
  cp deploy/requirements.txt "$tools/"
}

# Adds the target with rustup, with a timeout in case its server does not respond.
add_target() {
  command -v rustup >/dev/null || { why="there is no rustup"; return 1; }
  # perl, because macOS has no timeout(1).
  perl -e 'alarm shift; exec @ARGV' 120 rustup target add "$target" 2> "$tools/rustup.log" && return
  why="rustup can't add $target ($(grep -m 1 '^error' "$tools/rustup.log" || echo "no answer in 120 s"))"
  return 1
}

# Finds or installs a standard library for the target, and prints its origin.
find_rust() {
  if [ -d "$(rustc --print target-libdir --target "$target")" ]; then
    note "$arch with $(rustc --version), which has $target"
    return
  elif add_target; then
    note "$arch with $(rustc --version), to which rustup added $target"
    return
  fi
  [ "$arch" = arm64 ] || fail "$why, and Debian's toolchain is set up for arm64 alone: rustup target add $target"
  sysroot="$(deploy/debian-arm64.sh "$tools")" || fail "$why, and Debian's toolchain neither: rustup target add $target"
  export RUSTC=/usr/bin/rustc RUSTFLAGS="--sysroot $sysroot"
  note "$arch with Debian's $($RUSTC --version): $why"
}

install_tools
export PATH="$tools/venv/bin:$PATH"
find_rust
# The project's own code is a third of the zip but a twentieth of a picture's time, so it is optimised for size. The level of the
# last crate also applies to the whole program's optimisation at linking, where "s" would double the time of rasterising.
cargo-zigbuild rustc --locked --release --package emberline-lambda \
  --config 'profile.release.package.emberline.opt-level="s"' \
  --config 'profile.release.package.emberline-server.opt-level="s"' \
  --bin emberline-lambda --target "$target.$glibc" -- -C opt-level=3
mkdir -p dist
"$tools/venv/bin/python" deploy/pack.py "$CARGO_TARGET_DIR/$target/release/emberline-lambda" \
  "dist/emberline-lambda-$arch.zip" --arch "$arch" --glibc "$glibc"
