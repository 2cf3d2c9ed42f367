"""The program, serving a folder of its own until the block that started it is left."""

import os
import signal
import subprocess
import tempfile

PATIENCE = 30  # s: more than it needs to start, and to end, on a busy machine


class Server:
    def __init__(self, binary):
        self.program = [binary]
        self._folder = tempfile.TemporaryDirectory(prefix="smartinventory-schema-")
        self.program += ["--data", self._folder.name]
        self._surroundings = {"TZ": "Europe/Stockholm", "SMARTINVENTORY_LOG": "warn"}
        self._process = None
        self.log = os.path.join(self._folder.name, "schema.log")
        self.origin = None

    def command(self, *arguments, told=""):
        """Runs a command beside the server, or on the folder when none runs yet, and gives what it prints."""
        done = subprocess.run(
            [*self.program, *arguments],
            input=told,
            env=self._surroundings,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        if done.returncode != 0:
            raise RuntimeError(f"{arguments}: {done.stderr}")
        return done.stdout.strip()

    def person(self, name, role, password):
        """Adds somebody."""
        self.command("person", "add", name, "--role", role, "--password-stdin", told=password)

    def token(self, name):
        """A token that speaks for somebody."""
        return self.command("token", "create", "--person", name)

    def __enter__(self):
        with open(self.log, "w", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [*self.program, "--listen", "127.0.0.1:0", "serve"],
                env=self._surroundings,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        for line in self._process.stdout:
            if line.startswith("Open "):
                self.origin = line.split()[1]
                return self
        self.__exit__()
        raise RuntimeError(f"the program did not start:\n{self.complaints()}")

    def __exit__(self, *_):
        """Ends the program by its own id, and holds it to ending well."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            end = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            end = self._process.wait()
        self._process.stdout.close()
        complaints = self.complaints()
        self._folder.cleanup()
        if self.origin and end != 0:
            raise RuntimeError(f"the program ended with {end}:\n{complaints}")

    def complaints(self):
        """What the program has logged."""
        with open(self.log, encoding="utf-8") as log:
            return log.read()
