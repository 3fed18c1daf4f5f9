#!/usr/bin/env bash
# Makes the fonts of this folder from the published originals. Each run gives the same bytes.
#
# Needs python3 (with venv) and npm, and the network in the first run. Downloads are kept in $FONT_CACHE (default
# ~/.cache/emberline-fonts); otherwise only this folder and tests/fixtures/font are written.
set -euo pipefail

here="$(cd "$(dirname "$0")" && pwd)"
cache="${FONT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/emberline-fonts}"
mkdir -p "$cache"
cd "$cache"

# fontTools uses this as the modification time, so that the output does not depend on the clock.
export SOURCE_DATE_EPOCH=1735689600
export PYTHONHASHSEED=0

if [ ! -x venv/bin/python ]; then
  python3 -m venv venv
fi
venv/bin/python -m pip install --quiet --disable-pip-version-check fonttools==4.68.0 uharfbuzz==0.51.1

# Downloads the npm package @expo-google-fonts/NAME and unpacks it into NAME-VERSION/.
#   fetch_package NAME VERSION
fetch_package() {
  [ -d "$1-$2" ] && return
  npm pack --silent "@expo-google-fonts/$1@$2" > /dev/null
  mkdir "$1-$2.part"
  tar xzf "expo-google-fonts-$1-$2.tgz" -C "$1-$2.part" --strip-components=1
  mv "$1-$2.part" "$1-$2"
}

fetch_package inter 0.4.2
fetch_package noto-sans-arabic 0.4.3
fetch_package noto-sans-hebrew 0.4.1
fetch_package noto-emoji 0.4.7
fetch_package noto-sans-thai 0.4.2

sha256sum --check --quiet "$here/originals.sha256"

venv/bin/python "$here/make.py" "$cache" "$here" "$here/../tests/fixtures/font"
cd "$here"
sha256sum --check --quiet made.sha256 && echo "fonts: as recorded in made.sha256"
