# Everything a newcomer needs, on Debian with a Swift 6 toolchain. What is missing is installed from Debian's and PyPI's packages.
.DELETE_ON_ERROR:
.PHONY: build install demo figures test bench library-bench fuzz catalog lint format clean

# Linked statically, so that a start has no libraries of Swift to find and load.
build: .build/.packages-installed
	swift build -c release --static-swift-stdlib --product reconcile
	swift build -c release --static-swift-stdlib --product reconcile-sandbox

# The program, completions for bash, zsh and fish, and the manual page.
PREFIX ?= /usr/local
install: build
	.ci/install .build/release/reconcile "$(DESTDIR)$(PREFIX)"

demo: build
	.ci/demo

# Start-up, a plan without changes and 10,000 rules validated, in milliseconds and megabytes; printed, not asserted.
figures: build
	python3 Benchmarks/bench.py --smoke

# Tests find moto, the aws CLI and the vendor's SDK in RECONCILE_TOOLS, and public test vectors in RECONCILE_CONFORMANCE where that is set.
# A few at a time: programs, browsers and emulators among them share the machine's cores.
test: .build/.packages-installed .build/.test-packages-installed .build/tools/.installed
	RECONCILE_TOOLS="$(CURDIR)/.build/tools" RECONCILE_GENESYS_SDK="$(CURDIR)/.build/tools/bin/python" \
		swift test --parallel --experimental-maximum-parallelization-width 6

# Beside Terraform, boto3 and the aws CLI, where they are installed; writes docs/benchmarks.md. Takes hours; `python3 Benchmarks/bench.py --help` says how to measure a part.
bench: build .build/tools/.installed
	python3 Benchmarks/bench.py --write docs/benchmarks.md

# What the libraries do by themselves: events a second through the patterns of many rules, YAML beside PyYAML, 10,000 rules loaded and checked.
library-bench: .build/tools/.installed
	swift build --package-path Benchmarks --configuration release --scratch-path Benchmarks/.build-bench
	.build/tools/bin/python Benchmarks/libraries.py Benchmarks/.build-bench/release

# The loader of manifests and the readers of patterns and events under libFuzzer and AddressSanitizer; FUZZ_SECONDS says for how long each.
# What is found new is kept in .build-fuzz; a crash leaves its input there.
FUZZ_SECONDS ?= 1200
FUZZ = cd .build-fuzz && ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no release/$(1) -max_total_time=$(FUZZ_SECONDS) -timeout=10 $(2)
fuzz: .build/.packages-installed
	swift build --package-path Tests/Fuzzing --scratch-path .build-fuzz --configuration release \
		--sanitize=fuzzer --sanitize=address -Xlinker --no-gc-sections
	mkdir -p .build-fuzz/loader .build-fuzz/event-patterns
	$(call FUZZ,LoaderFuzzer,loader ../Tests/Fuzzing/corpus/loader ../Tests/ManifestTests/Invalid)
	$(call FUZZ,EventPatternsFuzzer,-dict=../Tests/Fuzzing/event-patterns.dict event-patterns)

# The topics and fields of Genesys Cloud's events, from the vendor's SDK.
catalog: .build/tools/.installed
	.build/tools/bin/python .ci/topic-catalog > Sources/Routing/Catalog/TopicCatalogData.swift

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift $(addprefix Benchmarks/Sources/,LoaderBenchmark PatternBenchmark YAMLBenchmark) Tests/Fuzzing/Package.swift

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift $(addprefix Benchmarks/Sources/,LoaderBenchmark PatternBenchmark YAMLBenchmark) Tests/Fuzzing/Package.swift

clean:
	rm -rf .build .build-fuzz Benchmarks/.build-bench

.build/.packages-installed: .ci/install-packages
	.ci/install-packages binutils libyaml-dev pkg-config curl python3-venv
	mkdir -p .build && touch $@

# What tests look at pages and the manual with.
.build/.test-packages-installed: .ci/install-packages
	.ci/install-packages chromium fonts-dejavu-core git groff-base
	mkdir -p .build && touch $@

.build/tools/.installed: .ci/requirements.txt .ci/requirements-no-deps.txt .build/.packages-installed
	python3 -m venv .build/tools
	.build/tools/bin/pip install --quiet --no-compile --requirement .ci/requirements.txt
	.build/tools/bin/pip install --quiet --no-compile --no-deps --requirement .ci/requirements-no-deps.txt
	touch $@
