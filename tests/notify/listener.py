"""Listens as ntfy, Gotify and a webhook's program do, and takes nothing that they would not take.

Each request that is taken is printed as a line of JSON, and so is why one was not. What they take is as their published
documentation has it: ntfy's "Publish as JSON", Gotify's "createMessage" and "Message extras", and Standard Webhooks.
"""

import base64
import hashlib
import hmac
import http.server
import json
import re
import ssl
import sys
import threading
import time

TOKEN = "tk_0123456789abcdefghijklmnopqrs"
KEY = base64.b64decode("bXlja2V0IGhlbWxpZ3QsIHRyZXR0aW90dsOlIGJ5dGU=")
LOCK = threading.Lock()


class Refused(Exception):
    """Why a request is not taken, and with which status."""


def say(**line):
    with LOCK:
        print(json.dumps(line), flush=True)


def check(condition, status, why):
    if not condition:
        raise Refused(status, why)


def check_fields(given, known, where):
    check(isinstance(given, dict), 400, f"{where} is no object")
    for name, value in given.items():
        check(name in known, 400, f"{where} has {name}")
        kind = known[name]
        is_kind = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
        check(is_kind, 400, f"{where}: {name} is {value!r}")


def is_address(text):
    return re.fullmatch(r"https?://[^\s/]+(/\S*)?", text) is not None


def ntfy(headers, body):
    check(headers.get("Authorization") == f"Bearer {TOKEN}", 401, "unauthorized")
    message = json.loads(body)
    check_fields(
        message,
        {"topic": str, "message": str, "title": str, "tags": list, "priority": int, "actions": list, "click": str,
         "attach": str, "markdown": bool, "icon": str, "filename": str, "delay": str, "email": str, "call": str},
        "the message",
    )
    check(re.fullmatch(r"[-_A-Za-z0-9]{1,64}", message.get("topic", "")), 400, "topic invalid")
    check(len(message.get("message", "").encode()) <= 4096, 400, "the message becomes a file")
    check(1 <= message.get("priority", 3) <= 5, 400, "priority invalid")
    check("click" not in message or is_address(message["click"]), 400, "click invalid")
    actions = message.get("actions", [])
    check(len(actions) <= 3, 400, "too many actions")
    known = {"action": str, "label": str, "url": str, "clear": bool}
    for action in actions:
        kind = action.get("action")
        check(kind in ("view", "http"), 400, f"action {kind!r}")
        more = {"method": str, "headers": dict, "body": str} if kind == "http" else {}
        check_fields(action, known | more, "an action")
        check(action.get("label") and is_address(action.get("url", "")), 400, "an action without label or url")
        check(action.get("method", "POST") in ("GET", "POST", "PUT", "DELETE"), 400, "method")
    return message


def gotify(headers, body):
    check(headers.get("X-Gotify-Key") == TOKEN, 401, "unauthorized")
    message = json.loads(body)
    check_fields(message, {"message": str, "title": str, "priority": int, "extras": dict}, "the message")
    check(message.get("message"), 400, "message is required")
    for name in message.get("extras", {}):
        check(re.fullmatch(r"\w+::(\w+::)?\w+", name), 400, f"extras: {name}")
    display = message.get("extras", {}).get("client::display", {})
    check(display.get("contentType", "text/plain") in ("text/plain", "text/markdown"), 400, "contentType")
    click = message.get("extras", {}).get("client::notification", {}).get("click", {})
    check("url" not in click or is_address(click["url"]), 400, "click")
    return message


def webhook(headers, body):
    name, second = headers.get("webhook-id"), headers.get("webhook-timestamp")
    check(name and "." not in name, 400, "webhook-id")
    check(second and abs(int(second) - 1795799109) < 300, 400, "webhook-timestamp")
    signed = f"{name}.{second}.".encode() + body
    expected = base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
    signatures = [one.partition(",") for one in headers.get("webhook-signature", "").split(" ")]
    good = [text for version, _, text in signatures if version == "v1" and hmac.compare_digest(text, expected)]
    check(good, 401, "webhook-signature")
    message = json.loads(body)
    check_fields(message, {"type": str, "timestamp": str, "data": dict}, "the message")
    check(re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", message["type"]), 400, "type")
    check(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", message["timestamp"]), 400, "timestamp")
    return message | {"id": name}


class Listener(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        say(taken="GET", path=self.path)
        self.answer(200)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path.startswith("/odd/"):
            say(taken="odd", path=self.path)
            self.be_odd(self.path.removeprefix("/odd/"))
            return
        kinds = {"/": ntfy, "/push/message": gotify, "/hook/s3cret?a=b": webhook}
        try:
            check(self.path in kinds, 404, "no such page")
            kind = kinds[self.path]
            check(self.headers.get_content_type() == "application/json", 415, "not JSON")
            taken = kind(self.headers, body)
        except Refused as refused:
            status, why = refused.args
            say(refused=why, status=status)
            self.answer(status)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            say(refused=repr(error), status=400)
            self.answer(400)
        else:
            say(taken=kind.__name__, message=taken, agent=self.headers["User-Agent"], host=self.headers["Host"])
            self.answer(200)

    def be_odd(self, how):
        if how == "moved":
            self.answer(307, Location=f"http://{self.headers['Host']}/elsewhere")
        elif how == "busy":
            self.answer(429, **{"Retry-After": "90"})
        elif how == "silent":
            time.sleep(60)
        elif how == "trickle":
            for letter in "HTTP/1.1 200 OK\r\nX: " + "x" * 100:
                self.wfile.write(letter.encode())
                time.sleep(1)
        elif how == "endless":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            try:
                for number in range(1_000_000):
                    self.wfile.write(f"X-{number}: {'x' * 100}\r\n".encode())
            except OSError:
                say(taken="gave up")
        elif how == "nonsense":
            self.wfile.write(b"SSH-2.0-hej\r\n\r\n")
        elif how == "flood":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n")
            try:
                for _ in range(1000):
                    self.wfile.write(b"x" * 1_000_000)
            except OSError:
                say(taken="gave up")
        else:
            self.answer(int(how))
        self.close_connection = True

    def answer(self, status, **headers):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_):
        pass


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    server.daemon_threads = True
    if len(sys.argv) > 1:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{sys.argv[1]}/cert.pem", f"{sys.argv[1]}/key.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    say(port=server.server_address[1])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


main()
