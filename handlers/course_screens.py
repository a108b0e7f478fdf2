"""What is said about training, exams and guidelines."""

from handlers.messages import course_desk, course_news, courses, guides, sittings

SCREENS = {
    "own_courses": courses.own,
    "course": courses.card,
    "sitting": sittings.sitting,
    "sitting_answers": sittings.answers,
    "sitting_lapsed": course_news.lapsed,
    "sitting_regraded": course_news.regraded,
    "tries_granted": course_news.granted,
    "qualification_ends": course_news.ends,
    "qualification_expired": course_news.expired,
    "guide_part": guides.part,
    "guide_answered": guides.answered,
    "courses": course_desk.listing,
    "course_results": course_desk.results,
    "course_question": course_desk.question,
    "course_withdraw": course_desk.ask_withdraw,
    "course_spent": course_desk.spent,
    "course_faults": course_desk.faults,
    "course_staged": course_desk.staged,
    "course_staged_question": course_desk.staged_question,
}
