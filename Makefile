# The commands of the project. `make` alone lists them; each may be stopped and run again.
# Needs python3, python3-venv, git and make; what a command lacks is named in its first line.

PORT ?= 8000
DEMO ?=
ARGS ?=
PYTHON = .venv/bin/python
# The settings as production has them: nothing from .env and nothing from this shell.
PRODUCTION = env -i PATH="$$PATH" ENV_FILE=/dev/null VAR_DIR=var/check ALLOWED_HOSTS=example.org \
	SECRET_KEY="$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(64))')"

.DEFAULT_GOAL = help
.PHONY: help setup demo test audit bench check lock port
.SILENT:
.NOTPARALLEL:

help: ## List the commands
	sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1 \2/p' Makefile | \
		while read -r make name text; do printf '%s %-6s %s\n' "$$make" "$$name" "$$text"; done

setup: ## Make the virtual environment, .env and the database, or bring them up to date
	sh deploy/needs.sh setup
	sh deploy/venv.sh
	sh deploy/env.sh
	sh deploy/migrate.sh

demo: port ## Set up, load a demo, serve it at http://127.0.0.1:8000 (PORT=8080, DEMO=empty)
	sh deploy/venv.sh
	exec sh deploy/demo.sh "$(DEMO)" "$(PORT)"

port:
	sh deploy/needs.sh setup
	sh deploy/port.sh "$(PORT)"

test: ## Run all tests on SQLite and on PostgreSQL, in Chromium too (ARGS="-k words" for pytest)
	sh deploy/needs.sh test
	sh deploy/venv.sh dev
	$(PYTHON) -m tests $(ARGS)

audit: ## Judge the whole site: axe, two validators, widths, weight, Lighthouse (half an hour)
	sh deploy/needs.sh audit
	sh deploy/venv.sh dev
	sh deploy/npm.sh
	sh deploy/npm.sh tests/audit
	$(PYTHON) -m pytest -q -rP -o python_files="audit_*.py" -p no:cacheprovider tests/audit tests/browser/test_keyboard.py $(ARGS)

bench: ## Measure speed beside Wagtail and bare Django (ARGS="--quick", ARGS=--help; an hour or more)
	sh deploy/needs.sh bench
	sh deploy/venv.sh dev
	$(PYTHON) -m tests.bench $(ARGS)

check: ## Lint, import contracts, production settings, pending migrations, catalogues, lock files
	sh deploy/needs.sh check
	sh deploy/venv.sh dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/djhtml --check --tabwidth 2 templates
	.venv/bin/lint-imports --no-logo
	$(PRODUCTION) $(PYTHON) manage.py check --deploy --fail-level WARNING
	$(PYTHON) -m pytest -q tests/house/test_migrations.py tests/house/test_requirements.py \
		tests/portal/test_locale.py

lock: ## Write requirements*.txt anew from pyproject.toml (UPGRADE=--upgrade renews all pins)
	sh deploy/needs.sh setup
	UPGRADE="$(UPGRADE)" sh deploy/lock.sh
