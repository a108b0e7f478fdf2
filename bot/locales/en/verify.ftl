# /verify: whether a number is ours.

verify-how = Send { $command } with the number that stands in the message, such as { $example }. Small letters and spaces do not matter.
verify-statement = ✅ <b>Ours:</b> { $number } is your pay statement, made { $date }.
verify-payout = ✅ <b>Ours:</b> { $number } is a payout to you, made { $date }.
verify-line = ✅ <b>Ours:</b> { $number } is a line of your pay, from { $date }.
verify-job = ✅ <b>Ours:</b> { $number } is a job of yours, claimed { $date }.
verify-notice-pay = ✅ <b>Ours:</b> { $number } is a message about your pay. We sent it { $date }.
verify-notice-work = ✅ <b>Ours:</b> { $number } is a message about your work. We sent it { $date }.
verify-step = ✅ <b>Ours:</b> { $number } is a step against your standing, decided { $date }.
verify-appeal = ✅ <b>Ours:</b> { $number } is an appeal of yours, opened { $date }.
verify-question = ✅ <b>Ours:</b> { $number } is a question of yours, asked { $date }.
verify-notice-standing = ✅ <b>Ours:</b> { $number } is a message about your standing or your questions. We sent it { $date }.
verify-notice-waiting = ✅ <b>Ours:</b> { $number } is a message to you of { $date }, which has not reached you yet.
verify-no = ❌ <b>This is nothing that we sent to you.</b> Please look at each letter once more; if it is right, the message is not from us, or was not meant for you.
verify-warning = We never ask for money, passwords or codes.
command-verify = Whether a message is really ours
