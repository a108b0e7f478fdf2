"""The buttons of planned calls and of what groups are for, and what takes a written time."""

from handlers.coordinator import groups, schedules
from handlers.route import Button

TOPICS = {schedules.TOPIC: schedules.written}

BUTTONS = (
    Button("csa", schedules.privately, "tnn", arrived=False),
    Button("csw", schedules.when, "t", arrived=False),
    Button("csn", schedules.at_once, "t", arrived=False),
    Button("csd", schedules.day, "tn", arrived=False),
    Button("csr", schedules.again, "tn", arrived=False),
    Button("csh", schedules.on_day, "tnn", arrived=False),
    Button("csi", schedules.repeated, "tnn", arrived=False),
    Button("cst", schedules.ask, "t", arrived=False),
    Button("cso", schedules.plan, "t", arrived=False),
    Button("csl", schedules.listing, "n", arrived=False),
    Button("csv", schedules.card, "t", arrived=False),
    Button("csp", schedules.hold, "t", arrived=False),
    Button("csq", schedules.resume, "t", arrived=False),
    Button("cse", schedules.ask_end, "t", arrived=False),
    Button("csf", schedules.end, "t", arrived=False),
    Button("csg", schedules.post_now, "t", arrived=False),
    Button("gpv", groups.card, "n", arrived=False),
    Button("gpl", groups.languages, "n", arrived=False),
    Button("gpt", groups.set_language, "ntn", arrived=False),
    Button("gpj", groups.projects, "nn", arrived=False),
    Button("gpk", groups.set_project, "nnnn", arrived=False),
)
