"""The emulators, each on a free loopback port, and the proxy before them."""

import contextlib
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import time
import urllib.request

HERE = pathlib.Path(__file__).parent
PROJECT = HERE.parent.parent
BIN = PROJECT / ".build/release"
TOOLS = pathlib.Path(os.environ.get("RECONCILE_TOOLS", PROJECT / ".build/tools")) / "bin"

CREDENTIALS = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing", "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1"}


@contextlib.contextmanager
def running(arguments, **options):
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, **options)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def environment(**variables):
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "GENESYSCLOUD_"))}
    return inherited | variables


@contextlib.contextmanager
def sandbox(*options):
    """Yields the environment that reaches it."""
    with running([BIN / "reconcile-sandbox", "serve", "--port", "0", *options]) as process:
        variables = {}
        for line in process.stdout:
            if line.startswith("# ready"):
                break
            if variable := re.match(r"export (\w+)=(.*)", line):
                variables[variable[1]] = variable[2]
        yield environment(**variables)


class Emulator:
    """EventBridge as one of the emulators has it."""

    def __init__(self, name, authority):
        self.name, self.authority = name, authority

    def reset(self):
        """Leaves no rule."""
        if self.name == "moto":
            self.send("/moto-api/reset")
        else:
            with urllib.request.urlopen(f"http://{self.authority}/_sandbox/state") as answer:
                rules = json.load(answer)["aws"]["eventBuses"]["default"]["rules"]
            self.send("/_sandbox/state", {"aws": {"eventBuses": {"default": {"rules": dict.fromkeys(rules)}}}})

    def requests(self):
        """How many the sandbox has answered since it was asked last."""
        url = f"http://{self.authority}/_sandbox/requests"
        with urllib.request.urlopen(url) as answer:
            count = sum(1 for _ in answer)
        urllib.request.urlopen(urllib.request.Request(url, method="DELETE")).close()
        return count

    def call(self, operation, **members):
        headers = {
            "X-Amz-Target": f"AWSEvents.{operation}", "Content-Type": "application/x-amz-json-1.1",
            "Authorization": "AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/events/aws4_request, SignedHeaders=host, Signature=0",
        }
        self.send("/", members, headers)

    def send(self, path, body=None, headers={}):
        data = json.dumps(body).encode() if body is not None else b""
        urllib.request.urlopen(urllib.request.Request(f"http://{self.authority}{path}", data, headers, method="POST")).close()


def sandboxed(environment):
    return Emulator("sandbox", environment["AWS_ENDPOINT_URL"].removeprefix("http://"))


@contextlib.contextmanager
def emulator(name):
    if name == "moto":
        with moto() as emulated:
            yield emulated
    else:
        with sandbox("--rules-per-bus", "1000") as environment:
            yield sandboxed(environment)


@contextlib.contextmanager
def moto():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with running([TOOLS / "moto_server", "--port", str(port)], stderr=subprocess.DEVNULL):
        authority = f"127.0.0.1:{port}"
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://{authority}/moto-api/data.json").close()
                yield Emulator("moto", authority)
                return
            time.sleep(0.1)
        sys.exit("moto doesn't answer")


class Proxy:
    def __init__(self, address):
        self.address = address

    def calls(self):
        """Since it was asked last, by operation."""
        with urllib.request.urlopen(f"{self.address}/_calls") as answer:
            return json.load(answer)


@contextlib.contextmanager
def proxied(authority, latency=0, rate=0):
    arguments = [sys.executable, HERE / "proxy.py", "--upstream", authority, "--latency", str(latency), "--rate", str(rate)]
    with running(arguments) as process:
        yield Proxy(process.stdout.readline().strip())
