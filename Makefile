# Every command of the project. Each sets up what it needs, in .venv; the first run takes a minute.
# On Windows use pip and `missions`; the README says how.

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
TESTS ?= python -m pytest
# What Python and pytest compile is kept, whatever the shell says: the next run of the tests needs it.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site serve check test lint patterns screenshots handbook reference bench faults looks coverage lock clean
.DEFAULT_GOAL := site

site: .venv/site.stamp ## Build the demonstration site from nothing.
	$(BIN)/missions build
	@echo "Look at it with: make serve (its pages are in $(CURDIR)/site/; search works only when it is served)"

serve: .venv/site.stamp ## Show the site on this machine, anew at each change.
	$(BIN)/missions serve

check: .venv/site.stamp ## Name everything that is wrong with the content.
	$(BIN)/missions check

test: .venv/chromium.stamp lint ## Run the tests; CI adds the slow ones.
	$(BIN)/$(TESTS)

lint: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

looks: .venv/chromium.stamp ## Look at every page of every site in a browser, in every way, for half an hour or so.
	$(BIN)/python -m pytest -m slow --exhaustive tests/browser

coverage: .venv/test.stamp ## Measure which lines the quick tests run; it takes twice their time.
	rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -p tests.measured --ignore=tests/browser
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

patterns: .venv/site.stamp ## Show every example of every component in patterns/, which is never published.
	$(BIN)/python -m site_builder.doors.patterns patterns

screenshots: .venv/chromium.stamp ## Take pictures of every type of page into screenshots/.
	$(BIN)/python -m tests.browser.screenshots

handbook: .venv/test.stamp ## Build the handbook into handbook/.
	$(BIN)/python -m site_builder.doors.reference docs/reference
	$(BIN)/mkdocs build --strict -f docs.yml
	@echo "Open $(CURDIR)/handbook/index.html"

reference: .venv/test.stamp ## Write the handbook's reference from the code.
	$(BIN)/python -m site_builder.doors.reference docs/reference
	$(BIN)/python -m tests.check.rules.table docs/authors/measured-rules.md

bench: .venv/test.stamp ## Time whole builds, of the demonstration site and of 2,000 synthetic stories, and the feeds.
	$(BIN)/python -m tests.bench.whole_build
	$(BIN)/python -m tests.bench.feeds

faults: .venv/test.stamp ## Kill builds, let them overlap and fill the disk, for an hour or so; every failure is named.
	$(BIN)/python -m tests.faults

lock: .venv/test.stamp ## Choose the newest versions that fit pyproject.toml and lock them.
	$(PIP) uv
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o locks/site.txt
	$(BIN)/uv pip compile pyproject.toml --group build --group handbook --group test --universal \
		--python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet \
		-c locks/site.txt --upgrade -o locks/test.txt

clean: ## Remove whatever the other commands made.
	rm -rf .venv .cache site handbook patterns screenshots .coverage .coverage.* .hypothesis .mypy_cache .ruff_cache

.venv/python.stamp:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and was not found."; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/site.stamp: .venv/python.stamp locks/site.txt pyproject.toml
	$(PIP) --require-hashes -r locks/site.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: .venv/site.stamp locks/test.txt
	$(PIP) --require-hashes -r locks/test.txt
	@touch $@

# Chromium as the machine has it, and what else the tests need beside Python.
.venv/chromium.stamp: .venv/test.stamp
	@$(BIN)/python -m tests.browser.install
	@touch $@
