"""``khiva-notes essay export``: an essay as Markdown, or as a document of another program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khiva_notes.cli.output import LIBRARY, json_option, print_json, reading, user_folders
from khiva_notes.model.errors import UserError

if TYPE_CHECKING:
    from khiva_notes.exporters.essay_merge import EssayMerge
    from khiva_notes.services.essay_export import EssayDraft


@click.command()
@LIBRARY
@click.argument("key", metavar="ESSAY")
@click.option(
    "--to",
    required=True,
    type=click.Path(path_type=Path),
    help="The file; its ending says the form: .md .docx .odt .html .epub .pdf.",
)
@click.option(
    "--style", default="", help="chicago-notes, chicago-author-date, or the path of a CSL file."
)
@click.option("--plan", is_flag=True, help="Say what would be done, and write nothing.")
@click.option(
    "--take",
    multiple=True,
    metavar="PART",
    help="Let the library's text win in this part that was changed outside; repeat for more.",
)
@json_option
def export(
    library: Path, key: str, to: Path, style: str, plan: bool, take: tuple[str, ...], as_json: bool
) -> None:
    """Write ESSAY, a key or a title, with its citations.

    Markdown has pandoc's notes and citations, with bibliography.json and the style beside it.
    Written again, it keeps what you have written in it; a part of the program's that you changed
    is named and left, unless you --take the library's. Other forms are made of that file if it
    stands beside them under the same name, so with what you wrote in it.
    """
    from khiva_notes.exporters.documents import FORMS
    from khiva_notes.services.essay_export import draft_essay
    from khiva_notes.services.naming import resolve

    to = to if to.suffix.lower() in FORMS else to / "essay.md"
    if not plan:
        _keep_keys(library, key)
    with reading(library) as data:
        draft = draft_essay(data, resolve(data, key, "essay").id, style)
    if to.suffix.lower() != ".md":
        lines = _document(draft, to, plan)
        print_json({"target": str(to), "lines": lines}) if as_json else click.echo("\n".join(lines))
        return
    _markdown(draft, to, plan, take, as_json)


def _markdown(
    draft: EssayDraft, to: Path, plan: bool, take: tuple[str, ...], as_json: bool
) -> None:
    from khiva_notes.services.essay_export import plan_essay, report_lines, write_essay

    merged = plan_essay(draft, to, take=take) if plan else write_essay(draft, to, take=take)
    lines = [f"{to}: {merged.action}"] if plan else report_lines(merged, draft, to)
    if as_json:
        print_json(_plain(merged, to, lines))
        return
    for line in lines:
        click.echo(line)
    for difference in merged.differences if plan else ():
        click.echo(f"    {difference.part}: changed outside")


def _plain(merged: EssayMerge, to: Path, lines: list[str]) -> dict[str, Any]:
    return {
        "target": str(to),
        "action": merged.action,
        "differences": [
            {"part": each.part, "library": each.library, "file": each.file}
            for each in merged.differences
        ],
        "lines": lines,
    }


def _document(draft: EssayDraft, to: Path, plan: bool) -> list[str]:
    from khiva_notes.services.essay_documents import as_page, write_document
    from khiva_notes.services.essay_export import markdown_beside

    if plan:
        return [f"{to}: {'update' if to.exists() else 'create'}"]
    text = markdown_beside(draft, to)
    if to.suffix.lower() == ".pdf":
        try:
            from khiva_notes.gui.essay_export.pdf import write_pdf
        except ImportError as error:
            raise UserError(
                "To write PDF, the program needs Qt, which is not installed here.",
                "Write .docx, .odt or .html instead, or install PySide6-Essentials.",
            ) from error
        page = as_page(text, draft.works, draft.style)
        write_pdf(page, to, str(draft.note.front["title"]))
    else:
        write_document(text, draft.works, draft.style, to)
    return [f"{to} is written."]


def _keep_keys(library: Path, key: str) -> None:
    """Give the sources their citation keys for good, unless the library is open elsewhere."""
    from khiva_notes.services.essay_export import fix_essay_keys
    from khiva_notes.services.library import Library
    from khiva_notes.services.naming import resolve

    try:
        with Library.open(library, user_folders().locks) as opened:
            fix_essay_keys(opened, resolve(opened.data, key, "essay").id)
    except UserError:
        return
