#!/bin/sh
# Loads the demo $1 and serves it at port $2. A demo is a folder of portal/demo with an identity.
# The one that .env.example names has content and lives in this installation's own database; any
# other has accounts and no content, and lives in var/$1 with variables of its own, so that neither
# touches the other.
set -eu

own=$(sed -n 's|^SITE_IDENTITY=portal/demo/\([^/]*\)/.*|\1|p' .env.example)
demo=${1:-$own}
identity=portal/demo/$demo/identity.toml
if [ ! -e "$identity" ]; then
    known=$(for each in portal/demo/*/identity.toml; do basename "$(dirname "$each")"; done | xargs)
    echo "DEMO=$demo is no demo; give one of these: $known, as in \`make demo DEMO=empty\`." >&2
    exit 1
fi
content=
if [ "$demo" = "$own" ]; then
    sh deploy/env.sh
    # A file older than the setting names no identity; it is nobody's to change but its owner's.
    if [ -z "${SITE_IDENTITY:-}" ] && ! grep -q '^SITE_IDENTITY=' "${ENV_FILE:-.env}"; then
        export SITE_IDENTITY="$identity"
    fi
else
    unset DATABASE_URL VAR_DIR # those of the shell are the other demo's
    export ENV_FILE="var/$demo/env"
    sh deploy/env.sh "SITE_IDENTITY=$identity" "VAR_DIR=var/$demo"
    mkdir -p "var/$demo/static"
    content=--empty
fi
sh deploy/migrate.sh
# shellcheck disable=SC2086
.venv/bin/python manage.py load_demo --address "http://127.0.0.1:$2" $content
exec sh deploy/serve.sh "$2"
