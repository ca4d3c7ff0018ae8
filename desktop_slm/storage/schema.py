"""The tables, as numbered steps. A released step is never changed: add one behind it.

Times are microseconds of UTC; `details`, `options` and the like are JSON objects whose keys belong
to whoever writes them. Ids are never used again, so that an old one cannot mean something new.
Roles and states are Python's enums: SQLite can only change a CHECK by copying the table.
`writer` is the session (see `sessions`) that is writing a row, for as long as it is unfinished.
"""

from __future__ import annotations

from desktop_slm.storage.finding import search_schema

_CONVERSATIONS = """
CREATE TABLE chats (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL DEFAULT '',
    has_own_title INTEGER NOT NULL DEFAULT 0 CHECK (has_own_title IN (0, 1)),
    details TEXT NOT NULL DEFAULT '{}',
    leaf_id INTEGER REFERENCES messages(id) ON DELETE SET NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER
) STRICT;
CREATE INDEX chats_by_change ON chats(changed, id) WHERE deleted IS NULL;
CREATE INDEX chats_deleted ON chats(deleted) WHERE deleted IS NOT NULL;
CREATE INDEX chats_by_leaf ON chats(leaf_id);

-- `shown` counts up within a chat each time a message becomes the end of what is on the screen:
-- going back to a branch goes back to the place in it that was seen last.
-- No cascade from parent to child: it recurses, and SQLite stops at 1,000 levels.
CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL REFERENCES chats(id) ON DELETE CASCADE,
    parent_id INTEGER REFERENCES messages(id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    created INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    writer TEXT,
    details TEXT NOT NULL DEFAULT '{}',
    thinking TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL
) STRICT;
CREATE INDEX messages_by_chat ON messages(chat_id, parent_id);
CREATE INDEX messages_by_parent ON messages(parent_id);
CREATE INDEX messages_streaming ON messages(writer) WHERE state = 'streaming';

-- What was typed and not sent; the row without a chat is the draft of the new chat.
CREATE TABLE drafts (
    chat_id INTEGER REFERENCES chats(id) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX drafts_by_chat ON drafts(ifnull(chat_id, 0));
"""

_SUMMARIES = """
-- What a reader made of a file, once for each different result (see `documents`).
CREATE TABLE contents (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    title TEXT NOT NULL,
    content_id INTEGER NOT NULL REFERENCES contents(id),
    added INTEGER NOT NULL,
    UNIQUE (sha256, content_id, name)
) STRICT;
CREATE INDEX documents_by_content ON documents(content_id);

CREATE TABLE summaries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER
) STRICT;
CREATE INDEX summaries_by_change ON summaries(changed, id) WHERE deleted IS NULL;
CREATE INDEX summaries_deleted ON summaries(deleted) WHERE deleted IS NOT NULL;

CREATE TABLE summary_documents (
    summary_id INTEGER NOT NULL REFERENCES summaries(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document_id INTEGER NOT NULL REFERENCES documents(id),
    PRIMARY KEY (summary_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX summary_documents_by_document ON summary_documents(document_id);

CREATE TABLE versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    summary_id INTEGER NOT NULL REFERENCES summaries(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    writer TEXT,
    model TEXT NOT NULL,
    options TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    items TEXT NOT NULL DEFAULT '[]',
    receipt TEXT NOT NULL DEFAULT '{}',
    UNIQUE (summary_id, number)
) STRICT;
CREATE INDEX versions_running ON versions(writer) WHERE state = 'running';

-- A step's key is the hash of all that decides its text, so versions and summaries share steps.
CREATE TABLE steps (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    new_tokens INTEGER NOT NULL,
    details TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- Which versions rest on a step: erasing the last of them erases the step.
CREATE TABLE step_uses (
    version_id INTEGER NOT NULL REFERENCES versions(id) ON DELETE CASCADE,
    step_id INTEGER NOT NULL REFERENCES steps(id) ON DELETE CASCADE,
    PRIMARY KEY (version_id, step_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX step_uses_by_step ON step_uses(step_id);
"""

_QUESTIONS = """
-- A question over documents, with its answer; one asked of files that no summary is of names no
-- documents. It keeps no document: where one is erased, its questions go with it.
CREATE TABLE questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL,
    writer TEXT,
    model TEXT NOT NULL,
    question TEXT NOT NULL,
    options TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT '{}',
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX questions_running ON questions(writer) WHERE state = 'running';

CREATE TABLE question_documents (
    question_id INTEGER NOT NULL REFERENCES questions(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    PRIMARY KEY (question_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_documents_by_document ON question_documents(document_id);

-- As with versions: a step goes with the last version or question that rests on it.
CREATE TABLE question_steps (
    question_id INTEGER NOT NULL REFERENCES questions(id) ON DELETE CASCADE,
    step_id INTEGER NOT NULL REFERENCES steps(id) ON DELETE CASCADE,
    PRIMARY KEY (question_id, step_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_steps_by_step ON question_steps(step_id);
"""

_TRIALS = """
-- Models tried on some pages of a document. A model's file is known again by its hash, or else by
-- path and size; the document itself is not kept here.
CREATE TABLE trials (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    details TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE trial_outcomes (
    trial_id INTEGER NOT NULL REFERENCES trials(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    path TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (trial_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX trial_outcomes_by_file ON trial_outcomes(size_bytes);
"""

# When a person pinned or archived a chat or a summary; NULL where they did not.
_KEEPING = "".join(
    f"ALTER TABLE {table} ADD COLUMN {column} INTEGER;\n"
    for table in ("chats", "summaries")
    for column in ("pinned", "archived")
)

# What was erased for good, until it is out of the backups as well (see `forgetting`). An id alone
# would not do: after an older backup is restored, the same ids are given out a second time.
_FORGOTTEN = """
CREATE TABLE forgotten (
    source TEXT NOT NULL,
    id INTEGER NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (source, id, created)
) STRICT, WITHOUT ROWID;
""" + "".join(
    f"""
CREATE TRIGGER {table}_forgotten AFTER DELETE ON {table} BEGIN
    INSERT OR IGNORE INTO forgotten VALUES ('{table}', old.id, old.created);
END;
"""
    for table in ("chats", "summaries", "questions", "trials")
)

# The person's own; those that come with the app are files. What is in a body belongs to
# `assistants.personas`.
_ASSISTANTS = """
CREATE TABLE assistants (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER
) STRICT;

CREATE TABLE prompts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    deleted INTEGER
) STRICT;
CREATE UNIQUE INDEX prompts_by_name ON prompts(name) WHERE deleted IS NULL;
""" + "".join(
    f"""
CREATE TRIGGER {table}_forgotten AFTER DELETE ON {table} BEGIN
    INSERT OR IGNORE INTO forgotten VALUES ('{table}', old.id, old.created);
END;
"""
    for table in ("assistants", "prompts")
)

# What belongs together: a matter, a patient, a course. `kept_days` is NULL where that is for good;
# `filed` is when a row was put into its folder, from which its days are counted at the earliest.
# `draft` is what was typed for a new chat in the folder and not sent.
_FOLDERS = """
CREATE TABLE folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kept_days INTEGER,
    is_folded INTEGER NOT NULL DEFAULT 0 CHECK (is_folded IN (0, 1)),
    draft TEXT NOT NULL DEFAULT '',
    created INTEGER NOT NULL
) STRICT;
CREATE TRIGGER folders_forgotten AFTER DELETE ON folders BEGIN
    INSERT OR IGNORE INTO forgotten VALUES ('folders', old.id, old.created);
END;
""" + "".join(
    f"""
ALTER TABLE {table} ADD COLUMN folder_id INTEGER REFERENCES folders(id) ON DELETE SET NULL;
ALTER TABLE {table} ADD COLUMN filed INTEGER;
CREATE INDEX {table}_by_folder ON {table}(folder_id) WHERE folder_id IS NOT NULL;
"""
    for table in ("chats", "summaries")
)

# Every connection that was made. The table alone may be there before its step was taken: a backup
# from before that is put in place is given the record of now (see `backups.restoring`).
CONNECTIONS = """
CREATE TABLE IF NOT EXISTS connections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    host TEXT NOT NULL,
    purpose TEXT NOT NULL,
    size_bytes INTEGER NOT NULL
) STRICT;
"""

# Messages that wait for the answer before them, with what goes along (`details`), in their order.
_WAITING = """
CREATE TABLE waiting (
    chat_id INTEGER NOT NULL REFERENCES chats(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    details TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (chat_id, number)
) STRICT;
"""

STEPS: tuple[str, ...] = (
    _CONVERSATIONS + _SUMMARIES,
    _QUESTIONS,
    _TRIALS,
    _KEEPING + search_schema.SCRIPT,
    _FORGOTTEN,
    _ASSISTANTS,
    _FOLDERS,
    CONNECTIONS,
    _WAITING + search_schema.QUESTIONS_SCRIPT,
)
