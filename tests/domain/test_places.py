"""Places: what keeps a card away, and what of a change is told."""

import pytest

from bot.domain.places import (
    GONE,
    Chat,
    Hindrance,
    Membership,
    News,
    Place,
    PostState,
    Rights,
    Topic,
    TopicState,
    news_of,
    post_state,
)

MEMBER = Rights(Membership.member)
MUTED = Rights(Membership.member, may_post=False)
ADMIN = Rights(Membership.administrator, may_pin=True)


def chat(rights: Rights = MEMBER, *, registered: bool = True, kind: str = "supergroup") -> Chat:
    return Chat(-1, kind, "Hall", rights, registered, None)


@pytest.mark.parametrize(
    ("rights", "hindrance"),
    [(MEMBER, None), (ADMIN, None), (MUTED, Hindrance.no_rights), (GONE, Hindrance.gone)],
)
def test_what_keeps_the_bot_from_posting(rights: Rights, hindrance: Hindrance | None) -> None:
    assert rights.hindrance is hindrance
    assert chat(rights).is_usable is (hindrance is None)
    assert not chat(rights, registered=False).is_usable


@pytest.mark.parametrize(
    ("state", "hindrance"),
    [
        (TopicState.open, None),
        (TopicState.closed, Hindrance.topic_closed),
        (TopicState.gone, Hindrance.topic_gone),
    ],
)
def test_a_topic_can_be_closed_where_the_chat_is_not(
    state: TopicState, hindrance: Hindrance | None
) -> None:
    place = Place(chat(), Topic(-1, 7, "Work", state))
    assert (place.hindrance, place.key) == (hindrance, (-1, 7))
    assert Place(chat(MUTED), place.topic).hindrance is Hindrance.no_rights
    assert Place(chat()).key == (-1, None)


def test_only_a_channel_is_a_channel() -> None:
    assert chat(kind="channel").is_channel
    assert not chat().is_channel


@pytest.mark.parametrize(
    ("hindrance", "sent", "pending", "state"),
    [
        (None, True, False, PostState.live),
        (None, False, True, PostState.waiting),
        (None, False, False, PostState.failed),
        (Hindrance.gone, True, False, PostState.impossible),
        (Hindrance.no_rights, False, True, PostState.impossible),
        (Hindrance.topic_closed, True, False, PostState.live),
        (Hindrance.topic_closed, False, False, PostState.impossible),
        (Hindrance.topic_gone, True, False, PostState.impossible),
    ],
)
def test_where_a_card_stands(
    hindrance: Hindrance | None, sent: bool, pending: bool, state: PostState
) -> None:
    assert post_state(hindrance, is_sent=sent, is_pending=pending) is state


@pytest.mark.parametrize(
    ("before", "after", "registered", "news"),
    [
        (None, MEMBER, False, News.added),
        (GONE, MEMBER, False, News.added),
        (GONE, ADMIN, True, News.returned),
        (GONE, MUTED, False, News.added),
        (GONE, GONE, True, None),
        (None, GONE, False, None),
        (MEMBER, GONE, True, News.lost),
        (MUTED, GONE, False, News.lost),
        (MEMBER, MUTED, True, News.muted),
        (MEMBER, MUTED, False, None),
        (MUTED, ADMIN, True, News.unmuted),
        (MEMBER, ADMIN, True, None),
        (ADMIN, MEMBER, True, News.demoted),
        (ADMIN, MEMBER, False, None),
        (ADMIN, ADMIN, True, None),
    ],
)
def test_what_of_a_change_is_told(
    before: Rights | None, after: Rights, registered: bool, news: News | None
) -> None:
    assert news_of(before, after, registered=registered) is news
