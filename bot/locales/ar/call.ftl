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
call-languages = اللغات: { $languages }
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
call-where = <b>أين يُنشر إعلان { $project }؟</b>
call-no-groups = لا توجد مجموعة عمل مسجلة بعد. أضف البوت إلى مجموعة ثم سجّلها من /groups.
call-which = <b>أي مشروع؟</b>
call-no-projects = لا يوجد مشروع مفتوح. أنشئ واحدًا: أرسل ملف YAML الخاص به هنا، ثم استورد المهام وانشرها.
call-posted = 📣 يُرسَل الإعلان { $number } الآن.
button-all-groups = في كل المجموعات
toast-listed = لم تبقَ أي حزمة. ترتيبك { $place } في قائمة الانتظار حتى { $until }.
