# A statement on paper (PDF). Everything is short: columns are narrow.

printed-title = Pay statement
printed-number = No. { $number }
printed-net = Net pay
printed-state = Payout
printed-state-due = to be sent
printed-state-sent = sent
printed-state-paid = paid
printed-state-failed = failed
printed-expected = Expected
printed-period = Period
printed-from = from { $moment }
printed-to = to { $moment }
printed-zone = Time zone of all dates
printed-made = Made
printed-payout = Payout number
printed-method = Paid to
printed-method-none = no payout method yet
printed-reference = Reference of the payment
printed-reference-none = comes with the payment
printed-dispute = Objections until
printed-contact = Questions to

# The table: one line for each piece of work, then the sums.

printed-date = Date
printed-work = Work
printed-rate = Rate
printed-quantity = Pieces
printed-effect = Quality
printed-client = Client
printed-pay = Pay, { $currency }
printed-job = Job { $job }
printed-line = line { $line }
printed-kind-rating = Rating
printed-kind-flag = Flagged task
printed-kind-bonus = Bonus
printed-kind-top-up = Top-up
printed-kind-adjustment = Adjustment
printed-kind-correction = Correction
printed-kind-training = Training
printed-client-not-asked = not needed
printed-client-waiting = waiting
printed-client-confirmed = confirmed
printed-client-silent = silent, counts as yes
printed-client-refused = refused, at our cost
printed-reason = Reason: { $reason }
printed-makes-up = Makes up for line { $number }
printed-corrects = Corrects statement { $number }
printed-gross = Gross
printed-deductions = Deductions
printed-sum = Net pay, { $currency }
printed-verify = To make sure that this statement is ours, send { $command } to the bot in the private chat.
printed-page = Page { $page } of { $pages }

# The chart of what was earned, a picture.

chart-title = Earned per day, { $since } to { $until }
chart-paid = Paid: { $sum }
chart-waiting = Waiting: { $sum }
chart-nothing = Nothing earned in these days
printed-translated = Translated by a program. Where they differ, the English on the pages behind this counts.
