"""A second client of the registry, written from docs/registry-protocol.md and nothing else.

    python3 tests/registry/client.py http://127.0.0.1:8480

reports a bicycle stolen, finds it as a stranger would, gets it back, and takes the report away. Needs Debian's python3-cryptography.
"""

import base64
import hashlib
import json
import secrets
import sys
import time
import urllib.error
import urllib.request
import uuid
from datetime import date, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

REGISTRY = sys.argv[1].rstrip("/")


def text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def raw(key) -> bytes:
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


KEY = Ed25519PrivateKey.generate()
CONTACT = X25519PrivateKey.generate()


def send(method: str, path: str, body: bytes | None = None, headers: dict | None = None):
    request = urllib.request.Request(REGISTRY + path, data=body, method=method, headers=headers or {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as answer:
        return answer.code, json.loads(answer.read())


def signed(method: str, path: str, body: bytes | None = None):
    now = int(time.time())
    fields = [("@method", method), ("@target-uri", REGISTRY + path)]
    headers = {}
    if body is not None:
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        headers = {"Content-Type": "application/json", "Content-Digest": f"sha-256=:{digest}:"}
        fields += [("content-digest", headers["Content-Digest"]), ("content-type", "application/json")]
    covered = " ".join(f'"{name}"' for name, _ in fields)
    parameters = (
        f'({covered});created={now};expires={now + 120};nonce="{secrets.token_urlsafe(24)}"'
        f';keyid="{text(raw(KEY))}";tag="stolen-registry-v1"'
    )
    base = "".join(f'"{name}": {value}\n' for name, value in fields) + f'"@signature-params": {parameters}'
    signature = base64.b64encode(KEY.sign(base.encode())).decode()
    headers |= {"Signature-Input": f"sig1={parameters}", "Signature": f"sig1=:{signature}:"}
    return send(method, path, body, headers)


def publish(entry: dict):
    payload = json.dumps(entry).encode()
    signature = KEY.sign(b"stolen-registry-v1 entry\n" + payload)
    envelope = {"payload": text(payload), "signature": text(signature), "keyid": text(raw(KEY))}
    return signed("PUT", f"/v1/entries/{entry['entry_id']}", json.dumps(envelope).encode())


def check(value: str) -> str:
    body = json.dumps({"kind": "frame_number", "value": value}).encode()
    status, answer = send("POST", "/v1/check", body, {"Content-Type": "application/json"})
    expect(status, 200)
    return answer["result"]


def expect(seen, wanted):
    if seen != wanted:
        sys.exit(f"{seen!r} instead of {wanted!r}")


today = date.today()
bicycle = {
    "version": 1,
    "registry": REGISTRY,
    "entry_id": str(uuid.uuid4()),
    "revision": 1,
    "state": "stolen",
    "visibility": "browse",
    "category": "vehicles.bicycles",
    "title": "Blå herrcykel",
    "make": "Monark",
    "colours": ["blue"],
    "identifiers": [{"kind": "frame_number", "value": "MK 4711-0815"}],
    "incident": {"from": str(today - timedelta(2)), "to": str(today - timedelta(1)), "country": "SE", "county": "SE-AB"},
    "contact": text(raw(CONTACT)),
    "accept_tips": True,
    "expires": str(today + timedelta(365)),
    "issued": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
}

expect(signed("POST", "/v1/publishers", json.dumps({"key": text(raw(KEY))}).encode())[0], 201)
expect(check("mk47110815"), "none")
expect(publish(bicycle)[0], 201)
expect(publish(bicycle)[0], 200)
expect(check("mk47110815"), "reported")
expect(check("MK 4711-O8I6"), "near")
status, tip = send("POST", f"/v1/entries/{bicycle['entry_id']}/tips", b'{"kind": "seen", "text": "Vid bron"}')
expect(status, 201)
status, inbox = signed("GET", "/v1/inbox")
expect((status, [letter["entry_id"] for letter in inbox["messages"]]), (200, [bicycle["entry_id"]]))
expect(publish(bicycle | {"revision": 2, "state": "recovered"})[1]["state"], "recovered")
expect(check("mk-4711-0815"), "none")
expect(signed("DELETE", f"/v1/entries/{bicycle['entry_id']}")[0], 204)
status, answer = publish(bicycle | {"revision": 3})
expect((status, answer["code"], answer["retryable"]), (410, "erased", False))
print("The registry does what its protocol says.")
