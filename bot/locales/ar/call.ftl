# The card of a call, and calling.

call-head = 📣 <b>{ $project }</b>
call-left = 🟢 <b>{ $left ->
    [zero] لا حزم متاحة
    [one] حزمة واحدة متاحة
    [two] حزمتان متاحتان
    [few] { $left } حزم متاحة
    [many] { $left } حزمة متاحة
   *[other] { $left } حزمة متاحة
 }</b>
call-filled = ⚪️ <b>استُلمت الحزم كلها.</b> كل حزمة تُرجَع تفتح هذا الإعلان من جديد؛ والأمر /work في المحادثة الخاصة يسجّلك في قائمة الانتظار.
call-closed = ⚫️ <b>أُغلق هذا الإعلان.</b> شكرًا لكم.
call-size = { $tasks ->
    [zero] لا مهام
    [one] مهمة واحدة
    [two] مهمتان
    [few] { $tasks } مهام
    [many] { $tasks } مهمة
   *[other] { $tasks } مهمة
 } في الحزمة، نحو { $time } ({ $basis })
call-pay = { $money } للمهمة، { $job } للحزمة، { $hourly } في الساعة
call-review = يقبلها مراجع، أو تُقبل تلقائيًا { $days ->
    [0] في الحال
    [zero] في الحال
    [one] بعد يوم واحد
    [two] بعد يومين
    [few] بعد { $days } أيام
    [many] بعد { $days } يومًا
   *[other] بعد { $days } يوم
 }
call-warning = ⚠️ { $warning }
button-claim = استلام حزمة
button-hand = أدخلني في القرعة
call-draw = 🎲 <b>قرعة: ارفع يدك حتى { $until } UTC.</b> السرعة لا تهم. الأولوية لمن كان في قائمة الانتظار من قبل، ثم تفصل القرعة بين البقية. ويصلك الجواب في المحادثة الخاصة.
toast-listed = لم تبقَ أي حزمة. ترتيبك { $place } في قائمة الانتظار حتى { $until }.
toast-hand = 🎲 دخلت القرعة. تنتهي { $until }؛ ثم يصلك الجواب في محادثتنا الخاصة.
toast-hand-again = 🎲 أنت في القرعة من قبل. تنتهي { $until }؛ ثم يصلك الجواب في محادثتنا الخاصة.

# After a draw.

draw-won = 🎲 <b>وقعت عليك القرعة في { $project }.</b> حزمتك { $number } في الأسفل؛ وموعدها { $due }.
draw-held = 🎲 <b>وقعت عليك القرعة في { $project }.</b> حُجز لك مكان حتى { $until }: أجب عن الأسئلة هنا فتكون الحزمة لك.
draw-missed = 🎲 انتهت قرعة { $project }: ذهبت الحزم كلها إلى غيرك. ترتيبك { $place } في قائمة الانتظار حتى { $until }؛ ولمن فيها الأولوية في القرعة القادمة.
draw-refused = 🎲 انتهت قرعة { $project } ولم تحصل على حزمة: { $why }

# Preparing a call.

call-which = <b>أي مشروع؟</b>
call-no-projects = لا يوجد مشروع مفتوح. أنشئ واحدًا: أرسل ملف YAML الخاص به هنا، ثم استورد المهام وانشرها.
call-no-groups = لا توجد الآن مجموعة عمل تستقبل إعلانًا. أضف البوت إلى مجموعة أو قناة ثم سجّلها من /groups.
call-no-more-places = هذا الإعلان منشور في كل مكان يستقبله.
call-draft-head = 📣 <b>إعلان عن { $project }</b>
call-draft-all = الحزم: كل المتاح، وعدده الآن { $open }
call-draft-some = الحزم: { $limit } على الأكثر، والمتاح الآن { $open }
call-draft-first = من يلمس أولًا يستلم الحزمة.
call-draft-draw = 🎲 قرعة: تُجمع الأيدي مدة { $seconds } ث؛ ثم تكون الأولوية لقائمة الانتظار، وتفصل القرعة بين البقية.
call-more-head = 📣 <b>أماكن أخرى لمشروع { $project }</b>، الإعلان { $number }
call-where = <b>أين؟</b> اختر مكانًا أو أكثر.
call-where-topics = <b>أين؟</b> اختر مكانًا أو أكثر. يظهر الموضوع في القائمة بعد أن يرى البوت شيئًا مكتوبًا فيه.
call-hindered = ⚠️ { $place }: { $why }
call-hindered-more = ⚠️ وغيرها { $count }، انظر /groups
button-open-calls = 📋 الإعلانات المفتوحة: { $count }
button-all-places = الكل
button-no-place = لا شيء
button-all-jobs = كل الحزم
button-some-jobs = { $count ->
    [zero] لا حزم
    [one] حزمة واحدة
    [two] حزمتان
    [few] { $count } حزم
    [many] { $count } حزمة
   *[other] { $count } حزمة
 }
button-first-come = الأسبق
button-draw = 🎲 قرعة
button-post-call = 📣 { $count ->
    [zero] نشر
    [one] نشر في مكان واحد
    [two] نشر في مكانين
    [few] نشر في { $count } أماكن
    [many] نشر في { $count } مكانًا
   *[other] نشر في { $count } مكان
 }
toast-call-posted = يُرسَل الإعلان الآن.

# The calls that stand.

calls-head = <b>الإعلانات المفتوحة</b>
calls-none = لا يوجد إعلان مفتوح.
calls-line = 📣 <b>{ $project }</b> · { $number } · { $state }
calls-left = { $left ->
    [zero] لا حزم متاحة
    [one] حزمة واحدة متاحة
    [two] حزمتان متاحتان
    [few] { $left } حزم متاحة
    [many] { $left } حزمة متاحة
   *[other] { $left } حزمة متاحة
 }
calls-filled = استُلمت الحزم كلها
calls-drawing = قرعة، والأيدي تُجمع
calls-closed = مغلق
calls-place = { $mark } { $place }
calls-place-why = { $mark } { $place }: { $why }
calls-waiting = في الطريق
calls-failed = لم يُرسل، حدث خطأ
calls-more-places = { $count ->
    [zero] ولا غيره
    [one] ومكان آخر
    [two] ومكانان آخران
    [few] و{ $count } أماكن أخرى
    [many] و{ $count } مكانًا آخر
   *[other] و{ $count } مكان آخر
 }
button-new-call = 📣 إعلان جديد
button-more-places = نشر في مجموعة أخرى
button-close-call = إغلاق الإعلان
button-all-calls = كل الإعلانات المفتوحة
call-close-sure = <b>هل تُغلق الإعلان { $number } عن { $project }؟</b> لن يستلم أحد منه شيئًا بعد ذلك، ولا يُفتح من جديد. أما الحزم المستلمة فتستمر.
