#!/usr/bin/env bash
# Prints a sysroot with which Debian's /usr/bin/rustc compiles for arm64, for systems on which rustup can't add the target.
#   deploy/debian-arm64.sh FOLDER         (made once in FOLDER for each version of rustc)
#
# Needs Debian on amd64, and root while rustc-web is not installed.
set -euo pipefail
work="$1/debian"
fail() { echo "deploy/debian-arm64.sh: $*" >&2; exit 1; }

found="$(dpkg --print-architecture 2>/dev/null || uname -sm)"
[ "$found" = amd64 ] || fail "found $found, expected Debian on amd64"
if ! dpkg-query -s rustc-web >/dev/null 2>&1; then
  [ "$(id -u)" = 0 ] || fail "rustc-web is missing: sudo apt-get install rustc-web"
  apt-get update -qq >&2
  # The package conflicts with Debian's rustup, which must not be removed.
  DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends --no-remove rustc-web >&2
fi

# The standard library must have the version of the compiler.
version="$(dpkg-query -W -f '${Version}' rustc-web)"
if [ ! -d "$work/$version" ]; then
  rm -rf "$work/part"
  mkdir -p "$work/part/apt/lists/partial" "$work/part/apt/cache/archives/partial"
  cd "$work/part/apt"
  # Separate package lists keep arm64 out of the system's own configuration; sources and keys are the system's.
  cat > apt.conf <<CONF
APT::Architecture "amd64";
APT::Architectures { "amd64"; "arm64"; };
APT::Sandbox::User "$(id -un)";
Dir::State::Lists "$PWD/lists";
Dir::Cache "$PWD/cache";
CONF
  export APT_CONFIG="$PWD/apt.conf"
  apt-get update -qq >&2
  apt-get download -qq "libstd-rust-web-dev:arm64=$version" >&2
  dpkg -x ./*.deb ..
  cd "$work"
  rm -r part/apt
  mv part "$version"
fi
echo "$work/$version/usr"
