"""Every kind of notice and the screen that it becomes."""

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.context import Hall
from handlers.messages import call, files, hall, job, job_notices, project, settings, start, work
from handlers.messages.screen import Screen

Make = Callable[[Hall, dict[str, Any]], Awaitable[Screen | None]]

SCREENS: dict[str, Make] = {
    "start": start.screen,
    "work": work.screen,
    "help": hall.help_page,
    "settings": settings.screen,
    "set_language": settings.languages,
    "set_work_languages": settings.work_languages,
    "set_zone": settings.zone,
    "set_zone_times": settings.other_times,
    "set_zone_cities": settings.cities,
    "set_quiet": settings.quiet,
    "job_card": job.card,
    "job_part": job.part,
    "job_submitted": job_notices.submitted,
    "job_accepted": job_notices.accepted,
    "job_reminder": job_notices.reminder,
    "job_expired": job_notices.expired,
    "job_guidelines": job_notices.guidelines,
    "job_guidelines_file": job_notices.guidelines_file,
    "call_card": call.card,
    "call_project": call.which_project,
    "call_where": call.where,
    "call_posted": call.posted,
    "projects": project.listing,
    "project": project.card,
    "project_made": project.made,
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
    "export_choice": project.export_choice,
    "export": files.export,
    "export_card": files.data_card,
    "groups": hall.groups,
    "chat_changed": hall.chat_changed,
    "chat_registered": hall.registered,
    "roles": hall.role_list,
    "role_granted": hall.granted,
    "use_private": hall.use_private,
    "refused": hall.not_understood,
    "wrong": hall.went_wrong,
    "aside": hall.set_aside,
}
