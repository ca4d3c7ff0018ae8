"""The phrases of English that turn a claim, as patterns for whole words."""

from __future__ import annotations

from desktop_slm.assistants.evidence.cue import Cue

CUES = {
    Cue.NOT: r"not|n['’]t|cannot|no|never|neither|nor|none|nobody|nothing",
    Cue.NEGATIVE: (
        r"refus\w+|reject\w*|den(?:y|ies|ied|ial)|prohibit\w*|forb\w+|exclu\w+|lack\w*|"
        r"fail\w*|unable|un(?!der|it|til|ion|iver|animous)\w{3,}ed|un(?:related|affected|altered|likely|paid|occupied|touched|"
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
        r"guilty|in fact|reveal\w*|detect\w*|identif\w*"
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
        r"cousin|sibling)(?:s|['’]s)?|family history|relatives?"
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
