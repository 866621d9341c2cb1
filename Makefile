# One Provence. `make` alone lists what can be done.
# A step that has been done leaves a file behind and is not done again: a second `make site` only builds.

SHELL := /bin/sh
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --quiet --quiet --no-input install --require-hashes
DONE := $(VENV)/done
NPM := sh scripts/node.sh npm
ADDRESS ?= 127.0.0.1:8000

# Material announces a fork at each build; this site has made its choice (see the changelog).
export NO_MKDOCS_2_WARNING := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help site serve check fix new addresses translations links publishable release accessibility test lint units bench meaning quality picture screenshots lighthouse format lock clean purge

help: ## List what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

site: vendor/done ## Set up, then build both editions into site/
	@printf '→ Construction du site…\n'
	@$(PY) -m mkdocs build --strict
	@printf '✓ Le site est dans %s/site (ouvrez-le avec « make serve »).\n' "$(CURDIR)"

serve: vendor/done ## Set up, then preview; what you edit shows at once
	@printf '→ Aperçu sur http://%s/ (Ctrl-C pour arrêter)…\n' "$(ADDRESS)"
	@$(PY) -m mkdocs serve --dev-addr $(ADDRESS)

check: $(DONE)/runtime ## Check the content alone, in a second: make check FILES="places/mucem.yml" FORMAT=people|github|json
	@PYTHONPATH=hooks $(PY) -m atlas.reading.check $(if $(FORMAT),--format $(FORMAT)) $(FILES)

fix: $(DONE)/runtime ## Mend what is certainly wrong in the content, and show it: make fix FILES="places/mucem.yml"
	@PYTHONPATH=hooks $(PY) -m atlas.mending $(FILES)

new: $(DONE)/runtime ## Write a draft, asking for what it needs: make new, or make new KIND=lieu NAME="Villa Blanche"
	@PYTHONPATH=hooks $(PY) -m atlas.scaffolds $(if $(KIND),--kind "$(KIND)" $(if $(NAME),--name "$(NAME)") $(if $(IN),--in "$(IN)"))

addresses: vendor/done ## Build, then note the addresses that are now published, so that none gets lost
	@printf '→ Construction du site…\n'
	@$(PY) -m mkdocs build --strict
	@PYTHONPATH=hooks $(PY) -m atlas.reading.noting

translations: $(DONE)/runtime ## Remember which French each English text translates: make translations FILES="places/mucem.yml"
	@PYTHONPATH=hooks $(PY) -m atlas.reading.confirming $(FILES)

links: $(DONE)/runtime ## Ask whether the links to other sites still answer, slowly; no build does: make links [STRICT=1]
	@printf '→ Liens vers d’autres sites (plusieurs minutes)…\n'
	@$(PY) scripts/links.py $(if $(STRICT),--strict)

publishable: $(DONE)/runtime ## Tell what a publication lacks
	@printf '→ Ce qui manque à une publication…\n'
	@PYTHONPATH=hooks $(PY) -m atlas.release

release: publishable vendor/done ## Refuse what a publication lacks, then test and build
	@$(MAKE) --no-print-directory test site

accessibility: node_modules/.complete vendor/done ## Have machines look at a page of each type, and record what they find
	@PYTHONPATH=hooks:tests $(PY) scripts/accessibility.py

test: node_modules/.complete vendor/done lint check ## Check everything: code, content, site, browser
	@printf '→ Tests…\n'
	@$(PY) -m pytest

lint: $(DONE)/dev ## Check style and types
	@printf '→ Style et types…\n'
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy

units: $(DONE)/dev ## Run the tests that need neither a built site nor a browser
	@$(PY) -m pytest -m 'not site and not browser'

bench: $(DONE)/dev vendor/done ## Measure the build with 10, 100 and 1,000 places
	@$(PY) scripts/bench.py

quality: $(DONE)/dev vendor/done ## Measure how well search finds, beside lunr and words alone (after make site)
	@PYTHONPATH=hooks:tests $(PY) scripts/bench_search.py

meaning: vendor/done ## Give new passages their vectors, by which search knows what they mean (ten a second)
	@$(PIP) -r requirements-meaning.txt
	@printf '→ Vecteurs des passages…\n'
	@ATLAS_MEANING=renew $(PY) -m mkdocs build --strict
	@printf '✓ Enregistrez hooks/atlas/search/data/vectors.npz avec vos changements.\n'

picture: $(DONE)/runtime ## Make a photograph fit for the site: make picture FILE=docs/pictures/mucem/vue.jpg
	@test -n "$(FILE)" || { printf '✗ Indiquez le fichier : make picture FILE=docs/pictures/<lieu>/<nom>.jpg\n' >&2; exit 1; }
	@PYTHONPATH=hooks $(PY) scripts/picture.py "$(FILE)"

screenshots: $(DONE)/dev vendor/done ## Photograph the site into build/pictures/
	@PYTHONPATH=tests $(PY) scripts/screenshots.py

lighthouse: scripts/lighthouse/node_modules $(DONE)/dev vendor/done ## Measure a page of each type with Lighthouse, in half an hour
	@PYTHONPATH=tests $(PY) scripts/lighthouse/measure.py

format: $(DONE)/dev ## Lay out the code
	@$(PY) -m ruff check --fix
	@$(PY) -m ruff format

lock: $(DONE)/dev ## Choose the newest versions allowed, and lock them with their hashes
	@for name in requirements requirements-dev requirements-node requirements-meaning; do \
		$(PY) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
			--no-config --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
			--output-file $$name.txt $$name.in || exit 1; done
	@$(NPM) install --package-lock-only
	@printf '✓ Versions verrouillées. Lancez « make test ».\n'

clean: ## Remove what builds and tests made
	rm -rf site site.new site.old build .pytest_cache .mypy_cache .ruff_cache
	find hooks scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

purge: clean ## Remove also what the set-up installed
	rm -rf $(VENV) node_modules scripts/lighthouse/node_modules vendor

# Set-up, a step each.

$(DONE)/python:
	@sh scripts/python.sh $(VENV)
	@mkdir -p $(DONE) && touch $@

$(DONE)/runtime: requirements.txt | $(DONE)/python
	@printf '→ Bibliothèques Python (une minute environ)…\n'
	@$(PIP) -r requirements.txt
	@touch $@

$(DONE)/dev: requirements-dev.txt | $(DONE)/runtime
	@printf '→ Outils de vérification (une minute environ)…\n'
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(DONE)/node: requirements-node.txt | $(DONE)/python
	@sh scripts/node.sh node --version >/dev/null 2>&1 || { \
		printf '→ Node.js, absent de cette machine (une minute environ)…\n' && $(PIP) -r requirements-node.txt; }
	@touch $@

# npm writes this file at the end of a successful installation.
node_modules/.package-lock.json: package-lock.json | $(DONE)/node
	@printf '→ Polices et moteur de carte…\n'
	@$(NPM) ci --omit=dev --no-progress --loglevel=error >/dev/null
	@touch $@

# Apart from the rest: nothing else needs its 180 MB.
scripts/lighthouse/node_modules: scripts/lighthouse/package-lock.json | $(DONE)/node
	@printf '→ Lighthouse…\n'
	@$(NPM) install --prefix scripts/lighthouse --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@

node_modules/.complete: package-lock.json | $(DONE)/node $(DONE)/dev
	@printf '→ Outils de vérification des pages…\n'
	@$(NPM) ci --no-progress --loglevel=error >/dev/null
	@touch $@

vendor/done: package-lock.json scripts/fonts.py scripts/print_fonts.py scripts/leaflet.py $(DONE)/runtime | node_modules/.package-lock.json
	@printf '→ Découpe des polices…\n'
	@$(PY) scripts/fonts.py
	@$(PY) scripts/print_fonts.py
	@$(PY) scripts/leaflet.py
	@touch $@
