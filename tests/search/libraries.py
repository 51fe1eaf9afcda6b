"""Random libraries and random queries with what they mean."""

from __future__ import annotations

from hypothesis import strategies as st

from khiva_notes.search import KINDS, Document
from tests.search.oracle import (
    Library,
    Query,
    exact,
    has_phrase,
    has_word,
    has_words,
    titles,
)
from tests.search.other_clauses import about, in_names, other_clauses

WORDS = (
    "khan",
    "king",
    "kings",
    "King",
    "the",
    "of",
    "in",
    "revolution",
    "revolutions",
    "Revolution",
    "form",
    "Form",
    "farm",
    "Farm",
    "Zhunaid",
    "Junaid",
    "Zhunaidkhan",
    "Junaidkhan",
    "Junaidxon",
    "Khan",
    "Khiva",
    "Хива",
    "Xiva",
    "Джунаид",
    "Джунаида",
    "Хивы",
    "хана",
    "Хана",
    "père",
    "pere",
    "Père",
    "Muhammad",
    "Мухаммед",
    "Мухаммеда",
    "محمد",
    "محمود",
    "Mahmud",
    "Rahim",
    "رحیم",
    "رحيم",
    "جنید",
    "خان",
    "o'g'li",
    "o‘g‘li",
    "ogli",
    "killed",
    "kill",
    "killing",
    "книги",
    "книга",
    "книг",
    "Гражданин",
    "1918",
    "1920",
    "Rose",
    "rose",
)
NAMES = (
    "Junaid Khan",
    "محمد رحیم",
    "Muhammad Rahim",
    "Zhunaidkhan",
    "Khiva",
    "Хива",
    "Xiva",
    "Rose",
    "khan",
    "Said Abdulla",
)
TAGS = ("young khivans", "war", "war/civil", "tash kent")
LANGUAGES = ("", "en", "ru", "uz")
STATUSES = ("draft", "orphan", "disputed", "in doubt")
HAS = ("quote", "date", "link")

words = st.sampled_from(WORDS)
texts = st.lists(words, max_size=12).map(" ".join)
few = st.lists(words, max_size=3).map(" ".join)
told = st.builds("{}:{}".format, st.sampled_from(("person", "claim", "dispute")), words)


@st.composite
def documents(draw: st.DrawFn, item: int) -> list[Document]:
    kind = draw(st.sampled_from(KINDS))
    language = draw(st.sampled_from(LANGUAGES))
    if kind == "text":
        bodies = draw(st.lists(texts, min_size=1, max_size=4))
        author = draw(st.just("") | words)
        return [
            Document(f"t{item}:{n}", item, kind, "Memoirs", body, author=author, language=language)
            for n, body in enumerate(bodies)
        ]
    earliest = draw(st.none() | st.integers(2421000, 2423000))
    length = draw(st.none() | st.integers(0, 400))
    latest = None if length is None else (earliest or 2422000) + length
    return [
        Document(
            f"i{item}",
            item,
            kind,
            draw(st.sampled_from(NAMES) | texts.filter(bool)),
            draw(texts),
            names=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=2))),
            tags=tuple(draw(st.lists(st.sampled_from(TAGS), max_size=2, unique=True))),
            author=draw(st.just("") | words),
            speaker=draw(st.just("") | words),
            source_key=draw(st.just("") | words) if kind == "source" else "",
            quotes=draw(st.just("") | few),
            status=tuple(draw(st.lists(st.sampled_from(STATUSES), max_size=1))),
            has=tuple(draw(st.lists(st.sampled_from(HAS), max_size=2, unique=True))),
            about=tuple(draw(st.lists(told, max_size=2))),
            language=language,
            earliest=earliest,
            latest=latest,
        )
    ]


@st.composite
def libraries(draw: st.DrawFn, most: int = 8) -> Library:
    size = draw(st.integers(0, most))
    return Library(tuple(d for item in range(1, size + 1) for d in draw(documents(item))))


@st.composite
def _plain(draw: st.DrawFn) -> Query:
    chosen = tuple(draw(st.lists(words | st.sampled_from(NAMES), min_size=1, max_size=3)))
    split = tuple(word for piece in chosen for word in piece.split() if not word.isdigit())
    split = split or ("khan",)
    return Query(" ".join(split), lambda lib, d: has_words(lib, d, split), split)


@st.composite
def _phrases(draw: st.DrawFn) -> Query:
    chosen = draw(st.lists(words, min_size=1, max_size=3))
    return Query(f'"{" ".join(chosen)}"', lambda _, d: has_phrase(d, chosen))


@st.composite
def _fields(draw: st.DrawFn) -> Query:
    kind = draw(st.sampled_from(("person", "event", "place")))
    word = draw(words.filter(lambda w: not w.isdigit()))

    def in_title(lib: Library, d: Document) -> bool:
        title_only = Document(
            d.uid, d.item, d.kind, d.title, "", names=d.names, language=d.language
        )
        if in_names(d, about(d, kind), word):
            return True
        if d.kind != kind:
            return False
        return any(exact(word) == exact(t) for title in titles(d) for t in title) or has_word(
            Library((title_only,)), title_only, word
        )

    tag = draw(st.sampled_from(TAGS))
    language = draw(st.sampled_from(LANGUAGES[1:]))
    return draw(
        st.sampled_from(
            (
                Query(f"kind:{kind}", lambda _, d: d.kind == kind),
                Query(
                    f'"{word}" kind:{kind}s', lambda _, d: d.kind == kind and has_phrase(d, [word])
                ),
                Query(
                    f'tag:"{tag}"',
                    lambda _, d: any(t == tag or t.startswith(tag + "/") for t in d.tags),
                ),
                Query(f"lang:{language}", lambda _, d: d.language == language),
                Query(f"{kind}:{word}", in_title),
            )
        )
    )


@st.composite
def _dates(draw: st.DrawFn) -> Query:
    first = draw(st.sampled_from((1916, 1917, 1918)))
    last = first + draw(st.integers(0, 2))
    # 1 January 1916 is day 2420864 (Julian day numbers)
    begins = {year: 2420864 + 365 * (year - 1916) + (year > 1916) for year in range(1916, 1922)}
    begins[1921] += 1

    def overlaps(_: Library, d: Document) -> bool:
        if d.earliest is None and d.latest is None:
            return False
        low = d.earliest if d.earliest is not None else -(10**9)
        high = d.latest if d.latest is not None else 10**9
        return low < begins[last + 1] and high >= begins[first]

    return Query(f"date:{first}..{last}", overlaps)


@st.composite
def _beginnings(draw: st.DrawFn) -> Query:
    begun = draw(st.sampled_from(("k", "kh", "Kh", "rev", "zhun", "о", "кни", "pe", "xyz")))

    def begins(_: Library, d: Document) -> bool:
        from tests.search.oracle import bare, token_lists

        tokens = [t for tokens in token_lists(d) for t in tokens]
        return any(
            exact(t).startswith(exact(begun)) or bare(t).startswith(bare(begun)) for t in tokens
        )

    return Query(f"{begun}*", begins)


def _not(query: Query) -> Query:
    return Query(f"NOT ({query.text})", lambda lib, d: not query.means(lib, d))


def _and(pair: tuple[Query, Query]) -> Query:
    a, b = pair
    return Query(f"({a.text}) AND ({b.text})", lambda lib, d: a.means(lib, d) and b.means(lib, d))


def _or(pair: tuple[Query, Query]) -> Query:
    a, b = pair
    return Query(f"({a.text}) OR ({b.text})", lambda lib, d: a.means(lib, d) or b.means(lib, d))


queries = st.recursive(
    _plain() | _phrases() | _fields() | _dates() | _beginnings() | other_clauses(),
    lambda inner: (
        st.tuples(inner, inner).map(_and) | st.tuples(inner, inner).map(_or) | inner.map(_not)
    ),
    max_leaves=4,
)
