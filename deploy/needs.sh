#!/bin/sh
# Says what this machine lacks for `make setup`, `make check`, `make test` or `make bench`.
# The first line is the one command that brings it all; nothing lacking, nothing said.
# Only the shell's own words are used, so that it runs on a machine that has nothing yet.
set -u

missing=
lacks() { missing="$missing $1"; }
has() { command -v "$1" >/dev/null 2>&1; }

if has python3; then
    # Debian and Ubuntu keep ensurepip, without which no virtual environment gets pip, apart.
    python3 -c 'import ensurepip, venv' 2>/dev/null || lacks python3-venv
else
    lacks python3
    lacks python3-venv
fi
has git || lacks git
has make || lacks make

case ${1:-setup} in
check | test | audit)
    has msgfmt && has xgettext || lacks gettext
    ;;
esac

if [ "${1:-setup}" = audit ]; then
    has java || lacks default-jre-headless
    set -- test
fi
if [ "${1:-setup}" = bench ]; then
    set -- /usr/lib/postgresql/*/bin/initdb
    [ -x "$1" ] || lacks postgresql
    set -- setup
fi
if [ "${1:-setup}" = test ]; then
    set -- /usr/lib/postgresql/*/bin/initdb
    [ -x "$1" ] || [ -n "${DATABASE_URL:-}" ] || lacks postgresql
    if ! has chromium && ! has chromium-browser; then
        # Ubuntu has no package called chromium.
        # shellcheck source=/dev/null
        case $([ -r /etc/os-release ] && . /etc/os-release && echo "$ID") in
        ubuntu) lacks chromium-browser ;;
        *) lacks chromium ;;
        esac
    fi
    # Debian puts it where only root looks for programs.
    has nginx || [ -x /usr/sbin/nginx ] || lacks nginx
    has redis-server || lacks redis-server
    has openssl || lacks openssl
    has node || lacks nodejs
    has npm || lacks npm
fi

status=0
if [ -n "$missing" ]; then
    [ "$(id -u 2>/dev/null)" = 0 ] && sudo= || sudo="sudo "
    echo "${sudo}apt-get install -y$missing"
    echo "Run the line above, then the same command again. If apt finds no such package," \
        "run ${sudo}apt-get update first."
    status=1
fi
if has python3 && ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Python 3.11 or newer is needed and python3 is older: use Debian 12, Ubuntu 24.04 or" \
        "newer, or put a newer python3 first in PATH."
    status=1
fi
exit $status
