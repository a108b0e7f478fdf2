"""Roles on the phone: given in three ways, and what a group keeps to itself."""

from pathlib import Path

from tests.flows.hall import stage


async def test_a_role_is_given_by_choosing_a_person_and_by_a_link(tmp_path: Path) -> None:
    async with stage(tmp_path) as hall:
        await hall.project()
        ann, bob = await hall.arrived("Ann"), await hall.newcomer("Bob")
        admin = hall.admin
        await admin.send("/roles")
        listed = await admin.expect(lambda m: any("Give a role" in b.text for b in m.buttons))
        await admin.tap(listed, "Give a role")
        await admin.tap(await admin.expect("Which role?"), "reviewer")
        await admin.tap(await admin.expect("of which project?"), "Pairs of pairs")
        await admin.tap(await admin.expect("To whom?"), "Choose in Telegram")
        await admin.expect("Tap the button below the field")
        await admin.choose("Choose a person", ann)
        await admin.expect(f"Granted: reviewer to {ann.id}")
        assert admin.chat.keyboard is None
        await ann.expect("You have the role of reviewer now")

        await admin.send("/roles")
        listed = await admin.expect(lambda m: any("Give a role" in b.text for b in m.buttons))
        await admin.tap(listed, "Give a role")
        await admin.tap(await admin.expect("Which role?"), "arbiter")
        await admin.tap(await admin.expect("To whom?"), "Make a one-time link")
        link = await admin.expect("One-time link")
        token = link.content.split("?start=")[1].split()[0]
        await bob.start(token)
        await bob.tap(await bob.expect("You are offered a role"), "Take the role")
        await admin.expect("Bob")
        await ann.start(token)
        await ann.expect("This link is not valid")
        await hall.settle()
        commands = hall.sandbox.commands.seen_by(bob.chat, bob.id, "en")
        assert "appeals" in {one["command"] for one in commands}
        assert hall.sandbox.refused_calls() == []


async def test_a_command_that_names_a_person_does_not_stay_in_a_group(tmp_path: Path) -> None:
    async with stage(tmp_path) as hall:
        ann = await hall.arrived("Zebulon")
        group, admin = hall.group, hall.admin
        hall.sandbox.promote_bot(group, by=admin, can_delete_messages=False)
        for typed in ("/people Zebulon", f"/roles grant {ann.id} reviewer", "/verify K7WX3QDP"):
            sent = await admin.send(typed, chat=group)
            told = await admin.expect("delete your message here", chat=group)
            assert not sent.deleted
            assert "Zebulon" not in told.content
            await hall.move(minutes=2)
        hall.sandbox.promote_bot(group, by=admin, can_delete_messages=True)
        before = len([one for one in group.messages.values() if one.from_bot])
        for person, typed in ((admin, "/people Zebulon"), (ann, "/verify K7WX3QDP")):
            sent = await person.send(typed, chat=group)
            await hall.settle()
            await person.expect("I took the message away", chat=group)
            assert sent.deleted
            await hall.move(minutes=2)
        for anonymous in ("/people Zebulon", f"/roles grant {ann.id} admin"):
            sent = await admin.send_as_anonymous(group, anonymous)
            await hall.settle()
            assert sent.deleted
            await hall.move(minutes=2)
        spoken = [one for one in group.messages.values() if one.from_bot][before:]
        assert len(spoken) == 4
        assert all("Zebulon" not in one.content for one in spoken)
        await admin.send("/people", chat=group)
        await hall.settle()
        assert any(one.text == "/people" for one in group.messages.values())
