#!/usr/bin/env python3
"""Prints what the libraries do by themselves, on one core: how fast events go through the patterns of many rules, how fast YAML becomes a tree (libyaml's events
into ours, beside PyYAML's CSafeLoader, on one file in one run), and what it takes to load and check the manifests of that file.

Run by `make library-bench`, which builds the package here, with a Python that has PyYAML.
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import yaml

from rules import manifests

RUNS = 5
RULES = 10_000


def pyyaml(file):
    """The processor's seconds that PyYAML takes for the file, which is in memory as it is for the other."""
    text = file.read_bytes()
    started = time.process_time()
    documents = list(yaml.load_all(text, Loader=yaml.CSafeLoader))
    elapsed = time.process_time() - started
    assert len(documents) > RULES
    return elapsed


def main():
    folder = pathlib.Path(sys.argv[1])
    subprocess.run([folder / "PatternBenchmark"], check=True)
    with tempfile.TemporaryDirectory() as temporary:
        file = pathlib.Path(temporary) / "rules.yaml"
        file.write_text(manifests(RULES))
        size = file.stat().st_size / 1e6
        ours = float(subprocess.check_output([folder / "YAMLBenchmark", file, str(RUNS)], text=True))
        theirs = size / statistics.median(pyyaml(file) for _ in range(RUNS))
        loads = [subprocess.check_output([folder / "LoaderBenchmark", file], text=True).split() for _ in range(RUNS)]
        elapsed, processor, memory = (statistics.median(float(value) for value in column) for column in zip(*loads))
    print(f"\n{RULES} rules in one file of {size:.1f} MB, median of {RUNS} runs")
    print(f"libyaml's events into our tree   {ours:6.1f} MB/s")
    print(f"PyYAML's CSafeLoader             {theirs:6.1f} MB/s")
    print(f"load and check                   {processor:6.2f} s of the processor, {elapsed:.2f} s by the clock, {memory:.0f} MB")


main()
