# Every "no", with what to do instead. At most 200 characters: most are shown as toasts.

refused-stale-button = This button is from an older message. /work brings you to where you are.
refused-not-yours = This button belongs to somebody else's job.
refused-anonymous = Anonymous admins and channels cannot do this. Please use the private chat under your own name.
refused-shared-id = { $id } is an id that Telegram shares among many; it cannot hold a role.
refused-button-due = A button is due here, not a message. Your draft is safe; tap an answer on the card.
refused-nothing-to-write = Nothing waits for a message from you now. /work shows what you can do.
refused-edit-unused = That message is no answer of the task at hand; nothing was changed.
refused-kind-unused = { $kind ->
    [photo] I cannot read pictures. Where words are due, please type them. Your draft is safe; /work shows what is due.
    [voice] I cannot listen. Where words are due, please type them: most keyboards take dictation. Your draft is safe; /work shows what is due.
    [video] I cannot watch videos. Where words are due, please type them. Your draft is safe; /work shows what is due.
    [audio] I cannot listen. Where words are due, please type them. Your draft is safe; /work shows what is due.
    [sticker] A sticker is no answer here. Tap a button, or type where words are due. Your draft is safe; /work shows what is due.
    [document] A file has no use from you here. Where words are due, please type them. Your draft is safe; /support asks a person.
    [location] I need no location, and keep none. Your time zone stands under /settings.
    [contact] I need no contact, and keep none. /support reaches a person.
    [poll] A poll is no answer here. Tap a button, or type where words are due; /work shows what is due.
   *[other] Only text and buttons are understood here. Your draft is safe; /work shows what is due, /support asks a person.
 }
refused-too-few-words = Please write at least { $needed } words; this was { $words ->
    [one] { $words } word
   *[other] { $words } words
 }.
refused-submitting = The job is being submitted. Undo it first if you want to change something.
refused-unfinished = Not ready yet. Open: task { $tasks }.
refused-undo-over = The time to undo is over; the job is in.
refused-job-submitted = Job { $number } is in already.
refused-job-settled = Job { $number } is settled already.
refused-job-given-back = Job { $number } was given back.
refused-job-expired = Job { $number } ran out of time. What you finished can be handed in from its notice.
refused-job-released = Job { $number } was released.
refused-extended-once = The time of a job can be extended once.
refused-slots-gone = Others have rated these tasks meanwhile; nothing is left to hand in.
refused-no-call = This call does not exist.
refused-call-closed = This call is closed.
refused-call-size = Write it like this: /call PROJECT 12, or /call PROJECT 12 draw. The number of jobs is a whole number from 1 on; without it, all.
refused-call-posted-already = This call was posted already. /call begins another one.
refused-draw-over = The hands are counted, and jobs are being given. In a moment the card shows what is left.
refused-place-gone = The bot is not in { $title } any more. Nothing was posted. /groups shows what to do.
refused-place-no-rights = The bot may not write in { $title }. Nothing was posted. /groups shows what to do.
refused-place-topic-closed = That topic of { $title } is closed or deleted. Nothing was posted.
refused-place-not-there = No call can be posted there now. /groups shows why.
refused-telegram-silent = Telegram does not answer just now. Please try again in a minute.
refused-place-none-chosen = Check at least one place first.
refused-seen-all = You have seen every task of { $project } that is open now. /work shows other work.
refused-all-taken = Somebody was faster: all jobs are taken now. /work signs you on the out-of-work list.
refused-no-call-open = No call is open for this now.
refused-language = This needs { $languages }. Add it under /settings if you work in it.
refused-open-jobs-cap = You have { $cap ->
    [one] { $cap } job
   *[other] { $cap } jobs
 } open, which is the most at once. Submit or give back one first: /work
refused-paused = You are paused until { $until }.
refused-standing-applicant = Your application has not been decided yet. You are told here as soon as it is.
refused-standing-suspended = You are suspended and cannot claim now. /standing says until when, why, and how to appeal.
refused-standing-deactivating = Your work here is about to end: open jobs can be finished, new ones not claimed. /standing says until when, and how to appeal.
refused-standing-deactivated = You are deactivated and cannot claim. /standing says why; /pay, /settings and /support stay open to you.
refused-project-draft = { $project } is a draft: import and publish tasks first.
refused-project-paused-call = { $project } is paused, so no call goes out. Open it again under /projects, then post the call.
refused-project-paused = { $project } is paused.
refused-project-closed = { $project } is finished.
refused-no-project = There is no project { $key }. /projects lists them.
refused-no-open-tasks = { $project } has no open tasks. Import and publish tasks first.
refused-currency-fixed = The currency of a project stays { $currency }. Make a new project for another one.
refused-chat-not-registered = That group is no work group. Register it under /groups.
refused-bot-not-in-chat = The bot is not in that group.
refused-not-coordinator = That is for coordinators.
refused-not-admin = That is for admins.
refused-file-used = This file was decided upon already. Drop it again to start over.
refused-import-faults = { $count ->
    [one] { $count } line is
   *[other] { $count } lines are
 } refused; publish without them, or mend the file.
refused-import-empty = Nothing in the file can be published.
refused-no-format = There is no format { $form }. Known: { $known }.
refused-held-cap = { $cap ->
    [one] A place is held for you already.
   *[other] { $cap } places are held for you already.
 } Answer the questions in our private chat first; then you can claim more.
refused-role-held = That role is held already.
refused-role-gone = That role was taken away already.
refused-last-admin = The last admin stays. Grant the role to another person first.
refused-last-decider = Nobody else can answer appeal { $number }, which does not end by itself. Have it answered first, or name another arbiter who presses Start here.
refused-admin-of-project = An admin is for the whole hall; leave the project out.
refused-roles-usage = Write: /roles grant ID ROLE [PROJECT], with a numeric id and one of reviewer, coordinator, client, arbiter, admin.
refused-last-language = One work language stays.
refused-done-already = That was done already.
refused-too-many-options = Choose at most { $most } of them.
refused-too-few-options = Choose at least { $least ->
    [one] one
   *[other] { $least }
 } of them, then Done.
refused-too-few-links = A link is missing: { $links } of { $needed }.
