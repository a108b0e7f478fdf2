import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from bot.domain.appeals import AppealState
from bot.domain.applications import ApplicationState
from bot.domain.batches import REASONS as REFUSED_FOR
from bot.domain.batches import BatchState, RefusalState
from bot.domain.broadcasts import FINAL, BroadcastState
from bot.domain.broadcasts import Kind as BodyKind
from bot.domain.closings import ClosingState
from bot.domain.courses import CourseKind
from bot.domain.desk import BY_PROJECT, Matter, NextDate
from bot.domain.detectors import DETECTORS
from bot.domain.disputes import DisputeState
from bot.domain.erasing import Obstacle
from bot.domain.fair_pay import REASON as FLOOR
from bot.domain.gifts import REASONS as REASONS_TO_GIVE
from bot.domain.gifts import GiftKind
from bot.domain.gold import GOLD_ITEM, ScoreState
from bot.domain.health import Condition
from bot.domain.jobs import JobState
from bot.domain.journal import ACTS, THINGS
from bot.domain.journal import FACTS as JOURNAL_FACTS
from bot.domain.lines import ClientState, LineKind, LineState
from bot.domain.measuring import Failure, Undefined
from bot.domain.measuring import Level as MeasuredLevel
from bot.domain.my_data import FIELDS, WORDS
from bot.domain.pay_preview import Oddity
from bot.domain.pay_terms import RUBRIC, Verdict
from bot.domain.payout_methods import DetailsFault, MethodKind, Part
from bot.domain.payouts import PayoutState
from bot.domain.people import Pause, Role, Standing
from bot.domain.places import Hindrance, Meant, News
from bot.domain.profiles import NO, RATING, SKILLS, Level
from bot.domain.project_fields import CHOICES, EDITABLE, OPTIONAL
from bot.domain.project_fields import Field as ProjectField
from bot.domain.projects import ProjectState
from bot.domain.questions import Nudge, QuestionState, Topic
from bot.domain.ratings import FlagKind, SkipReason
from bot.domain.retention import Record
from bot.domain.reviewer_tier import REVIEWER_TIER
from bot.domain.reviewer_tier import Part as ReviewerPart
from bot.domain.reviews import FLAG_ITEM
from bot.domain.scheme_drafts import Part as SchemePart
from bot.domain.scheme_drafts import Shows
from bot.domain.scheme_parts import Turn
from bot.domain.schemes import Each
from bot.domain.stands import Coming
from bot.domain.step_notices import PARTS
from bot.domain.steps import REASONS as REASONS_OF_STEPS
from bot.domain.steps import REGION_CLOSED, StepKind, StepState
from bot.domain.waves import Why
from bot.formats.writing import writers
from bot.services.disputes import OVERTURNED
from bot.services.pay import WHICH
from bot.services.verifying import Belonging
from bot.texts import FOLDER, BrokenLocale, MissingArgument, Texts, UnknownText
from bot.typeset import rich
from handlers.messages.broadcast_choices import WHAT
from handlers.messages.deciding import DECIDED, code_of
from handlers.messages.faults import TOLD
from handlers.messages.payouts import REASONS
from handlers.messages.standing_notice import FACTS
from handlers.routes import COMMANDS, GROUP_COMMANDS
from storage.my_data import KINDS
from tests.locale_files import (
    Entry,
    Found,
    entries,
    is_count,
    samples,
    visible,
    whole_numbers,
)
from tests.pseudo import PSEUDO, pseudo, write_pseudo
from tests.used_texts import (
    asked,
    beginnings,
    faults,
    literals,
    reasons_of_health,
    refusals,
    refused,
)

# Why `/work` may show nothing; drafts are never shown.
WHY_NOT = (
    "all-taken", "course-later", "course-over", "course-suspended", "course-wait",
    "country", "language", "level", "no-call-open", "open-jobs-cap", "paused",
    "project-closed",
    "paused-inactive", "paused-own", "paused-skips", "project-blocked", "project-paused",
    "region-closed", "seen-all", "skill",
    "requires-other", "requires-tier", "requires-tier-unknown", "requires-qualification",
    "requires-member", "all-done", "all-with-others", "places-held", "call-scheduled",
    "seen-elsewhere", "jobs-a-day", "project-jobs-a-day", "earnings-a-day", "paused-skips-until",
    "application-declined-you", "standing-applicant-until",
    "standing-deactivating-until", "standing-suspended-until",
    "step-unread", "experts-only",
)  # fmt: skip
WRONG_AMOUNTS = (
    "ambiguous-amount", "bad-amount", "empty", "out-of-range", "too-exact", "unknown-currency",
)  # fmt: skip
PUBLISHED = (*REASONS_OF_STEPS.values(), REGION_CLOSED)
BARRED = (Standing.applicant, Standing.suspended, Standing.deactivating, Standing.deactivated)
ENGLISH = {entry.key: entry for entry in entries(FOLDER / "en")}
TRANSLATIONS = sorted(path.name for path in FOLDER.iterdir() if path.name != "en")

NUMBERS = whole_numbers(FOLDER / "en")

# Keys that the code puts together: a beginning, and what may follow it.
BUILT: dict[str, Iterable[str]] = {
    "private-tally-": ("claimed", "held", "declined", "lapsed"),
    "button-why-": Why,
    "job-lacks-": ("too-few-words", "too-few-links"),
    "appeal-until-": ("silence", "egregious"),
    "appeal-was-": ("upheld-person", "overturned-person", "overturned-clock"),
    "button-level-": (*Level, NO),
    "level-": Level,
    "skill-": (RATING, *SKILLS),
    "button-change-": ("reason", "evidence", "words", "days"),
    "button-decide-": (*map(code_of, DECIDED), "egregious"),
    "button-reason-": (*REASONS_OF_STEPS, REGION_CLOSED.code),
    "button-wording-": ("withdrawal", "upheld", "overturned"),
    "deciding-then-": (*map(code_of, DECIDED), "egregious"),
    "decisions-": (*map(code_of, DECIDED), "egregious"),
    "evidence-no-": (
        "step-disputed",
        "step-handed-in",
        "step-overturned",
        "step-same-facts",
        "step-old-facts",
    ),
    "person-step-": ("counts", "returns", "stops", "ends"),
    "step-is-": (*StepState, "untold"),
    "step-line-appeal-": AppealState,
    "toast-appeal-": ("upheld", "overturned"),
    "wording-": ("withdrawal", "upheld", "overturned"),
    "wording-then-": ("withdrawal", "upheld", "overturned"),
    "button-shows-": Shows,
    "button-turn-": Turn,
    "scheme-each-": Each,
    "scheme-kind-": SchemePart,
    "scheme-part-": SchemePart,
    "scheme-shown-": Shows,
    "sample-answer-": "12345",
    "chat-": News,
    "course-kind-": CourseKind,
    "course-no-": ("held", "suspended", "wait", "later", "over"),
    "button-begin-": CourseKind,
    "button-open-": CourseKind,
    "journal-act-": ACTS,
    "journal-fact-": JOURNAL_FACTS,
    "journal-thing-": THINGS,
    "command-": [command.name for command in (*COMMANDS, *GROUP_COMMANDS)],
    "export-": writers,
    "data-field-": [name.replace("_", "-") for name in FIELDS],
    "data-kind-": [kind.name for kind in KINDS],
    "data-record-": Record,
    "data-word-": WORDS,
    "fact-": TOLD,
    "fault-": faults(),
    "flag-": FlagKind,
    "button-mark-": ("sent", "paid"),
    "button-payout-": ("sent", "paid", "sent-as", "paid-as"),
    "owed-": ("accepted", "confirmed", "due", "sent"),
    "payout-is-": PayoutState,
    "payout-reason-": REASONS,
    "payout-report-": ("sent", "paid", "failed"),
    "payouts-": PayoutState,
    "payrun-": PayoutState,
    "payrun-ask-": ("sent", "paid"),
    "payrun-odd-": Oddity,
    "payruns-odd-": Oddity,
    "health-is-": Condition,
    "health-reason-": reasons_of_health(),
    "button-method-": MethodKind,
    "method-ask-": Part,
    "method-fault-": DetailsFault,
    "method-is-": MethodKind,
    "job-section-": ("user", "assistant", "system", "context", "answer", "reply"),
    "job-summary-": ("skipped", "flagged"),
    "job-was-": ("skipped", "flagged"),
    "place-": Hindrance,
    "meant-": [one for one in Meant if not one.is_welcome],
    "planned-": ("paused", "ended"),
    "planned-skipped-": ("paused", "ended"),
    "group-may-": ("post", "pin", "invite", "remove"),
    "button-pay-lines-": WHICH,
    "pay-": (LineState.submitted, LineState.accepted),
    "pay-line-": [state.replace(" ", "-") for state in LineState],
    "pay-lines-": WHICH,
    "pay-payout-": (PayoutState.sent, PayoutState.paid),
    "verify-": [what for what in Belonging if what is not Belonging.notice],
    "verify-notice-": ("pay", "work", "standing"),
    "printed-client-": [state.replace(" ", "-") for state in ClientState],
    "printed-kind-": LineKind,
    "printed-state-": PayoutState,
    "project-is-": ("draft", "paused", "closed"),
    "project-state-": ProjectState,
    "batch-count-": ("confirmed", "silent", "refused"),
    "batch-is-": BatchState,
    "project-field-": ProjectField,
    "project-how-": [one for one in ProjectField if one != "scheme"],
    # Of whom it wants, all say how many may work there then.
    "project-means-": [one for one in EDITABLE if one not in ("level", "countries", "skills")],
    "project-value-reason-": CHOICES[ProjectField.reason],
    "project-none-": OPTIONAL,
    "button-project-none-": OPTIONAL,
    "batch-line-": ("delivered", "confirmed", "withdrawn"),
    "batch-said-": ("waiting", "confirmed", "silent", "refused", "refusal-held"),
    "decided-": ("applied", "dismissed", "lapsed"),
    "refusal-effect-": ("upheld", "overturned"),
    "refusal-is-": RefusalState,
    "refusal-outcome-": ("upheld", "overturned", "unanswered"),
    "refusal-reason-": REFUSED_FOR,
    "refused-": (
        *(f"payout-{state}" for state in PayoutState),
        *(reason for _, reason in refusals()),
        *(f"erase-{one}" for one in Obstacle),
        *(f"job-{state.replace(' ', '-')}" for state in JobState if state != JobState.active),
        *(f"decided-{state}" for state in DisputeState if state is not DisputeState.open),
        *(f"wrong-amount-{code}" for code in WRONG_AMOUNTS),
        *(f"project-{state}" for state in ProjectState if state != ProjectState.open),
        *(f"standing-{state}" for state in BARRED),
        *(f"paused-{pause}" for pause in Pause),
        *(f"application-{state}" for state in ("accepted", "declined")),
        "standing-deactivating-until",
        "standing-suspended-until",
    ),
    "applicant-": ApplicationState,
    "gift-": (LineKind.bonus, LineKind.adjustment, LineKind.top_up),
    "gift-ask-": GiftKind,
    "person-": [state.replace(" ", "-") for state in LineState],
    "question-": (QuestionState.answered, QuestionState.closed),
    "question-desk-": (QuestionState.answered, QuestionState.closed),
    "question-why-": Nudge,
    "button-topic-": Topic,
    "support-line-": (*QuestionState, "late"),
    "requires-": [
        f"{no}{what}"
        for no in ("", "not-")
        for what in (
            "language",
            "language-level",
            "country",
            "skill",
            "tier",
            "qualification",
            "member",
        )
    ],
    "reason-": (
        *RUBRIC,
        GOLD_ITEM,
        FLAG_ITEM,
        OVERTURNED,
        FLOOR,
        *chain(*REASONS_TO_GIVE.values()),
    ),
    "standing-": Standing,
    "evidence-verdict-": (*Verdict, "flag-accepted", "flag-rejected"),
    "verdict-head-": ("fixed", "rejected", "flag"),
    "toast-review-": Verdict,
    "draft-head-": ("fixed", "returned", "rejected", "flag"),
    "draft-ask-": ("words", "flag", "return"),
    "button-confirm-": ("fixed", "returned", "rejected", "flag", "upheld", "overturned"),
    "button-overturn": ("", "-free"),
    "dispute-effect-": ("upheld", "overturned", "overturned-free"),
    "gold-is-": ("open", "suspended", "withdrawn", "pulled", "decided"),
    "gold-missed-": tuple(ScoreState),
    "gold-outcome-": ("upheld", "overturned", "unanswered"),
    "gold-effect-": ("corrected", "upheld", "overturned"),
    "button-gold-": ("corrected", "upheld", "overturned"),
    "button-confirm-gold-": ("corrected", "upheld", "overturned"),
    "dispute-outcome-": (
        "upheld",
        "overturned",
        "unanswered",
        "overturned-free",
        "unanswered-free",
    ),
    "dispute-was-": DisputeState,
    "evidence-dispute-": (*DisputeState, "unanswered"),
    "role-": Role,
    "role-means-": Role,
    "button-role-": ("pick", "number", "link"),
    "group-private-": ("deleted", "delete"),
    "rule-": [f"{one.code}-{n}" for one in PUBLISHED for n in range(1, one.version + 1)],
    "skip-": SkipReason,
    "why-": (*WHY_NOT, *(f"standing-{state}" for state in BARRED)),
    "stands-": Standing,
    "stands-coming-": Coming,
    "stands-paused-": Pause,
    "step-kind-": [kind.replace(" ", "-") for kind in StepKind],
    "quality-why-": ("none", *Undefined),
    "figures-agreement-": Undefined,
    "figures-level-": MeasuredLevel,
    "glance-": ("doubted", "unsure", "pulled", "review"),
    "project-part-": (
        "fixed_percent",
        "rejected_percent",
        "flag_percent",
        "review_days",
        "confirm_days",
    ),
    "quality-was-": ("fixed", "rejected"),
    "quality-": [
        f"{kind}-{part}" for kind in ("less", "missed") for part in ("head", "none", "hint")
    ],
    "quality-less-": DisputeState,
    "tier-": [
        f"{way}-{name}"
        for way in ("lowered", "raised")
        for name in ("trusted", "expert", "project")
    ],
    "tier-change-": ("gold", "verdicts", "peers"),
    "step-state-": StepState,
    "appeal-state-": AppealState,
    "appeal-answered-": ("upheld", "overturned"),
    "step-appeal-silence": ("", "-egregious"),
    "step-appeal-who-": ("admin", "arbiter", "both", "none"),
    "step-appealed-": AppealState,
    "step-fact-": (*FACTS, "account", "other"),
    "step-head-": [kind.replace(" ", "-") for kind in StepKind],
    "step-money-owed": ("", "-ends"),
    "step-part-": PARTS,
    "step-reason-": [one.code for one in PUBLISHED],
    "step-was-": ("withdrawn", "expired"),
    "closing-state-": ClosingState,
    "broadcast-state-": {state for state in BroadcastState if state != "draft"},
    "broadcast-body-": BodyKind,
    "broadcast-fate-": FINAL,
    "broadcast-over-": ("done", "stopped"),
    "broadcast-choose-": {WHAT[one] for one in "plcig"},
    "button-broadcast-": {WHAT[one] for one in "plcig"},
    "desk-": Matter,
    "desk-more-": BY_PROJECT,
    "button-desk-": Matter,
    "desk-next-": NextDate,
    "unmeasured-": Failure,
    "detector-": [one.name for one in DETECTORS],
    "detector-name-": (*(one.name for one in DETECTORS), REVIEWER_TIER),
    "reviewer-missed-": ("overturned", "differs", "known"),
    "reviewer-part-": ReviewerPart,
    "doubt-was-": ("upheld", "overturned", "lapsed"),
    "terms-if-": ("accepted", "fixed", "rejected", "flagged"),
    "work-earned-": ("submitted", "accepted"),
}
# Words in Arabic texts that are written in Latin letters everywhere.
CODES = {
    "help-project-example", "project-how-requires", "project-how-level", "project-how-countries",
    "refused-project-levels", "refused-project-country",
}  # fmt: skip
LATIN = {
    "PNG", "JPEG", "WebP", "data", "URI", "gz", "json", "a", "z", "txt", "md",
    "member", "gold",
    "USD",
    "UTC", "UTF", "NUL", "ISO", "JSONL", "draw", "JSON", "CSV", "PDF", "YAML", "TRL", "Telegram",
    "KTO", "OpenAI", "DPO", "UltraFeedback", "HelpSteer", "Arena", "k", "Label", "Studio", "crowd",
    "kit", "raw",
    "hiringhall", "import", "export", "format", "out", "PROJECT", "FILE", "yaml", "jsonl", "csv",
    "text", "right", "messages", "true", "false", "en", "pt", "BR", "ID", "ROLE", "grant",
    "reviewer", "coordinator", "client", "arbiter", "admin", "userinfobot", "alias", "tag",
    "confirmed",
    "refused", "decision",
    "sent", "paid", "failed", "state", "price", "HIRINGHALL", "KEY",
    "PayPal", "Wise", "IBAN", "BIC", "IFSC", "name", "example", "com",
    "cron", "https", "pick", "response", "reason",
}  # fmt: skip


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    return Texts.load(extra={PSEUDO: write_pseudo(tmp_path_factory.mktemp("locales") / PSEUDO)})


def _rendered(texts: Texts, language: str) -> Iterator[tuple[Entry, str]]:
    for entry in ENGLISH.values():
        for args in samples(entry.pattern, NUMBERS):
            yield entry, texts.say(language, entry.key, **args)


def _in(folder: Path, text: str) -> Texts:
    (folder / "x.ftl").write_text(text, encoding="utf-8")
    return Texts({"en": folder})


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_language_has_the_same_texts_in_the_same_files(language: str) -> None:
    there = {(entry.file, entry.key) for entry in entries(FOLDER / language)}
    assert there == {(entry.file, entry.key) for entry in ENGLISH.values()}


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_language_uses_the_same_arguments_and_selections(language: str) -> None:
    for entry in entries(FOLDER / language):
        here, english = Found(entry.pattern), Found(ENGLISH[entry.key].pattern)
        assert here.variables == english.variables, entry.key
        for name, keys in english.selected.items():
            assert is_count(keys) or here.selected.get(name) == keys, entry.key


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_language_uses_the_same_tags(language: str) -> None:
    tags = re.compile(r"</?[a-z]+")
    for entry in entries(FOLDER / language):
        here, english = Found(entry.pattern), Found(ENGLISH[entry.key].pattern)
        here_tags, english_tags = (set(tags.findall(" ".join(f.words))) for f in (here, english))
        assert here_tags == english_tags, entry.key


@pytest.mark.parametrize("language", ["en", PSEUDO, *TRANSLATIONS])
def test_every_text_can_be_said_and_fits_where_it_is_shown(texts: Texts, language: str) -> None:
    count = 0
    for entry, text in _rendered(texts, language):
        shown = visible(text)
        assert 1 <= len(shown) <= _most(entry.key), (entry.key, len(shown), shown)
        count += 1
    assert count >= len(ENGLISH) > 10


def _most(key: str) -> int:
    limits = {"button-": 40, "toast-": 200, "refused-": 200, "command-": 256}
    return next((most for start, most in limits.items() if key.startswith(start)), 1500)


@pytest.mark.parametrize("language", ["en", PSEUDO, *TRANSLATIONS])
def test_tags_are_paired_and_only_where_they_are_understood(texts: Texts, language: str) -> None:
    for entry, text in _rendered(texts, language):
        assert "<" not in rich(text).text, (entry.key, text)
        assert "<" not in text or not entry.key.startswith(("button-", "toast-", "command-"))


@pytest.mark.skipif("ar" not in TRANSLATIONS, reason="there is no Arabic yet")
def test_arabic_has_no_latin_words_left() -> None:
    for entry in entries(FOLDER / "ar"):
        # What stands in files and in conditions is written alike everywhere.
        if entry.file == "meta.ftl" or entry.key in CODES:
            continue
        for words in Found(entry.pattern).words:
            plain = re.sub(r"<[^>]*>|(?<!\w)/[a-z]+|&\w+;", " ", words)
            assert set(re.findall(r"[A-Za-z]+", plain)) <= LATIN, entry.key


@pytest.mark.skipif("ar" not in TRANSLATIONS, reason="there is no Arabic yet")
def test_arabic_keeps_a_job_and_a_task_apart() -> None:
    """Who is offered a job must not read that it is one task."""
    mixed = []
    for entry in entries(FOLDER / "ar"):
        english = " ".join(Found(ENGLISH[entry.key].pattern).words)
        arabic = " ".join(Found(entry.pattern).words)
        job, task = (re.search(rf"(?i)\b{word}s?\b", english) for word in ("job", "task"))
        says_job, says_task = "حزم" in arabic, re.search("مهم[ةتا]|مهام", arabic)
        if (job and not task and says_task and not says_job) or (
            task and not job and says_job and not says_task
        ):
            mixed.append(entry.key)
    assert mixed == []


def test_every_text_that_the_code_asks_for_exists() -> None:
    found = set(asked())
    assert len(found) > 10
    assert sorted((one.where, one.key) for one in found if one.key not in ENGLISH) == []


def test_every_text_is_given_the_arguments_that_it_takes_and_no_others() -> None:
    known = [one for one in asked() if one.given is not None and one.key in ENGLISH]
    wrong = [(one.where, one.key) for one in known if set(one.given or ()) != _variables(one.key)]
    assert len(known) > 10
    assert wrong == []


def _variables(key: str) -> set[str]:
    found = Found(ENGLISH[key].pattern)
    return found.variables.union(*map(_variables, found.references))


def test_every_refusal_has_the_facts_that_its_words_need() -> None:
    wrong, raised = [], list(refused())
    written_out = {reason for _, reason in refusals()}
    assert len(raised) > 20
    for one in raised:
        for key in ENGLISH:
            start, _, reason = key.partition("-")
            meant = reason == one.key
            if one.key.endswith("-"):
                meant = reason.startswith(one.key) and reason not in written_out
            if (
                start in ("refused", "why")
                and meant
                and not _variables(key) <= (one.given or set())
            ):
                wrong.append((one.where, key))
    assert wrong == []


def test_every_key_that_is_put_together_is_of_a_family_known_here() -> None:
    assert sorted((where, start) for where, start in beginnings() if start not in BUILT) == []


def test_every_text_whose_key_is_put_together_exists() -> None:
    keys = {start + end for start, ends in BUILT.items() for end in ends}
    assert sorted(keys - set(ENGLISH)) == []


def test_every_text_is_used() -> None:
    referred = {key for entry in ENGLISH.values() for key in Found(entry.pattern).references}
    built = {start + end for start, ends in BUILT.items() for end in ends}
    assert sorted(set(ENGLISH) - literals() - referred - built) == []


def test_an_unknown_key_is_an_error(texts: Texts) -> None:
    with pytest.raises(UnknownText, match="no-such-text"):
        texts.say("en", "no-such-text")
    with pytest.raises(UnknownText):
        texts.say("en", "button-back.no-such-attribute")


def test_a_missing_argument_is_an_error(texts: Texts) -> None:
    for language in texts.languages:
        with pytest.raises(MissingArgument, match="minutes"):
            texts.say(language, "duration-minutes")


def test_an_argument_of_a_strange_type_is_an_error(texts: Texts) -> None:
    with pytest.raises(MissingArgument):
        texts.say("en", "duration-minutes", minutes=None)


def test_a_text_falls_back_to_the_base_language_and_then_to_english(tmp_path: Path) -> None:
    for name, text in {
        "en": "a = A\nb = B\nc = C",
        "pt": "a = Pa\nb = Pb",
        "pt-BR": "a = Ba",
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.ftl").write_text(text, encoding="utf-8")
    texts = Texts({path.name: path for path in tmp_path.iterdir()})
    assert [texts.say("pt-br", key) for key in "abc"] == ["Ba", "Pb", "C"]
    assert [texts.say("pt_PT", key) for key in "abc"] == ["Pa", "Pb", "C"]
    assert texts.say("xx", "a") == "A"
    assert (texts.closest("pt-PT"), texts.closest("xx")) == ("pt", "en")


def test_attributes_are_texts_of_their_own(tmp_path: Path) -> None:
    texts = _in(tmp_path, "offer = Offer\n    .short = Short { $n }")
    assert texts.say("en", "offer.short", n=1234) == "Short 1,234"


def test_only_right_to_left_texts_isolate_their_arguments(tmp_path: Path) -> None:
    (tmp_path / "x.ftl").write_text("plain = مرحبا { $name }!", "utf-8")
    texts = Texts({"en": tmp_path, "ar": tmp_path})
    assert texts.say("en", "plain", name="Ada") == "مرحبا Ada!"
    assert texts.say("ar", "plain", name="Ada") == "مرحبا \u2068Ada\u2069!"
    assert (texts.is_rtl("en"), texts.is_rtl("ar-EG"), texts.is_rtl("xx")) == (False, True, False)


def test_a_very_long_argument_is_kept_whole(tmp_path: Path) -> None:
    texts = _in(tmp_path, "note = { $who }: { $words }.")
    long = "word " * 2000
    assert texts.say("en", "note", who="Ada", words=long) == f"Ada: {long}."


def test_a_file_that_is_no_fluent_or_says_a_text_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenLocale, match="cannot be read"):
        _in(tmp_path, "a = A\nb { $c")
    with pytest.raises(BrokenLocale, match="twice"):
        _in(tmp_path, "a = A\na = B")


def test_languages_say_what_they_are(texts: Texts) -> None:
    assert {"en", PSEUDO, *TRANSLATIONS} == set(texts.languages)
    assert (texts.name_of("en"), texts.is_reviewed("en")) == ("English", True)
    assert not any(map(texts.is_reviewed, (PSEUDO, "ar", "xx")))
    with pytest.raises(UnknownText):
        texts.name_of("xx")


def test_the_pseudo_language_is_longer_and_leaves_alone_what_does_something(texts: Texts) -> None:
    english = [text for _, text in _rendered(texts, "en")]
    longer = [text for _, text in _rendered(texts, PSEUDO)]
    assert sum(map(len, longer)) > 1.25 * sum(map(len, english))
    own = {"no", "ltr", "en-GB"}
    assert all(text.startswith("⟦") and text.endswith("⟧") for text in longer if text not in own)
    kept = pseudo("<b>Go</b> to /work &amp; https://example.com")
    assert kept == "<b>Ǧóó</b> ťóó /work &amp; https://example.com"
