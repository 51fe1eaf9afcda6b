"""Notes: the full one at the first mention of a work, the shortened one after it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from khiva_notes.model.chicago import dates, people
from khiva_notes.model.chicago.locators import locator as told_locator
from khiva_notes.model.chicago.markup import italic, joined, quoted, text
from khiva_notes.model.chicago.sorts import sort_of

_ARTICLE = re.compile(r"^(?:an?|the|le|la|les|un|une|der|die|das|ein|eine)\s+", re.IGNORECASE)
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "to",
        "for",
        "from",
        "at",
        "by",
        "with",
        "and",
        "or",
        "under",
        "between",
        "into",
        "over",
        "after",
        "before",
    ]
)
_SHORT_WORDS = 4
_WHOLE_TITLE = 5


def full_note(item: Mapping[str, Any], locator: str = "") -> str:
    """Return the note at a work's first mention, without the full stop at its end."""
    sort = sort_of(item)
    where = told_locator(locator)
    who = people.in_note(people.names(item, "author"))
    if not who and (editors := people.names(item, "editor")) and sort in ("book", "chapter"):
        who = f"{people.in_note(editors)}, {'eds.' if len(editors) > 1 else 'ed.'}"
    body = {
        "book": _book,
        "chapter": _chapter,
        "article": _article,
        "newspaper": _newspaper,
        "thesis": _thesis,
        "web": _web,
        "kept": _kept,
    }[sort](item, where)
    return joined([who, body])


def short_note(item: Mapping[str, Any], locator: str = "") -> str:
    """Return the note at a later mention: family name, short title, locator (14.30)."""
    who = people.in_short(people.names(item, "author") or people.names(item, "editor"))
    where = told_locator(locator)
    if sort_of(item) == "book":
        title = italic(short_title(item))
    elif sort_of(item) == "kept":
        title = text(short_title(item))
    else:
        title = quoted(short_title(item), "," if where else "")
    return joined([who, title, where])


def short_title(item: Mapping[str, Any]) -> str:
    """Return a title's key words: no article at the beginning, no subtitle, at most four.

    A title of five words or fewer stays whole; a longer one ends before a small word (14.33).
    """
    if item.get("title-short"):
        return str(item["title-short"])
    title = str(item.get("title", "") or item.get("container-title", ""))
    if title.startswith("[") and title.endswith("]"):
        return title  # a description in place of a title is not cut
    main = re.split(r"[:.;?!] ", title, maxsplit=1)[0]
    words = _ARTICLE.sub("", main).split()
    if len(words) <= _WHOLE_TITLE:
        return " ".join(words).rstrip(",") or title
    kept: list[str] = []
    for word in words:
        telling = sum(each.lower() not in _SMALL for each in kept)
        if telling >= _SHORT_WORDS or (telling > 1 and word.lower() in _SMALL):
            break
        kept.append(word)
    return " ".join(kept).rstrip(",")


def _book(item: Mapping[str, Any], where: str) -> str:
    volume = text(item.get("volume", ""))
    by_colon = volume.isdigit() and where[:1].isdigit()
    told = "" if by_colon else _volume(item)
    title = joined([italic(item.get("title", "")), _helpers(item), _edition(item), told])
    where = f"{volume}:{where}" if by_colon else where
    facts = f"({published(item)})"
    if series := text(item.get("collection-title", "")):
        title = joined([title, series])
    return joined([f"{title} {facts}", where])


def _chapter(item: Mapping[str, Any], where: str) -> str:
    title = quoted(item.get("title", ""), ",")
    container = joined([italic(item.get("container-title", "")), _helpers(item), _volume(item)])
    inside = f"in {container} ({published(item)})" if container else f"({published(item)})"
    return joined([f"{title} {inside}", where])


def _article(item: Mapping[str, Any], where: str) -> str:
    return f"{quoted(item.get('title', ''), ',')} {journal(item, where)}".strip()


def journal(item: Mapping[str, Any], where: str) -> str:
    """Return a journal with volume, issue, year and pages (14.171)."""
    told = italic(item.get("container-title", ""))
    if volume := text(item.get("volume", "")):
        told = f"{told} {volume}".strip()
    if issue := text(item.get("issue", "")):
        told = joined([told, f"no. {issue}"])
    when = dates.year(item.get("issued")) if volume or issue else dates.full(item.get("issued"))
    told = f"{told} ({when or 'n.d.'})".strip()
    return f"{told}: {where}" if where else told


def _newspaper(item: Mapping[str, Any], where: str) -> str:
    title = quoted(item.get("title", ""), ",")
    paper = italic(item.get("container-title", ""))
    return joined([f"{title} {paper}".strip(), dates.full(item.get("issued")) or "n.d.", where])


def _thesis(item: Mapping[str, Any], where: str) -> str:
    facts = joined([text(item.get("genre", "thesis")), _publisher(item), _issued(item)])
    return joined([f"{quoted(item.get('title', ''))} ({facts})", where])


def _web(item: Mapping[str, Any], where: str) -> str:
    when = dates.full(item.get("issued"))
    seen = dates.full(item.get("accessed"))
    return joined(
        [
            quoted(item.get("title", ""), ","),
            text(item.get("container-title", "")),
            when,
            f"accessed {seen}" if seen and not when else "",
            where,
            str(item.get("URL", "")),
        ]
    )


def _kept(item: Mapping[str, Any], where: str) -> str:
    """An item in an archive, from the item outwards (14.221-14.231)."""
    return joined([text(item.get("title", "")), dates.full(item.get("issued")), where, place(item)])


def place(item: Mapping[str, Any]) -> str:
    """Return where an unpublished thing lies: shelfmark, collection, archive."""
    kept = [
        text(item.get(name, "")) for name in ("archive_location", "archive_collection", "archive")
    ]
    return joined([*kept, text(item.get("publisher", "")) if not any(kept) else ""])


def published(item: Mapping[str, Any]) -> str:
    """Return ``Place: Publisher, Year``; a reprint tells the first year too (14.114)."""
    where = text(item.get("publisher-place", ""))
    house = _publisher(item)
    facts = f"{where}: {house}" if where and house else where or house
    first = dates.year(item.get("original-date"))
    when = _issued(item)
    if first and first != when:
        return f"{first}; repr., {joined([facts, when])}"
    return joined([facts, when])


def _issued(item: Mapping[str, Any]) -> str:
    return dates.year(item.get("issued")) or "n.d."


def _publisher(item: Mapping[str, Any]) -> str:
    return text(item.get("publisher", ""))


def _helpers(item: Mapping[str, Any]) -> str:
    """Editors and translators, where the work has an author of its own (14.104)."""
    told = []
    editors, translators = people.names(item, "editor"), people.names(item, "translator")
    if editors and (people.names(item, "author") or sort_of(item) == "chapter"):
        told.append(f"ed. {people.in_note(editors)}")
    if translators:
        told.append(f"trans. {people.in_note(translators)}")
    return joined(told)


def _edition(item: Mapping[str, Any]) -> str:
    edition = text(item.get("edition", ""))
    return f"{ordinal(int(edition))} ed." if edition.isdigit() else edition


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _volume(item: Mapping[str, Any]) -> str:
    volume = text(item.get("volume", ""))
    return f"vol. {volume}" if volume else ""
