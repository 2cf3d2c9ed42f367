"""Rows made for the requests that name one: what the paths and bodies of generated requests are about."""

import http.client
import itertools
import json
import struct
import subprocess
import urllib.parse
import zlib

GUEST = "Gunnel"


def picture(shade):
    """A PNG of eight by eight pixels: the smallest that is worth a photo."""

    def chunk(kind, content):
        sum_ = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", sum_)

    lines = (b"\0" + bytes([shade, 120, 60]) * 8) * 8
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


class Rows:
    """Makes rows as an owner, shared with the guest, so that both find them."""

    def __init__(self, origin, maker, speaker, commands):
        self._address = urllib.parse.urlsplit(origin).netloc
        self._origin = origin
        self._maker = maker
        self._speaker = speaker
        self._commands = commands
        self._drawn = itertools.count(1)
        self._standing = {}
        self._guest = None
        # What the requests and the rows are made with: it must last.
        self.own = self._ids("/me/tokens", "tokens")
        for person in self._ask("GET", "/people")["people"]:
            self.own.add(person["id"])
            if person["name"] == GUEST:
                self._guest = person["id"]

    def make(self, noun):
        """Makes a row of a noun, and gives its id."""
        return getattr(self, noun)()

    def standing(self, noun):
        """A row of a noun that stands for long: one is enough for all who do not remove it."""
        if noun not in self._standing:
            self._standing[noun] = self.make(noun)
        return self._standing[noun]

    def forget(self):
        """Something may have been removed: new rows are made."""
        self._standing.clear()

    def items(self):
        return self._create("/items", name="Damcykel", guests=[self._guest])

    def places(self):
        return self._create("/places", name="Vinden", guests=[self._guest])

    def tags(self):
        return self._create("/tags", name=f"sommar {next(self._drawn)}")

    def categories(self):
        return self._create("/categories", sv=f"Friluft {next(self._drawn)}")

    def people(self):
        return self._create("/people", name=f"Nils {next(self._drawn)}", role="adult")

    def searches(self):
        token = self._speaker["token"]
        made = self._ask("POST", "/searches", {"name": "Cyklar", "query": "q=cykel"}, token=token)
        return made["id"]

    def photos(self):
        shot = picture(next(self._drawn) % 256)
        made = self._upload(f"/items/{self.items()}/photos", "cykel.png", "image/png", shot)
        return made["attachments"][0]["id"]

    def documents(self):
        made = self._upload(f"/items/{self.items()}/documents", *self._paper())
        return made["attachments"][0]["id"]

    def receipts(self):
        return self._upload("/receipts", *self._paper())["id"]

    def policies(self):
        insured = {"amount": "1000000", "currency": "SEK"}
        return self._create("/policies", insurer="Svalan", sum_insured=insured)

    def divisions(self):
        parties = [{"name": "Anna"}, {"name": "Bo"}]
        return self._create("/divisions", name="Hemmet", parties=parties, things={"items": [self.items()]})

    def warranties(self):
        return self._create(f"/items/{self.items()}/warranties", provider="Elbyn")

    def claims(self):
        return self._create(f"/items/{self.items()}/claims", problem="Kedjan hoppar")

    def upkeep(self):
        return self._create(f"/items/{self.items()}/upkeep", what="Olja", rhythm="fixed", every="P1Y")

    def jobs(self):
        return self._create(f"/items/{self.items()}/jobs", what="Oljade")

    def loans(self):
        days = {"since": "2024-06-01", "due": "2024-07-01"}
        return self._create(f"/items/{self.items()}/loans", to="Kalle", **days)

    def reminder(self):
        """What somebody is reminded of: a loan that is late."""
        return f"loan-{self.standing('loans')}"

    def channels(self):
        token = self._author()
        own = self._ask("GET", "/me/reminders", token=token)["channels"]
        # More than ten nobody may have.
        for channel in own[: max(0, len(own) - 5)]:
            self._ask("DELETE", f"/me/channels/{channel['id']}", token=token)
        hook = {"kind": "webhook", "address": "http://127.0.0.1:9/"}
        return self._ask("POST", "/me/channels", hook, token=token)["id"]

    def memories(self):
        return self._create(f"/items/{self.items()}/memories", title="Fyndet")

    def bequests(self):
        # Nobody may change those of others, and a guest has none.
        wish = {"to": "Maja", "open": True}
        return self._ask("POST", f"/items/{self.items()}/bequests", wish, token=self._author())["id"]

    def incidents(self):
        return self._create("/incidents", kind="burglary")

    def reports(self):
        return self._create("/reports", kind="inventory")

    def reported(self):
        """An incident and a report about it."""
        incident = self.incidents()
        return incident, self._create("/reports", kind="police_list", incident=incident)

    def shared(self):
        """An incident and a link that shows a report about it."""
        incident, report = self.reported()
        wanted = {"reports": [report], "label": "Svalan"}
        return incident, self._create(f"/incidents/{incident}/shares", **wanted)

    def rounds(self):
        # One goes on at a time: whichever does is ended, and this one as soon as it is made.
        for round in self._ask("GET", "/rounds", token=self._maker)["rounds"]:
            if round["ended_on"] is None:
                self._ask("POST", f"/rounds/{round['id']}/end")
        made = self._create("/rounds")
        self._ask("POST", f"/rounds/{made}/end")
        return made

    def sightings(self):
        return self._seen()[1]["id"]

    def _seen(self):
        """An answer on a round, and where it is."""
        path = f"/rounds/{self.standing('rounds')}/sightings/{self.items()}"
        return path, self._ask("PUT", path, {"finding": "seen"}, token=self._author())

    def losses(self):
        return self._create(f"/items/{self.items()}/losses", incident=self.standing("incidents"))

    def _author(self):
        """The token of who makes what is its maker's alone: a guest has none of it."""
        return self._maker if self._speaker["name"] == GUEST else self._speaker["token"]

    def _paper(self):
        text = f"Kvitto nummer {next(self._drawn)}"
        return "kvitto.txt", "text/plain", text.encode()

    def tokens(self):
        name = self._speaker["name"]
        before = self._ids("/me/tokens", "tokens")
        command = [*self._commands, "token", "create", "--person", name]
        # Without this program's own variables, in which the other looks for settings.
        subprocess.run(command, env={}, check=True, capture_output=True)
        return (self._ids("/me/tokens", "tokens") - before).pop()

    def sessions(self):
        before = self._ids("/me/sessions", "sessions")
        form = {"name": self._speaker["name"], "password": self._speaker["password"]}
        headers = {"Origin": self._origin, "Content-Type": "application/x-www-form-urlencoded"}
        self._send("POST", "/sign-in", urllib.parse.urlencode(form).encode(), headers)
        return (self._ids("/me/sessions", "sessions") - before).pop()

    def binned(self, noun):
        """Makes a row and puts it into the bin."""
        if noun == "sightings":
            path, seen = self._seen()
            self._ask("DELETE", f"{path}?known={seen['revision']}", token=self._author())
            return seen["id"]
        row = self.make(noun)
        self._ask("DELETE", f"/{noun}/{row}", token=self._author())
        return row

    def change(self):
        """Makes a change, and gives its number."""
        return self._ask("GET", f"/items/{self.items()}")["revision"]

    def revision(self, item):
        """The version of a thing that it has now."""
        return self._ask("GET", f"/items/{item}")["revision"]

    def _create(self, path, **fields):
        return self._ask("POST", path, fields)["id"]

    def _ids(self, path, field):
        return {row["id"] for row in self._ask("GET", path, token=self._speaker["token"])[field]}

    def _upload(self, path, name, kind, content):
        boundary = "smartinventory"
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        head += f"Content-Type: {kind}\r\n\r\n"
        body = head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
        return self._ask("POST", path, body, headers=headers)

    def _ask(self, method, path, body=None, headers=None, token=None):
        headers = {"Authorization": f"Bearer {token or self._maker}", **(headers or {})}
        if isinstance(body, dict):
            body = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        status, reply = self._send(method, f"/api/v1{path}", body, headers)
        if status >= 300:
            raise RuntimeError(f"{method} {path}: {status} {reply.decode()}")
        return json.loads(reply) if reply else None

    def _send(self, method, path, body, headers):
        connection = http.client.HTTPConnection(self._address, timeout=30)
        try:
            connection.request(method, path, body, headers)
            reply = connection.getresponse()
            return reply.status, reply.read()
        finally:
            connection.close()
