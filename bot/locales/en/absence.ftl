# Being away: reminders, the pause after them, and pauses of one's own.

absence = 👋 We have not heard from you for a while. Are you still with us? One tap is enough.
    { $last ->
        [yes] Without one you are paused in a week.
       *[no] You will be asked once more before anything changes.
    } A pause only means that you are offered nothing; it counts for nothing, and one tap ends it.
absence-stayed = 👍 Good to know. Everything stays as it is.
absence-paused = ⏸ You are paused, because we have not heard from you for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }. You are offered nothing for now. It counts for nothing against you; what you earned is paid as ever.
    One tap, or any message here, and you are back.
welcome-back = 👋 Welcome back. Your pause is over; /work shows what there is.
settings-paused-until = ⏸ Paused until { $until }. You are offered nothing until then; open jobs stay yours.
settings-paused-open = ⏸ Paused until you come back. You are offered nothing; open jobs stay yours.
pause-ask = <b>For how long do you want a pause?</b>
    You are offered nothing meanwhile, and leave the out-of-work list. Open jobs stay yours with their due times. It counts for nothing, and you can come back at any time.
work-paused = ⏸ You have paused. Tap “I am back” when you want to work again.
work-paused-until = ⏸ You have paused until { $until }. “I am back” ends it earlier.
button-stay = I am still here
button-back-at-work = I am back
button-take-pause = Take a pause
button-pause-days = { $days ->
    [1] 1 day
    [7] 1 week
    [28] 4 weeks
   *[other] { $days } days
 }
button-pause-open = Until I return
toast-stayed = Good to know!
toast-back = Welcome back!
toast-paused = You are paused. “I am back” ends it at any time.
