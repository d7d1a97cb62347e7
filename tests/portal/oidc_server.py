"""A real OpenID Connect server (npm `oidc-provider`) beside the tests, and somebody who logs in there."""

from __future__ import annotations

import fcntl
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests

from werktop.config.commandline.assets import environment_of, node_and_npm

HERE = Path(__file__).parent / "oidc"
WAY_BACK = "http://localhost:8000/mijn/terug/"


def installed() -> None:
    """What `package-lock.json` names, once: of several processes of tests one installs."""
    stamp, lock = HERE / "node_modules" / ".stamp", (HERE / "package-lock.json").read_text()
    with (HERE / ".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if stamp.exists() and stamp.read_text() == lock:
            return
        _node, npm = node_and_npm()
        words = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(words, cwd=HERE, env=environment_of(npm), check=True)
        stamp.write_text(lock)


@contextmanager
def running() -> Iterator[str]:
    """The server, on a port of its own; gives its address."""
    installed()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    node, _npm = node_and_npm()
    words = [*node, "server.mjs", str(port), WAY_BACK]
    server = subprocess.Popen(words, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None and server.stdout.readline().strip() == "ready"
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(5)


class Browser:
    """Somebody's browser at the other server."""

    def __init__(self) -> None:
        self.session = requests.Session()

    def log_in(self, address: str, **said: str) -> str:
        """Go where werktop sends one and log in there; the address with which the server sends one back."""
        while True:
            answer = self.session.get(address, allow_redirects=False, timeout=10)
            if answer.is_redirect:
                address = urljoin(address, answer.headers["Location"])
                if address.startswith(WAY_BACK):
                    return self._path(address)
                continue
            assert "<form" in answer.text, answer.text
            answer = self.session.post(address, data=said, allow_redirects=False, timeout=10)
            address = urljoin(address, answer.headers["Location"])

    def _path(self, address: str) -> str:
        found = urlsplit(address)
        return re.sub(r"^.*?//[^/]+", "", f"{found.path}?{found.query}")
