"""What the page about courses says is so: its files can be used, its tables name every field."""

from bot.domain.courses import Course
from bot.domain.projects import NewProject
from bot.formats import course_file, course_items
from bot.formats.course_file import is_course_file, read_course
from bot.formats.new_project import new_project
from tests.docs_text import blocks, rows, section, text_of

PAGE = text_of("courses.md")


def test_the_files_on_the_page_can_be_used_as_they_are() -> None:
    examples = [one.encode() for one in blocks(PAGE, "yaml")]
    made = [read_course(one) for one in examples if is_course_file(one)]
    (project,) = [new_project(one) for one in examples if not is_course_file(one)]
    assert isinstance(project, NewProject), project
    courses = {one.key: one.kind for one in made if isinstance(one, Course)}
    assert len(courses) == len(made) == 2
    learning = project.offer.learning
    assert {**dict.fromkeys(learning.training, "training"), **dict.fromkeys(learning.exam, "exam")}
    assert {courses[key] for key in learning.courses} == {"training", "exam"}


def test_every_field_of_a_course_is_explained() -> None:
    told = {
        name.strip("` ")
        for cells in rows(section(PAGE, "### Every field"))
        for name in cells[0].split(",")
    }
    inner = {f"pay.{name}" for name in ("amount", "later", "currency")}
    fields = {*course_file._COURSE, *course_file._EXAM, *course_items._FIELDS} - {"pay"}
    assert told == fields | inner
