"""Small words that turn a claim: negation, modality, conditions, whose claim it is, tense."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from desktop_slm.assistants.evidence.languages import Language


class Cue(StrEnum):
    """What a phrase says about the claim that it stands in."""

    NOT = "not"
    NEGATIVE = "negative"  # a word that denies without a "not"
    MUST = "must"
    MAY = "may"
    CONDITION = "condition"
    EXCEPTION = "exception"
    SAID = "said"  # someone claims it
    SUSPECTED = "suspected"
    FOUND = "found"
    RULED_OUT = "ruled out"
    FUTURE = "future"
    PAST = "past"
    ALL = "all"
    SOME = "some"
    UNCONDITIONAL = "unconditional"
    CLEAR_CONDITION = "clear condition"
    CLEARLY_SAID = "clearly said"
    CLEAR_FUTURE = "clear future"
    CLEAR_PAST = "clear past"
    FAMILY = "family"


_ENGLISH = {
    Cue.NOT: r"not|n['’]t|cannot|no|never|neither|nor|none|nobody|nothing",
    Cue.NEGATIVE: (
        r"refus\w+|reject\w*|den(?:y|ies|ied|ial)|prohibit\w*|forb\w+|exclu\w+|lack\w*|"
        r"fail\w*|unable|un(?:changed|related|affected|altered|likely|paid|occupied|touched|"
        r"lawful|reasonabl\w+)|absen\w+|void|invalid|ban\w*|rule[sd]? out|ruled out|"
        r"dismiss\w*|only|unless|except\w*|free|stop\w*|ceas\w+|avoid\w*|withh\w+|little|few|"
        r"hardly|barely|before|until|instead|other than|declin\w+|prevent\w*|exempt\w*|"
        r"spared?|empty|less|remain\w*|short of|miss\w*|kept? (?:from|out)|against|"
        r"disallow\w*|negative|oppos\w+|waiv\w+|below|rather than|bar(?:red|s)?|alone|still|"
        r"beyond|outside|in\w+(?:able|ible|ient|ective)|rul\w+ out|no longer|clear of|unclear|"
        r"unknown|without|left|leav\w+|omit\w*|stay\w*|gave up|given up"
    ),
    Cue.MUST: (
        r"must|shall|required?|requires|obliged|obligations?|ha(?:s|ve) to|mandatory|need(?:s|"
        r"ed)? to|duty|dut(?:y|ies) to|compulsory|bound to|is to|are to|needs|fall to|"
        r"responsible|ha(?:s|ve|d) to"
    ),
    Cue.MAY: (
        r"may|can|could|might|permit\w*|allow\w*|entitled|optional\w*|free to|right to|"
        r"is able to|are able to|option|at liberty|authori[sz]ed|possible|if (?:it|they|he|"
        r"she) (?:wish\w*|want\w*|likes?)|voluntar\w+|at (?:its|their|his|her) discretion|"
        r"power to"
    ),
    Cue.CONDITION: (
        r"if|provided(?: that)?|only (?:if|when|with|after|where)|as long as|so long as|"
        r"subject to|on condition|conditional\w*|in case|in the event|once|where|when|"
        r"whenever|should|depend\w+|unless|until|requires?|needs?|assuming|without|"
        r"at (?:least|most)|not (?:before|until)|pending|confined|limited|as soon as|only|"
        r"alone|with\b[\w\s’']{0,30}(?:consent|approval|permission)"
    ),
    Cue.EXCEPTION: (
        r"unless|except\w*|other than|apart from|save (?:for|that|where)|excluding|exclud\w+|"
        r"with the exception|but not|aside from|barring|does not apply|not including|besides|"
        r"only|bar|not"
    ),
    Cue.SAID: (
        r"alleg\w+|claim\w*|according to|said|says|argu\w+|assert\w*|reported(?:ly)?|"
        r"maintain(?:s|ed) that|accus\w+|complain\w*|contend\w*|believ\w+|thinks?|thought|"
        r"opinion|in (?:the )?(?:view|eyes) of|(?:his|her|their|its) view|stat(?:es|ed)|told|"
        r"insist\w*|suggest\w*|estimat\w*|expect\w*|warn(?:s|ed)|describ\w+|explain\w*|deny|"
        r"denie[sd]|submit\w*|blam\w+|attribut\w+|points? to|pointed to|put down to|"
        r"charge[sd]?|consider\w*|for (?:the )?\w+, |quot\w+|announc\w+|predict\w*|"
        r"forecast\w*|hop(?:e|es|ed|ing)|called?|testif\w+|feel\w*|felt|add(?:s|ed)|"
        r"question\w*|disput\w+|propos\w+|see(?:s|n)? (?:it|this) as|demand\w*|intend\w*|"
        r"plan\w*|held that|finds? that"
    ),
    Cue.SUSPECTED: (
        r"suspe\w+|possibl[ey]|probabl[ey]|presum\w+|likely|may have|might|perhaps|appear\w*|"
        r"seem\w*|apparent\w*|suspicio\w+|question of|could be|thought to|may be|unclear|"
        r"not (?:yet )?proven|no (?:proof|evidence)|unproven|unconfirmed|query|"
        r"consistent with|tentativ\w+|risk of|potential\w*|family history|(?:his|"
        r"her) (?:mother|father|brother|sister|grand\w+|uncle|aunt|parents?)"
    ),
    Cue.FOUND: (
        r"found|ruled|held|establish\w*|confirm\w*|diagnos\w+|prov(?:ed|en|es)|determin\w*|"
        r"conclu\w+|demonstrat\w*|certain\w*|definite\w*|show(?:s|n|ed)|verdict|convicted|"
        r"guilty|in fact"
    ),
    Cue.RULED_OUT: (
        r"ruled out|rules out|exclud\w+|no (?:evidence|sign|signs|proof|trace)|free of|"
        r"negative for|without (?:evidence|signs?)|dismiss\w*|absence of|did not find|"
        r"not find|not (?:be )?(?:confirmed|found|shown)"
    ),
    Cue.FUTURE: (
        r"will|shall|is to|are to|plan(?:s|ned)?|expect\w*|due to|going to|intend\w*|"
        r"scheduled|propos\w+|about to|set to|upcoming|next|aims? to|want(?:s)? to|would|"
        r"forecast\w*|from|hop(?:e|es|ed)|prospectiv\w*|must|later|awaits?|pending|target\w*|"
        r"announc\w+|if|until|in future|can|may|should|likely"
    ),
    Cue.PAST: (
        r"was|were|had|did|has been|have been|has|(?!(?:need|exceed|speed|feed|seed|indeed|"
        r"proceed|succeed|unplanned|scheduled|planned|expected|intended|required|allowed|due|"
        r"based|limited)\b)\w{3,}ed|began|rose|fell|wrote|took|gave|made|held|paid|sold|"
        r"bought|lost|won|left|became|went|came|grew|kept|led|met|said|set|cut|put"
    ),
    Cue.ALL: (
        r"all|every|always|whole|entire\w*|everyone|any|whatever|regardless|"
        r"irrespective|in any case"
    ),
    Cue.SOME: (
        r"some|several|(?<!at )most(?:ly)?|part(?:ly|ially)?|many|few|sometimes|half|"
        r"majority|minority|"
        r"certain|only|some of|among|confined|up to|at least|other"
    ),
    Cue.UNCONDITIONAL: (
        r"in any case|regardless|irrespective|whatever|without (?:any )?(?:condition|"
        r"conditions|restriction|restrictions|exception|exceptions|limit|limits)|"
        r"unconditional\w*|automatic\w*|always|at any time|no matter|under (?:all|"
        r"any) circumstances|in all cases|even without|even if|for any reason|any \w+|"
        r"all (?!of\b)\w+|freely"
    ),
    Cue.FAMILY: (
        r"(?:mother|father|brother|sister|grand(?:mother|father)|uncle|aunt|parent|"
        r"cousin)(?:s|['’]s)?|family history|relatives?"
    ),
    Cue.CLEAR_CONDITION: (
        r"unless|only (?:if|when|with|after|where)|provided(?: that)?|except\w*|as long as|"
        r"subject to|on condition|if"
    ),
    Cue.CLEARLY_SAID: (
        r"alleg(?:e[sd]?|edly)|claim(?:s|ed) that|accused?|suspected|according to|believ\w+|"
        r"probabl[ey]|reportedly|thought to|presumabl\w+|possibl\w+|suspicion\w*"
    ),
    Cue.CLEAR_FUTURE: (
        r"will|is to|are to|plans? to|planned|due to(?!\s+(?:\w+ing|the|an?)\b)|intends? to|"
        r"scheduled|is expected to|are expected to"
    ),
    Cue.CLEAR_PAST: (
        r"was|were|had|has been|have been|ha(?:s|ve) \w+(?:ed|en)|(?:began|wrote|took|opened|"
        r"closed|started|ended|finished|completed|went|came|became|happened|approved|signed|"
        r"agreed|decided|paid|sold|bought|received|rose|fell)"
    ),
}
_GERMAN = {
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
        r"feststell\w*"
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
        r"in allen fällen|egal|selbst wenn|auch wenn|alle\w?|jed\w{1,2}"
    ),
    Cue.FAMILY: (
        r"(?:mutter|vater|bruder|schwester|großmutter|großvater|onkel|tante|eltern|"
        r"cousine?)s?|familienanamnese|familiär\w*|angehörige\w*"
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
_FRENCH = {
    Cue.NOT: r"ne|n['’]|pas|jamais|aucune?|ni|rien|personne ne|non",
    Cue.NEGATIVE: (
        r"refus\w*|rejet\w*|interdi\w*|exclu\w*|nie|nié|niait|déni\w*|manqu\w*|échou\w*|"
        r"défaut|absen\w*|irr\w+|in(?:changé|défini|suffis|connu|occup|valid|dispon|capab)\w*|"
        r"impossib\w*|seul\w*|sauf|hormis|uniquement|peu|guère|à moins|avant|exempt\w*|"
        r"évit\w*|vide|écart\w*|contest\w*|conteste|dispens\w*|gratuit\w*|prohib\w*|débout\w*|"
        r"nul\w*|renonc\w*|plutôt|tant que|demeur\w*|rest\w*|que|qu['’]|oppos\w*|stable\w*|"
        r"reste|négati\w*|hors|infér\w*|moins|libre\w*|prohib\w*|suppr\w+|suspend\w*|perd\w*|"
        r"tard|sans|quitt\w*|omis\w*|omet\w*|rien|offert\w*"
    ),
    Cue.MUST: (
        r"doit|doivent|devra|devront|devait|devaient|oblig\w*|tenue?s?|nécessaire\w*|exig\w*|"
        r"requis\w*|impérati\w*|faut|faudra|incomb\w*|nécessit\w*|est à|sont à|à la charge|"
        r"revient|il convient|requiert|contraint\w*|s['’]engage\w*|charge|obligatoire\w*"
    ),
    Cue.MAY: (
        r"peut|peuvent|pourra|pourront|pouvait|pouvaient|pourrait|pourraient|autoris\w*|"
        r"permis\w*|permet\w*|facult\w*|droit|libre de|possib\w*|habilit\w*|loisible|admis\w*|"
        r"éventuel\w*|possibilité|licite|libres? de|options?"
    ),
    Cue.CONDITION: (
        r"si|s['’]il\w*|à condition|pourvu|sous réserve|sous condition|seulement|lorsque|"
        r"lorsqu|en cas|tant que|uniquement|dès (?:que|lors)|à moins|sans|que si|que lorsque|"
        r"qu['’]avec|qu['’]après|subordonn\w*|moyennant|suppos\w*|avec|après|quand|dépend\w*|"
        r"nécessit\w*|exige\w*|faut|sauf|conditionn\w*|réserv\w*|seul\w*|qu['’]en cas|"
        r"ne\b.*\bqu[e'’]|n['’].*\bqu[e'’]|requiert|limité\w*|jusqu\w*|avant"
    ),
    Cue.EXCEPTION: (
        r"sauf|excepté\w*|hormis|à l['’]exception|exception\w*|à moins|hors|exclu\w*|"
        r"autre\w* que|ne|n['’]|pas|sans|uniquement|seul\w*|mis à part|excl\w+"
    ),
    Cue.SAID: (
        r"selon|d['’]après|affirm\w*|prétend\w*|alléguée?s?|allègu\w*|accus\w*|reproch\w*|"
        r"estim\w*|soutien\w*|soutenu|dit|déclar\w*|aurait|auraient|serait|seraient|croi\w*|"
        r"juge\b|jugé\w*|plaign\w*|plaint|rapport\w*|expliqu\w*|pense\w*|assur\w*|attribu\w*|"
        r"prédit|prévoi\w*|avert\w*|à en croire|pour \w+,|impute\w*|évoqu\w*|dénonc\w*|"
        r"invoqu\w*|avanc\w*|avis|yeux|espèr\w*|consid\w*|demand\w*|propos\w*|annonc\w*|"
        r"compte\w*|indiqu\w*|met en cause|impute\w*|incrimin\w*|contest\w*|conteste|"
        r"déplor\w*|doute\w*|s['’]attend\w*|préven\w*|argu\w+|nie|nié"
    ),
    Cue.SUSPECTED: (
        r"soupçon\w*|suspe\w+|probabl\w*|présum\w*|possib\w*|peut-être|éventuel\w*|semble\w*|"
        r"sembla\w*|vraisembl\w*|apparemment|pourrait|pourraient|hypoth\w*|incertain\w*|"
        r"non (?:confirm\w*|prouv\w*|établi\w*)|pas (?:prouv\w*|établi\w*|confirm\w*)|(?:sa|"
        r"son|ses|leur) (?:mère|père|frère|sœur|grand\w*|tante|oncle|parents?)|"
        r"antécédents? familia\w*|à confirmer|supposé\w*"
    ),
    Cue.FOUND: (
        r"constat\w*|établi\w*|confirm\w*|prouv\w*|diagnosti\w*|conclu\w*|démontr\w*|jugement|"
        r"condamn\w*|avéré\w*|certain\w*|retenu\w*|reconnu\w*|relevé\w*|montr\w*|"
        r"effectivement|décel\w*"
    ),
    Cue.RULED_OUT: (
        r"écart\w*|exclu\w*|aucun\w* (?:preuve|signe|trace|élément|indice)\w*|"
        r"pas (?:de )?(?:preuve|trouvé|constaté|confirmé|prouvé|établi)\w*|rejet\w*|infirm\w*|"
        r"pas été (?:confirmé|établi|prouvé|retenu|démontré)\w*"
    ),
    Cue.FUTURE: (
        r"\w{3,}(?:era|eront|ira|iront|dra|dront|vra|vront|ura|uront)|sera|seront|aura|auront|"
        r"fera|feront|va|vont|prévu\w*|prévoi\w*|doit|doivent|devra\w*|devrai\w*|envisag\w*|"
        r"prochain\w*|futur\w*|attendu\w*|compte|espèr\w*|projet\w*|à partir|dès|d['’]ici|"
        r"avant|après|si|sous réserve|annonc\w*|souhait\w*|veut|peut|jusqu\w*|encore"
    ),
    Cue.PAST: (
        r"(?:a|ont|est|sont|avait|avaient|était|étaient|fut|furent) (?:été |\w+é\w*|"
        r"\w+i[st]?e?s?\b|\w+ue?s?\b)|a été|ont été|avait|avaient|était|étaient|fut|furent|"
        r"\w{3,}(?:ait|aient|èrent|irent)|a|ont"
    ),
    Cue.ALL: (
        r"tou(?:s|te|t|tes)(?! les (?:jours|semaines|mois|ans|trimestres|deux|trois))|"
        r"toujours|entier\w*|intégral\w*|ensemble|quel\w* que|"
        r"tout moment"
    ),
    Cue.SOME: (
        r"certain\w*|quelques|plusieurs|part\w*|majorité|plupart|parfois|moitié|seul\w*|"
        r"au moins|jusqu"
    ),
    Cue.UNCONDITIONAL: (
        r"dans tous les cas|en tout état|en toute|quel\w* que soi\w*|"
        r"sans (?:aucune )?(?:condition\w*|restriction\w*|exception\w*|réserve\w*|limite\w*)|"
        r"même (?:si|sans)|toujours|inconditionnel\w*|automatiquement|librement|à tout moment|"
        r"en tout cas|tous les|toutes les|quoi qu|tout\w* \w+|n['’]importe"
    ),
    Cue.FAMILY: (
        r"(?:mère|père|frère|sœur|soeur|grand-mère|grand-père|oncle|tante|parents|cousine?)s?|"
        r"antécédents? familia\w*"
    ),
    Cue.CLEAR_CONDITION: (
        r"si|s['’]ils?|à condition|sous réserve|sauf|à moins|uniquement|seulement|pourvu|"
        r"excepté|tant que"
    ),
    Cue.CLEARLY_SAID: (
        r"prétend\w*|alléguée?s?|reproch\w*|soupçon\w*|probabl\w*|présum\w*|aurait|auraient|"
        r"serait|selon|accus\w*|soutenait|soutient que|affirm\w*"
    ),
    Cue.CLEAR_FUTURE: (
        r"devra|devront|pourra|pourront|ira|iront|(?!(?:sera|seront|aura|opéra|"
        r"caméra)\b)\w{3,}(?:era|eront|ira|iront|dra|dront|vra|vront)|sera|seront|aura|auront|"
        r"fera|prévu\w*|prévoit|envisag\w*"
    ),
    Cue.CLEAR_PAST: (
        r"a été|ont été|a (?:\w+é|\w+i|\w+u)e?s?|ont (?:\w+é|\w+i|\w+u)e?s?|est (?:\w+(?:é|i|"
        r"u)e?s?)|était|étaient|avait|avaient"
    ),
}


def _compiled(table: dict[Cue, str]) -> dict[Cue, re.Pattern[str]]:
    return {
        cue: re.compile(
            rf"(?:(?<!\w)|(?<=n['’])|(?<=l['’])|(?<=d['’]))(?:{words})(?!\w)|{_FORCED[cue]}",
            re.IGNORECASE,
        )
        if cue in _FORCED
        else re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
        for cue, words in table.items()
    }


_FORCED = {Cue.NOT: r"(?<=\w)n['’]t\b|(?<!\w)n['’](?=\w)"}
_CUES = {
    Language.ENGLISH: _compiled(_ENGLISH),
    Language.GERMAN: _compiled(_GERMAN),
    Language.FRENCH: _compiled(_FRENCH),
}


_MAY_THE_MONTH = re.compile(r"(?<=[\w,] )May\b")


class Cues:
    """How often each cue stands in some texts of a language; counted when it is asked for.

    `instead` answers for single cues in place of the texts.
    """

    def __init__(
        self,
        texts: Sequence[str],
        language: Language,
        instead: Mapping[Cue, Cues] | None = None,
    ) -> None:
        is_english = language is Language.ENGLISH
        self._texts = [_MAY_THE_MONTH.sub("", text) if is_english else text for text in texts]
        self._table = _CUES.get(language, {})
        self._instead = instead or {}
        self._counts: dict[Cue, int] = {}

    def get(self, cue: Cue, default: int = 0) -> int:
        """Returns how often a cue is there, the default where it is not."""
        if cue in self._instead:
            return self._instead[cue].get(cue, default)
        if cue not in self._counts:
            pattern = self._table.get(cue)
            self._counts[cue] = (
                sum(len(pattern.findall(text)) for text in self._texts) if pattern else 0
            )
        return self._counts[cue] or default
