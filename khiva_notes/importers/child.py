"""A program that reads a file nobody vouches for: in a process of its own, within limits."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from khiva_notes.model.errors import UserError

_POLL = 0.02
_MOST_ERRORS = 8192

_CANCELLED: ContextVar[Callable[[], bool] | None] = ContextVar("cancelled", default=None)


@contextmanager
def stopping_when(cancelled: Callable[[], bool]) -> Iterator[None]:
    """Let children that are run within be ended as soon as nobody waits for them any more.

    A context is of one thread, so readings side by side don't stop one another.
    """
    token = _CANCELLED.set(cancelled)
    try:
        yield
    finally:
        _CANCELLED.reset(token)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a child gave: its output, its last words, how it ended, and what limit stopped it."""

    output: bytes
    errors: str
    code: int
    stopped: str = ""
    """"" or ``time`` or ``size``."""


def run_limited(
    command: Sequence[str],
    data: bytes,
    *,
    seconds: float,
    most_output: int,
    idle_seconds: float = 0.0,
) -> Ran:
    """Give ``data`` to a program and collect what it writes; ``OSError`` if it cannot start.

    ``UserError`` if it is cancelled (see :func:`stopping_when`), which is noticed at once.

    It is ended after ``seconds``, after ``idle_seconds`` without output (0: no such limit), and
    when it has written more than ``most_output`` bytes.
    """
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0
    with (
        tempfile.TemporaryDirectory(prefix="khiva-notes-") as folder,
        tempfile.TemporaryFile() as source,
        tempfile.TemporaryFile() as errors,
    ):
        source.write(data)
        source.seek(0)
        process = subprocess.Popen(
            command,
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=folder,
            creationflags=flags,
        )
        collector = _Collector(process, most_output)
        try:
            stopped = _watch(process, collector, seconds, idle_seconds)
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
            collector.finish()
        errors.seek(0)
        said = errors.read(_MOST_ERRORS).decode("utf-8", "replace")
    if collector.overflowed:
        stopped = "size"
    return Ran(collector.output(), said, process.returncode, stopped)


class _Collector:
    """Reads a child's output on a thread, since a full pipe would stop the child."""

    def __init__(self, process: subprocess.Popen[bytes], most: int) -> None:
        self.last = time.monotonic()
        self.size = 0
        self.overflowed = False
        self._chunks: list[bytes] = []
        self._process = process
        self._most = most
        self._thread = threading.Thread(target=self._read, name="import output", daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as pipe:
            while chunk := pipe.read1(1 << 16):  # type: ignore[attr-defined]
                self.size += len(chunk)
                self.last = time.monotonic()
                if self.size > self._most:
                    self.overflowed = True
                    self._chunks.clear()
                    self._process.kill()
                    return
                self._chunks.append(chunk)

    def finish(self) -> None:
        self._thread.join()

    def output(self) -> bytes:
        return b"".join(self._chunks)


def _watch(
    process: subprocess.Popen[bytes], collector: _Collector, seconds: float, idle: float
) -> str:
    """Wait for the end of a child, or end it; say whether time ran out."""
    begun = time.monotonic()
    cancelled = _CANCELLED.get()
    while True:
        try:
            process.wait(_POLL)
        except subprocess.TimeoutExpired:
            if cancelled is not None and cancelled():
                raise UserError("The reading was stopped, as asked.", "") from None
            now = time.monotonic()
            late = now - begun > seconds or (idle and now - max(collector.last, begun) > idle)
            if late:
                process.kill()
                return "time"
        else:
            return ""
