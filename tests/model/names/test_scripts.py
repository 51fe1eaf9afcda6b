"""Scripts by the majority of letters."""

from __future__ import annotations

import pytest

from khiva_notes.model.names import script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Junaid", "latin"),
        ("Oʻzbekiston", "latin"),
        ("Жунаидхон", "cyrillic"),
        ("جنید خان", "arabic"),
        ("Хива (Xi)", "cyrillic"),
        ("Αθήνα", "greek"),
        ("1918–1920", "none"),
        ("", "none"),
        ("東京", "cjk"),
    ],
)
def test_script_of(text: str, script: str) -> None:
    assert script_of(text) == script
