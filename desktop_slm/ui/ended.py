"""What of the work that goes on by itself has come to its end: see `Core.work_ended`."""

from __future__ import annotations

from enum import Enum

LONG_ANSWER_S = 10.0  # a shorter answer is waited for


class Ended(Enum):
    """A kind of work and how it ended. Never what it was about."""

    ANSWER = "an answer"
    ANSWER_FAILED = "an answer that could not be finished"
    SUMMARY = "a summary"
    SUMMARY_FAILED = "a summary that could not be finished"
    QUESTION = "a question about documents"
    DOWNLOAD = "a download"
    DOWNLOAD_FAILED = "a download that could not be finished"
    TRIAL = "a trial of models"
    TUNING = "the measuring or conversion of a model"
