"""What is said about questions to the hall, and about work groups and who is in them."""

from handlers.messages import support, support_desk, work_groups

SCREENS = {
    "support": support.listing,
    "question": support.card,
    "question_topic": support.topics,
    "question_ask": support.ask,
    "question_more": support.more,
    "question_answered": support.card,
    "question_late": support.late,
    "question_owned": support_desk.owned,
    "question_desk": support_desk.card,
    "question_answer": support_desk.answer,
    "question_pass": support_desk.choose,
    "question_overdue": support_desk.overdue,
    "questions": support_desk.listing,
    "work_groups": work_groups.listing,
    "group_link": work_groups.link,
    "group_invite": work_groups.invited,
    "member_stays": work_groups.stays,
    "member_waits": work_groups.waits,
}
