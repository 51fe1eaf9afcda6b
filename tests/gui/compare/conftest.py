"""Pages with a dispute in them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from tests.gui.compare.comparing import Comparing


@pytest.fixture
def comparing(sample_desk: Desk, qtbot: QtBot) -> Comparing:
    """The comparison page over the sample."""
    return Comparing(sample_desk, qtbot)


@pytest.fixture
def fresh(desk: Desk, qtbot: QtBot) -> Comparing:
    """The comparison page over an empty library."""
    return Comparing(desk, qtbot)
