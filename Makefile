# Every target does its own set-up; see packaging/setup/. ARGS="..." hands arguments on.
.DEFAULT_GOAL := help
.PHONY: help run test bench fuzz i18n screenshots lock package package-test package-linux package-test-linux package-windows package-test-windows clean

help: ## show this list
	@sed -n 's/^\([a-z0-9-]*\):[a-z -]* ## /make \1	/p' Makefile

run: ## open the reader, on the entry or on ARGS="FILE"
	@packaging/setup/run.sh $(ARGS)

test: ## ruff, mypy and pytest; ARGS go to pytest
	@packaging/setup/test.sh $(ARGS)

bench: ## measure start-up, memory and speed
	@packaging/setup/bench.sh $(ARGS)

fuzz: ## try the parsers with made-up input for ARGS="SECONDS" (Linux; 600 by default)
	@packaging/setup/fuzz.sh $(ARGS)

i18n: ## bring the translations into line with the interface's strings
	@packaging/setup/i18n.sh

screenshots: ## take the pictures in docs/images anew
	@packaging/setup/screenshots.sh

lock: ## make requirements/*.lock anew; ARGS="--upgrade" takes newer versions
	@packaging/setup/lock.sh $(ARGS)

package: package-linux package-windows ## make all that people download, with checksums, in dist/
	@packaging/common/checksums.sh

package-test: package-test-linux package-test-windows ## install, start, upgrade and remove all of it, build it again
	@packaging/linux/test_trimmed.sh -q
	@packaging/check_reproducible.sh

package-linux: ## make the .deb and the AppImage, in dist/
	@packaging/linux/build.sh $(ARGS)

package-test-linux: ## try them in fresh systems of Debian; pictures in dist/screenshots/
	@packaging/linux/test.sh $(ARGS)

package-windows: ## make the installer and the portable zip for Windows, in dist/
	@packaging/windows/build.sh $(ARGS)

package-test-windows: ## install, start, upgrade and remove them in Wine; pictures in dist/screenshots/
	@packaging/windows/test.sh

clean: ## remove the environments, caches and built packages
	rm -rf .venv .venv-test build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
