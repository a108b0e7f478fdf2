# Known answers: the gold of a project, doubts about one, and what people are told.

button-gold = Gold
button-gold-copy = Copy decided tasks into gold
button-gold-suspend = Suspend it
button-gold-keep = The known answer is right
button-gold-correct = Right is: { $answer }
button-gold-choose = Another answer is right…
button-gold-withdraw = Nobody can know: withdraw it
gold-none = <b>{ $project } has no gold yet.</b>
gold-how = Gold is a task whose right answer is known. It is mixed in, looks and pays like any other, and shows how reliable the ratings are. Give tasks a <code>gold</code> field in a file, or copy decided tasks on which all agree.
gold-head = <b>Gold of { $project }</b>: { $count ->
    [one] { $count } task
   *[other] { $count } tasks
 } with a known answer
gold-figures = Given { $given ->
    [one] once
   *[other] { $given } times
 }, answered { $answers ->
    [one] once
   *[other] { $answers } times
 }, missed { $missed ->
    [one] once
   *[other] { $missed } times
 }
gold-doubted = { $count ->
    [one] ❓ One known answer is in doubt.
   *[other] ❓ { $count } known answers are in doubt.
 }
gold-accuracy = Accuracy of all who answered: { $percent } % (smoothed), { $right } of { $total } right
gold-line = { $mark } <b>{ $task }</b>: given { $given }, missed { $missed } of { $answers }
gold-task-head = <b>Gold: { $task }</b> · { $project }
gold-is-open = It is mixed into jobs.
gold-is-suspended = ❓ <b>In doubt.</b> Nobody is given it, and no score on it counts, until somebody decides.
gold-is-withdrawn = It was withdrawn: no score on it counts, and nobody is given it.
gold-is-pulled = It was pulled after skips: nobody is given it.
gold-is-decided = It was left out.
gold-known = <b>The known answer</b>
gold-others = <b>Given instead</b> by { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
gold-choice-head = <b>Which answer is right?</b> { $task } · { $project }
gold-choice-answer = <b>Your choice</b>
gold-choice-ask = <b>{ $question }</b>
gold-choice-effect = This becomes the known answer. Everybody is scored anew, what was rejected for the old one is paid, and all concerned are told.
gold-choice-same = This is the known answer as it stands. If you keep it, the task is given again, and the scores count.
gold-doubted-notice = ❓ <b>{ $project }</b>: the known answer of { $task } is in doubt. { $missed } of { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
 } missed it, most of them by good raters. Nobody is given it, and no score on it counts, until somebody decides.
toast-gold-copied = { $count ->
    [0] No decided task on which all agree is left.
    [one] One task is gold now. Who rated it never gets it again.
   *[other] { $count } tasks are gold now. Who rated them never gets them again.
 }
refused-gold-gone = This task has no known answer any more. Look at the gold of the project again.
refused-gold-decided = Somebody decided about this known answer already. Look at the gold of the project again.
refused-gold-right = The known answer was not missed here, or counts no more. Choose another reason, or accept the rating.

# For who missed one.
reason-gold = Known answer missed
gold-missed-head = <b>A known answer was missed</b> · { $project }, job { $number }
gold-missed-known = <b>The answer that is known</b>
gold-missed-counts = Some tasks have an answer that is known beforehand. This one counts in your accuracy. By itself it costs nothing.
gold-missed-disputed = You objected. Until that is decided it counts for nothing.
gold-missed-suspended = Many good raters answered otherwise. A coordinator looks at it; until then it counts for nothing.
gold-missed-void = The known answer was not right: this counts for nothing.
gold-missed-dispute = Is the known answer wrong? Object until { $date }; somebody else decides within { $days ->
    [one] { $days } day
   *[other] { $days } days
 }, or it is decided for you.
gold-repaid = 💰 <b>A known answer was not right.</b> Your rating in job { $number } of { $project } had been rejected for it. { $money } are owed to you, and come with the next pay run as a line that names the old one, { $line }. Your rating counts again.
gold-fell = <b>A known answer was not right.</b> You had answered otherwise in job { $number } of { $project }. That counts against you no more.
gold-outcome-upheld = <b>The known answer stands.</b> The reason:
gold-outcome-overturned = <b>You were right.</b> The known answer fell, and counts against nobody any more.
gold-outcome-unanswered = <b>Decided for you:</b> nobody decided in time. The known answer fell, and counts against nobody any more.

# For who decides about an objection.
button-gold-corrected = Their answer is right
button-gold-overturned = No answer is sure: drop it
button-gold-upheld = The known answer stands
gold-effect-corrected = <b>The answer of the contractor becomes the known one.</b> Everybody is scored anew, and whatever was rejected for the old one is paid.
gold-effect-overturned = <b>The known answer is withdrawn.</b> No score on it counts, and whatever was rejected for it is paid.
gold-effect-upheld = <b>The known answer stands.</b> The score counts again.
button-confirm-gold-corrected = Make it the known answer
button-confirm-gold-overturned = Withdraw it
button-confirm-gold-upheld = Let it stand

# The desk and the journal.
desk-gold = <b>{ $name }</b>: { $count ->
    [one] a known answer in doubt
   *[other] { $count } known answers in doubt
 }
desk-more-gold = Known answers in doubt in { $count } more projects
button-desk-gold = Known answers
journal-act-gold-copied = Decided tasks copied into gold
journal-act-gold-suspended = Known answer suspended
journal-act-gold-kept = Known answer kept
journal-act-gold-corrected = Known answer corrected
journal-act-gold-withdrawn = Known answer withdrawn

# The own file.
data-kind-known-answers = Known answers of tasks that you rated
data-field-correct = Right
data-word-counts = counts
data-word-disputed = disputed
data-word-void = void
