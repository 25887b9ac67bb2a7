# Everything a newcomer needs, on Debian with a Swift 6 toolchain. What is missing is installed from Debian's and PyPI's packages.
.DELETE_ON_ERROR:
.PHONY: build demo figures test lint format clean

build: .build/.packages-installed
	swift build -c release --product reconcile
	swift build -c release --product reconcile-sandbox

demo: build
	.ci/demo

# Start-up and a plan without changes, in milliseconds and megabytes; printed, not asserted.
figures: build
	python3 Benchmarks/figures.py

# Tests find moto, the aws CLI and the vendor's SDK in RECONCILE_TOOLS, and public test vectors in RECONCILE_CONFORMANCE where that is set.
test: .build/.packages-installed .build/tools/.installed
	RECONCILE_TOOLS="$(CURDIR)/.build/tools" RECONCILE_GENESYS_SDK="$(CURDIR)/.build/tools/bin/python" swift test --parallel

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

clean:
	rm -rf .build

.build/.packages-installed: .ci/install-packages
	.ci/install-packages libyaml-dev pkg-config curl python3-venv
	mkdir -p .build && touch $@

.build/tools/.installed: .ci/requirements.txt .build/.packages-installed
	python3 -m venv .build/tools
	.build/tools/bin/pip install --quiet --no-compile --requirement .ci/requirements.txt
	touch $@
