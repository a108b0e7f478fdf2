"""A person's account: profile, roles, what is waited for, groups, what was sent and received."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, or_, select, union_all

from bot.domain.retention import Record
from storage.database import Tx
from storage.my_data.kinds import CHAT, PERSON, SUBJECT, Fields, Whose, kind, who
from storage.notices import to_person
from storage.schema import (
    agreed_texts,
    awaited_details,
    awaited_texts,
    broadcast_recipients,
    broadcasts,
    calls,
    chats,
    consents,
    files,
    hands,
    inbox,
    journal,
    lines,
    memberships,
    notices,
    offers,
    payouts,
    people,
    projects,
    read_marks,
    role_links,
    roles,
    sittings,
    statements,
    waiting,
)
from storage.schema import jobs as jobs_table

_p = people.c
_project = projects.c.name.label("project")
_of_roles = roles.outerjoin(projects, projects.c.id == roles.c.project_id)
_of_offers = offers.join(calls, calls.c.id == offers.c.call_id).join(
    projects, projects.c.id == calls.c.project_id
)
_of_hands = hands.join(calls, calls.c.id == hands.c.call_id).join(
    projects, projects.c.id == calls.c.project_id
)
_of_links = role_links.outerjoin(projects, projects.c.id == role_links.c.project_id)
_call = calls.c.number.label("call")

_THINGS = (("job:", jobs_table), ("line:", lines), ("statement:", statements),
           ("payout:", payouts), ("sitting:", sittings))  # fmt: skip
_about_mine = union_all(
    *(
        select((prefix + table.c.number).label("subject")).where(table.c.person_id == PERSON)
        for prefix, table in ((name, one) for name, one in _THINGS)
    )
).subquery("about_mine")
# Whom an act was about or by; of others nothing is told.
_OF_OTHERS = frozenset({"person", "person_id", "by", "other", "other_id", "to"})


async def _without_others(_tx: Tx, whose: Whose, made: Sequence[tuple[Row[Any], Fields]]) -> None:
    """An entry about somebody else says only that there was one."""
    mine = whose.parameters["subject"]
    for row, fields in made:
        if fields["subject"].startswith("person:"):
            fields["subject"] = "you" if row.subject == mine else "somebody"
        for name in ("before", "after"):
            known = fields[name]
            if fields["subject"] == "somebody" or not isinstance(known, dict):
                fields[name] = None
            else:
                kept = {key: one for key, one in known.items() if key not in _OF_OTHERS}
                fields[name] = kept or None


PROFILE = kind(
    "profile", Record.profile, _p.id, _p.telegram_id, _p.name, _p.username, _p.pseudonym,
    _p.language, _p.languages, _p.levels, _p.country, _p.skills, _p.zone,
    _p.quiet_from, _p.quiet_to, _p.pay_zone, _p.arrival,
    _p.standing, _p.pause, _p.paused_until, who(_p.paused_by, "paused_by"), _p.created_at,
    _p.seen_at, _p.missed.label("absence_reminders"), _p.missed_at,
    _p.unreachable_since, _p.zone_since, _p.rights_told, _p.digest_told, _p.hall_news,
    _p.erased_at,
    _p.private_calls, _p.idle_since, _p.ignored_calls, _p.skip_streak,
    mine=_p.id == PERSON,
)  # fmt: skip
CONSENT = kind(
    "consent", Record.profile, consents.c.id, consents.c.version, consents.c.language,
    consents.c.at, agreed_texts.c.body.label("text"),
    source=consents.outerjoin(agreed_texts, agreed_texts.c.id == consents.c.text_id),
    mine=consents.c.person_id == PERSON,
)  # fmt: skip
ROLES = kind(
    "roles", Record.profile, roles.c.id, roles.c.role, _project,
    who(roles.c.granted_by, "by"), roles.c.granted_at,
    source=_of_roles, mine=roles.c.person_id == PERSON,
)  # fmt: skip
ROLE_LINKS = kind(
    "role-links", Record.profile, role_links.c.id, role_links.c.role, _project,
    who(role_links.c.made_by, "by"), role_links.c.made_at, role_links.c.expires_at,
    role_links.c.used_at, source=_of_links,
    mine=or_(role_links.c.made_by == PERSON, role_links.c.used_by == PERSON),
)  # fmt: skip
WAITING = kind(
    "waiting", Record.profile, waiting.c.id, waiting.c.since, waiting.c.until,
    mine=waiting.c.person_id == PERSON,
)  # fmt: skip
OFFERS = kind(
    "offers", Record.assigned, offers.c.id, _call, _project, offers.c.state, offers.c.until,
    offers.c.private, offers.c.made_at, offers.c.told_at, offers.c.reason,
    source=_of_offers, mine=offers.c.person_id == PERSON,
)  # fmt: skip
HANDS = kind(
    "hands", Record.assigned, hands.c.id, _call, _project, hands.c.state, hands.c.turn,
    hands.c.raised_at, hands.c.answered_at, source=_of_hands, mine=hands.c.person_id == PERSON,
)  # fmt: skip
READ = kind(
    "read", Record.assigned, read_marks.c.id, _project, read_marks.c.kind,
    read_marks.c.what.label("version"), read_marks.c.at,
    source=read_marks.join(projects, projects.c.id == read_marks.c.project_id),
    mine=read_marks.c.person_id == PERSON,
)  # fmt: skip
BROADCASTS = kind(
    "broadcasts", Record.notices, broadcast_recipients.c.id, broadcasts.c.number,
    broadcast_recipients.c.state, broadcast_recipients.c.due_at,
    broadcast_recipients.c.settled_at,
    source=broadcast_recipients.join(
        broadcasts, broadcasts.c.id == broadcast_recipients.c.broadcast_id
    ),
    mine=broadcast_recipients.c.person_id == PERSON,
)  # fmt: skip
AWAITED = kind(
    "awaited", Record.profile, awaited_texts.c.id, awaited_texts.c.topic, awaited_texts.c.until,
    mine=awaited_texts.c.person_id == PERSON,
)  # fmt: skip
AWAITED_DETAILS = kind(
    "awaited-details", Record.payout_details, awaited_details.c.id, awaited_details.c.kind,
    awaited_details.c.part, awaited_details.c.until, mine=awaited_details.c.person_id == PERSON,
)  # fmt: skip
UPLOADS = kind(
    "uploads", Record.work, files.c.id, files.c.number, files.c.name, files.c.used,
    files.c.created_at, mine=files.c.person_id == PERSON,
)  # fmt: skip
GROUPS = kind(
    "groups", Record.groups, memberships.c.id, chats.c.title.label("group"), memberships.c.state,
    memberships.c.changed_at, source=memberships.join(chats, chats.c.id == memberships.c.chat_id),
    mine=memberships.c.person_id == PERSON,
)  # fmt: skip
NOTICES = kind(
    "notices", Record.notices, notices.c.id, notices.c.number, notices.c.kind.label("about"),
    notices.c.state, notices.c.created_at, notices.c.sent_at, notices.c.sound,
    notices.c.repeated, mine=to_person(PERSON, CHAT),
)  # fmt: skip
UPDATES = kind(
    "updates", Record.updates, inbox.c.update_id, inbox.c.update_id.label("update"),
    inbox.c.received_at, inbox.c.state, inbox.c.number, mine=inbox.c.lane == CHAT,
)  # fmt: skip
JOURNAL = kind(
    "journal", Record.journal, journal.c.id, journal.c.at, who(journal.c.actor_id, "by"),
    journal.c.act, journal.c.subject, journal.c.before, journal.c.after,
    mine=or_(
        journal.c.actor_id == PERSON, journal.c.subject == SUBJECT,
        journal.c.subject.in_(select(_about_mine.c.subject)),
    ),
    finish=_without_others,
)  # fmt: skip
