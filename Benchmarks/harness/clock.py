"""What a program costs: wall time, processor time and peak memory of itself and all that it starts."""

import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys
import threading

LAUNCHER = pathlib.Path(__file__).parent / "launch.py"


@dataclasses.dataclass
class Cost:
    seconds: float
    cpu: float
    megabytes: float
    calls: dict = dataclasses.field(default_factory=dict)

    @property
    def call_count(self):
        return sum(count for name, count in self.calls.items() if not name.endswith("(throttled)"))


def run(arguments, environment=None, folder=None, codes=(0,)):
    """Runs a program to its end; leaves with its messages where it ends with another code than `codes`."""
    process = subprocess.Popen(
        [sys.executable, "-S", "-E", LAUNCHER, *arguments], env=environment, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    watch = Watch(process.pid)
    output, _, figures = process.communicate()[0].rstrip().rpartition(b"\n")
    watched = watch.stop()
    figures = json.loads(figures)
    if figures["code"] not in codes:
        sys.exit(f"{' '.join(map(str, arguments))} ended with {figures['code']}:\n{output.decode()}")
    return Cost(figures["seconds"], figures["cpu"], max(figures["megabytes"], watched))


def median(costs):
    middle = sorted(costs, key=lambda cost: cost.seconds)[len(costs) // 2]
    return Cost(
        statistics.median(cost.seconds for cost in costs), statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.megabytes for cost in costs), middle.calls)


class Watch:
    """The most memory that what a launcher started held together, looked at 20 times a second: `wait4` tells of the largest process only."""

    def __init__(self, pid):
        self.pid, self.most, self.ended = pid, 0.0, threading.Event()
        self.thread = threading.Thread(target=self.look)
        self.thread.start()

    def stop(self):
        self.ended.set()
        self.thread.join()
        return self.most

    def look(self):
        while not self.ended.wait(0.05):
            self.most = max(self.most, sum(resident(pid) for pid in family(self.pid)[1:]))


def family(pid):
    members = [pid]
    for member in members:
        try:
            with open(f"/proc/{member}/task/{member}/children") as file:
                members += map(int, file.read().split())
        except OSError:
            pass
    return members


def resident(pid):
    try:
        with open(f"/proc/{pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0
