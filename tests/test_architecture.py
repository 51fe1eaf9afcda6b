"""The layers hold, and each contract that says so is seen to fail on a deliberate break."""

from __future__ import annotations

import importlib
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from khiva_notes import importers
from khiva_notes.gui import pages
from khiva_notes.gui.page import Page
from khiva_notes.model import kinds
from khiva_notes.store import migrations

ROOT = Path(__file__).resolve().parent.parent

BREAKS = {
    "Layers": ("model/keys.py", "import khiva_notes.services.cards"),
    "The window reaches the library only through services": (
        "gui/fonts.py",
        "import khiva_notes.store.items",
    ),
    "Qt only in the window": ("services/links.py", "import PySide6.QtCore"),
    "SQL only in the store": ("services/trash.py", "import sqlite3"),
    "Whoosh only in search": ("store/tags.py", "import whoosh"),
    "The model is pure": ("model/errors.py", "import yaml"),
    "No import cycles among siblings": (
        "gui/tasks.py",
        "import khiva_notes.gui.session",
    ),
}


def broken_contracts(folder: Path) -> set[str]:
    """Check the package in ``folder`` against its contracts and return the names of broken ones."""
    result = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as l; l()"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "", "PYTHONUTF8": "1", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert "Contracts:" in result.stdout, result.stdout + result.stderr
    plain = re.sub(r"\x1b\[[0-9;]*m", "", result.stdout)
    return set(re.findall(r"^(.+) BROKEN$", plain, re.MULTILINE))


@pytest.fixture
def copy_of_the_code(tmp_path: Path) -> Path:
    """The package and its contracts in a folder where they can be broken."""
    shutil.copytree(
        ROOT / "khiva_notes", tmp_path / "khiva_notes", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_layers_hold_and_every_contract_notices_its_break(copy_of_the_code: Path) -> None:
    assert broken_contracts(copy_of_the_code) == set()
    for file, line in BREAKS.values():
        path = copy_of_the_code / "khiva_notes" / file
        path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    shutil.rmtree(copy_of_the_code / ".import_linter_cache", ignore_errors=True)
    assert broken_contracts(copy_of_the_code) == set(BREAKS)


def modules_of(package: object) -> list[str]:
    """The names of the modules that lie in a package's folder."""
    return [module.name for module in pkgutil.iter_modules(package.__path__)]  # type: ignore[attr-defined]


def test_every_kind_has_its_line_in_the_table_of_kinds() -> None:
    for name in modules_of(kinds):
        module = importlib.import_module(f"khiva_notes.model.kinds.{name}")
        for value in vars(module).values():
            if isinstance(value, kinds.Kind):
                assert value.name in kinds.KINDS, f"add {name}.py to KINDS in model/kinds"


def test_every_migration_has_its_line_in_the_list_of_steps() -> None:
    for name in modules_of(migrations):
        module = importlib.import_module(f"khiva_notes.store.migrations.{name}")
        assert module.NAME in migrations.KNOWN, f"add {name}.py to _STEPS in store/migrations"


def test_every_page_of_the_window_has_its_line_in_the_list_of_pages() -> None:
    def all_pages(kind: type[Page]) -> set[type[Page]]:
        found = {kind} if kind.views else set()
        return found.union(*(all_pages(sub) for sub in kind.__subclasses__()))

    for path in sorted((ROOT / "khiva_notes" / "gui").rglob("page*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        importlib.import_module(name)
    missing = {page for page in all_pages(Page) if page.__module__.startswith("khiva_notes")}
    assert missing <= set(pages.PAGES), "add the page to PAGES in gui/pages.py"


def test_every_importer_reads_a_suffix_of_its_own() -> None:
    suffixes = [suffix for reader in importers.FORMATS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
