# /desk: كل ما ينتظر من يدير العمل، بحسب الموعد، وزر لكل أمر.

command-desk = ما ينتظرك، بحسب الموعد
desk-head = <b>مكتبك</b>: { $count ->
    [zero] لا شيء ينتظر
    [one] أمر واحد ينتظر
    [two] أمران ينتظران
    [few] { $count } أمور تنتظر
    [many] { $count } أمرًا ينتظر
   *[other] { $count } أمر ينتظر
 }
desk-late = 🔴 فات موعده: { $count }
desk-today = 🟡 موعده اليوم: { $count }
desk-most = { $what } (على الأقل)
desk-line = { $mark } <b>{ $nth }.</b> { $what }
desk-line-due = { $mark } <b>{ $nth }.</b> { $what }، حتى { $date }
desk-line-due-first = { $mark } <b>{ $nth }.</b> { $what }، أولها حتى { $date }
desk-line-late = { $mark } <b>{ $nth }.</b> { $what }، فات موعده { $date }
desk-line-late-first = { $mark } <b>{ $nth }.</b> { $what }، فات موعد أولها { $date }
desk-morning = تصلك مرة في اليوم ما دام شيء ينتظر، وتُوقَف من /settings.
desk-none = <b>مكتبك</b>
    ✅ لا شيء ينتظرك.
desk-next = ما يأتي بعد ذلك:
desk-next-job = • { $date }: موعد حزمة من { $name }
desk-next-client = • { $date }: صمت عميل { $name } يُعدّ تأكيدًا
desk-next-run = • { $date }: صرف الأجور
desk-next-none = لا موعد معروف بعد. ما يستجدّ يظهر هنا.
desk-appeals = تظلّمات تنتظر قرارًا: { $count }
desk-disputes = { $name }: اعتراضات تنتظر قرارًا: { $count }
desk-questions = أسئلة عليك جوابها: { $count }
desk-late-questions = أسئلة لم يجب عنها غيرك: { $count }
desk-reviews = { $name }: تقييمات تنتظر المراجعة: { $count }
desk-held = { $name }: رفض من العميل ينتظر قرارك: { $count }
desk-applicants = طلبات انضمام تنتظر الموافقة: { $count }
desk-pay-trouble = صرف الأجور { $number }: من تعذّر صرف أجورهم: { $count }. تُعاد المحاولة كل ساعة
desk-pay-file = صرف الأجور { $number }: دفعات مالية ليست في ملف بعد: { $count }
desk-pay-mark = صرف الأجور { $number }: دفعات مالية لم تُسجَّل مُرسَلة: { $count }
desk-pay-sent = صرف الأجور { $number }: دفعات مالية أُرسلت ولم تُسجَّل مدفوعة: { $count }
desk-pay-method = صرف الأجور { $number }: من لم يقولوا أين يُدفع لهم: { $count }
desk-unsent = قرارات تعذّر إرسال إشعارها: { $count }
desk-proposals = اقتراحات من الكواشف تنتظر قرارًا: { $count }
desk-deliver = { $name }: دفعات جاهزة للتسليم إلى العميل: { $count }
desk-floor = { $name }: من كسبوا أقل من الحد الأدنى للساعة الأسبوع الماضي: { $count }
desk-places = مجموعات عمل لا يمكن النشر فيها: { $count }
desk-pulled = { $name }: مهام مسحوبة تُعاد أو تُترك: { $count }
desk-uncalled = { $name }: حزم مفتوحة بلا إعلان: { $count }
desk-few = { $name }: ما بقي من حزم في الإعلان: { $count }
desk-empty = { $name }: مشروع بلا مهام بعد
desk-decision = قرار بدأتَه ولم تُتمّه
desk-file = الملف { $name }: لم يُنشر ولم يُترك
desk-call = { $name }: إعلان أعددتَه ولم تنشره
desk-scheme = طريقة تقييم بدأتَها
button-desk = { $nth }. { $act }
button-desk-appeals = تظلّم
button-desk-disputes = اعتراض
button-desk-questions = جواب
button-desk-late-questions = سؤال
button-desk-reviews = مراجعة
button-desk-held = حالات الرفض
button-desk-applicants = طلبات الانضمام
button-desk-pay-trouble = صرف الأجور
button-desk-pay-file = إنشاء الملف
button-desk-pay-mark = تسجيل الإرسال
button-desk-pay-sent = تسجيل الدفع
button-desk-pay-method = صرف الأجور
button-desk-unsent = الإشعارات
button-desk-proposals = الاقتراحات
button-desk-deliver = تسليم
button-desk-floor = الحد الأدنى
button-desk-places = المجموعات
button-desk-pulled = المهام المسحوبة
button-desk-uncalled = إعلان
button-desk-few = المشروع
button-desk-empty = المشروع
button-desk-decision = متابعة
button-desk-file = الملف
button-desk-call = متابعة
button-desk-scheme = متابعة
help-next-desk = • اطّلع على كل ما ينتظرك، بحسب الموعد.
button-your-desk = 🗂 مكتبك
settings-desk = ☀️ رسالة الصباح: في 09:00، ما ينتظرك على مكتبك.
settings-desk-none = ☀️ رسالة الصباح: لا.
button-desk-on = رسالة الصباح
button-desk-off = بلا رسالة صباح
toast-desk-on = يصلك كل صباح ما ينتظرك، حين ينتظر شيء.
toast-desk-off = لن تصلك رسالة الصباح. يعرض /desk في أي وقت ما ينتظرك.
journal-act-set-desk-digest = غُيّرت رسالة الصباح
