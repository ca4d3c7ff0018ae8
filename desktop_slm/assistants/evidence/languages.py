"""Which of the three languages a text is in, by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum

from desktop_slm.assistants.terms import fold


class Language(StrEnum):
    """The languages whose grammar the check knows; of others it compares words and numbers."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"
    OTHER = "other"


STOP_WORDS = {
    Language.ENGLISH: frozenset(
        """
        a about after again all also am an and any are as at be because been before being both but
        by can could did do does doing done each either else ever every few for from further had
        has have having he her here hers him his how i if in into is it its itself just let many
        may me might more most much must my neither no nor not now of off on once one only onto or
        other our out over own per same shall she should since so some such than that the their
        them then there these they this those though through thus to too toward under until up
        upon us very via was we were what when where whether which while who whom whose why will
        with within without would yet you your etc however therefore moreover hence thereby whereas
        already still quite rather almost another among amongst between during against above below
        around along across behind beyond despite except unless although
        """.split()
    ),
    Language.GERMAN: frozenset(
        """
        ab aber alle allein allem allen aller alles als also am an andere anderen anderer anderes
        ans auch auf aus außer bei beide beiden beim bereits bevor bin bis bist da dabei dadurch
        dafür dagegen daher dahin damit danach daneben dann daran darauf daraus darf darin darum
        darüber das dass davon davor dazu dein dem den denen denn dennoch der deren des desselben
        dessen die dies diese diesem diesen dieser dieses doch dort du durch dürfen durfte ebenfalls
        ebenso ein eine einem einen einer eines einige einigen er es etwa etwas euer für
        gegen gegenüber
        gewesen haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer
        ihres im in indem infolge innerhalb ins ist ja je jede jedem jeden jeder jedes jedoch jene
        jetzt kann kein keine keinem keinen keiner konnte können könnte lediglich man mehr mein mit
        mittels muss musste müssen nach nachdem nicht nichts noch nun nur ob oder obwohl ohne per
        schon sehr sei seien sein seine seinem seinen seiner seines seit seitdem selbst sich sie
        sind so sobald sofern solange solche soll sollen sollte sondern sonst sowie sowohl statt
        trotz über um und uns unser unter vom von vor während wann war waren warum was wegen weil
        weiter weitere weiteren welche welcher wenn wer werde werden wie wieder wir wird wo wobei
        wodurch wurde wurden würde würden zu zum zur zwar zwischen hätte hätten wäre wären worden
        außerdem zudem ferner jeweils insgesamt bisher hierzu dazu deshalb wonach
        """.split()
    ),
    Language.FRENCH: frozenset(
        """
        à afin ai ainsi alors après as au aucun aucune aujourd auquel aura aurait aussi autant autre
        autres aux avaient avait avant avec avoir car ce ceci cela celle celles celui cependant ces
        cet cette ceux chaque chez ci comme comment dans de déjà depuis des dès deux-mêmes doit donc
        dont du durant elle elles en encore entre envers est et étaient était étant été être eu eux
        fait faire font fut furent hors hui ici il ils je jusque la laquelle le lequel les
        lesquelles lesquels leur leurs lors lorsque lui là ma mais malgré me même mêmes
        mes moi moins
        mon ne ni nos notre nous on ont or ou où par parce parmi pas pendant peu peut peuvent plus
        plusieurs pour pourquoi pourra pouvait puis puisque qu quand que quel quelle quelles quelque
        quelques quels qui quoi sa sans se selon sera seront serait ses si sien soit son sont sous
        suite sur ta tandis tant te tel telle telles tels tes toi ton tous tout toute
        toutes toutefois
        très tu un une vers voici voilà vos votre vous y autrement laquelle desquels duquel dit dite
        également notamment ainsi lequel concernant
        """.split()
    ),
}
ALL_STOP_WORDS = frozenset(fold(word) for words in STOP_WORDS.values() for word in words)

_FOLDED = {
    language: frozenset(fold(word) for word in words) for language, words in STOP_WORDS.items()
}
_WORD = re.compile(r"[^\W\d_]+")
# So many words tell; more only cost time.
_LOOKED_AT_CHARACTERS = 4000


def language_of(text: str, default: Language = Language.OTHER) -> Language:
    """Returns the language whose small words are commonest, the default where none are."""
    counts: Counter[Language] = Counter()
    for match in _WORD.finditer(text[:_LOOKED_AT_CHARACTERS]):
        word = fold(match[0])
        for language, words in _FOLDED.items():
            if word in words:
                counts[language] += 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return default
    return ranked[0][0]
