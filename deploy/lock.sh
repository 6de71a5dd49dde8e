#!/bin/sh
# Writes requirements.txt and requirements-dev.txt from pyproject.toml, with hashes and without a
# line that names an index. Pins that still fit are kept; `make lock UPGRADE=--upgrade` renews all.
set -eu

if ! uv=$(command -v uv); then
    echo "Installing uv into var/lock, for this command only."
    python3 -m venv var/lock
    var/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
    uv=var/lock/bin/uv
fi
compile() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-annotate --no-emit-index-url --no-emit-find-links "$@"
}
# shellcheck disable=SC2086
compile ${UPGRADE:-} pyproject.toml --output-file requirements.txt
# shellcheck disable=SC2086
compile ${UPGRADE:-} --group dev --constraints requirements.txt --output-file requirements-dev.txt
