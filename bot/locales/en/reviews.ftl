# Reviewing: what waits, one rating at a time, verdicts; and what a contractor is told of them.

help-reviewer = <b>As a reviewer</b>
    /review shows what waits for your verdict, one rating at a time. Accept takes one tap; whatever takes money from somebody asks you for words, and shows the effect before it counts. Disputes about the verdicts of others wait there, too.

review-head = 🔎 <b>To review</b>
review-none = Nothing waits for your verdict.
review-line = <b>{ $project }</b>: { $count ->
    [one] { $count } rating waits
   *[other] { $count } ratings wait
 }. The first is accepted by itself { $when }.
review-disputes = ⚖️ <b>Disputes</b>: { $count ->
    [one] { $count } waits
   *[other] { $count } wait
 }. The first is decided for the contractor { $when }.
button-review-project = { $project } ({ $count })
button-review-disputes = ⚖️ Disputes ({ $count })
button-review-all = All that waits
button-review-next = Next
button-review-see = Look again
toast-nothing-else = Nothing else waits here.

review-card-head = 🔎 <b>Review</b> · { $project } · { $count ->
    [one] { $count } waits
   *[other] { $count } wait
 }
review-card-until = ⏳ Accepted by itself { $when }.
review-card-corrected = 🔁 Corrected after it was returned with these words:
review-worth = 💰 Accepted { $full } · with a fix { $fixed } · rejected { $none }
review-worth-flag = 💰 Right { $full } · not right { $none }
review-over = This was decided already. Line { $number } comes to { $money }.
review-shrunk = ✔️ { $number } · decided, { $money }
review-shrunk-open = { $number } · goes on below
button-accept = Accept
button-accept-fix = Accept with a fix
button-return = Return
button-reject = Reject
button-flag-right = The flag is right
button-flag-wrong = Not right
toast-review-accepted = Accepted: { $money }
toast-review-fixed = Accepted with your fix: { $money }
toast-review-returned = Returned. The contractor is told.
toast-review-rejected = Rejected: { $money }

# On the card of a project.

project-to-review = 🔎 { $count } to review · ⚖️ { $disputes ->
    [one] { $disputes } dispute
   *[other] { $disputes } disputes
 }
button-review-waiting = 🔎 Review ({ $count })

# A verdict in preparation.

draft-head-fixed = ✏️ <b>Accept with a fix</b> · { $project }
draft-head-returned = ↩️ <b>Return</b> · { $project }
draft-head-rejected = ❌ <b>Reject</b> · { $project }
draft-head-flag = ❌ <b>The flag is not right</b> · { $project }
draft-fix = ✏️ <b>Your answer</b>
draft-ask-answer = 👉 <b>{ $question }</b> Tap or write the answer that you would give.
draft-ask-item = 👉 <b>What is wrong with it?</b>
draft-ask-words = 👉 <b>Write why</b>, as a message: 10 characters or more. The contractor reads it.
draft-ask-flag = 👉 <b>Write why the flag is not right</b>, as a message: 10 characters or more. The contractor reads it.
draft-ask-return = 👉 <b>Write what to correct</b>, as a message: 10 characters or more. Choose below how long there is for it.
draft-effect = 💰 { $was } → <b>{ $now }</b> ({ $percent } %)
draft-effect-return = ⏰ To be corrected within { $time }. If it is not, it waits for you as it stood.
draft-mend = A new message takes the place of these words.
button-confirm-fixed = Accept with this fix
button-confirm-returned = Return it
button-confirm-rejected = Reject it
button-confirm-flag = The flag is not right

# Rubric items, and other reasons why a line is what it is; a project's own codes stand as they are.

reason-guidelines = Against the guidelines
reason-facts = Wrong on the facts
reason-language = Language not understood
reason-reason = The reason given does not fit
reason-care = Not rated with care
reason-flag = The flag was not right
reason-overturned = A verdict was overturned

# The task with the answer and the verdicts.

evidence-head = 📄 <b>Task and answer</b> · { $project } · job { $number }
evidence-answer = 👤 <b>The answer</b>
evidence-answer-own = 👤 <b>Your answer</b>
evidence-choice = { $question } <b>{ $answer }</b>
evidence-above = (what was written stands above)
evidence-flag = 🚩 <b>Flagged instead of rated:</b> { $reason }
evidence-item = <b>{ $item }</b>
evidence-fix = ✏️ The reviewer's answer:
evidence-verdict-accepted = ✔️ <b>Accepted</b>, { $when }
evidence-verdict-fixed = ✏️ <b>Accepted with a fix</b>, { $when }
evidence-verdict-returned = ↩️ <b>Returned to be corrected</b>, { $when }
evidence-verdict-rejected = ❌ <b>Rejected</b>, { $when }
evidence-verdict-flag-accepted = ✔️ <b>The flag was right</b>, { $when }
evidence-verdict-flag-rejected = ❌ <b>The flag was not right</b>, { $when }
evidence-made-up = ⚖️ This verdict fell later. What it took is a line of its own; /pay shows where it stands.
evidence-dispute-open = ⚖️ <b>Disputed</b>, and not decided yet.
evidence-dispute-upheld = ⚖️ <b>Disputed; it stands.</b> The reason:
evidence-dispute-overturned = ⚖️ <b>Overturned in a dispute.</b> The reason:
evidence-dispute-unanswered = ⚖️ <b>Decided for the contractor</b>, since nobody decided the dispute in time.

# What a contractor is told.

verdict-head-rejected = ❌ <b>A rating was rejected</b> · { $project } · job { $number }
verdict-head-fixed = ✏️ <b>A rating was accepted with a fix</b> · { $project } · job { $number }
verdict-head-flag = ❌ <b>A flag was not right</b> · { $project } · job { $number }
verdict-money = 💰 { $was } → <b>{ $now }</b> ({ $percent } %)
verdict-by = Decided by a { $role }, { $when }.
verdict-line = Line <code>{ $number }</code>, reason <code>{ $code }</code>
verdict-dispute = Wrong? Dispute it with one tap until { $date }. Somebody else decides within { $days ->
    [one] { $days } day
   *[other] { $days } days
 }; if nobody does, it is decided for you. Until then it counts for nothing against you.
button-evidence = Task and answer
button-dispute = Dispute
button-dispute-see = My dispute
returned-head = ↩️ <b>A rating came back to be corrected</b> · { $project } · job { $number }
returned-what = Correct it until { $due }: then it is looked at again, and earns { $money } when it is accepted. If you leave it, it is judged as it stood.
returned-over = This is over: it was corrected, or is judged as it stood.
returned-late = ⌛ The time to correct a rating of { $project } is over. It is judged as it stood; nothing else follows from it.
button-correct = Correct it
job-returned = ↩️ <b>Returned to you with these words:</b>
job-return-in = ✅ <b>Corrected.</b> It is looked at again, and accepted by itself on { $date } at the latest.
job-return-stands = ↩️ <b>Left as it stood.</b> It is judged so, and accepted by itself on { $date } at the latest.
job-return-leave-ask = <b>Leave the rating as it stood?</b> The reviewer then judges it without a correction.
button-leave = Leave it
button-leave-as-is = Leave it as it stood
job-accepted-reduced = Of these, { $count ->
    [one] { $count } was reduced
   *[other] { $count } were reduced
 }, as you were told.

# Disputes.

dispute-head = ⚖️ <b>Your dispute</b> · { $project } · job { $number }
dispute-open = It is open. Somebody other than who gave the verdict decides it by { $date }; if nobody does, it is decided for you.
dispute-ask-words = 👉 <b>Say why, as a message</b>, if you like. It works without words, too.
dispute-words = Your words:
dispute-outcome-upheld = <b>The verdict stands.</b> The reason:
dispute-outcome-overturned = <b>You were right.</b> The reason:
dispute-outcome-unanswered = <b>Decided for you:</b> nobody decided in time.
dispute-outcome-overturned-free = <b>You were right.</b> The verdict had taken no money; it counts for nothing any more. The reason:
dispute-outcome-unanswered-free = <b>Decided for you:</b> nobody decided in time. The verdict had taken no money; it counts for nothing any more.
dispute-money = <b>{ $money }</b> more, as line <code>{ $number }</code>, which names the old one:
button-dispute-line = The new line
button-no-words = No words
button-add-words = Add words
toast-disputed = Disputed. Somebody else decides.
dispute-waits = ⚖️ A verdict in { $project } is disputed, and waits for a second person until { $date }. After that it is decided for the contractor.
button-decide = Decide
dispute-card-head = ⚖️ <b>Dispute</b> · { $project }
dispute-card-until = ⏳ Decided for the contractor { $date }.
dispute-card-words = 💬 <b>The contractor objects:</b>
dispute-no-words = Without words.
dispute-was-open = It is open.
dispute-was-upheld = Decided: the verdict stands.
dispute-was-overturned = Decided: the contractor was right.
button-overturn = Contractor is right: { $money }
button-overturn-free = Contractor is right
button-uphold = The verdict stands
dispute-effect-upheld = <b>The verdict stands.</b> Nothing changes in money.
dispute-effect-overturned = <b>The contractor is right.</b> { $money } more are owed.
dispute-effect-overturned-free = <b>The contractor is right.</b> The verdict took no money; it counts for nothing any more.
button-confirm-upheld = Let it stand
button-confirm-overturned = Overturn it

refused-not-reviewer = That is for reviewers.
refused-own-work = That is your own work; somebody else decides about it.
refused-own-verdict = You gave that verdict; a second person decides about it.
refused-own-gold = You brought this known answer in, or decided about it; another person decides about an objection to it.
refused-dispute-time-over = The time to decide is over: it is decided for the contractor.
refused-own-refusal = You refused this yourself; another admin approves it, or it lapses by its date.
refused-reviewed-already = This was decided already. "Next" goes on.
refused-review-time-over = The time to review it is over: it counts as accepted. "Next" goes on.
refused-returned-now = The contractor is correcting it just now; it comes back here after that.
refused-returned-twice = It was returned { $most } times already, which is the most. Accept, fix or reject it.
refused-words-too-few = Please write at least { $least } characters, so that the other side understands why.
refused-words-too-many = Please write at most { $most } characters; these were { $length }.
refused-fix-unfinished = Answer every question first.
refused-fix-same = That is the contractor's own answer: accept it, or change something.
refused-return-fixed-time = The time for a correction is set by the reviewer and cannot be extended.
refused-dispute-nothing = Nothing here counts against you, so there is nothing to dispute.
refused-dispute-made-up = That verdict fell already, and what it took is owed to you. /pay shows it.
refused-dispute-over = A verdict can be disputed for { $days } days; that time is over.
refused-decided-upheld = This was decided already: the verdict stands.
refused-decided-overturned = This was decided already: the contractor was right.
