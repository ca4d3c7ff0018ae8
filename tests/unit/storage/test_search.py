"""Search: what is found by which words, that the index follows every change, and forgets."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.chats.waiting import Waiting, WaitingMessage
from desktop_slm.storage.database import Database
from desktop_slm.storage.documents import NewDocument
from desktop_slm.storage.finding import search, search_text
from desktop_slm.storage.finding.search import Found, HitKind, Search
from desktop_slm.storage.finding.search_schema import SOURCES
from desktop_slm.storage.finding.search_text import (
    Query,
    fold,
    index_words,
    literal,
    marks,
    snippet,
)
from desktop_slm.storage.folders import Folders
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.questions import Questions
from desktop_slm.storage.runs import RunState
from desktop_slm.storage.schema import STEPS
from desktop_slm.storage.summaries import Summaries
from desktop_slm.storage.times import utc_now
from tests.unit.storage.folders import decrypted_copy, files_with

BEFORE_SEARCH = STEPS[:3]
PLANTED = "xylofragment"


@pytest.fixture
def found(database: Database) -> Search:
    return Search(database)


def texts(answer: Found) -> list[str]:
    return [hit.snippet.text or hit.title.text for hit in answer.hits]


def marked(answer: Found) -> list[str]:
    [hit] = answer.hits
    return [hit.snippet.text[start:end] for start, end in hit.snippet.marks]


def settle_all(one: Search) -> None:
    one.settle()
    while one.prepare():
        pass


# Which words find what


@pytest.mark.parametrize(
    ("written", "typed", "seen"),
    [
        ("Can I sublet a room?", "subl", ["subl"]),
        ("Can I sublet a room?", "ROOM can", ["Can", "room"]),
        ("Die Straße nach Łódź", "strasse lodz", ["Straße", "Łódź"]),
        ("Die STRASSE", "straße", ["STRASSE"]),
        ("un café près d'ici", "cafe pres", ["café", "près"]),
        (unicodedata.normalize("NFD", "un café"), "café", ["cafe\u0301"]),
        ("ｆｕｌｌ width", "full", ["ｆｕｌｌ"]),
        ("東京都に行く", "都", ["都"]),
        ("東京都に行く", "東京", ["東京"]),
        ("東京都に行く", "都に行", ["都に行"]),
        ("我们讨论合同。", "合同", ["合同"]),
        ("我们讨论合同。", "论", ["论"]),
        ("서울에서 만나요", "서울", ["서울"]),
        ("서울에서 만나요", "울", ["울"]),
        ("เชียงใหม่สวย", "ใหม่", ["ใหม่"]),
        ("ﾃｽﾄです", "テスト", ["ﾃｽﾄ"]),
        ("😀 smile at 12.5 %", "12.5", ["12.5"]),
        ("it costs a lot", "cost a", ["cost"]),  # the last letter may begin any word
    ],
)
def test_a_word_finds(
    written: str, typed: str, seen: list[str], conversations: Conversations, found: Search
) -> None:
    conversations.begin_chat(written)
    assert marked(found.find(typed)) == seen


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("東京都", "京東"),
        ("東京都", "東都"),
        ("東京 都", "東京都"),
        ("a subletting", "letting"),
        ("one word", "one words"),
        ("apple", "a "),
        ("words", ""),
        ("words", "  "),
        ("words", "***"),
    ],
)
def test_a_word_does_not_find(
    written: str, typed: str, conversations: Conversations, found: Search
) -> None:
    conversations.begin_chat(written)
    assert found.find(typed).hits == ()


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ('"room', True),
        ("room*", True),
        ("^room", True),
        ("(room", True),
        ("-room", True),
        ("can room +", True),
        ("room\0can", True),
        ("room " * 500, True),
        ("room OR nothing", False),
        ("NOT room", False),
        ("NEAR(room can)", False),
        ("text:room", False),
        ("{text} : room", False),
        ("'; DROP TABLE chats; --", False),
        ("\ud800", False),
        ('""""', False),
    ],
)
def test_hostile_words_are_only_words(
    typed: str, is_found: bool, conversations: Conversations, found: Search
) -> None:
    conversations.begin_chat("Can I sublet a room?")
    assert bool(found.find(typed).hits) is is_found
    assert conversations.recent()


def test_titles_are_found_and_marked(conversations: Conversations, found: Search) -> None:
    chat = conversations.create("Lease questions")
    [hit] = found.find("quest").hits
    assert (hit.kind, hit.id, hit.message_id) == (HitKind.CHAT, chat.id, None)
    assert hit.title.marks == ((6, 11),)


def test_the_newest_comes_first_and_one_chat_does_not_hide_the_others(
    conversations: Conversations, found: Search
) -> None:
    first = conversations.begin_chat("the word").user.chat_id
    second = conversations.begin_chat("the word").user.chat_id
    for _ in range(5):
        conversations.begin_turn(second, "the word")
    assert [hit.id for hit in found.find("word").hits] == [second, second, second, first]


def test_what_is_attached_is_found(conversations: Conversations, found: Search) -> None:
    details = {"attachments": [{"name": "lease.pdf", "text": "The tenant pays."}]}
    conversations.begin_chat("look", user_details=details)
    assert texts(found.find("tenant")) == ["lease.pdf The tenant pays."]
    assert found.find("lease").hits


def test_summaries_are_found_by_title_and_sentence(summaries: Summaries, found: Search) -> None:
    number = summaries.create("Annual report").id
    version = summaries.begin(number, {}, "m").id
    summaries.save(version, [{"text": "Revenue rose.", "label": "Figures"}, "odd", 3], {})
    for typed in ("annual", "revenue", "figures"):
        [hit] = found.find(typed).hits
        assert (hit.kind, hit.id, hit.title.text) == (HitKind.SUMMARY, number, "Annual report")
    summaries.save(version, [{"text": "Profit fell."}], {})
    assert not found.find("revenue").hits
    assert texts(found.find("profit")) == ["Profit fell."]


def test_a_document_is_found_by_name_and_page(summaries: Summaries, found: Search) -> None:
    number = summaries.create("Summary").id
    pages = [[1, "i", "The first page."], [2, "ii", "Ein überraschender Satz."], "no page"]
    summaries.add_document(number, NewDocument("a", "lease.pdf", "pdf", "", {"pages": pages}))
    [named] = found.find("lease").hits
    [paged] = found.find("uberrasch").hits
    assert (named.kind, named.id, named.page) == (HitKind.DOCUMENT, number, None)
    assert (paged.id, paged.page, paged.snippet.text) == (number, 2, "Ein überraschender Satz.")


def test_the_document_of_a_digest_is_named_by_its_place(
    summaries: Summaries, found: Search
) -> None:
    number = summaries.create("Digest").id
    for name, text in (("a", "alpha"), ("b", "beta")):
        pages = {"pages": [[1, "1", text]]}
        summaries.add_document(number, NewDocument(name, name, "pdf", "", pages))
    assert [hit.document for hit in found.find("beta").hits] == [1]
    assert [hit.document for hit in found.find("alpha").hits] == [0]


# What documents were asked


def _asked(database: Database, question: str, documents: Sequence[int]) -> int:
    questions = Questions(database, utc_now)
    number = questions.begin(question, "m", {}, documents).id
    answer = {"items": [{"text": "Nine hundred euros.", "label": ""}]}
    questions.finish(number, RunState.COMPLETE, answer)
    return number


def _of(summaries: Summaries, *names: str) -> tuple[int, tuple[int, ...]]:
    number = summaries.create("S").id
    for name in names:
        pages = {"pages": [[1, "1", name]]}
        summaries.add_document(number, NewDocument(name, name, "pdf", "", pages))
    return number, tuple(each.id for each in summaries.documents(number))


def test_a_question_and_its_answer_are_found(
    database: Database, summaries: Summaries, found: Search
) -> None:
    (first, one), (second, two) = _of(summaries, "a.pdf"), _of(summaries, "b.pdf")
    asked = _asked(database, "What is the rent?", (*two, *one))
    [by_question] = found.find("rent").hits
    [by_answer] = found.find("hundred").hits
    for hit in (by_question, by_answer):
        assert (hit.kind, hit.question_id) == (HitKind.QUESTION, asked)
        assert hit.summaries == (second, first)
    assert by_question.title.marks == ((12, 16),)
    assert by_answer.snippet.text == "Nine hundred euros."


def test_a_question_over_a_digest_is_opened_through_it(
    database: Database, summaries: Summaries, found: Search
) -> None:
    digest, documents = _of(summaries, "a.pdf", "b.pdf")
    _asked(database, "What is the rent?", documents)
    assert found.find("rent").hits[0].summaries == (digest,)


def test_a_question_that_can_be_opened_nowhere_is_not_found(
    database: Database, summaries: Summaries, found: Search
) -> None:
    number, documents = _of(summaries, "a.pdf")
    _asked(database, "What is the rent?", documents)
    _asked(database, "Which rent is it?", ())
    summaries.delete(number)
    assert not found.find("rent").hits
    summaries.restore(number)
    assert [hit.title.text for hit in found.find("rent").hits] == ["What is the rent?"]


def test_a_question_that_was_removed_is_not_found(
    database: Database, summaries: Summaries, found: Search
) -> None:
    _, documents = _of(summaries, "a.pdf")
    number = _asked(database, "What is the rent?", documents)
    Questions(database, utc_now).delete(number)
    assert not found.find("rent").hits
    assert "rent" not in _terms(database)


# What was not sent


def test_a_draft_is_found_until_it_is_sent(conversations: Conversations, found: Search) -> None:
    chat_id = conversations.begin_chat("hello").user.chat_id
    conversations.rename(chat_id, "Ulm")
    conversations.save_draft(chat_id, "and the tickets?")
    conversations.save_draft(None, "tickets for two")
    drafts = found.find("ticket").hits
    assert [(hit.kind, hit.id, hit.title.text) for hit in drafts] == [
        (HitKind.DRAFT, chat_id, "Ulm"),
        (HitKind.DRAFT, 0, ""),
    ]
    assert drafts[0].snippet.text == "and the tickets?"
    conversations.begin_turn(chat_id, "and the trains?")
    assert [hit.id for hit in found.find("ticket").hits] == [0]
    conversations.delete(chat_id)
    assert not found.find("trains").hits


def test_the_draft_of_a_folder_s_new_chat_is_found(database: Database, found: Search) -> None:
    folders = Folders(database, utc_now)
    folder = folders.create("Matter")
    folders.save_draft(folder.id, "tickets")
    [hit] = found.find("tickets").hits
    assert (hit.id, hit.folder, hit.folder_id) == (0, "Matter", folder.id)


def test_what_waits_is_found_with_its_file(
    database: Database, conversations: Conversations, found: Search
) -> None:
    chat_id = conversations.begin_chat("hello").user.chat_id
    attached = {"attachments": [{"name": "lease.pdf", "text": "a rent of nine hundred"}]}
    waiting = Waiting(database)
    waiting.keep(chat_id, [WaitingMessage(1, "read this", attached)])
    assert [hit.snippet.text for hit in found.find("hundred").hits] == [
        "lease.pdf a rent of nine hundred"
    ]
    conversations.begin_turn(chat_id, "read this", waited_as=1)
    assert not [hit for hit in found.find("read").hits if hit.kind is HitKind.DRAFT]


# It follows every change


def test_streamed_text_is_found_before_and_after_its_end(
    conversations: Conversations, found: Search
) -> None:
    answer = conversations.begin_chat("hello").answer.id
    conversations.update_answer(answer, "first streamed")
    assert texts(found.find("streamed")) == ["first streamed"]
    conversations.update_answer(answer, "first streamed then more")
    assert found.find("more").hits
    conversations.finish_answer(answer, MessageState.COMPLETE, text="all of it streamed")
    assert texts(found.find("streamed")) == ["all of it streamed"]
    assert not found.find("then").hits


def test_an_answer_that_goes_on_is_found_once(conversations: Conversations, found: Search) -> None:
    answer = conversations.begin_chat("hello").answer.id
    conversations.finish_answer(answer, MessageState.STOPPED, text="one two")
    conversations.resume_answer(answer)
    assert len(found.find("two").hits) == 1
    conversations.finish_answer(answer, MessageState.COMPLETE, text="one two three")
    assert len(found.find("two").hits) == 1
    assert len(found.find("three").hits) == 1


def test_an_old_title_finds_nothing_any_more(conversations: Conversations, found: Search) -> None:
    chat = conversations.create("Before")
    conversations.rename(chat.id, "After")
    assert not found.find("before").hits
    assert texts(found.find("after")) == ["After"]


def test_what_is_deleted_is_not_found_until_it_is_restored(
    conversations: Conversations, found: Search
) -> None:
    chat_id = conversations.begin_chat("the word").user.chat_id
    conversations.delete(chat_id)
    assert not found.find("word").hits
    conversations.restore(chat_id)
    assert found.find("word").hits


def test_what_is_archived_is_found_and_says_so(conversations: Conversations, found: Search) -> None:
    chat_id = conversations.begin_chat("the word").user.chat_id
    conversations.archive(chat_id, archived=True)
    [hit] = found.find("word").hits
    assert hit.is_archived


@pytest.mark.parametrize("prepared", [True, False])
def test_erased_words_are_nowhere_in_the_file(
    path: Path, key: DataKey, tmp_path: Path, prepared: bool
) -> None:
    """Also where they were erased before the index of an older database was made."""
    with Database.open(path, key, steps=STEPS if prepared else BEFORE_SEARCH) as database:
        _plant(database)
    with Database.open(path, key) as database:
        conversations, summaries = Conversations(database, utc_now), Summaries(database, utc_now)
        if prepared:
            assert len(Search(database).find(PLANTED).hits) == 10
        for chat in conversations.recent()[:1]:
            conversations.delete(chat.id)
        for summary in summaries.recent()[:1]:
            summaries.delete(summary.id)
        conversations.purge_deleted(utc_now())
        summaries.purge_deleted(utc_now())
        settle_all(Search(database))
        assert not Search(database).find(PLANTED).hits
        assert Search(database).find("remains").hits
        assert _terms(database) & {"remains"}
        assert not {term for term in _terms(database) if PLANTED[:4] in term}
    clear = decrypted_copy(path, key, tmp_path / "clear")
    assert files_with(clear, "remains")
    for piece in (PLANTED, PLANTED[:8], PLANTED[4:]):
        assert files_with(clear, piece) == []


def _plant(database: Database) -> None:
    """Writes as a version without search did, where it is one: in SQL of that time."""
    words = f"here {PLANTED} is"
    message = "chat_id, role, state, created, shown, text"
    version = "summary_id, number, state, model, options, created, changed, items"
    question = "state, model, question, options, answer, created, changed"
    items = f'[{{"text": "{words}"}}]'
    rows: tuple[tuple[str, str, tuple[object, ...]], ...] = (
        ("chats", "title, created, changed", ("kept", 1, 1)),
        ("chats", "title, created, changed", (words, 2, 2)),
        ("messages", message, (1, "user", "complete", 1, 0, "what remains")),
        ("messages", message, (2, "user", "complete", 1, 0, words)),
        ("messages", message, (2, "user", "complete", 1, 0, words.upper())),
        ("summaries", "title, created, changed", (words, 1, 1)),
        ("versions", version, (1, 1, "complete", "m", "{}", 1, 1, items)),
        ("questions", question, ("complete", "m", words, "{}", f'{{"items": {items}}}', 1, 1)),
        ("drafts", "chat_id, text", (2, words)),
        ("waiting", "chat_id, number, position, text", (2, 1, 0, words)),
    )  # fmt: skip
    there = {name for (name,) in database.rows("SELECT name FROM sqlite_schema")}
    for table, columns, values in rows:
        if table not in there:
            continue  # it came later
        marks_ = ", ".join("?" * len(values))
        database.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks_})", values)
    pages = {"pages": [[1, "1", words], [2, "2", words]]}
    Summaries(database, utc_now).add_document(1, NewDocument("a", PLANTED, "pdf", "", pages))
    database.execute("INSERT INTO question_documents VALUES (1, 0, 1)")


def _terms(database: Database) -> set[str]:
    """Returns every word of the index, as FTS5 itself lists them."""
    terms: set[str] = set()
    for source in SOURCES:
        name = source.index
        database.execute(
            f"CREATE VIRTUAL TABLE temp.{name}_terms USING fts5vocab(main, {name}, row)"
        )
        terms.update(row[0] for row in database.rows(f"SELECT term FROM temp.{name}_terms"))
        database.execute(f"DROP TABLE temp.{name}_terms")
    return terms


# Databases from before


@pytest.fixture
def older(path: Path, key: DataKey) -> Path:
    with Database.open(path, key, steps=BEFORE_SEARCH) as database:
        for number in range(1, 251):
            database.execute(
                "INSERT INTO chats (title, created, changed) VALUES (?, 1, 1)", (f"chat {number}",)
            )
            database.execute(
                "INSERT INTO messages (chat_id, role, state, created, shown, text)"
                " VALUES (?, 'user', 'complete', 1, 0, ?)",
                (number, f"old message number{number:03}"),
            )
    return path


def test_an_older_database_is_brought_in_piece_by_piece(older: Path, key: DataKey) -> None:
    with Database.open(older, key) as database:
        one = Search(database)
        one.settle()
        assert not one.find("message").is_prepared
        assert not one.find("message").hits
        pieces = 0
        while one.prepare():
            pieces += 1
        assert pieces >= 3
        assert one.find("number250").is_prepared
        assert [len(one.find(f"number{at:03}").hits) for at in (1, 100, 250)] == [1, 1, 1]


def test_the_newest_rows_come_in_first(older: Path, key: DataKey) -> None:
    with Database.open(older, key) as database:
        one = Search(database)
        while not one.find("number250").hits:
            assert one.prepare()
        assert not one.find("number001").hits


def test_what_changes_before_it_is_brought_in_is_right_afterwards(
    older: Path, key: DataKey
) -> None:
    with Database.open(older, key) as database:
        chats, one = Conversations(database, utc_now), Search(database)
        for _ in range(2):
            one.prepare()
        chats.rename(1, "renamed early")
        chats.rename(250, "renamed late")
        database.execute("UPDATE messages SET text = 'changed' WHERE id IN (1, 250)")
        database.execute("DELETE FROM chats WHERE id IN (2, 249)")
        chats.begin_chat("brand new")
        assert one.find("brand").hits
        settle_all(one)
        assert len(one.find("renamed").hits) == 2
        assert len(one.find("changed").hits) == 2
        for typed in ("number001", "number002", "number249", "number250"):
            assert not [hit for hit in one.find(typed).hits if typed in hit.snippet.text]
        assert "number249" not in _terms(database)
        assert "number250" not in _terms(database)


def test_another_form_of_words_makes_the_index_anew(
    older: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Database.open(older, key) as database:
        settle_all(Search(database))
        assert Search(database).is_prepared
    monkeypatch.setattr(search, "_FORM", 2)
    with Database.open(older, key) as database:
        Search(database).settle()
        assert not Search(database).is_prepared
        assert _terms(database) == set()
        settle_all(Search(database))
        assert Search(database).find("number007").hits
        Search(database).settle()
        assert Search(database).is_prepared


# Words


def test_marks_are_places_in_the_text_itself() -> None:
    text = "😀 Die Straße, die STRASSE; cafe\u0301 und ﬁn."
    pattern = Query("strasse cafe fin").pattern
    assert [text[a:b] for a, b in marks(text, pattern)] == ["Straße", "STRASSE", "cafe\u0301", "ﬁn"]


def test_a_literal_is_found_inside_words_and_over_any_space() -> None:
    text = "unter Straßen Bahn (3.5)"
    assert [text[a:b] for a, b in marks(text, literal("assen  BAHN"))] == ["aßen Bahn"]
    assert list(marks("two\n lines", literal("two lines"))) == [(0, 10)]
    assert [text[a:b] for a, b in marks(text, literal("(3.5"))] == ["(3.5"]
    assert not list(marks(text, literal("")))


def test_a_snippet_is_short_and_holds_the_first_match() -> None:
    text = "word " * 400 + "needle " + "word " * 400
    shown = snippet(text, Query("needle"))
    assert shown is not None
    assert len(shown.text) < 200
    [(start, end)] = shown.marks
    assert shown.text[start:end] == "needle"
    assert shown.text.startswith("… ")
    assert shown.text.endswith(" …")


def test_folding_twice_changes_nothing() -> None:
    text = "Straße İstanbul ΌΣΟΣ ｶﾞ 각 हिन्दी عَرَبِيّ Łódź"
    assert fold(fold(text)) == fold(text)
    assert index_words("東京 tower") == " 東京 京  tower"


def test_a_long_text_is_marked_quickly_enough_to_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letter by letter only near a match: a megabyte would take seconds."""
    calls: list[int] = []
    real = search_text._fold_by_letter

    def counted(text: str) -> tuple[str, list[int]]:
        calls.append(len(text))
        return real(text)

    monkeypatch.setattr(search_text, "_fold_by_letter", counted)
    text = "Straße " * 100_000 + "needle"
    assert len(list(marks(text, literal("needle")))) == 1
    assert sum(calls) <= 1_000
