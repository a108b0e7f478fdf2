# Pay runs and payouts, for admins.

command-payrun = Pay runs, payouts, the payer's file

payruns-head = <b>Pay</b>
payruns-next = <b>{ $zone }</b>, next run { $when }:
payruns-total = { $money }, people: { $people }
payruns-carried = carried over: { $money }, people: { $people }
payruns-nothing = nothing yet
payruns-odd-no-method = ⚠️ without a payout method: { $count }
payruns-odd-method-changed = ⚠️ payout method changed lately: { $count }
payruns-odd-failed-before = ⚠️ last payout failed: { $count }
payruns-odd-unusual = ⚠️ unusual amounts: { $count }
payruns-due = ⏰ Periods that are over and not run yet: { $count }. They are run within a minute, also without you.
payruns-latest = <b>Latest runs</b>
payruns-line = { $day }, { $zone }: { $states }
payouts-due = due: { $count }
payouts-sent = sent: { $count }
payouts-paid = paid: { $count }
payouts-failed = failed: { $count }
payrun-open = under way
button-payruns = All pay runs
button-payrun-odd = Look twice: { $zone }
button-payrun-now = Run now
button-payrun-owed = What is owed, by age
button-payrun = { $day } · { $zone }
toast-running = Under way …

payrun-odd-head = <b>Worth a second look in the next run, { $zone }</b>
payrun-odd-line = { $name }, { $money }: { $why }
payrun-odd-no-method = no payout method
payrun-odd-method-changed = payout method changed lately
payrun-odd-failed-before = last payout failed
payrun-odd-unusual = far more than usual

payrun-done = ✅ <b>The pay run is done.</b> Next: the file for the payer, then mark what was sent and paid.
payrun-head = <b>Pay run { $number }</b>, { $zone }, period until { $end }
payrun-open-line = Under way: statements are still being made.
payrun-statements = Statements: { $count }, { $money }
payrun-no-statements = No statements.
payrun-due = Due: { $count }, { $money }
payrun-sent = Sent: { $count }, { $money }
payrun-paid = Paid: { $count }, { $money }
payrun-failed = Failed, issued anew: { $count }, { $money }
payrun-without-method = ⚠️ Without a payout method: { $count }. They stay due, and come into a later file.
payrun-trouble = ⚠️ { $number }: { $name } was left out ({ $error }); it is tried again every hour.
payrun-more-troubles = … and { $count } more
button-payout-file = Payout file ({ $count })
button-payout-file-again = Payout file again
button-all-sent = Mark all sent
button-all-paid = Mark all paid
button-payouts = One by one
button-back-to-run = Back to the run
payrun-ask-sent = Mark as sent: <b>{ $count ->
    [one] { $count } payout
   *[other] { $count } payouts
 }, { $money }</b>, all of run { $number } that are in a file?
payrun-ask-paid = Mark as paid: <b>{ $count ->
    [one] { $count } payout
   *[other] { $count } payouts
 }, { $money }</b>, all of run { $number } that are in a file? It cannot be taken back.
payrun-none-left = Nothing is left to mark in run { $number }: either it is marked already, or no payout is in a file yet.
button-mark-sent = { $count ->
    [one] Yes, it was sent
   *[other] Yes, { $count } were sent
 }
button-mark-paid = { $count ->
    [one] Yes, it was paid
   *[other] Yes, { $count } were paid
 }
toast-marked = Marked: { $count }
toast-none-marked = Nothing was left to mark; another admin may have been quicker. This is how it stands.

payouts-head = <b>Payouts of run { $number }</b>: { $count }
button-payout = { $name }: { $money }, { $state }
payout-head = <b>Payout { $number }</b>: { $money } to { $name }
payout-stands = { $state }, { $when }
payout-is-due = due
payout-is-sent = sent
payout-is-paid = paid
payout-is-failed = failed
payout-of = Statement { $statement }, run { $run }
payout-by = To: { $method }
payout-reference = Reference: { $reference }
payout-reason = Reason: { $reason }
payout-why = Why did payout { $number } fail? It is issued anew at once, and comes into the next file.
payout-reason-account-closed = The account is closed
payout-reason-details-wrong = The details are wrong
payout-reason-bank-refused = The bank refused it
payout-reason-name-differs = Name and account do not match
button-payout-sent = Sent
button-payout-paid = Paid
button-payout-sent-as = Sent, reference …
button-payout-paid-as = Paid, reference …
button-payout-failed = Failed …
button-payout-other = Another reason …
payout-write-reference = Write the payer's reference for payout { $number } now (at most 140 signs).
payout-write-reason = Write why payout { $number } failed (at most 300 signs). Its owner reads it.

payout-file-caption = 📄 Payouts of run { $run }: { $count }. It holds account details: give it to the payer, and save it nowhere else. It leaves this chat { $until }. Fill in the column "state" (sent, paid, failed) and send it back here to mark them all.
payout-report-head = <b>{ $file }</b>: what the payer says of { $count ->
    [one] { $count } payout
   *[other] { $count } payouts
 }
payout-report-sent = Become sent: { $count }, { $money }
payout-report-paid = Become paid: { $count }, { $money }
payout-report-failed = Become failed, and are issued anew: { $count }, { $money }
payout-report-standing = Stand so already: { $count }
payout-report-missing = ⚠️ In the same files, open and not named: { $count } ({ $numbers })
payout-report-faults = <b>Does not fit any more:</b>
payout-report-refused = <b>{ $file }</b> was not taken: nothing of it counts until every line is right.
payout-report-dropped = The report was dropped; nothing was changed.
payout-report-applied = ✅ Payouts changed: { $count }.
button-apply-report = Apply to { $count ->
    [one] { $count } payout
   *[other] { $count } payouts
 }
button-drop-report = Do not apply

owed-head = <b>What is owed</b>, by how long
owed-total = <b>{ $money }</b>
owed-line = { $state }, { $age }: { $money } ({ $count })
owed-accepted = accepted, waits for the client
owed-confirmed = confirmed, waits for a run
owed-due = in a run, payout due
owed-sent = in a run, payout sent
owed-age = up to { $days } days
owed-older = over { $days } days
owed-nothing = Nothing is owed.

margin-head = <b>Margin of { $name }</b>
margin-client = The client pays { $money } (ratings: { $count })
margin-earned = Contractors earn { $money }
margin-left = Left: { $money } ({ $share })
margin-unpriced = ⚠️ Ratings without a price for the client: { $count }. Put client.price into the project file.
margin-nothing = No work was accepted yet.
button-margin = Margin

refused-no-run = There is no pay run { $number }. /payrun lists them.
refused-no-payout = There is no payout { $number }. /payrun lists them by run.
refused-payout-due = Payout { $number } is due already.
refused-payout-sent = Payout { $number } was marked as sent already.
refused-payout-paid = Payout { $number } was paid; that cannot be changed.
refused-payout-failed = Payout { $number } failed; the one that followed it is in its run.
refused-payout-file-empty = No payout of run { $number } is left for a file: each is in one already, or its owner has no payout method.
refused-no-payout-file = This file was made for another admin. Ask for one of your own under /payrun.
refused-payout-key = No payout details can be read: set HIRINGHALL_KEY to the key that they were stored with, and start the bot again.
refused-report-faults = The report does not fit any more; lines with a fault: { $count }. Send a new one.
refused-payrun-usage = Write /payrun, or /payrun and the number of a run or a payout.
refused-words-too-long = Write at least one word, and at most { $most } signs.
