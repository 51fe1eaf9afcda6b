"""Builds a whole index aside: in processes of its own when there is much to do."""

from __future__ import annotations

import itertools
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from whoosh.index import FileIndex

from khiva_notes.search.documents import Document, Stamp
from khiva_notes.search.engine.codec import StampedSchema
from khiva_notes.search.engine.snapshot import INDEX_NAME
from khiva_notes.search.engine.storage import IndexStorage
from khiva_notes.search.engine.writer import DocumentWriter
from khiva_notes.search.results import SearchCancelled

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]

_FEW = 1_000_000
"""Characters of text that are quicker indexed at once than with the help of a new process."""
_BATCH = 400_000
_SEGMENT = 48_000_000
"""Characters after which a segment is written, which bounds the memory of a build."""


class BuildFailed(Exception):
    """A process that was building the index has ended before its time."""


def create(folder: Path, release: str) -> Any:
    """Make an empty Whoosh index of ours in ``folder``."""
    return FileIndex.create(IndexStorage(str(folder)), StampedSchema(release), INDEX_NAME)


def open_index(folder: Path) -> Any:
    """Open the Whoosh index in ``folder``, for writing."""
    return FileIndex(IndexStorage(str(folder)), indexname=INDEX_NAME)


def build(
    folder: Path,
    release: str,
    documents: Iterable[Document],
    stamp: Stamp,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Index ``documents`` into the empty ``folder`` and commit them with ``stamp``.

    ``progress`` is told how many documents have been taken. Raises SearchCancelled when
    ``cancelled()`` turns true; what is in the folder is then of no use.
    """
    index = create(folder, release)
    batches = _batches(_watched(documents, progress, cancelled))
    first = next(batches, [])
    second = next(batches, None)
    all_batches = itertools.chain([first], [] if second is None else [second], batches)
    segments: list[Any]
    workers = [] if second is None else _start_workers(folder)
    if workers:
        segments = _share_out(workers, all_batches)
    else:
        segments = list(write_segments(index, all_batches))
    DocumentWriter(index).commit_with(stamp, segments)


def _watched(
    documents: Iterable[Document], progress: Progress | None, cancelled: Cancelled | None
) -> Iterator[Document]:
    for count, document in enumerate(documents, 1):
        if cancelled is not None and count % 16 == 0 and cancelled():
            raise SearchCancelled
        if progress is not None and count % 100 == 0:
            progress(count)
        yield document
    if cancelled is not None and cancelled():
        raise SearchCancelled


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield documents in batches, the first one as large as is done at once."""
    batch: list[Document] = []
    size, full = 0, _FEW
    for document in documents:
        batch.append(document)
        size += len(document.body) + 200
        if size >= full:
            yield batch
            batch, size, full = [], 0, _BATCH
    if batch:
        yield batch


def write_segments(index: Any, batches: Iterable[list[Document]]) -> Iterator[Any]:
    """Index batches into finished segments that nobody has committed yet."""
    writer, size = None, 0
    for batch in batches:
        if writer is None:
            writer, size = DocumentWriter(index, lock=False), 0
        for document in batch:
            writer.add(document)
            size += len(document.body)
        if size >= _SEGMENT:
            yield writer.take_segment()
            writer = None
    if writer is not None:
        yield writer.take_segment()


class _Worker:
    """A process that makes segments of the batches it is sent."""

    def __init__(self, process: Any, connection: Connection) -> None:
        self.process = process
        self.connection = connection


def _start_workers(folder: Path) -> list[_Worker]:
    """Start one process a core, two at most; none where processes cannot be started."""
    context = multiprocessing.get_context("spawn")
    workers: list[_Worker] = []
    for _ in range(min(2, os.cpu_count() or 1)):
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(str(folder), theirs), daemon=True)
        try:
            process.start()
            theirs.close()
            ours.recv()
        except (OSError, EOFError, RuntimeError):
            ours.close()
            theirs.close()
            break
        workers.append(_Worker(process, ours))
    return workers


def _work(folder: str, connection: Connection) -> None:
    """Be a worker: index every batch received, then send the segments back.

    Ends without a word when the program that asked for it is gone, or done before there was
    anything to do; the folder is opened only once there is.
    """
    try:
        connection.send("ready")
        batches = iter(connection.recv, None)
        first = next(batches, None)
        if first is None:
            connection.send([])
            return
        taken = _acknowledged(itertools.chain([first], batches), connection)
        connection.send(list(write_segments(open_index(Path(folder)), taken)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    finally:
        connection.close()


def _acknowledged(
    batches: Iterable[list[Document]], connection: Connection
) -> Iterator[list[Document]]:
    for batch in batches:
        yield batch
        connection.send("done")


def _share_out(workers: list[_Worker], batches: Iterable[list[Document]]) -> list[Any]:
    """Send each batch to whoever is free; collect the segments."""
    try:
        idle = list(workers)
        connections = {worker.connection: worker for worker in workers}
        for batch in batches:
            if not idle:
                for ready in multiprocessing.connection.wait(list(connections)):
                    worker = connections[ready]  # type: ignore[index]
                    worker.connection.recv()
                    idle.append(worker)
            idle.pop().connection.send(batch)
        segments: list[Any] = []
        for worker in workers:
            if worker not in idle:
                worker.connection.recv()
            worker.connection.send(None)
        for worker in workers:
            segments.extend(worker.connection.recv())
            worker.process.join()
        return segments
    except (EOFError, OSError) as broken:
        raise BuildFailed("a process that was indexing has stopped") from broken
    finally:
        for worker in workers:
            if worker.process.is_alive():
                worker.process.terminate()
                worker.process.join()
            worker.connection.close()
            worker.process.close()
