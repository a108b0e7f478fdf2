# /pay: where all of a person's money stands, and the notices about it.

pay-head = <b>Your pay</b>
pay-nothing = Nothing is earned yet. /work shows what you can claim, and what it pays.
pay-currency = <b>{ $currency }</b>
pay-submitted = ⏳ <b>{ $money }</b> waits for review ({ $count ->
    [one] { $count } line
   *[other] { $count } lines
 }). What is not decided by { $date } is accepted.
pay-accepted = 🤝 <b>{ $money }</b> accepted, waits for the client ({ $count ->
    [one] { $count } line
   *[other] { $count } lines
 }). Nothing said by { $date } counts as a yes.
pay-confirmed = ✅ <b>{ $money }</b> is yours ({ $count ->
    [one] { $count } line
   *[other] { $count } lines
 }). Next pay run: { $date }.
pay-threshold = ↪️ Below { $threshold } it waits for a later run, until { $date } at the latest.
pay-in-run = 🧾 <b>{ $money }</b> is in a pay run (statement { $number }). Expected by { $date }.
pay-sent = 📤 <b>{ $money }</b> was sent (statement { $number }). Expected by { $date }.
pay-late = ⚠️ That day has passed. We are late; your statement says whom to ask.
pay-paid = 💰 <b>{ $money }</b> paid so far. Last: { $newest } on { $date }
pay-reference = , reference { $reference }
pay-period = 📅 Earned in this period, since { $date }: <b>{ $money }</b>. Yesterday: { $yesterday }.
pay-hourly = ⏱ { $money } an hour in the last 30 days (measured, n = { $n }).
pay-method-none = 💳 <b>There is no payout method yet.</b> Without one your money waits for you.
pay-method-changes = ⏳ From { $date } on: { $method }
button-pay-lines = Lines
button-pay-statements = Statements
button-pay-chart = Chart
button-pay-chart-of = Chart { $currency }
button-digest-on = 🔔 Tell me each evening
button-digest-off = 🔕 No evening message
button-my-pay = My pay
toast-digest-on = You are told each evening at 19:00 what you earned, when you earned something.
toast-digest-off = No more evening messages about pay.
command-pay = What you earned, and when it is paid

# Notices.

pay-is-ours = 🔎 Really ours? <code>{ $command }</code>
pay-carried = ↪️ <b>Carried over: { $money }.</b> It is below { $threshold }, which is the least that is paid out by itself. It is paid in a later run, { $date } at the latest, however little it is then.
pay-payout-sent = 📤 <b>{ $money } was sent</b> to you. Expected by { $date }.
pay-payout-paid = 💰 <b>{ $money } was paid</b> on { $date }.
pay-payout-failed = ⚠️ <b>A payment of { $money } did not reach you.</b> The money is yours as before.
pay-payout-why = Why: { $why }
pay-payout-again = It is sent again by { $date }. If your account has changed, tell me now.
pay-digest = 🌇 You earned <b>{ $money }</b> since { $date }.
