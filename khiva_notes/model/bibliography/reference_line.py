"""One printed reference as a CSL-JSON item: GOST, Chicago, APA, MLA, Vancouver and IEEE.

Lists of works are printed in a hundred manners, so this proposes and a reader decides: what is not
understood is left out rather than guessed at.
"""

from __future__ import annotations

import re
from typing import Any

from khiva_notes.model.bibliography import reference_terms as terms
from khiva_notes.model.bibliography.reference_host import read_host
from khiva_notes.model.bibliography.reference_imprint import Imprint, find_imprint
from khiva_notes.model.bibliography.reference_names import names_at_head, names_in

_LONGEST = 2000
_SPACE = re.compile(r"\s+")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)(10\.\d{4,9}/[^\s;]+)", re.I)
_URL = re.compile(
    r"(?:\[?(?:URL|Available at|Режим доступа|Retrieved from|Электронный ресурс)\]?"
    r"\s*:?\s*)?<?(?P<url>https?://[^\s<>]+)>?",
    re.I,
)
_SEEN = re.compile(
    r"[\[(]?\s*(?:дата обращения|accessed|retrieved|дата доступа|viewed)\s*:?\s*(?:on\s+)?"
    r"(?P<day>[^()\[\]]{4,30}?)\s*(?:[)\]]|\.?$|,(?=\s*$))",
    re.I,
)
_MEDIUM = re.compile(r"\s*\[(?:Текст|Электронный ресурс|Text|Electronic resource)\]\s*", re.I)
_YEAR_AFTER = re.compile(
    r"[.,]?\s*(?:\((?P<one>\d{4})[a-z]?(?:,\s*(?P<day>[^)]+))?\)\s*[.:,]?|\.?\s*(?P<two>\d{4})[a-z]?\.)\s+"
)
_QUOTED = re.compile(
    r"[“\"„«](?P<title>(?:[^”\"»“]|(?<=\w)\"(?=\w))+?)(?P<end>[.,?!]?)[”\"»“](?P<after>[.,]?)\s*(?=\S|$)"
)
_IN = re.compile(r"\s*[,.]?\s*\bIn:?\s+(?=[^a-zа-я])")
_RESPONSIBLE = re.compile(r"\s+/\s+")
_NUMBERED = re.compile(r"^\s*(?:\[\d{1,3}\]|\d{1,3}[.)])\s+")


def read_reference(words: str) -> dict[str, Any]:
    """Return what a printed reference tells of its work, as a CSL-JSON item without an ``id``.

    ``type`` is always there; all else only if it was understood. Never raises.
    """
    words = _SPACE.sub(" ", _NUMBERED.sub("", words[:_LONGEST])).strip().replace("\u00ad", "")
    item: dict[str, Any] = {}
    words = _take_addresses(words, item)
    words = _MEDIUM.sub(" ", words).strip()
    if _take_archive(words, item):
        return item
    host = ""
    left, slashes, right = words.partition(" // ")
    if not slashes:
        left, slashes, right = words.partition("//")
    if slashes:
        words, host = left.strip(), right.strip()
    names, rest = names_at_head(words)
    if names:
        item["author"] = names
    rest = re.sub(r"^\s*\((?:eds?|ред)\.?\)[.,]?|^\s*,?\s*eds?\.,?\s", "", rest) if names else rest
    if (
        names
        and rest != words
        and re.match(r"\s*\(eds?|,?\s*eds?\.", words[len(words) - len(rest) - 8 :])
    ):
        item["editor"] = item.pop("author")
    if names and (year := _YEAR_AFTER.match(rest)):
        _set_year(item, year["one"] or year["two"])
        rest = rest[year.end() :]
    if thesis := terms.THESIS.search(rest):
        item["genre"] = thesis[0].strip(" .:")
    _take_title(rest.lstrip(" .,–—-"), host, item)
    _name_type(item)
    return item


def _take_addresses(words: str, item: dict[str, Any]) -> str:
    if seen := _SEEN.search(words):
        if date := _day(seen["day"]):
            item["accessed"] = date
        words = words[: seen.start()] + words[seen.end() :]
    if doi := _DOI.search(words):
        item["DOI"] = doi[1].rstrip(".,)")
        words = words[: doi.start()] + words[doi.end() :]
    if url := _URL.search(words):
        item["URL"] = url["url"].rstrip(".,;)")
        words = words[: url.start()] + words[url.end() :]
    return words.strip(" –—-")


def _take_archive(words: str, item: dict[str, Any]) -> bool:
    found = terms.ARCHIVE.match(words)
    if found is None or not terms.SHELF.search(found["fond"]) or "//" in words:
        return False
    archive = found["archive"].strip(" .,–—-")
    item["type"] = "manuscript"
    item["archive"] = archive
    item["archive_location"] = found["fond"].strip(" .")
    item["title"] = f"{archive}. {item['archive_location']}"
    return True


def _take_title(rest: str, host: str, item: dict[str, Any]) -> None:
    """Take the title, then what follows it, from the words after the authors."""
    quoted = _QUOTED.match(rest)
    whole = quoted is not None and (quoted["end"] in (".", ",") or quoted["after"] or host == "")
    if quoted is not None and not host and not quoted["end"]:
        # «A few words». The rest of the title. Place: publisher, year.
        after = rest[quoted.end() :]
        imprint = None if _IN.match(after) else find_imprint(after, known_year=False)
        whole = whole and (imprint is None or imprint.start < 3)
    if quoted is not None and whole and not re.match(r"[a-zа-яё]", rest[quoted.end() :]):
        item["title"] = (quoted["title"] + quoted["end"].strip(".,")).strip()
        follows = rest[quoted.end() :]
        inside = _IN.match(follows)
        if not host and inside:
            _take_host(follows[inside.end() :], item, chapter=True)
        else:
            _take_host(host or follows, item)
        return
    if host:
        title, responsible = _parted(rest)
        _take_people(responsible, item)
        item["title"] = title.strip(" .,:;–—-")
        _take_host(host, item)
        return
    inside = _IN.search(rest)
    if inside and inside.start() > 3 and inside[0].lstrip().startswith((".", ",")):
        item["title"] = rest[: inside.start()].strip(" .,")
        _take_host(rest[inside.end() :], item, chapter=True)
        return
    imprint = find_imprint(rest, known_year="issued" in item)
    if imprint is None and "author" not in item and _take_number(rest, item):
        return
    if imprint is None:
        _take_unplaced(rest, item)
        return
    _take_imprint(imprint, item)
    _take_head(rest[: imprint.start], item)


def _take_number(rest: str, item: dict[str, Any]) -> bool:
    """A newspaper's number as a whole, such as «Правда. 1920. 5 мая»."""
    found = read_host(rest)
    day = found.get("issued", {}).get("date-parts", [[]])[0]
    if len(day) < 3 or len(str(found.get("container-title", "")).split()) > 4:
        return False
    item.update(found)
    item["title"] = found.get("container-title", "")
    item["type"] = "article-newspaper"
    return True


def _take_unplaced(rest: str, item: dict[str, Any]) -> None:
    """A work without an imprint: a journal's article in the manner of APA, or a title alone."""
    title, _, follows = rest.partition(". ")
    if follows and read_host(follows, probe=True):
        item["title"] = title.strip(" .,")
        _take_host(follows, item)
        return
    year = re.search(
        r"[.,(]?\s*\b(1[5-9]\d\d|20\d\d)\b\)?\.?(?!\s*[–-]\s*\d)\s*(?:\d+ ?[спpб]\.)?$", rest
    )
    if year:
        _set_year(item, year[1])
        rest = rest[: year.start()]
        head, dot, publisher = rest.rpartition(". ")
        if dot and len(publisher.split()) <= 6 and head.strip():
            item["publisher"] = publisher.strip(" .,")
            rest = head
    elif "issued" in item and follows and len(follows.split()) <= 6:
        item["publisher"] = follows.strip(" .")
        rest = title
    _take_head(rest, item)


def _take_head(head: str, item: dict[str, Any]) -> None:
    """The title with what stands beside it before the imprint: volume, edition, editors."""
    title, responsible = _parted(head)
    if edition := terms.EDITION.search(title):
        item["edition"] = edition["number"] or edition[0]
        title = title[: edition.start()].rstrip(" (,.–—-") + title[edition.end() :].lstrip(" )")
    by_words = re.search(r"[.,]\s*(?=(?:edited|translated|Trans\.|Ed\.) )", title, re.I)
    if by_words:
        responsible = f"{title[by_words.end() :]}; {responsible}"
        title = title[: by_words.start()]
    if thesis := terms.THESIS.search(title):
        title = title[: thesis.start()].rstrip(" :.,(")
    volume = re.search(
        r"[.,]?\s*(?:[–—-]\s*)?\(?\b(?:Т|Том|Vol|Volume|Кн|Ч|Вып|Jild)\.?\s*([IVXLC]+|\d+)\)?[\s.,–—-]*$",
        title,
    )
    if volume:
        item["volume"] = volume[1]
        title = title[: volume.start()]
    _take_people(responsible, item)
    if title := title.strip(" .,:;–—-("):
        item["title"] = title


def _take_host(words: str, item: dict[str, Any], *, chapter: bool = False) -> None:
    """What an article stands in: a journal with its numbers, or a volume with its imprint."""
    imprint = find_imprint(words, known_year=False)
    if imprint is not None:
        pages = read_host(words[imprint.end :]).get("page")
        _take_imprint(imprint, item)
        item.pop("number-of-pages", None)
        head, responsible = _parted(words[: imprint.start])
        found = read_host(head)
        by_words = re.search(r",?\s*\b(?=edited by )", head, re.I)
        if by_words:
            people, _, _ = head[by_words.end() :].partition(", ")
            tail = head[by_words.end() + len(people) :]
            item.setdefault("editor", names_in(terms.EDITORS.sub("", people, count=1)))
            found = {**read_host(f"{head[: by_words.start()]}{tail}")}
        _take_people(responsible, item)
        item.update({name: value for name, value in found.items() if name != "issued"})
        if pages:
            item["page"] = pages
        if imprint.pages and "page" not in item:
            item["page"] = imprint.pages
        item["type"] = "chapter"
        return
    words, responsible = _parted(words)
    _take_people(responsible, item)
    found = read_host(words if not responsible else f"{words} {_numbers_of(responsible)}")
    day = found.pop("issued", None)
    if day and "issued" not in item:
        item["issued"] = day
    item.update(found)
    newspaper = day is not None and len(day["date-parts"][0]) > 2 and "page" not in found
    item["type"] = "article-newspaper" if newspaper else "chapter" if chapter else "article-journal"


def _numbers_of(words: str) -> str:
    found = re.search(r"[.–—-]\s*(?=\d{4}|№|С\.|Т\.)", words)
    return words[found.start() :] if found else ""


def _take_imprint(imprint: Imprint, item: dict[str, Any]) -> None:
    if imprint.place:
        item["publisher-place"] = imprint.place
    if imprint.publisher:
        item["publisher"] = imprint.publisher
    if imprint.year and "issued" not in item:
        _set_year(item, imprint.year)
    if imprint.total:
        item["number-of-pages"] = imprint.total
    if imprint.pages:
        item["page"] = imprint.pages
    if imprint.volume:
        item["volume"] = imprint.volume


def _parted(words: str) -> tuple[str, str]:
    """The words before and after the slash of GOST, behind which stand those responsible."""
    parts = _RESPONSIBLE.split(words, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def _take_people(words: str, item: dict[str, Any]) -> None:
    for part in re.split(r"\s*;\s*", words):
        if editors := terms.EDITORS.search(part):
            names = names_in(_first_sentence(part[editors.end() :]))
            if names:
                item.setdefault("editor", names)
        elif translators := terms.TRANSLATORS.search(part):
            names = names_in(_first_sentence(part[translators.end() :]))
            if names:
                item.setdefault("translator", names)
        elif part and "author" not in item:
            names, _ = names_at_head(part.strip())
            if names:
                item["author"] = names


def _first_sentence(words: str) -> str:
    """Names up to the point that ends them; the points of initials do not."""
    found = re.search(r"(?<=[^\W\d_]{2})\.(?:\s|$)|\s[–—-]\s", words)
    return words[: found.start()] if found else words


def _set_year(item: dict[str, Any], year: str) -> None:
    item["issued"] = {"date-parts": [[int(year)]]}


def _day(words: str) -> dict[str, Any] | None:
    numbers = re.fullmatch(r"\s*(\d{1,2})[./](\d{1,2})[./](\d{4})\s*г?\.?", words)
    if numbers and int(numbers[2]) <= 12 and 1 <= int(numbers[1]) <= 31:
        return {"date-parts": [[int(numbers[3]), int(numbers[2]), int(numbers[1])]]}
    return read_host(words).get("issued")


def _name_type(item: dict[str, Any]) -> None:
    if "genre" in item:
        item["type"] = "thesis"
    elif "type" not in item:
        bare = not any(item.get(name) for name in ("publisher", "publisher-place", "issued"))
        item["type"] = "webpage" if bare and "URL" in item else "book"
    for name in [name for name, value in item.items() if value in ("", [], {})]:
        del item[name]
