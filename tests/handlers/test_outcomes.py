"""What each error of Telegram means for a notice, in Telegram's own words."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.domain.notices import Broken, Moved, TryAgain, Undeliverable, Unknown, Wait
from handlers.client import NoAnswerError, NotSentError, make_bot
from handlers.outcomes import is_deleted, is_gone, is_unmodified, outcome_of
from sandbox import Limits, Sandbox

NOW = datetime(2030, 1, 1, tzinfo=UTC)


def bad(words: str) -> BadRequest:
    return BadRequest(f"Bad Request: {words}")


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Undeliverable),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), Undeliverable),
        (bad("chat not found"), Undeliverable),
        (bad("PEER_ID_INVALID"), Undeliverable),
        (bad("user is deactivated"), Undeliverable),
        (bad("not enough rights to send text messages to the chat"), Undeliverable),
        (bad("have no rights to send a message"), Undeliverable),
        (bad("TOPIC_CLOSED"), Undeliverable),
        (bad("message thread not found"), Undeliverable),
        (bad("message is too long"), Broken),
        (bad("can't parse entities: unsupported start tag"), Broken),
        (InvalidToken(), Broken),
        (EndPointNotFound("no such method"), Broken),
        (NetworkError("Request Entity Too Large"), Broken),
        (NetworkError("Bad Gateway"), TryAgain),
        (NetworkError("Internal Server Error: restart"), TryAgain),
        (Conflict("terminated by other getUpdates request"), TryAgain),
        (NotSentError("not sent: ClientConnectorError"), TryAgain),
        (NoAnswerError("no answer: ServerDisconnectedError"), Unknown),
        (NetworkError("Unknown error in HTTP implementation: X()"), Unknown),
        (TimedOut(), Unknown),
        (TelegramError("Invalid server response"), Unknown),
        (ZeroDivisionError("1/0"), Unknown),
    ],
)
def test_what_an_error_means(error: Exception, kind: type) -> None:
    assert type(outcome_of(error, NOW)) is kind


def test_a_wait_ends_exactly_when_we_were_told() -> None:
    assert outcome_of(RetryAfter(1386), NOW) == Wait(NOW + timedelta(seconds=1386))


def test_a_group_that_moved_says_where_to() -> None:
    assert outcome_of(ChatMigrated(-1001), NOW) == Moved(-1001)


def test_an_unknown_error_is_told_by_its_name_only() -> None:
    assert outcome_of(ValueError("personal"), NOW) == Unknown("ValueError")


def test_edits_that_change_nothing_or_find_nothing_are_told_apart() -> None:
    same = bad("message is not modified: specified new message content and reply markup are")
    gone = bad("message to edit not found")
    late = bad("message can't be edited")
    assert [is_unmodified(e) for e in (same, gone, late)] == [True, False, False]
    assert [is_gone(e) for e in (same, gone, late)] == [False, True, True]
    assert not is_gone(Forbidden("message to edit not found"))
    assert not is_unmodified(NetworkError("message is not modified"))


def test_what_is_deleted_already_need_not_be_deleted() -> None:
    late = bad("message can't be deleted for everyone")
    assert is_deleted(bad("message to delete not found"))
    assert not is_deleted(late)
    assert type(outcome_of(late, NOW)) is Broken
    assert not is_deleted(Forbidden("message to delete not found"))


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("429:7", Wait),
        ("403 blocked", Undeliverable),
        ("502", TryAgain),
        ("cut before", Unknown),
        ("cut after", Unknown),
    ],
)
async def test_faults_of_the_sandbox_come_through_as_what_they_are(fault: str, kind: type) -> None:
    async with Sandbox(limits=Limits.off()) as sandbox:
        ada = sandbox.person("Ada")
        await ada.start()
        bot = make_bot(sandbox.token, sandbox.url, None)
        async with bot:
            sandbox.faults.next("sendMessage", fault)
            with pytest.raises(TelegramError) as caught:
                await bot.send_message(ada.id, "hello")
    assert type(outcome_of(caught.value, NOW)) is kind
