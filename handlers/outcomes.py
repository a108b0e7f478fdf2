"""What an error of Telegram means for the notice that was being delivered."""

from datetime import datetime

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

from bot.domain.notices import (
    Broken,
    Moved,
    Outcome,
    TryAgain,
    Undeliverable,
    Unknown,
    Unreached,
    Wait,
)
from bot.domain.places import Hindrance
from handlers.client import NoAnswerError, NotSentError, wait_of

# The library changes the case of Telegram's words, so they are compared in lower case.
_CANNOT_WRITE = {
    "not enough rights": Hindrance.no_rights,
    "have no rights": Hindrance.no_rights,
    "need administrator rights": Hindrance.no_rights,
    "chat_admin_required": Hindrance.no_rights,
    "chat_write_forbidden": Hindrance.no_rights,
    "chat_restricted": Hindrance.no_rights,
    "topic closed": Hindrance.topic_closed,
    "topic_closed": Hindrance.topic_closed,
    "topic_deleted": Hindrance.topic_gone,
    "topic_id_invalid": Hindrance.topic_gone,
    "message thread not found": Hindrance.topic_gone,
    "chat not found": Hindrance.gone,
    "user not found": Hindrance.gone,
    "peer_id_invalid": Hindrance.gone,
    "user is deactivated": Hindrance.gone,
}
# Whom the message was for: a chat that Telegram does not know was never begun.
_UNREACHED = {
    "blocked by the user": Unreached.blocked,
    "user is deactivated": Unreached.deleted,
    "can't initiate conversation": Unreached.unstarted,
    "chat not found": Unreached.unstarted,
    "user not found": Unreached.unstarted,
    "peer_id_invalid": Unreached.unstarted,
}
_DELETED = ("message to delete not found", "message_id_invalid")
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")


def outcome_of(error: Exception, now: datetime) -> Outcome:
    """What became of the message whose sending raised this."""
    match error:
        case RetryAfter():
            return Wait(now + wait_of(error))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case Forbidden():
            return _undeliverable(error, _hindrance(error) or Hindrance.gone)
        case InvalidToken() | EndPointNotFound():
            return Broken(f"{type(error).__name__}: {error.message}")
        case BadRequest():
            return _refused(error)
        case NetworkError():
            return _not_through(error)
        case Conflict():
            return TryAgain(error.message)
        case TelegramError():
            # The answer could not be read: what it said is not known.
            return Unknown(error.message)
    return Unknown(type(error).__name__)


def _refused(error: BadRequest) -> Outcome:
    hindrance = _hindrance(error)
    return _undeliverable(error, hindrance) if hindrance else Broken(error.message)


def _undeliverable(error: TelegramError, hindrance: Hindrance) -> Undeliverable:
    words = error.message.lower()
    unreached = next((why for known, why in _UNREACHED.items() if known in words), None)
    return Undeliverable(error.message, hindrance, unreached)


def _hindrance(error: TelegramError) -> Hindrance | None:
    words = error.message.lower()
    return next((what for known, what in _CANNOT_WRITE.items() if known in words), None)


def _not_through(error: NetworkError) -> Outcome:
    words = error.message.lower()
    if isinstance(error, NotSentError):
        return TryAgain(error.message)
    if isinstance(error, TimedOut | NoAnswerError) or words.startswith("unknown error in http"):
        return Unknown(error.message)
    if "entity too large" in words:
        return Broken(error.message)
    # Telegram itself answered with 5xx: it did not do it.
    return TryAgain(error.message)


def is_unmodified(error: Exception) -> bool:
    """Whether the edit was refused since the message looks so already: the edit is done."""
    return isinstance(error, BadRequest) and "message is not modified" in error.message.lower()


def is_gone(error: Exception) -> bool:
    """Whether the message that was to be edited is not there any more, or too old."""
    if not isinstance(error, BadRequest):
        return False
    words = error.message.lower()
    return any(known in words for known in _GONE)


def is_deleted(error: Exception) -> bool:
    """Whether the message that was to be deleted is not there any more: the deletion is done."""
    if not isinstance(error, BadRequest):
        return False
    words = error.message.lower()
    return any(known in words for known in _DELETED)


def is_undeletable(error: Exception) -> bool:
    """Whether Telegram lets the message stand: it is too old, or not ours to delete."""
    return isinstance(error, BadRequest) and "message can't be deleted" in str(error).lower()
