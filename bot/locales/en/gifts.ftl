# /people: finding a person.

command-people = Find a person: standing, work, money, decisions
people-ask = <b>Whom do you look for?</b>

    Write a part of the name, a username, a numeric Telegram id, or any number of a job, line, statement, payout, step, appeal or question.
people-found = <b>{ $count ->
    [one] { $count } person
   *[other] { $count } people
 } found.</b> Tap one.
people-more = There are more. Write more of the name.
people-none = Nobody was found under “{ $text }”.
button-people-again = Look again
person-head = 👤 <b>{ $name }</b> · { $number }
person-facts = Id <code>{ $id }</code>
    { $language } · { $zone }
person-away = ⚠️ Blocked the bot, or cannot be written to.
person-no-money = Nothing is earned yet.
person-submitted = ⏳ { $money } waits for review ({ $count })
person-accepted = 🤝 { $money } waits for the client ({ $count })
person-confirmed = ✅ { $money } is due in the next pay run ({ $count })
person-in-run = 🧾 { $money } is in a pay run ({ $count })
person-paid = 💰 { $money } was paid ({ $count })
person-rejected = ❌ { $money } for what was rejected ({ $count })
person-reversed = ↩️ { $money } for what was reversed ({ $count })
standing-applicant = applicant
standing-good = in good standing
standing-warned = warned
standing-suspended = suspended
standing-deactivating = in the notice period of a deactivation
standing-deactivated = deactivated
refused-no-person = There is no such person.

# Bonuses and adjustments.

button-bonus = Bonus
button-adjustment = Adjustment
gift-ask-bonus = <b>A bonus for { $name }</b>

    Write the amount, as in <code>{ $example }</code>. Without a currency it is in the one of this person's pay.
gift-ask-adjustment = <b>An adjustment for { $name }</b>

    Write what is to be added, as in <code>{ $example }</code>. Without a currency it is in the one of this person's pay. Nothing that was earned is ever taken away.
gift-head = <b>{ $money } for { $name }</b>
gift-ask-reason = What for?
gift-ask-words = Write in a sentence what for. The person reads it, word for word.
gift-preview = <b>{ $name } will read:</b>
gift-then = It is owed from then on, and cannot be taken back.
gift-sure = ⚠️ <b>{ $money } is much. Sure that { $name } is to get it?</b>
button-gift-yes = Give { $money }
button-gift-sure = Yes, give { $money }
gift-given = ✅ <b>{ $name } gets { $money }</b> (line { $number }), and is told.
gift-bonus = 🎁 <b>A bonus for you: { $money }</b>
gift-adjustment = ⚖️ <b>Something was put right: { $money } for you</b>
gift-top-up = ⚖️ <b>Your pay was topped up: { $money } for you</b>
gift-why = { $reason }: { $because }
gift-why-alone = { $reason }
gift-week = In that week your accepted work earned less an hour than our floor. This is what was missing.
gift-paid = It is yours, and comes with your next pay.
refused-gift-negative = What was earned is never taken away. A verdict can lessen what is not accepted yet ({ $command }); more cannot be done.
refused-amount-too-much = That is more than any pay.
refused-gift-self = Nobody gives money to oneself. Somebody else has to do that.
refused-gift-words = Write { $least } to { $most } characters of plain text, so that the person understands what it is for.

# What money is for.

reason-extra-work = Extra work
reason-good-work = Very good work
reason-helped-others = Helped others
reason-thanks = Thank you
reason-our-mistake = Our mistake
reason-lost-work = Work that was lost
reason-unpaid-time = Time that was not paid
reason-training = Training
reason-floor = Hourly floor

# The hourly floor.

floor-head = ⚖️ <b>{ $project }: { $count ->
    [one] { $count } person
   *[other] { $count } people
 } earned less than { $floor } an hour</b>
    Week { $week }. Missing: <b>{ $missing }</b>
floor-line = • <b>{ $name }</b>: { $hourly } an hour ({ $time }, { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
 }), { $missing } missing
floor-none = ✅ <b>{ $project }</b>: in the week { $week } nobody is left who earned less than the floor.
floor-done = Topped up: { $count ->
    [one] { $count } person
   *[other] { $count } people
 }.
floor-why = Counted is accepted work against its active time, from half an hour on. If it happens again, the price is too low for the task, or the task harder than it looks.
button-floor-see = See
button-floor-all = { $count ->
    [one] Top up: { $money }
   *[other] Top up all { $count }: { $money }
}
button-floor-one = { $name }: { $money }
button-project = The project
toast-topped-up = { $money } topped up for { $count ->
    [one] { $count } person
   *[other] { $count } people
 }.
toast-topped-up-before = That was done already.
refused-floor-met = Nothing is missing there any more.
