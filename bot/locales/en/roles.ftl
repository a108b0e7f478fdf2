# Roles: given step by step, taken away; and who goes too fast, or writes in the wrong place.

button-role-give = 🔑 Give a role
button-role-links = { $count ->
    [one] One open link
   *[other] { $count } open links
}
button-roles = All roles

role-which = <b>Which role?</b>
role-means-reviewer = • <b>{ $role }</b>: judges ratings of a project
role-means-coordinator = • <b>{ $role }</b>: imports, calls, reviews and delivers for a project
role-means-client = • <b>{ $role }</b>: confirms or refuses batches of a project
role-means-arbiter = • <b>{ $role }</b>: decides appeals, sees nothing else
role-means-admin = • <b>{ $role }</b>: pay, people, standing and roles of the whole hall
role-where = <b>A { $role } of which project?</b>
button-role-whole = The whole hall
role-in-hall = { $role }, for the whole hall
role-in-project = { $role } of { $project }

role-how = <b>You are giving: { $what }</b>
    To whom? Choose the person in Telegram, write the numeric id, or make a link. A link works once, for whoever opens it first, within { $hours ->
        [one] one hour
       *[other] { $hours } hours
    }.
button-role-pick = Choose in Telegram
button-role-number = Write the numeric id
button-role-link = Make a one-time link
role-ask-number = <b>You are giving: { $what }</b>
    Write the person's numeric Telegram id, such as 123456789. Bots such as @userinfobot tell a person the own id.
role-picking = <b>You are giving: { $what }</b>
    Choose the person with the button below the field.
role-pick = Tap the button below the field and choose one person. You can also write the numeric id.
button-role-person = Choose a person

role-link = <b>One-time link: { $what }</b>
    { $link }

    Whoever opens it first gets the role, so send it to that person only. It works once, until { $until }. It is shown here and nowhere else; delete this message when you have sent it.
role-links-head = <b>Open links</b>
    Nobody has used these yet. To make sure that none can be used, revoke it.
role-links-none = No link is open.
role-links-line = № { $number } · { $what } · until { $until }
button-role-link-revoke = Revoke № { $number }
toast-role-link-revoked = The link gives nothing any more.
role-invited = 🔑 <b>You are offered a role: { $what }.</b>
    Take it only if you expected this link. The admin who made it will see that you took it.
button-role-accept = Take the role
toast-role-taken = You have the role now.
role-link-used = 🔑 { $name } ({ $id }) took a role with your link: { $what }. If that is the wrong person, take it away.

refused-role-link = This link is not valid. Ask for a new one.
refused-role-link-gone = That link was used, revoked, or its time is over.
refused-role-standing = This person's access has ended or is on hold, so no role can be given.
refused-arbiter-of-project = An arbiter decides appeals of the whole hall, not of one project.

slower = Slower, please. Everything up to here is saved; what comes in the next { $seconds ->
    [one] second
   *[other] { $seconds } seconds
} is not read.
group-private-deleted = Please use the private chat with me for that. I took the message away, in case it was about a person.
group-private-delete = Please use the private chat with me for that, and delete your message here, in case it is about a person.
