# /detectors: what is looked for, who would be found now, what waits for a decision.

command-detectors = What detectors found, and a dry run
detectors-head = <b>Detectors</b>
    They look once a day and only propose. A person decides; nothing happens by itself.
detectors-line = → { $count ->
    [0] Nobody now.
    [one] <b>{ $count } person</b> now.
   *[other] <b>{ $count } people</b> now.
 }
detector-expiry-streak = <b>Time ran out</b>: the last { $threshold ->
    [one] job
   *[other] { $threshold } jobs
 } in a row, with nothing handed in.
detector-shared-payout = <b>Same payout method</b> as an account that was here before.
detector-second-account = <b>Looks like a barred account</b>: made after the other was suspended or deactivated, with the same name and time zone. A name that more than { $threshold } new accounts have says nothing.
detectors-never = Hours of work, declining, skipping, giving back and disputed verdicts never count. What was decided or dismissed is not found again.
detectors-waiting = { $count ->
    [0] ✅ Nothing waits for a decision.
    [one] 🔎 { $count } proposal waits for a decision.
   *[other] 🔎 { $count } proposals wait for a decision.
 }
detected = { $count ->
    [one] 🔎 Detectors found { $count } new case. Nothing has happened to anybody; it waits for a person to look.
   *[other] 🔎 Detectors found { $count } new cases. Nothing has happened to anybody; they wait for a person to look.
 }
detectors-trial-head = <b>Dry run</b>: { $count ->
    [0] nobody would be proposed now.
    [one] { $count } person would be proposed now.
   *[other] { $count } people would be proposed now.
 } Nothing was written.
detectors-found = <b>{ $name }</b> · { $number } · { $detector }
proposals-head = <b>Proposals</b>: { $count }, the oldest first
proposals-none = No proposal waits for a decision.
proposals-line = • { $name } · { $number } · { $detector } · { $date }
proposal-head = 🔎 <b>{ $name }</b> · { $number }
    { $detector }. Found { $date }.
proposal-standing = Standing: { $standing }
proposal-why = What was found:
proposal-job = { $nth }. Job <code>{ $number }</code>: time ran out { $date }, nothing handed in
proposal-account = { $nth }. Account of { $name } · { $number }, since { $date }
proposal-line = { $nth }. <code>{ $number }</code>, { $date }
proposal-hint = “Decide” begins a decision with this evidence; you confirm it at the end. “Dismiss” sets it aside: the same facts are not brought up again, and the person hears nothing.
detector-name-expiry-streak = Jobs ran out of time
detector-name-shared-payout = Same payout method
detector-name-second-account = Looks like a barred account
button-detectors = 🔎 Detectors
button-detectors-trial = Dry run
button-proposals = Proposals ({ $count })
button-proposal = { $name } · { $number }
button-proposal-decide = Decide
button-proposal-dismiss = Dismiss
button-proposal-person = The person
toast-dismissed = Set aside. The same facts are not brought up again.

# Detectors that look at ratings.
detector-gold-accuracy = <b>Known answers missed</b>: of at least { $threshold ->
    [one] { $threshold } known answer
   *[other] { $threshold } known answers
 } in 30 days, fewer than { $percent } % right.
detector-impossible-speed = <b>Faster than reading</b>: at least { $threshold } of the last 20 ratings took less time than reading their task at 60 signs a second.
detector-one-option = <b>Always the same option</b>: at least { $threshold } of the last 20 ratings, while the answers to those tasks differ.
detector-copied-answers = <b>Copied texts</b>: at least { $threshold ->
    [one] { $threshold } rating
   *[other] { $threshold } ratings
 } in 30 days with a text of 40 signs or more that was handed in before, by the same person for another task or by somebody else.
detector-name-gold-accuracy = Known answers missed
detector-name-impossible-speed = Faster than reading
detector-name-one-option = Always the same option
detector-name-copied-answers = Copied texts
step-fact-gold-missed = A known answer that was missed
step-fact-too-fast = A rating made faster than its task can be read
step-fact-same-option = A rating with the same option as most others
step-fact-copied = A rating with a text that was there before
