"""The promises of SECURITY.md by number, and the parts that show each of them."""

from __future__ import annotations

from tests.prove import (
    cuts,
    deaths,
    erased,
    forged_turns,
    fuzzing,
    hostile_files,
    injections,
    sessions,
    soak,
    templates,
)
from tests.prove.part import Part, Promise
from tests.prove.suite import existing

_DOWNLOAD = "tests/process/test_download.py"
_KILLS = "tests/process/test_download_kills.py"
_STORAGE = "tests/unit/storage"
_FAULTS = f"{_STORAGE}/test_faults.py"

PROMISES: tuple[Promise, ...] = (
    Promise(
        "P1",
        "A message shown as saved survives a crash of the app",
        (
            Part(
                "killed while it writes and streams",
                existing("tests/process/test_storage.py", count="kills", chosen="killed or kill"),
                quick=60, long=2_000, slice_size=500,
            ),
            Part(
                "killed in each of backing up, importing, migrating, changing the passphrase",
                existing("tests/process/test_working_kills.py", count="kills"),
                quick=15, long=300, slice_size=100,
            ),
            Part("the window killed in an answer", existing("tests/whole", chosen="crash_cut_off")),
        ),
    ),
    Promise(
        "P2",
        "A failing or full disk never damages what is there",
        (
            Part(
                "an error, a full disk and a torn write at every write and sync of some turns",
                existing(_FAULTS, count="turns", chosen="not migration"), quick=2, long=0,
            ),
            *(
                Part(f"{words} at every write and sync of many turns",
                     existing(_FAULTS, count="turns", chosen=f"not migration and {chosen}"),
                     quick=0, long=24)
                for words, chosen in (("an error", "kept and error"), ("a torn write", "torn"),
                                      ("a disk that is full once", "full and not then"),
                                      ("a disk that stays full", "then"))
            ),
        ),
        "a script of 500 commits: the long run breaks every write of 24 turns, three ways.",
    ),
    Promise(
        "P3",
        "A power cut loses nothing that was acknowledged",
        (
            Part(
                "cuts with unsynced writes lost, torn and in another order",
                existing("tests/process/test_power_cut.py", count="cuts"),
                quick=200, long=5_000, slice_size=2_500,
            ),
        ),
        "a disk that says it has synced and has not; the cuts are those of SQLite's file layer.",
    ),
    Promise(
        "P4",
        "Nothing readable on disk",
        (
            Part("a whole session, then every byte searched", sessions.searched, quick=1, long=3),
            Part(
                "killed while it writes, then every byte searched",
                sessions.searched_after_kills, quick=3, long=20,
            ),
        ),
        "Windows and macOS; swap (this machine has none).",
    ),
    Promise(
        "P5",
        "A lost key leaves the data as it is and offers a way back",
        (
            Part("seven losses, each with three ways in",
                 existing(f"{_STORAGE}/test_key_matrix.py")),
            Part(
                "refusals, passphrases, recovery codes",
                existing(f"{_STORAGE}/test_key_refusals.py", f"{_STORAGE}/test_keys.py",
                      f"{_STORAGE}/test_protecting.py"),
            ),
        ),
        "the keyrings of Windows and macOS.",
    ),
    Promise(
        "P6",
        "A changed file is refused, never read as something else",
        (
            Part(
                "bits flipped, files cut, logs exchanged",
                existing("tests/process/test_bit_flips.py", count="flips"),
                quick=200, long=5_000, slice_size=2_500,
            ),
        ),
    ),
    Promise(
        "P7",
        "A model file is used only if its SHA-256 matches",
        (
            Part("wrong bytes, lengths, redirects: 3 MB",
                 existing(_DOWNLOAD, count="size"), quick=3_000_000, long=3_000_000),
            Part("the same with 300 kB",
                 existing(_DOWNLOAD, count="size", chosen="final or passes"),
                 quick=300_000, long=300_000),
            Part("the same with 12 MB",
                 existing(_DOWNLOAD, count="size", chosen="final or passes"),
                 quick=0, long=12_000_000),
        ),
    ),
    Promise(
        "P8",
        "Downloads resume, always",
        (
            Part("slices of 50 kills of a 128 MB file, and ten drops of 200 MB",
                 existing(_KILLS, chosen="kills or replaced or damaged or pause"),
                 quick=1, long=20, slice_size=1),
        ),
        "a real download over the internet.",
    ),
    Promise(
        "P9",
        "A cut model file never loads",
        (
            Part("cuts, with the header check alone", cuts.cut, quick=60, long=500),
            Part("every header field cut", existing("tests/unit/gguf/test_header.py",
                                                 chosen="truncation or hostile")),
        ),
    ),
    Promise(
        "P10",
        "A full disk or a missing folder during a download is said, and what came is kept",
        (
            Part("full, without room, shared by two, elsewhere",
                 existing(_KILLS, _DOWNLOAD,
                      chosen="disk or two_processes or room or close or cancel")),
            Part("the models folder moved and killed",
                 existing("tests/process/test_moving_kills.py")),
        ),
        "long paths of Windows.",
    ),
    Promise(
        "P11",
        "Gated, private, unknown, offline, proxy: each in its own words",
        (
            Part("answers of a hub that refuses",
                 existing(_DOWNLOAD, chosen="sentence or offline")),
            Part("the token is in no log, address or process list",
                 existing("tests/process/test_download_token.py")),
        ),
    ),
    Promise(
        "P12",
        "A hostile model cannot take the app down",
        (
            Part("mutated headers through the check alone",
                 existing("tests/unit/gguf/test_header.py", count="headers", chosen="mutated"),
                 quick=20_000, long=1_000_000, slice_size=250_000),
            Part("mutated models really loaded, with the check off",
                 existing("tests/process/test_mutants.py", count="mutants"),
                 quick=200, long=5_000, slice_size=1_000),
        ),
        "llama.cpp built with AddressSanitizer.",
    ),
    Promise(
        "P13",
        "Templates cannot escape or hang",
        (
            Part("templates of strangers", templates.run, quick=45, long=2_045, slice_size=1_000),
        ),
    ),
    Promise(
        "P14",
        "Text cannot forge turns",
        (Part("every special token as text, in seven places", forged_turns.run),),
        "the other models of the catalog: they are not on this machine.",
    ),
    Promise(
        "P15",
        "Documents that give orders do not act",
        (
            Part("injected documents summarized by the practice model", injections.run,
                 quick=10, long=60, slice_size=20),
        ),
        "the steering of stronger models than the practice model.",
    ),
    Promise(
        "P16",
        "What a model writes is inert on the screen",
        (
            Part("hostile strings in every kind of widget, traced",
                 existing("tests/ui/test_hostile_display.py")),
            Part("heavy strings", existing("tests/ui/test_hostile_weight.py")),
            Part("only the safe pieces show text", existing("tests/ui/test_plain_text.py")),
        ),
    ),
    Promise(
        "P17",
        "Hostile documents are reported, not fatal",
        (
            Part("documents with one defect each, in 21 formats, a process for each",
                 hostile_files.run_defects, quick=550, long=hostile_files.ALL_DEFECTS),
            Part("hostile documents of 72 families, a process for each", hostile_files.run,
                 quick=72, long=720, slice_size=180),
            Part("the known ones and mutants",
                 existing("tests/process/test_reader_hostile.py",
                       "tests/process/test_office_hostile.py")),
        ),
    ),
    Promise(
        "P18",
        "The death of a worker is survivable",
        (
            Part("the engine killed while it loads, reads, writes and waits", deaths.run,
                 quick=25, long=500, slice_size=250),
            Part("what its parent says of it",
                 existing("tests/process/test_worker.py", "tests/process/test_engine_faults.py")),
        ),
    ),
    Promise(
        "P19",
        "Nothing leaves",
        (
            Part("a whole session under strace", sessions.traced, quick=1, long=3),
            Part("the same in an empty network namespace", sessions.in_empty_namespace),
            Part("tries from inside the engine and the reader",
                 existing("tests/process/test_probe.py", "tests/process/test_confine.py")),
            Part("only the fetch child and the browser reach the network",
                 existing("tests/process/test_launcher.py")),
        ),
        "Windows and macOS.",
    ),
    Promise(
        "P20",
        "Upgrades never lose data",
        (
            Part("every earlier schema with data", existing(f"{_STORAGE}/test_migrations.py")),
            Part("a fault at every write of a migration",
                 existing(_FAULTS, chosen="migration")),
        ),
    ),
    Promise(
        "P21",
        "Forget means forgotten",
        (
            Part("chats deleted, then every byte searched", erased.run, quick=20, long=200),
            Part("summaries, documents, questions, steps, backups",
                 existing(f"{_STORAGE}/test_forgetting.py")),
        ),
        "blocks that an SSD has set aside.",
    ),
    Promise(
        "SOAK",
        "A long day leaves nothing behind",
        (
            Part("minutes of a day in miniature, a round of it with the real model", soak.run,
                 quick=8, long=0),
            Part("minutes of a whole day, ten rounds of it with the real model", soak.run,
                 quick=0, long=soak.WHOLE_MINUTES),
        ),
    ),
    Promise(
        "FUZZ",
        "What reads a stranger's bytes is fuzzed",
        (Part("minutes of fuzzing", fuzzing.run, quick=4, long=24),),
    ),
)  # fmt: skip
