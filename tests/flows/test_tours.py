"""Each guided tour of the demo, walked to its end in a browser as a visitor would."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Locator, Page, expect

from bot.demo.crowd import gather
from bot.demo.tours import offer_tours
from bot.demo.world import World, opened, sample
from sandbox import Person
from tests.browser import in_browser, new_page
from tests.sandbox.stage import DESKTOP, PHONE

pytestmark = in_browser


class Walk:
    """A visitor who does what the coach says, where it points."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.coach = page.get_by_role("complementary", name="Tour")

    async def step(self, number: int) -> None:
        """Wait until the coach is at this step."""
        await expect(self.coach.locator("small")).to_contain_text(f"Step {number} of")

    async def follow(self) -> None:
        """Tap what is marked."""
        marked = self.page.locator(".pointed")
        await expect(marked).to_be_visible()
        within = marked.locator(".key").first
        await (within if await within.count() else marked).click()

    async def marked(self, name: str) -> Locator:
        """What is marked, which must be this."""
        target = self.page.locator(".pointed")
        await expect(target).to_have_accessible_name(name)
        return target

    async def give(self, label: str) -> None:
        """Take what the coach offers, and send it."""
        await self.coach.get_by_role("button", name=label).click()
        await (await self.marked("Send")).click()

    async def rate(self) -> int:
        """Tap an answer to each task, until there is something to submit."""
        answer = self.page.locator(".pointed .key[data-verb='a']").first
        submit = self.page.locator(".pointed[data-verb='u']")
        for tasks in range(20):
            await expect(answer.or_(submit)).to_be_visible()
            if await submit.count():
                return tasks
            tapped = await answer.element_handle()
            await answer.click()
            # The next task is drawn anew, in this message or in another.
            await self.page.wait_for_function("node => !node.isConnected", arg=tapped)
        raise AssertionError("a job without an end")

    async def done(self) -> None:
        """The tour is over."""
        await expect(self.coach.locator("small")).to_have_text("Done")


@asynccontextmanager
async def walking(role: str, size: tuple[int, int]) -> AsyncIterator[tuple[Walk, World, Person]]:
    """The demo without its slow crowd, and its page with the tour of the role."""
    faults: list[str] = []
    async with opened() as world, new_page(size, faults) as page:
        key = await world.project(sample("project.yaml"))
        await world.publish("tasks.jsonl", sample("tasks.jsonl"))
        visitor = world.join("You", "en")
        gather(world, 2)
        await world.call(key)
        offer_tours(world, visitor)
        who = {"contractor": visitor, "coordinator": world.coordinator, "admin": world.admin}
        await page.goto(f"{world.sandbox.url}/?people={who[role].id}&tour={role}")
        walk = Walk(page)
        await walk.step(1)
        yield walk, world, who[role]
        await walk.done()
        await page.reload()
        await expect(page.get_by_role("button", name="Take the tour")).to_be_visible()
        await expect(walk.coach).to_be_hidden()
        assert faults == []
        assert world.sandbox.refused_calls() == []


async def test_the_tour_of_a_contractor_leads_through_a_whole_job() -> None:
    async with walking("contractor", PHONE) as (walk, _, visitor):
        for number in (1, 2, 3):
            await walk.step(number)
            await walk.follow()
        for verb in ("k", "l", "z"):
            await walk.step(4)
            await expect(
                walk.page.locator(f".pointed .key[data-verb='{verb}']")
                .or_(walk.page.locator(f".pointed[data-verb='{verb}']"))
                .first
            ).to_be_visible()
            await walk.follow()
        await walk.step(5)
        assert await walk.rate() == 5
        await walk.step(6)
        await walk.follow()
        await walk.step(7)
        await walk.follow()
        await (await walk.marked("An hour")).click()
        await walk.step(8)
        await walk.page.keyboard.press("Escape")
        await walk.give("Write /work")
        await visitor.expect("USD")


async def test_the_tour_of_a_coordinator_takes_ratings_out_and_brings_tasks_in() -> None:
    async with walking("coordinator", DESKTOP) as (walk, world, cleo):
        await walk.follow()
        await walk.step(2)
        await walk.give("Write /projects")
        for number in (3, 4):
            await walk.step(number)
            await walk.follow()
        await walk.step(5)
        await walk.page.locator(".pointed .key[data-verb='pe']").first.click()
        await walk.step(6)
        await walk.give("Attach the sample")
        await walk.step(7)
        await walk.follow()
        await walk.step(8)
        await walk.follow()
        await walk.follow()
        await walk.done()
        sent = next(one.document for one in reversed(cleo.inbox()) if one.sender_id == cleo.id)
        assert sent is not None
        assert len([json.loads(line) for line in sent.content.splitlines()]) == 10
        # Six of the thirty are held for who had no work.
        await cleo.expect("24 jobs open", chat=world.group)


async def test_the_tour_of_an_admin_shows_groups_roles_calls_and_time() -> None:
    async with walking("admin", DESKTOP) as (walk, world, _):
        before = world.sandbox.clock.now()
        await walk.follow()
        await walk.step(2)
        await walk.give("Write /groups")
        await walk.step(3)
        await walk.give("Write /roles")
        await walk.step(4)
        await walk.give("Write it for me")
        await walk.step(5)
        await walk.follow()
        await walk.step(6)
        await walk.follow()
        await (await walk.marked("A day")).click()
        await walk.done()
        assert (world.sandbox.clock.now() - before).days == 1


async def test_the_tour_of_an_admin_leads_out_of_the_calls_on_a_phone() -> None:
    async with walking("admin", PHONE) as (walk, _, _):
        for number in range(1, 5):
            await walk.step(number)
            await walk.coach.get_by_role("button", name="Skip step").click()
        await walk.step(5)
        await walk.follow()
        await (await walk.marked("Close the calls")).click()
        await walk.step(6)
        await walk.follow()
        await (await walk.marked("A day")).click()
        await walk.done()


async def test_a_tour_remembers_where_it_was_and_can_be_skipped_and_ended() -> None:
    async with walking("admin", PHONE) as (walk, _, _):
        await walk.coach.get_by_role("button", name="Skip step").click()
        await walk.step(2)
        await walk.page.reload()
        await walk.step(2)
        await walk.coach.get_by_role("button", name="End").click()
        await expect(walk.coach).to_be_hidden()
        tours = walk.page.get_by_role("button", name="Take the tour")
        await expect(tours).to_be_focused()
        await tours.click()
        await walk.page.get_by_role("button", name="Admin step 2 of 6").click()
        for number in range(2, 7):
            await walk.step(number)
            await walk.coach.get_by_role("button", name="Skip step").click()
