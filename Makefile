# The two commands that a newcomer needs: `make graph` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export OMP_NUM_THREADS ?= 2

.PHONY: graph test clean

## graph: set up, build the seeds' graph into output/ and say what to open
graph: $(VENV)/ready
	$(BIN)/kg build seeds --output output

## test: lint, type check, every test (installs Chromium through apt where it can and must)
test: $(VENV)/ready browser readers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

.PHONY: readers
readers:
	@{ command -v rapper && command -v serdi && command -v virtuoso-t; } >/dev/null || \
	  { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && \
	    apt-get update -qq && apt-get install -y -qq raptor2-utils serdi virtuoso-opensource-7-bin; } || \
	  echo "no rapper, serdi or Virtuoso here: their tests will be skipped (install raptor2-utils, serdi, virtuoso-opensource-7-bin)"

.PHONY: browser
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && \
	    apt-get update -qq && apt-get install -y -qq chromium chromium-driver; } || \
	  echo "no Chromium here: the browser tests will be skipped (install the packages chromium and chromium-driver)"

$(VENV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)
	$(BIN)/pip install -q -c constraints.txt "torch==2.13.0"
	$(BIN)/pip install -q -c constraints.txt -e ".[dev]"
	@touch $@

clean:
	rm -rf $(VENV)
	find output -mindepth 1 ! -name README.md -delete
