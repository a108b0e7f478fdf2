# /settings, My data: what is kept and for how long, everything as a file, waiving, erasing.

button-my-data = My data
button-data-send = Send me everything
button-data-erase = Erase me
toast-data-coming = Your file is being made. It comes here within minutes.
data-head = <b>My data</b>
data-what = Everything the hall knows about you, and how long it keeps it. Days count from when a thing was over: money from its payment, a step from its end.
data-keeps = • { $what }: as long as you have an account
data-keeps-days = • { $what }: { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
data-record-profile = Name, Telegram id, settings, consent, roles
data-record-assigned = Which tasks, offers and draws were yours
data-record-work = Jobs, answers, time spent
data-record-verdicts = Reviews of your work, disputes, what clients refused
data-record-money = Pay lines, statements, payouts, ledger
data-record-payout-details = Where you are paid
data-record-standing = Steps, evidence, appeals
data-record-questions = Your questions to support, and the answers
data-record-groups = The work groups you are in
data-record-notices = What the hall sent you
data-record-updates = What you sent to the bot, as it came in
data-record-journal = The journal: who did what, when
data-send = <b>Send me everything</b> brings one zip with two files: one to read, in your language, and one for programs. Nothing of other people is in it.
data-file = <b>Everything the hall knows about you.</b> Open <code>my-data.html</code> to read it; <code>my-data.json</code> is the same for programs. Keep it to yourself: it names what you earned.
data-not-made = Your file could not be made just now. Nothing is lost; try again in a while.
refused-my-data-coming = Your file is on its way already. It comes within minutes.
data-title = Everything the hall knows about you
data-made = As of { $when }. Times are those of { $zone }.
data-about = What other people are concerned with is left out: whoever decided something is told as a role. my-data.json beside this page holds the same for programs.
data-without-tasks = The texts of the tasks would have made this file too large for Telegram. They are left out; your answers are all here.
data-kept-account = Kept as long as you have an account.
data-kept-days = Kept for { $days ->
    [one] { $days } day
   *[other] { $days } days
 } after it was over.
data-none = Nothing.
data-yes = yes
data-no = no
