"""What is done to each generated request, and kept of each answer.

A request that names a row by a UUID or a number that could be one is made to name a row that is there: until its operation
was answered well for the first time, and then three times out of four. Which, its own digits say, so that the same request is
treated the same. Nothing may end the people and tokens that the requests speak for, for after that every answer is 401.
"""

import atexit
import collections
import json
import os
import re
import uuid

import schemathesis
from rows import Rows, picture

TOLD = json.loads(os.environ["SMARTINVENTORY_SCHEMA"])
ROWS = Rows(TOLD["origin"], TOLD["maker"], TOLD["speaker"], TOLD["commands"])

# The nouns that fields of bodies and queries name.
NAMED = {
    "attachments": "photos",
    "bequests": "bequests",
    "category": "categories",
    "claims": "claims",
    "guests": "people",
    "incident": "incidents",
    "incidents": "incidents",
    "division": "divisions",
    "divisions": "divisions",
    "ids": "items",
    "inside": "items",
    "item": "items",
    "items": "items",
    "only": "people",
    "owner": "people",
    "jobs": "jobs",
    "loans": "loans",
    "losses": "losses",
    "lot": "items",
    "memories": "memories",
    "person": "people",
    "place": "places",
    "places": "places",
    "proof": "receipts",
    "plans": "upkeep",
    "policies": "policies",
    "receipts": "receipts",
    "reports": "reports",
    "rounds": "rounds",
    "sightings": "sightings",
    "tag": "tags",
    "tags": "tags",
    "to": "items",
    "warranties": "warranties",
    "warranty": "warranties",
    "who": "people",
}
# Whose rows must lie in the bin to be of any use.
BIN = ("/bin/restore", "/bin/purge")

answers = collections.Counter()
answered_well = set()


def is_uuid(value):
    try:
        return str(uuid.UUID(value)) == value.lower()
    except (AttributeError, TypeError, ValueError):
        return False


def is_let_be(value):
    """Whether a value is sent as it is."""
    return value[-1] in "0123"


@schemathesis.hook
def before_call(context, case, kwargs):
    path = case.operation.path
    parts = case.path_parameters
    if isinstance(parts, dict):
        name_row(case, path, parts)
    # A version that nobody has seen is refused before anything else is looked at: one in two says none.
    if len(case.headers.get("If-Match", "-")) % 2 == 0:
        del case.headers["If-Match"]
    if isinstance(case.query, dict):
        case.query.update(named(case.query, path))
        belong_to_one(case.query)
    if isinstance(case.body, dict):
        case.body = filled(path, named(case.body, path), parts)


def name_row(case, path, parts):
    row = parts.get("id")
    is_own = row in ROWS.own and case.method != "GET"
    if is_uuid(row) and (is_own or name_of(case) not in answered_well or not is_let_be(row)):
        noun = path.split("/{id}")[0].rsplit("/", 1)[1]
        if path.endswith("/{id}/restore"):
            parts["id"] = ROWS.binned(noun)
        elif case.method == "DELETE":
            parts["id"] = ROWS.make(noun)
        else:
            parts["id"] = ROWS.standing(noun)
        if is_swapped(parts.get("revision")):
            parts["revision"] = ROWS.revision(parts["id"])
    item = parts.get("item")
    if is_uuid(item) and (name_of(case) not in answered_well or not is_let_be(item)):
        parts["item"] = ROWS.standing("items")
    share = parts.get("share")
    if is_uuid(share) and (name_of(case) not in answered_well or not is_let_be(share)):
        parts["id"], parts["share"] = ROWS.shared()
    cue = parts.get("cue")
    if cue and (name_of(case) not in answered_well or len(cue) % 2 == 0):
        parts["cue"] = ROWS.reminder()
    if is_swapped(parts.get("number")):
        parts["number"] = ROWS.change()


def name_of(case):
    return f"{case.operation.method.upper()} {case.operation.path}"


def is_swapped(value):
    """Whether a number is made that of a change or version that is there."""
    return re.fullmatch(r"-?\d+", str(value)) is not None and int(value) % 4 != 3


def named(value, path, field=None):
    """A value with the rows that it names being there."""
    if isinstance(value, dict):
        return {field: named(inner, path, field) for field, inner in value.items()}
    if isinstance(value, list):
        return [named(inner, path, field) for inner in value]
    noun = NAMED.get(field)
    if field == "parent":
        noun = path.split("/")[3]
    if noun and is_uuid(value) and not is_let_be(value):
        return ROWS.binned(noun) if path.endswith(BIN) else ROWS.standing(noun)
    return value


def belong_to_one(fields):
    """What belongs to a thing belongs to no place."""
    if is_uuid(fields.get("item")) and is_uuid(fields.get("place")):
        del fields["place"]


def filled(path, body, parts):
    """A body with what nobody can guess, three times out of four: a picture, a name, and a password that is right."""
    if len(str(sorted(body.items(), key=str))) % 4 == 0:
        return body
    if path.endswith("/photos") and "file" in body:
        body["file"] = picture(len(str(body["file"])) % 256)
    if path.endswith("/move"):
        belong_to_one(body)
        body.setdefault("item", ROWS.standing("items"))
    if path.endswith("/upkeep"):
        body.update(rhythm="after_done", every="P1M")
    if path.endswith("/policies"):
        body.update(insurer="Svalan", sum_insured={"amount": "1000000", "currency": "SEK"})
        # Amounts of a policy are in one currency, and steps stand in order: what is drawn seldom agrees.
        for field in ("single_limit", "valuables_limit", "deductible", "table"):
            body.pop(field, None)
    if path.endswith("/divisions"):
        body.update(name="Hemmet", parties=[{"name": "Anna"}, {"name": "Bo"}], things={})
    if path.endswith("/reports"):
        # Of most kinds that are drawn, what they are about is not.
        body.update(kind="inventory", search="")
        body.pop("incident", None)
        body.pop("item", None)
        body.pop("division", None)
    if path.endswith("/shares"):
        # Of the reports that are drawn, none is about the incident.
        parts["id"], report = ROWS.reported()
        body.update(reports=[report], days=30)
    if path.endswith("/losses"):
        body.setdefault("incident", ROWS.standing("incidents"))
    needed = {"bequests": "to", "jobs": "what", "loans": "to", "memories": "title", "upkeep": "what"}
    if field := needed.get(path.rsplit("/", 1)[1]):
        body.setdefault(field, "")
    for field in ("label", "name", "sv", "title", "to", "what"):
        if body.get(field) == "":
            body[field] = "Fågelholk"
    for field in ("old", "password"):
        if isinstance(body.get(field), str):
            body[field] = TOLD["speaker"]["password"]
    return body


@schemathesis.hook
def after_call(context, case, response):
    answers[f"{name_of(case)} {response.status_code}"] += 1
    if response.status_code < 300:
        answered_well.add(name_of(case))
    if response.status_code == 404 or case.method == "DELETE":
        ROWS.forget()


@atexit.register
def keep_answers():
    with open(TOLD["answers"], "w", encoding="utf-8") as file:
        json.dump(answers, file)
