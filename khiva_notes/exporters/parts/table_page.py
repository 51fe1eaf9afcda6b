"""A comparison as a web page that stands alone: no script, no address, nothing to fetch."""

from __future__ import annotations

from html import escape

from khiva_notes.exporters.parts import words
from khiva_notes.exporters.parts.accounts import details
from khiva_notes.model.comparison import ComparedCell, Comparison, Quote, Row

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --quiet: #666; --tint: #f4f1ea; }
@media (prefers-color-scheme: dark) { :root { --quiet: #aaa; --tint: #26241f; } }
body { font: 1rem/1.5 Georgia, "Noto Serif", serif; margin: 2rem auto; padding: 0 1rem;
  max-width: 90rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
@media (max-width: 50rem) { .wide { overflow-x: auto; } }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .5rem .75rem; text-align: start;
  vertical-align: top; min-width: 9rem; }
thead th { position: sticky; top: 0; background: var(--tint); }
thead td, .why td { border-top: 0; }
tbody th { background: var(--tint); font-weight: 600; }
dl { margin: .25rem 0 0; font-size: .85rem; font-weight: 400; color: var(--quiet); }
dt { float: inline-start; margin-inline-end: .4em; }
dt::after { content: ":"; }
dd { margin: 0; }
blockquote { margin: .5rem 0 0; padding-inline-start: .75rem; font-size: .92rem;
  border-inline-start: 3px solid var(--line); white-space: pre-wrap; }
cite, .why, .none { color: var(--quiet); font-size: .85rem; font-style: normal; }
cite { display: block; }
.state { white-space: nowrap; }
.conflict .state { font-weight: 700; }
section { max-width: 44rem; }
@media print { thead th { position: static; } }
""".strip()


def comparison_html(comparison: Comparison) -> str:
    """Return a whole HTML5 document with the comparison as a table, its quotations and verdict."""
    title = escape(comparison.dispute.title)
    about = "".join(_about(comparison))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n"
        f'<h1 dir="auto">{title}</h1>\n{about}<div class="wide">\n<table>\n'
        f"<thead>\n{_head(comparison)}\n</thead>\n<tbody>\n"
        + "\n".join(_row(row) for row in comparison.rows)
        + f"\n</tbody>\n</table>\n</div>\n{_verdict(comparison)}</main>\n</body>\n</html>\n"
    )


def _about(comparison: Comparison) -> list[str]:
    if not comparison.about:
        return []
    titles = escape(words.listed([item.title for item in comparison.about]))
    return [f'<p dir="auto">About: {titles}</p>\n']


def _head(comparison: Comparison) -> str:
    """Return the labels, which stay in sight, and under them what is known of each account."""
    cells = ['<th scope="col">Aspect</th>']
    under = ["<td></td>"]
    for name, column in zip(words.labels(comparison), comparison.columns, strict=True):
        cells.append(f'<th scope="col" dir="auto">{escape(name)}</th>')
        known = "".join(
            f'<dt>{escape(label)}</dt><dd dir="auto">{escape(text)}</dd>'
            for label, text in details(column)
        )
        under.append(f"<td><dl>{known}</dl></td>" if known else "<td></td>")
    cells.append('<th scope="col">State</th>')
    return f"<tr>{''.join(cells)}</tr>\n<tr>{''.join(under)}<td></td></tr>"


def _row(row: Row) -> str:
    why = ""
    if row.why:
        whole = f'colspan="{len(row.cells) + 2}" dir="auto"'
        why = f'\n<tr class="why"><td {whole}>{escape(row.why)}</td></tr>'
    cells = "".join(_cell(cell) for cell in row.cells)
    return (
        f'<tr class="{row.state}"><th scope="row" dir="auto">{escape(row.aspect.name)}</th>'
        f'{cells}<td><span class="state">{words.state(row)}</span></td></tr>{why}'
    )


def _cell(cell: ComparedCell) -> str:
    if not words.speaks(cell):
        shown = f'<span class="none">{escape(words.said(cell))}</span>'
    else:
        shown = f'<span dir="auto">{escape(words.said(cell))}</span>'
    return f"<td>{shown}{''.join(_quote(quote) for quote in cell.quotes)}</td>"


def _quote(quote: Quote) -> str:
    cite = f'<cite dir="auto">{escape(quote.citation)}</cite>' if quote.citation else ""
    return f'<blockquote dir="auto">{escape(quote.passage.exact)}</blockquote>{cite}'


def _verdict(comparison: Comparison) -> str:
    if comparison.verdict is None:
        return ""
    elected = comparison.elected
    chosen = f"Preferred: {elected.label}" if elected else "No account is preferred"
    parts = [f"{chosen} ({words.certainty(comparison.verdict.certainty)})."]
    if comparison.changed:
        parts.append("Since this was concluded, what it rests on has changed.")
    parts += [line for line in comparison.verdict.reasons.split("\n") if line.strip()]
    body = "\n".join(f'<p dir="auto">{escape(part)}</p>' for part in parts)
    return f"<section>\n<h2>Verdict</h2>\n{body}\n</section>\n"
