"""Finds words in what was typed and not sent: drafts, and messages that wait.

They are few, and in no index: what was never sent leaves nothing behind when it goes.
"""

from __future__ import annotations

from desktop_slm.storage.database import Database
from desktop_slm.storage.finding.hits import NO_MOMENT, Hit, HitKind
from desktop_slm.storage.finding.search_schema import attached_text
from desktop_slm.storage.finding.search_text import Query, Snippet, snippet
from desktop_slm.storage.times import from_stored

# Of each: the text, the details of a message that waits, the chat or 0, its title, when it was
# changed and archived, and the folder.
_TYPED = """
SELECT typed.text, typed.details, ifnull(chats.id, 0), ifnull(chats.title, ''), chats.changed,
    chats.archived, folders.id, ifnull(folders.name, '')
FROM (SELECT chat_id, text, '{}' AS details, NULL AS folder_id FROM drafts
    UNION ALL SELECT chat_id, text, details, NULL FROM waiting
    UNION ALL SELECT NULL, draft, '{}', id FROM folders WHERE draft != '') AS typed
LEFT JOIN chats ON chats.id = typed.chat_id
LEFT JOIN folders ON folders.id = ifnull(typed.folder_id, chats.folder_id)
WHERE typed.chat_id IS NULL OR (chats.id IS NOT NULL AND chats.deleted IS NULL)
ORDER BY chats.changed DESC
"""


def find(database: Database, query: Query, limit: int) -> list[Hit]:
    """Returns the drafts and waiting messages that fit, those of the newest chats first."""
    hits = []
    for text, details, chat_id, title, changed, archived, folder_id, folder in database.rows(
        _TYPED
    ):
        attached = attached_text(details)
        if not query.fits(f"{text}\n{attached}" if attached else text):
            continue
        hits.append(
            Hit(
                HitKind.DRAFT,
                chat_id,
                Snippet(title),
                snippet(text, query) or snippet(attached, query) or Snippet(""),
                NO_MOMENT if changed is None else from_stored(changed),
                is_archived=archived is not None,
                folder=folder,
                folder_id=folder_id,
            )
        )
        if len(hits) == limit:
            break
    return hits
