# Every target makes itself ready first: setup/ready.sh installs what is missing, once.

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types contracts content bench endurance soak screensoak voices mutants screenshots lock clean

SHELL := /bin/bash
BIN := .venv/bin
TESTS ?=
DATABASE ?= sqlite

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

demo: ## A whole hall on this machine; PLAY=1 plays a morning by itself, PACK=folder shows yours
	@setup/ready.sh $(if $(PLAY),play,demo)
	@$(BIN)/nouba demo $(if $(PLAY),--play) $(if $(KILLS),--kills $(KILLS)) $(if $(SPEED),--speed $(SPEED)) $(if $(PACK),--pack $(PACK))

test: ## All tests, windows and browser included; TESTS=tests/kiosk a part, DATABASE=postgres elsewhere
	@setup/ready.sh test
	@$(MAKE) --no-print-directory run-tests

.PHONY: run-tests
run-tests:
	@	if $(BIN)/python -m nouba.chromium >/dev/null; then only=""; else \
	  only="not browser"; echo "The tests of the pages are left out."; fi; \
	export NOUBA_TEST_DATABASE=$(DATABASE); \
	if [ -n "$(TESTS)" ]; then setup/servers.sh $(BIN)/pytest -m "$$only" $(TESTS); \
	else setup/halves.sh -m "$$only"; fi

check: ## Format, lint, types, import contracts, content, then all tests
	@setup/ready.sh check
	@$(MAKE) --no-print-directory lint types contracts content run-tests

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

content:
	$(BIN)/nouba content check

bench: ## Measure, print, and write var/bench.json; HISTORY=10000000 beside so many past visits
	@setup/ready.sh bench
	@setup/servers.sh $(BIN)/python -m bench
	@setup/servers.sh $(BIN)/python -m bench.kiosk_start
	@setup/servers.sh $(BIN)/python -m bench.chime
	@setup/servers.sh $(BIN)/python -m bench.notices
	@$(if $(HISTORY),$(BIN)/python -m bench.past 0 100000 1000000 $(HISTORY))

endurance: ## Drive one controller through CALLS=300000 calls, and look at its memory
	@setup/ready.sh bench
	@$(BIN)/python -m bench.endurance $(or $(CALLS),300000)

soak: ## Let a kiosk live HOURS=24 simulated hours, and look at its memory
	@setup/ready.sh bench
	@setup/servers.sh $(BIN)/python -m bench.soak $(or $(HOURS),24)

screensoak: ## Let a hall screen live HOURS=24 simulated hours with CALLS=3000: memory, calls missed, voices late
	@setup/ready.sh bench
	@setup/servers.sh $(BIN)/python -m bench.screen_soak $(or $(HOURS),24) $(or $(CALLS),3000)

voices: ## Say CALLS=1000 random calls in each language: words, loudness, pauses, what a stranger understands
	@setup/ready.sh bench
	@$(BIN)/python -m bench.voices $(or $(CALLS),1000)

mutants: ## Break each rule of the queue once: do the tests notice?
	@setup/ready.sh test
	@$(BIN)/python -m tests.mutations $(RULES)

screenshots: ## Every screen and page in the four languages, to var/screenshots
	@setup/ready.sh screenshots
	@$(BIN)/nouba screenshots

format: ## Lay the code out
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: ## Pin the dependencies again, naming no host
	$(BIN)/uv pip compile pyproject.toml --quiet --all-extras --universal --fork-strategy fewest --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url -o requirements.lock
	npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund
	node -e "const fs = require('fs'), lock = require('./package-lock.json'); \
		for (const each of Object.values(lock.packages)) delete each.funding; \
		fs.writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n')"

clean: ## Remove everything that was made, but the source
	rm -rf .venv node_modules var .stamps build dist controller/web/static/vendor
