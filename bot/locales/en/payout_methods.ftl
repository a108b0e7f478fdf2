# Where a contractor is paid: asked for, confirmed, changed, taken away.

method-head = <b>Payout method</b>
method-none = There is none yet. How do you want to be paid?
method-now = 💳 You are paid here: <b>{ $method }</b>
method-now-none = 💳 You are paid nowhere now. What you earn waits for you.
method-waiting = ⏳ From { $from } on: <b>{ $method }</b>. Until then nothing changes, so that a stranger's change can be stopped.
method-closed = Payout details cannot be given here yet: the hall keeps no key to encrypt them with. What you earn waits for you.
method-is-iban = bank account …{ $end }
method-is-bank-account = bank account …{ $end }
method-is-paypal = PayPal …{ $end }
method-is-wise = Wise …{ $end }
method-is-mobile-money = mobile money …{ $end }
button-payout-method = Payout method
button-method-iban = Bank account (IBAN)
button-method-bank-account = Bank account (number)
button-method-paypal = PayPal
button-method-wise = Wise
button-method-mobile-money = Mobile money
button-method-change = Change
button-method-remove = Remove
button-method-take-back = Take the change back

method-choose = <b>How do you want to be paid from now on?</b> A change counts after { $hours } hours; until then the old one is used.
method-ask-iban = <b>Write your IBAN</b> as a message. I delete the message at once and keep the number encrypted.
method-ask-account = <b>Write two lines</b>: your bank's code (BIC, routing number, sort code or IFSC), and below it your account number. I delete the message at once and keep it encrypted.
method-ask-email = <b>Write the e-mail address</b> of your account there. I delete the message at once and keep the address encrypted.
method-ask-phone = <b>Write the phone number</b> of your mobile money with the country code, as in +254 700 000000. I delete the message at once and keep it encrypted.
method-ask-holder = <b>In whose name is the account?</b> Write it as the bank has it. I delete the message at once and keep it encrypted.
method-ask-until = I wait for it until { $until }.
method-ask-nothing = Nothing is asked for now.
button-method-name = Use “{ $name }”

method-fault-no-iban = ⚠️ That was no IBAN, and I deleted it. An IBAN begins with two letters of the country and two digits; look for it in your bank's app.
method-fault-iban-slip = ⚠️ There is a slip in that IBAN, and I deleted it. A digit or letter is wrong, missing or too many. Please write it again.
method-fault-two-lines = ⚠️ I deleted that message: it needs two lines, the bank's code first, the account number below it.
method-fault-bank-code = ⚠️ That bank code cannot be right, and I deleted the message. It has 4 to 15 letters and digits. Please write both lines again.
method-fault-account-number = ⚠️ That account number cannot be right, and I deleted the message. It has 4 to 34 letters and digits. Please write both lines again.
method-fault-no-email = ⚠️ That was no e-mail address, and I deleted it. It looks like name@example.com.
method-fault-no-phone = ⚠️ That was no phone number, and I deleted it. It has 8 to 15 digits and begins with + and the country code.
method-fault-no-country = ⚠️ The country code was missing, and I deleted the message. Please write the number again, beginning with + and the country code.
method-fault-no-name = ⚠️ That was no name, and I deleted it. Write it in one line, at most 70 letters.
method-fault-not-text = ⚠️ I deleted that: please write it as a text message.
method-fault-forwarded = ⚠️ I deleted that: a forwarded message is not taken. Please write it yourself.
method-fault-edited = ⚠️ I deleted the message that you edited. Please write a new one.
method-fault-too-late = ⚠️ The time for this was over, so I deleted your message and did not take it. Please write it once more.

method-right = <b>Is this right: { $method }?</b>
    Compare the end of it with what you meant. Nobody sees more of it than this but who pays out.
method-right-first = It counts at once.
method-right-change = It counts after { $hours } hours; until then you are paid as before.
button-method-yes = Yes, pay me here
button-method-again = No, again
toast-method-set = Saved. You are paid here now.
toast-method-waits = Saved. It counts from { $from } on.

method-changed = 💳 <b>Your payout method was changed</b> to { $method }. It counts from { $from } on. Until then you are paid as before.
method-changed-hint = Was that not you? Somebody else may be using your Telegram account: stop the change, then end strange sessions in Telegram under Settings, Devices.
button-method-not-me = That was not me
method-effective = 💳 From now on you are paid here: <b>{ $method }</b>.
method-dropped = 💳 <b>A payout method was removed:</b> { $method }. Nothing is paid there any more.
method-dropped-hint = Was that not you? Tell an admin, and end strange sessions in Telegram under Settings, Devices.
method-disowned = ✅ <b>The change is stopped.</b> You are paid as before. All admins were told. End strange sessions in Telegram under Settings, Devices, and switch on two-step verification.
method-disowned-admin = 🚨 <b>{ $name } ({ $pseudonym }) says that a change of payout method was made by somebody else.</b> It was stopped, and money goes where it went before. A stranger may be using that Telegram account: ask the person by another way before you pay anything new.
method-remove-ask = <b>Remove { $method }?</b> Nothing is paid there any more, from now on. A new method counts after { $hours } hours.
method-gone = This payout method is not in use any more.

delete-failed = ⚠️ A message above holds payout details, and Telegram does not let me delete it. Please delete it yourself: hold it, then Delete.

refused-method-no-key = Payout details cannot be taken here yet. Nothing was asked; what you earn waits for you.
refused-method-too-long = You were asked for payout details; this is too long for them. Is it an answer to a task? Tap Cancel where you were asked, then send it again.
refused-method-gone = This payout method is not in use any more. /pay shows what is.
refused-method-change-over = That change counts already. Remove the method under /pay, then tell an admin.
