"""Hostile texts of the formats that are text: towers, giants, references, half-written marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

_SECRET = "file:///etc/hostname"
_HTML = {
    "100,000 open divisions": "<div>" * 100_000,
    "20,000 tables in tables": "<table><tr><td>" * 20_000,
    "50,000 lists in lists": "<ul><li>" * 50_000,
    "a comment that never ends": "<p>words<!-- more",
    "an attribute that never ends": "<p>words<p title='more",
    "a script that never ends": "<p>words<script>more",
    "a title that never ends": "<title>words",
    "scripts": "<p>words<script>fetch('http://x.invalid')</script>" * 500,
    "frames and objects": f"<p>words<iframe src='{_SECRET}'></iframe><object data='{_SECRET}'>",
    "pictures of files": f"<p>words<img src='{_SECRET}' alt='x'><img src='//host/share/x'>",
    "another address at once": f"<meta http-equiv=refresh content='0;url={_SECRET}'><p>words",
    "a base elsewhere": "<base href='//host/share/'><p>words<a href='x'>y</a>",
    "a sheet of styles elsewhere": f"<link rel=stylesheet href='{_SECRET}'><p>words",
    "references beyond Unicode": "<p>words &#x110000; &#xD800; &#0; &#99999999999999999999;",
    "200,000 references": "<p>words" + "&notanything;&amp" * 100_000,
    "200,000 attributes": "<p " + "a=1 " * 200_000 + ">words",
    "a name of 1 MB": f"<{'x' * 1_000_000}>words",
    "cells that span millions": "<table><tr><td colspan=99999999 rowspan=99999999>words</table>",
    "a list from beyond": "<ol start='99999999999999999999999'><li value='-1e9'>words</ol>",
    "a type of its own": f"<!DOCTYPE html [<!ENTITY e SYSTEM '{_SECRET}'>]><p>words &e;",
    "ends without beginnings": "</p></table></html>" * 20_000 + "words",
    "marks that cross": "<b><i><p></b></i></p>" * 20_000 + "words",
    "a charset that nobody knows": "<meta charset='x-nobody'><p>w\u00f6rds",
    "a charset that is a program": "<meta charset='zlib_codec'><p>w\u00f6rds",
}
_MARKDOWN = {
    "100,000 quotes in quotes": "> " * 100_000 + "words",
    "20,000 lists in lists": "".join(f"{' ' * n}- x\n" for n in range(3_000)) + "words",
    "100,000 brackets": "[" * 100_000 + "words",
    "links that never end": "[a](" * 50_000 + "words",
    "100,000 stars": "*a **b " * 50_000,
    "underscores": "_a __b" * 50_000,
    "a fence that never ends": "```words\n" * 3 + "more",
    "ticks of every length": "".join("`" * n + " " for n in range(1, 700)) + "words",
    "a table of 3,000 columns": "|a" * 3_000 + "|\n" + "|-" * 3_000 + "|\n" + "|words" * 3_000,
    "50,000 references": "[a]: http://x.invalid\n" * 50_000 + "[a]",
    "pictures of files": f"![x]({_SECRET}) words",
    "HTML in it": f"<iframe src='{_SECRET}'></iframe>\n\nwords\n<script>x</script>",
    "front matter that never ends": "---\na: &a [*a]\nwords\n" * 2_000,
    "headings of 100,000 signs": "#" * 100_000 + " words",
    "100,000 lines under lines": "words\n===\n" * 50_000,
    "escapes": "\\" * 300_000 + "words",
    "entities": "&#x110000;&bogus;" * 50_000,
    "addresses": "<http://x.invalid/" * 50_000 + ">",
}
_RTF = {
    "200,000 open groups": "{" * 200_000 + "words",
    "200,000 closed groups": "}" * 200_000 + "words",
    "binary data beyond its end": "\\bin2000000000 words",
    "binary data of less than nothing": "\\bin-5 words",
    "letters beyond Unicode": "\\u-1?\\u99999999? words",
    "half of a letter": "\\'z words \\'",
    "a number of 10,000 digits": f"\\li{'9' * 10_000} words",
    "a control word of 1 MB": "\\" + "x" * 1_000_000 + " words",
    "fields that read files": "{\\field{\\*\\fldinst INCLUDETEXT \"/etc/hostname\"}} words",
    "an object": "{\\object\\objupdate{\\*\\objclass Equation.3}{\\*\\objdata 0105}} words",
    "a template elsewhere": "{\\*\\template http://x.invalid/a.dotx} words",
    "50,000 rows": "\\trowd\\intbl x\\cell\\row" * 50_000,
    "100,000 cells": "\\trowd\\intbl " + "x\\cell" * 100_000 + "\\row",
    "a picture that never ends": "{\\pict\\pngblip " + "ff" * 200_000 + " words",
    "fonts without an end": "{\\fonttbl" + "{\\f9\\fcharset255 A;}" * 20_000 + "words",
    "a charset of no kind": "\\ansicpg99999 w\\'f6rds",
    "styles upon themselves": "{\\stylesheet{\\s1\\sbasedon1 heading 1;}}\\s1 words",
    "lists beyond all levels": "\\ls99999\\ilvl99999 words",
    "a surrogate alone": "\\uc1\\u55357? words",
    "skips of a million": "\\uc1000000\\u8364 words",
}  # fmt: skip
_CSV = {
    "a quote that never ends": 'name;x\n"' + "words;\n" * 100_000,
    "400,000 quotes": "name;x\n" + '"' * 400_000 + ";words",
    "one line of 20,000 cells": "name;" * 20_000 + "\n" + "words;" * 20_000,
    "lines of every length": "".join("x;" * (n % 90) + "\n" for n in range(9_000)),
    "every separator at once": "a;b,c\td|e\n" * 2_000,
    "formulas": "name;x\n=cmd|' /C calc'!A0;@SUM(1)\n",
    "zeros in it": "name;x\nwo\x00rds;1\n" * 500,
    "a cell of 3 MB": "name;x\n" + "words " * 500_000 + ";1\n",
    "letters that turn the line": "name;x\n\u202ewords\u2066;1\n",
    "half a million empty lines": "name;x\n" + "\n" * 500_000 + "words;1\n",
    "a mark in its middle": "name;x\n\ufeffwords;1\n\ufeff\n",
    "returns alone": "name;x\rwords;1\r" * 1_000,
}
_SUBTITLES = {
    "times that go back": "1\n00:00:09,000 --> 00:00:01,000\nwords\n\n" * 500,
    "times beyond all clocks": "1\n99999999:99:99,999 --> 99999999:99:99,999\nwords\n",
    "times below zero": "1\n-00:00:01,000 --> -00:00:00,500\nwords\n",
    "a number of 10,000 digits": "9" * 10_000 + "\n00:00:01,000 --> 00:00:02,000\nwords\n",
    "arrows alone": "--> " * 100_000,
    "marks that never close": "1\n00:00:01,000 --> 00:00:02,000\n" + "<i>" * 100_000 + "words\n",
    "one of 2 MB": "1\n00:00:01,000 --> 00:00:02,000\n" + "words " * 350_000,
    "50,000 of them": "1\n00:00:01,000 --> 00:00:02,000\nwords\n\n" * 50_000,
    "none of them with text": "1\n00:00:01,000 --> 00:00:02,000\n\n" * 5_000,
    "no empty lines": "1\n00:00:01,000 --> 00:00:02,000\nwords\n" * 5_000,
    "references": "1\n00:00:01,000 --> 00:00:02,000\n" + "&amp;&#x110000;" * 50_000,
    "a million empty lines": "\n" * 1_000_000 + "1\n00:00:01,000 --> 00:00:02,000\nwords\n",
}
_PLAIN: dict[str, str | bytes] = {
    "8 MB in one word": "a" * 8_000_000,
    "3 million empty lines": "\n" * 3_000_000 + "words",
    "letters that turn the line": "words\u202e\u2066" * 90_000,
    "letters that cannot be seen": "\u200b\u200d\u2060" * 300_000 + "words",
    "tags of Unicode": "".join(chr(0xE0000 + n % 128) for n in range(300_000)) + "words",
    "signs upon one letter": "a" + "\u0301" * 500_000 + " words",
    "form feeds": "words\f" * 20_000,
    "escapes of a terminal": "\x1b[31mwords\x1b]0;x\x07" * 20_000,
    "numbers upon numbers": "1.1.1.1.1.1 X\n===\n" * 50_000,
    "ends of sentences": "a. " * 700_000,
    "points alone": "." * 2_000_000,
    "hyphens at every end": "wor-\nds " * 200_000,
    "half of letters": "w\u00f6rds".encode().replace(b"\xb6", b"") * 50_000,
    "surrogates": "words \ud83d".encode("utf-16-le", "surrogatepass") * 20_000,
    "two marks": b"\xff\xfe\xfe\xff" + "words".encode("utf-16-le") * 900,
    "UTF-32 beyond Unicode": b"\xff\xfe\x00\x00" + b"\xff\xff\x11\x00" * 9_000,
    "UTF-7": b"+AHcAbwByAGQAcw- " * 9_000,
}


def _framed(name: str, body: str | bytes) -> bytes:
    data = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    return {"html": b"<!doctype html><html><body>", "rtf": b"{\\rtf1\\ansi "}.get(name, b"") + data


_BY_FORMAT: dict[str, Mapping[str, str | bytes]] = {
    "html": _HTML,
    "md": _MARKDOWN,
    "rtf": _RTF,
    "csv": _CSV,
    "srt": _SUBTITLES,
    "vtt": {
        what: "WEBVTT\n\n" + body.replace(",", ".").removeprefix("1\n")
        for what, body in _SUBTITLES.items()
    },
    "txt": _PLAIN,
}


def makers() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yields format, what is wrong, and what makes the file."""
    for name, texts in _BY_FORMAT.items():
        for what, body in texts.items():
            yield name, what, lambda name=name, body=body: _framed(name, body)  # type: ignore[misc]
