#!/bin/sh
# Writes .env from .env.example with a SECRET_KEY of its own; an .env that exists is kept.
set -eu

[ ! -e .env ] || exit 0
umask 077 # the key is nobody else's to read
key=$(python3 -c 'import secrets; print(secrets.token_urlsafe(64))')
sed "s/^SECRET_KEY=.*/SECRET_KEY=$key/" .env.example >.env.new
mv -n .env.new .env
rm -f .env.new
echo "Wrote .env with a random SECRET_KEY."
