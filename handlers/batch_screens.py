"""The screens of batches and of what clients say of them, for coordinators, clients and admins."""

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.context import Hall
from handlers.messages import answers, batch_lines, batches, refusals
from handlers.messages.screen import Screen

SCREENS: dict[str, Callable[[Hall, dict[str, Any]], Awaitable[Screen | None]]] = {
    "batches": batches.listing,
    "batch": batches.card,
    "batch_deliver": batches.ask_deliver,
    "batch_confirm": batches.ask_confirm,
    "batch_file": batches.lines_file,
    "batch_export": batches.export_choice,
    "batch_delivered": batches.told_delivered,
    "batch_reminder": batches.reminder,
    "batch_lines": batch_lines.listing,
    "batch_line": batch_lines.line,
    "batch_image": batch_lines.image,
    "batch_task": batch_lines.whole_task,
    "batch_reasons": batch_lines.reasons,
    "batch_refuse_words": batch_lines.ask_words,
    "batch_refuse": batch_lines.preview,
    "client_confirmed": batches.good_news,
    "client_refused": refusals.told_refused,
    "client_refusals": refusals.every_refused,
    "refusals_held": refusals.held,
    "refusals_ask": refusals.ask_all,
    "refusal": refusals.one,
    "refusals_decided": refusals.told_decided,
    "refusals_lapsed": refusals.told_lapsed,
    "answers": answers.report,
    "answers_applied": answers.applied,
    "answers_dropped": answers.dropped,
}
