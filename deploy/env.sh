#!/bin/sh
# Writes .env (or ENV_FILE) from .env.example with a SECRET_KEY of its own; a file that exists is
# kept. Arguments are lines that stand in it instead of those of the example: NAME=value.
set -eu

file=${ENV_FILE:-.env}
[ ! -e "$file" ] || exit 0
umask 077 # the key is nobody else's to read
mkdir -p "$(dirname "$file")"
key=$(python3 -c 'import secrets; print(secrets.token_urlsafe(64))')
sed "s/^SECRET_KEY=.*/SECRET_KEY=$key/" .env.example >"$file.new"
for line in "$@"; do
    grep -v "^${line%%=*}=" "$file.new" >"$file.newer"
    echo "$line" >>"$file.newer"
    mv "$file.newer" "$file.new"
done
mv -n "$file.new" "$file"
rm -f "$file.new"
echo "Wrote $file with a random SECRET_KEY."
