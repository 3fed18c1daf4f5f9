#!/usr/bin/env bash
# Packages serverless.yml without an account or a network, and tests the resulting template.
# Needs node 20 and Python 3.11. osls and cfn-lint are installed into the cache; nothing is written into the checkout.
set -euo pipefail
cd "$(dirname "$0")/../.."
cache="${XDG_CACHE_HOME:-$HOME/.cache}/emberline"

venv="$cache/venv-deploy"
if cmp -s tests/deploy/requirements.txt "$venv/requirements.txt"; then
  echo "cfn-lint: from $venv"
else
  echo "cfn-lint: installing into $venv"
  # On Debian, virtual environments need a separate package.
  python3 -c 'import ensurepip' 2>/dev/null || { apt-get update -qq && apt-get install -y -qq python3-venv; }
  python3 -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r tests/deploy/requirements.txt
  cp tests/deploy/requirements.txt "$venv/"
fi

# Each lock file has its own folder.
osls="$cache/osls-$(cat package.json package-lock.json .npmrc | sha256sum | cut -c1-12)"
if [ -d "$osls" ]; then
  echo "osls: from $osls"
else
  echo "osls: npm ci into $osls"
  rm -rf "$osls.part" && mkdir -p "$osls.part"
  cp package.json package-lock.json .npmrc "$osls.part/"
  (cd "$osls.part" && npm ci --no-audit --no-fund --loglevel=error)
  mv "$osls.part" "$osls"
fi

# osls writes into the folder that it reads, so it gets a copy of the files.
service="$(mktemp -d)"
trap 'rm -rf "$service"' EXIT
mkdir "$service/deploy" "$service/dist"
cp serverless.yml package.json "$service/"
cp deploy/*.yml "$service/deploy/"
for arch in arm64 x86_64; do
  zip="emberline-lambda-$arch.zip"
  if [ -f "dist/$zip" ]; then
    echo "artifact: dist/$zip"
    cp "dist/$zip" "$service/dist/"
  else
    echo "artifact: a stand-in, for there is no dist/$zip (deploy/build.sh makes it); the template does not depend on it"
    python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("bootstrap", "")' "$service/dist/$zip"
  fi
done

if unshare --net true 2>/dev/null; then
  offline="unshare --net"
  echo "packaging: in a network namespace without a network"
else
  offline=""
  echo "packaging: without credentials; the network can't be switched off here"
fi

SERVICE="$service" OSLS="$offline $osls/node_modules/.bin/osls" CFN_LINT="$venv/bin/cfn-lint" \
  PYTHONDONTWRITEBYTECODE=1 "$venv/bin/python" -m unittest discover --start-directory tests/deploy
