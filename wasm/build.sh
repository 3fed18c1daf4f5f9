#!/usr/bin/env bash
# Builds the npm package into wasm/pkg, and says with which toolchain. Needs cargo, node with npm, a clang that compiles for
# WebAssembly, and as root or with the packages installed Debian's apt where rustup has no WebAssembly; tools stay in
# ~/.cache/emberline.
set -euo pipefail
cd "$(dirname "$0")"
cache="${EMBERLINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline}"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$cache/target}"
target=wasm32-unknown-unknown
# A folder of their own, because cargo lets only one release build at a time into a folder.
modules="$CARGO_TARGET_DIR/wasm"

# --- the toolchain: rustup's with the source of the standard library, else Debian's, which can build for wasm
debian=(rustc-web cargo-web rust-web-src lld-19)
by_rustup() { timeout 60 rustup component add rust-src; }
if dpkg -s "${debian[@]}" >/dev/null 2>&1; then
  way="Debian's toolchain, installed before"
elif by_rustup >/dev/null 2>&1; then
  way="rustup's toolchain"
else
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${debian[@]}" >/dev/null
  way="Debian's toolchain, added"
fi
echo "wasm/build.sh: $way"
# QuickJS is compiled by clang. CC_wasm32_unknown_unknown and AR_wasm32_unknown_unknown name other programs.
if [ -z "${CC_wasm32_unknown_unknown:-}" ]; then
  if ! command -v clang-19 >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends clang-19 >/dev/null
    echo "wasm/build.sh: clang-19 installed"
  fi
  export CC_wasm32_unknown_unknown=clang-19 AR_wasm32_unknown_unknown=ar
fi

# --- the program, which prints the schemas
cargo build --locked --manifest-path ../Cargo.toml --package emberline-cli
program="$CARGO_TARGET_DIR/debug/emberline"

# --- wasm-bindgen's command, in the version of the crate
version=$(sed -n 's/^wasm-bindgen = "=\(.*\)"$/\1/p' Cargo.toml)
bindgen="$cache/wasm-bindgen-$version/bin/wasm-bindgen"
if [ ! -x "$bindgen" ]; then
  # Without --locked: a registry may lack the very patch releases of the published lock file.
  CARGO_TARGET_DIR="$cache/wasm-bindgen-$version/target" RUSTFLAGS='' \
    cargo install --quiet --root "$cache/wasm-bindgen-$version" --version "$version" wasm-bindgen-cli
  rm -rf "$cache/wasm-bindgen-$version/target"
fi

# --- the tools from npm, kept as long as the lock file stays as it is
tools="$cache/wasm-tools-$(cat package.json package-lock.json | sha256sum | cut -c1-16)"
if [ ! -e "$tools/done" ]; then
  mkdir -p "$tools"
  cp package.json package-lock.json "$tools/"
  npm ci --prefix "$tools" --no-audit --no-fund --loglevel=error
  touch "$tools/done"
fi
ln -sfn "$tools/node_modules" node_modules

# --- the package
rm -rf pkg
cp -r npm pkg
mkdir pkg/fonts
cp ../fonts/*.ttf ../fonts/*-OFL.txt pkg/fonts/
cp ../LICENSE-* pkg/
# A panic is a trap without a message, and the standard library is built for it: a fifth smaller. The compiler calls
# both unstable, so it is told that this is a nightly one.
compile() {
  RUSTC_BOOTSTRAP=1 RUSTFLAGS="-C target-feature=+simd128 -Z unstable-options -C panic=immediate-abort" \
    "$@" -Z build-std=std,panic_abort -Z build-std-features=optimize_for_size
}
# module CRATE BINDINGS CODE [ARGUMENTS OF CARGO]
module() {
  local crate=$1 bindings=$2 code=$3
  local build=(build --locked --release --target "$target" --target-dir "$modules" --package "emberline-$crate" "${@:4}")
  case $way in
    rustup*) compile cargo "${build[@]}" ;;
    *) RUSTC=/usr/bin/rustc CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19 compile /usr/bin/cargo "${build[@]}" ;;
  esac
  "$bindgen" --target web --out-dir pkg --out-name "$bindings" --no-typescript --omit-default-module-path \
    --experimental-reset-state-function --remove-producers-section "$modules/$target/release/emberline_$crate.wasm"
  # QuickJS imports its clock from a module of C's name for the host.
  sed -i 's|^import \(.*\) from "env"|import \1 from "./clock.js"|' "pkg/$bindings.js"
  # No pointer is below 1024, where the stack ends.
  node_modules/.bin/wasm-opt -Oz --low-memory-unused --strip-debug --strip-target-features --strip-producers "pkg/${bindings}_bg.wasm" -o "pkg/$code.wasm"
  rm "pkg/${bindings}_bg.wasm"
}
module draw bindings emberline
module draw whole-bindings whole --features whole
module draw functions-bindings functions --features functions
module raster raster-bindings raster
cargo run --quiet --locked --package emberline-zones >pkg/zones.dat
node schemas.mjs "$program" pkg
