#!/bin/sh
# Serves the demo at a port of this machine, with the schedule beside it; both end together.
set -eu

.venv/bin/python manage.py run_schedule --loop 30 &
schedule=$!
.venv/bin/python manage.py runserver --noreload "127.0.0.1:$1" &
site=$!
trap 'kill "$site" "$schedule" 2>/dev/null; wait' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
wait "$site"
