"""The phrases of German that turn a claim, as patterns for whole words."""

from __future__ import annotations

from desktop_slm.assistants.evidence.cue import Cue

CUES = {
    Cue.NOT: r"nicht|kein\w*|nie|niemals|niemand|nichts|weder|keinesfalls|nirgends",
    Cue.NEGATIVE: (
        r"lehn\w+|abgelehnt|abzulehnen|ablehn\w*|verweiger\w+|verbiet\w*|verbot\w*|"
        r"untersag\w*|ausgeschlossen|ausschl\w+|schlie(?:ß|ss)\w+|unzulässig\w*|"
        r"un(?:verändert|berührt|möglich|wirksam|abhängig|gültig|bekannt|befristet|bewohnt|"
        r"klar|wahrscheinlich|auffällig|bedenklich|entgeltlich|erheblich)\w*|fehl\w*|"
        r"mangel\w*|verneint\w*|bestreit\w*|bestritt\w*|zurückgewiesen|zurückweis\w*|wies|"
        r"scheiter\w*|nur|außer|ausgenommen|es sei denn|sofern|kaum|wenig\w*|frei|entfäll\w*|"
        r"entfiel\w*|verzicht\w*|leer|erst|bevor|vermeid\w*|\w+los\w{0,2}|verworfen|"
        r"abgewiesen|abwies\w*|verpass\w*|vor|statt|anstatt|übrig|blieb\w*|unter|dagegen|noch|"
        r"vorbehalt\w*|stagnier\w*|gleich|allein|lediglich|ausschließlich|hält|\w*leib\w*|"
        r"ohne|verl(?:ie|a|ä)(?:ß|ss)\w*|gratis|kostenlos|widersp\w+|negativ|außerhalb|alternativlos|beid\w+|bis|weigert\w*"
    ),
    Cue.MUST: (
        r"muss|müssen|musste\w*|verpflicht\w*|pflicht\w*|\w+pflicht(?:ig\w*|en)?|"
        r"hat\b[^.;]{0,80}\bzu|haben\b[^.;]{0,80}\bzu|ist\b[^.;]{0,80}\bzu|"
        r"sind\b[^.;]{0,80}\bzu|\w+zu\w{3,}en|erforderlich|notwendig|zwingend|obliegt|"
        r"benötig\w*|bedarf|bedürfen|braucht|soll|sollen|unerlässlich|vorgeschrieben|nötig|"
        r"schuld\w+|verlangt|setzt"
    ),
    Cue.MAY: (
        r"kann|können|konnte\w*|könnte\w*|darf|dürfen|durfte\w*|berechtigt\w*|erlaubt\w*|"
        r"zulässig\w*|gestattet\w*|freiwillig\w*|steht\b[^.;]{0,30}\bfrei|möglich\w*|"
        r"befugt\w*|recht|ermächtigt|wahlweise|option\w*|ermöglicht|möglichkeit\w*|zugelassen|"
        r"freigestellt|dürfte"
    ),
    Cue.CONDITION: (
        r"wenn|falls|sofern|soweit|vorausgesetzt|nur|unter der bedingung|solange|bei|sobald|"
        r"erst|bedarf|ohne|vorbehaltlich|vorbehalt\w*|es sei denn|abhängig|im falle?|"
        r"voraussetzung\w*|nach|mit|gegen|setzt|voraus|braucht|benötig\w*|erforder\w*|bis|"
        r"kommt\b.*\ban|bedingung\w*|noch|steht"
    ),
    Cue.EXCEPTION: (
        r"es sei denn|außer\w*|ausgenommen|mit ausnahme|ausnahm\w*|abgesehen|bis auf|nicht|"
        r"kein\w*|ohne|nur|sofern|ausgeschlossen|entfäll\w*|erst|jedoch"
    ),
    Cue.SAID: (
        r"angeblich\w*|behaupt\w*|laut|zufolge|nach (?:angaben|ansicht|meinung|auffassung|"
        r"eigenen|aussage|einschätzung|darstellung|worten)|sagt\w*|erklär\w*|wirft|warf\w*|"
        r"vorgeworfen|vorwurf|vorwürf\w*|vorwirft|soll(?:en)?|meint\w*|glaub\w*|hält\b|"
        r"hielt\b|seien?|habe|klagt\w*|beschuldig\w*|berichtet\w*|gab an|gibt an|begründ\w*|"
        r"argument\w*|macht\w* geltend|vermutet\w*|rechne\w*|erwart\w*|warn\w*|nannte|nennt|"
        r"schätz\w*|äußer\w*|einschätz\w*|sieht|sah|ansicht|führt\w*|verweis\w*|zweifel\w*|"
        r"betont\w*|aus sicht|für \w+ ist|kritis\w+|bezeichn\w*|kündig\w* an|plant\w*|denkt|"
        r"bezweifelt\w*|beteuer\w*|versicher\w*|bestreit\w*|bestritt\w*|wies|weist|"
        r"vorzuwerfen|moniert\w*|beanstand\w*"
    ),
    Cue.SUSPECTED: (
        r"verdacht\w*|verdächt\w*|vermut\w*|mutmaßlich\w*|wahrscheinlich|möglicherweise|"
        r"vielleicht|könnte\w*|dürfte\w*|scheint|scheinen|anscheinend|offenbar|womöglich|"
        r"eventuell|fraglich|unklar|unbewiesen|nicht (?:bewiesen|belegt|nachgewiesen|"
        r"bestätigt)|hinweis\w*|möglich\w*|(?:seine|ihre)[rmns]? (?:mutter|vater|bruder|"
        r"schwester|groß\w+|tante|onkel|eltern)|familienanamnese|familiär\w*|a\. ?v\."
    ),
    Cue.FOUND: (
        r"festgestellt|stellte?\b.*\bfest|bestätig\w*|nachgewiesen\w*|bewiesen|erwiesen\w*|"
        r"beweist|urteil\w*|diagnost\w*|erkannt|entschied\w*|gesichert\w*|tatsächlich|"
        r"nachweis\w*|belegt|ergab\w*|eindeutig|zweifelsfrei|zeigt\w*|befand\w*|verurteilt|"
        r"feststell\w*|fand\w*|gefunden|entdeck\w*"
    ),
    Cue.RULED_OUT: (
        r"ausgeschlossen|ausschl\w+|kein(?:e|en)? (?:hinweis\w*|anzeichen|anhalt\w*|"
        r"nachweis\w*|beleg\w*|beweis\w*)|verworfen|ohne (?:nachweis|hinweis\w*|anhalt\w*)|"
        r"nicht (?:bestätigt|nachgewiesen|festgestellt|belegt)|verneint\w*"
    ),
    Cue.FUTURE: (
        r"wird|werden|soll|sollen|plan\w*|geplant\w*|erwart\w*|vorgesehen|beabsicht\w*|"
        r"künftig\w*|demnächst|will|wollen|möchte\w*|steht\b.*\bbevor|kommend\w*|nächst\w*|"
        r"rechne\w*|ab|bis|muss|müssen|kann|können|noch|prognost\w*|strebt|ziel\w*|vorhaben|"
        r"sofern|falls|folgt|folgen|ankündig\w*|angekündigt"
    ),
    Cue.PAST: (
        r"wurde\w*|hat|haben|war|waren|hatte\w*|ist\b.*\bworden|worden|gewesen|ge\w{3,}(?:t|"
        r"en)|begann|stieg|fiel|sank|nahm|gab|schloss|erhielt|verlor|ging|kam|blieb|fand|"
        r"\w{3,}te|\w{3,}ten"
    ),
    Cue.ALL: (
        r"all\w{0,2}|jed\w{1,2}|sämtlich\w*|immer|stets|ganz\w*|gesamt\w*|jederzeit|"
        r"ausnahmslos|beid\w+|überall"
    ),
    Cue.SOME: (
        r"einig\w*|manch\w*|teil\w*|mehrer\w*|mehrheit|meist\w*|etlich\w*|viel\w*|wenig\w*|"
        r"nur|gewiss\w*|halb|hälfte|bestimmt\w*|bis zu|mindestens"
    ),
    Cue.UNCONDITIONAL: (
        r"auf jeden fall|in jedem fall|jederzeit|auch ohne|ausnahmslos|uneingeschränkt\w*|"
        r"bedingungslos\w*|unabhängig davon|ohne (?:weiteres|einschränkung\w*|bedingung\w*|"
        r"ausnahme\w*|voraussetzung\w*)|immer|stets|generell|grundsätzlich|automatisch|"
        r"in allen fällen|egal|selbst wenn|auch wenn|alle[nrm]?|"
        r"jed\w{1,2}(?!\s(?:tag|woche|monat|jahr|abend|morgen|zweit\w*|dritt\w*)\b)"
    ),
    Cue.FAMILY: (
        r"(?:mutter|vater|bruder|schwester|großmutter|großvater|onkel|tante|eltern|"
        r"cousine?|geschwister)s?|familienanamnese|familiär\w*|angehörige\w*"
    ),
    Cue.CLEAR_CONDITION: (
        r"wenn|falls|sofern|vorausgesetzt|nur (?:wenn|mit|nach|bei|falls)|es sei denn|außer|"
        r"ausgenommen|vorbehaltlich|solange"
    ),
    Cue.CLEARLY_SAID: (
        r"angeblich\w*|behaupt\w*|wirft\b.*\bvor|warf\b.*\bvor|mutmaßlich\w*|vermutlich|"
        r"verdacht\w*|wahrscheinlich|nach (?:ansicht|meinung|auffassung|angaben) \w+"
    ),
    Cue.CLEAR_FUTURE: (
        r"soll|sollen|geplant\w*|plan(?:t|en)|beabsichtig\w*|wird\b(?!.*\b(?:ge\w+t|ge\w+en|"
        r"\w+iert|be\w+t|ver\w+t|er\w+t)\b)|vorgesehen"
    ),
    Cue.CLEAR_PAST: (
        r"wurde|wurden|war|waren|hatte\w*|hat\b.*\b(?:ge\w+|\w+ge\w+|be\w+|ver\w+|er\w+)|"
        r"(?:ist|sind)\b.*\b(?:worden|ge\w+t|ge\w+en|\w+iert)|begann|fand"
    ),
}
