"""Webhook, web server and PostgreSQL in the settings: what may be given, what is never shown."""

import io
import logging

import pytest

from bot import logs
from bot.settings import Settings, SettingsFaults, role_faults

TOKEN = "123456789:" + "Canary_-x" * 4
SECRET = "Hush_-" * 4
GIVEN = {"HIRINGHALL_TOKEN": TOKEN, "HIRINGHALL_ADMINS": "11"}
URL = "https://hall.example.org/telegram"
WEBHOOK = {"HIRINGHALL_WEBHOOK_URL": URL, "HIRINGHALL_WEBHOOK_SECRET": SECRET}
POSTGRES = {"HIRINGHALL_DATABASE": "postgresql://hall:Pass-Word@db.example:5432/hiringhall"}


def settings(**given: str) -> Settings:
    return Settings.read({**GIVEN, **{f"HIRINGHALL_{name}": text for name, text in given.items()}})


def faults(environ: dict[str, str]) -> dict[str, str]:
    with pytest.raises(SettingsFaults) as caught:
        Settings.read({**GIVEN, **environ})
    assert all(fault.do for fault in caught.value.faults)
    return {fault.name: str(fault) for fault in caught.value.faults}


def test_without_a_webhook_there_is_no_web_server() -> None:
    plain = settings()
    assert (plain.webhook_url, plain.webhook_secret, plain.listen) == (None, None, None)


def test_a_webhook_needs_a_web_server_and_gets_one_that_only_this_machine_reaches() -> None:
    hall = Settings.read({**GIVEN, **WEBHOOK})
    assert (hall.webhook_url, hall.webhook_secret) == (URL, SECRET)
    assert (hall.listen, hall.webhook_path) == (("127.0.0.1", 8080), "/telegram")
    shown = {line.variable: line.value for line in hall.shown}
    assert shown["HIRINGHALL_LISTEN"] == "127.0.0.1:8080"
    assert settings(LISTEN="127.0.0.1:9").listen == ("127.0.0.1", 9)


@pytest.mark.parametrize("left", sorted(WEBHOOK))
def test_half_a_webhook_is_a_fault(left: str) -> None:
    missing = next(name for name in WEBHOOK if name != left)
    assert set(faults({left: WEBHOOK[left]})) == {missing}


def test_a_webhook_that_is_wrong_in_both_halves_is_told_at_once() -> None:
    wrong = {"HIRINGHALL_WEBHOOK_URL": "http://hall.example.org", "HIRINGHALL_WEBHOOK_SECRET": "x"}
    assert set(faults(wrong)) == set(wrong)


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("https://hall.example.org", True),
        ("https://hall.example.org:8443/a-b/c.d_e~f", True),
        ("http://127.0.0.1:5000/hook", True),
        ("http://[::1]:5000/hook", True),
        ("http://localhost:5000/hook", True),
        ("https://127.0.0.1:5000/hook", True),
        ("https://hall.example.org:8080/hook", False),
        ("http://hall.example.org/hook", False),
        ("http://10.0.0.7/hook", False),
        ("http://127.0.0.1.nip.io/hook", False),
        ("https://user:word@hall.example.org/", False),
        ("https://hall.example.org/?a=b", False),
        ("https://hall.example.org/a%2Fb", False),
        ("https://hall.example.org/healthz", False),
        ("https://hall.example.org/healthz/", False),
        ("hall.example.org", False),
        ("https:///hook", False),
        ("https://hall.example.org:0/", False),
        ("https://hall.example.org:70000/", False),
        ("ftp://hall.example.org/", False),
        ("https://hall .example.org/", False),
    ],
)
def test_telegram_calls_an_encrypted_address_that_it_can_reach(text: str, fine: bool) -> None:
    environ = {**WEBHOOK, "HIRINGHALL_WEBHOOK_URL": text}
    if fine:
        assert Settings.read({**GIVEN, **environ}).webhook_url == text
    else:
        assert set(faults(environ)) == {"HIRINGHALL_WEBHOOK_URL"}


def test_a_bot_api_server_of_ones_own_calls_any_port() -> None:
    own = {"HIRINGHALL_API_URL": "http://10.0.0.7:8081"}
    url = "https://hall.example.org:8080/hook"
    found = Settings.read({**GIVEN, **WEBHOOK, **own, "HIRINGHALL_WEBHOOK_URL": url})
    assert found.webhook_url == url


@pytest.mark.parametrize("text", ["x" * 15, "x" * 257, "with space and more", "ä" * 20, "a+b" * 9])
def test_a_secret_is_long_and_of_what_telegram_takes(text: str) -> None:
    told = faults({**WEBHOOK, "HIRINGHALL_WEBHOOK_SECRET": text})
    assert set(told) == {"HIRINGHALL_WEBHOOK_SECRET"}
    assert text not in str(told)


@pytest.mark.parametrize("text", ["x" * 16, "x" * 256, "aZ09_-" * 3])
def test_a_secret_of_sixteen_signs_will_do(text: str) -> None:
    found = Settings.read({**GIVEN, **WEBHOOK, "HIRINGHALL_WEBHOOK_SECRET": text})
    assert found.webhook_secret == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("127.0.0.1:8080", ("127.0.0.1", 8080)),
        ("[::1]:8080", ("::1", 8080)),
        ("0.0.0.0:0", ("0.0.0.0", 0)),  # noqa: S104 - what a container needs
        ("localhost:80", ("localhost", 80)),
    ],
)
def test_the_web_server_listens_where_it_is_told(text: str, found: tuple[str, int]) -> None:
    assert settings(LISTEN=text).listen == found


@pytest.mark.parametrize(
    "text", ["8080", ":8080", "127.0.0.1", "127.0.0.1:", "host:65536", "a b:1", "::1:x", "h/x:1"]
)
def test_what_is_no_host_and_port_is_refused(text: str) -> None:
    assert set(faults({"HIRINGHALL_LISTEN": text})) == {"HIRINGHALL_LISTEN"}


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("postgresql://u:p@h/n", "postgresql+asyncpg://u:p@h/n"),
        ("postgres://u@h:5433/n", "postgresql+asyncpg://u@h:5433/n"),
        ("postgresql://h/n?sslmode=require", "postgresql+asyncpg://h/n?ssl=require"),
        (
            "postgresql+asyncpg://u@/n?host=%2Frun%2Fpg",
            "postgresql+asyncpg://u@/n?host=%2Frun%2Fpg",
        ),
        ("postgresql://u:a@b:c@h/n", "postgresql+asyncpg://u:a%40b%3Ac@h/n"),
        ("postgresql://u:a%2Fb@[::1]/n", "postgresql+asyncpg://u:a%2Fb@[::1]/n"),
    ],
)
def test_a_database_can_be_one_of_postgresql(text: str, url: str) -> None:
    assert settings(DATABASE=text).database == url


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://",
        "postgresql://u:Pass-Word@h",
        "postgresql://u:Pass-Word@h/",
        "postgresql://u:Pass-Word@/n",
        "postgresql://u:Pass-Word@h/n/m",
        "postgresql://u:Pass-Word@h/n?host=relative",
        "postgresql://u:Pass-Word@h/n?sslmode=perhaps",
        "postgresql://h/n?password=Pass-Word",
        "postgresql://u:Pass-Word@h:port/n",
        "postgresql://u:Pass-Word/x@h/n",
        "mysql://u:Pass-Word@h/n",
    ],
)
def test_a_database_that_is_none_is_refused_without_its_password(text: str) -> None:
    told = faults({"HIRINGHALL_DATABASE": text})
    assert set(told) == {"HIRINGHALL_DATABASE"}
    assert "Pass-Word" not in str(told)


@pytest.mark.parametrize(
    "where", ["API_URL", "WEBHOOK_URL", "LISTEN", "SANDBOX_CLOCK", "LANGUAGE"]
)
def test_an_address_with_a_password_is_not_told_wherever_it_was_written(where: str) -> None:
    told = faults({**WEBHOOK, f"HIRINGHALL_{where}": POSTGRES["HIRINGHALL_DATABASE"]})
    assert "Pass-Word" not in str(told)


def test_secrets_are_shown_nowhere() -> None:
    hall = Settings.read({**GIVEN, **WEBHOOK, **POSTGRES})
    for text in (repr(hall), str(hall.shown)):
        assert "Hush" not in text
        assert "Pass-Word" not in text
        assert "Canary" not in text
    shown = {line.variable: line.value for line in hall.shown}
    assert shown["HIRINGHALL_DATABASE"] == "postgresql://hall:***@db.example:5432/hiringhall"
    assert shown["HIRINGHALL_WEBHOOK_SECRET"] == "set, not shown"
    assert set(hall.secrets) == {TOKEN, SECRET, "Pass-Word"}


def test_secrets_are_in_no_log() -> None:
    hall = Settings.read({**GIVEN, **WEBHOOK, **POSTGRES})
    redaction = logs.Redaction(hall.token, hall.secrets)
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(redaction)
    record = logging.LogRecord(
        "x", logging.ERROR, "", 1, "%s %s Pass-Word", (hall.webhook_secret, hall.database), None
    )
    handler.handle(record)
    line = stream.getvalue()
    assert "postgresql+asyncpg://hall:<secret>@db.example" in line
    assert "Hush" not in line
    assert "Pass-Word" not in line


def test_the_password_of_any_address_is_in_no_log() -> None:
    told = logs.Redaction().redact("no way to postgresql://u:short@h/n, or http://h:80/a@b")
    assert told == "no way to postgresql://u:<secret>@h/n, or http://h:80/a@b"


def test_one_role_alone_needs_a_webhook_and_postgresql() -> None:
    one = settings(DATABASE="hall.sqlite")
    for role in ("web", "worker"):
        told = {fault.name: str(fault) for fault in role_faults(one, role)}
        assert set(told) == {"HIRINGHALL_WEBHOOK_URL", "HIRINGHALL_DATABASE"}
        assert all(role in text for text in told.values())
        assert role_faults(Settings.read({**GIVEN, **WEBHOOK, **POSTGRES}), role) == []
