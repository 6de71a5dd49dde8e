#!/bin/sh
# Installs html-validate for the tests from its lock file; a whole installation is left alone.
set -eu

cd tests/browser
stamp=$({ node --version; cat package-lock.json; } | sha256sum | cut -c 1-64)
[ "$(cat node_modules/complete 2>/dev/null || true)" = "$stamp" ] && exit 0
echo "Installing html-validate for the tests."
npm ci --silent --no-audit --no-fund
echo "$stamp" >node_modules/complete
