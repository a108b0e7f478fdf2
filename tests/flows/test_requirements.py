"""What a project requires, on the phone: on the card, asked at the claim, and why under /work."""

from tests.flows.acts import claim
from tests.flows.hall import PROJECT, Stage


async def test_what_is_required_is_said_asked_and_told_again(hall: Stage) -> None:
    await hall.project()
    text = PROJECT.format(key="pairs", name="Pairs of pairs", overlap=3, size=5, reason="never")
    await hall.admin.upload("wrong.yaml", f"{text}requires: country DE and skil law\n".encode())
    fault = await hall.admin.expect("requires: says something else than is due there")
    assert "it says: skil" in (fault.text or "")
    await hall.admin.upload("pairs.yaml", f"{text}requires: country DE and skill law\n".encode())
    made = await hall.admin.expect("version 2")
    await hall.admin.tap(made, "Pairs of pairs")
    await hall.admin.expect("Required: living in Germany; knowledge of law")
    card = await hall.call()
    assert "Required: living in Germany; knowledge of law" in (card.text or "")
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    where = await bo.expect("Where do you live?")
    await bo.tap(where, "Another country")
    await bo.send("Germany")
    await bo.tap(await bo.expect("Is it one of these?"), "Germany")
    skill = await bo.expect("needs somebody who knows law")
    await bo.tap(skill, "No")
    await bo.expect("You said that you do not")
    await bo.send("/work")
    work = await bo.expect("Nothing to claim right now")
    assert "it needs somebody who knows law" in (work.text or "")
    await hall.admin.send("/broadcast")
    await hall.admin.tap(await hall.admin.expect("One message to many people"), "New broadcast")
    draft = await hall.admin.expect(lambda m: any("To whom" in b.text for b in m.buttons))
    await hall.admin.tap(draft, "To whom")
    await hall.admin.tap(await hall.admin.expect("Only people who fit all"), "Project")
    await hall.admin.tap(await hall.admin.expect("Which project?"), "Pairs of pairs")
    whom = await hall.admin.expect("or may work there")
    assert "1 person gets it" in whom.content  # Ada, who said nothing yet; Bo cannot
