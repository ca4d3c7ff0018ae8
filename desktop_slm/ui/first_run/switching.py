"""What happens when a person's model has come in: the app changes to it, and what the practice
model made can be made again.
"""

from __future__ import annotations

from desktop_slm.assistants.practice_work import summaries_of_practice
from desktop_slm.models.library import InstalledModel
from desktop_slm.ui import quantities
from desktop_slm.ui.core import Core
from desktop_slm.ui.first_run.words import tr
from desktop_slm.ui.operations import Job, Lane
from desktop_slm.ui.page_stack import PageStack
from desktop_slm.ui.places import Place
from desktop_slm.ui.widgets.banner import Banner


def switch(core: Core, pages: PageStack, banner: Banner, model: InstalledModel) -> None:
    """Uses a model that came in where nothing or the practice model was used until now."""
    before = core.model
    if before is not None and not before.is_practice:
        return
    core.choose_model(model)
    if pages.place is Place.FIRST_RUN:
        pages.first_run.finish()
    data = core.data

    def look(_job: Job) -> tuple[int, ...]:
        return summaries_of_practice(data.summaries) if data is not None else ()

    core.operations.run(
        banner,
        look,
        on_success=lambda found: _tell(pages, banner, model, found),
        on_failure=core.report,
        lane=Lane.STORAGE,
    )


def _tell(
    pages: PageStack, banner: Banner, model: InstalledModel, summaries: tuple[int, ...]
) -> None:
    """Says what changed, and offers to make again what the practice model made."""
    if "summary" in pages.__dict__:  # the page was made
        pages.summary.redoing.take_waiting()
    has_answer = pages.chat.has_practice_answer
    said = [tr("“{model}” is on this computer and answers from now on.").format(model=model.name)]
    if summaries:
        counted = tr("1 summary was made by the practice model.")
        if len(summaries) > 1:
            counted = tr("{count} summaries were made by the practice model.")
        said.append(counted.format(count=quantities.whole(len(summaries))))
    if has_answer:
        said.append(tr("The last answer of this chat is the practice model’s."))

    def redo() -> None:
        banner.hide()
        pages.summary.redoing.begin(summaries)
        if has_answer:
            pages.chat.answer_again()
        if summaries:
            pages.show_place(Place.SUMMARY)

    offer = tr("Make it again") if len(summaries) + has_answer == 1 else tr("Make them again")
    actions = ((offer, redo),) if summaries or has_answer else ()
    banner.show_message(" ".join(said), actions=actions)
