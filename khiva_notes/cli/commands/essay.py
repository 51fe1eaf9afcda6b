"""``khiva-notes essay``: the essays of a library, or one of them as Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click_default_group import DefaultGroup

from khiva_notes.cli.commands.essay_check import check
from khiva_notes.cli.commands.essay_export import export
from khiva_notes.cli.output import LIBRARY, json_option, print_json, reading

if TYPE_CHECKING:
    from khiva_notes.model.essay_text import EssayPart, EssayText
    from khiva_notes.store.repositories import Repositories


@click.group(cls=DefaultGroup, default="show", default_if_no_args=True)
def essay() -> None:
    """Read, export and check essays.

    \b
    khiva-notes essay LIBRARY                          lists the essays
    khiva-notes essay LIBRARY ESSAY                    prints one as Markdown
    khiva-notes essay export LIBRARY ESSAY --to FILE   writes it for pandoc, Word, PDF ...
    khiva-notes essay check LIBRARY FILE               reads an edited file back
    """


@click.command()
@LIBRARY
@click.argument("key", metavar="[ESSAY]", required=False)
@json_option
def show(library: Path, key: str | None, as_json: bool) -> None:
    """Print ESSAY, a key or a title, as Markdown; without one, list the essays of LIBRARY."""
    from khiva_notes.exporters.essay_outline import essay_outline_markdown
    from khiva_notes.services.essay_reading import read_essay
    from khiva_notes.services.naming import resolve

    with reading(library) as data:
        if key is None:
            _list(data, as_json)
            return
        found = read_essay(data, resolve(data, key, "essay").id)
    if as_json:
        print_json(as_object(found))
    else:
        click.echo(essay_outline_markdown(found), nl=False)


for _command in (show, export, check):
    essay.add_command(_command)


def as_object(found: EssayText) -> dict[str, Any]:
    """Return an essay as the object that ``--json`` prints."""
    from khiva_notes.model.essay_counting import Tally

    return {
        "key": found.essay.key,
        "title": found.essay.title,
        "fields": dict(found.essay.fields),
        "words": Tally().total(found.parts),
        "parts": [_part(part) for part in found.parts],
    }


def _part(part: EssayPart) -> dict[str, Any]:
    own = part.part
    return {
        "key": own.key,
        "sort": own.sort,
        "text": own.text,
        "item": part.item.key if part.item else None,
        "shown": own.way,
        "note": own.note,
        "quotations": [
            {
                "words": quote.passage.exact,
                "source": quote.source.key if quote.source else None,
                "locator": locator,
            }
            for quote, locator in zip(part.quotes, part.locators, strict=True)
        ],
        "gone": part.gone,
        "parts": [_part(child) for child in part.children],
    }


def _list(data: Repositories, as_json: bool) -> None:
    from khiva_notes.model.essay_counting import Tally
    from khiva_notes.services.essay_reading import read_essay

    essays = [read_essay(data, item.id) for item in data.items.all("essay")]
    if as_json:
        print_json(
            [
                {"key": e.essay.key, "title": e.essay.title, "words": Tally().total(e.parts)}
                for e in essays
            ]
        )
        return
    for found in essays:
        words = Tally().total(found.parts)
        click.echo(f"{found.essay.key}  {found.essay.title}  ({words:,} words)")
