"""A long report in plain English: as many pages as wanted, no sentence of them twice."""

from __future__ import annotations

import random
from hashlib import sha256

from desktop_slm.documents.document import Block, BlockKind, Document, Format, Page

_PARAGRAPHS, _SENTENCES = 4, 6
_PEOPLE = (
    "Ann Keller", "Omar Haddad", "Lucia Ferri", "Tom Becker", "Mei Tanaka", "Paul Ivers",
    "Sara Lindgren", "Victor Oduya", "Helen Marsh", "Igor Petrov", "Clara Dumont", "Ravi Menon",
)  # fmt: skip
_PLACES = (
    "Ashford", "Bremen", "Calais", "Dover", "Emden", "Florence", "Ghent", "Hull", "Ivrea",
    "Jena", "Kiel", "Leeds",
)  # fmt: skip
_THINGS = (
    "the harbour crane", "the north roof", "the water pumps", "the archive", "the ticket hall",
    "the cold store", "the signal box", "the delivery vans", "the staff canteen",
    "the training centre", "the heating plant", "the customer desk", "the loading bay",
    "the accounting system", "the eastern fence", "the fire doors",
)  # fmt: skip
_WORK = (
    "repaired", "replaced", "inspected", "rented out", "insured", "cleaned", "enlarged",
    "measured", "painted", "closed for the winter", "handed over", "connected to the new network",
)  # fmt: skip
_REASONS = (
    "because the old parts could no longer be bought", "after two complaints of the neighbours",
    "although the budget had not foreseen it", "so that the licence would not lapse",
    "since the insurer had asked for it", "while the other sites went on as usual",
    "before the season began", "as the committee had decided in spring",
)  # fmt: skip
_SENTENCES_OF = (
    "In {place}, {thing} was {work} on {day} for {amount} euros {reason}.",
    "{person} reported that {thing} in {place} had been {work} {reason}, at {amount} euros.",
    "The contract of {day} with the firm of {person} says that {thing} must be {work} within "
    "{days} days.",
    "On {day} the committee asked {person} to have {thing} {work}, unless the price rises above "
    "{amount} euros.",
    "Visitors to {place} numbered {amount} in the {days} days before {thing} was {work}.",
    "According to {person}, nobody in {place} knew why {thing} had not been {work} by {day}.",
    "A loan of {amount} euros, to be paid back by {day}, covers what {thing} in {place} needs.",
    "{thing} in {place} stood idle for {days} days {reason}, and {person} kept the keys.",
    "The auditors found that {amount} euros for {thing} had been booked twice, first in {place} "
    "and then on {day}.",
    "Until {day}, {person} may use {thing} in {place} free of charge, except for power and heat.",
)


def report(pages: int) -> Document:
    """Returns the report."""
    chance = random.Random(pages)
    made: list[Page] = []
    blocks: list[Block] = []
    for number in range(1, pages + 1):
        heading = f"{number}. {chance.choice(_THINGS)[4:].capitalize()} in {chance.choice(_PLACES)}"
        text = heading + "\n"
        blocks.append(Block(BlockKind.HEADING, number, 0, len(heading), 1 + (number % 10 != 1)))
        for _ in range(_PARAGRAPHS):
            paragraph = " ".join(_sentence(chance) for _ in range(_SENTENCES))
            blocks.append(Block(BlockKind.PARAGRAPH, number, len(text), len(text) + len(paragraph)))
            text += paragraph + "\n"
        made.append(Page(number, str(number), text))
    digest = sha256("".join(page.text for page in made).encode()).hexdigest()
    return Document("report", Format.PDF, digest, pages=tuple(made), blocks=tuple(blocks))


def _sentence(chance: random.Random) -> str:
    text = chance.choice(_SENTENCES_OF).format(
        place=chance.choice(_PLACES),
        thing=chance.choice(_THINGS),
        person=chance.choice(_PEOPLE),
        work=chance.choice(_WORK),
        reason=chance.choice(_REASONS),
        day=f"{chance.randint(1, 28)} {chance.choice(('March', 'May', 'October'))} "
        f"{chance.randint(1990, 2024)}",
        amount=f"{chance.randint(1, 900)},{chance.randint(0, 999):03}",
        days=chance.randint(2, 90),
    )
    return text[0].upper() + text[1:]
