#!/usr/bin/env python3
"""Measures `reconcile` beside Terraform, a boto3 script and the aws CLI, in one run on one machine, and beside what is physically possible.

`make bench` writes docs/benchmarks.md; `make figures` prints the start-up, a plan without changes and 10,000 rules validated only. Needs the release build.
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import sys
import tempfile
import urllib.request

from harness import backends, clock, peers, probe, report, workload
from harness.report import megabytes, operations, ratio, seconds
from rules import manifests

VERBS = ("apply from empty", "plan, nothing to do", "plan, one rule drifted", "apply of that one")
CONCURRENCY = 64


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 300, 1000], help="rules")
    parser.add_argument("--latencies", type=int, nargs="+", default=[0, 50], help="milliseconds")
    parser.add_argument("--backends", nargs="+", choices=["sandbox", "moto"], default=["sandbox", "moto"])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", nargs="+", choices=[peer.__name__ for peer in peers.ALL], default=[peer.__name__ for peer in peers.ALL])
    parser.add_argument("--sections", nargs="+", choices=["start-up", "plan", "validate", "stacks", "queues", "throttled", "peers"])
    parser.add_argument("--smoke", action="store_true", help="start-up, a plan without changes and 10,000 rules validated only")
    parser.add_argument("--write", type=pathlib.Path, help="where the report goes besides stdout")
    options = parser.parse_args()
    sections = smoke(options) if options.smoke else full(options)
    text = "".join(print_and_keep(section) for section in sections)
    if options.write:
        options.write.write_text(HEAD.format(machine=machine(), runs=options.runs, arguments=" ".join(sys.argv[1:])) + text)


HEAD = """# Benchmarks

Written by `make bench` (`python3 Benchmarks/bench.py {arguments}`). Each figure is the median of {runs} runs on one machine ({machine}), every peer against the same backend behind the same proxy.
Ratios are of wall time. *Floor* is what no client could beat: the greater of calls × latency ÷ concurrency, and calls ÷ what the backend answers a
second (asked by a client that does nothing else); with a throttle, calls ÷ its rate.

"""


def machine():
    model = next((line.partition(":")[2].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores, {model}"


def print_and_keep(section):
    print(section, flush=True)
    return section + "\n"


def smoke(options):
    yield startup(9)
    yield local_plan(300, 9)
    yield validation(10_000, 5)


def full(options):
    sections = {
        "start-up": lambda: [startup(21)],
        "plan": lambda: [local_plan(300, 9)],
        "validate": lambda: [validation(10_000, 5)],
        "stacks": lambda: [stacks(options.runs)],
        "queues": lambda: [queues(options.runs)],
        "throttled": lambda: [throttled(300, options.runs)],
        "peers": lambda: (
            side_by_side(backend, size, latency, options)
            for backend in options.backends for latency in options.latencies for size in options.sizes),
    }
    for name in options.sections or sections:
        yield from sections[name]()


# What takes no backend, or the sandbox without a proxy.


def startup(runs):
    binary, environment = backends.BIN / "reconcile", backends.environment()
    rows = []
    for name, goal, arguments in [
        ("`--version`", "15 ms", ["--version"]),
        ("`validate` of the tutorial", "25 ms", ["validate", "-f", backends.PROJECT / "manifests/tutorial"]),
    ]:
        cost = clock.median([clock.run([binary, *arguments], environment) for _ in range(runs)])
        floor = clock.median([clock.run(["/bin/true"], environment) for _ in range(runs)])
        rows.append([name, seconds(cost.seconds), goal, megabytes(cost.megabytes), seconds(floor.seconds)])
    size = (backends.BIN / "reconcile").stat().st_size
    return "## Start-up\n\n" + report.table(["", "wall", "goal", "memory", "an empty program"], rows) + (
        f"\nAbove the floor stands a program of {megabytes(size / 1e6)}, which the loader maps and relocates, and what its libraries set up before `main`.\n")


def local_plan(rules, runs):
    with backends.sandbox() as environment, tempfile.TemporaryDirectory() as folder:
        peer = peers.Reconcile(pathlib.Path(folder), environment, rules)
        peer.apply()
        row = locally(f"{rules} rules", peer.plan, runs, environment)
    return "## A plan without changes, sandbox, no latency\n\n" + report.table(LOCALLY, [row]) + LOCAL_FLOOR


LOCALLY = ["", "wall", "processor", "memory", "calls", "floor", "ratio to floor"]
LOCAL_FLOOR = "\nThe floor is the sandbox's own time for the calls. Above it stands `reconcile`'s processor time, on cores that both share.\n"


def locally(name, measured, runs, environment, bus="default"):
    """A row: what was measured, beside the time that the sandbox takes for its calls."""
    sandbox = backends.sandboxed(environment)
    sandbox.requests()
    cost = clock.median([measured() for _ in range(runs)])
    calls = sandbox.requests() // runs
    floor = calls / probe.calls_a_second(environment["AWS_ENDPOINT_URL"], workload.name(0), CONCURRENCY, bus)
    return [name, seconds(cost.seconds), seconds(cost.cpu), megabytes(cost.megabytes), calls, seconds(floor), ratio(cost.seconds / floor)]


def validation(count, runs):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "rules.yaml"
        file.write_text(manifests(count))
        size = file.stat().st_size / 1e6
        validate = [backends.BIN / "reconcile", "validate", "-f", file]
        cost = clock.median([clock.run(validate, backends.environment()) for _ in range(runs)])
    row = [f"{count} rules, {size:.1f} MB", seconds(cost.seconds), seconds(cost.cpu), megabytes(cost.megabytes)]
    return "## `validate` of one file\n\n" + report.table(["", "wall", "processor", "memory"], [row])


def stacks(runs):
    rows = []
    for count in (25, 50, 100):
        with backends.sandbox() as environment, tempfile.TemporaryDirectory() as folder:
            folders = [pathlib.Path(folder) / f"{index}" for index in range(count)]
            for index, path in enumerate(folders):
                path.mkdir()
                (path / "set.yaml").write_text(workload.manifests(300, mark=f"stack-{index}", bus=f"bus-{index}"))
                backends.sandboxed(environment).call("CreateEventBus", Name=f"bus-{index}")
                clock.run([backends.BIN / "reconcile", "apply", "-f", path, "--auto-approve", "--quiet"], environment)
            arguments = [backends.BIN / "reconcile", "plan", "--stacks", *folders, "--quiet", "--detailed-exitcode"]
            rows.append(locally(f"{count} × 300", lambda: clock.run(arguments, environment), runs, environment, bus="bus-0"))
    title = "## Many stacks: `plan --stacks`, nothing to do, sandbox, no latency\n\n"
    return title + report.table(["stacks × rules", *LOCALLY[1:]], rows) + LOCAL_FLOOR + (
        "For each stack the sandbox looks through the tags of all rules, which takes it the longer the more stacks there are.\n")


def queues(runs, count=10_000, latency=50):
    """The queues that are declared are few; those of the organization are many."""
    with tempfile.TemporaryDirectory() as folder, backends.sandbox("--state", organization(count, pathlib.Path(folder))) as environment:
        declared = pathlib.Path(folder) / "declared.yaml"
        declared.write_text(workload.queues(20))
        everything = pathlib.Path(folder) / "everything.yaml"
        everything.write_text(workload.queues(count))
        authority = environment["GENESYSCLOUD_API_URL"].removeprefix("http://")
        with backends.proxied(authority, latency=latency) as proxy:
            environment |= {"GENESYSCLOUD_API_URL": proxy.address}
            floor = statistics.median(probe.listing(environment, pages=count // 500, page_size=500) for _ in range(runs))
            rows = []
            for name, file in [("20 declared", declared), (f"all {count} declared", everything)]:
                plan = [backends.BIN / "reconcile", "plan", "-f", file, "--quiet", "--detailed-exitcode"]
                proxy.calls()
                costs = []
                for _ in range(runs):
                    cost = clock.run(plan, environment)
                    cost.calls = proxy.calls()
                    costs.append(cost)
                cost = clock.median(costs)
                rows.append([
                    name, seconds(cost.seconds), seconds(cost.cpu), megabytes(cost.megabytes), cost.call_count, seconds(floor),
                    ratio(cost.seconds / floor),
                ])
    title = f"## {count} queues in Genesys Cloud: a plan with nothing to do, sandbox, {latency} ms\n\n"
    return title + report.table(LOCALLY, rows) + "\nThe floor is the time of a client that asks for the same pages, as many at once, and does nothing with them.\nWhere it is above 1.3, the time is `reconcile`'s own: it reads and compares every queue.\n"


def organization(count, folder):
    """The sandbox's state with so many queues, all after the model of one that was made in it."""
    one = folder / "one.yaml"
    one.write_text(workload.queues(1))
    with backends.sandbox() as environment:
        clock.run([backends.BIN / "reconcile", "apply", "-f", one, "--auto-approve", "--quiet"], environment)
        with urllib.request.urlopen(environment["GENESYSCLOUD_API_URL"] + "/_sandbox/state") as answer:
            state = json.load(answer)
    queues = state["genesys"]["queues"]
    id, queue = next((id, json.dumps(queue)) for id, queue in queues.items() if '"Queue 0"' in json.dumps(queue))
    for index in range(1, count):
        other = f"00000000-0000-4000-8000-{index:012}"
        queues[other] = json.loads(queue.replace(id, other).replace('"Queue 0"', f'"Queue {index}"'))
    file = folder / "state.json"
    file.write_text(json.dumps(state))
    return file


def throttled(rules, runs, rate=50):
    with backends.moto() as moto, tempfile.TemporaryDirectory() as folder:
        peer = peers.Reconcile(pathlib.Path(folder), reaching(f"http://{moto.authority}"), rules)
        peer.apply()
        rows = []
        with backends.proxied(moto.authority, latency=50, rate=rate) as proxy:
            peer.environment = reaching(proxy.address)
            for _ in range(runs):
                proxy.calls()
                cost = peer.plan()
                cost.calls = proxy.calls()
                # What is in the bucket at the start costs no time.
                refused = sum(count for name, count in cost.calls.items() if name.endswith("(throttled)"))
                taken = cost.call_count - refused
                floor = (taken - rate) / rate
                rows.append([f"{rules} rules", seconds(cost.seconds), cost.call_count, refused, seconds(floor), ratio(cost.seconds / floor)])
    title = f"## A plan without changes where the service takes {rate} calls a second (moto, 50 ms)\n\n"
    return title + report.table(["", "wall", "calls", "of them refused", "floor", "ratio"], rows)


# Beside the peers.


def reaching(address):
    return backends.environment(**backends.CREDENTIALS, AWS_ENDPOINT_URL=address)


def side_by_side(backend, size, latency, options):
    costs = {}
    with backends.emulator(backend) as emulator, backends.proxied(emulator.authority, latency=latency) as proxy:
        environment = reaching(proxy.address)
        # moto loads a service with its first call.
        converge(peers.Reconcile, 1, environment, emulator, proxy)
        for peer in peers.ALL:
            if peer.__name__ not in options.peers or peer.sizes and size not in peer.sizes:
                continue
            if not peer.is_installed():
                print(f"{peer.name} is not installed: left out", file=sys.stderr)
                continue
            runs = [converge(peer, size, environment, emulator, proxy) for _ in range(options.runs)]
            costs[peer.name] = [clock.median(list(costs)) for costs in zip(*runs)]
        rate = probe.calls_a_second(proxy.address, workload.name(0), CONCURRENCY)
    return section(backend, size, latency, costs, rate)


def converge(peer, size, environment, emulator, proxy):
    """One life: a cost for each of the verbs."""
    emulator.reset()
    with tempfile.TemporaryDirectory() as folder:
        instance = peer(pathlib.Path(folder), environment, size)
        proxy.calls()
        costs = []
        for verb in (instance.apply, instance.plan, instance.plan, instance.apply):
            if len(costs) == 2:
                emulator.call("DisableRule", Name=workload.name(0))
            cost = verb()
            cost.calls = proxy.calls()
            costs.append(cost)
        return costs


def section(backend, size, latency, costs, rate):
    text = f"## {size} rules, {backend}, {latency} ms\n\n"
    for index, verb in enumerate(VERBS):
        ours = costs["reconcile"][index]
        rows, above = [], ""
        for name, all_costs in costs.items():
            cost = all_costs[index]
            floor = max(cost.call_count * latency / 1000 / CONCURRENCY, cost.call_count / rate)
            rows.append([
                name, seconds(cost.seconds), ratio(cost.seconds / ours.seconds), seconds(cost.cpu), megabytes(cost.megabytes),
                cost.call_count, seconds(floor), ratio(cost.seconds / floor),
            ])
            if cost is ours and cost.seconds > 1.3 * floor:
                above = f"\n`reconcile` is above 1.3 of its floor: {why_above(index, size, latency)}.\n"
        text += f"### {verb[0].upper()}{verb[1:]}\n\n"
        text += report.table(["", "wall", "ratio to reconcile", "processor", "memory", "calls", "floor", "ratio to floor"], rows) + above
        text += "\n" + "".join(f"- {name}: {operations(all_costs[index].calls)}\n" for name, all_costs in costs.items()) + "\n"
    return text + f"The backend answered {rate:.0f} calls a second.\n"


def why_above(verb, size, latency):
    processor = "its processor time is spent on cores that it shares with the backend and the proxy"
    if latency == 0:
        return processor
    rounds = ROUNDS[verb](-(-size // 100))
    return f"{rounds} rounds of calls wait for each other, which takes {seconds(rounds * latency / 1000)}, and {processor}"


def look(pages):
    """The pages of ListRules, each of which names the next, the targets of what the last one has, and the policy of what they lead to."""
    return pages + 2


# By verb, how many rounds of calls wait for each other at the least, where a listing has so many pages. Before a change the account is asked for.
ROUNDS = (
    lambda pages: 1 + 1 + 2 + look(pages),
    look,
    lambda pages: look(pages) + 1,
    lambda pages: look(pages) + 1 + 1 + look(pages),
)


main()
