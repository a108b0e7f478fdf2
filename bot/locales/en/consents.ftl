# The terms of the hall: versions, agreeing, declining.

terms-own-head = <b>Terms of this hall, version { $version }</b>
terms-changed = <b>The terms have changed.</b> Please read them before your next job. Jobs that you hold, your pay and your standing stay as they are.
terms-choice = Do you agree?
terms-declined = You do not agree, so there is no new job for now. Everything else goes on: jobs that you hold, /pay, /standing, /settings with your data, /support. You can agree at any time.
terms-agreed = You agreed to version { $version } of the terms on { $date }, in { $language }.
terms-not-yet = Version { $version } holds now. You have not agreed to it yet.
toast-agreed = Thank you. You can claim jobs.
toast-terms-newer = The terms have changed once more. Please read them again.
button-not-now = Not now
button-read-terms = The terms
start-declined = Then nothing begins, and no place is held for you. Send /start if you change your mind.
