# The hall: help, groups, roles, and what a button or command cannot do.

help-contractor = <b>How it works</b>
    1. A call stands in your work group. Tap <b>Claim a job</b>; the job opens here.
    2. Rate each task with one tap. Every tap is saved at once; you can go back, skip, flag, or give the job back at no cost.
    3. Submit. You have { $seconds } s to undo it. A reviewer may look at it; when the review time is over it is accepted by itself.

    /work · your job, what you can claim, the out-of-work list, and why when nothing is there
    /pay · what you earned, what it waits for, when it is paid
    /standing · where you stand, why, and how to appeal
    /settings · language, work languages, time zone, quiet hours
    /support · ask the hall anything; a person answers
    /verify · with a number behind it: whether a message is really ours
    /help · this page
help-coordinator = <b>As a coordinator</b>
    • Drop a project file (YAML) here to make a project, and a task file (JSONL or CSV) to import tasks.
    /desk · everything that waits for you, by due time
    /projects · progress, import, export, pause
    /call · post a call in work groups; /call PROJECT works in a group as well
    /groups · the groups in which the bot is, and which are work groups
    /broadcast · one message to many, with a preview and a report
    A project file looks like this:
help-project-example =
    key: better-answer
    name: Which answer is better?
    scheme: pairwise
    guidelines: |
      Choose the answer that helps more.
    pay: {"{"}per_task: "0.40", currency: USD{"}"}
    minutes_per_task: 2
    overlap: 3
    tasks_per_job: 5
    review_days: 3
help-admin = <b>As an admin</b>
    /payrun · what is paid next, the payer's file, and marking what was sent and paid
    /people · find a person: standing, work, money, and every decision
    /appeals · who objects to a decision, and until when you answer
    /roles · who holds which role; grant with /roles grant ID ROLE [PROJECT]
    /health · whether all is well, and what to do where it is not

group-use-private = Please use the private chat with me for that.

roles-head = <b>Roles</b>
roles-line = { $role } · { $name } ({ $id }){ $where }
roles-where = { " " }in { $project }
roles-hint = Also: /roles grant ID ROLE [PROJECT]. ROLE is reviewer, coordinator, client, arbiter or admin; ID is the person's numeric Telegram id.
roles-granted = ✅ Granted: { $role } to { $id }.
roles-told = 🔑 You have the role of { $role } now{ $where }. /help shows what you can do.
roles-told-taken = You no longer have the role of { $role }{ $where }. Your jobs and what you earned stay as they are.
role-reviewer = reviewer
role-coordinator = coordinator
role-client = client
role-arbiter = arbiter
role-admin = admin
button-revoke = Take { $role }{ $where } from { $name }
toast-revoked = The role was taken away.

alert-wrong = Something went wrong on our side (number { $number }). What you did before is safe. Please try again; /work shows where you are.
alert-admin = ⚠️ Set aside as { $number }: { $error }. It concerns update { $update }; the log has the details.

command-work = Your job, and what you can claim
command-settings = Language, time zone, quiet hours
command-help = How it works
command-start = Begin, or go on where you were
command-projects = Projects, import, export
command-review = Review ratings, decide disputes
command-call = Post a call
command-groups = Work groups
command-roles = Who holds which role
command-health = Whether all is well
