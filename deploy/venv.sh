#!/bin/sh
# Makes .venv hold exactly requirements.txt, and with the word "dev" requirements-dev.txt too.
# .venv/complete is written last and names what was installed, where and for which Python: a run
# killed at any moment leaves none, and the next run begins anew.
set -eu

mkdir -p var
# Held by pip as well: should only this script be killed, the next run waits for the orphan.
exec 9>var/venv.lock
if ! flock -n 9; then
    echo "Another make is filling .venv; waiting for it."
    flock 9
fi

digest() {
    { pwd -P; python3 -c 'import sys; print(sys.version, sys.base_prefix)'; cat "$@"; } |
        sha256sum | cut -c 1-64
}
install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes "$@"
}

runtime=$(digest requirements.txt)
dev=$(digest requirements.txt requirements-dev.txt)
complete=$(cat .venv/complete 2>/dev/null || true)

case "${1:-runtime} $complete" in
"runtime $runtime"* | "dev $runtime $dev")
    exit 0
    ;;
"dev $runtime")
    rm .venv/complete
    ;;
*)
    echo "Making .venv; this downloads about 60 MB once."
    rm -rf .venv
    python3 -m venv .venv
    install -r requirements.txt
    ;;
esac
if [ "${1:-runtime}" = dev ]; then
    echo "Installing the tools for tests and checks."
    install -r requirements-dev.txt
    runtime="$runtime $dev"
fi
echo "$runtime" >.venv/complete.new
mv .venv/complete.new .venv/complete
