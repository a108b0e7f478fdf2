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
desk-nth = <b>{ $nth }.</b>
desk-most = (على الأقل)
desk-due = ، حتى { $date }
desk-due-first = ، أولها حتى { $date }
desk-due-late = ، فات موعده { $date }
desk-due-late-first = ، فات موعد أولها { $date }
desk-morning = تصلك مرة في اليوم ما دام شيء ينتظر، وتُوقَف من /settings.
desk-none = <b>مكتبك</b>
    ✅ لا شيء ينتظرك.
desk-next = ما يأتي بعد ذلك:
desk-next-job = • { $date }: موعد حزمة من <b>{ $name }</b>
desk-next-client = • { $date }: صمت عميل <b>{ $name }</b> يُعدّ تأكيدًا
desk-next-run = • { $date }: صرف الأجور
desk-next-none = لا موعد معروف بعد. ما يستجدّ يظهر هنا.
desk-appeals = تظلّمات تنتظر قرارًا: { $count }
desk-disputes = <b>{ $name }</b>: اعتراضات تنتظر قرارًا: { $count }
desk-questions = أسئلة عليك جوابها: { $count }
desk-late-questions = أسئلة لم يجب عنها غيرك: { $count }
desk-reviews = <b>{ $name }</b>: تقييمات تنتظر المراجعة: { $count }
desk-held = <b>{ $name }</b>: رفض من العميل ينتظر قرارك: { $count }
desk-applicants = طلبات انضمام تنتظر الموافقة: { $count }
desk-pay-trouble = صرف الأجور { $number }: من تعذّر صرف أجورهم: { $count }. تُعاد المحاولة كل ساعة
desk-pay-file = صرف الأجور { $number }: دفعات مالية ليست في ملف بعد: { $count }
desk-pay-mark = صرف الأجور { $number }: دفعات مالية لم تُسجَّل مُرسَلة: { $count }
desk-pay-sent = صرف الأجور { $number }: دفعات مالية أُرسلت ولم تُسجَّل مدفوعة: { $count }
desk-pay-method = صرف الأجور { $number }: من لم يقولوا أين يُدفع لهم: { $count }
desk-unsent = قرارات تعذّر إرسال إشعارها: { $count }
desk-proposals = اقتراحات من الكواشف تنتظر قرارًا: { $count }
desk-deliver = <b>{ $name }</b>: دفعات جاهزة للتسليم إلى العميل: { $count }
desk-floor = <b>{ $name }</b>: من كسبوا أقل من الحد الأدنى للساعة الأسبوع الماضي: { $count }
desk-places = مجموعات عمل لا يمكن النشر فيها: { $count }
desk-pulled = <b>{ $name }</b>: مهام مسحوبة تُعاد أو تُترك: { $count }
desk-uncalled = <b>{ $name }</b>: حزم مفتوحة بلا إعلان: { $count }
desk-few = <b>{ $name }</b>: ما بقي من حزم في الإعلان: { $count }
desk-empty = <b>{ $name }</b>: مشروع بلا مهام بعد
desk-decision = قرار بدأتَه ولم تُتمّه
desk-file = الملف <b>{ $name }</b>: لم يُنشر ولم يُترك
desk-call = <b>{ $name }</b>: إعلان أعددتَه ولم تنشره
desk-plan = <b>{ $name }</b>: إعلان مجدول لم يُنشر
desk-broadcast = رسالة جماعية بدأتَها
desk-project = مشروع بدأتَه
desk-scheme = طريقة تقييم بدأتَها
desk-more-disputes = اعتراضات تنتظر قرارًا في مشاريع أخرى: { $count }
desk-more-reviews = تقييمات تنتظر المراجعة في مشاريع أخرى: { $count }
desk-more-deliver = دفعات جاهزة للتسليم في مشاريع أخرى: { $count }
desk-more-floor = من كسبوا أقل من الحد الأدنى للساعة في مشاريع أخرى: { $count }
desk-more-pulled = مهام مسحوبة في مشاريع أخرى: { $count }
desk-more-plan = إعلانات مجدولة لم تُنشر في مشاريع أخرى: { $count }
desk-more-uncalled = حزم مفتوحة بلا إعلان في مشاريع أخرى: { $count }
desk-more-few = حزم قليلة باقية في مشاريع أخرى: { $count }
desk-more-empty = مشاريع أخرى بلا مهام بعد: { $count }
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
button-desk-plan = الإعلان المجدول
button-desk-broadcast = متابعة
button-desk-project = متابعة
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
