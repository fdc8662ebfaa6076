# make run    set everything up, build the store if needed, serve the dashboard
# make test   set everything up, run unit, contract and browser tests
# make check  lint, types, import direction, tests
# make bench  scorers and speed    make soak  the long tests    make screens  the pictures of the documents
# make lock   renew the locks

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.ready-to-run
TEST_READY := $(VENV)/.ready-to-test
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test check lint bench screens soak lock clean

run: $(RUN_READY)
	@$(BIN)/python -m etl build || test $$? -eq 3
	@echo "Incident Atlas is at http://127.0.0.1:$(PORT) (stop it with Ctrl+C)"
	@$(BIN)/python -m streamlit run dashboard/app.py --server.address 127.0.0.1 --server.port $(PORT)

test: $(TEST_READY)
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: lint test

lint: $(TEST_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(TEST_READY)
	$(BIN)/python -m tests.benchmarks

screens: $(TEST_READY)
	ATLAS_SCREENS=1 $(BIN)/python -m pytest tests/browser -k "sees or class"

soak: $(TEST_READY)
	$(BIN)/python -m pytest -m soak

$(RUN_READY): requirements.txt
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Incident Atlas needs Python 3.11 or later; set PYTHON=...')"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	@touch $@

$(TEST_READY): $(RUN_READY) tests/requirements.txt
	$(BIN)/python -m pip install --quiet --requirement tests/requirements.txt
	@touch $@

lock:
	rm -rf build/lock && $(PYTHON) -m venv --upgrade-deps build/lock
	build/lock/bin/python -m pip install --quiet .
	( echo "# The exact lock for running Incident Atlas; made by 'make lock' from pyproject.toml."; \
	  build/lock/bin/python -m pip freeze --exclude incident-atlas ) > requirements.txt
	build/lock/bin/python -m pip install --quiet '.[test,cluster,llm]'
	( echo "# The exact lock for testing it; made by 'make lock'."; \
	  build/lock/bin/python -m pip freeze --exclude incident-atlas ) > tests/requirements.txt

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis
