"""The check of a summary's sentences against the document, by the app and without a model.

Only the values are imported from here; `index` does the work, in the analysis child.
"""

from desktop_slm.assistants.evidence.values import (
    Doubt,
    Evidence,
    Finding,
    Place,
    Support,
    pages_of,
)

__all__ = ["Doubt", "Evidence", "Finding", "Place", "Support", "pages_of"]
