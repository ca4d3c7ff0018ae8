"""What a question needs is told by its words, in three languages."""

from __future__ import annotations

import pytest

from desktop_slm.assistants.asking.need import Need, need_of


@pytest.mark.parametrize(
    ("question", "need"),
    [
        ("How many contracts are there?", Need.COUNT),
        ("Count the payments.", Need.COUNT),
        ("Wie viele Verträge laufen aus?", Need.COUNT),
        ("Combien de factures sont impayées ?", Need.COUNT),
        ("Quel est le nombre de salariés ?", Need.COUNT),
        ("List all deadlines.", Need.LIST),
        ("Which documents mention the roof?", Need.LIST),
        ("Is the tenant ever allowed to sublet?", Need.LIST),
        ("Give me every date on which money is due", Need.LIST),
        ("Nenne alle Fristen.", Need.LIST),
        ("Welche Dokumente erwähnen das Dach?", Need.LIST),
        ("Quels sont les délais ?", Need.LIST),
        ("Énumère toutes les échéances.", Need.LIST),
        ("Compare the rents.", Need.COMPARE),
        ("What is the difference between the two offers?", Need.COMPARE),
        ("Worin unterscheiden sich die Angebote?", Need.COMPARE),
        ("Vergleiche die Mieten.", Need.COMPARE),
        ("Quelles différences y a-t-il entre les deux ?", Need.COMPARE),
        ("Summarize these for me", Need.SUMMARY),
        ("What is this document about?", Need.SUMMARY),
        ("Fasse die Unterlagen zusammen.", Need.SUMMARY),
        ("Worum geht es hier?", Need.SUMMARY),
        ("Fais un résumé.", Need.SUMMARY),
        ("What is the rent?", Need.PLACE),
        ("Who signed the lease?", Need.PLACE),
        ("How many days of notice must be given?", Need.PLACE),
        ("Is the tenant allowed at all to sublet?", Need.PLACE),
        ("What is the invoice number of the plumber?", Need.PLACE),
        ("Wie hoch ist die Miete?", Need.PLACE),
        ("Was gilt vor allem für die Kaution?", Need.PLACE),
        ("Quel est le loyer ?", Need.PLACE),
        ("Qui a signé le bail ?", Need.PLACE),
    ],
)
def test_the_words_of_a_question_tell_what_it_needs(question: str, need: Need) -> None:
    assert need_of(question) is need
