# Every target does its own set-up in .venv. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: help demo test check bench soak screenshots lock clean
help:
	@echo "make demo [ONCE=1] [DATA=FILE]   the main job on the local stand-in for Telegram"
	@echo "make test                        all tests"
	@echo "make check                       format, lint, types, import contracts"
	@echo "make bench ONLY=name             a benchmark; the last line is JSON"
	@echo "make soak ONLY=name ROUNDS=n     a fault run; PLANT=fault must make it fail"
	@echo "make screenshots                 the pictures of docs/schemes.md and docs/quality.md"

$(STAMP): requirements.txt pyproject.toml
	@test -d .venv || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

demo: $(STAMP)
	@$(BIN)/hiringhall demo $(if $(ONCE),--once) $(if $(DATA),--data "$(DATA)")

test: $(STAMP)
	@$(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

check: $(STAMP)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(STAMP)
	@$(BIN)/python -m benchmarks bench "$(ONLY)" $(if $(PICTURES),--pictures "$(PICTURES)")

soak: $(STAMP)
	@$(BIN)/python -m benchmarks soak "$(ONLY)" --rounds $(or $(ROUNDS),50) --seed $(or $(SEED),1) $(if $(PLANT),--plant $(PLANT))

screenshots: $(STAMP)
	@PYTHONPATH=. $(BIN)/python tools/screenshots.py docs/pictures
	@PYTHONPATH=. $(BIN)/python tools/quality_pictures.py

lock:
	@test -d .venv || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet pip-tools
	@$(BIN)/pip-compile --quiet --extra dev --generate-hashes --allow-unsafe --strip-extras \
		--no-emit-index-url --no-emit-trusted-host --no-emit-options --no-header \
		-o requirements.txt pyproject.toml

clean:
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache
