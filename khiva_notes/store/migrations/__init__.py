"""The schema's history in order: one file a migration, one line each below."""

from __future__ import annotations

from sqlite_utils import Migrations

from khiva_notes.store.migrations import (
    m0001_first,
    m0002_passage_origins,
    m0003_refusals,
    m0004_item_history,
    m0005_saved_searches,
    m0006_disputes_further,
    m0007_works,
    m0008_essays,
    m0009_relation_types,
)

_STEPS = (
    m0001_first,
    m0002_passage_origins,
    m0003_refusals,
    m0004_item_history,
    m0005_saved_searches,
    m0006_disputes_further,
    m0007_works,
    m0008_essays,
    m0009_relation_types,
)

MIGRATIONS = Migrations("khiva-notes")
KNOWN = frozenset(step.NAME for step in _STEPS)

for _step in _STEPS:
    MIGRATIONS(name=_step.NAME)(_step.migrate)
