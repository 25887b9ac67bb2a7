#!/usr/bin/env python3
"""Prints what start-up and a plan without changes cost: time and peak memory, median of several runs, beside the goals.

Run by `make figures`, against the release build and the sandbox without latency or throttling.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

BIN = ".build/release"
RULES = 300
RUNS = 9


def run(arguments, environment):
    """One run: seconds, peak resident memory in MB."""
    started = time.monotonic()
    process = subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    messages = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(arguments)} failed:\n{messages.decode()}")
    return time.monotonic() - started, usage.ru_maxrss / 1024


def figure(name, goal, arguments, environment):
    runs = [run(arguments, environment) for _ in range(RUNS)]
    seconds = statistics.median(seconds for seconds, _ in runs)
    memory = statistics.median(memory for _, memory in runs)
    print(f"{name:<34} {seconds * 1000:7.0f} ms {memory:6.0f} MB   goal {goal}", flush=True)


def manifests():
    stack = """apiVersion: reconcile/v1
kind: Stack
metadata: {name: figures}
spec:
  owner: acme/telephony
  genesys: {region: us-east-1, api: platform}
  aws: {region: us-east-1, accountId: "123456789012"}
  defaults: {permission: perBus}
"""
    rules = (
        f"""---
apiVersion: reconcile/v1
kind: Rule
metadata: {{name: rule-{index}}}
spec:
  eventBusName: default
  eventPattern: {{source: [genesys.cloud], detail: {{queueId: [{{prefix: "queue-{index}-"}}]}}}}
  targets: {{main: {{arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}}}
"""
        for index in range(RULES)
    )
    return stack + "".join(rules)


def main():
    sandbox = subprocess.Popen([f"{BIN}/reconcile-sandbox", "serve", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        environment = dict(os.environ)
        for line in sandbox.stdout:
            if line.startswith("# ready"):
                break
            if variable := re.match(r"export (\w+)=(.*)", line):
                environment[variable[1]] = variable[2]
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
            file.write(manifests())
            file.flush()
            run([f"{BIN}/reconcile", "apply", "-f", file.name, "--auto-approve", "--quiet"], environment)
            print(f"median of {RUNS} runs, {os.cpu_count()} cores")
            figure("reconcile --version", "30 ms, 25 MB", [f"{BIN}/reconcile", "--version"], environment)
            figure("validate, the tutorial", "25 ms", [f"{BIN}/reconcile", "validate", "-f", "manifests/tutorial"], environment)
            figure(
                f"plan without changes, {RULES} rules", "1 s, 60 MB",
                [f"{BIN}/reconcile", "plan", "-f", file.name, "--detailed-exitcode", "--quiet"], environment)
    finally:
        sandbox.terminate()
        sandbox.wait()


main()
