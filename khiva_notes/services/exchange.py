"""A library written out whole as JSON, and made again from that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from khiva_notes.model.errors import UserError
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.library import Library
from khiva_notes.services.text_soundness import text_problems
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.rows import TABLES, Value
from khiva_notes.store.store import Reader

Progress = Callable[[int, int], object]
"""Told how much is done, of how much; rows when writing, bytes when reading."""

_TOLD_EVERY = 500


def export_json(
    data: Repositories,
    target: Path,
    *,
    files: bool = True,
    progress: Progress = lambda done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write a library as one JSON document, over what stands at ``target``; return its rows.

    Complete but for the logs of steps; without ``files`` the imported files themselves are left
    out, which the texts do not need. The document is whole or not there; 0 if cancelled.
    """
    from khiva_notes.exporters.exchange.json_library import document

    tables = [table for table in TABLES if files or table != "originals"]
    total = sum(data.rows.count(table) for table in tables)
    done = 0

    def rows(table: str) -> Iterator[Mapping[str, Value]]:
        nonlocal done
        for row in data.rows.each(table):
            if done % _TOLD_EVERY == 0:
                if cancelled():
                    raise _Cancelled
                progress(done, total)
            done += 1
            yield row

    partial = target.with_name(target.name + ".part")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as out:
            for piece in document((table, rows(table)) for table in tables):
                out.write(piece)
        partial.replace(target)
    except OSError as error:
        raise UserError(f"{target} cannot be written ({error.strerror}).") from error
    except _Cancelled:
        return 0
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    progress(total, total)
    return total


def export_json_of(library: Path, target: Path, *, files: bool = True) -> int:
    """Write the library at a path as JSON, on whatever thread asks."""
    reader = Reader(library)
    try:
        with reader.moment() as data:
            return export_json(data, target, files=files)
    finally:
        reader.close()


def import_json(
    library: Library,
    path: Path,
    *,
    progress: Progress = lambda done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Fill an empty library with what a JSON document holds, as one step; return the rows.

    The library keeps an identity of its own and takes the document's title. UserError for a
    library that holds something, and for a document that is broken or would make an unsound
    library; nothing is changed then. 0 if cancelled.
    """
    from khiva_notes.importers.notes.json_library import read_tables

    rows = library.data.rows
    if any(rows.count(table) for table in TABLES if table != "library"):
        raise UserError(
            "A library as JSON is read into an empty library only, so that nothing is mixed up.",
            "Make a new library and import the file there.",
        )
    columns = {table: rows.columns(table) for table in TABLES}
    count = 0
    try:
        size = path.stat().st_size
        with (
            path.open("rb") as raw,
            TextIOWrapper(raw, encoding="utf-8", newline="") as file,
            library.change("Import library") as data,
        ):
            data.rows.later_references()
            for table, row in read_tables(file, columns):
                if count % _TOLD_EVERY == 0:
                    if cancelled():
                        raise _Cancelled
                    progress(min(raw.tell(), size), size)
                count += 1
                if table == "library":
                    data.library.rename(str(row["title"]))
                    data.library.begun(str(row["created"]))
                else:
                    data.rows.insert(table, [row])
            _must_be_sound(data)
    except _Cancelled:
        return 0
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:
        raise UserError(
            f"{path.name} is no library as JSON that can be read: {error}.",
            "Nothing of it came in. Export it anew.",
        ) from error
    progress(size, size)
    return count


def restore(path: Path, target: Path, locks: Path) -> int:
    """Make a new library file from a JSON document; no file is left if that fails."""
    made = False
    try:
        with Library.create(target, locks) as library:
            made = True
            return import_json(library, path)
    except BaseException:
        if made:
            for ending in ("", "-wal", "-shm"):
                with suppress(OSError):
                    Path(f"{target}{ending}").unlink()
        raise


class _Cancelled(Exception):
    """The user does not want it after all; raised to take the step back."""


def _must_be_sound(data: Repositories) -> None:
    """Raise ValueError for what the program itself could never have written."""
    for problem in data.rows.broken_references():
        raise ValueError(problem)
    for trashed in (False, True):
        for item in data.items.all(trashed=trashed):
            if item.kind not in KINDS:
                raise ValueError(f"“{item.key}” is of the unknown kind “{item.kind}”")
            if not isinstance(item.fields, dict) or not item.key or not item.title.strip():
                raise ValueError(f"item {item.id} has no key, no title or no fields")
    for problem in text_problems(data):
        raise ValueError(problem.rstrip("."))
