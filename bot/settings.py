"""What can be set from outside: one ordered registry, read with all faults at once."""

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot import setting_addresses as address
from bot import setting_languages
from bot import setting_rules as may_be
from bot.domain.rules import Rules
from bot.setting_caps import CAPS, CapSettings
from bot.setting_detectors import DETECTORS, DetectorSettings
from bot.setting_gold import GOLD, GoldSettings
from bot.setting_kinds import PREFIX, Fault, Setting, SettingsFaults, Shown
from bot.setting_overlap import OVERLAP, OverlapSettings
from bot.setting_pay import PAY, PaySettings
from bot.setting_reviews import REVIEWS, ReviewSettings
from bot.setting_standing import STANDING, StandingSettings
from bot.setting_terms import TERMS, TermsSettings

LISTEN_FOR_WEBHOOK = "127.0.0.1:8080"
LEVELS = {name: name for name in ("DEBUG", "INFO", "WARNING", "ERROR")}

_LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=(.*)")
_QUOTED = re.compile(r"""(?:"([^"]*)"|'([^']*)')\s*(?:#.*)?""")


REGISTRY: tuple[Setting, ...] = (
    Setting("TOKEN", None, may_be.token, "the bot's token, from @BotFather", "", secret=True),
    Setting("ADMINS", None, may_be.admins, "numeric ids of the admins, by commas", frozenset()),
    Setting("API_URL", "https://api.telegram.org", address.api_url, "where the Bot API is"),
    Setting("WEBHOOK_URL", "", address.webhook_url, "where Telegram calls us; else we ask it"),
    Setting("WEBHOOK_SECRET", "", address.webhook_secret, "what a call of Telegram must know",
            secret=True),
    Setting("LISTEN", "", address.listen, "host and port of our own web server"),
    Setting("DATABASE", "hiringhall.sqlite", address.database,
            "the database: a path or postgresql://", shown=address.without_password),
    Setting("KEY", "", may_be.keys, "what payout details are sealed with, the newest key first",
            secret=True),
    Setting("OPEN_JOBS", "2", may_be.whole(1, 20), "jobs a person may have open at once"),
    Setting("OFFER_MINUTES", "10", may_be.whole(1, 120), "minutes a place is held for a person"),
    Setting("UNDO_SECONDS", "10", may_be.whole(0, 120), "seconds in which a submit can be undone"),
    Setting("SKIPS_TO_PULL", "5", may_be.whole(1, 100), "people whose skips pull a task"),
    Setting("QUIET_HOURS", "22:00-08:00", may_be.hours, "local hours without sound, at first"),
    Setting("LANGUAGE", "en", setting_languages.code,
            "language of groups, and where none is known"),
    Setting("LOCALES", "", setting_languages.folder, "a folder with more languages, or none"),
    Setting("LIST_HOURS", "4", may_be.whole(1, 24), "hours on the list after a lost race"),
    Setting("DRAW_SECONDS", "60", may_be.whole(10, 3600), "seconds in which a draw takes hands"),
    Setting("TAPS_A_MINUTE", "60", may_be.whole(10, 100_000),
            "taps and messages of one person that count in a minute"),
    Setting("COMMANDS_A_MINUTE", "20", may_be.whole(5, 100_000),
            "commands of one person that count in a minute"),
    Setting("MESSAGES_A_SECOND", "0", may_be.whole(0, 1000),
            "messages a second that Telegram allows; 0: found out"),
    *CAPS,
    *GOLD,
    *OVERLAP,
    *PAY,
    *REVIEWS,
    *STANDING,
    *DETECTORS,
    *TERMS,
    Setting("LOG_LEVEL", "INFO", may_be.one_of(LEVELS), "how much is logged"),
    Setting("SANDBOX_CLOCK", "", address.loopback_url, "a sandbox here whose clock is followed"),
)  # fmt: skip

__all__ = ["REGISTRY", "Fault", "Settings", "SettingsFaults", "Shown", "role_faults"]

_VARIABLES = tuple(setting.variable for setting in REGISTRY)


@dataclass(frozen=True)
class Settings(
    CapSettings,
    DetectorSettings,
    GoldSettings,
    OverlapSettings,
    PaySettings,
    ReviewSettings,
    StandingSettings,
    TermsSettings,
):
    """Everything that can be set, checked; `REGISTRY` says what each value is."""

    token: str = field(repr=False)
    admins: frozenset[int]
    api_url: str
    webhook_url: str | None
    webhook_secret: str | None = field(repr=False)
    listen: tuple[str, int] | None
    database: str = field(repr=False)
    key: tuple[str, ...] = field(repr=False)
    open_jobs: int
    offer_minutes: int
    undo_seconds: int
    skips_to_pull: int
    quiet_hours: tuple[time, time]
    language: str
    locales: Path | None
    list_hours: int
    draw_seconds: int
    taps_a_minute: int
    commands_a_minute: int
    messages_a_second: int
    log_level: str
    sandbox_clock: str | None
    shown: tuple[Shown, ...] = field(default=(), repr=False, compare=False)

    @property
    def bot_id(self) -> int:
        """The bot's numeric id, which is the first part of its token; 0 without a token."""
        return int(self.token.partition(":")[0] or 0)

    @property
    def webhook_path(self) -> str:
        """The path under which our web server takes what Telegram sends."""
        return urlsplit(self.webhook_url or "").path or "/"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must stand in no log."""
        known = (
            self.token, self.webhook_secret, address.password_of(self.database), *self.key,
        )  # fmt: skip
        return tuple(secret for secret in known if secret)

    @property
    def rules(self) -> Rules:
        """The part that is handed to the rules of the hall."""
        first, last = self.quiet_hours
        return Rules(
            open_jobs=self.open_jobs,
            offer_minutes=self.offer_minutes,
            undo_seconds=self.undo_seconds,
            skips_to_pull=self.skips_to_pull,
            quiet_from=f"{first:%H:%M}",
            quiet_to=f"{last:%H:%M}",
            language=self.language,
            list_hours=self.list_hours,
            draw_seconds=self.draw_seconds,
            taps_a_minute=self.taps_a_minute,
            commands_a_minute=self.commands_a_minute,
            pay=self.pay_rules,
            standing=replace(self.standing_rules, detectors=self.detector_rules),
            caps=self.cap_rules,
            record_days=self.record_days,
            update_days=self.update_days,
            gold=self.gold_rules,
            sureness=self.sureness,
            reviews=self.review_rules,
            night_hour=self.night_hour,
        )

    @classmethod
    def read(
        cls,
        environ: Mapping[str, str],
        env_file: Path | None = None,
        *,
        optional: Collection[str] = (),
    ) -> "Settings":
        """The settings of the environment, else of the file, else the defaults.

        Names in `optional` may be missing: a command that only needs the database passes
        `("TOKEN", "ADMINS")`. Raises `SettingsFaults` with everything that is wrong.
        """
        written, faults = _read_file(env_file) if env_file else ({}, [])
        given = {**_ours(written, str(env_file)), **_ours(environ, "environment")}
        faults += [_unknown(variable) for variable in given if variable not in _VARIABLES]
        values: dict[str, Any] = {}
        shown: list[Shown] = []
        for setting in REGISTRY:
            default = _default(setting, given)
            text, source = given.get(setting.variable, (default, "default"))
            try:
                left_out = text is None and setting.name in optional
                values[setting.name.lower()] = (
                    setting.missing if left_out else setting.parse(text or "")
                )
            except may_be.Wrong as wrong:
                faults.append(Fault(setting.variable, wrong.what, wrong.do))
            told = "set, not shown" if setting.secret and text else setting.shown(text or "none")
            shown.append(Shown(setting.variable, told, source, setting.what_it_is))
        faults += _disagreements(given)
        if isinstance(language := values.get("language"), str):
            more = given.get(PREFIX + "LOCALES", ("",))[0]
            faults += setting_languages.without_texts(language, more)
        if faults:
            raise SettingsFaults(faults)
        return cls(**values, shown=tuple(shown))


def role_faults(settings: Settings, role: str) -> list[Fault]:
    """Why a process cannot be only `web` or only `worker` with these settings."""
    faults = []
    if not settings.webhook_url:
        do = "Set it, with HIRINGHALL_WEBHOOK_SECRET, or run one process without --role"
        faults.append(Fault(PREFIX + "WEBHOOK_URL", f"is needed with --role {role}", do))
    if not settings.database.startswith("postgresql"):
        what = f"must be PostgreSQL with --role {role}: SQLite is for one process"
        do = "Give postgresql://USER:PASSWORD@HOST/NAME, or run one process without --role"
        faults.append(Fault(PREFIX + "DATABASE", what, do))
    return faults


def _default(setting: Setting, given: Mapping[str, tuple[str, str]]) -> str | None:
    # Only a webhook makes a web server necessary.
    if setting.name == "LISTEN" and PREFIX + "WEBHOOK_URL" in given:
        return LISTEN_FOR_WEBHOOK
    return setting.default


def _disagreements(given: Mapping[str, tuple[str, str]]) -> list[Fault]:
    """What is wrong between settings that are each right."""
    url, secret = PREFIX + "WEBHOOK_URL", PREFIX + "WEBHOOK_SECRET"
    if url in given and secret not in given:
        do = "Take a long random one, such as `openssl rand -hex 32` prints"
        return [Fault(secret, f"is not set, but {url} is: anybody could send updates", do)]
    if secret in given and url not in given:
        return [Fault(url, f"is not set, but {secret} is", "Set it, or remove the secret")]
    if url in given and PREFIX + "API_URL" not in given and address.odd_port(given[url][0]):
        ports = ", ".join(map(str, address.TELEGRAM_PORTS))
        return [Fault(url, "has a port that Telegram does not call", f"Take one of {ports}")]
    return []


def _read_file(path: Path) -> tuple[dict[str, str], list[Fault]]:
    # KEY=VALUE, with `export`, quotes and comments; a file that is not there holds nothing.
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError):
        return {}, [Fault(str(path), "cannot be read", "Make it a readable text file in UTF-8")]
    values: dict[str, str] = {}
    faults: list[Fault] = []
    for row, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        value = _unquoted(match[2].strip()) if match else None
        if match and value is not None:
            values[match[1]] = value
        else:
            # The line itself is not shown: it may hold the token.
            faults.append(Fault(f"{path} line {row}", "is not KEY=VALUE", "Correct or delete it"))
    return values, faults


def _unquoted(text: str) -> str | None:
    if text[:1] in ("'", '"'):
        match = _QUOTED.fullmatch(text)
        return (match[1] or match[2] or "") if match else None
    return re.split(r"(?:^|\s)#", text, maxsplit=1)[0].strip()


def _ours(values: Mapping[str, str], source: str) -> dict[str, tuple[str, str]]:
    # A variable that is set to nothing counts as not set.
    return {
        name: (text.strip(), source)
        for name, text in values.items()
        if name.startswith(PREFIX) and text.strip()
    }


def _unknown(variable: str) -> Fault:
    close = difflib.get_close_matches(variable, _VARIABLES, n=1)
    do = f"Perhaps {close[0]} is meant" if close else "Remove it; `hiringhall check` lists all"
    return Fault(variable, "is not a setting", do)
