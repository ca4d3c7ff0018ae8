"""The phrases of French that turn a claim, as patterns for whole words."""

from __future__ import annotations

from desktop_slm.assistants.evidence.cue import Cue

CUES = {
    Cue.NOT: r"ne|n['’]|pas|jamais|aucune?|ni|rien|personne ne|non",
    Cue.NEGATIVE: (
        r"refus\w*|rejet\w*|interdi\w*|exclu\w*|nie|nié|niait|déni\w*|manqu\w*|échou\w*|"
        r"défaut|absen\w*|irr\w+|in(?:changé|défini|suffis|connu|occup|valid|dispon|capab)\w*|"
        r"impossib\w*|seul\w*|sauf|hormis|uniquement|peu|guère|à moins|avant|exempt\w*|"
        r"évit\w*|vide|écart\w*|contest\w*|conteste|dispens\w*|gratuit\w*|prohib\w*|débout\w*|"
        r"nul\w*|renonc\w*|plutôt|tant que|demeur\w*|rest\w*|que|qu['’]|oppos\w*|stable\w*|"
        r"reste|négati\w*|hors|infér\w*|moins|libre\w*|prohib\w*|suppr\w+|suspend\w*|perd\w*|"
        r"tard|sans|quitt\w*|omis\w*|omet\w*|rien|offert\w*|arrêt\w*|plafon\w*|cess\w*|report\w*|faute"
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
        r"effectivement|décel\w*|révél\w*|découv\w*"
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
        r"en tout cas|tous les (?!jours|mois|ans|\w+ (?:jours|mois|ans))|"
        r"toutes les (?!semaines|heures)|"
        r"quoi qu|toute?s? (?!les?\b)\w+|n['’]importe"
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
        r"serait|selon (?!l['’](?:indice|usage|âge)|"
        r"(?:son|sa|ses|les?|la) (?:carnet|dossier|contrat|barème|tarif|modalit|"
        r"calendrier|loi|taille|cas|besoin))|"
        r"accus\w*|soutenait|soutient que|affirm\w*"
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
