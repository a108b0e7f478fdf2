# How the hall is, for admins: what is amiss with what to do about it, then the figures.

health-is-ok = 🟢 <b>كل شيء على ما يرام</b>
health-is-degraded = 🟡 <b>العمل جارٍ، لكن أمرًا ما يحتاج إليك</b>
health-is-failing = 🔴 <b>العمل متوقف</b>

health-reason-database-away = قاعدة البيانات لا تجيب. افحص خادمها وقرصها وسجلّها.
health-reason-database-damaged = ملف قاعدة البيانات تالف. أوقف البوت واستعد أحدث نسخة احتياطية.
health-reason-no-process = لا توجد عملية تعلن أنها تعمل. افحص الخدمة وسجلّها على الخادم.
health-reason-nobody-handles = لا توجد عملية تعالج التحديثات، فلا أثر للّمسات. شغّل عملية ويب.
health-reason-nobody-leads = لا توجد عملية تقود، فلا يُرسل شيء. تتولى عملية أخرى القيادة خلال ثوانٍ؛ وإن استمر ذلك فأعد تشغيل عملية الإرسال.
health-reason-updates-late = تحديثات تنتظر أطول من اللازم: { $count }. الجهاز بطيء أو شيء ما معلّق؛ والسجل يبيّن ما هو. إعادة التشغيل لا تُضيع شيئًا.
health-reason-notices-late = رسائل تتأخر في الخروج: { $count }. قد يكون Telegram بطيئًا أو يحدّ من إرسالنا: ابحث عن 429 في السجل.
health-reason-disk-low = القرص ممتلئ تقريبًا: المتاح { $count } ميغابايت. أفرغ مساحة؛ فعلى قرص ممتلئ لا يُحفظ شيء.
health-reason-unswept = أعمال فات موعدها ولم يعالجها شيء: { $count }. أعد تشغيل العملية التي تقود؛ وسجلّها يبيّن ما فشل.
health-reason-updates-aside = تحديثات فشلت ووُضعت جانبًا خلال 24 ساعة: { $count }. تجد كلًّا منها في السجل برقمه.
health-reason-notices-failed = رسائل تعذّر إرسالها خلال 24 ساعة: { $count }. السجل يبيّن السبب.
health-reason-notices-uncertain = رسائل ربما لم تصل خلال 24 ساعة: { $count }. لا يلزم شيء، إلا إذا افتقد أحد رسالة.
health-reason-groups-mute = مجموعات عمل لا يستطيع البوت النشر فيها: { $count }. امنحه حق الكتابة هناك؛ والأمر /groups يبيّن أين.
health-reason-schema-other = حدّث إصدار آخر قاعدة البيانات. أعد تشغيل كل العمليات بأحدث إصدار.

health-updates = <b>التحديثات</b>: { $count } في الانتظار
health-updates-since = <b>التحديثات</b>: { $count } في الانتظار، أقدمها منذ { $age }
health-notices = <b>الرسائل</b>: { $count } مستحقة
health-notices-since = <b>الرسائل</b>: { $count } مستحقة، أقدمها منذ { $age }
health-day = <b>خلال 24 ساعة</b>: { $aside } وُضعت جانبًا، { $failed } لم تُرسل، { $uncertain } غير مؤكدة
health-process = <b>العملية</b> { $name }: { $does }
health-does-all = تعالج التحديثات وتقود
health-does-handle = تعالج التحديثات
health-does-lead = تقود
health-does-wait = جاهزة لتولّي القيادة
health-groups = <b>لا يستطيع النشر في</b>: { $titles }
health-database = <b>قاعدة البيانات</b>: { $engine }، المخطط { $schema }
health-disk = <b>القرص</b>: { $size } غيغابايت متاحة
health-version = <b>الإصدار</b> { $version } · وقت الفحص { $time }
