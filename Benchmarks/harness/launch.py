"""Runs a program and writes what it cost as JSON, last on its output: seconds by the clock and of the processor, and the most memory of its largest
process.

A process of its own, and a small one: Linux counts as a program's memory also what the process held that started it.
"""

import json
import os
import sys
import time

started = time.monotonic()
process = os.fork()
if process == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(process, 0)
seconds = time.monotonic() - started
cost = {"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024}
print("\n" + json.dumps({"code": os.waitstatus_to_exitcode(status)} | cost))
