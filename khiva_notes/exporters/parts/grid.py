"""A comparison as a Markdown table: a row per aspect, a column per account, and the state."""

from __future__ import annotations

from collections.abc import Callable

from khiva_notes.exporters.parts import words
from khiva_notes.exporters.parts.escape import cell, inline
from khiva_notes.model.comparison import ComparedCell, Comparison


def comparison_table(
    comparison: Comparison,
    *,
    line_break: str = "<br>",
    literal: bool = False,
    said: Callable[[ComparedCell], str] | None = None,
) -> str:
    """Return only the table, "" if there is no aspect.

    ``line_break`` stands for line breaks within a cell; ``literal`` keeps pandoc's smart
    punctuation away, since a cell may quote; ``said`` gives a cell's Markdown where
    more than its words is wanted.
    """
    if not comparison.rows:
        return ""
    rows = [["Aspect", *(cell(name) for name in words.labels(comparison)), "State"]]
    rows.append(["---"] * len(rows[0]))
    for row in comparison.rows:
        cells = [
            said(each) if said else cell(words.said(each), literal=literal, line_break=line_break)
            for each in row.cells
        ]
        rows.append([cell(row.aspect.name), *cells, words.state(row)])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def reasons(comparison: Comparison) -> str:
    """Return a list that says of each aspect why its state is what it is, "" without reasons."""
    return "\n".join(
        f"- **{inline(row.aspect.name)}** — {words.state(row)}: {inline(row.why)}"
        for row in comparison.rows
        if row.why.strip()
    )
