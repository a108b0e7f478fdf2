"""What can be set, typed or installed stands in the docs, and what the docs say is so."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import typer.main
from pydantic import BaseModel
from typer.core import TyperCommand, TyperGroup

from benchmarks.__main__ import BENCHES, SOAKS
from bot import cli
from bot.domain.projects import NewProject
from bot.formats import native, writing
from bot.formats.new_project import new_project
from bot.formats.project_calls import CallsPart
from bot.formats.project_file import Client, PayTerms, ProjectFile, Quality
from bot.formats.reading import read
from bot.formats.votes import Vote
from bot.settings import REGISTRY
from handlers.routes import COMMANDS, GROUP_COMMANDS
from sandbox import Person, Sandbox
from sandbox.door import Door
from sandbox.faults import read_fault
from sandbox.methods import MODELLED
from tests.docs_text import DOCS, ROOT, anchors, blocks, links, pages, rows, section, text_of

MACHINE_PATH = re.compile(r"(?<![\w./])(/(home|root|tmp|work|Users|var)/\w|[A-Z]:\\\w)")


def command_line(
    group: TyperGroup, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, TyperCommand]]:
    """Every command of `hiringhall` with its full name."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from command_line(command, (*path, name))
        elif isinstance(command, TyperCommand):
            yield " ".join((*path, name)), command


def all_commands() -> dict[str, TyperCommand]:
    top = typer.main.get_command(cli.app)
    assert isinstance(top, TyperGroup)
    return dict(command_line(top))


def targets() -> set[str]:
    """The targets of the Makefile."""
    makefile = (ROOT / "Makefile").read_text()
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def named(dependency: str) -> str:
    found = re.match(r"[\w.-]+", dependency)
    assert found is not None
    return found[0].lower()


def dependencies() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    return {named(one) for listed in lists for one in listed}


def test_every_setting_is_explained_with_its_default() -> None:
    told = {cells[0]: cells[1:] for cells in rows(text_of("settings.md"))}
    assert set(told) == {f"`{setting.variable}`" for setting in REGISTRY}
    for setting in REGISTRY:
        default, meaning = told[f"`{setting.variable}`"]
        wanted = {None: "must be given", "": "none"}.get(setting.default, f"`{setting.default}`")
        assert default == wanted, setting.variable
        assert len(meaning.split()) > 3, setting.variable


def test_every_chat_command_is_explained() -> None:
    told = rows(section(text_of("commands.md"), "## In the chat"))
    assert [cells[0] for cells in told] == [f"`/{command.name}`" for command in COMMANDS]
    assert {command.name for command in GROUP_COMMANDS} <= {command.name for command in COMMANDS}


def test_every_command_of_the_command_line_is_explained_with_its_options() -> None:
    page = section(text_of("commands.md"), "## On the server")
    told = {
        " ".join(word for word in heading.split() if not word.isupper()): heading
        for heading in re.findall(r"^### `hiringhall (.+)`$", page, re.MULTILINE)
    }
    commands = all_commands()
    assert set(told) == set(commands)
    for name, command in commands.items():
        part = section(page, f"### `hiringhall {told[name]}`")
        options = {
            option
            for parameter in command.params
            if parameter.param_type_name == "option"
            for option in (*parameter.opts, *parameter.secondary_opts)
        }
        assert set(re.findall(r"`(--[\w-]+)`", part)) == options, name
        arguments = [p.name for p in command.params if p.param_type_name == "argument"]
        assert re.findall(r"[A-Z]+", told[name]) == [str(a).upper() for a in arguments], name


def test_every_dependency_has_its_reason() -> None:
    told = {cells[0].strip("`").lower(): cells[1] for cells in rows(text_of("dependencies.md"))}
    assert set(told) == dependencies()
    assert all(len(reason.split()) > 2 for reason in told.values())


def test_every_make_target_is_explained_and_every_one_named_exists() -> None:
    told = section(text_of("commands.md"), "## In the source folder")
    assert set(re.findall(r"^\| `make (\w+)", told, re.MULTILINE)) == targets()
    for page in pages():
        text = page.read_text(encoding="utf-8")
        spoken = set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE))
        assert spoken <= targets(), page.name


def test_the_readme_names_the_two_commands_to_begin_with() -> None:
    fenced = blocks((ROOT / "README.md").read_text(encoding="utf-8"), "")[0]
    assert fenced.splitlines() == ["make demo", "make test"]


def test_commands_and_settings_that_pages_speak_of_exist() -> None:
    known = {setting.variable for setting in REGISTRY} | {"LEAVE_NOTHING_OUT"}
    first_words = {name.split()[0] for name in all_commands()}
    for page in pages():
        text = page.read_text(encoding="utf-8")
        spoken = set(re.findall(r"HIRINGHALL_[A-Z_]*[A-Z]", text))
        assert spoken <= known, page.name
        called = set(re.findall(r"`hiringhall ([a-z]+)", text))
        assert called <= first_words, page.name


def test_chat_commands_that_pages_speak_of_exist() -> None:
    known = {command.name for command in COMMANDS}
    foreign = {"newbot", "token", "setprivacy", "revoke", "setjoingroups"}  # BotFather's own
    for page in pages():
        text = page.read_text(encoding="utf-8")
        spoken = set(re.findall(r"`/([a-z]+)(?=[` ])", text))
        assert spoken <= known | foreign | {"healthz"}, page.name  # an address, no command


def test_links_lead_somewhere() -> None:
    for page in pages():
        for link in links(page.read_text(encoding="utf-8")):
            if link.startswith(("https://", "http://")):
                continue
            path, _, anchor = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            assert target.exists(), f"{page.name}: {link}"
            assert target.is_relative_to(ROOT), f"{page.name}: {link}"
            if anchor:
                assert anchor in anchors(target.read_text(encoding="utf-8")), link


def test_every_page_and_picture_is_linked_from_another_page() -> None:
    reached = {
        (page.parent / link.partition("#")[0]).resolve()
        for page in pages()
        for link in links(page.read_text(encoding="utf-8"))
        if "://" not in link
    }
    everything = {*DOCS.glob("*.md"), *(DOCS / "pictures").glob("*")}
    assert everything
    assert {path.name for path in everything - reached} == set()


def test_no_page_names_a_path_of_some_machine() -> None:
    assert MACHINE_PATH.search("see /home/ann/hall")  # the rule can find something
    for page in pages():
        found = MACHINE_PATH.search(page.read_text(encoding="utf-8"))
        assert found is None, f"{page.name}: {found}"


def test_the_project_files_in_the_docs_can_be_used_as_they_are() -> None:
    examples = blocks(text_of("coordinators.md"), "yaml")
    assert len(examples) >= 2
    for example in examples:
        made = new_project(example.encode())
        assert isinstance(made, NewProject), made


def test_every_field_of_the_project_file_is_explained() -> None:
    part = section(text_of("coordinators.md"), "### Every field")
    inner: dict[str, type[BaseModel]] = {
        "pay": PayTerms, "quality": Quality, "client": Client, "calls": CallsPart,
    }  # fmt: skip
    wanted = {f"`{name}`" for name in ProjectFile.model_fields if name not in inner}
    wanted |= {f"`{part}.{name}`" for part, kind in inner.items() for name in kind.model_fields}
    assert {cells[0] for cells in rows(part)} == wanted
    for name, field in ProjectFile.model_fields.items():
        if name in inner:
            continue
        default = next(cells[1] for cells in rows(part) if cells[0] == f"`{name}`")
        if field.is_required():
            assert default == "required", name
        elif isinstance(field.default, (int, str)) and not isinstance(field.default, bool):
            assert default == f"`{field.default}`", name


@pytest.mark.parametrize(("language", "name"), [("json", "tasks.jsonl"), ("csv", "tasks.csv")])
def test_the_import_examples_in_the_docs_can_be_imported_as_they_are(
    language: str, name: str
) -> None:
    examples = blocks(text_of("coordinators.md"), language)
    assert examples
    for example in examples:
        reading = read(name, example.encode())
        assert reading.faults == []
        assert reading.items


def test_every_field_of_an_import_and_of_an_export_is_explained() -> None:
    page = text_of("coordinators.md")
    imports = section(page, "### JSONL")
    assert {cells[0].strip("`") for cells in rows(imports)} == set(native.FIELDS)
    exports = section(page, "### `raw`")
    assert [cells[0].strip("`") for cells in rows(exports)] == [one.name for one in fields(Vote)]
    for name in writing.writers:
        assert f"### `{name}`" in page


def test_the_faults_and_methods_of_the_sandbox_are_explained() -> None:
    page = text_of("sandbox.md")
    faults = [cells[0].strip("`") for cells in rows(section(page, "### Faults"))]
    assert len(faults) == 7
    for fault in faults:
        read_fault(fault)
    told = set(re.findall(r"`([a-z]+[A-Z]\w+|close)`", section(page, "## What it models")))
    assert told == set(MODELLED)


def test_every_soak_and_every_bench_is_explained() -> None:
    told = set(re.findall(r"(?<!\w)ONLY=(\w+)", text_of("soak.md")))
    assert {*SOAKS, *BENCHES} <= told
    assert told <= {*SOAKS, *BENCHES}


def test_what_the_page_of_the_sandbox_names_exists() -> None:
    page = section(text_of("sandbox.md"), "## From Python")
    for start, owner in (("- A person can", Person), ("- The world can", Sandbox)):
        line = next(line for line in page.splitlines() if line.startswith(start))
        names = re.findall(r"`(\w+)`", line)
        assert len(names) > 5
        assert [name for name in names if not hasattr(owner, name)] == []
    told = {
        tuple(cells[0].strip("`").split())
        for cells in rows(section(text_of("sandbox.md"), "## The door"))
    }
    routes = {
        (route.method, re.sub(r"\{\w+\}", "ID", route.path)) for route in Door(Sandbox()).routes()
    }
    assert told == routes


def test_the_pictures_are_real_pictures() -> None:
    for picture in (DOCS / "pictures").glob("*.svg"):
        assert ET.parse(picture).getroot().tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314
    for picture in (DOCS / "pictures").glob("*.[!s]*"):
        assert picture.read_bytes().startswith(b"\x89PNG"), picture.name
        assert picture.stat().st_size > 10_000, picture.name


def test_pages_are_named_from_the_root() -> None:
    assert Path(ROOT, "README.md") in pages()
    assert Path(ROOT, "CHANGELOG.md") in pages()
    assert Path(ROOT, "CONTRIBUTING.md") in pages()
