"""What a person prefers, as a data set: one line of JSON for each pair of answers to one message.

Each line has `prompt` (the turns before), `chosen` and `rejected` (one turn each), all lists of
`{"role", "content"}`: the conversational form in which trainers read preferences. Instructions of
an assistant are not in it: they are not kept with the answers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from desktop_slm.assistants.attachments import attachments_of, full_text
from desktop_slm.storage.chats.messages import Message
from desktop_slm.storage.chats.ratings import DISLIKED, LIKED, Ratings, Siblings, rating_of


@dataclass(frozen=True, slots=True)
class Preference:
    """One answer that was preferred to another, and what stood before both."""

    before: tuple[Message, ...]
    chosen: Message
    rejected: Message

    def line(self) -> str:
        """Returns its line of the file."""
        values = {
            "prompt": [_turn(message) for message in self.before if _has_words(message)],
            "chosen": [_turn(self.chosen)],
            "rejected": [_turn(self.rejected)],
        }
        return json.dumps(values, ensure_ascii=False)


def preferences(ratings: Ratings) -> Iterator[Preference]:
    """Returns every pair of which the person has shown which one is better.

    That is a liked answer beside those that are not; where none is liked, the one that the person
    went on with beside the others. What the practice model wrote is no example of anything.
    """
    for siblings in ratings.siblings():
        pairs = [*_pairs(siblings)]
        if pairs:
            before = ratings.before(siblings.asked.id)
            yield from (Preference(before, chosen, rejected) for chosen, rejected in pairs)


def data_set(ratings: Ratings) -> tuple[bytes, int]:
    """Returns the file's content and how many pairs are in it."""
    lines = [preference.line() for preference in preferences(ratings)]
    return "".join(f"{line}\n" for line in lines).encode(), len(lines)


def _pairs(siblings: Siblings) -> Iterator[tuple[Message, Message]]:
    answers = [each for each in siblings.answers if not each.details.get("practice")]
    chosen = [each for each in answers if rating_of(each) == LIKED]
    rejected = [each for each in answers if rating_of(each) != LIKED]
    if not chosen:
        followed = [each for each in answers if each.id in siblings.followed]
        # Who went on with several has preferred none of them.
        if len(followed) == 1 and rating_of(followed[0]) != DISLIKED:
            chosen = followed
            rejected = [each for each in answers if each is not followed[0]]
    for better, worse in product(chosen, rejected):
        if better.text.strip() != worse.text.strip():
            yield better, worse


def _has_words(message: Message) -> bool:
    return bool(_content(message).strip())


def _turn(message: Message) -> dict[str, str]:
    return {"role": message.role.value, "content": _content(message)}


def _content(message: Message) -> str:
    return full_text(message.text, attachments_of(message))
