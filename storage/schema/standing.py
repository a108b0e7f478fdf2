"""Standing: steps of the ladder, appeals, what detectors propose, questions, memberships."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.schema.columns import Id, metadata, moment, own_id, ref, state

# A region in which the hall stops: everybody there gets a step of their own.
closings = Table(
    "closings", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("country", String(2), nullable=False),
    Column("words", Text, nullable=False),
    state(),  # announcing, announced, withdrawing, withdrawn
    Column("grace_days", Integer, nullable=False),
    Column("by_id", Id, nullable=False),
    moment("decided_at"),
    moment("announced_at", null=True),  # when every notice was queued
    moment("withdrawn_at", null=True),
    Column("withdrawn_by", Id),
    Column("withdrawn_words", Text),
    Index("uq_closings_country", "country", unique=True,
          sqlite_where=text("state IN ('announcing', 'announced')"),
          postgresql_where=text("state IN ('announcing', 'announced')")),
    Index("ix_closings_due", "state",
          sqlite_where=text("state IN ('announcing', 'withdrawing')"),
          postgresql_where=text("state IN ('announcing', 'withdrawing')")),
)  # fmt: skip

steps = Table(
    "steps", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("person_id", "people.id"),
    Column("kind", String(16), nullable=False),
    state(),
    Column("reason", String(32), nullable=False),
    Column("rule_version", Integer, nullable=False),
    Column("words", Text),  # none after an erasure
    ref("project_id", "projects.id", null=True),
    Column("decided_by", Id, nullable=False),  # always a person
    Column("role", String(16), nullable=False),
    moment("decided_at"),
    Column("follows", Id),  # the step on which it builds
    ref("closing_id", "closings.id", null=True),
    Column("days", Integer),
    Column("counts_days", Integer, nullable=False),
    Column("grace_days", Integer, nullable=False),
    Column("appeal_days", Integer, nullable=False),
    Column("reply_days", Integer, nullable=False),
    # The clock starts when the notice has reached the person.
    moment("told_at", null=True),
    moment("access_stops", null=True),
    moment("access_returns", null=True),
    moment("ends_at", null=True),
    moment("counts_until", null=True),
    moment("due_at", null=True),  # when the clock has to look at it; none while an appeal is open
    moment("ended_at", null=True),
    Column("ended_by", Id),  # who withdrew it; none for the clock
    Column("ended_words", Text),
    CheckConstraint("state <> 'effective' OR told_at IS NOT NULL", name="told"),
    CheckConstraint("kind <> 'suspension' OR days BETWEEN 1 AND 14", name="suspension_days"),
    CheckConstraint("kind <> 'block' OR project_id IS NOT NULL", name="block_project"),
    Index("ix_steps_person", "person_id", "id"),
    Index("ix_steps_closing", "closing_id", "id",
          sqlite_where=text("closing_id IS NOT NULL"),
          postgresql_where=text("closing_id IS NOT NULL")),
    Index("ix_steps_due", "due_at",
          sqlite_where=text("due_at IS NOT NULL"), postgresql_where=text("due_at IS NOT NULL")),
    Index("ix_steps_untold", "person_id",
          sqlite_where=text("told_at IS NULL"), postgresql_where=text("told_at IS NULL")),
    Index("uq_steps_deactivation", "person_id", unique=True,
          sqlite_where=text(
              "kind IN ('deactivation', 'closing') AND state IN ('scheduled', 'effective')"),
          postgresql_where=text(
              "kind IN ('deactivation', 'closing') AND state IN ('scheduled', 'effective')")),
    Index("uq_steps_hold", "person_id", unique=True,
          sqlite_where=text("kind = 'hold' AND state IN ('scheduled', 'effective')"),
          postgresql_where=text("kind = 'hold' AND state IN ('scheduled', 'effective')")),
    Index("uq_steps_block", "person_id", "project_id", unique=True,
          sqlite_where=text("kind = 'block' AND state IN ('scheduled', 'effective')"),
          postgresql_where=text("kind = 'block' AND state IN ('scheduled', 'effective')")),
)  # fmt: skip

# What a step rests on: a job, a line, another account, or an event in words.
step_evidence = Table(
    "step_evidence", metadata,
    own_id(), ref("step_id", "steps.id"),
    Column("kind", String(16), nullable=False),
    Column("fact", String(32), nullable=False),
    Column("number", String(8)),  # of the job or line
    Column("other_id", Id),  # the other account, never shown to the person
    Column("words", Text),
    moment("at"),
    Index("ix_step_evidence_step", "step_id", "id"),
    Index("ix_step_evidence_other", "other_id",
          sqlite_where=text("other_id IS NOT NULL"),
          postgresql_where=text("other_id IS NOT NULL")),
)  # fmt: skip

# A decision in preparation: one for each person who decides.
step_drafts = Table(
    "step_drafts", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("by_id", Id, ForeignKey("people.id"), nullable=False, unique=True),
    ref("person_id", "people.id"),
    Column("kind", String(16)),
    Column("reason", String(32)),
    Column("words", Text),
    Column("days", Integer),
    ref("project_id", "projects.id", null=True),
    Column("evidence", JSON, nullable=False),
    ref("proposal_id", "proposals.id", null=True),
    moment("created_at"),
)  # fmt: skip

appeals = Table(
    "appeals", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("step_id", Id, ForeignKey("steps.id"), nullable=False, unique=True),
    ref("person_id", "people.id"),
    Column("words", Text, nullable=False),
    state(),
    moment("opened_at"),
    moment("decide_by"),
    moment("next_at"),  # when the clock has to look: a reminder, the date, an escalation
    Column("reminded", Integer, nullable=False, server_default="0"),
    Column("step_by", Id, nullable=False),  # who decided the step
    Column("decided_by", Id),  # none for the clock
    Column("role", String(16)),
    Column("answer", Text),
    moment("decided_at", null=True),
    CheckConstraint("decided_by IS NULL OR decided_by <> step_by", name="another"),
    CheckConstraint("decided_by IS NULL OR decided_by <> person_id", name="not_own"),
    CheckConstraint("state = 'open' OR decided_at IS NOT NULL", name="decided"),
    Index("ix_appeals_person", "person_id", "id"),
    Index("ix_appeals_open", "next_at",
          sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
)  # fmt: skip

# What a detector found; a person decides what becomes of it.
proposals = Table(
    "proposals", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("person_id", "people.id"),
    Column("detector", String(24), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("facts", String(64), nullable=False),  # a digest: the same facts are found once
    Column("evidence", JSON, nullable=False),
    state(),  # open, decided, dismissed, passed
    moment("found_at"),
    Column("decided_by", Id),
    moment("decided_at", null=True),
    UniqueConstraint("person_id", "detector", "facts"),
    Index("ix_proposals_open", "found_at",
          sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
)  # fmt: skip

# A newcomer of a hall that approves them; what nobody answers by the date is approved.
applications = Table(
    "applications", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, unique=True),
    state(),  # open, accepted, declined
    moment("applied_at"),
    moment("reply_by"),
    Column("decided_by", Id),  # none for the clock
    moment("decided_at", null=True),
    Column("words", Text),  # why it was declined
    CheckConstraint("state <> 'declined' OR decided_by IS NOT NULL", name="by_a_person"),
    Index("ix_applications_open", "reply_by",
          sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
)  # fmt: skip

questions = Table(
    "questions", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("person_id", "people.id"),
    Column("owner_id", Id),
    state(),  # open, answered, closed
    moment("asked_at"),
    moment("reply_by"),
    moment("next_at", null=True),  # when the clock has to look; none while the asker is to speak
    Column("reminded", Integer, nullable=False, server_default="0"),
    moment("answered_at", null=True),
    moment("closed_at", null=True),
    Column("closed_by", Id),
    Column("topic", String(8), nullable=False, server_default="other"),
    Column("job", String(8)),  # the number of the one that was open when it was asked
    # Only a human answer or the asker closes it.
    CheckConstraint("state = 'open' OR answered_at IS NOT NULL OR closed_by = person_id",
                    name="closed"),
    Index("ix_questions_person", "person_id", "id"),
    Index("ix_questions_owner", "owner_id", "id",
          sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
    Index("ix_questions_open", "next_at",
          sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
)  # fmt: skip

question_words = Table(
    "question_words", metadata,
    own_id(), ref("question_id", "questions.id"),
    Column("by_id", Id, nullable=False),
    Column("words", Text, nullable=False),
    moment("at"),
    Index("ix_question_words_question", "question_id", "id"),
)  # fmt: skip

# A one-time link that grants a role; only a digest of its token is kept.
role_links = Table(
    "role_links", metadata,
    own_id(),
    Column("token_digest", String(64), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    ref("project_id", "projects.id", null=True),
    Column("made_by", Id, nullable=False),
    moment("made_at"),
    moment("expires_at"),
    Column("used_by", Id),
    moment("used_at", null=True),
)  # fmt: skip

# Who is in which work group, as far as the bot was told, and the link that let them in.
memberships = Table(
    "memberships", metadata,
    own_id(),
    Column("chat_id", BigInteger, ForeignKey("chats.id", onupdate="CASCADE"), nullable=False),
    ref("person_id", "people.id"),
    state(),  # invited, member, left, removed
    Column("link", String(128)),
    moment("changed_at"),
    UniqueConstraint("chat_id", "person_id"),
    Index("ix_memberships_person", "person_id", "id"),
)  # fmt: skip

# Up to when `hiringhall retain` may delete; the triggers look here.
retention = Table(
    "retention", metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    moment("cut_off"),
    Column("open", Boolean, nullable=False, server_default=text("false")),
    CheckConstraint("id = 1", name="single"),
)  # fmt: skip
