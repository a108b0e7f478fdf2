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
data-file = <b>Everything the hall knows about you.</b> Open <code>{ $page }</code> to read it; <code>{ $data }</code> is the same for programs. Keep it to yourself: it names what you earned.
data-not-made = Your file could not be made just now. Nothing is lost; try again in a while.
refused-my-data-coming = Your file is on its way already. It comes within minutes.
data-title = Everything the hall knows about you
data-made = As of { $when }. Times are those of { $zone }.
data-about = What other people are concerned with is left out: whoever decided something is told as a role. { $file } beside this page holds the same for programs.
data-without-tasks = The texts of the tasks would have made this file too large for Telegram. They are left out; your answers are all here.
data-kept-account = Kept as long as you have an account.
data-kept-days = Kept for { $days ->
    [one] { $days } day
   *[other] { $days } days
 } after it was over.
data-none = Nothing.
data-yes = yes
data-no = no

erase-head = <b>Erase me</b>
erase-goes = <b>What goes, for good:</b> your name and Telegram id, languages, time zone, where you are paid, every free word of yours and about you (disputes, appeals, steps, questions, notes), what the hall sent you, and your place in work groups.
erase-stays = <b>What stays</b>, under a pseudonym that leads nobody back to you: the ledger, the journal and what belongs to them, as numbers, codes and amounts, for { $days } days, because bookkeeping and possible claims need it; and the answers that you handed in, which are the client's.
erase-before = <b>Before that, this has to be over:</b>
erase-free = Nothing is open between you and the hall. If you come back later, you start as a new person.
erase-open-roles = • You hold { $count ->
    [one] a role
   *[other] { $count } roles
 } here. Ask an admin to take it back.
erase-open-jobs = • { $count ->
    [one] A job is open: hand it in, or give it back.
   *[other] { $count } jobs are open: hand them in, or give them back.
 }
erase-open-review = • { $count ->
    [one] A rating waits
   *[other] { $count } ratings wait
 } for review, until { $when } at the latest.
erase-open-payout = • { $money } is on its way to you. It has to arrive first.
erase-open-owed = • You are owed { $money }. It is paid without your doing anything (/pay says when), or you do without it.
erase-open-disputes = • { $count ->
    [one] A dispute is
   *[other] { $count } disputes are
 } not decided yet.
erase-open-appeals = • { $count ->
    [one] An appeal is
   *[other] { $count } appeals are
 } not decided yet.
erase-ask = <b>Erase your account now?</b> Nobody can bring it back, not even we. If you want your data, get the file first: it is under My data.
erase-done = <b>You are erased.</b> The hall does not know who you are any more, and this was the last message. You can delete this chat in Telegram. If you ever come back, /start begins anew. Take care.
button-erase = Erase me…
button-erase-surely = Erase me for good
button-erase-not = No, I stay
button-waive = Waive { $money }
button-waive-surely = Yes, I do without { $money }
button-waive-not = No, pay me
waive-ask = <b>Do without { $money }?</b> You earned it, and it is paid without your doing anything; /pay says when. If you waive it, you never get it, and nobody can undo that. Nobody may ask you to.
toast-waived = Waived.
refused-waive-nothing = Nothing is owed to you in that currency.
refused-waive-changed = By now it is { $money }. Look again before you decide.
refused-erase-roles = You still hold a role here. Ask an admin to take it back first.
refused-erase-jobs = You have an open job. Hand it in or give it back first.
refused-erase-review = Some of your ratings still wait for review.
refused-erase-payout = Money is on its way to you. It has to arrive first.
refused-erase-owed = You are still owed money: be paid first, or waive it.
refused-erase-disputes = A dispute of yours is not decided yet.
refused-erase-appeals = An appeal of yours is not decided yet.
refused-unmet = The hall does not know you. Send /start to begin.
