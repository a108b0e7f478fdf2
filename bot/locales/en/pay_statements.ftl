# A statement of pay as a message, and the list of them.

pay-statements-head = <b>Your statements</b> ({ $count }), the newest first
pay-statements-none = There is none yet. The first one comes with the first pay run that pays you.
pay-statement-line = { $date } · <b>{ $money }</b> · { $state } · { $number }
button-pay-statement-of = { $date }: { $money }
pay-statement-head = 🧾 <b>Pay statement { $number }</b>
pay-statement-net = You are paid <b>{ $money }</b>.
pay-statement-gross = Gross { $gross }, deductions { $deductions }
pay-statement-period = Period: { $start } to { $end }
pay-statement-zone = Clock of the period: { $zone }
pay-statement-payout = Payout { $number }: <b>{ $state }</b>
pay-statement-expected = Expected by: { $date }
pay-statement-paid = Paid on: { $date }
pay-statement-method = Paid to: { $method }
pay-statement-reference = Reference: { $reference }
pay-statement-project = { $project }: <b>{ $money }</b> ({ $count ->
    [one] { $count } line
   *[other] { $count } lines
 })
pay-statement-other = Bonuses and the like
pay-statement-more = … All { $count } lines are in the PDF and in the CSV.
pay-statement-dispute = Something wrong? Object by { $date }.
pay-statement-contact = Questions: { $contact }
pay-statement-item = { $nth }. { $what }: <b>{ $money }</b>
pay-statement-pieces = { $count } × { $rate } = { $money }
pay-statement-file = Pay statement { $number }, { $money }
pay-contact-none = your coordinator or an admin of the hall
pay-chart = 📊 Earned in the last four weeks: <b>{ $money }</b>, of which { $paid } is paid.
pay-file-not-made = ⚠️ This file could not be made now. The statement as a message and as CSV has all the figures. Please try again later, and tell an admin if it stays so.
