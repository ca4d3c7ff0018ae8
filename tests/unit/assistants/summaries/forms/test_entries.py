"""The JSON that the listing forms ask for, and what is taken from an answer."""

from __future__ import annotations

import json

import pytest

from desktop_slm.assistants.summaries.forms.entries import Entry, parse, schema
from desktop_slm.assistants.summaries.forms.form import Form

_LISTING = [form for form in Form if form.is_listing]


def test_an_action_is_listed_under_who_and_when() -> None:
    answer = '{"actions": [{"action": "Pay  the rent", "who": "Tenant", "when": "1 May 2024"}]}'
    (entry,) = parse(Form.ACTIONS, answer) or ()
    assert (entry.text, entry.label) == ("Pay the rent", "Tenant · 1 May 2024")
    assert entry.statement == "1 May 2024: Tenant: Pay the rent"


@pytest.mark.parametrize(
    ("form", "answer", "entry"),
    [
        (Form.FACTS, '{"facts": [{"fact": "It rains."}]}', Entry("It rains.")),
        (
            Form.TIMELINE,
            '{"events": [{"date": "2021", "event": "War ended."}]}',
            Entry("War ended.", when="2021"),
        ),
        (
            Form.QUESTIONS,
            '{"questions": [{"question": "Who pays?", "answer": "The tenant."}]}',
            Entry("The tenant.", head="Who pays?"),
        ),
    ],
)
def test_each_form_has_its_fields(form: Form, answer: str, entry: Entry) -> None:
    assert parse(form, answer) == (entry,)


@pytest.mark.parametrize("answer", ["", "no", "[]", "{}", '{"facts": 3}', '{"facts": [{"fact": "a'])
def test_what_is_no_such_json_is_refused(answer: str) -> None:
    assert parse(Form.FACTS, answer) is None


def test_an_empty_list_is_an_answer_and_empty_entries_are_none() -> None:
    assert parse(Form.FACTS, '{"facts": []}') == ()
    assert parse(Form.FACTS, '{"facts": [{"fact": " . "}, 7, {"other": 1}]}') == ()


@pytest.mark.parametrize("form", _LISTING)
def test_a_schema_bounds_what_is_listed(form: Form) -> None:
    (listed,) = json.loads(schema(form, 4))["properties"].values()
    assert listed["maxItems"] == 4
    fields = listed["items"]["properties"].values()
    assert all(field["maxLength"] <= 200 for field in fields)
