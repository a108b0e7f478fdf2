# Work groups: links into them, and who may not be there.

button-work-groups = Work groups
button-group-join = Join { $title }
button-group-open = Open { $title }
work-groups-head = <b>Work groups</b>
    Calls are posted there. A link is for you alone.
work-groups-none = There is no group into which I can invite you. Your coordinator can.
work-groups-in = ✅ { $title }: you are in it
work-groups-open = • { $title }
group-link = Your link into <b>{ $title }</b> is for you alone. It works once, until { $until }.
group-link-in = ✅ You are in <b>{ $title }</b>.
group-open-again = 👋 <b>{ $title }</b> is open to you again.
group-ask-coordinator = I cannot make a link into it now. Please ask your coordinator for one.
member-stays = ⚠️ { $name } no longer has access to the hall, and I may not remove people from <b>{ $title }</b>. Please remove { $name } there, or give me the right to ban users: then I do it by myself. Nothing is said in the group.
member-waits = 👋 { $name } has access to the hall again, and I may not let people into <b>{ $title }</b>. Please let { $name } in there; or give me the rights to invite and to ban users, and { $name } finds a link under /settings. Nothing is said in the group.
groups-members = The bot may not add or remove people there: give it the rights to invite and to ban users.
refused-group-no-link = I cannot make a link into that group now. Please ask your coordinator for one.
