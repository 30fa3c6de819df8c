# make demo and make test are all that a newcomer needs; `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Where the demo writes; out/ is ignored by git.
DEMO ?= out/demo
HINTERLAND := .build/release/hinterland
FORMATTED := $(wildcard Sources Tests Benchmarks/Benchmarks Benchmarks/Sources Benchmarks/Package.swift Fuzzing/Sources Fuzzing/Package.swift Snippets) Package.swift

.PHONY: help demo test verify dist dist-check docs lint format layers tutorials browser-test interfaces clean

help: ## list what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

demo: ## install what is missing, build, and report on the embedded study
	@Scripts/install-dependencies build
	swift build -c release --product hinterland
	$(HINTERLAND) init $(DEMO) --example albion --force
	$(HINTERLAND) report $(DEMO) -o $(DEMO)/out --force
	@echo "The report: $$(find $(DEMO)/out -maxdepth 1 -name '*.html' | head -n 1)"

test: ## install what is missing, build in release and run the tests
	@Scripts/install-dependencies build
	@Scripts/run-tests

verify: ## the long tests: simulations over many seeds, fuzzing, benchmarks; keeps its log in out/verify
	@Scripts/install-dependencies build
	@Scripts/verify

dist: ## a relocatable tarball, a Debian package and their checksums in dist/
	@rm -f dist/hinterland-*.tar.gz dist/hinterland_*.deb
	@Scripts/make-dist dist
	@Scripts/make-deb dist/hinterland-*.tar.gz

dist-check: dist ## both on a bare Debian 12 and Ubuntu 22.04 (as root; fetches both systems)
	@Scripts/check-dist dist

docs: ## the documentation of all libraries in docs-out/, warnings as errors
	@Scripts/install-dependencies build
	@Scripts/build-docs docs-out

lint: ## the formatter's rules, strictly
	swift format lint --strict --parallel -r $(FORMATTED)

format: ## format the sources in place
	swift format --in-place --parallel -r $(FORMATTED)

layers: ## the order of the rooms, the rules of the house, and the keys of STUDY.md
	@Scripts/check-layers --self-test
	@Scripts/check-layers
	@Scripts/check-study-keys --self-test
	@Scripts/check-study-keys

tutorials: ## run the tutorials and snippets and compare what they print
	@Scripts/install-dependencies build
	swift build -c release
	@Scripts/run-snippets
	@Scripts/run-tutorials --self-test
	@Scripts/run-tutorials

browser-test: ## look at the embedded study's report with a real browser
	@Scripts/install-dependencies build browser
	swift build -c release --product hinterland
	@Scripts/run-browser-tests

interfaces: ## install the Python and R packages from here and run their tests
	@Scripts/install-dependencies build interfaces
	swift build -c release --product hinterland
	@Scripts/run-interface-tests

clean: ## remove what was built and written here
	rm -rf .build out dist docs-out .venv Benchmarks/.build
