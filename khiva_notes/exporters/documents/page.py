"""A web page of Markdown with footnotes, made without pandoc: what a PDF is printed from."""

from __future__ import annotations

from html import escape

from khiva_notes.exporters.vault.front import load, split


def page_html(markdown: str, whole: str) -> str:
    """Return Markdown as a page; title, author and occasion are from the front matter of ``whole``.

    Raw HTML in it is shown as it was typed.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin)
    parted = split(whole)
    front = (load(parted[0]) if parted else None) or {}
    head = [
        f'<{tag} class="{name}">{escape(str(front[name]))}</{tag}>'
        for name, tag in (("title", "h1"), ("subtitle", "p"), ("author", "p"))
        if front.get(name)
    ]
    header = f'<header id="title-block-header">{"".join(head)}</header>'
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">'
        f"<title>{escape(str(front.get('title', '')))}</title></head>"
        f"<body>{header}{parser.render(markdown)}</body></html>"
    )
