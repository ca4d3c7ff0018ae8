"""E-mail as programs keep and send it (EML), through the standard library's parser."""

from __future__ import annotations

import email.message
import email.utils
import re
from collections.abc import Iterator
from datetime import datetime
from email.header import decode_header
from email.message import Message
from email.parser import BytesFeedParser
from typing import TypeAlias

from desktop_slm import errors
from desktop_slm.documents.document import Format
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.mail_attachments import Attachment
from desktop_slm.documents.readers.mail_letter import Letter, LetterReader
from desktop_slm.documents.readers.mail_texts import decode_mail
from desktop_slm.documents.readers.sink import About, Budget, Sink, Stopped
from desktop_slm.documents.readers.source import Source

_PIECE = 1 << 18
_MAX_HEADER = 20_000
_MAX_PARTS = 10_000
_PEOPLE = ("To", "Cc", "Bcc", "Reply-To")

_Part: TypeAlias = "Message[str, str]"


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a mail to the sink: its text first, then what is attached."""
    try:
        letter = _Letters().of(_parse(source, budget))
        LetterReader(sink, budget, source.name).read(letter)
    except Stopped as stop:
        sink.begin(About(Format.EML))
        sink.stop(stop.why)
    except RecursionError:
        raise errors.FileTooLarge(name=source.name, why="mails nested too deep") from None


def _parse(source: Source, budget: Budget) -> _Part:
    parser = BytesFeedParser()
    for start in range(0, len(source.data), _PIECE):
        budget.check_time()
        parser.feed(source.data[start : start + _PIECE])
    message: _Part = parser.close()
    return message


class _Letters:
    """Makes letters of parsed messages; the parts are counted over all of them."""

    def __init__(self) -> None:
        self._parts = 0

    def of(self, message: _Part) -> Letter:
        """Returns a message's headers, texts and attachments."""
        written = header(message, "Date")
        date = _date(written)
        letter = Letter(
            Format.EML,
            subject=header(message, "Subject"),
            sender=header(message, "From") or header(message, "Sender"),
            people=[(name, header(message, name)) for name in _PEOPLE],
            written=date.strftime("%Y-%m-%d %H:%M %z").strip() if date else written,
            date=date.date().isoformat() if date else "",
        )
        self._take(message, letter)
        return letter

    def _take(self, part: _Part, letter: Letter) -> None:
        self._parts += 1
        if self._parts > _MAX_PARTS:
            if self._parts == _MAX_PARTS + 1:
                letter.left_out.append((f"what follows after {_MAX_PARTS:,} parts", "too many"))
            return
        kind = part.get_content_type()
        if kind == "message/rfc822" and part.is_multipart():
            for inner in _inner(part):
                letter.attachments.append(self.of(inner))
        elif kind == "multipart/alternative" and part.is_multipart():
            self._take_alternative(part, letter)
        elif part.is_multipart():
            for inner in _inner(part):
                self._take(inner, letter)
        elif _is_body(part, kind):
            (letter.html if kind == "text/html" else letter.texts).append(_text(part))
        else:
            letter.attachments.append(Attachment(_file_name(part, kind), lambda: _content(part)))

    def _take_alternative(self, part: _Part, letter: Letter) -> None:
        """Takes the texts of all forms; which one is read is the letter's matter."""
        plain, html = len(letter.texts), len(letter.html)
        for inner in _inner(part):
            self._take(inner, letter)
        if any(text.strip() for text in letter.texts[plain:]):
            del letter.html[html:]
        elif len(letter.html) > html and any(text.strip() for text in letter.texts[:plain]):
            # The text before is read, so this form has to stand beside it.
            letter.texts.extend(_words_of(page) for page in letter.html[html:])
            del letter.html[html:]


def _words_of(page: str) -> str:
    return re.sub(r"<[^>]{0,5000}>", " ", page)


def _inner(part: _Part) -> Iterator[_Part]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (inner for inner in payload if isinstance(inner, Message))


def _is_body(part: _Part, kind: str) -> bool:
    if kind not in ("text/plain", "text/html", "text/enriched"):
        return False
    disposition = header(part, "Content-Disposition").lower()
    return not disposition.startswith("attachment") and not _given_name(part)


def header(part: _Part, name: str) -> str:
    """Returns a header's words; what cannot be decoded stays as it is."""
    raw = next((text for key, text in part.raw_items() if key.lower() == name.lower()), "")
    raw = str(raw)[:_MAX_HEADER]
    try:
        pieces = decode_header(raw)
    except (ValueError, LookupError):  # HeaderParseError is a ValueError
        return clean_line(_mended(raw))
    words = [
        decode_mail(piece, charset or "ascii") if isinstance(piece, bytes) else piece
        for piece, charset in pieces
    ]
    return clean_line(_mended("".join(words)))


def _mended(text: str) -> str:
    """Returns text whose bytes the parser kept as lone surrogates as what they were."""
    if text.isascii():
        return text
    return decode_mail(text.encode("utf-8", "surrogateescape"), "")


def _date(written: str) -> datetime | None:
    try:
        return email.utils.parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _text(part: _Part) -> str:
    try:
        charset = part.get_content_charset() or ""
    except (ValueError, LookupError, TypeError):
        charset = ""
    is_html = part.get_content_type() == "text/html"
    text = decode_mail(_content(part), charset, is_html=is_html)
    flowed = header(part, "Content-Type").lower()
    return _unflowed(text) if "format=flowed" in flowed.replace(" ", "").replace('"', "") else text


def _unflowed(text: str) -> str:
    """Returns text whose lines end where they were meant to (RFC 3676)."""
    lines: list[str] = []
    goes_on = False
    for line in text.splitlines():
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:].removeprefix(" ")
        if goes_on and lines and not depth:
            lines[-1] += words
        else:
            lines.append(f"{'>' * depth} {words}" if depth else words)
        goes_on = words.endswith(" ") and words != "-- " and not depth
    return "\n".join(lines)


def _content(part: _Part) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _given_name(part: _Part) -> str:
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, IndexError):
        return ""
    holder: _Part = Message()
    holder["Name"] = str(name)[:_MAX_HEADER].replace("\r", " ").replace("\n", " ")
    return header(holder, "Name")


def _file_name(part: _Part, kind: str) -> str:
    return _given_name(part) or kind
