"""A report as text, Markdown or HTML; documents' words are letters in each, never marks or tags."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from enum import StrEnum

from desktop_slm.assistants.comparison.report import Entry, Quoted, Report, Run
from desktop_slm.assistants.exports.markdown import escaped


class ReportFormat(StrEnum):
    """The formats, by the ending of a file's name."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"


_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.5rem; overflow-wrap: anywhere;
 font: 1rem/1.55 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
h3 { font-size: .9375rem; margin: 1.25rem 0 .25rem; }
p { margin: .25rem 0; } .fact { font-size: .875rem; }
.text { border-inline-start: 3px solid; padding-inline-start: .75rem; }
.side { font-size: .75rem; } del { text-decoration: line-through 2px; }
ins { text-decoration: underline 2px; font-weight: 600; }
@media print { @page { margin: 20mm; } h3, .text { break-inside: avoid; } }
""".strip()
_SIDES = {False: "Earlier", True: "Later"}


def written(report: Report, chosen: ReportFormat) -> str:
    """Returns the report in a format, its last line ended."""
    return _WRITERS[chosen](report)


def _text(report: Report) -> str:
    lines = [report.title, "", *report.facts]
    for group in report.groups:
        lines += ["", group.heading, ""]
        for entry in group.entries:
            lines.append(f"{entry.number}. {entry.head}:")
            lines += [f"   {_SIGNS[each.is_after]} {_plain(each)}" for each in entry.quoted]
    return "\n".join(lines) + "\n"


_SIGNS = {False: "-", True: "+"}


def _plain(quoted: Quoted) -> str:
    """Returns the words as `wdiff` writes them: [-removed-] and {+added+}."""
    if len(quoted.runs) == 1:
        return quoted.runs[0].text.strip()  # all of it was added, removed or moved
    return "".join(_wdiff(run, is_after=quoted.is_after) for run in quoted.runs).strip()


def _wdiff(run: Run, *, is_after: bool) -> str:
    if not run.is_marked:
        return run.text
    return f"{{+{run.text}+}}" if is_after else f"[-{run.text}-]"


def _markdown(report: Report) -> str:
    lines = [f"# {escaped(report.title)}", ""]
    lines += [f"- {escaped(fact)}" for fact in report.facts]
    for group in report.groups:
        lines += ["", f"## {escaped(group.heading)}"]
        for entry in group.entries:
            lines += ["", f"**{entry.number}. {escaped(entry.head)}**"]
            for quoted in entry.quoted:
                lines += ["", f"> {_SIDES[quoted.is_after]}: {_marked_down(quoted)}"]
    return "\n".join(lines) + "\n"


def _marked_down(quoted: Quoted) -> str:
    sign = "**" if quoted.is_after else "~~"
    parts = []
    for run in quoted.runs:
        words = run.text.strip()
        before, _, after = run.text.partition(words) if words else (run.text, "", "")
        is_marked = run.is_marked and words and len(quoted.runs) > 1
        shown = f"{sign}{escaped(words)}{sign}" if is_marked else escaped(words)
        parts.append(f"{before}{shown}{after}")
    return "".join(parts).strip()


def _html(report: Report) -> str:
    return "\n".join(_html_lines(report)) + "\n"


def _html_lines(report: Report) -> Iterator[str]:
    title = html.escape(report.title)
    yield "<!DOCTYPE html>"
    yield '<html><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{title}</h1>"
    yield from (f'<p class="fact">{html.escape(fact)}</p>' for fact in report.facts)
    for group in report.groups:
        yield f"<h2>{html.escape(group.heading)}</h2>"
        for entry in group.entries:
            yield from _html_entry(entry)
    yield "</body></html>"


def _html_entry(entry: Entry) -> Iterator[str]:
    yield f"<h3>{entry.number}. {html.escape(entry.head)}</h3>"
    for quoted in entry.quoted:
        tag = "ins" if quoted.is_after else "del"
        words = "".join(
            f"<{tag}>{html.escape(run.text)}</{tag}>" if run.is_marked else html.escape(run.text)
            for run in quoted.runs
        )
        yield f'<p class="side">{_SIDES[quoted.is_after]}</p><p class="text">{words}</p>'


_WRITERS: dict[ReportFormat, Callable[[Report], str]] = {
    ReportFormat.TEXT: _text,
    ReportFormat.MARKDOWN: _markdown,
    ReportFormat.HTML: _html,
}
