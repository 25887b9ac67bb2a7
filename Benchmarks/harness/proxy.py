#!/usr/bin/env python3
"""A proxy before an emulator: it answers after a fixed latency, counts the calls by operation, and can throttle as EventBridge does.

`GET /_calls` answers with the counts since it was asked last.
"""

import argparse
import asyncio
import collections
import json
import time

THROTTLED = json.dumps({"__type": "ThrottlingException", "message": "Rate exceeded"}).encode()


class Allowance:
    """A token bucket: so many calls a second, a second's worth of them at once."""

    def __init__(self, rate):
        self.rate, self.tokens, self.updated = rate, rate, time.monotonic()

    def take(self):
        if not self.rate:
            return True
        now = time.monotonic()
        self.tokens = min(self.rate, self.tokens + (now - self.updated) * self.rate)
        self.updated = now
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True


class Proxy:
    def __init__(self, upstream, latency, rate):
        self.upstream, self.latency, self.allowance = upstream, latency, Allowance(rate)
        self.calls = collections.Counter()

    async def serve(self, reader, writer):
        upstream = None
        try:
            while message := await read_message(reader):
                head, body = message
                if head.startswith(b"GET /_calls "):
                    counts, self.calls = self.calls, collections.Counter()
                    writer.write(answer(b"200 OK", json.dumps(counts).encode()))
                    continue
                name = operation(head, body)
                self.calls[name] += 1
                answered = asyncio.get_running_loop().time() + self.latency
                if not self.allowance.take():
                    self.calls[f"{name} (throttled)"] += 1
                    reply, keeps = answer(b"400 Bad Request", THROTTLED), True
                else:
                    if upstream is None:
                        upstream = await asyncio.open_connection(*self.upstream)
                    upstream[1].write(head + body)
                    response = await read_message(upstream[0], is_response=True)
                    keeps = response is not None and keeps_alive(response[0])
                    reply = b"".join(response) if response else answer(b"502 Bad Gateway", b"")
                    if not keeps:
                        upstream[1].close()
                        upstream = None
                        reply = without_close(reply)
                await asyncio.sleep(answered - asyncio.get_running_loop().time())
                writer.write(reply)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
            if upstream:
                upstream[1].close()


def answer(status, body):
    return b"HTTP/1.1 %s\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: %d\r\n\r\n%s" % (status, len(body), body)


def header(head, name):
    for line in head.split(b"\r\n")[1:]:
        key, _, value = line.partition(b":")
        if key.lower() == name:
            return value.strip()
    return None


def keeps_alive(head):
    connection = (header(head, b"connection") or b"").lower()
    return connection == b"keep-alive" or (head.startswith(b"HTTP/1.1") and connection != b"close")


def without_close(reply):
    head, _, body = reply.partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
    lines[0] = lines[0].replace(b"HTTP/1.0", b"HTTP/1.1", 1)
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


async def read_message(reader, is_response=False):
    """Head and body; `None` at the end of the connection. A response without a length ends with its connection."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    if (header(head, b"transfer-encoding") or b"").lower() == b"chunked":
        body = b""
        while True:
            line = await reader.readuntil(b"\r\n")
            chunk = await reader.readexactly(int(line.split(b";")[0], 16) + 2)
            body += line + chunk
            if line.split(b";")[0].strip(b"0\r\n") == b"":
                return head, body
    length = header(head, b"content-length")
    if length is None:
        return head, await reader.read() if is_response and b" 204 " not in head.split(b"\r\n")[0] else b""
    return head, await reader.readexactly(int(length))


def operation(head, body):
    if target := header(head, b"x-amz-target"):
        return target.decode().rpartition(".")[2]
    if b"Action=" in body:
        return body.partition(b"Action=")[2].partition(b"&")[0].decode()
    method, path, *_ = head.split(b" ", 2)
    return f"{method.decode()} {path.partition(b'?')[0].decode()}"


async def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upstream", required=True, help="HOST:PORT")
    parser.add_argument("--latency", type=float, default=0, help="milliseconds")
    parser.add_argument("--rate", type=float, default=0, help="calls a second; 0: as many as come")
    options = parser.parse_args()
    host, _, port = options.upstream.partition(":")
    proxy = Proxy((host, int(port)), options.latency / 1000, options.rate)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0, limit=1 << 20, backlog=512)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
