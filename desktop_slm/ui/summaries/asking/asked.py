"""One question over a set, as the page shows it; changed on the Qt thread alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop_slm.assistants.asking.answer import Answer
from desktop_slm.assistants.asking.ask_plan import AskPlan
from desktop_slm.assistants.asking.question import Question
from desktop_slm.assistants.asking.question_records import KeptQuestion
from desktop_slm.errors import DesktopSlmError
from desktop_slm.storage.runs import RunState


class AskStage(Enum):
    """What happens with a question now."""

    LOADING = "loading"  # the model
    READING = "reading"
    JOINING = "joining"
    STOPPING = "stopping"
    DONE = "done"
    STOPPED = "stopped"  # by the person, or cut off: can go on
    FAILED = "failed"


_STAGES = {
    RunState.COMPLETE: AskStage.DONE,
    RunState.STOPPED: AskStage.STOPPED,
    RunState.INTERRUPTED: AskStage.STOPPED,
    RunState.RUNNING: AskStage.STOPPED,  # in another window
    RunState.FAILED: AskStage.FAILED,
}
_RUNNING = (AskStage.LOADING, AskStage.READING, AskStage.JOINING, AskStage.STOPPING)


@dataclass(eq=False)
class Asked:
    """A question with what has come of it."""

    question: Question
    stage: AskStage = AskStage.LOADING
    id: int | None = None
    share: float | None = None
    done: int = 0
    total: int = 0
    plan: AskPlan | None = None
    answer: Answer | None = None
    error: DesktopSlmError | None = None
    model_name: str = ""
    is_practice: bool = False

    @property
    def is_running(self) -> bool:
        """Whether it is being answered."""
        return self.stage in _RUNNING

    @property
    def can_go_on(self) -> bool:
        """Whether it was begun and not finished."""
        return self.stage in (AskStage.STOPPED, AskStage.FAILED)

    @classmethod
    def of(cls, kept: KeptQuestion) -> Asked:
        """Returns a stored question."""
        return cls(
            kept.question,
            _STAGES[kept.state],
            kept.id,
            answer=kept.answer,
            model_name=kept.model_name,
            is_practice=kept.is_practice,
        )
