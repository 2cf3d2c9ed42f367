"""Asks the real program everything that its OpenAPI document says can be asked, and holds the answers to the document.

As the owner, as a guest, and as nobody: no answer may be the server's own fault, or one that the document does not tell of.
"""

import collections
import json
import os
import signal
import subprocess
import sys
import tempfile
import urllib.request

from rows import GUEST
from server import Server

HERE = os.path.dirname(os.path.abspath(__file__))
OWNER = "Astrid"
MAKER = "Karin"  # who makes the rows that are asked about
PASSWORD = "ett gott lösenord"

# How much is asked, and in which manner: the coverage phase tries each parameter's limits.
ASKED = {
    "owner": ["--phases", "examples,coverage,fuzzing", "--max-examples", "5"],
    "guest": ["--phases", "examples,fuzzing", "--max-examples", "5"],
    "nobody": ["--phases", "examples,fuzzing", "--max-examples", "2"],
}

# What is never answered well, and why.
NO_TOKEN_BY_TOKEN = "a token makes no token"
NOT_FOR_GUESTS = "a guest may not read it"
REFUSED = {
    "owner": {"POST /api/v1/me/tokens": NO_TOKEN_BY_TOKEN},
    "guest": {
        "GET /api/v1/bin": NOT_FOR_GUESTS,
        "GET /api/v1/insights": NOT_FOR_GUESTS,
        "GET /api/v1/intake": NOT_FOR_GUESTS,
        "GET /api/v1/memories/{id}/history": NOT_FOR_GUESTS,
        "GET /api/v1/people/{id}": NOT_FOR_GUESTS,
        "GET /api/v1/people/{id}/total": NOT_FOR_GUESTS,
        "GET /api/v1/ready": NOT_FOR_GUESTS,
        "GET /api/v1/tags/{id}": NOT_FOR_GUESTS,
    },
}
# What no guest may read, whatever it is asked about it.
WITHHELD = {"receipts", "policies", "valuation", "warranties", "claims", "upkeep", "jobs", "loans", "bequests", "reminders", "incidents", "losses", "reports", "rounds", "sightings", "divisions"}


def main():
    # What was started is stopped also when the run is given up.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("schema: given up"))
    seed = os.environ.get("SMARTINVENTORY_SCHEMA_SEED", "1")
    with tempfile.TemporaryDirectory(prefix="smartinventory-schema-") as folder:
        failed = [who for who in ASKED if not ask(who, seed, folder)]
    if failed:
        sys.exit(f"schema: what {' and '.join(failed)} asked was not answered as the document says (seed {seed})")


def ask(who, seed, folder):
    """Asks everything as somebody; whether all was well."""
    server = Server(os.environ["SMARTINVENTORY_BINARY"])
    server.person(OWNER, "owner", PASSWORD)
    server.person(MAKER, "owner", PASSWORD)
    server.person(GUEST, "guest", PASSWORD)
    tokens = {"owner": server.token(OWNER), "guest": server.token(GUEST)}
    name = GUEST if who == "guest" else OWNER
    answers = os.path.join(folder, f"{who}.json")
    with server:
        told = {
            "origin": server.origin,
            "maker": server.token(MAKER),
            "speaker": {"name": name, "token": tokens.get(who, tokens["owner"]), "password": PASSWORD},
            "commands": server.program,
            "answers": answers,
        }
        command = [
            os.path.join(os.path.dirname(sys.executable), "schemathesis"),
            "--config-file",
            os.path.join(HERE, "schemathesis.toml"),
            "run",
            f"{server.origin}/api/v1/openapi.json",
            *ASKED[who],
            "--seed",
            seed,
            "--workers",
            "1",
            "--continue-on-failure",
            "--warnings",
            "off",
            "--no-color",
        ]
        if who in tokens:
            command += ["--header", f"Authorization: Bearer {tokens[who]}"]
        surroundings = {
            **os.environ,
            "SCHEMATHESIS_HOOKS": "hooks",
            "PYTHONPATH": HERE,
            "PYTHONDONTWRITEBYTECODE": "1",
            "SMARTINVENTORY_SCHEMA": json.dumps(told),
        }
        print(f"\n--- as {who}", flush=True)
        asked = subprocess.run(command, env=surroundings, cwd=folder, timeout=300)
        is_well = asked.returncode == 0
        if not is_well:
            print(f"The program's log:\n{server.complaints()}", flush=True)
        return is_answered(who, answers, document(server)) and is_well


def document(server):
    with urllib.request.urlopen(f"{server.origin}/api/v1/openapi.json", timeout=30) as reply:
        return json.load(reply)


def is_answered(who, answers, document):
    """Whether each operation that is somebody's to ask was answered well at least once, and no other was."""
    with open(answers, encoding="utf-8") as file:
        answers = json.load(file)
    operations = {
        f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item
    }
    by_status = collections.Counter()
    by_operation = collections.defaultdict(collections.Counter)
    for answer, times in answers.items():
        operation, status = answer.rsplit(" ", 1)
        by_status[status] += times
        by_operation[operation][status] += times
    print(f"Answers by status: {dict(sorted(by_status.items()))}", flush=True)
    well = {operation for operation, statuses in by_operation.items() if min(statuses) < "3"}
    if who == "guest":
        operations = {operation for operation in operations if operation.startswith("GET ")}
        well &= operations
        operations = {operation for operation in operations if WITHHELD.isdisjoint(operation.split("/"))}
    expected = operations - REFUSED[who].keys() if who in REFUSED else set()
    for operation in sorted(expected - well):
        print(f"{operation} was never answered well: {dict(by_operation[operation])}", flush=True)
    for operation in sorted(well - expected):
        print(f"{operation} was answered well, against expectation", flush=True)
    return well == expected


if __name__ == "__main__":
    main()
