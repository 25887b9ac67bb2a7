#!/usr/bin/env python3
"""Prints how fast YAML becomes a tree, in megabytes a second: libyaml's events into ours, beside PyYAML's CSafeLoader, on one file in one run.

Run by `make yaml-figures`, which builds Benchmarks' YAMLBenchmark, with a Python that has PyYAML.
"""

import statistics
import subprocess
import sys
import tempfile
import time

import yaml

from rules import manifests

RUNS = 5
RULES = 10_000


def seconds(file):
    """One run of PyYAML over the file, which is in memory as it is for the other."""
    with open(file, "rb") as stream:
        text = stream.read()
    started = time.perf_counter()
    documents = list(yaml.load_all(text, Loader=yaml.CSafeLoader))
    elapsed = time.perf_counter() - started
    assert len(documents) > RULES
    return elapsed


def main():
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        text = manifests(RULES)
        file.write(text)
        file.flush()
        size = len(text.encode()) / 1e6
        ours = float(subprocess.check_output([sys.argv[1], file.name, str(RUNS)], text=True))
        theirs = size / statistics.median(seconds(file.name) for _ in range(RUNS))
        print(f"{RULES} rules, {size:.1f} MB, median of {RUNS} runs on one core")
        print(f"libyaml's events into our tree   {ours:6.1f} MB/s")
        print(f"PyYAML's CSafeLoader             {theirs:6.1f} MB/s")


main()
