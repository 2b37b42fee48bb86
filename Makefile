# Everything happens in .venv and build/. Nothing else of the machine changes but missing system
# packages, and those only where the user may install them.

BIN := .venv/bin
SAMPLE := cases/abdussamatov-v-kazakhstan
OUT := build/pictures
# Named after the place: a virtual environment does not survive that its folder is moved.
READY := .venv/.ready-$(shell pwd -P | cksum | cut -d' ' -f1)

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench render pins clean

help: ## say what can be asked for (make alone does this)
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

$(READY): pyproject.toml constraints.txt
	@.ci/set-up.sh
	@touch $@

setup: $(READY) ## make .venv with all that is needed, and what Qt needs from the system
	@.ci/system-packages.sh pictures

run: $(READY) ## set up and open the sample (without a screen: as text and pictures)
	@.ci/open-sample.sh $(SAMPLE) $(OUT)

test: setup check ## set up and prove everything: lints, types, contracts, tests, coverage
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2 --cov --cov-report=
	@$(BIN)/coverage json -q
	@$(BIN)/python tests/coverage_by_room.py build/coverage/coverage.json

check: setup ## lints, types and contracts between rooms, without the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup ## measure speed and memory; the figures go to build/benchmarks.md and .json
	@mkdir -p build
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest tests/benchmarks -p no:xdist \
		--benchmark-enable --benchmark-json=build/benchmarks.json

render: setup ## draw each tab of the sample into OUT=build/pictures (SAMPLE=… for another case)
	QT_QPA_PLATFORM=offscreen $(BIN)/caseviewer render $(SAMPLE) --out $(OUT)

pins: setup ## write constraints.txt anew, with the newest releases that pyproject.toml allows
	$(BIN)/python -m venv --clear build/pins
	build/pins/bin/pip install --quiet --editable '.[test]'
	{ sed -n '/^#/p' constraints.txt; build/pins/bin/pip freeze --exclude-editable; } > build/pins.txt
	mv build/pins.txt constraints.txt

clean: ## remove what was built; .venv stays
	rm -rf build dist .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find caseviewer tests -name __pycache__ -type d -prune -exec rm -rf {} +
