#!/usr/bin/env bash
# Builds the npm package into wasm/pkg, and says with which toolchain. Needs cargo, node with npm, and as root or with the
# packages installed Debian's apt where rustup has no WebAssembly; tools stay in ~/.cache/emberline.
set -euo pipefail
cd "$(dirname "$0")"
cache="${EMBERLINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline}"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$cache/target}"
target=wasm32-unknown-unknown

# --- the toolchain: rustup's target, else Debian's compiler, which brings the source of the standard library
debian=(rustc-web cargo-web rust-web-src lld-19)
if rustup target list --installed 2>/dev/null | grep -qx "$target"; then
  way="rustup's target"
elif dpkg -s "${debian[@]}" >/dev/null 2>&1; then
  way="Debian's toolchain, installed before"
elif timeout 60 rustup target add "$target" >/dev/null 2>&1; then
  way="rustup's target, added"
else
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${debian[@]}" >/dev/null
  way="Debian's toolchain, added"
fi
echo "wasm/build.sh: $way"

# --- the Rust code
# No path of this machine in the code.
export RUSTFLAGS="-C target-feature=+simd128 --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
case $way in
  rustup*) cargo build --locked --release --target "$target" ;;
  *)
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19 \
      /usr/bin/cargo build --locked --release --target "$target" -Z build-std=std,panic_abort
    ;;
esac

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
"$bindgen" --target web --out-dir pkg --out-name bindings --no-typescript --omit-default-module-path \
  --experimental-reset-state-function --remove-producers-section "$CARGO_TARGET_DIR/$target/release/emberline_wasm.wasm"
node_modules/.bin/wasm-opt -O3 --strip-debug --strip-target-features pkg/bindings_bg.wasm -o pkg/emberline.wasm
rm pkg/bindings_bg.wasm
node types.mjs pkg
node size.mjs pkg
