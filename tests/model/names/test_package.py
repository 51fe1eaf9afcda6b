"""The package's front door, whose parts are loaded when first asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from khiva_notes.model import names


@pytest.mark.parametrize("name", names.__all__)
def test_everything_promised_is_there(name: str) -> None:
    assert getattr(names, name) is not None


def test_a_slip_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="fold_token"):
        names.fold_token  # noqa: B018


def test_asking_for_a_script_loads_no_more_than_that() -> None:
    code = (
        "import sys; from khiva_notes.model.names import script_of; script_of('Хива');"
        "print([m for m in sys.modules if m.startswith('khiva_notes.model.names.')])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "['khiva_notes.model.names.scripts']"
