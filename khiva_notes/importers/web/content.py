"""What of a web page is the text, and what is only the site around it."""

from __future__ import annotations

import re

from khiva_notes.importers.markup.element import Element

_DROPPED_TAGS_WORDS = (
    "script style noscript template nav form button select iframe object embed svg canvas audio "
    "video map dialog head menu input textarea link meta title"
)
_DROPPED_TAGS = frozenset(_DROPPED_TAGS_WORDS.split())
_DROPPED_ROLES_WORDS = (
    "navigation banner contentinfo complementary search menu menubar toolbar dialog alert"
)
_DROPPED_ROLES = frozenset(_DROPPED_ROLES_WORDS.split())
_SITE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|navbox|menu|sidebar|breadcrumbs?|share|sharing|social|"
    r"comments?|cookies?|banner|adverts?|ads?|promo|related|newsletter|footer|subscribe|toc|"
    r"editsection|noprint|jump-link|skip-link|screen-reader-text|visually-hidden|sr-only|popup|"
    r"modal|pagination|toolbar|paywall)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NEVER_SITE = frozenset(("html", "body", "main", "article", "#root", "p", "h1", "h2", "h3"))
_MOST_OF_THE_TEXT = 0.4
_NEARLY_ALL = 0.9
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_KNOWN_CONTENT = ("mw-parser-output", "article-body", "entry-content", "post-content")


def main_content(root: Element) -> Element:
    """The element that holds the text; the tree loses the site around it.

    What a page marks as its article, else what holds most of its paragraphs, else all of it.
    """
    body = root.find("body") or root
    _drop(body, len(body.text()))
    return _marked(body) or _densest(body)


def _drop(element: Element, total: int) -> None:
    stack = [element]
    while stack:
        parent = stack.pop()
        kept: list[Element | str] = []
        for child in parent.children:
            if isinstance(child, str):
                kept.append(child)
            elif not _is_site(child, parent, total):
                kept.append(child)
                stack.append(child)
        parent.children = kept


def _is_site(element: Element, parent: Element, total: int) -> bool:
    role = element.get("role")
    if role.startswith("doc-"):
        return role in ("doc-toc", "doc-index")
    if element.tag in _DROPPED_TAGS or role in _DROPPED_ROLES:
        return True
    if "hidden" in element.attributes or element.get("aria-hidden") == "true":
        return not element.find("math")
    if _HIDDEN.search(element.get("style")):
        return True
    if element.tag in ("header", "footer"):
        return parent.tag not in ("article", "main", "section", "blockquote")
    if element.tag == "aside":
        return "note" not in f"{element.get('class')} {element.get('type')}"
    if element.tag in _NEVER_SITE:
        return False
    names = f"{element.get('class')} {element.get('id')}"
    if not names.strip() or not _SITE_WORDS.search(names):
        return False
    return len(element.text()) < _MOST_OF_THE_TEXT * total


def _marked(body: Element) -> Element | None:
    articles: list[Element] = []
    mains: list[Element] = []
    for element in body.elements():
        classes = element.get("class").split()
        known = any(name in classes for name in _KNOWN_CONTENT)
        told = "article" in (element.tag, element.get("role"))
        if known or told or element.get("itemprop") == "articleBody":
            articles.append(element)
        elif element.tag == "main" or element.get("role") == "main":
            mains.append(element)
    total = len(body.text())
    best = max(articles, key=lambda e: len(e.text()), default=None)
    if best is not None and len(best.text()) >= _MOST_OF_THE_TEXT * total:
        return best
    if mains:
        return max(mains, key=lambda e: len(e.text()))
    return None


def _densest(body: Element) -> Element:
    """The innermost element that still holds nine tenths of the words in paragraphs."""
    paragraphs = [e for e in body.elements() if e.tag in ("p", "blockquote", "pre", "li", "br")]
    if not any(e.tag == "p" for e in paragraphs):
        return body
    present = body
    counts = _paragraph_words(body)
    while True:
        inner = [child for child in present.children if isinstance(child, Element)]
        best = max(inner, key=lambda child: counts[id(child)], default=None)
        if best is None or best.tag in ("p", "blockquote", "ul", "ol", "li", "table"):
            return present
        if counts[id(best)] < _NEARLY_ALL * counts[id(body)]:
            return present
        present = best


def _paragraph_words(body: Element) -> dict[int, int]:
    """For each element, how many characters the paragraphs in it have."""
    counts: dict[int, int] = {}
    for element in reversed(list(body.elements())):  # children before parents
        inner = sum(counts[id(c)] for c in element.children if isinstance(c, Element))
        counts[id(element)] = len(element.text()) if element.tag == "p" else inner
    return counts
