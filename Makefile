# Everything a newcomer needs, on Debian with a Swift 6 toolchain. What is missing is installed from Debian's and PyPI's packages.
.DELETE_ON_ERROR:
.PHONY: build demo figures test bench fuzz catalog lint format clean

# Linked statically, so that a start has no libraries of Swift to find and load.
build: .build/.packages-installed
	swift build -c release --static-swift-stdlib --product reconcile
	swift build -c release --static-swift-stdlib --product reconcile-sandbox

demo: build
	.ci/demo

# Start-up and a plan without changes, in milliseconds and megabytes; printed, not asserted.
figures: build
	python3 Benchmarks/figures.py

# Tests find moto, the aws CLI and the vendor's SDK in RECONCILE_TOOLS, and public test vectors in RECONCILE_CONFORMANCE where that is set.
test: .build/.packages-installed .build/tools/.installed
	RECONCILE_TOOLS="$(CURDIR)/.build/tools" RECONCILE_GENESYS_SDK="$(CURDIR)/.build/tools/bin/python" swift test --parallel

# Events a second through the event patterns of many rules; compiles nothing but that library.
bench:
	cd Benchmarks && swift run --configuration release --scratch-path .build-bench Benchmark

# The readers of patterns and events under libFuzzer and AddressSanitizer; FUZZ_SECONDS says for how long.
FUZZ_SECONDS ?= 1200
fuzz:
	mkdir -p .build-fuzz/corpus
	swiftc -O -parse-as-library -swift-version 6 -sanitize=fuzzer,address -module-name EventPatternsFuzzer \
		$$(find Sources/EventPatterns -name '*.swift') Tests/Fuzzing/EventPatternsFuzzer.swift -lm -o .build-fuzz/EventPatternsFuzzer
	ASAN_OPTIONS=detect_leaks=0 .build-fuzz/EventPatternsFuzzer -max_total_time=$(FUZZ_SECONDS) -dict=Tests/Fuzzing/event-patterns.dict .build-fuzz/corpus

# The topics and fields of Genesys Cloud's events, from the vendor's SDK.
catalog: .build/tools/.installed
	.build/tools/bin/python .ci/topic-catalog > Sources/Routing/Catalog/TopicCatalogData.swift

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources/Benchmark

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources/Benchmark

clean:
	rm -rf .build .build-fuzz Benchmarks/.build-bench

.build/.packages-installed: .ci/install-packages
	.ci/install-packages libyaml-dev pkg-config curl python3-venv
	mkdir -p .build && touch $@

.build/tools/.installed: .ci/requirements.txt .build/.packages-installed
	python3 -m venv .build/tools
	.build/tools/bin/pip install --quiet --no-compile --requirement .ci/requirements.txt
	touch $@
