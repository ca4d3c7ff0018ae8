"""The index of everything that can be found, as SQL: its tables, and the triggers that keep it.

Each source of texts has an FTS5 table that holds words and no texts (`content=''`). A row is told
to be taken out with the very words that it was put in with, which `secure-delete` then removes from
the index's pages: FTS5 would only mark it as gone. So a word that is forgotten is nowhere.

`search_progress` says, for each source, up to which id the rows are not in the index yet: those
of a database from before wait for `Search.prepare`, newest first. What is being streamed is not
in the index before its end; `Search` looks through it instead.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import apsw

from desktop_slm.storage.chats.messages import storable
from desktop_slm.storage.contents import unpack
from desktop_slm.storage.finding.search_text import index_words

_PAGE = ("number", "label", "text")
MOST_PAGES = 65_536  # a page's row in the index is its content's id times this, and its place


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose rows can be found; `row` stands for `new` or `old` in the SQL below."""

    table: str
    columns: tuple[str, ...]  # those whose change changes the words
    words: tuple[tuple[str, str], ...]  # the index's columns, and the SQL that gives their words
    condition: str = "1"

    @property
    def index(self) -> str:
        """The name of its FTS5 table."""
        return f"search_{self.table}"


SOURCES = (
    Source("chats", ("title",), (("title", "search_words({row}.title)"),)),
    Source(
        "messages",
        ("text", "details", "state"),
        (("text", "search_words({row}.text)"), ("attached", "search_attached({row}.details)")),
        "{row}.state != 'streaming'",
    ),
    Source("summaries", ("title",), (("title", "search_words({row}.title)"),)),
    Source("versions", ("items",), (("items", "search_items({row}.items)"),)),
    Source(
        "documents",
        ("name", "title"),
        (("name", "search_words({row}.name || ' ' || {row}.title)"),),
    ),
    # A page has a row of its own: `page` is one of json_each's.
    Source("contents", ("body",), (("text", "page.value"),)),
    Source(
        "questions",
        ("question", "answer"),
        (
            ("question", "search_words({row}.question)"),
            ("answer", "search_answer({row}.answer)"),
        ),
    ),
)
_FIRST = 6  # as many of them as came with the first step


def insertion(source: Source, row: str, *, origin: str = "", taking_out: bool = False) -> str:
    """Returns the statement that puts the words of a row into the index, or takes them out.

    `origin` is the table where `row` is none of a trigger's. A WHERE may follow.
    """
    columns = ", ".join(column for column, _ in source.words)
    values = ", ".join(words.format(row=row) for _, words in source.words)
    number = f"{row}.id"
    origins = [origin] if origin else []
    if source.table == "contents":
        number = f"{row}.id * {MOST_PAGES} + page.key"
        origins.append(f"json_each(search_pages({row}.body)) AS page")
    if taking_out:
        columns, values = f"{source.index}, rowid, {columns}", f"'delete', {number}, {values}"
    else:
        columns, values = f"rowid, {columns}", f"{number}, {values}"
    from_where = f" FROM {', '.join(origins)}" if origins else ""
    return f"INSERT INTO {source.index} ({columns}) SELECT {values}{from_where}"


def _in_a_trigger(source: Source, row: str, *, taking_out: bool = False) -> str:
    """Returns the same for one row, where that belongs into the index."""
    mark = f"(SELECT mark FROM search_progress WHERE source = '{source.table}')"
    statement = insertion(source, row, taking_out=taking_out)
    return f"{statement} WHERE {source.condition.format(row=row)} AND {row}.id > {mark}"


def _script(source: Source) -> str:
    name, table = source.index, source.table
    put_in, take_out = (
        _in_a_trigger(source, "new"),
        _in_a_trigger(source, "old", taking_out=True),
    )
    # While an answer is streamed it is not in the index, and its text is not compared.
    stays_out = " AND ".join(f"NOT ({source.condition.format(row=row)})" for row in ("old", "new"))
    is_same = " AND ".join(f"new.{column} IS old.{column}" for column in source.columns)
    return f"""
CREATE VIRTUAL TABLE {name} USING fts5(
    {", ".join(column for column, _ in source.words)}, content = '', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'", prefix = '2'
);
INSERT INTO {name} ({name}, rank) VALUES ('secure-delete', 1);
INSERT INTO search_progress SELECT '{table}', ifnull(max(id), 0) FROM {table};
CREATE TRIGGER {name}_added AFTER INSERT ON {table} BEGIN
    {put_in};
END;
CREATE TRIGGER {name}_changed AFTER UPDATE OF {", ".join(source.columns)} ON {table}
WHEN NOT ({stays_out}) AND NOT ({is_same}) BEGIN
    {take_out};
    {put_in};
END;
CREATE TRIGGER {name}_erased AFTER DELETE ON {table} BEGIN
    {take_out};
END;
"""


# Parts of released steps: `Source` and `_script` may not come to give another text.
SCRIPT = """
CREATE TABLE search_progress (
    source TEXT NOT NULL PRIMARY KEY, mark INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
""" + "".join(map(_script, SOURCES[:_FIRST]))
QUESTIONS_SCRIPT = _script(SOURCES[_FIRST])


def register(connection: apsw.Connection) -> None:
    """Gives a connection the functions that the triggers call; without them nothing is stored."""
    functions: tuple[tuple[str, Callable[..., str]], ...] = (
        ("search_words", index_words),
        ("search_attached", _attached_words),
        ("search_items", lambda items: index_words(item_text(items))),
        ("search_answer", lambda answer: index_words(answer_text(answer))),
        ("search_pages", _page_words),
    )
    for name, function in functions:
        connection.create_scalar_function(name, function, 1, deterministic=True)


def attached_text(details: str) -> str:
    """Returns names and texts of what is attached to a message, from its stored details."""
    if '"attachments"' not in details:
        return ""
    attached = json.loads(details).get("attachments")
    return "\n".join(
        f"{each.get('name', '')}\n{each.get('text', '')}"
        for each in (attached if isinstance(attached, list) else ())
        if isinstance(each, dict)
    )


def item_text(items: str) -> str:
    """Returns the sentences of a summary's version, from its stored items."""
    return _words_of(json.loads(items))


def answer_text(answer: str) -> str:
    """Returns the sentences of an answer over documents, as it is stored."""
    stored = json.loads(answer)
    return _words_of(stored.get("items") if isinstance(stored, dict) else None)


def _words_of(items: object) -> str:
    return "\n".join(
        value
        for item in (items if isinstance(items, list) else ())
        if isinstance(item, dict)
        for value in (item.get("label"), item.get("text"))
        if isinstance(value, str)
    )


def page_text(page: object) -> str:
    """Returns the text of a page as it is stored in a content; nothing where it is no page."""
    is_page = isinstance(page, list) and len(page) == len(_PAGE) and isinstance(page[2], str)
    return storable(page[2]) if is_page else ""  # type: ignore[index]


def _attached_words(details: str) -> str:
    return index_words(attached_text(details))


def _page_words(body: bytes) -> str:
    pages = unpack(body).get("pages")
    texts = map(page_text, pages[:MOST_PAGES] if isinstance(pages, list) else ())
    return json.dumps([index_words(text) for text in texts])
