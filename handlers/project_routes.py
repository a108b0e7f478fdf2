"""The buttons of projects: their card, files, prices, pulled tasks."""

from collections.abc import Awaitable, Callable

from bot.domain.awaiting import AwaitedText
from handlers import gold_routes, unsure_routes
from handlers.context import Context
from handlers.coordinator import exports, progress, projects, pulled, repricing, taking_back
from handlers.coordinator import project_drafts as making
from handlers.coordinator import project_edits as editing
from handlers.route import Button

TOPICS: dict[str, Callable[[Context, AwaitedText, str], Awaitable[None]]] = {
    repricing.TOPIC: repricing.written,
    making.TOPIC: making.written,
    editing.TOPIC: editing.written,
}

BUTTONS = (
    *gold_routes.BUTTONS,
    *unsure_routes.BUTTONS,
    Button("pl", projects.listing, "n", arrived=False),
    Button("p", projects.card, "t", arrived=False),
    Button("ps", projects.set_state, "tt", arrived=False),
    Button("pg", projects.guidelines, "t", arrived=False),
    Button("pr", repricing.ask, "t", arrived=False),
    Button("pq", repricing.confirm, "t", arrived=False),
    Button("pi", projects.import_hint, "t", arrived=False),
    Button("px", exports.choice, "t", arrived=False),
    Button("pxf", exports.filtered, "tn", arrived=False),
    Button("pe", exports.export, "tt", arrived=False),
    Button("fp", projects.file_project, "tt", arrived=False),
    Button("fy", projects.publish, "ttn", arrived=False),
    Button("fa", projects.all_faults, "tt", arrived=False),
    Button("pjv", projects.import_sample, "tt", arrived=False),
    Button("fn", projects.drop_file, "t", arrived=False),
    # Making one, in the chat.
    Button("pja", making.begin, arrived=False),
    Button("pjd", making.card, "t", arrived=False),
    Button("pjq", making.ask, "tt", arrived=False),
    Button("pjh", making.choose_scheme, "tt", arrived=False),
    Button("pji", making.choose_time, "tn", arrived=False),
    Button("pjg", making.toggle_language, "tt", arrived=False, stays=True),
    Button("pjy", making.any_language, "t", arrived=False),
    Button("pjz", making.languages_done, "t", arrived=False),
    Button("pjc", making.sample, "t", arrived=False),
    Button("pjk", making.create, "t", arrived=False),
    Button("pjj", making.drop, "t", arrived=False),
    # Changing one, and how it gets on.
    Button("pjm", editing.card, "t", arrived=False),
    Button("pje", editing.ask, "tt", arrived=False),
    Button("pwv", editing.tapped, "ttt", arrived=False),
    Button("pjn", editing.none, "tt", arrived=False),
    Button("pjs", editing.save, "tn", arrived=False),
    Button("pjf", editing.file, "t", arrived=False),
    Button("pjp", progress.chart, "t", arrived=False),
    # A published file.
    Button("pjb", taking_back.ask, "t", arrived=False),
    Button("pjw", taking_back.take_back, "t", arrived=False),
    Button("pjr", taking_back.pull_rest, "t", arrived=False),
    # Pulled tasks.
    Button("pjl", pulled.listing, "tn", arrived=False),
    Button("pjo", pulled.card, "n", arrived=False),
    Button("pjt", pulled.file, "n", arrived=False),
    Button("pju", pulled.put_back, "n", arrived=False),
    Button("pjx", pulled.leave_out, "n", arrived=False),
)
