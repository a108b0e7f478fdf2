# Groups and channels: where the bot is, what it may do there, what changed.

groups-head = <b>المجموعات والقنوات</b>
groups-none = البوت ليس في أي مجموعة بعد. أضفه إلى مجموعة بصفة مشرف؛ وستصلك هنا رسالة فيها زر لتسجيلها.
groups-line = { $mark } { $title }: { $state }
groups-state-work = مجموعة عمل
groups-state-forum = مجموعة عمل فيها مواضيع
groups-state-channel = قناة عمل
groups-state-new = غير مسجلة
button-register = تسجيل { $title }
button-check-again = فحص { $title } من جديد
button-groups = المجموعات

# What keeps calls out of a place, and what to do about it.

place-general = { $title } › العام
place-topic = { $title } › { $topic }
place-unnamed = الموضوع { $number }
place-gone = لم يعد البوت فيها. أضفه من جديد.
place-no-rights = لا يحق للبوت أن يكتب فيها. اجعله مشرفًا ثم افحص من جديد.
place-no-rights-channel = لا يحق للبوت أن ينشر فيها. اجعله مشرفًا له حق نشر الرسائل ثم افحص من جديد.
place-topic-closed = الموضوع مغلق. افتحه من جديد أو اختر غيره.
place-topic-gone = حُذف الموضوع.

# What changed.

chat-added = ➕ أُضيف البوت إلى <b>{ $title }</b>. سجّلها مجموعة عمل لتنشر الإعلانات فيها.
chat-returned = ✅ عاد البوت إلى <b>{ $title }</b>. وعادت إليها الإعلانات المفتوحة.
chat-lost = ⚠️ أُزيل البوت من <b>{ $title }</b>. أضفه من جديد فتعود إليها الإعلانات المفتوحة.
chat-muted = ⚠️ لا يحق للبوت أن يكتب في <b>{ $title }</b>. اجعله مشرفًا فيعود تحديث الإعلانات المفتوحة.
chat-muted-channel = ⚠️ لا يحق للبوت أن ينشر في <b>{ $title }</b>. اجعله مشرفًا له حق نشر الرسائل فيعود تحديث الإعلانات المفتوحة.
chat-unmuted = ✅ صار البوت يكتب في <b>{ $title }</b> من جديد. والإعلانات المفتوحة فيها محدّثة.
chat-demoted = لم يعد البوت مشرفًا في <b>{ $title }</b>. ما زالت الإعلانات تعمل ما دام الأعضاء يكتبون فيها.
chat-topic-closed = ⚠️ أُغلق الموضوع { $topic } في <b>{ $title }</b>. لا يمكن نشر إعلان جديد فيه.
chat-topic-gone = ⚠️ حُذف الموضوع { $topic } في <b>{ $title }</b> مع الإعلانات التي فيه. انشرها في مكان آخر.
chat-registered = ✅ أصبحت <b>{ $title }</b> { $kind ->
    [channel] قناة عمل
   *[other] مجموعة عمل
 }: يمكن نشر الإعلانات فيها.
chat-but = ⚠️ لكن الآن: { $why }
chat-channel-spoke = كُتب الأمر /call في القناة <b>{ $title }</b>. القناة لا تُظهر من كتبه، لذلك تُنشر الإعلانات من هنا.
