"""How fast a backend is at all: by a client that does nothing with the answers."""

import asyncio
import base64
import json
import time
import urllib.parse
import urllib.request

RULE_TARGETS = (
    "POST / HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSEvents.ListTargetsByRule\r\n"
    "Authorization: AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/events/aws4_request, SignedHeaders=host, Signature=0\r\n"
    "Content-Length: {length}\r\n\r\n{body}"
)


def calls_a_second(address, rule, at_once, bus="default", calls=1200):
    """ListTargetsByRule of one rule, answered `calls` times."""
    host, body = urllib.parse.urlsplit(address).netloc, json.dumps({"Rule": rule, "EventBusName": bus})
    request = RULE_TARGETS.format(host=host, length=len(body), body=body).encode()
    return calls / asyncio.run(measure(host, [request] * calls, at_once))


def listing(environment, pages, page_size):
    """The seconds that it takes to read all pages of Genesys Cloud's queues: the first, then the others at once."""
    address = environment["GENESYSCLOUD_API_URL"]
    client = f'{environment["GENESYSCLOUD_OAUTHCLIENT_ID"]}:{environment["GENESYSCLOUD_OAUTHCLIENT_SECRET"]}'
    login = urllib.request.Request(
        environment["GENESYSCLOUD_LOGIN_URL"] + "/oauth/token", b"grant_type=client_credentials",
        {"Authorization": "Basic " + base64.b64encode(client.encode()).decode()})
    with urllib.request.urlopen(login) as answer:
        token = json.load(answer)["access_token"]
    host = urllib.parse.urlsplit(address).netloc
    requests = [
        f"GET /api/v2/routing/queues?pageSize={page_size}&pageNumber={number} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
        for number in range(1, pages + 1)
    ]
    return asyncio.run(measure(host, requests[:1], 1)) + asyncio.run(measure(host, requests[1:], pages))


async def measure(host, requests, at_once):
    """The seconds until all requests are answered, each over one of so many connections."""
    name, port = host.rsplit(":", 1)
    rest = iter(requests)

    async def client():
        reader, writer = await asyncio.open_connection(name, int(port))
        for request in rest:
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
            await reader.readexactly(int(length.split(b":")[1]))
        writer.close()

    started = time.monotonic()
    await asyncio.gather(*(client() for _ in range(at_once)))
    return time.monotonic() - started
