"""Statements to print: short and long, in several currencies, with names of many scripts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.lines import ClientState, LineKind
from bot.domain.money import Money
from bot.domain.statements import Statement, StatementLine

START = datetime(2026, 11, 13, 10, tzinfo=UTC)
WEEK = timedelta(days=7)
# A name in each script that people of a hall are likely to write theirs in, by its font's name.
NAMES = {
    "Latin": "Łucja Nguyễn-O’Brien",
    "Cyrillic": "Жанна Ђорђевић",
    "Greek": "Ελένη Παπαδοπούλου",
    "Arabic": "محمد عبد الرحمن",
    "Hebrew": "נועה בן־דוד",
    "Chinese": "欧阳小明 歐陽",
    "Japanese": "山田 さくら カタカナ",
    "Korean": "김철수",
    "Thai": "สมชาย น้ำใส",
    "Devanagari": "प्रिया शर्मा क्षत्रिय",
    "Bengali": "শেখ রহিমা",
    "Tamil": "கவிதா ஸ்ரீ",
    "Ethiopic": "አበበ ቢቂላ",
    "Armenian": "Արամ Խաչատրյան",
    "Georgian": "ნინო ქართველი",
    "Emoji": "Sam 🌸👍🏽🇪🇬",
}
HOSTILE = {
    "override": "Ada \u202egnp.exe\u202c \u2067x",
    "zero width": "\u200b\u200c\u200d\ufeff\u2060",
    "long": "Wolfeschlegelstein" * 222,
    "long with spaces": "ab " * 1333,
    "lone surrogates": "Ada \ud83d\udc00 \udfff",
    "controls": "Ada\x00\x07\r\n\tLove\x9flace\u2028x",
    "unknown scripts": "\U00012000\U00016a40 𓀀 \U000e0001\ue000\uffff",
    "marks": "Z\u0351\u036a" + "\u0300" * 500,
    "empty": "",
    "rare signs": "𠮷野家",
}


def line(nth: int = 1, **changes: Any) -> StatementLine:
    """One line, paid in full and confirmed by the client."""
    plain = StatementLine(
        number=f"L{nth:04}",
        kind=LineKind.rating,
        project="Everyday questions",
        job=f"J7K{nth % 90 + 10}",
        at=START + timedelta(hours=nth),
        rate=Money(250, "USD"),
        quantity=1,
        pay=Money(250, "USD"),
        reason=None,
        because=None,
        client=ClientState.confirmed,
        client_at=START + timedelta(days=3),
        cites=None,
    )
    return replace(plain, **changes)


def lines() -> tuple[StatementLine, ...]:
    """One line of each sort that a statement can have."""
    return (
        line(1, quantity=5, pay=Money(1250, "USD")),
        line(2, pay=Money(125, "USD"), reason="shallow",
             because="The explanation does not say which answer is safer."),
        line(3, client=ClientState.silent),
        line(4, kind=LineKind.flag, rate=Money(50, "USD"), pay=Money(50, "USD"),
             client=ClientState.not_asked, client_at=None),
        line(5, kind=LineKind.bonus, project=None, job=None, rate=Money(1000, "USD"),
             pay=Money(1000, "USD"), because="For the careful notes on medical questions.",
             client=ClientState.not_asked, client_at=None),
        line(6, kind=LineKind.correction, rate=Money(250, "USD"), pay=Money(125, "USD"),
             because="The verdict was overturned.", cites="S4M2P",
             client=ClientState.refused),
        line(7, kind=LineKind.training, project="Medical questions", rate=Money(600, "USD"),
             pay=Money(600, "USD"), client=ClientState.not_asked, client_at=None),
    )  # fmt: skip


def statement(*more: StatementLine, **changes: Any) -> Statement:
    """A statement with these lines, else with one of each sort."""
    what = more or lines()
    currency = what[0].pay.currency
    gross = Money(sum(one.pay.minor for one in what), currency)
    plain = Statement(
        number="S7KQ2",
        person_name="Ada Lovelace",
        pseudonym="W-4821",
        zone="Africa/Cairo",
        period_start=START,
        period_end=START + WEEK,
        made_at=START + WEEK + timedelta(minutes=1),
        lines=what,
        gross=gross,
        deductions=Money(0, currency),
        net=gross,
        payout="P3H8N",
        state="due",
        method="Bank account ···· 6819",
        expected_at=START + WEEK + timedelta(days=3),
        reference=None,
        dispute_by=START + WEEK + timedelta(days=90),
        contact="Grace Hopper, @grace_pay",
    )
    return replace(plain, **changes)


def many(count: int) -> tuple[StatementLine, ...]:
    """So many lines of all sorts."""
    sorts = lines()
    return tuple(
        replace(sorts[at % len(sorts)], number=f"L{at:04}", at=START + timedelta(hours=at))
        for at in range(count)
    )
