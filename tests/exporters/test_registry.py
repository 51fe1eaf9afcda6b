"""Every exporter is found by its name, and none is forgotten."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import khiva_notes.exporters as package
from khiva_notes.exporters import EXPORTERS, Exporter
from khiva_notes.model.errors import UserError
from tests.exporters.builder import murder


def test_every_exporter_that_a_module_defines_is_in_the_table():
    defined = set()
    for module in pkgutil.iter_modules(package.__path__):
        loaded = importlib.import_module(f"{package.__name__}.{module.name}")
        found = [value for value in vars(loaded).values() if isinstance(value, Exporter)]
        defined |= {(module.name, exporter.name) for exporter in found}
    missing = [where for where in defined if where[1] not in EXPORTERS]
    assert not missing, f"name these in EXPORTERS of exporters/__init__.py: {missing}"
    assert defined


def test_names_and_labels_tell_them_apart():
    assert all(name == exporter.name for name, exporter in EXPORTERS.items())
    assert len({exporter.label for exporter in EXPORTERS.values()}) == len(EXPORTERS)
    assert all(exporter.description for exporter in EXPORTERS.values())


def test_each_file_exporter_makes_its_text_of_what_it_takes():
    build, items = murder()
    chosen = {
        "cards": [items["claim"].id, items["who"].id, items["murder"].id],
        "card": [items["murder"].id],
        "dispute": [items["who"].id],
    }
    for exporter in EXPORTERS.values():
        if exporter.text is not None:
            assert exporter.suffix
            words = {
                "bibliography": "Khanate",
                "bibtex": "Khanate",
                "gedcom": "murder",
                "tei": "at night",
            }.get(exporter.name, "killed")
            assert words in exporter.text(build.snapshot(), chosen[exporter.takes])
        else:
            assert exporter.is_folder


def test_choosing_the_wrong_thing_is_a_users_mistake():
    build, items = murder()
    for name, chosen in (("table", [items["claim"].id]), ("dossier", [])):
        text = EXPORTERS[name].text
        assert text is not None
        with pytest.raises(UserError):
            text(build.snapshot(), chosen)
