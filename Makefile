# The commands of the project; "make help" lists them.
PYTHON ?= python3
PORT ?= 8080
VENV := .venv
BUILT := parts/.built
CHARTS := parts/static/.built
CODE := $(wildcard src tests instance bench)

.PHONY: help start test lint format bench docs clean

help:  ## list the commands
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/'

$(VENV)/.installed: requirements.txt constraints.txt setup.py
	@instance/check-machine $(PYTHON)
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "安装程序包（首次约一分钟）…"
	@PYTHONWARNINGS=ignore $(VENV)/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(BUILT): $(VENV)/.installed buildout.cfg instance/bootstrap.py
	@$(VENV)/bin/python instance/bootstrap.py
	@PYTHONWARNINGS=ignore $(VENV)/bin/buildout -q
	@touch $@

$(CHARTS): $(BUILT) instance/charts/build.py instance/charts/package-lock.json
	@$(VENV)/bin/python instance/charts/build.py

start: $(BUILT) $(CHARTS)  ## serve the demonstration portal (PORT=8080)
	@PORT=$(PORT) instance/start

test: $(BUILT) $(CHARTS)  ## run every test, browser tests included
	@instance/test

$(VENV)/.tools: requirements-tools.txt constraints.txt $(VENV)/.installed
	@PYTHONWARNINGS=ignore $(VENV)/bin/pip install --quiet --disable-pip-version-check -r requirements-tools.txt
	@touch $@

lint: $(VENV)/.tools  ## look for mistakes and untidy code
	@$(VENV)/bin/ruff check $(CODE)
	@$(VENV)/bin/ruff format --check $(CODE)
	@git ls-files 'src/*.zcml' 'profiles/*.xml' | xargs $(VENV)/bin/zpretty --check

format: $(VENV)/.tools  ## tidy the code
	@$(VENV)/bin/ruff check --fix $(CODE)
	@$(VENV)/bin/ruff format $(CODE)
	@git ls-files 'src/*.zcml' 'profiles/*.xml' | xargs $(VENV)/bin/zpretty -i

bench: $(BUILT)  ## measure speed and memory as ratios
	@bench/run

clean:  ## remove what was built; the data in instance/var stays
	rm -rf $(VENV) bin parts develop-eggs .installed.cfg instance/etc
