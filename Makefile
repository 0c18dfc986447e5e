# The index of what can be done here: `make help`. Scripts are in bin/, tools are configured in pyproject.toml.

export PORT ?= 5000
export PYTHON ?=
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder
BUILD := $(BIN)/flask assets build && $(BIN)/flask translations compile
COMPILE = $(BIN)/uv pip compile -q --upgrade --no-header --python-version 3.11 --generate-hashes pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help run test sure fix lint db seed pictures bench test-deep env test-env pins clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: env ## start the platform with its worker on http://127.0.0.1:$PORT (5000)
	@exec $(BIN)/python bin/start

test: test-env ## check all: linters, types, import contracts, and every test on both databases and in the browser
	@bin/check; checked=$$?; $(BUILD) && $(PYTEST) && exit $$checked

sure: ## do what CI does: all of `make test`, and nothing may be skipped
	@sh .ci/run

fix: test-env ## format the code and repair what linters can repair
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .
	@$(BIN)/djlint --lint --quiet templates

lint: test-env ## linters, types and import contracts alone
	@bin/check

db: env ## bring the database to the newest schema
	@$(BIN)/flask db upgrade

seed: db ## load the demonstration data, when the database is empty
	@$(BIN)/flask demo load

pictures: test-env ## take the picture in the README anew, from the browser tests
	@$(BUILD) && $(BIN)/python -m pytest -q tests/stories/test_main_job.py -k 1280
	@mkdir -p docs/screenshots && cp test-results/screenshots/*-teruggevonden-1280.png docs/screenshots/question.png

bench: test-env ## measure speed up to 100,000 documents (a quarter of an hour) or at SIZES=1000; into bench/RESULTS.md
	@PYTHONPATH=platform $(BIN)/python -W ignore::SyntaxWarning -m bench

test-deep: test-env ## the long checks: more examples, more kills, more races (an hour)
	@$(BUILD) && SAMENSPRAAK_DEEP=1 $(PYTEST)

env: ## make .venv alone; afterwards .venv/bin/flask works
	@bin/environment run

test-env:
	@bin/environment test
	@$(BIN)/python bin/test-needs

pins: test-env ## pin the newest versions within the bounds of pyproject.toml, with their hashes
	@$(COMPILE) -o requirements.txt
	@$(COMPILE) --group dev -c requirements.txt -o requirements-dev.txt

clean: ## remove what was made here: environment, built files, caches; never var/, which holds the database
	rm -rf .venv node_modules static/build test-results translations/*/LC_MESSAGES/*.mo .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
