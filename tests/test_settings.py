import dataclasses
from datetime import time
from pathlib import Path

import pytest

from bot.domain.people import ANONYMOUS_IDS
from bot.domain.rules import Rules
from bot.settings import REGISTRY, Settings, SettingsFaults

TOKEN = "123456789:" + "Canary_-x" * 4
GIVEN = {"HIRINGHALL_TOKEN": TOKEN, "HIRINGHALL_ADMINS": "11, 22"}


def _faults(environ: dict[str, str], env_file: Path | None = None) -> dict[str, str]:
    with pytest.raises(SettingsFaults) as caught:
        Settings.read(environ, env_file)
    assert all(fault.do for fault in caught.value.faults)
    return {fault.name: str(fault) for fault in caught.value.faults}


def test_token_and_admins_are_all_that_must_be_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings.read(GIVEN)
    assert (settings.token, settings.bot_id) == (TOKEN, 123456789)
    assert settings.admins == {11, 22}
    assert settings.api_url == "https://api.telegram.org"
    assert settings.database == f"sqlite+aiosqlite:///{tmp_path}/hiringhall.sqlite"
    assert (settings.open_jobs, settings.offer_minutes, settings.undo_seconds) == (2, 10, 10)
    assert settings.skips_to_pull == 5
    assert settings.quiet_hours == (time(22, 0), time(8, 0))
    assert (settings.language, settings.log_level, settings.sandbox_clock) == ("en", "INFO", None)


def test_every_setting_of_the_registry_has_a_field_and_the_other_way_round() -> None:
    fields = {field.name for field in dataclasses.fields(Settings)} - {"shown"}
    assert fields == {setting.name.lower() for setting in REGISTRY}


def test_the_rules_of_the_hall_are_settings_with_the_same_defaults() -> None:
    assert Settings.read(GIVEN).rules == Rules()
    names = ("OPEN_JOBS", "OFFER_MINUTES", "UNDO_SECONDS", "SKIPS_TO_PULL", "LIST_HOURS",
             "COMMANDS_A_MINUTE")  # fmt: skip
    numbers = {f"HIRINGHALL_{name}": "7" for name in names}
    others = {"HIRINGHALL_QUIET_HOURS": "0:05-0:10"}
    changed = Settings.read({**GIVEN, **numbers, **others, "HIRINGHALL_LANGUAGE": "ar"}).rules
    assert changed == Rules(7, 7, 7, 7, "00:05", "00:10", "ar", 7, commands_a_minute=7)


def test_a_command_may_do_without_token_and_admins() -> None:
    settings = Settings.read({}, optional=("TOKEN", "ADMINS"))
    assert (settings.token, settings.bot_id, settings.admins) == ("", 0, frozenset())
    assert set(_faults({})) == {"HIRINGHALL_TOKEN", "HIRINGHALL_ADMINS"}


def test_what_is_optional_is_checked_all_the_same() -> None:
    with pytest.raises(SettingsFaults, match="HIRINGHALL_ADMINS"):
        Settings.read({"HIRINGHALL_ADMINS": "@ada"}, optional=("TOKEN", "ADMINS"))


def test_all_faults_are_told_at_once() -> None:
    wrong = {
        "HIRINGHALL_TOKEN": "123:short",
        "HIRINGHALL_ADMINS": "@ada",
        "HIRINGHALL_API_URL": "api.telegram.org",
        "HIRINGHALL_DATABASE": "/no/such/folder/x.sqlite",
        "HIRINGHALL_OPEN_JOBS": "0",
        "HIRINGHALL_OFFER_MINUTES": "ten",
        "HIRINGHALL_UNDO_SECONDS": "-1",
        "HIRINGHALL_SKIPS_TO_PULL": "1_0",
        "HIRINGHALL_QUIET_HOURS": "22-8",
        "HIRINGHALL_LANGUAGE": "xx",
        "HIRINGHALL_LIST_HOURS": "25",
        "HIRINGHALL_LOG_LEVEL": "LOUD",
        "HIRINGHALL_SANDBOX_CLOCK": "http://example.com",
        "HIRINGHALL_ADMIN": "5",
    }
    assert set(_faults(wrong)) == set(wrong)


def test_an_unknown_variable_gets_a_hint_and_others_are_left_alone() -> None:
    faults = _faults({**GIVEN, "HIRINGHALL_ADMIN": "5", "HIRINGHALL_QQ": "x", "PATH": "/bin"})
    assert set(faults) == {"HIRINGHALL_ADMIN", "HIRINGHALL_QQ"}
    assert "HIRINGHALL_ADMINS" in faults["HIRINGHALL_ADMIN"]


@pytest.mark.parametrize(
    "where", ["TOKEN", "ADMINS", "API_URL", "DATABASE", "LANGUAGE", "QUIET_HOURS"]
)
def test_the_token_is_never_shown_wherever_it_was_written(where: str) -> None:
    written = f"http://user@x/{TOKEN}?" if where == "API_URL" else f"{TOKEN} oops?"
    faults = _faults({**GIVEN, f"HIRINGHALL_{where}": written})
    assert set(faults) == {f"HIRINGHALL_{where}"}
    assert "Canary" not in str(faults)


def test_the_token_is_in_no_representation_of_the_settings() -> None:
    settings = Settings.read(GIVEN)
    assert "Canary" not in repr(settings)
    assert "Canary" not in str(settings.shown)


@pytest.mark.parametrize("shared", sorted(ANONYMOUS_IDS))
def test_ids_that_telegram_shares_among_many_are_no_admins(shared: int) -> None:
    fault = _faults({**GIVEN, "HIRINGHALL_ADMINS": f"11,{shared}"})["HIRINGHALL_ADMINS"]
    assert str(shared) in fault
    assert "11" not in fault.replace(str(shared), "")


@pytest.mark.parametrize(
    "text", ["@ada", "ada", "0", "-100123", "1.5", "٣٤٥", "11;12", ",", "9" * 17]
)
def test_what_is_no_persons_id_is_no_admin(text: str) -> None:
    assert "id" in _faults({**GIVEN, "HIRINGHALL_ADMINS": text})["HIRINGHALL_ADMINS"]


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("https://api.example.org/", True),
        ("http://127.0.0.1:8081", True),
        ("http://[::1]:8081", True),
        ("http://10.0.0.7:8081", True),
        ("http://bot-api:8081", True),
        ("http://api.telegram.org", False),
        ("http://8.8.8.8", False),
        ("ftp://127.0.0.1", False),
        ("https://", False),
        ("https://a b.example", False),
        ("https://host:99999", False),
        ("https://host:0", False),
        ("https://user:pass@host", False),
        ("https://host/123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", False),
        ("https://host/?x=1", False),
    ],
)
def test_the_token_travels_encrypted_or_inside_the_own_network(text: str, fine: bool) -> None:
    environ = {**GIVEN, "HIRINGHALL_API_URL": text}
    if fine:
        assert Settings.read(environ).api_url == text.rstrip("/")
    else:
        assert set(_faults(environ)) == {"HIRINGHALL_API_URL"}


@pytest.mark.parametrize(
    "text", ["http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]:1"]
)
def test_the_clock_of_a_sandbox_on_this_machine_can_be_followed(text: str) -> None:
    assert Settings.read({**GIVEN, "HIRINGHALL_SANDBOX_CLOCK": text}).sandbox_clock == text


@pytest.mark.parametrize(
    "text", ["http://10.0.0.7", "http://bot-api", "http://127.0.0.1.nip.io", "x"]
)
def test_no_other_machine_moves_the_clock(text: str) -> None:
    assert _faults({**GIVEN, "HIRINGHALL_SANDBOX_CLOCK": text})


def test_a_database_is_given_by_path_or_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for text in (
        "my hall.db",
        f"{tmp_path}/my hall.db",
        "sqlite:///my hall.db",
        f"sqlite:///{tmp_path}/my hall.db",
    ):
        url = Settings.read({**GIVEN, "HIRINGHALL_DATABASE": text}).database
        assert url == f"sqlite+aiosqlite:///{tmp_path}/my hall.db"


@pytest.mark.parametrize("text", ["mysql://x/y", ":memory:", "sqlite://", ".", "/", "a?mode=ro"])
def test_what_is_no_lasting_file_is_no_database(text: str) -> None:
    assert set(_faults({**GIVEN, "HIRINGHALL_DATABASE": text})) == {"HIRINGHALL_DATABASE"}


@pytest.mark.parametrize("text", ["21:30-06:00", "21:30 – 6:00"])
def test_quiet_hours_are_a_span_of_the_day(text: str) -> None:
    settings = Settings.read({**GIVEN, "HIRINGHALL_QUIET_HOURS": text})
    assert settings.quiet_hours == (time(21, 30), time(6, 0))
    assert _faults({**GIVEN, "HIRINGHALL_QUIET_HOURS": "24:00-08:00"})


def test_the_file_is_read_and_the_environment_wins(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(
        "\ufeff# the hall\n\n"
        f'export HIRINGHALL_TOKEN="{TOKEN}" # from @BotFather\n'
        "HIRINGHALL_ADMINS = 11,22   # Ada, Bo\n"
        "HIRINGHALL_LANGUAGE='en'\n"
        "HIRINGHALL_API_URL=https://x.example#no-comment\n"
        "HIRINGHALL_OPEN_JOBS=3\n"
        "HIRINGHALL_LOG_LEVEL= # the default\n"
        "OTHER_PROGRAM=1\n",
        "utf-8",
    )
    with pytest.raises(SettingsFaults, match="HIRINGHALL_API_URL"):
        Settings.read({}, file)
    environ = {"HIRINGHALL_OPEN_JOBS": "4", "HIRINGHALL_API_URL": "https://y.example"}
    settings = Settings.read({**environ, "HIRINGHALL_ADMINS": ""}, file)
    assert (settings.token, settings.admins, settings.open_jobs) == (TOKEN, frozenset({11, 22}), 4)
    sources = {line.variable: line.source for line in settings.shown}
    assert sources["HIRINGHALL_OPEN_JOBS"] == "environment"
    assert sources["HIRINGHALL_ADMINS"] == str(file)
    assert sources["HIRINGHALL_LOG_LEVEL"] == "default"


def test_a_broken_file_is_told_by_line_without_its_content(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(f'HIRINGHALL_ADMINS=11\n{TOKEN}\nHIRINGHALL_TOKEN="{TOKEN}\n', "utf-8")
    faults = _faults(GIVEN, file)
    assert set(faults) == {f"{file} line 2", f"{file} line 3"}
    assert "Canary" not in str(faults)


def test_a_file_that_cannot_be_read_is_a_fault_and_none_at_all_is_fine(tmp_path: Path) -> None:
    assert Settings.read(GIVEN, tmp_path / "none").token == TOKEN
    assert set(_faults(GIVEN, tmp_path)) == {str(tmp_path)}
    (tmp_path / "odd").write_bytes(b"\xff\xfe\x00")
    assert set(_faults(GIVEN, tmp_path / "odd")) == {str(tmp_path / "odd")}
