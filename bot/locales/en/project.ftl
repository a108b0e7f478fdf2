# Projects: list, card, import, export.

projects-head = <b>Projects</b>
projects-none = No project yet. Make one by seven questions, or drop a project file (YAML) here; /help shows an example.
projects-line = { $state } <b>{ $name }</b> · { $done } of { $slots } ratings in · { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
 }
project-state-draft = 📝
project-state-open = 🟢
project-state-paused = ⏸
project-state-closed = ⚫️
project-head = <b>{ $name }</b> · { $key } · version { $version }
project-progress = { $bar } { $percent } %
project-counts = { $done } of { $slots } ratings in, { $work } in work, { $open } open
    { $decided } of { $tasks } tasks decided, { $pulled } pulled
project-terms = { $money } a task · { $hourly } an hour ({ $basis }) · { $overlap } · { $tasks } a job · review { $days } d
project-is-draft = It is a draft: drop a task file (JSONL or CSV) here and publish it to open the project.
project-is-paused = ⏸ <b>It is paused:</b> nobody can claim.
project-is-closed = It is closed.
button-call = Post a call
button-pause = Pause
button-open = Open again
button-import = Import tasks
button-export = Export
button-guidelines-show = Guidelines
project-import-hint = Drop a task file here, up to 20 MB: JSONL, CSV, or pairs, scores and chats as other tools write them, also as .gz. You see a report and a sample before anything is published.
button-pulled-count = Pulled tasks ({ $count })
project-made = ✅ Project <b>{ $name }</b> ({ $key }), version { $version }. Drop a task file here next.
project-file-faults = ❌ <b>{ $name } is no project file yet.</b> Nothing was changed. Mend these and drop it again:
guidelines-head = <b>Guidelines</b> · { $name }
import-which = <b>Which project are the tasks of { $file } for?</b>
import-no-project = There is no project for these tasks yet. Drop a project file (YAML) first.
import-head = 📄 <b>{ $file }</b> for { $project }
import-counts = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 } ({ $format }): { $good } can be published, { $bad } refused.
import-gold = { $count ->
    [one] { $count } of them has
   *[other] { $count } of them have
 } a known answer and will check quality; they take no slots.
import-plan = That makes { $ratings ->
    [one] { $ratings } rating
   *[other] { $ratings } ratings
 }, { $money } for the contractors.
import-faults-head = <b>Refused:</b>
import-more-faults = … and { $count } more.
button-all-faults = Every refused line
import-report-caption = Every refused line with its reason.
import-sample-head = <b>A sample, as a contractor sees it:</b>
button-publish = Publish { $count }
button-publish-rest = Publish { $count }, leave out { $refused }
button-drop-file = Do not publish
import-nothing = Nothing in it can be published.
import-published = ✅ <b>Batch { $batch }:</b> { $tasks ->
    [one] { $tasks } task is
   *[other] { $tasks } tasks are
 } open for { $project }. { $called ->
    [0] Post a call so that people see them.
   *[other] The call that stands counts them already.
 }
import-dropped = The file was dropped; nothing was published.
file-not-understood = { $name } is neither a project file (.yaml) nor a task file (.jsonl, .json, .csv, also with .gz). Nothing was changed.
file-unfetched = Telegram did not hand over { $name }, so nothing was changed. Please send it again. A file over 20 MB has to be split, or imported on the server: hiringhall import PROJECT FILE
file-too-large = { $name } is { $size }; Telegram lets bots fetch 20 MB. Compress it (as .jsonl.gz it is often a fifth of that), split it, or import it on the server, where there is no such limit: hiringhall import PROJECT FILE

# What can be wrong in a file, behind "line N, field:".
fault-line = line { $line }, { $field }: { $what }
fault-line-whole = line { $line }: { $what }
fault-file-whole = the file: { $what }
fault-already-imported = this id is in the project already
fault-alias = is an alias or anchor, which is not allowed here
fault-tag = is a tag, which is not allowed here
fault-bad-amount = is no plain decimal number such as "0.40"
fault-bad-form = does not have the right form
fault-bad-utf8 = is not UTF-8 text
fault-duplicate-id = this id stands in the file already
fault-duplicate-key = the same name stands here twice
fault-empty = is empty
fault-lone-surrogate = holds half a character
fault-missing = is missing
fault-needs-languages = needs the field languages beside it
fault-not-a-language = is no language code such as en or pt-BR
fault-not-an-option = is none of the values that are allowed
fault-not-csv = is no well-formed CSV
fault-not-finite = is no finite number
fault-not-json = is no well-formed JSON
fault-not-yaml = is no well-formed YAML
fault-nul-character = holds a NUL character
fault-number-too-long = is a number with too many digits
fault-out-of-range = lies outside what is allowed
fault-same-responses = says what another response says
fault-text-and-messages = has both text and messages; one of them is due
fault-too-deep = is nested too deep
fault-too-exact = is more exact than the smallest unit of the currency
fault-too-few-cells = has too few cells
fault-too-few-responses = has too few responses
fault-too-large = is too large
fault-too-long = is too long
fault-too-many-cells = has too many cells
fault-too-many-faults = has too many faults; the rest was not read
fault-too-many-responses = has too many responses
fault-too-many-rows = has too many rows; the rest was not read
fault-too-many-turns = has too many turns
fault-unknown-column = is a column that is not known
fault-unknown-currency = is no ISO 4217 currency
fault-unknown-field = is a field that is not known
fault-unknown-format = is in no format that is known
fault-unknown-role = is no role of a conversation
fault-unknown-scheme = is no rating scheme of this hall; /projects, Rating schemes, lists them
fault-wrong-type = has the wrong type

# A figure behind a fault.
fact-limit = at most { $value }
fact-least = at least { $value }
fact-most = at most { $value }
fact-above = above { $value }
fact-count = { $value } found
fact-first = first in line { $value }
fact-twin = the same as number { $value }
fact-expected = expected: { $value }
fact-size = size { $value }
fact-id = { $value }
