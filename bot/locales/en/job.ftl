# The card of a job.

job-task-head = <b>Task { $position } of { $size }</b> · { $project }
job-section-user = ❓ <b>Prompt</b>
job-section-assistant = 💬 <b>Earlier reply</b>
job-section-reply = 💬 <b>Reply { $nth }</b>
job-section-system = ⚙️ <b>Instructions to the assistant</b>
job-section-context = 📎 <b>Context</b>
job-section-answer = { $letter ->
    [A] 🅰️
    [B] 🅱️
    [C] ▪️
    [D] ▪️
    [E] ▪️
   *[other] ▪️
 } <b>Answer { $letter }</b>
job-empty-text = <i>(This text is empty.)</i>
job-file-caption = { $section }: the whole text as a file
job-question = 👉 <b>{ $question }</b>
job-chosen = Your answer so far: <b>{ $answer }</b>
job-was-skipped = You skipped this task: { $reason }. Rating it takes that back.
job-was-flagged = You flagged this task: { $reason }. Rating it takes that back.
job-due = Due { $due }
job-card-above = The task is above. ⬆️
job-shrunk = Task { $position }: { $answer }
job-shrunk-open = Task { $position } · shown again below
job-shrunk-later = Task { $position } · not rated yet, it comes again below
job-shrunk-job = Job { $number } · goes on below

button-change = Change
button-skip = Skip
button-flag = Flag
button-give-back = Give back
button-guidelines = Guidelines
button-more-time = + time
button-submit = { $count ->
    [0] Finish the job
    [one] Submit { $count } rating
   *[other] Submit { $count } ratings
}
button-undo = Undo
button-longer = ⏱ took longer
button-shorter = ⏱ took less
button-next-job = Next job
button-my-work = My work
button-show-job = Show the job
button-task = { $mark } { $position }

job-summary-head = <b>{ $size ->
    [one] Your task is done
   *[other] All { $size } tasks are done
}</b> · { $project }
job-summary-line = { $position }. { $answer }
job-summary-open = not rated yet
job-summary-skipped = skipped ({ $reason })
job-summary-flagged = flagged ({ $reason })
job-summary-time = ⏱ { $time } of work counted. Wrong? Correct it below; it is used for fair pay and due times only.
job-summary-pay = 💰 { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
}, { $money } expected.
job-summary-hint = Tap a number to change an answer.

job-submitted-undo = ✅ <b>Submitted.</b> { $count ->
    [0] No rating in it.
    [one] { $count } rating, { $money } expected.
   *[other] { $count } ratings, { $money } expected.
 } You can undo this for { $seconds } s.
job-submitted = ✅ <b>Job { $number } is in.</b> { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
 }, { $money } expected. A reviewer may look at it until { $date }; on that day at the latest it is accepted.
job-submitted-none = ✅ <b>Job { $number } is closed.</b> It held no rating, so nothing is owed for it. The tasks went to others.

job-accepted = 💰 <b>Accepted:</b> { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
 } of job { $number }, { $money }.
job-reminder = ⏰ Job { $number } is due { $due } ({ $left } left). { $done } of { $size } tasks are done.
job-expired-none = ⌛ <b>Job { $number } ran out of time</b> and its tasks went back to the queue. No rating was finished. What you had begun is kept and comes back if you get the same task again.
job-expired-some = ⌛ <b>Job { $number } ran out of time</b> and its tasks went back to the queue. { $count ->
    [one] { $count } rating was
   *[other] { $count } ratings were
 } finished: hand in now what nobody else has taken meanwhile, and it is paid as agreed.
job-handed-in = { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
 } handed in.
button-hand-in = Hand in what I finished
job-given-back = ↩️ <b>Job { $number } was given back.</b> It costs you nothing. What you had begun is kept and comes back if you get the same task again.
guidelines-more = ✂️ This is the beginning. All of it follows as a file.
job-gone = Job { $number } is over.
job-repeated = 🔁 You may have had this already.

job-skip-ask = <b>Why skip task { $position }?</b> You will not meet it again, and skipping costs you nothing.
job-flag-ask = <b>What is wrong with task { $position }?</b> A confirmed flag is paid.
skip-unclear = Unclear
skip-too-hard = Too hard for me
skip-wrong-language = Not my language
skip-uncomfortable = Makes me uncomfortable
skip-other = Something else
flag-personal-data = Personal data
flag-unsafe = Unsafe
flag-wrong-language = Wrong language
flag-broken = Broken
flag-duplicate = Duplicate
job-give-back-ask = <b>Give job { $number } back?</b> { $done ->
    [0] Nothing is finished yet. Giving back costs nothing.
    [one] { $done } of { $size } tasks is rated. You can hand it in and give back only the rest.
   *[other] { $done } of { $size } tasks are rated. You can hand them in and give back only the rest.
}
button-give-back-all = Give back everything
button-give-back-rest = Hand in { $done }, give back the rest
button-keep-job = Keep the job

toast-saved = Saved
toast-extended = You have until { $due } now.
toast-undone = Taken back. Nothing was counted.
