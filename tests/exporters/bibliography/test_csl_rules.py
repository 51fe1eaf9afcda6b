"""Whatever came in, the CSL-JSON that goes out keeps to the rules of CSL, and loses nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.exporters.bibliography import csl_json
from khiva_notes.importers.bibliography import read_bibliography
from khiva_notes.model.bibliography.csl import Work, item_of, parts_of
from khiva_notes.model.dates import HistoricalDate, from_edtf
from khiva_notes.model.kinds.source import ROLES, WORK_TYPES
from khiva_notes.services.bibliography_import import import_bibliography
from khiva_notes.services.library import Library
from khiva_notes.services.works_export import export_works
from tests.exporters.bibliography.csl_rules import csl_rules

RULES = jsonschema.Draft7Validator(csl_rules())
WORDS = st.text(max_size=12)
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("family", "literal", "date-parts", "circa", "odd")), inner, max_size=3
        )
    ),
    max_leaves=6,
)
VARIABLE = st.sampled_from(
    ("id", "type", "title", "page", "author", "issued", "custom", "section", "part-number",
     "editor-translator", "categories", "note", "original-date", "relations", "x")
)  # fmt: skip
DATE = st.sampled_from(
    ("1918-09-30", "1918", "1918-10/1918-11", "1918~", "191X", "-0044", "[1918,1920]", "1918-21")
).map(lambda told: from_edtf(told)) | st.just(HistoricalDate("in autumn", ""))
WORK = st.builds(
    Work,
    citekey=WORDS,
    title=WORDS,
    fields=st.fixed_dictionaries(
        {},
        optional={
            "work-type": st.sampled_from(WORK_TYPES),
            "role": st.sampled_from(ROLES),
            "authors": WORDS,
            "page": WORDS,
            "archive": WORDS,
            "DOI": WORDS,
        },
    ),
    written=st.none() | DATE,
    published=st.none() | DATE,
    author_cards=st.lists(WORDS, max_size=2),
    extra=st.dictionaries(VARIABLE, VALUE, max_size=4),
)


@given(works=st.lists(WORK, max_size=4))
def test_any_work_goes_out_by_the_rules(works: list[Work]) -> None:
    RULES.validate(json.loads(csl_json([item_of(work) for work in works])))


@given(item=st.dictionaries(VARIABLE, VALUE, max_size=6))
def test_what_another_program_wrote_goes_out_by_the_rules(item: dict[str, Any]) -> None:
    parts = parts_of(item)
    work = Work(parts.citekey, parts.title, parts.fields, None, None, None, (), parts.extra)
    (told,) = json.loads(csl_json([item_of(work)]))
    RULES.validate([told])
    kept = {**told, **told.get("custom", {})}
    assert {"x", "relations", "part-number"} & item.keys() <= kept.keys()


def test_what_the_rules_do_not_know_moves_to_custom_and_stays_there(
    library: Library, tmp_path: Path
) -> None:
    odd = b"""[{"id": "a", "type": "hologram", "title": "One", "volume": 3, "part-number": "2",
      "author": [{"family": "B", "affiliation": "Tashkent"}],
      "issued": {"date-parts": [[1963]]}}]"""
    import_bibliography(library, read_bibliography(odd, "odd.json"))
    target = tmp_path / "works.json"
    export_works(library, target)
    first = json.loads(target.read_text(encoding="utf-8"))
    RULES.validate(first)
    assert first[0]["custom"]["part-number"] == "2"
    assert first[0]["issued"] == {"date-parts": [[1963]]}


@pytest.mark.parametrize(
    "bad",
    [
        {"id": "a"},
        {"id": "a", "type": "hologram"},
        {"id": "a", "type": "book", "part-number": "1"},
        {"id": "a", "type": "book", "issued": {"date-parts": [[]]}},
        {"id": "a", "type": "book", "author": [{"name": "B"}]},
    ],
)
def test_the_rules_refuse_what_csl_refuses(bad: dict[str, Any]) -> None:
    assert list(RULES.iter_errors([bad]))
