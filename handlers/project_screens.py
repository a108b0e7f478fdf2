"""The screens of projects: their card, files, prices, pulled tasks."""

from collections.abc import Awaitable, Callable
from typing import Any

from handlers import gold_screens
from handlers.context import Hall
from handlers.messages import (
    exports,
    files,
    progress,
    project,
    project_drafts,
    project_edits,
    project_files,
    pulled,
    repricing,
    taking_back,
    unsure,
)
from handlers.messages.screen import Screen

SCREENS: dict[str, Callable[[Hall, dict[str, Any]], Awaitable[Screen | None]]] = {
    **gold_screens.SCREENS,
    **unsure.SCREENS,
    "reprice_ask": repricing.ask,
    "reprice_preview": repricing.preview,
    "reprice_done": repricing.done,
    "projects": project.listing,
    "project": project.card,
    "project_made": project.made,
    "project_staged": project_files.staged,
    "project_unchanged": project_files.unchanged,
    "project_guidelines": project.guidelines,
    "project_faults": files.project_faults,
    "import_hint": project.import_hint,
    "import_dropped": files.dropped,
    "file_unknown": files.not_understood,
    "file_unfetched": files.unfetched,
    "file_too_large": files.too_large,
    "import_which": files.which_project,
    "import_report": files.report,
    "import_faults": files.faults,
    "import_published": files.published,
    "export_choice": exports.choice,
    "export": exports.file,
    "export_card": exports.data_card,
    "project_field": project_drafts.field,
    "project_draft": project_drafts.card,
    "project_edit": project_edits.card,
    "project_edit_ask": project_edits.ask,
    "project_edit_fault": project_edits.fault,
    "project_edit_preview": project_edits.preview,
    "project_edited": project_edits.done,
    "project_file": project_edits.file,
    "project_progress": progress.chart,
    "taking_back": taking_back.ask,
    "taken_back": taking_back.done,
    "rest_pulled": taking_back.rest,
    "pulled": pulled.listing,
    "pulled_task": pulled.card,
    "pulled_file": pulled.file,
}
