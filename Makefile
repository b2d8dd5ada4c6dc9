# What can be done here. `make` alone tells.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench docs screenshots clean

SWIFT ?= swift
# Swift's own libraries are linked in: the program starts in half the time and runs where no Swift is installed.
RELEASE := -c release --static-swift-stdlib
PROGRAM := $(RELEASE) --product dossier
# The web server of the desk, which takes longer to build than all the rest.
DESK := $(RELEASE) --product dossier-desk
SOURCES := Sources Tests Package.swift
SHELL_SCRIPTS := $(shell grep -lE '^\#!.*\b(ba)?sh$$' scripts/* .ci/run 2>/dev/null)

help: ## Tell what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: ## Build the program and write the made-up petitions of the demonstration
	scripts/setup build
	$(SWIFT) build $(PROGRAM)
	$(SWIFT) build $(DESK)
	.build/release/dossier demo

test: ## Run every test, those against the outside validators too
	scripts/setup test
	scripts/validators
	$(SWIFT) test

lint: ## Check the layout of the Swift sources and the syntax of the scripts
	$(SWIFT) format lint --strict --parallel -r $(SOURCES)
	@for script in $(SHELL_SCRIPTS); do echo "bash -n $$script"; bash -n "$$script" || exit 1; done

format: ## Lay out the Swift sources
	$(SWIFT) format --in-place --parallel -r $(SOURCES)

bench: ## Measure the program against its peers
	scripts/setup bench
	$(SWIFT) build $(PROGRAM)
	$(SWIFT) build $(DESK)
	scripts/bench

docs: ## Write the manual pages and the shell completions to docs/
	scripts/setup build
	$(SWIFT) build $(PROGRAM)
	rm -rf .build/plugins/GenerateManual/outputs
	$(SWIFT) package --allow-writing-to-package-directory generate-manual --multi-page
	rm -rf docs/man docs/completions
	mkdir -p docs/man docs/completions
	find .build/plugins/GenerateManual/outputs -name '*.1' -exec cp {} docs/man/ \;
	.build/release/dossier --generate-completion-script bash > docs/completions/dossier.bash
	.build/release/dossier --generate-completion-script zsh > docs/completions/_dossier
	.build/release/dossier --generate-completion-script fish > docs/completions/dossier.fish
	@ls docs/man docs/completions

screenshots: demo ## Take the pictures of the desk in docs/desk/
	scripts/setup test
	scripts/screenshots

clean: ## Remove what was built, fetched and exported
	$(SWIFT) package clean
	rm -rf .validators .validators.partial.*
	if [ -d Exports ]; then find Exports -mindepth 1 ! -path Exports/README.md -delete; fi
