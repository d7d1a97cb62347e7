"""What gunicorn does around a process of the web server that is starting (its `--config`)."""

from __future__ import annotations

import os
import signal
from typing import Any


def post_fork(server: Any, worker: Any) -> None:
    """A process that is still loading the application serves nobody, so it has nothing to finish: on SIGTERM it ends at
    once, where gunicorn would have it load everything first. gunicorn's own `init_signals` comes after this, so its
    place is taken until the process is ready.
    """
    own = worker.init_signals

    def until_ready() -> None:
        own()
        signal.signal(signal.SIGTERM, lambda *_: os._exit(0))

    worker.init_signals = until_ready


def post_worker_init(worker: Any) -> None:
    """Ready: from here on SIGTERM means to finish what was begun, as gunicorn does it."""
    signal.signal(signal.SIGTERM, worker.handle_exit)
