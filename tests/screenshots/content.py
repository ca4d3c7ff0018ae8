"""What stands in the pictures. Every name, document and figure is invented."""

from __future__ import annotations

import textwrap
from pathlib import Path

from desktop_slm.assistants.attachments import Attachment
from desktop_slm.assistants.personas.assistant import Assistant, Example
from desktop_slm.assistants.personas.prompt_library import Prompt
from desktop_slm.engine.protocol import Request
from desktop_slm.policy import Policy
from tests.fakes.documents import Pdf, heading, para, show
from tests.fakes.documents import docx as make_docx

QUESTION = "Can I sublet a room, and how do I write that politely to the landlord?"
ANSWER = """\
Yes, but only with the landlord's **written consent**, which may not be refused without a reason. \
Ask before the other person moves in.

- Name the person and the period.
- Say that you remain the tenant and liable for the rent.
- Ask for an answer within two weeks.

```text
Dear Ms. Lindqvist,
I would like to sublet one room of my flat from 1 March to 31 August …
```
"""
SECOND_QUESTION = "Shorter, please."
SECOND_ANSWER = (
    "May I sublet one room from 1 March to 31 August? I stay the tenant and remain liable for the "
    "rent; the name of the person and the dates are in the attached note."
)
TEXT_QUESTION = "Why does the mean of n measurements scatter less, and how do I compute it?"
TEXT_ANSWER = r"""For $n$ independent measurements with variance $\sigma^2$, that of the mean is

$$
\operatorname{Var}(\bar{x}) = \frac{1}{n^2} \sum_{i=1}^{n} \sigma^2 = \frac{\sigma^2}{n}
$$

so the standard error falls as $1/\sqrt{n}$: four times the work halves it.[^1]

| $n$ | standard error |
|--:|--:|
| 1 | $\sigma$ |
| 4 | $\sigma / 2$ |

- [x] Measurements are independent
- [ ] Each has the same variance

```python
def standard_error(values: list[float]) -> float:
    mean = sum(values) / len(values)
    squares = sum((value - mean) ** 2 for value in values)
    return (squares / (len(values) - 1) / len(values)) ** 0.5  # n - 1, not n
```

[^1]: This needs *independent* measurements.
"""
TAX_LETTERS = Assistant(
    name="Letters to the tax office",
    about="Answers official letters, short and polite.",
    icon="file-text",
    instructions=(
        "You answer letters of the tax office for me.\n"
        "- Begin with the file number.\n"
        "- At most 120 words, polite, no opinions.\n"
        "- Put what you do not know in square brackets."
    ),
    note="It knows no tax law. Check every deadline and every amount in the letter yourself.",
    examples=(
        Example(
            "They want the invoice for the bicycle by 3 May.",
            "File number [number]\n\nDear Sir or Madam,\n\nenclosed is the invoice …",
        ),
    ),
    documents=(Attachment("My data.txt", "File number: [number]\nAddress: Lindenstrasse 14\n"),),
)
TAX_PROMPT = Prompt("tax", "Answer this letter of the tax office in at most 120 words:\n\n{text}")
CHATS = (
    ("Lease questions", 0),
    ("Packing list for Oslo", 0),
    ("Explain my blood test", 1),
    ("Letter to the school", 1),
    ("Regex for invoice numbers", 6),
    ("Kalman filter, simply", 40),
)

_PAGES = (
    (
        "3.1 The year in short",
        "The year under review was marked by a return of demand in both segments and by the "
        "completion of the northern line in October, four months late.",
        "The company employed 18,400 people at year end, 600 more than a year before.",
    ),
    (
        "3.2 Results of operations",
        "Revenue rose by 12 % to 4.1 billion, of which 2.7 billion came from services, while the "
        "order book at year end stood at 5.9 billion. Currency effects reduced growth by one "
        "percentage point.",
        "Operating profit before special items reached 402 million. Special items of 61 million "
        "relate mainly to the planned closure of two sites in May, described in note 17.",
    ),
    (
        "3.3 Financial position",
        "Net debt fell to 0.8 billion. The board proposes a dividend of 1.10 a share, unchanged "
        "from the previous year.",
        "Working capital improved in the second half, after a first half that was burdened by "
        "stock kept for the change of systems.",
    ),
    (
        "3.4 Risks",
        "The largest risk is the price of energy: a rise of ten percent would cost 38 million a "
        "year. Two thirds of the demand is bought ahead until the end of 2027.",
        "A claim of a former supplier over 14 million is before the court in Oslo.",
    ),
    (
        "3.5 Outlook",
        "The company expects revenue to grow by 3 to 5 % in the coming year, and investments of "
        "about 310 million, most of them in the southern line.",
    ),
)
SENTENCES = (
    "Revenue rose by 12 % to 4.1 billion, of which 2.7 billion came from services.",
    "Two sites will be closed in May; special items of 61 million relate mainly to this.",
    "Net debt fell to 0.8 billion, and the dividend stays at 1.10 a share.",
    "Operating profit doubled against the previous year.",
    "The northern line was completed in October, four months late.",
    "Revenue is expected to grow by 3 to 5 % in the coming year.",
)
_LINE_CHARACTERS = 76


def report() -> bytes:
    """Returns a PDF of a few pages."""
    pdf = Pdf(info={"Title": "Annual report 2025"})
    for title, *paragraphs in _PAGES:
        page, y = show(title, size=16), 690
        for text in paragraphs:
            for line in textwrap.wrap(text, _LINE_CHARACTERS):
                page += show(line, y=y)
                y -= 15
            y -= 12
        pdf.page(page)
    return pdf.bytes()


def minutes() -> bytes:
    """Returns a Word document."""
    return make_docx(heading("Minutes") + para("The board met on 12 November and agreed."))


def answer(request: Request) -> str:
    """Returns what the scripted model says."""
    asked = " ".join(segment.text for segment in request.prompt)
    if "4.1 billion" in asked:
        return "\n".join(f"- {sentence}" for sentence in SENTENCES)
    return SECOND_ANSWER if SECOND_QUESTION in asked else ANSWER


def leases() -> tuple[bytes, bytes]:
    """Returns two versions of a lease."""
    repairs = "The landlord bears the cost of repairs of the roof, the walls and the heating."
    earlier = f"""# Lease of the flat in Lindenstrasse 14

## 1 Rent

The tenant shall pay a monthly rent of 900 euro. The rent is due on the first working day of each
month. It is paid by bank transfer to the landlord's account.

## 2 Animals

Small animals in cages may be kept. Dogs and cats must not be kept without the written consent of
the landlord.

## 3 Term and notice

The lease begins on 1 March 2023. Either party may give notice of three months to the end of a
month. Notice must be given in writing.

## 4 Repairs

{repairs} The tenant pays for minor repairs of up to 100 euro each.
"""
    later = f"""# Lease of the flat in Lindenstrasse 14

## 1 Rent

The tenant shall pay a monthly rent of 960 euro. The rent is due on the third working day of each
month. It is paid by bank transfer to the landlord’s account.

A deposit of 1,800 euro is paid before the keys are handed over.

## 2 Repairs

{repairs} The tenant pays for minor repairs of up to 150 euro each.

## 3 Animals

Small animals in cages may be kept. Dogs and cats may be kept with the written consent of the
landlord.

## 4 Term and notice

The lease begins on 1 March 2024. Either party may give notice of three months to the end of a
month.
"""
    return earlier.encode(), later.encode()


POLICY = Policy(
    offline=True,
    mirror="https://models.example.org",
    allowed_models=frozenset(["a" * 64, "b" * 64]),
    lock_after_min=15,
    keep_days=90,
    exports=False,
    printing=False,
    models_folder=Path("/srv/models"),
)
