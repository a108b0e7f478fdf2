# Groups and channels: where the bot is, what it may do there, what changed.

groups-head = <b>Groups and channels</b>
groups-none = The bot is in no group yet. Add it to a group as an administrator; you get a message here with a button to register it.
groups-line = { $mark } { $title }: { $state }
groups-state-work = work group
groups-state-forum = work group with topics
groups-state-channel = work channel
groups-state-new = not registered
button-register = Register { $title }
button-check-again = Check { $title } again
button-groups = Groups

# What keeps calls out of a place, and what to do about it.

place-general = { $title } › General
place-topic = { $title } › { $topic }
place-unnamed = topic { $number }
place-gone = the bot is not in it any more. Add it again.
place-no-rights = the bot may not write there. Make it an administrator, then check again.
place-no-rights-channel = the bot may not post there. Make it an administrator that may post messages, then check again.
place-topic-closed = the topic is closed. Open it again, or choose another one.
place-topic-gone = the topic was deleted.

# What changed.

chat-added = ➕ The bot was added to <b>{ $title }</b>. Register it as a work group to post calls there.
chat-returned = ✅ The bot is back in <b>{ $title }</b>. Open calls stand there again.
chat-lost = ⚠️ The bot was removed from <b>{ $title }</b>. Add it again: open calls stand there again then.
chat-muted = ⚠️ The bot may not write in <b>{ $title }</b>. Make it an administrator: open calls are kept up to date again then.
chat-muted-channel = ⚠️ The bot may not post in <b>{ $title }</b>. Make it an administrator that may post messages: open calls are kept up to date again then.
chat-unmuted = ✅ The bot may write in <b>{ $title }</b> again. Open calls are up to date there.
chat-demoted = The bot is no administrator of <b>{ $title }</b> any more. Calls still work, as long as members may write there.
chat-topic-closed = ⚠️ The topic { $topic } in <b>{ $title }</b> was closed. No new call can be posted there.
chat-topic-gone = ⚠️ The topic { $topic } in <b>{ $title }</b> was deleted, and the calls in it. Post them in another place.
chat-registered = ✅ <b>{ $title }</b> is a work { $kind ->
    [channel] channel
   *[other] group
 } now: calls can be posted there.
chat-but = ⚠️ But for now { $why }
chat-channel-spoke = A /call was written in the channel <b>{ $title }</b>. A channel does not tell who wrote it, so calls are posted from here.
