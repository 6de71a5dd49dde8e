#!/bin/sh
# Installs the npm tools of the tests, or of the folder named, from their lock file; a whole
# installation is left alone. None of them needs a script at its installation.
set -eu

cd "${1:-tests/browser}"
stamp=$({ node --version; cat package-lock.json; } | sha256sum | cut -c 1-64)
[ "$(cat node_modules/complete 2>/dev/null || true)" = "$stamp" ] && exit 0
echo "Installing the tools that judge pages."
npm ci --silent --no-audit --no-fund --ignore-scripts
echo "$stamp" >node_modules/complete
