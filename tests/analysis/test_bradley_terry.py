"""Strengths from who won: the likeliest ones, draws, winners of everything, groups apart."""

import numpy as np
import pytest

from bot.analysis import bradley_terry as bt
from bot.analysis.bradley_terry import DRAW, LEFT, RIGHT, Strengths, bradley_terry

Game = tuple[int, int, int]


def ranked(games: list[Game], items: int) -> Strengths:
    columns = [np.array([game[n] for game in games], dtype=np.int64) for n in range(3)]
    return bradley_terry(columns[0], columns[1], columns[2], items)


def test_two_that_met_often_are_as_strong_as_they_won() -> None:
    found = ranked([(0, 1, LEFT)] * 2 + [(1, 0, LEFT)] + [(1, 0, RIGHT)], 2)
    assert found.strength == pytest.approx([0.75, 0.25], abs=1e-5)
    assert (list(found.place), found.groups, list(found.smoothed)) == ([1, 2], 1, [])


def test_a_draw_is_half_a_win_for_each() -> None:
    with_draws = ranked([(0, 1, LEFT), (0, 1, DRAW), (1, 0, DRAW)], 2)
    assert with_draws.strength == pytest.approx([2 / 3, 1 / 3], abs=1e-5)
    assert list(ranked([(0, 1, DRAW)], 2).place) == [1, 1]


def test_the_strengths_are_the_likeliest() -> None:
    """Of each item: the wins are as many as its strength leads one to expect."""
    random = np.random.default_rng(2)
    true, games = np.array([4.0, 2.0, 1.0, 0.5]), []
    for _ in range(600):
        one, other = random.choice(4, 2, replace=False)
        won = random.random() < true[one] / (true[one] + true[other])
        games.append((int(one), int(other), LEFT if won else RIGHT))
    found = ranked(games, 4)
    assert list(found.place) == [1, 2, 3, 4]
    for item in range(4):
        wins = sum((a if o == LEFT else b) == item for a, b, o in games)
        met = [b if a == item else a for a, b, _ in games if item in (a, b)]
        mine = found.strength[item]
        assert wins == pytest.approx(sum(mine / (mine + found.strength[o]) for o in met), abs=0.01)


def test_who_only_won_is_first_and_has_a_strength() -> None:
    found = ranked([(0, 1, LEFT), (1, 2, LEFT), (0, 2, LEFT)], 3)
    assert list(found.place) == [1, 2, 3]
    assert np.isfinite(found.strength).all()
    assert found.strength.sum() == pytest.approx(1)
    assert list(found.smoothed) == [0]


def test_those_who_never_met_are_told_apart() -> None:
    found = ranked([(4, 1, LEFT), (1, 4, LEFT), (0, 2, LEFT), (2, 3, DRAW)], 5)
    assert list(found.group) == [0, 1, 0, 0, 1]
    assert list(found.smoothed) == [0]
    assert list(found.place) == [1, 1, 2, 2, 1] or list(found.place) == [1, 1, 2, 3, 1]
    for group in range(2):
        assert found.strength[found.group == group].sum() == pytest.approx(1)


def test_sides_and_order_do_not_matter() -> None:
    random = np.random.default_rng(4)
    games = [
        (int(a), int(b), int(random.integers(3)))
        for a, b in (random.choice(6, 2, replace=False) for _ in range(80))
    ]
    turned = [(b, a, {DRAW: DRAW, LEFT: RIGHT, RIGHT: LEFT}[o]) for a, b, o in reversed(games)]
    assert ranked(games, 6).strength == pytest.approx(ranked(turned, 6).strength, abs=1e-9)


def test_a_long_chain_is_one_group() -> None:
    found = ranked([(n, n + 1, DRAW) for n in range(300)], 301)
    assert (found.groups, set(found.place)) == (1, {1})


def test_too_many_items_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bt, "MOST_ITEMS", 2)
    with pytest.raises(bt.TooManyItemsError):
        ranked([(0, 1, LEFT), (1, 2, LEFT)], 3)
