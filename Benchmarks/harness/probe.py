"""How fast a backend is at all: the same call, many at a time, by a client that does nothing else."""

import asyncio
import time
import urllib.parse

REQUEST = (
    "POST / HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSEvents.ListTargetsByRule\r\n"
    "Authorization: AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/events/aws4_request, SignedHeaders=host, Signature=0\r\n"
    "Content-Length: {length}\r\n\r\n{body}"
)


def calls_a_second(address, rule, at_once, calls=1200):
    """ListTargetsByRule of one rule, answered `calls` times."""
    return asyncio.run(measure(address, rule, calls, at_once))


async def measure(address, rule, calls, at_once):
    url = urllib.parse.urlsplit(address)
    body = f'{{"Rule": "{rule}"}}'
    request = REQUEST.format(host=url.netloc, length=len(body), body=body).encode()
    rest = iter(range(calls))

    async def client():
        reader, writer = await asyncio.open_connection(url.hostname, url.port)
        for _ in rest:
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
            await reader.readexactly(int(length.split(b":")[1]))
        writer.close()

    started = time.monotonic()
    await asyncio.gather(*(client() for _ in range(at_once)))
    return calls / (time.monotonic() - started)
