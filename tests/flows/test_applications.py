"""A hall that approves newcomers, on two phones: applying, the reason of a "no", being let in."""

from pathlib import Path

from tests.flows.hall import arrive, stage

WHY = "We have no work in your languages at present."


async def test_an_applicant_is_declined_in_words_and_let_in_after_asking(tmp_path: Path) -> None:
    async with stage(tmp_path, HIRINGHALL_APPROVAL_DAYS="3") as hall:
        bo = await hall.newcomer("Bo")
        await bo.start()
        await arrive(bo, "you have applied")
        await bo.expect("your application is answered by")
        waits = await hall.admin.expect("applicant waits to be approved")
        await hall.admin.tap(waits, "Applicants")
        await hall.admin.tap(await hall.admin.expect("the next to be answered first"), "Bo")
        await hall.admin.tap(await hall.admin.expect("without an answer approved"), "Decline")
        await hall.admin.send(WHY)
        await hall.admin.tap(await hall.admin.expect("Bo will read"), "Decline with these words")
        declined = await bo.expect("Your application was declined")
        assert WHY in declined.content
        assert "/support" in declined.content
        await hall.admin.tap(await hall.admin.expect("in these words"), "Approve")
        await bo.tap(await bo.expect("your application was approved"), "work")
